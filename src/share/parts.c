/* Weights in divided tiers: of the parts, and of all recipients of all parts together. */
#include "share/run.h"

/* How many there are to share a part equally. */
static uint32_t heads_of(struct run *r, const struct tier *part)
{
    if (run_room(r, part) <= 0) return 0;
    return run_goes_to_one(part) ? 1 : r->sh->weigher.out.count;
}

/* A fund counts as one of those in the list with it. */
static bool weigh_by_heads(struct run *r, const struct tier *tier, struct weights *out)
{
    out->sum = 0;
    for (uint32_t i = 0; i < tier->part_count; i++) {
        out->ids[i] = i;
        out->weights[i] = heads_of(r, &tier->parts[i]);
        out->sum += out->weights[i];
    }
    out->ids[tier->part_count] = tier->part_count;
    out->weights[tier->part_count] = 0;
    out->count = tier->part_count + 1;
    return r->outcome == SHARE_DONE && out->sum > 0;
}

bool run_weigh_parts(struct run *r, const struct tier *tier, struct weights *out)
{
    if (tier->by_heads) return weigh_by_heads(r, tier, out);
    struct ratio given = RATIO_ZERO;
    struct ratio *shares = r->sh->part_shares;
    uint32_t rest = tier->part_count;
    for (uint32_t i = 0; i < tier->part_count; i++) {
        const struct tier *part = &tier->parts[i];
        bool there = run_room(r, part) > 0;
        shares[i] = RATIO_ZERO;
        if (r->outcome != SHARE_DONE) return false;
        if (part->row == TIER_REST && there) rest = i;
        if (part->row == TIER_REST || !there) continue;
        shares[i] = part->share;
        if (ratio_add(&given, given, part->share) != OK) return false;
    }
    shares[tier->part_count] = RATIO_ZERO;
    if (ratio_sub(&shares[rest], RATIO_ONE, given) != OK) return false;
    uint64_t common = 1;
    for (uint32_t i = 0; i <= tier->part_count; i++)
        if (lcm_u64(&common, common, (uint64_t)shares[i].den) != OK) return false;
    for (uint32_t i = 0; i <= tier->part_count; i++) {
        out->ids[i] = i;
        out->weights[i] = (uint64_t)shares[i].num * (common / (uint64_t)shares[i].den);
    }
    out->count = tier->part_count + 1;
    out->sum = common;
    return common <= LIMIT_WEIGHT_MAX;
}

/* ---- all recipients together ---- */

/* Adds what one party has of a part that is num/sum of the tier. */
static void add_share(struct rat *out, const struct rat *of_part, uint64_t num, uint64_t sum)
{
    struct rat share;
    rat_init(&share);
    rat_set_fraction(&share, (i128)num, sum);
    rat_mul(&share, &share, of_part);
    rat_add(out, out, &share);
    rat_clear(&share);
}

static void add_part(struct run *r, const struct tier *part, uint64_t num, uint64_t sum)
{
    struct rat *shares = r->sh->together, one;
    rat_init(&one);
    rat_set_i64(&one, 1);
    if (run_goes_to_one(part)) {
        add_share(&shares[part->to[0].parties[0]], &one, num, sum);
    } else if (run_weigh(r, part)) {
        const struct weights *w = &r->sh->weigher.out;
        for (uint32_t i = 0; w->sum && i < w->count; i++) {
            weights_part(&one, w, i);
            add_share(&shares[w->ids[i]], &one, num, sum);
        }
    }
    rat_clear(&one);
}

/* The shares as the weights of the weigher: whole numbers where these are small enough. */
static void put_together(struct weigher *w, const struct rat *shares)
{
    struct weights *out = &w->out;
    *out = (struct weights){.ids = out->ids, .weights = out->weights};
    for (uint32_t i = 0; i < w->state->party_count; i++)
        if (rat_sign(&shares[i]) > 0) out->ids[out->count++] = i;
    if (!out->count) return;
    weights_start_parts(w);
    for (uint32_t i = 0; i < out->count; i++) rat_set(&out->parts[i], &shares[out->ids[i]]);
    if (rat_weights(out->weights, &out->sum, out->parts, out->count) &&
        out->sum <= LIMIT_WEIGHT_MAX)
        out->parts = NULL;
    else
        weights_divide_parts(w);
}

bool run_weigh_together(struct run *r, const struct tier *tier)
{
    struct sharer *sh = r->sh;
    struct weights parts = {.ids = sh->part_ids, .weights = sh->part_weights};
    if (!tier->part_count) return run_fill_weights(r, tier);
    if (!run_weigh_parts(r, tier, &parts)) {
        if (r->outcome == SHARE_DONE) r->outcome = SHARE_OVERFLOW;
        return false;
    }
    if (!sh->together) sh->together = rat_array_of_arena(sh->arena, sh->state->party_count);
    for (uint32_t i = 0; i < sh->state->party_count; i++) rat_set_i64(&sh->together[i], 0);
    for (uint32_t i = 0; i < tier->part_count && r->outcome == SHARE_DONE; i++)
        if (parts.weights[i]) add_part(r, &tier->parts[i], parts.weights[i], parts.sum);
    put_together(&sh->weigher, sh->together);
    return r->outcome == SHARE_DONE;
}

uint32_t run_focus(const struct run *r, const struct tier *tier)
{
    uint32_t focus = basis_focus(r->sh->state, tier->basis, r->m);
    for (uint32_t i = 0; !focus && i < tier->part_count; i++)
        focus = basis_focus(r->sh->state, tier->parts[i].basis, r->m);
    return focus;
}
