/* Rationals: text both ways, floors at the edges of their types, weights, kept values. */
#include "unit.h"

#include "num/rat.h"

#include <string.h>

static struct arena arena;
static struct rat r, s, t;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena);
    rat_init(&r);
    rat_init(&s);
    rat_init(&t);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    rat_clear(&r);
    rat_clear(&s);
    rat_clear(&t);
    arena_release(&arena);
    return 0;
}

#define I128_MAX ((i128)(~(u128)0 >> 1))
#define I128_MIN (-I128_MAX - 1)

static void text_is_in_lowest_terms(void **state)
{
    (void)state;
    ASSERT_TEXT(rat_text(&arena, &r), "0");
    rat_set_fraction(&r, 26, 6);
    ASSERT_TEXT(rat_text(&arena, &r), "13/3");
    rat_set_i64(&r, 10000000);
    ASSERT_TEXT(rat_text(&arena, &r), "10000000");
    rat_set_i64(&r, INT64_MIN);
    ASSERT_TEXT(rat_text(&arena, &r), "-9223372036854775808");
    rat_set_i128(&r, I128_MIN);
    ASSERT_TEXT(rat_text(&arena, &r), "-170141183460469231731687303715884105728");
    rat_set_fraction(&r, I128_MAX, ~(u128)0);
    ASSERT_TEXT(rat_text(&arena, &r), "170141183460469231731687303715884105727/"
                                      "340282366920938463463374607431768211455");
    rat_set_ratio(&r, (struct ratio){-1, 12});
    ASSERT_TEXT(rat_text(&arena, &r), "-1/12");
}

static void assert_refused(struct str text, enum status status)
{
    assert_int_equal(rat_set_text(&r, text), status);
    ASSERT_TEXT(rat_text(&arena, &r), "13/3"); /* untouched */
}

static void text_is_read_strictly(void **state)
{
    (void)state;
    assert_int_equal(rat_set_text(&r, STR("-6/4")), OK);
    ASSERT_TEXT(rat_text(&arena, &r), "-3/2");
    assert_int_equal(rat_set_text(&r, STR("007")), OK);
    ASSERT_TEXT(rat_text(&arena, &r), "7");
    assert_int_equal(rat_set_text(&r, STR("-0/5")), OK);
    ASSERT_TEXT(rat_text(&arena, &r), "0");
    assert_int_equal(rat_set_text(&r, STR("13/3")), OK);
    static const char *const wrong[] = {"",   "-",  "/",   "1/",   "/2",    "1/0", "1/-2", "+1",
                                        " 1", "1 ", "1.5", "0x10", "1/2/3", "--1", "1 /2", "a"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) assert_refused(str_from(wrong[i]), ERR_SYNTAX);
    assert_refused((struct str){"1\0", 2}, ERR_SYNTAX);
    char *long_text = arena_alloc(&arena, RAT_TEXT_BYTES_MAX + 1);
    memset(long_text, '1', RAT_TEXT_BYTES_MAX + 1);
    assert_refused((struct str){long_text, RAT_TEXT_BYTES_MAX + 1}, ERR_RANGE);
    assert_int_equal(rat_set_text(&r, (struct str){long_text, RAT_TEXT_BYTES_MAX}), OK);
    assert_true(rat_bits(&r) > 30000);
}

static void arithmetic(void **state)
{
    (void)state;
    rat_set_fraction(&r, 1, 3);
    rat_set_fraction(&s, 1, 6);
    rat_add(&t, &r, &s);
    ASSERT_TEXT(rat_text(&arena, &t), "1/2");
    rat_sub(&t, &s, &r);
    ASSERT_TEXT(rat_text(&arena, &t), "-1/6");
    assert_int_equal(rat_sign(&t), -1);
    rat_mul(&t, &r, &s);
    ASSERT_TEXT(rat_text(&arena, &t), "1/18");
    rat_div(&t, &r, &s);
    ASSERT_TEXT(rat_text(&arena, &t), "2");
    assert_true(rat_is_whole(&t));
    assert_false(rat_is_whole(&r));
    rat_neg(&t, &t);
    ASSERT_TEXT(rat_text(&arena, &t), "-2");
    rat_add(&r, &r, &r); /* an operand may be the result */
    ASSERT_TEXT(rat_text(&arena, &r), "2/3");
    assert_true(rat_compare(&r, &s) > 0);
    rat_set(&s, &r);
    assert_true(rat_equal(&s, &r));
    assert_int_equal(rat_compare(&s, &r), 0);
    assert_int_equal(rat_bits(&r), 2);
}

static void floors(void **state)
{
    (void)state;
    int64_t small = 9;
    i128 large = 9;
    rat_set_fraction(&r, -1, 3);
    assert_int_equal(rat_floor_i64(&small, &r), OK);
    assert_int_equal(small, -1);
    rat_set_fraction(&r, 7, 3);
    assert_int_equal(rat_floor_i64(&small, &r), OK);
    assert_int_equal(small, 2);
    rat_set_i64(&r, INT64_MIN);
    assert_int_equal(rat_floor_i64(&small, &r), OK);
    assert_true(small == INT64_MIN);
    rat_set_fraction(&s, 1, 2);
    rat_sub(&r, &r, &s);
    assert_int_equal(rat_floor_i64(&small, &r), ERR_OVERFLOW);
    assert_int_equal(rat_floor_i128(&large, &r), OK);
    assert_true(large == (i128)INT64_MIN - 1);
    rat_set_i128(&r, I128_MAX);
    assert_int_equal(rat_floor_i128(&large, &r), OK);
    assert_true(large == I128_MAX);
    rat_add(&r, &r, &s);
    assert_int_equal(rat_floor_i128(&large, &r), OK);
    rat_add(&r, &r, &s);
    assert_int_equal(rat_floor_i128(&large, &r), ERR_OVERFLOW);
    rat_set_i128(&r, I128_MIN);
    assert_int_equal(rat_floor_i128(&large, &r), OK);
    assert_true(large == I128_MIN);
    rat_sub(&r, &r, &s);
    assert_int_equal(rat_floor_i128(&large, &r), ERR_OVERFLOW);
    assert_int_equal(rat_floor_i64(&small, &r), ERR_OVERFLOW);
    assert_true(large == I128_MIN);
    assert_true(small == INT64_MIN);
}

static void proportions_become_weights(void **state)
{
    (void)state;
    uint64_t weights[3] = {0}, sum = 0;
    struct rat *values = rat_array(&arena, 3);
    rat_set_fraction(&values[0], 5, 2);
    rat_set_fraction(&values[2], 5, 3);
    assert_true(rat_weights(weights, &sum, values, 3)); /* 15 : 0 : 10 */
    assert_int_equal(weights[0], 3);
    assert_int_equal(weights[1], 0);
    assert_int_equal(weights[2], 2);
    assert_int_equal(sum, 5);
    rat_neg(&values[0], &values[0]);
    rat_neg(&values[2], &values[2]);
    assert_true(rat_weights(weights, &sum, values, 3));
    assert_int_equal(weights[0], 3);
    rat_set_i128(&values[0], ((i128)1 << 63) - 2);
    rat_set_i64(&values[1], 1);
    rat_set_i64(&values[2], 0);
    assert_true(rat_weights(weights, &sum, values, 3));
    assert_true(sum == ((uint64_t)1 << 63) - 1);
    rat_set_i64(&values[1], 5);
    assert_false(rat_weights(weights, &sum, values, 3));
    assert_true(sum == ((uint64_t)1 << 63) - 1);
    rat_clear_array(values, 3);
}

static void kept_values_live_in_the_arena(void **state)
{
    (void)state;
    struct kept_rat kept = {0};
    rat_set_i64(&r, 0);
    rat_keep(&kept, &arena, &r);
    assert_true(rat_equal(&kept.value, &r));
    assert_int_equal(rat_set_text(&r, STR("-123456789012345678901234567890/7")), OK);
    rat_keep(&kept, &arena, &r);
    assert_true(rat_equal(&kept.value, &r));
    mp_limb_t *room = kept.limbs;
    rat_set_fraction(&s, 1, 3);
    rat_keep(&kept, &arena, &s);
    assert_ptr_equal(kept.limbs, room); /* smaller ones reuse it */
    rat_add(&t, &kept.value, &s);
    ASSERT_TEXT(rat_text(&arena, &t), "2/3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(text_is_in_lowest_terms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_is_read_strictly, set_up, tear_down),
        cmocka_unit_test_setup_teardown(arithmetic, set_up, tear_down),
        cmocka_unit_test_setup_teardown(floors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(proportions_become_weights, set_up, tear_down),
        cmocka_unit_test_setup_teardown(kept_values_live_in_the_arena, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
