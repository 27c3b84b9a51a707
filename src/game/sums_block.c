/* Built once for each instruction set, with its own name for the function (meson.build). */
#include "game/sums_block.h"

#ifndef SUMS_BLOCK_NAME
#define SUMS_BLOCK_NAME sums_block_plain
#endif

/* Sums over the numbers below 16 by how many bits they have, from places SUMS_LOW apart. */
static inline void sum_sixteen(int64_t out[5], const int64_t *x)
{
#define X(i) x[(i)*SUMS_LOW]
    out[0] = X(0);
    out[1] = X(1) + X(2) + X(4) + X(8);
    out[2] = X(3) + X(5) + X(6) + X(9) + X(10) + X(12);
    out[3] = X(7) + X(11) + X(13) + X(14);
    out[4] = X(15);
#undef X
}

/* sizes[k][l]: the sum over middle coalitions of k players; these go to the low sums. */
static void add_low(int64_t (*restrict low)[SUMS_LOW], const int64_t *restrict v,
                    int64_t (*restrict sizes)[SUMS_LOW])
{
    for (uint32_t l = 0; l < SUMS_LOW; l++) {
        int64_t without[5], with[5];
        sum_sixteen(without, v + l);
        sum_sixteen(with, v + 16 * SUMS_LOW + l);
        sizes[0][l] = without[0];
        sizes[1][l] = without[1] + with[0];
        sizes[2][l] = without[2] + with[1];
        sizes[3][l] = without[3] + with[2];
        sizes[4][l] = without[4] + with[3];
        sizes[5][l] = with[4];
        low[0][l] += sizes[0][l];
        low[1][l] += sizes[1][l];
        low[2][l] += sizes[2][l];
        low[3][l] += sizes[3][l];
        low[4][l] += sizes[4][l];
        low[5][l] += sizes[5][l];
    }
}

/* Adds 64 low coalitions by how many of the three upper players they have. */
static inline void add_groups(int64_t (*restrict to)[SUMS_LANES], const int64_t *restrict x)
{
    for (uint32_t i = 0; i < SUMS_LANES; i++) {
        to[0][i] += x[i];
        to[1][i] += x[8 + i] + x[16 + i] + x[32 + i];
        to[2][i] += x[24 + i] + x[40 + i] + x[48 + i];
        to[3][i] += x[56 + i];
    }
}

static void add_middle(int64_t (*restrict middle)[SUMS_GROUPS][SUMS_LANES],
                       const int64_t *restrict v)
{
    for (uint32_t m = 0; m < SUMS_MIDDLE; m++) add_groups(middle[m], v + m * SUMS_LOW);
}

#define LINE_WORTHS 8u /* of a line of the cache */

/* The same, and asks for what the next block lies in, a little at a time. */
static void add_middle_ahead(int64_t (*restrict middle)[SUMS_GROUPS][SUMS_LANES],
                             const int64_t *restrict v)
{
    for (uint32_t m = 0; m < SUMS_MIDDLE; m++) {
        const int64_t *own = v + m * SUMS_LOW, *next = own + SUMS_MIDDLE * SUMS_LOW;
        for (uint32_t l = 0; l < SUMS_LOW; l += LINE_WORTHS) __builtin_prefetch(next + l, 0, 2);
        add_groups(middle[m], own);
    }
}

static void add_by_size(int64_t by_size[SUMS_BITS + 1], int64_t (*restrict sizes)[SUMS_LOW])
{
    static const uint32_t size_of_lane[SUMS_LANES] = {0, 1, 1, 2, 1, 2, 2, 3};
    int64_t sums[SUMS_MIDDLE_BITS + SUMS_GROUPS][SUMS_LANES] = {{0}};
    for (uint32_t k = 0; k <= SUMS_MIDDLE_BITS; k++) add_groups(sums + k, sizes[k]);
    for (uint32_t k = 0; k <= SUMS_BITS; k++) by_size[k] = 0;
    for (uint32_t k = 0; k < SUMS_MIDDLE_BITS + SUMS_GROUPS; k++)
        for (uint32_t i = 0; i < SUMS_LANES; i++) by_size[k + size_of_lane[i]] += sums[k][i];
}

void SUMS_BLOCK_NAME(struct sums *s, uint32_t high_size, const int64_t *v,
                     int64_t by_size[SUMS_BITS + 1])
{
    int64_t sizes[SUMS_MIDDLE_BITS + 1][SUMS_LOW];
    if (s->reads_ahead)
        add_middle_ahead(s->middle[high_size], v);
    else
        add_middle(s->middle[high_size], v);
    add_low(s->low + high_size, v, sizes);
    add_by_size(by_size, sizes);
}
