/* A paper: a title, paragraphs and tables from top to bottom, as somebody reads it who was sent it.
 * What it says is put in once; it is written as text for a terminal, as CSV, as a workbook and as
 * PDF, which all say the same.
 *
 *     struct paper paper;
 *     paper_init(&paper, arena, (struct paper_options){.lang = lang, .digits = 2, .date = until});
 *     paper_put(&paper, PAPER_TITLE, title);
 *     paper_table(&paper, columns, ARRAY_LEN(columns));
 *     paper_cell(&paper, name);
 *     paper_amount(&paper, minor);
 *
 * Texts are not copied and must live as long as the paper. */
#ifndef HEQI_REPORT_PAPER_H
#define HEQI_REPORT_PAPER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/str.h"

enum paper_kind {
    PAPER_TITLE,
    PAPER_PART, /* a heading above others */
    PAPER_HEADING,
    PAPER_TEXT,
    PAPER_ITEM, /* a paragraph with a label before it */
    PAPER_NOTE, /* a paragraph that is no part of what the paper says, but about it */
    PAPER_PAGE, /* what follows begins a page */
    PAPER_TABLE
};

struct paper_column {
    const char *title[2]; /* by language */
    bool right;           /* figures */
    bool wide;            /* its text may be broken where the page is too narrow */
};

struct paper_cell {
    struct str text;
    int64_t minor;  /* of an amount */
    bool is_amount; /* the text is the amount in groups of thousands */
};

struct paper_row {
    struct paper_cell *cells; /* one a column */
    bool total;               /* stands below a line */
};

struct paper_block {
    enum paper_kind kind;
    struct str text;  /* of what is no table */
    struct str label; /* of an item: "6.1", "(5.1)" */
    uint32_t level;   /* of an item: how deep it stands */
    bool roomy;       /* of a table: its rows leave room for a seal and a signature */
    const struct paper_column *columns;
    uint32_t column_count, filled; /* filled: cells of the last row */
    struct paper_row *rows;
    size_t row_count, row_capacity;
};

struct paper_options {
    enum language lang;
    unsigned digits; /* minor digits of its amounts */
    date_t date;     /* which it bears as the date of its making: the same paper, the same bytes */
    struct str head, foot; /* of every page; empty: none */
};

struct paper {
    struct arena *arena;
    struct paper_options options;
    struct paper_block *blocks;
    size_t count, capacity;
};

void paper_init(struct paper *p, struct arena *arena, struct paper_options options);

/* A title, a heading or a paragraph; all but an item and a table. */
void paper_put(struct paper *p, enum paper_kind kind, struct str text);
void paper_item(struct paper *p, struct str label, struct str text, uint32_t level);

/* A table, whose cells follow row after row. The columns must live as long as the paper. */
void paper_table(struct paper *p, const struct paper_column *columns, uint32_t count);
void paper_roomy(struct paper *p);
void paper_cell(struct paper *p, struct str text);
void paper_amount(struct paper *p, int64_t minor);

/* An amount, or nothing where it is 0. */
void paper_amount_or_blank(struct paper *p, int64_t minor);

/* The row that begins next is a total. */
void paper_total(struct paper *p);

/* For a terminal, tables in columns. */
struct str paper_text(const struct paper *p);

/* Markdown (CommonMark with tables), in which no text can become anything but text. */
struct str paper_markdown(const struct paper *p);

/* One page of HTML that needs nothing beside it: no script, no font, no address. */
struct str paper_html(const struct paper *p);

/* The first table, with its head. Amounts are plain decimals; texts are guarded (report/csv.h). */
struct str paper_csv(const struct paper *p);

#endif
