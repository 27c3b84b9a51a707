/* Claims problems: a pot E that is less than what its claimants c_i may claim together, C = Σc. Who
 * gets how much is what a rule says: never less than nothing, never more than the claim, all of the
 * pot. (Creditors and an estate, losses and a penalty, contributions and what is left at an end.)
 *
 * All rules here give the same whether claims above the pot are cut down to it or not, but the
 * proportional one, equal losses and α-min; proportional, equal awards, equal losses, Talmud and
 * random arrival give nobody less of a larger pot.
 *
 * Sources: R. J. Aumann and M. Maschler 1985 (Talmud, equal awards and losses); B. O'Neill 1982
 * (random arrival); I. J. Curiel, M. Maschler and S. H. Tijs 1987 (adjusted proportional);
 * J.-M. Giménez-Gómez and J. E. Peris 2014 (α-min). */
#ifndef HEQI_GAME_CLAIMS_H
#define HEQI_GAME_CLAIMS_H

#include "game/game.h"

struct claims {
    struct rat *claims;
    uint32_t count; /* 0: there is no such problem */
    struct rat *estate;
};

/* Claims and pot are not negative, and the pot is not above all claims together. */
bool claims_hold_together(const struct claims *c);

/* A rule: out holds count rats, each rat_init; the arena is for scratch. ERR_RANGE: too many
 * claimants; ERR_OVERFLOW: numbers too large or too fine. Only random arrival ever fails. */
typedef enum status claims_rule(struct rat *out, struct arena *a, const struct claims *c);

/* Everyone the same part of its claim: c_i E/C. */
claims_rule claims_proportional;

/* Everyone the same, but nobody more than its claim: min(c_i, λ). */
claims_rule claims_equal_awards;

/* Everyone loses the same, but nobody more than its claim: max(0, c_i − λ). */
claims_rule claims_equal_losses;

/* Equal awards on half the claims while the pot is less than half of them; beyond that everyone
 * has half its claim, and the rest goes by equal losses on the other halves. */
claims_rule claims_talmud;

/* First what the others concede, m_i = max(0, E − Σ_{j≠i} c_j); what is then left by the rest of
 * the claims, each cut down to it. */
claims_rule claims_adjusted_proportional;

/* Everyone the smallest claim, the rest by what each claims beyond it; where not all can have the
 * smallest claim, equal parts. */
claims_rule claims_alpha_min;

/* The mean over all orders in which claimants may come, each taking what it can. Exact, by the
 * sums of all coalitions of either half of the others: up to LIMIT_CLAIMANTS_ARRIVAL_MAX. */
claims_rule claims_random_arrival;

/* The game in which a coalition is worth what the others leave it, max(0, E − Σ of their claims),
 * in the arena. Its nucleolus is the Talmud's, its Shapley value that of random arrival. ERR_RANGE:
 * more than LIMIT_PLAYERS_MAX claimants; ERR_OVERFLOW. */
NODISCARD enum status claims_game(struct game *out, struct arena *a, const struct claims *c);

#endif
