/* The innermost loop of a pass, compiled for several instruction sets. Inside game only. */
#ifndef HEQI_GAME_SWEEP_LINES_H
#define HEQI_GAME_SWEEP_LINES_H

#include "base/base.h"

#define SWEEP_LINE 64u
#define SWEEP_LINES 16u
#define SWEEP_BLOCK_BITS 10u
#define SWEEP_BLOCK (SWEEP_LINE * SWEEP_LINES)

/* A block of the table: line k, entry j. */
struct sweep_block {
    const int64_t *v;
    const int64_t *low; /* prices of the low players */
    int64_t factor, least;
    const uint64_t *mixed; /* NULL: nobody is passed over */
    uint64_t mixed_high;
};

/* A bit for each line: it has an entry with factor × v > low + least and mixed + mixed_high not 0.
 */
typedef uint32_t sweep_lines(const struct sweep_block *b);

/* The builds that the machine can run, the fastest first; there is at least one. */
#define SWEEP_BUILDS_MAX 3u
size_t sweep_lines_usable(sweep_lines *out[SWEEP_BUILDS_MAX]);

sweep_lines sweep_lines_plain, sweep_lines_avx2, sweep_lines_avx512;

#endif
