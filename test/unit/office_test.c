/* Budgets by year and category, and the people of the office. */
#include "unit.h"

#include "engine.h"

#define BUDGET                                                                                     \
    THREE "article 2 \"Money\"\n  fund f \"F\"\n  project p \"P\"\n"                               \
          "2012-02-01 budget 2012\n  rent 100\n  travel 20\n"

static void spending_is_measured_by_year_and_category(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {BUDGET "2012-03-01 spend 100 rent\n2012-03-01 spend 20 travel\n", ""},
        {BUDGET "2012-03-01 spend 100.01 rent\n", "F121"},
        {BUDGET "2012-03-01 spend 60 rent\n2012-03-02 spend 41 rent for p\n", "F121"},
        /* Told once; what a member spends itself is none of the alliance's money. */
        {BUDGET "2012-03-01 spend 101 rent\n2012-03-02 spend 1 rent\n", "F121"},
        {BUDGET "2012-03-01 a spends 101 rent for p\n", ""},
        /* A category that the budget does not have; a year that has none. */
        {BUDGET "2012-03-01 spend 1 advice\n", "F121"},
        {BUDGET "2013-03-01 spend 1 advice\n", ""},
        /* A supplement adds; taken back it does not. */
        {BUDGET "2012-02-02 budget 2012\n  rent 1\n2012-03-01 spend 101 rent\n", ""},
        {BUDGET "2012-02-02 budget 2012\n  rent 1\n2012-02-03 reverse 2012-02-02\n"
                "2012-03-01 spend 101 rent\n",
         "F121"},
        {BUDGET "2012-03-01 spend 100 rent\n2012-03-02 reverse 2012-03-01\n"
                "2012-03-03 spend 100 rent\n",
         ""},
        /* What was spent before the budget came is measured by it. */
        {THREE "2012-02-01 spend 5 rent\n2012-02-02 budget 2012\n  rent 4\n", "F121"},
        {BUDGET "2012-03-01 spend 60 rent\n2012-03-05 effective 2012-02-20 spend 41 rent\n",
         "F121"},
        {BUDGET "2013-01-05 effective 2012-12-20 spend 101 rent\n", "F121"},
        {THREE "2012-02-01 budget 2012\n  rent 1\n  rent 2\n", "E382"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void nobody_works_more_than_the_whole_time(void **state)
{
    (void)state;
#define BODIES THREE "article 2 \"Bodies\"\n  body o executive\n  body s supervisory\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {BODIES "2012-02-01 staff \"Li\" 60% in o employed by a\n"
                "2012-03-01 staff \"Li\" 40% in s employed by b\n",
         ""},
        {BODIES "2012-02-01 staff \"Li\" 60% in o employed by a\n"
                "2012-03-01 staff \"Li\" 41% in s employed by b\n",
         "E383"},
        {BODIES "2012-02-01 staff \"Li\" fulltime in o employed by a until 2012-02-29\n"
                "2012-03-01 staff \"Li\" fulltime in s employed by b\n",
         ""},
        {BODIES "2012-02-01 staff \"Li\" fulltime in o employed by a until 2012-03-01\n"
                "2012-03-01 staff \"Li\" fulltime in s employed by b\n",
         "E383"},
        /* A later entry in the same body takes the place of the earlier one. */
        {BODIES "2012-02-01 staff \"Li\" fulltime in o employed by a\n"
                "2012-03-01 staff \"Li\" 50% in o employed by a\n"
                "2012-03-01 staff \"Li\" 50% in s employed by b\n",
         ""},
        {BODIES "2012-02-01 staff \"Li\" fulltime in o employed by a\n"
                "2012-02-02 reverse 2012-02-01\n"
                "2012-03-01 staff \"Li\" fulltime in s employed by b\n",
         ""},
        {BODIES "2012-02-01 staff \"Li\" fulltime in o employed by a\n"
                "2012-02-01 staff \"Wu\" fulltime in o employed by a\n",
         ""},
        {BODIES "2012-02-01 staff \"Li\" 120% in o employed by a\n", "E206"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spending_is_measured_by_year_and_category),
        cmocka_unit_test(nobody_works_more_than_the_whole_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
