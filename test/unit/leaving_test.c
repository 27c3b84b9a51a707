/* Leaving, expulsion and the end: who is no member any more, what that pays, and who gets what is
 * left. All figures are worked out by hand. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define FEB "2012-02-01"
#define MAR "2012-03-01"
#define MONEY "article 2 \"Money\"\n"
#define STAKES MONEY "  stakes s\n    a 50%\n    b 30%\n    c 20%\n"
#define LEAVE(terms) "article 8 \"Leaving\"\n  leave on 90 days notice" terms "\n"
#define NOTICE "2012-02-01 a gives notice\n"
#define GONE "2012-05-01 a leaves\n" /* the ninetieth day behind the notice */

/* ---- notice ---- */

static void a_leaver_gives_notice_in_time(void **state)
{
    (void)state;
    expect_codes(THREE LEAVE("") GONE, "E411");
    expect_codes(THREE LEAVE("") NOTICE "2012-04-30 a leaves\n", "E412");
    expect_codes(THREE LEAVE("") NOTICE GONE, "");
    expect_codes(THREE LEAVE("") NOTICE "2012-03-01 a gives notice\n", "E311");
    expect_codes(THREE GONE, "E413");
    expect_codes(THREE NOTICE "2012-02-02 a leaves\n", "");
    expect_codes(THREE NOTICE GONE "2012-06-01 a leaves\n", "E410");
    expect_codes(THREE NOTICE GONE "2012-06-01 a gives notice\n", "E410");
    expect_codes(THREE NOTICE GONE "2012-06-01 expel a\n", "E410");
    expect_codes(THREE LEAVE("") NOTICE "2012-12-01 effective 2012-04-30 a leaves\n", "E412");
}

static void an_expulsion_is_decided_without_the_one_it_is_about(void **state)
{
    (void)state;
#define COUNCIL                                                                                    \
    THREE MONEY "  body k decision\n    seats one each member\n    pass 2/3 of present\n"          \
                "  decide expulsion by k\n" FEB " motion M \"M\" to k on expulsion"
    expect_codes(COUNCIL " of a\n" FEB " vote M b yes\n" FEB " vote M c yes\n" MAR
                         " decide M carried\n" MAR " expel a by M\n",
                 "");
    expect_codes(THREE MONEY "  body k decision\n    seats one each member\n"
                             "    pass 2/3 of present\n  decide expulsion by k\n" MAR " expel a\n",
                 "E307");
    expect_codes(COUNCIL " of a\n" FEB " vote M a no\n", "E331");
    expect_codes(COUNCIL " of b\n" FEB " vote M a yes\n" FEB " vote M c yes\n" MAR
                         " decide M carried\n" MAR " expel a by M\n",
                 "E346");
    /* Nobody was recused: without the vote of a it stands, with it it does not. */
    expect_codes(COUNCIL "\n" FEB " vote M b yes\n" FEB " vote M c yes\n" MAR
                         " decide M carried\n" MAR " expel a by M\n",
                 "");
    expect_codes(COUNCIL "\n" FEB " vote M b yes\n" FEB " vote M c yes\n" FEB " vote M a no\n" MAR
                         " decide M carried\n" MAR " expel a by M\n",
                 "E414");
    expect_codes(COUNCIL "\n" FEB " vote M b yes\n" FEB " vote M c yes\n" FEB
                         " vote M a yes for b\n" MAR " decide M carried\n" MAR " expel a by M\n",
                 "E414");
}

static void who_left_has_no_seat(void **state)
{
    (void)state;
    expect_codes(THREE MONEY "  body k decision\n    seats one each member\n"
                             "    pass 2/3 of present\n" NOTICE
                             "2012-05-01 motion M \"M\" to k on budget\n"
                             "2012-05-01 vote M a yes\n" GONE,
                 "E330");
}

static void duties_that_the_terms_still_name_are_told(void **state)
{
    (void)state;
    expect_codes("alliance t \"T\"\n  founded 2012-01-01\n  liable a\n"
                 "article 1 \"M\"\n  party a enterprise \"A\"\n  party b enterprise \"B\"\n"
                 "  body k executive\n    hosted by a\n  project p \"P\"\n    lead a\n"
                 "  project q \"Q\"\n    lead a\n2012-01-03 stop q\n" NOTICE GONE,
                 "F125 F125 F125");
}

/* ---- what it pays ---- */

static void a_leaver_is_bought_out(void **state)
{
    (void)state;
    static const char *const unpriced[] = {
        THREE LEAVE(", buy out 50% of work"),      THREE LEAVE(", buy out 50% of invention"),
        THREE LEAVE(", buy out 50% of risk"),      THREE LEAVE(", buy out 50% of income"),
        THREE LEAVE(", buy out 50% of ownership"), THREE LEAVE(", buy out 50% of patents")};
    /* Half of 100.01 is 50.005; the half unit stays. */
    const char *text =
        THREE LEAVE(", buy out 50% of capital") "2012-01-02 a pays 100.01 capital\n" NOTICE GONE;
    expect_figures(text, "a.received 50.00, a.due 50.00, a.capital 50.01, "
                         "equity:capital:a -50.01, liabilities:payable:a -50.00");
    /* By the pledge: 50, of which 30 was paid. */
    expect_figures(THREE MONEY "  a pledges 100\n" LEAVE(
                       ", buy out 50% of pledge") "2012-01-02 a pays 30 capital\n" NOTICE GONE,
                   "a.received 50.00, a.capital 0.00, equity:capital:a 0.00, "
                   "equity:leaving:a 20.00, liabilities:payable:a -50.00");
    expect_figures(THREE "2012-01-02 a pays 100 capital\n" NOTICE GONE,
                   "a.received 0.00, a.capital 100.00");
    for (size_t i = 0; i < ARRAY_LEN(unpriced); i++) expect_codes(unpriced[i], "E235");
}

static void a_leaver_is_bought_out_of_other_measures(void **state)
{
    (void)state;
    /* Cost 90 for p, of which 30 for R, and 10 for none: half of 100. The other half stays, and is
     * repaid by the second income: 45 for p. */
    expect_figures(THREE MONEY "  project p \"P\"\n  share sale\n"
                               "    until cost repaid to funders by cost\n    rest to c\n" LEAVE(
                                   ", buy out 50% of cost") FEB
                   " result R know-how \"R\" from p by c\n" FEB " a spends 60 x for p\n" FEB
                   " a spends 30 x for R\n" FEB " a spends 10 x\n" NOTICE GONE
                   "2012-05-02 income 100 from x class sale of p\n",
                   "a.received 95.00, c.received 55.00, a.capital 0.00, equity:leaving:a 50.00");
    expect_figures(THREE MONEY "  dues yearly a 100 due 31 January\n" LEAVE(
                       ", buy out 25% of dues") "2012-01-31 a pays 100 dues\n" NOTICE GONE,
                   "a.received 25.00, a.capital 0.00, equity:leaving:a 25.00");
    expect_figures(THREE LEAVE(", buy out 1% of sales") NOTICE GONE
                   "2012-05-02 effective 2012-02-01 a reports 900 sales over 2011-01-01 to "
                   "2012-01-01\n",
                   "a.received 9.00");
}

static void the_expelled_keeps_what_the_agreement_leaves_it(void **state)
{
    (void)state;
#define EXPELLED(terms)                                                                            \
    THREE "article 8 \"Leaving\"\n  expelled " terms "\n2012-01-02 a pays 100 capital\n"           \
          "2012-05-01 expel a\n"
    expect_figures(EXPELLED("keep no capital"),
                   "a.received 0.00, a.capital 0.00, equity:capital:a 0.00, "
                   "equity:leaving:a -100.00");
    expect_figures(EXPELLED("keep 30% of capital, licences granted go on"),
                   "a.received 30.00, a.capital 0.00, equity:leaving:a -70.00");
    expect_figures(EXPELLED("licences granted go on"), "a.received 0.00, a.capital 100.00");
    expect_figures(EXPELLED("keep 10% of pledge"), "a.received 0.00, a.capital 100.00");
    expect_codes(EXPELLED("keep no work"), "E235");
    expect_codes(EXPELLED("keep no capital, keep 5% of pledge"), "E260");
    expect_codes(EXPELLED("return all grants, return unspent grants"), "E260");
}

static void debts_of_who_left_stay_and_take_the_price(void **state)
{
    (void)state;
    /* 60 was called, 20 paid, 10 is the price; the 40 of June are called no more. */
    expect_figures(THREE MONEY
                   "  a pledges 100\n    60% due 2012-02-01\n    40% due 2012-06-01\n" LEAVE(
                       ", buy out 50% of capital") "2012-01-02 a pays 20 capital\n" NOTICE GONE
                                                   "2012-12-31 settle\n",
                   "a.called 60.00, a.paid_in 20.00, a.received 10.00, a.set_off 10.00, "
                   "a.owes 30.00, a.due 0.00, assets:receivable:a 30.00");
}

/* ---- shares ---- */

static void who_left_is_no_member_from_the_start_of_the_day(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  share sale\n    rest to members equally\n" NOTICE
                               "2012-05-01 income 100 from x class sale\n" GONE,
                   "a.received 0.00, b.received 50.00, c.received 50.00");
}

static void a_period_counts_the_days_of_membership(void **state)
{
    (void)state;
#define PERIOD                                                                                     \
    "2012-04-01 c gives notice\n2012-07-01 c leaves\n"                                             \
    "2012-12-31 income 366 from x class sale over 2012-01-01 to 2013-01-01\n"
    /* 182 days among three, 184 among two: 60.666… and 92. */
    expect_figures(THREE MONEY "  share sale\n    rest to members equally\n" PERIOD,
                   "a.received 152.67, b.received 152.67, c.received 60.66");
    /* 182 by 50, 30, 20, then 184 by 50 and 30. */
    expect_figures(THREE STAKES "  share sale\n    rest to members by stake of s\n" PERIOD,
                   "a.received 206.00, b.received 123.60, c.received 36.40");
    /* The same of one that was expelled, and of a call. */
#define EXPELLED_SINCE                                                                             \
    "2012-07-01 expel c\n"                                                                         \
    "2012-12-31 income 366 from x class sale over 2012-01-01 to 2013-01-01\n"
    expect_figures(THREE MONEY "  share sale\n    rest to members equally\n" EXPELLED_SINCE,
                   "a.received 152.67, b.received 152.67, c.received 60.66");
    expect_figures(THREE STAKES "2012-07-01 expel c\n"
                                "2012-12-31 call 366 by stake of s over 2012-01-01 to 2013-01-01\n",
                   "a.called 206.00, b.called 123.60, c.called 36.40");
    /* By name it stays what it is. */
    expect_figures(THREE STAKES "  share sale\n    rest to b, c by stake of s\n" PERIOD,
                   "b.received 219.60, c.received 146.40");
    /* By a measure only members of the day count. */
    expect_figures(THREE MONEY "  share sale\n    rest to members by capital\n"
                               "2012-01-02 b pays 1 capital\n2012-01-02 c pays 1 capital\n" PERIOD,
                   "b.received 366.00, c.received 0.00");
}

#define RIGHTS                                                                                     \
    THREE STAKES "  project p \"P\"\n    funded a 50%, b 50%\n"                                    \
                 "  share sale\n    rest to makers by invention\n"                                 \
                 "  share service\n    40% to a\n    rest\n      50% to a\n      rest to b\n"      \
                 "  share product\n    rest to funders by cost\n"                                  \
                 "  bear project loss\n    by cost from funders\n"                                 \
                 "2012-01-02 a spends 30 tests for p\n2012-01-02 b spends 10 tests for p\n"        \
                 "2012-01-03 result R patent \"R\" from p by a 50%, b 50%\n"
#define RECEIPTS                                                                                   \
    "2012-06-01 income 100 from x class sale of R\n2012-06-01 income 100 from x class service\n"   \
    "2012-06-01 income 100 from x class product of p\n"

static void who_left_stays_maker_and_funder(void **state)
{
    (void)state;
    expect_figures(RIGHTS NOTICE GONE RECEIPTS, "a.received 195.00, b.received 105.00");
    /* Sales 50, services 40 + 30, products 75. */
    expect_figures(RIGHTS NOTICE GONE RECEIPTS "2012-07-01 loss 40 of p\n",
                   "a.borne 30.00, b.borne 10.00");
}

static void the_expelled_loses_its_rights_and_keeps_its_duties(void **state)
{
    (void)state;
    expect_figures(RIGHTS "2012-05-01 expel a\n" RECEIPTS "2012-07-01 loss 40 of p\n",
                   "a.received 0.00, b.received 300.00, a.borne 30.00, b.borne 10.00");
}

static void the_expelled_stays_owner(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  project p \"P\"\n  results of projects owned by a 70%, b 30%\n"
                               "  share sale\n    rest to owners by ownership\n"
                               "2012-01-03 result R patent \"R\" from p by b\n2012-05-01 expel a\n"
                               "2012-06-01 income 100 from x class sale of R\n",
                   "a.received 70.00, b.received 30.00");
}

static void who_left_is_called_no_more(void **state)
{
    (void)state;
    expect_figures(RIGHTS NOTICE GONE
                   "2012-06-01 call 10 for p\n2012-06-02 call 10 by stake of s\n",
                   "a.called 0.00, b.called 16.00, c.called 4.00");
}

static void a_late_departure_moves_what_was_shared_since(void **state)
{
    (void)state;
    expect_figures(THREE MONEY "  share sale\n    rest to members equally\n" LEAVE(
                       ", buy out 50% of capital") "2012-01-02 a pays 100 capital\n" NOTICE
                                                   "2012-06-01 income 90 from x class "
                                                   "sale\n2012-06-30 settle\n"
                                                   "2012-12-01 effective 2012-05-01 a leaves\n",
                   "a.received 50.00, b.received 45.00, c.received 45.00, a.capital 50.00");
}

/* ---- the end ---- */

#define END "2013-01-01 dissolve\n"
#define WATERFALL                                                                                  \
    "article 9 \"End\"\n  dissolve\n    debts first\n    unspent grants to who gave them\n"        \
    "    until capital repaid to members by capital\n    rest to members equally\n"
#define PAID                                                                                       \
    "2012-02-01 a pays 600 capital\n2012-02-01 b pays 300 capital\n2012-02-01 c pays 100 "         \
    "capital\n"

static void what_is_left_goes_down_the_waterfall(void **state)
{
    (void)state;
    /* 1,210 of cash less a loan of 50 and 60 of the grants: 1,100. The grants for p are unspent by
     * 60 of 90 and 30: 45 and 15. */
    expect_figures(THREE WATERFALL
                   "  project p \"P\"\n" PAID
                   "2012-02-02 b pays 50 loan\n2012-02-03 grant 90 from MOST for p\n"
                   "2012-02-03 grant 30 from CITY for p\n"
                   "2012-02-04 spend 60 x for p\n"
                   "2012-02-05 income 100 from x class interest\n" END,
                   "a.received 633.34, b.received 333.33, c.received 133.33, assets:cash 1210.00, "
                   "liabilities:grant:MOST -45.00, liabilities:grant:CITY -15.00, "
                   "liabilities:loan:b -50.00, equity:capital:a 0.00, income:interest 0.00, "
                   "expenses:x 0.00, equity:liquidation 0.00, unshared 0.00");
}

static void capital_repaid_before_is_not_repaid_again(void **state)
{
    (void)state;
    /* The sale repaid 500 of 1,000; 500 + 600 are left: the other half, then equally. */
    expect_figures(THREE WATERFALL "  share sale\n    until capital repaid to members by capital\n"
                                   "    rest to a\n" PAID
                                   "2012-03-01 income 500 from x class sale\n"
                                   "2012-03-02 income 100 from x class interest\n" END,
                   "a.received 800.00, b.received 500.00, c.received 300.00");
}

static void funds_and_what_found_nobody_are_divided(void **state)
{
    (void)state;
    const char *text = THREE WATERFALL
        "  fund f \"F\"\n  share sale\n    50% to fund f\n    rest to makers by invention\n"
        "2012-03-01 income 90 from x class sale\n" END;
    expect_figures_until(text, "2012-12-31", "fund.f 45.00, unshared 45.00");
    expect_figures(text, "fund.f 0.00, unshared 0.00, a.received 30.00, b.received 30.00, "
                         "c.received 30.00");
}

static void the_law_divides_where_the_agreement_is_silent(void **state)
{
    (void)state;
    expect_figures(THREE PAID "2012-03-01 income 200 from x class interest\n" END,
                   "a.received 720.00, b.received 360.00, c.received 120.00");
    expect_figures(THREE "2012-03-01 income 90 from x class interest\n" END,
                   "a.received 30.00, b.received 30.00, c.received 30.00");
    expect_figures(THREE "article 9 \"End\"\n  dissolve\n    10% to b\n" PAID END,
                   "a.received 540.00, b.received 370.00, c.received 90.00");
    /* A rest that finds nobody is no end: nothing was invented, so the 1,000 go by capital. */
    expect_figures(THREE "article 9 \"End\"\n  dissolve\n    rest to b by invention\n" PAID END,
                   "a.received 600.00, b.received 300.00, c.received 100.00, unshared 0.00");
}

#define FORM(form)                                                                                 \
    "alliance t \"T\"\n  founded 2012-01-01\n  form " form "\narticle 1 \"M\"\n"                   \
    "  party a enterprise \"A\"\n  party b enterprise \"B\"\n"
#define SHORT                                                                                      \
    "2012-02-01 a pays 100 capital\n2012-02-01 b pays 50 capital\n2012-03-01 spend 210 x\n"

static void what_is_missing_is_borne(void **state)
{
    (void)state;
    expect_figures(FORM("contract") SHORT END,
                   "a.borne 40.00, b.borne 20.00, uncovered 0.00, assets:cash -60.00, "
                   "assets:receivable:a 40.00, equity:losses 0.00, equity:liquidation 0.00");
    expect_figures(FORM("contract") "  bear liability\n    rest from b\n" SHORT END,
                   "a.borne 0.00, b.borne 60.00");
    expect_figures(FORM("company") SHORT END, "a.borne 0.00, uncovered 60.00");
    expect_figures(FORM("association") SHORT END, "b.borne 0.00, uncovered 60.00");
    /* What a fund held is in the cash already: it covers nothing more. */
    expect_figures(FORM("contract") "  fund f \"F\"\n  share sale\n    rest to fund f\n"
                                    "  bear liability\n    from fund f\n    rest from b\n" SHORT
                                    "2012-03-02 income 20 from x class sale\n" END,
                   "b.borne 40.00, fund.f 0.00, uncovered 0.00");
}

/* Of the 60 that are missing b bears half; the next day the other half is not missing once more,
 * and of 10 more that are spent b bears half again. */
static void what_nobody_bore_is_not_borne_again(void **state)
{
    (void)state;
#define HALF FORM("contract") "  bear liability\n    50% from b\n" SHORT END
    expect_figures(HALF, "b.borne 30.00, uncovered 30.00");
    expect_figures(HALF "2013-01-01 settle\n2013-01-02 settle\n", "b.borne 30.00, uncovered 30.00");
    expect_figures(HALF "2013-01-01 settle\n2013-01-02 spend 10 y\n2013-01-03 settle\n",
                   "b.borne 35.00, uncovered 35.00");
    expect_figures(FORM("company") SHORT END "2013-01-01 settle\n2013-01-02 settle\n",
                   "a.borne 0.00, uncovered 60.00");
}

static void nothing_of_an_association_goes_to_members(void **state)
{
    (void)state;
    expect_figures(FORM("association") "2012-02-01 income 90 from x class interest\n" END,
                   "a.received 0.00, unshared 90.00, equity:liquidation -90.00");
    expect_codes(FORM("association") "  dissolve\n    rest to members equally\n", "E221");
}

static void things_go_back_to_who_gave_them(void **state)
{
    (void)state;
    /* The machine is a's again; the work of b is used up, and b has its part of the 100. */
    expect_figures(THREE WATERFALL "2012-02-01 a gives 100 equipment\n2012-02-01 b gives 50 staff\n"
                                   "2012-02-01 c pays 100 capital\n" END,
                   "a.received 0.00, b.received 33.33, c.received 66.67, a.capital 0.00, "
                   "assets:inkind:equipment 0.00, assets:inkind:staff 0.00");
    /* What was bought out with its capital is not. */
    expect_figures(
        THREE LEAVE(", buy out 100% of capital") WATERFALL
        "2012-01-05 a gives 100 premises\n2012-01-05 b pays 150 capital\n" NOTICE GONE END,
        "a.received 100.00, b.received 50.00, assets:inkind:premises 0.00");
}

static void calls_are_still_due_and_advances_go_back(void **state)
{
    (void)state;
    /* Called 50, 30, 20; a has paid 80, which is 30 too much, b nothing, c its part. 100 are left:
     * 33.34 and 33.33 each, against which the 30 of b are set off. */
    expect_figures(THREE STAKES WATERFALL
                   "2012-02-01 call 100 by stake of s\n"
                   "2012-02-02 a pays 80 call\n2012-02-02 c pays 20 call\n" END,
                   "a.received 63.34, a.due 63.34, b.received 33.33, b.set_off 30.00, b.due 3.33, "
                   "c.due 33.33, assets:cash 100.00, assets:receivable:a 0.00, "
                   "equity:calls:a 0.00");
}

static void a_tranche_behind_the_end_is_not_called(void **state)
{
    (void)state;
    expect_figures(THREE MONEY
                   "  a pledges 100\n    60% due 2012-12-31\n    40% due 2013-01-02\n" END
                   "2013-12-31 settle\n",
                   "a.called 60.00");
}

static void only_what_winds_up_may_follow(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {"2013-01-02 a pays 5 capital\n", ""},
        {"2013-01-02 a pays 5 loan\n", "E415"},
        {"2013-01-02 a gives 5 staff\n", "E415"},
        {"2013-01-02 call 5 by capital\n", "E415"},
        {"2013-01-02 grant 5 from MOST\n", "E415"},
        {"2013-01-02 join d enterprise \"D\"\n", "E415"},
        {"2013-01-02 a gives notice\n", "E415"},
        {"2013-01-02 dissolve\n", "E415"},
        {"2013-01-01 stakes s\n  a 100%\n", "E415"},
        {"2013-01-02 reverse 2012-02-01 #1\n", "E415"},
        {"2013-01-02 reverse 2012-02-02\n", ""},
        {"2013-01-02 effective 2012-06-01 grant 5 from MOST\n", ""},
        {"2013-01-02 effective 2012-06-01 dissolve\n", "E416"},
        {"2013-01-02 income 5 from x class sale\n2013-01-03 spend 2 x\n2013-01-04 settle\n", ""},
    };
    char text[4096];
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        (void)snprintf(text, sizeof text, "%s%s%s%s", THREE PAID,
                       "2012-02-02 income 3 from x class sale\n", END, cases[i].text);
        expect_codes(text, cases[i].codes);
    }
}

static void what_comes_in_later_is_divided_later(void **state)
{
    (void)state;
    /* 1,000 to capital at first; then 60 equally; then 30 of cost, by capital: 18, 9, 3. */
    const char *text = THREE WATERFALL PAID END "2013-01-02 settle\n"
                                                "2013-02-01 income 60 from x class sale\n"
                                                "2013-02-02 settle\n2013-03-01 spend 30 x\n";
    expect_figures_until(text, "2013-01-02",
                         "a.received 600.00, b.received 300.00, c.received 100.00");
    expect_figures_until(text, "2013-02-02",
                         "a.received 620.00, b.received 320.00, c.received 120.00");
    expect_figures(text, "a.borne 18.00, b.borne 9.00, c.borne 3.00, a.set_off 18.00, "
                         "a.due 602.00");
}

static void nothing_is_left_when_all_is_paid(void **state)
{
    (void)state;
    expect_balance(
        THREE WATERFALL PAID
        "2012-02-02 b pays 50 loan\n2012-02-03 spend 40 x\n2012-02-04 income 90 from x "
        "class interest\n2012-02-05 c gives 10 material\n" END
        "2013-01-02 settle\n2013-01-03 repay b 50 loan\n2013-01-03 pay a 613.34\n"
        "2013-01-03 pay b 313.33\n2013-01-03 pay c 123.33\n",
        "assets:cash 0.00, assets:inkind:material 0.00, equity:capital:a 0.00, "
        "equity:capital:b 0.00, equity:capital:c 0.00, equity:liquidation 0.00, "
        "income:interest 0.00, expenses:x 0.00, liabilities:payable:a 0.00, "
        "liabilities:payable:b 0.00, liabilities:payable:c 0.00, liabilities:loan:b 0.00");
}

static void a_late_entry_flows_into_the_liquidation(void **state)
{
    (void)state;
    /* 1,000 were divided; the 30 of last year come now, and are divided at the end of the day. */
    expect_figures(THREE WATERFALL PAID END
                   "2013-01-02 settle\n2013-02-01 effective 2012-06-01 income 30 from x class "
                   "interest\n",
                   "a.received 610.00, b.received 310.00, c.received 110.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leaver_gives_notice_in_time),
        cmocka_unit_test(an_expulsion_is_decided_without_the_one_it_is_about),
        cmocka_unit_test(who_left_has_no_seat),
        cmocka_unit_test(duties_that_the_terms_still_name_are_told),
        cmocka_unit_test(a_leaver_is_bought_out),
        cmocka_unit_test(a_leaver_is_bought_out_of_other_measures),
        cmocka_unit_test(the_expelled_keeps_what_the_agreement_leaves_it),
        cmocka_unit_test(debts_of_who_left_stay_and_take_the_price),
        cmocka_unit_test(who_left_is_no_member_from_the_start_of_the_day),
        cmocka_unit_test(a_period_counts_the_days_of_membership),
        cmocka_unit_test(who_left_stays_maker_and_funder),
        cmocka_unit_test(the_expelled_loses_its_rights_and_keeps_its_duties),
        cmocka_unit_test(the_expelled_stays_owner),
        cmocka_unit_test(who_left_is_called_no_more),
        cmocka_unit_test(a_late_departure_moves_what_was_shared_since),
        cmocka_unit_test(what_is_left_goes_down_the_waterfall),
        cmocka_unit_test(capital_repaid_before_is_not_repaid_again),
        cmocka_unit_test(funds_and_what_found_nobody_are_divided),
        cmocka_unit_test(the_law_divides_where_the_agreement_is_silent),
        cmocka_unit_test(what_is_missing_is_borne),
        cmocka_unit_test(what_nobody_bore_is_not_borne_again),
        cmocka_unit_test(nothing_of_an_association_goes_to_members),
        cmocka_unit_test(things_go_back_to_who_gave_them),
        cmocka_unit_test(calls_are_still_due_and_advances_go_back),
        cmocka_unit_test(a_tranche_behind_the_end_is_not_called),
        cmocka_unit_test(only_what_winds_up_may_follow),
        cmocka_unit_test(what_comes_in_later_is_divided_later),
        cmocka_unit_test(nothing_is_left_when_all_is_paid),
        cmocka_unit_test(a_late_entry_flows_into_the_liquidation),
    };
    return cmocka_run_group_tests_name("leaving", tests, NULL, NULL);
}
