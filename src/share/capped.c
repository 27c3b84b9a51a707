/* Water-filling in whole 10^-12 of a unit, and the quick way round it where no limit can bind. */
#include "share/capped.h"

/* Room for a party each, or for the two sides of a percentage. */
static struct rat *units_buffer(struct sharer *sh)
{
    if (!sh->units) sh->units = rat_array_of_arena(sh->arena, sh->state->party_count + 2);
    return sh->units;
}

enum status weights_split(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                          const struct weights *w)
{
    if (!w->parts) {
        struct shares shares = {w->ids, w->weights, w->count, w->sum};
        return stream_split(stream, amount_minor, &shares);
    }
    struct rat *units = units_buffer(sh);
    struct rat amount;
    rat_init(&amount);
    rat_set_i64(&amount, amount_minor);
    for (uint32_t i = 0; i < w->count; i++) rat_mul(&units[i], &w->parts[i], &amount);
    struct entitlements e = {w->ids, units, w->count};
    enum status status = stream_split_rat(stream, amount_minor, &e);
    rat_clear(&amount);
    return status;
}

/* ---- weights as integers ---- */

struct shares weights_as_shares(struct sharer *sh, const struct weights *w)
{
    struct shares out = {w->ids, w->weights, w->count, w->sum};
    if (!w->parts) return out;
    struct rat scaled, scale;
    rat_init(&scaled);
    rat_init(&scale);
    rat_set_i64(&scale, LIMIT_WEIGHT_MAX / 2);
    out.sum = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        int64_t whole = 0;
        rat_mul(&scaled, &w->parts[i], &scale);
        enum status status = rat_floor_i64(&whole, &scaled);
        CHECK(status == OK);
        sh->whole_weights[i] = (uint64_t)whole;
        out.sum += (uint64_t)whole;
    }
    out.weights = sh->whole_weights;
    rat_clear(&scale);
    rat_clear(&scaled);
    return out;
}

/* ---- without a limit that binds ---- */

/* Whether it is certain, by whole numbers alone, that no limit is reached by this split. */
static bool surely_free(const struct shares *w, struct limits limits, int64_t amount,
                        const struct entitled *e)
{
    if (limits.times.num != limits.times.den || !entitled_continues(e, w)) return false;
    for (uint32_t i = 0; i < w->count; i++)
        if (w->weights[i] &&
            entitled_bound(e, w->ids[i], amount, w->weights[i], w->sum) > limits.minor[i])
            return false;
    return true;
}

/* ---- water-filling ---- */

/* open[i] = what is open for each with weight, in 10^-12; returns their sum. */
static i128 open_amounts(const struct shares *w, struct limits limits, const struct entitled *e,
                         i128 *open)
{
    i128 sum = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        i128 limit = (i128)limits.minor[i] * STREAM_PARTS;
        if (limits.times.num != limits.times.den)
            limit = limit / limits.times.den * limits.times.num +
                    limit % limits.times.den * limits.times.num / limits.times.den;
        open[i] = limit - entitled_e12(e, w->ids[i]);
        if (open[i] < 0 || !w->weights[i]) open[i] = 0;
        sum += open[i];
    }
    return sum;
}

/* One round: `left` by weight among those not full yet (given < 0); whoever would pass its open
 * amount gets just that. Returns whether somebody became full, and what is then left. */
static bool fill_round(const struct shares *w, const i128 *open, i128 *given, i128 *left)
{
    uint64_t sum = 0;
    i128 taken = 0;
    for (uint32_t i = 0; i < w->count; i++)
        if (given[i] < 0) sum += w->weights[i];
    for (uint32_t i = 0; i < w->count && sum; i++) {
        if (given[i] >= 0 || part_of_e12(*left, w->weights[i], sum) < open[i]) continue;
        given[i] = open[i];
        taken += open[i];
    }
    *left -= taken;
    return taken > 0;
}

/* What is left when nobody fills up any more, by weight; the missing 10^-12 to the first in order.
 */
static void fill_rest(const struct shares *w, i128 *given, i128 left)
{
    uint64_t sum = 0;
    i128 missing = left;
    for (uint32_t i = 0; i < w->count; i++)
        if (given[i] < 0) sum += w->weights[i];
    for (uint32_t i = 0; i < w->count; i++) {
        if (given[i] >= 0) continue;
        given[i] = part_of_e12(left, w->weights[i], sum);
        missing -= given[i];
    }
    for (uint32_t i = 0; i < w->count && missing > 0; i++) {
        if (!w->weights[i]) continue;
        given[i]++;
        missing--;
    }
    CHECK(missing == 0);
}

static void fill(const struct shares *w, const i128 *open, i128 *given, i128 left)
{
    for (uint32_t i = 0; i < w->count; i++) given[i] = open[i] ? -1 : 0;
    while (left > 0 && fill_round(w, open, given, &left)) {
    }
    if (left > 0) {
        fill_rest(w, given, left);
        return;
    }
    for (uint32_t i = 0; i < w->count; i++)
        if (given[i] < 0) given[i] = 0;
}

static enum share_outcome split_filled(struct sharer *sh, const struct shares *w,
                                       struct limits limits, int64_t left, struct entitled *e,
                                       struct stream *stream, struct capped *out)
{
    entitled_close_run(e);
    i128 open = open_amounts(w, limits, e, sh->open_e12) / STREAM_PARTS;
    int64_t amount = open < left ? (int64_t)open : left;
    if (amount <= 0) return SHARE_DONE;
    fill(w, sh->open_e12, sh->given_e12, (i128)amount * STREAM_PARTS);
    struct entitlements_e12 added = {w->ids, sh->given_e12, w->count};
    if (stream_split_e12(stream, amount, &added) != OK) return SHARE_OVERFLOW;
    entitled_add_e12(e, amount, &added);
    *out = (struct capped){.amount_minor = amount, .e12 = sh->given_e12};
    return SHARE_DONE;
}

/* What is open in all, where everybody who was ever entitled has weight now; else unknown. */
static bool open_in_all(const struct shares *w, struct limits limits, const struct entitled *e,
                        i128 *out)
{
    if (limits.times.num != limits.times.den || !entitled_continues(e, w)) return false;
    i128 open = -(i128)e->total_minor;
    for (uint32_t i = 0; i < w->count; i++) {
        if (w->weights[i])
            open += limits.minor[i];
        else if (e->base_e12[w->ids[i]])
            return false;
    }
    *out = open;
    return w->count == e->party_count;
}

enum share_outcome capped_split(struct sharer *sh, const struct weights *weights,
                                struct limits limits, int64_t left, struct entitled *e,
                                struct stream *stream, struct capped *out)
{
    *out = (struct capped){0};
    if (left <= 0 || weights->sum == 0) return SHARE_DONE;
    struct shares w = weights_as_shares(sh, weights);
    i128 open = 0;
    if (open_in_all(&w, limits, e, &open) && open <= 0) return SHARE_DONE;
    if (!surely_free(&w, limits, left, e))
        return split_filled(sh, &w, limits, left, e, stream, out);
    if (weights_split(sh, stream, left, weights) != OK) return SHARE_OVERFLOW;
    entitled_add_shares(e, left, &w);
    out->amount_minor = left;
    return SHARE_DONE;
}
