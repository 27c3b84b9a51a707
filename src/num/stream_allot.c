/* Handing units out in closed form: the level of stream.h, then one more to the largest fractions.
 *
 * All sums here stay in uint64: in a split everybody's max(0, floor) adds to at most what was ever
 * split plus the amount (d grows by what is due only), in a reversal nobody gives more than held.
 */
#include "num/stream_parts.h"
#include "num/stream_select.h"

static inline uint64_t above(int64_t floor, int64_t level)
{
    return floor > level ? (uint64_t)floor - (uint64_t)level : 0;
}

/* The level of a split. From total(0) <= amount it is 0; else each step up is the least that could
 * be enough if nobody fell below the new level, so that it never passes the level sought. */
static int64_t split_level(const struct stream *s, uint64_t amount)
{
    int64_t level = 0;
    for (;;) {
        uint64_t total = 0, above_level = 0;
        for (uint32_t i = 0; i < s->count; i++) {
            total += above(s->floors[i], level);
            above_level += s->floors[i] > level;
        }
        if (total <= amount) return level;
        level += (int64_t)((total - amount + above_level - 1) / above_level);
    }
}

static uint64_t total_held(const struct stream *s, int64_t level)
{
    uint64_t total = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t due = above(s->floors[i], level), held = (uint64_t)s->held[i];
        total += due < held ? due : held;
    }
    return total;
}

/* The lowest level at which no more than amount is taken back, by bisection: it may lie far from 0,
 * where somebody should give what they do not hold. */
static int64_t reversal_level(const struct stream *s, uint64_t amount)
{
    i128 low = INT64_MIN, high = INT64_MAX; /* low - 1 may be too low, high is not */
    if (total_held(s, 0) <= amount) {
        high = 0;
        if (total_held(s, -1) > amount) return 0;
    }
    while (low < high) {
        int64_t middle = (int64_t)(low + (high - low) / 2); /* towards low, so below high */
        if (total_held(s, middle) <= amount) {
            high = middle;
        } else {
            low = (i128)middle + 1;
        }
    }
    return (int64_t)high;
}

/* Whole units down to the level. Marks who may get one more; returns how many are left to give. */
static uint64_t hand_out_whole(struct stream *s, uint64_t amount, int64_t level, bool reversal)
{
    int64_t *restrict floors = s->floors, *restrict units = s->units;
    const int64_t *restrict held = s->held;
    uint8_t *restrict marks = s->marks;
    uint64_t given = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t due = above(floors[i], level);
        uint64_t most = reversal ? (uint64_t)held[i] : UINT64_MAX;
        due = due < most ? due : most;
        floors[i] -= (int64_t)due;
        units[i] = (int64_t)due;
        marks[i] = (uint8_t)((floors[i] == level) & (due < most));
        given += due;
    }
    CHECK(given <= amount);
    return amount - given;
}

void stream_hand_out(struct stream *s, uint64_t amount, bool reversal)
{
    int64_t level = reversal ? reversal_level(s, amount) : split_level(s, amount);
    uint64_t left = hand_out_whole(s, amount, level, reversal);
    CHECK(left <= s->count);
    select_keys(&(struct selection){.keys = s->keys,
                                    .count = s->count,
                                    .wanted = (uint32_t)left,
                                    .last_first = reversal,
                                    .marks = s->marks,
                                    .picks = s->picks});
    int64_t *restrict floors = s->floors, *restrict units = s->units, *restrict held = s->held;
    const uint8_t *restrict marks = s->marks;
    for (uint32_t i = 0; i < s->count; i++) {
        int64_t got = units[i] + marks[i];
        floors[i] -= marks[i];
        units[i] = reversal ? -got : got;
        held[i] += units[i];
    }
    s->total_minor += reversal ? -(int64_t)amount : (int64_t)amount;
}
