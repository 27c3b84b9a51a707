/* Tables of text in terminal columns: wide Chinese characters count two, figures stand right. */
#ifndef HEQI_REPORT_TABLE_H
#define HEQI_REPORT_TABLE_H

#include "base/arena.h"
#include "base/str.h"

struct table {
    struct arena *arena;
    uint32_t columns;
    bool *right; /* by column: figures */
    struct str *cells;
    size_t cell_count, cell_capacity;
    size_t *rules; /* a line of dashes stands in front of these rows */
    size_t rule_count, rule_capacity;
    size_t width_max; /* the last column is broken into lines to fit it; 0: no limit */
};

/* The first column stands left, the others right. */
void table_init(struct table *t, struct arena *arena, uint32_t columns);
void table_left(struct table *t, uint32_t column);

/* Cells fill row after row. */
void table_cell(struct table *t, struct str text);

/* A line in front of the next row. */
void table_rule(struct table *t);

/* Lets the table be so many terminal columns wide: the last column, which stands left, is broken
 * between words, or between Chinese letters, and at its own line breaks. */
void table_fit(struct table *t, size_t width_max);

/* The whole table; every line ends in a line break and in no space. */
struct str table_text(const struct table *t);

#endif
