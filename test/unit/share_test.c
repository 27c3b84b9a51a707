/* Sharing: every kind of tier, recipient, basis and scope, and losses, in texts small enough to be
 * worked out by hand. Where an expected figure is not obvious the sum stands beside it.
 *
 * Capped losses: loss 600 and 800 over 5:3:2 with limits 400, 150, 150 are the worked example of
 * design/methods.md 3.3 (321.428571, 150, 128.571429; and 400, 150, 150 with 100 uncovered).
 * Bands by running sums: the published scale of Georgia Tech, quoted in design/language.md. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define FUND "article 2 \"Money\"\n  fund f \"F\"\n"
#define PROJECTS                                                                                   \
    FUND "  project p \"P\" generic\n"                                                             \
         "  project q \"Q\" key\n"
#define SALE(date, amount) date " income " amount " from x class sale\n"
#define SALE_OF(date, amount, what) date " income " amount " from x class sale of " what "\n"
#define FEB "2012-02-01"
#define MAR "2012-03-01"

/* ---- tiers ---- */

static void percentages_then_the_rest(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    10% to fund f\n"
                              "    15% to a\n"
                              "    rest to members equally\n" SALE(FEB, "1,000"),
                   "fund.f 100.00, a.received 400.00, b.received 250.00, c.received 250.00, "
                   "unshared 0.00");
}

static void a_percentage_takes_no_more_than_is_left(void **state)
{
    (void)state;
    /* 50% of 100 would be 50, 40 are left: that is what it is entitled to, so nothing is made up
     * for in the next receipt, 50% of 1,000. */
    expect_figures(THREE FUND "  share sale\n"
                              "    60 to fund f\n"
                              "    50% to a\n"
                              "    rest to b\n" SALE(FEB, "100") SALE(MAR, "1,000"),
                   "fund.f 120.00, a.received 540.00, b.received 440.00");
}

static void a_percentage_of_the_rest(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    10% to fund f\n"
                              "    50% of rest to a\n"
                              "    rest to b\n" SALE(FEB, "100"),
                   "fund.f 10.00, a.received 45.00, b.received 45.00");
}

static void percentages_carry_what_they_round(void **state)
{
    (void)state;
    /* 10% of ten times 0.05 is 0.05 in the end, though each alone would round to 0.00 or 0.01. */
    expect_figures(THREE FUND "  share sale\n"
                              "    10% to fund f\n"
                              "    rest to a\n" SALE(FEB, "0.05") SALE(FEB, "0.05")
                                  SALE(FEB, "0.05") SALE(FEB, "0.05") SALE(FEB, "0.05")
                                      SALE(FEB, "0.05") SALE(FEB, "0.05") SALE(FEB, "0.05")
                                          SALE(FEB, "0.05") SALE(FEB, "0.05"),
                   "fund.f 0.05, a.received 0.45");
}

static void an_amount_of_every_receipt(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    50 to a\n"
                              "    rest to b\n" SALE(FEB, "30") SALE(FEB, "30") SALE(MAR, "100"),
                   "a.received 110.00, b.received 50.00");
}

static void an_amount_a_calendar_year(void **state)
{
    (void)state;
    /* 30, then 20 of 50, then nothing to the last day of the year; then 50 again. */
    expect_figures(THREE FUND "  share sale\n"
                              "    50 yearly to a\n"
                              "    rest to b\n" SALE(FEB, "30") SALE(MAR, "30")
                                  SALE("2012-12-31", "40") SALE("2013-01-01", "100"),
                   "a.received 100.00, b.received 100.00");
}

static void running_sums_are_those_of_a_scope(void **state)
{
    (void)state;
    const char *apart = THREE PROJECTS "  share sale\n"
                                       "    up to 100 in all to a\n"
                                       "    rest to b\n" SALE_OF(FEB, "60", "p")
                                           SALE_OF(FEB, "60", "q") SALE_OF(MAR, "60", "p");
    const char *together = THREE PROJECTS "  share sale of all projects together\n"
                                          "    up to 100 in all to a\n"
                                          "    rest to b\n" SALE_OF(FEB, "60", "p")
                                              SALE_OF(FEB, "60", "q") SALE_OF(MAR, "60", "p");
    expect_figures(apart, "a.received 160.00, b.received 20.00");
    expect_figures(together, "a.received 100.00, b.received 80.00");
}

static void bands_by_running_sums(void **state)
{
    (void)state;
    /* 2,500 to the maker, 900 cost back; the first band takes 500 of 1,000 by 33:17:50, the rest
     * 500 by 33:33:34. Alone: 33.00 % and so on, in whole units here. */
    expect_figures(THREE PROJECTS "  share licence income of each result\n"
                                  "    up to 2,500 in all to makers by invention\n"
                                  "    until cost repaid to funders by cost\n"
                                  "    up to 500 in all\n"
                                  "      33% to a\n"
                                  "      17% to b\n"
                                  "      50% to fund f\n"
                                  "    rest\n"
                                  "      33% to a\n"
                                  "      33% to b\n"
                                  "      34% to fund f\n"
                                  "2012-02-01 result R patent \"R\" from p by c\n"
                                  "2012-02-02 b spends 900 testing for R\n"
                                  "2012-02-03 license L of R to \"X\"\n"
                                  "2012-02-04 income 2,000 from L\n"
                                  "2012-02-05 income 2,400 from L\n",
                   "c.received 2500.00, b.received 1150.00, a.received 330.00, fund.f 420.00");
}

static void a_full_fund_lets_the_rest_pass(void **state)
{
    (void)state;
    /* 50, then 30 of the 50 that would be its share, then nothing; 20 after 20 were spent. */
    expect_figures(THREE FUND "  fund r \"R\"\n"
                              "    target 80\n"
                              "  share sale\n"
                              "    50% to fund r\n"
                              "    rest to a\n" SALE(FEB, "100") SALE(FEB, "100") SALE(FEB, "100")
                                  FEB " spend 20 advice from fund r\n" SALE(MAR, "100"),
                   "fund.r 80.00, a.received 300.00, unshared 0.00");
}

/* ---- until repaid ---- */

static void until_cost_is_repaid_and_new_cost_opens_it_again(void **state)
{
    (void)state;
    /* 200 by 300:100. Then 150 and 50 are open, 100 go on, equally: 33.34, 33.33, 33.33. Then a
     * has 60 open again, 40 go on: 13.33, 13.34, 13.33, since a was 2/3 of a fen ahead. */
    const char *text = THREE PROJECTS
        "  share sale\n"
        "    until cost repaid to funders by cost\n"
        "    rest to members equally\n"
        "2012-01-10 a spends 300 testing for p\n"
        "2012-01-11 b spends 100 testing for p\n" SALE_OF(FEB, "200", "p")
            SALE_OF(MAR, "300", "p") "2012-04-01 a spends 60 testing for p\n" SALE_OF("2012-05-01",
                                                                                      "100", "p");
    expect_figures_until(text, FEB, "a.received 150.00, b.received 50.00, c.received 0.00");
    expect_figures_until(text, MAR, "a.received 333.34, b.received 133.33, c.received 33.33");
    expect_figures(text, "a.received 406.67, b.received 146.67, c.received 46.66");
}

static void until_twice_the_cost_is_repaid(void **state)
{
    (void)state;
    expect_figures(THREE PROJECTS
                   "  share sale\n"
                   "    until cost times 2 repaid to funders by cost\n"
                   "    rest to c\n"
                   "2012-01-10 a spends 100 testing for p\n" SALE_OF(FEB, "250", "p"),
                   "a.received 200.00, c.received 50.00");
}

static void cost_is_repaid_once_whichever_clause_does_it(void **state)
{
    (void)state;
    expect_figures(THREE PROJECTS "  share sale\n"
                                  "    until cost repaid to funders by cost\n"
                                  "    rest to b\n"
                                  "  share service\n"
                                  "    until cost repaid to funders by cost\n"
                                  "    rest to c\n"
                                  "2012-01-10 a spends 100 testing for p\n" SALE_OF(FEB, "60", "p")
                                      FEB " income 100 from x class service of p\n",
                   "a.received 100.00, b.received 0.00, c.received 60.00");
}

static void cost_of_another_project_is_not_repaid_here(void **state)
{
    (void)state;
    expect_figures(THREE PROJECTS "  share sale\n"
                                  "    until cost repaid to funders by cost\n"
                                  "    rest to c\n"
                                  "2012-01-10 a spends 100 testing for p\n" SALE_OF(FEB, "70", "q"),
                   "a.received 0.00, c.received 70.00");
}

static void nobody_gets_more_than_is_open_for_it(void **state)
{
    (void)state;
    /* Equal parts of 90 would be 30 each: c has nothing open, b 10, a takes what they cannot. */
    const char *text = THREE FUND "  share sale\n"
                                  "    until capital repaid to members equally\n"
                                  "    rest to fund f\n"
                                  "2012-01-10 a pays 100 capital\n"
                                  "2012-01-10 b pays 10 capital\n" SALE(FEB, "90") SALE(MAR, "90");
    expect_figures_until(text, FEB, "a.received 80.00, b.received 10.00, c.received 0.00");
    expect_figures(text, "a.received 100.00, b.received 10.00, c.received 0.00, fund.f 70.00");
}

static void what_is_open_is_taken_in_whole_units(void **state)
{
    (void)state;
    /* Half of 0.03 each: 1.5 fen and 1.5 fen are open, 3 in all; half of 0.01: nothing whole. */
    const char *whole = THREE FUND "  share sale\n"
                                   "    until capital times 0.5 repaid to members by capital\n"
                                   "    rest to fund f\n"
                                   "2012-01-10 a pays 0.03 capital\n"
                                   "2012-01-10 b pays 0.03 capital\n" SALE(FEB, "1");
    const char *half = THREE FUND "  share sale\n"
                                  "    until capital times 0.5 repaid to members by capital\n"
                                  "    rest to fund f\n"
                                  "2012-01-10 a pays 0.01 capital\n" SALE(FEB, "1");
    expect_figures(whole, "a.received 0.02, b.received 0.01, fund.f 0.97");
    expect_figures(half, "a.received 0.00, fund.f 1.00");
}

/* ---- who is not there ---- */

static void a_tier_without_recipients_lets_pass(void **state)
{
    (void)state;
    /* The first sale is nobody's invention; the second is c's, which gets its 15% and no more. */
    expect_figures(THREE PROJECTS "  share sale\n"
                                  "    15% to makers by invention\n"
                                  "    rest to a\n"
                                  "2012-01-10 result R patent \"R\" from p by c\n" SALE(FEB, "100")
                                      SALE_OF(MAR, "100", "p"),
                   "c.received 15.00, a.received 185.00, unshared 0.00");
}

static void a_basis_that_is_zero_for_all_lets_pass(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    40% to members by capital\n"
                              "    rest to fund f\n" SALE(FEB, "100"),
                   "fund.f 100.00, a.received 0.00");
}

static void what_finds_nobody_is_unshared(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    30% to a\n"
                              "    rest to makers by invention\n" SALE(FEB, "100"),
                   "a.received 30.00, unshared 70.00, equity:distributed:sale 30.00, "
                   "assets:cash 100.00, income:sale -100.00");
}

static void a_void_part_goes_to_the_rest_of_its_tier(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    rest\n"
                              "      60% to makers by invention\n"
                              "      30% to a\n"
                              "      rest to fund f\n" SALE(FEB, "100"),
                   "a.received 30.00, fund.f 70.00, unshared 0.00");
}

static void a_void_part_without_a_rest_leaves_the_tier(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    50%\n"
                              "      40% to makers by invention\n"
                              "      60% to a\n"
                              "    rest to b\n" SALE(FEB, "100"),
                   "a.received 30.00, b.received 70.00");
    expect_figures(THREE FUND "  share sale\n"
                              "    rest\n"
                              "      40% to makers by invention\n"
                              "      60% to a\n" SALE(FEB, "100"),
                   "a.received 60.00, unshared 40.00");
}

static void a_part_for_a_fund_takes_its_room(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  fund r \"R\"\n"
                              "    target 5\n"
                              "  share sale\n"
                              "    50%\n"
                              "      40% to fund r\n"
                              "      60% to a\n"
                              "    rest to b\n" SALE(FEB, "100") SALE(MAR, "100"),
                   "fund.r 5.00, a.received 60.00, b.received 135.00");
}

static void income_without_a_clause_stays_common(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n"
                              "    rest to a\n" FEB " income 100 from x class service\n",
                   "a.received 0.00, unshared 0.00, assets:cash 100.00, income:service -100.00");
}

/* ---- which clause ---- */

static void the_narrowest_clause_applies(void **state)
{
    (void)state;
    /* Each receipt is a power of two, each clause fills a fund: the sums tell which applied. */
    expect_figures(
        THREE PROJECTS "  project g \"G\" generic\n"
                       "  fund any \"1\"\n  fund sale \"2\"\n  fund kind \"3\"\n"
                       "  fund project \"4\"\n  fund each \"5\"\n  fund result \"6\"\n"
                       "  share any\n    rest to fund any\n"
                       "  share sale\n    rest to fund sale\n"
                       "  share sale of generic projects\n    rest to fund kind\n"
                       "  share any of project p\n    rest to fund project\n"
                       "  share licence income of each result\n    rest to fund each\n"
                       "  share licence income of result R2\n    rest to fund result\n"
                       "2012-01-10 result R1 patent \"1\" from p by a\n"
                       "2012-01-10 result R2 patent \"2\" from p by a\n"
                       "2012-01-11 license L1 of R1 to \"X\"\n"
                       "2012-01-11 license L2 of R2 to \"X\"\n"
                       "2012-02-01 income 1 from x class product\n" SALE(FEB, "2")
                           SALE_OF(FEB, "4", "p") SALE_OF(FEB, "8", "q") SALE_OF(FEB, "16", "g") FEB
        " income 32 from L1\n" FEB " income 64 from L2\n" FEB " income 128 from x class interest\n",
        "fund.any 1.00, fund.sale 10.00, fund.kind 16.00, fund.project 4.00, "
        "fund.each 32.00, fund.result 64.00, unshared 0.00, income:interest -128.00");
}

/* ---- recipients ---- */

static void kinds_of_members_and_groups(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  party d enterprise \"D\"\n"
                              "  group g of c, b\n"
                              "  share sale\n"
                              "    10% to enterprises equally\n"
                              "    20% to universities equally\n"
                              "    30% to institutes equally\n"
                              "    20% to g equally\n"
                              "    rest to d, a equally\n" SALE(FEB, "100"),
                   "a.received 15.00, b.received 30.00, c.received 40.00, d.received 15.00");
}

static void funders_and_workers(void **state)
{
    (void)state;
    /* Funders: a has cost, c stands on the line; workers: b 3 months, c 1 month. */
    expect_figures(THREE PROJECTS "  project w \"W\"\n"
                                  "    funded c 100%\n"
                                  "  share sale\n"
                                  "    50% to funders equally\n"
                                  "    rest to workers by work\n"
                                  "2012-01-10 a spends 1 testing for w\n"
                                  "2012-01-10 b spends 1 testing for p\n"
                                  "2012-01-10 work b 3 months on w\n"
                                  "2012-01-10 work c 1 months on w\n"
                                  "2012-01-10 work a 9 months on p\n" SALE_OF(FEB, "80", "w"),
                   "a.received 20.00, b.received 30.00, c.received 30.00");
}

static void makers_by_the_results_of_a_project(void **state)
{
    (void)state;
    /* a made one result and half of the other, b the other half: 3:1. Background does not count. */
    expect_figures(THREE PROJECTS
                   "  share sale\n"
                   "    rest to makers by invention\n"
                   "2012-01-10 background B patent \"B\" of c for p\n"
                   "2012-01-10 result R1 patent \"1\" from p by a\n"
                   "2012-01-10 result R2 patent \"2\" from p by a 50%, b 50%\n"
                   "2012-01-10 result R3 patent \"3\" from q by c\n" SALE_OF(FEB, "100", "p"),
                   "a.received 75.00, b.received 25.00, c.received 0.00");
}

static void results_count_from_their_entry_on(void **state)
{
    (void)state;
    expect_figures(THREE PROJECTS
                   "  share sale\n"
                   "    rest to makers equally\n"
                   "2012-01-10 result R1 patent \"1\" from p by a\n" SALE_OF(FEB, "100", "p") FEB
                   " result R2 patent \"2\" from p by b\n" SALE_OF(FEB, "10", "p"),
                   "a.received 105.00, b.received 5.00");
}

static void a_licence_of_several_results_is_parted_first(void **state)
{
    (void)state;
    const char *results = "2012-01-10 result R1 patent \"1\" from p by a\n"
                          "2012-01-10 result R2 patent \"2\" from q by b\n";
    char text[4096];
    const char *clause = "  share licence income\n    rest to makers by invention\n";
    const char *parted = "2012-01-11 license L of R1 60%, R2 40% to \"X\"\n";
    const char *equal = "2012-01-11 license L of R1, R2 to \"X\"\n";
    const char *income = FEB " income 100.01 from L\n";
    (void)snprintf(text, sizeof text, "%s%s%s%s%s", THREE PROJECTS, clause, results, parted,
                   income);
    expect_figures(text, "a.received 60.01, b.received 40.00"); /* 60.006 and 40.004 */
    (void)snprintf(text, sizeof text, "%s%s%s%s%s", THREE PROJECTS, clause, results, equal, income);
    expect_figures(text, "a.received 50.01, b.received 50.00");
}

static void members_are_those_of_the_day(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n    rest to members equally\n" SALE(FEB, "300") MAR
                   " join d enterprise \"D\"\n" SALE(MAR, "400"),
                   "a.received 200.00, b.received 200.00, c.received 200.00, d.received 100.00");
}

static void membership_and_stakes_hold_from_the_start_of_their_day(void **state)
{
    (void)state;
    expect_figures(THREE FUND
                   "  stakes s\n    a 100%\n"
                   "  share sale\n    rest to members equally\n"
                   "  share service\n    rest to members by stake of s\n" SALE(MAR, "400") MAR
                   " income 10 from x class service\n" MAR " join d enterprise \"D\"\n" MAR
                   " stakes s\n  b 100%\n",
                   "a.received 100.00, b.received 110.00, c.received 100.00, d.received 100.00");
    expect_figures("alliance t \"T\"\n  founded 2012-01-01\n"
                   "article 1 \"M\"\n  party a enterprise \"A\"\n"
                   "  share sale\n    rest to members equally\n" SALE("2012-01-01", "4")
                       SALE("2012-01-01", "4") "2012-01-01 join d enterprise \"D\"\n",
                   "a.received 4.00, d.received 4.00");
}

static void who_joins_late_is_known_from_its_entry_on(void **state)
{
    (void)state;
    const char *text = THREE FUND "  share sale\n    rest to members equally\n" SALE(FEB, "300") MAR
        " effective 2012-01-15 join d enterprise \"D\"\n" SALE("2012-04-01", "400");
    expect_figures_until(text, FEB, "a.received 100.00, d.received 0.00");
    expect_figures_until(text, MAR, "a.received 75.00, d.received 75.00");
    expect_figures(text, "a.received 175.00, d.received 175.00");
}

/* ---- stakes ---- */

#define STAKES                                                                                     \
    FUND "  stakes s\n"                                                                            \
         "    a 100%\n"                                                                            \
         "  share sale\n    rest to members by stake of s\n"

static void stakes_are_those_of_the_day(void **state)
{
    (void)state;
    expect_figures(THREE STAKES SALE("2012-06-30", "100") "2012-07-01 stakes s\n  b 100%\n" SALE(
                       "2012-07-01", "10"),
                   "a.received 100.00, b.received 10.00");
}

static void a_period_weighs_by_days(void **state)
{
    (void)state;
    /* 2012 has 182 days to July and 184 from then on. */
    expect_figures(THREE STAKES
                   "2012-07-01 stakes s\n  b 100%\n"
                   "2012-12-31 income 366 from x class sale over 2012-01-01 to 2013-01-01\n",
                   "a.received 182.00, b.received 184.00");
}

static void thirds_for_a_quarter(void **state)
{
    (void)state;
    /* 91 days in thirds, 275 by 2:1:1, of 366.00: 16,783 1/3, 9,908 1/3, 9,908 1/3 fen. */
    expect_figures(THREE STAKES "2012-01-01 stakes t\n  a 1/3\n  b 1/3\n  c 1/3\n"
                                "2012-04-01 stakes t\n  a 50%\n  b 25%\n  c 25%\n"
                                "2012-12-31 call 366 by stake of t over 2012-01-01 to 2013-01-01\n",
                   "a.called 167.84, b.called 99.08, c.called 99.08");
}

static void days_without_stakes_are_refused(void **state)
{
    (void)state;
    expect_codes(THREE STAKES SALE("2012-06-30", "1") "2012-07-01 stakes s none\n", "");
    expect_codes(THREE STAKES "2012-07-01 stakes s none\n" SALE("2012-07-01", "1"), "E308");
    expect_codes(THREE STAKES
                 "2012-07-01 stakes s none\n"
                 "2012-12-31 income 366 from x class sale over 2012-06-01 to 2012-07-02\n",
                 "E308");
    expect_codes(THREE STAKES
                 "2012-07-01 stakes s none\n"
                 "2012-12-31 income 366 from x class sale over 2012-06-01 to 2012-07-01\n",
                 "");
}

static void a_stake_that_nobody_of_the_tier_holds_lets_pass(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  stakes s\n"
                              "    a 100%\n"
                              "  share sale\n"
                              "    50% to universities by stake of s\n"
                              "    rest to c\n" SALE(FEB, "100"),
                   "a.received 0.00, b.received 0.00, c.received 100.00");
}

/* ---- rounding ---- */

static void remainders_are_carried_on(void **state)
{
    (void)state;
    expect_figures(THREE FUND "  share sale\n    rest to members equally\n" SALE(FEB, "0.01")
                       SALE(FEB, "0.01") SALE(FEB, "0.01"),
                   "a.received 0.01, b.received 0.01, c.received 0.01");
}

static void per_split_nothing_is_carried_on(void **state)
{
    (void)state;
    expect_figures("alliance t \"T\"\n"
                   "  founded 2012-01-01\n"
                   "  rounding per split\n"
                   "article 1 \"Members\"\n"
                   "  party a enterprise \"A\"\n"
                   "  party b enterprise \"B\"\n"
                   "  share sale\n    rest to members equally\n" SALE(FEB, "0.01") SALE(FEB, "0.01")
                       SALE(FEB, "0.01"),
                   "a.received 0.03, b.received 0.00");
}

static void weights_beyond_the_integers_are_exact(void **state)
{
    (void)state;
    /* Capital of 2 and 1 times 10^16 fen: past LIMIT_WEIGHT_MAX. 0.04 is 2 2/3 and 1 1/3 fen. */
    expect_figures(THREE FUND "  share sale\n"
                              "    rest to members by capital\n"
                              "2012-01-10 a pays 200,000,000,000,000 capital\n"
                              "2012-01-10 b pays 100,000,000,000,000 capital\n" SALE(FEB, "0.04")
                                  SALE(FEB, "0.02"),
                   "a.received 0.04, b.received 0.02");
}

/* ---- losses ---- */

#define PLEDGES                                                                                    \
    FUND "  a pledges 400\n"                                                                       \
         "  b pledges 150\n"                                                                       \
         "  c pledges 150\n"                                                                       \
         "  stakes s in parts\n"                                                                   \
         "    a 5\n"                                                                               \
         "    b 3\n"                                                                               \
         "    c 2\n"
#define CAPPED                                                                                     \
    PLEDGES "  bear project loss\n"                                                                \
            "    by stake of s from members, at most 100% of pledge each\n"

static void a_loss_within_limits_is_filled_like_water(void **state)
{
    (void)state;
    struct engine e;
    expect_figures(THREE CAPPED FEB " loss 600\n",
                   "a.borne 321.43, b.borne 150.00, c.borne 128.57, uncovered 0.00");
    engine_settle(&e, THREE CAPPED FEB " loss 600\n", (struct engine_options){.lines = true});
    assert_int_equal(e.line_count, 3);
    /* 450 x 5/7, 150 and 450 x 2/7 in fen. */
    ASSERT_TEXT(e.lines[0].exact, "225000/7");
    ASSERT_TEXT(e.lines[1].exact, "15000");
    ASSERT_TEXT(e.lines[2].exact, "90000/7");
    engine_release(&e);
}

static void a_loss_beyond_all_limits_is_uncovered(void **state)
{
    (void)state;
    expect_figures(THREE CAPPED FEB " loss 800\n",
                   "a.borne 400.00, b.borne 150.00, c.borne 150.00, uncovered 100.00, "
                   "equity:losses -700.00");
}

static void limits_count_over_all_losses(void **state)
{
    (void)state;
    expect_figures(THREE CAPPED FEB " loss 600\n" MAR " loss 200\n" MAR " loss 1\n",
                   "a.borne 400.00, b.borne 150.00, c.borne 150.00, uncovered 101.00");
}

static void limits_count_in_each_project_apart(void **state)
{
    (void)state;
    expect_figures(THREE CAPPED "  project p \"P\"\n" FEB " loss 700 of p\n" MAR " loss 7\n",
                   "a.borne 403.50, b.borne 152.10, c.borne 151.40, uncovered 0.00");
}

static void limits_in_money(void **state)
{
    (void)state;
    expect_figures(THREE PLEDGES "  bear project loss\n"
                                 "    by pledge from members, at most 100 each\n" FEB
                                 " loss 200\n" MAR " loss 200\n",
                   "a.borne 100.00, b.borne 100.00, c.borne 100.00, uncovered 100.00");
}

static void funds_first_then_parties_then_the_rest(void **state)
{
    (void)state;
    /* 50 from the fund; 20% of 200 by a; up to 30 by b; 80 by 8:3:3, 45.72, 17.14, 17.14. Then
     * 20% of 7 by a; 5.60 by 8:3:3, 3.20, 1.20, 1.20. */
    expect_figures(THREE PLEDGES "  share sale\n    rest to fund f\n"
                                 "  bear project loss\n"
                                 "    from fund f\n"
                                 "    20% from a\n"
                                 "    up to 30 in all from b\n"
                                 "    rest by pledge from members\n" SALE(FEB, "50") FEB
                   " loss 200\n" MAR " loss 7\n",
                   "fund.f 0.00, a.borne 90.32, b.borne 48.34, c.borne 18.34, uncovered 0.00");
}

static void a_loss_without_a_clause_is_uncovered(void **state)
{
    (void)state;
    expect_figures(THREE FUND FEB " loss 200\n", "a.borne 0.00, uncovered 200.00");
    expect_figures(THREE PROJECTS "  bear project loss of project p\n    rest from a\n" FEB
                                  " loss 200 of q\n" FEB " loss 3 of p\n",
                   "a.borne 3.00, uncovered 200.00");
}

/* ---- calls ---- */

static void calls_by_stakes_measures_and_funding(void **state)
{
    (void)state;
    const char *text = THREE FUND "  stakes s\n    a 40%\n    b 60%\n"
                                  "  project p \"P\"\n"
                                  "    funded a 40%, c 30%, grant 30%\n"
                                  "2012-01-10 a pays 30 capital\n"
                                  "2012-01-10 b pays 10 capital\n"
                                  "2012-02-01 call 1,000 by stake of s\n"
                                  "2012-02-02 call 70 for p\n"
                                  "2012-02-03 call 8 by capital\n";
    expect_figures_until(text, FEB, "a.called 400.00, b.called 600.00, c.called 0.00");
    expect_figures_until(text, "2012-02-02", "a.called 440.00, b.called 600.00, c.called 30.00");
    expect_figures(text, "a.called 446.00, b.called 602.00, c.called 30.00");
}

static void nobody_to_call_is_refused(void **state)
{
    (void)state;
    expect_codes(THREE PROJECTS FEB " call 70 for p\n", "E312");
    expect_codes(THREE FUND FEB " call 70\n", "E312");
    expect_codes(THREE FUND FEB " call 70 by capital\n", "E312");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(percentages_then_the_rest),
        cmocka_unit_test(a_percentage_takes_no_more_than_is_left),
        cmocka_unit_test(a_percentage_of_the_rest),
        cmocka_unit_test(percentages_carry_what_they_round),
        cmocka_unit_test(an_amount_of_every_receipt),
        cmocka_unit_test(an_amount_a_calendar_year),
        cmocka_unit_test(running_sums_are_those_of_a_scope),
        cmocka_unit_test(bands_by_running_sums),
        cmocka_unit_test(a_full_fund_lets_the_rest_pass),
        cmocka_unit_test(until_cost_is_repaid_and_new_cost_opens_it_again),
        cmocka_unit_test(until_twice_the_cost_is_repaid),
        cmocka_unit_test(cost_is_repaid_once_whichever_clause_does_it),
        cmocka_unit_test(cost_of_another_project_is_not_repaid_here),
        cmocka_unit_test(nobody_gets_more_than_is_open_for_it),
        cmocka_unit_test(what_is_open_is_taken_in_whole_units),
        cmocka_unit_test(a_tier_without_recipients_lets_pass),
        cmocka_unit_test(a_basis_that_is_zero_for_all_lets_pass),
        cmocka_unit_test(what_finds_nobody_is_unshared),
        cmocka_unit_test(a_void_part_goes_to_the_rest_of_its_tier),
        cmocka_unit_test(a_void_part_without_a_rest_leaves_the_tier),
        cmocka_unit_test(a_part_for_a_fund_takes_its_room),
        cmocka_unit_test(income_without_a_clause_stays_common),
        cmocka_unit_test(the_narrowest_clause_applies),
        cmocka_unit_test(kinds_of_members_and_groups),
        cmocka_unit_test(funders_and_workers),
        cmocka_unit_test(makers_by_the_results_of_a_project),
        cmocka_unit_test(results_count_from_their_entry_on),
        cmocka_unit_test(a_licence_of_several_results_is_parted_first),
        cmocka_unit_test(members_are_those_of_the_day),
        cmocka_unit_test(membership_and_stakes_hold_from_the_start_of_their_day),
        cmocka_unit_test(who_joins_late_is_known_from_its_entry_on),
        cmocka_unit_test(stakes_are_those_of_the_day),
        cmocka_unit_test(a_period_weighs_by_days),
        cmocka_unit_test(thirds_for_a_quarter),
        cmocka_unit_test(days_without_stakes_are_refused),
        cmocka_unit_test(a_stake_that_nobody_of_the_tier_holds_lets_pass),
        cmocka_unit_test(remainders_are_carried_on),
        cmocka_unit_test(per_split_nothing_is_carried_on),
        cmocka_unit_test(weights_beyond_the_integers_are_exact),
        cmocka_unit_test(a_loss_within_limits_is_filled_like_water),
        cmocka_unit_test(a_loss_beyond_all_limits_is_uncovered),
        cmocka_unit_test(limits_count_over_all_losses),
        cmocka_unit_test(limits_count_in_each_project_apart),
        cmocka_unit_test(limits_in_money),
        cmocka_unit_test(funds_first_then_parties_then_the_rest),
        cmocka_unit_test(a_loss_without_a_clause_is_uncovered),
        cmocka_unit_test(calls_by_stakes_measures_and_funding),
        cmocka_unit_test(nobody_to_call_is_refused),
    };
    return cmocka_run_group_tests_name("share", tests, NULL, NULL);
}
