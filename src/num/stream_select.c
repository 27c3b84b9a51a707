/* Radix selection. What runs over all keys is on the hot path and has no branch that depends on
 * one. */
#include "num/stream_select.h"

#include <string.h>

#define DIGITS (1u << SELECT_DIGIT_BITS)
#define SORTED_MAX 12

/* The bucket in which counts, added from the top, reach wanted, and what is still wanted there. */
static unsigned boundary(const uint32_t *counts, unsigned buckets, uint32_t *wanted)
{
    unsigned bucket = buckets - 1;
    while (counts[bucket] < *wanted) *wanted -= counts[bucket--];
    return bucket;
}

/* Few are sorted by their keys at once: all that may be chosen lie on the boundary. */
static uint32_t pick_all(struct selection *s)
{
    uint32_t picked = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        s->picks[picked] = i;
        picked += s->marks[i] > 0;
        s->marks[i] = 0;
    }
    CHECK(s->wanted <= picked);
    return picked;
}

uint32_t select_picks(struct selection *s, unsigned buckets)
{
    uint8_t *restrict marks = s->marks;
    uint32_t *restrict picks = s->picks;
    uint32_t counts[SELECT_BUCKETS], picked = 0;
    const uint32_t count = s->count;
    if (s->wanted == 0) {
        memset(marks, 0, count);
        return 0;
    }
    if (count <= SORTED_MAX) return pick_all(s);
    memset(counts, 0, buckets * sizeof *counts);
    for (uint32_t i = 0; i < count; i++) counts[marks[i]]++;
    CHECK(s->wanted <= count - counts[0]);
    const unsigned limit = boundary(counts, buckets, &s->wanted);
    for (uint32_t i = 0; i < count; i++) {
        picks[picked] = i;
        picked += marks[i] == limit;
    }
    for (uint32_t i = 0; i < count; i++) marks[i] = marks[i] > limit;
    return picked;
}

static void sort_picks(const struct selection *s, uint32_t picked, const u128 *keys)
{
    for (uint32_t i = 1; i < picked; i++) {
        uint32_t pick = s->picks[i], to = i;
        for (; to > 0; to--) {
            uint32_t before = s->picks[to - 1]; /* in place, too, before the pick */
            if (keys[before] >= keys[pick]) break;
            s->picks[to] = before;
        }
        s->picks[to] = pick;
    }
}

/* The bits in which the picks differ. */
static u128 differing_bits(const struct selection *s, uint32_t picked, const u128 *keys)
{
    u128 differing = 0;
    for (uint32_t i = 1; i < picked; i++) differing |= keys[s->picks[i]] ^ keys[s->picks[0]];
    return differing;
}

/* How far to shift a key so that the digit with its highest bit is the lowest. */
static unsigned top_shift(u128 bits)
{
    uint64_t high = (uint64_t)(bits >> 64), low = (uint64_t)bits;
    unsigned width = 64 - (unsigned)__builtin_clzll((high ? high : low) | 1) + (high ? 64 : 0);
    return width > SELECT_DIGIT_BITS ? width - SELECT_DIGIT_BITS : 0;
}

static unsigned digit_of(u128 key, unsigned shift)
{
    return (unsigned)((uint64_t)(key >> shift) % DIGITS);
}

/* One digit of the picks, the first in which they differ: marks what lies above the boundary, keeps
 * in picks what lies on it, and returns how many do. */
static uint32_t narrow(const struct selection *s, uint32_t picked, const u128 *keys,
                       uint32_t *wanted, unsigned shift)
{
    uint32_t counts[DIGITS] = {0}, kept = 0;
    for (uint32_t i = 0; i < picked; i++) counts[digit_of(keys[s->picks[i]], shift)]++;
    unsigned limit = boundary(counts, DIGITS, wanted);
    for (uint32_t i = 0; i < picked; i++) {
        uint32_t pick = s->picks[i];
        unsigned digit = digit_of(keys[pick], shift);
        s->marks[pick] = digit > limit;
        s->picks[kept] = pick;
        kept += digit == limit;
    }
    return kept;
}

void select_among(const struct selection *s, uint32_t picked, const u128 *keys)
{
    uint32_t wanted = s->wanted;
    CHECK(wanted <= picked);
    while (wanted < picked && picked > SORTED_MAX) {
        u128 differing = differing_bits(s, picked, keys);
        if (differing == 0) break;
        picked = narrow(s, picked, keys, &wanted, top_shift(differing));
    }
    if (wanted < picked && picked <= SORTED_MAX) sort_picks(s, picked, keys);
    for (uint32_t i = 0; i < wanted; i++) s->marks[s->picks[i]] = 1;
}

void select_keys(struct selection *s, const u128 *keys)
{
    const unsigned shift = SELECT_KEY_BITS - SELECT_DIGIT_BITS;
    for (uint32_t i = 0; i < s->count; i++) {
        s->marks[i] = s->marks[i] ? (uint8_t)(digit_of(keys[i], shift) + 1) : 0;
    }
    uint32_t picked = select_picks(s, SELECT_BUCKETS);
    select_among(s, picked, keys);
}
