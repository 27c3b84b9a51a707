/* heqi may: whether somebody may use a result for a purpose on a day, and why. */
#include "cli/figures.h"
#include "cli/json.h"
#include "pact/licences.h"
#include "report/may.h"
#include "report/names.h"

/* The words behind the files: PARTY use RESULT for PURPOSE. */
#define WORDS_OF_QUESTION 5u

static struct str word(const struct run *run, uint32_t place)
{
    const struct request *r = run->request;
    return str_from(r->operands[r->operand_count - WORDS_OF_QUESTION + place]);
}

static bool is_word(struct str word, const char *en, const char *zh)
{
    return str_eq(word, str_from(en)) || str_eq(word, str_from(zh));
}

/* A purpose in either language. */
static bool find_purpose(struct run *run, struct str name, enum purpose *out)
{
    for (uint32_t rank = 0; rank < run->grammar->sets[SET_PURPOSE].count; rank++)
        for (enum language lang = LANG_EN; lang <= LANG_ZH; lang++)
            if (str_eq(choice_text(run->arena, run->grammar, SET_PURPOSE, rank, lang), name)) {
                *out = (enum purpose)rank;
                return true;
            }
    return false;
}

static bool asks(struct run *run, struct may_question *q)
{
    bool said = is_word(word(run, 1), "use", "使用") && is_word(word(run, 3), "for", "用于");
    if (said && find_purpose(run, word(run, 4), &q->purpose)) return true;
    complain(run->arena, TEXT_NO_QUESTION, run->lang, STR(""), STR(""));
    return false;
}

static bool is_licensee(const struct pact *p, struct str name)
{
    for (size_t i = 0; i < p->licence_count; i++)
        if (str_eq(p->licences[i].terms->to, name)) return true;
    return false;
}

static bool find_who(struct run *run, const struct pact *p, struct may_question *q)
{
    q->party = pact_find_name(p, THING_PARTY, q->who);
    if (q->party != INDEX_NONE || is_licensee(p, q->who)) return true;
    complain(run->arena, TEXT_NO_USER, run->lang, q->who, STR(""));
    return false;
}

static bool find_result(struct run *run, const struct pact *p, struct may_question *q)
{
    struct str name = word(run, 2);
    q->result = pact_find_name(p, THING_RESULT, name);
    if (q->result != INDEX_NONE) return true;
    complain(run->arena, TEXT_NO_RESULT, run->lang, name, STR(""));
    return false;
}

static void write_ground(struct run *run, struct json_out *j, const struct fold *f,
                         const struct may *m, const struct may_ground *g)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "reason", str_from(may_reason_name(g->reason)));
    json_out_key(j, "clause");
    if (g->clause)
        json_out_string(j, clause_name(run->arena, g->clause));
    else
        json_out_null(j);
    json_out_key(j, "law");
    if (g->law != LAW_NONE)
        json_out_string(j, law_name(g->law, LANG_EN));
    else
        json_out_null(j);
    json_out_key(j, "entry");
    if (g->entry != INDEX_NONE)
        json_out_int(j, (int64_t)g->entry + 1);
    else
        json_out_null(j);
    json_out_member(j, "text", may_ground_text(run->arena, f, m, g, LANG_EN));
    json_out_close(j);
}

static void write_json(struct run *run, const struct fold *f, const struct may *m)
{
    const struct may_question *q = &m->question;
    struct json_out j;
    char date[DATE_TEXT_BYTES];
    date_format(date, q->day);
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "party", q->who);
    json_out_member(&j, "result", pact_word(f->pact, f->pact->results[q->result].word));
    json_out_member(&j, "purpose",
                    choice_text(run->arena, f->doc->g, SET_PURPOSE, q->purpose, LANG_EN));
    json_out_member(&j, "at", str_from(date));
    json_out_member(&j, "answer", may_answer_text(m->answer, LANG_EN));
    json_out_key(&j, "grounds");
    json_out_open(&j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < m->count; i++) write_ground(run, &j, f, m, &m->grounds[i]);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

static enum exit_code answer(struct run *run, const struct pact *pact, struct may_question *q)
{
    struct fold f;
    struct may m;
    if (!find_who(run, pact, q) || !find_result(run, pact, q)) return EXIT_USAGE;
    fold_init(&f, run->arena, pact, &run->diags, (struct fold_options){.until = q->day});
    q->day = f.options.until;
    if (!fold_run(&f)) return run_refuse(run);
    may_answer(&m, &f, q);
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, &f, &m);
    else
        print(report_may(run->arena, &f, &m, run->lang));
    return EXIT_CLEAN;
}

static struct str option_text(const struct run *run, enum option option)
{
    const char *value = run->request->values[option];
    return value ? str_from(value) : STR("");
}

enum exit_code command_may(struct run *run)
{
    const struct pact *pact;
    struct may_question q = {.who = word(run, 0),
                             .field = option_text(run, OPTION_FIELD),
                             .territory = option_text(run, OPTION_TERRITORY)};
    if (!asks(run, &q) || !figures_date(run, OPTION_AT, &q.day)) return EXIT_USAGE;
    enum exit_code code =
        figures_open_beside(run, (struct beside){.behind = WORDS_OF_QUESTION}, &pact);
    return code == EXIT_CLEAN ? answer(run, pact, &q) : code;
}
