/* heqi export: the books for other programs. */
#include "cli/figures.h"
#include "cli/json.h"
#include "cli/options.h"
#include "report/export.h"
#include "report/names.h"

struct export_writer {
    struct exporter exporter;
    struct arena scratch;  /* of one transaction */
    struct json_out *json; /* NULL: the format itself */
};

static bool find_format(struct run *run, enum export_format *out)
{
    struct str names[EXPORT_COUNT], name = str_from(run->request->operands[0]);
    for (enum export_format f = 0; f < EXPORT_COUNT; f++) {
        names[f] = str_from(export_format_name(f));
        *out = f;
        if (str_eq(names[f], name)) return true;
    }
    complain_unknown(run->arena, TEXT_NO_FORMAT, run->lang, name, names, EXPORT_COUNT);
    return false;
}

static void write_text(void *context, struct fold *f, const struct posted *p)
{
    struct export_writer *w = context;
    print(export_posted(&w->exporter, &w->scratch, f, p));
    arena_clear(&w->scratch);
}

static void write_json(void *context, struct fold *f, const struct posted *p)
{
    struct export_writer *w = context;
    struct json_out *j = w->json;
    char date[DATE_TEXT_BYTES];
    date_format(date, p->date);
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_key(j, "entry");
    if (p->entry == INDEX_NONE)
        json_out_null(j);
    else
        json_out_int(j, (int64_t)p->entry + 1);
    json_out_member(j, "date", str_from(date));
    json_out_member(j, "text", posted_text(&w->scratch, f, p));
    json_out_key(j, "postings");
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < p->count; i++) {
        const struct posting *o = &p->list[i];
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member(j, "account", export_account(&w->exporter, f->state, o->account, o->index));
        json_out_member(j, "amount", amount_plain(&w->scratch, o->amount_minor, f->pact->digits));
        json_out_close(j);
    }
    json_out_close(j);
    json_out_close(j);
    arena_clear(&w->scratch);
}

/* The second run of the fold, told entry by entry. */
static void write_all(struct run *run, struct fold *f, const struct pact *pact, date_t at,
                      struct export_writer *w)
{
    struct posting_sink sink = {.context = w, .posted = w->json ? write_json : write_text};
    fold_init(f, run->arena, pact, &run->diags,
              (struct fold_options){.until = at, .postings = sink});
    bool ok = fold_run(f);
    CHECK(ok);
}

/* The spelling of each account beside its name in `heqi balance`. */
static void write_accounts(struct run *run, struct export_writer *w, const struct state *s)
{
    json_out_key(w->json, "accounts");
    json_out_open(w->json, JSON_OUT_OBJECT);
    for (enum account account = 0; account < ACCOUNT_COUNT; account++)
        for (uint32_t i = 0; i < s->accounts[account].count; i++) {
            if (!export_has(&w->exporter, account, i)) continue;
            json_out_key_text(w->json, export_account(&w->exporter, s, account, i));
            json_out_string(w->json, state_account_name(run->arena, s, account, i));
        }
    json_out_close(w->json);
}

static void write_document(struct run *run, const struct pact *pact, date_t at,
                           struct export_writer *w)
{
    struct fold f;
    struct json_out j;
    char date[DATE_TEXT_BYTES];
    w->json = &j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "format", str_from(export_format_name(w->exporter.format)));
    date_format(date, at);
    json_out_member(&j, "at", str_from(date));
    json_out_member(&j, "currency", currency_name(pact));
    json_out_key(&j, "transactions");
    json_out_open(&j, JSON_OUT_ARRAY);
    write_all(run, &f, pact, at, w);
    json_out_close(&j);
    write_accounts(run, w, f.state);
    json_out_close(&j);
    json_out_end(&j);
}

static void write_export(struct run *run, const struct pact *pact, date_t at,
                         enum export_format format)
{
    struct fold f;
    struct export_writer w = {.json = NULL};
    exporter_init(&w.exporter, run->arena, format);
    arena_init(&w.scratch);
    if (run->json) {
        write_document(run, pact, at, &w);
    } else {
        print(export_head(run->arena, &w.exporter, pact));
        write_all(run, &f, pact, at, &w);
    }
    arena_release(&w.scratch);
}

/* Folds twice: an error found on the way must leave nothing on standard output, and transactions
 * are not kept. */
enum exit_code command_export(struct run *run)
{
    const struct pact *pact;
    struct fold f;
    date_t at;
    enum export_format format;
    if (!find_format(run, &format) || !figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    enum exit_code code = figures_open_beside(run, (struct beside){.before = 1}, &pact);
    if (code != EXIT_CLEAN) return code;
    fold_init(&f, run->arena, pact, &run->diags, (struct fold_options){.until = at});
    if (!fold_run(&f)) return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    write_export(run, pact, f.options.until, format);
    return EXIT_CLEAN;
}
