/* Money: a whole number of minor units in int64, and how it is written.
 *
 * `amount_minor` counts the smallest unit of a currency: fen, cent, øre, fils; yen itself. The
 * currency travels beside it. Arithmetic is exact or refused with ERR_OVERFLOW; nothing is rounded
 * here, shares of an amount are num/ratio.h and num/stream.h.
 *
 * Source: ISO 4217:2015 with its maintained list one, columns alphabetic code and minor unit. */
#ifndef HEQI_NUM_MONEY_H
#define HEQI_NUM_MONEY_H

#include "base/str.h"

NODISCARD enum status money_add(int64_t *out, int64_t a, int64_t b);
NODISCARD enum status money_sub(int64_t *out, int64_t a, int64_t b);
NODISCARD enum status money_neg(int64_t *out, int64_t a);
NODISCARD enum status money_mul(int64_t *out, int64_t a, int64_t b);

/* Digits of the minor unit of an ISO 4217 code in capitals: CNY 2, JPY 0, KWD 3. -1 where the code
 * is not in the table. */
int currency_digits(struct str code);

/* The codes of so many digits, up to MONEY_DIGITS_MAX: three letters and a space each. */
const char *currency_codes(unsigned digits);

#define MONEY_DIGITS_MAX 4u

/* mantissa * 10^-scale major units, as written: 10.50 is (1050, 2). ERR_RANGE where more digits are
 * written than minor_digits (10.500 with 2: a third digit says that another unit was meant);
 * ERR_OVERFLOW. CHECKs minor_digits <= MONEY_DIGITS_MAX. */
NODISCARD enum status money_from_decimal(int64_t *out, int64_t mantissa, unsigned scale,
                                         unsigned minor_digits);

struct money_format_options {
    bool group_thousands; /* 1,234,567.80 */
};

/* Room for the longest text: sign, 19 digits, 6 commas, point, NUL, and a leading zero to spare. */
#define MONEY_TEXT_BYTES 32

/* Writes all minor digits and a NUL: -0.05, 10000000.00, 120. Returns the length without the NUL.
 * CHECKs digits <= MONEY_DIGITS_MAX. */
size_t money_format(char out[MONEY_TEXT_BYTES], int64_t amount_minor, unsigned digits,
                    struct money_format_options options);

#endif
