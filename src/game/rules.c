/* Power under several rules at once, by counting. */
#include "game/rules.h"

#include "game/rules_inside.h"

#include <string.h>

/* ---- the voters without a veto ---- */

static bool has_veto(const struct rule_voting *v, uint32_t voter)
{
    return v->vetoes && v->vetoes[voter];
}

bool rules_win(const struct rule_voting *v, const bool *members)
{
    for (uint32_t i = 0; i < v->n; i++)
        if (has_veto(v, i) && !members[i]) return false;
    for (uint32_t r = 0; r < v->rule_count; r++) {
        uint64_t votes = 0;
        for (uint32_t i = 0; i < v->n; i++)
            if (members[i]) votes += v->rules[r].weights[i];
        if (votes < v->rules[r].quota) return false;
    }
    return true;
}

/* One rule for the others; false where the vetoers reach it alone. */
static bool reduce_rule(struct reduced *out, const struct rule_voting *v, const struct vote_rule *r)
{
    uint64_t held = 0, divisor = 0, total = 0;
    uint64_t *weights = out->weights + (size_t)out->rule_count * out->count;
    for (uint32_t i = 0; i < v->n; i++)
        if (has_veto(v, i)) held += r->weights[i];
    if (held >= r->quota) return false;
    for (uint32_t i = 0; i < out->count; i++)
        divisor = gcd_u64(divisor, r->weights[out->voters[i]]);
    for (uint32_t i = 0; i < out->count; i++) {
        weights[i] = r->weights[out->voters[i]] / divisor;
        total += weights[i];
    }
    out->quotas[out->rule_count] = (r->quota - held + divisor - 1) / divisor;
    out->totals[out->rule_count] = total;
    return true;
}

void rules_reduce(struct reduced *out, struct arena *a, const struct rule_voting *v)
{
    *out = (struct reduced){.voters = ARENA_ARRAY(a, uint32_t, v->n), .limbs = v->n / 64 + 1};
    for (uint32_t i = 0; i < v->n; i++)
        if (!has_veto(v, i)) out->voters[out->count++] = i;
    out->vetoer_count = v->n - out->count;
    out->weights = ARENA_ARRAY(a, uint64_t, (size_t)v->rule_count * out->count);
    out->quotas = ARENA_ARRAY(a, uint64_t, v->rule_count);
    out->totals = ARENA_ARRAY(a, uint64_t, v->rule_count);
    for (uint32_t r = 0; r < v->rule_count; r++)
        out->rule_count += reduce_rule(out, v, &v->rules[r]);
}

uint32_t reduced_like(const struct reduced *r, uint32_t other)
{
    for (uint32_t j = 0; j < other; j++) {
        bool same = true;
        for (uint32_t k = 0; same && k < r->rule_count; k++)
            same = reduced_weight(r, k, j) == reduced_weight(r, k, other);
        if (same) return j;
    }
    return other;
}

/* ---- cells ---- */

/* Coalitions of the others by size and votes. Rules by size alone have no digit. */
struct cells {
    const struct reduced *of;
    uint64_t size_quota;             /* of rules that are counted by size; 0: none */
    uint32_t digits;                 /* rules that have one … */
    uint32_t rules[LIMIT_RULES_MAX]; /* … which they are, the one of most votes first */
    size_t strides[LIMIT_RULES_MAX];
    size_t count;    /* cells of a size */
    uint64_t *words; /* by size, then by cell */
};

static bool is_by_size(const struct reduced *r, uint32_t rule)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (reduced_weight(r, rule, i) != 1) return false;
    return true;
}

static void order_digits(struct cells *c)
{
    const uint64_t *totals = c->of->totals;
    for (uint32_t i = 1; i < c->digits; i++)
        for (uint32_t k = i; k > 0 && totals[c->rules[k]] > totals[c->rules[k - 1]]; k--) {
            uint32_t rule = c->rules[k];
            c->rules[k] = c->rules[k - 1];
            c->rules[k - 1] = rule;
        }
}

static enum status make_cells(struct cells *c, struct arena *a, const struct reduced *r)
{
    *c = (struct cells){.of = r, .count = 1};
    for (uint32_t i = 0; i < r->rule_count; i++) {
        if (!is_by_size(r, i))
            c->rules[c->digits++] = i;
        else if (r->quotas[i] > c->size_quota)
            c->size_quota = r->quotas[i];
    }
    order_digits(c);
    size_t room = LIMIT_RULE_WORDS_MAX / ((size_t)r->limbs * (r->count + 1));
    for (uint32_t d = 0; d < c->digits; d++) {
        c->strides[d] = c->count;
        uint64_t digit = r->totals[c->rules[d]] + 1;
        if (digit > room / c->count) return ERR_RANGE;
        c->count *= (size_t)digit;
    }
    c->words = ARENA_ARRAY(a, uint64_t, c->count * r->limbs * (r->count + 1));
    return OK;
}

static uint64_t *row_of(const struct cells *c, uint32_t size)
{
    return c->words + (size_t)size * c->count * c->of->limbs;
}

/* By how many cells a voter moves a coalition. */
static size_t shift_of(const struct cells *c, uint32_t other)
{
    size_t shift = 0;
    for (uint32_t d = 0; d < c->digits; d++)
        shift += (size_t)reduced_weight(c->of, c->rules[d], other) * c->strides[d];
    return shift;
}

static void fill_cells(const struct cells *c)
{
    uint32_t limbs = c->of->limbs;
    c->words[0] = 1;
    for (uint32_t i = 0; i < c->of->count; i++) {
        size_t shift = shift_of(c, i);
        for (uint32_t size = i + 1; size > 0; size--) {
            uint64_t *to = row_of(c, size), *from = row_of(c, size - 1);
            for (size_t k = shift; k < c->count; k++)
                limbs_add(to + k * limbs, from + (k - shift) * limbs, limbs);
        }
    }
}

/* ---- winning cells ---- */

/* Σ of a run of cells from `from` up to, not with, `to`. */
static void add_run(uint64_t *sum, const uint64_t *row, size_t from, size_t to, uint32_t limbs)
{
    for (size_t k = from; k < to; k++) limbs_add(sum, row + k * limbs, limbs);
}

/* Whether the digits behind the first, with those of a voter, reach their quotas. */
static bool behind_reach(const struct cells *c, const uint64_t *digits, const uint64_t *more)
{
    for (uint32_t d = 1; d < c->digits; d++)
        if (digits[d] + (more ? more[d] : 0) < c->of->quotas[c->rules[d]]) return false;
    return true;
}

/* The next of all digits behind the first; false behind the last. */
static bool next_digits(const struct cells *c, uint64_t *digits)
{
    for (uint32_t d = 1; d < c->digits; d++) {
        if (digits[d]++ < c->of->totals[c->rules[d]]) return true;
        digits[d] = 0;
    }
    return false;
}

static uint64_t below(uint64_t quota, uint64_t votes)
{
    return quota > votes ? quota - votes : 0;
}

/* Coalitions of one size, in `row`, that a voter makes win: those that lose and win with him. With
 * `more` NULL: those that win. */
static void add_swings(uint64_t *sum, const struct cells *c, const uint64_t *row, uint32_t size,
                       const uint64_t *more)
{
    uint32_t limbs = c->of->limbs;
    uint64_t digits[LIMIT_RULES_MAX] = {0};
    bool size_reached = size >= c->size_quota;
    if (size + (more ? 1 : 0) < c->size_quota) return;
    if (c->digits == 0) {
        if (!more || !size_reached) limbs_add(sum, row, limbs);
        return;
    }
    uint64_t first = c->of->quotas[c->rules[0]], width = c->of->totals[c->rules[0]] + 1;
    size_t at = 0;
    do {
        if (behind_reach(c, digits, more)) {
            bool loses_below = more && size_reached && behind_reach(c, digits, NULL);
            uint64_t from = more ? below(first, more[0]) : first;
            add_run(sum, row, at + (size_t)from, at + (size_t)(loses_below ? first : width), limbs);
        }
        at += (size_t)width;
    } while (next_digits(c, digits));
}

/* ---- orders ---- */

struct indices {
    struct power_found found;
    uint64_t *sum; /* scratch */
};

static void add_count(struct indices *x, uint32_t voter, uint32_t before, uint32_t limbs)
{
    struct rat part;
    rat_init(&part);
    rat_set_limbs(&part, x->sum, limbs);
    rat_add(&x->found.banzhaf[voter], &x->found.banzhaf[voter], &part);
    rat_mul(&part, &part, &x->found.orders[before]);
    rat_add(&x->found.shapley[voter], &x->found.shapley[voter], &part);
    rat_clear(&part);
}

/* One of the others: the coalitions without him, size after size, each from the size before. */
static void count_other(struct indices *x, const struct cells *c, uint32_t other, uint64_t *own[2])
{
    const struct reduced *r = c->of;
    uint64_t more[LIMIT_RULES_MAX] = {0};
    size_t shift = shift_of(c, other), bytes = c->count * r->limbs * sizeof(uint64_t);
    for (uint32_t d = 0; d < c->digits; d++) more[d] = reduced_weight(r, c->rules[d], other);
    for (uint32_t size = 0; size < r->count; size++) {
        uint64_t *now = own[size % 2], *before = own[(size + 1) % 2];
        memcpy(now, row_of(c, size), bytes);
        for (size_t k = shift; size > 0 && k < c->count; k++)
            limbs_subtract(now + k * r->limbs, before + (k - shift) * r->limbs, r->limbs);
        memset(x->sum, 0, r->limbs * sizeof *x->sum);
        add_swings(x->sum, c, now, size, more);
        add_count(x, r->voters[other], r->vetoer_count + size, r->limbs);
    }
}

/* A vetoer makes every coalition win that has all other vetoers and enough others. */
static void count_vetoer(struct indices *x, const struct cells *c, uint32_t voter)
{
    const struct reduced *r = c->of;
    for (uint32_t size = 0; size <= r->count; size++) {
        memset(x->sum, 0, r->limbs * sizeof *x->sum);
        add_swings(x->sum, c, row_of(c, size), size, NULL);
        add_count(x, voter, r->vetoer_count - 1 + size, r->limbs);
    }
}

static void copy_index(struct indices *x, uint32_t to, uint32_t from)
{
    rat_set(&x->found.shapley[to], &x->found.shapley[from]);
    rat_set(&x->found.banzhaf[to], &x->found.banzhaf[from]);
}

static void count_by_cells(struct indices *x, struct arena *a, const struct cells *c,
                           const struct rule_voting *v)
{
    const struct reduced *r = c->of;
    size_t words = c->count * r->limbs;
    uint64_t *own[2] = {ARENA_ARRAY(a, uint64_t, words), ARENA_ARRAY(a, uint64_t, words)};
    fill_cells(c);
    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t like = reduced_like(r, i);
        if (like < i)
            copy_index(x, r->voters[i], r->voters[like]);
        else
            count_other(x, c, i, own);
    }
    for (uint32_t i = 0, first = v->n; i < v->n; i++) {
        if (!has_veto(v, i)) continue;
        if (first < v->n)
            copy_index(x, i, first);
        else
            count_vetoer(x, c, first = i);
    }
}

enum status rules_power(struct rat *shapley, struct rat *banzhaf_raw, struct arena *a,
                        const struct rule_voting *v)
{
    struct reduced r;
    struct cells c;
    CHECK(v->rule_count <= LIMIT_RULES_MAX);
    rules_reduce(&r, a, v);
    struct rat *orders = rat_array_of_arena(a, v->n);
    order_weights(orders, v->n);
    for (uint32_t i = 0; i < v->n; i++) {
        rat_set_i64(&shapley[i], 0);
        rat_set_i64(&banzhaf_raw[i], 0);
    }
    struct indices x = {{shapley, banzhaf_raw, orders}, ARENA_ARRAY(a, uint64_t, r.limbs)};
    if (make_cells(&c, a, &r) != OK) return rules_power_by_looking(&x.found, a, v, &r);
    count_by_cells(&x, a, &c, v);
    return OK;
}

/* ---- roles ---- */

void rules_roles(struct rule_roles *out, struct arena *a, const struct rule_voting *v,
                 const struct rat *banzhaf_raw)
{
    bool *members = ARENA_ARRAY(a, bool, v->n);
    *out = (struct rule_roles){ARENA_ARRAY(a, bool, v->n), ARENA_ARRAY(a, bool, v->n),
                               ARENA_ARRAY(a, bool, v->n)};
    for (uint32_t i = 0; i < v->n; i++) {
        for (uint32_t k = 0; k < v->n; k++) members[k] = k == i;
        out->dictator[i] = rules_win(v, members);
        for (uint32_t k = 0; k < v->n; k++) members[k] = k != i;
        out->vetoer[i] = !rules_win(v, members);
        out->dummy[i] = rat_sign(&banzhaf_raw[i]) == 0;
    }
}
