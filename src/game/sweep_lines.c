/* Built once for each instruction set, with its own name for the function (meson.build). */
#include "game/sweep_lines.h"

#ifndef SWEEP_LINES_NAME
#define SWEEP_LINES_NAME sweep_lines_plain
#endif

/* Negative numbers are those that gain: their sign stays in what is joined by or. */
static int64_t line_gains(const int64_t *restrict v, const int64_t *restrict low, int64_t factor,
                          int64_t least)
{
    int64_t joined = 0;
    for (uint32_t j = 0; j < SWEEP_LINE; j++) joined |= low[j] + least - factor * v[j];
    return joined;
}

/* mixed | −mixed is negative unless it is 0. */
static int64_t line_gains_outside(const int64_t *restrict v, const int64_t *restrict low,
                                  int64_t factor, int64_t least, const uint64_t *restrict mixed,
                                  uint64_t mixed_high)
{
    int64_t joined = 0;
    for (uint32_t j = 0; j < SWEEP_LINE; j++) {
        uint64_t outside = mixed[j] + mixed_high;
        joined |= (low[j] + least - factor * v[j]) & (int64_t)(outside | (0 - outside));
    }
    return joined;
}

uint32_t SWEEP_LINES_NAME(const struct sweep_block *b)
{
    uint32_t lines = 0;
    for (uint32_t k = 0; k < SWEEP_LINES; k++) {
        uint32_t from = k * SWEEP_LINE;
        int64_t joined = b->mixed ? line_gains_outside(b->v + from, b->low + from, b->factor,
                                                       b->least, b->mixed + from, b->mixed_high)
                                  : line_gains(b->v + from, b->low + from, b->factor, b->least);
        lines |= (uint32_t)(joined < 0) << k;
    }
    return lines;
}
