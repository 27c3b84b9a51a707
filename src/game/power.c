/* Power indices by counting coalitions. */
#include "game/power.h"

#include "game/limbs.h"

#include <string.h>

/* A table of counts: `cells` numbers of `limbs` words (game/limbs.h). */
struct counts {
    uint64_t *words;
    size_t cells;
    uint32_t limbs;
};

uint64_t voting_quota(const struct voting *v)
{
    uint64_t total = 0;
    for (uint32_t i = 0; i < v->n; i++) total += v->weights[i];
    uint64_t blocking = total - v->quota + 1;
    return blocking < v->quota ? blocking : v->quota;
}

static struct counts new_counts(struct arena *a, size_t cells, uint32_t voters)
{
    uint32_t limbs = voters / 64 + 1;
    return (struct counts){arena_alloc_array(a, cells * limbs, sizeof(uint64_t)), cells, limbs};
}

static uint64_t *cell(const struct counts *c, size_t at)
{
    return c->words + at * c->limbs;
}

/* The first voter of the same weight, i itself where there is none before it. */
static uint32_t same_before(const struct voting *v, uint32_t i)
{
    for (uint32_t j = 0; j < i; j++)
        if (v->weights[j] == v->weights[i]) return j;
    return i;
}

/* ---- one row: coalitions by votes below the quota ---- */

static void put_in(const struct counts *c, uint64_t weight)
{
    for (size_t votes = c->cells; votes-- > weight;)
        limbs_add(cell(c, votes), cell(c, votes - weight), c->limbs);
}

/* Those without a voter: with(votes) = without(votes) + without(votes − weight). */
static void take_out(const struct counts *c, uint64_t weight)
{
    for (size_t votes = weight; votes < c->cells; votes++)
        limbs_subtract(cell(c, votes), cell(c, votes - weight), c->limbs);
}

/* Σ of the cells in which the voter decides. */
static void add_deciding(uint64_t *out, const struct counts *c, uint64_t weight)
{
    size_t from = weight < c->cells ? c->cells - weight : 0;
    for (size_t votes = from; votes < c->cells; votes++) limbs_add(out, cell(c, votes), c->limbs);
}

enum status power_banzhaf_raw(struct rat *out, struct arena *a, const struct voting *v)
{
    uint64_t quota = voting_quota(v);
    if (quota > LIMIT_QUOTA_MAX) return ERR_RANGE;
    struct counts all = new_counts(a, quota, v->n), own = new_counts(a, quota, v->n);
    uint64_t *sum = ARENA_ARRAY(a, uint64_t, all.limbs);
    cell(&all, 0)[0] = 1;
    for (uint32_t i = 0; i < v->n; i++) put_in(&all, v->weights[i]);
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t same = same_before(v, i);
        if (same < i) {
            rat_set(&out[i], &out[same]);
            continue;
        }
        memset(sum, 0, all.limbs * sizeof *sum);
        if (v->weights[i] > 0) {
            memcpy(own.words, all.words, all.cells * all.limbs * sizeof *all.words);
            take_out(&own, v->weights[i]);
            add_deciding(sum, &own, v->weights[i]);
        }
        rat_set_limbs(&out[i], sum, all.limbs);
    }
    return OK;
}

/* ---- rows by size ---- */

/* Row s holds the coalitions of s voters. */
struct sizes {
    struct counts *rows;
    uint32_t count;
};

static struct sizes new_sizes(struct arena *a, uint32_t count, size_t cells, uint32_t voters)
{
    struct sizes s = {ARENA_ARRAY(a, struct counts, count), count};
    for (uint32_t i = 0; i < count; i++) s.rows[i] = new_counts(a, cells, voters);
    return s;
}

static void put_in_by_size(const struct sizes *s, uint64_t weight)
{
    for (uint32_t size = s->count - 1; size > 0; size--) {
        const struct counts *to = &s->rows[size], *from = &s->rows[size - 1];
        for (size_t votes = weight; votes < to->cells; votes++)
            limbs_add(cell(to, votes), cell(from, votes - weight), to->limbs);
    }
}

/* s! (n−1−s)! / n! for the coalitions of s that the voter makes win. */
static void add_orders(struct rat *out, const uint64_t *deciding, uint32_t limbs,
                       const struct rat *weight)
{
    struct rat part;
    rat_init(&part);
    rat_set_limbs(&part, deciding, limbs);
    rat_mul(&part, &part, weight);
    rat_add(out, out, &part);
    rat_clear(&part);
}

/* One voter: the rows without it, one after the other, each from the one before. */
static void shapley_of(struct rat *out, const struct sizes *all, struct counts own[2],
                       uint64_t *sum, uint64_t weight, const struct rat *weights)
{
    uint32_t limbs = own[0].limbs;
    size_t bytes = own[0].cells * limbs * sizeof *own[0].words;
    rat_set_i64(out, 0);
    for (uint32_t size = 0; size < all->count; size++) {
        struct counts *now = &own[size % 2], *before = &own[(size + 1) % 2];
        memcpy(now->words, all->rows[size].words, bytes);
        for (size_t votes = weight; size > 0 && votes < now->cells; votes++)
            limbs_subtract(cell(now, votes), cell(before, votes - weight), limbs);
        memset(sum, 0, limbs * sizeof *sum);
        add_deciding(sum, now, weight);
        add_orders(out, sum, limbs, &weights[size]);
    }
}

enum status power_shapley(struct rat *out, struct arena *a, const struct voting *v)
{
    uint64_t quota = voting_quota(v);
    if (quota > LIMIT_QUOTA_MAX) return ERR_RANGE;
    struct sizes all = new_sizes(a, v->n, quota, v->n);
    struct counts own[2] = {new_counts(a, quota, v->n), new_counts(a, quota, v->n)};
    uint64_t *sum = ARENA_ARRAY(a, uint64_t, own[0].limbs);
    struct rat *weights = rat_array_of_arena(a, v->n);
    order_weights(weights, v->n);
    cell(&all.rows[0], 0)[0] = 1;
    for (uint32_t i = 0; i < v->n; i++) put_in_by_size(&all, v->weights[i]);
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t same = same_before(v, i);
        if (same < i)
            rat_set(&out[i], &out[same]);
        else if (v->weights[i] > 0)
            shapley_of(&out[i], &all, own, sum, v->weights[i], weights);
    }
    return OK;
}
