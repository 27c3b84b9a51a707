/* The linear program of one level of the nucleolus, on its dual: the least ε with x(S) + ε ≥ v(S).
 * Inside game only; nucleolus.h says what it is for.
 *
 * The dual simplex keeps a pool of coalitions, those that some pass over the table found to gain.
 * It pivots until nobody in the pool gains, and only then passes over the table for others; whoever
 * entered the pool is there for the levels to come, unless settled. Doubles choose whom of the pool
 * to look at, what enters is decided in whole numbers. */
#ifndef HEQI_GAME_EXCESS_H
#define HEQI_GAME_EXCESS_H

#include "game/basis.h"
#include "game/span.h"
#include "game/sweep.h"

struct settled {
    uint32_t coalition;
    i128 worth; /* over settled_scale, in units */
};

/* A column that may enter. */
struct candidate {
    struct column column;
    double worth;
};

struct excess_lp {
    const struct game *g;
    struct arena *arena;
    struct nucleolus_options options;
    struct basis basis;
    struct span_of span;
    struct settled settled[LIMIT_PLAYERS_MAX];
    uint32_t settled_count;
    i128 settled_scale;
    struct prices prices;
    struct sweep *sweep;
    struct candidate *pool;
    size_t pool_count, pool_capacity;
    bool overflow;
};

void excess_init(struct excess_lp *lp, struct arena *a, const struct game *g,
                 struct nucleolus_options options);

/* Solves a level. ERR_RANGE: no x satisfies x_i ≥ v(i) and what is settled. ERR_OVERFLOW. */
NODISCARD enum status excess_solve(struct excess_lp *lp);

/* Settles what bears a weight: it holds with equality in every solution. */
void excess_settle(struct excess_lp *lp);

#endif
