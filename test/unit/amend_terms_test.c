/* Amendments of what is looked up by the day: who decides, what is owed, who owns and who leaves.
 * What happened before keeps the old text, in texts small enough to be worked out by hand. */
#include "unit.h"

#include "engine.h"

#define MAR "2012-03-01"
#define APR "2012-04-01"

/* ---- who decides ---- */

#define TEXT(passes)                                                                               \
    "article 2 \"Decisions\"\n  body k decision\n    seats one each member\n"                      \
    "    pass " passes "\n  body board decision\n    seats a\n    pass 1/2 of all\n"
#define AMEND(passes)                                                                              \
    " amend by M\n  article 2 \"Decisions\"\n    body k decision\n      seats one each member\n"   \
    "      pass " passes "\n    body board decision\n      seats a\n      pass 1/2 of all\n"
#define BY_K "  decide amendment by k\n  decide budget by k\n"
#define CARRIED(name, day, matter)                                                                 \
    day " motion " name " \"X\" to k on " matter "\n" day " vote " name " a yes\n" day             \
        " vote " name " b yes\n" day " decide " name " carried\n"
#define PASSED_M CARRIED("M", "2012-02-01", "amendment")

static void a_motion_is_counted_by_the_text_it_was_put_under(void **state)
{
    (void)state;
    /* Two of three are enough by the old text, all are needed by the new one. */
    expect_codes(THREE TEXT("2/3 of all") BY_K PASSED_M MAR AMEND(
                     "3/3 of all") "    decide amendment by k\n"
                                   "    decide budget by k\n" CARRIED("N", APR, "budget"),
                 "E335");
    expect_codes(THREE TEXT("2/3 of all") BY_K PASSED_M
                 "2012-02-20 motion N \"X\" to k on budget\n2012-02-20 vote N a yes\n" MAR AMEND(
                     "3/3 of all") "    decide amendment by k\n    decide budget by k\n" APR
                                   " vote N b yes\n" APR " decide N carried\n" APR
                                   " budget 2013 by N\n  rent 5\n",
                 "");
    /* On the day of the amendment what stands before it is under the old text. */
    expect_codes(THREE TEXT("2/3 of all") BY_K CARRIED("M", MAR, "amendment")
                     MAR AMEND("3/3 of all") "    decide amendment by k\n    decide budget by k\n",
                 "");
    expect_codes(
        THREE TEXT("2/3 of all") BY_K CARRIED("M", MAR, "amendment")
            MAR AMEND("3/3 of all") "    decide amendment by k\n    decide budget by k\n" CARRIED(
                "N", MAR, "budget"),
        "E335");
}

static void a_matter_is_decided_by_whom_the_text_names(void **state)
{
    (void)state;
#define BUDGET APR " budget 2013 by N\n  rent 5\n"
    /* The old text asks k for budgets, the new one the board. */
    const char *moved = THREE TEXT("2/3 of all") BY_K PASSED_M CARRIED("N", "2012-02-02", "budget")
        MAR AMEND("2/3 of all") "    decide amendment by k\n    decide budget by board\n" BUDGET;
    expect_codes(moved, "");
    expect_codes(
        THREE TEXT("2/3 of all") BY_K PASSED_M MAR
            AMEND("2/3 of all") "    decide amendment by k\n    decide budget by board\n" CARRIED(
                "N", MAR, "budget") BUDGET,
        "E345");
    /* A matter that is no more decided needs no decision; one that is now, does. */
    expect_codes(THREE TEXT("2/3 of all")
                     BY_K PASSED_M MAR AMEND("2/3 of all") "    decide amendment by k\n" APR
                                                           " budget 2013\n  rent 5\n",
                 "");
    expect_codes(THREE TEXT("2/3 of all") "  decide amendment by k\n" PASSED_M MAR AMEND(
                     "2/3 of all") "    decide amendment by k\n    decide budget by k\n" APR
                                   " budget 2013\n  rent 5\n",
                 "E307");
    expect_codes(
        THREE TEXT("2/3 of all") "  decide amendment by k\n" PASSED_M
                                 "2012-02-28 budget 2013\n  rent 5\n" MAR AMEND(
                                     "2/3 of all") "    decide amendment by k\n    decide budget "
                                                   "by k\n" APR
                                                   " effective 2012-02-28 budget 2014\n  rent 5\n",
        "");
}

static void an_amendment_does_not_judge_itself(void **state)
{
    (void)state;
    /* Whoever asks for a decision on amendments from now on needed none for this. */
    expect_codes(THREE TEXT("2/3 of all") MAR " amend\n  article 3 \"More\"\n"
                                              "    decide amendment by k\n" APR
                                              " amend\n  article 4 \"Again\"\n"
                                              "    covenant x \"X\"\n",
                 "E307");
    expect_codes(THREE TEXT("2/3 of all") BY_K PASSED_M MAR AMEND("2/3 of all"), "");
}

static void a_body_that_is_left_out_is_no_more(void **state)
{
    (void)state;
#define NO_BOARD                                                                                   \
    MAR " amend by M\n  article 2 \"Decisions\"\n    body k decision\n"                            \
        "      seats one each member\n      pass 2/3 of all\n    decide amendment by k\n"
    expect_codes(THREE TEXT("2/3 of all") BY_K PASSED_M NO_BOARD APR
                 " motion N \"X\" to board on budget\n",
                 "E434");
    expect_codes(THREE TEXT("2/3 of all") BY_K PASSED_M NO_BOARD APR " meeting board a\n", "E434");
    expect_codes(THREE TEXT("2/3 of all") BY_K PASSED_M
                 "2012-02-20 motion N \"X\" to board on x\n" NO_BOARD APR " vote N a yes\n" APR
                 " decide N carried\n",
                 "");
    expect_codes(THREE TEXT("2/3 of all") BY_K
                 "article 3 \"Veto\"\n"
                 "  veto in board by b within 9 days\n" PASSED_M NO_BOARD,
                 "E263");
}

static void an_amendment_may_bring_a_body(void **state)
{
    (void)state;
#define EXPERTS                                                                                    \
    MAR " amend\n  article 5 \"Experts\"\n    body experts decision\n      seats b, c\n"           \
        "      pass 2/2 of all\n    decide start by experts\n"
    expect_codes(THREE "article 2 \"P\"\n  project p \"P\"\n" EXPERTS APR " start p\n", "E307");
    expect_codes(THREE EXPERTS APR " motion N \"X\" to experts on start\n" APR " vote N b yes\n" APR
                                   " vote N c yes\n" APR " decide N carried\n",
                 "");
    expect_codes(THREE "2012-02-01 motion N \"X\" to experts on start\n" EXPERTS, "E303");
    expect_codes(THREE "article 2 \"D\"\n  decide start by experts\n" EXPERTS, "E243 E263");
    expect_codes(THREE EXPERTS "    body experts decision\n", "E201");
}

static void a_veto_is_that_of_the_text_of_the_motion(void **state)
{
    (void)state;
#define VETO_TEXT(who) "    veto in k by " who " within 30 days\n"
#define VETO_AMENDED                                                                               \
    MAR AMEND("2/3 of all") "    decide amendment by k\n    veto in k by c within 60 days\n"
    const char *text = THREE TEXT(
        "2/3 of all") "  veto in k by c within 30 days\n" PASSED_M CARRIED("N", "2012-02-20", "x")
        VETO_AMENDED CARRIED("O", MAR, "x") "2012-03-21 veto N c \"late by a day\"\n";
    expect_codes(text, "");
    expect_codes(THREE TEXT("2/3 of all") "  veto in k by c within 30 days\n" PASSED_M CARRIED(
                     "N", "2012-02-20", "x") VETO_AMENDED
                 "2012-03-22 veto N c \"30 days are over\"\n",
                 "E338");
    expect_codes(THREE TEXT("2/3 of all") "  veto in k by c within 30 days\n" PASSED_M VETO_AMENDED
                     CARRIED("O", MAR, "x") "2012-04-30 veto O c \"the 60th\"\n",
                 "");
}

static void who_is_in_a_group_is_asked_of_the_day(void **state)
{
    (void)state;
#define GROUP(members) "article 2 \"G\"\n  group g of " members "\n"
#define REGROUP(members) MAR " amend\n  article 2 \"G\"\n    group g of " members "\n"
#define SHARE_G "article 3 \"S\"\n  share sale\n    rest to g equally\n"
#define SALE(day) day " income 100 from x class sale\n"
    expect_figures(THREE GROUP("a, b") SHARE_G SALE("2012-02-01") REGROUP("b, c") SALE(APR),
                   "a.received 50.00, b.received 100.00, c.received 50.00");
    expect_figures(THREE GROUP("a") "article 3 \"S\"\n  share sale\n    rest to g\n" SALE(
                       "2012-02-01") REGROUP("c") SALE(APR),
                   "a.received 100.00, c.received 100.00");
    /* Two of a kind need a basis, from the day on which there are two. */
    expect_codes(THREE GROUP("a") "article 3 \"S\"\n  share sale\n    rest to g\n" REGROUP("a, c"),
                 "E214");
    expect_codes(THREE GROUP("a, b") SHARE_G MAR
                 " amend\n  article 2 \"G\"\n    covenant x \"X\"\n",
                 "E263");
    /* Votes: a and b have one together, then each its own. */
    /* Votes: a and b have one together, then each its own: of three seats two are needed. */
#define BLOC "article 6 \"G\"\n  group g of a, b counts as one\n"
#define SPLIT MAR " amend\n  article 6 \"G\"\n    covenant x \"X\"\n"
#define HALF(day) day " motion N \"X\" to k on x\n" day " vote N a yes\n" day " decide N carried\n"
    expect_codes(THREE TEXT("1/2 of all") BLOC HALF(MAR), "");
    expect_codes(THREE TEXT("1/2 of all") BLOC SPLIT HALF(APR), "E335");
}

/* ---- what is owed ---- */

#define DUES(amount) "dues yearly others " amount " due 31 January\n"

static void dues_are_those_of_the_day_they_fall_due(void **state)
{
    (void)state;
    const char *text = THREE "article 2 \"D\"\n  " DUES("10") MAR
        " amend\n  article 2 \"D\"\n    " DUES("15") "2014-01-31 settle\n";
    expect_figures_until(text, "2012-12-31", "a.charges 10.00");
    expect_figures(text, "a.charges 40.00"); /* 10, 15, 15 */
    /* Moved to a day of the same year they are owed once; moved behind, from the next day on. */
    expect_figures(THREE "article 2 \"D\"\n  " DUES("10") MAR
                   " amend\n  article 2 \"D\"\n"
                   "    dues yearly others 15 due 30 June\n2013-06-30 settle\n",
                   "a.charges 25.00");
    expect_figures(THREE "article 2 \"D\"\n  dues yearly others 10 due 30 June\n" MAR
                         " amend\n  article 2 \"D\"\n    " DUES("15") "2013-02-01 settle\n",
                   "a.charges 15.00");
    expect_figures(THREE "article 2 \"D\"\n  " DUES("10") MAR
                   " amend\n  article 2 \"D\"\n    covenant x \"X\"\n2014-02-01 settle\n",
                   "a.charges 10.00");
    expect_figures(THREE MAR " amend\n  article 2 \"D\"\n    " DUES("10") "2013-02-01 settle\n",
                   "a.charges 10.00");
}

static void sales_that_are_reported_late_raise_the_dues_of_their_text(void **state)
{
    (void)state;
    /* 1% of the sales of 2012 falls due in January 2013; the text of March 2013 takes 2%. */
    const char *text = THREE "article 2 \"D\"\n  dues yearly others 1% of sales due 31 January\n"
                             "2013-03-01 amend\n  article 2 \"D\"\n"
                             "    dues yearly others 2% of sales due 31 January\n"
                             "2013-04-01 a reports 1,000 sales over 2012-01-01 to 2013-01-01\n"
                             "2014-01-15 a reports 500 sales over 2013-01-01 to 2014-01-01\n"
                             "2014-02-01 settle\n";
    expect_figures_until(text, "2013-12-31", "a.charges 10.00");
    expect_figures(text, "a.charges 20.00");
    expect_figures(THREE "article 2 \"D\"\n  dues yearly others 1% of sales due 31 January\n"
                         "2012-12-01 a reports 1,000 sales over 2012-01-01 to 2012-12-01\n"
                         "2013-03-01 amend\n  article 2 \"D\"\n    covenant x \"X\"\n"
                         "2013-04-01 reverse 2012-12-01\n",
                   "a.charges 0.00");
}

#define LADDER(percent, days)                                                                      \
    "article 2 \"A\"\n  arrears\n    bear " percent " daily\n    no vote after " days " days\n"
#define AMEND_LADDER(percent, days)                                                                \
    MAR " amend\n  article 2 \"A\"\n    arrears\n      bear " percent " daily\n"                   \
        "      no vote after " days " days\n"
#define OWES                                                                                       \
    "article 3 \"S\"\n  stakes s\n    a 100%\n2012-02-01 call 1,000 by stake of s due "            \
    "2012-02-10\n"

static void a_debt_keeps_the_ladder_of_the_day_it_fell_due(void **state)
{
    (void)state;
    /* 1% of 1,000 a day from 11 February: 20 days up to 1 March, the old rate behind it, too. */
    const char *text = THREE LADDER("1%", "30")
        OWES AMEND_LADDER("2%", "5") "2012-03-02 call 100 by stake of s due 2012-03-10\n";
    expect_figures_until(text, MAR, "a.charges 200.00");
    expect_figures_until(text, "2012-03-11", "a.charges 302.00"); /* 30 x 10 + 1 x 2 */
    expect_figures(THREE LADDER("1%", "30") OWES MAR " amend\n  article 2 \"A\"\n"
                                                     "    covenant x \"X\"\n2012-03-11 settle\n",
                   "a.charges 300.00");
    expect_figures(THREE OWES MAR " amend\n  article 2 \"A\"\n    arrears\n"
                                  "      bear 1% daily\n2012-03-11 settle\n",
                   "a.charges 0.00");
#define ASKED(day) "article 4 \"K\"\n  body k decision\n    seats a\n    pass 1/2 of all\n"
#define VOTES(day) day " motion N \"X\" to k on x\n" day " vote N a yes\n" day " decide N carried\n"
    /* By the old ladder the vote is gone from 12 March, by the new one it would be on the 16th of
     * February. */
    expect_codes(THREE LADDER("1%", "30") ASKED() OWES AMEND_LADDER("2%", "5") VOTES("2012-03-11"),
                 "");
    expect_codes(THREE LADDER("1%", "30") ASKED() OWES AMEND_LADDER("2%", "5") VOTES("2012-03-12"),
                 "E335");
}

static void what_is_given_counts_as_agreed_on_its_day(void **state)
{
    (void)state;
    const char *text =
        THREE "article 2 \"C\"\n  in kind counts 80%\n2012-02-01 a gives 100 staff\n" MAR
              " amend\n  article 2 \"C\"\n    in kind counts 50%\n" APR " a gives 100 staff\n";
    expect_figures(text, "a.capital 130.00");
    expect_figures(THREE "article 2 \"C\"\n  in kind counts 80%\n" MAR
                         " amend\n  article 2 \"C\"\n    in kind counts 50%\n" APR
                         " effective 2012-02-29 a gives 100 staff\n",
                   "a.capital 80.00");
}

static void grants_are_restricted_from_the_day_it_is_agreed(void **state)
{
    (void)state;
#define GRANT "2012-01-02 grant 100 from MOST\n"
#define RESTRICT                                                                                   \
    MAR " amend\n  article 2 \"G\"\n    grants are restricted, at most 40% of all money in\n"      \
        "      eligible testing\n"
    expect_codes(THREE GRANT "2012-02-01 spend 5 rent from grant\n" RESTRICT, "");
    expect_codes(THREE GRANT RESTRICT APR " spend 5 rent from grant\n", "E384");
    /* What came in before counts: 110 of 110. */
    expect_codes(THREE GRANT RESTRICT APR " grant 10 from MOST\n", "F122");
    expect_codes(THREE "article 2 \"G\"\n  grants are restricted, at most 40% of all money in\n" MAR
                       " amend\n  article 2 \"G\"\n    covenant x \"X\"\n" APR
                       " grant 10 from MOST\n",
                 "");
}

/* ---- results ---- */

static void a_result_is_owned_by_the_text_of_its_day(void **state)
{
    (void)state;
#define OWNED(who) "results of projects owned by " who "\n"
    expect_figures(THREE "article 2 \"R\"\n  project p \"P\"\narticle 3 \"O\"\n  " OWNED(
                       "a 100%") "article 4 \"S\"\n"
                                 "  share licence\n    rest to owners by ownership\n"
                                 "2012-02-01 result r1 patent \"R\" from p by c\n" MAR
                                 " amend\n  article 3 \"O\"\n    " OWNED("b 100%") APR
                   " result r2 patent \"R\" from p by c\n" APR " license l1 of r1 to X\n" APR
                   " license l2 of r2 to X\n"
                   "2012-05-01 income 10 from l1\n2012-05-01 income 7 from l2\n",
                   "a.received 10.00, b.received 7.00");
}

static void a_result_goes_back_by_the_text_of_its_day(void **state)
{
    (void)state;
#define RETURNS(time) "article 3 \"O\"\n  unused " time " returns to b\n"
#define AMEND_RETURNS(time) MAR " amend\n  article 3 \"O\"\n    unused " time " returns to c\n"
#define RECORD "2012-02-01 result r patent \"R\" from p by a\n"
#define SHARED                                                                                     \
    "article 2 \"R\"\n  project p \"P\"\narticle 4 \"S\"\n"                                        \
    "  share licence\n    rest to owners by ownership\n"
    expect_figures(THREE SHARED RETURNS("1 years") RECORD AMEND_RETURNS(
                       "9 years") "2013-02-02 license l of r to X\n2013-02-02 income 10 from l\n",
                   "b.received 10.00, a.received 0.00");
    expect_figures(THREE SHARED RECORD AMEND_RETURNS(
                       "1 years") "2013-02-02 license l of r to X\n2013-02-02 income 10 from l\n",
                   "a.received 10.00, c.received 0.00");
}

static void publication_waits_as_agreed_when_it_was_announced(void **state)
{
    (void)state;
#define NOTICE(days) "publication notice " days " days\n"
#define PUBLISH(day) day " publish r by a\n"
    const char *notices[] = {
        THREE SHARED "article 3 \"O\"\n  " NOTICE("40") RECORD
        "2012-02-20 a announces r\n" MAR " amend\n  article 3 \"O\"\n    " NOTICE("90")
            PUBLISH("2012-03-31"),
        THREE SHARED "article 3 \"O\"\n  " NOTICE("40") RECORD
        "2012-02-20 a announces r\n" MAR " amend\n  article 3 \"O\"\n    " NOTICE("10")
            PUBLISH("2012-03-30"),
        THREE SHARED RECORD MAR " amend\n  article 3 \"O\"\n    " NOTICE("90") PUBLISH(APR),
        THREE SHARED "article 3 \"O\"\n  " NOTICE("40") RECORD MAR
        " amend\n  article 3 \"O\"\n    covenant x \"X\"\n" PUBLISH(APR),
    };
    static const char *const codes[] = {"", "E352", "E351", ""};
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) expect_codes(notices[i], codes[i]);
}

/* ---- leaving, the end, what always holds ---- */

static void notice_runs_as_agreed_when_it_was_given(void **state)
{
    (void)state;
#define LEAVE(days, part) "leave on " days " days notice, buy out " part " of capital\n"
    const char *text = THREE "article 2 \"L\"\n  " LEAVE(
        "30", "50%") "2012-01-02 b pays 100 capital\n2012-02-20 b gives notice\n" MAR
                     " amend\n  article 2 \"L\"\n    " LEAVE("90", "40%") "2012-03-21 b leaves\n";
    expect_figures(text, "b.received 40.00, b.capital 60.00"); /* 20 February and 30 days */
    expect_codes(THREE "article 2 \"L\"\n  " LEAVE("30", "50%") MAR
                 " amend\n  article 2 \"L\"\n    " LEAVE(
                     "90", "40%") "2012-03-02 b gives notice\n2012-05-30 b leaves\n",
                 "E412");
}

static void who_is_expelled_keeps_what_is_agreed_then(void **state)
{
    (void)state;
    expect_figures(THREE "article 2 \"L\"\n  expelled keep 50% of capital\n"
                         "2012-01-02 b pays 100 capital\n2012-01-02 c pays 100 capital\n"
                         "2012-02-01 expel c\n" MAR
                         " amend\n  article 2 \"L\"\n    expelled keep no capital\n" APR
                         " expel b\n",
                   "c.received 50.00, b.received 0.00");
}

static void the_end_goes_by_the_text_of_its_day(void **state)
{
    (void)state;
    const char *text = THREE "article 2 \"E\"\n  dissolve\n    rest to a\n"
                             "2012-01-02 b pays 100 capital\n" MAR
                             " amend\n  article 2 \"E\"\n    dissolve\n      60% to a\n"
                             "      rest to b\n" APR " dissolve\n" APR " settle\n";
    expect_figures(text, "a.received 60.00, b.received 40.00");
    expect_figures(THREE "2012-01-02 b pays 100 capital\n" MAR
                         " amend\n  article 2 \"E\"\n    dissolve\n      rest to c\n" APR
                         " dissolve\n" APR " settle\n",
                   "c.received 100.00, b.received 0.00");
}

static void what_always_holds_is_asked_of_the_day(void **state)
{
    (void)state;
#define PAID "2012-01-02 a pays 100 capital\n"
#define LEAST(amount) "always cash at least " amount "\n"
    const char *codes[][2] = {
        {THREE "article 2 \"A\"\n  " LEAST("50") PAID "2012-02-01 spend 60 rent\n", "E381"},
        {THREE "article 2 \"A\"\n  " LEAST("50") PAID MAR
         " amend\n  article 2 \"A\"\n    " LEAST("30") APR " spend 60 rent\n",
         ""},
        {THREE "article 2 \"A\"\n  " LEAST("50") PAID MAR
         " amend\n  article 2 \"A\"\n    " LEAST("30") APR " spend 71 rent\n",
         "E381"},
        /* one that is as it was goes on, wherever it stands */
        {THREE "article 2 \"A\"\n  " LEAST("50") PAID MAR
         " amend\n  article 2 \"A\"\n    covenant x \"X\"\n    " LEAST("50") APR " spend 60 rent\n",
         "E381"},
        {THREE "article 2 \"A\"\n  " LEAST("50") PAID MAR
         " amend\n  article 2 \"A\"\n    covenant x \"X\"\n" APR " spend 60 rent\n",
         ""},
        /* a new one holds from the first entry at which it does */
        {THREE PAID MAR " amend\n  article 2 \"A\"\n    " LEAST("200") APR " spend 60 rent\n", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) expect_codes(codes[i][0], codes[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_motion_is_counted_by_the_text_it_was_put_under),
        cmocka_unit_test(a_matter_is_decided_by_whom_the_text_names),
        cmocka_unit_test(an_amendment_does_not_judge_itself),
        cmocka_unit_test(a_body_that_is_left_out_is_no_more),
        cmocka_unit_test(an_amendment_may_bring_a_body),
        cmocka_unit_test(a_veto_is_that_of_the_text_of_the_motion),
        cmocka_unit_test(who_is_in_a_group_is_asked_of_the_day),
        cmocka_unit_test(dues_are_those_of_the_day_they_fall_due),
        cmocka_unit_test(sales_that_are_reported_late_raise_the_dues_of_their_text),
        cmocka_unit_test(a_debt_keeps_the_ladder_of_the_day_it_fell_due),
        cmocka_unit_test(what_is_given_counts_as_agreed_on_its_day),
        cmocka_unit_test(grants_are_restricted_from_the_day_it_is_agreed),
        cmocka_unit_test(a_result_is_owned_by_the_text_of_its_day),
        cmocka_unit_test(a_result_goes_back_by_the_text_of_its_day),
        cmocka_unit_test(publication_waits_as_agreed_when_it_was_announced),
        cmocka_unit_test(notice_runs_as_agreed_when_it_was_given),
        cmocka_unit_test(who_is_expelled_keeps_what_is_agreed_then),
        cmocka_unit_test(the_end_goes_by_the_text_of_its_day),
        cmocka_unit_test(what_always_holds_is_asked_of_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
