/* Cooperative games with transferable utility, as a table: the worth v(S) of each coalition S of
 * n players, indexed by bit mask (bit 0 is the first player), v of nobody 0.
 *
 * Worths are whole numbers of a unit 1/den, so that every method is exact: what is written as
 * decimals or fractions is scaled once, when the table is made. A game of costs is the game of
 * savings against paying nothing, −c; what methods say of it is turned round again by the caller.
 *
 * |v| in units is at most GAME_WORTH_MAX, so that sums with the weights of all methods fit 128
 * bits.
 */
#ifndef HEQI_GAME_GAME_H
#define HEQI_GAME_GAME_H

#include "base/arena.h"
#include "base/limits.h"
#include "num/rat.h"

#define GAME_WORTH_MAX ((int64_t)1 << 60)

struct game {
    uint32_t n;       /* players, 1 to LIMIT_PLAYERS_MAX */
    const int64_t *v; /* 2^n worths in units; v[0] = 0 */
    uint64_t den;     /* a unit is 1/den */
    int64_t largest;  /* no |v| is above it; 0: nobody looked */
};

/* The coalition of all. */
static inline uint32_t game_all(const struct game *g)
{
    return (uint32_t)((1u << g->n) - 1);
}

static inline uint32_t game_size(uint32_t coalition)
{
    return (uint32_t)__builtin_popcount(coalition);
}

/* Players of a table of `count` worths; 0 where that is no power of two from 2 up, or too large. */
uint32_t game_players(size_t count);

/* Scales worths to whole units; the table is in the arena. ERR_RANGE: nobody is worth something.
 * ERR_OVERFLOW: a worth leaves GAME_WORTH_MAX units. */
NODISCARD enum status game_make(struct game *out, struct arena *a, const struct rat *worths,
                                size_t count);

/* A table of whole worths that is used as it is, not copied. The same errors. */
NODISCARD enum status game_use(struct game *out, const int64_t *worths, size_t count);

/* Reads "12", "-12.50", "13/3". ERR_SYNTAX; ERR_RANGE: too many digits. */
NODISCARD enum status game_read_number(struct rat *out, struct str text);

/* The game of costs turned round: −v, in the arena. */
struct game game_negated(struct arena *a, const struct game *g);

/* A figure in units as a value: units/(den · divisor). */
void game_value(struct rat *out, const struct game *g, i128 units, u128 divisor);

/* v(S ∪ T) ≥ v(S) + v(T) for all disjoint S, T; where it does not hold, such a pair in *s and *t.
 * Takes 3^n steps: for n up to 16, else true is returned unchecked. */
bool game_is_superadditive(const struct game *g, uint32_t *s, uint32_t *t);

#endif
