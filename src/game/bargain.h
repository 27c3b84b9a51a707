/* Values from utopia, stand-alone worths and minimal rights: tau, Gately, CIS, ENSC, Nash.
 *
 * M_i = v(N) − v(N∖i) is what the others lose without i (utopia); m_i = max over S ∋ i of
 * v(S) − Σ_{j ∈ S∖i} M_j what i can ask for when all others are given their utopia (minimal right).
 * A method that is not defined for a game gives ERR_RANGE and no numbers.
 * Sources: S. H. Tijs 1981 (tau); D. Gately 1974; T. S. H. Driessen 1988 (CIS, ENSC); J. F. Nash
 * 1950, asymmetric: E. Kalai 1977. */
#ifndef HEQI_GAME_BARGAIN_H
#define HEQI_GAME_BARGAIN_H

#include "game/game.h"

/* Arrays hold n rats, each already rat_init. */
void game_utopia(struct rat *out, const struct game *g);
void game_minimal_rights(struct rat *out, const struct game *g);

/* m + α (M − m), efficient. Defined where m ≤ M and Σm ≤ v(N) ≤ ΣM. */
NODISCARD enum status game_tau(struct rat *out, const struct game *g);

/* The same propensity to disrupt for all. Defined where v(i) ≤ M_i for all, not all equal (or
 * the game additive). */
NODISCARD enum status game_gately(struct rat *out, const struct game *g);

/* v(i), and M_i, plus an equal part of what is left. */
void game_cis(struct rat *out, const struct game *g);
void game_ensc(struct rat *out, const struct game *g);

/* Raiffa, for games of which only v(N) and b_j = v(N∖j) are looked at: with the lower bounds
 * l_i = Σb/(n−1) − b_i, each gets (n−1)/n l_i + 1/n (M_i/2 + Σ_{j≠i} M_j/(2(n−1))): the mean over
 * whoever comes last and halves its utopia with the others. Efficient; of one player, v(N). */
void game_raiffa(struct rat *out, const struct game *g);

/* d_i plus a part of v(N) − Σd by weight. d NULL: v(i); weights NULL: equal, else not negative and
 * not all 0. Defined where Σd ≤ v(N). */
NODISCARD enum status game_nash(struct rat *out, const struct game *g, const struct rat *d,
                                const struct rat *weights);

#endif
