/* Tables: cells are collected first, because the widest decides its column. */
#include "report/table.h"

#include "base/utf8.h"
#include "report/writer.h"

#define GAP 2

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

static size_t *measure(const struct table *t)
{
    size_t *widths = ARENA_ARRAY(t->arena, size_t, t->columns);
    for (size_t i = 0; i < t->cell_count; i++) {
        size_t width = utf8_width(t->cells[i]);
        if (width > widths[i % t->columns]) widths[i % t->columns] = width;
    }
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
        for (uint32_t c = 0; c < t->columns; c++) {
            if (c) writer_fill(&w, ' ', GAP);
            put_cell(&w, t->cells[row * t->columns + c], widths[c], t->right[c]);
        }
        writer_end_line(&w);
    }
    return writer_text(&w);
}
