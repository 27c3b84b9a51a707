/* Money: checked arithmetic, the table of currencies, and writing, which is on the path of every
 * line that heqi streams out. */
#include "num/money.h"

#include <string.h>

enum status money_add(int64_t *out, int64_t a, int64_t b)
{
    int64_t sum;
    if (__builtin_add_overflow(a, b, &sum)) return ERR_OVERFLOW;
    *out = sum;
    return OK;
}

enum status money_sub(int64_t *out, int64_t a, int64_t b)
{
    int64_t difference;
    if (__builtin_sub_overflow(a, b, &difference)) return ERR_OVERFLOW;
    *out = difference;
    return OK;
}

enum status money_neg(int64_t *out, int64_t a)
{
    return money_sub(out, 0, a);
}

enum status money_mul(int64_t *out, int64_t a, int64_t b)
{
    int64_t product;
    if (__builtin_mul_overflow(a, b, &product)) return ERR_OVERFLOW;
    *out = product;
    return OK;
}

/* Codes in use, by digits of the minor unit; each code is three letters and a space. */
static const char *const codes_by_digits[MONEY_DIGITS_MAX + 1] = {
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ",
    "",
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN "
    "QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
    "TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ",
    "BHD IQD JOD KWD LYD OMR TND ",
    "CLF UYW ",
};

const char *currency_codes(unsigned digits)
{
    CHECK(digits <= MONEY_DIGITS_MAX);
    return codes_by_digits[digits];
}

int currency_digits(struct str code)
{
    if (code.len != 3) return -1;
    for (unsigned digits = 0; digits <= MONEY_DIGITS_MAX; digits++) {
        for (const char *row = codes_by_digits[digits]; *row; row += 4) {
            if (memcmp(row, code.ptr, 3) == 0) return (int)digits;
        }
    }
    return -1;
}

enum status money_from_decimal(int64_t *out, int64_t mantissa, unsigned scale,
                               unsigned minor_digits)
{
    CHECK(minor_digits <= MONEY_DIGITS_MAX);
    if (scale > minor_digits) return ERR_RANGE;
    for (; scale < minor_digits; scale++) {
        if (__builtin_mul_overflow(mantissa, 10, &mantissa)) return ERR_OVERFLOW;
    }
    *out = mantissa;
    return OK;
}

static const char two_digits[] = "00010203040506070809101112131415161718192021222324"
                                 "25262728293031323334353637383940414243444546474849"
                                 "50515253545556575859606162636465666768697071727374"
                                 "75767778798081828384858687888990919293949596979899";

/* Writes the digits of value, and zeros up to at least count of them, ending before end. */
static char *write_digits(char *end, uint64_t value, unsigned count)
{
    char *first = end - count;
    for (; value >= 10; value /= 100) {
        end -= 2;
        memcpy(end, two_digits + value % 100 * 2, 2);
    }
    if (value) *--end = (char)('0' + value);
    while (end > first) *--end = '0';
    return end;
}

/* The same with a comma before every third digit from the right. */
static char *write_grouped(char *end, uint64_t value)
{
    for (; value >= 1000; value /= 1000) {
        end = write_digits(end, value % 1000, 3);
        *--end = ',';
    }
    return write_digits(end, value, 1);
}

size_t money_format(char out[MONEY_TEXT_BYTES], int64_t amount_minor, unsigned digits,
                    struct money_format_options options)
{
    static const uint64_t powers[MONEY_DIGITS_MAX + 1] = {1, 10, 100, 1000, 10000};
    CHECK(digits <= MONEY_DIGITS_MAX);
    uint64_t size = amount_minor < 0 ? -(uint64_t)amount_minor : (uint64_t)amount_minor;
    uint64_t major = digits == 2 ? size / 100 : size / powers[digits];

    char text[MONEY_TEXT_BYTES];
    char *end = text + sizeof text, *from = end;
    if (digits) {
        from = write_digits(from, size - major * powers[digits], digits);
        *--from = '.';
    }
    from = options.group_thousands ? write_grouped(from, major) : write_digits(from, major, 1);
    if (amount_minor < 0) *--from = '-';

    size_t length = (size_t)(end - from);
    memcpy(out, from, length);
    out[length] = '\0';
    return length;
}
