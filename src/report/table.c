/* Tables: cells are collected first, because the widest decides its column. */
#include "report/table.h"

#include "base/utf8.h"
#include "report/writer.h"

#define GAP 2
#define LAST_COLUMN_MIN 24 /* it is not made narrower than so */

void table_init(struct table *t, struct arena *arena, uint32_t columns)
{
    *t = (struct table){.arena = arena, .columns = columns};
    t->right = ARENA_ARRAY(arena, bool, columns);
    for (uint32_t i = 1; i < columns; i++) t->right[i] = true;
}

void table_left(struct table *t, uint32_t column)
{
    t->right[column] = false;
}

void table_cell(struct table *t, struct str text)
{
    *ARENA_PUSH(t->arena, t->cells, t->cell_count, t->cell_capacity) = text;
}

void table_rule(struct table *t)
{
    CHECK(t->cell_count % t->columns == 0);
    *ARENA_PUSH(t->arena, t->rules, t->rule_count, t->rule_capacity) = t->cell_count / t->columns;
}

void table_fit(struct table *t, size_t width_max)
{
    t->width_max = width_max;
}

/* ---- lines of the last column ---- */

/* How many bytes of a text go on a line: all up to its own break or the width; else to the last
 * place behind a space or beside a Chinese letter. */
static size_t line_bytes(struct str text, size_t width)
{
    size_t used = 0, at = 0, fits = 0, size;
    bool after_wide = false;
    for (; at < text.len && text.ptr[at] != '\n'; at += size) {
        int32_t letter = utf8_decode(text, at, &size);
        bool wide = utf8_is_han(letter);
        if (at && (wide || after_wide || text.ptr[at - 1] == ' ')) fits = at;
        used += utf8_width((struct str){text.ptr + at, size});
        if (used > width) return fits ? fits : at;
        after_wide = wide;
    }
    return at;
}

/* The next line of a text, which it is taken off. */
static struct str take_line(struct str *text, size_t width)
{
    size_t len = width ? line_bytes(*text, width) : text->len;
    struct str line = str_slice(*text, 0, len);
    while (line.len && line.ptr[line.len - 1] == ' ') line.len--;
    if (len < text->len && (text->ptr[len] == '\n' || text->ptr[len] == ' ')) len++;
    *text = str_slice(*text, len, text->len);
    return line;
}

/* Terminal columns of the last column: what the others leave. */
static size_t room_of(const struct table *t, const size_t *widths)
{
    size_t others = 0;
    for (uint32_t c = 0; c + 1 < t->columns; c++) others += widths[c] + GAP;
    return t->width_max > others + LAST_COLUMN_MIN ? t->width_max - others : LAST_COLUMN_MIN;
}

static void measure_last(const struct table *t, size_t *widths)
{
    size_t room = room_of(t, widths), *last = &widths[t->columns - 1];
    *last = 0;
    for (size_t i = t->columns - 1; i < t->cell_count; i += t->columns)
        for (struct str rest = t->cells[i]; rest.len;) {
            size_t width = utf8_width(take_line(&rest, room));
            if (width > *last) *last = width;
        }
}

static size_t *measure(const struct table *t)
{
    size_t *widths = ARENA_ARRAY(t->arena, size_t, t->columns);
    for (size_t i = 0; i < t->cell_count; i++) {
        size_t width = utf8_width(t->cells[i]);
        if (width > widths[i % t->columns]) widths[i % t->columns] = width;
    }
    if (t->width_max) measure_last(t, widths);
    return widths;
}

static void put_cell(struct writer *w, struct str cell, size_t width, bool right)
{
    size_t pad = width - utf8_width(cell);
    if (right) writer_fill(w, ' ', pad);
    writer_put(w, cell);
    if (!right) writer_fill(w, ' ', pad);
}

static void put_rule(const struct table *t, struct writer *w, const size_t *widths)
{
    for (uint32_t c = 0; c < t->columns; c++) {
        if (c) writer_fill(w, ' ', GAP);
        writer_fill(w, '-', widths[c]);
    }
    writer_end_line(w);
}

static void put_row(const struct table *t, struct writer *w, const struct str *cells,
                    const size_t *widths)
{
    size_t room = t->width_max ? widths[t->columns - 1] : 0;
    struct str rest = cells[t->columns - 1];
    for (bool first = true; first || rest.len; first = false) {
        for (uint32_t c = 0; c < t->columns; c++) {
            struct str cell = first ? cells[c] : STR("");
            if (c + 1 == t->columns) cell = take_line(&rest, room);
            if (c) writer_fill(w, ' ', GAP);
            put_cell(w, cell, widths[c], t->right[c]);
        }
        writer_end_line(w);
    }
}

struct str table_text(const struct table *t)
{
    CHECK(t->cell_count % t->columns == 0);
    struct writer w = {.arena = t->arena};
    size_t *widths = measure(t);
    size_t rule = 0;
    for (size_t row = 0; row * t->columns < t->cell_count; row++) {
        while (rule < t->rule_count && t->rules[rule] == row) {
            put_rule(t, &w, widths);
            rule++;
        }
        put_row(t, &w, &t->cells[row * t->columns], widths);
    }
    return writer_text(&w);
}
