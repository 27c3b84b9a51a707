/* Measures that are counted by the year or told by others: dues, sales, scores; what shares,
 * losses, calls and votes make of them. */
#include "unit.h"

#include "engine.h"

#define MONEY THREE "article 2 \"Money\"\n"
#define DUES "  dues yearly lead 80, others 20 due 31 January\n"
#define INCOME(date, amount) date " income " amount " from x class sale\n"
#define REPORT(party, sales, from, to)                                                             \
    "2013-01-10 " party " reports " sales " sales over " from " to " to "\n"

static void dues_count_as_they_are_paid_in_the_year(void **state)
{
    (void)state;
#define BY_DUES MONEY DUES "  share sale\n    rest to members by dues\n"
    /* Of 2013 alone: 80:20; c has paid nothing of this year's. */
    expect_figures(BY_DUES "2012-02-01 a pays 80 dues\n2012-02-01 c pays 20 dues\n"
                           "2013-02-01 a pays 80 dues\n2013-02-01 b pays 40 dues\n" INCOME(
                               "2013-03-01", "120"),
                   "a.received 80.00, b.received 40.00, c.received 0.00");
    /* b pays ahead in 2012: it counts when it pays the dues, in 2013. Nobody else has paid. */
    expect_figures(BY_DUES "2012-02-01 b pays 40 dues\n" INCOME("2013-03-01", "90"),
                   "a.received 0.00, b.received 90.00, c.received 0.00");
    /* What is set off pays too: b is due 80 and owes 20 of 2013. */
    expect_figures(BY_DUES "  share service\n    rest to b\n"
                           "2012-02-01 b pays 20 dues\n"
                           "2013-01-10 income 80 from x class service\n2013-02-01 settle\n" INCOME(
                               "2013-03-01", "90"),
                   "b.received 170.00, a.received 0.00");
    /* A payment that is reversed in a later year counts in neither. */
    expect_figures(BY_DUES "2012-02-01 a pays 80 dues\n2013-02-01 a pays 80 dues\n"
                           "2013-02-01 b pays 80 dues\n2013-02-02 reverse 2012-02-01 #1\n" INCOME(
                               "2013-03-01", "120"),
                   "a.received 0.00, b.received 120.00");
    /* Nobody paid any: the tier takes nothing. */
    expect_figures(BY_DUES INCOME("2012-03-01", "90"), "unshared 90.00");
}

static void sales_are_those_of_the_last_full_year(void **state)
{
    (void)state;
#define BY_SALES MONEY "  share sale\n    rest to members by sales\n"
    expect_figures(BY_SALES REPORT("a", "300", "2012-01-01", "2012-07-01")
                       REPORT("a", "100", "2012-07-01", "2013-01-01")
                           REPORT("b", "100", "2012-01-01", "2013-01-01")
                               REPORT("c", "900", "2013-01-01", "2013-01-10")
                                   INCOME("2013-02-01", "50") INCOME("2014-02-01", "18"),
                   "a.received 40.00, b.received 10.00, c.received 18.00");
    expect_codes(BY_SALES REPORT("a", "300", "2012-07-01", "2013-01-10"), "E450");
    expect_codes(MONEY REPORT("a", "300", "2012-07-01", "2013-01-10"), "");
    /* Taken back, it counts no more. */
    expect_figures(
        BY_SALES REPORT("a", "300", "2012-01-01", "2013-01-01")
            REPORT("b", "100", "2012-01-01",
                   "2013-01-01") "2013-01-20 reverse 2013-01-10 #1\n" INCOME("2013-02-01", "50"),
        "a.received 0.00, b.received 50.00");
}

#define BY_MERIT MONEY "  share sale\n    rest to members by score of merit\n"
#define SCORED                                                                                     \
    "2012-02-01 appraise a 92 on merit\n2012-02-01 appraise b 46 on merit\n"                       \
    "2012-02-01 appraise c 50 on effort\n"

static void the_last_appraisal_counts(void **state)
{
    (void)state;
    expect_figures(BY_MERIT SCORED INCOME("2012-03-01", "138"),
                   "a.received 92.00, b.received 46.00, c.received 0.00");
    expect_figures(BY_MERIT SCORED
                   "2012-02-02 appraise b 0.5 on merit\n" INCOME("2012-03-01", "185"),
                   "a.received 184.00, b.received 1.00");
    expect_codes(BY_MERIT "2012-02-01 appraise a 92.000001 on merit\n", "");
    expect_codes(BY_MERIT "2012-02-01 appraise a 92.0000001 on merit\n", "E106");
    expect_codes(BY_MERIT "2012-02-01 appraise d 92 on merit\n", "E202");
    expect_codes(BY_MERIT "2012-02-01 appraise a 92 on merit by experts\n", "E202");
}

static void an_appraisal_is_reversed_and_told_late(void **state)
{
    (void)state;
    /* Of two on one day the reversed one is gone: 92 again. */
    expect_figures(BY_MERIT SCORED "2012-02-02 appraise a 46 on merit\n"
                                   "2012-02-03 reverse 2012-02-02 #1\n" INCOME("2012-03-01", "138"),
                   "a.received 92.00, b.received 46.00");
    /* What took effect before counts as if it had been known: 46:46 of 138. */
    expect_figures(
        BY_MERIT SCORED INCOME("2012-03-01",
                               "138") "2012-04-01 effective 2012-02-15 appraise a 46 on merit\n",
        "a.received 69.00, b.received 69.00");
}

static void factors_caps_and_losses_go_by_them(void **state)
{
    (void)state;
    /* Equal, and by merit 2/3, 1/3, 0 less a third each: a 2/3, b 1/3, c 0. */
    expect_figures(
        MONEY
        "  share sale\n    rest to members equally adjusted by score of merit 100%\n" SCORED INCOME(
            "2012-03-01", "90"),
        "a.received 60.00, b.received 30.00, c.received 0.00");
    /* Nobody bears more than the dues it paid this year. */
    expect_figures(MONEY DUES
                   "  bear project loss\n    equally from members, at most 100% of dues each\n"
                   "2012-02-01 a pays 80 dues\n2012-02-01 b pays 20 dues\n"
                   "2012-03-01 loss 110\n",
                   "a.borne 80.00, b.borne 20.00, c.borne 0.00, uncovered 10.00");
    expect_figures(MONEY "  bear project loss\n    rest by sales from members\n" REPORT(
                       "a", "300", "2012-01-01", "2013-01-01")
                       REPORT("b", "100", "2012-01-01", "2013-01-01") "2013-02-01 loss 8\n",
                   "a.borne 6.00, b.borne 2.00");
    expect_figures(MONEY REPORT("a", "300", "2012-01-01", "2013-01-01") REPORT(
                       "b", "100", "2012-01-01", "2013-01-01") "2013-02-01 call 8 by sales\n",
                   "a.called 6.00, b.called 2.00, c.called 0.00");
    expect_codes(MONEY "  share sale\n    until dues repaid to members by dues\n    rest to a\n",
                 "E235");
    expect_codes(MONEY "  share sale\n    until score of merit repaid to members equally\n"
                       "    rest to a\n",
                 "E235");
}

/* Votes on a motion about the budget. */
#define BODY(votes)                                                                                \
    MONEY DUES "  body m decision\n    seats one each member\n    votes " votes "\n"               \
               "    pass more than 1/2 of all\n"
#define DECIDED(before, claim)                                                                     \
    before "2012-03-01 motion M \"M\" to m on budget\n2012-03-02 vote M a yes\n"                   \
           "2012-03-03 decide M " claim "\n"

static void votes_go_by_them(void **state)
{
    (void)state;
    expect_codes(BODY("by score of merit") DECIDED(SCORED, "carried"), "");
    expect_codes(
        BODY("by score of merit")
            DECIDED("2012-02-01 appraise a 1 on merit\n2012-02-01 appraise b 1 on merit\n", "lost"),
        "");
    expect_codes(BODY("by dues") DECIDED("2012-02-01 a pays 80 dues\n", "carried"), "");
    /* 80 / 30 and 20 / 30: two votes and none; at 20 each 4, 1 and 1. */
#define PAID "2012-02-01 a pays 80 dues\n2012-02-01 b pays 20 dues\n2012-02-01 c pays 20 dues\n"
    expect_codes(BODY("1 per 30 of dues") DECIDED(PAID, "carried"), "");
    expect_codes(BODY("1 per 90 of dues") DECIDED(PAID, "lost"), "");
    expect_codes(BODY("by sales") DECIDED("", "lost"), "");
    expect_codes(BODY("1 per 0 of dues"), "E451");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dues_count_as_they_are_paid_in_the_year),
        cmocka_unit_test(sales_are_those_of_the_last_full_year),
        cmocka_unit_test(the_last_appraisal_counts),
        cmocka_unit_test(an_appraisal_is_reversed_and_told_late),
        cmocka_unit_test(factors_caps_and_losses_go_by_them),
        cmocka_unit_test(votes_go_by_them),
    };
    return cmocka_run_group_tests_name("counted", tests, NULL, NULL);
}
