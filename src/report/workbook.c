/* XLSX: one sheet, the blocks of the paper one below the other. */
#include "report/workbook.h"

#include "base/utf8.h"

#include <xlsxwriter.h>

/* A spreadsheet's numbers have fifteen digits. */
#define AMOUNT_MINOR_MAX 999999999999999
#define WIDTH_MAX 60.0 /* of a column, in letters */
#define SHEET_NAME "heqi"
#define DAY_S 86400

enum format {
    FORMAT_TITLE,
    FORMAT_HEADING,
    FORMAT_HEAD,
    FORMAT_AMOUNT,
    FORMAT_TOTAL,
    FORMAT_COUNT
};

struct book {
    const struct paper *paper;
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *formats[FORMAT_COUNT];
    lxw_row_t row;
};

/* "#,##0.00" for two minor digits. */
static void set_money(const struct book *b, lxw_format *format)
{
    static const char places[] = "#,##0.000000000";
    unsigned digits = b->paper->options.digits;
    struct str text = str_format(b->paper->arena, "%.*s", (int)(digits ? 6 + digits : 5), places);
    format_set_num_format(format, text.ptr);
}

static void make_formats(struct book *b)
{
    for (int i = 0; i < FORMAT_COUNT; i++) b->formats[i] = workbook_add_format(b->workbook);
    format_set_bold(b->formats[FORMAT_TITLE]);
    format_set_font_size(b->formats[FORMAT_TITLE], 14);
    format_set_bold(b->formats[FORMAT_HEADING]);
    format_set_bold(b->formats[FORMAT_HEAD]);
    format_set_bottom(b->formats[FORMAT_HEAD], LXW_BORDER_THIN);
    set_money(b, b->formats[FORMAT_AMOUNT]);
    set_money(b, b->formats[FORMAT_TOTAL]);
    format_set_bold(b->formats[FORMAT_TOTAL]);
    format_set_top(b->formats[FORMAT_TOTAL], LXW_BORDER_THIN);
}

static lxw_error put_text(const struct book *b, uint32_t column, struct str text,
                          lxw_format *format)
{
    struct str copy = str_copy(b->paper->arena, text);
    return worksheet_write_string(b->sheet, b->row, (lxw_col_t)column, copy.ptr, format);
}

static lxw_error put_cell(const struct book *b, uint32_t column, const struct paper_cell *cell,
                          bool total)
{
    lxw_format *format = total ? b->formats[FORMAT_TOTAL] : NULL;
    int64_t minor = cell->minor;
    bool fits = minor <= AMOUNT_MINOR_MAX && minor >= -AMOUNT_MINOR_MAX;
    if (!cell->is_amount || !fits) return put_text(b, column, cell->text, format);
    double number = (double)minor;
    for (unsigned i = 0; i < b->paper->options.digits; i++) number /= 10;
    return worksheet_write_number(b->sheet, b->row, (lxw_col_t)column, number,
                                  total ? format : b->formats[FORMAT_AMOUNT]);
}

/* In letters, of a column of the first table. */
static double column_width(const struct paper_block *t, uint32_t column, enum language lang)
{
    size_t widest = utf8_width(str_from(t->columns[column].title[lang]));
    for (size_t r = 0; r < t->row_count; r++) {
        size_t width = utf8_width(t->rows[r].cells[column].text);
        if (width > widest) widest = width;
    }
    double wanted = (double)widest + 2;
    return wanted < WIDTH_MAX ? wanted : WIDTH_MAX;
}

static lxw_error set_widths(const struct book *b)
{
    const struct paper_block *t = NULL;
    for (size_t i = 0; i < b->paper->count && !t; i++)
        if (b->paper->blocks[i].kind == PAPER_TABLE) t = &b->paper->blocks[i];
    lxw_error error = LXW_NO_ERROR;
    for (uint32_t c = 0; t && c < t->column_count && error == LXW_NO_ERROR; c++)
        error = worksheet_set_column(b->sheet, (lxw_col_t)c, (lxw_col_t)c,
                                     column_width(t, c, b->paper->options.lang), NULL);
    return error;
}

static lxw_error put_table(struct book *b, const struct paper_block *t)
{
    lxw_error error = LXW_NO_ERROR;
    for (uint32_t c = 0; c < t->column_count && error == LXW_NO_ERROR; c++)
        error = put_text(b, c, str_from(t->columns[c].title[b->paper->options.lang]),
                         b->formats[FORMAT_HEAD]);
    for (size_t r = 0; r < t->row_count; r++) {
        b->row++;
        for (uint32_t c = 0; c < t->column_count && error == LXW_NO_ERROR; c++)
            error = put_cell(b, c, &t->rows[r].cells[c], t->rows[r].total);
    }
    return error;
}

static lxw_error put_block(struct book *b, const struct paper_block *block)
{
    if (block->kind == PAPER_TABLE) return put_table(b, block);
    lxw_format *format = block->kind == PAPER_TITLE     ? b->formats[FORMAT_TITLE]
                         : block->kind == PAPER_HEADING ? b->formats[FORMAT_HEADING]
                                                        : NULL;
    return put_text(b, 0, block->text, format);
}

/* Its date as the date of making; noon, so that it is the same day in most time zones. */
static lxw_error set_properties(const struct book *b)
{
    lxw_doc_properties properties = {.created = (time_t)b->paper->options.date * DAY_S + DAY_S / 2};
    return workbook_set_properties(b->workbook, &properties);
}

enum status paper_workbook(const struct paper *p, const char *path)
{
    struct book b = {.paper = p, .workbook = workbook_new(path)};
    if (!b.workbook) return ERR_IO;
    b.sheet = workbook_add_worksheet(b.workbook, SHEET_NAME);
    make_formats(&b);
    lxw_error error = set_properties(&b);
    if (error == LXW_NO_ERROR) error = set_widths(&b);
    for (size_t i = 0; i < p->count && error == LXW_NO_ERROR; i++) {
        if (p->blocks[i].kind != PAPER_TEXT && i) b.row++;
        error = put_block(&b, &p->blocks[i]);
        b.row++;
    }
    lxw_error closed = workbook_close(b.workbook);
    return error == LXW_NO_ERROR && closed == LXW_NO_ERROR ? OK : ERR_IO;
}
