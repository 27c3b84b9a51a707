/* Selection of the largest keys, exactly and in linear time, for streams.
 *
 * A key is a whole number of a known width. One pass counts keys by their top digit of six bits;
 * all above the digit where the wanted number is reached are chosen; the few keys of that digit are
 * looked at digit by digit, or sorted by insertion once they are a handful. No comparison is
 * approximate, and no pattern of keys makes it slow. Nothing is allocated.
 *
 * Source: radix selection, Knuth, The Art of Computer Programming 3, 5.2.5 and 5.3.3. */
#ifndef HEQI_NUM_STREAM_SELECT_H
#define HEQI_NUM_STREAM_SELECT_H

#include "base/base.h"

#define SELECT_KEY_BITS 104 /* width of the keys of select_keys */
#define SELECT_REST_BITS 64 /* width of the keys of select_rests */
#define SELECT_DIGIT_BITS 6

struct selection {
    const u128 *keys;
    uint32_t count;  /* keys */
    uint32_t wanted; /* at most the eligible ones */
    bool last_first; /* which of equal keys goes first: the last, or (false) the first */
    uint8_t *marks;  /* in: 1 where a key is eligible, else 0. out: 1 where it was chosen, else 0 */
    uint32_t *picks; /* scratch for count */
};

void select_keys(const struct selection *s);
void select_rests(const struct selection *s);

#endif
