/* A paper as one page of HTML. Its look is in the page itself: for a narrow screen, for dark ones,
 * and for paper, on which the foot stands on every page. */
#include "report/paper.h"

#include "report/writer.h"

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--line:#d1d9e0;--page:#fff;"
    "--mark:#f6f8fa}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#9aa4af;--line:#3a424c;"
    "--page:#14171b;--mark:#1e2329}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.7 Georgia,"
    "\"Noto Serif\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",\"Songti SC\",SimSun,serif;"
    "overflow-wrap:anywhere}\n"
    ":lang(en){font-feature-settings:\"pwid\"}\n"
    "main{max-width:46rem;margin:0 auto;padding:3rem 1.25rem 4rem}\n"
    "h1{font-size:1.75rem;line-height:1.3;text-align:center;margin:0 0 1.5rem;text-wrap:balance}\n"
    "h2{font-size:1.3rem;line-height:1.4;margin:3rem 0 1rem;padding-bottom:.35rem;"
    "border-bottom:1px solid var(--line)}\n"
    "h3{font-size:1.0625rem;margin:1.75rem 0 .5rem}\n"
    "p{margin:.6rem 0}\n"
    ".item{display:grid;grid-template-columns:minmax(3rem,max-content) "
    "1fr;column-gap:.5rem;margin:.5rem 0}\n"
    ".item p{margin:0}\n"
    ".label{color:var(--soft);white-space:nowrap;font-variant-numeric:tabular-nums}\n"
    ".l1{margin-left:3.25rem}.l2{margin-left:6.25rem}.l3{margin-left:9.25rem}\n"
    ".note{margin:.75rem 0;padding:.5rem .9rem;border-left:3px solid var(--line);"
    "background:var(--mark);color:var(--soft);font-size:.9rem}\n"
    ".scroll{overflow-x:auto;margin:1rem 0}\n"
    "table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}\n"
    "th,td{overflow-wrap:normal;text-align:left;vertical-align:top;padding:.4rem "
    ".6rem;border-bottom:1px solid "
    "var(--line)}\n"
    "th{font-weight:600;border-bottom-width:2px;white-space:nowrap}\n"
    ".num{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".roomy td{height:6.5rem}\n"
    "footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:.75rem;"
    "color:var(--soft);font-size:.75rem}\n"
    "@media(max-width:34rem){body{font-size:1rem}main{padding-top:1.5rem}h1{font-size:1.35rem}"
    ".item{grid-template-columns:minmax(2.5rem,max-content) "
    "1fr}.l1{margin-left:.9rem}.l2{margin-left:1.8rem}"
    ".l3{margin-left:2.7rem}}\n"
    "@media print{:root{--ink:#000;--soft:#333;--line:#999;--page:#fff;--mark:#fff}"
    "body{font-size:10.5pt;line-height:1.55}main{max-width:none;padding:0}h2,h3{break-after:avoid}"
    ".item,tr,.note{break-inside:avoid}.page{break-before:page}.scroll{overflow:visible}}\n";

/* Text between tags: none of it can become a tag, an entity or an attribute. */
static void put_text(struct writer *w, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        switch (s.ptr[i]) {
        case '&': writer_put(w, STR("&amp;")); break;
        case '<': writer_put(w, STR("&lt;")); break;
        case '>': writer_put(w, STR("&gt;")); break;
        case '"': writer_put(w, STR("&quot;")); break;
        case '\'': writer_put(w, STR("&#39;")); break;
        case '\n': writer_put(w, STR("<br>")); break;
        default: writer_put(w, str_slice(s, i, i + 1)); break;
        }
    }
}

/* A string of CSS: whatever could end it, or the style around it, by its number. */
static void put_css_string(struct writer *w, struct arena *arena, struct str s)
{
    writer_put(w, STR("\""));
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bool plain = c >= 0x80 || c == ' ' || c == '-' || (c >= '0' && c <= ':') ||
                     (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        writer_put(w, plain ? str_slice(s, i, i + 1) : str_format(arena, "\\%x ", c));
    }
    writer_put(w, STR("\""));
}

/* What stands on every page of paper, where the browser prints margins. */
static void put_page_margins(struct writer *w, const struct paper *p)
{
    static const char *const look = ";font-size:7pt;color:#333}";
    writer_put(w, STR("@page{size:A4;margin:20mm 20mm 22mm"));
    if (p->options.foot.len) {
        writer_put(w, STR(";@bottom-left{content:"));
        put_css_string(w, p->arena, p->options.foot);
        writer_put(w, str_from(look));
    }
    writer_put(w, STR("@bottom-right{content:counter(page) \" / \" counter(pages)"));
    writer_put(w, str_from(look));
    writer_put(w, STR("}\n"));
}

static void put_around(struct writer *w, const char *open, struct str text, const char *close)
{
    writer_put(w, str_from(open));
    put_text(w, text);
    writer_put(w, str_from(close));
}

#define LEVEL_MAX 3u

static void put_item(struct writer *w, const struct paper_block *b)
{
    if (!b->label.len) {
        put_around(w, "<p>", b->text, "</p>\n");
        return;
    }
    static const char *const open[LEVEL_MAX + 1] = {
        "<div class=\"item\">", "<div class=\"item l1\">", "<div class=\"item l2\">",
        "<div class=\"item l3\">"};
    writer_put(w, str_from(open[b->level < LEVEL_MAX ? b->level : LEVEL_MAX]));
    put_around(w, "<span class=\"label\">", b->label, "</span>");
    put_around(w, "<p>", b->text, "</p></div>\n");
}

static void put_cell(struct writer *w, const char *tag, bool right, struct str text)
{
    writer_put(w, STR("<"));
    writer_put(w, str_from(tag));
    if (right) writer_put(w, STR(" class=\"num\""));
    writer_put(w, STR(">"));
    put_text(w, text);
    writer_put(w, STR("</"));
    writer_put(w, str_from(tag));
    writer_put(w, STR(">"));
}

static void put_table(struct writer *w, const struct paper_block *b, enum language lang)
{
    writer_put(w, b->roomy ? STR("<div class=\"scroll roomy\"><table>\n<thead><tr>")
                           : STR("<div class=\"scroll\"><table>\n<thead><tr>"));
    for (uint32_t c = 0; c < b->column_count; c++)
        put_cell(w, "th", b->columns[c].right, str_from(b->columns[c].title[lang]));
    writer_put(w, STR("</tr></thead>\n<tbody>\n"));
    for (size_t r = 0; r < b->row_count; r++) {
        writer_put(w, STR("<tr>"));
        for (uint32_t c = 0; c < b->column_count; c++)
            put_cell(w, "td", b->columns[c].right, b->rows[r].cells[c].text);
        writer_put(w, STR("</tr>\n"));
    }
    writer_put(w, STR("</tbody></table></div>\n"));
}

static void put_block(struct writer *w, const struct paper *p, const struct paper_block *b,
                      bool on_new_page)
{
    switch (b->kind) {
    case PAPER_TITLE: put_around(w, "<h1>", b->text, "</h1>\n"); break;
    case PAPER_PART:
        put_around(w, on_new_page ? "<h2 class=\"page\">" : "<h2>", b->text, "</h2>\n");
        break;
    case PAPER_HEADING: put_around(w, "<h3>", b->text, "</h3>\n"); break;
    case PAPER_TEXT: put_around(w, "<p>", b->text, "</p>\n"); break;
    case PAPER_NOTE: put_around(w, "<p class=\"note\">", b->text, "</p>\n"); break;
    case PAPER_ITEM: put_item(w, b); break;
    case PAPER_TABLE: put_table(w, b, p->options.lang); break;
    case PAPER_PAGE: break;
    }
}

static struct str title_of(const struct paper *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->blocks[i].kind == PAPER_TITLE) return p->blocks[i].text;
    return p->options.head;
}

struct str paper_html(const struct paper *p)
{
    struct writer w = {.arena = p->arena};
    writer_put(&w, p->options.lang == LANG_ZH ? STR("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n")
                                              : STR("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    writer_put(&w, STR("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\">\n"));
    put_around(&w, "<title>", title_of(p), "</title>\n<style>\n");
    writer_put(&w, str_from(style));
    put_page_margins(&w, p);
    writer_put(&w, STR("</style>\n</head>\n<body>\n<main>\n"));
    for (size_t i = 0; i < p->count; i++)
        put_block(&w, p, &p->blocks[i], i > 0 && p->blocks[i - 1].kind == PAPER_PAGE);
    writer_put(&w, STR("</main>\n"));
    if (p->options.foot.len) put_around(&w, "<footer>", p->options.foot, "</footer>\n");
    writer_put(&w, STR("</body>\n</html>\n"));
    return writer_text(&w);
}
