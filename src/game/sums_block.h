/* Sums over a block of a table, compiled for several instruction sets. Inside game only.
 *
 * A coalition of a block is 6 low players and 5 middle ones; the high ones are the same for all of
 * it. Worths are only added up here, by whom and by size, for weights that depend on size. */
#ifndef HEQI_GAME_SUMS_BLOCK_H
#define HEQI_GAME_SUMS_BLOCK_H

#include "base/base.h"
#include "base/limits.h"

#define SUMS_LOW_BITS 6u
#define SUMS_MIDDLE_BITS 5u
#define SUMS_BITS (SUMS_LOW_BITS + SUMS_MIDDLE_BITS)
#define SUMS_LOW (1u << SUMS_LOW_BITS)
#define SUMS_MIDDLE (1u << SUMS_MIDDLE_BITS)
#define SUMS_HIGH_SIZES (LIMIT_PLAYERS_MAX - SUMS_BITS + 1)
#define SUMS_LANES                                                                                 \
    8u /* the three lowest players; the next three are told by their number, 0 to 3 */
#define SUMS_GROUPS 4u

struct sums {
    bool reads_ahead; /* asks for the block behind: there is one, and no cache holds it */
    /* by the number of middle and high players, and by low coalition */
    int64_t low[SUMS_HIGH_SIZES + SUMS_MIDDLE_BITS][SUMS_LOW];
    /* by the number of high players, by middle coalition, and by low one as above */
    int64_t middle[SUMS_HIGH_SIZES][SUMS_MIDDLE][SUMS_GROUPS][SUMS_LANES];
};

/* Adds a block, the high players of which are so many; by_size: its sums by the number of low and
 * middle players. */
typedef void sums_block(struct sums *s, uint32_t high_size, const int64_t *v,
                        int64_t by_size[SUMS_BITS + 1]);

/* The builds that the machine can run, the fastest first; there is at least one. */
#define SUMS_BUILDS_MAX 3u
size_t sums_block_usable(sums_block *out[SUMS_BUILDS_MAX]);

sums_block sums_block_plain, sums_block_avx2, sums_block_avx512;

#endif
