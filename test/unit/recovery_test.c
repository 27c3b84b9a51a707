/* What goes back of grants when a member departs. All figures are worked out by hand. */
#include "unit.h"

#include "engine.h"

#define FEB "2012-02-01"
#define MAR "2012-03-01"
#define MONEY "article 2 \"Money\"\n"
#define TERMS(leave, expelled)                                                                     \
    THREE MONEY "  project p \"P\"\n  project q \"Q\"\n  grants are restricted\n"                  \
                "    eligible materials, testing\n  share grant of project p\n"                    \
                "    40% to a\n    rest to b, c equally\n  share grant of project q\n"             \
                "    rest to b\narticle 8 \"Leaving\"\n  leave on 90 days notice" leave            \
                "\n  expelled licences granted go on" expelled "\n"
/* b has 300 + 30 for p and 77 for q, c 330 for p. */
#define GRANTS                                                                                     \
    FEB " grant 1,000 from \"Ministry\" for p\n" FEB " grant 100 from \"City\" for p\n" FEB        \
        " grant 77 from \"City\" for q\n"
/* Of p b spent 50 on what grants may pay for; of q more than it had. */
#define SPENT                                                                                      \
    FEB " b spends 50 materials for p\n" FEB " b spends 20 travel for p\n" FEB                     \
        " b spends 500 testing for q\n" FEB " c spends 100 testing for p\n"
#define LEAVES "2012-02-01 b gives notice\n2012-05-01 b leaves\n"
#define UNSPENT TERMS(", return unspent grants", ", return all grants")

static void a_leaver_returns_what_it_did_not_spend(void **state)
{
    (void)state;
    /* 330 − 50: the Ministry's 300 came first, so that 250 of it and the City's 30 go back. */
    expect_figures(UNSPENT GRANTS SPENT LEAVES,
                   "b.received 407.00, b.charges 280.00, b.set_off 280.00, b.due 127.00, "
                   "liabilities:grant:Ministry -250.00, liabilities:grant:City -30.00, "
                   "assets:cash 1177.00");
    expect_figures(UNSPENT GRANTS LEAVES, "b.charges 407.00, b.due 0.00");
    expect_figures(TERMS("", "") GRANTS SPENT LEAVES, "b.charges 0.00, b.due 407.00");
}

static void the_expelled_returns_all_of_them(void **state)
{
    (void)state;
    expect_figures(UNSPENT GRANTS SPENT MAR " expel c\n", "c.received 330.00, c.charges 330.00");
    expect_figures(TERMS(", return all grants", ", return unspent grants") GRANTS SPENT LEAVES
                   "2012-05-02 expel c\n",
                   "b.charges 407.00, c.charges 230.00");
    /* By arrears: out, as the expelled or as who left. */
    expect_figures(THREE MONEY "  a pledges 5 due 2012-02-01\n  arrears\n    out after 10 days\n"
                               "  share grant\n    rest to a\n  expelled return all grants\n" FEB
                               " grant 9 from \"Ministry\"\n" MAR " settle\n",
                   "a.charges 9.00, a.received 9.00, a.owes 5.00");
}

static void what_comes_back_can_be_spent_or_returned(void **state)
{
    (void)state;
    expect_figures(UNSPENT GRANTS SPENT LEAVES
                   "2012-05-02 b pays 280 interest\n2012-05-03 return 240 grant to \"Ministry\"\n"
                   "2012-05-04 spend 35 materials for p\n",
                   "b.paid_in 280.00, b.owes 0.00, b.due 407.00, "
                   "liabilities:grant:Ministry -10.00, assets:cash 1182.00");
    expect_codes(UNSPENT GRANTS SPENT LEAVES "2012-05-03 return 250.01 grant to \"Ministry\"\n",
                 "E385");
}

static void what_becomes_known_later_changes_it(void **state)
{
    (void)state;
    /* The City's grant is taken back: b has 300 less 50 to return; the receipt is gone. */
    expect_figures(UNSPENT GRANTS SPENT LEAVES "2012-05-02 reverse 2012-02-01 #2\n",
                   "b.received 377.00, b.charges 250.00, b.due 127.00, "
                   "liabilities:grant:City 0.00");
    expect_figures(UNSPENT GRANTS SPENT LEAVES "2012-05-02 reverse 2012-02-01 #4\n",
                   "b.charges 330.00, b.due 77.00");
    expect_figures(UNSPENT GRANTS SPENT LEAVES
                   "2012-05-02 effective 2012-03-01 b spends 1,000 testing for p\n",
                   "b.charges 0.00, b.due 407.00");
    expect_figures(UNSPENT GRANTS SPENT LEAVES "2012-05-02 b spends 80 testing for p\n"
                                               "2012-05-03 b spends 900 testing for p\n"
                                               "2012-05-04 reverse 2012-05-03 #1\n",
                   "b.charges 200.00, b.due 207.00");
    expect_figures(UNSPENT SPENT LEAVES
                   "2012-05-02 effective 2012-03-01 grant 1,000 from \"Ministry\" for p\n",
                   "b.received 300.00, b.charges 250.00, b.due 50.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leaver_returns_what_it_did_not_spend),
        cmocka_unit_test(the_expelled_returns_all_of_them),
        cmocka_unit_test(what_comes_back_can_be_spent_or_returned),
        cmocka_unit_test(what_becomes_known_later_changes_it),
    };
    return cmocka_run_group_tests_name("recovery", tests, NULL, NULL);
}
