/* Entitlements under a rule that ends when enough was given: `until M repaid`, losses with a cap.
 *
 * Everyone's entitlement so far, over all splits of the rule in one scope. Splits with equal
 * weights are kept together as one run and exact; when the weights change, each one's part of the
 * run is rounded down to 10^-12 of a unit and the missing 10^-12 go to the first in member order,
 * so that the entitlements always sum to what was split. That is as exact as a stream's own
 * remainders. */
#ifndef HEQI_STATE_ENTITLED_H
#define HEQI_STATE_ENTITLED_H

#include "base/arena.h"
#include "num/stream.h"

struct entitled {
    uint32_t party_count;
    i128 *base_e12;      /* by party, without the run */
    uint64_t *run;       /* by party: weights of the run */
    uint64_t run_sum;    /* 0: no run is open */
    int64_t run_minor;   /* split in the run */
    int64_t total_minor; /* split in all; the entitlements sum to it */
};

struct entitled *entitled_new(struct arena *a, uint32_t party_count);

/* amount split by weights, ids ascending parties, as in struct shares. */
void entitled_add_shares(struct entitled *e, int64_t amount_minor, const struct shares *w);

/* Each one's entitlement of a split, in 10^-12; they sum to amount_minor. */
void entitled_add_e12(struct entitled *e, int64_t amount_minor,
                      const struct entitlements_e12 *added);

/* weight/sum of what one party has, rounded down to 10^-12, goes to another. */
void entitled_move(struct entitled *e, uint32_t from, uint32_t to, uint64_t weight, uint64_t sum);

/* Rounds the run, so that entitled_e12 tells all. */
void entitled_close_run(struct entitled *e);

static inline i128 entitled_e12(const struct entitled *e, uint32_t party)
{
    CHECK(e->run_sum == 0);
    return e->base_e12[party];
}

/* The same while a run may be open, rounded down. */
i128 entitled_down_e12(const struct entitled *e, uint32_t party);

/* Whole units that are surely not below a party's entitlement if amount more is split by weight of
 * sum. Without an open run, or where weight/sum is that of the run. */
static inline i128 entitled_bound(const struct entitled *e, uint32_t party, int64_t amount_minor,
                                  uint64_t weight, uint64_t sum)
{
    int64_t split = amount_minor + (e->run_sum ? e->run_minor : 0);
    return e->base_e12[party] / STREAM_PARTS + (i128)((u128)split * weight / sum) + 2;
}

/* Whether the open run has these weights; true where none is open. */
bool entitled_continues(const struct entitled *e, const struct shares *w);

/* floor(amount_e12 * weight / sum), for amount_e12 up to 10^12 * 2^63, weight <= sum < 2^63; and
 * what is beyond it, in parts of sum. */
i128 part_of_e12(i128 amount_e12, uint64_t weight, uint64_t sum);
i128 part_and_rest_e12(uint64_t *rest, i128 amount_e12, uint64_t weight, uint64_t sum);

#endif
