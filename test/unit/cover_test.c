/* Covers: the others are called for what one has not paid, and have it back from what it pays. All
 * figures are worked out by hand. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define COVERED                                                                                    \
    THREE "article 2 \"Money\"\n  stakes s\n    a 50%\n    b 30%\n    c 20%\n"                     \
          "  project p \"P\"\n    funded a 100%\n"                                                 \
          "  arrears\n    bear 0.1% daily\n    covered by others by stake of s after 10 days\n"
/* Late since 31 January; the others, 30:20, are called for it on 11 February. */
#define LATE COVERED "2012-01-10 call 1,000 for p due 2012-01-31\n"
#define OTHERS_PAY LATE "2012-02-11 b pays 600 call\n2012-02-11 c pays 400 call\n"

static void the_others_are_called(void **state)
{
    (void)state;
    expect_figures_until(LATE "2012-02-11 b pays 600 call\n", "2012-02-10", "b.called 0.00");
    expect_figures(LATE "2012-02-11 b pays 600 call\n",
                   "b.called 600.00, b.owes 0.00, c.called 400.00, c.owes 400.00, a.owes 1011.00, "
                   "equity:calls:b -600.00, assets:receivable:a 1011.00, b.received 0.00");
    /* What was paid of it is not covered; who declined the project is not called. */
    expect_figures(LATE "2012-02-01 a pays 500 call\n2012-02-11 settle\n",
                   "b.called 300.00, c.called 200.00");
    expect_figures(COVERED "2012-01-05 c declines p\n2012-01-10 call 1,000 for p due 2012-01-31\n"
                           "2012-02-11 settle\n",
                   "b.called 1000.00, c.called 0.00");
}

/* Tranches, dues and losses are covered as calls are, and are no cost of who covers them. */
static void every_debt_is_covered(void **state)
{
    (void)state;
    expect_figures(COVERED "  a pledges 100 due 2012-01-31\n2012-02-11 settle\n",
                   "b.called 60.00, c.called 40.00, a.called 100.00");
    expect_figures(COVERED "  bear project loss\n    rest from a\n2012-01-31 loss 100\n"
                           "2012-02-11 b pays 60 call\n2012-02-12 settle\n",
                   "b.called 60.00, c.called 40.00, a.borne 100.00");
}

static void they_have_it_back_first(void **state)
{
    (void)state;
    /* 500 by 600:400, and the interest of the nine days since: 1 a day. */
    expect_figures(OTHERS_PAY "2012-02-20 a pays 500 call\n",
                   "b.received 305.40, c.received 203.60, a.owes 520.00, b.due 305.40, "
                   "equity:calls:b -300.00, equity:distributed:interest 9.00");
    expect_figures(OTHERS_PAY "2012-02-20 a pays 1,000 call\n2012-02-20 a pays 20 interest\n",
                   "b.received 605.40, c.received 403.60, a.owes 0.00, equity:calls:b 0.00, "
                   "equity:calls:c 0.00, equity:calls:a -1000.00");
    /* c has not paid: b has its 600 first, then c is called for 100 less. */
    expect_figures(LATE "2012-02-11 b pays 600 call\n2012-02-11 a pays 700 call\n",
                   "b.received 600.00, c.called 300.00, c.owes 300.00, c.received 0.00");
    /* Paid by set-off: a has 100 of what is sold. */
    expect_figures(OTHERS_PAY "2012-02-11 income 200 from x class sale\n2012-02-11 settle\n",
                   "b.received 0.00");
}

/* What they paid on a call is their cost until it comes back. */
static void cost_is_whose_money_it_was(void **state)
{
    (void)state;
    struct engine e;
    engine_settle(&e, OTHERS_PAY "2012-02-20 a pays 500 call\n",
                  (struct engine_options){.until = NULL});
    const struct state *s = e.settlement.fold.state;
    assert_int_equal(state_cost(s, scope_of_project(0), 0), 50000);
    assert_int_equal(state_cost(s, scope_of_project(0), 1), 30000);
    assert_int_equal(state_cost(s, scope_of_project(0), 2), 20000);
    engine_release(&e);
    engine_settle(&e, COVERED "  a pledges 100 due 2012-01-31\n2012-02-11 b pays 60 call\n",
                  (struct engine_options){.until = NULL});
    assert_int_equal(state_cost(e.settlement.fold.state, SCOPE_ALLIANCE, 1), 0);
    engine_release(&e);
}

static void what_is_set_off_comes_back_too(void **state)
{
    (void)state;
    expect_figures(COVERED "  share sale\n    rest to a\n"
                           "2012-01-10 call 1,000 for p due 2012-01-31\n"
                           "2012-02-11 b pays 600 call\n2012-02-11 c pays 400 call\n"
                           "2012-02-11 income 200 from x class sale\n2012-02-11 settle\n",
                   "a.set_off 200.00, b.received 120.00, c.received 80.00");
}

/* Taken back, the payment of the one who was late takes back what the others had of it; and that of
 * one of the others is owed again. */
static void payments_are_taken_back(void **state)
{
    (void)state;
    expect_figures(OTHERS_PAY "2012-02-11 a pays 500 call\n2012-02-11 reverse 2012-02-11 #3\n",
                   "b.received 0.00, c.received 0.00, a.owes 1011.00, equity:calls:b -600.00");
    expect_figures(OTHERS_PAY "2012-02-11 a pays 500 call\n2012-02-11 reverse 2012-02-11 #1\n",
                   "b.received 0.00, b.owes 500.00, c.received 400.00, c.owes 0.00");
    /* The call itself was wrong: nobody was late, and what the others paid is due to them. */
    expect_figures(OTHERS_PAY "2012-02-11 reverse 2012-01-10\n",
                   "a.called 0.00, b.due 600.00, c.due 400.00, equity:calls:b 0.00");
    /* Written late it was paid in time. */
    expect_figures(OTHERS_PAY "2012-02-12 effective 2012-01-31 a pays 1,000 call\n",
                   "a.owes 0.00, b.called 0.00, b.paid_in 0.00, a.charges 0.00");
    expect_figures(OTHERS_PAY "2012-03-01 effective 2012-02-20 a pays 500 call\n"
                              "2012-03-01 a pays 500 call\n",
                   "a.called 1000.00, b.received 608.40, c.received 405.60");
}

/* Who fails to cover is late itself and is not called again; who is left covers it. */
static void who_fails_to_cover_is_late_too(void **state)
{
    (void)state;
    expect_figures(LATE "2012-02-11 b pays 600 call\n2012-02-22 settle\n",
                   "b.called 1000.00, c.called 400.00, c.owes 404.40");
    expect_figures(LATE "2012-02-22 settle\n", "b.called 600.00, c.called 400.00");
    /* The one who was late first pays all: nobody need cover anybody. */
    expect_figures(LATE "2012-02-11 b pays 600 call\n2012-02-22 a pays 1,000 call\n",
                   "b.called 600.00, b.received 606.60, c.called 0.00");
}

static void what_is_forfeited_does_not_come_back(void **state)
{
    (void)state;
    expect_figures(COVERED "    forfeit after 20 days\n  a pledges 100 due 2012-01-31\n"
                           "2012-02-11 b pays 60 call\n2012-02-21 settle\n",
                   "a.called 0.00, b.called 60.00, b.received 0.60, c.owes 40.40");
}

/* At the end what others paid is due to them before anything is divided; a still owes it, so that
 * 1,000 and 11 of interest are left, a third for each. */
static void at_the_end_it_is_due_to_them(void **state)
{
    (void)state;
    expect_figures(OTHERS_PAY "2012-02-11 dissolve\n2012-02-11 a pays 11 interest\n",
                   "b.due 937.00, c.due 737.00, a.owes 663.00");
}

/* By what is measured or scored on the day: of 100 b has three parts, c one. */
static void others_cover_by_any_measure(void **state)
{
    (void)state;
#define BY(basis)                                                                                  \
    THREE "article 2 \"Money\"\n  project p \"P\"\n  a pledges 100 due 2012-01-31\n"               \
          "  arrears\n    covered by others by " basis " after 10 days\n"
    static const char *const texts[] = {
        BY("score of trust") "2012-01-02 appraise b 9 on trust\n2012-01-02 appraise c 3 on trust\n",
        BY("dues") "  dues yearly b 30, c 10 due 15 January\n2012-01-20 b pays 30 dues\n2012-01-20 "
                   "c pays 10 dues\n",
        BY("sales") "2012-01-20 b reports 300 sales over 2011-02-01 to 2012-01-01\n"
                    "2012-01-20 c reports 100 sales over 2011-02-01 to 2012-01-01\n",
        BY("risk") "2012-01-20 b pays 60 capital\n2012-01-20 c pays 20 capital\n",
        BY("invention") "2012-01-20 result R patent \"R\" from p by b 75%, c 25%\n",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        bool of_project = i == ARRAY_LEN(texts) - 1; /* in the alliance's scope nobody is maker */
        char text[1200];
        snprintf(text, sizeof text, "%s2012-02-11 settle\n", texts[i]);
        expect_figures(text, of_project ? "b.called 0.00, c.called 0.00"
                                        : "b.called 75.00, c.called 25.00");
    }
}

static void a_cover_has_a_basis_that_is_known(void **state)
{
    (void)state;
    expect_codes(THREE "article 2 \"Money\"\n  a pledges 100 due 2012-01-31\n  arrears\n"
                       "    covered by others by income after 10 days\n",
                 "E235");
    expect_codes(COVERED "  a pledges 100 due 2012-01-31\n2012-02-01 stakes s none\n"
                         "2012-02-11 settle\n",
                 "E308");
    /* Nobody has capital: nobody is called. */
    expect_figures(THREE "article 2 \"Money\"\n  a pledges 100 due 2012-01-31\n  arrears\n"
                         "    covered by others by capital after 10 days\n2012-02-11 settle\n",
                   "b.called 0.00, c.called 0.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_others_are_called),
        cmocka_unit_test(every_debt_is_covered),
        cmocka_unit_test(they_have_it_back_first),
        cmocka_unit_test(cost_is_whose_money_it_was),
        cmocka_unit_test(what_is_set_off_comes_back_too),
        cmocka_unit_test(payments_are_taken_back),
        cmocka_unit_test(who_fails_to_cover_is_late_too),
        cmocka_unit_test(what_is_forfeited_does_not_come_back),
        cmocka_unit_test(at_the_end_it_is_due_to_them),
        cmocka_unit_test(others_cover_by_any_measure),
        cmocka_unit_test(a_cover_has_a_basis_that_is_known),
    };
    return cmocka_run_group_tests_name("cover", tests, NULL, NULL);
}
