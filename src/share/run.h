/* The run of a receipt or a loss through the tiers of a clause. Inside share only. */
#ifndef HEQI_SHARE_RUN_H
#define HEQI_SHARE_RUN_H

#include "share/share.h"

#define NO_SPLIT INT64_MIN

struct run {
    struct sharer *sh;
    const struct clause *clause;
    const struct occasion *m;
    int64_t left;
    const struct why *whole_why, *left_why;
    struct ratio part; /* what is given next is this part of part_of_minor, rounded to units */
    int64_t part_of_minor;
    int64_t
        split_minor; /* what the percentage of the tier split off; NO_SPLIT: another limit did */
    uint32_t stakes; /* what is missing on SHARE_NO_STAKES */
    enum share_outcome outcome;
};

struct portion run_portion(const struct run *r, const struct tier *tier, int64_t amount,
                           const struct why *why);

/* Whether a tier goes to one fund, or to one named party without a basis, so that there is nothing
 * to divide. A basis that is named counts, also for one: where it is zero, the tier passes on. */
bool run_goes_to_one(const struct tier *tier);

/* Fills the weigher for a tier's recipients; false, with the outcome set, where stakes are missing.
 */
bool run_fill_weights(struct run *r, const struct tier *tier);

/* Splits `whole` in two, the tier and the rest, by the tier's share; the tier gets at most `most`:
 * where its share is more, that is what it is entitled to. */
int64_t run_take_share(struct run *r, const struct tier *tier, int64_t whole, int64_t most);

/* Splits an amount in `share` and the rest, ids 0 and 1 of the stream. */
NODISCARD enum status run_split_two(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                                    struct ratio share);

/* `up to AMOUNT in all` and `AMOUNT [yearly]`: what the tier has not taken yet, at most `room`. */
int64_t run_take_amount(struct run *r, const struct tier *tier, int64_t room);

#endif
