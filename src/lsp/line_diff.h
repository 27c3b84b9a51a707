/* What differs between two texts, line by line: the fewest lines that are taken out and put in. */
#ifndef HEQI_LSP_LINE_DIFF_H
#define HEQI_LSP_LINE_DIFF_H

#include "lsp/position.h"

/* Lines [from, to) of the old text become lines [new_from, new_to) of the new one. */
struct line_change {
    size_t from, to, new_from, new_to;
};

struct line_changes {
    struct line_change *list; /* ascending */
    size_t count, capacity;
};

/* Where the texts differ in more than LIMIT_LINES_CHANGED_MAX lines, what lies between their equal
 * begin and end is one change.
 *
 * Source: Myers, An O(ND) Difference Algorithm and Its Variations, 1986. */
void line_diff(struct line_changes *out, struct arena *a, const struct lines *before,
               const struct lines *after);

#endif
