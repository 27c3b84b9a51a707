/* Values that are linear in the game: each player's worth as a weighted sum of what it adds.
 *
 * Shapley: the mean of v(S ∪ i) − v(S) over all orders, exact in one pass over the table:
 *     phi_i = Σ_{T ∋ i} (w(t−1) + w(t)) v(T) − Σ_T w(t) v(T),   w(s) = s! (n−1−s)! / n!, w(n) = 0,
 * so only sums over all T with each i are needed: what is taken off is the same for all, and the
 * values add to v of all. Weights are scaled by lcm(1…n), which makes them
 * whole. Banzhaf: the plain sum of v(S ∪ i) − v(S).
 * Sources: L. S. Shapley 1953; J. F. Banzhaf 1965; J. C. Harsanyi 1959 (dividends); E. Kalai,
 * D. Samet 1987 (weighted values). */
#ifndef HEQI_GAME_LINEAR_H
#define HEQI_GAME_LINEAR_H

#include "game/game.h"

/* Arrays hold n rats, each already rat_init. */
void game_shapley(struct rat *out, const struct game *g);

/* Σ_{S ∌ i} v(S ∪ i) − v(S); and this over 2^(n−1). */
void game_banzhaf_raw(struct rat *out, const struct game *g);
void game_banzhaf(struct rat *out, const struct game *g);

/* The Harsanyi dividends of all 2^n coalitions, out having that many rats. At most
 * LIMIT_PLAYERS_DIVIDENDS_MAX players, which is CHECKed. */
void game_dividends(struct rat *out, struct arena *a, const struct game *g);

/* Each dividend shared by weight; weights positive, one a player. The same limit. */
void game_weighted_shapley(struct rat *out, struct arena *a, const struct game *g,
                           const struct rat *weights);

#endif
