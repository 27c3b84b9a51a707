/* Duties: each kind with every state it can take, on the days on both sides of each boundary.
 *
 * Oracle: days and sums are counted by hand in each case. */
#include "unit.h"

#include "duties.h"

/* ---- states ---- */

static enum duty_state state_on(date_t due, date_t done, date_t default_on, date_t day)
{
    struct duty duty = {.due = due, .done = done, .default_on = default_on};
    return duty_state_on(&duty, day);
}

static void a_duty_goes_through_its_states(void **state)
{
    (void)state;
    const date_t none = DATE_NONE;
    assert_int_equal(state_on(100, none, 131, 100), DUTY_OPEN);
    assert_int_equal(state_on(100, none, 131, 101), DUTY_LATE);
    assert_int_equal(state_on(100, none, 131, 130), DUTY_LATE);
    assert_int_equal(state_on(100, none, 131, 131), DUTY_IN_DEFAULT);
    assert_int_equal(state_on(100, none, DATE_OPEN, 100000), DUTY_LATE);
    assert_int_equal(state_on(100, 100, 131, 100), DUTY_MET);
    assert_int_equal(state_on(100, 100, 131, 500), DUTY_MET);
    assert_int_equal(state_on(100, 101, 131, 101), DUTY_CURED);
    assert_int_equal(state_on(100, 130, 131, 500), DUTY_CURED);
    assert_int_equal(state_on(100, 131, 131, 131), DUTY_IN_DEFAULT);
    assert_int_equal(state_on(100, 131, 131, 130), DUTY_LATE); /* seen before it is done */
    assert_int_equal(state_on(none, none, DATE_OPEN, 100000), DUTY_OPEN);
    assert_int_equal(state_on(none, 7, DATE_OPEN, 7), DUTY_MET);
}

static void every_kind_can_be_open_and_met(void **state)
{
    (void)state;
    for (enum duty_kind kind = 0; kind < DUTY_KIND_COUNT; kind++) {
        assert_true(duty_can_be(kind, DUTY_OPEN));
        assert_true(duty_can_be(kind, DUTY_MET));
        assert_int_equal(duty_can_be(kind, DUTY_LATE), duty_can_be(kind, DUTY_CURED));
    }
}

/* ---- debts ---- */

#define PLEDGED                                                                                    \
    THREE "article 2 \"Capital\"\n"                                                                \
          "  a pledges 100\n    60% due 2012-03-01\n    40% due 2012-09-01\n"

static void a_tranche_is_open_late_and_cured(void **state)
{
    (void)state;
    const char *text = PLEDGED "2012-02-01 a pays 10 capital\n"
                               "2012-03-15 a pays 50 capital\n"
                               "2012-12-31 settle\n";
    expect_duties(text, "2012-01-31", DUTY_TRANCHE,
                  "a>alliance - 6000/6000 open 2012-03-01 -; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
    expect_duties(text, "2012-03-01", DUTY_TRANCHE,
                  "a>alliance - 6000/5000 open 2012-03-01 -; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
    expect_duties(text, "2012-03-02", DUTY_TRANCHE,
                  "a>alliance - 6000/5000 late 2012-03-01 -; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
    expect_duties(text, "2012-09-02", DUTY_TRANCHE,
                  "a>alliance - 6000/0 cured 2012-03-01 2012-03-15; "
                  "a>alliance - 4000/4000 late 2012-09-01 -");
}

static void a_tranche_paid_ahead_is_met(void **state)
{
    (void)state;
    const char *text = PLEDGED "2012-02-01 a pays 70 capital\n"
                               "2012-02-20 a pays 30 capital\n"
                               "2012-12-31 settle\n";
    expect_duties(text, "2012-02-01", DUTY_TRANCHE,
                  "a>alliance - 6000/0 met 2012-03-01 2012-02-01; "
                  "a>alliance - 4000/3000 open 2012-09-01 -");
    expect_duties(text, "2012-02-20", DUTY_TRANCHE,
                  "a>alliance - 6000/0 met 2012-03-01 2012-02-01; "
                  "a>alliance - 4000/0 met 2012-09-01 2012-02-20");
    expect_duties(text, "2012-09-01", DUTY_TRANCHE,
                  "a>alliance - 6000/0 met 2012-03-01 2012-02-01; "
                  "a>alliance - 4000/0 met 2012-09-01 2012-02-20");
}

static void a_payment_taken_back_opens_its_debt(void **state)
{
    (void)state;
    const char *text = PLEDGED "2012-03-01 a pays 60 capital\n"
                               "2012-03-10 reverse 2012-03-01 \"bounced\"\n"
                               "2012-03-20 a pays 60 capital\n"
                               "2012-04-01 settle\n";
    expect_duties(text, "2012-03-09", DUTY_TRANCHE,
                  "a>alliance - 6000/0 met 2012-03-01 2012-03-01; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
    expect_duties(text, "2012-03-10", DUTY_TRANCHE,
                  "a>alliance - 6000/6000 late 2012-03-01 -; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
    expect_duties(text, "2012-03-20", DUTY_TRANCHE,
                  "a>alliance - 6000/0 cured 2012-03-01 2012-03-20; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
}

static void a_payment_written_late_counts_from_its_effect(void **state)
{
    (void)state;
    const char *text = PLEDGED "2012-03-05 effective 2012-02-28 a pays 60 capital\n";
    expect_duties(text, "2012-03-04", DUTY_TRANCHE,
                  "a>alliance - 6000/6000 late 2012-03-01 -; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
    expect_duties(text, "2012-03-05", DUTY_TRANCHE,
                  "a>alliance - 6000/0 met 2012-03-01 2012-02-28; "
                  "a>alliance - 4000/4000 open 2012-09-01 -");
}

/* 30 days from 1 March 2012 are over with 31 March. Interest, however late it begins, is no step.
 */
static void a_debt_is_in_default_behind_the_last_step(void **state)
{
    (void)state;
#define IN_ARREARS                                                                                 \
    THREE "article 2 \"Capital\"\n  a pledges 100 due 2012-03-01\n"                                \
          "  arrears\n    notice after 10 days\n    no vote after 30 days\n"                       \
          "    bear 0.05% daily after 90 days\n"
    const char *text = IN_ARREARS "2012-04-01 a pays 100 capital\n2012-12-31 settle\n";
    const char *cured = IN_ARREARS "2012-03-31 a pays 100 capital\n2012-12-31 settle\n";
    const char *never = IN_ARREARS "2012-12-31 settle\n";
    expect_duties(text, "2012-03-01", DUTY_TRANCHE, "a>alliance - 10000/10000 open 2012-03-01 -");
    expect_duties(text, "2012-03-31", DUTY_TRANCHE, "a>alliance - 10000/10000 late 2012-03-01 -");
    expect_duties(text, "2012-04-01", DUTY_TRANCHE,
                  "a>alliance - 10000/0 in_default 2012-03-01 2012-04-01");
    expect_duties(cured, "2012-04-01", DUTY_TRANCHE,
                  "a>alliance - 10000/0 cured 2012-03-01 2012-03-31");
    expect_duties(never, "2012-03-31", DUTY_TRANCHE, "a>alliance - 10000/10000 late 2012-03-01 -");
    expect_duties(never, "2012-04-01", DUTY_TRANCHE,
                  "a>alliance - 10000/10000 in_default 2012-03-01 -");
}

#define CALLED                                                                                     \
    THREE "article 2 \"Money\"\n"                                                                  \
          "  project p \"P\"\n    funded a 75%, b 25%\n"                                           \
          "  bear project loss\n    rest from a\n"                                                 \
          "  share sale\n    rest to a\n"

static void a_call_is_due_on_its_day(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-01 call 100 for p due 2012-03-01\n"
                              "2012-03-01 a pays 75 call for p\n"
                              "2012-03-02 b pays 25 call\n";
    expect_duties(text, "2012-01-31", DUTY_CALL, "");
    expect_duties(text, "2012-02-29", DUTY_CALL,
                  "a>alliance p 7500/7500 open 2012-03-01 -; "
                  "b>alliance p 2500/2500 open 2012-03-01 -");
    expect_duties(text, "2012-03-01", DUTY_CALL,
                  "a>alliance p 7500/0 met 2012-03-01 2012-03-01; "
                  "b>alliance p 2500/2500 open 2012-03-01 -");
    expect_duties(text, "2012-03-02", DUTY_CALL,
                  "a>alliance p 7500/0 met 2012-03-01 2012-03-01; "
                  "b>alliance p 2500/0 cured 2012-03-01 2012-03-02");
}

static void a_call_taken_back_is_none(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-01 call 100 for p due 2012-03-01\n"
                              "2012-02-10 reverse 2012-02-01\n";
    expect_duties(text, "2012-02-10", DUTY_CALL, "");
}

static void set_off_at_a_settlement_pays_a_loss(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-01 loss 40 of p\n"
                              "2012-02-03 income 100 from m class sale\n"
                              "2012-02-05 settle\n"
                              "2012-02-07 pay a 60\n";
    expect_duties(text, "2012-02-01", DUTY_LOSS, "a>alliance p 4000/4000 open 2012-02-01 -");
    expect_duties(text, "2012-02-02", DUTY_LOSS, "a>alliance p 4000/4000 late 2012-02-01 -");
    expect_duties(text, "2012-02-04", DUTY_LOSS, "a>alliance p 4000/4000 late 2012-02-01 -");
    expect_duties(text, "2012-02-05", DUTY_LOSS, "a>alliance p 4000/0 cured 2012-02-01 2012-02-05");
    expect_duties(text, "2012-02-04", DUTY_PAYOUT, "");
    expect_duties(text, "2012-02-05", DUTY_PAYOUT, "alliance>a - 6000/6000 open - -");
    expect_duties(text, "2012-02-07", DUTY_PAYOUT, "alliance>a - 6000/0 met - 2012-02-07");
}

/* What a received is taken back after it was paid out: at the settlement it owes the difference. */
static void a_correction_makes_a_charge(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-03 income 100 from m class sale\n"
                              "2012-02-05 settle\n"
                              "2012-02-07 pay a 100\n"
                              "2012-02-08 reverse 2012-02-03\n"
                              "2012-02-09 settle\n"
                              "2012-02-11 income 100 from m class sale\n"
                              "2012-02-11 settle\n";
    expect_duties(text, "2012-02-08", DUTY_CHARGE, "");
    expect_duties(text, "2012-02-09", DUTY_CHARGE, "a>alliance - 10000/10000 open 2012-02-09 -");
    expect_duties(text, "2012-02-10", DUTY_CHARGE, "a>alliance - 10000/10000 late 2012-02-09 -");
    expect_duties(text, "2012-02-11", DUTY_CHARGE,
                  "a>alliance - 10000/0 cured 2012-02-09 2012-02-11");
    expect_duties(text, "2012-02-11", DUTY_PAYOUT, "alliance>a - 10000/0 met - 2012-02-07");
}

/* ---- claims on the alliance ---- */

static void payouts_go_to_the_oldest_settlement(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-03 income 100 from m class sale\n"
                              "2012-02-04 pay a 30\n"
                              "2012-02-05 settle\n"
                              "2012-02-06 income 50 from m class sale\n"
                              "2012-02-07 settle\n"
                              "2012-02-08 pay a 80\n"
                              "2012-02-09 reverse 2012-02-08\n"
                              "2012-02-10 pay a 120\n";
    expect_duties(text, "2012-02-05", DUTY_PAYOUT, "alliance>a - 7000/7000 open - -");
    expect_duties(text, "2012-02-07", DUTY_PAYOUT,
                  "alliance>a - 7000/7000 open - -; alliance>a - 5000/5000 open - -");
    expect_duties(text, "2012-02-08", DUTY_PAYOUT,
                  "alliance>a - 7000/0 met - 2012-02-08; alliance>a - 5000/4000 open - -");
    expect_duties(text, "2012-02-09", DUTY_PAYOUT,
                  "alliance>a - 7000/7000 open - -; alliance>a - 5000/5000 open - -");
    expect_duties(text, "2012-02-10", DUTY_PAYOUT,
                  "alliance>a - 7000/0 met - 2012-02-10; alliance>a - 5000/0 met - 2012-02-10");
}

static void a_settlement_that_gives_less_lowers_what_is_open(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-03 income 100 from m class sale\n"
                              "2012-02-05 settle\n"
                              "2012-02-06 income 20 from m class sale\n"
                              "2012-02-06 reverse 2012-02-03\n"
                              "2012-02-07 settle\n";
    expect_duties(text, "2012-02-06", DUTY_PAYOUT, "alliance>a - 10000/10000 open - -");
    expect_duties(text, "2012-02-07", DUTY_PAYOUT, "alliance>a - 2000/2000 open - -");
}

static void a_loan_is_open_until_repaid(void **state)
{
    (void)state;
    const char *text = CALLED "2012-02-03 b pays 100 loan\n"
                              "2012-02-04 b pays 50 loan\n"
                              "2012-02-05 repay b 120 loan\n";
    expect_duties(text, "2012-02-04", DUTY_LOAN,
                  "alliance>b - 10000/10000 open - -; alliance>b - 5000/5000 open - -");
    expect_duties(text, "2012-02-05", DUTY_LOAN,
                  "alliance>b - 10000/0 met - 2012-02-05; alliance>b - 5000/3000 open - -");
}

/* ---- work ---- */

#define PLANNED                                                                                    \
    "alliance t \"T\"\n  founded 2012-01-01\n  settles quarterly\n  term 1 year\n"                 \
    "  goal G1 \"Done\" by 2012-06-30\n  goal G2 \"Some day\"\n"                                   \
    "article 1 \"All\"\n  party a enterprise \"A\" lead\n  party b university \"B\"\n"             \
    "  project p \"P\"\n    lead b\n    milestone m by 2012-03-31\n"                               \
    "    milestone n by 2012-09-30\n"

static void a_milestone_is_met_cured_or_missed(void **state)
{
    (void)state;
    const char *met = PLANNED "2012-03-31 milestone p.m met\n2012-10-01 milestone p.n met\n";
    const char *missed = PLANNED "2012-04-15 milestone p.m missed\n2012-05-01 milestone p.m met\n"
                                 "2012-07-01 stop p failed\n";
    expect_duties(met, "2012-03-30", DUTY_MILESTONE,
                  "b>alliance p.m - open 2012-03-31 -; b>alliance p.n - open 2012-09-30 -");
    expect_duties(met, "2012-09-30", DUTY_MILESTONE,
                  "b>alliance p.m - met 2012-03-31 2012-03-31; b>alliance p.n - open 2012-09-30 -");
    expect_duties(met, "2012-10-01", DUTY_MILESTONE,
                  "b>alliance p.m - met 2012-03-31 2012-03-31; "
                  "b>alliance p.n - cured 2012-09-30 2012-10-01");
    expect_duties(missed, "2012-04-14", DUTY_MILESTONE,
                  "b>alliance p.m - late 2012-03-31 -; b>alliance p.n - open 2012-09-30 -");
    expect_duties(missed, "2012-04-15", DUTY_MILESTONE,
                  "b>alliance p.m - in_default 2012-03-31 -; "
                  "b>alliance p.n - open 2012-09-30 -");
    expect_duties(missed, "2012-06-30", DUTY_MILESTONE,
                  "b>alliance p.m - in_default 2012-03-31 2012-05-01; "
                  "b>alliance p.n - open 2012-09-30 -");
    expect_duties(missed, "2012-07-01", DUTY_MILESTONE,
                  "b>alliance p.m - in_default 2012-03-31 2012-05-01");
}

static void a_stopped_project_leaves_a_late_milestone_late(void **state)
{
    (void)state;
    const char *text = PLANNED "2012-03-31 stop p failed\n";
    const char *later = PLANNED "2012-04-01 stop p failed\n";
    expect_duties(text, "2012-12-31", DUTY_MILESTONE, "b>alliance p.m - open 2012-03-31 -");
    expect_duties(later, "2012-12-31", DUTY_MILESTONE, "b>alliance p.m - late 2012-03-31 -");
}

static void a_goal_is_met_or_missed(void **state)
{
    (void)state;
    const char *text = PLANNED "2012-07-01 goal G1 met\n2012-07-02 goal G2 met\n";
    const char *missed = PLANNED "2012-07-02 goal G1 missed\n2012-07-03 goal G1 met\n";
    expect_duties(text, "2012-06-30", DUTY_GOAL,
                  "alliance>alliance G1 - open 2012-06-30 -; alliance>alliance G2 - open - -");
    expect_duties(text, "2012-07-01", DUTY_GOAL,
                  "alliance>alliance G1 - cured 2012-06-30 2012-07-01; "
                  "alliance>alliance G2 - open - -");
    expect_duties(text, "2012-07-02", DUTY_GOAL,
                  "alliance>alliance G1 - cured 2012-06-30 2012-07-01; "
                  "alliance>alliance G2 - met - 2012-07-02");
    expect_duties(missed, "2012-07-01", DUTY_GOAL,
                  "alliance>alliance G1 - late 2012-06-30 -; alliance>alliance G2 - open - -");
    expect_duties(missed, "2012-07-02", DUTY_GOAL,
                  "alliance>alliance G1 - in_default 2012-06-30 -; "
                  "alliance>alliance G2 - open - -");
    expect_duties(missed, "2012-07-03", DUTY_GOAL,
                  "alliance>alliance G1 - in_default 2012-06-30 2012-07-03; "
                  "alliance>alliance G2 - open - -");
}

static void a_period_is_settled_on_its_last_day(void **state)
{
    (void)state;
    const char *text = PLANNED "2012-03-30 settle\n2012-06-30 settle\n2012-10-01 settle\n"
                               "2012-12-31 sign a \"A\"\n";
    expect_duties(text, "2012-03-31", DUTY_SETTLEMENT, "alliance>alliance - - open 2012-03-31 -");
    expect_duties(text, "2012-04-01", DUTY_SETTLEMENT,
                  "alliance>alliance - - late 2012-03-31 -; "
                  "alliance>alliance - - open 2012-06-30 -");
    expect_duties(text, "2012-06-30", DUTY_SETTLEMENT,
                  "alliance>alliance - - cured 2012-03-31 2012-06-30; "
                  "alliance>alliance - - met 2012-06-30 2012-06-30");
    expect_duties(text, "2012-12-31", DUTY_SETTLEMENT,
                  "alliance>alliance - - cured 2012-03-31 2012-06-30; "
                  "alliance>alliance - - met 2012-06-30 2012-06-30; "
                  "alliance>alliance - - cured 2012-09-30 2012-10-01; "
                  "alliance>alliance - - open 2012-12-31 -");
    expect_duties(THREE "2012-12-31 settle\n", "2012-12-31", DUTY_SETTLEMENT, "");
}

static void a_renewed_agreement_is_settled_on(void **state)
{
    (void)state;
    const char *text = PLANNED "2012-12-01 renew 3 months\n2012-12-31 settle\n";
    expect_duties(text, "2012-12-31", DUTY_SETTLEMENT,
                  "alliance>alliance - - cured 2012-03-31 2012-12-31; "
                  "alliance>alliance - - cured 2012-06-30 2012-12-31; "
                  "alliance>alliance - - cured 2012-09-30 2012-12-31; "
                  "alliance>alliance - - met 2012-12-31 2012-12-31");
    expect_duties(
        PLANNED "2012-12-01 renew 3 months\n2013-01-02 settle\n", "2013-01-01", DUTY_SETTLEMENT,
        "alliance>alliance - - late 2012-03-31 -; alliance>alliance - - late 2012-06-30 -; "
        "alliance>alliance - - late 2012-09-30 -; alliance>alliance - - late 2012-12-31 -; "
        "alliance>alliance - - open 2013-03-31 -");
    expect_codes(THREE "2012-12-01 renew 3 months\n", "E443");
}

/* ---- dues and sales ---- */

#define DUES                                                                                       \
    THREE "  dues yearly lead 0.1% of sales, at least 50, others 10 due 31 January\n"              \
          "2012-01-20 a pays 90 dues\n2012-02-05 b pays 10 dues\n"

static void the_next_dues_are_shown(void **state)
{
    (void)state;
    const char *text = DUES "2013-01-20 a reports 60,000 sales over 2012-01-01 to 2013-01-01\n"
                            "2013-12-31 settle\n";
    expect_duties(text, "2012-01-20", DUTY_DUES,
                  "a>alliance - 5000/0 met 2012-01-31 2012-01-20; "
                  "b>alliance - 1000/1000 open 2012-01-31 -; "
                  "c>alliance - 1000/1000 open 2012-01-31 -");
    expect_duties(text, "2012-02-05", DUTY_DUES,
                  "a>alliance - 5000/0 met 2012-01-31 2012-01-20; "
                  "b>alliance - 1000/0 cured 2012-01-31 2012-02-05; "
                  "c>alliance - 1000/1000 late 2012-01-31 -; "
                  "a>alliance - 5000/1000 open 2013-01-31 -; "
                  "b>alliance - 1000/1000 open 2013-01-31 -; "
                  "c>alliance - 1000/1000 open 2013-01-31 -");
    expect_duties(text, "2012-12-31", DUTY_SALES,
                  "a>alliance 2011 - late 2012-01-31 -; a>alliance 2012 - open 2013-01-31 -");
    expect_duties(text, "2013-02-01", DUTY_SALES,
                  "a>alliance 2011 - late 2012-01-31 -; "
                  "a>alliance 2012 - met 2013-01-31 2013-01-20; "
                  "a>alliance 2013 - open 2014-01-31 -");
    expect_duties(DUES "2012-03-01 a reports 1 sales over 2011-01-01 to 2012-01-01\n", "2012-03-01",
                  DUTY_SALES,
                  "a>alliance 2011 - cured 2012-01-31 2012-03-01; "
                  "a>alliance 2012 - open 2013-01-31 -");
}

/* ---- offers, leaving, failure, the end ---- */

static void others_may_buy_a_stake_first(void **state)
{
    (void)state;
    const char *text = THREE "article 2 \"S\"\n  first refusal 30 days\n"
                             "  stakes s\n    a 60%\n    b 40%\n"
                             "2012-01-02 a pays 5 capital\n2012-01-02 c pays 5 capital\n"
                             "2012-02-01 a offers 10% stake of s to c at 5\n"
                             "2012-02-02 a offers 1 capital to b at 5\n"
                             "2012-02-03 c waives 2012-02-02\n2012-12-31 settle\n";
    expect_duties(text, "2012-03-02", DUTY_STAKE_REFUSAL, "b>a s - open 2012-03-02 -");
    expect_duties(text, "2012-03-03", DUTY_STAKE_REFUSAL, "b>a s - met 2012-03-02 2012-03-02");
    expect_duties(text, "2012-02-02", DUTY_CAPITAL_REFUSAL, "c>a - - open 2012-03-03 -");
    expect_duties(text, "2012-02-03", DUTY_CAPITAL_REFUSAL, "c>a - - met 2012-03-03 2012-02-03");
}

static void a_notice_runs(void **state)
{
    (void)state;
    const char *text = THREE "  leave on 90 days notice\n2012-03-01 b gives notice\n"
                             "2012-12-31 settle\n";
    expect_duties(text, "2012-02-29", DUTY_NOTICE, "");
    /* 90 days behind 1 March is 30 May: from that day on it may leave. */
    expect_duties(text, "2012-05-29", DUTY_NOTICE, "b>alliance - - open 2012-05-29 -");
    expect_duties(text, "2012-05-30", DUTY_NOTICE, "b>alliance - - met 2012-05-29 2012-05-29");
    expect_duties(THREE "2012-03-01 b gives notice\n", "2012-03-01", DUTY_NOTICE, "");
}

static void a_failure_is_told(void **state)
{
    (void)state;
    const char *text = THREE "article 2 \"P\"\n  project p \"P\"\n    lead b\n"
                             "  project q \"Q\"\n  failure notice 30 days\n"
                             "2012-03-01 stop p failed\n2012-03-01 stop q done\n"
                             "2012-12-31 settle\n";
    expect_duties(text, "2012-03-31", DUTY_FAILURE, "b>members p - open 2012-03-31 -");
    expect_duties(text, "2012-04-01", DUTY_FAILURE, "b>members p - late 2012-03-31 -");
#define FAILED(before, after)                                                                      \
    THREE "article 2 \"P\"\n  project p \"P\"\n    lead b\n  failure notice 30 days\n" before      \
          "2012-03-01 stop p failed\n" after "2012-12-31 settle\n"
    expect_duties(FAILED("2012-02-01 b warns of failure of p\n", ""), "2012-03-01", DUTY_FAILURE,
                  "b>members p - met 2012-03-31 2012-02-01");
    expect_duties(
        FAILED("2012-02-01 c warns of failure of p\n", "2012-03-31 b warns of failure of p\n"),
        "2012-04-01", DUTY_FAILURE, "b>members p - met 2012-03-31 2012-03-31");
    expect_duties(FAILED("", "2012-04-01 b warns of failure of p\n"), "2012-04-01", DUTY_FAILURE,
                  "b>members p - cured 2012-03-31 2012-04-01");
    /* In time it was not silent; behind the days that the agreement gives it was. */
    expect_codes(FAILED("", "2012-03-31 b warns of failure of p\n"
                            "2012-05-01 loss 9 of p, 2 of it by silence of b\n"),
                 "E273");
    expect_figures(FAILED("", "2012-04-01 b warns of failure of p\n"
                              "2012-05-01 loss 9 of p, 2 of it by silence of b\n"),
                   "b.borne 2.00, uncovered 7.00");
}

/* On a day before an amendment the tranches of the text of that day are to come. */
static void tranches_are_those_of_the_text_of_the_day(void **state)
{
    (void)state;
    const char *text = THREE "article 2 \"P\"\n  a pledges 100\n    50% due 2012-06-30\n"
                             "    50% due 2013-06-30\n  b pledges 10 due 2013-01-31\n"
                             "2013-03-01 amend\n  article 2 \"P\"\n    a pledges 150\n"
                             "      50% due 2012-06-30\n      50% due 2014-06-30\n"
                             "    b pledges 10 due 2013-01-31\n2015-12-31 settle\n";
    expect_duties(text, "2013-02-28", DUTY_TRANCHE,
                  "a>alliance - 5000/5000 late 2012-06-30 -; b>alliance - 1000/1000 late "
                  "2013-01-31 -; a>alliance - 5000/5000 open 2013-06-30 -");
    expect_duties(text, "2013-03-01", DUTY_TRANCHE,
                  "a>alliance - 5000/5000 late 2012-06-30 -; b>alliance - 1000/1000 late "
                  "2013-01-31 -; a>alliance - 2500/2500 open 2013-03-01 -; "
                  "a>alliance - 7500/7500 open 2014-06-30 -");
}

static void unspent_grants_go_back_at_the_end(void **state)
{
    (void)state;
    const char *text = THREE "2012-03-01 grant 100 from \"M\"\n2012-03-02 spend 40 x\n"
                             "2012-04-01 dissolve\n2012-04-02 settle\n"
                             "2012-04-03 return 20 grant to \"M\"\n"
                             "2012-04-04 return 40 grant to \"M\"\n2012-12-31 settle\n";
    expect_duties(text, "2012-04-01", DUTY_GRANT, "");
    expect_duties(text, "2012-04-03", DUTY_GRANT, "alliance>M - 6000/4000 open - -");
    expect_duties(text, "2012-04-04", DUTY_GRANT, "alliance>M - 6000/0 met - 2012-04-04");
}

/* ---- what ends by itself ---- */

static void the_agreement_ends_with_its_term(void **state)
{
    (void)state;
    const char *text = PLANNED "2012-12-01 renew 6 months\n2014-01-01 sign a \"A\"\n";
    expect_duties(text, "2012-11-30", DUTY_TERM, "alliance>alliance - - open 2012-12-31 -");
    expect_duties(text, "2012-12-01", DUTY_TERM, "alliance>alliance - - open 2013-06-30 -");
    expect_duties(text, "2013-06-30", DUTY_TERM, "alliance>alliance - - open 2013-06-30 -");
    expect_duties(text, "2013-07-01", DUTY_TERM, "alliance>alliance - - met 2013-06-30 2013-06-30");
    expect_duties(THREE "2012-12-31 settle\n", "2012-12-31", DUTY_TERM, "");
}

#define COUNCIL                                                                                    \
    THREE "article 2 \"Decisions\"\n"                                                              \
          "  body council decision\n    seats one each member\n    votes one each\n"               \
          "    pass 1/2 of all\n"                                                                  \
          "  veto in council by affected within 15 days\n"

static void an_office_ends_on_its_day(void **state)
{
    (void)state;
    const char *text = COUNCIL "2012-02-01 appoint \"Li Ming\" of b to council until 2012-03-01\n"
                               "2012-02-01 appoint \"Wang\" to council\n"
                               "2012-02-02 staff \"Zhao\" fulltime in council employed by c until "
                               "2012-04-01\n2012-05-01 settle\n";
    expect_duties(text, "2012-01-31", DUTY_OFFICE, "");
    expect_duties(text, "2012-03-01", DUTY_OFFICE, "b>council Li Ming - open 2012-03-01 -");
    expect_duties(text, "2012-03-02", DUTY_OFFICE, "b>council Li Ming - met 2012-03-01 2012-03-01");
    expect_duties(text, "2012-04-01", DUTY_STAFF, "c>council Zhao - open 2012-04-01 -");
    expect_duties(text, "2012-04-02", DUTY_STAFF, "c>council Zhao - met 2012-04-01 2012-04-01");
    expect_duties(COUNCIL
                  "2012-02-02 staff \"Zhao\" fulltime in council employed by c until 2012-04-01\n"
                  "2012-03-02 staff \"Zhao\" fulltime in council employed by c until 2012-06-01\n",
                  "2012-05-01", DUTY_STAFF, "c>council Zhao - open 2012-06-01 -");
}

/* ---- votes ---- */

static void ballots_are_asked_for_until_their_day(void **state)
{
    (void)state;
    const char *text = COUNCIL "2012-02-01 motion M1 \"Buy\" to council on budget by 2012-02-20\n"
                               "2012-02-05 vote M1 a yes\n"
                               "2012-02-20 vote M1 b no for c\n"
                               "2012-02-25 decide M1\n";
    expect_duties(text, "2012-01-31", DUTY_BALLOT, "");
    expect_duties(text, "2012-02-05", DUTY_BALLOT,
                  "a>council M1 - met 2012-02-20 2012-02-05; b>council M1 - open 2012-02-20 -; "
                  "c>council M1 - open 2012-02-20 -");
    expect_duties(text, "2012-02-20", DUTY_BALLOT,
                  "a>council M1 - met 2012-02-20 2012-02-05; b>council M1 - open 2012-02-20 -; "
                  "c>council M1 - met 2012-02-20 2012-02-20");
    expect_duties(text, "2012-02-21", DUTY_BALLOT,
                  "a>council M1 - met 2012-02-20 2012-02-05; "
                  "c>council M1 - met 2012-02-20 2012-02-20");
}

static void who_is_recused_is_not_asked(void **state)
{
    (void)state;
    const char *text = COUNCIL "2012-02-01 motion M1 \"Out\" to council on expulsion of b by "
                               "2012-02-20\n";
    expect_duties(text, "2012-02-01", DUTY_BALLOT,
                  "a>council M1 - open 2012-02-20 -; c>council M1 - open 2012-02-20 -");
}

/* 15 days from the next day on: carried on 10 February, vetoed at the latest on 25. */
static void a_veto_has_its_days(void **state)
{
    (void)state;
#define CARRIED                                                                                    \
    COUNCIL "2012-02-01 motion M1 \"Buy\" to council on budget\n2012-02-10 vote M1 a yes\n"        \
            "2012-02-10 vote M1 b yes\n2012-02-10 decide M1 carried\n"
    const char *vetoed = CARRIED "2012-02-25 veto M1 c \"ours\"\n";
    expect_duties(CARRIED "2012-03-01 settle\n", "2012-02-09", DUTY_VETO, "");
    expect_duties(CARRIED "2012-03-01 settle\n", "2012-02-25", DUTY_VETO,
                  "affected>council M1 - open 2012-02-25 -");
    expect_duties(CARRIED "2012-03-01 settle\n", "2012-02-26", DUTY_VETO,
                  "affected>council M1 - met 2012-02-25 2012-02-25");
    expect_duties(vetoed, "2012-02-25", DUTY_VETO,
                  "affected>council M1 - met 2012-02-25 2012-02-25");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_duty_goes_through_its_states),
        cmocka_unit_test(every_kind_can_be_open_and_met),
        cmocka_unit_test(a_tranche_is_open_late_and_cured),
        cmocka_unit_test(a_tranche_paid_ahead_is_met),
        cmocka_unit_test(a_payment_taken_back_opens_its_debt),
        cmocka_unit_test(a_payment_written_late_counts_from_its_effect),
        cmocka_unit_test(a_debt_is_in_default_behind_the_last_step),
        cmocka_unit_test(a_call_is_due_on_its_day),
        cmocka_unit_test(a_call_taken_back_is_none),
        cmocka_unit_test(set_off_at_a_settlement_pays_a_loss),
        cmocka_unit_test(a_correction_makes_a_charge),
        cmocka_unit_test(payouts_go_to_the_oldest_settlement),
        cmocka_unit_test(a_settlement_that_gives_less_lowers_what_is_open),
        cmocka_unit_test(a_loan_is_open_until_repaid),
        cmocka_unit_test(a_milestone_is_met_cured_or_missed),
        cmocka_unit_test(a_stopped_project_leaves_a_late_milestone_late),
        cmocka_unit_test(a_goal_is_met_or_missed),
        cmocka_unit_test(a_period_is_settled_on_its_last_day),
        cmocka_unit_test(a_renewed_agreement_is_settled_on),
        cmocka_unit_test(the_next_dues_are_shown),
        cmocka_unit_test(others_may_buy_a_stake_first),
        cmocka_unit_test(a_notice_runs),
        cmocka_unit_test(a_failure_is_told),
        cmocka_unit_test(tranches_are_those_of_the_text_of_the_day),
        cmocka_unit_test(unspent_grants_go_back_at_the_end),
        cmocka_unit_test(the_agreement_ends_with_its_term),
        cmocka_unit_test(an_office_ends_on_its_day),
        cmocka_unit_test(ballots_are_asked_for_until_their_day),
        cmocka_unit_test(who_is_recused_is_not_asked),
        cmocka_unit_test(a_veto_has_its_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
