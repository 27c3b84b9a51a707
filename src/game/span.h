/* The space that some coalitions span, as vectors of 0 and 1: which others lie in it.
 *
 * Kept as a basis of the space at right angles to it, in whole numbers without a common factor: a
 * coalition lies in the span exactly where it is at right angles to all of these. Entries are
 * minors of matrices of 0 and 1, so up to 28 players they stay below 2^45 (Hadamard). */
#ifndef HEQI_GAME_SPAN_H
#define HEQI_GAME_SPAN_H

#include "base/base.h"
#include "base/limits.h"

struct span_of {
    uint32_t n, rank;
    int64_t normals[LIMIT_PLAYERS_MAX][LIMIT_PLAYERS_MAX]; /* the first n − rank */
    uint64_t mixed[LIMIT_PLAYERS_MAX];                     /* a mixture of them, modulo 2^64 */
};

void span_init(struct span_of *s, uint32_t n);

/* Adds a coalition; false where it lay in the span already. */
bool span_add(struct span_of *s, uint32_t coalition);

bool span_has(const struct span_of *s, uint32_t coalition);

#endif
