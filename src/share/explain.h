/* How the whys of a clause's run are put together; all return NULL where nothing is explained.
 * Inside share and fold. */
#ifndef HEQI_SHARE_EXPLAIN_H
#define HEQI_SHARE_EXPLAIN_H

#include "share/share.h"

/* Forgets what the sums of measures were put together of: the state went back to what it was. */
void explain_forget(struct sharer *sh);

/* What a tier took of what was left, before it is given on. */
struct explain_take {
    int64_t taken_minor;
    int64_t split_minor; /* what its percentage split off of the whole; NO_SPLIT: not so limited */
    int64_t left_minor;
    const struct why *whole, *left;
};

const struct why *explain_tier(struct sharer *sh, const struct tier *tier, const struct occasion *m,
                               const struct explain_take *take);

/* The same for a tier that ends when enough was given; repaid_minor was before this. */
const struct why *explain_until(struct sharer *sh, const struct tier *tier,
                                const struct occasion *m, int64_t taken, int64_t left,
                                const struct why *left_why, int64_t repaid_minor);

/* The same for `R% yearly on M`; paid_minor of the return before this. */
const struct why *explain_return(struct sharer *sh, const struct tier *tier,
                                 const struct occasion *m, const struct explain_take *take,
                                 int64_t paid_minor);

/* taken of left, where something other than a percentage limits it. */
const struct why *explain_limit(struct sharer *sh, const struct tier *tier, int64_t taken,
                                int64_t left, const struct why *left_why, struct why_parts basis);

/* What is left when a tier took `why` and passed on `passed` of it. */
const struct why *explain_left(struct sharer *sh, const struct why *left_why, const struct why *why,
                               int64_t passed, int64_t taken);

/* The units of one part of a divided tier, or of one result of a licence: fraction of `why`. */
const struct why *explain_fraction(struct sharer *sh, const struct why *why, struct str fraction,
                                   int64_t units, uint32_t entry, const struct tier *tier);

/* `why` without some units that were passed on. */
const struct why *explain_without(struct sharer *sh, const struct why *why, int64_t units);

/* `why` and some units more, out of an `amount` that `whole` explains. */
const struct why *explain_with(struct sharer *sh, const struct why *why, const struct why *whole,
                               int64_t units, int64_t amount);

/* The value of a measure for one party: the entries it adds up from, or the term it is written in.
 */
const struct why *explain_measure(struct sharer *sh, enum measure_name measure, uint32_t scope,
                                  uint32_t party);

/* A cause of a measure as a tree: its entry, or the part of it that counted. */
const struct why *explain_cause(struct sharer *sh, const struct cause *cause);

/* The cost of a party in a scope: the entries it adds up from. */
const struct why *explain_cost(struct sharer *sh, uint32_t scope, uint32_t party);

struct str explain_ratio(struct sharer *sh, int64_t num, int64_t den);

#endif
