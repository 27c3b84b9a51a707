/* Amendments: old facts under the old text, new facts under the new, in texts small enough to be
 * worked out by hand. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define DECLARED                                                                                   \
    "  fund f \"F\"\n"                                                                             \
    "  project p \"P\"\n"
#define MONEY "article 2 \"Money\"\n" DECLARED
#define AMEND "2012-03-01 amend\n  article 2 \"Money\"\n"
#define AMENDED AMEND "    fund f \"F\"\n    project p \"P\"\n"
#define SALE(date, amount) date " income " amount " from x class sale of p\n"
#define FEB "2012-02-01"
#define MAR "2012-03-01"
#define APR "2012-04-01"

/* A tenth to the fund and the rest to a; after the amendment a fifth, and the rest to b. */
#define SHARE_SALE "  share sale\n    10% to fund f\n    rest to a\n"
#define SHARE_ANEW "    share sale\n      20% to fund f\n      rest to b\n"

/* ---- which text ---- */

static void old_facts_stay_under_the_old_text(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE SALE(FEB, "100") AMENDED SHARE_ANEW SALE(APR, "100"),
                   "fund.f 30.00, a.received 90.00, b.received 80.00");
    expect_figures_until(THREE MONEY SHARE_SALE SALE(FEB, "100")
                             AMENDED SHARE_ANEW SALE(APR, "100"),
                         FEB, "fund.f 10.00, a.received 90.00, b.received 0.00");
}

static void a_text_holds_from_the_start_of_its_day(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE SALE("2012-02-29", "100") SALE(MAR, "100")
                       AMENDED SHARE_ANEW,
                   "fund.f 30.00, a.received 90.00, b.received 80.00");
}

static void an_article_is_amended_again(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE AMENDED SHARE_ANEW SALE(
                       MAR, "100") "2012-05-01 amend\n  article 2 \"Money\"\n"
                                   "    fund f \"F\"\n    project p \"P\"\n"
                                   "    share sale\n      rest to c\n" SALE("2012-05-01", "100"),
                   "fund.f 20.00, a.received 0.00, b.received 80.00, c.received 100.00");
}

static void an_amendment_may_bring_an_article(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SALE(FEB, "100") MAR
                   " amend\n  article 7 \"Sales\"\n"
                   "    share sale\n      rest to c\n" SALE(APR, "70"),
                   "c.received 70.00");
    expect_codes(THREE MONEY SHARE_SALE MAR " amend\n  article 7 \"Sales\"\n"
                                            "    share sale\n      rest to c\n",
                 "E217");
}

static void what_is_left_out_ends(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE "  bear project loss\n    rest from a\n" FEB
                                          " loss 10 of p\n" AMENDED APR
                                          " loss 7 of p\n" SALE(APR, "100"),
                   "a.borne 10.00, uncovered 7.00, a.received 0.00, fund.f 0.00");
}

static void a_settlement_shares_the_surplus_by_the_text_of_its_day(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  share surplus\n    rest to a\n" FEB
                               " income 100 from x class sale\n" FEB " settle\n" AMENDED
                               "    share surplus\n      rest to b\n" APR
                               " income 30 from x class sale\n" APR " settle\n",
                   "a.received 100.00, b.received 30.00");
}

/* ---- what goes on ---- */

static void what_was_repaid_under_the_old_text_counts(void **state)
{
    (void)state;
    /* Of 300 the old text repays 200, all it is given; the new one 100 before the rest. */
    expect_figures(
        THREE MONEY "  share sale\n    until cost repaid to funders by cost\n    rest to b\n" FEB
                    " a spends 300 testing for p\n" SALE(FEB, "200") AMENDED
        "    share sale\n      10% to fund f\n"
        "      until cost repaid to funders by cost\n      rest to c\n" SALE(APR, "1,000"),
        "fund.f 100.00, a.received 300.00, b.received 0.00, c.received 800.00");
}

static void a_tier_that_is_left_as_it_was_counts_what_it_had(void **state)
{
    (void)state;
    /* b has 60 of its 100; a changed tier begins to count anew. */
    expect_figures(THREE MONEY
                   "  share sale\n    up to 100 in all to b\n    rest to a\n" SALE(FEB, "60")
                       AMENDED "    share sale\n      10% to fund f\n      up to 100 in all to b\n"
                               "      rest to c\n" SALE(APR, "100"),
                   "fund.f 10.00, b.received 100.00, c.received 50.00");
    expect_figures(THREE MONEY
                   "  share sale\n    up to 100 in all to b\n    rest to a\n" SALE(FEB, "60")
                       AMENDED
                   "    share sale\n      up to 90 in all to b\n      rest to c\n" SALE(APR, "100"),
                   "b.received 150.00, c.received 10.00");
}

static void income_and_profit_count_under_both_texts(void **state)
{
    (void)state;
    /* 60 came in before there was a guard, so 40 of the next 100 are within it. */
    expect_figures(THREE MONEY "  share sale\n    rest to a\n" SALE(FEB, "60") AMENDED
                   "    share sale\n      while income under 100\n        rest to b\n"
                   "      rest to c\n" SALE(APR, "100"),
                   "a.received 60.00, b.received 40.00, c.received 60.00");
    /* a had 60 of 60; half of all profit is reached when b has 60 as well. */
    expect_figures(
        THREE MONEY "  share sale\n    rest to a\n" SALE(FEB, "60") AMENDED
        "    share sale\n      until b has 50% of profit to b\n      rest to c\n" SALE(APR, "100"),
        "a.received 60.00, b.received 60.00, c.received 40.00");
}

static void a_clause_that_is_left_as_it_was_goes_on(void **state)
{
    (void)state;
    /* Three units among three, one by one: nobody gets two, though the clause has moved. */
    expect_figures(THREE MONEY "  share sale\n    rest to members equally\n" SALE(FEB, "0.01")
                       AMENDED "    bear project loss\n      rest from a\n"
                               "    share sale\n      rest to members equally\n" SALE(APR, "0.02"),
                   "a.received 0.01, b.received 0.01, c.received 0.01");
}

static void a_clause_that_is_changed_begins_new_streams(void **state)
{
    (void)state;
    /* 10% of 0.01 rounds to nothing; the first unit of the new stream is a's again. */
    expect_figures(THREE MONEY "  share sale\n    rest to members equally\n" SALE(FEB, "0.01")
                       AMENDED "    share sale\n      10% to fund f\n"
                               "      rest to members equally\n" SALE(APR, "0.01"),
                   "fund.f 0.00, a.received 0.02, b.received 0.00");
}

static void a_limit_on_losses_counts_on(void **state)
{
    (void)state;
    /* a bears at most 100: 80 of the first loss, 20 of the second. */
    expect_figures(THREE MONEY "  bear project loss\n    by capital from a, at most 100 each\n"
                               "    rest from b\n2012-01-02 a pays 5 capital\n" FEB
                               " loss 80 of p\n" AMENDED "    share sale\n      rest to a\n"
                               "    bear project loss\n      by capital from a, at most 100 each\n"
                               "      rest from c\n" APR " loss 50 of p\n",
                   "a.borne 100.00, b.borne 0.00, c.borne 30.00");
}

/* ---- late entries and reversals ---- */

static void a_late_entry_falls_under_the_text_of_its_day(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE AMENDED SHARE_ANEW SALE(APR, "100") APR
                   " effective 2012-02-29 income 50 from x class sale of p\n" APR
                   " effective 2012-03-01 income 10 from x class sale of p\n",
                   "fund.f 27.00, a.received 45.00, b.received 88.00");
}

static void a_reversal_takes_back_what_the_old_text_gave(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE SALE(FEB, "100") AMENDED SHARE_ANEW SALE(APR, "100") APR
                   " reverse 2012-02-01\n",
                   "fund.f 20.00, a.received 0.00, b.received 80.00");
    /* What b had of its 100 is open again, in the new text too. */
    expect_figures(THREE MONEY
                   "  share sale\n    up to 100 in all to b\n    rest to a\n" SALE(FEB, "60")
                       AMENDED "    share sale\n      up to 100 in all to b\n      rest to c\n" APR
                               " reverse 2012-02-01\n" SALE(APR, "150"),
                   "a.received 0.00, b.received 100.00, c.received 50.00");
}

/* ---- how it is cited ---- */

static void a_clause_is_cited_with_the_day_of_its_text(void **state)
{
    (void)state;
    static const char *const clauses[] = {"2.3", "2.3", "2.3 (2012-03-01)", "2.3 (2012-03-01)"};
    static const int64_t amounts[] = {1000, 9000, 2000, 8000};
    struct engine e;
    engine_settle(&e, THREE MONEY SHARE_SALE SALE(FEB, "100") AMENDED SHARE_ANEW SALE(APR, "100"),
                  (struct engine_options){.lines = true});
    assert_int_equal(e.line_count, ARRAY_LEN(clauses));
    for (size_t i = 0; i < ARRAY_LEN(clauses); i++) {
        ASSERT_TEXT(pact_clause(&e.arena, e.lines[i].line.term), clauses[i]);
        assert_int_equal(e.lines[i].line.amount_minor, amounts[i]);
    }
    engine_release(&e);
}

/* ---- who decides, and what is refused ---- */

#define COUNCIL                                                                                    \
    "article 3 \"Council\"\n  body k decision\n    seats one each member\n"                        \
    "    pass more than 1/2 of all\n  decide amendment by k\n"

static void an_amendment_is_decided(void **state)
{
    (void)state;
    expect_codes(THREE MONEY SHARE_SALE COUNCIL AMENDED SHARE_ANEW, "E307");
    expect_figures(THREE MONEY SHARE_SALE COUNCIL FEB
                   " motion M \"M\" to k on amendment\n" FEB " vote M a yes\n" FEB
                   " vote M b yes\n" FEB " decide M carried\n" MAR
                   " amend by M\n  article 2 \"Money\"\n"
                   "    fund f \"F\"\n    project p \"P\"\n" SHARE_ANEW SALE(MAR, "100"),
                   "fund.f 20.00, b.received 80.00");
}

static void what_does_not_hold_together_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {AMENDED "    share sale\n      rest to d\n", "E202"},
        {AMENDED "    share sale\n      10% to a\n", "E216"},
        {AMENDED SHARE_ANEW SHARE_ANEW, "E217"},
        {AMENDED SHARE_ANEW "  article 2 \"Money\"\n    fund f \"F\"\n    project p \"P\"\n",
         "E233"},
        {AMENDED SHARE_ANEW APR " reverse 2012-03-01\n", "E322"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct engine e;
        char text[2048];
        (void)snprintf(text, sizeof text, "%s%s", THREE MONEY SHARE_SALE, cases[i].text);
        engine_settle(&e, text, (struct engine_options){0});
        ASSERT_TEXT(engine_codes(&e), cases[i].codes);
        engine_release(&e);
    }
}

static void what_is_only_recorded_may_change(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *codes;
    } cases[] = {
        {THREE MONEY AMEND "    project p \"P\"\n    fund f \"F\"\n", ""},
        {THREE MONEY "  covenant s \"Secrecy\"\n" AMENDED "    covenant s \"None\"\n", ""},
        {THREE MONEY "  failure notice 30 days\n" AMENDED "    failure notice 60 days\n", ""},
        /* what holds from an earlier day than it is written on */
        {THREE MONEY SHARE_SALE APR
         " effective 2012-03-01 amend\n  article 2 \"Money\"\n    fund f \"F\"\n"
         "    project p \"P\"\n",
         "E436"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void a_period_is_cut_where_another_clause_begins(void **state)
{
    (void)state;
#define OVER(amount, from, to) " income " amount " from x class sale over " from " to " to "\n"
    /* 29 days of February and 31 of March: 290 and 310; a tenth and a fifth to the fund. */
    expect_figures(THREE MONEY SHARE_SALE AMENDED SHARE_ANEW APR OVER("600", FEB, APR),
                   "fund.f 91.00, a.received 261.00, b.received 248.00");
    /* 10.00 x 29/60 is 4.83, rounded down; all of it is shared. */
    expect_figures(THREE MONEY "  share sale\n    rest to a\n" AMENDED
                               "    share sale\n      rest to b\n" APR OVER("10", FEB, APR),
                   "a.received 4.83, b.received 5.17");
    /* What no clause applies to is common money, and is shared as surplus. */
    expect_figures(THREE MONEY "  share surplus\n    rest to c\n" AMENDED
                               "    share surplus\n      rest to c\n    share sale\n"
                               "      rest to b\n" APR OVER("600", FEB, APR) APR " settle\n",
                   "b.received 310.00, c.received 290.00");
    /* A clause that is as it was goes on: nothing is cut. */
    expect_figures(THREE MONEY
                   "  share sale\n    rest to members equally\n" AMENDED
                   "    share sale\n      rest to members equally\n" APR OVER("0.03", FEB, APR),
                   "a.received 0.01, b.received 0.01, c.received 0.01");
    expect_figures(THREE MONEY SHARE_SALE AMENDED SHARE_ANEW APR OVER(
                       "600", FEB, APR) "2012-04-02 reverse 2012-04-01\n",
                   "fund.f 0.00, a.received 0.00, b.received 0.00, assets:cash 0.00");
    expect_figures(THREE MONEY SHARE_SALE AMENDED SHARE_ANEW
                   "2012-05-01 effective 2012-04-01" OVER("600", FEB, APR),
                   "fund.f 91.00, a.received 261.00, b.received 248.00");
}

static void each_piece_of_a_period_is_explained(void **state)
{
    (void)state;
    struct engine e;
    engine_settle(&e, THREE MONEY SHARE_SALE AMENDED SHARE_ANEW APR OVER("600", FEB, APR),
                  (struct engine_options){.lines = true, .explain = true});
    static const int64_t amounts[] = {2900, 26100, 6200, 24800};
    static const char *const exact[] = {"2900", "26100", "6200", "24800"};
    assert_int_equal(e.line_count, ARRAY_LEN(amounts));
    for (size_t i = 0; i < ARRAY_LEN(amounts); i++) {
        assert_int_equal(e.lines[i].line.amount_minor, amounts[i]);
        ASSERT_TEXT(e.lines[i].why->amount, exact[i]);
    }
    engine_release(&e);
}

static void what_accrues_over_a_period_falls_under_its_text(void **state)
{
    (void)state;
    expect_figures(THREE MONEY SHARE_SALE AMENDED SHARE_ANEW APR
                   " income 100 from x class sale over 2012-02-01 to 2012-03-01\n",
                   "fund.f 10.00, a.received 90.00, b.received 0.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(old_facts_stay_under_the_old_text),
        cmocka_unit_test(a_text_holds_from_the_start_of_its_day),
        cmocka_unit_test(an_article_is_amended_again),
        cmocka_unit_test(an_amendment_may_bring_an_article),
        cmocka_unit_test(what_is_left_out_ends),
        cmocka_unit_test(a_settlement_shares_the_surplus_by_the_text_of_its_day),
        cmocka_unit_test(what_was_repaid_under_the_old_text_counts),
        cmocka_unit_test(a_tier_that_is_left_as_it_was_counts_what_it_had),
        cmocka_unit_test(income_and_profit_count_under_both_texts),
        cmocka_unit_test(a_clause_that_is_left_as_it_was_goes_on),
        cmocka_unit_test(a_clause_that_is_changed_begins_new_streams),
        cmocka_unit_test(a_limit_on_losses_counts_on),
        cmocka_unit_test(a_late_entry_falls_under_the_text_of_its_day),
        cmocka_unit_test(a_reversal_takes_back_what_the_old_text_gave),
        cmocka_unit_test(a_clause_is_cited_with_the_day_of_its_text),
        cmocka_unit_test(an_amendment_is_decided),
        cmocka_unit_test(what_does_not_hold_together_is_refused),
        cmocka_unit_test(what_is_only_recorded_may_change),
        cmocka_unit_test(a_period_is_cut_where_another_clause_begins),
        cmocka_unit_test(each_piece_of_a_period_is_explained),
        cmocka_unit_test(what_accrues_over_a_period_falls_under_its_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
