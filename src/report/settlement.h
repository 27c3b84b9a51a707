/* A settlement as a finance office reads it. */
#ifndef HEQI_REPORT_SETTLEMENT_H
#define HEQI_REPORT_SETTLEMENT_H

#include "report/names.h"

/* Head, what members receive and owe with totals, funds, what is unshared and uncovered, who has
 * not signed. One table of all columns where that is not too wide, else two; columns in which
 * nobody has anything are left out and named below. */
struct str report_settlement(struct arena *a, const struct settlement *s, enum language lang);

/* The lines of a settlement: the head of their columns, and a row a line, as it is made. The cursor
 * begins as zeros and belongs to one run. */
struct lines_cursor {
    uint32_t entry, ordinal; /* of the last line with an entry; ordinal 0: none yet */
    date_t day;
};

struct str report_lines_head(struct arena *a, const struct pact *p, enum language lang);
struct str report_line(struct arena *a, const struct fold *f, const struct line *l,
                       struct lines_cursor *cursor, enum language lang);

#endif
