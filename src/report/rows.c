/* Outlines: rows are collected first, because the widest decides its column. */
#include "report/rows.h"

#include "base/utf8.h"
#include "report/writer.h"

#define INDENT 2
#define FLOW_COLUMNS 96
#define ORIGIN_COLUMN_MAX 60 /* wider rows put their origin two spaces behind */

void rows_init(struct rows *r, struct arena *arena)
{
    *r = (struct rows){.arena = arena};
}

uint32_t rows_group(struct rows *r)
{
    return ++r->groups;
}

void rows_add(struct rows *r, struct row row)
{
    *ARENA_PUSH(r->arena, r->list, r->count, r->capacity) = row;
}

void rows_flow(struct rows *r, struct row row, struct str piece)
{
    struct row *last = r->count ? &r->list[r->count - 1] : NULL;
    size_t room = FLOW_COLUMNS - (size_t)row.indent * INDENT;
    if (last && last->flows && utf8_width(last->formula) + 1 + utf8_width(piece) <= room) {
        last->formula = str_format(r->arena, "%.*s %.*s", STR_ARG(last->formula), STR_ARG(piece));
        return;
    }
    row.flows = true;
    row.formula = piece;
    rows_add(r, row);
}

/* The widest amount of each group; group 0 has none. */
static size_t *amount_widths(const struct rows *r)
{
    size_t *widths = ARENA_ARRAY(r->arena, size_t, r->groups + 1);
    for (size_t i = 0; i < r->count; i++) {
        size_t width = utf8_width(r->list[i].amount);
        if (r->list[i].group && width > widths[r->list[i].group]) widths[r->list[i].group] = width;
    }
    return widths;
}

static size_t label_width(const struct row *row)
{
    return (size_t)row->indent * INDENT + (row->label.len ? utf8_width(row->label) + 1 : 0);
}

static size_t front_width(const struct row *row, const size_t *amounts)
{
    size_t amount = utf8_width(row->amount);
    if (amount && amount < amounts[row->group]) amount = amounts[row->group];
    size_t formula = utf8_width(row->formula);
    return label_width(row) + amount + (amount && formula) + formula;
}

static size_t origin_column(const struct rows *r, const size_t *amounts)
{
    size_t column = 0;
    for (size_t i = 0; i < r->count; i++) {
        if (!r->list[i].origin.len) continue;
        size_t width = front_width(&r->list[i], amounts);
        if (width > column && width <= ORIGIN_COLUMN_MAX) column = width;
    }
    return column;
}

static void put_row(struct writer *w, const struct row *row, const size_t *amounts, size_t column)
{
    size_t amount = utf8_width(row->amount), front = front_width(row, amounts);
    writer_fill(w, ' ', (size_t)row->indent * INDENT);
    writer_put(w, row->label);
    if (row->label.len) writer_fill(w, ' ', 1);
    if (amount && amount < amounts[row->group]) writer_fill(w, ' ', amounts[row->group] - amount);
    writer_put(w, row->amount);
    if (amount && row->formula.len) writer_fill(w, ' ', 1);
    writer_put(w, row->formula);
    if (row->origin.len) writer_fill(w, ' ', (front < column ? column - front : 0) + INDENT);
    writer_put(w, row->origin);
    writer_end_line(w);
}

struct str rows_text(const struct rows *r)
{
    struct writer w = {.arena = r->arena};
    size_t *amounts = amount_widths(r);
    size_t column = origin_column(r, amounts);
    for (size_t i = 0; i < r->count; i++) put_row(&w, &r->list[i], amounts, column);
    return writer_text(&w);
}
