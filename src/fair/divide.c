/* Divisions of the worth of all, each with the coalition that gains most by leaving. */
#include "fair/divide.h"

#include "game/bargain.h"
#include "game/linear.h"
#include "game/nucleolus.h"

/* ---- divisions ---- */

static void set_worth_of_all(struct rat *out, const struct game *g)
{
    game_value(out, g, g->v[game_all(g)], 1);
}

/* The worth of all by one weight a player; not defined where all are 0. */
static bool by_weights(struct rat *x, const struct fair *f, const int64_t *weights)
{
    i128 sum = 0;
    struct rat all;
    for (uint32_t i = 0; i < f->game.n; i++) sum += weights[i];
    if (sum <= 0) return false;
    rat_init(&all);
    set_worth_of_all(&all, &f->game);
    for (uint32_t i = 0; i < f->game.n; i++) {
        rat_set_fraction(&x[i], weights[i], (u128)sum);
        rat_mul(&x[i], &x[i], &all);
    }
    rat_clear(&all);
    return true;
}

static bool by_agreed(struct rat *x, const struct fair *f, bool cost)
{
    int64_t weights[LIMIT_FAIR_PLAYERS_MAX] = {0};
    for (uint32_t i = 0; i < f->settlement.fold.state->party_count; i++) {
        uint32_t block = f->blocks.of[i];
        const struct agreed *own = &f->agreed[i];
        if (block != INDEX_NONE) weights[block] += cost ? own->cost_minor : own->capital_minor;
    }
    return by_weights(x, f, weights);
}

static bool divide_agreement(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    for (uint32_t i = 0; i < f->game.n; i++) rat_set_i64(&x[i], f->players[i].gets_minor);
    return true;
}

static bool divide_equal(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    int64_t weights[LIMIT_FAIR_PLAYERS_MAX];
    for (uint32_t i = 0; i < f->game.n; i++) weights[i] = f->blocks.list[i].count;
    return by_weights(x, f, weights);
}

static bool divide_by_capital(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    return by_agreed(x, f, false);
}

static bool divide_by_cost(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    return by_agreed(x, f, true);
}

static bool divide_shapley(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    game_shapley(x, &f->game);
    return true;
}

static bool divide_tau(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    return game_tau(x, &f->game) == OK;
}

static bool divide_gately(struct rat *x, struct arena *a, const struct fair *f)
{
    (void)a;
    return game_gately(x, &f->game) == OK;
}

static bool divide_nucleolus(struct rat *x, struct arena *a, const struct fair *f)
{
    struct nucleolus found;
    struct nucleolus_options options = {.imputations = true};
    if (game_nucleolus(&found, a, &f->game, options) != OK) return false;
    for (uint32_t i = 0; i < f->game.n; i++) rat_set(&x[i], &found.x[i]);
    return true;
}

static const struct {
    bool (*divide)(struct rat *x, struct arena *a, const struct fair *f);
    bool takes_time;
} methods[FAIR_METHOD_COUNT] = {
    [FAIR_AGREEMENT] = {divide_agreement, false},   [FAIR_EQUAL] = {divide_equal, false},
    [FAIR_BY_CAPITAL] = {divide_by_capital, false}, [FAIR_BY_COST] = {divide_by_cost, false},
    [FAIR_SHAPLEY] = {divide_shapley, false},       [FAIR_TAU] = {divide_tau, true},
    [FAIR_GATELY] = {divide_gately, false},         [FAIR_NUCLEOLUS] = {divide_nucleolus, true},
};

void fair_divide(struct fair *out, struct arena *a, bool all)
{
    for (size_t i = 0; i < FAIR_METHOD_COUNT; i++) {
        struct division *d = &out->divisions[i];
        *d = (struct division){.x = rat_array_of_arena(a, out->game.n),
                               .excess = rat_array_of_arena(a, 1)};
        if (methods[i].takes_time && !all) continue;
        d->defined = methods[i].divide(d->x, a, out) &&
                     game_worst(&d->worst, d->excess, a, &out->game, d->x) == OK;
    }
}

/* ---- players ---- */

static bool adds_nothing(const struct game *g, uint32_t player)
{
    uint32_t bit = 1u << player, all = game_all(g);
    int64_t alone = g->v[bit];
    for (uint32_t s = 0; s < all; s++)
        if (!(s & bit) && (s | bit) != all && g->v[s | bit] - g->v[s] != alone) return false;
    return true;
}

/* Those in every coalition that is worth something; nobody where only that of all is. */
static uint32_t in_all_worthy(const struct game *g)
{
    uint32_t all = game_all(g), in = all;
    bool some = false;
    for (uint32_t s = 1; s < all; s++) {
        if (g->v[s] == 0) continue;
        in &= s;
        some = true;
    }
    return some ? in : 0;
}

/* (x(N∖i) − v(N∖i)) / (x_i − v(i)): what the others lose for each unit that i loses. */
static void find_disruption(struct player *p, struct arena *a, const struct game *g, uint32_t i)
{
    uint32_t all = game_all(g);
    i128 own = (i128)p->gets_minor - p->alone_minor;
    i128 others = (i128)g->v[all] - p->gets_minor - g->v[all & ~(1u << i)];
    p->disrupts = own > 0;
    p->disruption = rat_array_of_arena(a, 1);
    if (p->disrupts) rat_set_fraction(p->disruption, others, (u128)own);
}

static void find_ratio(struct player *p, struct arena *a, i128 received, i128 put_in)
{
    struct rat part;
    p->ratio = rat_array_of_arena(a, 1);
    p->has_ratio = received > 0 && p->put_in_minor > 0;
    if (!p->has_ratio) return;
    rat_init(&part);
    rat_set_fraction(p->ratio, p->received_minor, (u128)received);
    rat_set_fraction(&part, put_in, (u128)p->put_in_minor);
    rat_mul(p->ratio, p->ratio, &part);
    rat_clear(&part);
}

void fair_look_at_players(struct fair *out, struct arena *a)
{
    const struct game *g = &out->game;
    uint32_t worthy = in_all_worthy(g);
    i128 received = 0, put_in = 0;
    for (uint32_t i = 0; i < g->n; i++) {
        received += out->players[i].received_minor;
        put_in += out->players[i].put_in_minor;
    }
    for (uint32_t i = 0; i < g->n; i++) {
        struct player *p = &out->players[i];
        p->alone_minor = g->v[1u << i];
        p->adds_nothing = adds_nothing(g, i);
        p->needed_by_all = worthy >> i & 1;
        find_disruption(p, a, g, i);
        find_ratio(p, a, received, put_in);
    }
}

/* ---- leavers ---- */

/* v(S) − x(S) for every coalition, under the agreement. */
static int64_t *find_excesses(struct arena *a, const struct fair *f)
{
    const struct game *g = &f->game;
    int64_t *sums = ARENA_ARRAY(a, int64_t, (size_t)1 << g->n);
    for (uint32_t s = 1; s <= game_all(g); s++) {
        uint32_t low = s & -s;
        sums[s] = sums[s ^ low] + f->players[__builtin_ctz(low)].gets_minor;
    }
    for (uint32_t s = 1; s <= game_all(g); s++) sums[s] = g->v[s] - sums[s];
    return sums;
}

static void find_split(struct fair *out)
{
    const struct game *g = &out->game;
    uint32_t all = game_all(g);
    for (uint32_t s = 1; s < all; s++) {
        int64_t gain = g->v[s] + g->v[all ^ s] - g->v[all];
        if (gain <= out->split_gain_minor) continue;
        bool larger = g->v[s] >= g->v[all ^ s];
        out->split = larger ? s : all ^ s;
        out->split_gain_minor = gain;
    }
}

void fair_find_leavers(struct fair *out, struct arena *a)
{
    const struct game *g = &out->game;
    find_split(out);
    const int64_t *excess = find_excesses(a, out);
    /* By coalition: a part of it gains. */
    bool *part_gains = ARENA_ARRAY(a, bool, (size_t)1 << g->n);
    for (uint32_t s = 1; s < game_all(g); s++) {
        for (uint32_t left = s; left && !part_gains[s]; left &= left - 1) {
            uint32_t part = s & ~(left & -left);
            part_gains[s] = part_gains[part] || (part && excess[part] > 0);
        }
        if (excess[s] <= 0) continue;
        out->gaining_count++;
        if (part_gains[s]) continue;
        out->smallest_count++;
        if (out->leaver && excess[s] <= out->leaver_excess_minor) continue;
        out->leaver = s;
        out->leaver_excess_minor = excess[s];
    }
}
