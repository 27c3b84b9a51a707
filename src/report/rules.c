/* How an agreement stands to rules, in words. */
#include "report/rules.h"

#include "report/names.h"
#include "report/table.h"

/* Terminal columns that the table takes. */
#define TABLE_WIDTH 100

const char *rule_outcome_name(enum rule_outcome outcome)
{
    static const char *const names[] = {
        [RULE_MET] = "met", [RULE_NOT_MET] = "not_met", [RULE_NOT_APPLICABLE] = "not_applicable"};
    CHECK(outcome < ARRAY_LEN(names));
    return names[outcome];
}

static struct str outcome_words(enum rule_outcome outcome, enum language lang)
{
    switch (outcome) {
    case RULE_MET: return text_in("met", "满足", lang);
    case RULE_NOT_MET: return text_in("not met", "未满足", lang);
    case RULE_NOT_APPLICABLE: return text_in("does not apply", "不适用", lang);
    }
    UNREACHABLE("an outcome");
}

struct str rule_shown_text(struct arena *a, const struct pact *p, const struct rule_result *x)
{
    if (x->entry != INDEX_NONE) return entry_words(a, p->doc, x->entry);
    if (!x->shown) return STR("");
    struct str clause = clause_name(a, x->shown);
    struct str words = span_words(a, p->doc, x->shown->span);
    if (clause.len == 0) return words;
    return str_format(a, "%.*s %.*s", STR_ARG(clause), STR_ARG(words));
}

static void put_rule(struct table *t, const struct review *r, const struct rule_result *x,
                     enum language lang)
{
    struct arena *a = t->arena;
    const struct pact *p = r->facts.pact;
    struct str strength = choice_text(a, p->doc->g, SET_STRENGTH, x->strength, lang);
    table_cell(t, x->name);
    table_cell(t, strength);
    table_cell(t, outcome_words(x->outcome, lang));
    struct str shown = STR("");
    if (x->outcome == RULE_MET) shown = rule_shown_text(a, p, x);
    if (x->outcome == RULE_NOT_MET)
        shown =
            str_format(a, lang == LANG_ZH ? "缺少：%.*s" : "missing: %.*s", STR_ARG(x->missing));
    table_cell(t, str_format(a, "%.*s%s%.*s\n%.*s", STR_ARG(x->title), shown.len ? "\n" : "",
                             STR_ARG(shown), STR_ARG(x->source)));
}

struct str report_rules(struct arena *a, const struct review *r, enum language lang)
{
    static const char *const heads[][2] = {
        {"rule", "规则"},
        {"strength", "强度"},
        {"outcome", "结果"},
        {"what it asks; what meets it, or is missing; source", "内容；满足之处或所缺；依据"}};
    struct table t;
    table_init(&t, a, ARRAY_LEN(heads));
    for (uint32_t i = 0; i < ARRAY_LEN(heads); i++) {
        table_left(&t, i);
        table_cell(&t, str_from(heads[i][lang]));
    }
    table_fit(&t, TABLE_WIDTH);
    table_rule(&t);
    for (size_t i = 0; i < r->count; i++) put_rule(&t, r, &r->list[i], lang);
    return table_text(&t);
}
