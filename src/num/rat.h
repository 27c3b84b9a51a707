/* Rationals of any size, exact, always in lowest terms: a thin cover over GMP's mpq.
 *
 * For figures whose denominators leave 64 bits: explanations, entitlements under caps, games. What
 * fits num/ratio.h or a stream's own integers does not come here. rat.c is the only file that calls
 * GMP, so that the library can be replaced in one place.
 *
 * Ownership: rat_init, then rat_clear exactly once. GMP takes its memory from malloc and aborts
 * where there is none; a rat therefore does not live in an arena, except as a struct kept_rat.
 * Out-parameters come first and may be the same object as an operand.
 *
 * Source: GNU MP manual 6.2, chapters 5 to 7. */
#ifndef HEQI_NUM_RAT_H
#define HEQI_NUM_RAT_H

#include "base/arena.h"
#include "base/str.h"
#include "num/ratio.h"

#include <gmp.h>

struct rat {
    mpq_t q;
};

void rat_init(struct rat *r); /* 0 */
void rat_clear(struct rat *r);

/* Arrays of count, in the arena, each rat_init; rat_clear_array gives back GMP's part. */
struct rat *rat_array(struct arena *a, size_t count);
void rat_clear_array(struct rat *r, size_t count);

/* The same, cleared by the arena itself when it is released: for scratch kept to its end. */
struct rat *rat_array_of_arena(struct arena *a, size_t count);

void rat_set(struct rat *out, const struct rat *from);
void rat_set_i64(struct rat *out, int64_t whole);
void rat_set_i128(struct rat *out, i128 whole);
void rat_set_ratio(struct rat *out, struct ratio r);

/* num/den; CHECKs den > 0. */
void rat_set_fraction(struct rat *out, i128 num, u128 den);

/* The number that limbs hold, the lowest first, 64 bits each. */
void rat_set_limbs(struct rat *out, const uint64_t *limbs, size_t count);

/* Reads what rat_text writes: -?DIGITS or -?DIGITS/DIGITS, no spaces, no sign but a minus, the
 * denominator not zero. Lowest terms are not required. ERR_SYNTAX; ERR_RANGE for more digits than
 * RAT_TEXT_BYTES_MAX. */
#define RAT_TEXT_BYTES_MAX 10000u
NODISCARD enum status rat_set_text(struct rat *out, struct str text);

void rat_add(struct rat *out, const struct rat *a, const struct rat *b);
void rat_sub(struct rat *out, const struct rat *a, const struct rat *b);
void rat_mul(struct rat *out, const struct rat *a, const struct rat *b);
void rat_div(struct rat *out, const struct rat *a, const struct rat *b); /* CHECKs b is not 0 */
/* The largest whole number of 10^-18 that is not above the square root; CHECKs a >= 0. */
void rat_root_down(struct rat *out, const struct rat *a);

void rat_neg(struct rat *out, const struct rat *a);

int rat_compare(const struct rat *a, const struct rat *b); /* <0, 0, >0 */
bool rat_equal(const struct rat *a, const struct rat *b);
int rat_sign(const struct rat *a); /* -1, 0, 1 */
bool rat_is_whole(const struct rat *a);

/* Bits of the longer one of numerator and denominator: what a limit on size looks at. */
size_t rat_bits(const struct rat *a);

/* The largest whole number that is not above r. ERR_OVERFLOW where it does not fit. */
NODISCARD enum status rat_floor_i64(int64_t *out, const struct rat *r);
NODISCARD enum status rat_floor_i128(i128 *out, const struct rat *r);

/* The denominator in lowest terms. ERR_OVERFLOW where it does not fit. */
NODISCARD enum status rat_denominator_u64(uint64_t *out, const struct rat *r);

/* "13/3", "-1/12", "10000000": lowest terms, no denominator 1. NUL-terminated behind its length. */
struct str rat_text(struct arena *a, const struct rat *r);

/* The proportions of count values of one sign that are not all 0, as whole weights in lowest terms:
 * weights[i]/sum = values[i]/(all of them added). False, and nothing written, where the sum of such
 * weights reaches 2^63. */
NODISCARD bool rat_weights(uint64_t *weights, uint64_t *sum, const struct rat *values,
                           size_t count);

/* A value whose digits lie in an arena: read it through .value like any rat, never set or clear
 * that. Zeroed memory is a kept rat without a value. Keeping another value reuses the room. */
struct kept_rat {
    struct rat value;
    mp_limb_t *limbs; /* room for capacity limbs */
    size_t capacity;
};

void rat_keep(struct kept_rat *kept, struct arena *a, const struct rat *value);

#endif
