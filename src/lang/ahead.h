/* Reading ahead: a long journal is read by several threads at once, each a piece of it.
 *
 * A piece begins at a line whose first byte is a digit (parser_find_entry) and is read as if
 * nothing before it mattered but the words and the currency as they were where reading ahead began.
 * The reader of the text takes the pieces over in their order, and only where that was true:
 *
 *   - nothing was reported in the piece;
 *   - all of it are entries and what is indented under them: no terms, no include, no currency;
 *   - none of its words was declared, in what stands before it, as a name where the piece read
 *     keywords, or as a motion where it read who does something.
 *
 * What is not taken over is read again in its place, line by line. So the document, the numbers of
 * the words and the diagnostics are the same for any number of readers: those of one. */
#ifndef HEQI_LANG_AHEAD_H
#define HEQI_LANG_AHEAD_H

#include "lang/tree.h"

/* Long enough that the work beside reading is small, and short enough that what was read is still
 * in the cache of the processor when it is taken over. */
#define AHEAD_PIECE_BYTES ((uint32_t)128 << 10)

struct ahead_options {
    uint32_t readers; /* threads, with the one that asks; at most LIMIT_READERS_MAX */
    uint32_t piece_bytes;
    uint32_t text_bytes_min; /* shorter texts are read line by line */
};

struct ahead {
    struct document *doc;
    struct ahead_options options;
    struct parse_ahead hook; /* for parser.ahead */
    uint32_t pieces_taken, pieces_read_again;
};

/* For a parser whose sink fills the document; both must outlive it. */
void ahead_init(struct ahead *a, struct document *d, struct ahead_options options);

#endif
