/* Outlines, tables and formulas: columns that hold in both scripts, factors as people read them. */
#include "unit.h"

#include "report/formula.h"
#include "report/rows.h"
#include "report/table.h"

/* ---- outlines and tables ---- */

static void amounts_and_origins_stand_in_columns(void **state)
{
    (void)state;
    struct arena a;
    struct rows r;
    arena_init(&a);
    rows_init(&r, &a);
    uint32_t group = rows_group(&r);
    rows_add(&r, (struct row){.label = STR("基金"), .amount = STR("7.00"), .origin = STR("x")});
    rows_add(&r, (struct row){.indent = 1, .group = group, .amount = STR("1,234.50")});
    rows_add(&r, (struct row){.indent = 1,
                              .group = group,
                              .amount = STR("0.50"),
                              .formula = STR("= 1.00 × 50%"),
                              .origin = STR("y")});
    ASSERT_TEXT(rows_text(&r), "基金 7.00                x\n"
                               "  1,234.50\n"
                               "      0.50 = 1.00 × 50%  y\n");
    arena_release(&a);
}

static void running_text_wraps_between_pieces(void **state)
{
    (void)state;
    struct arena a;
    struct rows r;
    arena_init(&a);
    rows_init(&r, &a);
    for (int i = 0; i < 12; i++) rows_flow(&r, (struct row){.indent = 1}, STR("+ member 1.00"));
    assert_int_equal(r.count, 2); /* six pieces of 13 columns and five spaces are 83, seven 97 */
    arena_release(&a);
}

static void a_table_counts_columns_of_a_terminal(void **state)
{
    (void)state;
    struct arena a;
    struct table t;
    arena_init(&a);
    table_init(&t, &a, 2);
    table_cell(&t, STR("成员"));
    table_cell(&t, STR("应得"));
    table_rule(&t);
    table_cell(&t, STR("lab"));
    table_cell(&t, STR("12.00"));
    ASSERT_TEXT(table_text(&t), "成员   应得\n"
                                "----  -----\n"
                                "lab   12.00\n");
    arena_release(&a);
}

/* ---- formulas ---- */

static struct str formula_text(struct arena *a, const struct why *why)
{
    struct known none = {.arena = a};
    return formula_of(&none, why, 2, LANG_EN).text;
}

static const struct why *share(struct arena *a, const struct why *of, const char *fraction)
{
    return why_share(a, of, str_from(fraction), (struct why_parts){.arena = a}, NULL, NULL);
}

static const struct why *rounded(struct arena *a, const struct why *of, int64_t units)
{
    return why_round(a, of, units, INDEX_NONE, NULL, NULL);
}

static void amounts_that_are_not_whole_say_so(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    ASSERT_TEXT(formula_amount(&a, STR("123456789"), 2), "1,234,567.89");
    ASSERT_TEXT(formula_amount(&a, STR("-10000000/3"), 2), "-33,333.33…");
    ASSERT_TEXT(formula_amount(&a, STR("5"), 0), "5");
    arena_release(&a);
}

static void shares_of_shares_are_one_product(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    const struct why *all = why_leaf(&a, 0, NULL, 100000);
    const struct why *part = rounded(&a, share(&a, all, "3/5"), 60000);
    const struct why *third = share(&a, part, "1/3");
    ASSERT_TEXT(formula_text(&a, rounded(&a, third, 20000)), "= 1,000.00 × 60% × 1/3");
    /* A rounding that changed something is a step of its own. */
    part = rounded(&a, share(&a, all, "1/3"), 33334);
    ASSERT_TEXT(formula_text(&a, share(&a, part, "1/2")), "= 333.34 × 50%");
    arena_release(&a);
}

static void only_an_odd_rounding_is_told(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    const struct why *third = share(&a, why_leaf(&a, 0, NULL, 10000), "1/3"); /* 3,333.33… fen */
    ASSERT_TEXT(formula_text(&a, rounded(&a, third, 3333)), "= 100.00 × 1/3");
    ASSERT_TEXT(formula_text(&a, rounded(&a, third, 3334)), "= 100.00 × 1/3 + 0.01 rounding");
    ASSERT_TEXT(formula_text(&a, rounded(&a, third, 3331)), "= 100.00 × 1/3 − 0.02 rounding");
    const struct why *half = share(&a, why_leaf(&a, 0, NULL, 101), "1/2");
    ASSERT_TEXT(formula_text(&a, rounded(&a, half, 50)), "= 1.01 × 50%");
    ASSERT_TEXT(formula_text(&a, rounded(&a, half, 51)), "= 1.01 × 50%");
    arena_release(&a);
}

static void a_share_by_a_measure_shows_the_measure(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct why_parts basis = {.arena = &a};
    why_add(&basis, why_leaf(&a, 0, NULL, 200000000));
    why_add(&basis, why_leaf(&a, 0, NULL, 1110000000));
    const struct why *all = why_leaf(&a, 0, NULL, 111000);
    const struct why *w = why_share(&a, all, STR("20/111"), basis, NULL, NULL);
    ASSERT_TEXT(formula_text(&a, w), "= 1,110.00 × 2,000,000/11,100,000");
    /* Another part than that of the measure is not passed off as it. */
    w = why_share(&a, all, STR("1/5"), basis, NULL, NULL);
    ASSERT_TEXT(formula_text(&a, w), "= 1,110.00 × 20%");
    arena_release(&a);
}

static void minus_and_whole_are_no_factors(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    const struct why *all = why_leaf(&a, 0, NULL, 10000);
    struct known none = {.arena = &a};
    struct formula f = formula_of(&none, why_minus(&a, share(&a, all, "1/4")), 2, LANG_EN);
    ASSERT_TEXT(f.amount, "-25.00");
    ASSERT_TEXT(f.text, "= 100.00 × 25%");
    assert_ptr_equal(f.base, all);
    ASSERT_TEXT(formula_text(&a, rounded(&a, share(&a, all, "1"), 10000)), "");
    ASSERT_TEXT(formula_text(&a, share(&a, why_minus(&a, all), "1/4")), "= -100.00 × 25%");
    arena_release(&a);
}

static void an_unspeakable_fraction_is_only_a_part(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    const struct why *all = why_leaf(&a, 0, NULL, 5000);
    ASSERT_TEXT(formula_text(&a, share(&a, all, "1667/2500")), "of 50.00");
    ASSERT_TEXT(formula_text(&a, rounded(&a, all, 4999)), "= 50.00 − 0.01 rounding");
    ASSERT_TEXT(formula_text(&a, all), "");
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_and_origins_stand_in_columns),
        cmocka_unit_test(running_text_wraps_between_pieces),
        cmocka_unit_test(a_table_counts_columns_of_a_terminal),
        cmocka_unit_test(amounts_that_are_not_whole_say_so),
        cmocka_unit_test(shares_of_shares_are_one_product),
        cmocka_unit_test(only_an_odd_rounding_is_told),
        cmocka_unit_test(a_share_by_a_measure_shows_the_measure),
        cmocka_unit_test(minus_and_whole_are_no_factors),
        cmocka_unit_test(an_unspeakable_fraction_is_only_a_part),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
