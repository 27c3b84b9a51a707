/* Clawback: `at dissolution PARTY returns what exceeds P% of profit`. Profit is counted as for a
 * catch-up (share/profit.h); the others get what comes back by what they had of it. */
#ifndef HEQI_SHARE_CLAWBACK_H
#define HEQI_SHARE_CLAWBACK_H

#include "share/share.h"

/* Takes back, by all such lines of a clause in the scope of the occasion, what was not taken back
 * before, and gives it on: portions that sum to zero, but where nobody else had profit. What turned
 * out to be too much goes back the same way. */
NODISCARD enum share_outcome share_clawback(struct sharer *sh, const struct clause *c,
                                            const struct occasion *m);

#endif
