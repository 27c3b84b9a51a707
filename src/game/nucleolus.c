/* The nucleolus, level by level. */
#include "game/nucleolus.h"

#include "game/excess.h"

/* ---- what a level leaves ---- */

static void keep_proofs(struct nucleolus_level *level, struct arena *a, const struct excess_lp *lp)
{
    level->proofs = ARENA_ARRAY(a, struct proof, lp->rows);
    struct rat *weights = rat_array_of_arena(a, lp->rows);
    for (uint32_t i = 0; i < lp->rows; i++) {
        int64_t weight = lp->inverse[i][0];
        if (weight == 0) continue;
        struct proof *p = &level->proofs[level->proof_count++];
        rat_set_fraction(&weights[i], weight, (u128)lp->det);
        *p = (struct proof){lp->basis[i].kind, lp->basis[i].coalition, weights[i]};
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

/* ---- settling ---- */

static i128 sum_of_x(const struct excess_lp *lp, uint32_t coalition)
{
    i128 sum = 0;
    for (uint32_t i = 0; i < lp->g->n; i++)
        if (coalition >> i & 1) sum += lp->prices.x[i];
    return sum;
}

/* What bears a weight holds with equality in every solution. */
static void settle(struct excess_lp *lp)
{
    for (uint32_t i = 0; i < lp->rows; i++) {
        struct column c = lp->basis[i];
        if (c.kind == PROOF_SETTLED || lp->inverse[i][0] == 0) continue;
        if (span_add(&lp->span, c.coalition))
            lp->settled[lp->settled_count++].coalition = c.coalition;
    }
    for (uint32_t i = 0; i < lp->settled_count; i++)
        lp->settled[i].worth = sum_of_x(lp, lp->settled[i].coalition);
    lp->settled_scale = lp->prices.scale;
}

/* A coalition that is not settled, with the largest excess at the prices: where the next level is
 * likely to end. */
static uint32_t next_first(const struct excess_lp *lp)
{
    uint32_t best = 0;
    i128 most = 0;
    for (uint32_t c = 1; c < game_all(lp->g); c++) {
        i128 excess = lp->prices.scale * lp->g->v[c] - halves_sum(lp->halves, c);
        if ((best && excess <= most) || span_has(&lp->span, c)) continue;
        best = c;
        most = excess;
    }
    CHECK(best);
    return best;
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
    uint32_t first = 1;
    for (;;) {
        enum status s = excess_solve(lp, first);
        if (s != OK) return s;
        keep_level(out, a, lp);
        keep_payoffs(out, a, lp);
        settle(lp);
        if (lp->span.rank == g->n || out->level_count == options.levels_max) return OK;
        excess_fill_halves(lp->halves, lp->prices.x, g->n);
        first = next_first(lp);
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

/* Sums of at most 28 of such stay inside 128 bits. */
#define PART_MAX ((i128)1 << 120)

static bool worst_fits(const struct prices *p, const struct game *g)
{
    for (uint32_t i = 0; i < g->n; i++)
        if (p->x[i] > PART_MAX || p->x[i] < -PART_MAX) return false;
    return p->scale <= PART_MAX / GAME_WORTH_MAX;
}

enum status game_worst(uint32_t *coalition, struct rat *excess, struct arena *a,
                       const struct game *g, const struct rat *x)
{
    struct prices p = {.scale = 0};
    i128 most = 0;
    enum status s = scaled(&p, g, x);
    if (s != OK || !worst_fits(&p, g)) return ERR_OVERFLOW;
    struct halves *halves = ARENA_NEW(a, struct halves);
    excess_fill_halves(halves, p.x, g->n);
    *coalition = 0;
    for (uint32_t c = 1; c < game_all(g); c++) {
        i128 own = p.scale * g->v[c] - halves_sum(halves, c);
        if (*coalition && own <= most) continue;
        *coalition = c;
        most = own;
    }
    game_value(excess, g, most, (u128)p.scale);
    return OK;
}
