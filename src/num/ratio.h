/* Small exact ratios: shares, rates and percentages as they are written in an agreement.
 *
 * A ratio is in lowest terms with a positive denominator, so two of them are equal exactly when
 * their fields are. Zero is 0/1; zeroed memory is no ratio. Arithmetic is exact or refused: a
 * result whose terms leave int64 is ERR_OVERFLOW, never rounded; what must not be refused is
 * computed with num/rat.h. Out-parameters are untouched on failure and may be an operand's object.
 *
 * Source: Knuth, The Art of Computer Programming 2, 4.5.1 (fractions), 4.5.2 (Euclid). */
#ifndef HEQI_NUM_RATIO_H
#define HEQI_NUM_RATIO_H

#include "base/base.h"

struct ratio {
    int64_t num;
    int64_t den; /* > 0 */
};

#define RATIO_ZERO ((struct ratio){0, 1})
#define RATIO_ONE ((struct ratio){1, 1})

/* num/den, reduced. ERR_RANGE for den 0; ERR_OVERFLOW where the reduced terms do not fit, which
 * happens with INT64_MIN only. */
NODISCARD enum status ratio_make(struct ratio *out, int64_t num, int64_t den);

/* mantissa * 10^-scale, as a number is written: 0.05 is (5, 2). ERR_OVERFLOW where the reduced
 * denominator does not fit (a scale above 18 may still fit: 10^-20 * 10^3). */
NODISCARD enum status ratio_from_decimal(struct ratio *out, int64_t mantissa, unsigned scale);

/* A percentage: 60% is (60, 0), 12.5% is (125, 1). */
NODISCARD enum status ratio_from_percent(struct ratio *out, int64_t mantissa, unsigned scale);

NODISCARD enum status ratio_add(struct ratio *out, struct ratio a, struct ratio b);
NODISCARD enum status ratio_sub(struct ratio *out, struct ratio a, struct ratio b);
NODISCARD enum status ratio_mul(struct ratio *out, struct ratio a, struct ratio b);
NODISCARD enum status ratio_div(struct ratio *out, struct ratio a,
                                struct ratio b); /* ERR_RANGE: b 0 */

/* <0, 0, >0; exact for all ratios. */
int ratio_compare(struct ratio a, struct ratio b);
bool ratio_equal(struct ratio a, struct ratio b);
int ratio_sign(struct ratio a); /* -1, 0, 1 */

/* whole * r = *floor + *rest/r.den with 0 <= *rest < r.den. ERR_OVERFLOW. */
NODISCARD enum status ratio_of(int64_t *floor, int64_t *rest, int64_t whole, struct ratio r);

/* Greatest common divisor; gcd(0, x) = x. */
uint64_t gcd_u64(uint64_t a, uint64_t b);
u128 gcd_u128(u128 a, u128 b);

/* Least common multiple; 0 where one is 0. ERR_OVERFLOW past UINT64_MAX. */
NODISCARD enum status lcm_u64(uint64_t *out, uint64_t a, uint64_t b);

#endif
