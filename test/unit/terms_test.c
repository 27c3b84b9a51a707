/* Checks of the terms: for each a text that it finds fault with, and the edit that satisfies it. */
#include "unit.h"

#include "engine.h"

#include "review/terms.h"

#define ENDING                                                                                     \
    "alliance t \"T\"\n  founded 2012-01-01\n  term 10 years\n  currency CNY\n"                    \
    "article 1 \"Members\"\n  party a enterprise \"A\" lead\n  party b university \"B\"\n"         \
    "  party c institute \"C\"\n"

/* What is reported of a text beyond what resolving reports, "W103 N122". */
static struct str found(struct engine *e, const char *text)
{
    engine_resolve(e, text);
    if (diags_has_errors(&e->diags)) print_error("%.*s\n", STR_ARG(engine_problems(e)));
    assert_non_null(e->pact);
    size_t before = e->diags.count;
    review_check_terms(e->pact, &e->diags);
    struct str codes = STR("");
    for (size_t i = before; i < e->diags.count; i++)
        codes = str_format(&e->arena, "%.*s%s%s", STR_ARG(codes), codes.len ? " " : "",
                           diag_row(e->diags.list[i].code)->code);
    return codes;
}

static void each_check_finds_its_fault_alone(void **state)
{
    (void)state;
#define MONEY ENDING "article 2 \"Money\"\n"
#define COUNCIL MONEY "  body v decision\n    seats one each member\n    pass 2/3 of present\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {MONEY "  dispute court \"C\"\n  dispute arbitration \"A\"\n", "F140"},
        {MONEY "  dispute court \"C\"\n  dispute court \"D\"\n", ""},
        {MONEY "  share sale\n    10% to enterprises equally\n    rest to a\n", ""},
        {THREE "article 2 \"M\"\n  group g of b, c\n  share sale\n    10% to universities equally\n"
               "    rest to a\n",
         ""},
        {"alliance t \"T\"\n  founded 2012-01-01\n  currency CNY\narticle 1 \"M\"\n"
         "  party a enterprise \"A\" lead\n  share sale\n    10% to institutes equally\n"
         "    rest to a\n",
         "W103"},
        /* One of two recipients is there; makers may come. */
        {"alliance t \"T\"\n  founded 2012-01-01\n  currency CNY\narticle 1 \"M\"\n"
         "  party a enterprise \"A\" lead\n  share sale\n    10% to institutes, a equally\n"
         "    10% to makers by invention\n    rest to a\n",
         ""},
        {MONEY
         "  stakes s\n    a 100%\n  share sale\n    10% to b, c by stake of s\n    rest to a\n",
         "W103 N122"},
        {MONEY
         "  stakes s\n    a 100%\n  share sale\n    10% to a, c by stake of s\n    rest to a\n",
         "N122"},
        /* Founded on the first day, ended on 2021-12-31. */
        {MONEY "  project p \"P\"\n    milestone m by 2021-12-31\n    milestone n by 2012-01-01\n",
         ""},
        {MONEY "  project p \"P\"\n    milestone m by 2022-01-01\n    milestone n by 2011-12-31\n",
         "W104 W104"},
        /* Renewed for two years. */
        {MONEY "  project p \"P\"\n    milestone m by 2023-12-31\n    milestone n by 2024-01-01\n"
               "2021-12-01 renew 2 years\n",
         "W104"},
        {COUNCIL, "N121"},
        {COUNCIL "  decide amendment by v\n", ""},
        {COUNCIL "2012-02-01 motion M1 \"M\" to v on admission\n", ""},
        {MONEY "  body v advisory\n", ""},
        {MONEY "  project p \"P\"\n    work a 50%, b 50%\n", "N122"},
        {MONEY "  project p \"P\"\n    work a 50%, b 50%\n    lead c\n", ""},
        {MONEY "  project p \"P\"\n    work a 50%, b 50%\n2012-02-01 stakes s\n  c 100%\n", ""},
        {MONEY "  project p \"P\"\n    lead b\n", ""}, /* nothing is parted among members */
        {MONEY "  bear project loss\n    60% equally from a, b\n", "N123"},
        {MONEY "  bear project loss\n    60% equally from a, b\n    40% from c\n", ""},
        {MONEY "  bear project loss\n    equally from a, b, at most 30 each\n", "N123"},
        {MONEY "  bear project loss\n    equally from a, b, at most 30 each\n    rest from c\n",
         ""},
        {MONEY "  fund f \"F\"\n  bear project loss\n    from fund f\n", "N123"},
        {MONEY "  share sale\n    rest to members by score of merit\n", "N124"},
        {MONEY "  share sale\n    rest to members by score of merit\n"
               "2012-02-01 appraise a 5 on merits\n",
         "N124"},
        {MONEY "  share sale\n    rest to members by score of merit\n"
               "2012-02-01 appraise a 5 on merit\n",
         ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct engine e;
        struct str codes = found(&e, cases[i].text);
        bool same = str_eq(codes, str_from(cases[i].codes));
        if (!same) print_error("%s\ngives %.*s\n", cases[i].text, STR_ARG(codes));
        engine_release(&e);
        assert_true(same);
    }
}

static void expect_message(const char *text, const char *message)
{
    struct engine e;
    (void)found(&e, text);
    ASSERT_TEXT(diag_message(&e.arena, &e.diags.list[e.diags.count - 1], LANG_EN), message);
    engine_release(&e);
}

static void a_fault_shows_its_case(void **state)
{
    (void)state;
    expect_message(MONEY "  bear project loss\n    60% equally from a, b\n",
                   "nobody bears all of such a loss: uncovered would be 400,000.00 of a loss of "
                   "1,000,000.00");
    expect_message(MONEY "  bear project loss\n    equally from a, b, at most 30 each\n",
                   "nobody bears all of such a loss: uncovered would be what is left when each has "
                   "borne its limit");
    expect_message(MONEY "  project p \"P\"\n    milestone m by 2022-01-01\n",
                   "2022-01-01 is outside the term, which ends on 2021-12-31");
    expect_message(MONEY "  project p \"P\"\n    work a 100%\n",
                   "without task or stake, as far as the terms say: b, c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_check_finds_its_fault_alone),
        cmocka_unit_test(a_fault_shows_its_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
