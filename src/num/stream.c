/* The rule of a stream over integers: runs of equal weights, what a split adds to each remainder,
 * and the rounding of remainders when the weights change. */
#include "num/stream.h"

#include "base/limits.h"
#include "num/stream_parts.h"

#include <string.h>

_Static_assert((u128)LIMIT_MEMBERS_MAX *LIMIT_WEIGHT_MAX < (u128)1 << 63,
               "the weights of all members add to less than 2^63");
_Static_assert((u128)STREAM_PARTS << 63 <= (u128)1 << SELECT_KEY_BITS, "keys fit");

/* Rests are below 2^63. */
#define REST_DIGIT_SHIFT (63 - SELECT_DIGIT_BITS)

/* As if nothing had been split yet: no weights are remembered, and W = 1. */
static void set_no_run(struct stream *s)
{
    s->run_open = false;
    s->weight_sum = 1;
    s->scale = scale_make(1);
}

void stream_init(struct stream *s, struct arena *arena, enum rounding rule)
{
    *s = (struct stream){.arena = arena, .rule = rule};
    set_no_run(s);
}

/* ---- runs ---- */

/* Whether weights are, as fractions, those of the open run: weights[i] * W' = run's[i] * W. Sums
 * are below 2^63, so that scaled by equal powers of two the products stay below 2^127. */
static bool continues_run(const struct stream *s, const uint64_t *weights, uint64_t sum)
{
    if (!s->run_open) return false;
    const uint64_t *restrict run = s->weights;
    if (sum == s->weight_sum) {
        uint64_t differing = 0;
        int shift = s->scale.shift;
        for (uint32_t i = 0; i < s->count; i++) differing |= weights[i] ^ run[i] >> shift;
        return differing == 0;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        if ((u128)weights[i] * s->scale.one != (u128)run[i] * sum) return false;
    }
    return true;
}

/* rests become what rounding down takes off, in parts of 10^-12/W, and their buckets go to marks.
 * Returns how many 10^-12 were taken off in all. */
static uint64_t round_down(struct stream *s)
{
    const struct scale scale = s->scale;
    const uint64_t unit = STREAM_PARTS;
    uint64_t *restrict parts = s->parts, *restrict rests = s->rests;
    int64_t *restrict wholes = s->wholes;
    uint8_t *restrict marks = s->marks;
    u128 taken = 0;
    for (uint32_t i = 0, count = s->count; i < count; i++) {
        uint64_t rest, fraction = fraction_of(rests[i], &scale);
        uint64_t part = share_of(&rest, unit, rests[i], fraction, scale.one) + parts[i];
        bool whole = part >= unit;
        parts[i] = part - (unit & -(uint64_t)whole);
        wholes[i] += whole;
        rests[i] = rest;
        marks[i] = (uint8_t)((rest >> REST_DIGIT_SHIFT) + 1);
        taken += rest;
    }
    CHECK(taken % scale.one == 0);
    return (uint64_t)(taken / scale.one); /* below count */
}

static void select_rests(struct stream *s, uint64_t missing)
{
    CHECK(missing < s->count);
    struct selection selection = {
        .count = s->count, .wanted = (uint32_t)missing, .marks = s->marks, .picks = s->picks};
    unsigned buckets = (unsigned)(s->scale.one >> REST_DIGIT_SHIFT) + 2;
    uint32_t picked = select_picks(&selection, buckets);
    for (uint32_t k = 0; k < picked; k++) {
        s->keys[s->picks[k]] = (u128)s->rests[s->picks[k]] << (SELECT_KEY_BITS - 64);
    }
    select_among(&selection, picked, s->keys);
}

void stream_set_parts(struct stream *s)
{
    uint64_t *restrict parts = s->parts, *restrict rests = s->rests;
    uint64_t *restrict rough_parts = s->rough_parts;
    int64_t *restrict wholes = s->wholes;
    const uint8_t *restrict marks = s->marks;
    for (uint32_t i = 0, count = s->count; i < count; i++) {
        uint64_t part = parts[i] + marks[i];
        bool whole = part >= (uint64_t)STREAM_PARTS;
        part -= (uint64_t)STREAM_PARTS & -(uint64_t)whole;
        wholes[i] += whole;
        parts[i] = part;
        rough_parts[i] = rough_part(part);
        rests[i] = 0;
    }
}

/* The same of a fine run, whose rests are what rounding down takes off. */
static uint64_t drop_rests(struct stream *s)
{
    u128 taken = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        s->marks[i] = (uint8_t)((s->rests[i] >> REST_DIGIT_SHIFT) + 1);
        taken += s->rests[i];
    }
    CHECK(taken % s->scale.one == 0);
    return (uint64_t)(taken / s->scale.one);
}

/* Rounds every d down to 10^-12, the missing parts by largest remainder. */
static void round_remainders(struct stream *s)
{
    uint64_t missing = stream_fine_is_open(s) ? drop_rests(s) : round_down(s);
    if (s->count > 0) select_rests(s, missing);
    stream_set_parts(s);
}

void stream_close_run(struct stream *s)
{
    stream_big_close(s);
    if (s->run_open || stream_fine_is_open(s)) round_remainders(s);
    stream_fine_forget(s);
    set_no_run(s);
}

static void open_run(struct stream *s, const uint64_t *weights, uint64_t sum)
{
    stream_close_run(s);
    s->run_open = true;
    s->weight_sum = sum;
    s->scale = scale_make(sum);
    const struct scale scale = s->scale;
    uint64_t *restrict scaled = s->weights, *restrict fractions = s->fractions;
    u128 total = 0;
    for (uint32_t i = 0, count = s->count; i < count; i++) {
        uint64_t weight = weights[i] << scale.shift;
        scaled[i] = weight;
        fractions[i] = fraction_of(weight, &scale);
        total += weights[i];
    }
    CHECK(total == sum); /* so that no weight is above it */
}

/* ---- splits ---- */

/* d += amount * w/W for everyone. Wholes stay within STREAM_VOLUME_MAX and a few units. */
static void accrue(struct stream *s, uint64_t amount)
{
    const uint64_t one = s->scale.one;
    const uint64_t *restrict weights = s->weights, *restrict fractions = s->fractions;
    int64_t *restrict wholes = s->wholes;
    uint64_t *restrict rests = s->rests;
    for (uint32_t i = 0, count = s->count; i < count; i++) {
        uint64_t rest, whole = share_of(&rest, amount, weights[i], fractions[i], one);
        rest += rests[i]; /* both below 2^63 */
        bool carry = rest >= one;
        rests[i] = rest - (one & -(uint64_t)carry);
        wholes[i] += (int64_t)whole + carry;
    }
}

/* d -= amount * w/W for everyone. */
static void recede(struct stream *s, uint64_t amount)
{
    const uint64_t one = s->scale.one;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t rest, whole = share_of(&rest, amount, s->weights[i], s->fractions[i], one);
        bool borrow = s->rests[i] < rest;
        s->rests[i] = s->rests[i] - rest + (borrow ? one : 0);
        s->wholes[i] -= (int64_t)whole + borrow;
    }
}

void stream_turn(struct stream *s, int64_t amount)
{
    bool reversal = amount < 0;
    if (reversal) {
        recede(s, size_of(amount));
    } else {
        accrue(s, size_of(amount));
    }
    stream_hand_out_rests(s, size_of(amount), reversal);
}

void stream_split_weights(struct stream *s, int64_t amount, const uint64_t *weights, uint64_t sum)
{
    if (!continues_run(s, weights, sum)) open_run(s, weights, sum);
    stream_turn(s, amount);
}

enum status stream_admit(struct stream *s, int64_t amount)
{
    uint64_t size = size_of(amount);
    if (size > (uint64_t)(STREAM_VOLUME_MAX - s->volume_minor)) return ERR_OVERFLOW;
    if (amount < 0 && size > (uint64_t)s->total_minor) return ERR_RANGE;
    s->volume_minor += (int64_t)size;
    if (amount == 0 && s->count > 0) memset(s->units, 0, s->count * sizeof *s->units);
    return OK;
}

void stream_begin(struct stream *s, const uint32_t *ids, uint32_t count)
{
    stream_place(s, ids, count);
    if (s->rule == ROUNDING_CUMULATIVE_1) return;
    stream_big_forget(s);
    stream_fine_forget(s);
    set_no_run(s);
    for (uint32_t i = 0; i < s->count; i++) {
        s->wholes[i] = 0;
        s->parts[i] = s->rests[i] = s->rough_parts[i] = 0;
    }
}

enum status stream_split(struct stream *s, int64_t amount_minor, const struct shares *w)
{
    enum status status = stream_admit(s, amount_minor);
    if (status != OK || amount_minor == 0) return status;
    stream_begin(s, w->ids, w->count);
    stream_split_weights(s, amount_minor, stream_spread(s, w->weights), w->sum);
    return OK;
}

/* ---- reading ---- */

void stream_remainder(struct rat *out, const struct stream *s, uint32_t place)
{
    CHECK(place < s->count);
    if (stream_big_is_open(s)) {
        rat_set(out, stream_big_remainder(s, place));
        return;
    }
    struct rat whole;
    rat_init(&whole);
    rat_set_i64(&whole, s->wholes[place]);
    u128 key = stream_fine_is_open(s) ? stream_fine_key(s, place) : stream_key(s, place);
    rat_set_fraction(out, (i128)key, unit_key(s));
    rat_add(out, out, &whole);
    rat_clear(&whole);
}

void stream_entitled(struct rat *out, const struct stream *s, uint32_t place)
{
    struct rat allotted;
    stream_remainder(out, s, place);
    bool cumulative = s->rule == ROUNDING_CUMULATIVE_1;
    rat_init(&allotted);
    rat_set_i64(&allotted, cumulative ? s->held[place] : s->units[place]);
    rat_add(out, out, &allotted);
    rat_clear(&allotted);
}
