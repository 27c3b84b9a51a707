/* Power where several things must hold at once: votes by more than one weight (a double majority),
 * and voters without whom nothing passes (a veto).
 *
 * A coalition wins where it holds every vetoer and, under each rule, its votes reach the quota.
 * With vetoers given, what the others must reach is less, so they alone are counted, by size and
 * votes under each rule: one number a cell, the cell found as in a number whose digits are the
 * votes (Kronecker's substitution), so that adding a voter is one shift and taking him out again
 * one subtraction. Votes of a rule are divided by their common divisor first; a rule under which
 * all votes are alike is counted by size. Votes that are too fine for that are looked at coalition
 * by coalition, for up to LIMIT_LOOKED_AT_VOTERS_MAX voters. Exact.
 *
 * Minimal winning coalitions are those that lose when any member leaves; the index of Deegan and
 * Packel gives each member of each an equal part of it. Under one rule they are counted by their
 * lightest member; under several, each is looked at, for up to LIMIT_MINIMAL_VOTERS_MAX voters.
 *
 * Sources: as power.h; J. Deegan, E. W. Packel 1978; for several rules at once E. Algaba, J. M.
 * Bilbao, J. R. Fernández García, J. J. López 2003. */
#ifndef HEQI_GAME_RULES_H
#define HEQI_GAME_RULES_H

#include "base/arena.h"
#include "base/limits.h"
#include "num/rat.h"

struct vote_rule {
    const uint64_t *weights; /* one a voter */
    uint64_t quota;          /* of the sum of weights at most, so that all together win */
};

struct rule_voting {
    uint32_t n; /* voters, 1 to LIMIT_VOTERS_MAX */
    const struct vote_rule *rules;
    uint32_t rule_count; /* 1 to LIMIT_RULES_MAX */
    const bool *vetoes;  /* by voter; NULL: nobody has one */
};

/* Whether a coalition wins; members: by voter. */
bool rules_win(const struct rule_voting *v, const bool *members);

/* Shapley–Shubik and the coalitions that each voter makes win. Arrays hold n rats, each already
 * rat_init. ERR_RANGE: more than LIMIT_RULE_WORDS_MAX words were needed to count, and there are too
 * many voters to look at. */
NODISCARD enum status rules_power(struct rat *shapley, struct rat *banzhaf_raw, struct arena *a,
                                  const struct rule_voting *v);

/* The index of Deegan and Packel, and how many minimal winning coalitions there are. ERR_RANGE: as
 * above, or more than LIMIT_MINIMAL_STEPS_MAX steps. */
NODISCARD enum status rules_minimal(struct rat *deegan_packel, struct rat *count, struct arena *a,
                                    const struct rule_voting *v);

/* Voters without whom nothing passes, those who decide alone, and those whose vote changes nothing;
 * arrays by voter. */
struct rule_roles {
    bool *vetoer, *dictator, *dummy;
};

/* Told from the swings of rules_power. */
void rules_roles(struct rule_roles *out, struct arena *a, const struct rule_voting *v,
                 const struct rat *banzhaf_raw);

#endif
