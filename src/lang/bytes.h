/* Kinds of bytes, as the lexer tells them apart. */
#ifndef HEQI_LANG_BYTES_H
#define HEQI_LANG_BYTES_H

#include <stdint.h>

/* What a byte begins, or goes on with: from BYTE_JOINT on a name may not be at its end, from
 * BYTE_MARK on a number is not. */
enum byte {
    BYTE_OTHER,
    BYTE_SPACE,
    BYTE_QUOTE,
    BYTE_COMMA,
    BYTE_HASH,
    BYTE_TAB,
    BYTE_JOINT, /* : and . */
    BYTE_WIDE,  /* of a character outside ASCII */
    BYTE_MARK,  /* - and _ */
    BYTE_DIGIT,
    BYTE_LETTER,
};

#define TWO(c, k) [(c)] = (k), [(c) + 1] = (k)
#define FOUR(c, k) TWO(c, k), TWO((c) + 2, k)
#define EIGHT(c, k) FOUR(c, k), FOUR((c) + 4, k)
#define SIXTEEN(c, k) EIGHT(c, k), EIGHT((c) + 8, k)
#define LETTERS(c) SIXTEEN(c, BYTE_LETTER), EIGHT((c) + 16, BYTE_LETTER), TWO((c) + 24, BYTE_LETTER)
#define WIDE(c) SIXTEEN(c, BYTE_WIDE), SIXTEEN((c) + 16, BYTE_WIDE)

static const uint8_t byte_kinds[256] = {
    [' '] = BYTE_SPACE,   ['\t'] = BYTE_TAB,
    ['"'] = BYTE_QUOTE,   [','] = BYTE_COMMA,
    ['#'] = BYTE_HASH,    [':'] = BYTE_JOINT,
    ['.'] = BYTE_JOINT,   ['-'] = BYTE_MARK,
    ['_'] = BYTE_MARK,    EIGHT('0', BYTE_DIGIT),
    TWO('8', BYTE_DIGIT), LETTERS('A'),
    LETTERS('a'),         WIDE(0x80),
    WIDE(0xa0),           WIDE(0xc0),
    WIDE(0xe0),
};

#endif
