/* The linear program of one level of the nucleolus, on its dual: the least ε with x(S) + ε ≥ v(S).
 * Inside game only; nucleolus.h says what it is for.
 *
 * The basis has a column for each row: the sum of weights, then the players. `inverse` is its
 * inverse times `det`, all of it minors of the basis, so whole and bounded. Prices are the primal
 * solution, whole numbers over one scale. */
#ifndef HEQI_GAME_EXCESS_H
#define HEQI_GAME_EXCESS_H

#include "game/nucleolus.h"
#include "game/span.h"

#define EXCESS_ROWS_MAX (LIMIT_PLAYERS_MAX + 1)
#define EXCESS_CANDIDATES_MAX 48u

struct column {
    enum proof_kind kind;
    uint32_t coalition;
};

/* x_i = x[i] / scale and ε = excess / scale, in units of the game. */
struct prices {
    i128 x[LIMIT_PLAYERS_MAX];
    i128 excess;
    i128 scale;
};

struct settled {
    uint32_t coalition;
    i128 worth; /* over settled_scale, in units */
};

/* Sums of x over the low and over the high players: that of any coalition is one of each. */
#define EXCESS_HALF_BITS 14u /* half of LIMIT_PLAYERS_MAX */

struct halves {
    i128 low[1u << EXCESS_HALF_BITS], high[1u << EXCESS_HALF_BITS];
    uint32_t bits;
};

/* The same in 64 bits, where all figures of a pass fit, beside that of the mixture of normals which
 * is 0 for what lies in the span. */
struct narrow_halves {
    int64_t low[1u << EXCESS_HALF_BITS], high[1u << EXCESS_HALF_BITS];
    uint64_t mixed_low[1u << EXCESS_HALF_BITS], mixed_high[1u << EXCESS_HALF_BITS];
};

struct excess_lp {
    const struct game *g;
    struct nucleolus_options options;
    uint32_t rows;
    struct column basis[EXCESS_ROWS_MAX];
    int64_t inverse[EXCESS_ROWS_MAX][EXCESS_ROWS_MAX];
    int64_t det; /* > 0 */
    struct span_of span;
    struct settled settled[LIMIT_PLAYERS_MAX];
    uint32_t settled_count;
    i128 settled_scale;
    int64_t worth_max; /* the largest |v| */
    struct prices prices;
    i128 bound; /* no figure of a pass is larger */
    struct halves *halves;
    struct narrow_halves *narrow;
    struct column candidates[EXCESS_CANDIDATES_MAX];
    i128 gains[EXCESS_CANDIDATES_MAX];
    uint32_t candidate_count, weakest; /* weakest: which gains least, of a full list */
    uint32_t stalled;                  /* pivots in a row that gained nothing */
    bool overflow;
};

void excess_init(struct excess_lp *lp, struct arena *a, const struct game *g,
                 struct nucleolus_options options);

/* Solves from a basis of the settled coalitions, `first` (not in their span) and its complement.
 * ERR_RANGE: no x satisfies x_i ≥ v(i) and what is settled. ERR_OVERFLOW. */
NODISCARD enum status excess_solve(struct excess_lp *lp, uint32_t first);

/* Sums of x as they are priced now, for passes over the table. */
void excess_fill_halves(struct halves *h, const i128 *x, uint32_t n);

static inline i128 halves_sum(const struct halves *h, uint32_t coalition)
{
    return h->low[coalition & ((1u << h->bits) - 1)] + h->high[coalition >> h->bits];
}

#endif
