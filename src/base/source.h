/* The texts of one run, read in order as one text.
 *
 * Every byte of every file has one 32-bit position: the files stand one behind the other, with one
 * byte between them. A span is a stretch of positions within one file; it is what diagnostics,
 * terms and entries carry, and it leads back to file, line and column. */
#ifndef HEQI_BASE_SOURCE_H
#define HEQI_BASE_SOURCE_H

#include "base/arena.h"
#include "base/str.h"

struct span {
    uint32_t at;  /* position of the first byte */
    uint32_t len; /* bytes; 0 marks a point */
};

static inline struct span span_make(uint32_t at, uint32_t len)
{
    return (struct span){at, len};
}

struct source {
    struct str path; /* as the user named it; "-" for standard input */
    struct str text;
    uint32_t base; /* position of the first byte of text */
};

/* Sources are kept in an arena and never move: pointers to them stay good. */
struct sources {
    struct arena *arena;
    struct source **list;
    size_t count, capacity;
    uint32_t next_base;
};

void sources_init(struct sources *s, struct arena *arena);

/* Adds a file; text and path must outlive s. ERR_RANGE where LIMIT_INPUT_BYTES_MAX or
 * LIMIT_SOURCES_MAX would be passed. */
NODISCARD enum status sources_add(struct sources *s, struct str path, struct str text,
                                  struct source **out);

/* The source that holds a position. CHECKs that there is one. */
const struct source *sources_find(const struct sources *s, uint32_t at);

struct str sources_text(const struct sources *s, struct span span);

/* Where a position is: line and column are 1-based, the column counts code points. */
struct place {
    const struct source *source;
    uint32_t line;
    uint32_t column;
    struct str line_text; /* without the line break */
};

struct place sources_place(const struct sources *s, uint32_t at);

#endif
