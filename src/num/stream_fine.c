/* Runs of one split by entitlements that are no whole 10^-12, over integers: what limits leave for
 * those who do not reach theirs. Their weights have a common denominator of 2^63 and more, like the
 * runs of stream_big.c, but such splits are frequent and need to be fast.
 *
 * While such a run is open, d = whole + (part + rest/W)/10^12, W being the denominator of the
 * entitlements in 10^-12, scaled. A split that has the same part for one recipient, the witness,
 * may continue the run: it becomes a run of rationals, which finds out. All others close it. */
#include "num/stream_parts.h"

#include <string.h>

struct stream_fine {
    bool open;
    int64_t amount;
    uint32_t count, capacity; /* of the split that opened it */
    uint32_t *ids;
    i128 *e12;
    uint64_t *rests, sum;
    uint32_t witness;     /* an id, … */
    struct kept_rat part; /* … and its part of the whole: a denominator of 2^63 or more */
};

bool stream_fine_is_open(const struct stream *s)
{
    return s->fine && s->fine->open;
}

void stream_fine_forget(struct stream *s)
{
    if (s->fine) s->fine->open = false;
}

u128 stream_fine_key(const struct stream *s, uint32_t place)
{
    return (u128)s->parts[place] * s->scale.one + s->rests[place];
}

/* ---- parts ---- */

static void set_units(struct rat *out, const struct entitlements_fine *e, uint32_t k)
{
    struct rat rest, scale;
    rat_init(&rest);
    rat_init(&scale);
    rat_set_fraction(&rest, (i128)e->rests[k], e->sum);
    rat_set_i128(out, e->e12[k]);
    rat_add(out, out, &rest);
    rat_set_i64(&scale, STREAM_PARTS);
    rat_div(out, out, &scale);
    rat_clear(&scale);
    rat_clear(&rest);
}

static void set_part(struct rat *out, int64_t amount, const struct entitlements_fine *e, uint32_t k)
{
    struct rat whole;
    rat_init(&whole);
    rat_set_i64(&whole, amount);
    set_units(out, e, k);
    rat_div(out, out, &whole);
    rat_clear(&whole);
}

static struct stream_fine *fine_of(struct stream *s)
{
    if (s->fine) return s->fine;
    s->fine = ARENA_NEW(s->arena, struct stream_fine);
    return s->fine;
}

/* ---- what may continue a run ---- */

/* Turns the run into one of rationals; the places are still those of its split. */
static void turn_into_rationals(struct stream *s)
{
    const struct stream_fine *f = s->fine;
    const struct entitlements_fine e = {f->ids, f->e12, f->rests, f->count, f->sum};
    struct rat *units = rat_array(s->arena, f->count);
    for (uint32_t k = 0; k < f->count; k++) set_units(&units[k], &e, k);
    stream_big_open(s, f->amount, &(struct entitlements){f->ids, units, f->count});
    rat_clear_array(units, f->count);
    stream_fine_forget(s);
}

int64_t stream_fine_witness(const struct stream *s, const uint32_t *ids, uint32_t count)
{
    if (!stream_fine_is_open(s)) return -1;
    for (uint32_t k = 0; k < count; k++)
        if (ids[k] == s->fine->witness) return k;
    return -1;
}

void stream_fine_meet(struct stream *s, const struct rat *part)
{
    if (rat_equal(part, &s->fine->part.value)) turn_into_rationals(s);
}

/* ---- one split ---- */

static void check_fine(int64_t amount, const struct entitlements_fine *e)
{
    i128 e12 = 0;
    u128 rests = 0;
    CHECK(amount > 0);
    for (uint32_t k = 0; k < e->count; k++) {
        CHECK(e->e12[k] >= 0);
        CHECK(e->rests[k] < e->sum);
        e12 += e->e12[k];
        rests += e->rests[k];
    }
    CHECK(rests % e->sum == 0);
    CHECK(e12 + (i128)(rests / e->sum) == (i128)amount * STREAM_PARTS);
}

/* By rationals, for what need not be fast. */
static enum status split_by_rationals(struct stream *s, int64_t amount,
                                      const struct entitlements_fine *e)
{
    struct rat *units = rat_array(s->arena, e->count);
    for (uint32_t k = 0; k < e->count; k++) set_units(&units[k], e, k);
    enum status status =
        stream_split_rat(s, amount, &(struct entitlements){e->ids, units, e->count});
    rat_clear_array(units, e->count);
    return status;
}

static void remember(struct stream *s, int64_t amount, const struct entitlements_fine *e)
{
    struct stream_fine *f = s->fine;
    if (e->count > f->capacity) {
        f->capacity = s->capacity;
        f->ids = ARENA_ARRAY(s->arena, uint32_t, f->capacity);
        f->e12 = ARENA_ARRAY(s->arena, i128, f->capacity);
        f->rests = ARENA_ARRAY(s->arena, uint64_t, f->capacity);
    }
    memcpy(f->ids, e->ids, e->count * sizeof *e->ids);
    memcpy(f->e12, e->e12, e->count * sizeof *e->e12);
    memcpy(f->rests, e->rests, e->count * sizeof *e->rests);
    f->count = e->count;
    f->sum = e->sum;
    f->amount = amount;
    f->open = true;
}

static void accrue(struct stream *s, const struct entitlements_fine *e)
{
    for (uint32_t k = 0; k < e->count; k++) {
        uint32_t i = s->map_places[k];
        uint64_t part = s->parts[i] + (uint64_t)(e->e12[k] % STREAM_PARTS);
        bool carry = part >= (uint64_t)STREAM_PARTS;
        s->parts[i] = part - (carry ? (uint64_t)STREAM_PARTS : 0);
        s->wholes[i] += (int64_t)(e->e12[k] / STREAM_PARTS) + carry;
        s->rests[i] = e->rests[k] << s->scale.shift;
    }
}

static void hand_out(struct stream *s, uint64_t amount)
{
    for (uint32_t i = 0; i < s->count; i++) {
        s->floors[i] = s->wholes[i];
        s->keys[i] = stream_fine_key(s, i);
    }
    stream_hand_out(s, amount, false);
    for (uint32_t i = 0; i < s->count; i++) s->wholes[i] -= s->units[i];
}

static void split_finely(struct stream *s, int64_t amount, const struct entitlements_fine *e)
{
    stream_begin(s, e->ids, e->count);
    stream_close_run(s);
    s->scale = scale_make(e->sum);
    accrue(s, e);
    remember(s, amount, e);
    hand_out(s, (uint64_t)amount);
}

/* Notes the first recipient with a rest as the witness. Returns whether the denominator of its part
 * is as large as a fine run needs: then the split has no weights below 2^63. */
static bool find_witness(struct rat *part, uint32_t *id, int64_t amount,
                         const struct entitlements_fine *e)
{
    uint32_t k = 0;
    while (k < e->count && !e->rests[k]) k++;
    if (k == e->count) return false;
    uint64_t denominator = 0;
    set_part(part, amount, e, k);
    *id = e->ids[k];
    return rat_denominator_u64(&denominator, part) != OK || denominator >= (uint64_t)1 << 63;
}

enum status stream_split_fine(struct stream *s, int64_t amount_minor,
                              const struct entitlements_fine *e)
{
    struct stream_fine *f = fine_of(s);
    struct rat part;
    uint32_t witness = 0;
    check_fine(amount_minor, e);
    rat_init(&part);
    int64_t met = stream_fine_witness(s, e->ids, e->count);
    if (met >= 0) {
        set_part(&part, amount_minor, e, (uint32_t)met);
        stream_fine_meet(s, &part);
    }
    enum status status = OK;
    bool fine = !stream_big_is_open(s) && find_witness(&part, &witness, amount_minor, e);
    if (!fine) {
        status = split_by_rationals(s, amount_minor, e);
    } else if ((status = stream_admit(s, amount_minor)) == OK) {
        split_finely(s, amount_minor, e);
        rat_keep(&f->part, s->arena, &part);
        f->witness = witness;
    }
    rat_clear(&part);
    return status;
}
