/* The shares of a table of stakes on a day: those of the text, and what arrears made of them. */
#ifndef HEQI_STATE_STAKES_H
#define HEQI_STATE_STAKES_H

#include "state/state.h"

/* The shares that hold at the start of a day, as far as they are known (see pact_stakes_known);
 * NULL where none do. What the text sets anew later takes the place of what was moved before; a
 * transfer goes on from it. */
const struct share_set *state_stakes(struct state *s, uint32_t stakes, date_t day);

/* Whether a transfer of the day can go on from what was moved before: ERR_RANGE where the giver has
 * not so much left, ERR_OVERFLOW where the shares get too fine. */
NODISCARD enum status state_check_stakes(struct state *s, uint32_t stakes, date_t day);

/* The first day after `day` on which they change, or `last`. */
date_t state_next_stakes(const struct state *s, uint32_t stakes, date_t day, date_t last);

/* From the start of a day a party loses a part of its share in a table, and the others gain it in
 * proportion to their own; who is alone in a table keeps it, and what an entry sets on that very
 * day stands. Exact. ERR_OVERFLOW where the shares
 * get too fine for LIMIT_WEIGHT_MAX; nothing is changed then. */
NODISCARD enum status state_dilute(struct state *s, uint32_t stakes, uint32_t party,
                                   const struct rat *loss, date_t day);

#endif
