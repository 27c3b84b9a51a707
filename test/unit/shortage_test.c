/* What a late entry or a reversal takes from under entries that were accepted. */
#include "unit.h"

#include "engine.h"

#define FUND                                                                                       \
    THREE "article 2 \"Money\"\n  fund f \"F\"\n  share sale\n    rest to fund f\n"                \
          "2012-02-01 income 100 from x class sale\n"

static void a_late_entry_takes_no_more_than_is_there(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {FUND "2012-04-01 effective 2012-02-02 spend 100 rent from fund f\n", ""},
        {FUND "2012-04-01 effective 2012-02-02 spend 100.01 rent from fund f\n", "E310"},
        {FUND "2012-04-01 effective 2012-01-31 spend 1 rent from fund f\n", "E310"},
        /* 70 of 100 were spent since: 30 are left for what is written late. */
        {FUND "2012-03-01 spend 70 rent from fund f\n"
              "2012-04-01 effective 2012-02-02 spend 30 rent from fund f\n",
         ""},
        {FUND "2012-03-01 spend 70 rent from fund f\n"
              "2012-04-01 effective 2012-02-02 spend 30.01 rent from fund f\n",
         "E310"},
        /* What came in since does not help, since the 70 were spent before. */
        {FUND "2012-03-01 spend 70 rent from fund f\n2012-03-02 income 50 from x class sale\n"
              "2012-04-01 effective 2012-02-02 spend 31 rent from fund f\n",
         "E310"},
        {THREE "2012-02-01 a pays 10 loan\n2012-03-01 effective 2012-02-02 repay a 10 loan\n", ""},
        {THREE "2012-02-01 a pays 10 loan\n2012-03-01 effective 2012-02-02 repay a 10.01 loan\n",
         "E313"},
        {THREE "2012-02-01 a pays 10 loan\n2012-03-01 repay a 5 loan\n"
               "2012-04-01 effective 2012-02-02 repay a 6 loan\n",
         "E313"},
        {THREE "article 2 \"Money\"\n  share sale\n    rest to a\n"
               "2012-02-01 income 10 from x class sale\n"
               "2012-04-01 effective 2012-03-01 pay a 10.01\n",
         "E309"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void what_it_takes_from_under_others_is_told_once(void **state)
{
    (void)state;
#define SPENT FUND "2012-03-01 spend 70 rent from fund f\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {SPENT "2012-04-01 reverse 2012-02-01\n", "F126"},
        {SPENT "2012-04-01 effective 2012-02-15 reverse 2012-02-01\n", "F126"},
        {SPENT "2012-04-01 reverse 2012-02-01\n"
               "2012-04-02 effective 2012-02-20 a spends 1 rent\n",
         "F126"},
        {SPENT "2012-02-02 income 70 from x class sale\n", "E301"},
        {SPENT "2012-03-02 income 70 from x class sale\n2012-04-01 reverse 2012-02-01\n", ""},
        {THREE "2012-02-01 a pays 10 loan\n2012-03-01 repay a 6 loan\n"
               "2012-04-01 reverse 2012-02-01\n",
         "F126"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
    expect_figures(SPENT "2012-04-01 reverse 2012-02-01\n", "fund.f -70.00, assets:cash -70.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_late_entry_takes_no_more_than_is_there),
        cmocka_unit_test(what_it_takes_from_under_others_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
