/* The dual simplex of a level: a basis in whole numbers, a pool of coalitions, passes for more. */
#include "game/excess.h"

#include <string.h>

/* ---- checked whole numbers ---- */

static i128 times(struct excess_lp *lp, i128 a, i128 b)
{
    i128 out = 0;
    if (__builtin_mul_overflow(a, b, &out)) lp->overflow = true;
    return out;
}

static i128 plus(struct excess_lp *lp, i128 a, i128 b)
{
    i128 out = 0;
    if (__builtin_add_overflow(a, b, &out)) lp->overflow = true;
    return out;
}

static u128 magnitude(i128 a)
{
    return a < 0 ? (u128)0 - (u128)a : (u128)a;
}

/* ---- columns ---- */

static struct column excess_column(const struct excess_lp *lp, uint32_t coalition)
{
    uint32_t counts = lp->options.per_capita ? game_size(coalition) : 1;
    return (struct column){PROOF_EXCESS, coalition, counts};
}

static struct column other_column(enum proof_kind kind, uint32_t coalition)
{
    return (struct column){kind, coalition, 0};
}

/* What the column is worth, over settled_scale. */
static i128 worth(struct excess_lp *lp, struct column c)
{
    if (c.kind != PROOF_SETTLED) return times(lp, lp->g->v[c.coalition], lp->settled_scale);
    for (uint32_t i = 0; i < lp->settled_count; i++)
        if (lp->settled[i].coalition == c.coalition) return lp->settled[i].worth;
    UNREACHABLE("a settled coalition");
}

/* ---- the pool ---- */

static void pool_add(struct excess_lp *lp, struct column c)
{
    if (lp->pool_count == lp->pool_capacity) {
        size_t capacity = lp->pool_capacity ? 2 * lp->pool_capacity : 512;
        struct candidate *larger = ARENA_ARRAY(lp->arena, struct candidate, capacity);
        if (lp->pool_count) memcpy(larger, lp->pool, lp->pool_count * sizeof *larger);
        lp->pool = larger;
        lp->pool_capacity = capacity;
    }
    lp->pool[lp->pool_count++] = (struct candidate){c, (double)lp->g->v[c.coalition]};
}

static bool pool_has(const struct excess_lp *lp, struct column c)
{
    for (size_t i = 0; i < lp->pool_count; i++)
        if (lp->pool[i].column.kind == c.kind && lp->pool[i].column.coalition == c.coalition)
            return true;
    return false;
}

/* Of a new level: without those that are settled. */
static void pool_drop_settled(struct excess_lp *lp)
{
    size_t kept = 0;
    for (size_t i = 0; i < lp->pool_count; i++) {
        struct candidate own = lp->pool[i];
        if (own.column.kind == PROOF_ALONE || !span_has(&lp->span, own.column.coalition))
            lp->pool[kept++] = own;
    }
    lp->pool_count = kept;
}

/* ---- prices ---- */

static void reduce_prices(struct prices *p, uint32_t n)
{
    u128 common = gcd_u128(magnitude(p->excess), magnitude(p->scale));
    for (uint32_t i = 0; i < n && common > 1; i++) common = gcd_u128(magnitude(p->x[i]), common);
    if (common <= 1) return;
    for (uint32_t i = 0; i < n; i++) p->x[i] /= (i128)common;
    p->excess /= (i128)common;
    p->scale /= (i128)common;
}

static void price(struct excess_lp *lp)
{
    struct prices *p = &lp->prices;
    const struct basis *b = &lp->basis;
    *p = (struct prices){.scale = times(lp, lp->settled_scale, b->det),
                         .by_head = lp->options.per_capita};
    for (uint32_t k = 0; k < b->rows; k++) {
        i128 of = worth(lp, b->columns[k]);
        p->excess = plus(lp, p->excess, times(lp, of, b->inverse[k][0]));
        for (uint32_t i = 0; i < lp->g->n; i++)
            p->x[i] = plus(lp, p->x[i], times(lp, of, b->inverse[k][i + 1]));
    }
}

/* What the column would gain: how far its inequality is from holding. In units over scale. */
static i128 gain(struct excess_lp *lp, struct column c)
{
    const struct prices *p = &lp->prices;
    i128 sum = times(lp, p->excess, c.counts);
    for (uint32_t left = c.coalition; left; left &= left - 1)
        sum = plus(lp, sum, p->x[__builtin_ctz(left)]);
    return plus(lp, times(lp, lp->g->v[c.coalition], p->scale), -sum);
}

/* ---- who enters ---- */

/* Prices in doubles, those of any seven players added up. */
#define PART_BITS 7u
#define PARTS ((LIMIT_PLAYERS_MAX + PART_BITS - 1) / PART_BITS)

struct guide {
    double sums[PARTS][1u << PART_BITS];
    double excess;
    double doubt; /* gains above minus this may be gains */
};

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

static void fill_guide(struct guide *out, const struct excess_lp *lp)
{
    const struct prices *p = &lp->prices;
    double scale = (double)p->scale;
    double size = (double)lp->g->largest;
    out->excess = (double)p->excess / scale;
    for (uint32_t part = 0; part < PARTS; part++) {
        out->sums[part][0] = 0;
        for (uint32_t i = 0; i < PART_BITS; i++) {
            uint32_t player = part * PART_BITS + i;
            double x = player < lp->g->n ? (double)p->x[player] / scale : 0;
            size += size_of(x);
            for (uint32_t j = 0; j < 1u << i; j++)
                out->sums[part][(1u << i) + j] = out->sums[part][j] + x;
        }
    }
    out->doubt = 0x1p-45 * (size + LIMIT_PLAYERS_MAX * size_of(out->excess));
}

static double guessed_gain(const struct guide *g, const struct candidate *c)
{
    double sum = g->excess * c->column.counts;
    for (uint32_t part = 0; part < PARTS; part++)
        sum += g->sums[part][c->column.coalition >> part * PART_BITS & ((1u << PART_BITS) - 1)];
    return c->worth - sum;
}

/* The candidate of the pool that gains most, as doubles see it; one that gains exactly. */
static bool best_of_pool(struct excess_lp *lp, struct column *out)
{
    struct guide guide;
    double best = 0;
    size_t at = 0;
    fill_guide(&guide, lp);
    for (size_t i = 0; i < lp->pool_count; i++) {
        double guessed = guessed_gain(&guide, &lp->pool[i]);
        if (guessed <= best) continue;
        best = guessed;
        at = i;
    }
    if (best > 0 && gain(lp, lp->pool[at].column) > 0) {
        *out = lp->pool[at].column;
        return true;
    }
    for (size_t i = 0; i < lp->pool_count; i++) {
        *out = lp->pool[i].column;
        if (guessed_gain(&guide, &lp->pool[i]) > -guide.doubt && gain(lp, *out) > 0) return true;
    }
    return false;
}

/* Puts those that gain most into the pool; the one that gains most of all enters. */
static enum status pass(struct excess_lp *lp, struct column *out, bool *found)
{
    i128 bound, best = 0;
    uint32_t count;
    *found = false;
    reduce_prices(&lp->prices, lp->g->n);
    if (lp->overflow || sweep_bound(&bound, lp->sweep, &lp->prices) != OK) return ERR_OVERFLOW;
    const struct gainer *list =
        sweep_gainers(lp->sweep, &lp->prices, bound, &lp->span, SWEEP_FOUND_MAX, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct column c = excess_column(lp, list[i].coalition);
        pool_add(lp, c);
        if (list[i].gain <= best) continue;
        best = list[i].gain;
        *out = c;
        *found = true;
    }
    return OK;
}

static enum status find_entering(struct excess_lp *lp, struct column *out, bool *found)
{
    *found = best_of_pool(lp, out);
    if (lp->overflow) return ERR_OVERFLOW;
    return *found ? OK : pass(lp, out, found);
}

/* ---- pivoting to the optimum ---- */

static enum status improve(struct excess_lp *lp)
{
    for (;;) {
        struct column entering;
        int64_t direction[BASIS_ROWS_MAX];
        bool found;
        price(lp);
        enum status s = find_entering(lp, &entering, &found);
        if (s != OK || !found) return s;
        basis_direction(&lp->basis, entering, direction);
        uint32_t r = basis_leaving(&lp->basis, direction);
        if (r == BASIS_ROWS_MAX) return ERR_RANGE;
        basis_pivot(&lp->basis, r, entering, direction);
    }
}

/* A coalition that is not settled, of the pool the one with the largest excess at the prices: where
 * the level is likely to end. */
static uint32_t first_coalition(const struct excess_lp *lp)
{
    struct guide guide;
    uint32_t best = 0;
    double most = 0;
    fill_guide(&guide, lp);
    for (size_t i = 0; i < lp->pool_count; i++) {
        double guessed = guessed_gain(&guide, &lp->pool[i]);
        if (lp->pool[i].column.kind == PROOF_ALONE || (best && guessed <= most)) continue;
        best = lp->pool[i].column.coalition;
        most = guessed;
    }
    for (uint32_t i = 0; !best && i < lp->g->n; i++)
        if (!span_has(&lp->span, 1u << i)) best = 1u << i;
    CHECK(best);
    return best;
}

static void take(struct excess_lp *lp, uint32_t coalition)
{
    struct column c = excess_column(lp, coalition);
    basis_take(&lp->basis, c);
    if (!span_has(&lp->span, coalition) && !pool_has(lp, c)) pool_add(lp, c);
}

/* The weights of a coalition and its complement are equal and make the sum; all others are 0. */
static void begin(struct excess_lp *lp)
{
    uint32_t first = first_coalition(lp);
    basis_init(&lp->basis, lp->g->n);
    for (uint32_t i = 0; i < lp->settled_count; i++)
        basis_take(&lp->basis, other_column(PROOF_SETTLED, lp->settled[i].coalition));
    take(lp, first);
    take(lp, game_all(lp->g) ^ first);
    for (uint32_t i = 0; i < lp->g->n; i++) take(lp, 1u << i);
    for (uint32_t i = 0; i < lp->basis.rows; i++) CHECK(lp->basis.taken[i]);
}

void excess_init(struct excess_lp *lp, struct arena *a, const struct game *g,
                 struct nucleolus_options options)
{
    *lp = (struct excess_lp){.g = g, .arena = a, .options = options, .settled_scale = 1};
    lp->prices.scale = 1;
    lp->sweep = sweep_new(a, g);
    span_init(&lp->span, g->n);
    (void)span_add(&lp->span, game_all(g));
    lp->settled[lp->settled_count++] = (struct settled){game_all(g), g->v[game_all(g)]};
    for (uint32_t i = 0; options.imputations && i < g->n; i++)
        pool_add(lp, other_column(PROOF_ALONE, 1u << i));
}

enum status excess_solve(struct excess_lp *lp)
{
    begin(lp);
    return improve(lp);
}

/* ---- settling ---- */

static i128 sum_of_x(const struct excess_lp *lp, uint32_t coalition)
{
    i128 sum = 0;
    for (uint32_t left = coalition; left; left &= left - 1)
        sum += lp->prices.x[__builtin_ctz(left)];
    return sum;
}

void excess_settle(struct excess_lp *lp)
{
    const struct basis *b = &lp->basis;
    for (uint32_t i = 0; i < b->rows; i++) {
        if (b->columns[i].kind == PROOF_SETTLED || b->inverse[i][0] == 0) continue;
        if (span_add(&lp->span, b->columns[i].coalition))
            lp->settled[lp->settled_count++].coalition = b->columns[i].coalition;
    }
    for (uint32_t i = 0; i < lp->settled_count; i++)
        lp->settled[i].worth = sum_of_x(lp, lp->settled[i].coalition);
    lp->settled_scale = lp->prices.scale;
    pool_drop_settled(lp);
}
