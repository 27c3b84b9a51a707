/* heqi balance: the accounts, and the sheets made of them. */
#include "cli/figures.h"
#include "cli/json.h"
#include "report/balance.h"
#include "report/sheets.h"

#include <string.h>

static void write_json(struct run *run, const struct settlement *s)
{
    const struct pact *p = s->fold.pact;
    char date[DATE_TEXT_BYTES];
    size_t count;
    struct account_line *list = report_accounts(run->arena, s->fold.state, &count);
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    date_format(date, s->until);
    json_out_member(&j, "at", str_from(date));
    json_out_member(&j, "currency", currency_name(p));
    json_out_key(&j, "accounts");
    json_out_open(&j, JSON_OUT_OBJECT);
    for (size_t i = 0; i < count; i++) {
        json_out_key_text(&j, list[i].name);
        json_out_string(&j, amount_plain(run->arena, list[i].minor, p->digits));
    }
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

/* ---- sheets ---- */

static void write_amounts(struct run *run, struct json_out *j, const struct sheet *s,
                          const struct sheet_row *row)
{
    static const char *const keys[] = {"in", "out", "net"};
    unsigned digits = s->fold->pact->digits;
    if (sheet_amounts(s) == 1) {
        json_out_string(j, amount_plain(run->arena, row->amounts[0], digits));
        return;
    }
    json_out_open(j, JSON_OUT_OBJECT);
    for (size_t i = 0; i < ARRAY_LEN(keys); i++)
        json_out_member(j, keys[i], amount_plain(run->arena, row->amounts[i], digits));
    json_out_close(j);
}

/* A section is {"lines":{NAME:AMOUNT},"total":AMOUNT}. */
static void write_row(struct run *run, struct json_out *j, const struct sheet *s,
                      const struct sheet_row *row)
{
    if (row->kind == SHEET_TOTAL) json_out_close(j);
    json_out_key_text(j, row->key);
    switch (row->kind) {
    case SHEET_SECTION:
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_key(j, "lines");
        json_out_open(j, JSON_OUT_OBJECT);
        break;
    case SHEET_LINE: write_amounts(run, j, s, row); break;
    case SHEET_TOTAL:
        write_amounts(run, j, s, row);
        json_out_close(j);
        break;
    case SHEET_SUM:
        json_out_string(j, amount_plain(run->arena, row->amounts[0], s->fold->pact->digits));
        break;
    }
}

static void write_date(struct json_out *j, const char *key, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    json_out_member(j, key, str_from(text));
}

static void write_sheet(struct run *run, const struct sheet *s)
{
    const struct pact *p = s->fold->pact;
    struct json_out j;
    size_t i = 0;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "sheet", str_from(sheet_kind_name(s->kind)));
    if (s->kind != SHEET_POSITION)
        write_date(&j, "from", s->from == DATE_NONE ? p->founded : s->from);
    write_date(&j, "at", s->fold->options.until);
    json_out_member(&j, "currency", currency_name(p));
    json_out_key(&j, "sections");
    json_out_open(&j, JSON_OUT_OBJECT);
    while (i < s->row_count && s->rows[i].kind != SHEET_SUM) write_row(run, &j, s, &s->rows[i++]);
    json_out_close(&j);
    json_out_key(&j, "sums");
    json_out_open(&j, JSON_OUT_OBJECT);
    while (i < s->row_count) write_row(run, &j, s, &s->rows[i++]);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

static enum exit_code show_sheet(struct run *run, const struct pact *pact, struct sheet *s,
                                 date_t at)
{
    struct fold f;
    fold_init(
        &f, run->arena, pact, &run->diags,
        (struct fold_options){.until = at, .booked_day = sheet_eve(s), .postings = sheet_sink(s)});
    if (!fold_run(&f)) return run_refuse(run);
    if (!sheet_fill(s, &f, run->lang)) {
        DIAG_PLAIN(&run->diags, E401, pact->head->span);
        return run_refuse(run);
    }
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_sheet(run, s);
    else
        print(sheet_text(s));
    return EXIT_CLEAN;
}

/* ---- the command ---- */

static enum exit_code show_accounts(struct run *run, const struct pact *pact, date_t at)
{
    struct settlement s;
    fold_init(&s.fold, run->arena, pact, &run->diags, (struct fold_options){.until = at});
    s.until = s.fold.options.until;
    if (!fold_run(&s.fold)) return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, &s);
    else
        print(report_balance(run->arena, &s, run->lang));
    return EXIT_CLEAN;
}

static enum sheet_kind asked_sheet(const struct run *run)
{
    const char *value = run->request->values[OPTION_SHEET];
    enum sheet_kind kind = SHEET_TRIAL;
    while (value && kind < SHEET_COUNT && strcmp(sheet_kind_name(kind), value) != 0) kind++;
    CHECK(kind < SHEET_COUNT); /* the values are those of the table of options */
    return kind;
}

/* The books as they stand, not as if settled: set-off is booked by `settle` entries only. */
enum exit_code command_balance(struct run *run)
{
    const struct pact *pact;
    date_t at, from;
    struct sheet s;
    enum sheet_kind kind = asked_sheet(run);
    if (!figures_date(run, OPTION_AT, &at) || !figures_date(run, OPTION_FROM, &from))
        return EXIT_USAGE;
    if (from != DATE_NONE && kind != SHEET_INCOME && kind != SHEET_CASHFLOW) {
        complain(run->arena, TEXT_NO_PERIOD, run->lang, STR(""), STR(""));
        return EXIT_USAGE;
    }
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    if (kind == SHEET_TRIAL) return show_accounts(run, pact, at);
    sheet_init(&s, run->arena, kind, from);
    return show_sheet(run, pact, &s, at);
}
