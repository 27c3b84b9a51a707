/* Division of 128-bit numbers by one 64-bit divisor many times over, by multiplication.
 *
 * The divisor has its top bit set (a smaller one is scaled by a power of two, and the dividend with
 * it). v = floor((2^128 - 1)/d) - 2^64 is computed once; each quotient is then two multiplications
 * and at most two corrections, the last of which almost never happens.
 *
 * Source: N. Möller, T. Granlund, Improved division by invariant integers, IEEE Transactions on
 * Computers 60 (2011), algorithm 4 and theorem 3 (proof that two corrections are enough). */
#ifndef HEQI_NUM_STREAM_DIVIDE_H
#define HEQI_NUM_STREAM_DIVIDE_H

#include "base/base.h"

struct divisor {
    uint64_t d; /* 2^63 or more */
    uint64_t v; /* floor((2^128 - 1)/d) - 2^64 */
    int shift;  /* d is the asked-for divisor times 2^shift */
};

/* CHECKs asked > 0. */
static inline struct divisor divisor_make(uint64_t asked)
{
    CHECK(asked > 0);
    int shift = __builtin_clzll(asked);
    uint64_t d = asked << shift;
    /* (2^128 - 1)/d - 2^64 = (2^128 - 1 - 2^64 * d)/d, whose dividend is ~d, then all ones. */
    u128 dividend = (u128)~d << 64 | UINT64_MAX;
    return (struct divisor){.d = d, .v = (uint64_t)(dividend / d), .shift = shift};
}

/* u / by->d with the rest in *rest. The quotient must fit: u < by->d * 2^64. */
static inline uint64_t divide(uint64_t *rest, u128 u, const struct divisor *by)
{
    uint64_t high = (uint64_t)(u >> 64), low = (uint64_t)u;
    /* (v + 2^64) * high + low <= (2^128 - 1)/d * (d - 1) + 2^64 - 1 < 2^128. */
    u128 estimate = (u128)by->v * high + u;
    uint64_t quotient = (uint64_t)(estimate >> 64) + 1; /* modulo 2^64 on purpose */
    uint64_t r = low - quotient * by->d;                /* likewise */
    bool over = r > (uint64_t)estimate;
    quotient -= over;
    r += over ? by->d : 0;
    if (__builtin_expect(r >= by->d, 0)) {
        quotient++;
        r -= by->d;
    }
    *rest = r;
    return quotient;
}

#endif
