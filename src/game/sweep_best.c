/* Which builds of the innermost loop this machine can run. */
#include "game/sweep_lines.h"

size_t sweep_lines_usable(sweep_lines *out[SWEEP_BUILDS_MAX])
{
    size_t count = 0;
#ifdef SWEEP_X86
    if (__builtin_cpu_supports("avx512dq")) out[count++] = sweep_lines_avx512;
    if (__builtin_cpu_supports("avx2")) out[count++] = sweep_lines_avx2;
#endif
    out[count++] = sweep_lines_plain;
    return count;
}
