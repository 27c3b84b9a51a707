/* What is true of the alliance at a date, one table a kind of thing: members, stakes, debts … The
 * kinds are rows of one table (show_kinds.c), of which the command, its help and JSON are made.
 *
 * Rows say what the fold has found by its day, not what would be if it were settled then. */
#ifndef HEQI_REPORT_SHOW_H
#define HEQI_REPORT_SHOW_H

#include "fold/fold.h"

enum show_type { SHOW_NOTHING, SHOW_TEXT, SHOW_AMOUNT, SHOW_NUMBER };

struct show_cell {
    enum show_type type;
    struct str text;
    int64_t value; /* minor units of an amount; a number */
};

struct show_column {
    const char *key; /* as in JSON */
    const char *title[2];
    bool right; /* figures */
};

/* What came from a payer of grants, and what was passed on to members and funds. */
struct grant_sums {
    int64_t received_minor, passed_minor;
};

struct show {
    struct arena *arena;
    const struct fold *fold;
    const struct show_kind *kind;
    struct str name; /* rows about this alone; empty: all */
    enum language lang;
    struct show_cell *cells; /* row after row */
    size_t cell_count, cell_capacity;
    struct grant_sums *grants; /* by payer */
    size_t grant_count, grant_capacity;
};

struct show_kind {
    const char *name[2]; /* by language; both are understood */
    const char *summary[2];
    const struct show_column *columns;
    uint32_t column_count;
    void (*fill)(struct show *s);
};

extern const struct show_kind show_kinds[];
extern const size_t show_kind_count;

/* The kind of a name in either language, or NULL; in English without its s, too. */
const struct show_kind *show_kind_find(struct str name);

void show_init(struct show *s, struct arena *arena, const struct show_kind *kind, struct str name);

/* What the fold must be run with, so that a kind can be shown. */
struct posting_sink show_sink(struct show *s);

/* Fills the cells from a fold that was run. */
void show_fill(struct show *s, const struct fold *f, enum language lang);

size_t show_row_count(const struct show *s);

/* Whether the name asked for is one of the text: a thing, a set of stakes, a fund, a payer. */
bool show_name_known(const struct show *s);

/* Title, day and table. */
struct str show_text(const struct show *s);

/* ---- for the rows of kinds ---- */

void show_fill_arrears(struct show *s); /* show_arrears.c */

/* Whether a row about these is wanted. */
bool show_wants(const struct show *s, struct str a, struct str b);

void show_put_text(struct show *s, struct str text); /* empty: nothing */
void show_put_amount(struct show *s, int64_t minor);
void show_put_number(struct show *s, int64_t number);
void show_put_date(struct show *s, date_t date); /* DATE_NONE: nothing */
void show_put_nothing(struct show *s);

#endif
