/* Values with unions: sums by the number of unions and of companions that came first. */
#include "game/unions.h"

bool unions_part(const struct unions *u, uint32_t n)
{
    uint32_t all = 0;
    for (uint32_t k = 0; k < u->count; k++) {
        if (u->masks[k] == 0 || (all & u->masks[k])) return false;
        all |= u->masks[k];
    }
    return all == (uint32_t)((1u << n) - 1);
}

/* What i adds, summed over all coalitions that can come first, by their shape. */
struct additions {
    i128 sums[LIMIT_PLAYERS_MAX][LIMIT_PLAYERS_MAX]; /* unions, companions */
};

/* The players of the unions that a mask over unions without `own` names. */
static uint32_t players_of(const struct unions *u, uint32_t chosen, uint32_t own)
{
    uint32_t players = 0;
    for (uint32_t k = 0, bit = 0; k < u->count; k++) {
        if (k == own) continue;
        if (chosen >> bit++ & 1) players |= u->masks[k];
    }
    return players;
}

static void add_up(struct additions *a, const struct game *g, const struct unions *u, uint32_t own,
                   uint32_t i)
{
    uint32_t me = 1u << i, companions = u->masks[own] ^ me;
    *a = (struct additions){0};
    for (uint32_t chosen = 0; chosen < 1u << (u->count - 1); chosen++) {
        uint32_t others = players_of(u, chosen, own), with = companions;
        for (;;) { /* every part of the companions */
            i128 adds = (i128)g->v[others | with | me] - g->v[others | with];
            a->sums[game_size(chosen)][game_size(with)] += adds;
            if (with == 0) break;
            with = (with - 1) & companions;
        }
    }
}

/* s! (n−1−s)! / n! */
static void order_weight(struct rat *out, uint32_t n, uint32_t s)
{
    int64_t binomial = 1;
    for (uint32_t k = 0; k < s; k++) binomial = binomial * (int64_t)(n - 1 - k) / (int64_t)(k + 1);
    rat_set_fraction(out, 1, (u128)n * (u128)binomial);
}

static void half_weight(struct rat *out, uint32_t n, uint32_t s)
{
    (void)s;
    rat_set_fraction(out, 1, (u128)1 << (n - 1));
}

typedef void weight_of(struct rat *out, uint32_t n, uint32_t s);

static void weigh(struct rat *out, const struct game *g, const struct additions *a, uint32_t unions,
                  uint32_t size, weight_of *weight)
{
    struct rat first, second;
    rat_init(&first);
    rat_init(&second);
    rat_set_i64(out, 0);
    for (uint32_t h = 0; h < unions; h++) {
        weight(&first, unions, h);
        for (uint32_t s = 0; s < size; s++) {
            struct rat part;
            rat_init(&part);
            weight(&second, size, s);
            game_value(&part, g, a->sums[h][s], 1);
            rat_mul(&part, &part, &first);
            rat_mul(&part, &part, &second);
            rat_add(out, out, &part);
            rat_clear(&part);
        }
    }
    rat_clear(&first);
    rat_clear(&second);
}

static void by_unions(struct rat *out, const struct game *g, const struct unions *u,
                      weight_of *weight)
{
    struct additions a;
    for (uint32_t k = 0; k < u->count; k++)
        for (uint32_t i = 0; i < g->n; i++) {
            if (!(u->masks[k] >> i & 1)) continue;
            add_up(&a, g, u, k, i);
            weigh(&out[i], g, &a, u->count, game_size(u->masks[k]), weight);
        }
}

void game_owen(struct rat *out, const struct game *g, const struct unions *u)
{
    by_unions(out, g, u, order_weight);
}

void game_banzhaf_owen(struct rat *out, const struct game *g, const struct unions *u)
{
    by_unions(out, g, u, half_weight);
}

void game_aumann_dreze(struct rat *out, const struct game *g, const struct unions *u)
{
    struct additions a;
    for (uint32_t k = 0; k < u->count; k++) {
        struct unions alone = {.masks = {u->masks[k]}, .count = 1};
        for (uint32_t i = 0; i < g->n; i++) {
            if (!(u->masks[k] >> i & 1)) continue;
            add_up(&a, g, &alone, 0, i);
            weigh(&out[i], g, &a, 1, game_size(u->masks[k]), order_weight);
        }
    }
}
