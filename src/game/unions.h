/* Values for players that act in unions agreed beforehand: Owen, Banzhaf–Owen, Aumann–Drèze.
 *
 * Unions part the players: each player is in exactly one. Owen: the mean of v(S ∪ i) − v(S) over
 * all orders that keep unions together, so with m unions and b players in that of i
 *     Σ_H Σ_S h! (m−1−h)!/m! · s! (b−1−s)!/b! · (v(Q ∪ S ∪ i) − v(Q ∪ S)),
 * Q the players of the unions H. Aumann–Drèze: Shapley inside each union alone.
 * Sources: G. Owen 1977 and 1982; R. J. Aumann, J. H. Drèze 1974. */
#ifndef HEQI_GAME_UNIONS_H
#define HEQI_GAME_UNIONS_H

#include "game/game.h"

struct unions {
    uint32_t masks[LIMIT_PLAYERS_MAX]; /* the players of each */
    uint32_t count;
};

/* Whether every player of n is in exactly one union and none is empty. */
bool unions_part(const struct unions *u, uint32_t n);

void game_owen(struct rat *out, const struct game *g, const struct unions *u);
void game_banzhaf_owen(struct rat *out, const struct game *g, const struct unions *u);
void game_aumann_dreze(struct rat *out, const struct game *g, const struct unions *u);

#endif
