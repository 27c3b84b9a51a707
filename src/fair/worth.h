/* The game of an alliance: what each group of its parties could have made alone.
 *
 * Of a group S that is not all:
 *  - it carries on a venture where all who are needed for it by name are in S, and where what S can
 *    raise pays for it; ventures are taken in order, and what one needs is not there for the next;
 *  - it then has the grants and bears the whole cost, and has the receipts that it could have had:
 *    all that no licence brought; of exclusive and sole licences where all owners are in S; of
 *    other licences the parts of the owners in S; none of what the alliance owns;
 *  - it leaves a venture that would bring it less than it costs, unless it did so to all as well:
 *    who could not have the receipts would not have begun, but nobody knows beforehand what fails.
 * All together made what the book says: everything, common income less common spending too.
 *
 * The worth of nobody is 0. Not additive, and neither superadditive nor monotone by rule: a venture
 * that failed, and common spending, make all together less than some of them. */
#ifndef HEQI_FAIR_WORTH_H
#define HEQI_FAIR_WORTH_H

#include "fair/blocks.h"
#include "game/game.h"

/* The table of worths in minor units, in the arena. ERR_OVERFLOW where they leave
 * GAME_WORTH_MAX. */
NODISCARD enum status worth_make(struct game *out, struct arena *a, const struct ventures *v,
                                 const struct fair_blocks *b, uint32_t party_count);

/* How a coalition stands to a venture. */
struct carrying {
    bool carried;
    uint32_t missing;    /* who is needed and not in it */
    int64_t short_minor; /* money that it lacks when nobody is missing */
    int64_t net_minor;   /* what it would bring, when nothing is missing */
};

/* By venture, in the arena. The coalition of all carries on every one. */
struct carrying *worth_explain(struct arena *a, const struct ventures *v,
                               const struct fair_blocks *b, uint32_t party_count,
                               uint32_t coalition);

#endif
