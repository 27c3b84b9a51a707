/* The rule of a stream over integers: runs of equal weights, what a split adds to each remainder,
 * and the rounding of remainders when the weights change. */
#include "num/stream.h"

#include "base/limits.h"
#include "num/stream_parts.h"
#include "num/stream_select.h"

#include <string.h>

_Static_assert((u128)LIMIT_MEMBERS_MAX *LIMIT_WEIGHT_MAX < (u128)1 << 63,
               "the weights of all members add to less than 2^63");
_Static_assert(((u128)STREAM_PARTS << 64) - 1 < (u128)1 << SELECT_KEY_BITS, "keys fit");

/* As if nothing had been split yet: no weights are remembered, keys count in 10^-12. */
static void set_no_run(struct stream *s)
{
    s->run_open = false;
    s->weight_sum = 1;
    s->divisor = divisor_make(1);
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
        int shift = s->divisor.shift;
        for (uint32_t i = 0; i < s->count; i++) differing |= weights[i] ^ run[i] >> shift;
        return differing == 0;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        if ((u128)weights[i] * s->divisor.d != (u128)run[i] * sum) return false;
    }
    return true;
}

/* keys[i] = what rounding down takes off, in parts of 10^-12/divisor.d; units[i] = what is left in
 * 10^-12. Returns how many 10^-12 were taken off in all. */
static uint64_t round_down(struct stream *s)
{
    const struct divisor by = s->divisor;
    u128 *restrict keys = s->keys, taken = 0;
    int64_t *restrict parts = s->units;
    uint8_t *restrict marks = s->marks;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t rest;
        parts[i] = (int64_t)divide(&rest, keys[i], &by);
        keys[i] = rest;
        marks[i] = 1;
        taken += rest;
    }
    uint64_t rest;
    uint64_t missing = divide(&rest, taken, &by); /* taken < count * d */
    CHECK(rest == 0);
    return missing;
}

/* Floors stay, units[i] becomes the fraction of d in 10^-12, possibly all 10^12 of them. */
static void round_to_parts(struct stream *s)
{
    uint64_t missing = round_down(s);
    CHECK(missing < s->count || s->count == 0);
    if (missing == 0) return;
    select_rests(&(struct selection){.keys = s->keys,
                                     .count = s->count,
                                     .wanted = (uint32_t)missing,
                                     .marks = s->marks,
                                     .picks = s->picks});
    for (uint32_t i = 0; i < s->count; i++) s->units[i] += s->marks[i];
}

/* Fractions counted in 10^-12, in units, become keys of the divisor that is set now. */
static void set_keys_from_parts(struct stream *s)
{
    const uint64_t d = s->divisor.d;
    for (uint32_t i = 0; i < s->count; i++) {
        bool whole = s->units[i] == STREAM_PARTS;
        s->floors[i] += whole;
        s->keys[i] = whole ? 0 : (u128)(uint64_t)s->units[i] * d;
    }
}

void stream_set_parts(struct stream *s)
{
    set_no_run(s);
    set_keys_from_parts(s);
}

void stream_close_run(struct stream *s)
{
    stream_big_close(s);
    round_to_parts(s);
    stream_set_parts(s);
}

static void check_sum(const struct stream *s, const uint64_t *weights, uint64_t sum)
{
    uint64_t total = 0;
    CHECK(sum > 0);
    CHECK(sum < (uint64_t)1 << 63);
    for (uint32_t i = 0; i < s->count; i++) {
        CHECK(weights[i] <= sum - total);
        total += weights[i];
    }
    CHECK(total == sum);
}

static void open_run(struct stream *s, const uint64_t *weights, uint64_t sum)
{
    check_sum(s, weights, sum);
    stream_big_close(s);
    round_to_parts(s);
    s->run_open = true;
    s->weight_sum = sum;
    s->divisor = divisor_make(sum);
    set_keys_from_parts(s);
    const int shift = s->divisor.shift;
    for (uint32_t i = 0; i < s->count; i++) s->weights[i] = weights[i] << shift;
}

/* ---- splits ---- */

void stream_negate(struct stream *s)
{
    const u128 unit = unit_key(s);
    for (uint32_t i = 0; i < s->count; i++) {
        bool whole = s->keys[i] == 0;
        s->floors[i] = -s->floors[i] - !whole;
        s->keys[i] = whole ? 0 : unit - s->keys[i];
    }
}

/* d += amount * w/W for everyone. */
static void accrue(struct stream *s, uint64_t amount)
{
    const struct divisor by = s->divisor;
    const u128 unit = unit_key(s);
    const uint64_t *restrict weights = s->weights;
    int64_t *restrict floors = s->floors;
    u128 *restrict keys = s->keys;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t rest, whole = divide(&rest, (u128)amount * weights[i], &by);
        add_remainder(&floors[i], &keys[i], whole, (u128)rest * STREAM_PARTS, unit);
    }
}

void stream_turn(struct stream *s, int64_t amount)
{
    bool reversal = amount < 0;
    if (reversal) stream_negate(s);
    accrue(s, size_of(amount));
    stream_hand_out(s, size_of(amount), reversal);
    if (reversal) stream_negate(s);
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
    set_no_run(s);
    for (uint32_t i = 0; i < s->count; i++) {
        s->floors[i] = 0;
        s->keys[i] = 0;
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
    rat_set_i64(&whole, s->floors[place]);
    rat_set_fraction(out, (i128)s->keys[place], unit_key(s));
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
