/* Small ratios: lowest terms, edges of int64, and every operation against rationals of any size. */
#include "unit.h"

#include "num/rat.h"
#include "num/ratio.h"

static uint64_t random_state;

static uint64_t random_u64(void)
{
    uint64_t z = (random_state += 0x9e3779b97f4a7c15u); /* splitmix64 (Steele, Lea, Flood 2014) */
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* All sizes of numbers equally often. */
static int64_t random_i64(void)
{
    int64_t size = (int64_t)(random_u64() >> (1 + random_u64() % 63));
    return random_u64() % 2 ? size : -size;
}

static void assert_ratio(struct ratio r, int64_t num, int64_t den)
{
    assert_true(r.num == num);
    assert_true(r.den == den);
}

static void ratios_are_in_lowest_terms(void **state)
{
    (void)state;
    struct ratio r = RATIO_ONE;
    assert_int_equal(ratio_make(&r, 6, -4), OK);
    assert_ratio(r, -3, 2);
    assert_int_equal(ratio_make(&r, 0, -7), OK);
    assert_ratio(r, 0, 1);
    assert_int_equal(ratio_make(&r, INT64_MIN, INT64_MIN), OK);
    assert_ratio(r, 1, 1);
    assert_int_equal(ratio_make(&r, INT64_MIN, -2), OK);
    assert_ratio(r, INT64_C(1) << 62, 1);
    assert_int_equal(ratio_make(&r, 2, INT64_MIN), OK);
    assert_ratio(r, -1, INT64_C(1) << 62);
    assert_int_equal(ratio_make(&r, INT64_MIN, 1), OK);
    assert_ratio(r, INT64_MIN, 1);
    assert_int_equal(ratio_make(&r, INT64_MIN, -1), ERR_OVERFLOW);
    assert_int_equal(ratio_make(&r, 1, INT64_MIN), ERR_OVERFLOW);
    assert_int_equal(ratio_make(&r, 1, 0), ERR_RANGE);
    assert_ratio(r, INT64_MIN, 1); /* untouched by what was refused */
}

static void decimals_and_percentages(void **state)
{
    (void)state;
    struct ratio r = RATIO_ZERO;
    assert_int_equal(ratio_from_decimal(&r, 5, 2), OK);
    assert_ratio(r, 1, 20);
    assert_int_equal(ratio_from_decimal(&r, -62000, 4), OK);
    assert_ratio(r, -31, 5);
    assert_int_equal(ratio_from_decimal(&r, 1, 18), OK);
    assert_ratio(r, 1, INT64_C(1000000000000000000));
    assert_int_equal(ratio_from_decimal(&r, 5000, 22), OK); /* 5 * 10^-19 = 1/(2 * 10^18) */
    assert_ratio(r, 1, INT64_C(2000000000000000000));
    assert_int_equal(ratio_from_decimal(&r, 0, UINT32_MAX), OK);
    assert_ratio(r, 0, 1);
    assert_int_equal(ratio_from_decimal(&r, 1, 19), ERR_OVERFLOW);
    assert_int_equal(ratio_from_decimal(&r, 1, UINT32_MAX), ERR_OVERFLOW);
    assert_int_equal(ratio_from_percent(&r, 60, 0), OK);
    assert_ratio(r, 3, 5);
    assert_int_equal(ratio_from_percent(&r, 125, 1), OK);
    assert_ratio(r, 1, 8);
    assert_int_equal(ratio_from_percent(&r, 1, UINT32_MAX), ERR_OVERFLOW);
}

static void operations_at_the_edges(void **state)
{
    (void)state;
    const struct ratio large = {INT64_MAX, 1}, small = {1, INT64_MAX}, minus = {INT64_MIN, 1};
    struct ratio r = RATIO_ZERO;
    assert_int_equal(ratio_add(&r, large, RATIO_ONE), ERR_OVERFLOW);
    assert_int_equal(ratio_sub(&r, minus, RATIO_ONE), ERR_OVERFLOW);
    assert_int_equal(ratio_mul(&r, minus, (struct ratio){-1, 1}), ERR_OVERFLOW);
    assert_int_equal(ratio_add(&r, small, small), OK);
    assert_ratio(r, 2, INT64_MAX);
    assert_int_equal(ratio_mul(&r, large, small), OK);
    assert_ratio(r, 1, 1);
    assert_int_equal(ratio_div(&r, small, minus), ERR_OVERFLOW);
    assert_int_equal(ratio_div(&r, minus, minus), OK);
    assert_ratio(r, 1, 1);
    assert_int_equal(ratio_div(&r, RATIO_ONE, RATIO_ZERO), ERR_RANGE);
    assert_true(ratio_compare(large, minus) > 0);
    assert_true(ratio_compare((struct ratio){INT64_MAX - 1, INT64_MAX},
                              (struct ratio){INT64_MAX - 2, INT64_MAX - 1}) > 0);
    assert_int_equal(ratio_sign(minus), -1);
    assert_int_equal(ratio_sign(RATIO_ZERO), 0);
    assert_int_equal(ratio_sign(small), 1);
    assert_true(ratio_equal(r, RATIO_ONE));
    assert_false(ratio_equal(r, RATIO_ZERO));
}

static void whole_of_a_ratio(void **state)
{
    (void)state;
    int64_t floor = 0, rest = 0;
    assert_int_equal(ratio_of(&floor, &rest, 9999, (struct ratio){3, 4}), OK);
    assert_int_equal(floor, 7499);
    assert_int_equal(rest, 1);
    assert_int_equal(ratio_of(&floor, &rest, -9999, (struct ratio){3, 4}), OK);
    assert_int_equal(floor, -7500);
    assert_int_equal(rest, 3);
    assert_int_equal(ratio_of(&floor, &rest, INT64_MIN, (struct ratio){-1, 1}), ERR_OVERFLOW);
    assert_int_equal(ratio_of(&floor, &rest, INT64_MIN, (struct ratio){1, 1}), OK);
    assert_true(floor == INT64_MIN);
    assert_int_equal(rest, 0);
}

/* The small result equals the large one, or does not fit. */
static void assert_agrees(enum status status, struct ratio small, const struct rat *large)
{
    struct rat set;
    rat_init(&set);
    if (status == OK) {
        rat_set_ratio(&set, small);
        assert_true(rat_equal(&set, large));
    } else {
        bool fits =
            mpz_fits_slong_p(mpq_numref(large->q)) && mpz_fits_slong_p(mpq_denref(large->q));
        assert_false(fits);
    }
    rat_clear(&set);
}

static void operations_equal_those_of_any_size(void **state)
{
    (void)state;
    struct rat x, y, z;
    rat_init(&x);
    rat_init(&y);
    rat_init(&z);
    random_state = 17;
    for (int round = 0; round < 20000; round++) {
        struct ratio a, b, r = RATIO_ZERO;
        if (ratio_make(&a, random_i64(), random_i64()) != OK) continue;
        if (ratio_make(&b, random_i64(), random_i64()) != OK) continue;
        rat_set_ratio(&x, a);
        rat_set_ratio(&y, b);
        rat_add(&z, &x, &y);
        assert_agrees(ratio_add(&r, a, b), r, &z);
        rat_sub(&z, &x, &y);
        assert_agrees(ratio_sub(&r, a, b), r, &z);
        rat_mul(&z, &x, &y);
        assert_agrees(ratio_mul(&r, a, b), r, &z);
        assert_int_equal(ratio_compare(a, b) > 0, rat_compare(&x, &y) > 0);
        assert_int_equal(ratio_compare(a, b) < 0, rat_compare(&x, &y) < 0);
        if (rat_sign(&y) == 0) continue;
        rat_div(&z, &x, &y);
        assert_agrees(ratio_div(&r, a, b), r, &z);
    }
    rat_clear(&x);
    rat_clear(&y);
    rat_clear(&z);
}

static void divisors_and_multiples(void **state)
{
    (void)state;
    uint64_t out = 3;
    assert_int_equal(gcd_u64(0, 5), 5);
    assert_int_equal(gcd_u64(5, 0), 5);
    assert_int_equal(gcd_u64(84, 36), 12);
    assert_true(gcd_u64(UINT64_MAX, UINT64_MAX) == UINT64_MAX);
    assert_int_equal(lcm_u64(&out, 4, 6), OK);
    assert_int_equal(out, 12);
    assert_int_equal(lcm_u64(&out, UINT64_MAX, UINT64_MAX - 1), ERR_OVERFLOW);
    assert_int_equal(out, 12);
    assert_int_equal(lcm_u64(&out, UINT64_MAX, 5), OK); /* 5 divides 2^64 - 1 */
    assert_true(out == UINT64_MAX);
    assert_int_equal(lcm_u64(&out, 0, 9), OK);
    assert_int_equal(out, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_are_in_lowest_terms),
        cmocka_unit_test(decimals_and_percentages),
        cmocka_unit_test(operations_at_the_edges),
        cmocka_unit_test(whole_of_a_ratio),
        cmocka_unit_test(operations_equal_those_of_any_size),
        cmocka_unit_test(divisors_and_multiples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
