/* Where runs of letters and digits end, sixteen bytes at a time and without a branch: the length of
 * a word cannot be guessed, and a processor that guesses wrong loses more time than all of this
 * takes. Sixteen bytes are compared at once by the compiler's vectors; each gives 255 or 0. */
#ifndef HEQI_LANG_SCAN_H
#define HEQI_LANG_SCAN_H

#include "base/base.h"

#include <string.h>

#define SCAN_BYTES 16u

typedef uint8_t scan_bytes __attribute__((vector_size(SCAN_BYTES)));

static inline scan_bytes scan_load(const char *p)
{
    scan_bytes bytes;
    memcpy(&bytes, p, sizeof bytes);
    return bytes;
}

static inline scan_bytes scan_between(scan_bytes bytes, uint8_t first, uint8_t last)
{
    return (scan_bytes)((bytes - first) <= (uint8_t)(last - first));
}

/* What a name may go on with, ASCII only. */
static inline scan_bytes scan_names(scan_bytes bytes)
{
    return scan_between(bytes | 0x20, 'a', 'z') | scan_between(bytes, '0', '9') |
           (scan_bytes)(bytes == '-') | (scan_bytes)(bytes == '_');
}

static inline scan_bytes scan_digits(scan_bytes bytes)
{
    return scan_between(bytes, '0', '9');
}

static inline scan_bytes scan_equal(scan_bytes bytes, char c)
{
    return (scan_bytes)(bytes == (uint8_t)c);
}

/* The first len bytes; zeros behind them. */
static inline scan_bytes scan_first(scan_bytes bytes, uint32_t len)
{
    const scan_bytes places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    return bytes & (scan_bytes)(places < (uint8_t)len);
}

/* The first or second eight bytes as a number, as they lie in memory. */
static inline uint64_t scan_half(scan_bytes bytes, int half)
{
    typedef uint64_t halves __attribute__((vector_size(SCAN_BYTES)));
    return ((halves)bytes)[half];
}

/* One bit a byte, the first the lowest. */
static inline uint32_t scan_bits(scan_bytes marks)
{
#ifdef __SSE2__
    typedef char chars __attribute__((vector_size(SCAN_BYTES)));
    return (uint32_t)__builtin_ia32_pmovmskb128((chars)marks);
#else
    uint64_t half[2];
    memcpy(half, &marks, sizeof half);
    for (int i = 0; i < 2; i++)
        half[i] = (half[i] & 0x0101010101010101u) * 0x0102040810204080u >> 56;
    return (uint32_t)(half[0] | half[1] << 8);
#endif
}

/* How many bits are set from the lowest on. */
static inline uint32_t scan_run(uint32_t bits)
{
    return (uint32_t)__builtin_ctz(~bits);
}

#endif
