/* heqi settle: who gets and bears what. */
#include "cli/figures.h"
#include "cli/json.h"
#include "report/settlement.h"

/* ---- JSON ---- */

static void json_amount(struct json_out *j, struct run *run, const char *key, int64_t minor,
                        unsigned digits)
{
    json_out_member(j, key, amount_plain(run->arena, minor, digits));
}

static void json_party(struct json_out *j, struct run *run, const struct pact *p,
                       const struct figures *x)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_amount(j, run, "called", x->called, p->digits);
    json_amount(j, run, "received", x->received, p->digits);
    json_amount(j, run, "borne", x->borne, p->digits);
    json_amount(j, run, "charges", x->charges, p->digits);
    json_amount(j, run, "paid_in", x->paid_in, p->digits);
    json_amount(j, run, "paid_out", x->paid_out, p->digits);
    json_amount(j, run, "set_off", x->set_off, p->digits);
    json_amount(j, run, "due", figures_due(x), p->digits);
    json_amount(j, run, "owes", figures_owes(x), p->digits);
    json_out_close(j);
}

static void json_head(struct json_out *j, const struct pact *p, date_t until)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, until);
    json_out_member(j, "alliance", pact_word(p, p->name));
    json_out_member(j, "currency", currency_name(p));
    json_out_member(j, "until", str_from(date));
    json_out_member(j, "rounding",
                    p->rounding == ROUNDING_PER_SPLIT ? STR("per split") : STR("cumulative 1"));
}

static void json_figures(struct json_out *j, struct run *run, const struct settlement *s)
{
    const struct pact *p = s->fold.pact;
    const struct state *state = s->fold.state;
    json_out_key(j, "parties");
    json_out_open(j, JSON_OUT_OBJECT);
    for (size_t i = 0; i < p->party_count; i++) {
        json_out_key_text(j, pact_word(p, p->parties[i].word));
        json_party(j, run, p, &state->parties[i].figures);
    }
    json_out_close(j);
    json_out_key(j, "funds");
    json_out_open(j, JSON_OUT_OBJECT);
    for (size_t i = 0; i < p->fund_count; i++) {
        json_out_key_text(j, pact_word(p, p->funds[i].word));
        json_out_string(j, amount_plain(run->arena, state->funds[i].balance_minor, p->digits));
    }
    json_out_close(j);
    json_amount(j, run, "unshared", state->unshared_minor, p->digits);
    json_amount(j, run, "uncovered", state->uncovered_minor, p->digits);
}

static struct str exact_text(struct arena *a, const struct line *l)
{
    if (l->exact) return rat_text(a, l->exact);
    return str_format(a, "%lld", (long long)l->amount_minor);
}

struct line_writer {
    struct run *run;
    struct lines_cursor cursor;
    struct json_out *json; /* NULL: text */
    struct arena scratch;  /* of one line */
};

static void json_line(struct line_writer *w, const struct fold *f, const struct line *l)
{
    struct arena *a = &w->scratch;
    struct json_out *j = w->json;
    char date[DATE_TEXT_BYTES];
    date_format(date, l->date);
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member_int(j, "line", l->number);
    json_out_key(j, "entry");
    if (l->entry == INDEX_NONE)
        json_out_null(j);
    else
        json_out_int(j, (int64_t)l->entry + 1);
    json_out_member(j, "date", str_from(date));
    json_out_member(j, "clause", clause_name(a, l->term));
    json_out_member(j, "tier", l->tier ? l->tier->path : STR(""));
    json_out_member(j, "scope", scope_name(f->pact, l->scope));
    json_out_member(j, "to", line_to_name(a, f->pact, l->to, l->index));
    json_out_member(j, "exact", exact_text(a, l));
    json_out_member(j, "amount", amount_plain(a, l->amount_minor, f->pact->digits));
    json_out_member(j, "kind", str_from(line_kind_name(l->kind)));
    json_out_member(j, "figure", str_from(figure_name(l->figure)));
    json_out_close(j);
}

static void write_line(void *context, struct fold *f, const struct line *l)
{
    struct line_writer *w = context;
    if (w->json)
        json_line(w, f, l);
    else
        print(report_line(&w->scratch, f, l, &w->cursor, w->run->lang));
    arena_clear(&w->scratch);
}

/* ---- the command ---- */

/* With --lines the settlement runs twice: an error found on the way must leave nothing on standard
 * output, and the lines are not kept. */
static void write_lines(struct run *run, const struct pact *pact, date_t until,
                        struct json_out *json)
{
    struct line_writer w = {.run = run, .json = json};
    struct settlement s;
    arena_init(&w.scratch);
    struct fold_options options = {
        .until = until, .lines = true, .sink = {.context = &w, .line = write_line}};
    bool ok = settle_run(&s, run->arena, pact, &run->diags, options);
    CHECK(ok);
    arena_release(&w.scratch);
}

static void write_json(struct run *run, const struct pact *pact, const struct settlement *s)
{
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_head(&j, pact, s->until);
    json_figures(&j, run, s);
    if (request_has(run->request, OPTION_LINES)) {
        json_out_key(&j, "lines");
        json_out_open(&j, JSON_OUT_ARRAY);
        write_lines(run, pact, s->until, &j);
        json_out_close(&j);
    }
    json_out_close(&j);
    json_out_end(&j);
}

enum exit_code command_settle(struct run *run)
{
    const struct pact *pact;
    date_t until;
    struct settlement s;
    if (!figures_date(run, OPTION_UNTIL, &until)) return EXIT_USAGE;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    if (!settle_run(&s, run->arena, pact, &run->diags, (struct fold_options){.until = until}))
        return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (run->json) {
        write_json(run, pact, &s);
        return EXIT_CLEAN;
    }
    print(report_settlement(run->arena, &s, run->lang));
    if (request_has(run->request, OPTION_LINES)) {
        print(STR("\n"));
        print(report_lines_head(run->arena, pact, run->lang));
        write_lines(run, pact, s.until, NULL);
    }
    return EXIT_CLEAN;
}
