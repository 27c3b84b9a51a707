/* What a party gives back at the end of a clause's profit. Each figure is worked out beside its
 * text. */
#include "unit.h"

#include "engine.h"

#define CLAUSE(tiers) THREE "  project p \"P\"\narticle 2 \"Benefit\"\n  fund f \"F\"\n" tiers
#define CARRY                                                                                      \
    CLAUSE("  share sale\n"                                                                        \
           "    until cost repaid to funders by cost\n"                                            \
           "    rest\n"                                                                            \
           "      30% to b\n"                                                                      \
           "      50% to a\n"                                                                      \
           "      20% to c\n"                                                                      \
           "    at dissolution b returns what exceeds 20% of profit\n")
#define SALE(date, amount) date " income " amount " from x class sale of p\n"
#define END "2012-04-01 dissolve\n"

static void what_exceeds_goes_to_the_others_by_what_they_had(void **state)
{
    (void)state;
    /* 100 repay a's cost; profit 100.01: 30.00, 50.01, 20.00. b may keep 20.002, in whole units
     * 20.00. The 10.00 by 5001:2000: 7.143…, 2.856…. */
    static const char text[] =
        CARRY "2012-02-01 a spends 100 tests for p\n" SALE("2012-03-01", "200.01");
    expect_figures(text, "b.received 30.00, a.received 150.01, c.received 20.00");
    expect_figures(CARRY "2012-02-01 a spends 100 tests for p\n" SALE("2012-03-01", "200.01") END,
                   "b.received 20.00, a.received 157.15, c.received 22.86, b.owes 0.00, "
                   "equity:liquidation 0.00");
}

static void what_was_paid_out_is_owed(void **state)
{
    (void)state;
    /* Of 30 b was paid 25, and keeps 20. */
    expect_figures(CARRY SALE("2012-03-01", "100") "2012-03-02 settle\n2012-03-03 pay b 25\n" END,
                   "b.received 25.00, b.charges 5.00, b.owes 5.00, b.due 0.00, a.due 57.14");
    expect_figures(
        CARRY SALE("2012-03-01", "100") "2012-03-02 settle\n2012-03-03 pay b 25\n" END
                                        "2012-04-02 settle\n2012-04-03 b pays 5 interest\n",
        "b.owes 0.00, assets:cash 80.00, a.due 57.14, c.due 22.86");
}

static void nobody_returns_what_it_may_keep(void **state)
{
    (void)state;
    /* Sales of the alliance are another scope: there b had nothing. */
    expect_figures(CLAUSE("  share sale\n"
                          "    20% to b\n"
                          "    rest to a\n"
                          "    at dissolution b returns what exceeds 20% of profit\n")
                       SALE("2012-03-01", "100") "2012-03-01 income 50 from x class sale\n" END,
                   "b.received 30.00, a.received 120.00");
}

static void every_scope_counts_for_itself(void **state)
{
    (void)state;
    /* In p b had 50 of 50 and returns 40, in the alliance nothing of 50. */
    expect_figures(CLAUSE("  share sale\n"
                          "    up to 50 in all to b\n"
                          "    rest to a\n"
                          "    at dissolution b returns what exceeds 50% of profit\n")
                       SALE("2012-03-01", "60") "2012-03-01 income 200 from x class sale\n" END,
                   "b.received 80.00, a.received 180.00");
}

static void what_comes_in_later_counts(void **state)
{
    (void)state;
    /* At the end 6 of 30 too much; then 100 more: of 200, 60 less 40 in all. */
    expect_figures(CARRY SALE("2012-03-01", "100") END
                   "2012-04-02 settle\n" SALE("2012-04-03", "100") "2012-04-04 settle\n",
                   "b.received 40.00, a.received 114.29, c.received 45.71");
    /* Taken back again: of 100 b keeps 20, and the others have what they had before. */
    expect_figures(CARRY SALE("2012-03-01", "100") SALE("2012-03-02", "100") END
                   "2012-04-02 settle\n"
                   "2012-04-03 reverse 2012-03-02\n",
                   "b.received 20.00, a.received 57.14, c.received 22.86");
}

static void a_late_receipt_counts(void **state)
{
    (void)state;
    expect_figures(CARRY SALE("2012-03-01", "100") END
                   "2012-04-02 settle\n2012-04-03 effective 2012-03-05 income 100 from x class "
                   "sale of p\n2012-04-04 settle\n",
                   "b.received 40.00, a.received 114.29, c.received 45.71");
}

static void what_nobody_else_had_is_divided_with_the_rest(void **state)
{
    (void)state;
    /* b had 60, the fund 40. 50 come back; with the fund 90 are left, equally 30 each. */
    expect_figures(CLAUSE("  share sale\n"
                          "    60% to b\n"
                          "    rest to fund f\n"
                          "    at dissolution b returns what exceeds 10% of profit\n")
                       SALE("2012-03-01", "100") END,
                   "b.received 40.00, a.received 30.00, c.received 30.00, fund.f 0.00, "
                   "equity:liquidation 0.00");
}

static void several_return_to_those_who_do_not(void **state)
{
    (void)state;
    /* a 50, b 30, c 20: a returns 10, b 20, all to c. */
    expect_figures(CLAUSE("  share sale\n"
                          "    50% to a\n"
                          "    30% to b\n"
                          "    rest to c\n"
                          "    at dissolution a returns what exceeds 40% of profit\n"
                          "    at dissolution b returns what exceeds 10% of profit\n")
                       SALE("2012-03-01", "100") END,
                   "a.received 40.00, b.received 10.00, c.received 50.00");
}

static void the_text_of_the_last_day_counts(void **state)
{
    (void)state;
    /* The amendment brings the line; profit of before counts too. */
    expect_figures(CLAUSE("  share sale\n    30% to b\n    rest to a\n")
                       SALE("2012-03-01", "100") "2012-03-02 amend\n"
                                                 "  article 2 \"Benefit\"\n"
                                                 "    fund f \"F\"\n"
                                                 "    share sale\n"
                                                 "      30% to b\n"
                                                 "      rest to a\n"
                                                 "      at dissolution b returns what exceeds 20% "
                                                 "of profit\n" SALE("2012-03-03", "100") END,
                   "b.received 40.00, a.received 160.00");
}

static void what_does_not_hold_together_is_refused(void **state)
{
    (void)state;
    expect_codes(CLAUSE("  share sale\n"
                        "    30% to b\n"
                        "    at dissolution b returns what exceeds 20% of profit\n"
                        "    rest to a\n"),
                 "E285");
    expect_codes(CLAUSE("  share sale\n"
                        "    while income under 5\n"
                        "      at dissolution b returns what exceeds 20% of profit\n"
                        "    rest to a\n"),
                 "E285");
    expect_codes(CLAUSE("  share sale\n"
                        "    rest to a\n"
                        "    at dissolution b returns what exceeds 20% of profit\n"
                        "    at dissolution b returns what exceeds 30% of profit\n"),
                 "E286");
    expect_codes(CLAUSE("  share sale\n"
                        "    rest to a\n"
                        "    at dissolution b returns what exceeds 120% of profit\n"),
                 "E206");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_exceeds_goes_to_the_others_by_what_they_had),
        cmocka_unit_test(what_was_paid_out_is_owed),
        cmocka_unit_test(nobody_returns_what_it_may_keep),
        cmocka_unit_test(every_scope_counts_for_itself),
        cmocka_unit_test(what_comes_in_later_counts),
        cmocka_unit_test(a_late_receipt_counts),
        cmocka_unit_test(what_nobody_else_had_is_divided_with_the_rest),
        cmocka_unit_test(several_return_to_those_who_do_not),
        cmocka_unit_test(the_text_of_the_last_day_counts),
        cmocka_unit_test(what_does_not_hold_together_is_refused),
    };
    return cmocka_run_group_tests_name("clawback", tests, NULL, NULL);
}
