/* A second, plain engine that judges streams: a literal reading of the rule in rationals, which
 * hands units out one at a time and knows nothing of keys, runs or levels. Besides it the generator
 * of random cases, whose seed a failure prints. */
#ifndef HEQI_TEST_UNIT_PLAIN_STREAM_H
#define HEQI_TEST_UNIT_PLAIN_STREAM_H

#include "unit.h"

#include "num/stream.h"

#include <stdlib.h>
#include <string.h>

#define PLAIN_MAX 5000

/* ---- random cases ---- */

static uint64_t case_seed, random_state;

static uint64_t random_u64(void)
{
    uint64_t z = (random_state += 0x9e3779b97f4a7c15u); /* splitmix64 (Steele, Lea, Flood 2014) */
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static uint64_t random_below(uint64_t limit)
{
    return random_u64() % limit;
}

static void begin_case(uint64_t seed)
{
    case_seed = seed;
    random_state = seed * 0x2545f4914f6cdd1du + 1;
}

#define assert_case(condition)                                                                     \
    do {                                                                                           \
        if (!(condition)) fail_msg("case %llu: %s", (unsigned long long)case_seed, #condition);    \
    } while (0)

/* ---- the judge ---- */

struct plain {
    enum rounding rule;
    uint32_t count, changes;
    uint32_t ids[PLAIN_MAX];
    mpq_t d[PLAIN_MAX], last[PLAIN_MAX], next[PLAIN_MAX]; /* remainders, fractions */
    int64_t held[PLAIN_MAX], units[PLAIN_MAX];
    bool has_last;
    bool condition; /* everyone ahead before the last split was due a unit in it */
};

static struct plain *plain_new(enum rounding rule)
{
    struct plain *p = calloc(1, sizeof *p);
    assert_non_null(p);
    p->rule = rule;
    return p;
}

static void plain_free(struct plain *p)
{
    for (uint32_t i = 0; i < p->count; i++) mpq_clears(p->d[i], p->last[i], p->next[i], NULL);
    free(p);
}

static uint32_t plain_place(struct plain *p, uint32_t id)
{
    uint32_t i = p->count;
    for (uint32_t k = 0; k < p->count; k++) {
        if (p->ids[k] == id) return k;
    }
    assert_true(p->count < PLAIN_MAX);
    p->count++;
    mpq_inits(p->d[i], p->last[i], p->next[i], NULL);
    p->held[i] = 0;
    for (; i > 0 && p->ids[i - 1] > id; i--) {
        mpq_swap(p->d[i], p->d[i - 1]);
        mpq_swap(p->last[i], p->last[i - 1]);
        mpq_swap(p->next[i], p->next[i - 1]);
        p->held[i] = p->held[i - 1];
        p->ids[i] = p->ids[i - 1];
        p->held[i - 1] = 0;
    }
    p->ids[i] = id;
    return i;
}

/* The place that goes first: the largest (sign 1) or smallest (sign -1) value among may[]. */
static uint32_t plain_first(struct plain *p, mpq_t *values, const bool *may, int sign)
{
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < p->count; i++) {
        if (may && !may[i]) continue;
        if (best == UINT32_MAX || sign * mpq_cmp(values[i], values[best]) > 0) best = i;
    }
    assert_true(best != UINT32_MAX);
    return best;
}

static void plain_round(struct plain *p)
{
    static mpq_t beyond[PLAIN_MAX];
    mpq_t total, parts;
    mpz_t floor;
    mpq_inits(total, parts, NULL);
    mpz_init(floor);
    mpq_set_si(parts, 1000000000000, 1);
    for (uint32_t i = 0; i < p->count; i++) {
        mpq_init(beyond[i]);
        mpq_mul(p->d[i], p->d[i], parts);
        mpz_fdiv_q(floor, mpq_numref(p->d[i]), mpq_denref(p->d[i]));
        mpq_set(beyond[i], p->d[i]);
        mpq_set_z(p->d[i], floor);
        mpq_sub(beyond[i], beyond[i], p->d[i]);
        mpq_add(total, total, beyond[i]);
    }
    for (; mpq_sgn(total) > 0;) {
        uint32_t i = plain_first(p, beyond, NULL, 1);
        mpz_add(mpq_numref(p->d[i]), mpq_numref(p->d[i]), mpq_denref(p->d[i]));
        mpq_set_si(beyond[i], -1, 1); /* one each */
        mpz_sub(mpq_numref(total), mpq_numref(total), mpq_denref(total));
    }
    assert_true(mpq_sgn(total) == 0);
    for (uint32_t i = 0; i < p->count; i++) {
        mpq_div(p->d[i], p->d[i], parts);
        mpq_clear(beyond[i]);
    }
    mpq_clears(total, parts, NULL);
    mpz_clear(floor);
}

static void plain_move(struct plain *p, uint32_t i, int64_t units)
{
    mpq_t change;
    mpq_init(change);
    mpq_set_si(change, units, 1);
    mpq_sub(p->d[i], p->d[i], change);
    mpq_clear(change);
    p->units[i] += units;
    p->held[i] += units;
}

/* What is due to a place beyond margin units, in whole units. */
static int64_t plain_beyond(const struct plain *p, uint32_t i, int64_t margin)
{
    mpz_t floor;
    mpz_init(floor);
    mpz_fdiv_q(floor, mpq_numref(p->d[i]), mpq_denref(p->d[i]));
    int64_t due = mpz_get_si(floor) - margin;
    mpz_clear(floor);
    return due > 0 ? due : 0;
}

/* Huge amounts would take for ever one by one: what is due beyond a margin is given at once. That
 * this is what one by one gives is then seen from the result: no unit went out at a lower value
 * than a unit that did not. Returns what is left. */
static int64_t plain_give_ahead(struct plain *p, int64_t amount)
{
    int64_t margin = 6, total = INT64_MAX;
    for (; total > amount; margin *= 2) {
        total = 0;
        for (uint32_t i = 0; i < p->count; i++) total += plain_beyond(p, i, margin);
    }
    for (uint32_t i = 0; i < p->count; i++) plain_move(p, i, plain_beyond(p, i, margin / 2));
    return amount - total;
}

static void plain_check_ahead(struct plain *p)
{
    mpq_t last;
    mpq_init(last);
    const uint32_t best = plain_first(p, p->d, NULL, 1);
    for (uint32_t i = 0; i < p->count; i++) {
        if (p->units[i] <= 0) continue;
        mpz_add(mpq_numref(last), mpq_numref(p->d[i]), mpq_denref(p->d[i]));
        mpz_set(mpq_denref(last), mpq_denref(p->d[i]));
        assert_case(mpq_cmp(last, p->d[best]) >= 0);
    }
    mpq_clear(last);
}

static void plain_take_back(struct plain *p, int64_t units)
{
    static bool may[PLAIN_MAX];
    for (; units > 0; units--) {
        for (uint32_t i = 0; i < p->count; i++) may[i] = p->held[i] > 0;
        plain_move(p, plain_first(p, p->d, may, -1), -1);
    }
}

/* One split; fractions of ids in next[] beforehand, by plain_set. */
static void plain_split(struct plain *p, int64_t amount)
{
    mpq_t due;
    bool changed = !p->has_last;
    mpq_init(due);
    for (uint32_t i = 0; i < p->count; i++) {
        changed |= !mpq_equal(p->last[i], p->next[i]);
        mpq_set(p->last[i], p->next[i]);
        if (p->rule == ROUNDING_PER_SPLIT) mpq_set_si(p->d[i], 0, 1);
        p->units[i] = 0;
    }
    if (changed) plain_round(p);
    p->changes += changed;
    p->has_last = true;
    p->condition = true;
    for (uint32_t i = 0; i < p->count; i++) {
        mpq_set_si(due, amount, 1);
        mpq_mul(due, due, p->next[i]);
        p->condition &= mpq_sgn(p->d[i]) >= 0 || mpq_cmp_si(due, 1, 1) >= 0;
        mpq_add(p->d[i], p->d[i], due);
    }
    mpq_clear(due);
    if (amount < 0) {
        plain_take_back(p, -amount);
        return;
    }
    int64_t left = plain_give_ahead(p, amount);
    for (; left > 0; left--) plain_move(p, plain_first(p, p->d, NULL, 1), 1);
    plain_check_ahead(p);
}

static void plain_clear_next(struct plain *p)
{
    for (uint32_t i = 0; i < p->count; i++) mpq_set_si(p->next[i], 0, 1);
}

static void plain_set(struct plain *p, const uint32_t *ids, mpq_t *fractions, uint32_t count)
{
    plain_clear_next(p);
    for (uint32_t k = 0; k < count; k++) mpq_set(p->next[plain_place(p, ids[k])], fractions[k]);
}

#endif
