/* Splits in which nobody is entitled to more than a limit of its own: what is still open under an
 * `until M repaid` tier, what a party may still bear. What one cannot take goes to the others
 * (water-filling), by exact fractions. Inside share only. */
#ifndef HEQI_SHARE_CAPPED_H
#define HEQI_SHARE_CAPPED_H

#include "share/share.h"

/* limit of a party so far: whole minor units times a ratio; entitlements before count against it.
 */
struct limits {
    const int64_t *minor; /* in the order of weights->ids */
    struct ratio times;
};

struct capped {
    int64_t amount_minor; /* how much was taken; 0: nothing, and nothing was split */
    bool by_weights;      /* nobody was held back: entitlements are by the weights alone */
    struct rat *entitled; /* else each one's, in the order of weights->ids; kept by the caller */
    bool closed;          /* all limits are now reached */
};

/* Takes at most `left` and at most what is open, splits it in `stream` and in the run's own. */
NODISCARD enum share_outcome capped_split(struct sharer *sh, const struct weights *w,
                                          struct limits limits, int64_t left,
                                          struct account_run *run, struct stream *stream,
                                          struct capped *out);

/* Splits an amount by weights; ids and parts as they are. */
NODISCARD enum status weights_split(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                                    const struct weights *w);

#endif
