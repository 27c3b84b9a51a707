/* Radix selection. The first pass runs over everything and is on the hot path: it has no branch
 * that depends on a key. */
#include "num/stream_select.h"

#include <string.h>

#define DIGITS (1u << SELECT_DIGIT_BITS)
#define SORTED_MAX 12

/* True where key a goes before key b. */
static bool goes_before(const struct selection *s, uint32_t a, uint32_t b)
{
    if (s->keys[a] != s->keys[b]) return s->keys[a] > s->keys[b];
    return s->last_first ? a > b : a < b;
}

static void sort_picks(const struct selection *s, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint32_t pick = s->picks[i], to = i;
        for (; to > 0 && goes_before(s, pick, s->picks[to - 1]); to--) {
            s->picks[to] = s->picks[to - 1];
        }
        s->picks[to] = pick;
    }
}

static bool all_equal(const struct selection *s, uint32_t count)
{
    u128 differing = 0;
    for (uint32_t i = 1; i < count; i++) differing |= s->keys[s->picks[i]] ^ s->keys[s->picks[0]];
    return differing == 0;
}

/* The digit in which counts, added from the top, reach wanted, and what is still wanted there. */
static unsigned boundary(const uint32_t *counts, unsigned top, uint32_t *wanted)
{
    unsigned digit = top;
    while (counts[digit] < *wanted) *wanted -= counts[digit--];
    return digit;
}

/* Marks wanted of the first count picks, which are in order of place and agree in all digits above
 * shift. */
static void choose(const struct selection *s, uint32_t count, uint32_t wanted, unsigned shift)
{
    while (count > SORTED_MAX && wanted < count && !all_equal(s, count)) {
        uint32_t counts[DIGITS] = {0};
        shift = shift > SELECT_DIGIT_BITS ? shift - SELECT_DIGIT_BITS : 0;
        for (uint32_t i = 0; i < count; i++) {
            counts[(uint64_t)(s->keys[s->picks[i]] >> shift) % DIGITS]++;
        }
        unsigned digit = boundary(counts, DIGITS - 1, &wanted);
        uint32_t kept = 0;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t pick = s->picks[i];
            unsigned own = (uint64_t)(s->keys[pick] >> shift) % DIGITS;
            s->marks[pick] = own > digit;
            s->picks[kept] = pick;
            kept += own == digit;
        }
        count = kept;
    }
    if (count <= SORTED_MAX) sort_picks(s, count);
    uint32_t from = count > SORTED_MAX && s->last_first ? count - wanted : 0;
    for (uint32_t i = 0; i < wanted; i++) s->marks[s->picks[from + i]] = 1;
}

static inline void select_by(const struct selection *s, unsigned bits)
{
    unsigned shift = bits - SELECT_DIGIT_BITS;
    uint32_t counts[DIGITS + 1] = {0}, wanted = s->wanted, kept = 0;
    if (wanted == 0) {
        memset(s->marks, 0, s->count);
        return;
    }
    /* Bucket 0 holds what is not eligible, bucket 1 + digit the rest. */
    for (uint32_t i = 0; i < s->count; i++) {
        unsigned bucket = ((unsigned)(s->keys[i] >> shift) + 1) * s->marks[i];
        s->marks[i] = (uint8_t)bucket;
        counts[bucket]++;
    }
    counts[0] = UINT32_MAX; /* a sentinel: more is never wanted than is eligible */
    unsigned limit = boundary(counts, DIGITS, &wanted);
    CHECK(limit > 0);
    for (uint32_t i = 0; i < s->count; i++) {
        s->picks[kept] = i;
        kept += s->marks[i] == limit;
        s->marks[i] = s->marks[i] > limit;
    }
    choose(s, kept, wanted, shift);
}

void select_keys(const struct selection *s)
{
    select_by(s, SELECT_KEY_BITS);
}

void select_rests(const struct selection *s)
{
    select_by(s, SELECT_REST_BITS);
}
