/* heqi print: the agreement as a contract. */
#include "cli/figures.h"
#include "cli/outfile.h"
#include "cli/papers.h"
#include "report/contract.h"

/* ---- JSON ---- */

static void open_in(struct json_out *j, const char *key, enum json_out_kind kind)
{
    json_out_key(j, key);
    json_out_open(j, kind);
}

static void json_rows(struct json_out *j, const struct paper_block *b)
{
    for (size_t r = 0; r < b->row_count; r++) {
        json_out_open(j, JSON_OUT_ARRAY);
        for (uint32_t c = 0; c < b->column_count; c++) json_out_string(j, b->rows[r].cells[c].text);
        json_out_close(j);
    }
}

static void json_block(struct json_out *j, const struct paper_block *b, enum language lang)
{
    json_out_open(j, JSON_OUT_OBJECT);
    if (b->kind == PAPER_TABLE) {
        open_in(j, "columns", JSON_OUT_ARRAY);
        for (uint32_t c = 0; c < b->column_count; c++)
            json_out_string(j, str_from(b->columns[c].title[lang]));
        json_out_close(j);
        open_in(j, "rows", JSON_OUT_ARRAY);
        json_rows(j, b);
        json_out_close(j);
    } else {
        if (b->kind == PAPER_ITEM) json_out_member(j, "number", b->label);
        if (b->kind == PAPER_ITEM) json_out_member_int(j, "level", b->level);
        if (b->kind == PAPER_NOTE) json_out_member_bool(j, "note", true);
        json_out_member(j, "text", b->text);
    }
    json_out_close(j);
}

static void open_titled(struct json_out *j, struct str title, const char *list)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "title", title);
    open_in(j, list, JSON_OUT_ARRAY);
}

static void close_down_to(struct json_out *j, uint32_t depth)
{
    while (j->depth > depth) json_out_close(j);
}

#define IN_PART 2u /* levels open inside a part, and inside an article of it */
#define IN_ARTICLE 4u

/* Parts hold articles, articles hold clauses; what stands in no article is in one without title.
 * Title and digest, which stand before the first part, have members of their own. */
static void json_parts(struct json_out *j, const struct paper *p)
{
    uint32_t base = j->depth;
    for (size_t i = 0; i < p->count; i++) {
        const struct paper_block *b = &p->blocks[i];
        if (b->kind == PAPER_PART) {
            close_down_to(j, base);
            open_titled(j, b->text, "articles");
        } else if (j->depth == base || b->kind == PAPER_PAGE) {
            continue;
        } else if (b->kind == PAPER_HEADING) {
            close_down_to(j, base + IN_PART);
            open_titled(j, b->text, "clauses");
        } else {
            if (j->depth == base + IN_PART) open_titled(j, STR(""), "clauses");
            CHECK(j->depth == base + IN_ARTICLE);
            json_block(j, b, p->options.lang);
        }
    }
    close_down_to(j, base);
}

static void write_json(struct run *run, const struct pact *pact, const struct paper *paper,
                       const char *digest)
{
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "alliance", pact_word(pact, pact->name));
    json_out_member(&j, "digest", str_from(digest));
    json_out_member(&j, "lang", run->lang == LANG_ZH ? STR("zh") : STR("en"));
    open_in(&j, "parts", JSON_OUT_ARRAY);
    json_parts(&j, paper);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

/* ---- files ---- */

static enum exit_code write_paper(struct run *run, const struct paper *paper)
{
    const char *pdf = run->request->values[OPTION_PDF], *html = run->request->values[OPTION_HTML];
    enum exit_code code = EXIT_CLEAN;
    if (pdf) code = papers_write_pdf(run, paper, pdf);
    if (html && code == EXIT_CLEAN)
        code = papers_written(run, html, outfile_write(run->arena, html, paper_html(paper)));
    if (!pdf && !html) print(paper_markdown(paper));
    return code;
}

/* ---- the command ---- */

enum exit_code command_print(struct run *run)
{
    const struct pact *pact;
    struct contract_request request = {.lang = run->lang};
    if (!figures_date(run, OPTION_AT, &request.at)) return EXIT_USAGE;
    if (request.at == DATE_NONE) request.at = PACT_LATEST;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    run_show(run, SEVERITY_WARNING);
    struct paper paper;
    char digest[SHA256_HEX_BYTES];
    contract_paper(&paper, run->arena, pact, request);
    contract_digest(digest, run->arena, pact, request.at);
    if (!run->json) return write_paper(run, &paper);
    write_json(run, pact, &paper, digest);
    return EXIT_CLEAN;
}
