/* Splits by a rule for claims: what is left is less than all may claim together, and a rule of
 * game/claims.h says who gets how much of it. Inside share only.
 *
 * A claim is the limit of its recipient: M times X of `until M repaid`, what a return has earned,
 * what a party may bear at most. The pot is all that the tier gave so far in its scope, with what
 * it gives now: what comes in parts divides as if it came at once. Where claims changed meanwhile,
 * who has more than the rule gives it by now gets nothing, and the others share by what they lack.
 */
#ifndef HEQI_SHARE_CLAIMED_H
#define HEQI_SHARE_CLAIMED_H

#include "share/capped.h"

/* What was claimed in a split, until the next; by place in the weights. For explanations. */
struct claimed {
    struct arena scratch;
    struct rat *claims; /* in units */
    struct rat *had;    /* before, in units */
    struct rat *due;    /* of all so far by the rule; then of this split */
    struct rat *pot;    /* all so far, this split too */
};

/* Like capped_split, by a rule in place of the weights, of which only who they are of counts. */
NODISCARD enum share_outcome claimed_split(struct sharer *sh, const struct weights *w,
                                           struct limits limits, enum claims_name rule,
                                           int64_t left, struct entitled *e, struct stream *stream,
                                           struct capped *out);

/* "talmud: cri claims 300.00, of 600.00 in all, had 50.00 of 200.00 so far", beside the part of one
 * recipient in the last such split. */
const struct why *explain_claim(struct sharer *sh, const struct portion *p, uint32_t party);

#endif
