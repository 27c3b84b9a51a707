/* Stakes and capital that change hands, shares that are redetermined, and who takes part in a
 * project. All figures are worked out by hand. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define MONEY "article 2 \"Money\"\n"
#define TABLE MONEY "  stakes s\n    a 60%\n    b 40%\n"
#define SALES TABLE "  share sale\n    rest to members by stake of s\n"
#define INCOME(day) day " income 100 from x class sale\n"

/* ---- transfers of stakes ---- */

static void a_transferred_stake_counts_from_the_start_of_its_day(void **state)
{
    (void)state;
    /* 60:40, then 50:40:10 also for what stands before the transfer on its day. */
    const char *text = THREE SALES INCOME("2012-02-01") INCOME(
        "2012-03-01") "2012-03-01 transfer 10% stake of s from a to c\n" INCOME("2012-04-01");
    expect_figures_until(text, "2012-02-29", "a.received 60.00, b.received 40.00");
    expect_figures(text, "a.received 160.00, b.received 120.00, c.received 20.00");
}

static void transfers_of_one_day_follow_each_other(void **state)
{
    (void)state;
    expect_figures(THREE SALES
                   "2012-03-01 transfer 60% stake of s from a to c\n"
                   "2012-03-01 transfer 1/2 stake of s from c to b\n"
                   "2012-03-01 transfer 40% stake of s from b to a\n" INCOME("2012-03-02"),
                   "a.received 40.00, b.received 50.00, c.received 10.00");
}

static void a_period_is_cut_at_a_transfer(void **state)
{
    (void)state;
    /* Of 10 days three at 60%, seven at 50%: 18 + 35. */
    expect_figures(THREE SALES "2012-03-04 transfer 10% stake of s from a to b\n"
                               "2012-04-01 income 100 from x class sale over 2012-03-01 to "
                               "2012-03-11\n",
                   "a.received 53.00, b.received 47.00");
}

static void what_is_set_later_replaces_what_was_transferred(void **state)
{
    (void)state;
    expect_figures(THREE SALES "2012-03-01 transfer 10% stake of s from a to c\n"
                               "2012-03-02 stakes s\n  b 100%\n" INCOME("2012-03-02"),
                   "a.received 0.00, b.received 100.00");
}

static void a_late_transfer_moves_what_was_shared_since(void **state)
{
    (void)state;
    /* Known on 10 April: 30% from 1 March on, on which the transfer of 15 March stands. */
    const char *text = THREE SALES INCOME("2012-02-01")
        INCOME("2012-03-01") "2012-03-15 transfer 20% stake of s from a to b\n" INCOME(
            "2012-04-01") "2012-04-10 effective 2012-03-01 transfer 30% stake of s from a to "
                          "c\n" INCOME("2012-05-01");
    expect_figures_until(text, "2012-04-09",
                         "a.received 160.00, b.received 140.00, c.received 0.00");
    expect_figures_until(text, "2012-04-10",
                         "a.received 100.00, b.received 140.00, c.received 60.00");
    expect_figures(text, "a.received 110.00, b.received 200.00, c.received 90.00");
}

static void a_transfer_is_taken_back_from_the_day_of_its_reversal(void **state)
{
    (void)state;
    const char *text = THREE SALES "2012-03-01 transfer 10% stake of s from a to c\n" INCOME(
        "2012-03-02") "2012-04-01 reverse 2012-03-01\n" INCOME("2012-04-02");
    expect_figures(text, "a.received 110.00, b.received 80.00, c.received 10.00");
    expect_figures(THREE SALES "2012-03-01 transfer 10% stake of s from a to c\n" INCOME(
                       "2012-03-02") "2012-04-01 effective 2012-03-01 reverse 2012-03-01\n",
                   "a.received 60.00, b.received 40.00, c.received 0.00");
}

static void stakes_that_are_not_there_cannot_be_transferred(void **state)
{
    (void)state;
    static const struct {
        const char *entries, *codes;
    } cases[] = {
        {"2012-03-01 transfer 60% stake of s from a to c\n", ""},
        {"2012-03-01 transfer 60.01% stake of s from a to c\n", "E370"},
        {"2012-03-01 transfer 1% stake of s from c to a\n", "E370"},
        {"2012-03-01 transfer 50% stake of s from a to c\n"
         "2012-03-02 transfer 20% stake of s from a to c\n",
         "E370"},
        {"2012-03-01 transfer 50% stake of s from a to c\n"
         "2012-03-02 effective 2012-02-01 transfer 20% stake of s from a to c\n",
         "E370"},
        {"2012-03-01 transfer 10% stake of s from a to c\n"
         "2012-03-02 transfer 5% stake of s from c to b\n"
         "2012-03-03 reverse 2012-03-01\n",
         "E370"},
        {"2012-03-01 stakes s none\n2012-03-02 transfer 1% stake of s from a to c\n", "E308"},
        {"2012-03-01 transfer 1% stake of s from a to a\n", "E371"},
        {"2012-03-01 transfer 1% stake of s from a to c\n2012-03-01 stakes s\n  a 100%\n", "E222"},
        {"2012-03-01 transfer 1% stake of t from a to c\n", "E202"},
        {"2012-03-01 transfer 1% stake of s from a to d\n"
         "2012-03-02 join d enterprise \"D\"\n",
         "E303"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char text[2048];
        (void)snprintf(text, sizeof text, "%s%s", THREE TABLE, cases[i].entries);
        expect_codes(text, cases[i].codes);
    }
}

/* ---- transfers of capital ---- */

#define CAPITAL                                                                                    \
    THREE MONEY "  share sale\n    until capital repaid to members by capital\n"                   \
                "    rest to members by capital\n"                                                 \
                "2012-02-01 a pays 100 capital\n2012-02-01 b pays 50 capital\n"

static void transferred_capital_is_that_of_who_takes_it(void **state)
{
    (void)state;
    expect_balance(CAPITAL "2012-03-01 transfer 40 capital from a to c\n",
                   "equity:capital:a -60.00, equity:capital:b -50.00, equity:capital:c -40.00, "
                   "assets:cash 150.00");
    expect_figures(CAPITAL "2012-03-01 transfer 40 capital from a to c\n"
                           "2012-03-02 income 75 from x class sale\n",
                   "a.capital 60.00, c.capital 40.00, a.received 30.00, b.received 25.00, "
                   "c.received 20.00");
}

static void what_was_repaid_of_capital_goes_with_it(void **state)
{
    (void)state;
    /* 75 repay a half: a 50, b 25. Of a's 50, 40/100 now count for c: 30 and 20. Then 75 repay the
     * other half, by what is open: a 60 - 30, b 50 - 25, c 40 - 20. */
    const char *text = CAPITAL "2012-03-01 income 75 from x class sale\n"
                               "2012-03-02 transfer 40 capital from a to c\n"
                               "2012-03-03 income 75 from x class sale\n";
    expect_figures(text, "a.received 80.00, b.received 50.00, c.received 20.00");
}

static void a_pledge_stays_with_who_made_it(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  a pledges 100 due 2012-06-01\n"
                               "2012-02-01 a pays 100 capital\n"
                               "2012-03-01 transfer 40 capital from a to c\n"
                               "2012-06-02 settle\n",
                   "a.called 100.00, a.paid_in 100.00, a.owes 0.00, a.capital 60.00, c.owes 0.00");
}

static void a_transfer_of_capital_is_taken_back_and_may_be_late(void **state)
{
    (void)state;
    expect_figures(CAPITAL "2012-03-01 transfer 40 capital from a to c\n"
                           "2012-03-02 reverse 2012-03-01\n"
                           "2012-03-03 income 75 from x class sale\n",
                   "a.capital 100.00, c.capital 0.00, a.received 50.00, c.received 0.00");
    expect_figures(CAPITAL "2012-03-03 income 75 from x class sale\n"
                           "2012-03-04 effective 2012-03-01 transfer 40 capital from a to c\n",
                   "a.received 30.00, b.received 25.00, c.received 20.00");
}

static void capital_that_is_not_there_cannot_be_transferred(void **state)
{
    (void)state;
    expect_codes(CAPITAL "2012-03-01 transfer 100 capital from a to c\n", "");
    expect_codes(CAPITAL "2012-03-01 transfer 100.01 capital from a to c\n", "E372");
    expect_codes(CAPITAL "2012-03-01 transfer 1 capital from c to a\n", "E372");
    expect_codes(CAPITAL "2012-03-01 transfer 1 capital from a to a\n", "E371");
}

/* ---- redeterminations ---- */

static void redetermined_shares_count_from_the_start(void **state)
{
    (void)state;
    /* A call of 1,000, an income of 500, a loss of 100, by 60:40; then all of it by 55:36:9. */
#define UNIT                                                                                       \
    THREE SALES "  bear project loss\n    by stake of s from members\n"                            \
                "2012-02-01 call 1000 by stake of s\n2012-02-02 income 500 from x class sale\n"    \
                "2012-02-03 loss 100\n2012-06-30 settle\n"                                         \
                "2012-07-01 redetermine stakes s\n  a 55%\n  b 36%\n  c 9%\n"
    expect_figures_until(UNIT, "2012-06-30",
                         "a.called 600.00, a.received 300.00, a.borne 60.00, a.set_off 300.00, "
                         "b.called 400.00, b.received 200.00, b.borne 40.00, c.called 0.00");
    expect_figures(UNIT, "a.called 550.00, a.borne 55.00, b.called 360.00, b.borne 36.00, "
                         "c.called 90.00, c.received 45.00, c.borne 9.00, c.owes 54.00");
}

static void a_redetermination_leaves_what_was_settled(void **state)
{
    (void)state;
    /* a: 275 by its new share, but 300 were set off: 25 more are charged, and received. */
    expect_figures(UNIT, "a.set_off 300.00, a.received 300.00, a.charges 25.00, a.owes 330.00, "
                         "b.received 200.00, b.charges 20.00, b.owes 216.00");
}

static void what_is_transferred_after_it_is_of_the_new_shares(void **state)
{
    (void)state;
    /* 100 by 55:36:9; from 1 August by 45:36:19. */
    expect_figures(
        THREE SALES INCOME(
            "2012-02-01") "2012-03-01 transfer 10% stake of s from a to "
                          "c\n" INCOME("2012-03-02") "2012-07-01 redetermine stakes s\n"
                                                     "  a 55%\n  b 36%\n  c 9%\n"
                                                     "2012-08-01 transfer 10% stake of s from "
                                                     "a to c\n" INCOME("2012-08-02"),
        "a.received 155.00, b.received 108.00, c.received 37.00");
}

static void a_redetermination_is_taken_back(void **state)
{
    (void)state;
    expect_figures(
        THREE SALES INCOME("2012-02-01") "2012-07-01 redetermine stakes s\n"
                                         "  a 55%\n  b 36%\n  c 9%\n" INCOME(
                                             "2012-07-02") "2012-07-03 reverse 2012-07-01\n",
        "a.received 120.00, b.received 80.00, c.received 0.00");
}

static void the_last_redetermination_holds(void **state)
{
    (void)state;
    expect_figures(THREE SALES INCOME("2012-02-01") "2012-07-01 redetermine stakes s\n  c 100%\n"
                                                    "2012-08-01 redetermine stakes s in parts\n"
                                                    "  a 1\n  b 3\n" INCOME("2012-08-02"),
                   "a.received 50.00, b.received 150.00, c.received 0.00");
}

static void who_funds_is_redetermined_too(void **state)
{
    (void)state;
#define FUNDED "  project p \"P\"\n    funded a 50%, b 30%, grant 20%\n"
    /* 80 by 50:30, then by 20:60. */
    expect_figures(THREE MONEY FUNDED "2012-02-01 call 80 for p\n"
                                      "2012-07-01 redetermine funded p\n  a 20%\n  b 60%\n"
                                      "  grant 20%\n2012-07-02 call 8 for p\n",
                   "a.called 22.00, b.called 66.00");
    /* The line of who works on it changes no figure. */
    expect_figures(THREE MONEY FUNDED "2012-02-01 call 80 for p\n"
                                      "2012-07-01 redetermine work p\n  a 20%\n  b 80%\n",
                   "a.called 50.00, b.called 30.00");
}

static void a_redetermination_needs_shares(void **state)
{
    (void)state;
    expect_codes(THREE TABLE "2012-07-01 redetermine stakes s\n  a 50%\n", "E207");
    expect_codes(THREE TABLE "2012-07-01 redetermine stakes s\n", "E223");
    expect_codes(THREE TABLE "  project p \"P\"\n2012-07-01 redetermine funded p\n  a 100%\n",
                 "E308");
    expect_codes(THREE TABLE "  project p \"P\"\n2012-07-01 redetermine work p\n  a 90%\n", "E207");
    expect_codes(THREE TABLE "2012-07-01 redetermine work p\n  a 100%\n", "E202");
}

/* ---- first refusal ---- */

/* 60:40 of a and b; c and d are outsiders. */
#define REFUSAL THREE TABLE "  first refusal 30 days\n2012-01-05 join d enterprise \"D\"\n"
#define OFFER "2012-02-01 a offers 20% stake of s to c at 1,000\n"
#define ACCEPTS "2012-02-02 b accepts 2012-02-01\n"
#define WAIVES "2012-02-02 b waives 2012-02-01\n"
#define PASSES " transfer 20% stake of s from a to c at 1,000\n"
#define CAPITALS "2012-02-01 a pays 100 capital\n2012-02-01 b pays 1 capital\n"

static void what_others_may_buy_first_is_offered_first(void **state)
{
    (void)state;
    static const struct {
        const char *entries, *codes;
    } cases[] = {
        /* Who holds some may take more; an outsider may not before an offer. */
        {"2012-02-01 transfer 20% stake of s from a to b\n", ""},
        {"2012-02-01" PASSES, "E376"},
        /* Thirty days count from the next day: until 2 March. */
        {OFFER "2012-03-02" PASSES, "E377"},
        {OFFER "2012-03-03" PASSES, ""},
        {OFFER WAIVES "2012-02-03" PASSES, ""},
        {OFFER ACCEPTS "2012-03-03" PASSES, "E378"},
        {OFFER ACCEPTS "2012-02-03 transfer 20% stake of s from a to b at 1,000\n", ""},
        /* On no better terms: a half of it for a half of the price, and then who holds some may
         * have more for less. */
        {OFFER "2012-03-03 transfer 10% stake of s from a to c at 500\n"
               "2012-03-03 transfer 10% stake of s from a to c\n",
         ""},
        {OFFER "2012-03-03 transfer 10% stake of s from a to c at 499.99\n", "E379"},
        {OFFER "2012-03-03 transfer 20% stake of s from a to c\n", "E379"},
        {OFFER "2012-03-03 transfer 20.01% stake of s from a to c at 2,000\n", "E379"},
        {OFFER "2012-03-03 transfer 20% stake of s from a to d at 1,000\n", "E376"},
        {OFFER "2012-03-03 transfer 20% stake of s from b to c at 1,000\n", "E376"},
        /* Answers. */
        {OFFER "2012-03-02 b accepts 2012-02-01\n", ""},
        {OFFER "2012-03-03 b accepts 2012-02-01\n", "E375"},
        {OFFER "2012-02-02 c accepts 2012-02-01\n", "E374"},
        {OFFER "2012-02-02 a waives 2012-02-01\n", "E374"},
        {OFFER WAIVES ACCEPTS, "E311"},
        {OFFER "2012-02-02 b waives 2012-01-05\n", "E373"},
        {OFFER "2012-02-02 b waives 2012-02-01 #2\n", "E373"},
        /* Taken back. */
        {OFFER "2012-02-02 reverse 2012-02-01\n2012-02-03 b waives 2012-02-01\n", "E373"},
        {OFFER WAIVES "2012-02-02 reverse 2012-02-02\n2012-02-03" PASSES, "E377"},
        /* Capital: b holds none and is an outsider, until it has some. */
        {"2012-02-01 a pays 100 capital\n2012-02-02 transfer 40 capital from a to b\n", "E376"},
        {CAPITALS "2012-02-02 transfer 40 capital from a to b\n", ""},
        {CAPITALS "2012-02-01 a offers 40 capital to d at 50\n2012-02-02 b waives 2012-02-01 #3\n"
                  "2012-02-02 transfer 40 capital from a to d at 50\n",
         ""},
        {CAPITALS "2012-02-01 a offers 40 capital to d at 50\n2012-02-02 b waives 2012-02-01 #3\n"
                  "2012-02-02 transfer 40 capital from a to d at 49.99\n",
         "E379"},
        {CAPITALS "2012-02-01 a offers 40 capital to d at 50\n2012-02-02 b waives 2012-02-01 #3\n"
                  "2012-02-02 transfer 40.01 capital from a to d at 60\n",
         "E379"},
        /* Written late it is held to the same; nothing that has happened is refused. */
        {OFFER "2012-03-05 effective 2012-02-10 b accepts 2012-02-01\n", ""},
        {"2012-03-05 effective 2012-02-10 transfer 20% stake of s from a to c\n", "E376"},
        {OFFER WAIVES "2012-02-10" PASSES "2012-03-05 effective 2012-02-03 a pays 1 capital\n", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char text[2048];
        (void)snprintf(text, sizeof text, "%s%s", REFUSAL, cases[i].entries);
        expect_codes(text, cases[i].codes);
    }
    /* Without the clause nothing is to be offered. */
    expect_codes(THREE TABLE "2012-02-01 transfer 20% stake of s from a to c\n", "");
}

static void a_transfer_needs_the_consent_that_is_agreed(void **state)
{
    (void)state;
#define CONSENT                                                                                    \
    THREE TABLE "  body k decision\n    seats one each member\n    votes one each\n"               \
                "    pass 2/3 of all\n  decide transfer by k\n"                                    \
                "2012-02-01 motion M \"Let c in\" to k on transfer\n"                              \
                "2012-02-02 vote M a yes\n2012-02-02 vote M b yes\n2012-02-03 decide M\n"
    expect_codes(CONSENT "2012-02-04 transfer 20% stake of s from a to c\n", "E307");
    expect_codes(CONSENT "2012-02-04 transfer 20% stake of s from a to c by M\n", "");
}

/* ---- promotes ---- */

/* Who comes in pays a third of the well for a quarter of the field: 4/3 of its own part. It ends at
 * the casing point; from then on everyone pays for what it has. */
static void a_third_for_a_quarter(void **state)
{
    (void)state;
    const char *text =
        THREE MONEY "  stakes paid\n    a 2/3\n    b 1/3\n  stakes had\n    a 3/4\n    b 1/4\n"
                    "  project well \"Well\"\n  share sale\n    rest to members by stake of had\n"
                    "2012-02-01 call 12,000,000 by stake of paid for well\n"
                    "2012-06-30 stakes paid\n  a 3/4\n  b 1/4\n"
                    "2012-07-01 call 12,000,000 by stake of paid for well\n"
                    "2012-12-31 income 1,200,000 from oil class sale of well\n";
    /* 4/3 of a quarter of 12,000,000. */
    expect_figures_until(text, "2012-06-29", "a.called 8000000.00, b.called 4000000.00");
    expect_figures(text, "a.called 17000000.00, b.called 7000000.00, a.received 900000.00, "
                         "b.received 300000.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_transferred_stake_counts_from_the_start_of_its_day),
        cmocka_unit_test(transfers_of_one_day_follow_each_other),
        cmocka_unit_test(a_period_is_cut_at_a_transfer),
        cmocka_unit_test(what_is_set_later_replaces_what_was_transferred),
        cmocka_unit_test(a_late_transfer_moves_what_was_shared_since),
        cmocka_unit_test(a_transfer_is_taken_back_from_the_day_of_its_reversal),
        cmocka_unit_test(stakes_that_are_not_there_cannot_be_transferred),
        cmocka_unit_test(transferred_capital_is_that_of_who_takes_it),
        cmocka_unit_test(what_was_repaid_of_capital_goes_with_it),
        cmocka_unit_test(a_pledge_stays_with_who_made_it),
        cmocka_unit_test(a_transfer_of_capital_is_taken_back_and_may_be_late),
        cmocka_unit_test(capital_that_is_not_there_cannot_be_transferred),
        cmocka_unit_test(redetermined_shares_count_from_the_start),
        cmocka_unit_test(a_redetermination_leaves_what_was_settled),
        cmocka_unit_test(what_is_transferred_after_it_is_of_the_new_shares),
        cmocka_unit_test(a_redetermination_is_taken_back),
        cmocka_unit_test(the_last_redetermination_holds),
        cmocka_unit_test(who_funds_is_redetermined_too),
        cmocka_unit_test(a_redetermination_needs_shares),
        cmocka_unit_test(a_third_for_a_quarter),
        cmocka_unit_test(what_others_may_buy_first_is_offered_first),
        cmocka_unit_test(a_transfer_needs_the_consent_that_is_agreed),
    };
    return cmocka_run_group_tests_name("stakes", tests, NULL, NULL);
}
