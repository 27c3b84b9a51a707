/* The tables of words and forms: that Chinese can be cut in one way only, that Chinese output has
 * no English in it, that sets and their Chinese twins agree, and that the enums by which the other
 * layers read binds follow the rows they stand for. */
#include "unit.h"

#include "lang_generate.h"

#include "lang/tree.h"

#include <string.h>

static int set_up(void **state)
{
    static struct arena a;
    arena_init(&a);
    struct reader *r = ARENA_NEW(&a, struct reader);
    reader_init(r, &a);
    *state = r;
    return 0;
}

static int tear_down(void **state)
{
    struct reader *r = *state;
    arena_release(r->arena);
    return 0;
}

static bool is_chinese(struct str s)
{
    return s.len > 0 && (unsigned char)s.ptr[0] >= 0x80;
}

/* ---- cutting ---- */

/* Rests of spellings that stand over when two different rows of keywords are laid side by side
 * (Sardinas and Patterson): if one of them is itself a keyword, some run can be cut in two ways. */
struct rest {
    struct str text, longer, shorter;
};

struct rests {
    struct reader *r;
    struct rest *list;
    size_t count, capacity;
};

static void add_rest(struct rests *rests, struct str longer, struct str shorter)
{
    if (longer.len <= shorter.len || !str_starts_with(longer, shorter)) return;
    struct str text = str_slice(longer, shorter.len, longer.len);
    for (size_t i = 0; i < rests->count; i++)
        if (str_eq(rests->list[i].text, text)) return;
    *ARENA_PUSH(rests->r->arena, rests->list, rests->count, rests->capacity) =
        (struct rest){text, longer, shorter};
}

static void fail_rests(const struct rests *rests, size_t last)
{
    for (size_t i = 0; i <= last; i++) {
        const struct rest *rest = &rests->list[i];
        print_error("%.*s = %.*s + %.*s\n", STR_ARG(rest->longer), STR_ARG(rest->shorter),
                    STR_ARG(rest->text));
    }
    fail_msg("%.*s is a keyword too", STR_ARG(rests->list[last].text));
}

static void no_run_can_be_cut_in_two_ways(void **state)
{
    struct reader *r = *state;
    struct rests rests = {.r = r};
    struct str *codes = ARENA_ARRAY(r->arena, struct str, r->words.keyword_count);
    size_t count = 0;
    for (uint32_t w = 1; w < r->words.keyword_count; w++)
        if (is_chinese(words_text(&r->words, w))) codes[count++] = words_text(&r->words, w);
    assert_true(count > 300);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) add_rest(&rests, codes[i], codes[k]);
    for (size_t i = 0; i < rests.count; i++)
        for (size_t k = 0; k < count; k++) {
            struct str text = rests.list[i].text;
            if (str_eq(text, codes[k])) fail_rests(&rests, i);
            add_rest(&rests, text, codes[k]);
            add_rest(&rests, codes[k], text);
        }
}

/* ---- Chinese output ---- */

static void must_be_chinese(const struct reader *r, const char *where, uint32_t keyword)
{
    if (!is_chinese(keyword_text(r->g, keyword, LANG_ZH)))
        fail_msg("%s prints `%.*s` in Chinese", where,
                 STR_ARG(keyword_text(r->g, keyword, LANG_ZH)));
}

/* A rule prints by its first Chinese variant, or by the only one. */
static void check_rule(const struct reader *r, const char *where, const struct rule *rule)
{
    uint32_t first = rule->variant_count > 1 ? 1 : 0;
    for (uint32_t v = first; v < rule->variant_count; v++) {
        uint32_t depth = 0;
        for (const struct op *op = &r->g->ops[rule->variants[v]];; op++) {
            bool opens = op->kind == OP_OPTIONAL || op->kind == OP_BRANCHES ||
                         op->kind == OP_BRANCH || op->kind == OP_ANY_ORDER;
            if (op->kind == OP_END && depth-- == 0) break;
            if (opens) depth++;
            if (op->kind == OP_KEYWORD) must_be_chinese(r, where, op->arg);
            if (op->kind != OP_CHOICE) continue;
            const struct choice_list *set = &r->g->sets[op->arg];
            for (uint32_t i = 0; i < set->count; i++) {
                must_be_chinese(r, where, set->choices[i].keywords[0]);
                if (set->choices[i].keywords[1])
                    must_be_chinese(r, where, set->choices[i].keywords[1]);
            }
        }
    }
}

static void chinese_patterns_have_no_english(void **state)
{
    struct reader *r = *state;
    for (int form = 1; form < FORM_COUNT; form++)
        check_rule(r, r->g->forms[form].name, &r->g->forms[form].rule);
    for (int phrase = 0; phrase < PHRASE_COUNT; phrase++)
        for (size_t row = 0; row < r->g->phrase_rows[phrase]; row++)
            check_rule(r, "a phrase", &r->g->phrases[phrase][row]);
}

static bool has_english(struct reader *r, struct str text)
{
    struct source *source;
    sources_init(&r->sources, r->arena);
    assert_int_equal(sources_add(&r->sources, STR("t"), text, &source), OK);
    struct lexer lx = {.arena = r->arena,
                       .words = &r->words,
                       .diags = &r->diags,
                       .source = source,
                       .text = text.ptr,
                       .text_len = (uint32_t)text.len};
    bool ok = true;
    for (uint32_t at = 0; at < text.len;) {
        lx.count = 0;
        at = lex_line(&lx, at, &ok);
        for (uint32_t i = 0; i < lx.count; i++) {
            const struct token *t = &lx.tokens[i];
            if (t->kind == TOKEN_WORD && words_is_keyword(&r->words, t->word) &&
                !is_chinese(words_text(&r->words, t->word)))
                return true;
        }
    }
    return false;
}

/* What a form cannot say in its Chinese pattern would be printed in the English order. */
static void chinese_output_has_no_english(void **state)
{
    struct reader *r = *state;
    struct generator g;
    generator_init(&g, r, 2013);
    g.plain_names = true;
    for (int form = 1; form < FORM_COUNT; form++)
        for (int sample = 0; sample < 20; sample++) {
            generate(&g, (enum form)form, 0, LANG_EN);
            struct str printed = reader_format(r, g.text, LANG_ZH);
            if (has_english(r, printed)) fail_msg("%.*s", STR_ARG(printed));
        }
}

/* Durations and foreign amounts name their words themselves. */
static bool is_needed_by_values(const struct grammar *g, uint32_t keyword)
{
    return keyword == g->keyword_days || keyword == g->keyword_months ||
           keyword == g->keyword_years || keyword == g->keyword_at ||
           keyword == g->keyword_effective || keyword == g->keyword_yuan;
}

static bool is_in_a_set(const struct grammar *g, uint32_t set, uint32_t keyword)
{
    for (uint32_t i = 0; i < g->sets[set].count; i++)
        if (g->sets[set].choices[i].keywords[0] == keyword ||
            g->sets[set].choices[i].keywords[1] == keyword)
            return true;
    return false;
}

static void every_word_is_used(void **state)
{
    struct reader *r = *state;
    for (uint32_t k = 1; k < r->g->keyword_count; k++) {
        bool used = is_needed_by_values(r->g, k);
        for (size_t pc = 0; pc < r->g->op_count && !used; pc++) {
            const struct op *op = &r->g->ops[pc];
            used = (op->kind == OP_KEYWORD && op->arg == k) ||
                   (op->kind == OP_CHOICE && is_in_a_set(r->g, op->arg, k));
        }
        if (!used)
            fail_msg("no form has `%.*s`: drop its row, or write the form that is missing",
                     STR_ARG(keyword_text(r->g, k, LANG_EN)));
    }
}

/* ---- sets ---- */

struct set_name {
    const char *name;
    uint32_t set;
};

static const struct set_name set_names[] = {
#define CHOICES(name, words) {#name, SET_##name},
#define PHRASE(name, en, zh)
#define FORM(id, block, opens, en, zh)
#include "lang/form_table.h"
#undef CHOICES
#undef PHRASE
#undef FORM
};

static void chinese_twins_are_as_long(void **state)
{
    struct reader *r = *state;
    size_t twins = 0;
    for (size_t i = 0; i < ARRAY_LEN(set_names); i++)
        for (size_t k = 0; k < ARRAY_LEN(set_names); k++) {
            struct str twin = str_format(r->arena, "%s_ZH", set_names[i].name);
            if (!str_eq(twin, str_from(set_names[k].name))) continue;
            assert_int_equal(r->g->sets[set_names[i].set].count,
                             r->g->sets[set_names[k].set].count);
            twins++;
        }
    assert_true(twins >= 3);
}

struct rank_word {
    uint32_t set, rank;
    const char *word;
};

static const struct rank_word rank_words[] = {
    {SET_MEMBER_KIND, KIND_ENTERPRISE, "enterprise"},
    {SET_MEMBER_KIND, KIND_UNIVERSITY, "university"},
    {SET_MEMBER_KIND, KIND_INSTITUTE, "institute"},
    {SET_MEMBER_KIND, KIND_SOCIETY, "society"},
    {SET_MEMBER_KIND, KIND_PUBLIC, "public"},
    {SET_MEMBER_KIND, KIND_PERSON, "person"},
    {SET_MEMBER_KIND, KIND_OTHER, "other"},
    {SET_LEGAL_FORM, LEGAL_CONTRACT, "contract"},
    {SET_LEGAL_FORM, LEGAL_COMPANY, "company"},
    {SET_LEGAL_FORM, LEGAL_PARTNERSHIP, "partnership"},
    {SET_LEGAL_FORM, LEGAL_ASSOCIATION, "association"},
    {SET_RECIPIENTS, TO_MEMBERS, "members"},
    {SET_RECIPIENTS, TO_ENTERPRISES, "enterprises"},
    {SET_RECIPIENTS, TO_UNIVERSITIES, "universities"},
    {SET_RECIPIENTS, TO_INSTITUTES, "institutes"},
    {SET_RECIPIENTS, TO_MAKERS, "makers"},
    {SET_RECIPIENTS, TO_OWNERS, "owners"},
    {SET_RECIPIENTS, TO_FUNDERS, "funders"},
    {SET_RECIPIENTS, TO_WORKERS, "workers"},
    {SET_RECIPIENTS, TO_AFFECTED, "affected"},
    {SET_RECIPIENTS, TO_OTHERS, "others"},
    {SET_MEASURE_NAME, M_CAPITAL, "capital"},
    {SET_MEASURE_NAME, M_PLEDGE, "pledge"},
    {SET_MEASURE_NAME, M_COST, "cost"},
    {SET_MEASURE_NAME, M_RISK, "risk"},
    {SET_MEASURE_NAME, M_INVENTION, "invention"},
    {SET_MEASURE_NAME, M_OWNERSHIP, "ownership"},
    {SET_MEASURE_NAME, M_WORK, "work"},
    {SET_MEASURE_NAME, M_PATENTS, "patents"},
    {SET_MEASURE_NAME, M_DUES, "dues"},
    {SET_MEASURE_NAME, M_SALES, "sales"},
    {SET_MEASURE_NAME, M_INCOME, "income"},
    {SET_CLASS, CLASS_LICENCE, "licence"},
    {SET_CLASS, CLASS_SALE, "sale"},
    {SET_CLASS, CLASS_SERVICE, "service"},
    {SET_CLASS, CLASS_PRODUCT, "product"},
    {SET_CLASS, CLASS_GRANT, "grant"},
    {SET_CLASS, CLASS_DUES, "dues"},
    {SET_CLASS, CLASS_INTEREST, "interest"},
    {SET_CLASS, CLASS_SURPLUS, "surplus"},
    {SET_CLASS, CLASS_ANY, "any"},
    {SET_LOSS_KIND, LOSS_PROJECT, "project loss"},
    {SET_LOSS_KIND, LOSS_LIABILITY, "liability"},
    {SET_LOSS_KIND, LOSS_DEFAULT, "default"},
    {SET_LOSS_KIND, LOSS_OVERRUN, "cost overrun"},
    {SET_PROJECT_KIND, PROJECT_GENERIC, "generic"},
    {SET_PROJECT_KIND, PROJECT_KEY, "key"},
    {SET_PROJECT_KIND, PROJECT_PROPRIETARY, "proprietary"},
    {SET_NATURE, NATURE_CAPITAL, "capital"},
    {SET_NATURE, NATURE_CALL, "call"},
    {SET_NATURE, NATURE_DUES, "dues"},
    {SET_NATURE, NATURE_LOAN, "loan"},
    {SET_NATURE, NATURE_LOSS, "loss"},
    {SET_NATURE, NATURE_INTEREST, "interest"},
};

/* Each set a layer switches over is listed to its end, in its order. */
static void enums_follow_the_sets(void **state)
{
    struct reader *r = *state;
    for (size_t i = 0; i < ARRAY_LEN(rank_words); i++) {
        const struct rank_word *row = &rank_words[i];
        bool last = i + 1 == ARRAY_LEN(rank_words) || rank_words[i + 1].set != row->set;
        ASSERT_TEXT(choice_text(r->arena, r->g, row->set, row->rank, LANG_EN), row->word);
        if (last) assert_int_equal(row->rank + 1, r->g->sets[row->set].count);
    }
}

/* ---- phrases ---- */

struct phrase_case {
    const char *line; /* under share, or the clause itself */
    enum phrase phrase;
    uint32_t rank;
};

static const struct phrase_case phrase_cases[] = {
    {"10% to fund f", PHRASE_RECIPIENT, RECIPIENT_FUND},
    {"10% to makers", PHRASE_RECIPIENT, RECIPIENT_WORD},
    {"10% to p", PHRASE_RECIPIENT, RECIPIENT_NAME},
    {"10% to members by stake of s", PHRASE_MEASURE, MEASURE_OF_STAKES},
    {"10% to members by score of s", PHRASE_MEASURE, MEASURE_OF_SCORE},
    {"10% to members by cost", PHRASE_MEASURE, MEASURE_PLAIN},
    {"10% to members equally", PHRASE_BASIS, BASIS_EQUALLY},
    {"10% to members by shapley of g", PHRASE_BASIS, BASIS_GAME},
    {"10% to members by cost", PHRASE_BASIS, BASIS_MEASURE},
    {"until cost times 2 repaid to p", PHRASE_TIER_AMOUNT, TIER_UNTIL_REPAID},
    {"until p has 20% of profit to p", PHRASE_TIER_AMOUNT, TIER_CATCH_UP},
    {"up to 5 in all to p", PHRASE_TIER_AMOUNT, TIER_UP_TO},
    {"6% yearly on cost to p", PHRASE_TIER_AMOUNT, TIER_RETURN},
    {"10% of rest to p", PHRASE_TIER_AMOUNT, TIER_SHARE_OF_REST},
    {"10% to p", PHRASE_TIER_AMOUNT, TIER_SHARE},
    {"10 yearly to p", PHRASE_TIER_AMOUNT, TIER_AMOUNT},
    {"rest to p", PHRASE_TIER_AMOUNT, TIER_REST},
};

static const struct phrase_case clause_cases[] = {
    {"share sale of project p", PHRASE_SCOPE, SCOPE_PROJECT},
    {"share sale of generic projects", PHRASE_SCOPE, SCOPE_KIND},
    {"share sale of result p", PHRASE_SCOPE, SCOPE_RESULT},
    {"share sale of each result", PHRASE_SCOPE, SCOPE_EACH_RESULT},
    {"share sale of all projects together", PHRASE_SCOPE, SCOPE_TOGETHER},
};

static const struct phrase_case bearer_cases[] = {
    {"from p, at most 5% of cost each", PHRASE_EACH_CAP, CAP_OF_MEASURE},
    {"from p, at most 5 each", PHRASE_EACH_CAP, CAP_AMOUNT},
};

static void check_phrases(struct reader *r, const char *above, const struct phrase_case *cases,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        reader_read(r, str_format(r->arena, "article 1 \"\"\n  %s%s\n", above, cases[i].line));
        assert_int_equal(r->diags.count, 0);
        struct str wanted =
            str_format(r->arena, ":%d=%d/%u", VALUE_PHRASE, cases[i].phrase, cases[i].rank);
        struct str got = r->events[r->event_count - 1];
        bool found = false;
        for (size_t at = 0; at < got.len && !found; at++)
            found = str_starts_with(str_slice(got, at, got.len), wanted);
        if (!found) fail_msg("%s: %.*s not in %.*s", cases[i].line, STR_ARG(wanted), STR_ARG(got));
    }
}

static void enums_follow_the_phrases(void **state)
{
    struct reader *r = *state;
    check_phrases(r, "share sale\n    ", phrase_cases, ARRAY_LEN(phrase_cases));
    check_phrases(r, "", clause_cases, ARRAY_LEN(clause_cases));
    check_phrases(r, "bear liability\n    ", bearer_cases, ARRAY_LEN(bearer_cases));
    assert_int_equal(r->g->phrase_rows[PHRASE_RECIPIENT], RECIPIENT_NAME + 1);
    assert_int_equal(r->g->phrase_rows[PHRASE_MEASURE], MEASURE_PLAIN + 1);
    assert_int_equal(r->g->phrase_rows[PHRASE_BASIS], BASIS_MEASURE + 1);
    assert_int_equal(r->g->phrase_rows[PHRASE_TIER_AMOUNT], TIER_REST + 1);
    assert_int_equal(r->g->phrase_rows[PHRASE_SCOPE], SCOPE_TOGETHER + 1);
    assert_int_equal(r->g->phrase_rows[PHRASE_EACH_CAP], CAP_AMOUNT + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_run_can_be_cut_in_two_ways),
        cmocka_unit_test(chinese_patterns_have_no_english),
        cmocka_unit_test(chinese_output_has_no_english),
        cmocka_unit_test(every_word_is_used),
        cmocka_unit_test(chinese_twins_are_as_long),
        cmocka_unit_test(enums_follow_the_sets),
        cmocka_unit_test(enums_follow_the_phrases),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
