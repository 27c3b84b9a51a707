/* Power indices by counting coalitions. */
#include "game/power.h"

#include "game/limbs.h"

#include <string.h>

/* Coalitions counted by size, where that matters, and by votes below the quota: numbers of `limbs`
 * words (game/limbs.h). When all voters are in, a cell holds those of up to as many votes. */
struct counts {
    uint64_t *words;
    size_t cells; /* of a size: the quota */
    uint32_t sizes;
    uint32_t limbs;
    bool by_size; /* else there is one size, for all */
};

uint64_t voting_quota(const struct voting *v)
{
    uint64_t total = 0;
    for (uint32_t i = 0; i < v->n; i++) total += v->weights[i];
    uint64_t blocking = total - v->quota + 1;
    return blocking < v->quota ? blocking : v->quota;
}

static uint64_t *cell(const struct counts *c, uint32_t size, size_t votes)
{
    return c->words + (size * c->cells + votes) * c->limbs;
}

static struct counts new_counts(struct arena *a, uint32_t sizes, size_t cells, uint32_t voters)
{
    uint32_t limbs = voters / 64 + 1;
    size_t words = cells * limbs * sizes;
    return (struct counts){arena_alloc_array(a, words, sizeof(uint64_t)), cells, sizes, limbs,
                           false};
}

/* ---- putting voters in ---- */

/* Cells from the last on, so that they may be the same ones further up. */
static inline void add_cells(uint64_t *to, const uint64_t *from, size_t count, uint32_t stride,
                             uint32_t limbs)
{
    for (size_t k = count; k-- > 0;) limbs_add(to + k * stride, from + k * stride, limbs);
}

/* The loop for few limbs is one for the compiler to unroll. */
static void add_counts(uint64_t *to, const uint64_t *from, size_t count, uint32_t stride,
                       uint32_t limbs)
{
    switch (limbs) {
    case 1: add_cells(to, from, count, stride, 1); break;
    case 2: add_cells(to, from, count, stride, 2); break;
    case 3: add_cells(to, from, count, stride, 3); break;
    case 4: add_cells(to, from, count, stride, 4); break;
    default: add_cells(to, from, count, stride, limbs);
    }
}

/* The same of one limb, other cells. */
static void add_apart(uint64_t *restrict to, const uint64_t *restrict from, size_t count)
{
    for (size_t k = 0; k < count; k++) to[k] += from[k];
}

/* Voters in the order in which they are put in, and the votes of the first of them. */
struct queue {
    const uint32_t *order;
    const uint64_t *votes; /* of none, of the first, of the first two … */
};

/* Adds what lies between two numbers of votes to cells further up. */
static void move_up(const struct counts *c, uint32_t size, uint64_t from, uint64_t end,
                    uint64_t weight, uint32_t limbs)
{
    if (end + weight > c->cells) end = c->cells > weight ? c->cells - weight : 0;
    if (from >= end) return;
    uint64_t *to = cell(c, size, (size_t)(from + weight));
    const uint64_t *below = cell(c, c->by_size ? size - 1 : 0, (size_t)from);
    if (c->by_size && c->limbs == 1)
        add_apart(to, below, (size_t)(end - from));
    else
        add_counts(to, below, (size_t)(end - from), c->limbs, limbs);
}

/* Coalitions of some of those before have at least the votes of as many first ones, and at most
 * those of as many last ones. */
static void put_in(const struct counts *c, const struct queue *q, uint32_t place)
{
    uint64_t weight = q->votes[place + 1] - q->votes[place], all = q->votes[place];
    uint32_t limbs = (place + 1) / 64 + 1;
    uint32_t last = place + 1 < c->sizes ? place + 1 : c->sizes - 1;
    if (!c->by_size) move_up(c, 0, 0, all + 1, weight, limbs);
    for (uint32_t size = c->by_size ? last : 0; size > 0; size--)
        move_up(c, size, q->votes[size - 1], all - q->votes[place + 1 - size] + 1, weight, limbs);
}

/* Voters by votes, those with the fewest first: sums stay low for long. */
static uint32_t *ascending(struct arena *a, const struct voting *v)
{
    uint32_t *order = ARENA_ARRAY(a, uint32_t, v->n);
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t k = i;
        for (; k > 0 && v->weights[order[k - 1]] > v->weights[i]; k--) order[k] = order[k - 1];
        order[k] = i;
    }
    return order;
}

static struct queue line_up(struct arena *a, const struct voting *v)
{
    uint64_t *votes = ARENA_ARRAY(a, uint64_t, v->n + 1);
    const uint32_t *order = ascending(a, v);
    for (uint32_t i = 0; i < v->n; i++) votes[i + 1] = votes[i] + v->weights[order[i]];
    return (struct queue){order, votes};
}

static void count_all(const struct counts *c, const struct queue *q, uint32_t voters)
{
    cell(c, 0, 0)[0] = 1;
    for (uint32_t i = 0; i < voters; i++) put_in(c, q, i);
    for (uint32_t size = 0; size < c->sizes; size++)
        for (size_t votes = 1; votes < c->cells; votes++)
            limbs_add(cell(c, size, votes), cell(c, size, votes - 1), c->limbs);
}

/* ---- one voter taken out ---- */

static void add_signed(uint64_t *to, const uint64_t *from, uint32_t limbs, bool plus)
{
    if (plus)
        limbs_add(to, from, limbs);
    else
        limbs_subtract(to, from, limbs);
}

/* Coalitions without a voter are those of all, less those of one fewer and its votes that are
 * without it too: with alternating signs those of all, of k fewer and k times its votes. It decides
 * where these end less than its votes below the quota. */
static void add_deciding(uint64_t *out, const struct counts *c, uint32_t size, uint64_t weight)
{
    uint64_t end = c->cells;
    for (uint32_t k = 0; end > 0 && (!c->by_size || k <= size); k++) {
        uint32_t row = c->by_size ? size - k : 0;
        uint64_t begin = weight < end ? end - weight : 0;
        add_signed(out, cell(c, row, (size_t)end - 1), c->limbs, k % 2 == 0);
        if (begin > 0) add_signed(out, cell(c, row, (size_t)begin - 1), c->limbs, k % 2 != 0);
        end = begin;
    }
}

enum status power_banzhaf_raw(struct rat *out, struct arena *a, const struct voting *v)
{
    uint64_t quota = voting_quota(v);
    if (quota > LIMIT_QUOTA_MAX) return ERR_RANGE;
    struct queue q = line_up(a, v);
    const uint32_t *order = q.order;
    struct counts c = new_counts(a, 1, quota, v->n);
    uint64_t *sum = ARENA_ARRAY(a, uint64_t, c.limbs);
    count_all(&c, &q, v->n);
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t own = order[i];
        if (i > 0 && v->weights[own] == v->weights[order[i - 1]]) {
            rat_set(&out[own], &out[order[i - 1]]);
            continue;
        }
        memset(sum, 0, c.limbs * sizeof *sum);
        if (v->weights[own] > 0) add_deciding(sum, &c, 0, v->weights[own]);
        rat_set_limbs(&out[own], sum, c.limbs);
    }
    return OK;
}

/* ---- orders ---- */

/* More voters than these never stay below the quota. */
static uint32_t sizes_below(const struct queue *q, uint32_t voters, uint64_t quota)
{
    uint32_t size = 0;
    while (size < voters && q->votes[size + 1] < quota) size++;
    return size + 1;
}

struct orders {
    struct rat *counts; /* s! (n−1−s)! */
    struct rat *of_all; /* n! */
    struct rat *part;
};

/* s! (n−1−s)! of n! orders go through each coalition of s that the voter makes win. */
static void shapley_of(struct rat *out, const struct counts *c, const struct orders *o,
                       uint64_t *sum, uint64_t weight)
{
    rat_set_i64(out, 0);
    for (uint32_t size = 0; size < c->sizes; size++) {
        memset(sum, 0, c->limbs * sizeof *sum);
        add_deciding(sum, c, size, weight);
        rat_set_limbs(o->part, sum, c->limbs);
        rat_mul(o->part, o->part, &o->counts[size]);
        rat_add(out, out, o->part);
    }
    rat_div(out, out, o->of_all);
}

static struct orders count_orders(struct arena *a, uint32_t n)
{
    struct orders o = {rat_array_of_arena(a, n), rat_array_of_arena(a, 1),
                       rat_array_of_arena(a, 1)};
    rat_set_i64(&o.counts[0], 1);
    for (uint32_t s = 1; s < n; s++) {
        rat_set_i64(o.part, s);
        rat_mul(&o.counts[0], &o.counts[0], o.part);
    }
    for (uint32_t s = 1; s < n; s++) {
        rat_set_fraction(o.part, s, n - s);
        rat_mul(&o.counts[s], &o.counts[s - 1], o.part);
    }
    rat_set_i64(o.part, n);
    rat_mul(o.of_all, &o.counts[0], o.part);
    return o;
}

enum status power_shapley(struct rat *out, struct arena *a, const struct voting *v)
{
    uint64_t quota = voting_quota(v);
    if (quota > LIMIT_QUOTA_MAX) return ERR_RANGE;
    struct queue q = line_up(a, v);
    const uint32_t *order = q.order;
    uint32_t sizes = sizes_below(&q, v->n, quota);
    struct counts c = new_counts(a, sizes < v->n ? sizes : v->n, quota, v->n);
    c.by_size = true;
    uint64_t *sum = ARENA_ARRAY(a, uint64_t, c.limbs);
    struct orders o = count_orders(a, v->n);
    count_all(&c, &q, v->n);
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t own = order[i];
        if (i > 0 && v->weights[own] == v->weights[order[i - 1]])
            rat_set(&out[own], &out[order[i - 1]]);
        else if (v->weights[own] > 0)
            shapley_of(&out[own], &c, &o, sum, v->weights[own]);
    }
    return OK;
}
