/* The cursor in its line: the word it is at, and whether it stands in a text or a comment. */
#ifndef HEQI_LSP_CURSOR_H
#define HEQI_LSP_CURSOR_H

#include "lsp/position.h"

struct cursor {
    struct str line;
    size_t at; /* offset in the line */
    size_t from,
        to; /* of the run of letters, digits, - and _ that it is in or ends; else both at */
    bool in_text, in_comment;
    size_t comment; /* where it begins, where in_comment; else the end of the line */
};

/* A line that is not UTF-8 is looked at up to its first bad byte. */
struct cursor cursor_in(struct str line, size_t at);

/* The cursor of an offset in a file. */
struct cursor cursor_at(const struct lines *lines, size_t offset);

/* Where the comment of a line begins; its length where it has none. */
size_t comment_from(struct str line);

#endif
