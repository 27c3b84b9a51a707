/* Power in weighted voting: how often each voter turns a losing coalition into a winning one.
 *
 * A coalition wins where its votes reach the quota. Banzhaf counts the coalitions of others that
 * the voter makes win; Shapley–Shubik the orders in which it is the one that does. Coalitions are
 * counted by their votes (and size) in whole numbers of as many bits as there are voters, those
 * with the fewest votes first; one voter is taken out of the counts again by sums over windows as
 * wide as its votes, of alternating signs, so all voters cost little more than one. Only the votes
 * below min(quota, total − quota + 1) are counted: both indices are the same for the game in which
 * those coalitions win that can block. O(voters × votes), Shapley–Shubik times voters again.
 * Sources: J. F. Banzhaf 1965; L. S. Shapley, M. Shubik 1954; S. J. Brams, P. J. Affuso 1976
 * (generating functions); T. Uno 2012 (taking one out). */
#ifndef HEQI_GAME_POWER_H
#define HEQI_GAME_POWER_H

#include "base/arena.h"
#include "base/limits.h"
#include "num/rat.h"

struct voting {
    uint32_t n; /* voters, 1 to LIMIT_VOTERS_MAX */
    const uint64_t *weights;
    uint64_t quota; /* 1 to the sum of weights */
};

/* The quota counted with, at most half of all votes and one. */
uint64_t voting_quota(const struct voting *v);

/* Arrays hold n rats, each already rat_init. ERR_RANGE: more votes are to be counted than
 * LIMIT_QUOTA_MAX. */
NODISCARD enum status power_banzhaf_raw(struct rat *out, struct arena *a, const struct voting *v);
NODISCARD enum status power_shapley(struct rat *out, struct arena *a, const struct voting *v);

#endif
