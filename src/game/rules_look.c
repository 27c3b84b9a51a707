/* The same power by looking at every coalition: for few voters whose votes are too fine to be
 * counted by their sums. */
#include "game/rules_inside.h"

/* By coalition of the others: whether it wins with the vetoers. */
static bool *find_winning(struct arena *a, const struct reduced *r)
{
    uint32_t count = 1u << r->count;
    bool *wins = ARENA_ARRAY(a, bool, count);
    uint64_t *votes = ARENA_ARRAY(a, uint64_t, count);
    for (uint32_t s = 0; s < count; s++) wins[s] = true;
    for (uint32_t k = 0; k < r->rule_count; k++)
        for (uint32_t s = 0; s < count; s++) {
            uint32_t lowest = s & -s;
            if (s) votes[s] = votes[s ^ lowest] + reduced_weight(r, k, (uint32_t)__builtin_ctz(s));
            wins[s] = wins[s] && votes[s] >= r->quotas[k];
        }
    return wins;
}

/* Winning coalitions by size, all of them and those with each of the others. */
struct winning {
    uint64_t all[LIMIT_LOOKED_AT_VOTERS_MAX + 1];
    uint64_t with[LIMIT_LOOKED_AT_VOTERS_MAX][LIMIT_LOOKED_AT_VOTERS_MAX + 1];
};

static void count_winning(struct winning *out, const bool *wins, uint32_t others)
{
    for (uint32_t s = 0; s < 1u << others; s++) {
        if (!wins[s]) continue;
        uint32_t size = (uint32_t)__builtin_popcount(s);
        out->all[size]++;
        for (uint32_t left = s; left; left &= left - 1) out->with[__builtin_ctz(left)][size]++;
    }
}

/* Adds the coalitions of `before` voters that one makes win. */
static void add_swings(const struct power_found *x, uint32_t voter, uint32_t before,
                       uint64_t swings)
{
    struct rat part;
    rat_init(&part);
    rat_set_fraction(&part, (i128)swings, 1);
    rat_add(&x->banzhaf[voter], &x->banzhaf[voter], &part);
    rat_mul(&part, &part, &x->orders[before]);
    rat_add(&x->shapley[voter], &x->shapley[voter], &part);
    rat_clear(&part);
}

enum status rules_power_by_looking(const struct power_found *x, struct arena *a,
                                   const struct rule_voting *v, const struct reduced *r)
{
    if (r->count > LIMIT_LOOKED_AT_VOTERS_MAX) return ERR_RANGE;
    struct winning *w = ARENA_NEW(a, struct winning);
    count_winning(w, find_winning(a, r), r->count);
    /* Whoever joins a winning coalition leaves it winning, so those that he makes win are those
     * that win with him less those that win without. */
    for (uint32_t i = 0; i < r->count; i++)
        for (uint32_t size = 0; size < r->count; size++)
            add_swings(x, r->voters[i], r->vetoer_count + size,
                       w->with[i][size + 1] - (w->all[size] - w->with[i][size]));
    for (uint32_t i = 0; i < v->n; i++)
        for (uint32_t size = 0; v->vetoes && v->vetoes[i] && size <= r->count; size++)
            add_swings(x, i, r->vetoer_count - 1 + size, w->all[size]);
    return OK;
}
