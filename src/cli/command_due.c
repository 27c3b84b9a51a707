/* heqi due: who has to do what by when, and how it stands. */
#include "cli/figures.h"
#include "cli/json.h"
#include "cli/outfile.h"
#include "report/duties.h"
#include "report/names.h"

#include <string.h>

/* ---- JSON ---- */

static void json_date(struct json_out *j, const char *key, date_t date)
{
    char text[DATE_TEXT_BYTES];
    json_out_key(j, key);
    if (date == DATE_NONE) {
        json_out_null(j);
        return;
    }
    date_format(text, date);
    json_out_string(j, str_from(text));
}

static void json_text(struct json_out *j, const char *key, struct str text)
{
    json_out_key(j, key);
    if (text.len)
        json_out_string(j, text);
    else
        json_out_null(j);
}

static void json_amount(struct json_out *j, const char *key, const struct duties *d,
                        const struct duty *duty, int64_t minor)
{
    json_text(j, key, duty->money ? amount_plain(d->arena, minor, d->fold->pact->digits) : STR(""));
}

static void json_duty(struct json_out *j, const struct duties *d, const struct duty *duty)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "kind", str_from(duty_kind_key(duty->kind)));
    json_out_member(j, "state", str_from(duty_state_key(duty->state)));
    json_out_member(j, "who", duty_who_name(d, &duty->who, LANG_EN));
    json_out_member(j, "to", duty_who_name(d, &duty->to, LANG_EN));
    json_text(j, "subject", duty->subject);
    json_amount(j, "amount", d, duty, duty->amount_minor);
    json_amount(j, "open", d, duty, duty->open_minor);
    json_date(j, "since", duty->since);
    json_date(j, "due", duty->due);
    json_date(j, "met", duty->done);
    json_text(j, "clause", duty_clause(d->arena, duty, LANG_EN));
    json_out_key(j, "entry");
    if (duty->entry == INDEX_NONE)
        json_out_null(j);
    else
        json_out_int(j, (int64_t)duty->entry + 1);
    json_out_close(j);
}

static void write_json(const struct duties *d)
{
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_date(&j, "at", d->at);
    json_out_member(&j, "currency", currency_name(d->fold->pact));
    json_out_key(&j, "duties");
    json_out_open(&j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < d->count; i++) json_duty(&j, d, &d->list[i]);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

/* ---- the command ---- */

/* A member or body by its name, or the alliance itself. */
static bool read_who(struct run *run, const struct pact *p, struct duty_filter *filter)
{
    const char *value = run->request->values[OPTION_PARTY];
    struct str name = str_from(value ? value : "");
    if (!value) return true;
    filter->by_who = true;
    uint32_t party = pact_find_name(p, THING_PARTY, name);
    uint32_t body = pact_find_name(p, THING_BODY, name);
    if (party != INDEX_NONE)
        filter->who = (struct duty_who){.kind = WHO_PARTY, .index = party};
    else if (body != INDEX_NONE)
        filter->who = (struct duty_who){.kind = WHO_BODY, .index = body};
    else if (!str_eq(name, STR("alliance")) && !str_eq(name, STR("联盟"))) {
        complain(run->arena, TEXT_NOBODY, run->lang, name, STR(""));
        return false;
    }
    return true;
}

/* The values are those of the table of options. */
static void read_state(const struct run *run, struct duty_filter *filter)
{
    const char *value = run->request->values[OPTION_STATE];
    filter->by_state = value != NULL;
    while (value && strcmp(duty_state_key(filter->state), value) != 0) {
        filter->state++;
        CHECK(filter->state < DUTY_STATE_COUNT);
    }
}

static enum exit_code write_calendar(struct run *run, const struct duties *d)
{
    const char *path = run->request->values[OPTION_ICAL];
    int problem = outfile_write(run->arena, path, duties_calendar(d, run->lang));
    if (!problem) return EXIT_CLEAN;
    complain(run->arena, TEXT_CANNOT_WRITE_FILE, run->lang, str_from(path),
             str_from(strerror(problem)));
    return EXIT_CANNOT_RUN;
}

/* The books as they stand, not as if settled: what was set off is what `settle` entries booked. */
enum exit_code command_due(struct run *run)
{
    const struct pact *pact;
    struct fold fold;
    struct duties duties;
    struct duty_filter filter = {0};
    date_t at;
    if (!figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    if (!read_who(run, pact, &filter)) return EXIT_USAGE;
    read_state(run, &filter);
    fold_init(&fold, run->arena, pact, &run->diags, (struct fold_options){.until = at});
    if (!fold_run(&fold)) return run_refuse(run);
    duties_find(&duties, &fold);
    duties_filter(&duties, &filter);
    run_show(run, SEVERITY_WARNING);
    if (request_has(run->request, OPTION_ICAL)) return write_calendar(run, &duties);
    if (run->json)
        write_json(&duties);
    else
        print(duties_text(&duties, run->lang));
    return EXIT_CLEAN;
}
