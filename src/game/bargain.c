/* Bargaining values. All are in units first; divisions come last. */
#include "game/bargain.h"

static int64_t worth_of_all(const struct game *g)
{
    return g->v[game_all(g)];
}

static int64_t worth_alone(const struct game *g, uint32_t i)
{
    return g->v[(size_t)1 << i];
}

static int64_t utopia(const struct game *g, uint32_t i)
{
    uint32_t others = game_all(g) ^ 1u << i;
    return worth_of_all(g) - g->v[others];
}

void game_utopia(struct rat *out, const struct game *g)
{
    for (uint32_t i = 0; i < g->n; i++) game_value(&out[i], g, utopia(g, i), 1);
}

/* ---- minimal rights ---- */

/* Players of which each combination has a place of its own in a pass. */
#define LOW_BITS 8u
#define LOW_COUNT (1u << LOW_BITS)

/* What all coalitions leave when their members are given their utopia, the most of it by the low
 * players in them and by each high one. */
struct left_over {
    i128 low[LOW_COUNT];
    i128 high[LIMIT_PLAYERS_MAX];
};

static i128 utopia_of(const struct game *g, uint32_t coalition)
{
    i128 sum = 0;
    for (uint32_t left = coalition; left; left &= left - 1)
        sum += utopia(g, (uint32_t)__builtin_ctz(left));
    return sum;
}

/* The coalitions from one on whose high players are the same. */
static void look_at_block(struct left_over *out, const struct game *g, uint32_t from,
                          uint32_t count, const i128 *utopia_low)
{
    i128 utopia_high = utopia_of(g, from), most = g->v[from] - utopia_high;
    for (uint32_t j = 0; j < count; j++) {
        i128 left = g->v[from + j] - utopia_high - utopia_low[j];
        if (from == 0 || left > out->low[j]) out->low[j] = left;
        if (left > most) most = left;
    }
    for (uint32_t left = from; left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        if (from == 1u << i || most > out->high[i]) out->high[i] = most;
    }
}

/* m_i = M_i + the most that coalitions with i leave. */
static void find_minimal_rights(i128 *out, const struct game *g)
{
    struct left_over most;
    i128 utopia_low[LOW_COUNT];
    uint32_t bits = g->n < LOW_BITS ? g->n : LOW_BITS, count = 1u << bits;
    for (uint32_t j = 0; j < count; j++) utopia_low[j] = utopia_of(g, j);
    for (size_t from = 0; from <= game_all(g); from += count)
        look_at_block(&most, g, (uint32_t)from, count, utopia_low);
    for (uint32_t i = 0; i < g->n; i++) {
        bool low = i < bits;
        i128 best = low ? most.low[1u << i] : most.high[i];
        for (uint32_t j = 0; low && j < count; j++)
            if (j >> i & 1 && most.low[j] > best) best = most.low[j];
        out[i] = best + utopia(g, i);
    }
}

void game_minimal_rights(struct rat *out, const struct game *g)
{
    i128 rights[LIMIT_PLAYERS_MAX];
    find_minimal_rights(rights, g);
    for (uint32_t i = 0; i < g->n; i++) game_value(&out[i], g, rights[i], 1);
}

/* ---- between two vectors ---- */

/* from + (v(N) − Σfrom)/(Σto − Σfrom) (to − from); where both sums are the same, from. */
static void between(struct rat *out, const struct game *g, const i128 *from, const i128 *to)
{
    i128 from_sum = 0, to_sum = 0;
    for (uint32_t i = 0; i < g->n; i++) {
        from_sum += from[i];
        to_sum += to[i];
    }
    struct rat alpha, step;
    rat_init(&alpha);
    rat_init(&step);
    if (to_sum > from_sum)
        rat_set_fraction(&alpha, worth_of_all(g) - from_sum, (u128)(to_sum - from_sum));
    for (uint32_t i = 0; i < g->n; i++) {
        game_value(&step, g, to[i] - from[i], 1);
        rat_mul(&step, &step, &alpha);
        game_value(&out[i], g, from[i], 1);
        rat_add(&out[i], &out[i], &step);
    }
    rat_clear(&alpha);
    rat_clear(&step);
}

enum status game_tau(struct rat *out, const struct game *g)
{
    i128 low[LIMIT_PLAYERS_MAX], high[LIMIT_PLAYERS_MAX], low_sum = 0, high_sum = 0;
    find_minimal_rights(low, g);
    for (uint32_t i = 0; i < g->n; i++) {
        high[i] = utopia(g, i);
        if (low[i] > high[i]) return ERR_RANGE;
        low_sum += low[i];
        high_sum += high[i];
    }
    if (low_sum > worth_of_all(g) || high_sum < worth_of_all(g)) return ERR_RANGE;
    between(out, g, low, high);
    return OK;
}

enum status game_gately(struct rat *out, const struct game *g)
{
    i128 low[LIMIT_PLAYERS_MAX], high[LIMIT_PLAYERS_MAX], low_sum = 0, high_sum = 0;
    for (uint32_t i = 0; i < g->n; i++) {
        low[i] = worth_alone(g, i);
        high[i] = utopia(g, i);
        if (low[i] > high[i]) return ERR_RANGE;
        low_sum += low[i];
        high_sum += high[i];
    }
    if (low_sum == high_sum && low_sum != worth_of_all(g)) return ERR_RANGE;
    between(out, g, low, high);
    return OK;
}

/* ---- equal parts of what is left ---- */

static void with_equal_parts(struct rat *out, const struct game *g, const i128 *base)
{
    i128 rest = worth_of_all(g);
    for (uint32_t i = 0; i < g->n; i++) rest -= base[i];
    for (uint32_t i = 0; i < g->n; i++) game_value(&out[i], g, base[i] * (i128)g->n + rest, g->n);
}

void game_cis(struct rat *out, const struct game *g)
{
    i128 base[LIMIT_PLAYERS_MAX];
    for (uint32_t i = 0; i < g->n; i++) base[i] = worth_alone(g, i);
    with_equal_parts(out, g, base);
}

void game_ensc(struct rat *out, const struct game *g)
{
    i128 base[LIMIT_PLAYERS_MAX];
    for (uint32_t i = 0; i < g->n; i++) base[i] = utopia(g, i);
    with_equal_parts(out, g, base);
}

/* ---- Nash ---- */

static void add_parts(struct rat *out, const struct game *g, const struct rat *rest,
                      const struct rat *weights)
{
    struct rat sum, part;
    rat_init(&sum);
    rat_init(&part);
    rat_set_i64(&sum, weights ? 0 : (int64_t)g->n);
    for (uint32_t i = 0; weights && i < g->n; i++) rat_add(&sum, &sum, &weights[i]);
    rat_div(&sum, rest, &sum);
    for (uint32_t i = 0; i < g->n; i++) {
        rat_set(&part, &sum);
        if (weights) rat_mul(&part, &part, &weights[i]);
        rat_add(&out[i], &out[i], &part);
    }
    rat_clear(&sum);
    rat_clear(&part);
}

enum status game_nash(struct rat *out, const struct game *g, const struct rat *d,
                      const struct rat *weights)
{
    struct rat rest;
    rat_init(&rest);
    game_value(&rest, g, worth_of_all(g), 1);
    for (uint32_t i = 0; i < g->n; i++) {
        if (d)
            rat_set(&out[i], &d[i]);
        else
            game_value(&out[i], g, worth_alone(g, i), 1);
        rat_sub(&rest, &rest, &out[i]);
    }
    enum status s = rat_sign(&rest) < 0 ? ERR_RANGE : OK;
    if (s == OK) add_parts(out, g, &rest, weights);
    rat_clear(&rest);
    return s;
}

/* ---- Raiffa ---- */

/* n(n−1) times as much, less what comes of halves: 2n(n−1) x_i = 2(n−1)(Σb − (n−1) b_i) +
 * (n−1) M_i + Σ_{j≠i} M_j. */
void game_raiffa(struct rat *out, const struct game *g)
{
    i128 n = g->n, others_sum = 0, utopia_sum = 0;
    for (uint32_t i = 0; i < g->n; i++) {
        others_sum += worth_of_all(g) - utopia(g, i);
        utopia_sum += utopia(g, i);
    }
    for (uint32_t i = 0; i < g->n; i++) {
        i128 own = utopia(g, i), left = worth_of_all(g) - own;
        i128 units = 2 * (n - 1) * (others_sum - (n - 1) * left) + (n - 1) * own + utopia_sum - own;
        if (n == 1)
            game_value(&out[i], g, worth_of_all(g), 1);
        else
            game_value(&out[i], g, units, (u128)(2 * n * (n - 1)));
    }
}
