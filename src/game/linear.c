/* Shapley, Banzhaf, dividends. */
#include "game/linear.h"

#include "game/sums_block.h"

/* ---- sums over the coalitions with each player ---- */

#define BLOCK_BITS 10u

struct with_sums {
    i128 all;                     /* Σ c(t) v(T) */
    i128 with[LIMIT_PLAYERS_MAX]; /* the same over T with the player */
};

/* One block of coalitions whose high bits are the same: its low bits are summed for all blocks at
 * once, in `low`, and its total goes to every high bit. */
static void add_block(struct with_sums *s, i128 *low, const struct game *g, const int64_t *c,
                      uint32_t block, uint32_t bits)
{
    i128 total = 0;
    const int64_t *v = g->v + ((size_t)block << bits);
    const int64_t *weights = c + game_size(block);
    for (uint32_t j = 0; j < 1u << bits; j++) {
        i128 term = (i128)weights[game_size(j)] * v[j];
        low[j] += term;
        total += term;
    }
    s->all += total;
    for (uint32_t i = bits; i < g->n; i++)
        if (block >> (i - bits) & 1) s->with[i] += total;
}

static void sum_widely(struct with_sums *s, const struct game *g, const int64_t *c)
{
    i128 low[1u << BLOCK_BITS] = {0};
    uint32_t bits = g->n < BLOCK_BITS ? g->n : BLOCK_BITS;
    for (uint32_t block = 0; block < 1u << (g->n - bits); block++)
        add_block(s, low, g, c, block, bits);
    for (uint32_t j = 0; j < 1u << bits; j++)
        for (uint32_t i = 0; i < bits; i++)
            if (j >> i & 1) s->with[i] += low[j];
}

/* ---- the same at the speed of memory ---- */

/* Where all worths together fit 64 bits, they are only added up in the pass over the table, and
 * weighed behind it (sums_block.h), but for the high players, who take each block as a whole. */
static void add_whole_block(struct with_sums *s, const int64_t *c, const int64_t *by_size,
                            uint32_t block)
{
    i128 total = 0;
    const int64_t *weights = c + game_size(block);
    for (uint32_t k = 0; k <= SUMS_BITS; k++) total += (i128)weights[k] * by_size[k];
    s->all += total;
    for (uint32_t left = block; left; left &= left - 1)
        s->with[SUMS_BITS + (uint32_t)__builtin_ctz(left)] += total;
}

static void add_to_players(struct with_sums *s, uint32_t first, uint32_t players, i128 sum)
{
    for (uint32_t left = players; left; left &= left - 1)
        s->with[first + (uint32_t)__builtin_ctz(left)] += sum;
}

static void weigh_low(struct with_sums *s, const struct sums *sums, const int64_t *c,
                      uint32_t sizes)
{
    for (uint32_t k = 0; k < sizes; k++)
        for (uint32_t l = 0; l < SUMS_LOW; l++)
            add_to_players(s, 0, l, (i128)c[k + game_size(l)] * sums->low[k][l]);
}

static void weigh_middle(struct with_sums *s, const struct sums *sums, const int64_t *c,
                         uint32_t sizes)
{
    for (uint32_t k = 0; k < sizes; k++)
        for (uint32_t m = 0; m < SUMS_MIDDLE; m++) {
            i128 sum = 0;
            for (uint32_t j = 0; j < SUMS_GROUPS; j++)
                for (uint32_t l = 0; l < SUMS_LANES; l++)
                    sum += (i128)c[k + game_size(m) + j + game_size(l)] * sums->middle[k][m][j][l];
            add_to_players(s, SUMS_LOW_BITS, m, sum);
        }
}

#define READS_AHEAD_PLAYERS 22u /* a table of 32 MiB */

static void sum_fast(struct with_sums *s, const struct game *g, const int64_t *c)
{
    struct sums sums = {.reads_ahead = false};
    int64_t by_size[SUMS_BITS + 1];
    sums_block *builds[SUMS_BUILDS_MAX];
    CHECK(sums_block_usable(builds) > 0);
    uint32_t blocks = 1u << (g->n - SUMS_BITS);
    for (uint32_t block = 0; block < blocks; block++) {
        sums.reads_ahead = g->n >= READS_AHEAD_PLAYERS && block + 1 < blocks;
        builds[0](&sums, game_size(block), g->v + ((size_t)block << SUMS_BITS), by_size);
        add_whole_block(s, c, by_size, block);
    }
    weigh_low(s, &sums, c, g->n - SUMS_LOW_BITS + 1);
    weigh_middle(s, &sums, c, g->n - SUMS_BITS + 1);
}

/* c has a weight for each size from 0 to n. */
static void sum_coalitions(struct with_sums *s, const struct game *g, const int64_t *c)
{
    bool fits = g->largest > 0 && g->largest <= INT64_MAX >> g->n;
    *s = (struct with_sums){0};
    if (fits && g->n >= SUMS_BITS)
        sum_fast(s, g, c);
    else
        sum_widely(s, g, c);
}

/* ---- Shapley ---- */

/* scale = lcm(1…n), and scale / (n C(n−1, s)) for each s: whole, because lcm(1…n) is n times the
 * lcm of these binomials (P. L. Nair 1982). */
static int64_t shapley_weights(int64_t w[LIMIT_PLAYERS_MAX], uint32_t n)
{
    uint64_t scale = 1;
    for (uint64_t k = 2; k <= n; k++) {
        enum status s = lcm_u64(&scale, scale, k);
        CHECK(s == OK);
    }
    int64_t binomial = 1;
    for (uint32_t s = 0; s < n; s++) {
        int64_t divisor = (int64_t)n * binomial;
        CHECK((int64_t)scale % divisor == 0);
        w[s] = (int64_t)scale / divisor;
        binomial = binomial * (int64_t)(n - 1 - s) / (int64_t)(s + 1);
    }
    return (int64_t)scale;
}

void game_shapley(struct rat *out, const struct game *g)
{
    int64_t w[LIMIT_PLAYERS_MAX], c[LIMIT_PLAYERS_MAX + 1] = {0};
    struct with_sums sums;
    int64_t scale = shapley_weights(w, g->n);
    for (uint32_t s = 0; s <= g->n; s++) c[s] = (s < g->n ? w[s] : 0) + (s > 0 ? w[s - 1] : 0);
    sum_coalitions(&sums, g, c);
    i128 given = -(i128)scale * g->v[game_all(g)]; /* n times what each has too much */
    for (uint32_t i = 0; i < g->n; i++) given += sums.with[i];
    CHECK(given % g->n == 0);
    for (uint32_t i = 0; i < g->n; i++)
        game_value(&out[i], g, sums.with[i] - given / g->n, (u128)scale);
}

/* ---- Banzhaf ---- */

static void banzhaf(struct rat *out, const struct game *g, u128 divisor)
{
    int64_t ones[LIMIT_PLAYERS_MAX + 1];
    struct with_sums s;
    for (uint32_t i = 0; i <= g->n; i++) ones[i] = 1;
    sum_coalitions(&s, g, ones);
    for (uint32_t i = 0; i < g->n; i++) game_value(&out[i], g, 2 * s.with[i] - s.all, divisor);
}

void game_banzhaf_raw(struct rat *out, const struct game *g)
{
    banzhaf(out, g, 1);
}

void game_banzhaf(struct rat *out, const struct game *g)
{
    banzhaf(out, g, (u128)1 << (g->n - 1));
}

/* ---- dividends ---- */

/* Möbius transform: what each coalition adds beyond all that is smaller. */
static i128 *dividends(struct arena *a, const struct game *g)
{
    size_t count = (size_t)1 << g->n;
    CHECK(g->n <= LIMIT_PLAYERS_DIVIDENDS_MAX);
    i128 *d = ARENA_ARRAY(a, i128, count);
    for (size_t i = 0; i < count; i++) d[i] = g->v[i];
    for (uint32_t bit = 0; bit < g->n; bit++)
        for (size_t i = 0; i < count; i++)
            if (i >> bit & 1) d[i] -= d[i ^ (size_t)1 << bit];
    return d;
}

void game_dividends(struct rat *out, struct arena *a, const struct game *g)
{
    i128 *d = dividends(a, g);
    for (size_t i = 0; i < (size_t)1 << g->n; i++) game_value(&out[i], g, d[i], 1);
}

static void total_weight(struct rat *out, const struct game *g, const struct rat *weights,
                         uint32_t coalition)
{
    rat_set_i64(out, 0);
    for (uint32_t i = 0; i < g->n; i++)
        if (coalition >> i & 1) rat_add(out, out, &weights[i]);
}

void game_weighted_shapley(struct rat *out, struct arena *a, const struct game *g,
                           const struct rat *weights)
{
    struct rat total, part;
    i128 *d = dividends(a, g);
    rat_init(&total);
    rat_init(&part);
    for (uint32_t i = 0; i < g->n; i++) rat_set_i64(&out[i], 0);
    for (uint32_t t = 1; t <= game_all(g); t++) {
        if (d[t] == 0) continue;
        total_weight(&total, g, weights, t);
        game_value(&part, g, d[t], 1);
        rat_div(&total, &part, &total);
        for (uint32_t i = 0; i < g->n; i++) {
            if (!(t >> i & 1)) continue;
            rat_mul(&part, &total, &weights[i]);
            rat_add(&out[i], &out[i], &part);
        }
    }
    rat_clear(&total);
    rat_clear(&part);
}
