/* Handing units out in closed form: the level of stream.h, then one more to the largest fractions.
 *
 * All sums here stay in uint64: in a split everybody's max(0, floor) adds to at most what was ever
 * split plus the amount (d grows by what is due only), in a reversal nobody gives more than held.
 */
#include "num/stream_parts.h"

/* ---- any level, from floors and keys ---- */

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

static uint64_t total_from_held(const struct stream *s, int64_t level)
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
    i128 low = INT64_MIN, high = INT64_MAX; /* high is low enough, below low is too low */
    if (total_from_held(s, 0) <= amount) {
        high = 0;
        if (total_from_held(s, -1) > amount) return 0;
    }
    while (low < high) {
        int64_t middle = (int64_t)(low + (high - low) / 2); /* towards low, so below high */
        if (total_from_held(s, middle) <= amount) {
            high = middle;
        } else {
            low = (i128)middle + 1;
        }
    }
    return (int64_t)high;
}

/* Whole units down to the level. Marks who may get one more; returns how many are left to give. */
static uint64_t give_whole(struct stream *s, uint64_t amount, int64_t level, bool reversal)
{
    uint64_t given = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t due = above(s->floors[i], level);
        uint64_t most = reversal ? (uint64_t)s->held[i] : UINT64_MAX;
        s->marks[i] = s->floors[i] >= level && due < most;
        s->units[i] = (int64_t)(due < most ? due : most);
        given += (uint64_t)s->units[i];
    }
    CHECK(given <= amount);
    return amount - given;
}

static struct selection selection_of(const struct stream *s, uint64_t wanted)
{
    CHECK(wanted <= s->count);
    return (struct selection){
        .count = s->count, .wanted = (uint32_t)wanted, .marks = s->marks, .picks = s->picks};
}

void stream_hand_out(struct stream *s, uint64_t amount, bool reversal)
{
    int64_t level = reversal ? reversal_level(s, amount) : split_level(s, amount);
    struct selection selection = selection_of(s, give_whole(s, amount, level, reversal));
    select_keys(&selection, s->keys);
    for (uint32_t i = 0; i < s->count; i++) {
        s->units[i] += s->marks[i];
        if (reversal) s->units[i] = -s->units[i];
        s->held[i] += s->units[i];
    }
    s->total_minor += reversal ? -(int64_t)amount : (int64_t)amount;
}

/* ---- level 0, from integers ---- */

u128 stream_key(const struct stream *s, uint32_t place)
{
    return (u128)s->parts[place] * s->scale.one + (u128)s->rests[place] * (uint64_t)STREAM_PARTS;
}

void stream_make_keys(struct stream *s, bool negative)
{
    const u128 unit = unit_key(s);
    for (uint32_t i = 0; i < s->count; i++) {
        u128 key = stream_key(s, i);
        bool carry = key >= unit;
        key -= carry ? unit : 0;
        int64_t floor = s->wholes[i] + carry;
        s->floors[i] = negative ? -floor - (key > 0) : floor;
        s->keys[i] = negative && key > 0 ? unit - key : key;
    }
}

/* The fraction of d, part/10^12 + rest/W, coarsely: carry is its whole unit, digit the 32nds of
 * what is beyond. */
struct coarse {
    bool carry;
    unsigned digit;
};

/* The same by exact comparison. */
static struct coarse coarse_exactly(uint64_t part, uint64_t rest, uint64_t one)
{
    const u128 unit = (u128)STREAM_PARTS * one;
    u128 key = (u128)part * one + (u128)rest * (uint64_t)STREAM_PARTS;
    bool carry = key >= unit;
    key -= carry ? unit : 0;
    return (struct coarse){carry, (unsigned)((key << SELECT_DIGIT_BITS) / unit)};
}

/* Whole units at level 0, and buckets of the fractions into marks. Fractions are made in 2^-64 from
 * two terms that are each less than 2 too low. Only where that reaches across the edge of a digit
 * is a fraction looked at exactly. */
static uint64_t give_level_0(struct stream *s)
{
    const uint64_t edge = UINT64_MAX >> SELECT_DIGIT_BITS;
    const struct scale scale = s->scale;
    const uint64_t *restrict rough_parts = s->rough_parts, *restrict rests = s->rests;
    const int64_t *restrict wholes = s->wholes;
    int64_t *restrict units = s->units;
    uint8_t *restrict marks = s->marks;
    uint64_t given = 0;
    for (uint32_t i = 0, count = s->count; i < count; i++) {
        uint64_t rough = rough_parts[i] + fraction_of(rests[i], &scale);
        struct coarse c = {rough < rough_parts[i], (unsigned)(rough >> (64 - SELECT_DIGIT_BITS))};
        if (__builtin_expect((rough & edge) > edge - 4, 0)) {
            c = coarse_exactly(s->parts[i], rests[i], scale.one);
        }
        int64_t floor = wholes[i] + c.carry;
        int64_t due = floor > 0 ? floor : 0;
        marks[i] = (uint8_t)((c.digit + 1) & -(unsigned)(floor >= 0));
        units[i] = due;
        given += (uint64_t)due;
    }
    return given;
}

/* One more unit to the marked ones; books what everybody got. */
static void book(struct stream *s)
{
    int64_t *restrict wholes = s->wholes, *restrict units = s->units, *restrict held = s->held;
    const uint8_t *restrict marks = s->marks;
    for (uint32_t i = 0, count = s->count; i < count; i++) {
        int64_t got = units[i] + marks[i];
        units[i] = got;
        wholes[i] -= got;
        held[i] += got;
    }
}

static void hand_out_by_keys(struct stream *s, uint64_t amount, bool reversal)
{
    stream_make_keys(s, reversal);
    stream_hand_out(s, amount, reversal);
    for (uint32_t i = 0; i < s->count; i++) s->wholes[i] -= s->units[i];
}

void stream_hand_out_rests(struct stream *s, uint64_t amount, bool reversal)
{
    uint64_t given = reversal ? UINT64_MAX : give_level_0(s);
    if (given > amount) {
        hand_out_by_keys(s, amount, reversal);
        return;
    }
    struct selection selection = selection_of(s, amount - given);
    uint32_t picked = select_picks(&selection, SELECT_BUCKETS);
    if (selection.wanted < picked) {
        const u128 unit = unit_key(s);
        for (uint32_t k = 0; k < picked; k++) {
            uint32_t i = s->picks[k];
            u128 key = stream_key(s, i);
            s->keys[i] = key >= unit ? key - unit : key;
        }
    }
    select_among(&selection, picked, s->keys);
    book(s);
    s->total_minor += (int64_t)amount;
}
