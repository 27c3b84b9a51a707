/* heqi tally: a motion, its seats and votes, and what came out. */
#include "cli/figures.h"
#include "cli/json.h"
#include "report/tally.h"

static void write_threshold(struct run *run, struct json_out *j, const struct tally *t)
{
    json_out_key(j, "quorum");
    if (t->body->has_quorum) {
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member_int(j, "needed", (int64_t)t->quorum.needed);
        json_out_member_bool(j, "reached", t->quorum.reached);
        json_out_close(j);
    } else {
        json_out_null(j);
    }
    json_out_key(j, "pass");
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "needed", votes_text(run->arena, t, t->votes.needed));
    json_out_member(j, "of", vote_base_text(t->pass->base, LANG_EN));
    json_out_member(j, "whole", votes_text(run->arena, t, t->votes.whole));
    json_out_member_bool(j, "reached", t->votes.reached);
    json_out_close(j);
}

static void write_classes(struct run *run, struct json_out *j, const struct pact *p,
                          const struct tally *t)
{
    json_out_key(j, "groups");
    json_out_open(j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; t->rule && i < t->rule->class_count; i++) {
        const struct class_majority *c = &t->rule->classes[i];
        const struct class_count *n = &t->classes[i];
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member(j, "group", class_name(run->arena, p, c, LANG_EN));
        json_out_member_int(j, "seats", n->seats);
        json_out_member_int(j, "present", n->present);
        json_out_member_int(j, "yes", n->yes);
        json_out_member_int(j, "needed", (int64_t)n->pass.needed);
        json_out_member(j, "of", vote_base_text(c->majority.base, LANG_EN));
        json_out_member_int(j, "whole", (int64_t)n->pass.whole);
        json_out_member_bool(j, "reached", n->pass.reached);
        json_out_close(j);
    }
    json_out_close(j);
}

static void write_seats(struct run *run, struct json_out *j, const struct pact *p,
                        const struct tally *t)
{
    json_out_key(j, "electorate");
    json_out_open(j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < t->list_count; i++) {
        const struct seat *s = &t->list[i];
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member(j, "seat", seat_name(p, s));
        json_out_member(j, "votes", votes_text(run->arena, t, s->weight));
        json_out_member_bool(j, "present", s->present);
        json_out_member_bool(j, "recused", s->recused);
        json_out_member(j, "ballot", voice_text(s->voice, LANG_EN));
        if (s->by != INDEX_NONE) json_out_member(j, "by", pact_word(p, p->parties[s->by].word));
        json_out_close(j);
    }
    json_out_close(j);
}

static void write_vetoes(struct json_out *j, const struct pact *p, const struct motion_state *s)
{
    json_out_key(j, "vetoes");
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < s->veto_count; i++) {
        char date[DATE_TEXT_BYTES];
        date_format(date, s->vetoes[i].date);
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member(j, "date", str_from(date));
        json_out_member(j, "party", pact_word(p, p->parties[s->vetoes[i].party].word));
        json_out_member(j, "reason", s->vetoes[i].reason);
        json_out_close(j);
    }
    json_out_close(j);
}

static void write_json(struct run *run, const struct tally_view *v)
{
    const struct pact *p = v->fold->pact;
    const struct tally *t = v->tally;
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "motion", pact_word(p, v->motion->word));
    json_out_member(&j, "matter",
                    pact_matter_text(p, v->motion->matter, v->motion->subject, LANG_EN));
    json_out_member(&j, "body", pact_word(p, t->body->word));
    json_out_member_int(&j, "seats", t->seats);
    json_out_member_int(&j, "present", t->present);
    json_out_member(&j, "yes", votes_text(run->arena, t, t->yes));
    json_out_member(&j, "no", votes_text(run->arena, t, t->no));
    json_out_member(&j, "abstain", votes_text(run->arena, t, t->abstain));
    write_threshold(run, &j, t);
    write_classes(run, &j, p, t);
    write_seats(run, &j, p, t);
    write_vetoes(&j, p, v->state);
    json_out_member(&j, "result", motion_result_text(v->state->result, LANG_EN));
    json_out_close(&j);
    json_out_end(&j);
}

/* The motion that the last operand names, put by the day asked; NULL, said, where there is none. */
static const struct motion *find_motion(struct run *run, const struct fold *f, struct str name)
{
    uint32_t motion = pact_find_name(f->pact, THING_MOTION, name);
    const struct motions *motions = f->state->motions;
    if (motion != INDEX_NONE && motions && motions->list[motion].result != MOTION_UNKNOWN)
        return &f->pact->motions[motion];
    char date[DATE_TEXT_BYTES];
    date_format(date, f->options.until);
    complain(run->arena, TEXT_NO_MOTION, run->lang, name, str_from(date));
    return NULL;
}

static enum exit_code tell(struct run *run, struct fold *f, struct str name)
{
    struct tally_view v = {.fold = f, .motion = find_motion(run, f, name)};
    if (!v.motion) return EXIT_USAGE;
    const struct entry *put = document_entry(f->doc, v.motion->entry);
    v.state = &f->state->motions->list[v.motion - f->pact->motions];
    v.tally = v.state->tally;
    if (!v.tally)
        v.tally = count_motion(f, v.motion, f->options.until, span_make(put->at, put->len));
    if (!v.tally) return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, &v);
    else
        print(report_tally(run->arena, &v, run->lang));
    return EXIT_CLEAN;
}

enum exit_code command_tally(struct run *run)
{
    const struct pact *pact;
    struct fold fold;
    date_t at;
    struct str name = str_from(run->request->operands[run->request->operand_count - 1]);
    if (!figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    enum exit_code code = figures_open_beside(run, (struct beside){.behind = 1}, &pact);
    if (code != EXIT_CLEAN) return code;
    fold_init(&fold, run->arena, pact, &run->diags, (struct fold_options){.until = at});
    if (!fold_run(&fold)) return run_refuse(run);
    return tell(run, &fold, name);
}
