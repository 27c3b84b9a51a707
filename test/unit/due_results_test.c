/* Duties about results and licences: each kind with every state it can take.
 *
 * Oracle: days and sums are counted by hand in each case. */
#include "unit.h"

#include "duties.h"
#include "state/register.h"

#define MADE                                                                                       \
    "alliance t \"T\"\n  founded 2012-01-01\n"                                                     \
    "article 1 \"All\"\n  party a enterprise \"A\"\n  party b university \"B\"\n"                  \
    "  project p \"P\"\n    funded a 50%, grant 50%\n"                                             \
    "article 2 \"Results\"\n  results of projects owned by makers by invention\n"                  \
    "  publication notice 45 days, objection 30 days, delay at most 6 months\n"                    \
    "  first refusal 45 days\n  unused 3 years returns to makers\n"                                \
    "  government funded diffuse within 3 years\n"                                                 \
    "  share licence\n    rest to makers by invention\n"                                           \
    "2013-09-01 result P1 patent \"Resin\" from p by a 60%, b 40%\n"

/* ---- licences ---- */

/* Sales so far bear 5% up to 1,000, 3% above: 800 bear 40, the next 3,200 bear 10 + 90 = 100. The
 * minimum of 50 is owed at the end of each year; 2014 stays below it. */
#define LICENSED                                                                                   \
    MADE "2014-01-10 license L1 of P1 to \"Works\" exclusive until 2016-06-30\n"                   \
         "  fee 1,000 due 2014-02-01\n  fee 10 due 2017-01-01\n"                                   \
         "  royalty 5% of sales up to 1,000 in all\n"                                              \
         "  royalty 3% of sales, at least 50 yearly\n"                                             \
         "2014-02-01 income 1,000 from L1\n"                                                       \
         "2015-01-31 L1 reports 800 sales over 2014-01-10 to 2015-01-01\n"                         \
         "2015-02-10 income 50 from L1\n"                                                          \
         "2016-01-31 L1 reports 3,200 sales over 2015-01-01 to 2016-01-01\n"                       \
         "2016-02-10 income 80 from L1\n"                                                          \
         "2016-02-12 income 20 from L1\n"                                                          \
         "2018-01-01 settle\n"

static void fees_are_paid_by_the_income_of_their_licence(void **state)
{
    (void)state;
    expect_duties(LICENSED, "2014-01-09", DUTY_FEE, "");
    expect_duties(LICENSED, "2014-01-31", DUTY_FEE,
                  "Works>alliance L1 100000/100000 open 2014-02-01 -; "
                  "Works>alliance L1 1000/1000 open 2017-01-01 -");
    expect_duties(LICENSED, "2014-02-01", DUTY_FEE,
                  "Works>alliance L1 100000/0 met 2014-02-01 2014-02-01; "
                  "Works>alliance L1 1000/1000 open 2017-01-01 -");
    expect_duties(LICENSED, "2017-01-02", DUTY_FEE,
                  "Works>alliance L1 100000/0 met 2014-02-01 2014-02-01; "
                  "Works>alliance L1 1000/1000 late 2017-01-01 -");
}

static void a_minimum_is_due_when_its_year_is_over(void **state)
{
    (void)state;
    expect_duties(LICENSED, "2014-12-31", DUTY_MINIMUM,
                  "Works>alliance L1 5000/5000 open 2014-12-31 -");
    expect_duties(LICENSED, "2015-01-01", DUTY_MINIMUM,
                  "Works>alliance L1 5000/5000 late 2014-12-31 -; "
                  "Works>alliance L1 5000/5000 open 2015-12-31 -");
    expect_duties(LICENSED, "2015-02-10", DUTY_MINIMUM,
                  "Works>alliance L1 5000/0 cured 2014-12-31 2015-02-10; "
                  "Works>alliance L1 5000/5000 open 2015-12-31 -");
    expect_duties(LICENSED, "2016-07-01", DUTY_MINIMUM,
                  "Works>alliance L1 5000/0 cured 2014-12-31 2015-02-10; "
                  "Works>alliance L1 5000/0 cured 2015-12-31 2016-02-10; "
                  "Works>alliance L1 5000/5000 late 2016-06-30 -");
}

/* 100 of 2015, of which 50 are owed as its minimum. */
static void a_royalty_is_due_with_its_report(void **state)
{
    (void)state;
    expect_duties(LICENSED, "2016-01-30", DUTY_ROYALTY, "");
    expect_duties(LICENSED, "2016-01-31", DUTY_ROYALTY,
                  "Works>alliance L1 5000/5000 open 2016-01-31 -");
    expect_duties(LICENSED, "2016-02-10", DUTY_ROYALTY,
                  "Works>alliance L1 5000/2000 late 2016-01-31 -");
    expect_duties(LICENSED, "2016-02-12", DUTY_ROYALTY,
                  "Works>alliance L1 5000/0 cured 2016-01-31 2016-02-12");
}

static void sales_are_reported_by_year(void **state)
{
    (void)state;
    expect_duties(LICENSED, "2014-12-30", DUTY_REPORT, "");
    expect_duties(LICENSED, "2014-12-31", DUTY_REPORT, "Works>alliance L1 - open - -");
    expect_duties(LICENSED, "2015-01-31", DUTY_REPORT, "Works>alliance L1 - met - 2015-01-31");
    expect_duties(LICENSED, "2016-06-30", DUTY_REPORT,
                  "Works>alliance L1 - met - 2015-01-31; Works>alliance L1 - met - 2016-01-31; "
                  "Works>alliance L1 - open - -");
}

static void a_licence_ends_on_its_day(void **state)
{
    (void)state;
    expect_duties(LICENSED, "2016-06-30", DUTY_LICENCE, "Works>alliance L1 - open 2016-06-30 -");
    expect_duties(LICENSED, "2016-07-01", DUTY_LICENCE,
                  "Works>alliance L1 - met 2016-06-30 2016-06-30");
}

/* What the duties of a licensee come to on a day is what its register says. */
static void the_parts_make_what_the_register_claims(void **state)
{
    (void)state;
    static const char *const days[] = {"2014-01-31", "2014-02-01", "2014-12-30",
                                       "2014-12-31", "2015-01-31", "2015-12-31",
                                       "2016-01-31", "2016-06-30", "2017-01-01"};
    for (size_t i = 0; i < ARRAY_LEN(days); i++) {
        struct engine e;
        struct duties d;
        int64_t due = 0;
        engine_settle(&e, LICENSED, (struct engine_options){.until = days[i], .balance = true});
        assert_true(e.settled);
        duties_find(&d, &e.settlement.fold);
        for (size_t k = 0; k < d.count; k++) {
            enum duty_kind kind = d.list[k].kind;
            bool owed = kind == DUTY_FEE || kind == DUTY_ROYALTY || kind == DUTY_MINIMUM;
            if (owed && d.list[k].due <= d.at) due += d.list[k].amount_minor;
        }
        int64_t claimed = licence_claimed(e.pact, e.settlement.fold.state->registers, 0, d.at);
        engine_release(&e);
        assert_int_equal(due, claimed);
    }
}

/* ---- results ---- */

static void a_result_is_used_in_time_or_goes_back(void **state)
{
    (void)state;
    const char *used = MADE "2016-09-01 adopt P1 by a \"line 2\"\n2017-01-01 settle\n";
    const char *unused = MADE "2017-01-01 settle\n";
    expect_duties(used, "2016-08-31", DUTY_USE, "a, b>alliance P1 - open 2016-09-01 -");
    expect_duties(used, "2016-09-01", DUTY_USE, "a, b>alliance P1 - met 2016-09-01 2016-09-01");
    expect_duties(unused, "2016-09-01", DUTY_USE, "a, b>alliance P1 - open 2016-09-01 -");
    expect_duties(unused, "2016-09-02", DUTY_USE, "a, b>alliance P1 - in_default 2016-09-01 -");
}

static void government_money_is_diffused(void **state)
{
    (void)state;
    const char *text = MADE "2016-09-03 diffuse P1 \"open day\"\n2017-01-01 settle\n";
    const char *early = MADE "2013-10-01 diffuse P1 \"open day\"\n2017-01-01 settle\n";
    expect_duties(text, "2016-09-01", DUTY_DIFFUSION, "a, b>alliance P1 - open 2016-09-01 -");
    expect_duties(text, "2016-09-02", DUTY_DIFFUSION, "a, b>alliance P1 - late 2016-09-01 -");
    expect_duties(text, "2016-09-03", DUTY_DIFFUSION,
                  "a, b>alliance P1 - cured 2016-09-01 2016-09-03");
    expect_duties(early, "2017-01-01", DUTY_DIFFUSION,
                  "a, b>alliance P1 - met 2016-09-01 2013-10-01");
}

static void annuities_follow_the_filing(void **state)
{
    (void)state;
    const char *text = MADE "2013-09-20 file P1 \"CN1\"\n2014-10-20 granted P1\n"
                            "2016-11-01 lapsed P1\n2018-01-01 settle\n";
    expect_duties(text, "2014-10-19", DUTY_ANNUITY, "");
    expect_duties(text, "2015-09-20", DUTY_ANNUITY, "a, b>alliance P1 - open 2015-09-20 -");
    expect_duties(text, "2015-09-21", DUTY_ANNUITY,
                  "a, b>alliance P1 - met 2015-09-20 2015-09-20; "
                  "a, b>alliance P1 - open 2016-09-20 -");
    expect_duties(text, "2016-11-01", DUTY_ANNUITY, "");
}

/* 45 days from 1 February 2015 are 18 March, 30 are 3 March; half a year from the objection of the
 * 10th is 10 August. */
static void a_publication_waits(void **state)
{
    (void)state;
    const char *quiet = MADE "2015-02-01 b announces P1\n2016-01-01 settle\n";
    const char *text = MADE "2015-02-01 b announces P1\n2015-02-10 a objects to P1\n"
                            "2016-01-01 settle\n";
    expect_duties(quiet, "2015-03-18", DUTY_PUBLICATION, "b>alliance P1 - open 2015-03-18 -");
    expect_duties(quiet, "2015-03-19", DUTY_PUBLICATION,
                  "b>alliance P1 - met 2015-03-18 2015-03-18");
    expect_duties(quiet, "2015-03-03", DUTY_OBJECTION, "members>b P1 - open 2015-03-03 -");
    expect_duties(quiet, "2015-03-04", DUTY_OBJECTION, "members>b P1 - met 2015-03-03 2015-03-03");
    expect_duties(text, "2015-02-10", DUTY_OBJECTION, "members>b P1 - met 2015-03-03 2015-02-10");
    expect_duties(text, "2015-08-10", DUTY_PUBLICATION, "b>alliance P1 - open 2015-08-10 -");
    expect_duties(text, "2015-08-11", DUTY_PUBLICATION,
                  "b>alliance P1 - met 2015-08-10 2015-08-10");
}

static void the_other_owners_may_buy_first(void **state)
{
    (void)state;
    const char *text = MADE "2015-03-01 b offers P1 to \"Works\" at 100\n2016-01-01 settle\n";
    const char *waived = MADE "2015-03-01 b offers P1 to \"Works\" at 100\n"
                              "2015-03-10 a waives P1\n2016-01-01 settle\n";
    expect_duties(text, "2015-04-15", DUTY_REFUSAL, "a>b P1 - open 2015-04-15 -");
    expect_duties(text, "2015-04-16", DUTY_REFUSAL, "a>b P1 - met 2015-04-15 2015-04-15");
    expect_duties(waived, "2015-03-10", DUTY_REFUSAL, "a>b P1 - met 2015-04-15 2015-03-10");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fees_are_paid_by_the_income_of_their_licence),
        cmocka_unit_test(a_minimum_is_due_when_its_year_is_over),
        cmocka_unit_test(a_royalty_is_due_with_its_report),
        cmocka_unit_test(sales_are_reported_by_year),
        cmocka_unit_test(a_licence_ends_on_its_day),
        cmocka_unit_test(the_parts_make_what_the_register_claims),
        cmocka_unit_test(a_result_is_used_in_time_or_goes_back),
        cmocka_unit_test(government_money_is_diffused),
        cmocka_unit_test(annuities_follow_the_filing),
        cmocka_unit_test(a_publication_waits),
        cmocka_unit_test(the_other_owners_may_buy_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
