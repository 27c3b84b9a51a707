/* Debts that are written off, and cost overruns: losses of the others. Figures by hand. */
#include "unit.h"

#include "engine.h"

#define FEB "2012-02-01"
#define MONEY "article 2 \"Money\"\n"
#define STAKES "  stakes s\n    a 50%\n    b 30%\n    c 20%\n"
#define DEFAULT "  bear default\n    by stake of s from members\n"
#define LADDER "  arrears\n    notice after 30 days\n    no vote after 60 days\n"
#define PROJECT "  project p \"P\"\n    budget 1,000\n    funded a 50%, b 50%\n"
/* Due on 1 February: in default from 2 April, which is 61 days behind it. */
#define CALLED                                                                                     \
    THREE MONEY STAKES PROJECT DEFAULT LADDER FEB " call 1,000 for p\n" FEB " a pays 500 call\n"

static void what_is_in_default_is_given_up(void **state)
{
    (void)state;
    /* a and c bear b's 500 by 50:20. */
    expect_figures(CALLED "2012-04-02 write off 500 call of b for p\n",
                   "b.called 0.00, b.owes 0.00, a.borne 357.14, c.borne 142.86, b.borne 0.00, "
                   "equity:calls:b 0.00, equity:losses -500.00, assets:receivable:b 0.00");
    expect_codes(CALLED "2012-04-01 write off 500 call of b for p\n", "E393");
    expect_codes(CALLED "2012-04-02 write off 500.01 call of b\n", "E393");
    expect_codes(CALLED "2012-04-02 write off 1 call of a\n", "E393");
    expect_codes(CALLED "2012-04-02 write off 1 loan of b\n", "E392");
    /* Without a ladder a debt may be given up when it is late. */
    expect_codes(THREE MONEY STAKES PROJECT FEB " call 1,000 for p\n" FEB
                                                " write off 500 call of b\n",
                 "E393");
    expect_figures(THREE MONEY STAKES PROJECT FEB
                   " call 1,000 for p\n2012-02-02 write off 500 call of b\n",
                   "b.called 0.00, uncovered 500.00, equity:losses 0.00, equity:calls:b 0.00");
}

static void a_part_is_given_up_of_the_oldest(void **state)
{
    (void)state;
    expect_figures(CALLED "2012-03-01 call 100 by stake of s\n2012-05-01 write off 510 call of b\n",
                   "b.called 20.00, b.owes 20.00, a.borne 364.29");
    expect_figures(CALLED "2012-03-01 b pays 100 call\n2012-05-01 write off 300 call of b\n"
                          "2012-05-02 b pays 100 call\n",
                   "b.called 200.00, b.paid_in 200.00, b.owes 0.00, a.borne 214.29");
}

static void capital_is_no_more_pledged(void **state)
{
    (void)state;
#define SURPLUS "  share surplus\n    rest to a\n"
    const char *pledged = THREE MONEY SURPLUS
        "  b pledges 90 due 2012-02-01\n" FEB
        " income 50 from x class interest\n2012-02-02 write off 90 capital of b\n"
        "2012-02-03 settle\n";
    /* Nobody makes it good, and it was never spent: the surplus is 50. */
    expect_figures(pledged, "b.called 0.00, uncovered 90.00, a.received 50.00, "
                            "equity:capital:b 0.00");
    /* A loss of calls or dues is one: 50 + 30 − 30. */
    expect_figures(THREE MONEY SURPLUS
                   "  dues yearly b 30 due 1 February\n" FEB
                   " income 50 from x class interest\n2012-02-02 write off 30 dues of b\n"
                   "2012-02-03 settle\n",
                   "b.charges 0.00, uncovered 30.00, a.received 50.00, income:dues -30.00, "
                   "equity:losses 30.00");
}

static void losses_and_interest_are_given_up(void **state)
{
    (void)state;
    expect_figures(THREE MONEY STAKES DEFAULT
                   "  bear project loss\n    by stake of s from members\n" FEB
                   " loss 100\n2012-02-02 write off 30 loss of b\n",
                   "b.borne 0.00, a.borne 71.43, c.borne 28.57, equity:losses -100.00");
    /* 1% a day of 100 for 9 days, given up on the tenth. */
    expect_figures(THREE MONEY STAKES DEFAULT
                   "  arrears\n    bear 1% daily\n"
                   "  b pledges 100 due 2012-02-01\n2012-02-10 write off 9 interest of b\n",
                   "b.charges 0.00, b.owes 100.00, a.borne 6.43, c.borne 2.57");
}

static void others_who_cover_keep_their_claim(void **state)
{
    (void)state;
    expect_codes(THREE MONEY STAKES "  arrears\n    covered by others by stake of s after 10 days\n"
                                    "  b pledges 100 due 2012-02-01\n"
                                    "2012-03-01 write off 100 capital of b\n",
                 "E393");
}

static void it_is_taken_back(void **state)
{
    (void)state;
    expect_figures(CALLED "2012-04-02 write off 500 call of b\n"
                          "2012-04-03 reverse 2012-04-02 \"it pays\"\n2012-04-04 b pays 200 call\n",
                   "b.called 500.00, b.owes 300.00, a.borne 0.00, c.borne 0.00, "
                   "equity:losses 0.00, equity:calls:b -500.00");
    expect_codes(CALLED "2012-04-02 write off 400 call of b\n2012-04-03 reverse 2012-02-01\n",
                 "E395");
    expect_codes(CALLED "2012-04-02 write off 400 call of b\n2012-04-03 reverse 2012-04-02\n"
                        "2012-04-03 reverse 2012-02-01\n",
                 "");
}

static void at_the_end_what_is_missing_is_borne(void **state)
{
    (void)state;
    /* Capital of 100 and 60 that c owes for a call; what is there is divided, then 60 are missing.
     */
    expect_figures(THREE MONEY STAKES FEB
                   " a pays 100 capital\n" FEB
                   " call 60 by stake of s\n2012-03-01 a pays 30 call\n2012-03-01 b pays 18 call\n"
                   "2012-04-01 dissolve\n2012-04-01 settle\n2012-04-02 write off 12 call of c\n"
                   "2012-04-03 settle\n",
                   "assets:cash 148.00, assets:receivable:c 0.00, c.owes 0.00, "
                   "equity:liquidation 0.00");
}

/* ---- overruns ---- */

#define OVERRUN                                                                                    \
    THREE MONEY STAKES PROJECT "  bear cost overrun\n    up to 60 in all from a\n"                 \
                               "    rest by stake of s from members, at most 10 each\n"            \
                               "  share surplus\n    rest to c\n"
#define SPENT FEB " spend 1,100 x for p\n" FEB " b spends 40 x for p\n"

static void what_is_past_the_budget_is_put_on_members(void **state)
{
    (void)state;
    /* 140 past it; of 95 a bears 60 and 10, b 10, c 10, nobody 5. */
    expect_figures(OVERRUN SPENT FEB " overrun 95 of p\n",
                   "a.borne 70.00, b.borne 10.00, c.borne 10.00, uncovered 5.00, "
                   "equity:losses -90.00");
    expect_codes(OVERRUN SPENT FEB " overrun 140.01 of p\n", "F101 E394");
    expect_codes(OVERRUN SPENT FEB " overrun 100 of p\n" FEB " overrun 41 of p\n", "F101 E394");
    expect_codes(THREE MONEY "  project p \"P\"\n" FEB " overrun 1 of p\n", "E275");
}

static void the_surplus_is_more_by_what_is_borne(void **state)
{
    (void)state;
    /* 1,200 − 1,100 of common money, and 90 that are borne of the overrun. */
    expect_figures(OVERRUN SPENT FEB " income 1,200 from x class interest\n" FEB
                                     " overrun 95 of p\n" FEB " settle\n",
                   "c.received 190.00");
    expect_figures(OVERRUN SPENT FEB " income 1,200 from x class interest\n" FEB " settle\n",
                   "c.received 100.00");
}

static void an_overrun_is_taken_back(void **state)
{
    (void)state;
    expect_figures(OVERRUN SPENT FEB " income 1,200 from x class interest\n" FEB
                                     " overrun 95 of p\n2012-02-02 reverse 2012-02-01 #4\n"
                                     "2012-02-02 settle\n",
                   "a.borne 0.00, uncovered 0.00, c.received 100.00");
    expect_codes(OVERRUN SPENT FEB " overrun 95 of p\n2012-02-02 supplement 100 for p\n",
                 "F101 F172");
    expect_codes(OVERRUN SPENT FEB " overrun 95 of p\n2012-02-02 reverse 2012-02-01 #1\n",
                 "F101 F172");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_in_default_is_given_up),
        cmocka_unit_test(a_part_is_given_up_of_the_oldest),
        cmocka_unit_test(capital_is_no_more_pledged),
        cmocka_unit_test(losses_and_interest_are_given_up),
        cmocka_unit_test(others_who_cover_keep_their_claim),
        cmocka_unit_test(it_is_taken_back),
        cmocka_unit_test(at_the_end_what_is_missing_is_borne),
        cmocka_unit_test(what_is_past_the_budget_is_put_on_members),
        cmocka_unit_test(the_surplus_is_more_by_what_is_borne),
        cmocka_unit_test(an_overrun_is_taken_back),
    };
    return cmocka_run_group_tests_name("write off", tests, NULL, NULL);
}
