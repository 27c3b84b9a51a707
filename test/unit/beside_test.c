/* Funds in a list with others, and what limits a fund that bears losses. */
#include "unit.h"

#include "engine.h"

#define MONEY THREE "article 2 \"Money\"\n  fund f \"F\"\n  fund g \"G\"\n    target 5\n"
#define INCOME(day, amount) "2012-02-" day " income " amount " from x class sale\n"

static void a_fund_counts_as_one_of_the_list(void **state)
{
    (void)state;
    expect_figures(MONEY "  share sale\n    rest to members, fund f equally\n" INCOME("01", "8"),
                   "fund.f 2.00, a.received 2.00, b.received 2.00, c.received 2.00");
    expect_figures(
        MONEY
        "  share sale\n    50% to fund f, a equally\n    rest to b, c, fund f equally\n" INCOME(
            "01", "12"),
        "fund.f 5.00, a.received 3.00, b.received 2.00, c.received 2.00");
    /* Two funds: g takes 5, f the same; what g cannot take goes on. */
    expect_figures(MONEY "  share sale\n    rest to fund f, fund g equally\n" INCOME("01", "8"),
                   "fund.f 4.00, fund.g 4.00");
    expect_figures(MONEY "  share sale\n    8 to fund f, fund g equally\n    rest to c\n" INCOME(
                       "01", "8") INCOME("02", "8") INCOME("03", "8"),
                   "fund.f 16.00, fund.g 5.00, c.received 3.00");
}

/* The second receipt of 9: g has room for 2 of its 3, and the third is the others'. */
static void what_a_full_fund_leaves_is_the_others(void **state)
{
    (void)state;
    const char *text = MONEY "  share sale\n    rest to a, b, fund g equally\n" INCOME("01", "9")
        INCOME("02", "9") INCOME("03", "9");
    expect_figures_until(text, "2012-02-01", "fund.g 3.00, a.received 3.00, b.received 3.00");
    expect_figures_until(text, "2012-02-02", "fund.g 5.00, a.received 6.50, b.received 6.50");
    expect_figures(text, "fund.g 5.00, a.received 11.00, b.received 11.00");
}

static void it_is_taken_back_and_amended_like_any_division(void **state)
{
    (void)state;
    expect_figures(MONEY "  share sale\n    rest to members, fund f equally\n" INCOME("01", "8")
                       INCOME("02", "4") "2012-03-01 reverse 2012-02-01\n",
                   "fund.f 1.00, a.received 1.00, b.received 1.00, c.received 1.00");
    expect_figures(
        MONEY "  share sale\n    rest to members, fund f equally\n" INCOME(
            "01",
            "8") "2012-02-10 amend\n  article 2 \"Money\"\n    fund f \"F\"\n    fund g \"G\"\n"
                 "    share sale\n      rest to a, fund g equally\n" INCOME("11", "6"),
        "fund.f 2.00, fund.g 3.00, a.received 5.00, b.received 2.00");
}

static void a_limit_of_a_fund_is_one_in_all(void **state)
{
    (void)state;
    expect_figures(MONEY "  share sale\n    rest to fund f\n  bear project loss\n"
                         "    from fund f, at most 5 each\n    rest from a\n" INCOME(
                             "01", "100") "2012-03-01 loss 3\n2012-03-02 loss 8\n",
                   "fund.f 95.00, a.borne 6.00");
}

static void what_has_no_meaning_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {MONEY "  share sale\n    rest to a, fund f\n", "E214"},
        {MONEY "  share sale\n    rest to a, fund f by capital\n", "E226"},
        {MONEY "  share sale\n    rest to a, fund f equally adjusted by cost 100%\n", "E226"},
        {MONEY "  share sale\n    until cost repaid to a, fund f by cost\n    rest to a\n",
         "E226 E226"},
        {MONEY "  share sale\n    rest\n      50% to a, fund f equally\n      50% to b\n", "E458"},
        {MONEY "  share sale\n    rest to a, fund f, fund f equally\n", "E208"},
        {MONEY "  bear project loss\n    from fund f, at most 50% of cost each\n", "E457"},
        {MONEY "  bear project loss\n    50% from fund f, at most 5 each\n    rest from a\n",
         "E457"},
        {MONEY "  bear project loss\n    until cost repaid by cost from members\n", "E456"},
        {MONEY "  bear project loss\n    10% yearly on cost by cost from members\n", "E456"},
        {MONEY "  bear project loss\n    until a has 5 from a\n    rest from b\n", "E456"},
        {MONEY "  bear project loss\n    until a has 5% of profit from a\n    rest from b\n",
         "E456"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fund_counts_as_one_of_the_list),
        cmocka_unit_test(what_a_full_fund_leaves_is_the_others),
        cmocka_unit_test(it_is_taken_back_and_amended_like_any_division),
        cmocka_unit_test(a_limit_of_a_fund_is_one_in_all),
        cmocka_unit_test(what_has_no_meaning_is_refused),
    };
    return cmocka_run_group_tests_name("beside", tests, NULL, NULL);
}
