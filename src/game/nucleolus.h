/* The nucleolus and its kin: the payoffs whose largest excess is as small as can be, then the next
 * largest, and so on. The excess of a coalition is e(S) = v(S) − x(S), what it loses by taking
 * part.
 *
 * A chain of linear programs: the least ε with x(S) + ε ≥ v(S) for every coalition not settled yet;
 * then the coalitions that hold this ε in every solution are settled, x(S) = v(S) − ε, until one x
 * is left. Each program is solved on its dual, whose columns are the coalitions: a simplex in whole
 * numbers (integer-preserving pivots, bounded by minors of matrices of 0 and 1) over those
 * coalitions that a pass over the table found to gain at its prices; when none of these gains any
 * more another pass looks for others (cutting planes), so that some ten passes do. A coalition in
 * the span of settled ones is passed over: its excess is settled too. Everything is exact, and each
 * level leaves a certificate that proves it: weights that show that no smaller ε is possible.
 * Sources: D. Schmeidler 1969; A. Kopelowitz 1967; J. H. Reijnierse, J. A. M. Potters 1998 (the
 * span); E. Kohlberg 1971 (the certificate); J. Edmonds 1967 (integer pivots); Á. Hallefjord, R.
 * Helming, K. Jørnsten 1995 (constraints as they are needed). */
#ifndef HEQI_GAME_NUCLEOLUS_H
#define HEQI_GAME_NUCLEOLUS_H

#include "game/game.h"

struct nucleolus_options {
    bool imputations;    /* x_i ≥ v(i) besides: the nucleolus; without: the prenucleolus */
    bool per_capita;     /* the excess divided by the size of the coalition */
    uint32_t levels_max; /* 0: all; 1: the least core alone */
};

enum proof_kind { PROOF_EXCESS, PROOF_ALONE, PROOF_SETTLED };

/* One column of the dual solution of a level. */
struct proof {
    enum proof_kind kind; /* x(S) + ε ≥ v(S); x_i ≥ v(i); x(S) settled */
    uint32_t coalition;
    struct rat weight; /* positive, of PROOF_SETTLED any but 0 */
};

/* Σ over PROOF_EXCESS of weight (times |S| per capita) = 1, Σ weight 1_S over all = 0, and
 * Σ weight × (v(S), v(i), the settled x(S)) = ε: so ε cannot be less. */
struct nucleolus_level {
    struct rat excess;
    struct proof *proofs;
    uint32_t proof_count;
};

struct nucleolus {
    struct rat *x; /* n payoffs; where levels_max stopped it, one solution of many */
    struct nucleolus_level levels[LIMIT_PLAYERS_MAX];
    uint32_t level_count;
};

/* Rats live in the arena. ERR_RANGE: there is no imputation. ERR_OVERFLOW: the numbers of this game
 * leave 128 bits. */
NODISCARD enum status game_nucleolus(struct nucleolus *out, struct arena *a, const struct game *g,
                                     struct nucleolus_options options);

/* A coalition with the largest excess at x: the one that gains most by leaving, and its excess. x
 * is n rats; the empty coalition and that of all are passed over. *coalition is 0 for one player.
 * ERR_OVERFLOW as above. */
NODISCARD enum status game_worst(uint32_t *coalition, struct rat *excess, struct arena *a,
                                 const struct game *g, const struct rat *x);

#endif
