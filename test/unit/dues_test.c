/* Membership dues: who owes what from which day, by what it sold, and what becomes of it.
 *
 * The alliance is founded on 1 January 2012; a is the lead and an enterprise, b a university, c an
 * institute. All figures are worked out by hand. */
#include "unit.h"

#include "engine.h"

#define FLAT THREE "  dues yearly lead 80,000, university 30,000, others 10,000 due 31 January\n"
#define BY_SALES                                                                                   \
    THREE "  dues yearly lead 0.1% of sales, at least 50,000, at most 60,000 due 31 January\n"
#define SOLD(AMOUNT) "2013-01-10 a reports " AMOUNT " sales over 2012-01-01 to 2013-01-01\n"

static void the_first_word_that_fits_counts(void **state)
{
    (void)state;
    const char *text = FLAT "2012-12-31 settle\n2013-12-31 settle\n";
    expect_figures_until(text, "2012-01-30", "a.charges 0.00, a.owes 0.00");
    expect_figures_until(text, "2012-01-31",
                         "a.charges 80000.00, b.charges 30000.00, c.charges 10000.00, "
                         "a.owes 80000.00, assets:receivable:a 80000.00, income:dues -120000.00");
    expect_figures_until(text, "2013-01-30", "a.charges 80000.00");
    expect_figures(text, "a.charges 160000.00, b.charges 60000.00, c.charges 20000.00");
    expect_figures(THREE
                   "  group g of a, c\n  dues yearly b 5, g 7 due 1 March\n2012-03-01 settle\n",
                   "a.charges 7.00, b.charges 5.00, c.charges 7.00");
    expect_figures(THREE "  dues yearly university 5 due 1 March\n2012-03-01 settle\n",
                   "a.charges 0.00, b.charges 5.00, c.charges 0.00");
}

static void a_day_that_the_year_lacks_is_the_last_of_its_month(void **state)
{
    (void)state;
    const char *text = THREE "  dues yearly lead 5 due 29 February\n2013-12-31 settle\n";
    expect_figures_until(text, "2012-02-28", "a.charges 0.00");
    expect_figures_until(text, "2012-02-29", "a.charges 5.00");
    expect_figures_until(text, "2013-02-27", "a.charges 5.00");
    expect_figures_until(text, "2013-02-28", "a.charges 10.00");
}

static void they_are_paid_by_their_nature(void **state)
{
    (void)state;
    /* What is paid ahead pays the next dues; capital pays none. */
    expect_figures(FLAT "2012-01-10 a pays 100,000 dues\n2012-02-10 a pays 1,000 capital\n"
                        "2012-02-11 b pays 29,000 dues\n",
                   "a.owes 0.00, a.paid_in 80000.00, a.capital 1000.00, b.owes 1000.00, "
                   "assets:cash 130000.00, assets:receivable:a -20000.00, "
                   "assets:receivable:b 1000.00");
    expect_figures(FLAT "2012-01-10 a pays 100,000 dues\n2013-01-31 settle\n",
                   "a.charges 160000.00, a.paid_in 100000.00, a.owes 60000.00");
    /* Dues know no project. */
    expect_figures(FLAT "  project p \"P\"\n2012-02-10 a pays 80,000 dues for p\n",
                   "a.owes 0.00, a.paid_in 80000.00");
    /* A payment that is taken back, or is known late. */
    expect_figures(FLAT "2012-02-10 a pays 80,000 dues\n2012-03-10 reverse 2012-02-10 #1\n",
                   "a.owes 80000.00, a.paid_in 0.00, assets:cash 0.00, "
                   "assets:receivable:a 80000.00");
    expect_figures(FLAT "2012-02-09 b pays 30,000 dues\n"
                        "2012-03-10 effective 2012-02-10 a pays 80,000 dues\n",
                   "a.owes 0.00, b.owes 0.00, c.owes 10000.00, income:dues -120000.00");
}

static void they_are_shared_or_common_money(void **state)
{
    (void)state;
    expect_figures(FLAT "  share dues\n    60% to a\n    rest to c\n2012-01-31 settle\n",
                   "a.received 72000.00, c.received 48000.00, equity:distributed:dues 120000.00, "
                   "a.set_off 72000.00, a.owes 8000.00");
    expect_figures(FLAT "  fund f \"F\"\n  share surplus\n    rest to fund f\n2012-01-31 settle\n",
                   "fund.f 120000.00");
}

/* 0.1% of the sales of the year before, from 50,000 to 60,000. */
static void sales_count_between_floor_and_cap(void **state)
{
    (void)state;
    expect_figures(BY_SALES "2013-02-01 settle\n", "a.charges 100000.00, b.charges 0.00");
#define SECOND(SALES, CHARGES)                                                                     \
    expect_figures(BY_SALES SOLD(SALES) "2013-02-01 settle\n", "a.charges " CHARGES)
    SECOND("1,000", "100000.00");
    SECOND("49,999,999", "100000.00");
    SECOND("50,000,000", "100000.00");
    SECOND("50,000,019.99", "100000.01"); /* 50,000.01999: rounded down to the fen */
    SECOND("55,000,000", "105000.00");
    SECOND("60,000,000", "110000.00");
    SECOND("60,000,001", "110000.00");
    SECOND("9,000,000,000", "110000.00");
    /* Only the last full year counts, with all its reports. */
    expect_figures(BY_SALES "2012-07-10 a reports 30,000,000 sales over 2012-01-01 to 2012-07-01\n"
                            "2013-01-10 a reports 28,000,000 sales over 2012-07-01 to 2013-01-01\n"
                            "2013-01-11 a reports 90,000,000 sales over 2013-01-01 to 2013-01-11\n"
                            "2013-02-01 settle\n",
                   "a.charges 108000.00");
    expect_figures(THREE "  dues yearly lead 0.1% of sales due 31 January\n2013-02-01 settle\n",
                   "a.charges 0.00");
}

#define ARREARS "  arrears\n    bear 0.05% daily after 30 days\n"

static void late_dues_bear_interest(void **state)
{
    (void)state;
    /* The 30th day behind 31 January 2012 is 1 March: 40 a day from the 2nd on. */
    const char *text = FLAT ARREARS "2012-03-11 a pays 80,000 dues\n2012-03-31 settle\n";
    expect_figures_until(text, "2012-03-01", "a.charges 80000.00");
    expect_figures_until(text, "2012-03-02", "a.charges 80040.00");
    expect_figures(text, "a.charges 80400.00, a.owes 400.00, income:interest -1000.00");
}

static void a_report_behind_the_day_raises_them(void **state)
{
    (void)state;
    /* 5,000 more on 10 March, which are late from then on: 2.50 a day behind 9 April. */
    const char *text = BY_SALES ARREARS "2012-01-31 a pays 100,000 dues\n2013-03-10 a reports "
                                        "55,000,000 sales over 2012-01-01 to 2013-01-01\n"
                                        "2013-12-31 settle\n";
    expect_figures_until(text, "2013-03-09", "a.charges 100000.00, a.owes 0.00");
    expect_figures_until(text, "2013-03-10",
                         "a.charges 105000.00, a.owes 5000.00, "
                         "income:dues -105000.00");
    expect_figures_until(text, "2013-04-09", "a.charges 105000.00");
    expect_figures_until(text, "2013-04-10", "a.charges 105002.50");
    /* What took effect in time was in time. */
    expect_figures(BY_SALES
                   "2013-02-10 b pays 5 capital\n2013-03-10 effective 2013-01-10 a reports "
                   "55,000,000 sales over 2012-01-01 to 2013-01-01\n",
                   "a.charges 105000.00, income:dues -105000.00");
}

static void a_report_taken_back_lowers_them(void **state)
{
    (void)state;
#define SHARED BY_SALES "  share dues\n    60% to b\n    rest to c\n"
    expect_figures(SHARED SOLD("55,000,000") "2013-02-10 a pays 105,000 dues\n",
                   "a.owes 0.00, b.received 63000.00, c.received 42000.00");
    expect_figures(SHARED SOLD("55,000,000") "2013-02-10 a pays 105,000 dues\n"
                                             "2013-03-10 reverse 2013-01-10 #1\n",
                   "a.charges 100000.00, a.owes 0.00, a.paid_in 100000.00, b.received 60000.00, "
                   "c.received 40000.00, income:dues -100000.00, "
                   "equity:distributed:dues 100000.00, assets:receivable:a -5000.00");
    /* Corrected: 58,000 instead of 55,000; 3,000 are still to pay. */
    expect_figures(
        SHARED SOLD(
            "55,000,000") "2013-02-10 a pays 105,000 dues\n2013-03-10 reverse 2013-01-10 #1\n"
                          "2013-03-11 a reports 58,000,000 sales over 2012-01-01 to 2013-01-01\n",
        "a.charges 108000.00, a.owes 3000.00, b.received 64800.00, "
        "c.received 43200.00");
    /* Before they fall due it only lowers what will. */
    expect_figures(BY_SALES SOLD("55,000,000") "2013-01-20 reverse 2013-01-10 #1\n"
                                               "2013-02-01 settle\n",
                   "a.charges 100000.00");
    expect_figures(FLAT SOLD("55,000,000") "2013-03-10 reverse 2013-01-10 #1\n",
                   "a.charges 160000.00");
}

static void who_is_a_member_on_the_day_owes_the_year(void **state)
{
    (void)state;
    const char *joins = FLAT "2012-02-01 join d enterprise \"D\"\n2013-01-31 join e enterprise "
                             "\"E\"\n2013-01-31 settle\n";
    expect_figures_until(joins, "2012-12-31", "d.charges 0.00");
    expect_figures(joins, "d.charges 10000.00, e.charges 10000.00");
    /* The same where that is written behind the day. */
    expect_figures(FLAT "2013-02-01 effective 2013-01-31 join e enterprise \"E\"\n",
                   "a.charges 160000.00, e.charges 10000.00");
    expect_figures(FLAT "  leave on 0 days notice\n2013-02-01 effective 2013-01-31 c leaves\n",
                   "a.charges 160000.00, c.charges 10000.00");
    expect_figures(FLAT "  leave on 0 days notice\n2013-01-30 c gives notice\n"
                        "2013-01-31 c leaves\n2013-02-01 settle\n",
                   "b.charges 60000.00, c.charges 10000.00, c.owes 10000.00");
    expect_figures(FLAT "2012-02-01 dissolve\n2013-12-31 settle\n", "a.charges 80000.00");
}

static void what_cannot_be(void **state)
{
    (void)state;
    expect_codes(FLAT "  dues yearly others 5 due 1 March\n", "E260");
    expect_codes(THREE "  dues yearly lead 1% of sales, at least 6, at most 5 due 1 March\n",
                 "E262");
    expect_codes(FLAT SOLD("5") "2013-02-10 a reports 5 sales over 2012-12-31 to 2013-02-01\n",
                 "E365");
    expect_codes(BY_SALES "2013-02-10 a reports 5 sales over 2012-12-31 to 2013-02-01\n", "E368");
    expect_codes(FLAT "2013-02-10 a reports 5 sales over 2012-12-31 to 2013-02-01\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_word_that_fits_counts),
        cmocka_unit_test(a_day_that_the_year_lacks_is_the_last_of_its_month),
        cmocka_unit_test(they_are_paid_by_their_nature),
        cmocka_unit_test(they_are_shared_or_common_money),
        cmocka_unit_test(sales_count_between_floor_and_cap),
        cmocka_unit_test(late_dues_bear_interest),
        cmocka_unit_test(a_report_behind_the_day_raises_them),
        cmocka_unit_test(a_report_taken_back_lowers_them),
        cmocka_unit_test(who_is_a_member_on_the_day_owes_the_year),
        cmocka_unit_test(what_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
