/* Money: checked arithmetic, currencies, reading of decimals, writing against a plain writer. */
#include "unit.h"

#include "num/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void arithmetic_is_checked(void **state)
{
    (void)state;
    int64_t out = 7;
    assert_int_equal(money_add(&out, 2, 3), OK);
    assert_int_equal(out, 5);
    assert_int_equal(money_add(&out, INT64_MAX, 1), ERR_OVERFLOW);
    assert_int_equal(money_sub(&out, INT64_MIN, 1), ERR_OVERFLOW);
    assert_int_equal(money_neg(&out, INT64_MIN), ERR_OVERFLOW);
    assert_int_equal(money_mul(&out, INT64_MAX / 2 + 1, 2), ERR_OVERFLOW);
    assert_int_equal(money_mul(&out, INT64_MIN, -1), ERR_OVERFLOW);
    assert_int_equal(out, 5); /* untouched by what was refused */
    assert_int_equal(money_sub(&out, INT64_MIN, -1), OK);
    assert_true(out == INT64_MIN + 1);
    assert_int_equal(money_neg(&out, INT64_MAX), OK);
    assert_true(out == -INT64_MAX);
    assert_int_equal(money_mul(&out, -4, 25), OK);
    assert_int_equal(out, -100);
    assert_int_equal(money_add(&out, out, out), OK); /* an operand may be the result */
    assert_int_equal(out, -200);
}

static void currencies(void **state)
{
    (void)state;
    static const char *const two[] = {"CNY", "EUR", "USD", "NOK", "GBP", "HKD", "ZWG"};
    for (size_t i = 0; i + 1 < ARRAY_LEN(two); i++) {
        assert_int_equal(currency_digits(str_from(two[i])), 2);
    }
    assert_int_equal(currency_digits(STR("JPY")), 0);
    assert_int_equal(currency_digits(STR("BIF")), 0);
    assert_int_equal(currency_digits(STR("KWD")), 3);
    assert_int_equal(currency_digits(STR("TND")), 3);
    assert_int_equal(currency_digits(STR("CLF")), 4);
    assert_int_equal(currency_digits(STR("XXX")), -1);
    assert_int_equal(currency_digits(STR("cny")), -1);
    assert_int_equal(currency_digits(STR("CN")), -1);
    assert_int_equal(currency_digits(STR("CNYE")), -1);
    assert_int_equal(currency_digits(STR("NY ")), -1); /* not across the rows of the table */
    assert_int_equal(currency_digits((struct str){0}), -1);
}

static void decimals_become_minor_units(void **state)
{
    (void)state;
    int64_t out = -1;
    assert_int_equal(money_from_decimal(&out, 105, 1, 2), OK); /* 10.5 */
    assert_int_equal(out, 1050);
    assert_int_equal(money_from_decimal(&out, -1050, 2, 2), OK);
    assert_int_equal(out, -1050);
    assert_int_equal(money_from_decimal(&out, 12, 0, 0), OK);
    assert_int_equal(out, 12);
    assert_int_equal(money_from_decimal(&out, 7, 0, 3), OK);
    assert_int_equal(out, 7000);
    assert_int_equal(money_from_decimal(&out, 10500, 3, 2), ERR_RANGE); /* 10.500 says too much */
    assert_int_equal(money_from_decimal(&out, 0, 1, 0), ERR_RANGE);
    assert_int_equal(money_from_decimal(&out, INT64_MAX / 100 + 1, 0, 2), ERR_OVERFLOW);
    assert_int_equal(out, 7000);
    assert_int_equal(money_from_decimal(&out, INT64_MAX / 100, 0, 2), OK);
    assert_int_equal(money_from_decimal(&out, INT64_MIN / 100 - 1, 0, 2), ERR_OVERFLOW);
    assert_int_equal(money_from_decimal(&out, INT64_MIN, 2, 2), OK);
    assert_true(out == INT64_MIN);
}

static void assert_format(int64_t amount, unsigned digits, bool group, const char *expected)
{
    char text[MONEY_TEXT_BYTES];
    size_t length =
        money_format(text, amount, digits, (struct money_format_options){.group_thousands = group});
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

static void money_is_written_with_all_digits(void **state)
{
    (void)state;
    assert_format(0, 2, false, "0.00");
    assert_format(5, 2, false, "0.05");
    assert_format(-5, 2, true, "-0.05");
    assert_format(-100, 2, false, "-1.00");
    assert_format(3333334, 2, false, "33333.34");
    assert_format(3333334, 2, true, "33,333.34");
    assert_format(100000000, 2, true, "1,000,000.00");
    assert_format(100000, 2, true, "1,000.00");
    assert_format(99999, 2, true, "999.99");
    assert_format(120, 0, false, "120");
    assert_format(1000, 0, true, "1,000");
    assert_format(0, 0, true, "0");
    assert_format(1001, 3, true, "1.001");
    assert_format(12345678, 4, true, "1,234.5678");
    assert_format(INT64_MAX, 2, true, "92,233,720,368,547,758.07");
    assert_format(INT64_MIN, 2, true, "-92,233,720,368,547,758.08");
    assert_format(INT64_MIN, 0, true, "-9,223,372,036,854,775,808");
    assert_format(INT64_MIN, 4, false, "-922337203685477.5808");
}

/* Against a writer that does one digit at a time, for every length of number. */
static void plain_format(char *out, int64_t amount, unsigned digits, bool group)
{
    char reversed[64], digit_text[32];
    size_t length = 0, count = 0;
    uint64_t size = amount < 0 ? -(uint64_t)amount : (uint64_t)amount;
    int written = snprintf(digit_text, sizeof digit_text, "%0*" PRIu64, (int)digits + 1, size);
    for (int i = written - 1; i >= 0; i--, count++) {
        if (count == digits && digits > 0) reversed[length++] = '.';
        if (group && count > digits && (count - digits) % 3 == 0) reversed[length++] = ',';
        reversed[length++] = digit_text[i];
    }
    if (amount < 0) reversed[length++] = '-';
    for (size_t i = 0; i < length; i++) out[i] = reversed[length - 1 - i];
    out[length] = '\0';
}

static void writing_equals_plain_writing(void **state)
{
    (void)state;
    char expected[64];
    for (uint64_t power = 1; power <= 1000000000000000000u; power *= 10) {
        for (int64_t step = -11; step <= 11; step++) {
            int64_t amount = (int64_t)(power * (uint64_t)(step < 0 ? -step % 9 : step % 9)) + step;
            for (unsigned digits = 0; digits <= MONEY_DIGITS_MAX; digits++) {
                plain_format(expected, amount, digits, true);
                assert_format(amount, digits, true, expected);
                plain_format(expected, -amount, digits, false);
                assert_format(-amount, digits, false, expected);
            }
        }
        if (power == 1000000000000000000u) break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_is_checked),
        cmocka_unit_test(currencies),
        cmocka_unit_test(decimals_become_minor_units),
        cmocka_unit_test(money_is_written_with_all_digits),
        cmocka_unit_test(writing_equals_plain_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
