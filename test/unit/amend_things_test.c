/* Amendments of what there is: tables of stakes, pledges, funds and members, in texts small enough
 * to be worked out by hand. */
#include "unit.h"

#include "engine.h"

#define MAR "2012-03-01"
#define APR "2012-04-01"
#define AMEND_2 MAR " amend\n  article 2 \"X\"\n"
#define SALE(day) day " income 100 from x class sale\n"

/* ---- stakes ---- */

#define SHARED "article 3 \"S\"\n  share sale\n    rest to members by stake of s\n"
#define STAKES(of_a, of_b) "stakes s\n      a " of_a "\n      b " of_b "\n"
#define TEXT_STAKES "article 2 \"X\"\n  stakes s\n    a 60%\n    b 40%\n"

static void a_table_that_is_amended_is_set_anew(void **state)
{
    (void)state;
    expect_figures(THREE TEXT_STAKES SHARED SALE("2012-02-01") AMEND_2 "    " STAKES("30%", "70%")
                       SALE(MAR),
                   "a.received 90.00, b.received 110.00");
    expect_figures(THREE TEXT_STAKES SHARED AMEND_2 "    " STAKES("30%", "70%") APR
                   " effective 2012-02-29 income 100 from x class sale\n",
                   "a.received 60.00, b.received 40.00");
    /* One that is only repeated goes on as an entry left it. */
    expect_figures(THREE TEXT_STAKES SHARED "2012-02-01 stakes s\n  a 10%\n  b 90%\n" AMEND_2
                                            "    covenant x \"X\"\n    " STAKES("60%", "40%")
                                                SALE(MAR),
                   "a.received 10.00, b.received 90.00");
    /* What was transferred before is not said by the new text, so it is set as it reads. */
    expect_figures(THREE TEXT_STAKES SHARED
                   "2012-02-01 transfer 20% stake of s from a to c\n" AMEND_2
                   "    " STAKES("50%", "50%") SALE(MAR),
                   "a.received 50.00, b.received 50.00, c.received 0.00");
    expect_figures(THREE TEXT_STAKES SHARED AMEND_2 "    " STAKES(
                       "50%", "50%") "2012-03-15 transfer 20% stake of s from a to c\n" SALE(APR),
                   "a.received 30.00, b.received 50.00, c.received 20.00");
}

static void a_table_may_end_and_begin(void **state)
{
    (void)state;
    expect_codes(THREE TEXT_STAKES SHARED AMEND_2 "    covenant x \"X\"\n" SALE("2012-02-01"),
                 "E301");
    expect_codes(THREE TEXT_STAKES SHARED SALE("2012-02-01") AMEND_2 "    covenant x \"X\"\n", "");
    expect_codes(THREE TEXT_STAKES SHARED AMEND_2 "    covenant x \"X\"\n" SALE(MAR), "E308");
    expect_figures(THREE "article 2 \"X\"\n  covenant x \"X\"\n" AMEND_2
                         "    stakes t\n      a 30%\n      b 70%\n    share sale\n"
                         "      rest to members by stake of t\n" SALE(MAR),
                   "a.received 30.00, b.received 70.00");
    expect_codes(THREE
                 "article 2 \"X\"\n  covenant x \"X\"\n2012-02-01 call 10 by stake of t\n" AMEND_2
                 "    stakes t\n      a 30%\n      b 70%\n",
                 "E308");
    expect_codes(THREE TEXT_STAKES MAR " stakes s\n  a 50%\n  b 50%\n" AMEND_2
                                       "    " STAKES("30%", "70%"),
                 "E222");
    expect_codes(THREE TEXT_STAKES AMEND_2 "    " STAKES("30%", "60%"), "E207");
    expect_codes(THREE TEXT_STAKES AMEND_2 "    " STAKES("60%", "40%") "    " STAKES("30%", "70%"),
                 "E201");
}

/* ---- pledges ---- */

#define PLEDGED "article 2 \"X\"\n  a pledges 100\n    60% due 2012-02-01\n    40% due 2012-06-01\n"
#define LATER "2012-12-31 settle\n"

static void what_is_due_stays_and_the_rest_follows_the_new_text(void **state)
{
    (void)state;
    /* 60 were called; 75% of 200 are 150, so 90 more, then the other 50. */
    const char *raised = THREE PLEDGED AMEND_2
        "    a pledges 200\n      75% due 2012-07-01\n      25% due 2012-09-01\n" LATER;
    expect_figures_until(raised, "2012-06-30", "a.called 60.00");
    expect_figures_until(raised, "2012-07-01", "a.called 150.00");
    expect_figures(raised, "a.called 200.00, a.owes 200.00");
    /* The first tranche of the new text fell due before it: 20 more on the day of the amendment. */
    const char *back = THREE PLEDGED AMEND_2
        "    a pledges 100\n      80% due 2012-02-01\n      20% due 2012-09-01\n" LATER;
    expect_figures_until(back, "2012-02-29", "a.called 60.00");
    expect_figures_until(back, MAR, "a.called 80.00");
    expect_figures(back, "a.called 100.00");
    /* Less than was called is not given back; nothing more is called. */
    expect_figures(THREE PLEDGED AMEND_2 "    a pledges 50 due 2012-06-01\n" LATER,
                   "a.called 60.00");
    expect_figures(THREE PLEDGED AMEND_2 "    covenant x \"X\"\n" LATER, "a.called 60.00");
    expect_figures(THREE PLEDGED AMEND_2 "    a pledges 100\n" LATER, "a.called 60.00");
    /* Put off before it was due. */
    const char *put_off = THREE PLEDGED AMEND_2
        "    a pledges 100\n      60% due 2012-02-01\n      40% due 2012-11-01\n" LATER;
    expect_figures_until(put_off, "2012-10-31", "a.called 60.00");
    expect_figures(put_off, "a.called 100.00");
    /* Amended twice. */
    expect_figures(THREE PLEDGED AMEND_2
                   "    a pledges 200\n      75% due 2012-07-01\n"
                   "      25% due 2012-09-01\n2012-08-01 amend\n  article 2 \"X\"\n"
                   "    a pledges 160 due 2012-10-01\n" LATER,
                   "a.called 160.00");
}

static void pledges_of_one_member_are_told_apart(void **state)
{
    (void)state;
    /* The second line is left word for word; the first is raised by 50, and a third comes. */
    expect_figures(THREE "article 2 \"X\"\n  a pledges 100 due 2012-02-01\n"
                         "  a pledges 30 due 2012-05-01\n" AMEND_2
                         "    a pledges 30 due 2012-05-01\n    a pledges 150 due 2012-06-01\n"
                         "    a pledges 7 due 2012-07-01\n" LATER,
                   "a.called 187.00");
    expect_figures(THREE AMEND_2
                   "    a pledges 5 due 2012-01-02\n    b pledges 7 due 2012-05-01\n" LATER,
                   "a.called 5.00, b.called 7.00");
    expect_codes(THREE PLEDGED AMEND_2 "    a pledges 200\n      75% due 2012-07-01\n", "E211");
    expect_codes(THREE PLEDGED AMEND_2 "    d pledges 200\n", "E202");
}

static void the_measure_is_what_the_text_of_the_day_promises(void **state)
{
    (void)state;
    expect_figures(
        THREE "article 2 \"X\"\n  a pledges 100\n  b pledges 100\n"
              "article 3 \"S\"\n  share sale\n    rest to members by pledge\n" SALE("2012-02-01")
                  AMEND_2 "    a pledges 300\n    b pledges 100\n" SALE(MAR),
        "a.received 125.00, b.received 75.00");
}

static void an_amended_tranche_is_explained(void **state)
{
    (void)state;
    struct engine e;
    engine_settle(&e,
                  THREE PLEDGED AMEND_2 "    a pledges 99.99\n      2/3 due 2012-07-01\n"
                                        "      1/3 due 2012-09-01\n" LATER,
                  (struct engine_options){.lines = true, .explain = true});
    /* 60, then 66.66 - 60, then what is left: 33.33. */
    static const int64_t amounts[] = {6000, 666, 3333};
    static const char *const exact[] = {"6000", "666", "3333"};
    assert_int_equal(e.line_count, ARRAY_LEN(amounts));
    for (size_t i = 0; i < ARRAY_LEN(amounts); i++) {
        assert_int_equal(e.lines[i].line.amount_minor, amounts[i]);
        ASSERT_TEXT(e.lines[i].exact, exact[i]);
        assert_non_null(e.lines[i].why);
    }
    ASSERT_TEXT(pact_clause(&e.arena, e.lines[1].line.term), "2.1 (2012-03-01)");
    engine_release(&e);
}

/* ---- funds ---- */

#define FUND "article 2 \"X\"\n  fund f \"F\"\n"
#define TO_F "article 3 \"S\"\n  share sale\n    rest to fund f\n"

static void a_fund_takes_what_the_text_of_the_day_lets_it(void **state)
{
    (void)state;
    expect_figures(THREE FUND "    target 60\narticle 3 \"S\"\n  share sale\n    50% to fund f\n"
                              "    rest to a\n" SALE("2012-02-01") SALE("2012-02-02") AMEND_2
                   "    fund f \"F\"\n      target 80\n" SALE(
                       MAR) "2012-05-01 amend\n"
                            "  article 2 \"X\"\n    fund f \"F\"\n" SALE("2012-05-01"),
                   "fund.f 130.00, a.received 270.00");
}

static void a_fund_comes_and_goes(void **state)
{
    (void)state;
    expect_figures(THREE AMEND_2
                   "    fund g \"G\"\n    share sale\n      rest to fund g\n" SALE(MAR) APR
                   " spend 30 rent from fund g\n",
                   "fund.g 70.00");
    expect_codes(THREE "2012-02-01 spend 30 rent from fund g\n" AMEND_2 "    fund g \"G\"\n",
                 "E303");
    expect_codes(THREE TO_F AMEND_2 "    fund f \"F\"\n", "E263");
    expect_codes(THREE FUND AMEND_2 "    covenant x \"X\"\n", "");
    expect_codes(THREE FUND TO_F AMEND_2 "    covenant x \"X\"\n", "E263");
#define NO_FUND AMEND_2 "    covenant x \"X\"\n  article 3 \"S\"\n    share sale\n      rest to a\n"
    expect_codes(THREE FUND TO_F SALE("2012-02-01") NO_FUND, "E435");
    expect_codes(
        THREE FUND TO_F SALE("2012-02-01") "2012-02-02 spend 100 rent from fund f\n" NO_FUND, "");
    /* A late receipt fills it again; the money must not be lost sight of. */
    expect_codes(THREE FUND TO_F NO_FUND APR " effective 2012-02-01 income 5 from x class sale\n",
                 "F160");
}

/* ---- members ---- */

#define LIST(lines) MAR " amend\n  article 1 \"Members\"\n" lines
#define LINE_A "    party a enterprise \"A\" lead\n"
#define LINE_B "    party b university \"B\"\n"
#define LINE_C "    party c institute \"C\"\n"

static void members_come_and_go_by_entries(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {THREE LIST(LINE_C LINE_A LINE_B), ""},
        {THREE LIST("    party a enterprise \"Another name\" lead\n"
                    "      registered \"911200\"\n" LINE_B LINE_C),
         ""},
        {THREE LIST(LINE_A LINE_B LINE_C "    party d enterprise \"D\"\n"), "E264"},
        {THREE "2012-02-01 join d enterprise \"D\"\n" LIST(LINE_A LINE_B LINE_C
                                                           "    party d enterprise \"D\"\n"),
         ""},
        {THREE "2012-02-01 join d society \"D\"\n" LIST(LINE_A LINE_B LINE_C
                                                        "    party d enterprise \"D\"\n"),
         "E266"},
        {THREE LIST(LINE_A LINE_B LINE_C "    party d enterprise \"D\"\n") APR
         " join d enterprise \"D\"\n",
         "E264"},
        {THREE LIST(LINE_A LINE_B), "E265"},
        {THREE "2012-02-01 c gives notice\n2012-02-01 c leaves\n" LIST(LINE_A LINE_B), ""},
        {THREE LIST(LINE_A LINE_B "    party c university \"C\"\n"), "E266"},
        {THREE LIST(LINE_A LINE_B LINE_C LINE_C), "E201"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void the_lead_is_that_of_the_day(void **state)
{
    (void)state;
    expect_figures(
        THREE "article 2 \"X\"\n  dues yearly lead 80, others 10 due 31 January\n" LIST(
            "    party a enterprise \"A\"\n    party b university \"B\" lead\n" LINE_C) "2013-02-"
                                                                                        "01 "
                                                                                        "settle\n",
        "a.charges 90.00, b.charges 90.00, c.charges 20.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_that_is_amended_is_set_anew),
        cmocka_unit_test(a_table_may_end_and_begin),
        cmocka_unit_test(what_is_due_stays_and_the_rest_follows_the_new_text),
        cmocka_unit_test(pledges_of_one_member_are_told_apart),
        cmocka_unit_test(the_measure_is_what_the_text_of_the_day_promises),
        cmocka_unit_test(an_amended_tranche_is_explained),
        cmocka_unit_test(a_fund_takes_what_the_text_of_the_day_lets_it),
        cmocka_unit_test(a_fund_comes_and_goes),
        cmocka_unit_test(members_come_and_go_by_entries),
        cmocka_unit_test(the_lead_is_that_of_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
