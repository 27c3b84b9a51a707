/* heqi exit: what leaving would cost a member, pay it and leave open. */
#include "cli/figures.h"
#include "cli/json.h"
#include "report/exit.h"

static void write_date(struct json_out *j, const char *key, date_t date)
{
    char text[DATE_TEXT_BYTES];
    json_out_key(j, key);
    if (date == DATE_NONE || date == DATE_OPEN) {
        json_out_null(j);
        return;
    }
    date_format(text, date);
    json_out_string(j, str_from(text));
}

static void write_price(struct run *run, struct json_out *j, const struct exit_view *v)
{
    const struct price *p = &v->price;
    const struct pact *pact = v->settlement.fold.pact;
    json_out_key(j, "price");
    if (!p->term) {
        json_out_null(j);
        return;
    }
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "clause", clause_name(run->arena, p->term));
    json_out_member(j, "measure",
                    choice_text(run->arena, pact->doc->g, SET_MEASURE_NAME, p->measure, LANG_EN));
    json_out_member(j, "value", amount_plain(run->arena, p->whole_minor, pact->digits));
    json_out_member(j, "fraction",
                    str_format(run->arena, p->part.den == 1 ? "%lld" : "%lld/%lld",
                               (long long)p->part.num, (long long)p->part.den));
    json_out_member(j, "amount", amount_plain(run->arena, p->amount_minor, pact->digits));
    json_out_close(j);
}

static void write_grants(struct run *run, struct json_out *j, const struct exit_view *v)
{
    unsigned digits = v->settlement.fold.pact->digits;
    json_out_key(j, "grants");
    if (!v->returns) {
        json_out_null(j);
        return;
    }
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "clause", clause_name(run->arena, v->returns));
    json_out_member(j, "received", amount_plain(run->arena, v->granted_minor, digits));
    json_out_member(j, "returns", amount_plain(run->arena, v->recovered_minor, digits));
    json_out_close(j);
}

static void write_figures(struct run *run, struct json_out *j, const struct exit_view *v,
                          bool leaves)
{
    struct exit_row rows[EXIT_ROWS];
    exit_rows(rows, v);
    json_out_key(j, leaves ? "leaves" : "stays");
    json_out_open(j, JSON_OUT_OBJECT);
    for (size_t i = 0; i < EXIT_ROWS; i++)
        json_out_member(j, rows[i].key,
                        amount_plain(run->arena,
                                     leaves ? rows[i].leaves_minor : rows[i].stays_minor,
                                     v->settlement.fold.pact->digits));
    json_out_close(j);
}

static void write_duties(struct run *run, struct json_out *j, const struct exit_view *v)
{
    struct exit_duties d;
    exit_find_duties(&d, run->arena, v);
    json_out_key(j, "goes_on");
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < d.count; i++) {
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member(j, "what", str_from(goes_on_name(d.list[i].what)));
        json_out_member(j, "name", d.list[i].name);
        json_out_close(j);
    }
    json_out_close(j);
}

static void write_json(struct run *run, const struct exit_view *v)
{
    const struct pact *p = v->settlement.fold.pact;
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "party", pact_word(p, p->parties[v->party].word));
    write_date(&j, "at", v->at);
    json_out_member(&j, "currency", currency_name(p));
    write_date(&j, "noticed", v->noticed_on);
    write_date(&j, "may_leave", v->may_leave);
    write_price(run, &j, v);
    write_grants(run, &j, v);
    write_figures(run, &j, v, false);
    write_figures(run, &j, v, true);
    write_duties(run, &j, v);
    json_out_close(&j);
    json_out_end(&j);
}

static enum exit_code tell(struct run *run, const struct pact *pact, date_t at, struct str name)
{
    struct exit_view v;
    uint32_t party = pact_find_name(pact, THING_PARTY, name);
    enum exit_outcome outcome = LEAVING_NO_MEMBER;
    if (party != INDEX_NONE) outcome = settle_exit(&v, run->arena, pact, &run->diags, at, party);
    if (outcome == LEAVING_REFUSED) return run_refuse(run);
    if (party == INDEX_NONE) complain(run->arena, TEXT_NO_MEMBER, run->lang, name, STR(""));
    if (party != INDEX_NONE && outcome == LEAVING_NO_MEMBER) {
        char date[DATE_TEXT_BYTES];
        date_format(date, v.at);
        complain(run->arena, TEXT_NOT_MEMBER, run->lang, name, str_from(date));
    }
    if (outcome == LEAVING_NO_MEMBER) return EXIT_USAGE;
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, &v);
    else
        print(report_exit(run->arena, &v, run->lang));
    return EXIT_CLEAN;
}

enum exit_code command_exit(struct run *run)
{
    const struct pact *pact;
    date_t at;
    struct str name = str_from(run->request->operands[run->request->operand_count - 1]);
    if (!figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    enum exit_code code = figures_open_beside(run, (struct beside){.behind = 1}, &pact);
    return code == EXIT_CLEAN ? tell(run, pact, at, name) : code;
}
