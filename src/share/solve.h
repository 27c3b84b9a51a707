/* What the games of the terms are worth to each of their players, by the methods that clauses
 * divide by. Found once, before anything is folded: it depends on the text alone. */
#ifndef HEQI_SHARE_SOLVE_H
#define HEQI_SHARE_SOLVE_H

#include "game/methods.h"
#include "num/rat.h"
#include "pact/pact.h"

/* One solution of the pact, by one text of its game. No value is negative, and not all are 0. */
struct solved {
    const struct article_text *text; /* that the game stands in … */
    const struct solved *next;       /* … and the same by a later one, or NULL */
    struct share_set set;            /* the values as whole weights … */
    bool fits;               /* … where they fit LIMIT_WEIGHT_MAX; else only the values count */
    const uint32_t *parties; /* ascending */
    const struct rat *values;
    uint32_t count;
};

/* Fills *out, by solution; NULL where there is none. False, reported at the place of the clause,
 * where a method lacks what it needs, is not defined for its game, or gives less than nothing. */
bool solve_games(struct arena *a, const struct pact *p, struct diags *diags,
                 const struct solved **out);

/* The one whose text holds on a day; CHECKs that there is one. */
const struct solved *solved_on(const struct solved *s, date_t day);

/* The table of a game as it is stated, with what stands beside it; costs are turned round. A
 * coalition that no line names makes what its parts make. ERR_OVERFLOW. */
NODISCARD enum status solve_input(struct game_input *out, struct arena *a,
                                  const struct game_terms *terms);

/* The value of a party; NULL: it does not play. */
const struct rat *solved_value(const struct solved *s, uint32_t party);

/* "weighted shapley of synergy". */
struct str solution_text(struct arena *a, const struct pact *p, const struct solution *s);

#endif
