/* Passes over the table at given prices: which coalitions gain most. Inside game only.
 *
 * A coalition gains what its worth is above its price: v(S) − x(S) − ε, or ε for each head. A pass
 * computes it for all coalitions as the sum of a part for the low players, which stays in the
 * cache, and one for the high players, which is the same for a block of the table: lines of such a
 * block are asked whether anybody gains more than those found so far, by code that is compiled for
 * several instruction sets (sweep_lines.c); only lines that say yes are looked at one by one. All
 * of it is in whole numbers of 64 bits: gains times the scale of the prices where they fit, else
 * times a smaller factor with prices rounded down, so that nobody who gains is missed; who seems to
 * gain is then looked at in 128 bits. Settled coalitions are passed over (span.h). */
#ifndef HEQI_GAME_SWEEP_H
#define HEQI_GAME_SWEEP_H

#include "game/game.h"
#include "game/span.h"

/* x_i = x[i] / scale and ε = excess / scale, in units of the game. */
struct prices {
    i128 x[LIMIT_PLAYERS_MAX];
    i128 excess;
    i128 scale;
    bool by_head;
};

#define SWEEP_FOUND_MAX 256u

struct gainer {
    uint32_t coalition;
    i128 gain; /* over the scale of the prices */
};

struct sweep; /* room for passes */

struct sweep *sweep_new(struct arena *a, const struct game *g);

/* A bound on every figure of a pass at these prices; ERR_OVERFLOW: it leaves 128 bits, and there
 * can be no pass. */
NODISCARD enum status sweep_bound(i128 *out, const struct sweep *s, const struct prices *p);

/* The coalitions outside the span that gain, the `most` (up to SWEEP_FOUND_MAX) that gain most of
 * them; valid until the next pass. p was asked for its bound. */
const struct gainer *sweep_gainers(struct sweep *s, const struct prices *p, i128 bound,
                                   const struct span_of *span, uint32_t most, uint32_t *count);

/* What one coalition gains, over p->scale. */
i128 sweep_gain(const struct game *g, const struct prices *p, uint32_t coalition);

#endif
