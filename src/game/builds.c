/* Which builds of the innermost loops this machine can run. */
#include "game/sums_block.h"
#include "game/sweep_lines.h"

#ifdef BUILDS_X86
#define USABLE(of)                                                                                 \
    if (__builtin_cpu_supports("avx512dq")) out[count++] = of##_avx512;                            \
    if (__builtin_cpu_supports("avx2")) out[count++] = of##_avx2;                                  \
    out[count++] = of##_plain;
#else
#define USABLE(of) out[count++] = of##_plain;
#endif

size_t sweep_lines_usable(sweep_lines *out[SWEEP_BUILDS_MAX])
{
    size_t count = 0;
    USABLE(sweep_lines)
    return count;
}

size_t sums_block_usable(sums_block *out[SUMS_BUILDS_MAX])
{
    size_t count = 0;
    USABLE(sums_block)
    return count;
}
