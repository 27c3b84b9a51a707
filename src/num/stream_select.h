/* Selection of the largest keys, exactly and in linear time, for streams.
 *
 * It goes in two steps, so that full keys are only made for the few on which it hangs. First every
 * key is represented by a bucket, which orders it coarsely: all in the buckets above the one in
 * which the wanted number is reached are chosen. Then the keys in that bucket, the picks, are
 * looked at digit by digit of five bits, or sorted by insertion once they are a handful. No pattern
 * of keys makes it slow, and nothing is allocated.
 *
 * Source: radix selection, Knuth, The Art of Computer Programming 3, 5.2.5 and 5.3.3. */
#ifndef HEQI_NUM_STREAM_SELECT_H
#define HEQI_NUM_STREAM_SELECT_H

#include "base/base.h"

#define SELECT_KEY_BITS 104
#define SELECT_DIGIT_BITS 5
#define SELECT_BUCKETS ((1u << SELECT_DIGIT_BITS) + 1) /* 0: not eligible; above it the digits */

struct selection {
    uint32_t count;  /* of all */
    uint32_t wanted; /* at most the eligible ones; then: still wanted among the picks */
    uint8_t *marks;  /* buckets; then: 1 where it was chosen, else 0 */
    uint32_t *picks; /* room for count */
};

/* The first step. Buckets are below buckets. Returns the number of picks, in order of place. */
uint32_t select_picks(struct selection *s, unsigned buckets);

/* The second step: keys, below 2^104, need only be set for the picks, and not even for these where
 * all are wanted. Of equal keys the first in place goes first. */
void select_among(const struct selection *s, uint32_t picked, const u128 *keys);

/* Both steps for keys all of which are set, and marks that are 1 where one is eligible. */
void select_keys(struct selection *s, const u128 *keys);

#endif
