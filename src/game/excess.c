/* The dual simplex of a level: a basis in whole numbers, prices by a pass over the table. */
#include "game/excess.h"

#include <string.h>

#define STALLED_MAX 60u /* pivots without gain before the order of indexes decides */

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

static int64_t weight_in_sum(const struct excess_lp *lp, struct column c)
{
    if (c.kind != PROOF_EXCESS) return 0;
    return lp->options.per_capita ? (int64_t)game_size(c.coalition) : 1;
}

static int64_t entry(const struct excess_lp *lp, struct column c, uint32_t row)
{
    return row == 0 ? weight_in_sum(lp, c) : (int64_t)(c.coalition >> (row - 1) & 1);
}

static bool is_before(struct column a, struct column b)
{
    return a.kind != b.kind ? a.kind > b.kind : a.coalition < b.coalition;
}

/* What the column is worth, over settled_scale. */
static i128 worth(struct excess_lp *lp, struct column c)
{
    if (c.kind != PROOF_SETTLED) return times(lp, lp->g->v[c.coalition], lp->settled_scale);
    for (uint32_t i = 0; i < lp->settled_count; i++)
        if (lp->settled[i].coalition == c.coalition) return lp->settled[i].worth;
    UNREACHABLE("a settled coalition");
}

/* inverse × column, times det. */
static void in_basis(const struct excess_lp *lp, struct column c, int64_t out[EXCESS_ROWS_MAX])
{
    for (uint32_t i = 0; i < lp->rows; i++) {
        int64_t sum = 0;
        for (uint32_t row = 0; row < lp->rows; row++)
            sum += lp->inverse[i][row] * entry(lp, c, row);
        out[i] = sum;
    }
}

/* ---- pivots ---- */

/* Puts the column in place of the basis column r. Every number stays a minor, so divisions are
 * exact. */
static void pivot(struct excess_lp *lp, uint32_t r, struct column c, const int64_t *direction)
{
    int64_t det = direction[r];
    for (uint32_t i = 0; i < lp->rows; i++) {
        if (i == r) continue;
        for (uint32_t k = 0; k < lp->rows; k++) {
            i128 minor = (i128)det * lp->inverse[i][k] - (i128)direction[i] * lp->inverse[r][k];
            lp->inverse[i][k] = (int64_t)(minor / lp->det);
        }
    }
    lp->basis[r] = c;
    lp->det = det;
    if (det > 0) return;
    lp->det = -det;
    for (uint32_t i = 0; i < lp->rows; i++)
        for (uint32_t k = 0; k < lp->rows; k++) lp->inverse[i][k] = -lp->inverse[i][k];
}

/* The basis column that leaves when another grows from 0: the first that would become negative,
 * among several the first in the order. EXCESS_ROWS_MAX: none. */
static uint32_t leaving(const struct excess_lp *lp, const int64_t *direction)
{
    uint32_t best = EXCESS_ROWS_MAX;
    for (uint32_t i = 0; i < lp->rows; i++) {
        if (lp->basis[i].kind == PROOF_SETTLED || direction[i] <= 0) continue;
        if (best < EXCESS_ROWS_MAX) {
            i128 own = (i128)lp->inverse[i][0] * direction[best];
            i128 least = (i128)lp->inverse[best][0] * direction[i];
            if (own > least || (own == least && !is_before(lp->basis[i], lp->basis[best])))
                continue;
        }
        best = i;
    }
    return best;
}

/* ---- prices ---- */

static void reduce_prices(struct excess_lp *lp)
{
    struct prices *p = &lp->prices;
    u128 common = gcd_u128(magnitude(p->excess), magnitude(p->scale));
    for (uint32_t i = 0; i < lp->g->n; i++) common = gcd_u128(magnitude(p->x[i]), common);
    if (common <= 1) return;
    for (uint32_t i = 0; i < lp->g->n; i++) p->x[i] /= (i128)common;
    p->excess /= (i128)common;
    p->scale /= (i128)common;
}

static void price(struct excess_lp *lp)
{
    struct prices *p = &lp->prices;
    *p = (struct prices){.scale = times(lp, lp->settled_scale, lp->det)};
    for (uint32_t k = 0; k < lp->rows; k++) {
        i128 of = worth(lp, lp->basis[k]);
        p->excess = plus(lp, p->excess, times(lp, of, lp->inverse[k][0]));
        for (uint32_t i = 0; i < lp->g->n; i++)
            p->x[i] = plus(lp, p->x[i], times(lp, of, lp->inverse[k][i + 1]));
    }
    reduce_prices(lp);
}

/* What the column would gain: how far its inequality is from holding. In units over scale. */
static i128 gain(struct excess_lp *lp, struct column c)
{
    const struct prices *p = &lp->prices;
    i128 sum = times(lp, p->excess, weight_in_sum(lp, c));
    for (uint32_t i = 0; i < lp->g->n; i++)
        if (c.coalition >> i & 1) sum += p->x[i];
    return times(lp, lp->g->v[c.coalition], p->scale) - sum;
}

static void find_weakest(struct excess_lp *lp)
{
    lp->weakest = 0;
    for (uint32_t i = 1; i < lp->candidate_count; i++)
        if (lp->gains[i] < lp->gains[lp->weakest]) lp->weakest = i;
}

/* Keeps those that gain most. */
static void add_candidate(struct excess_lp *lp, struct column c, i128 gained)
{
    bool full = lp->candidate_count == EXCESS_CANDIDATES_MAX;
    if (full && gained <= lp->gains[lp->weakest]) return;
    uint32_t at = full ? lp->weakest : lp->candidate_count++;
    lp->candidates[at] = c;
    lp->gains[at] = gained;
    if (lp->candidate_count == EXCESS_CANDIDATES_MAX) find_weakest(lp);
}

/* ---- passes over the table ---- */

static void fill_half(i128 *out, const i128 *x, uint32_t count)
{
    out[0] = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < 1u << i; j++) out[(1u << i) + j] = out[j] + x[i];
}

void excess_fill_halves(struct halves *h, const i128 *x, uint32_t n)
{
    h->bits = n < EXCESS_HALF_BITS ? n : EXCESS_HALF_BITS;
    fill_half(h->low, x, h->bits);
    fill_half(h->high, x + h->bits, n - h->bits);
}

/* Whether scale × v and the sums of x stay inside 128 bits, so that a pass need not look. */
static bool pass_fits(struct excess_lp *lp)
{
    const struct prices *p = &lp->prices;
    i128 bound = times(lp, p->scale, 2 * (i128)lp->worth_max);
    for (uint32_t i = 0; i < lp->g->n; i++)
        bound = plus(lp, bound, p->x[i] < 0 ? -p->x[i] : p->x[i]);
    i128 excess = p->excess < 0 ? -p->excess : p->excess;
    lp->bound = plus(lp, bound, times(lp, excess, lp->g->n));
    return !lp->overflow;
}

static void fill_mixed(uint64_t *out, const uint64_t *mixed, uint32_t count)
{
    out[0] = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < 1u << i; j++) out[(1u << i) + j] = out[j] + mixed[i];
}

static void fill_narrow(struct excess_lp *lp)
{
    const struct halves *h = lp->halves;
    struct narrow_halves *narrow = lp->narrow;
    uint32_t high_bits = lp->g->n - h->bits;
    bool fits = lp->bound <= INT64_MAX;
    for (uint32_t i = 0; fits && i < 1u << h->bits; i++) narrow->low[i] = (int64_t)h->low[i];
    for (uint32_t i = 0; fits && i < 1u << high_bits; i++) narrow->high[i] = (int64_t)h->high[i];
    fill_mixed(narrow->mixed_low, lp->span.mixed, h->bits);
    fill_mixed(narrow->mixed_high, lp->span.mixed + h->bits, high_bits);
}

/* Takes a coalition that gains, unless it is settled. Returns whether the pass can end. */
static bool take_gain(struct excess_lp *lp, uint32_t c, uint64_t mixed, i128 gained, bool in_order)
{
    bool full = lp->candidate_count == EXCESS_CANDIDATES_MAX;
    if (full && gained <= lp->gains[lp->weakest]) return false;
    if (mixed == 0 && span_has(&lp->span, c)) return false;
    add_candidate(lp, (struct column){PROOF_EXCESS, c}, gained);
    return in_order;
}

/* The coalitions of one high part. */
static bool pass_block(struct excess_lp *lp, uint32_t high, bool in_order)
{
    const struct prices *p = &lp->prices;
    const struct halves *h = lp->halves;
    for (uint32_t j = 0; j < 1u << h->bits; j++) {
        uint32_t c = high << h->bits | j;
        if (c == 0 || c == game_all(lp->g)) continue;
        i128 of_excess = lp->options.per_capita ? p->excess * (i128)game_size(c) : p->excess;
        i128 gained = p->scale * lp->g->v[c] - h->low[j] - h->high[high] - of_excess;
        uint64_t mixed = lp->narrow->mixed_low[j] + lp->narrow->mixed_high[high];
        if (gained > 0 && take_gain(lp, c, mixed, gained, in_order)) return true;
    }
    return false;
}

/* The same where all of it fits 64 bits and excesses are not by head: the usual case. */
static bool pass_narrow_block(struct excess_lp *lp, uint32_t high, bool in_order)
{
    const struct narrow_halves *h = lp->narrow;
    const int64_t *v = lp->g->v + ((size_t)high << lp->halves->bits);
    int64_t scale = (int64_t)lp->prices.scale;
    int64_t least = h->high[high] + (int64_t)lp->prices.excess;
    uint64_t mixed_high = h->mixed_high[high];
    for (uint32_t j = 0; j < 1u << lp->halves->bits; j++) {
        int64_t gained = scale * v[j] - h->low[j] - least;
        if (gained <= 0) continue;
        uint32_t c = high << lp->halves->bits | j;
        uint64_t mixed = h->mixed_low[j] + mixed_high;
        if (c == 0 || c == game_all(lp->g)) continue;
        if (take_gain(lp, c, mixed, gained, in_order)) return true;
    }
    return false;
}

/* Collects the coalitions that gain most; in the order of indexes, the first that gains at all. */
static void pass(struct excess_lp *lp, bool in_order)
{
    bool narrow = lp->bound <= INT64_MAX && !lp->options.per_capita;
    excess_fill_halves(lp->halves, lp->prices.x, lp->g->n);
    fill_narrow(lp);
    for (uint32_t high = 0; high < 1u << (lp->g->n - lp->halves->bits); high++) {
        bool ended =
            narrow ? pass_narrow_block(lp, high, in_order) : pass_block(lp, high, in_order);
        if (ended) return;
    }
}

static void collect_alone(struct excess_lp *lp)
{
    for (uint32_t i = 0; lp->options.imputations && i < lp->g->n; i++) {
        struct column alone = {PROOF_ALONE, 1u << i};
        i128 gained = gain(lp, alone);
        if (gained > 0) add_candidate(lp, alone, gained);
    }
}

/* ---- pivoting to the optimum ---- */

/* The candidate that gains most at the prices as they are now; false where none gains. */
static bool best_candidate(struct excess_lp *lp, struct column *out)
{
    i128 best = 0;
    for (uint32_t i = 0; i < lp->candidate_count; i++) {
        i128 gained = gain(lp, lp->candidates[i]);
        if (gained <= best) continue;
        best = gained;
        *out = lp->candidates[i];
    }
    return best > 0;
}

static bool find_entering(struct excess_lp *lp, struct column *out)
{
    bool in_order = lp->stalled > STALLED_MAX;
    if (!in_order && best_candidate(lp, out)) return true;
    lp->candidate_count = 0;
    collect_alone(lp);
    if (in_order && lp->candidate_count) {
        *out = lp->candidates[0];
        return true;
    }
    pass(lp, in_order);
    return best_candidate(lp, out);
}

static enum status improve(struct excess_lp *lp)
{
    for (;;) {
        struct column entering;
        int64_t direction[EXCESS_ROWS_MAX];
        price(lp);
        if (!pass_fits(lp)) return ERR_OVERFLOW;
        if (!find_entering(lp, &entering)) return lp->overflow ? ERR_OVERFLOW : OK;
        in_basis(lp, entering, direction);
        uint32_t r = leaving(lp, direction);
        if (r == EXCESS_ROWS_MAX) return ERR_RANGE;
        lp->stalled = lp->inverse[r][0] == 0 ? lp->stalled + 1 : 0;
        pivot(lp, r, entering, direction);
    }
}

/* ---- the first basis ---- */

/* Puts a column into a row that has none yet, unless it depends on those there. */
static void take(struct excess_lp *lp, bool *taken, struct column c)
{
    int64_t direction[EXCESS_ROWS_MAX];
    in_basis(lp, c, direction);
    for (uint32_t r = 0; r < lp->rows; r++) {
        if (taken[r] || direction[r] == 0) continue;
        pivot(lp, r, c, direction);
        taken[r] = true;
        return;
    }
}

/* The weights of `first` and its complement are equal and make the sum; all others are 0. */
static void begin(struct excess_lp *lp, uint32_t first)
{
    bool taken[EXCESS_ROWS_MAX] = {false};
    memset(lp->inverse, 0, sizeof lp->inverse);
    for (uint32_t i = 0; i < lp->rows; i++) lp->inverse[i][i] = 1;
    lp->det = 1;
    for (uint32_t i = 0; i < lp->settled_count; i++)
        take(lp, taken, (struct column){PROOF_SETTLED, lp->settled[i].coalition});
    take(lp, taken, (struct column){PROOF_EXCESS, first});
    take(lp, taken, (struct column){PROOF_EXCESS, game_all(lp->g) ^ first});
    for (uint32_t i = 0; i < lp->g->n; i++) take(lp, taken, (struct column){PROOF_EXCESS, 1u << i});
    for (uint32_t i = 0; i < lp->rows; i++) CHECK(taken[i]);
    lp->candidate_count = 0;
    lp->stalled = 0;
}

void excess_init(struct excess_lp *lp, struct arena *a, const struct game *g,
                 struct nucleolus_options options)
{
    *lp = (struct excess_lp){.g = g, .options = options, .rows = g->n + 1, .settled_scale = 1};
    lp->halves = ARENA_NEW(a, struct halves);
    lp->narrow = ARENA_NEW(a, struct narrow_halves);
    span_init(&lp->span, g->n);
    (void)span_add(&lp->span, game_all(g));
    lp->settled[lp->settled_count++] = (struct settled){game_all(g), g->v[game_all(g)]};
    for (uint32_t c = 1; c <= game_all(g); c++) {
        int64_t v = g->v[c] < 0 ? -g->v[c] : g->v[c];
        if (v > lp->worth_max) lp->worth_max = v;
    }
}

enum status excess_solve(struct excess_lp *lp, uint32_t first)
{
    begin(lp, first);
    return improve(lp);
}
