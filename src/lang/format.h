/* Formatter: the canonical text of what is read, in English or Chinese spelling.
 *
 * One space between words, two for each level, amounts in groups of three, comments and blank lines
 * kept (several blank lines become one), statements of more than a hundred columns broken behind a
 * comma. A statement is printed from its form, in the order its language has; Chinese keywords side
 * by side are written together where that reads back in exactly one way. Formatting what was
 * formatted changes nothing. */
#ifndef HEQI_LANG_FORMAT_H
#define HEQI_LANG_FORMAT_H

#include "lang/parse.h"

struct waiting_line {
    struct span comment; /* len 0: a blank line */
    uint32_t indent;
};

struct formatter {
    struct arena *arena;
    const struct grammar *g;
    const struct words *words;
    const struct sources *sources;
    enum language lang;
    char *text; /* what was printed so far */
    size_t len, capacity;
    size_t line_start;
    size_t *commas; /* of the statement: offsets behind its commas, where it may be broken */
    size_t comma_count, comma_capacity;
    size_t run_start;      /* Chinese keywords written together start here … */
    uint32_t run_words;    /* … and are so many; 0: the last thing printed was no such word */
    uint32_t phrase_depth; /* inside so many phrases */
    bool glue;             /* the next Chinese keyword may join the run */
    bool open;             /* no space before the next word */
    uint32_t last_depth;
    struct waiting_line *waiting; /* comments and blank lines that wait for the next statement */
    size_t waiting_count, waiting_capacity;
    const struct bind *binds; /* of the statement being printed */
    uint8_t *is_taken;        /* by bind: it was printed */
    size_t is_taken_capacity;
    uint32_t *taken; /* and which these are, in order */
    size_t taken_count, taken_capacity;
};

void formatter_init(struct formatter *f, struct arena *arena, const struct grammar *g,
                    const struct words *words, const struct sources *sources, enum language lang);

struct parse_sink formatter_sink(struct formatter *f);

/* The whole text, when everything was read. */
struct str formatter_finish(struct formatter *f);

#endif
