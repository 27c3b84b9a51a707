/* Amendments of projects: kinds, budgets, milestones, who leads and funds them, declining and
 * joining late, in texts small enough to be worked out by hand. */
#include "unit.h"

#include "engine.h"

#define MAR "2012-03-01"
#define APR "2012-04-01"
#define TEXT(lines) "article 2 \"P\"\n  project p \"P\" key\n" lines
#define AMEND(lines) MAR " amend\n  article 2 \"P\"\n    project p \"P\" key\n" lines

/* ---- money ---- */

static void a_budget_is_that_of_the_day(void **state)
{
    (void)state;
#define OLD TEXT("    budget 100, 20% at start\n    milestone m by 2013-01-01 releases 30%\n")
#define NEW                                                                                        \
    AMEND("      budget 200, 10% at start\n      milestone m by 2013-06-01 releases 50%\n"         \
          "      milestone n by 2014-01-01 releases 40%\n")
#define MET(name) "2012-02-01 milestone p." name " met\n"
#define SPEND(day, amount) day " spend " amount " testing for p\n"
    expect_codes(THREE OLD SPEND("2012-02-02", "20") NEW, "");
    expect_codes(THREE OLD SPEND("2012-02-02", "20") NEW SPEND(APR, "1"), "F101");
    /* Met under the old text, it releases what the new one says: 10% and 50% of 200. */
    expect_codes(THREE OLD MET("m") SPEND("2012-02-02", "50") NEW SPEND(APR, "70"), "");
    expect_codes(THREE OLD MET("m") SPEND("2012-02-02", "50") NEW SPEND(APR, "71"), "F101");
    expect_codes(THREE OLD MET("m") NEW "2012-03-02 milestone p.n met\n" SPEND(APR, "200"), "");
    expect_codes(THREE OLD MET("n") NEW, "E314");
    expect_codes(THREE OLD AMEND("      budget 100, 20% at start\n") APR " milestone p.m met\n",
                 "E314");
    expect_codes(THREE OLD MET("m") NEW APR " milestone p.m met\n", "E311");
    expect_codes(THREE OLD MET("m") NEW APR " reverse 2012-02-01\n" SPEND(APR, "21"), "F101");
    expect_codes(THREE OLD AMEND("      budget 200, 60% at start\n"
                                 "      milestone m by 2013-06-01 releases 50%\n"),
                 "E225");
    /* What is written late is measured by the text of its day. */
    expect_codes(THREE OLD NEW APR " effective 2012-02-29 spend 20 testing for p\n", "");
    expect_codes(THREE OLD NEW APR " effective 2012-02-29 spend 21 testing for p\n", "F101");
}

static void who_funds_it_is_that_of_the_day(void **state)
{
    (void)state;
#define FUNDED(line) "    funded " line "\n"
#define CALL(day) day " call 100 for p\n"
    expect_figures(THREE TEXT(FUNDED("a 60%, b 40%")) CALL("2012-02-01")
                       AMEND("  " FUNDED("a 10%, c 90%")) CALL(MAR),
                   "a.called 70.00, b.called 40.00, c.called 90.00");
    /* Repeated word for word it goes on as joining left it: c 20%, a and b 4/5 of what they had. */
    expect_figures(THREE TEXT(FUNDED("a 60%, b 40%")) "2012-02-01 c joins p with 20%\n" AMEND(
                       "  " FUNDED("a 60%, b 40%") "      lead b\n") CALL(MAR),
                   "a.called 48.00, b.called 32.00, c.called 20.00");
    expect_codes(THREE TEXT(FUNDED("a 60%, b 40%")) AMEND("      lead b\n") CALL(MAR), "E312");
    expect_figures(THREE TEXT("    lead a\n") AMEND("  " FUNDED("a 50%, grant 50%")) CALL(MAR),
                   "a.called 100.00");
    expect_codes(THREE TEXT(FUNDED("a 60%, b 40%")) AMEND("  " FUNDED("a 60%, b 30%")), "E207");
}

static void a_kind_chooses_clauses_by_the_day(void **state)
{
    (void)state;
    expect_figures(THREE TEXT("") "article 3 \"S\"\n  share sale of key projects\n    rest to a\n"
                                  "  share sale\n    rest to b\n"
                                  "2012-02-01 income 10 from x class sale of p\n" MAR
                                  " amend\n  article 2 \"P\"\n    project p \"P\" generic\n" APR
                                  " income 7 from x class sale of p\n",
                   "a.received 10.00, b.received 7.00");
}

/* ---- declining and joining ---- */

static void who_declined_goes_by_what_was_agreed_then(void **state)
{
    (void)state;
    /* b misses 40 of 100 and is out until others had 300% of that, 120, in its place. */
#define DECLINER(times) "    decliner excluded until " times " of cost repaid\n"
#define LINES(times) FUNDED("a 60%, b 40%") DECLINER(times)
#define NEW_LINES(times) "  " FUNDED("a 60%, b 40%") "  " DECLINER(times)
#define SALES                                                                                      \
    "article 3 \"S\"\n  share sale\n    rest to b\n2012-02-01 b declines p\n"                      \
    "2012-02-02 a spends 100 testing for p\n"
    const char *text = THREE TEXT(LINES("300%")) SALES AMEND(NEW_LINES("100%")) APR
        " income 150 from x class sale of p\n";
    expect_figures(text, "a.received 120.00, b.received 30.00");
    expect_figures(
        THREE TEXT(LINES("300%")) "article 3 \"S\"\n  share sale\n    rest to b\n"
                                  "2012-02-02 a spends 100 testing for p\n" AMEND(
                                      NEW_LINES("100%")) "2012-03-02 b declines p\n" APR
                                                         " income 150 from x class sale of p\n",
        "a.received 40.00, b.received 110.00");
}

static void who_joins_late_pays_as_agreed_on_that_day(void **state)
{
    (void)state;
#define JOINER(times) "late joiner pays " times "\n"
#define SPENT "2012-02-02 a spends 100 testing for p\n"
    expect_figures(THREE TEXT(FUNDED("a 60%, b 40%") "    " JOINER("200%"))
                       SPENT AMEND("  " FUNDED("a 60%, b 40%") "      " JOINER("300%")) APR
                   " c joins p with 10%\n",
                   "c.called 30.00, a.received 30.00");
    expect_figures(THREE TEXT(FUNDED("a 60%, b 40%") "    " JOINER("200%")) SPENT
                   "2012-02-03 c joins p with 10%\n" AMEND("  " FUNDED("a 60%, b 40%")) APR
                   " reverse 2012-02-03\n",
                   "c.called 0.00, a.received 0.00");
    expect_figures(THREE TEXT(FUNDED("a 60%, b 40%") "    " JOINER("200%"))
                       SPENT AMEND("  " FUNDED("a 60%, b 40%")) APR " c joins p with 10%\n",
                   "c.called 0.00");
}

/* ---- projects that come ---- */

static void a_project_comes_and_stays(void **state)
{
    (void)state;
#define NEW_PROJECT                                                                                \
    MAR " amend\n  article 4 \"Q\"\n    project q \"Q\"\n      funded a 30%, c 70%\n"
    expect_figures(THREE NEW_PROJECT APR " call 100 for q\n", "a.called 30.00, c.called 70.00");
    expect_codes(THREE "2012-02-01 call 100 for q\n" NEW_PROJECT, "E303");
    expect_codes(THREE "article 2 \"S\"\n  share sale of project q\n    rest to a\n" NEW_PROJECT,
                 "E263");
    expect_codes(THREE TEXT("") MAR " amend\n  article 2 \"P\"\n    covenant x \"X\"\n", "E267");
    /* It may stand in another article. */
    expect_codes(THREE TEXT("") MAR " amend\n  article 2 \"P\"\n    covenant x \"X\"\n"
                                    "  article 4 \"P\"\n    project p \"P\" key\n",
                 "");
    expect_codes(THREE TEXT("") MAR " amend\n  article 4 \"P\"\n    project p \"P\" key\n", "E201");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_budget_is_that_of_the_day),
        cmocka_unit_test(who_funds_it_is_that_of_the_day),
        cmocka_unit_test(a_kind_chooses_clauses_by_the_day),
        cmocka_unit_test(who_declined_goes_by_what_was_agreed_then),
        cmocka_unit_test(who_joins_late_pays_as_agreed_on_that_day),
        cmocka_unit_test(a_project_comes_and_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
