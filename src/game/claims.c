/* The rules that go by simple arithmetic, and the game of a claims problem. */
#include "game/claims.h"

#include <stdlib.h>

static void sum_of(struct rat *out, const struct rat *list, uint32_t count)
{
    rat_set_i64(out, 0);
    for (uint32_t i = 0; i < count; i++) rat_add(out, out, &list[i]);
}

bool claims_hold_together(const struct claims *c)
{
    struct rat all;
    rat_init(&all);
    sum_of(&all, c->claims, c->count);
    bool good = rat_sign(c->estate) >= 0 && rat_compare(c->estate, &all) <= 0;
    for (uint32_t i = 0; i < c->count; i++) good = good && rat_sign(&c->claims[i]) >= 0;
    rat_clear(&all);
    return good;
}

/* ---- in proportion ---- */

/* amount by weights that are not negative; nobody gets anything where all are 0. */
static void by_weight(struct rat *out, const struct rat *weights, uint32_t count,
                      const struct rat *amount)
{
    struct rat factor;
    rat_init(&factor);
    sum_of(&factor, weights, count);
    if (rat_sign(&factor)) rat_div(&factor, amount, &factor);
    for (uint32_t i = 0; i < count; i++) rat_mul(&out[i], &weights[i], &factor);
    rat_clear(&factor);
}

enum status claims_proportional(struct rat *out, struct arena *a, const struct claims *c)
{
    (void)a;
    by_weight(out, c->claims, c->count, c->estate);
    return OK;
}

/* ---- equal awards, equal losses ---- */

static int by_claim(const void *a, const void *b)
{
    const struct rat *const *x = a, *const *y = b;
    return rat_compare(*x, *y);
}

/* The λ with Σ min(c_i, λ) = pot: who claims no more than an equal part of what is left has its
 * claim, the smallest first. */
static void find_level(struct rat *level, struct arena *a, const struct rat *claims, uint32_t count,
                       const struct rat *pot)
{
    const struct rat **sorted = ARENA_ARRAY(a, const struct rat *, count);
    struct rat left, heads;
    rat_init(&left);
    rat_init(&heads);
    rat_set(&left, pot);
    for (uint32_t i = 0; i < count; i++) sorted[i] = &claims[i];
    qsort(sorted, count, sizeof(const struct rat *), by_claim);
    for (uint32_t i = 0; i < count; i++) {
        rat_set_i64(&heads, count - i);
        rat_div(level, &left, &heads);
        if (rat_compare(sorted[i], level) > 0) break;
        rat_sub(&left, &left, sorted[i]);
        rat_set(level, sorted[i]);
    }
    rat_clear(&heads);
    rat_clear(&left);
}

static void award(struct rat *out, struct arena *a, const struct rat *claims, uint32_t count,
                  const struct rat *pot)
{
    struct rat level;
    rat_init(&level);
    find_level(&level, a, claims, count, pot);
    for (uint32_t i = 0; i < count; i++)
        rat_set(&out[i], rat_compare(&claims[i], &level) < 0 ? &claims[i] : &level);
    rat_clear(&level);
}

enum status claims_equal_awards(struct rat *out, struct arena *a, const struct claims *c)
{
    award(out, a, c->claims, c->count, c->estate);
    return OK;
}

/* What is lost, C − E, is awarded like a pot, up to `most` each. */
static void lose(struct rat *out, struct arena *a, const struct claims *c, const struct rat *most)
{
    struct rat lost;
    rat_init(&lost);
    sum_of(&lost, c->claims, c->count);
    rat_sub(&lost, &lost, c->estate);
    award(out, a, most, c->count, &lost);
    for (uint32_t i = 0; i < c->count; i++) rat_sub(&out[i], &c->claims[i], &out[i]);
    rat_clear(&lost);
}

enum status claims_equal_losses(struct rat *out, struct arena *a, const struct claims *c)
{
    lose(out, a, c, c->claims);
    return OK;
}

/* ---- Talmud ---- */

/* Half of the claims against half of the pot or of the loss, whichever is less. */
enum status claims_talmud(struct rat *out, struct arena *a, const struct claims *c)
{
    struct rat *halves = rat_array(a, c->count), all, half;
    rat_init(&all);
    rat_init(&half);
    rat_set_fraction(&half, 1, 2);
    for (uint32_t i = 0; i < c->count; i++) rat_mul(&halves[i], &c->claims[i], &half);
    sum_of(&all, halves, c->count);
    if (rat_compare(c->estate, &all) <= 0)
        award(out, a, halves, c->count, c->estate);
    else
        lose(out, a, c, halves);
    rat_clear(&half);
    rat_clear(&all);
    rat_clear_array(halves, c->count);
    return OK;
}

/* ---- adjusted proportional ---- */

/* What nobody else claims, in out; what is then left of the pot, in left. */
static void concede(struct rat *out, struct rat *left, const struct claims *c)
{
    struct rat others;
    rat_init(&others);
    sum_of(&others, c->claims, c->count);
    rat_sub(&others, c->estate, &others);
    rat_set(left, c->estate);
    for (uint32_t i = 0; i < c->count; i++) {
        rat_add(&out[i], &others, &c->claims[i]);
        if (rat_sign(&out[i]) < 0) rat_set_i64(&out[i], 0);
        rat_sub(left, left, &out[i]);
    }
    rat_clear(&others);
}

enum status claims_adjusted_proportional(struct rat *out, struct arena *a, const struct claims *c)
{
    struct rat *open = rat_array(a, c->count), *parts = rat_array(a, c->count), left;
    rat_init(&left);
    concede(out, &left, c);
    for (uint32_t i = 0; i < c->count; i++) {
        rat_sub(&open[i], &c->claims[i], &out[i]);
        if (rat_compare(&open[i], &left) > 0) rat_set(&open[i], &left);
    }
    by_weight(parts, open, c->count, &left);
    for (uint32_t i = 0; i < c->count; i++) rat_add(&out[i], &out[i], &parts[i]);
    rat_clear(&left);
    rat_clear_array(parts, c->count);
    rat_clear_array(open, c->count);
    return OK;
}

/* ---- α-min ---- */

static const struct rat *smallest(const struct claims *c)
{
    const struct rat *least = &c->claims[0];
    for (uint32_t i = 1; i < c->count; i++)
        if (rat_compare(&c->claims[i], least) < 0) least = &c->claims[i];
    return least;
}

enum status claims_alpha_min(struct rat *out, struct arena *a, const struct claims *c)
{
    struct rat *beyond = rat_array(a, c->count), floor, rest;
    rat_init(&floor);
    rat_init(&rest);
    rat_set_i64(&rest, c->count);
    rat_div(&floor, c->estate, &rest);
    if (rat_compare(&floor, smallest(c)) > 0) rat_set(&floor, smallest(c));
    rat_mul(&rest, &rest, &floor);
    rat_sub(&rest, c->estate, &rest);
    for (uint32_t i = 0; i < c->count; i++) rat_sub(&beyond[i], &c->claims[i], &floor);
    by_weight(out, beyond, c->count, &rest);
    for (uint32_t i = 0; i < c->count; i++) rat_add(&out[i], &out[i], &floor);
    rat_clear(&rest);
    rat_clear(&floor);
    rat_clear_array(beyond, c->count);
    return OK;
}

/* ---- the game ---- */

enum status claims_game(struct game *out, struct arena *a, const struct claims *c)
{
    if (c->count > LIMIT_PLAYERS_MAX) return ERR_RANGE;
    size_t count = (size_t)1 << c->count;
    struct rat *worths = rat_array(a, count);
    uint32_t all = (uint32_t)(count - 1);
    rat_set(&worths[all], c->estate); /* first without the cut at 0 */
    for (uint32_t s = all; s-- > 0;) {
        uint32_t first = (uint32_t)__builtin_ctz(all ^ s);
        rat_sub(&worths[s], &worths[s | 1u << first], &c->claims[first]);
    }
    for (size_t s = 0; s < count; s++)
        if (rat_sign(&worths[s]) < 0) rat_set_i64(&worths[s], 0);
    rat_set_i64(&worths[0], 0); /* not below: the pot is not above all claims */
    enum status status = game_make(out, a, worths, count);
    rat_clear_array(worths, count);
    return status;
}
