/* Capped splits: water-filling by exact fractions. */
#include "share/capped.h"

/* A remainder of a stream is nowhere further from zero than this (num/stream.h: 8.1 for 5,000). */
#define REMAINDER_MAX 10

enum status weights_split(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                          const struct weights *w)
{
    if (!w->parts) {
        struct shares shares = {w->ids, w->weights, w->count, w->sum};
        return stream_split(stream, amount_minor, &shares);
    }
    struct rat *units = rat_array(sh->arena, w->count);
    struct rat amount;
    rat_init(&amount);
    rat_set_i64(&amount, amount_minor);
    for (uint32_t i = 0; i < w->count; i++) rat_mul(&units[i], &w->parts[i], &amount);
    struct entitlements e = {w->ids, units, w->count};
    enum status status = stream_split_rat(stream, amount_minor, &e);
    rat_clear(&amount);
    rat_clear_array(units, w->count);
    return status;
}

static bool has_weight(const struct weights *w, uint32_t i)
{
    return w->parts ? rat_sign(&w->parts[i]) > 0 : w->weights[i] > 0;
}

/* ---- the fast ways: integers only ---- */

/* Whether it is certain, by whole numbers alone, that no limit is reached by this split. */
static bool surely_free(const struct weights *w, struct limits limits, int64_t amount,
                        const struct account_run *run)
{
    const struct stream *s = run->stream;
    if (w->parts || limits.times.num != limits.times.den) return false;
    for (uint32_t i = 0, at = 0; i < w->count; i++) {
        while (at < s->count && s->ids[at] < w->ids[i]) at++;
        int64_t held = at < s->count && s->ids[at] == w->ids[i] ? s->held[at] : 0;
        i128 more = (i128)amount * (i128)w->weights[i] / (i128)w->sum;
        if (w->weights[i] && more + held + REMAINDER_MAX + 1 > limits.minor[i]) return false;
    }
    return true;
}

/* What is open in all, where everyone in the run is a recipient and limits are whole. */
static bool open_in_all(const struct weights *w, struct limits limits,
                        const struct account_run *run, i128 *out)
{
    const struct stream *s = run->stream;
    if (limits.times.num != limits.times.den) return false;
    i128 open = -(i128)s->total_minor;
    uint32_t found = 0;
    for (uint32_t i = 0, at = 0; i < w->count; i++) {
        while (at < s->count && s->ids[at] < w->ids[i]) at++;
        bool there = at < s->count && s->ids[at] == w->ids[i];
        bool counts = has_weight(w, i);
        if (!counts && !there) continue;
        if (!counts) return false;
        found += there;
        open += limits.minor[i];
    }
    *out = open;
    return found == s->count;
}

static void note_full(const struct weights *w, struct limits limits, struct account_run *run)
{
    run->at_full = true;
    for (uint32_t i = 0; i < w->count; i++) run->full_minor[w->ids[i]] = limits.minor[i];
}

/* Everyone gets just what is open since all was given the last time: whole units. */
static enum share_outcome split_all_open(struct sharer *sh, const struct weights *w,
                                         struct limits limits, int64_t amount,
                                         struct account_run *run, struct stream *stream,
                                         struct capped *out)
{
    for (uint32_t i = 0; i < w->count; i++)
        sh->e12[i] = (i128)(limits.minor[i] - run->full_minor[w->ids[i]]) * STREAM_PARTS;
    struct entitlements_e12 e = {w->ids, sh->e12, w->count};
    if (stream_split_e12(stream, amount, &e) != OK) return SHARE_OVERFLOW;
    if (run->stream != stream && stream_split_e12(run->stream, amount, &e) != OK)
        return SHARE_OVERFLOW;
    if (sh->exact) {
        out->entitled = rat_array(sh->arena, w->count);
        for (uint32_t i = 0; i < w->count; i++)
            rat_set_i64(&out->entitled[i], limits.minor[i] - run->full_minor[w->ids[i]]);
    }
    out->amount_minor = amount;
    out->closed = true;
    note_full(w, limits, run);
    return SHARE_DONE;
}

static bool can_split_all_open(const struct weights *w, struct limits limits,
                               const struct account_run *run)
{
    if (!run->at_full || limits.times.num != limits.times.den) return false;
    for (uint32_t i = 0; i < w->count; i++) {
        int64_t full = run->full_minor[w->ids[i]];
        if (limits.minor[i] < full || (limits.minor[i] > full && !has_weight(w, i))) return false;
    }
    return true;
}

/* ---- the exact way ---- */

struct water {
    uint32_t count;
    struct rat *open;    /* still open for each */
    struct rat *weights; /* parts of the whole */
    struct rat *given;
    bool *full;
};

static void water_init(struct sharer *sh, struct water *x, const struct weights *w,
                       struct limits limits, const struct account_run *run)
{
    x->count = w->count;
    x->open = rat_array(sh->arena, w->count);
    x->weights = rat_array(sh->arena, w->count);
    x->given = rat_array(sh->arena, w->count);
    x->full = ARENA_ARRAY(sh->arena, bool, w->count);
    struct rat value;
    rat_init(&value);
    for (uint32_t i = 0; i < w->count; i++) {
        weights_part(&x->weights[i], w, i);
        rat_set_ratio(&x->open[i], limits.times);
        rat_set_i64(&value, limits.minor[i]);
        rat_mul(&x->open[i], &x->open[i], &value);
        int64_t place = stream_find(run->stream, w->ids[i]);
        if (place >= 0) {
            stream_entitled(&value, run->stream, (uint32_t)place);
            rat_sub(&x->open[i], &x->open[i], &value);
        }
        if (rat_sign(&x->open[i]) < 0 || rat_sign(&x->weights[i]) == 0) rat_set_i64(&x->open[i], 0);
        x->full[i] = rat_sign(&x->open[i]) == 0;
    }
    rat_clear(&value);
}

static void water_clear(struct water *x)
{
    rat_clear_array(x->open, x->count);
    rat_clear_array(x->weights, x->count);
}

static void sum_of(struct rat *out, const struct rat *list, uint32_t count)
{
    rat_set_i64(out, 0);
    for (uint32_t i = 0; i < count; i++) rat_add(out, out, &list[i]);
}

/* One round: what is left goes by weight to those not full; whoever would pass its limit gets just
 * that and is full. Returns whether somebody became full. */
static bool water_round(struct water *x, struct rat *left)
{
    struct rat weights, part, taken;
    rat_init(&weights);
    rat_init(&part);
    rat_init(&taken);
    bool filled = false;
    for (uint32_t i = 0; i < x->count; i++)
        if (!x->full[i]) rat_add(&weights, &weights, &x->weights[i]);
    for (uint32_t i = 0; i < x->count && rat_sign(&weights) > 0; i++) {
        if (x->full[i]) continue;
        rat_mul(&part, left, &x->weights[i]);
        rat_div(&part, &part, &weights);
        if (rat_compare(&part, &x->open[i]) < 0) {
            rat_set(&x->given[i], &part);
            continue;
        }
        rat_set(&x->given[i], &x->open[i]);
        rat_add(&taken, &taken, &x->open[i]);
        x->full[i] = true;
        filled = true;
    }
    rat_sub(left, left, &taken);
    rat_clear(&taken);
    rat_clear(&part);
    rat_clear(&weights);
    return filled;
}

/* Whether everyone now has just what its limit says, those without weight included. */
static bool all_full(const struct water *x, const struct weights *w, struct limits limits)
{
    if (limits.times.num != limits.times.den) return false;
    for (uint32_t i = 0; i < x->count; i++)
        if (!x->full[i] || (limits.minor[i] > 0 && !has_weight(w, i))) return false;
    return true;
}

/* The most that can be taken: whole units of what is open, and no more than is left. */
static int64_t water_amount(const struct water *x, int64_t left)
{
    struct rat open;
    int64_t whole = 0;
    rat_init(&open);
    sum_of(&open, x->open, x->count);
    if (rat_floor_i64(&whole, &open) != OK || whole > left) whole = left;
    rat_clear(&open);
    return whole;
}

static enum share_outcome split_exactly(struct sharer *sh, const struct weights *w,
                                        struct limits limits, int64_t left, struct account_run *run,
                                        struct stream *stream, struct capped *out)
{
    struct water x;
    water_init(sh, &x, w, limits, run);
    enum share_outcome outcome = SHARE_DONE;
    int64_t amount = water_amount(&x, left);
    if (amount > 0) {
        struct rat rest;
        rat_init(&rest);
        rat_set_i64(&rest, amount);
        while (water_round(&x, &rest)) {
        }
        rat_clear(&rest);
        struct entitlements e = {w->ids, x.given, w->count};
        if (stream_split_rat(stream, amount, &e) != OK ||
            (run->stream != stream && stream_split_rat(run->stream, amount, &e) != OK))
            outcome = SHARE_OVERFLOW;
        out->amount_minor = amount;
        out->entitled = x.given;
        out->closed = all_full(&x, w, limits);
        run->at_full = false;
        if (out->closed) note_full(w, limits, run);
    } else {
        rat_clear_array(x.given, x.count);
    }
    water_clear(&x);
    return outcome;
}

enum share_outcome capped_split(struct sharer *sh, const struct weights *w, struct limits limits,
                                int64_t left, struct account_run *run, struct stream *stream,
                                struct capped *out)
{
    *out = (struct capped){0};
    i128 open = 0;
    bool known = open_in_all(w, limits, run, &open);
    if (left <= 0 || w->sum == 0 || (known && open <= 0)) return SHARE_DONE;
    int64_t amount = known && open < left ? (int64_t)open : left;
    if (known && open <= left && can_split_all_open(w, limits, run))
        return split_all_open(sh, w, limits, amount, run, stream, out);
    if (!surely_free(w, limits, amount, run))
        return split_exactly(sh, w, limits, left, run, stream, out);
    if (weights_split(sh, stream, amount, w) != OK ||
        (run->stream != stream && weights_split(sh, run->stream, amount, w) != OK))
        return SHARE_OVERFLOW;
    out->amount_minor = amount;
    out->by_weights = true;
    run->at_full = false;
    return SHARE_DONE;
}
