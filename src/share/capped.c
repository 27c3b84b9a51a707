/* Water-filling in whole 10^-12 of a unit, and the quick way round it where no limit can bind. */
#include "share/capped.h"

/* Exact entitlements of a split under limits, until the next. */
static struct rat *capped_units(struct sharer *sh)
{
    if (!sh->capped) sh->capped = rat_array_of_arena(sh->arena, sh->state->party_count);
    return sh->capped;
}

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
    bool plain = !limits.e12 && !limits.lifted && limits.times.num == limits.times.den;
    if (!plain || !entitled_continues(e, w)) return false;
    for (uint32_t i = 0; i < w->count; i++)
        if (w->weights[i] &&
            entitled_bound(e, w->ids[i], amount, w->weights[i], w->sum) > limits.minor[i])
            return false;
    return true;
}

/* ---- water-filling ---- */

/* What a sum of open amounts may lack of whole units and still be whole, in 10^-12: entitlements
 * and limits were rounded to 10^-12 one by one, and a third of 1.00 for each of three is 1.00. */
#define LACK_E12_MAX 1000

/* More than all amounts together, and room to add such limits up. */
#define NO_LIMIT_E12 ((i128)1 << 108)

static i128 limit_e12(struct limits limits, uint32_t i, uint32_t id)
{
    if (limits.lifted && limits.lifted[id]) return NO_LIMIT_E12;
    if (limits.e12) return limits.e12[i];
    i128 limit = (i128)limits.minor[i] * STREAM_PARTS;
    if (limits.times.num == limits.times.den) return limit;
    return limit / limits.times.den * limits.times.num +
           limit % limits.times.den * limits.times.num / limits.times.den;
}

i128 capped_open(const struct shares *w, struct limits limits, const struct entitled *e, i128 *open)
{
    i128 sum = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        open[i] = limit_e12(limits, i, w->ids[i]) - entitled_e12(e, w->ids[i]);
        if (open[i] < 0 || !w->weights[i]) open[i] = 0;
        sum += open[i];
    }
    i128 lack = (STREAM_PARTS - sum % STREAM_PARTS) % STREAM_PARTS;
    for (uint32_t i = 0; i < w->count && lack > 0 && lack <= LACK_E12_MAX; i++) {
        if (!open[i]) continue;
        open[i] += lack;
        return sum + lack;
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

/* Whether an amount can go by weight alone: nobody would reach what is open for it. */
static bool is_free(const struct shares *w, const i128 *open, i128 amount_e12)
{
    for (uint32_t i = 0; i < w->count; i++)
        if (w->weights[i] && part_of_e12(amount_e12, w->weights[i], w->sum) >= open[i])
            return false;
    return true;
}

#define UNFILLED (-1) /* in given: not filled up; then in open, as a mark */

/* Fills up whoever reaches what is open for it; the others stay below zero in given. Returns what
 * is left for them, by weight. */
static i128 fill(const struct shares *w, const i128 *open, i128 *given, i128 left)
{
    for (uint32_t i = 0; i < w->count; i++) given[i] = open[i] ? UNFILLED : 0;
    while (left > 0 && fill_round(w, open, given, &left)) {
    }
    return left;
}

/* The parts of those not filled up, rounded down to 10^-12, and what is beyond them in parts of the
 * sum of their weights, which is returned; they are marked in open. */
static uint64_t share_rest(const struct shares *w, i128 *open, i128 *given, uint64_t *rests,
                           i128 left)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < w->count; i++)
        if (given[i] == UNFILLED) sum += w->weights[i];
    for (uint32_t i = 0; i < w->count; i++) {
        rests[i] = 0;
        if (given[i] != UNFILLED) continue;
        given[i] = left ? part_and_rest_e12(&rests[i], left, w->weights[i], sum) : 0;
        open[i] = UNFILLED;
    }
    return sum;
}

/* What the parts of a sum lack of 10^-12, of which the first in order get one each: entitlements
 * are counted to 10^-12. Returns whether none is missing. */
static bool make_up_rest(const struct shares *w, const i128 *open, i128 *given,
                         const uint64_t *rests, uint64_t sum)
{
    u128 beyond = 0;
    for (uint32_t i = 0; i < w->count; i++) beyond += rests[i];
    if (!beyond) return true;
    uint64_t missing = (uint64_t)(beyond / sum);
    for (uint32_t i = 0; i < w->count && missing > 0; i++)
        if (open[i] == UNFILLED) {
            given[i]++;
            missing--;
        }
    return false;
}

/* Where nobody was filled up with anything, it is a split by the weights of the others. */
static enum status split_among_rest(struct sharer *sh, const struct shares *w, const i128 *open,
                                    int64_t amount, struct stream *stream)
{
    struct shares rest = {w->ids, sh->whole_weights, w->count, 0};
    for (uint32_t i = 0; i < w->count; i++) {
        sh->whole_weights[i] = open[i] == UNFILLED ? w->weights[i] : 0;
        rest.sum += sh->whole_weights[i];
    }
    return stream_split(stream, amount, &rest);
}

/* The parts as exact fractions: what was filled up is whole 10^-12, the others share the rest. */
static const struct rat *exact_parts(struct sharer *sh, const struct shares *w, const i128 *open,
                                     const i128 *given, i128 left, uint64_t sum)
{
    struct rat *units = capped_units(sh);
    struct rat part;
    rat_init(&part);
    for (uint32_t i = 0; i < w->count; i++) {
        bool filled = open[i] != UNFILLED;
        rat_set_fraction(&units[i], filled ? given[i] : left, (u128)STREAM_PARTS);
        if (filled) continue;
        rat_set_fraction(&part, (i128)w->weights[i], sum);
        rat_mul(&units[i], &units[i], &part);
    }
    rat_clear(&part);
    return units;
}

/* Splits by what everybody was filled up with, and the rest by the weights of the others. */
static enum status split_by_parts(struct sharer *sh, const struct shares *w, i128 rest,
                                  uint64_t sum, int64_t amount, struct stream *stream)
{
    bool among_rest = rest == (i128)amount * STREAM_PARTS, whole = true;
    for (uint32_t i = 0; i < w->count && whole; i++) whole = sh->rests[i] == 0;
    if (whole)
        return stream_split_e12(stream, amount,
                                &(struct entitlements_e12){w->ids, sh->given_e12, w->count});
    if (among_rest) return split_among_rest(sh, w, sh->open_e12, amount, stream);
    struct entitlements_fine e = {w->ids, sh->given_e12, sh->rests, w->count, sum};
    return stream_split_fine(stream, amount, &e);
}

/* Where somebody is filled up before all is given: what each is entitled to is left in given. */
static enum status split_partly(struct sharer *sh, const struct shares *w, int64_t amount,
                                struct stream *stream, struct capped *out)
{
    i128 rest = fill(w, sh->open_e12, sh->given_e12, (i128)amount * STREAM_PARTS);
    uint64_t sum = share_rest(w, sh->open_e12, sh->given_e12, sh->rests, rest);
    enum status status = split_by_parts(sh, w, rest, sum, amount, stream);
    bool exact = make_up_rest(w, sh->open_e12, sh->given_e12, sh->rests, sum);
    if (sh->exact && !exact)
        out->exact = exact_parts(sh, w, sh->open_e12, sh->given_e12, rest, sum);
    return status;
}

static enum share_outcome split_freely(struct sharer *sh, const struct weights *weights,
                                       const struct shares *w, int64_t amount, struct entitled *e,
                                       struct stream *stream, struct capped *out)
{
    if (weights_split(sh, stream, amount, weights) != OK) return SHARE_OVERFLOW;
    entitled_add_shares(e, amount, w);
    out->amount_minor = amount;
    return SHARE_DONE;
}

static enum share_outcome split_filled(struct sharer *sh, const struct weights *weights,
                                       const struct shares *w, struct limits limits, int64_t left,
                                       struct entitled *e, struct stream *stream,
                                       struct capped *out)
{
    entitled_close_run(e);
    i128 open_e12 = capped_open(w, limits, e, sh->open_e12), open = open_e12 / STREAM_PARTS;
    int64_t amount = open < left ? (int64_t)open : left;
    i128 amount_e12 = (i128)amount * STREAM_PARTS;
    if (amount <= 0) return SHARE_DONE;
    struct entitlements_e12 added = {w->ids, sh->open_e12, w->count};
    enum status status;
    if (amount_e12 == open_e12) {
        status = stream_split_e12(stream, amount, &added);
    } else if (is_free(w, sh->open_e12, amount_e12)) {
        return split_freely(sh, weights, w, amount, e, stream, out);
    } else {
        added.e12 = sh->given_e12;
        status = split_partly(sh, w, amount, stream, out);
    }
    if (status != OK) return SHARE_OVERFLOW;
    out->amount_minor = amount;
    out->e12 = added.e12;
    entitled_add_e12(e, amount, &added);
    return SHARE_DONE;
}

/* Whether somebody had more than the limit: by `times` in another tier, or cost taken back. */
static bool exceeded(const struct shares *w, struct limits limits, const struct entitled *e)
{
    for (uint32_t i = 0; i < w->count; i++) {
        i128 had = e->base_e12[w->ids[i]];
        if (e->run_sum && w->weights[i])
            had += part_of_e12((i128)e->run_minor * STREAM_PARTS, w->weights[i], w->sum);
        if (had > (i128)limits.minor[i] * STREAM_PARTS) return true;
    }
    return false;
}

/* What is open in all, where everybody who was ever entitled has weight now; else unknown. */
static bool open_in_all(const struct shares *w, struct limits limits, const struct entitled *e,
                        i128 *out)
{
    bool plain = !limits.e12 && !limits.lifted && limits.times.num == limits.times.den;
    if (!plain || !entitled_continues(e, w)) return false;
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
    if (open_in_all(&w, limits, e, &open) && open <= 0 && !exceeded(&w, limits, e))
        return SHARE_DONE;
    if (surely_free(&w, limits, left, e))
        return split_freely(sh, weights, &w, left, e, stream, out);
    return split_filled(sh, weights, &w, limits, left, e, stream, out);
}
