/* Runs whose weights have a common denominator of 2^63 or more, over rationals. They come from caps
 * that bind and from games, last a split or two, and need not be fast.
 *
 * While such a run is open, d is a rational; floors and keys are made from it for each handing out:
 * keys are then the ranks of the fractions of d, which is all that handing out looks at. */
#include "num/stream_parts.h"

#include <stdlib.h>

struct ranked {
    const struct rat *value;
    uint32_t place;
};

struct stream_big {
    bool open;
    struct kept_rat *weights;    /* fractions of the whole, one a recipient */
    struct kept_rat *remainders; /* d */
    struct kept_rat *fractions;  /* scratch: what is ranked */
    struct ranked *order;        /* scratch: the ranking */
    uint32_t capacity;
};

bool stream_big_is_open(const struct stream *s)
{
    return s->big && s->big->open;
}

void stream_big_forget(struct stream *s)
{
    if (s->big) s->big->open = false;
}

const struct rat *stream_big_remainder(const struct stream *s, uint32_t place)
{
    return &s->big->remainders[place].value;
}

/* ---- places ---- */

static struct kept_rat *larger_array(struct stream *s, const struct kept_rat *from, uint32_t count)
{
    struct kept_rat *array = ARENA_ARRAY(s->arena, struct kept_rat, count);
    for (uint32_t i = 0; from && i < s->big->capacity; i++) array[i] = from[i];
    return array;
}

void stream_big_reserve(struct stream *s, uint32_t capacity)
{
    if (!s->big || s->big->capacity >= capacity) return;
    s->big->weights = larger_array(s, s->big->weights, capacity);
    s->big->remainders = larger_array(s, s->big->remainders, capacity);
    s->big->fractions = larger_array(s, s->big->fractions, capacity);
    s->big->order = ARENA_ARRAY(s->arena, struct ranked, capacity);
    s->big->capacity = capacity;
}

void stream_big_shift(struct stream *s, uint32_t to, uint32_t from)
{
    if (!stream_big_is_open(s)) return;
    s->big->weights[to] = s->big->weights[from];
    s->big->remainders[to] = s->big->remainders[from];
}

void stream_big_join(struct stream *s, uint32_t place)
{
    if (!stream_big_is_open(s)) return;
    struct rat zero;
    rat_init(&zero);
    s->big->weights[place] = (struct kept_rat){0}; /* its room moved on with the old value */
    s->big->remainders[place] = (struct kept_rat){0};
    rat_keep(&s->big->weights[place], s->arena, &zero);
    rat_keep(&s->big->remainders[place], s->arena, &zero);
    rat_clear(&zero);
}

/* ---- ranks ---- */

static int compare_ranked(const void *a, const void *b)
{
    return rat_compare(((const struct ranked *)a)->value, ((const struct ranked *)b)->value);
}

/* keys[i] = the rank of fractions[i], equal where they are, in the top bits of a key. */
static void rank_fractions(struct stream *s)
{
    struct ranked *order = s->big->order;
    for (uint32_t i = 0; i < s->count; i++) {
        order[i] = (struct ranked){&s->big->fractions[i].value, i};
    }
    qsort(order, s->count, sizeof *order, compare_ranked);
    uint64_t rank = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if (i > 0) rank += compare_ranked(&order[i - 1], &order[i]) != 0;
        s->keys[order[i].place] = (u128)rank << (SELECT_KEY_BITS - 32);
    }
}

/* floors[i] and fractions[i] from value, whose floor fits: |d| is within the stream's volume. */
static void set_floor_and_fraction(struct stream *s, uint32_t i, struct rat *value)
{
    struct rat floor;
    CHECK(rat_floor_i64(&s->floors[i], value) == OK);
    rat_init(&floor);
    rat_set_i64(&floor, s->floors[i]);
    rat_sub(value, value, &floor);
    rat_keep(&s->big->fractions[i], s->arena, value);
    rat_clear(&floor);
}

/* ---- opening and closing ---- */

/* Sets wholes and parts, the whole 10^-12 of the fraction of d; fractions are what is beyond them.
 * Returns how many 10^-12 those make together. */
static uint32_t round_down(struct stream *s)
{
    struct rat value, parts, beyond;
    int64_t missing;
    rat_init(&value);
    rat_init(&parts);
    rat_init(&beyond);
    rat_set_i64(&parts, STREAM_PARTS);
    for (uint32_t i = 0; i < s->count; i++) {
        rat_set(&value, &s->big->remainders[i].value);
        set_floor_and_fraction(s, i, &value);
        s->wholes[i] = s->floors[i];
        rat_mul(&value, &value, &parts);
        set_floor_and_fraction(s, i, &value);
        s->parts[i] = (uint64_t)s->floors[i];
        s->marks[i] = 1;
        rat_add(&beyond, &beyond, &value);
    }
    CHECK(rat_is_whole(&beyond));
    CHECK(rat_floor_i64(&missing, &beyond) == OK);
    CHECK(missing < s->count);
    rat_clear(&value);
    rat_clear(&parts);
    rat_clear(&beyond);
    return (uint32_t)missing;
}

void stream_big_close(struct stream *s)
{
    if (!stream_big_is_open(s)) return;
    uint32_t missing = round_down(s);
    rank_fractions(s);
    select_keys(
        &(struct selection){
            .count = s->count, .wanted = missing, .marks = s->marks, .picks = s->picks},
        s->keys);
    s->big->open = false;
    stream_set_parts(s);
}

/* out = what recipient number k of e is entitled to, as a fraction of the amount. */
static void entitled_fraction(struct rat *out, int64_t amount, const struct entitlements *e,
                              uint32_t k)
{
    struct rat whole;
    rat_init(&whole);
    rat_set_i64(&whole, amount);
    rat_div(out, &e->units[k], &whole);
    rat_clear(&whole);
}

void stream_big_open(struct stream *s, int64_t amount, const struct entitlements *e)
{
    struct rat value;
    if (!s->big) s->big = ARENA_NEW(s->arena, struct stream_big);
    stream_big_reserve(s, s->capacity);
    rat_init(&value);
    for (uint32_t i = 0, k = 0; i < s->count; i++) {
        stream_remainder(&value, s, i);
        rat_keep(&s->big->remainders[i], s->arena, &value);
        rat_set_i64(&value, 0);
        if (k < e->count && s->map_places[k] == i) entitled_fraction(&value, amount, e, k++);
        rat_keep(&s->big->weights[i], s->arena, &value);
    }
    rat_clear(&value);
    s->big->open = true;
}

/* ---- splits ---- */

static bool continues_run(const struct stream *s, int64_t amount, const struct entitlements *e)
{
    struct rat value;
    bool equal = stream_big_is_open(s);
    rat_init(&value);
    for (uint32_t i = 0, k = 0; i < s->count && equal; i++) {
        rat_set_i64(&value, 0);
        if (k < e->count && s->map_places[k] == i) entitled_fraction(&value, amount, e, k++);
        equal = rat_equal(&value, &s->big->weights[i].value);
    }
    rat_clear(&value);
    return equal;
}

bool stream_big_continues_e12(const struct stream *s, u128 all, const struct entitlements_e12 *e)
{
    struct rat value;
    bool equal = stream_big_is_open(s);
    rat_init(&value);
    for (uint32_t i = 0, k = 0; i < s->count && equal; i++) {
        bool has = k < e->count && s->map_places[k] == i;
        rat_set_fraction(&value, has ? (i128)size_of_e12(e->e12[k++]) : 0, all);
        equal = rat_equal(&value, &s->big->weights[i].value);
    }
    rat_clear(&value);
    return equal;
}

/* d += amount * weight, kept; value = d, or -d in a reversal. */
static void accrue(struct stream *s, uint32_t i, int64_t amount, struct rat *value)
{
    rat_set_i64(value, amount);
    rat_mul(value, value, &s->big->weights[i].value);
    rat_add(value, value, &s->big->remainders[i].value);
    rat_keep(&s->big->remainders[i], s->arena, value);
    if (amount < 0) rat_neg(value, value);
}

void stream_big_turn(struct stream *s, int64_t amount)
{
    struct rat value;
    rat_init(&value);
    for (uint32_t i = 0; i < s->count; i++) {
        accrue(s, i, amount, &value);
        set_floor_and_fraction(s, i, &value);
    }
    rank_fractions(s);
    stream_hand_out(s, size_of(amount), amount < 0);
    for (uint32_t i = 0; i < s->count; i++) {
        rat_set_i64(&value, -s->units[i]);
        rat_add(&value, &value, &s->big->remainders[i].value);
        rat_keep(&s->big->remainders[i], s->arena, &value);
    }
    rat_clear(&value);
}

void stream_big_pass_on(struct stream *s, uint32_t place, int64_t units_minor)
{
    struct rat value;
    rat_init(&value);
    rat_set_i64(&value, units_minor);
    rat_add(&value, &value, &s->big->remainders[place].value);
    rat_keep(&s->big->remainders[place], s->arena, &value);
    rat_clear(&value);
}

static void check_sum(int64_t amount, const struct entitlements *e)
{
    struct rat total, whole;
    rat_init(&total);
    rat_init(&whole);
    for (uint32_t k = 0; k < e->count; k++) {
        int sign = rat_sign(&e->units[k]);
        CHECK(amount < 0 ? sign <= 0 : sign >= 0);
        rat_add(&total, &total, &e->units[k]);
    }
    rat_set_i64(&whole, amount);
    CHECK(rat_equal(&total, &whole));
    rat_clear(&total);
    rat_clear(&whole);
}

static void meet_fine(struct stream *s, int64_t amount, const struct entitlements *e)
{
    int64_t k = stream_fine_witness(s, e->ids, e->count);
    struct rat part;
    if (k < 0) return;
    rat_init(&part);
    entitled_fraction(&part, amount, e, (uint32_t)k);
    stream_fine_meet(s, &part);
    rat_clear(&part);
}

enum status stream_split_rat(struct stream *s, int64_t amount_minor, const struct entitlements *e)
{
    uint64_t sum;
    enum status status = stream_admit(s, amount_minor);
    if (status != OK || amount_minor == 0) return status;
    check_sum(amount_minor, e);
    meet_fine(s, amount_minor, e);
    stream_begin(s, e->ids, e->count);
    if (continues_run(s, amount_minor, e)) {
        stream_big_turn(s, amount_minor);
    } else if (rat_weights(s->next_weights, &sum, e->units, e->count)) {
        stream_split_weights(s, amount_minor, stream_spread(s, s->next_weights), sum);
    } else {
        stream_close_run(s);
        stream_big_open(s, amount_minor, e);
        stream_big_turn(s, amount_minor);
    }
    return OK;
}
