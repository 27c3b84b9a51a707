/* Worked examples: each runs on the terms alone, and what it gives is compared with what it
 * expects. */
#include "unit.h"

#include "engine.h"

#include "review/examples.h"

/* A clause of one half to fund f, of the rest to a and b equally; a loss that a and b bear. */
#define TERMS                                                                                      \
    THREE                                                                                          \
    "article 2 \"Money\"\n  fund f \"F\"\n  project p \"P\"\n"                                     \
    "  share any\n    50% to fund f\n    rest to a, b equally\n"                                   \
    "  bear project loss\n    equally from a, b, at most 30 each\n"                                \
    "  stakes s\n    a 40%\n    b 30%\n    c 30%\n"
#define EXAMPLE TERMS "  example \"e\"\n"
#define SALE "    2014-02-01 income 100 from x class sale\n"
#define LICENSED                                                                                   \
    "    given\n      2014-01-01 result P1 patent \"P\" from p by a\n"                             \
    "      2014-01-01 license L1 of P1 to \"N\" nonexclusive\n        fee 100\n"

/* Runs the one example of a text: what it reports, and how the last of that reads; NULL: not
 * looked at. */
static void check_example(const char *text, enum language lang, const char *codes,
                          const char *message, const char *hint)
{
    struct engine e;
    engine_resolve(&e, text);
    assert_non_null(e.pact);
    e.diags.lang = lang;
    struct example_counts counts = review_examples(&e.arena, e.pact, &e.diags);
    struct str found = engine_codes(&e);
    bool same = str_eq(found, str_from(codes));
    if (!same) print_error("%s\ngives %.*s\n", text, STR_ARG(engine_problems(&e)));
    const struct diag *last = &e.diags.list[e.diags.count - 1];
    if (message) ASSERT_TEXT(diag_message(&e.arena, last, lang), message);
    if (hint) ASSERT_TEXT(diag_hint(&e.arena, last, lang), hint);
    engine_release(&e);
    assert_true(same);
    assert_int_equal(counts.held + counts.failed, 1);
    assert_int_equal(counts.failed, *codes == 'F');
}

static void what_it_expects_is_compared(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        /* A party without a figure: what it receives. */
        {EXAMPLE SALE "    expect\n      a 25\n      b received 25\n      fund f 50\n", ""},
        {EXAMPLE SALE "    expect\n      a 25.01\n", "F130"},
        {EXAMPLE SALE "    expect\n      c 0\n      unshared 0\n      uncovered 0\n", ""},
        {EXAMPLE SALE "    expect\n      unshared 1\n      fund f 51\n", "F130 F130"},
        {EXAMPLE "    2014-02-01 call 100 by stake of s due 2014-03-01\n"
                 "    expect\n      a called 40\n      b called 30\n      c called 30\n",
         ""},
        {EXAMPLE "    2014-02-01 call 100 by stake of s due 2014-03-01\n"
                 "    expect\n      a called 31\n",
         "F130"},
        {EXAMPLE "    2014-02-01 loss 100 of p\n    expect\n      a borne 30\n      uncovered 40\n",
         ""},
        {EXAMPLE "    2014-02-01 loss 100 of p\n    expect\n      a borne 50\n", "F130"},
        {EXAMPLE LICENSED "    2014-02-01 income 100 from L1\n    expect\n      a 25\n", ""},
        {EXAMPLE SALE "    2014-03-01 settle\n    2014-03-02 pay a 25\n    expect\n      a 25\n",
         ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check_example(cases[i].text, LANG_EN, cases[i].codes, NULL, NULL);
}

static void a_failure_says_how_far_it_is_off(void **state)
{
    (void)state;
    const char *text = EXAMPLE SALE "    expect\n      a 1,000\n";
    check_example(text, LANG_EN, "F130",
                  "`a` receives 25.00, but the example expects 1,000.00; difference -975.00",
                  "correct the example, or the terms; what it comes from: "
                  "25.00 (2.3 tier 2, 2014-02-01)");
    check_example(text, LANG_ZH, "F130", "“a”取得 25.00，而算例应为 1,000.00，相差 -975.00",
                  "请更正算例或条款；其来源：25.00（第 2.3 款第 2 档，2014-02-01）");
    check_example(EXAMPLE SALE "    expect\n      uncovered 1\n", LANG_EN, "F130",
                  "uncovered is 0.00, but the example expects 1.00; difference -1.00",
                  "correct the example, or the terms; what it comes from: no line makes it");
}

static void an_example_has_a_book_of_its_own(void **state)
{
    (void)state;
    const char *const cases[] = {
        /* Neither the journal's results nor its money are there. */
        EXAMPLE SALE "    expect\n      a 25\n2014-01-01 income 700 from x class sale\n",
        EXAMPLE LICENSED "    2014-02-01 income 100 from L1\n    expect\n      a 25\n"
                         "2013-01-01 result P1 patent \"P\" from p by b\n",
        /* Nobody need decide, and no invariant stands in the way. */
        THREE "article 2 \"Money\"\n  body council decision\n    seats one each member\n"
              "    pass 2/3 of present\n  decide licence by council\n  project p \"P\"\n"
              "  share licence\n    rest to a\n"
              "  example \"e\"\n" LICENSED
              "    2014-02-01 income 100 from L1\n    expect\n      a 100\n",
        EXAMPLE SALE "    2014-02-02 spend 50 testing from fund f\n    expect\n      fund f 0\n"
                     "  always fund f at least 50\n",
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) check_example(cases[i], LANG_EN, "", NULL, NULL);
    check_example(EXAMPLE "    2014-02-01 income 100 from L1\n    expect\n      a 25\n"
                          "2013-01-01 result P1 patent \"P\" from p by b\n"
                          "2013-01-01 license L1 of P1 to \"N\" nonexclusive\n",
                  LANG_EN, "F131", NULL, NULL);
}

static void what_cannot_run_says_why(void **state)
{
    (void)state;
    check_example(EXAMPLE SALE "    2014-01-31 income 1 from x class sale\n"
                               "    expect\n      a 25\n",
                  LANG_EN, "F131",
                  "the example “e” cannot be run: E301 2014-01-31 stands behind 2014-02-01, but "
                  "entries go in order of date",
                  NULL);
    check_example(EXAMPLE SALE "    expect\n      fund g 25\n", LANG_EN, "F131",
                  "the example “e” cannot be run: there is no `g`", NULL);
    check_example(EXAMPLE SALE "    expect\n      z 25\n", LANG_ZH, "F131",
                  "算例“e”无法运行：没有“z”", NULL);
    check_example(EXAMPLE SALE, LANG_EN, "W102", NULL, NULL);
}

static void one_in_an_amended_article_runs_by_the_amended_text(void **state)
{
    (void)state;
#define AMENDED(expected)                                                                          \
    TERMS "2015-01-01 amend\n  article 2 \"Money\"\n    fund f \"F\"\n    project p \"P\"\n"       \
          "    share any\n      80% to fund f\n      rest to a\n    stakes s\n      a 40%\n"       \
          "      b 30%\n      c 30%\n    example \"e\"\n"                                          \
          "      2014-02-01 income 100 from x class sale\n      expect\n        fund f " expected
    check_example(AMENDED("80\n"), LANG_EN, "", NULL, NULL);
    check_example(AMENDED("50\n"), LANG_EN, "F130",
                  "fund `f` holds 80.00, but the example expects 50.00; difference +30.00", NULL);
    /* In an article that stays it is of the text that it was written for. */
    check_example(TERMS "article 3 \"Annex\"\n  example \"e\"\n" SALE
                        "    expect\n      fund f 50\n2015-01-01 amend\n  article 2 \"Money\"\n"
                        "    fund f \"F\"\n    project p \"P\"\n    share any\n"
                        "      rest to fund f\n",
                  LANG_EN, "", NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_expects_is_compared),
        cmocka_unit_test(a_failure_says_how_far_it_is_off),
        cmocka_unit_test(an_example_has_a_book_of_its_own),
        cmocka_unit_test(what_cannot_run_says_why),
        cmocka_unit_test(one_in_an_amended_article_runs_by_the_amended_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
