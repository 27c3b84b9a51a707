/* The pact: what the resolved agreement holds, and what is refused before any entry is folded.
 *
 * Every refusal of a term has its file in test/errors; here are the edges of the rules behind them
 * and the numbers that the layers above rely on. All expectations are worked out by hand from
 * docs/language.md. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define MONEY "article 2 \"Money\"\n"

static date_t day(const char *text)
{
    date_t d = DATE_NONE;
    assert_int_equal(date_parse(&d, text), OK);
    return d;
}

static void resolve(struct engine *e, const char *text)
{
    engine_resolve(e, text);
    if (!diags_has_errors(&e->diags)) return;
    struct str problems = engine_problems(e);
    fail_msg("%.*s in\n%s", STR_ARG(problems), text);
}

static uint32_t word(const struct engine *e, const char *name)
{
    uint32_t w = words_find(&e->words, str_from(name));
    if (w == WORD_NONE) fail_msg("no word %s", name);
    return w;
}

static const struct stakes *stakes(const struct engine *e, const char *name)
{
    uint32_t index = pact_find_in(e->pact, NAMES_STAKES, word(e, name));
    assert_int_not_equal(index, INDEX_NONE);
    return &e->pact->stakes[index];
}

/* "0:8 1:5" of a set: party and weight. */
static void assert_set(struct engine *e, const struct share_set *set, const char *expected)
{
    struct str text = STR("");
    assert_non_null(set);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < set->count; i++) {
        text = str_format(&e->arena, "%.*s%s%u:%llu", STR_ARG(text), i ? " " : "",
                          (unsigned)set->parties[i], (unsigned long long)set->weights[i]);
        sum += set->weights[i];
    }
    assert_string_equal(text.ptr, expected);
    assert_true(sum == set->sum);
}

/* ---- head and names ---- */

static void the_head_says_what_holds(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, "alliance t \"T\"\n  founded 2012-02-29\n  term 10 years\n  currency JPY\n"
                "  form company\n");
    assert_int_equal(e.pact->founded, day("2012-02-29"));
    assert_int_equal(e.pact->ends, day("2022-02-28")); /* the last day of a shorter month */
    assert_int_equal(e.pact->digits, 0);
    assert_int_equal(e.pact->form, LEGAL_COMPANY);
    assert_int_equal(e.pact->rounding, ROUNDING_CUMULATIVE_1);
    engine_release(&e);
    resolve(&e, "alliance t \"T\"\n  founded 2012-02-29\n  rounding per split\n");
    assert_int_equal(e.pact->ends, DATE_OPEN);
    assert_int_equal(e.pact->digits, 2);
    assert_false(e.pact->has_form);
    assert_int_equal(e.pact->rounding, ROUNDING_PER_SPLIT);
    engine_release(&e);
    expect_codes("article 1 \"M\"\n  party a enterprise \"A\"\n", "E205");
    expect_codes("alliance t \"T\"\n", "E219");
    expect_codes(ALLIANCE "alliance u \"U\"\n  founded 2012-01-01\n", "E220");
    expect_codes("alliance t \"T\"\n  founded 2012-01-01\n  rounding cumulative 2\n", "E232");
}

static void members_stand_in_the_order_of_their_declaration(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE "2013-05-01 join d person \"D\"\n2013-06-01 sign b \"B\"\n");
    assert_int_equal(e.pact->party_count, 4);
    assert_int_equal(engine_party(&e, "a"), 0);
    assert_int_equal(engine_party(&e, "d"), 3);
    const struct party *b = &e.pact->parties[1], *d = &e.pact->parties[3];
    assert_int_equal(b->kind, KIND_UNIVERSITY);
    assert_true(e.pact->parties[0].lead && !b->lead);
    assert_true(b->signed_ && !d->signed_);
    assert_int_equal(b->since, e.pact->founded);
    assert_int_equal(d->since, day("2013-05-01"));
    assert_int_equal(b->entry, INDEX_NONE);
    assert_int_equal(d->entry, 0);
    engine_release(&e);
}

static void parties_projects_and_results_share_their_names(void **state)
{
    (void)state;
    expect_codes(THREE MONEY "  project a \"P\"\n", "E201");
    expect_codes(THREE MONEY "  group a of b\n", "E201");
    expect_codes(THREE MONEY "  body b decision\n", "E201");
    expect_codes(THREE "2012-02-01 result c patent \"C\" by a\n", "E201");
    expect_codes(THREE "2012-02-01 join c person \"C\"\n", "E201");
    /* Funds, stakes and projects have sets of their own, or share one only among themselves. */
    expect_codes(THREE MONEY "  fund a \"F\"\n  stakes a in parts\n    a 1\n  project p \"P\"\n",
                 "");
    expect_codes(THREE MONEY "  fund f \"F\"\n  fund f \"F\"\n", "E201");
}

static void a_wrong_name_is_told_with_the_nearest(void **state)
{
    (void)state;
    struct engine e;
    engine_resolve(&e, ALLIANCE "  liable lighthouse\n"
                                "article 1 \"M\"\n  party lighthose enterprise \"L\"\n");
    assert_int_equal(e.diags.counts[SEVERITY_ERROR], 1);
    struct str hint = diag_hint(&e.arena, &e.diags.list[0], LANG_EN);
    assert_true(str_starts_with(hint, STR("did you mean \"lighthose\"?")));
    engine_release(&e);
}

/* ---- shares ---- */

static void shares_become_the_smallest_whole_weights(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE MONEY "  stakes percent\n    b 25%\n    a 40%\n    c 35%\n"
                            "  stakes thirds\n    a 1/3\n    b 1/3\n    c 1/3\n"
                            "  stakes money in parts\n    a 376750.00\n    b 317625.00\n"
                            "    c 225625\n"
                            "  stakes missing normalised\n    a 33.33333%\n    b 33.33333%\n"
                            "    c 33.33333%\n"
                            "  stakes fine\n    a 66.66667%\n    b 33.33333%\n");
    assert_set(&e, pact_stakes_at(stakes(&e, "percent"), e.pact->founded), "0:8 1:5 2:7");
    assert_set(&e, pact_stakes_at(stakes(&e, "thirds"), e.pact->founded), "0:1 1:1 2:1");
    assert_set(&e, pact_stakes_at(stakes(&e, "money"), e.pact->founded), "0:3014 1:2541 2:1805");
    assert_set(&e, pact_stakes_at(stakes(&e, "missing"), e.pact->founded), "0:1 1:1 2:1");
    assert_set(&e, pact_stakes_at(stakes(&e, "fine"), e.pact->founded), "0:6666667 1:3333333");
    engine_release(&e);
}

static void shares_of_a_whole_make_exactly_one(void **state)
{
    (void)state;
    expect_codes(THREE MONEY "  stakes s\n    a 99.99999%\n", "E207");
    expect_codes("article 1 \"M\"\n  party a enterprise \"A\"\n  stakes s\n    a 9%\n",
                 "E205 E207");
    expect_codes(THREE MONEY "  stakes s\n    a 99.99999%\n    b 1/10000000\n", "");
    expect_codes(THREE MONEY "  stakes s\n    a 100%\n    b 1/10000000\n", "E207");
    expect_codes(THREE MONEY "  stakes s\n    a 60%\n    a 40%\n", "E208");
    expect_codes(THREE MONEY "  stakes s\n    a 60%\n    b 40\n", "E210");
    expect_codes(THREE MONEY "  stakes s in parts\n    a 0\n", "E207");
    expect_codes(THREE MONEY "  stakes s\n    a 1/999999999999999989\n"
                             "    b 999999999999999988/999999999999999989\n",
                 "E209");
}

static void stakes_hold_from_the_start_of_their_day(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE MONEY "  stakes s\n    a 100%\n"
                            "2012-07-01 stakes s\n  b 100%\n"
                            "2013-07-01 stakes s none\n"
                            "2014-07-01 stakes s\n  c 100%\n");
    const struct stakes *s = stakes(&e, "s");
    assert_int_equal(s->set_count, 4);
    assert_null(pact_stakes_at(s, day("2011-12-31")));
    assert_set(&e, pact_stakes_at(s, day("2012-01-01")), "0:1");
    assert_set(&e, pact_stakes_at(s, day("2012-06-30")), "0:1");
    assert_set(&e, pact_stakes_at(s, day("2012-07-01")), "1:1");
    assert_set(&e, pact_stakes_at(s, day("2013-06-30")), "1:1");
    assert_null(pact_stakes_at(s, day("2013-07-01")));
    assert_null(pact_stakes_at(s, day("2014-06-30")));
    assert_set(&e, pact_stakes_at(s, day("9999-12-31")), "2:1");
    engine_release(&e);
    expect_codes(THREE "2012-07-01 stakes s\n  b 100%\n2012-07-01 stakes s\n  a 100%\n", "E222");
    expect_codes(THREE MONEY "  stakes s\n    a 100%\n2012-01-01 stakes s\n  b 100%\n", "E222");
    expect_codes(THREE "2012-07-01 stakes s\n", "E223");
}

/* ---- capital ---- */

static void tranches_sum_to_the_pledge(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE MONEY "  a pledges 100\n    1/3 due 2013-01-01\n    1/3 due 2012-06-01\n"
                            "    1/3 due 2014-01-01\n"
                            "  b pledges 50 due 2013-01-01\n"
                            "  c pledges 20\n  c pledges 5\n");
    /* In the order written 33.33, 33.33, 33.34; in the order due the second comes first. */
    static const struct {
        const char *due;
        uint32_t party;
        int64_t minor;
    } expected[] = {{"2012-06-01", 0, 3333},
                    {"2013-01-01", 0, 3333},
                    {"2013-01-01", 1, 5000},
                    {"2014-01-01", 0, 3334}};
    assert_int_equal(e.pact->tranche_count, ARRAY_LEN(expected));
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_int_equal(e.pact->tranches[i].due, day(expected[i].due));
        assert_int_equal(e.pact->tranches[i].party, expected[i].party);
        assert_int_equal(e.pact->tranches[i].amount_minor, expected[i].minor);
    }
    assert_int_equal(pact_at(e.pact, DATE_NONE)->pledges_minor[2], 2500);
    engine_release(&e);
    expect_codes(THREE MONEY "  a pledges 100\n    50% due 2013-01-01\n", "E211");
    expect_codes(THREE MONEY "  a pledges 100 due 2013-01-01\n    100% due 2013-01-01\n", "E276");
}

/* ---- projects ---- */

static const struct project_terms *only_project(const struct engine *e)
{
    assert_int_equal(e->pact->project_count, 1);
    return pact_project(e->pact, 0, DATE_NONE);
}

static void funding_leaves_the_grant_out(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE MONEY "  project p \"P\" key\n    lead c\n    budget 1,000, 20% at start\n"
                            "    funded a 40%, b 30%, grant 30%\n    work c 100%\n"
                            "    milestone first by 2013-01-01 releases 30%\n"
                            "    milestone last by 2014-01-01\n");
    const struct project_terms *p = only_project(&e);
    assert_set(&e, &p->funded, "0:4 1:3");
    assert_int_equal(p->lead, 2);
    assert_int_equal(p->budget_minor, 100000);
    assert_true(ratio_equal(p->at_start, (struct ratio){1, 5}));
    assert_int_equal(p->milestone_count, 2);
    assert_true(ratio_equal(p->milestones[0].releases, (struct ratio){3, 10}));
    assert_true(ratio_equal(p->milestones[1].releases, RATIO_ZERO));
    engine_release(&e);
    expect_codes(THREE MONEY "  project p \"P\"\n    funded a 40%, b 30%\n", "E207");
    expect_codes(THREE MONEY "  project p \"P\"\n    work a 40%, b 30%\n", "E207");
    expect_codes(THREE MONEY "  project p \"P\"\n    milestone m by 2013-01-01\n"
                             "    milestone m by 2014-01-01\n",
                 "E201");
    expect_codes(THREE MONEY "  project p \"P\"\n    budget 10, 80% at start\n"
                             "    milestone m by 2013-01-01 releases 30%\n",
                 "E225");
    expect_codes(THREE MONEY "  project p \"P\"\n    budget 10, 101% at start\n", "E225");
}

static void what_milestones_leave_is_released_at_the_start(void **state)
{
    (void)state;
    static const struct {
        const char *lines;
        struct ratio start;
    } cases[] = {
        {"    budget 10\n", {1, 1}},
        {"    budget 10\n    milestone m by 2013-01-01 releases 30%\n", {7, 10}},
        {"    milestone m by 2013-01-01 releases 1/3\n    budget 10\n"
         "    milestone n by 2013-01-01 releases 2/3\n",
         {0, 1}},
        {"    budget 10, 0% at start\n    milestone m by 2013-01-01 releases 30%\n", {0, 1}},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct engine e;
        struct arena a;
        arena_init(&a);
        resolve(&e,
                str_format(&a, "%s%s%s", THREE MONEY, "  project p \"P\"\n", cases[i].lines).ptr);
        assert_true(ratio_equal(only_project(&e)->at_start, cases[i].start));
        engine_release(&e);
        arena_release(&a);
    }
}

/* ---- results and licences ---- */

static void makers_have_shares_or_are_equal(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE MONEY "  project p \"P\"\n"
                            "2012-02-01 result R1 patent \"1\" from p by b, a\n"
                            "2012-02-01 result R2 patent \"2\" by c 60%, a 40%\n"
                            "2012-02-01 background R3 patent \"3\" of b for p\n"
                            "2012-02-02 license L of R1, R2, R3 to \"X\"\n");
    const struct result *r = e.pact->results;
    assert_int_equal(e.pact->result_count, 3);
    assert_int_equal(r[0].project, 0);
    assert_int_equal(r[0].makers[0].party, 0);
    assert_true(ratio_equal(r[0].makers[1].share, (struct ratio){1, 2}));
    assert_int_equal(r[1].project, INDEX_NONE);
    assert_true(ratio_equal(r[1].makers[1].share, (struct ratio){3, 5}));
    assert_true(r[2].background && r[2].project == INDEX_NONE);
    assert_int_equal(e.pact->licences[0].part_count, 3);
    assert_true(ratio_equal(e.pact->licences[0].parts[2].share, (struct ratio){1, 3}));
    engine_release(&e);
    expect_codes(THREE "2012-02-01 result R patent \"R\" by a 60%, b\n", "E218");
    expect_codes(THREE "2012-02-01 result R patent \"R\" by a 60%, b 30%\n", "E218");
    expect_codes(THREE "2012-02-01 result R patent \"R\" by a 60%, a 40%\n", "E208");
    expect_codes(THREE "2012-02-01 result R patent \"R\" by a\n"
                       "2012-02-01 license L of R 90% to \"X\"\n",
                 "E218");
}

/* ---- clauses ---- */

static void tiers_have_paths_and_ids_of_their_own(void **state)
{
    (void)state;
    struct engine e;
    resolve(&e, THREE MONEY "  fund f \"F\"\n"
                            "  share sale\n    10% to fund f\n    rest\n      60% to a\n"
                            "      rest to b\n"
                            "  share service of each result\n    rest to a\n"
                            "  bear project loss\n    from fund f\n    rest from a\n");
    const struct clause *sale = &e.pact->shares[0], *bear = &e.pact->bears[0];
    ASSERT_TEXT(sale->tiers[1].path, "2");
    ASSERT_TEXT(sale->tiers[1].parts[1].path, "2.2");
    assert_int_equal(sale->term->article, 2);
    assert_int_equal(sale->term->clause, 2);
    assert_int_equal(e.pact->shares[1].width, WIDTH_EACH_RESULT);
    assert_true(bear->tiers[0].from_fund && !bear->tiers[1].from_fund);
    uint32_t ids[] = {sale->tiers[0].id,
                      sale->tiers[1].id,
                      sale->id,
                      e.pact->shares[1].id,
                      bear->id,
                      sale->tiers[1].parts[0].id,
                      sale->tiers[1].parts[1].id,
                      e.pact->shares[1].tiers[0].id,
                      bear->tiers[0].id,
                      bear->tiers[1].id};
    assert_int_equal(e.pact->tier_count, ARRAY_LEN(ids));
    for (size_t i = 0; i < ARRAY_LEN(ids); i++)
        for (size_t k = 0; k < i; k++) assert_int_not_equal(ids[i], ids[k]);
    engine_release(&e);
}

#define SHARE THREE MONEY "  fund f \"F\"\n  share sale\n"

static void tiers_that_cannot_be_meant_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {SHARE "    rest to a\n    10% to b\n", "E212"},
        {SHARE "    rest\n      60% to a\n      30% to b\n", "E213"},
        {SHARE "    rest\n      60% to a\n      40% to b\n      rest to c\n", "E213"},
        {SHARE "    rest\n      rest to a\n      40% to b\n", "E212"},
        {SHARE "    rest to members\n", "E214"},
        {SHARE "    rest to a, b\n", "E214"},
        {SHARE "    rest to a\n", ""},
        {SHARE "    60% to a\n    50% to b\n    rest to c\n", "E215"},
        {SHARE "    60% to a\n", "E216"},
        {SHARE "    101% to a\n    rest to b\n", "E206 E215"},
        {SHARE "    rest to fund f, a by capital\n", "E226"},
        {SHARE "    rest to a\n      100% to b\n", "E227"},
        {SHARE "    rest\n", "E228"},
        {SHARE "    rest\n      5 to a\n      rest to b\n", "E229"},
        {SHARE "    rest\n      50%\n        100% to a\n      50% to b\n", "E230"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void equally_narrow_clauses_are_refused(void **state)
{
    (void)state;
    const char *terms = "  project p \"P\"\n  project q \"Q\"\n"
                        "  share sale of project p\n    rest to a\n";
    static const struct {
        const char *clause, *codes;
    } cases[] = {
        {"  share sale of project q\n    rest to a\n", ""},
        {"  share sale\n    rest to a\n", ""},
        {"  share service of project p\n    rest to a\n", ""},
        {"  share any of project p\n    rest to a\n", ""},
        {"  share sale of project p\n    rest to b\n", "E217"},
        {"  share sale\n    rest to a\n  share sale of all projects together\n    rest to b\n",
         "E217"},
        {"  bear project loss\n    rest from a\n  bear project loss\n    rest from b\n", "E217"},
        {"  bear project loss\n    rest from a\n  bear liability\n    rest from b\n", ""},
        {"  bear project loss\n    rest from fund p\n", "E202"},
        {"  share surplus of generic projects\n    rest to a\n", "E234"},
        {"  share surplus of all projects together\n    rest to a\n", ""},
        {"  share grant of each result\n    rest to a\n", "E234"},
        {"  share grant of project q\n    rest to a\n", ""},
        {"  bear project loss\n", "E228"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct arena a;
        arena_init(&a);
        struct str text = str_format(&a, "%s%s%s", THREE MONEY, terms, cases[i].clause);
        expect_codes(text.ptr, cases[i].codes);
        arena_release(&a);
    }
}

/* Quadratic searches would take minutes here, and the runner stops them. */
static void many_articles_and_clauses_are_quickly_compared(void **state)
{
    (void)state;
    enum { MANY = 50000, LINE_BYTES = 160 };
    struct arena a;
    arena_init(&a);
    char *text = arena_alloc(&a, (size_t)MANY * LINE_BYTES);
    size_t len = (size_t)snprintf(text, LINE_BYTES * 4, "%s%s", THREE,
                                  "  body k decision\n    seats one each member\n    pass 2/3\n");
    for (int i = 2; i < MANY; i++)
        len +=
            (size_t)snprintf(text + len, LINE_BYTES,
                             "article %d \"A\"\n  project p%d \"P\"\n  share sale of project p%d\n"
                             "    rest to a\n  decide x%d by k\n",
                             i, i, i, i);
    (void)snprintf(text + len, LINE_BYTES,
                   "article 7 \"A\"\n  share sale of project p9\n    rest to b\n"
                   "  decide x3 by k\n");
    expect_codes(text, "E233 E217 E243");
    arena_release(&a);
}

static void an_association_distributes_to_funds_only(void **state)
{
    (void)state;
    expect_codes(ALLIANCE "  form association\narticle 1 \"M\"\n  party a enterprise \"A\"\n"
                          "  fund f \"F\"\n  share sale\n    rest to fund f\n",
                 "");
    expect_codes(ALLIANCE "  form association\narticle 1 \"M\"\n  party a enterprise \"A\"\n"
                          "  share sale\n    rest to a\n",
                 "E221");
}

/* ---- entries ---- */

static void entries_are_checked_in_their_order(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {THREE "2012-02-02 settle\n2012-02-01 settle\n", "E301"},
        {THREE "2011-12-31 settle\n", "E302"},
        {THREE "2012-02-02 effective 2012-02-03 settle\n", "E305"},
        {THREE "2012-02-02 effective 2011-12-31 settle\n", "E302"},
        {THREE "2012-02-01 income 5 from L\n2012-02-02 result R patent \"R\" by a\n"
               "2012-02-03 license L of R to \"X\"\n",
         "E303"},
        {THREE "2012-02-01 d pays 5 capital\n2012-02-02 join d person \"D\"\n", "E303"},
        {THREE "2012-02-01 income 5 from x\n", "E304"},
        {THREE "2012-02-01 income 5 from x class sale\n", ""},
        {THREE MONEY "  project p \"P\"\n  project q \"Q\"\n"
                     "2012-02-01 income 5 from x class sale of p for q\n",
         "E315"},
        {THREE "2012-02-01 income 5 from x class sale over 2012-02-01 to 2012-02-01\n", "E306"},
        {THREE "2012-02-01 income 5 from x class sale over 2012-02-01 to 2012-02-02\n", ""},
        {THREE "2012-02-01 d pays 5 capital\n", "E202"},
        {THREE "2012-02-01 start a\n", "E203"},
        {THREE MONEY
         "  body k decision\n    seats one each member\n    pass 2/3\n  decide admission by k\n"
         "2012-02-02 join d person \"D\"\n",
         "E307"},
        {THREE MONEY
         "  body k decision\n    seats one each member\n    pass 2/3\n  decide budget by k\n"
         "2012-02-02 join d person \"D\"\n",
         ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_says_what_holds),
        cmocka_unit_test(members_stand_in_the_order_of_their_declaration),
        cmocka_unit_test(parties_projects_and_results_share_their_names),
        cmocka_unit_test(a_wrong_name_is_told_with_the_nearest),
        cmocka_unit_test(shares_become_the_smallest_whole_weights),
        cmocka_unit_test(shares_of_a_whole_make_exactly_one),
        cmocka_unit_test(stakes_hold_from_the_start_of_their_day),
        cmocka_unit_test(tranches_sum_to_the_pledge),
        cmocka_unit_test(funding_leaves_the_grant_out),
        cmocka_unit_test(what_milestones_leave_is_released_at_the_start),
        cmocka_unit_test(makers_have_shares_or_are_equal),
        cmocka_unit_test(tiers_have_paths_and_ids_of_their_own),
        cmocka_unit_test(tiers_that_cannot_be_meant_are_refused),
        cmocka_unit_test(equally_narrow_clauses_are_refused),
        cmocka_unit_test(many_articles_and_clauses_are_quickly_compared),
        cmocka_unit_test(an_association_distributes_to_funds_only),
        cmocka_unit_test(entries_are_checked_in_their_order),
    };
    return cmocka_run_group_tests_name("pact", tests, NULL, NULL);
}
