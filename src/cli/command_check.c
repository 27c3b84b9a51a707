/* heqi check: reads, resolves the agreement, folds the journal as far as that is supported, and
 * tells what is wrong. */
#include "cli/run.h"

#include "fold/fold.h"
#include "review/examples.h"
#include "review/silence.h"
#include "review/terms.h"

static struct str number_text(const struct run *run, uint32_t number)
{
    return str_format(run->arena, "%u", number);
}

/* What came of the worked examples, where the agreement has any. */
static void print_examples(const struct run *run, struct example_counts c)
{
    uint32_t count = c.held + c.failed + c.not_run;
    if (count == 0) return;
    print(text_fill(run->arena, TEXT_EXAMPLES, run->lang, number_text(run, count),
                    number_text(run, c.held)));
    print(STR("\n"));
}

enum exit_code command_check(struct run *run)
{
    if (run_read_document(run, 0) != OK) return EXIT_CANNOT_RUN;
    const struct pact *pact = run_resolve(run);
    struct example_counts examples = {0};
    if (pact) {
        struct fold fold;
        struct fold_options options = {.until = DATE_NONE, .checking = true};
        fold_init(&fold, run->arena, pact, &run->diags, options);
        (void)fold_run(&fold);
        pact_note_unused(pact);
        pact_note_undecided(pact);
        review_check_terms(pact, &run->diags);
        review_note_silence(pact, &run->diags);
        examples = review_examples(run->arena, pact, &run->diags);
    }
    enum exit_code code = run_tell(run, SEVERITY_NOTE);
    if (run->json || diags_has_errors(&run->diags)) return code;
    print_examples(run, examples);
    struct str entries = number_text(run, run->document.entry_count);
    struct str counts = run_counts(run);
    if (counts.len == 0) counts = str_from(text_get(TEXT_NOTHING, run->lang));
    print(text_fill(run->arena, TEXT_CHECKED, run->lang, entries, counts));
    print(STR("\n"));
    return code;
}
