/* heqi diff: what changed between two texts of an agreement. */
#include "cli/json.h"
#include "cli/run.h"

#include "report/names.h"
#include "report/revisions.h"

static void write_line(struct run *run, struct json_out *j, const char *key, const struct term *t)
{
    json_out_key(j, key);
    if (t)
        json_out_string(j, span_words(run->arena, &run->document, t->span));
    else
        json_out_null(j);
}

static void write_interests(struct run *run, struct json_out *j, const char *key,
                            const struct interests *list)
{
    json_out_key(j, key);
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < list->count; i++)
        json_out_string(j, interest_words(run->arena, &run->document, list->list[i], LANG_EN));
    json_out_close(j);
}

static void write_change(struct run *run, struct json_out *j, const struct revision *c)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "clause", revision_clause(run->arena, c));
    json_out_member(j, "change", str_from(revision_kind_name(c->kind)));
    json_out_member(j, "severity", c->major ? STR("major") : STR("minor"));
    write_line(run, j, "before", c->before);
    write_line(run, j, "after", c->after);
    json_out_key(j, "lines");
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < c->line_count; i++) {
        json_out_open(j, JSON_OUT_OBJECT);
        write_line(run, j, "before", c->lines[i].before);
        write_line(run, j, "after", c->lines[i].after);
        json_out_close(j);
    }
    json_out_close(j);
    write_interests(run, j, "gains", &c->gains);
    write_interests(run, j, "loses", &c->loses);
    json_out_close(j);
}

static void write_changes(struct run *run, const struct revisions *c)
{
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_key(&j, "changes");
    json_out_open(&j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < c->count; i++) write_change(run, &j, &c->list[i]);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

enum exit_code command_diff(struct run *run)
{
    struct document after;
    struct revisions changes;
    const char *const *paths = run->request->operands;
    struct run_files one = {.paths = paths, .count = 1}, two = {.paths = paths + 1, .count = 1};
    document_init(&after, run->arena, &run->words, run->grammar, &run->sources);
    if (run_read(run, document_sink(&run->document), one) != OK) return EXIT_CANNOT_RUN;
    /* A text of its own: its alliance is no second one, nor its currency that of the first. */
    parser_init(&run->parser, run->arena, &run->sources, &run->diags, &run->words, run->grammar);
    if (run_read(run, document_sink(&after), two) != OK) return EXIT_CANNOT_RUN;
    if (diags_has_errors(&run->diags)) return run_refuse(run);
    revisions_find(&changes, run->arena, &run->document, &after);
    if (run->json)
        write_changes(run, &changes);
    else
        print(revisions_text(run->arena, &changes, &run->document, run->lang));
    return EXIT_CLEAN;
}
