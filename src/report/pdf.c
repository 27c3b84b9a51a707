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
#define WIDE_MIN 60.0  /* what is left to a column whose text is broken */
#define ROOMY_MIN 58.0 /* of a row with room for a seal */
#define LABEL_WIDTH 30.0
#define LABEL_GAP 4.0
#define LEVEL_INDENT 26.0
#define NOTE_INDENT 10.0
#define FONT "Noto Serif CJK SC, Noto Serif, serif"
#define COLUMNS_MAX 32u

static const struct {
    double points, above, below;
    bool bold;
} styles[] = {
    [PAPER_TITLE] = {16, 0, 6, true},    [PAPER_PART] = {14, 18, 6, true},
    [PAPER_HEADING] = {12, 12, 4, true}, [PAPER_TEXT] = {9.5, 0, 3, false},
    [PAPER_ITEM] = {9.5, 2, 3, false},   [PAPER_NOTE] = {8, 2, 3, false},
    [PAPER_TABLE] = {8, 4, 2, false},
};

struct page {
    cairo_t *cairo;
    const struct paper *paper;
    double y;
    unsigned number, count; /* count 0: they are being counted */
};

/* ---- text ---- */

/* A font for Chinese has quotes as wide as its letters; English wants the others that it has. */
static void set_narrow_quotes(PangoLayout *layout)
{
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("pwid=1"));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

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
    if (page->paper->options.lang == LANG_EN) set_narrow_quotes(layout);
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

/* A line in the margin; `place`: 0 at the left, 0.5 in the middle, 1 at the right. */
static void draw_margin(const struct page *page, struct str text, double place, double y)
{
    double width, height;
    PangoLayout *layout = new_layout(page, text, PAPER_TABLE, false);
    layout_size(layout, &width, &height);
    draw_layout(page, layout, MARGIN + (TEXT_WIDTH - width) * place, y);
    g_object_unref(layout);
}

static void draw_rule_at(const struct page *page, double y)
{
    if (!page->count) return;
    cairo_set_line_width(page->cairo, 0.5);
    cairo_move_to(page->cairo, MARGIN, y);
    cairo_line_to(page->cairo, PAGE_WIDTH - MARGIN, y);
    cairo_stroke(page->cairo);
}

/* The number of the page, and what stands on every page. */
static void draw_margins(const struct page *page)
{
    const struct paper_options *o = &page->paper->options;
    struct str number = str_format(page->paper->arena, "%u / %u", page->number, page->count);
    if (o->head.len) {
        draw_margin(page, o->head, 0, MARGIN - 24);
        draw_rule_at(page, MARGIN - 10);
    }
    if (o->foot.len) draw_margin(page, o->foot, 0, PAGE_HEIGHT - MARGIN + 12);
    draw_margin(page, number, o->foot.len ? 1 : 0.5, PAGE_HEIGHT - MARGIN + 12);
}

static void end_page(struct page *page)
{
    if (!page->count) return;
    draw_margins(page);
    cairo_show_page(page->cairo);
}

static void begin_page(struct page *page)
{
    end_page(page);
    page->number++;
    page->y = MARGIN;
}

/* Begins a new page where so much does not fit on this one. Returns whether it did. */
static bool make_room(struct page *page, double height)
{
    if (page->y + height <= PAGE_HEIGHT - MARGIN || page->y <= MARGIN) return false;
    begin_page(page);
    return true;
}

/* ---- paragraphs ---- */

/* The lines of a layout, one below the other; what does not fit goes on on the next page. */
static void put_lines(struct page *page, PangoLayout *layout, double x)
{
    PangoLayoutIter *at = pango_layout_get_iter(layout);
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(at, NULL, &box);
        double height = (double)box.height / PANGO_SCALE;
        (void)make_room(page, height);
        if (page->count) {
            int baseline = pango_layout_iter_get_baseline(at) - box.y;
            cairo_move_to(page->cairo, x + (double)box.x / PANGO_SCALE,
                          page->y + (double)baseline / PANGO_SCALE);
            pango_cairo_show_layout_line(page->cairo, pango_layout_iter_get_line_readonly(at));
        }
        page->y += height;
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

/* Where the text of a paragraph begins, behind a label of some width. */
static double left_of(const struct paper_block *b, double label_width)
{
    if (b->kind == PAPER_NOTE) return NOTE_INDENT;
    if (b->kind != PAPER_ITEM || !b->label.len) return 0;
    if (b->level) return LABEL_WIDTH + LEVEL_INDENT * b->level;
    return label_width + LABEL_GAP > LABEL_WIDTH ? label_width + LABEL_GAP : LABEL_WIDTH;
}

/* A heading does not stand alone at the foot of a page, nor one line of a short paragraph. */
static double room_for(const struct paper_block *b, double height)
{
    if (b->kind == PAPER_HEADING || b->kind == PAPER_PART) return height + 40;
    return height < PAGE_HEIGHT / 8 ? height : 0;
}

static void put_paragraph(struct page *page, const struct paper_block *b)
{
    double width, height, label_width;
    PangoLayout *label = new_layout(page, b->label, b->kind, false);
    PangoLayout *layout = new_layout(page, b->text, b->kind, styles[b->kind].bold);
    layout_size(label, &label_width, &height);
    double left = left_of(b, label_width);
    pango_layout_set_width(layout, (int)((TEXT_WIDTH - left) * PANGO_SCALE));
    if (b->kind == PAPER_TITLE && page->paper->options.foot.len)
        pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
    layout_size(layout, &width, &height);
    page->y += styles[b->kind].above;
    (void)make_room(page, room_for(b, height));
    draw_layout(page, label, MARGIN + (b->level ? left - label_width - LABEL_GAP : 0), page->y);
    put_lines(page, layout, MARGIN + left);
    page->y += styles[b->kind].below;
    g_object_unref(label);
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

/* Columns as wide as what they hold; where that is too wide for the page, or the table is to fill
 * it, those whose text may be broken share what the others leave. */
static void measure_columns(const struct page *page, struct grid *g)
{
    double all = 0, wide = 0;
    CHECK(g->block->column_count <= COLUMNS_MAX);
    for (uint32_t c = 0; c < g->block->column_count; c++) {
        g->widths[c] = natural_width(page, g, c);
        all += g->widths[c] + (c ? COLUMN_GAP : 0);
        if (g->block->columns[c].wide) wide += g->widths[c];
    }
    if ((all <= TEXT_WIDTH && !g->block->roomy) || wide <= 0) return;
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
    if (g->block->roomy && row && highest < ROOMY_MIN) highest = ROOMY_MIN;
    return highest + styles[PAPER_TABLE].below;
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
    draw_rule_at(page, page->y);
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
        if ((b->rows[r].total || b->roomy) && r) draw_rule_at(page, page->y);
        if (b->roomy) page->y += styles[PAPER_TABLE].above;
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
        else if (b->kind == PAPER_PAGE)
            begin_page(page);
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
