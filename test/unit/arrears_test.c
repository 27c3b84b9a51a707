/* Arrears: interest to the day, the vote, shares, membership; what a cure brings back and what not.
 *
 * a owes 1,000,000 of capital, due on 1 February 2012. So the thirtieth day behind it is 2 March,
 * the sixtieth 1 April, the 75th 16 April, the ninetieth 1 May, the 105th 16 May. All figures are
 * worked out by hand. */
#include "unit.h"

#include "engine.h"
#include "state/stakes.h"

#define TABLE                                                                                      \
    THREE "  stakes s\n    a 50%\n    b 30%\n    c 20%\n"                                          \
          "  a pledges 1,000,000 due 2012-02-01\n"
#define BEAR TABLE "  arrears\n    bear 0.05% daily after 30 days\n"
#define LADDER                                                                                     \
    BEAR "    notice after 60 days\n    no vote after 75 days\n    dilute 50% after 90 days\n"     \
         "    out after 105 days\n"

/* ---- interest ---- */

static void interest_is_counted_by_day_on_what_is_unpaid(void **state)
{
    (void)state;
    const char *paid = BEAR "2012-03-10 a pays 400,000 capital\n2012-12-31 settle\n";
    /* 500 a day from 3 March; the day of the payment still counts in full, then 300 a day. */
    expect_figures_until(paid, "2012-03-02", "a.charges 0.00, a.owes 1000000.00");
    expect_figures_until(paid, "2012-03-03", "a.charges 500.00, assets:receivable:a 1000500.00");
    expect_figures_until(paid, "2012-03-09", "a.charges 3500.00");
    expect_figures_until(paid, "2012-03-10", "a.charges 4000.00, a.owes 604000.00");
    expect_figures_until(paid, "2012-03-11", "a.charges 4300.00, income:interest -4300.00");
    /* 31 December is the 296th day behind 10 March: 4,000 + 296 x 300. */
    expect_figures(paid, "a.charges 92800.00, a.called 1000000.00, a.paid_in 400000.00");
}

static void how_often_it_is_booked_changes_nothing(void **state)
{
    (void)state;
    /* 33.33 x 0.05% is 0.016665 a day, from 3 March to 9 March seven days: 0.116655, so 0.12. */
#define SMALL                                                                                      \
    THREE "  a pledges 33.33 due 2012-02-01\n"                                                     \
          "  arrears\n    bear 0.05% daily after 30 days\n"
    expect_figures(SMALL "2012-03-09 settle\n", "a.charges 0.12");
    expect_figures(SMALL "2012-03-03 settle\n2012-03-04 settle\n2012-03-05 settle\n"
                         "2012-03-06 settle\n2012-03-07 settle\n2012-03-08 settle\n"
                         "2012-03-09 settle\n",
                   "a.charges 0.12");
    /* Half a fen is rounded up: 1,000 x 0.0005% = 0.005. */
    expect_figures(THREE "  a pledges 1,000 due 2012-02-01\n"
                         "  arrears\n    bear 0.0005% daily\n2012-02-02 settle\n",
                   "a.charges 0.01");
}

static void a_yearly_rate_is_a_365th_a_day(void **state)
{
    (void)state;
    /* 1,000,000 x 7.3% / 365 = 200 a day, from 2 February, in a leap year too. */
    const char *text = TABLE "  arrears\n    bear 7.3% yearly\n2013-02-01 settle\n";
    expect_figures_until(text, "2012-02-01", "a.charges 0.00");
    expect_figures_until(text, "2012-02-02", "a.charges 200.00");
    expect_figures(text, "a.charges 73200.00");
}

static void interest_bears_none(void **state)
{
    (void)state;
    /* 31 March is the 29th day of interest: 14,500; the debt is paid, its interest is not. */
    expect_figures(BEAR "2012-03-31 a pays 1,000,000 capital\n2015-12-31 settle\n",
                   "a.charges 14500.00, a.owes 14500.00");
    expect_figures(BEAR "2012-03-31 a pays 1,000,000 capital\n2012-03-31 a pays 14,500 interest\n",
                   "a.charges 14500.00, a.owes 0.00, a.paid_in 1014500.00, a.capital 1000000.00, "
                   "assets:receivable:a 0.00");
    /* What is paid too much is ahead, and no interest comes any more. */
    expect_figures(BEAR "2012-03-31 a pays 1,000,000 capital\n2012-03-31 a pays 15,000 interest\n",
                   "a.paid_in 1014500.00, assets:receivable:a -500.00");
}

static void interest_is_income_and_shared(void **state)
{
    (void)state;
    const char *text = BEAR "  share interest\n    60% to b\n    rest to c\n2012-03-04 settle\n";
    expect_figures(text,
                   "b.received 600.00, c.received 400.00, equity:distributed:interest 1000.00");
    expect_figures(BEAR "  fund f \"F\"\n  share surplus\n    rest to fund f\n2012-03-04 settle\n",
                   "fund.f 1000.00, a.charges 1000.00");
}

static void every_nature_of_debt_bears_interest(void **state)
{
    (void)state;
    /* A call of 100,000 by 50:30:20, due 10 January: 10 days later 25, 15 and 10 a day from then
     * on; c's loss of 10,000 on 10 January at 5 a day. */
#define ALL_DEBTS                                                                                  \
    THREE "  stakes s\n    a 50%\n    b 30%\n    c 20%\n  bear project loss\n    rest from c\n"    \
          "  arrears\n    bear 0.05% daily after 10 days\n"                                        \
          "2012-01-05 call 100,000 by stake of s due 2012-01-10\n2012-01-10 loss 10,000\n"
    expect_figures(ALL_DEBTS "2012-01-20 settle\n", "a.charges 0.00, c.charges 0.00");
    expect_figures(ALL_DEBTS "2012-01-22 settle\n",
                   "a.charges 50.00, b.charges 30.00, c.charges 30.00");
}

/* What arises late is in time on the day it arises. */
static void nobody_is_late_before_it_owes(void **state)
{
    (void)state;
    const char *text =
        THREE "  stakes s\n    a 100%\n  arrears\n    bear 1% daily\n    out after 3 "
              "days\n2012-03-01 call 100 by stake of s due 2012-01-10\n"
              "2012-03-05 settle\n";
    expect_figures_until(text, "2012-03-01", "a.charges 0.00");
    expect_figures_until(text, "2012-03-02", "a.charges 1.00");
    struct engine e;
    engine_settle(&e, text, (struct engine_options){.until = "2012-03-04"});
    assert_true(e.settlement.fold.state->parties[0].member);
    engine_release(&e);
    engine_settle(&e, text, (struct engine_options){.until = NULL});
    assert_false(e.settlement.fold.state->parties[0].member);
    engine_release(&e);
}

/* ---- standing ---- */

#define COUNCIL                                                                                    \
    "article 2 \"Decisions\"\n  body council decision\n    seats one each member\n"                \
    "    pass 1/2 of all\n"
/* a's one vote of three carries the motion only with b's; without a there are two seats. */
static void the_vote_rests_behind_its_day(void **state)
{
    (void)state;
#define B_VOTES "2012-01-02 motion M \"M\" to council on logo\n2012-01-03 vote M b yes\n"
    expect_codes(LADDER COUNCIL B_VOTES "2012-04-16 decide M lost\n", "");
    expect_codes(LADDER COUNCIL B_VOTES "2012-04-17 decide M carried\n", "");
    expect_codes(LADDER COUNCIL B_VOTES "2012-04-16 decide M carried\n", "E335");
    expect_codes(LADDER COUNCIL B_VOTES "2012-04-17 decide M lost\n", "E335");
}

/* Payment alone does not bring the vote back: its interest does. 46 days at 500 are 23,000. */
static void payment_with_interest_brings_the_vote_back(void **state)
{
    (void)state;
#define PAID_LATE LADDER COUNCIL B_VOTES "2012-04-17 a pays 1,000,000 capital\n"
    expect_codes(PAID_LATE "2012-04-18 decide M carried\n", "");
    expect_codes(PAID_LATE "2012-04-17 a pays 22,999.99 interest\n2012-04-18 decide M carried\n",
                 "");
    expect_codes(PAID_LATE "2012-04-17 a pays 23,000 interest\n2012-04-18 decide M lost\n", "");
    expect_figures(PAID_LATE "2012-12-31 settle\n", "a.owes 23000.00");
}

/* ---- what is taken for good ---- */

static void expect_stakes(const char *text, const char *until, const char *shares)
{
    struct engine e;
    engine_settle(&e, text, (struct engine_options){.until = until});
    assert_true(e.settled);
    const struct fold *f = &e.settlement.fold;
    const struct share_set *set = state_stakes(f->state, 0, f->options.until);
    struct str got = STR("");
    for (uint32_t i = 0; set && i < set->count; i++)
        got = str_format(&e.arena, "%.*s%s%llu", STR_ARG(got), i ? ":" : "",
                         (unsigned long long)set->weights[i]);
    if (!str_eq(got, str_from(shares))) fail_msg("%.*s, not %s", STR_ARG(got), shares);
    engine_release(&e);
}

static void a_stake_is_diluted_on_its_unpaid_fraction(void **state)
{
    (void)state;
    const char *all = LADDER "2012-12-31 settle\n";
    const char *part = LADDER "2012-05-01 a pays 400,000 capital\n2012-12-31 settle\n";
    expect_stakes(all, "2012-05-01", "5:3:2");
    /* Half of 50% goes to the others by 30:20. */
    expect_stakes(all, "2012-05-02", "5:9:6");
    /* Half of it on 3/5: 50% x 7/10 = 35%; the others grow from 50% to 65%. */
    expect_stakes(part, "2012-05-02", "35:39:26");
    expect_stakes(LADDER "2012-05-01 a pays 1,000,000 capital\n2012-12-31 settle\n", "2012-12-31",
                  "5:3:2");
}

static void what_was_diluted_is_shared_so(void **state)
{
    (void)state;
    const char *text = LADDER "  share sale\n    rest to members by stake of s\n"
                              "2012-05-01 income 1,000 from x class sale\n"
                              "2012-05-02 income 1,000 from x class sale\n2012-05-03 settle\n";
    expect_figures_until(text, "2012-05-01", "a.received 500.00");
    expect_figures(text, "a.received 750.00, b.received 750.00, c.received 500.00");
    /* Ten days, nine at 50% and one at 25%: 450 + 25. */
    expect_figures(LADDER
                   "  share sale\n    rest to members by stake of s\n2012-05-03 income 1,000 "
                   "from x class sale over 2012-04-23 to 2012-05-03\n",
                   "a.received 475.00, b.received 315.00, c.received 210.00");
}

/* Shares that the text sets later, also on that very day, take the place of the diluted ones. */
static void later_stakes_set_anew(void **state)
{
    (void)state;
    const char *text = LADDER "2012-05-02 stakes s\n  a 40%\n  b 60%\n2012-12-31 settle\n";
    expect_stakes(text, "2012-05-01", "5:3:2");
    expect_stakes(text, "2012-05-02", "2:3");
    expect_stakes(LADDER "2012-06-01 stakes s\n  a 40%\n  b 60%\n2012-12-31 settle\n", "2012-05-31",
                  "5:9:6");
    expect_stakes(LADDER "2012-06-01 stakes s\n  a 40%\n  b 60%\n2012-12-31 settle\n", "2012-06-01",
                  "2:3");
}

/* a has 25% left on 2 May; a transfer goes on from there: of 5:9:6, a fifth of the whole. */
static void a_transfer_goes_on_from_what_is_left(void **state)
{
    (void)state;
#define MOVED(share) LADDER "2012-06-01 transfer " share " stake of s from a to b\n"
    expect_stakes(MOVED("20%") "2012-12-31 settle\n", "2012-05-31", "5:9:6");
    expect_stakes(MOVED("20%") "2012-12-31 settle\n", NULL, "1:13:6");
    expect_stakes(MOVED("20%") "2012-06-02 transfer 1/20 stake of s from c to a\n", NULL, "2:13:5");
    expect_stakes(MOVED("20%") "2012-06-02 reverse 2012-06-01\n", NULL, "5:9:6");
    expect_codes(MOVED("25%"), "");
    expect_codes(MOVED("25.01%"), "E386");
}

/* b, with 30% by the text, has 45% from 2 May on; what the text alone left it is not its limit. */
static void what_arrears_brought_may_be_transferred(void **state)
{
    (void)state;
#define GIVEN(day, share) LADDER day " transfer " share " stake of s from b to c\n"
    expect_stakes(GIVEN("2012-06-01", "40%") "2012-12-31 settle\n", NULL, "5:1:14");
    expect_stakes(GIVEN("2012-06-01", "40%") "2012-06-02 reverse 2012-06-01\n", NULL, "5:9:6");
    expect_stakes(GIVEN("2012-06-01", "45%") "2012-12-31 settle\n", NULL, "1:0:3");
    expect_codes(GIVEN("2012-06-01", "45.01%"), "E386");
    expect_codes(GIVEN("2012-04-01", "40%"), "E386");
}

/* 61% of the pledge are forfeited, so a third of 39, rounded down, is what counts. */
static void in_kind_counts_up_to_what_is_still_pledged(void **state)
{
    (void)state;
    expect_figures(THREE "  a pledges 1\n    61% due 2012-02-01\n    39% due 2014-02-01\n"
                         "  in kind counts 100%, at most 1/3 of a pledge\n"
                         "  arrears\n    forfeit after 1 days\n"
                         "2012-09-11 a gives 6 material\n",
                   "a.capital 0.13");
}

static void who_is_alone_keeps_its_stake(void **state)
{
    (void)state;
    expect_stakes(THREE "  stakes s\n    a 100%\n  a pledges 10 due 2012-02-01\n"
                        "  arrears\n    dilute 50% after 90 days\n2012-12-31 settle\n",
                  NULL, "1");
}

/* Two late debts dilute one after the other: 1/2, then 1/4 of what is left. */
static void every_late_debt_dilutes_for_itself(void **state)
{
    (void)state;
    const char *text = THREE "  stakes s\n    a 1/2\n    b 1/2\n"
                             "  a pledges 400\n    50% due 2012-02-01\n    50% due 2012-03-01\n"
                             "  arrears\n    dilute 50% after 2 months\n"
                             "2012-02-02 a pays 100 capital\n2012-12-31 settle\n";
    expect_stakes(text, "2012-04-01", "1:1");
    expect_stakes(text, "2012-04-02", "3:5"); /* 1/2 x (1 - 1/2 x 1/2) */
    expect_stakes(text, "2012-05-01", "3:5");
    expect_stakes(text, "2012-05-02", "3:13"); /* 3/8 x 1/2 */
}

#define FORFEIT TABLE "  arrears\n    bear 0.05% daily after 30 days\n    forfeit after 90 days\n"

static void what_is_forfeited_is_no_more_owed(void **state)
{
    (void)state;
    /* 400,000 are paid on 2 March, so interest is 300 a day for 60 days, 3 March to 1 May; on 2
     * May, the day of the forfeiture, one more. Of 50% it keeps 2/5. */
    const char *text = FORFEIT "  share sale\n    rest to members by pledge\n"
                               "2012-03-02 a pays 400,000 capital\n"
                               "2012-05-03 income 10 from x class sale\n2012-12-31 settle\n";
    expect_stakes(text, "2012-05-01", "5:3:2");
    expect_stakes(text, "2012-05-02", "5:12:8");
    expect_figures_until(text, "2012-05-01", "a.called 1000000.00, a.owes 618000.00");
    expect_figures(text, "a.called 400000.00, a.charges 18300.00, a.paid_in 400000.00, "
                         "equity:capital:a -400000.00, a.received 10.00, a.set_off 10.00, "
                         "a.owes 18290.00");
    /* Other debts stay. */
    expect_figures(THREE "  stakes s\n    a 100%\n  arrears\n    forfeit after 90 days\n"
                         "2012-02-01 call 100 by stake of s\n2012-12-31 settle\n",
                   "a.called 100.00, a.owes 100.00");
}

static void membership_ends_behind_its_day(void **state)
{
    (void)state;
    const char *share = "  share sale\n    rest to members equally\n";
    struct arena arena;
    arena_init(&arena);
    static const struct {
        const char *entries, *figures;
    } cases[] = {
        {"2012-05-16 income 300 from x class sale\n", "a.received 100.00, b.received 100.00"},
        {"2012-05-17 income 300 from x class sale\n", "a.received 0.00, b.received 150.00"},
        /* Who pays on the last day stays, though its interest is not paid. */
        {"2012-05-16 a pays 1,000,000 capital\n2012-06-30 income 300 from x class sale\n",
         "a.received 100.00, b.received 100.00"},
        /* Who pays later is out: what was taken is not given back. */
        {"2012-05-17 a pays 1,000,000 capital\n2012-06-30 income 300 from x class sale\n",
         "a.received 0.00, b.received 150.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_figures(str_format(&arena, "%s%s%s", LADDER, share, cases[i].entries).ptr,
                       cases[i].figures);
    arena_release(&arena);
}

/* 300,000 of 1,000,000 are paid in time. Expelled it keeps nothing of that; as a leaver it is
 * bought out at half, which is set off against what it owes. Interest: 350 a day, 75 days to 16
 * May. */
static void who_is_out_is_paid_as_the_terms_say(void **state)
{
    (void)state;
#define OUT(how, terms)                                                                            \
    BEAR "    out after 105 days" how "\n" terms "2012-02-01 a pays 300,000 capital\n"             \
         "2012-05-17 settle\n"
    expect_figures_until(OUT("", "  expelled keep no capital\n"), "2012-05-16",
                         "a.capital 300000.00");
    expect_figures(
        OUT("", "  expelled keep no capital\n"),
        "a.capital 0.00, a.received 0.00, a.owes 726600.00, equity:capital:a -700000.00");
    expect_figures(OUT(" as leaving", "  leave on 90 days notice, buy out 50% of capital\n"),
                   "a.received 150000.00, a.set_off 150000.00, a.owes 576600.00");
}

/* ---- corrections ---- */

/* A payment that took effect in time and is written later undoes what its lack had done. */
static void a_late_entry_undoes_what_did_not_happen(void **state)
{
    (void)state;
    const char *text = LADDER "  share sale\n    rest to members equally\n"
                              "2012-06-01 income 300 from x class sale\n2012-06-02 settle\n"
                              "2012-06-03 effective 2012-02-01 a pays 1,000,000 capital\n";
    expect_figures_until(text, "2012-06-02",
                         "a.received 0.00, b.received 150.00, a.charges 46000.00");
    expect_figures(text, "a.received 100.00, a.charges 0.00, a.owes 0.00, income:interest 0.00");
    expect_stakes(text, "2012-06-02", "5:9:6");
    expect_stakes(text, NULL, "5:3:2");
}

/* What is un-paid is late from the day of the reversal: 1 June, so interest from 2 July. */
static void what_is_reversed_is_late_from_then_on(void **state)
{
    (void)state;
    const char *text = LADDER "2012-02-01 a pays 1,000,000 capital\n"
                              "2012-06-01 reverse 2012-02-01\n2012-12-31 settle\n";
    expect_figures_until(text, "2012-07-01", "a.owes 1000000.00, a.charges 0.00");
    expect_figures_until(text, "2012-07-02", "a.owes 1000500.00");
    expect_stakes(text, "2012-08-30", "5:3:2");
    expect_stakes(text, "2012-08-31", "5:9:6"); /* 1 June + 90 days is 30 August */
}

/* Set-off at a settlement pays in time; as if settled, it does not. */
static void set_off_stops_the_ladder(void **state)
{
    (void)state;
    const char *sale = LADDER "  share sale\n    rest to a\n"
                              "2012-03-02 income 1,000,000 from x class sale\n";
    struct arena arena;
    arena_init(&arena);
    expect_figures(str_format(&arena, "%s2012-03-02 settle\n2012-12-31 settle\n", sale).ptr,
                   "a.charges 0.00, a.set_off 1000000.00");
    expect_figures(str_format(&arena, "%s2012-03-04 settle\n", sale).ptr,
                   "a.charges 1000.00, a.set_off 1000000.00, a.owes 1000.00");
    arena_release(&arena);
}

static void each_consequence_stands_once(void **state)
{
    (void)state;
    expect_codes(LADDER "    notice after 10 days\n", "E260");
    expect_codes(LADDER "  arrears\n    notice after 10 days\n", "E260");
}

/* A share that gets too fine to be exact is refused, never rounded. */
static void too_fine_a_dilution_is_refused(void **state)
{
    (void)state;
    expect_codes(
        THREE "  stakes s in parts\n    a 999,999,999,989\n    b 3\n    c 7\n"
              "  a pledges 1,000,000.01 due 2012-02-01\n  arrears\n    dilute 33.3% after 1 days\n"
              "2012-02-02 a pays 0.03 capital\n2012-12-31 settle\n",
        "E209");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interest_is_counted_by_day_on_what_is_unpaid),
        cmocka_unit_test(how_often_it_is_booked_changes_nothing),
        cmocka_unit_test(a_yearly_rate_is_a_365th_a_day),
        cmocka_unit_test(interest_bears_none),
        cmocka_unit_test(interest_is_income_and_shared),
        cmocka_unit_test(every_nature_of_debt_bears_interest),
        cmocka_unit_test(nobody_is_late_before_it_owes),
        cmocka_unit_test(the_vote_rests_behind_its_day),
        cmocka_unit_test(payment_with_interest_brings_the_vote_back),
        cmocka_unit_test(a_stake_is_diluted_on_its_unpaid_fraction),
        cmocka_unit_test(what_was_diluted_is_shared_so),
        cmocka_unit_test(later_stakes_set_anew),
        cmocka_unit_test(a_transfer_goes_on_from_what_is_left),
        cmocka_unit_test(what_arrears_brought_may_be_transferred),
        cmocka_unit_test(in_kind_counts_up_to_what_is_still_pledged),
        cmocka_unit_test(who_is_alone_keeps_its_stake),
        cmocka_unit_test(every_late_debt_dilutes_for_itself),
        cmocka_unit_test(what_is_forfeited_is_no_more_owed),
        cmocka_unit_test(membership_ends_behind_its_day),
        cmocka_unit_test(who_is_out_is_paid_as_the_terms_say),
        cmocka_unit_test(a_late_entry_undoes_what_did_not_happen),
        cmocka_unit_test(what_is_reversed_is_late_from_then_on),
        cmocka_unit_test(set_off_stops_the_ladder),
        cmocka_unit_test(each_consequence_stands_once),
        cmocka_unit_test(too_fine_a_dilution_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
