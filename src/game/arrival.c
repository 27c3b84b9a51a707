/* Random arrival, exactly.
 *
 * Who comes behind a coalition S of s others gets what S left, at most its claim: with k₊ = max(0,
 * k) that is (E − c(S))₊ − (E − c_i − c(S))₊, and S comes first in s!(n−s−1)!/n! of all orders. So
 * what is needed is, for each size s and two limits L, the sum of (L − c(S))₊ over all S of that
 * size. All coalitions of either half of the others are listed by size, ascending by what they
 * claim; two lists are gone through at once, up one and down the other. That is about n 2^(n/2)
 * steps for each of n claimants in place of 2^n. (Meet in the middle: E. Horowitz and S. Sahni
 * 1974.) */
#include "game/claims.h"

#include <string.h>

#define HALF_MAX ((LIMIT_CLAIMANTS_ARRIVAL_MAX + 1) / 2)
#define UNITS_MAX ((i128)1 << 90) /* of the pot */

/* The coalitions of one half. */
struct half {
    uint32_t heads;
    i128 *sums[HALF_MAX + 1]; /* by size, ascending */
    size_t counts[HALF_MAX + 1];
    i128 *scratch;
};

struct arrival {
    i128 *units; /* the claims, in units */
    uint32_t count;
    i128 estate;
    uint64_t den; /* a unit is 1/den */
    struct half low, high;
    i128 *before; /* of one list: its first so many added */
};

/* ---- lists of sums ---- */

static size_t choose(uint32_t n, uint32_t k)
{
    uint64_t ways = 1;
    for (uint32_t i = 0; i < k; i++) ways = ways * (n - i) / (i + 1);
    return (size_t)ways;
}

static void half_make(struct half *h, struct arena *a, uint32_t heads_max)
{
    for (uint32_t k = 0; k <= heads_max; k++)
        h->sums[k] = ARENA_ARRAY(a, i128, choose(heads_max, k));
    h->scratch = ARENA_ARRAY(a, i128, choose(heads_max, heads_max / 2));
}

static void half_clear(struct half *h)
{
    memset(h->counts, 0, sizeof h->counts);
    h->heads = 0;
    h->sums[0][0] = 0;
    h->counts[0] = 1;
}

/* Coalitions of size k: those without the new claimant, and those of k − 1 with it, in order. */
static void merge(struct half *h, uint32_t k, i128 claim)
{
    const i128 *without = h->sums[k], *with = h->sums[k - 1];
    size_t i = 0, j = 0, count = h->counts[k] + h->counts[k - 1];
    for (size_t m = 0; m < count; m++) {
        bool own = j == h->counts[k - 1] || (i < h->counts[k] && without[i] <= with[j] + claim);
        h->scratch[m] = own ? without[i++] : with[j++] + claim;
    }
    memcpy(h->sums[k], h->scratch, count * sizeof *h->scratch);
    h->counts[k] = count;
}

static void half_add(struct half *h, i128 claim)
{
    h->heads++;
    for (uint32_t k = h->heads; k > 0; k--) merge(h, k, claim);
}

/* ---- what coalitions leave ---- */

/* Σ (limit − x − y)₊ over two lists; before[j] is the sum of the first j of the second. */
static i128 left_over(const struct arrival *r, uint32_t low, uint32_t high, i128 limit)
{
    size_t j = r->high.counts[high];
    i128 sum = 0;
    for (size_t i = 0; i < r->low.counts[low]; i++) {
        i128 rest = limit - r->low.sums[low][i];
        while (j > 0 && r->high.sums[high][j - 1] > rest) j--;
        if (j == 0) break;
        sum += (i128)j * rest - r->before[j];
    }
    return sum;
}

/* What a claimant gets, in units, over all orders: out is a mean. */
static void mean_of(struct rat *out, struct arrival *r, uint32_t claimant)
{
    i128 by_size[LIMIT_CLAIMANTS_ARRIVAL_MAX] = {0};
    struct rat part;
    for (uint32_t high = 0; high <= r->high.heads; high++) {
        for (size_t j = 0; j < r->high.counts[high]; j++)
            r->before[j + 1] = r->before[j] + r->high.sums[high][j];
        for (uint32_t low = 0; low <= r->low.heads; low++)
            by_size[low + high] += left_over(r, low, high, r->estate) -
                                   left_over(r, low, high, r->estate - r->units[claimant]);
    }
    rat_init(&part);
    rat_set_i64(out, 0);
    for (uint32_t s = 0; s < r->count; s++) {
        rat_set_fraction(&part, by_size[s], (u128)r->count * choose(r->count - 1, s));
        rat_add(out, out, &part);
    }
    rat_clear(&part);
}

/* ---- whole units ---- */

static enum status common_denominator(uint64_t *den, const struct claims *c)
{
    enum status s = rat_denominator_u64(den, c->estate);
    for (uint32_t i = 0; i < c->count && s == OK; i++) {
        uint64_t own;
        s = rat_denominator_u64(&own, &c->claims[i]);
        if (s == OK) s = lcm_u64(den, *den, own);
    }
    return s == OK ? OK : ERR_OVERFLOW;
}

static enum status in_units(i128 *out, const struct rat *value, uint64_t den)
{
    struct rat scaled;
    rat_init(&scaled);
    rat_set_i128(&scaled, (i128)den);
    rat_mul(&scaled, &scaled, value);
    enum status s = rat_floor_i128(out, &scaled);
    rat_clear(&scaled);
    return s == OK && *out <= UNITS_MAX ? OK : ERR_OVERFLOW;
}

/* Claims beyond the pot are cut down to it: nobody could take more. */
static enum status scale(struct arrival *r, struct arena *a, const struct claims *c)
{
    enum status s = common_denominator(&r->den, c);
    if (s == OK) s = in_units(&r->estate, c->estate, r->den);
    r->units = ARENA_ARRAY(a, i128, c->count);
    for (uint32_t i = 0; i < c->count && s == OK; i++)
        s = in_units(&r->units[i],
                     rat_compare(&c->claims[i], c->estate) < 0 ? &c->claims[i] : c->estate, r->den);
    return s;
}

enum status claims_random_arrival(struct rat *out, struct arena *a, const struct claims *c)
{
    struct arrival r = {.count = c->count};
    struct rat unit;
    if (c->count > LIMIT_CLAIMANTS_ARRIVAL_MAX) return ERR_RANGE;
    enum status s = scale(&r, a, c);
    if (s != OK) return s;
    uint32_t half = c->count / 2;
    half_make(&r.low, a, half);
    half_make(&r.high, a, half);
    r.before = ARENA_ARRAY(a, i128, choose(half, half / 2) + 1);
    rat_init(&unit);
    rat_set_fraction(&unit, 1, r.den);
    for (uint32_t i = 0; i < c->count; i++) {
        half_clear(&r.low);
        half_clear(&r.high);
        for (uint32_t j = 0; j < c->count; j++)
            if (j != i) half_add(r.low.heads < half ? &r.low : &r.high, r.units[j]);
        mean_of(&out[i], &r, i);
        rat_mul(&out[i], &out[i], &unit);
    }
    rat_clear(&unit);
    return OK;
}
