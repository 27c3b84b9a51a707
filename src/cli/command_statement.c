/* heqi statement: what concerns one member, from an opening to a closing balance. */
#include "cli/figures.h"
#include "cli/json.h"
#include "cli/outfile.h"
#include "cli/papers.h"
#include "report/names.h"
#include "report/statement.h"
#include "report/workbook.h"

#include <errno.h>

/* ---- JSON ---- */

struct json_view {
    struct run *run;
    struct json_out *json;
    const struct member_statement *s;
};

static void json_amount(const struct json_view *v, const char *key, int64_t minor)
{
    json_out_member(v->json, key, amount_plain(v->run->arena, minor, v->s->pact->digits));
}

static void json_date(const struct json_view *v, const char *key, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    json_out_member(v->json, key, str_from(text));
}

static void json_entry(const struct json_view *v, uint32_t entry)
{
    json_out_key(v->json, "entry");
    if (entry == INDEX_NONE)
        json_out_null(v->json);
    else
        json_out_int(v->json, (int64_t)entry + 1);
}

static void json_balance(const struct json_view *v, const char *key, const struct figures *x)
{
    struct statement_balance b = statement_balance(x);
    json_out_key(v->json, key);
    json_out_open(v->json, JSON_OUT_OBJECT);
    json_amount(v, "due", b.due);
    json_amount(v, "owes", b.owes);
    json_out_close(v->json);
}

static void json_line(const struct json_view *v, const struct statement_line *l)
{
    json_out_open(v->json, JSON_OUT_OBJECT);
    json_out_member_int(v->json, "line", l->number);
    json_entry(v, l->entry);
    json_date(v, "date", l->date);
    json_out_member(v->json, "clause", clause_name(v->run->arena, l->term));
    json_out_member(v->json, "kind", str_from(line_kind_name(l->kind)));
    json_out_member(v->json, "figure", str_from(figure_name(l->figure)));
    json_amount(v, "amount", l->amount_minor);
    if (l->exact.len) json_out_member(v->json, "exact", l->exact);
    json_out_close(v->json);
}

static void json_lines(const struct json_view *v)
{
    json_out_key(v->json, "lines");
    json_out_open(v->json, JSON_OUT_ARRAY);
    for (size_t i = 0; i < v->s->line_count; i++) json_line(v, &v->s->lines[i]);
    json_out_close(v->json);
}

static void json_debts(const struct json_view *v)
{
    json_out_key(v->json, "open");
    json_out_open(v->json, JSON_OUT_ARRAY);
    for (size_t i = 0; i < v->s->debt_count; i++) {
        const struct statement_debt *d = &v->s->debts[i];
        json_out_open(v->json, JSON_OUT_OBJECT);
        json_date(v, "payable_by", d->due);
        json_out_member(v->json, "for",
                        choice_text(v->run->arena, v->s->pact->doc->g, SET_NATURE,
                                    (uint32_t)d->nature, LANG_EN));
        json_amount(v, "amount", d->open_minor);
        json_out_close(v->json);
    }
    json_out_close(v->json);
}

static void json_disputes(const struct json_view *v)
{
    json_out_key(v->json, "disputed");
    json_out_open(v->json, JSON_OUT_ARRAY);
    for (size_t i = 0; i < v->s->dispute_count; i++) {
        const struct entry *e = document_entry(v->s->pact->doc, v->s->disputes[i]);
        json_out_open(v->json, JSON_OUT_OBJECT);
        json_entry(v, v->s->disputes[i]);
        json_date(v, "date", e->date);
        json_date(v, "settlement", e->due);
        json_out_close(v->json);
    }
    json_out_close(v->json);
}

static void write_json(struct run *run, const struct member_statement *s)
{
    struct json_out j;
    struct json_view v = {.run = run, .json = &j, .s = s};
    date_t from = s->request.from == DATE_NONE ? s->pact->founded : s->request.from;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "alliance", pact_word(s->pact, s->pact->name));
    json_out_member(&j, "party", pact_word(s->pact, s->pact->parties[s->request.party].word));
    json_out_member(&j, "currency", currency_name(s->pact));
    json_date(&v, "from", from);
    json_date(&v, "until", s->request.until);
    json_balance(&v, "opening", &s->opening);
    json_lines(&v);
    json_balance(&v, "closing", &s->closing);
    json_debts(&v);
    json_out_member(&j, "rounded", rat_text(run->arena, s->rounded));
    json_disputes(&v);
    json_out_close(&j);
    json_out_end(&j);
}

/* ---- files ---- */

static enum exit_code write_workbook(struct run *run, const struct paper *paper, const char *path)
{
    struct str part = outfile_part(run->arena, path);
    if (paper_workbook(paper, part.ptr) == OK)
        return papers_written(run, path, outfile_keep(part, path));
    outfile_drop(part);
    return papers_written(run, path, errno ? errno : EIO);
}

static enum exit_code write_paper(struct run *run, const struct paper *paper)
{
    const char *const *values = run->request->values;
    enum exit_code code = EXIT_CLEAN;
    if (values[OPTION_PDF]) code = papers_write_pdf(run, paper, values[OPTION_PDF]);
    if (values[OPTION_XLSX] && code == EXIT_CLEAN)
        code = write_workbook(run, paper, values[OPTION_XLSX]);
    if (values[OPTION_CSV] && code == EXIT_CLEAN)
        code = papers_written(run, values[OPTION_CSV],
                              outfile_write(run->arena, values[OPTION_CSV], paper_csv(paper)));
    bool written = values[OPTION_PDF] || values[OPTION_XLSX] || values[OPTION_CSV];
    if (!written) print(paper_text(paper));
    return code;
}

/* ---- the command ---- */

static bool read_party(struct run *run, const struct pact *p, uint32_t *out)
{
    struct str name = str_from(run->request->values[OPTION_PARTY]);
    *out = pact_find_name(p, THING_PARTY, name);
    if (*out == INDEX_NONE) complain(run->arena, TEXT_NO_MEMBER, run->lang, name, STR(""));
    return *out != INDEX_NONE;
}

static bool period_is_good(struct run *run, const struct statement_request *request)
{
    if (request->from == DATE_NONE || request->until == DATE_NONE) return true;
    if (request->from <= request->until) return true;
    complain(run->arena, TEXT_PERIOD_ENDS_FIRST, run->lang,
             str_from(run->request->values[OPTION_FROM]),
             str_from(run->request->values[OPTION_UNTIL]));
    return false;
}

enum exit_code command_statement(struct run *run)
{
    const struct pact *pact;
    struct member_statement s;
    struct statement_request request = {0};
    if (!figures_date(run, OPTION_FROM, &request.from) ||
        !figures_date(run, OPTION_UNTIL, &request.until) || !period_is_good(run, &request))
        return EXIT_USAGE;
    if (!request_has(run->request, OPTION_PARTY)) {
        complain(run->arena, TEXT_NEED_PARTY, run->lang, STR(""), STR(""));
        return EXIT_USAGE;
    }
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    if (!read_party(run, pact, &request.party)) return EXIT_USAGE;
    if (!statement_make(&s, run->arena, pact, &run->diags, request)) return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (run->json) {
        write_json(run, &s);
        return EXIT_CLEAN;
    }
    struct paper paper;
    statement_paper(&paper, run->arena, &s, run->lang);
    return write_paper(run, &paper);
}
