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

void run_emit(const struct run *r, const struct portion *p);

struct portion run_portion(const struct run *r, const struct tier *tier, int64_t amount,
                           const struct why *why);

/* Whether a tier goes to one fund, or to one named party without a basis, so that there is nothing
 * to divide. A basis that is named counts, also for one: where it is zero, the tier passes on. */
bool run_goes_to_one(const struct tier *tier);

/* Fills the weigher for a tier's recipients; false, with the outcome set, where stakes are missing.
 */
bool run_fill_weights(struct run *r, const struct tier *tier);

/* The same, not kept for a reversal. */
bool run_weigh(struct run *r, const struct tier *tier);

/* The most that the recipients of a tier can take, or bear, now; 0 where there are none. Leaves the
 * weights of several in the weigher. */
int64_t run_room(struct run *r, const struct tier *tier);
int64_t run_loss_room(struct run *r, const struct tier *tier);

/* Splits `whole` in two, the tier and the rest, by the tier's share; the tier gets at most `most`:
 * where its share is more, that is what it is entitled to. */
int64_t run_take_share(struct run *r, const struct tier *tier, int64_t whole, int64_t most);

/* Splits an amount in `share` and the rest, ids 0 and 1 of the stream. */
NODISCARD enum status run_split_two(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                                    struct ratio share);

/* The weights of the parts of a divided tier: percentages over their common denominator, `rest`
 * what they leave. A part whose recipients are not there passes its weight to `rest`, else out of
 * the tier (the last id). False where they are too fine, or with the outcome set. */
bool run_weigh_parts(struct run *r, const struct tier *tier, struct weights *out);

/* Fills the weigher for all recipients of a tier. Of a divided one each weighs what its parts come
 * to: the percentage of a part times its share in it. What of it runs as run_weigh_parts says, but
 * where nobody is there for a part, the others share. */
bool run_weigh_together(struct run *r, const struct tier *tier);

/* What the streams of a tier, and of its parts, look at. */
uint32_t run_focus(const struct run *r, const struct tier *tier);

static inline bool run_is_open(const struct tier *tier)
{
    return tier->row == TIER_UNTIL_REPAID || tier->row == TIER_RETURN;
}

/* `until M repaid` and `R% yearly on M`: takes what is open, splits and gives it in one step, since
 * each has a limit of its own. Returns what was taken, and why. */
int64_t run_take_open(struct run *r, const struct tier *tier, const struct why **why_out);

/* What everyone was entitled to under such tiers in a scope. */
struct entitled *run_entitled(struct state *s, const struct tier *tier, uint32_t scope);

/* `until PARTY has P% of profit`, or AMOUNT: what brings it there, at most `most`; in whole units,
 * so that it never has more. */
int64_t run_take_catch_up(struct run *r, const struct tier *tier, int64_t most);
const struct why *explain_catch_up(struct run *r, const struct tier *tier, int64_t taken);

/* `up to AMOUNT in all` and `AMOUNT [yearly]`: what the tier has not taken yet, at most `room`. */
int64_t run_take_amount(struct run *r, const struct tier *tier, int64_t room);

#endif
