/* Splits in which nobody is entitled to more than a limit of its own: what is still open under an
 * `until M repaid` tier, what a party may still bear. What one cannot take goes to the others
 * (water-filling). Inside share only.
 *
 * What everyone has had is counted in 10^-12 of a unit: who reaches its limit gets what is open by
 * that count, the others share the rest exactly. Weights that do not fit integers are taken to
 * 10^-15 where a limit binds. */
#ifndef HEQI_SHARE_CAPPED_H
#define HEQI_SHARE_CAPPED_H

#include "share/share.h"

/* The limit of each, in the order of weights->ids: whole minor units times a ratio, or 10^-12 of a
 * unit. What it was entitled to before counts against it. */
struct limits {
    const int64_t *minor;
    struct ratio times;
    const i128 *e12;       /* where not NULL, the others do not count */
    const uint8_t *lifted; /* by party: 1, it has none; NULL */
};

struct capped {
    int64_t amount_minor;    /* how much was taken; 0: nothing, and nothing was split */
    const i128 *e12;         /* NULL: by weights alone; else each one's entitlement in 10^-12, until
                                the next capped split, … */
    const struct rat *exact; /* … and in units, where it is no whole 10^-12 */
};

/* Takes at most `left` and at most what is open in all, and splits it. */
NODISCARD enum share_outcome capped_split(struct sharer *sh, const struct weights *w,
                                          struct limits limits, int64_t left, struct entitled *e,
                                          struct stream *stream, struct capped *out);

/* open[i] = what is open for each with weight, in 10^-12; returns their sum. What it lacks of whole
 * units by rounding is added to the first of them. */
i128 capped_open(const struct shares *w, struct limits limits, const struct entitled *e,
                 i128 *open);

/* Splits an amount by weights; ids and parts as they are. */
NODISCARD enum status weights_split(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                                    const struct weights *w);

/* The weights as integers: rational ones to 10^-15, in the scratch of the sharer. */
struct shares weights_as_shares(struct sharer *sh, const struct weights *w);

#endif
