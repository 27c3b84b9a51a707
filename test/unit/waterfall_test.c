/* Tiers that look at what happened before: guards, returns by the day, catch-up, risk. Each figure
 * is worked out beside its text; a year is 365 days, 2012 and 2016 have 366. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define CLAUSE "article 2 \"Benefit\"\n  fund f \"F\"\n  project p \"P\"\n"
#define SALE(date, amount) date " income " amount " from x class sale\n"

/* ---- guards ---- */

/* 400; then 1,600 as 100 under both guards, 500 under the outer one, 1,000 under none. */
#define BANDS                                                                                      \
    THREE CLAUSE "  share sale\n"                                                                  \
                 "    while income under 1,000\n"                                                  \
                 "      33% to a\n"                                                                \
                 "      while income under 500\n"                                                  \
                 "        10 to b\n"                                                               \
                 "      rest to c\n"                                                               \
                 "    500 to a\n"                                                                  \
                 "    rest to b\n" SALE("2012-02-01", "400") SALE("2012-03-01", "1,600")

static void a_receipt_is_cut_where_it_crosses_a_guard(void **state)
{
    (void)state;
    /* a: 132, 33, 165, 500. b: 10, 10, 500. c: 258, 57, 335. */
    expect_figures(BANDS, "a.received 830.00, b.received 520.00, c.received 650.00");
    expect_figures(BANDS "2012-03-02 reverse 2012-03-01\n",
                   "a.received 132.00, b.received 10.00, c.received 258.00");
    expect_figures(BANDS "2012-03-02 reverse 2012-03-01\n" SALE("2012-03-03", "1,600"),
                   "a.received 830.00, b.received 520.00, c.received 650.00");
}

static void an_amount_of_a_receipt_counts_once_over_its_pieces(void **state)
{
    (void)state;
    /* 100 and 900: of the 300 for c 90 come from the first piece, 210 from the second. */
    expect_figures(THREE CLAUSE "  share sale\n"
                                "    while income under 100\n"
                                "      10% to a\n"
                                "    300 to c\n"
                                "    rest to b\n" SALE("2012-02-01", "1,000"),
                   "a.received 10.00, c.received 300.00, b.received 690.00");
}

static void every_scope_has_its_own_bands(void **state)
{
    (void)state;
    expect_figures(THREE CLAUSE
                   "  share sale\n"
                   "    while income under 100\n"
                   "      rest to a\n"
                   "    rest to b\n" SALE("2012-02-01", "150")
                       SALE("2012-02-01", "0.01") "2012-02-02 income 70 from x class sale of p\n"
                                                  "2012-02-03 income 70 from x class sale of p\n",
                   "a.received 200.00, b.received 90.01");
}

static void a_guard_looks_at_a_measure_of_all(void **state)
{
    (void)state;
    expect_figures(
        THREE CLAUSE
        "  share sale\n"
        "    while cost under 100\n"
        "      rest to a\n"
        "    while capital under 50\n"
        "      rest to b\n"
        "    rest to c\n"
        "2012-02-01 a spends 60 x\n" SALE("2012-02-02", "1") "2012-02-03 b spends 40 x\n" SALE(
            "2012-02-04", "2") "2012-02-05 c pays 50 capital\n" SALE("2012-02-06", "4"),
        "a.received 1.00, b.received 2.00, c.received 4.00");
}

static void tiers_are_judged_in_their_band(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "    while income under 5\n      60% to a\n    50% to b\n    rest to c\n",
        "    while income under 5\n      rest to a\n      rest to b\n    rest to c\n",
        "    while income under 5\n      rest to a\n",
        "    while income under 5\n      100% to a\n      10% to b\n    rest to c\n",
        "    while invention under 5\n      rest to a\n    rest to c\n",
        "    while stake of s under 5\n      rest to a\n    rest to c\n",
    };
    static const char *const codes[] = {"E215", "E212", "E216", "W101 E215", "E235", "E235"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct engine e;
        char text[2048];
        (void)snprintf(text, sizeof text,
                       THREE CLAUSE "  stakes s in parts\n    a 1\n  share sale\n%s", texts[i]);
        engine_settle(&e, text, (struct engine_options){.checking = true});
        ASSERT_TEXT(engine_codes(&e), codes[i]);
        engine_release(&e);
    }
}

/* ---- returns ---- */

#define RETURNS(kind)                                                                              \
    THREE CLAUSE "  share sale\n"                                                                  \
                 "    " kind " on cost to funders by cost\n"                                       \
                 "    until cost repaid to funders by cost\n"                                      \
                 "    rest to c\n"

static void a_return_runs_by_the_day_on_what_is_open(void **state)
{
    (void)state;
    /* 29 days, 29 February among them: 100,000 * 6% * 29/365 = 476.71…, in whole units. */
    expect_figures(
        RETURNS("6% yearly") "2012-02-01 a spends 100,000 x\n" SALE("2012-03-01", "476.71"),
        "a.received 476.71, c.received 0.00");
    expect_figures(
        RETURNS("6% yearly") "2012-02-01 a spends 100,000 x\n" SALE("2012-03-01", "476.72"),
        "a.received 476.72");
    /* 50,476.71: the return, then 50,000 of the cost; a year later 6% of 50,000, nothing on what
     * was not paid of the return. */
    expect_figures(
        RETURNS("6% yearly") "2012-02-01 a spends 100,000 x\n" SALE("2012-03-01", "50,476.71")
            SALE("2013-03-01", "53,000.00") SALE("2014-03-01", "7"),
        "a.received 103476.71, c.received 7.00");
}

static void each_is_paid_its_own_return(void **state)
{
    (void)state;
    /* a: 1,000 for 366 days, 10%: 100.273…; b: 1,000 for 10 days: 2.739…. By cost half each, but
     * nobody more than its own: a gets what b cannot take. */
    expect_figures(RETURNS("10% yearly") "2012-02-01 a spends 1,000 x\n"
                                         "2013-01-22 b spends 1,000 x\n" SALE("2013-02-01", "50"),
                   "a.received 47.26, b.received 2.74");
}

static void a_compound_return_earns_on_itself_after_a_year(void **state)
{
    (void)state;
    /* 1,000 at 10% from 2012-02-01: 366 days, 100.2739…, added as 100.27; 365 days on 1,100.27:
     * 110.027; together 210.3009…. Simple: 1,000 * 10% * 731/365 = 200.2739…. */
    expect_figures(
        RETURNS("10% yearly compound") "2012-02-01 a spends 1,000 x\n" SALE("2014-02-01", "2,000"),
        "a.received 1210.30, c.received 789.70");
    expect_figures(
        RETURNS("10% yearly") "2012-02-01 a spends 1,000 x\n" SALE("2014-02-01", "2,000"),
        "a.received 1200.27, c.received 799.73");
    /* 50.27 of the return is paid on the anniversary: 50.00(39) stay, of which 50.00 earn. After
     * 365 days 105.00 more: 155.0039…. */
    expect_figures(RETURNS("10% yearly compound") "2012-02-01 a spends 1,000 x\n" SALE(
                       "2013-02-01", "50.27") SALE("2014-02-01", "155.00"),
                   "a.received 205.27, c.received 0.00");
    expect_figures(RETURNS("10% yearly compound") "2012-02-01 a spends 1,000 x\n" SALE(
                       "2013-02-01", "50.27") SALE("2014-02-01", "1,155.01"),
                   "a.received 1205.27, c.received 0.01");
}

static void a_return_on_capital_runs_in_every_scope(void **state)
{
    (void)state;
    /* 7.3% of 1,000 is 0.20 a day. The project's clause looks at it first after 100 days, the
     * alliance's after 200; the same promise in another clause pays only what is still open. */
    expect_figures(THREE CLAUSE
                   "  share sale\n"
                   "    7.3% yearly on capital to a\n"
                   "    rest to b\n"
                   "  share service\n"
                   "    7.3% yearly on capital to a\n"
                   "    rest to c\n"
                   "2013-01-01 a pays 1,000 capital\n"
                   "2013-04-11 income 100 from x class sale of p\n" SALE(
                       "2013-07-20", "100") "2013-07-30 income 100 from x class service\n",
                   "a.received 62.00, b.received 140.00, c.received 98.00");
}

static void a_return_is_taken_back_and_reckoned_anew(void **state)
{
    (void)state;
    expect_figures(
        RETURNS("7.3% yearly") "2013-01-01 a spends 1,000 x\n" SALE(
            "2013-04-11", "120") "2013-04-11 reverse 2013-04-11\n" SALE("2013-07-20", "1,041"),
        "a.received 1040.00, c.received 1.00");
    /* Known on 1 May: 500 more since 1 January, 0.10 a day. On 11 April 30 were due, not 20. */
    expect_figures(
        RETURNS("7.3% yearly") "2013-01-01 a spends 1,000 x\n" SALE(
            "2013-04-11",
            "30") "2013-05-01 effective 2013-01-01 a spends 500 x\n" SALE("2013-07-20", "1,530"),
        "a.received 1560.00, c.received 0.00");
}

static void a_return_runs_on_capital_or_cost_only(void **state)
{
    (void)state;
    expect_codes(THREE CLAUSE "  share sale\n    6% yearly on pledge to a\n    rest to b\n",
                 "E235");
    expect_codes(THREE CLAUSE "  share sale\n    until work repaid to a\n    rest to b\n", "E235");
    expect_codes(THREE CLAUSE "  share sale\n    rest to members by income\n", "E235");
}

/* ---- catch-up ---- */

static void a_party_catches_up_on_its_share_of_profit(void **state)
{
    (void)state;
    /* Cost 1,000 back is no profit. 100 to b, then a until it has 20%: 25 of 125; then 80:20. */
    expect_figures(THREE CLAUSE "  share sale\n"
                                "    until cost repaid to funders by cost\n"
                                "    up to 100 in all to b\n"
                                "    until a has 20% of profit to a\n"
                                "    rest\n"
                                "      80% to b\n"
                                "      20% to a\n"
                                "2012-02-01 b spends 1,000 x\n" SALE("2012-02-02", "1,100")
                                    SALE("2012-02-03", "10") SALE("2012-02-04", "115"),
                   "a.received 45.00, b.received 1180.00");
}

static void a_catch_up_may_be_shared(void **state)
{
    (void)state;
    /* Of z a gets 80%: 0.8z = 20% of (1,000 + z), z = 333.33…, in whole units 333.33. */
    expect_figures(THREE CLAUSE "  share sale\n"
                                "    up to 1,000 in all to b\n"
                                "    until a has 20% of profit\n"
                                "      80% to a\n"
                                "      20% to b\n"
                                "    rest to c\n" SALE("2012-02-02", "1,400"),
                   "a.received 266.66, b.received 1066.67, c.received 66.67");
}

static void a_part_that_never_gets_there_takes_all(void **state)
{
    (void)state;
    expect_figures(THREE CLAUSE "  share sale\n"
                                "    up to 100 in all to b\n"
                                "    until a has 50% of profit to a, b equally\n"
                                "    rest to c\n" SALE("2012-02-02", "300"),
                   "a.received 100.00, b.received 200.00, c.received 0.00");
}

/* ---- risk ---- */

static void risk_is_capital_not_yet_repaid(void **state)
{
    (void)state;
    /* 300 and 100 of capital; 40 come back by thirds of open capital. What is repaid in a receipt
     * counts for the next: 60 by 300:100; then 30 by (300 - 30):(100 - 10). */
    expect_figures(THREE CLAUSE "  share sale\n"
                                "    until capital repaid to members by capital\n"
                                "    rest to c\n"
                                "  share service\n"
                                "    rest to members by risk\n"
                                "2012-02-01 a pays 300 capital\n2012-02-01 b pays 100 capital\n"
                                "2012-02-02 income 40 from x class sale\n"
                                "2012-02-03 income 36 from x class service\n",
                   "a.received 57.00, b.received 19.00");
    expect_figures(THREE CLAUSE "  share sale\n"
                                "    until capital repaid to a\n"
                                "    rest to members by risk\n"
                                "2012-02-01 a pays 30 capital\n2012-02-01 b pays 90 capital\n" SALE(
                                    "2012-02-02", "70") SALE("2012-02-03", "9"),
                   "a.received 40.00, b.received 39.00");
}

static void capital_that_is_transferred_takes_its_return_along_from_then_on(void **state)
{
    (void)state;
    /* 0.20 a day on 1,000: 100 days for a alone, then 100 for each half. */
    expect_figures(THREE CLAUSE
                   "  share sale\n"
                   "    7.3% yearly on capital to members by capital\n"
                   "    rest to c\n"
                   "2013-01-01 a pays 1,000 capital\n"
                   "2013-04-11 transfer 500 capital from a to b\n" SALE("2013-07-20", "41"),
                   "a.received 30.00, b.received 10.00, c.received 1.00");
}

/* ---- adjusted bases ---- */

#define FACTORS                                                                                    \
    THREE CLAUSE "  stakes shapley in parts\n    a 26\n    b 23\n    c 17\n"                       \
                 "  stakes risk in parts\n    a 40\n    b 40\n    c 20\n"                          \
                 "  stakes modest in parts\n    a 20\n    b 30\n    c 50\n"                        \
                 "  stakes alone in parts\n    a 1\n"
#define FUNDED                                                                                     \
    "2012-01-02 a pays 500 capital\n2012-01-02 b pays 300 capital\n"                               \
    "2012-01-02 c pays 200 capital\n"                                                              \
    "2012-01-03 result R patent \"R\" from p by a 20%, b 50%, c 30%\n"

static void a_basis_is_adjusted_by_factors(void **state)
{
    (void)state;
    /* design/methods.md E25: the Shapley value 13/3, 23/6, 17/6 of 11, investment 50:30:20, risk
     * 40:40:20, innovation 20:50:30, weights 40, 35, 25: 1487/300, 2641/600, 197/120. */
    expect_figures(FACTORS
                   "  share sale\n    rest to members by stake of shapley adjusted by capital 40%, "
                   "stake of risk 35%, invention 25%\n" FUNDED
                   "2012-02-01 income 1,100,000 from x class sale of R\n",
                   "a.received 495666.67, b.received 440166.67, c.received 164166.66");
    /* E24: lambda 20:30:50 gives 43/15, 52/15, 14/3. */
    expect_figures(FACTORS
                   "  share sale\n    rest to members by stake of shapley adjusted by stake "
                   "of modest 100%\n" SALE("2012-02-01", "330"),
                   "a.received 86.00, b.received 104.00, c.received 140.00");
    /* Equally, by one factor alone: the factor. Nobody has any of it: as if it were not there. */
    expect_figures(FACTORS
                   "  share sale\n    rest to members equally adjusted by stake of modest 100%\n"
                   "  share service\n    rest to members equally adjusted by work 100%\n" SALE(
                       "2012-02-01", "10") "2012-02-01 income 30 from x class service\n",
                   "a.received 12.00, b.received 13.00, c.received 15.00");
}

static void nobody_is_adjusted_below_zero(void **state)
{
    (void)state;
    /* a: 1 + 20% - 1/3 = 13/15; b: 30% - 1/3, below zero; c: 50% - 1/3 = 1/6 = 5/30; 26:5. */
    expect_figures(FACTORS "  share sale\n    rest to members by stake of alone adjusted by stake "
                           "of modest 100%\n" SALE("2012-02-01", "31"),
                   "a.received 26.00, b.received 0.00, c.received 5.00");
    expect_codes(FACTORS "  share sale\n    rest to members equally adjusted by capital 50%, work "
                         "40%\n",
                 "E207");
    expect_codes(FACTORS "  share sale\n    rest to members equally adjusted by stake of x 100%\n",
                 "E202");
}

/* ---- losses ---- */

static void a_loss_takes_amounts_and_parts_of_the_rest(void **state)
{
    (void)state;
    /* 100: 20 of every loss, half of the 80 left, 30 a year, 10 nobody; of 30: 20, 5, none, 5. */
    const char *text = THREE CLAUSE "  bear project loss\n"
                                    "    20 from a\n"
                                    "    50% of rest from b\n"
                                    "    30 yearly from c\n"
                                    "2012-02-01 loss 100\n2012-02-02 loss 30\n";
    expect_figures(text, "a.borne 40.00, b.borne 45.00, c.borne 30.00, uncovered 15.00");
    char more[2048];
    (void)snprintf(more, sizeof more, "%s2012-02-03 reverse 2012-02-01\n2012-02-04 loss 100\n",
                   text);
    expect_figures(more, "a.borne 40.00, b.borne 45.00, c.borne 30.00, uncovered 15.00");
    expect_codes(THREE CLAUSE
                 "  bear project loss\n    until cost repaid from a\n2012-02-01 loss 1\n",
                 "E456");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_receipt_is_cut_where_it_crosses_a_guard),
        cmocka_unit_test(an_amount_of_a_receipt_counts_once_over_its_pieces),
        cmocka_unit_test(every_scope_has_its_own_bands),
        cmocka_unit_test(a_guard_looks_at_a_measure_of_all),
        cmocka_unit_test(tiers_are_judged_in_their_band),
        cmocka_unit_test(a_return_runs_by_the_day_on_what_is_open),
        cmocka_unit_test(each_is_paid_its_own_return),
        cmocka_unit_test(a_compound_return_earns_on_itself_after_a_year),
        cmocka_unit_test(a_return_on_capital_runs_in_every_scope),
        cmocka_unit_test(a_return_is_taken_back_and_reckoned_anew),
        cmocka_unit_test(a_return_runs_on_capital_or_cost_only),
        cmocka_unit_test(a_party_catches_up_on_its_share_of_profit),
        cmocka_unit_test(a_catch_up_may_be_shared),
        cmocka_unit_test(a_part_that_never_gets_there_takes_all),
        cmocka_unit_test(risk_is_capital_not_yet_repaid),
        cmocka_unit_test(capital_that_is_transferred_takes_its_return_along_from_then_on),
        cmocka_unit_test(a_basis_is_adjusted_by_factors),
        cmocka_unit_test(nobody_is_adjusted_below_zero),
        cmocka_unit_test(a_loss_takes_amounts_and_parts_of_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
