/* A basis of coalitions in whole numbers, for the dual simplex of the nucleolus. Inside game only.
 *
 * A column is a coalition as a vector of 0 and 1 over the players, above it what it counts in the
 * sum of weights: row 0 is that sum, row i + 1 is player i. `inverse` is the inverse of the basis
 * times `det`: its entries are minors of a matrix of 0 and 1 (by head: up to n in one row), so they
 * are whole and, up to 28 players, below 2^55 (Hadamard). Nothing here knows worths.
 * Source: J. Edmonds 1967 (pivots in whole numbers); T. Jebelean 1993 (exact division). */
#ifndef HEQI_GAME_BASIS_H
#define HEQI_GAME_BASIS_H

#include "game/nucleolus.h"

#define BASIS_ROWS_MAX (LIMIT_PLAYERS_MAX + 1)

struct column {
    enum proof_kind kind;
    uint32_t coalition;
    uint32_t counts; /* in the sum of weights: 0 unless PROOF_EXCESS */
};

struct basis {
    uint32_t rows;
    struct column columns[BASIS_ROWS_MAX];
    struct column start[BASIS_ROWS_MAX]; /* those that basis_take put in */
    bool taken[BASIS_ROWS_MAX];          /* the row has its column */
    int64_t inverse[BASIS_ROWS_MAX][BASIS_ROWS_MAX];
    int64_t det; /* > 0 */
};

/* The unit matrix: no row has a column yet. */
void basis_init(struct basis *b, uint32_t players);

/* Puts a column into a row that has none yet, unless it depends on those there. */
void basis_take(struct basis *b, struct column c);

/* inverse × column, times det. */
void basis_direction(const struct basis *b, struct column c, int64_t out[BASIS_ROWS_MAX]);

/* The row that leaves when a column with this direction grows from 0: the first whose weight would
 * become negative. Of several that would at once one is chosen so that pivots never go in circles:
 * each would be the only one, were the weights moved a little along the columns of the start
 * (G. B. Dantzig, A. Orden, P. Wolfe 1955). BASIS_ROWS_MAX: none. Settled columns stay, their
 * weights have any sign. */
uint32_t basis_leaving(const struct basis *b, const int64_t *direction);

/* Puts the column in place of that of row r. */
void basis_pivot(struct basis *b, uint32_t r, struct column c, const int64_t *direction);

#endif
