/* Grants: what they pay for, what goes back, and what part of all money in they may be. */
#include "unit.h"

#include "engine.h"

#define GRANTS                                                                                     \
    THREE "article 2 \"Money\"\n  project p \"P\"\n  project q \"Q\"\n"                            \
          "  share surplus\n    rest to a\n"
#define GRANT "2012-02-01 grant 100 from \"M\" for p\n"

/* Unspent money goes back first, and from the project it was for; then common money pays. */
static void what_is_unspent_goes_back_first(void **state)
{
    (void)state;
    static const struct {
        const char *text, *figures;
    } cases[] = {
        {GRANTS GRANT "2012-03-01 return 30 grant to \"M\"\n",
         "assets:cash 70.00, liabilities:grant:M -70.00"},
        /* 60 spent, 40 unspent: of 50 that go back 10 are paid from the income of 25. */
        {GRANTS GRANT "2012-02-02 spend 60 t for p\n2012-02-03 income 25 from x class interest\n"
                      "2012-03-01 return 50 grant to \"M\"\n",
         "a.received 15.00, assets:cash 15.00, liabilities:grant:M -50.00"},
        /* The other way round: what went back cannot be spent, so 10 of 70 are common money. */
        {GRANTS GRANT "2012-02-03 income 25 from x class interest\n"
                      "2012-03-01 return 40 grant to \"M\"\n2012-03-02 spend 70 t for p\n",
         "a.received 15.00"},
        /* Taken back, it is there to be spent again. */
        {GRANTS GRANT "2012-02-03 income 25 from x class interest\n"
                      "2012-03-01 return 40 grant to \"M\"\n2012-03-02 reverse 2012-03-01\n"
                      "2012-03-03 spend 100 t for p\n",
         "a.received 25.00, liabilities:grant:M -100.00"},
        /* Entered late it took effect before the spending: 60 left of 100 for 70. */
        {GRANTS GRANT "2012-02-03 income 25 from x class interest\n2012-03-02 spend 70 t for p\n"
                      "2012-04-01 effective 2012-03-01 return 40 grant to \"M\"\n",
         "a.received 15.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_figures(cases[i].text, cases[i].figures);
}

static void no_more_goes_back_than_is_held(void **state)
{
    (void)state;
#define RETURN(amount) "2012-03-01 return " amount " grant to \"M\"\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {GRANTS GRANT RETURN("100"), ""},
        {GRANTS GRANT RETURN("100.01"), "E385"},
        {GRANTS GRANT "2012-02-02 spend 60 t for p\n" RETURN("100"), ""},
        {GRANTS GRANT RETURN("60") RETURN("40.01"), "E385"},
        {GRANTS "2012-02-01 grant 100 from \"N\" for p\n" RETURN("1"), "E385"},
        {GRANTS GRANT "2012-02-02 reverse 2012-02-01\n" RETURN("1"), "E385"},
        /* What a clause passed on is held no more. */
        {GRANTS "  share grant\n    40% to b\n    rest to c\n" GRANT RETURN("1"), "E385"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void grants_pay_only_for_what_is_eligible(void **state)
{
    (void)state;
#define ELIGIBLE GRANTS "  grants are restricted\n    eligible tests, staff\n" GRANT
#define INTEREST "2012-02-02 income 50 from x class interest\n"
    expect_codes(ELIGIBLE "2012-03-01 spend 5 staff for p from grant\n", "");
    expect_codes(ELIGIBLE "2012-03-01 spend 5 cars for p from grant\n", "E384");
    expect_codes(GRANTS GRANT "2012-03-01 spend 5 cars for p from grant\n", "");
    /* 20 for cars are common money; 30 for tests are not. */
    expect_figures(ELIGIBLE INTEREST "2012-03-01 spend 20 cars for p\n"
                                     "2012-03-01 spend 30 tests for p\n",
                   "a.received 30.00");
}

static void grants_past_their_part_of_all_money_are_a_finding(void **state)
{
    (void)state;
#define CAPPED GRANTS "  grants are restricted, at most 40% of all money in\n"
#define PAID "2012-01-05 a pays 150 capital\n"
    expect_codes(CAPPED PAID GRANT, ""); /* 100 of 250 */
    expect_codes(CAPPED PAID "2012-02-01 grant 100.01 from \"M\" for p\n", "F122");
    expect_codes(CAPPED GRANT PAID, "E301");
    expect_codes(CAPPED PAID "2012-01-06 reverse 2012-01-05\n" GRANT, "F122");
    expect_codes(CAPPED "2012-01-05 income 150 from x class sale\n" GRANT, "");
    expect_codes(CAPPED PAID GRANT "2012-03-01 return 50 grant to \"M\"\n"
                                   "2012-03-02 grant 50 from \"M\" for p\n",
                 "");
    /* Money that comes back from spending that is reversed is no money in. */
    expect_codes(CAPPED PAID "2012-01-06 spend 100 t\n2012-01-07 reverse 2012-01-06\n"
                             "2012-02-01 grant 100.01 from \"M\" for p\n",
                 "F122");
}

/* A budget of 100 of which 30% are left to grants. */
static void grants_past_their_part_of_a_project_are_a_finding(void **state)
{
    (void)state;
#define FUNDED                                                                                     \
    THREE "article 2 \"Money\"\n  project p \"P\"\n    budget 100\n"                               \
          "    funded a 70%, grant 30%\n  project q \"Q\"\n    budget 100\n    funded a 100%\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {FUNDED "2012-02-01 grant 30 from \"M\" for p\n", ""},
        {FUNDED "2012-02-01 grant 30.01 from \"M\" for p\n", "F171"},
        {FUNDED "2012-02-01 grant 20 from \"M\" for p\n2012-02-02 grant 11 from \"N\" for p\n",
         "F171"},
        {FUNDED "2012-02-01 grant 20 from \"M\" for p\n2012-02-01 return 5 grant to \"M\"\n"
                "2012-02-02 grant 15 from \"N\" for p\n",
         ""},
        {FUNDED "2012-02-01 grant 20 from \"M\" for p\n2012-02-01 reverse 2012-02-01\n"
                "2012-02-02 grant 30 from \"N\" for p\n",
         ""},
        {FUNDED "2012-02-01 supplement 10 for p\n2012-02-02 grant 33 from \"M\" for p\n", ""},
        /* Nothing is agreed for grants there. */
        {FUNDED "2012-02-01 grant 90 from \"M\" for q\n2012-02-02 grant 9 from \"M\"\n", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_unspent_goes_back_first),
        cmocka_unit_test(no_more_goes_back_than_is_held),
        cmocka_unit_test(grants_pay_only_for_what_is_eligible),
        cmocka_unit_test(grants_past_their_part_of_all_money_are_a_finding),
        cmocka_unit_test(grants_past_their_part_of_a_project_are_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
