/* heqi health: whether an alliance is one in more than name. */
#include "cli/figures.h"
#include "cli/json.h"
#include "cli/papers.h"
#include "report/health.h"
#include "report/names.h"

static void write_figure(struct run *run, struct json_out *j, const char *key,
                         const struct health *h, enum indicator_id id,
                         const struct health_figure *x)
{
    json_out_key(j, key);
    if (x->known)
        json_out_string(j, health_figure_exact(run->arena, h, id, x));
    else
        json_out_null(j);
}

static void write_evidence(struct json_out *j, const struct pact *p, const struct evidence *e)
{
    json_out_key(j, "entries");
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < e->entry_count; i++) json_out_int(j, (int64_t)e->entries[i] + 1);
    json_out_close(j);
    json_out_key(j, "members");
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < e->party_count; i++)
        json_out_string(j, pact_word(p, p->parties[e->parties[i]].word));
    json_out_close(j);
}

static void write_indicator(struct run *run, struct json_out *j, const struct health *h,
                            enum indicator_id id)
{
    const struct indicator_row *row = &indicator_rows[id];
    const struct indicator *x = &h->list[id];
    struct health_figure limit = {true, row->num, row->den};
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "indicator", str_from(row->key));
    json_out_member(j, "group", str_from(health_group_name(row->group)));
    json_out_member_int(j, "weight", row->weight);
    json_out_member(j, "name", str_from(row->name[run->lang]));
    write_figure(run, j, "figure", h, id, &x->now);
    write_figure(run, j, "a_year_before", h, id, &x->before);
    json_out_member(j, "good_is", row->sense == SENSE_AT_LEAST ? STR("at least") : STR("at most"));
    write_figure(run, j, "threshold", h, id, &limit);
    json_out_key(j, "good");
    if (x->now.known)
        json_out_bool(j, x->good);
    else
        json_out_null(j);
    write_evidence(j, h->pact, &x->evidence);
    json_out_member(j, "remedy", str_from(row->remedy[run->lang]));
    json_out_close(j);
}

static void write_score(struct json_out *j, const char *key, int score)
{
    json_out_key(j, key);
    if (score < 0)
        json_out_null(j);
    else
        json_out_int(j, score);
}

static void write_json(struct run *run, const struct health *h)
{
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "at", date_words(run->arena, h->at));
    write_score(&j, "score", health_score(h));
    json_out_key(&j, "groups");
    json_out_open(&j, JSON_OUT_OBJECT);
    for (int g = 0; g < GROUP_COUNT; g++)
        write_score(&j, health_group_name((enum health_group)g),
                    health_group_score(h, (enum health_group)g));
    json_out_close(&j);
    json_out_key(&j, "indicators");
    json_out_open(&j, JSON_OUT_ARRAY);
    for (int i = 0; i < INDICATOR_ID_COUNT; i++) write_indicator(run, &j, h, (enum indicator_id)i);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

enum exit_code command_health(struct run *run)
{
    const struct pact *pact;
    struct health health;
    struct paper paper;
    date_t at;
    if (!figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    if (!health_find(&health, run->arena, pact, &run->diags, at)) return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (run->json) {
        write_json(run, &health);
        return EXIT_CLEAN;
    }
    health_paper(&paper, run->arena, &health, run->lang);
    const char *pdf = run->request->values[OPTION_PDF];
    if (pdf) return papers_write_pdf(run, &paper, pdf);
    print(paper_text(&paper));
    return EXIT_CLEAN;
}
