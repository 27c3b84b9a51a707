/* The nucleolus, level by level. */
#include "game/nucleolus.h"

#include "game/excess.h"

/* ---- what a level leaves ---- */

static void keep_proofs(struct nucleolus_level *level, struct arena *a, const struct excess_lp *lp)
{
    const struct basis *b = &lp->basis;
    level->proofs = ARENA_ARRAY(a, struct proof, b->rows);
    struct rat *weights = rat_array_of_arena(a, b->rows);
    for (uint32_t i = 0; i < b->rows; i++) {
        int64_t weight = b->inverse[i][0];
        if (weight == 0) continue;
        struct proof *p = &level->proofs[level->proof_count++];
        rat_set_fraction(&weights[i], weight, (u128)b->det);
        *p = (struct proof){b->columns[i].kind, b->columns[i].coalition, weights[i]};
    }
}

static void keep_level(struct nucleolus *out, struct arena *a, const struct excess_lp *lp)
{
    struct nucleolus_level *level = &out->levels[out->level_count++];
    struct rat *excess = rat_array_of_arena(a, 1);
    game_value(excess, lp->g, lp->prices.excess, (u128)lp->prices.scale);
    level->excess = *excess;
    keep_proofs(level, a, lp);
}

static void keep_payoffs(struct nucleolus *out, struct arena *a, const struct excess_lp *lp)
{
    out->x = rat_array_of_arena(a, lp->g->n);
    for (uint32_t i = 0; i < lp->g->n; i++)
        game_value(&out->x[i], lp->g, lp->prices.x[i], (u128)lp->prices.scale);
}

/* ---- the chain ---- */

/* The sum of what they are worth alone is more than there is. */
static bool has_no_imputation(const struct game *g)
{
    i128 alone = 0;
    for (uint32_t i = 0; i < g->n; i++) alone += g->v[(size_t)1 << i];
    return alone > g->v[game_all(g)];
}

static void give_all(struct nucleolus *out, struct arena *a, const struct game *g)
{
    out->x = rat_array_of_arena(a, 1);
    game_value(&out->x[0], g, g->v[1], 1);
}

enum status game_nucleolus(struct nucleolus *out, struct arena *a, const struct game *g,
                           struct nucleolus_options options)
{
    *out = (struct nucleolus){0};
    if (options.imputations && has_no_imputation(g)) return ERR_RANGE;
    if (g->n == 1) {
        give_all(out, a, g);
        return OK;
    }
    struct excess_lp *lp = ARENA_NEW(a, struct excess_lp);
    excess_init(lp, a, g, options);
    for (;;) {
        enum status s = excess_solve(lp);
        if (s != OK) return s;
        keep_level(out, a, lp);
        keep_payoffs(out, a, lp);
        excess_settle(lp);
        if (lp->span.rank == g->n || out->level_count == options.levels_max) return OK;
    }
}

/* ---- the worst coalition ---- */

/* x over one denominator, in units of the game. */
static enum status scaled(struct prices *p, const struct game *g, const struct rat *x)
{
    uint64_t common = 1;
    struct rat units, factor;
    enum status s = OK;
    rat_init(&units);
    rat_init(&factor);
    for (uint32_t i = 0; i < g->n && s == OK; i++) {
        uint64_t own;
        rat_set_fraction(&factor, (i128)g->den, 1);
        rat_mul(&units, &x[i], &factor);
        s = rat_denominator_u64(&own, &units);
        if (s == OK) s = lcm_u64(&common, common, own);
    }
    for (uint32_t i = 0; i < g->n && s == OK; i++) {
        rat_set_fraction(&factor, (i128)g->den * (i128)common, 1);
        rat_mul(&units, &x[i], &factor);
        s = rat_floor_i128(&p->x[i], &units);
    }
    p->scale = (i128)common;
    rat_clear(&units);
    rat_clear(&factor);
    return s;
}

/* x over one denominator is a price with ε = 0; the coalition that gains most is asked for, also
 * where it loses, so ε is put so low that all gain. */
enum status game_worst(uint32_t *coalition, struct rat *excess, struct arena *a,
                       const struct game *g, const struct rat *x)
{
    struct prices p = {.scale = 0};
    i128 bound;
    uint32_t count;
    struct sweep *sweep = sweep_new(a, g);
    struct span_of span;
    span_init(&span, g->n);
    (void)span_add(&span, game_all(g));
    if (scaled(&p, g, x) != OK || sweep_bound(&bound, sweep, &p) != OK) return ERR_OVERFLOW;
    p.excess = -bound - 1;
    if (sweep_bound(&bound, sweep, &p) != OK) return ERR_OVERFLOW;
    const struct gainer *found = sweep_gainers(sweep, &p, bound, &span, 1, &count);
    *coalition = count ? found->coalition : 0;
    p.excess = 0;
    if (count) game_value(excess, g, sweep_gain(g, &p, *coalition), (u128)p.scale);
    return OK;
}
