/* Who declines a project, what others have in its place, and who joins later. All figures are
 * worked out by hand. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define PROJECT                                                                                    \
    "  stakes s\n    a 50%\n    b 30%\n    c 20%\n"                                                \
    "  project p \"P\"\n    funded a 50%, b 30%, c 20%\n    late joiner pays 200%\n"               \
    "    decliner excluded until 300% of cost repaid\n"
#define TERMS                                                                                      \
    THREE "article 2 \"Money\"\n" PROJECT "  share sale\n    rest to members by stake of s\n"
#define DECLINED TERMS "2012-01-10 c declines p\n"
/* Cost of 80: a 50, b 30. */
#define COST "2012-02-01 call 80 for p\n2012-02-02 a pays 50 call\n2012-02-02 b pays 30 call\n"
#define INCOME(day) day " income 100 from x class sale of p\n"

/* ---- declining ---- */

static void calls_leave_out_who_declined(void **state)
{
    (void)state;
    expect_figures(DECLINED COST, "a.called 50.00, b.called 30.00, c.called 0.00");
    expect_figures(DECLINED "2012-02-01 call 80 by stake of s for p\n"
                            "2012-02-01 call 80 by stake of s\n",
                   "a.called 90.00, b.called 54.00, c.called 16.00");
    expect_figures(TERMS "2012-01-09 call 100 for p\n2012-01-10 c declines p\n",
                   "c.called 20.00, c.owes 20.00");
    /* Five days by 50:30, five by 10:40; c is left out of all of them: 5/8 and 1/5 of 40. */
    expect_figures(DECLINED "2012-02-06 stakes s\n  a 10%\n  b 40%\n  c 50%\n"
                            "2012-03-01 call 80 by stake of s for p over 2012-02-01 to "
                            "2012-02-11\n",
                   "a.called 33.00, b.called 47.00, c.called 0.00");
}

static void its_share_goes_to_those_who_bore_the_cost(void **state)
{
    (void)state;
    /* Its 20 by 50:30, until they have 300% of 20% of 80: 48. The third time 8 of its 20. */
    const char *text = DECLINED COST INCOME("2012-03-01") INCOME("2012-03-02") INCOME("2012-03-03")
        INCOME("2012-03-04") "2012-03-05 call 10 for p\n";
    expect_figures_until(text, "2012-03-01", "a.received 62.50, b.received 37.50, c.received 0.00");
    expect_figures_until(text, "2012-03-03",
                         "a.received 180.00, b.received 108.00, c.received 12.00");
    /* Then it is back in. */
    expect_figures(text, "a.received 230.00, b.received 138.00, c.received 32.00, "
                         "a.called 55.00, b.called 33.00, c.called 2.00");
}

static void a_third_for_its_cost_three_times(void **state)
{
    (void)state;
    /* Three equal parties; c declines a well of 90 that a and b pay. Of the oil they have c's third
     * until they have 300% of its 30: 90, after receipts of 270. */
    const char *text =
        THREE "article 2 \"Money\"\n  project well \"Well\"\n    funded a 1/3, b 1/3, c 1/3\n"
              "    decliner excluded until 300% of cost repaid\n"
              "  share sale\n    rest to members equally\n"
              "2012-01-10 c declines well\n2012-02-01 call 90 for well\n"
              "2012-02-02 a pays 45 call\n2012-02-02 b pays 45 call\n"
              "2012-03-01 income 269.97 from oil class sale of well\n"
              "2012-03-02 income 0.06 from oil class sale of well\n"
              "2012-03-03 income 30 from oil class sale of well\n";
    expect_figures_until(text, "2012-03-01",
                         "a.received 134.99, b.received 134.98, c.received 0.00");
    /* Of c's 0.02 the last 0.01 is its own. */
    expect_figures_until(text, "2012-03-02",
                         "a.received 135.01, b.received 135.01, c.received 0.01");
    expect_figures(text, "a.received 145.01, b.received 145.01, c.received 10.01");
}

static void without_cost_nothing_is_withheld(void **state)
{
    (void)state;
    expect_figures(DECLINED INCOME("2012-03-01"), "c.received 20.00");
    expect_figures(DECLINED COST "2012-03-01 income 100 from x class sale\n", "c.received 20.00");
}

static void what_it_bore_itself_is_not_missed(void **state)
{
    (void)state;
    /* It spent 10 before; all cost is 100, its share 20: 10 are missed, 30 withheld, by 60:30. */
    expect_figures(TERMS "2012-01-09 c spends 10 testing for p\n2012-01-10 c declines p\n"
                         "2012-01-11 a spends 60 testing for p\n"
                         "2012-01-11 b spends 30 testing for p\n" INCOME("2012-03-01")
                             INCOME("2012-03-02"),
                   "a.received 120.00, b.received 70.00, c.received 10.00");
}

static void the_grant_is_left_out_of_its_share(void **state)
{
    (void)state;
    /* 20 of 80 without the grant: a quarter of 60, three times: 45. */
    expect_figures(THREE "article 2 \"Money\"\n  project p \"P\"\n"
                         "    funded a 60%, c 20%, grant 20%\n"
                         "    decliner excluded until 300% of cost repaid\n"
                         "  share sale\n    rest to c\n"
                         "2012-01-10 c declines p\n2012-01-11 a spends 60 testing for "
                         "p\n" INCOME("2012-03-01"),
                   "a.received 45.00, c.received 55.00");
}

static void without_an_end_it_stays_out(void **state)
{
    (void)state;
    expect_figures(THREE "article 2 \"Money\"\n  project p \"P\"\n    funded a 50%, c 50%\n"
                         "  share sale\n    rest to c\n"
                         "2012-01-10 c declines p\n2012-01-11 a spends 1 testing for p\n" INCOME(
                             "2012-03-01") INCOME("2012-03-02"),
                   "a.received 200.00, c.received 0.00");
    /* Nor has one an end that is not on the line of who funds. */
    expect_figures(THREE "article 2 \"Money\"\n  project p \"P\"\n    funded a 100%\n"
                         "    decliner excluded until 300% of cost repaid\n"
                         "  share sale\n    rest to c\n"
                         "2012-01-10 c declines p\n2012-01-11 a spends 1 testing for p\n" INCOME(
                             "2012-03-01") INCOME("2012-03-02"),
                   "a.received 200.00, c.received 0.00");
}

static void losses_of_the_project_leave_it_out(void **state)
{
    (void)state;
    static const char *const bearers[][2] = {
        {"by stake of s from members", "a.borne 50.00, b.borne 30.00, c.borne 0.00"},
        {"by stake of s from funders", "a.borne 50.00, b.borne 30.00, c.borne 0.00"},
        {"by stake of s from a, c", "a.borne 57.14, c.borne 22.86"},
        {"rest from c", "c.borne 80.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(bearers); i++) {
        char text[2048];
        (void)snprintf(text, sizeof text, "%s  bear project loss\n    %s\n%s", TERMS, bearers[i][0],
                       "2012-01-10 c declines p\n2012-02-01 loss 80 of p\n");
        expect_figures(text, bearers[i][1]);
    }
    expect_figures(TERMS "  bear project loss\n    by stake of s from members\n"
                         "2012-01-10 c declines p\n2012-02-01 loss 80\n",
                   "c.borne 16.00");
}

static void a_receipt_taken_back_is_taken_from_those_who_had_it(void **state)
{
    (void)state;
    const char *text = DECLINED COST INCOME("2012-03-01") INCOME("2012-03-02")
        INCOME("2012-03-03") "2012-03-04 reverse 2012-03-03\n";
    expect_figures(text, "a.received 125.00, b.received 75.00, c.received 0.00");
    /* And it is out again, with 8 still to go. */
    expect_figures(DECLINED COST INCOME("2012-03-01") INCOME("2012-03-02") INCOME(
                       "2012-03-03") "2012-03-04 reverse 2012-03-03\n2012-03-05 call 16 for p\n",
                   "a.called 60.00, b.called 36.00, c.called 0.00");
    expect_figures(
        DECLINED COST INCOME("2012-03-01") "2012-03-04 reverse 2012-01-10\n" INCOME("2012-03-05"),
        "a.received 112.50, b.received 67.50, c.received 20.00");
}

static void it_may_have_declined_earlier_than_it_is_written(void **state)
{
    (void)state;
    expect_figures(TERMS COST INCOME("2012-03-01") "2012-03-04 effective 2012-01-10 c declines p\n",
                   "a.called 50.00, b.called 30.00, c.called 0.00, a.received 62.50, "
                   "b.received 37.50, c.received 0.00");
}

/* ---- joining ---- */

#define JOINED TERMS "2012-01-02 join d enterprise \"D\"\n" COST_OF_THREE
/* Cost of 100: a 50, b 30, c 20. */
#define COST_OF_THREE                                                                              \
    "2012-02-01 call 100 for p\n2012-02-02 a pays 50 call\n2012-02-02 b pays 30 call\n"            \
    "2012-02-02 c pays 20 call\n"

static void who_joins_late_pays_those_who_bore_the_cost(void **state)
{
    (void)state;
    /* 200% of 10% of 100 = 20, by 50:30:20; then calls by 45:27:18:10. */
    const char *text = JOINED "2012-03-01 d joins p with 10%\n2012-03-02 d pays 20 call for p\n"
                              "2012-03-03 call 100 for p\n";
    expect_figures_until(
        text, "2012-03-01",
        "d.called 20.00, d.owes 20.00, a.received 10.00, b.received 6.00, "
        "c.received 4.00, assets:receivable:d 20.00, liabilities:payable:a -10.00");
    expect_figures(text, "d.called 30.00, d.paid_in 20.00, a.called 95.00, b.called 57.00, "
                         "c.called 38.00");
}

static void who_bore_and_declined_later_is_paid_too(void **state)
{
    (void)state;
    expect_figures(JOINED "2012-02-29 b declines p\n2012-03-01 d joins p with 10%\n",
                   "d.called 20.00, a.received 10.00, b.received 6.00, c.received 4.00");
}

static void it_takes_its_share_of_the_cost_over(void **state)
{
    (void)state;
    /* Cost is then 45:27:18:10, paid or not; what it pays for it is no cost once more. */
    expect_figures(TERMS "  share service\n    rest to funders by cost\n"
                         "2012-01-02 join d enterprise \"D\"\n" COST_OF_THREE
                         "2012-03-01 d joins p with 10%\n"
                         "2012-03-02 income 100 from x class service of p\n"
                         "2012-03-03 d pays 20 call for p\n"
                         "2012-03-04 income 100 from x class service of p\n",
                   "a.received 100.00, b.received 60.00, c.received 40.00, d.received 20.00");
}

static void who_declined_may_join_with_its_share(void **state)
{
    (void)state;
    /* 200% of 20% of 80 = 32, by 50:30; then it is in with its 20%. */
    expect_figures(DECLINED COST
                   "2012-03-01 c joins p\n" INCOME("2012-03-02") "2012-03-03 call 10 for p\n",
                   "c.called 34.00, a.received 70.00, b.received 42.00, c.received 20.00, "
                   "a.called 55.00, b.called 33.00");
    /* Or with another: 10% of 80 twice is 16; the others fill 90% by 50:30. */
    expect_figures(DECLINED COST "2012-03-01 c joins p with 10%\n2012-03-03 call 80 for p\n",
                   "c.called 24.00, a.called 95.00, b.called 57.00, a.received 10.00, "
                   "b.received 6.00");
}

static void without_a_term_joining_costs_nothing(void **state)
{
    (void)state;
    expect_figures(THREE "article 2 \"Money\"\n  project p \"P\"\n    funded a 50%, b 50%\n"
                         "2012-01-11 a spends 60 testing for p\n2012-03-01 c joins p with 20%\n"
                         "2012-03-02 call 10 for p\n",
                   "c.called 2.00, a.called 4.00, b.called 4.00, a.received 0.00");
}

static void joining_is_taken_back_and_may_be_late(void **state)
{
    (void)state;
    expect_figures(JOINED "2012-03-01 d joins p with 10%\n2012-03-02 reverse 2012-03-01\n"
                          "2012-03-03 call 100 for p\n",
                   "d.called 0.00, a.received 0.00, a.called 100.00, b.called 60.00, "
                   "c.called 40.00");
    expect_figures(DECLINED COST "2012-03-01 c joins p\n2012-03-02 reverse 2012-03-01\n"
                                 "2012-03-03 call 8 for p\n",
                   "c.called 0.00, a.called 55.00, b.called 33.00");
    expect_figures(JOINED "2012-03-03 call 100 for p\n"
                          "2012-03-04 effective 2012-03-01 d joins p with 10%\n",
                   "d.called 30.00, a.called 95.00, a.received 10.00");
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    expect_codes(DECLINED "2012-02-01 c declines p\n", "E311");
    expect_codes(TERMS "2012-02-01 stop p failed\n2012-02-02 c declines p\n", "E311");
    expect_codes(DECLINED "2012-02-01 stop p failed\n2012-02-02 c joins p\n", "E311");
    expect_codes(TERMS "2012-02-01 c joins p\n", "E311");
    expect_codes(TERMS "2012-02-01 c joins p with 10%\n", "E311");
    expect_codes(JOINED "2012-03-01 d joins p\n", "E390");
    expect_codes(THREE "article 2 \"Money\"\n  project p \"P\"\n    funded a 50%, c 50%\n"
                       "    decliner excluded until 300% of cost repaid\n"
                       "2012-01-10 c declines p\n2012-02-01 c joins p\n",
                 "E391");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_leave_out_who_declined),
        cmocka_unit_test(its_share_goes_to_those_who_bore_the_cost),
        cmocka_unit_test(a_third_for_its_cost_three_times),
        cmocka_unit_test(without_cost_nothing_is_withheld),
        cmocka_unit_test(what_it_bore_itself_is_not_missed),
        cmocka_unit_test(the_grant_is_left_out_of_its_share),
        cmocka_unit_test(without_an_end_it_stays_out),
        cmocka_unit_test(losses_of_the_project_leave_it_out),
        cmocka_unit_test(a_receipt_taken_back_is_taken_from_those_who_had_it),
        cmocka_unit_test(it_may_have_declined_earlier_than_it_is_written),
        cmocka_unit_test(who_joins_late_pays_those_who_bore_the_cost),
        cmocka_unit_test(who_bore_and_declined_later_is_paid_too),
        cmocka_unit_test(it_takes_its_share_of_the_cost_over),
        cmocka_unit_test(who_declined_may_join_with_its_share),
        cmocka_unit_test(without_a_term_joining_costs_nothing),
        cmocka_unit_test(joining_is_taken_back_and_may_be_late),
        cmocka_unit_test(what_cannot_be_is_refused),
    };
    return cmocka_run_group_tests_name("participation", tests, NULL, NULL);
}
