/* Division of many numbers by one divisor, by multiplication with its reciprocal.
 *
 * The divisor is scaled by a power of two to `one`, in [2^62, 2^63), and with it what is divided.
 * From the reciprocal comes the fraction part/one in steps of 2^-64, less than 2 steps too low, and
 * from it the quotient number * part/one, which is right or 1 too low. The exact rest, which fits
 * 64 bits in both cases, tells which. The correction is rare where the number is far below 2^64.
 *
 * Source: the reciprocal v is that of N. Möller, T. Granlund, Improved division by invariant
 * integers, IEEE Transactions on Computers 60 (2011). */
#ifndef HEQI_NUM_STREAM_SCALE_H
#define HEQI_NUM_STREAM_SCALE_H

#include "base/base.h"

struct scale {
    uint64_t one; /* the divisor times 2^shift */
    uint64_t v;   /* floor((2^128 - 1)/(2 * one)) - 2^64 */
    int shift;
};

/* CHECKs 0 < divisor < 2^63. */
static inline struct scale scale_make(uint64_t divisor)
{
    CHECK(divisor > 0);
    CHECK(divisor < (uint64_t)1 << 63);
    int shift = __builtin_clzll(divisor) - 1;
    uint64_t one = divisor << shift;
    /* (2^128 - 1)/d - 2^64 = (2^128 - 1 - 2^64 * d)/d, whose dividend is ~d, then all ones. */
    u128 dividend = (u128) ~(2 * one) << 64 | UINT64_MAX;
    return (struct scale){.one = one, .v = (uint64_t)(dividend / (2 * one)), .shift = shift};
}

/* part/one in 2^-64, less than 2 too low, for part <= one: 2 * part * (v + 2^64) / 2^64, where v is
 * at most 1 too low. It stays below 2^64. */
static inline uint64_t fraction_of(uint64_t part, const struct scale *s)
{
    return 2 * part + (uint64_t)((u128)(2 * part) * s->v >> 64);
}

/* number * part / one, of which fraction is fraction_of(part), with the rest in *rest. Number is at
 * most 2^63: the estimate is less than 2 * number/2^64 <= 1 too low before it is cut. */
static inline uint64_t share_of(uint64_t *rest, uint64_t number, uint64_t part, uint64_t fraction,
                                uint64_t one)
{
    uint64_t quotient = (uint64_t)((u128)number * fraction >> 64);
    uint64_t left = number * part - quotient * one; /* modulo 2^64, and below 2 * one < 2^64 */
    if (__builtin_expect(left >= one, 0)) {
        left -= one;
        quotient++;
    }
    *rest = left;
    return quotient;
}

#endif
