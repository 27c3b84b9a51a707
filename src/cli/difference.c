/* Two periods of one settlement, compared. */
#include "cli/difference.h"

#include "cli/figures.h"
#include "cli/json.h"
#include "report/comparison.h"
#include "report/names.h"

bool difference_is_wanted(const struct request *r)
{
    return request_has(r, OPTION_AGAINST) || request_has(r, OPTION_FROM);
}

/* ---- JSON ---- */

struct json_view {
    struct run *run;
    struct json_out *json;
    const struct pact *pact;
};

static void json_amount(const struct json_view *v, const char *key, int64_t minor)
{
    json_out_member(v->json, key, amount_plain(v->run->arena, minor, v->pact->digits));
}

static void json_period(const struct json_view *v, const char *key, const struct period *p)
{
    char from[DATE_TEXT_BYTES], until[DATE_TEXT_BYTES];
    date_format(from, p->from);
    date_format(until, p->until);
    json_out_key(v->json, key);
    json_out_open(v->json, JSON_OUT_OBJECT);
    json_out_member(v->json, "from", str_from(from));
    json_out_member(v->json, "until", str_from(until));
    json_out_close(v->json);
}

static void json_pair(const struct json_view *v, const char *key, const int64_t minor[2])
{
    json_out_key(v->json, key);
    json_out_open(v->json, JSON_OUT_ARRAY);
    json_out_string(v->json, amount_plain(v->run->arena, minor[0], v->pact->digits));
    json_out_string(v->json, amount_plain(v->run->arena, minor[1], v->pact->digits));
    json_out_close(v->json);
}

static void json_change(const struct json_view *v, const struct change *x)
{
    struct arena *a = v->run->arena;
    json_out_open(v->json, JSON_OUT_OBJECT);
    json_amount(v, "effect", x->effect_minor);
    json_out_member(v->json, "kind", str_from(change_kind_name(x->kind)));
    json_out_member(v->json, "origin", origin_name(a, v->pact, &x->origin, LANG_EN));
    json_out_member(v->json, "clause", clause_name(a, x->origin.term));
    json_out_member(v->json, "tier", x->tier ? x->tier->path : STR(""));
    json_pair(v, "whole", x->whole);
    json_pair(v, "got", x->got);
    json_out_close(v->json);
}

static void json_figure(const struct json_view *v, const struct comparison *c, enum figure figure)
{
    json_out_key(v->json, figure_name(figure));
    json_out_open(v->json, JSON_OUT_OBJECT);
    json_amount(v, "before", c->totals[0][figure]);
    json_amount(v, "now", c->totals[1][figure]);
    json_out_key(v->json, "causes");
    json_out_open(v->json, JSON_OUT_ARRAY);
    for (size_t i = 0; i < c->count; i++)
        if (c->changes[i].origin.figure == figure) json_change(v, &c->changes[i]);
    json_out_close(v->json);
    json_out_close(v->json);
}

static void write_json(struct run *run, const struct pact *pact, const struct comparison *c)
{
    const struct compare_request *request = &c->request;
    struct json_out j;
    struct json_view v = {run, &j, pact};
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "party", pact_word(pact, pact->parties[request->party].word));
    json_period(&v, "period", &request->later);
    json_period(&v, "against", &request->earlier);
    for (enum figure figure = FIGURE_CALLED; figure <= FIGURE_CHARGES; figure++)
        json_figure(&v, c, figure);
    json_out_close(&j);
    json_out_end(&j);
}

/* ---- the periods ---- */

static bool read_periods(struct run *run, struct compare_request *r)
{
    if (!request_has(run->request, OPTION_AGAINST) || !request_has(run->request, OPTION_FROM)) {
        complain(run->arena, TEXT_NEED_PERIODS, run->lang, STR(""), STR(""));
        return false;
    }
    if (!figures_date(run, OPTION_AGAINST, &r->earlier.from) ||
        !figures_date(run, OPTION_FROM, &r->later.from) ||
        !figures_date(run, OPTION_UNTIL, &r->later.until))
        return false;
    r->earlier.until = r->later.from - 1;
    bool ordered = r->earlier.from <= r->earlier.until &&
                   (r->later.until == DATE_NONE || r->later.from <= r->later.until);
    if (!ordered) complain(run->arena, TEXT_PERIODS_ORDER, run->lang, STR(""), STR(""));
    return ordered;
}

enum exit_code difference_tell(struct run *run, const struct pact *pact, uint32_t party)
{
    struct comparison comparison;
    struct compare_request request = {.party = party};
    if (!read_periods(run, &request)) return EXIT_USAGE;
    if (!settle_compare(&comparison, run->arena, pact, &run->diags, request))
        return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, pact, &comparison);
    else
        print(report_comparison(run->arena, pact, &comparison, run->lang));
    return EXIT_CLEAN;
}
