/* heqi check: reads, resolves the agreement, folds the journal as far as that is supported, and
 * tells what is wrong, and how it stands to rules. */
#include "cli/run.h"

#include "report/names.h"
#include "report/rules.h"
#include "review/check.h"

static struct str number_text(const struct run *run, uint32_t number)
{
    return str_format(run->arena, "%u", number);
}

/* What came of the worked examples, where the agreement has any. */
static void print_examples(const struct run *run, struct example_counts c)
{
    uint32_t count = c.held + c.failed;
    if (count == 0) return;
    print(text_fill(run->arena, TEXT_EXAMPLES, run->lang, number_text(run, count),
                    number_text(run, c.held)));
    print(STR("\n"));
}

/* ---- with the rules of a pack ---- */

static void write_rule(struct run *run, struct json_out *j, const struct review *r,
                       const struct rule_result *x)
{
    const struct pact *p = r->facts.pact;
    struct str clause = clause_name(run->arena, x->shown);
    struct str strength = choice_text(run->arena, run->grammar, SET_STRENGTH, x->strength, LANG_EN);
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "rule", x->name);
    json_out_member(j, "title", x->title);
    json_out_member(j, "strength", strength);
    json_out_member_bool(j, "met", x->outcome == RULE_MET);
    json_out_member(j, "outcome", str_from(rule_outcome_name(x->outcome)));
    json_out_key(j, "clause");
    if (clause.len)
        json_out_string(j, clause);
    else
        json_out_null(j);
    json_out_key(j, "entry");
    if (x->entry != INDEX_NONE)
        json_out_int(j, (int64_t)x->entry + 1);
    else
        json_out_null(j);
    json_out_member(j, "shown", rule_shown_text(run->arena, p, x));
    json_out_member(j, "missing", x->missing);
    json_out_member(j, "source", x->source);
    json_out_close(j);
}

static void write_review(struct run *run, const struct review *r)
{
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    run_write_findings(run, &j, SEVERITY_NOTE);
    json_out_key(&j, "rules");
    json_out_open(&j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < r->count; i++) write_rule(run, &j, r, &r->list[i]);
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

/* What was found, and the table where there is one; r NULL: no pack was asked for. */
static enum exit_code tell(struct run *run, const struct review *r)
{
    if (!r || diags_has_errors(&run->diags)) return run_tell(run, SEVERITY_NOTE);
    if (run->json) {
        write_review(run, r);
    } else {
        run_show(run, SEVERITY_NOTE);
        print(report_rules(run->arena, r, run->lang));
        print(STR("\n"));
    }
    return run->diags.counts[SEVERITY_FINDING] ? EXIT_FOUND : EXIT_CLEAN;
}

enum exit_code command_check(struct run *run)
{
    const char *wanted = run->request->values[OPTION_RULES];
    struct document pack;
    struct review review = {0};
    if (run_read_document(run, (struct beside){0}) != OK) return EXIT_CANNOT_RUN;
    if (wanted) {
        enum exit_code code = run_read_pack(run, wanted, &pack);
        if (code != EXIT_CLEAN) return code;
    }
    const struct pact *pact = run_resolve(run);
    struct example_counts examples = {0};
    struct fold fold;
    if (pact) examples = review_check(&fold, run->arena, pact, &run->diags);
    if (pact && !diags_has_errors(&run->diags)) {
        review_init(&review, &fold, &run->diags);
        if (wanted) review_rules(&review, &pack);
        review_rules(&review, &run->document);
    }
    enum exit_code code = tell(run, wanted && pact ? &review : NULL);
    if (run->json || diags_has_errors(&run->diags)) return code;
    print_examples(run, examples);
    struct str entries = number_text(run, run->document.entry_count);
    struct str counts = run_counts(run);
    if (counts.len == 0) counts = str_from(text_get(TEXT_NOTHING, run->lang));
    print(text_fill(run->arena, TEXT_CHECKED, run->lang, entries, counts));
    print(STR("\n"));
    return code;
}
