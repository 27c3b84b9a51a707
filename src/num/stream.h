/* Apportionment streams: amounts split again and again among the same people, each time to whole
 * units that sum to the whole, with nobody drifting away from what is due.
 *
 * RULES
 *
 * `cumulative 1`. A stream keeps, for everyone who ever had a share in it, the remainder
 *
 *     d = entitled so far - allotted so far,        sum of all d = 0 between splits.
 *
 * To split A units by weights w, W = sum of w:
 *
 *   1. Where the weights, as fractions, differ from the stream's last ones (2:1 and 4:2 do not),
 *      every d is rounded down to 10^-12 of a unit, and the missing 10^-12 parts go to the largest
 *      rounding remainders, ties to the lower id, so that the d still sum to zero.
 *   2. Each d grows by exactly A * w/W.
 *   3. The A units are handed out one at a time to whoever has the largest d, ties to the lower id,
 *      also to one whose weight is now zero; each unit lowers that d by 1.
 *
 * `per split`. Every split stands alone, as if all d were zero before it. Largest d first is then
 * the method of largest remainders.
 *
 * A negative amount is a reversal: 1. as above, d falls by |A| * w/W, and units are taken back one
 * at a time from whoever has the smallest d and still holds a unit, ties from the lower id. Where
 * all d were less than a unit apart, reversing a split at once by its weights undoes it; otherwise
 * it evens out.
 *
 * An amount of 0 changes nothing: no id joins, no weights are noted.
 *
 * THEOREM
 *
 * With splits only, for n recipients ever in the stream, always
 *
 *     d >= -(1 - 1/n)          nobody is ahead by more than 1 - 1/n,
 *     d <= H_n - 1             nor behind by more than that, H_n = 1 + 1/2 + ... + 1/n
 *
 * (n = 2: 0.5, 3: 0.83, 4: 1.08, 22: 2.69, 5,000: 8.1), plus 10^-12 per change of weights. If
 * everyone who is ahead before a split is due at least one unit in it, nobody is off by more than
 * 1 - 1/n after it. The bounds hold per stream; a party's total adds its streams.
 *
 * Ahead: while units remain, the d sum to 1 or more, so the largest is 1/n or more before it
 * receives.
 *
 * Behind: let D_j be the largest sum of d over j recipients, reached by a set S. If all units of
 * the split went inside S, that sum did not grow. Otherwise take the outsider served last, k. When
 * it was served its d was at least every d in S, so sum(S) <= j/(j+1) * sum(S and k) before its
 * unit left; and sum(S and k) <= D_(j+1) + 1, later units having gone inside S. So D_j <= j/(j+1) *
 * (D_(j+1) + 1); with D_n = 0 this gives D_j <= j * (H_n - H_j), D_1 <= H_n - 1.
 *
 * Condition: let a final d be more than 1 - 1/n. Whoever was served had at least that before the
 * last unit, and ends above -1/n; whoever was not had d >= 0 before, or was ahead and is now due a
 * unit, and ends at 0 or more. The others then sum to more than -(n - 1)/n, and all together to
 * more than zero.
 *
 * Without the condition the bound is met: 5 units among four, 4 among the last three, 3 among the
 * last two, equally, leave the fourth 1 1/12 behind (d = -3/4, -5/12, 1/12, 13/12). No rule that
 * takes nothing back can promise less than H_n - 1.
 *
 * REPRESENTATION
 *
 * Splits with equal fractions are a run. In it
 *
 *     d = whole + part/10^12 + rest/W,
 *
 * where the parts are those the run began with and W is its sum of weights, scaled by a power of
 * two to [2^62, 2^63): every step is 64-bit arithmetic without a division by a variable
 * (stream_scale.h). A change of weights is one division of rest * 10^12 by the old W. An
 * entitlement in whole 10^-12 leaves no rests, and one with a rest beyond them keeps it for one
 * split (stream_fine.c). Only where the weights' common denominator reaches 2^63 does a run hold
 * rationals (stream_big.c).
 *
 * Handing out in closed form: with e = d before it, let total(L) = sum of max(0, floor(e) - L).
 * Choose the whole level L with total(L) <= A < total(L - 1), give everyone max(0, floor(e) - L)
 * and one more to the A - total(L) with the largest fractions of e among those with floor(e) >= L.
 * These are the A largest of the values e, e - 1, e - 2, ... of all recipients, the units that
 * going one at a time serves. L is 0 unless somebody is ahead and little is split.
 *
 * COST
 *
 * Linear in the recipients of the stream, with no allocation unless an id is new (rational runs
 * allocate). Memory comes from the arena and is not given back when a stream grows.
 *
 * SOURCE
 *
 * language.md, Exactness. Balinski and Young, Fair Representation (1982), for the family of rules;
 * the bounds are proved above. */
#ifndef HEQI_NUM_STREAM_H
#define HEQI_NUM_STREAM_H

#include "base/arena.h"
#include "num/rat.h"
#include "num/stream_scale.h"

enum rounding { ROUNDING_CUMULATIVE_1, ROUNDING_PER_SPLIT };

/* Parts of a unit to which remainders are rounded when weights change. */
#define STREAM_PARTS ((int64_t)1000000000000)

/* What a stream may move in its life, splits and reversals added without sign. */
#define STREAM_VOLUME_MAX (INT64_MAX - (int64_t)UINT32_MAX)

/* Weights of the recipients of one split. */
struct shares {
    const uint32_t *ids;     /* strictly ascending: the order that decides ties */
    const uint64_t *weights; /* each up to LIMIT_WEIGHT_MAX; 0 is allowed and lets the id join */
    uint32_t count;
    uint64_t sum; /* of the weights: above 0 and below 2^63 */
};

/* What each recipient of one split is entitled to, in 10^-12 of a unit. Each has the sign of the
 * amount or is 0, and they add to exactly amount * 10^12. */
struct entitlements_e12 {
    const uint32_t *ids; /* strictly ascending */
    const i128 *e12;
    uint32_t count;
};

/* The same with rests: (e12 + rest/sum) * 10^-12 of a unit, which add to exactly the amount. */
struct entitlements_fine {
    const uint32_t *ids; /* strictly ascending */
    const i128 *e12;     /* 0 or more */
    const uint64_t *rests;
    uint32_t count;
    uint64_t sum; /* above every rest and below 2^63 */
};

/* The same, exact. */
struct entitlements {
    const uint32_t *ids; /* strictly ascending */
    const struct rat *units;
    uint32_t count;
};

struct stream_big;  /* a run of rational weights */
struct stream_fine; /* a run of one split by entitlements with rests */

/* Read count, ids, units, held; the rest belongs to stream*.c. Pointers are good until the next
 * split. */
struct stream {
    uint32_t count;      /* recipients ever in the stream */
    uint32_t *ids;       /* ascending */
    int64_t *units;      /* what the last split gave (or, negative, took back) */
    int64_t *held;       /* all that was allotted so far, less what was taken back; >= 0 */
    int64_t total_minor; /* sum of held */

    struct arena *arena;
    enum rounding rule;
    uint32_t capacity;
    int64_t volume_minor; /* see STREAM_VOLUME_MAX */

    bool run_open;            /* weights, weight_sum are those of the last split */
    uint64_t weight_sum;      /* of the run, as given; 1 where none is open */
    struct scale scale;       /* of weight_sum; W is scale.one */
    uint64_t *weights;        /* scaled likewise; one a recipient, like the following */
    uint64_t *fractions;      /* fraction_of the weights */
    int64_t *wholes;          /* d = whole + part/10^12 + rest/W */
    uint64_t *parts;          /* below 10^12 */
    uint64_t *rests;          /* below W */
    uint64_t *rough_parts;    /* part/10^12 in 2^-64, less than 2 too low */
    struct stream_big *big;   /* where it is open wholes, parts and rests do not count */
    struct stream_fine *fine; /* where it is open d = whole + (part + rest/W)/10^12 */

    int64_t *floors;        /* scratch: floor(d) or floor(-d) */
    u128 *keys;             /* scratch: the fraction beyond it, as a whole number */
    uint64_t *next_weights; /* scratch: the weights asked for */
    uint8_t *marks;         /* scratch of the selection, like picks */
    uint32_t *picks;

    uint32_t *map_ids; /* the ids of the last split and their places in the stream */
    uint32_t *map_places;
    uint32_t map_count, map_capacity;
};

void stream_init(struct stream *s, struct arena *arena, enum rounding rule);

/* Splits amount_minor (negative: reverses it) by weights. Afterwards units[i] is what this split
 * gave ids[i], for everyone in the stream; they add to amount_minor.
 * ERR_OVERFLOW: the stream's volume would pass STREAM_VOLUME_MAX.
 * ERR_RANGE: a reversal of more than total_minor.
 * On an error the stream is as before. Shares that break their own rules above are a CHECK. */
NODISCARD enum status stream_split(struct stream *s, int64_t amount_minor, const struct shares *w);

/* The same by exact entitlements: the weights are entitlement/amount. Equal in every result to
 * stream_split with integer weights of the same proportions, where there are such. */
NODISCARD enum status stream_split_e12(struct stream *s, int64_t amount_minor,
                                       const struct entitlements_e12 *e);
NODISCARD enum status stream_split_fine(struct stream *s, int64_t amount_minor, /* above 0 */
                                        const struct entitlements_fine *e);
NODISCARD enum status stream_split_rat(struct stream *s, int64_t amount_minor,
                                       const struct entitlements *e);

/* Takes units_minor >= 0 that from_id holds and gives them to to_id, both in the stream; units,
 * held and d of both change by as much. For a recipient that may take no more than there is: the
 * theorem's bounds then hold for what the rule alone would have given. */
void stream_move(struct stream *s, uint32_t from_id, uint32_t to_id, int64_t units_minor);

/* The place of an id in ids, or -1. */
int64_t stream_find(const struct stream *s, uint32_t id);

/* For explanations, exactly, of the recipient at a place: the remainder d, and what it is entitled
 * to so far, d + held. Under `per split` d is that of the last split alone, and entitled so far is
 * that split's entitlement, d + units. *out must be rat_init. */
void stream_remainder(struct rat *out, const struct stream *s, uint32_t place);
void stream_entitled(struct rat *out, const struct stream *s, uint32_t place);

#endif
