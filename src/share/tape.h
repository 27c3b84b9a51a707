/* Tape: what a receipt, loss or call was shared by, kept only for entries that are reversed later,
 * and the way back along it.
 *
 * A reversal takes back the entitlements its entry gave, by its weights and text, not by those of
 * its own day: the same shares of the same tiers, what limited tiers took, the same weights among
 * their recipients. The units follow by the rounding rule of each stream, from whoever is furthest
 * ahead, so that they may come from others by a unit. */
#ifndef HEQI_SHARE_TAPE_H
#define HEQI_SHARE_TAPE_H

#include "share/share.h"

/* One tier of a run, or one part of a divided tier. */
struct tape_tier {
    const struct tier *tier;
    struct ratio share;  /* TIER_SHARE, TIER_SHARE_OF_REST: what it was entitled to … */
    int64_t whole_minor; /* … of this */
    int64_t taken_minor;
    bool took;     /* taken_minor counts */
    bool limited;  /* it took just that, not all that was left */
    uint32_t *ids; /* recipients and weights, as they were */
    uint64_t *weights;
    struct rat *parts;
    uint32_t count;
    uint64_t sum;
    i128 *e12;              /* where limits bound: entitlements */
    uint64_t *part_weights; /* of a divided tier, the last for what no part took */
    uint64_t part_sum;
    int64_t moved_minor;   /* of a part: what it passed on; below zero: what it took over */
    struct stream *stream; /* among the recipients */
};

/* One run: a receipt or part of one, a loss, a call. */
struct tape_run {
    const struct clause *clause; /* NULL: a call, or a loss nobody bears */
    struct occasion occasion;
    bool losing, calling;
    enum account debit; /* what it was booked against */
    uint32_t debit_index;
    struct basis call_basis;
    struct tape_tier *tiers;
    size_t tier_count, tier_capacity;
};

/* Everything one entry was shared by. */
struct tape {
    struct arena *arena;
    struct tape_run *runs;
    size_t run_count, run_capacity;
    struct stream *licence_stream; /* where the receipt was parted among results first */
    const struct licence *licence;
};

/* The record of a tier of the last run, made if it is not there; NULL where there is no tape. */
struct tape_tier *tape_tier(struct tape *t, const struct tier *tier);

/* Keeps the weights of a tier, and its entitlements where e12 is not NULL. */
void tape_weights(struct tape *t, const struct tier *tier, const struct weights *w,
                  struct stream *stream, const i128 *e12);

/* Keeps the weights of the parts of a divided tier, and what a tier took of what was left. */
void tape_parts(struct tape *t, const struct tier *tier, const struct weights *w);
void tape_taken(struct tape *t, const struct tier *tier, int64_t taken_minor, bool limited);

/* Takes a run back: amount_minor, below zero, is what of it is taken back (all, or the part of a
 * licence's reversal). Emits portions with negative amounts. */
NODISCARD enum share_outcome tape_reverse(struct sharer *sh, const struct tape_run *run,
                                          const struct occasion *m, const struct why *why);

#endif
