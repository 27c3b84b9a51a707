/* A paper, and what it is as plain text. */
#include "report/paper.h"

#include "num/money.h"
#include "report/csv.h"
#include "report/names.h"
#include "report/table.h"

void paper_init(struct paper *p, struct arena *arena, struct paper_options options)
{
    *p = (struct paper){.arena = arena, .options = options};
}

void paper_put(struct paper *p, enum paper_kind kind, struct str text)
{
    CHECK(kind != PAPER_TABLE && kind != PAPER_ITEM);
    *ARENA_PUSH(p->arena, p->blocks, p->count, p->capacity) =
        (struct paper_block){.kind = kind, .text = text};
}

void paper_item(struct paper *p, struct str label, struct str text, uint32_t level)
{
    *ARENA_PUSH(p->arena, p->blocks, p->count, p->capacity) =
        (struct paper_block){.kind = PAPER_ITEM, .text = text, .label = label, .level = level};
}

/* ---- tables ---- */

void paper_table(struct paper *p, const struct paper_column *columns, uint32_t count)
{
    CHECK(count > 0);
    *ARENA_PUSH(p->arena, p->blocks, p->count, p->capacity) = (struct paper_block){
        .kind = PAPER_TABLE, .columns = columns, .column_count = count, .filled = count};
}

static struct paper_block *last_table(struct paper *p)
{
    CHECK(p->count > 0);
    struct paper_block *b = &p->blocks[p->count - 1];
    CHECK(b->kind == PAPER_TABLE);
    return b;
}

void paper_roomy(struct paper *p)
{
    last_table(p)->roomy = true;
}

static struct paper_row *add_row(struct paper *p, struct paper_block *b)
{
    CHECK(b->filled == b->column_count);
    struct paper_row *row = ARENA_PUSH(p->arena, b->rows, b->row_count, b->row_capacity);
    row->cells = ARENA_ARRAY(p->arena, struct paper_cell, b->column_count);
    b->filled = 0;
    return row;
}

static void add_cell(struct paper *p, struct paper_cell cell)
{
    struct paper_block *b = last_table(p);
    if (b->filled == b->column_count) (void)add_row(p, b);
    b->rows[b->row_count - 1].cells[b->filled++] = cell;
}

void paper_cell(struct paper *p, struct str text)
{
    add_cell(p, (struct paper_cell){.text = text});
}

void paper_amount(struct paper *p, int64_t minor)
{
    struct str text = amount_grouped(p->arena, minor, p->options.digits);
    add_cell(p, (struct paper_cell){.text = text, .minor = minor, .is_amount = true});
}

void paper_amount_or_blank(struct paper *p, int64_t minor)
{
    if (minor)
        paper_amount(p, minor);
    else
        paper_cell(p, STR(""));
}

void paper_total(struct paper *p)
{
    add_row(p, last_table(p))->total = true;
}

/* ---- as text ---- */

static struct str column_title(const struct paper *p, const struct paper_column *c)
{
    return str_from(c->title[p->options.lang]);
}

static struct str table_of(const struct paper *p, const struct paper_block *b)
{
    struct table t;
    table_init(&t, p->arena, b->column_count);
    for (uint32_t c = 0; c < b->column_count; c++) {
        if (!b->columns[c].right) table_left(&t, c);
        table_cell(&t, column_title(p, &b->columns[c]));
    }
    table_rule(&t);
    for (size_t r = 0; r < b->row_count; r++) {
        if (b->rows[r].total && r > 0) table_rule(&t);
        for (uint32_t c = 0; c < b->column_count; c++) table_cell(&t, b->rows[r].cells[c].text);
    }
    return table_text(&t);
}

struct str paper_text(const struct paper *p)
{
    struct writer w = {.arena = p->arena};
    for (size_t i = 0; i < p->count; i++) {
        const struct paper_block *b = &p->blocks[i];
        bool spaced = b->kind == PAPER_PART || b->kind == PAPER_HEADING || b->kind == PAPER_TABLE;
        bool below = i > 0 && p->blocks[i - 1].kind == PAPER_HEADING;
        if (spaced && !below) writer_end_line(&w);
        writer_fill(&w, ' ', 2 * (size_t)b->level);
        writer_put(&w, b->label);
        if (b->label.len) writer_put(&w, STR(" "));
        writer_put(&w, b->kind == PAPER_TABLE ? table_of(p, b) : b->text);
        if (b->kind != PAPER_TABLE) writer_end_line(&w);
    }
    return writer_text(&w);
}

/* ---- as CSV ---- */

static void put_csv_cell(const struct paper *p, struct writer *w, const struct paper_cell *cell)
{
    if (cell->is_amount)
        writer_put(w, amount_plain(p->arena, cell->minor, p->options.digits));
    else
        csv_put(w, cell->text);
}

static void put_csv(const struct paper *p, struct writer *w, const struct paper_block *b)
{
    for (uint32_t c = 0; c < b->column_count; c++) {
        if (c) writer_put(w, STR(","));
        csv_put(w, column_title(p, &b->columns[c]));
    }
    writer_put(w, STR("\r\n"));
    for (size_t r = 0; r < b->row_count; r++) {
        for (uint32_t c = 0; c < b->column_count; c++) {
            if (c) writer_put(w, STR(","));
            put_csv_cell(p, w, &b->rows[r].cells[c]);
        }
        writer_put(w, STR("\r\n"));
    }
}

struct str paper_csv(const struct paper *p)
{
    struct writer w = {.arena = p->arena};
    for (size_t i = 0; i < p->count; i++) {
        if (p->blocks[i].kind != PAPER_TABLE) continue;
        put_csv(p, &w, &p->blocks[i]);
        break;
    }
    return writer_text(&w);
}
