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

bool divide_by_weights(struct rat *x, const struct game *g, const int64_t *weights)
{
    i128 sum = 0;
    struct rat all;
    for (uint32_t i = 0; i < g->n; i++) sum += weights[i];
    if (sum <= 0) return false;
    rat_init(&all);
    set_worth_of_all(&all, g);
    for (uint32_t i = 0; i < g->n; i++) {
        rat_set_fraction(&x[i], weights[i], (u128)sum);
        rat_mul(&x[i], &x[i], &all);
    }
    rat_clear(&all);
    return true;
}

bool divide_by_method(struct rat *x, struct arena *a, const struct game *g, enum fair_method method)
{
    struct nucleolus found;
    struct nucleolus_options options = {.imputations = true};
    switch ((int)method) {
    case FAIR_SHAPLEY: game_shapley(x, g); return true;
    case FAIR_TAU: return game_tau(x, g) == OK;
    case FAIR_GATELY: return game_gately(x, g) == OK;
    case FAIR_NUCLEOLUS: break;
    default: UNREACHABLE("a method that looks at more than the game");
    }
    if (game_nucleolus(&found, a, g, options) != OK) return false;
    for (uint32_t i = 0; i < g->n; i++) rat_set(&x[i], &found.x[i]);
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
    return divide_by_weights(x, &f->game, weights);
}

static bool divide(struct rat *x, struct arena *a, const struct fair *f, enum fair_method method)
{
    int64_t heads[LIMIT_FAIR_PLAYERS_MAX];
    switch ((int)method) {
    case FAIR_AGREEMENT:
        for (uint32_t i = 0; i < f->game.n; i++) rat_set_i64(&x[i], f->players[i].gets_minor);
        return true;
    case FAIR_EQUAL:
        for (uint32_t i = 0; i < f->game.n; i++) heads[i] = f->blocks.list[i].count;
        return divide_by_weights(x, &f->game, heads);
    case FAIR_BY_CAPITAL: return by_agreed(x, f, false);
    case FAIR_BY_COST: return by_agreed(x, f, true);
    default: return divide_by_method(x, a, &f->game, method);
    }
}

static bool takes_time(enum fair_method method)
{
    return method == FAIR_TAU || method == FAIR_NUCLEOLUS;
}

void division_judge(struct division *d, struct arena *a, const struct game *g)
{
    d->defined = d->defined && game_worst(&d->worst, d->excess, a, g, d->x) == OK;
}

void fair_divide(struct fair *out, struct arena *a, bool all)
{
    for (int m = 0; m < FAIR_METHOD_COUNT; m++) {
        struct division *d = &out->divisions[m];
        *d = division_new(a, out->game.n);
        if (takes_time((enum fair_method)m) && !all) continue;
        d->defined = divide(d->x, a, out, (enum fair_method)m);
        division_judge(d, a, &out->game);
    }
}

struct division division_new(struct arena *a, uint32_t players)
{
    return (struct division){.x = rat_array_of_arena(a, players),
                             .excess = rat_array_of_arena(a, 1)};
}

static bool keeps_everyone(const struct division *d)
{
    return d->defined && (!d->worst || rat_sign(d->excess) <= 0);
}

void core_find(struct core *out, struct arena *a, const struct game *g,
               const struct division *divisions)
{
    struct nucleolus found;
    struct nucleolus_options options = {.levels_max = 1};
    for (size_t i = 0; i < FAIR_METHOD_COUNT; i++)
        out->known = out->known || keeps_everyone(&divisions[i]);
    if (out->known || game_nucleolus(&found, a, g, options) != OK) return;
    out->known = true;
    out->empty = rat_sign(&found.levels[0].excess) > 0;
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
