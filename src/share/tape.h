/* Tape: what a receipt, loss or call was shared by, kept only for entries that are reversed later,
 * and the way back along it.
 *
 * A reversal takes back the entitlements its entry gave, by its weights and text, not by those of
 * its own day. Every tier, part and result gives back just the units that it took, so that there is
 * always something to give back; among the recipients of a tier they follow by the rounding rule,
 * from whoever is furthest ahead, so that they may come from others by a unit. */
#ifndef HEQI_SHARE_TAPE_H
#define HEQI_SHARE_TAPE_H

#include "share/share.h"

/* One tier of a run, or one part of a divided tier. */
struct tape_tier {
    const struct tier *tier;
    struct ratio share;  /* TIER_SHARE, TIER_SHARE_OF_REST: what it was entitled to … */
    int64_t whole_minor; /* … of this; 0: it did not run */
    int64_t split_minor; /* what its stream gave the tier or the part … */
    int64_t taken_minor; /* … and what that took of it, or took over besides */
    uint32_t *ids;       /* recipients and weights, as they were */
    uint64_t *weights;
    struct rat *parts;
    uint32_t count;
    uint64_t sum;
    i128 *e12;              /* where limits bound: entitlements */
    uint64_t *part_weights; /* of a divided tier, the last for what no part took */
    uint64_t part_sum;
    struct stream *stream; /* among the recipients */
};

/* What went to others in the place of a party that takes no part in a project, or was paid to them
 * by one that joined it; and the weights by which. */
struct passed {
    uint32_t party;
    int64_t amount_minor;
    int64_t cost_minor; /* that was taken over */
    bool called;        /* the party was called for it; else it was taken from its share */
    bool was_out;       /* the party was out of the project before */
    const struct why *why;
    struct tape_tier by;
};

/* One run: a receipt or part of one, a loss, a call. */
struct tape_run {
    uint32_t part;               /* of a licence's results; else 0 */
    const struct clause *clause; /* NULL: a call, or a loss nobody bears */
    struct occasion occasion;
    bool losing, calling;
    enum account debit; /* what it was booked against */
    uint32_t debit_index;
    struct basis call_basis;
    struct tape_tier *tiers;
    size_t tier_count, tier_capacity;
    struct passed *passed;
    size_t passed_count, passed_capacity;
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

/* Keeps the weights of the parts of a divided tier. */
void tape_parts(struct tape *t, const struct tier *tier, const struct weights *w);

/* Keeps what was passed on in the last run, and by what weights. */
struct passed *tape_pass(struct tape *t, struct passed p, const struct weights *w);

/* The weights of what was passed on; those of the tape. */
struct weights tape_passed_weights(const struct passed *p);

/* Gives back in a stream just the units below zero that are wanted of each id from 0 on, after a
 * split that took back as many in all. */
void tape_mirror(struct stream *stream, const int64_t *wanted, uint32_t count);

/* Takes a run back: amount_minor, below zero, is what of it is taken back (all, or the part of a
 * licence's reversal). Emits portions with negative amounts. A run whose sign was turned
 * (share/cut.h) is given again. */
NODISCARD enum share_outcome tape_reverse(struct sharer *sh, const struct tape_run *run,
                                          const struct occasion *m, const struct why *why);

#endif
