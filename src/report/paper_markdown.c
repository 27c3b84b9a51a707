/* A paper as Markdown: CommonMark, with the tables that GitHub and pandoc know. */
#include "report/paper.h"

#include "report/writer.h"

#include <string.h>

/* Letters that begin markup are written behind a backslash; a line break inside a table's cell as
 * HTML, the only markup that is used for it. */
static void put_text(struct writer *w, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '\n') {
            writer_put(w, STR("<br>"));
            continue;
        }
        if (strchr("\\`*_[]<>#|~&!", c)) writer_put(w, STR("\\"));
        writer_put(w, str_slice(s, i, i + 1));
    }
}

/* A paragraph that begins like a list or a heading is none. */
static void put_paragraph(struct writer *w, struct str s)
{
    size_t digits = 0;
    while (digits < s.len && s.ptr[digits] >= '0' && s.ptr[digits] <= '9') digits++;
    bool numbered = digits && digits < s.len && strchr(".)", s.ptr[digits]);
    if (numbered) writer_put(w, str_slice(s, 0, digits));
    bool marked = numbered || (s.len && strchr("+-=", s.ptr[0]));
    if (marked) writer_put(w, STR("\\"));
    put_text(w, numbered ? str_slice(s, digits, s.len) : s);
    writer_put(w, STR("\n"));
}

static void put_item(struct writer *w, const struct paper_block *b)
{
    if (b->level == 0) {
        if (b->label.len) {
            writer_put(w, STR("**"));
            put_text(w, b->label);
            writer_put(w, STR("** "));
            put_text(w, b->text);
            writer_put(w, STR("\n"));
        } else {
            put_paragraph(w, b->text);
        }
        return;
    }
    writer_fill(w, ' ', 2 * (size_t)(b->level - 1));
    writer_put(w, STR("- "));
    put_text(w, b->label);
    writer_put(w, STR(" "));
    put_text(w, b->text);
    writer_put(w, STR("\n"));
}

static void put_row(struct writer *w, const struct paper_block *b, const struct paper_row *row,
                    enum language lang)
{
    for (uint32_t c = 0; c < b->column_count; c++) {
        writer_put(w, STR("| "));
        put_text(w, row ? row->cells[c].text : str_from(b->columns[c].title[lang]));
        writer_put(w, STR(" "));
    }
    writer_put(w, STR("|\n"));
}

static void put_table(struct writer *w, const struct paper_block *b, enum language lang)
{
    put_row(w, b, NULL, lang);
    for (uint32_t c = 0; c < b->column_count; c++)
        writer_put(w, b->columns[c].right ? STR("|--:") : STR("|:--"));
    writer_put(w, STR("|\n"));
    for (size_t r = 0; r < b->row_count; r++) put_row(w, b, &b->rows[r], lang);
}

static void put_block(struct writer *w, const struct paper *p, const struct paper_block *b)
{
    static const char *const marks[] = {
        [PAPER_TITLE] = "# ", [PAPER_PART] = "## ", [PAPER_HEADING] = "### ", [PAPER_NOTE] = "> "};
    switch (b->kind) {
    case PAPER_TITLE:
    case PAPER_PART:
    case PAPER_HEADING:
    case PAPER_NOTE:
        writer_put(w, str_from(marks[b->kind]));
        put_text(w, b->text);
        writer_put(w, STR("\n"));
        break;
    case PAPER_TEXT: put_paragraph(w, b->text); break;
    case PAPER_ITEM: put_item(w, b); break;
    case PAPER_PAGE: writer_put(w, STR("---\n")); break;
    case PAPER_TABLE: put_table(w, b, p->options.lang); break;
    }
}

/* Items of a list stand close together; all else has a blank line before it. */
static bool is_close(const struct paper_block *before, const struct paper_block *b)
{
    return b->kind == PAPER_ITEM && b->level > 0 && before->kind == PAPER_ITEM && before->level > 0;
}

struct str paper_markdown(const struct paper *p)
{
    struct writer w = {.arena = p->arena};
    for (size_t i = 0; i < p->count; i++) {
        if (i && !is_close(&p->blocks[i - 1], &p->blocks[i])) writer_put(&w, STR("\n"));
        put_block(&w, p, &p->blocks[i]);
    }
    if (p->options.foot.len) {
        writer_put(&w, STR("\n---\n\n"));
        put_paragraph(&w, p->options.foot);
    }
    return writer_text(&w);
}
