/* What the two counts of rules.h share: the voters who have no veto. Inside game only. */
#ifndef HEQI_GAME_RULES_INSIDE_H
#define HEQI_GAME_RULES_INSIDE_H

#include "game/limbs.h"
#include "game/rules.h"

/* What the others must reach when all vetoers are in. */
struct reduced {
    uint32_t count;   /* the others */
    uint32_t *voters; /* who they are */
    uint32_t vetoer_count;
    uint32_t rule_count; /* what is not reached by the vetoers alone */
    uint64_t *weights;   /* by rule, then by other */
    uint64_t *quotas, *totals;
    uint32_t limbs; /* words of a count */
};

void rules_reduce(struct reduced *out, struct arena *a, const struct rule_voting *v);

static inline uint64_t reduced_weight(const struct reduced *r, uint32_t rule, uint32_t other)
{
    return r->weights[(size_t)rule * r->count + other];
}

/* Where power is put: by voter; orders by how many stand before. */
struct power_found {
    struct rat *shapley, *banzhaf; /* 0 before */
    const struct rat *orders;
};

/* Both by looking at each coalition. ERR_RANGE: more than LIMIT_LOOKED_AT_VOTERS_MAX others. */
NODISCARD enum status rules_power_by_looking(const struct power_found *x, struct arena *a,
                                             const struct rule_voting *v, const struct reduced *r);

/* The first of the others that is in all rules like this one. */
uint32_t reduced_like(const struct reduced *r, uint32_t other);

#endif
