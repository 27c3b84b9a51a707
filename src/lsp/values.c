/* Values: proposals by the type of what may stand. */
#include "lsp/values.h"

#include "lang/numeral.h"
#include "num/money.h"
#include "review/facts.h"

static void offer(struct labels *out, struct str label)
{
    *ARENA_PUSH(out->arena, out->list, out->count, out->capacity) = label;
}

static void offer_currencies(struct labels *out)
{
    for (unsigned digits = 0; digits <= MONEY_DIGITS_MAX; digits++)
        for (const char *code = currency_codes(digits); *code; code += 4)
            offer(out, (struct str){code, 3});
}

/* ---- facts ---- */

static const struct {
    enum fact_of of;
    const char *name[2]; /* by enum language */
} facts[] = {
#define FACT(of, en, zh, form, find, write, write_zh) {FACT_OF_##of, {en, zh}},
#include "review/fact_table.h"
#undef FACT
};

static bool holds(struct str text, struct str part)
{
    for (size_t i = 0; part.len && i + part.len <= text.len; i++)
        if (str_eq(str_slice(text, i, i + part.len), part)) return true;
    return false;
}

/* Of what a rule speaks: `every goal has` of goals, all others of the alliance. */
static enum fact_of fact_of(const struct labels *out, const struct analysis *a, enum form form,
                            struct str text)
{
    if (form != F_RULE_EVERY) return FACT_OF_ALLIANCE;
    for (uint32_t rank = 0; rank < FACT_OF_ALLIANCE; rank++)
        for (int lang = LANG_EN; lang <= LANG_ZH; lang++)
            if (holds(text, choice_text(out->arena, &a->grammar, SET_RULE_THING, rank,
                                        (enum language)lang)))
                return (enum fact_of)rank;
    return FACT_OF_ALLIANCE;
}

static void offer_facts(struct labels *out, enum fact_of of, enum language lang)
{
    for (size_t i = 0; i < ARRAY_LEN(facts); i++)
        if (facts[i].of == of) offer(out, str_from(facts[i].name[lang]));
}

/* ---- articles ---- */

static int64_t next_article(const struct analysis *a)
{
    int64_t next = 1;
    for (const struct term *t = a->document.first; t; t = t->next)
        if (t->article >= next) next = (int64_t)t->article + 1;
    return next;
}

void values_for(struct labels *out, const struct analysis *a, const struct expected *e,
                struct str text, enum language lang)
{
    const struct op *op = &a->grammar.ops[e->op];
    if (op->kind != OP_VALUE) return;
    if (op->arg == VALUE_CURRENCY) offer_currencies(out);
    if (op->arg == VALUE_ARTICLE) offer(out, numeral_write_article(out->arena, next_article(a)));
    if (op->arg == VALUE_INTEGER && e->form == F_ARTICLE)
        offer(out, str_format(out->arena, "%lld", (long long)next_article(a)));
    if (op->arg == VALUE_WORD && op->role == ROLE_what)
        offer_facts(out, fact_of(out, a, e->form, text), lang);
}

/* ---- behind a number ---- */

bool values_before_number(struct begun *out, const struct begun *begun)
{
    struct str s = begun->text;
    while (s.len && s.ptr[s.len - 1] == ' ') s.len--;
    size_t end = s.len;
    while (s.len && ((s.ptr[s.len - 1] >= '0' && s.ptr[s.len - 1] <= '9') ||
                     s.ptr[s.len - 1] == ',' || s.ptr[s.len - 1] == '.'))
        s.len--;
    *out = *begun;
    out->text = s;
    return s.len < end && s.len > 0 && s.ptr[s.len - 1] == ' ';
}

void values_behind_number(struct labels *out, const struct analysis *a, const struct expected *e,
                          enum language lang, bool has_prefix)
{
    static const char *const units[][2] = {{"days", "日"}, {"months", "个月"}, {"years", "年"}};
    const struct op *op = &a->grammar.ops[e->op];
    if (op->kind != OP_VALUE) return;
    for (size_t i = 0; op->arg == VALUE_DURATION && i < ARRAY_LEN(units); i++)
        offer(out, str_from(units[i][lang]));
    if (op->arg == VALUE_MONEY && has_prefix) offer_currencies(out);
}
