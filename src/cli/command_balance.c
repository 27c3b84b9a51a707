/* heqi balance: the accounts. */
#include "cli/figures.h"
#include "cli/json.h"
#include "report/balance.h"

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

/* The books as they stand, not as if settled: set-off is booked by `settle` entries only. */
enum exit_code command_balance(struct run *run)
{
    const struct pact *pact;
    struct settlement s;
    date_t at;
    if (!figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
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
