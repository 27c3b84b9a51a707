/* Folding: what every kind of entry posts, which figures and measures it moves, and what refuses
 * it.
 *
 * The postings are those of docs/language.md, Money in the books; all figures are worked out by
 * hand. The books are looked at as they are, without closing the day. */
#include "unit.h"

#include "engine.h"

#define MONEY "article 2 \"Money\"\n"
#define STAKES MONEY "  stakes s\n    a 50%\n    b 30%\n    c 20%\n"
#define TO_FUND MONEY "  fund f \"F\"\n  share sale\n    rest to fund f\n"
#define FEB "2012-02-01"
#define MAR "2012-03-01"

/* ---- postings ---- */

static void every_kind_posts_what_the_table_says(void **state)
{
    (void)state;
    static const struct {
        const char *text, *accounts;
    } cases[] = {
        {THREE FEB " a pays 100 capital\n", "assets:cash 100.00, equity:capital:a -100.00"},
        {THREE FEB " a pays 100 loan\n", "assets:cash 100.00, liabilities:loan:a -100.00"},
        {THREE FEB " a pays 100 loan\n" MAR " repay a 30 loan\n",
         "assets:cash 70.00, liabilities:loan:a -70.00"},
        {THREE FEB " a gives 100 staff\n", "assets:inkind:staff 100.00, equity:capital:a -100.00"},
        {THREE STAKES FEB " call 100 by stake of s\n",
         "assets:receivable:a 50.00, assets:receivable:b 30.00, assets:receivable:c 20.00, "
         "equity:calls:a -50.00, equity:calls:b -30.00, equity:calls:c -20.00"},
        {THREE STAKES FEB " call 100 by stake of s\n" MAR " a pays 40 call\n",
         "assets:receivable:a 10.00, equity:calls:a -50.00, assets:cash 40.00"},
        {THREE FEB " a pays 100 call\n", "assets:cash 100.00, assets:receivable:a -100.00"},
        {THREE FEB " grant 100 from MOST\n", "assets:cash 100.00, liabilities:grant:MOST -100.00"},
        {THREE MONEY "  share grant\n    60% to a\n    rest to b\n" FEB " grant 100 from MOST\n",
         "assets:cash 100.00, liabilities:grant:MOST 0.00, liabilities:payable:a -60.00, "
         "liabilities:payable:b -40.00"},
        {THREE FEB " income 100 from x class interest\n",
         "assets:cash 100.00, income:interest -100.00"},
        {THREE TO_FUND FEB " income 100 from x class sale\n",
         "assets:cash 100.00, income:sale -100.00, equity:distributed:sale 100.00, "
         "equity:fund:f -100.00"},
        {THREE TO_FUND FEB " income 100 from x class sale\n" MAR " spend 30 rent from fund f\n",
         "assets:cash 70.00, expenses:rent 30.00, equity:fund:f -70.00, equity:spent:f -30.00"},
        {THREE FEB " spend 30 rent\n", "assets:cash -30.00, expenses:rent 30.00"},
        {THREE FEB " a spends 30 rent\n", "assets:cash 0.00, expenses:rent 0.00"},
        {THREE MONEY "  bear project loss\n    rest from a\n" FEB " loss 30\n",
         "assets:receivable:a 30.00, equity:losses -30.00"},
        {THREE TO_FUND "  bear project loss\n    from fund f\n" FEB
                       " income 10 from x class sale\n" MAR " loss 30\n",
         "equity:fund:f 0.00, equity:losses -10.00"},
        {THREE MONEY "  share sale\n    rest to a\n" FEB " income 9 from x class sale\n" MAR
                     " pay a 4\n",
         "assets:cash 5.00, liabilities:payable:a -5.00, equity:distributed:sale 9.00"},
        {THREE MONEY "  share sale\n    rest to a\n  bear project loss\n    rest from a\n" FEB
                     " income 9 from x class sale\n" MAR " loss 4\n2012-04-01 settle\n",
         "liabilities:payable:a -5.00, assets:receivable:a 0.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_balance(cases[i].text, cases[i].accounts);
}

/* ---- capital ---- */

#define PLEDGED                                                                                    \
    MONEY "  a pledges 100\n    60% due 2012-02-01\n    40% due 2012-06-01\n"                      \
          "  b pledges 50\n"

static void a_tranche_is_called_on_its_day(void **state)
{
    (void)state;
    const char *text = THREE PLEDGED "2012-01-02 settle\n2012-12-31 settle\n";
    expect_figures_until(text, "2012-01-31", "a.called 0.00");
    expect_figures_until(text, FEB,
                         "a.called 60.00, a.owes 60.00, assets:receivable:a 60.00, "
                         "equity:capital:a -60.00, a.capital 0.00");
    expect_figures(text, "a.called 100.00, a.owes 100.00, b.called 0.00");
}

static void what_is_paid_ahead_pays_the_next_tranche(void **state)
{
    (void)state;
    const char *text = THREE PLEDGED "2012-01-10 a pays 70 capital\n" MAR " a pays 5 capital\n"
                                     "2012-07-01 a pays 50 capital\n";
    expect_figures_until(text, "2012-01-10", "a.capital 70.00, a.paid_in 0.00, a.owes 0.00");
    expect_figures_until(text, FEB, "a.capital 70.00, a.paid_in 60.00, assets:receivable:a 0.00");
    expect_figures_until(text, "2012-06-01", "a.capital 75.00, a.paid_in 75.00, a.owes 25.00");
    expect_figures(text, "a.capital 125.00, a.paid_in 100.00, a.owes 0.00, "
                         "equity:capital:a -125.00, assets:receivable:a 0.00, assets:cash 125.00");
}

static void capital_knows_no_project(void **state)
{
    (void)state;
    expect_figures(THREE PLEDGED "  project p \"P\"\n" MAR " a pays 60 capital for p\n",
                   "a.capital 60.00, a.paid_in 60.00, a.owes 0.00");
}

static void a_tranche_falls_due_before_the_entries_of_its_day(void **state)
{
    (void)state;
    expect_figures(THREE PLEDGED FEB " a pays 60 capital\n", "a.paid_in 60.00, a.owes 0.00");
}

static void capital_without_a_pledge_is_capital(void **state)
{
    (void)state;
    expect_figures(THREE FEB " c pays 5 capital\n", "c.capital 5.00, c.paid_in 0.00, c.owes 0.00");
}

static void in_kind_counts_at_its_rate_up_to_its_part(void **state)
{
    (void)state;
    /* 80% of 0.99 is 0.792: 0.79. Half of the pledge of 100 is 50; b pledges 50: 25; c nothing. */
#define IN_KIND THREE PLEDGED "  in kind counts 80%, at most 50% of a pledge\n"
    expect_figures(IN_KIND FEB " a gives 0.99 staff\n",
                   "a.capital 0.79, a.paid_in 0.79, assets:inkind:staff 0.79");
    expect_figures(IN_KIND FEB " a gives 50 staff\n" FEB " a gives 50 equipment\n" FEB
                               " b gives 50 premises\n" FEB " c gives 50 material\n",
                   "a.capital 50.00, assets:inkind:staff 40.00, assets:inkind:equipment 10.00, "
                   "b.capital 25.00, c.capital 0.00, assets:inkind:material 0.00");
    expect_figures(THREE FEB " c gives 50 material\n", "c.capital 50.00, c.in_kind 50.00");
}

static void another_currency_counts_at_its_rate(void **state)
{
    (void)state;
    /* Half a fen is rounded up: 0.01 x 0.5 = 0.005. */
    expect_figures(THREE FEB " a pays 10,000 USD at 6.20 capital\n" FEB
                             " b pays 0.01 USD at 0.5 capital\n" FEB
                             " c pays 0.01 USD at 0.49 capital\n",
                   "a.capital 62000.00, b.capital 0.01, c.capital 0.00");
}

/* ---- calls and payments ---- */

static void the_oldest_due_is_paid_first(void **state)
{
    (void)state;
    /* The second call is due before the first. */
    const char *text = THREE STAKES "  project p \"P\"\n    funded a 100%\n"
                                    "2012-02-01 call 100 by stake of s due 2012-12-31\n"
                                    "2012-02-02 call 60 for p due 2012-06-30\n"
                                    "2012-02-03 a pays 70 call\n";
    expect_figures(text, "a.called 110.00, a.paid_in 70.00, a.owes 40.00");
    struct engine e;
    engine_settle(&e, text, (struct engine_options){.until = NULL});
    assert_int_equal(state_overdue(e.settlement.fold.state, 0, DATE_OPEN), 4000);
    assert_int_equal(state_overdue(e.settlement.fold.state, 0, 15521 /* 2012-06-30 */), 0);
    assert_int_equal(state_cost(e.settlement.fold.state, scope_of_project(0), 0), 6000);
    assert_int_equal(state_cost(e.settlement.fold.state, SCOPE_ALLIANCE, 0), 7000);
    engine_release(&e);
}

static void what_is_paid_for_a_project_pays_only_its_debts(void **state)
{
    (void)state;
    expect_figures(THREE STAKES "  project p \"P\"\n    funded a 100%\n"
                                "2012-02-01 call 100 by stake of s\n"
                                "2012-02-02 a pays 70 call for p\n"
                                "2012-02-03 call 60 for p\n",
                   "a.called 110.00, a.paid_in 60.00, a.owes 50.00, assets:receivable:a 40.00");
}

static void an_advance_pays_the_next_debt_of_its_nature(void **state)
{
    (void)state;
    expect_figures(THREE STAKES "  bear project loss\n    rest from a\n"
                                "2012-02-01 a pays 70 call\n"
                                "2012-02-02 loss 10\n"
                                "2012-02-03 call 100 by stake of s\n",
                   "a.called 50.00, a.borne 10.00, a.paid_in 50.00, a.owes 10.00");
    expect_figures(THREE STAKES "  bear project loss\n    rest from a\n"
                                "2012-02-01 a pays 7 loss\n"
                                "2012-02-02 loss 10\n",
                   "a.borne 10.00, a.paid_in 7.00, a.owes 3.00, assets:receivable:a 3.00");
}

/* ---- spending ---- */

static void grants_then_calls_then_common_money(void **state)
{
    (void)state;
    /* Of 60, the grant pays 30, the call 20, common money 10; 5 more from grant are common money
     * too, since nothing of it is left. Surplus 100 - 10 - 5 = 85. */
    expect_figures(THREE MONEY "  fund f \"F\"\n  project p \"P\"\n    funded a 100%\n"
                               "  share surplus\n    rest to fund f\n"
                               "2012-01-02 income 100 from x class interest\n"
                               "2012-01-03 grant 30 from MOST for p\n"
                               "2012-01-04 call 20 for p\n"
                               "2012-01-05 spend 60 testing for p\n"
                               "2012-01-06 spend 5 testing for p from grant\n"
                               "2012-01-07 settle\n",
                   "fund.f 85.00, expenses:testing 65.00, equity:distributed:surplus 85.00");
}

static void a_grant_is_spent_before_calls_only_where_it_says_so(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  fund f \"F\"\n  project p \"P\"\n    funded a 100%\n"
                               "  share surplus\n    rest to fund f\n"
                               "2012-01-02 income 100 from x class interest\n"
                               "2012-01-03 grant 30 from MOST for p\n"
                               "2012-01-04 call 20 for p\n"
                               "2012-01-05 spend 40 testing for p from grant\n"
                               "2012-01-06 spend 15 testing for p\n"
                               "2012-01-07 settle\n",
                   "fund.f 90.00");
}

static void what_a_clause_gave_of_a_grant_cannot_be_spent(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  fund f \"F\"\n  project p \"P\"\n"
                               "  share grant\n    40% to a\n    rest to fund f\n"
                               "  share surplus\n    rest to b\n"
                               "2012-01-02 income 100 from x class interest\n"
                               "2012-01-03 grant 30 from MOST for p\n"
                               "2012-01-05 spend 20 testing for p\n"
                               "2012-01-07 settle\n",
                   "a.received 12.00, fund.f 18.00, b.received 80.00");
}

static void a_minus_is_carried_forward(void **state)
{
    (void)state;
    /* 2012: 10 - 50; 2013: + 100 - 10 lost without a bearer: 50 in all; 2014: + 1. */
    const char *text = THREE MONEY "  share surplus\n    rest to a\n"
                                   "2012-02-01 income 10 from x class interest\n"
                                   "2012-03-01 spend 50 rent\n"
                                   "2012-12-31 settle\n"
                                   "2013-02-01 income 100 from x class interest\n"
                                   "2013-03-01 loss 10\n"
                                   "2013-12-31 settle\n"
                                   "2014-02-01 income 1 from x class interest\n"
                                   "2014-12-31 settle\n";
    expect_figures_until(text, "2012-12-31", "a.received 0.00");
    expect_figures_until(text, "2013-12-31", "a.received 50.00, uncovered 10.00");
    expect_figures(text, "a.received 51.00");
}

static void spending_past_what_is_released_is_a_finding(void **state)
{
    (void)state;
#define BUDGET                                                                                     \
    THREE MONEY "  project p \"P\"\n    budget 100, 20% at start\n"                                \
                "    milestone m by 2013-01-01 releases 30%\n"
    expect_codes(BUDGET FEB " spend 20 testing for p\n", "");
    expect_codes(BUDGET FEB " spend 20.01 testing for p\n", "F101");
    expect_codes(BUDGET FEB " spend 15 testing for p\n" FEB " a spends 5.01 testing for p\n",
                 "F101");
    expect_codes(BUDGET FEB " milestone p.m missed\n" FEB " spend 50 testing for p\n", "F101");
    expect_codes(BUDGET FEB " milestone p.m met\n" FEB " spend 50 testing for p\n", "");
    expect_codes(BUDGET FEB " milestone p.m met\n" FEB " spend 50.01 testing for p\n", "F101");
    expect_codes(BUDGET FEB " spend 20.01 testing for p\n" FEB " spend 1 testing for p\n" FEB
                            " milestone p.m met\n" FEB " spend 30 testing for p\n",
                 "F101 F101");
}

/* ---- what refuses an entry ---- */

static void entries_that_cannot_be_are_refused(void **state)
{
    (void)state;
#define AGREED                                                                                     \
    THREE MONEY "  project p \"P\" key\n  results of projects owned by makers by invention\n"      \
                "  members use free for research\n  share any\n    rest to a\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {THREE TO_FUND FEB " income 10 from x class sale\n" FEB " spend 10 rent from fund f\n", ""},
        {THREE TO_FUND FEB " income 10 from x class sale\n" FEB " spend 10.01 rent from fund f\n",
         "E310"},
        {THREE FEB " a pays 10 loan\n" MAR " repay a 10 loan\n", ""},
        {THREE FEB " a pays 10 loan\n" MAR " repay a 10.01 loan\n", "E313"},
        {THREE MONEY "  share sale\n    rest to a\n" FEB " income 10 from x class sale\n" MAR
                     " pay a 10\n",
         ""},
        {THREE MONEY "  share sale\n    rest to a\n" FEB " income 10 from x class sale\n" MAR
                     " pay a 10.01\n",
         "E309"},
        {AGREED FEB " start p\n", ""},
        {AGREED FEB " start p\n" FEB " start p\n", "E311"},
        {THREE MONEY "  project p \"P\"\n" FEB " stop p failed\n" FEB " stop p done\n", "E311"},
        {THREE MONEY "  project p \"P\"\n" FEB " stop p\n" FEB " start p\n", "E311"},
        {AGREED FEB " spend 5 rent for p\n" FEB " start p\n", ""},
        {THREE MONEY "  project p \"P\"\n    milestone m by 2013-01-01\n" FEB
                     " milestone p.n met\n",
         "E314"},
        {THREE MONEY "  project p \"P\"\n    milestone m by 2013-01-01\n" FEB
                     " milestone p.m missed\n" FEB " milestone p.m met\n",
         ""},
        {THREE MONEY "  project p \"P\"\n    milestone m by 2013-01-01\n" FEB
                     " milestone p.m met\n" FEB " milestone p.m met\n",
         "E311"},
        {THREE MONEY "  project p \"P\"\n" FEB " work a 1.000001 months on p\n", ""},
        {THREE MONEY "  project p \"P\"\n" FEB " work a 1.0000001 months on p\n", "E106"},
        {THREE FEB " settle\n" FEB " agree 2012-02-01 a\n" FEB " dispute 2012-02-01 b\n", ""},
        {THREE FEB " settle\n" FEB " agree 2012-01-31 a\n", "E316"},
        {THREE FEB " income 90,000,000,000,000,000 from x class sale\n" FEB
                   " income 90,000,000,000,000,000 from x class sale\n",
         "E401"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

/* ---- up to a day ---- */

static void later_entries_are_checked_but_not_folded(void **state)
{
    (void)state;
    const char *text =
        THREE FEB " a pays 5 capital\n" MAR " a pays 7 capital\n2012-04-01 a leaves\n";
    expect_figures_until(text, FEB, "a.capital 5.00");
    expect_figures_until(text, "2012-02-28", "a.capital 5.00");
    expect_figures_until(text, MAR, "a.capital 12.00");
    struct engine e;
    engine_settle(&e, THREE FEB " a pays 5 capital\n" MAR " d pays 7 capital\n",
                  (struct engine_options){.until = FEB});
    ASSERT_TEXT(engine_codes(&e), "E202");
    engine_release(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_posts_what_the_table_says),
        cmocka_unit_test(a_tranche_is_called_on_its_day),
        cmocka_unit_test(what_is_paid_ahead_pays_the_next_tranche),
        cmocka_unit_test(capital_knows_no_project),
        cmocka_unit_test(a_tranche_falls_due_before_the_entries_of_its_day),
        cmocka_unit_test(capital_without_a_pledge_is_capital),
        cmocka_unit_test(in_kind_counts_at_its_rate_up_to_its_part),
        cmocka_unit_test(another_currency_counts_at_its_rate),
        cmocka_unit_test(the_oldest_due_is_paid_first),
        cmocka_unit_test(what_is_paid_for_a_project_pays_only_its_debts),
        cmocka_unit_test(an_advance_pays_the_next_debt_of_its_nature),
        cmocka_unit_test(grants_then_calls_then_common_money),
        cmocka_unit_test(a_grant_is_spent_before_calls_only_where_it_says_so),
        cmocka_unit_test(what_a_clause_gave_of_a_grant_cannot_be_spent),
        cmocka_unit_test(a_minus_is_carried_forward),
        cmocka_unit_test(spending_past_what_is_released_is_a_finding),
        cmocka_unit_test(entries_that_cannot_be_are_refused),
        cmocka_unit_test(later_entries_are_checked_but_not_folded),
    };
    return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
