/* Rows of an outline: indented, with a label, an amount, a formula and an origin. Amounts of one
 * group end in one column, origins of all rows begin in one. */
#ifndef HEQI_REPORT_ROWS_H
#define HEQI_REPORT_ROWS_H

#include "base/arena.h"
#include "base/str.h"

struct row {
    uint32_t indent; /* levels */
    uint32_t group;  /* 0: its amount stands alone */
    struct str label, amount, formula, origin;
    bool flows; /* its formula is running text: it goes on in the row above while there is room */
};

struct rows {
    struct arena *arena;
    struct row *list;
    size_t count, capacity;
    uint32_t groups;
};

void rows_init(struct rows *r, struct arena *arena);
uint32_t rows_group(struct rows *r); /* a new group */
void rows_add(struct rows *r, struct row row);

/* Adds a piece of running text at the place of `row`; pieces are not broken. */
void rows_flow(struct rows *r, struct row row, struct str piece);

/* All of it; every line ends in a line break and in no space. */
struct str rows_text(const struct rows *r);

#endif
