/* Tiers divided once more where each recipient has a limit of its own, and where a loss is borne.
 * Each figure is worked out beside its text. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define CLAUSE THREE "  project p \"P\"\narticle 2 \"Money\"\n  fund f \"F\"\n"
#define SALE(date, amount) date " income " amount " from x class sale of p\n"
#define COSTS "2012-02-01 a spends 100 x for p\n2012-02-02 b spends 100 x for p\n"

/* ---- until repaid, returns ---- */

#define REPAID                                                                                     \
    CLAUSE "  share sale\n"                                                                        \
           "    until cost repaid\n"                                                               \
           "      60% to a\n"                                                                      \
           "      rest to funders by cost\n"                                                       \
           "    rest to c\n" COSTS

static void recipients_weigh_what_their_parts_come_to(void **state)
{
    (void)state;
    /* a 60% and half of 40%: 80 to 20. */
    expect_figures(REPAID SALE("2012-03-01", "100"), "a.received 80.00, b.received 20.00");
    /* Of 50 more a has 20 open, b takes 30. */
    expect_figures(REPAID SALE("2012-03-01", "100") SALE("2012-03-02", "50"),
                   "a.received 100.00, b.received 50.00, c.received 0.00");
    expect_figures(REPAID SALE("2012-03-01", "100") SALE("2012-03-02", "50")
                       SALE("2012-03-03", "60"),
                   "a.received 100.00, b.received 100.00, c.received 10.00");
}

static void a_divided_repayment_is_taken_back(void **state)
{
    (void)state;
    expect_figures(REPAID SALE("2012-03-01", "100")
                       SALE("2012-03-02", "50") "2012-03-03 reverse 2012-03-02\n",
                   "a.received 80.00, b.received 20.00");
    expect_figures(REPAID SALE("2012-03-01", "100")
                       SALE("2012-03-02", "50") "2012-03-03 reverse 2012-03-02\n"
                                                "2012-03-04 income 110 from x class sale of p\n",
                   "a.received 100.00, b.received 100.00, c.received 10.00");
}

static void a_late_cost_weighs_in_a_divided_repayment(void **state)
{
    (void)state;
    /* Known late, b's cost is 300: a 60% and a quarter of 40%, 70 to 30. */
    expect_figures(REPAID SALE("2012-03-01", "100") "2012-03-02 effective 2012-02-03 b spends 200 "
                                                    "x for p\n",
                   "a.received 70.00, b.received 30.00");
}

static void a_part_without_anybody_leaves_it_to_the_others(void **state)
{
    (void)state;
    expect_figures(CLAUSE "  share sale\n"
                          "    until cost repaid\n"
                          "      40% to makers by invention\n"
                          "      45% to a\n"
                          "      15% to b\n"
                          "    rest to c\n" COSTS SALE("2012-03-01", "100"),
                   "a.received 75.00, b.received 25.00");
}

static void a_divided_return_gives_nobody_more_than_its_own(void **state)
{
    (void)state;
    /* 365 days at 10%: 100 each. 150 by 3:1 would be 112.50; a takes 100, b 50. */
    expect_figures(CLAUSE "  share sale\n"
                          "    10% yearly on cost\n"
                          "      3/4 to a\n"
                          "      1/4 to b\n"
                          "    rest to c\n"
                          "2013-01-01 a spends 1,000 x for p\n"
                          "2013-01-01 b spends 1,000 x for p\n" SALE("2014-01-01", "150")
                              SALE("2014-01-01", "70"),
                   "a.received 100.00, b.received 100.00, c.received 20.00");
}

static void parts_of_a_repayment_hold_together(void **state)
{
    (void)state;
    expect_codes(CLAUSE "  share sale\n    until cost repaid\n      60% to a\n      40% to fund f\n"
                        "    rest to c\n",
                 "E226");
    expect_codes(CLAUSE "  share sale\n    until cost repaid\n      60% to a\n      30% to b\n"
                        "    rest to c\n",
                 "E213");
}

/* ---- losses ---- */

#define BORNE                                                                                      \
    CLAUSE "  bear project loss\n"                                                                 \
           "    up to 90 in all\n"                                                                 \
           "      60% from a\n"                                                                    \
           "      40% equally from b, c, at most 10 each\n"                                        \
           "    rest from c\n"

static void the_parts_of_a_loss_bear_up_to_their_limits(void **state)
{
    (void)state;
    /* 30; 10 each. */
    expect_figures(BORNE "2012-03-01 loss 50 of p\n",
                   "a.borne 30.00, b.borne 10.00, c.borne 10.00");
    /* Of 50 more 40 are in the limit: 24, and 16 that nobody of the part can bear; with the 10
     * beyond it c bears 26. */
    expect_figures(BORNE "2012-03-01 loss 50 of p\n2012-03-02 loss 50 of p\n",
                   "a.borne 54.00, b.borne 10.00, c.borne 36.00");
    /* 74 were borne in the limit, so 16 are left of it: 9.60, and 90.40 for c. */
    expect_figures(BORNE
                   "2012-03-01 loss 50 of p\n2012-03-02 loss 50 of p\n2012-03-03 loss 100 of p\n",
                   "a.borne 63.60, b.borne 10.00, c.borne 126.40, uncovered 0.00");
}

static void a_divided_loss_is_taken_back(void **state)
{
    (void)state;
    expect_figures(BORNE "2012-03-01 loss 50 of p\n2012-03-02 loss 50 of p\n"
                         "2012-03-03 reverse 2012-03-02\n",
                   "a.borne 30.00, b.borne 10.00, c.borne 10.00");
    expect_figures(BORNE "2012-03-01 loss 50 of p\n2012-03-02 loss 50 of p\n"
                         "2012-03-03 reverse 2012-03-01\n2012-03-04 loss 50 of p\n",
                   "a.borne 54.00, b.borne 10.00, c.borne 36.00");
}

static void a_late_loss_runs_first(void **state)
{
    (void)state;
    expect_figures(BORNE "2012-03-01 loss 50 of p\n2012-03-02 effective 2012-02-01 loss 50 of p\n",
                   "a.borne 54.00, b.borne 10.00, c.borne 36.00");
}

#define FUNDED(parts)                                                                              \
    CLAUSE "  share interest\n"                                                                    \
           "    rest to fund f\n"                                                                  \
           "  bear project loss\n" parts "2012-02-01 income 10 from x class interest\n"

static void what_a_part_cannot_bear_goes_to_the_rest(void **state)
{
    (void)state;
    /* The fund holds 10 of its 50; 90 by halves. */
    expect_figures(FUNDED("    rest\n"
                          "      50% from fund f\n"
                          "      rest equally from a, b\n") "2012-03-01 loss 100 of p\n",
                   "fund.f 0.00, a.borne 45.00, b.borne 45.00");
    expect_figures(FUNDED("    rest\n"
                          "      50% from fund f\n"
                          "      50% equally from a, b\n") "2012-03-01 loss 100 of p\n",
                   "fund.f 0.00, a.borne 25.00, b.borne 25.00, uncovered 40.00");
    /* Nobody made anything: 100 go to the rest. */
    expect_figures(FUNDED("    100\n"
                          "      50% by invention from makers\n"
                          "      rest from c\n") "2012-03-01 loss 120 of p\n",
                   "c.borne 100.00, uncovered 20.00");
}

static void parts_of_a_loss_hold_together(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "    rest\n      50% from a\n      40% from b\n",
        "    rest\n      50% from a\n      5 from b\n",
        "    rest from c\n      50% from a\n      50% from b\n",
        "    rest\n      50%\n        rest from a\n      50% from b\n",
    };
    static const char *const codes[] = {"E213", "E229", "E227", "E230"};
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        char text[1024];
        (void)snprintf(text, sizeof text, CLAUSE "  bear project loss\n%s", parts[i]);
        expect_codes(text, codes[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recipients_weigh_what_their_parts_come_to),
        cmocka_unit_test(a_divided_repayment_is_taken_back),
        cmocka_unit_test(a_late_cost_weighs_in_a_divided_repayment),
        cmocka_unit_test(a_part_without_anybody_leaves_it_to_the_others),
        cmocka_unit_test(a_divided_return_gives_nobody_more_than_its_own),
        cmocka_unit_test(parts_of_a_repayment_hold_together),
        cmocka_unit_test(the_parts_of_a_loss_bear_up_to_their_limits),
        cmocka_unit_test(a_divided_loss_is_taken_back),
        cmocka_unit_test(a_late_loss_runs_first),
        cmocka_unit_test(what_a_part_cannot_bear_goes_to_the_rest),
        cmocka_unit_test(parts_of_a_loss_hold_together),
    };
    return cmocka_run_group_tests_name("divided", tests, NULL, NULL);
}
