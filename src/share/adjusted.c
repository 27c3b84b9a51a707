/* Factors, and what comes of a base by them. */
#include "share/adjusted.h"

/* ---- what everyone has of each factor ---- */

/* Room for the parts in all factors: by factor, then by place. */
static struct rat *factor_room(struct weigher *w, uint32_t factors)
{
    size_t wanted = (size_t)factors * w->capacity;
    if (w->factor_room < wanted) {
        w->factors = rat_array_of_arena(w->arena, wanted);
        w->factor_room = wanted;
    }
    return w->factors;
}

/* w_k r_ik of all recipients, from the weights in the weigher. */
static void weighted_parts(struct weigher *w, struct rat *out, struct ratio weight)
{
    struct rat times;
    rat_init(&times);
    rat_set_ratio(&times, weight);
    for (uint32_t i = 0; i < w->out.count; i++) {
        if (w->out.sum)
            weights_part(&out[i], &w->out, i);
        else
            rat_set_fraction(&out[i], 1, w->out.count);
        rat_mul(&out[i], &out[i], &times);
    }
    rat_clear(&times);
}

static bool measure_factors(struct weigher *w, struct basis basis, const struct occasion *m)
{
    struct rat *y = factor_room(w, basis.factor_count);
    for (uint32_t k = 0; k < basis.factor_count; k++) {
        w->out.parts = NULL;
        if (!weigher_weigh(w, basis.factors[k].by, m)) return false;
        weighted_parts(w, &y[(size_t)k * w->capacity], basis.factors[k].weight);
    }
    return true;
}

/* The largest (or the least) of one factor. */
static const struct rat *extreme(const struct rat *y, uint32_t n, bool largest)
{
    const struct rat *best = y;
    for (uint32_t i = 1; i < n; i++)
        if (largest ? rat_compare(&y[i], best) > 0 : rat_compare(&y[i], best) < 0) best = &y[i];
    return best;
}

/* ---- from factors to λ ---- */

static void add_up(struct weigher *w, struct rat *lambda, uint32_t factors)
{
    for (uint32_t k = 0; k < factors; k++)
        for (uint32_t i = 0; i < w->out.count; i++)
            rat_add(&lambda[i], &lambda[i], &w->factors[(size_t)k * w->capacity + i]);
}

static void project(struct weigher *w, struct rat *lambda, uint32_t factors)
{
    struct rat part;
    rat_init(&part);
    for (uint32_t k = 0; k < factors; k++) {
        const struct rat *y = &w->factors[(size_t)k * w->capacity];
        const struct rat *best = extreme(y, w->out.count, true);
        for (uint32_t i = 0; i < w->out.count; i++) {
            rat_mul(&part, &y[i], best);
            rat_add(&lambda[i], &lambda[i], &part);
        }
    }
    rat_clear(&part);
}

/* √Σ_k (y_ik − y°_k)², or from y*, of one recipient. */
static void distance(struct rat *out, const struct weigher *w, uint32_t i, uint32_t factors,
                     bool from_best)
{
    struct rat step;
    rat_init(&step);
    rat_set_i64(out, 0);
    for (uint32_t k = 0; k < factors; k++) {
        const struct rat *y = &w->factors[(size_t)k * w->capacity];
        rat_sub(&step, &y[i], extreme(y, w->out.count, from_best));
        rat_mul(&step, &step, &step);
        rat_add(out, out, &step);
    }
    rat_root_down(out, out);
    rat_clear(&step);
}

static void come_close(struct weigher *w, struct rat *lambda, uint32_t factors)
{
    struct rat far;
    rat_init(&far);
    for (uint32_t i = 0; i < w->out.count; i++) {
        distance(&lambda[i], w, i, factors, false);
        distance(&far, w, i, factors, true);
        rat_add(&far, &far, &lambda[i]);
        if (rat_sign(&far)) rat_div(&lambda[i], &lambda[i], &far);
    }
    rat_clear(&far);
}

/* Makes λ sum to 1; equal where nobody has any. */
static void divide_by_sum(struct rat *lambda, uint32_t n)
{
    struct rat sum;
    rat_init(&sum);
    for (uint32_t i = 0; i < n; i++) rat_add(&sum, &sum, &lambda[i]);
    for (uint32_t i = 0; i < n; i++) {
        if (rat_sign(&sum))
            rat_div(&lambda[i], &lambda[i], &sum);
        else
            rat_set_fraction(&lambda[i], 1, n);
    }
    rat_clear(&sum);
}

/* To whole 10^-12, by largest remainders: a split of so many parts that stands alone. */
static void to_parts(struct weigher *w, struct rat *lambda)
{
    struct arena scratch;
    struct stream parts;
    struct rat scale;
    arena_init(&scratch);
    arena_on_out_of_memory(&scratch, w->arena->out_of_memory);
    stream_init(&parts, &scratch, ROUNDING_PER_SPLIT);
    rat_init(&scale);
    rat_set_i64(&scale, STREAM_PARTS);
    for (uint32_t i = 0; i < w->out.count; i++) rat_mul(&lambda[i], &lambda[i], &scale);
    struct entitlements e = {w->out.ids, lambda, w->out.count};
    enum status status = stream_split_rat(&parts, STREAM_PARTS, &e);
    CHECK(status == OK);
    for (uint32_t i = 0; i < w->out.count; i++)
        rat_set_fraction(&lambda[i], parts.units[stream_find(&parts, w->out.ids[i])],
                         (u128)STREAM_PARTS);
    rat_clear(&scale);
    arena_release(&scratch);
}

static void combine(struct weigher *w, struct basis basis, struct rat *lambda)
{
    uint32_t n = w->out.count;
    for (uint32_t i = 0; i < n; i++) rat_set_i64(&lambda[i], 0);
    switch (basis.factors_kind) {
    case FACTORS_ADDED: add_up(w, lambda, basis.factor_count); return;
    case FACTORS_PROJECTED:
        project(w, lambda, basis.factor_count);
        divide_by_sum(lambda, n);
        return;
    case FACTORS_TOPSIS:
        come_close(w, lambda, basis.factor_count);
        divide_by_sum(lambda, n);
        to_parts(w, lambda);
        return;
    }
}

/* ---- the share ---- */

bool weigh_adjusted(struct weigher *w, struct basis basis, const struct occasion *m)
{
    uint32_t n = w->out.count;
    struct rat part;
    if (!w->adjusted) w->adjusted = rat_array_of_arena(w->arena, 2 * (size_t)w->capacity);
    struct rat *base = w->adjusted, *lambda = &w->adjusted[w->capacity];
    for (uint32_t i = 0; i < n; i++) weights_part(&base[i], &w->out, i);
    if (!measure_factors(w, basis, m)) return false;
    combine(w, basis, lambda);
    rat_init(&part);
    rat_set_fraction(&part, 1, n);
    weights_start_parts(w);
    for (uint32_t i = 0; i < n; i++) {
        rat_add(&base[i], &base[i], &lambda[i]);
        rat_sub(&base[i], &base[i], &part);
        if (rat_sign(&base[i]) > 0) rat_set(&w->out.parts[i], &base[i]);
    }
    rat_clear(&part);
    weights_divide_parts(w);
    return true;
}
