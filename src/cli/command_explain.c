/* heqi explain: why a figure is what it is. */
#include "cli/difference.h"
#include "cli/figures.h"
#include "cli/json.h"
#include "report/explanation.h"
#include "report/graph.h"
#include "report/names.h"

#include <string.h>

static const char *const op_names[] = {
    [WHY_LEAF] = "leaf", [WHY_SUM] = "sum", [WHY_SHARE] = "share", [WHY_ROUND] = "round"};

static struct explanation_view view_of(const struct run *run)
{
    return (struct explanation_view){.who = str_from(run->request->values[OPTION_PARTY]),
                                     .one_line = request_has(run->request, OPTION_LINE),
                                     .one_figure = request_has(run->request, OPTION_FIGURE),
                                     .lang = run->lang};
}

static void json_why(struct run *run, struct json_out *j, const struct pact *p,
                     const struct why *why);

static void json_list(struct run *run, struct json_out *j, const struct pact *p, const char *key,
                      const struct why **list, uint32_t count)
{
    json_out_key(j, key);
    json_out_open(j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < count; i++) json_why(run, j, p, list[i]);
    json_out_close(j);
}

static void json_why(struct run *run, struct json_out *j, const struct pact *p,
                     const struct why *why)
{
    struct arena *a = run->arena;
    json_out_open(j, JSON_OUT_OBJECT);
    if (why->note.len) json_out_member(j, "what", why->note);
    if (why->amount.len) {
        json_out_member(j, "amount", amount_of_exact(a, why->amount, p->digits));
        json_out_member(j, "exact", why->amount);
    }
    json_out_member(j, "op", str_from(op_names[why->op]));
    if (why->term) json_out_member(j, "clause", clause_name(a, why->term));
    if (why->tier) json_out_member(j, "tier", why->tier->path);
    if (why->entry != INDEX_NONE) json_out_member_int(j, "entry", (int64_t)why->entry + 1);
    if (why->fraction.len) json_out_member(j, "fraction", why->fraction);
    if (explanation_shows_basis(why, view_of(run).one_line))
        json_list(run, j, p, "basis", why->basis, why->basis_count);
    if (why->op != WHY_LEAF) json_list(run, j, p, "children", why->children, why->child_count);
    json_out_close(j);
}

/* --party: a party, "fund NAME", unshared or uncovered. */
static bool read_target(struct run *run, const struct pact *p, struct explain_request *out)
{
    const char *value = run->request->values[OPTION_PARTY];
    struct str name = str_from(value ? value : "");
    out->what = EXPLAINED_PARTY;
    if (str_eq(name, STR("unshared"))) out->what = EXPLAINED_UNSHARED;
    if (str_eq(name, STR("uncovered"))) out->what = EXPLAINED_UNCOVERED;
    if (out->what != EXPLAINED_PARTY) return true;
    enum name_set set = NAMES_COMMON;
    if (str_starts_with(name, STR("fund "))) {
        out->what = EXPLAINED_FUND;
        set = NAMES_FUND;
        name = str_slice(name, 5, name.len);
    }
    uint32_t word = words_find(p->doc->words, name);
    out->index = INDEX_NONE;
    if (word != WORD_NONE)
        out->index =
            set == NAMES_FUND ? pact_find_in(p, set, word) : pact_find(p, THING_PARTY, word);
    if (out->index != INDEX_NONE) return true;
    complain(run->arena, TEXT_NO_PARTY, run->lang, name, STR(""));
    return false;
}

/* The words of --figure, in the order of enum asked_figure. */
static enum asked_figure asked_figure(const struct run *run)
{
    const char *value = run->request->values[OPTION_FIGURE];
    if (!value) return ASKED_ALL;
    if (strcmp(value, "due") == 0) return ASKED_DUE;
    if (strcmp(value, "owes") == 0) return ASKED_OWES;
    enum figure figure = FIGURE_CALLED;
    while (strcmp(value, figure_name(figure)) != 0) figure++;
    CHECK(figure <= FIGURE_SET_OFF); /* the values are those of the table of options */
    return (enum asked_figure)figure;
}

static void write_why(struct run *run, const struct pact *p, const struct why *why)
{
    if (request_has(run->request, OPTION_DOT)) {
        print(report_graph(run->arena, p, why, view_of(run)));
        return;
    }
    if (!run->json) {
        print(report_explanation(run->arena, p, why, view_of(run)));
        return;
    }
    struct json_out j;
    json_out_init(&j);
    json_why(run, &j, p, why);
    json_out_end(&j);
}

static enum exit_code tell_difference(struct run *run, const struct pact *pact,
                                      const struct explain_request *request)
{
    if (request->what == EXPLAINED_PARTY) return difference_tell(run, pact, request->index);
    complain(run->arena, TEXT_DIFFERENCE_OF_MEMBER, run->lang,
             str_from(run->request->values[OPTION_PARTY]), STR(""));
    return EXIT_USAGE;
}

enum exit_code command_explain(struct run *run)
{
    const struct pact *pact;
    date_t until;
    struct explain_request request = {.figure = asked_figure(run)};
    const struct why *why = NULL;
    if (!figures_date(run, OPTION_UNTIL, &until)) return EXIT_USAGE;
    if (!figures_number(run, OPTION_LINE, &request.line)) return EXIT_USAGE;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    if (!read_target(run, pact, &request)) return EXIT_USAGE;
    bool of_all = request_has(run->request, OPTION_LINE) || request.what != EXPLAINED_PARTY;
    if (request_has(run->request, OPTION_FIGURE) && of_all) {
        complain(run->arena, TEXT_FIGURE_OF_MEMBER, run->lang, STR(""), STR(""));
        return EXIT_USAGE;
    }
    if (difference_is_wanted(run->request)) return tell_difference(run, pact, &request);
    if (!settle_explain(run->arena, pact, &run->diags, until, request, &why))
        return run_refuse(run);
    run_show(run, SEVERITY_WARNING);
    if (!why) {
        complain(run->arena, TEXT_NO_LINE, run->lang, str_from(run->request->values[OPTION_LINE]),
                 str_from(run->request->values[OPTION_PARTY]));
        return EXIT_USAGE;
    }
    write_why(run, pact, why);
    return EXIT_CLEAN;
}
