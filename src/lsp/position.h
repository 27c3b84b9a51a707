/* Positions: a line and a character, as editors count them, and offsets of bytes.
 *
 * Both are counted from 0. A character is a UTF-16 code unit, or a byte where client and server
 * agreed on UTF-8. A line ends in \n, \r\n or \r. Bytes that are no UTF-8 count one each. */
#ifndef HEQI_LSP_POSITION_H
#define HEQI_LSP_POSITION_H

#include "base/str.h"

enum encoding { ENCODING_UTF16, ENCODING_UTF8 };

struct position {
    uint32_t line, character;
};

/* A text with the offsets at which its lines begin. */
struct lines {
    struct str text;
    uint32_t *starts;
    size_t count, capacity;
};

/* The text must outlive it. */
void lines_init(struct lines *l, struct arena *a, struct str text);

struct position position_at(const struct lines *l, size_t offset, enum encoding encoding);

/* A place behind the end of a line is its end, one behind the last line the end of the text; one
 * inside a letter is where that begins. */
size_t position_offset(const struct lines *l, struct position at, enum encoding encoding);

/* The text of a line, without its line break. */
struct str lines_text(const struct lines *l, uint32_t line);

#endif
