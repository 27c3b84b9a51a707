/* PDF. A page is laid out from top to bottom; whatever does not fit begins the next one. All is
 * laid out twice: once to count the pages, once to draw. */
#include "report/pdf.h"

#include "report/writer.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

/* In points, of which an inch has 72. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 50.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define COLUMN_GAP 8.0
#define WIDE_MIN 60.0 /* what is left to a column whose text is broken */
#define FONT "Noto Serif CJK SC, Noto Serif, serif"
#define COLUMNS_MAX 32u

static const struct {
    double points, above, below;
    bool bold;
} styles[] = {
    [PAPER_TITLE] = {16, 0, 6, true},
    [PAPER_HEADING] = {12, 12, 4, true},
    [PAPER_TEXT] = {9.5, 0, 3, false},
    [PAPER_TABLE] = {8, 4, 2, false},
};

struct page {
    cairo_t *cairo;
    const struct paper *paper;
    double y;
    unsigned number, count; /* count 0: they are being counted */
};

/* ---- text ---- */

static PangoLayout *new_layout(const struct page *page, struct str text, enum paper_kind style,
                               bool bold)
{
    PangoLayout *layout = pango_cairo_create_layout(page->cairo);
    PangoFontDescription *font = pango_font_description_from_string(FONT);
    pango_font_description_set_absolute_size(font, styles[style].points * PANGO_SCALE);
    if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text.ptr, (int)text.len);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_font_description_free(font);
    return layout;
}

static void layout_size(PangoLayout *layout, double *width_out, double *height_out)
{
    int width, height;
    pango_layout_get_size(layout, &width, &height);
    *width_out = (double)width / PANGO_SCALE;
    *height_out = (double)height / PANGO_SCALE;
}

static void draw_layout(const struct page *page, PangoLayout *layout, double x, double y)
{
    if (!page->count) return;
    cairo_move_to(page->cairo, x, y);
    pango_cairo_show_layout(page->cairo, layout);
}

/* ---- pages ---- */

static void draw_footer(const struct page *page)
{
    double width, height;
    struct str text = str_format(page->paper->arena, "%u / %u", page->number, page->count);
    PangoLayout *layout = new_layout(page, text, PAPER_TABLE, false);
    layout_size(layout, &width, &height);
    draw_layout(page, layout, (PAGE_WIDTH - width) / 2, PAGE_HEIGHT - MARGIN + 12);
    g_object_unref(layout);
}

static void end_page(struct page *page)
{
    if (!page->count) return;
    draw_footer(page);
    cairo_show_page(page->cairo);
}

/* Begins a new page where so much does not fit on this one. Returns whether it did. */
static bool make_room(struct page *page, double height)
{
    if (page->y + height <= PAGE_HEIGHT - MARGIN || page->y <= MARGIN) return false;
    end_page(page);
    page->number++;
    page->y = MARGIN;
    return true;
}

/* ---- paragraphs ---- */

static void put_paragraph(struct page *page, const struct paper_block *b)
{
    double width, height;
    PangoLayout *layout = new_layout(page, b->text, b->kind, styles[b->kind].bold);
    pango_layout_set_width(layout, (int)(TEXT_WIDTH * PANGO_SCALE));
    layout_size(layout, &width, &height);
    page->y += styles[b->kind].above;
    /* A heading does not stand alone at the foot of a page. */
    (void)make_room(page, height + (b->kind == PAPER_HEADING ? 40 : 0));
    draw_layout(page, layout, MARGIN, page->y);
    page->y += height + styles[b->kind].below;
    g_object_unref(layout);
}

/* ---- tables ---- */

struct grid {
    const struct paper_block *block;
    double widths[COLUMNS_MAX];
};

static struct str title_of(const struct page *page, const struct grid *g, uint32_t column)
{
    return str_from(g->block->columns[column].title[page->paper->options.lang]);
}

/* `row` NULL: the head. */
static struct str cell_text(const struct page *page, const struct grid *g,
                            const struct paper_row *row, uint32_t column)
{
    return row ? row->cells[column].text : title_of(page, g, column);
}

static double text_width(const struct page *page, struct str text, bool bold)
{
    double width, height;
    PangoLayout *layout = new_layout(page, text, PAPER_TABLE, bold);
    layout_size(layout, &width, &height);
    g_object_unref(layout);
    return width;
}

static double natural_width(const struct page *page, const struct grid *g, uint32_t column)
{
    double widest = text_width(page, title_of(page, g, column), true);
    for (size_t r = 0; r < g->block->row_count; r++) {
        const struct paper_row *row = &g->block->rows[r];
        double width = text_width(page, row->cells[column].text, row->total);
        if (width > widest) widest = width;
    }
    return widest + 1;
}

/* Columns as wide as what they hold; where that is too wide for the page, those whose text may be
 * broken share what the others leave. */
static void measure_columns(const struct page *page, struct grid *g)
{
    double all = 0, wide = 0;
    CHECK(g->block->column_count <= COLUMNS_MAX);
    for (uint32_t c = 0; c < g->block->column_count; c++) {
        g->widths[c] = natural_width(page, g, c);
        all += g->widths[c] + (c ? COLUMN_GAP : 0);
        if (g->block->columns[c].wide) wide += g->widths[c];
    }
    if (all <= TEXT_WIDTH || wide <= 0) return;
    double room = TEXT_WIDTH - (all - wide);
    for (uint32_t c = 0; c < g->block->column_count; c++) {
        if (!g->block->columns[c].wide) continue;
        g->widths[c] = room * (g->widths[c] / wide);
        if (g->widths[c] < WIDE_MIN) g->widths[c] = WIDE_MIN;
    }
}

static PangoLayout *cell_layout(const struct page *page, const struct grid *g,
                                const struct paper_row *row, uint32_t column)
{
    bool bold = !row || row->total;
    PangoLayout *layout = new_layout(page, cell_text(page, g, row, column), PAPER_TABLE, bold);
    pango_layout_set_width(layout, (int)(g->widths[column] * PANGO_SCALE));
    if (g->block->columns[column].right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    return layout;
}

static double row_height(const struct page *page, const struct grid *g, const struct paper_row *row)
{
    double highest = 0;
    for (uint32_t c = 0; c < g->block->column_count; c++) {
        double width, height;
        PangoLayout *layout = cell_layout(page, g, row, c);
        layout_size(layout, &width, &height);
        if (height > highest) highest = height;
        g_object_unref(layout);
    }
    return highest + styles[PAPER_TABLE].below;
}

static void draw_rule(const struct page *page)
{
    if (!page->count) return;
    cairo_set_line_width(page->cairo, 0.5);
    cairo_move_to(page->cairo, MARGIN, page->y);
    cairo_line_to(page->cairo, PAGE_WIDTH - MARGIN, page->y);
    cairo_stroke(page->cairo);
}

static void draw_row(struct page *page, const struct grid *g, const struct paper_row *row,
                     double height)
{
    double x = MARGIN;
    for (uint32_t c = 0; c < g->block->column_count; c++) {
        PangoLayout *layout = cell_layout(page, g, row, c);
        draw_layout(page, layout, x, page->y);
        g_object_unref(layout);
        x += g->widths[c] + COLUMN_GAP;
    }
    page->y += height;
}

static void put_head(struct page *page, const struct grid *g)
{
    draw_row(page, g, NULL, row_height(page, g, NULL));
    draw_rule(page);
    page->y += styles[PAPER_TABLE].below;
}

static void put_table(struct page *page, const struct paper_block *b)
{
    struct grid g = {.block = b};
    page->y += styles[PAPER_TABLE].above;
    measure_columns(page, &g);
    (void)make_room(page, 3 * row_height(page, &g, NULL));
    put_head(page, &g);
    for (size_t r = 0; r < b->row_count; r++) {
        double height = row_height(page, &g, &b->rows[r]);
        if (make_room(page, height)) put_head(page, &g);
        if (b->rows[r].total && r) draw_rule(page);
        draw_row(page, &g, &b->rows[r], height);
    }
    page->y += styles[PAPER_TABLE].above;
}

/* ---- the document ---- */

static unsigned put_all(struct page *page)
{
    page->y = MARGIN;
    page->number = 1;
    for (size_t i = 0; i < page->paper->count; i++) {
        const struct paper_block *b = &page->paper->blocks[i];
        if (b->kind == PAPER_TABLE)
            put_table(page, b);
        else
            put_paragraph(page, b);
    }
    end_page(page);
    return page->number;
}

static cairo_status_t take_bytes(void *context, const unsigned char *bytes, unsigned count)
{
    writer_put(context, (struct str){(const char *)bytes, count});
    return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t *surface, const struct paper *p)
{
    char day[DATE_TEXT_BYTES];
    date_format(day, p->options.date);
    struct str stamp = str_format(p->arena, "%sT00:00:00Z", day);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp.ptr);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "heqi");
    for (size_t i = 0; i < p->count; i++) {
        if (p->blocks[i].kind != PAPER_TITLE) continue;
        struct str title = str_copy(p->arena, p->blocks[i].text);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.ptr);
        break;
    }
}

enum status paper_pdf(struct str *out, const struct paper *p)
{
    struct writer bytes = {.arena = p->arena};
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(take_bytes, &bytes, PAGE_WIDTH, PAGE_HEIGHT);
    set_metadata(surface, p);
    struct page page = {.cairo = cairo_create(surface), .paper = p};
    page.count = put_all(&page);
    (void)put_all(&page);
    cairo_status_t drawn = cairo_status(page.cairo);
    cairo_destroy(page.cairo);
    cairo_surface_finish(surface);
    cairo_status_t written = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS) return ERR_IO;
    *out = writer_text(&bytes);
    return OK;
}
