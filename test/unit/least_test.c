/* Tiers that give a party so much at least, and recipients who are the others. Each figure is
 * worked out beside its text. */
#include "unit.h"

#include "engine.h"

#include <stdio.h>

#define CLAUSE THREE "  project p \"P\"\narticle 2 \"Benefit\"\n  fund f \"F\"\n"
#define SALE(date, amount) date " income " amount " from x class sale\n"

/* ---- so much at least ---- */

#define LEAST                                                                                      \
    CLAUSE "  share sale\n"                                                                        \
           "    10% to c\n"                                                                        \
           "    until c has 100 yearly to c\n"                                                     \
           "    rest\n"                                                                            \
           "      75% to a\n"                                                                      \
           "      25% to c\n"

static void a_party_has_so_much_at_least(void **state)
{
    (void)state;
    /* 4 and 36; then 6, 54 to make 100 of 46. */
    expect_figures(LEAST SALE("2012-02-01", "40"), "c.received 40.00, a.received 0.00");
    /* Of 100: 10, then 50 that are missing; 40 left, 30 and 10. */
    expect_figures(LEAST SALE("2012-02-01", "40") SALE("2012-03-01", "100"),
                   "c.received 110.00, a.received 30.00");
    /* It has more than 100: 10, and 67.50 and 22.50. */
    expect_figures(LEAST SALE("2012-02-01", "40") SALE("2012-03-01", "100")
                       SALE("2012-04-01", "100"),
                   "c.received 142.50, a.received 97.50");
}

static void a_year_begins_anew(void **state)
{
    (void)state;
    expect_figures(LEAST SALE("2012-02-01", "140") SALE("2013-01-01", "50"),
                   "c.received 160.00, a.received 30.00");
    /* Taken back, and given again. */
    expect_figures(LEAST SALE("2012-02-01", "140") "2012-02-02 reverse 2012-02-01\n",
                   "c.received 0.00, a.received 0.00");
    expect_figures(
        LEAST SALE("2012-02-01", "140") "2012-02-02 reverse 2012-02-01\n" SALE("2012-03-01", "140"),
        "c.received 110.00, a.received 30.00");
    /* Written late, 40 of the same year go before the 140. */
    expect_figures(
        LEAST SALE("2012-03-01", "100") "2012-03-02 effective 2012-02-01 income 40 from x "
                                        "class sale\n",
        "c.received 110.00, a.received 30.00");
}

static void in_all_it_counts_once(void **state)
{
    (void)state;
    expect_figures(CLAUSE "  share sale\n"
                          "    until c has 100 to c\n"
                          "    rest to a\n" SALE("2012-02-01", "60") SALE("2013-02-01", "60"),
                   "c.received 100.00, a.received 20.00");
}

static void what_a_party_gets_only_in_part_goes_on_until_it_is_enough(void **state)
{
    (void)state;
    /* c has 60% of the tier: 166.66 give it 99.99…, in whole units at most 100. */
    expect_figures(CLAUSE "  share sale\n"
                          "    until c has 100\n"
                          "      60% to c\n"
                          "      40% to b\n"
                          "    rest to a\n" SALE("2012-02-01", "300"),
                   "c.received 100.00, b.received 66.66, a.received 133.34");
}

static void what_is_repaid_is_not_given(void **state)
{
    (void)state;
    /* 50 of cost come back to c; then 30 at least. */
    expect_figures(CLAUSE "  share sale\n"
                          "    until cost repaid to funders by cost\n"
                          "    until c has 30 to c\n"
                          "    rest to a\n"
                          "2012-02-01 c spends 50 x for p\n"
                          "2012-02-02 income 100 from x class sale of p\n",
                   "c.received 80.00, a.received 20.00");
}

/* ---- others ---- */

static void others_are_members_who_are_not_named(void **state)
{
    (void)state;
    expect_figures(CLAUSE "  share sale\n"
                          "    20% to a\n"
                          "    rest to others equally\n" SALE("2012-02-01", "100"),
                   "a.received 20.00, b.received 40.00, c.received 40.00");
    /* In a division those of its own lines; enterprises name nobody. */
    expect_figures(CLAUSE "  share sale\n"
                          "    10% to c\n"
                          "    10% to enterprises equally\n"
                          "    rest\n"
                          "      50% to b\n"
                          "      50% to others equally\n" SALE("2012-02-01", "100"),
                   "a.received 30.00, b.received 40.00, c.received 30.00");
    expect_figures(CLAUSE "  bear project loss\n"
                          "    up to 50 in all from a\n"
                          "    rest equally from others\n2012-02-01 loss 100 of p\n",
                   "a.borne 50.00, b.borne 25.00, c.borne 25.00");
}

static void who_joins_is_among_the_others(void **state)
{
    (void)state;
    expect_figures(CLAUSE "  share sale\n"
                          "    20% to a\n"
                          "    rest to others equally\n"
                          "2012-02-01 join d other \"D\"\n" SALE("2012-02-02", "110"),
                   "a.received 22.00, b.received 29.34, c.received 29.33, d.received 29.33");
}

static void who_is_meant_must_be_clear(void **state)
{
    (void)state;
    expect_codes(CLAUSE "  share sale\n    rest to affected by capital\n", "E287");
    expect_codes(CLAUSE "  share sale\n    10% to fund f\n    rest to others equally\n", "E288");
    expect_codes(CLAUSE "  bear liability\n    rest by capital from affected\n", "E287");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_party_has_so_much_at_least),
        cmocka_unit_test(a_year_begins_anew),
        cmocka_unit_test(in_all_it_counts_once),
        cmocka_unit_test(what_a_party_gets_only_in_part_goes_on_until_it_is_enough),
        cmocka_unit_test(what_is_repaid_is_not_given),
        cmocka_unit_test(others_are_members_who_are_not_named),
        cmocka_unit_test(who_joins_is_among_the_others),
        cmocka_unit_test(who_is_meant_must_be_clear),
    };
    return cmocka_run_group_tests_name("least", tests, NULL, NULL);
}
