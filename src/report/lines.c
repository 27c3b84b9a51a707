/* The lines of a settlement in columns of fixed width, because they are written as they are made.
 */
#include "base/utf8.h"
#include "report/settlement.h"
#include "report/writer.h"

struct line_column {
    const char *en, *zh;
    size_t width;
    bool right;
};

static const struct line_column columns[] = {
    {"line", "行", 7, true},      {"entry", "记录", 14, false}, {"clause", "条款", 6, false},
    {"tier", "档", 5, false},     {"kind", "类别", 8, false},   {"to", "对象", 24, false},
    {"amount", "金额", 18, true},
};

#define CLAUSE_COLUMN 2
#define AMENDED_CLAUSE_WIDTH 18 /* "12.10 (2014-08-01)" */

/* Clauses of amended articles are cited with the day of the amendment. */
static size_t column_width(const struct pact *p, size_t column)
{
    bool wide = column == CLAUSE_COLUMN && pact_is_amended(p);
    return wide ? AMENDED_CLAUSE_WIDTH : columns[column].width;
}

static void put_cell(struct writer *w, const struct pact *p, size_t column, struct str text)
{
    size_t width = utf8_width(text), wanted = column_width(p, column);
    size_t pad = width < wanted ? wanted - width : 0;
    if (column) writer_fill(w, ' ', 1);
    if (columns[column].right) writer_fill(w, ' ', pad);
    writer_put(w, text);
    if (!columns[column].right) writer_fill(w, ' ', pad);
}

static struct str row_text(struct arena *a, const struct pact *p,
                           const struct str cells[ARRAY_LEN(columns)])
{
    struct writer w = {.arena = a};
    for (size_t c = 0; c < ARRAY_LEN(columns); c++) put_cell(&w, p, c, cells[c]);
    writer_end_line(&w);
    return writer_text(&w);
}

struct str report_lines_head(struct arena *a, const struct pact *p, enum language lang)
{
    struct str cells[ARRAY_LEN(columns)];
    for (size_t c = 0; c < ARRAY_LEN(columns); c++)
        cells[c] = text_in(columns[c].en, columns[c].zh, lang);
    return row_text(a, p, cells);
}

/* "2015-08-20 #1"; the day alone where no entry made the line. The entries of a day stand one
 * behind the other, so the number goes on from the line before. */
static struct str place_text(struct arena *a, const struct fold *f, const struct line *l,
                             struct lines_cursor *c)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, l->date);
    if (l->entry == INDEX_NONE) return str_copy(a, str_from(date));
    date_t day = document_entry(f->doc, l->entry)->date;
    bool goes_on = c->ordinal && c->day == day && c->entry <= l->entry;
    c->ordinal = goes_on ? c->ordinal + (l->entry - c->entry) : document_ordinal(f->doc, l->entry);
    c->entry = l->entry;
    c->day = day;
    return str_format(a, "%s #%u", date, c->ordinal);
}

struct str report_line(struct arena *a, const struct fold *f, const struct line *l,
                       struct lines_cursor *cursor, enum language lang)
{
    const struct str cells[ARRAY_LEN(columns)] = {
        str_format(a, "%u", l->number),
        place_text(a, f, l, cursor),
        clause_name(a, l->term),
        l->tier ? l->tier->path : STR(""),
        line_kind_words(l->kind, lang),
        line_to_name(a, f->pact, l->to, l->index),
        amount_grouped(a, l->amount_minor, f->pact->digits),
    };
    return row_text(a, f->pact, cells);
}
