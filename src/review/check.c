/* What `heqi check` looks at, in the order in which it tells of it. */
#include "review/check.h"

#include "review/gaps.h"
#include "review/silence.h"
#include "review/terms.h"
#include "review/void.h"

struct example_counts review_check(struct fold *fold, struct arena *arena, const struct pact *pact,
                                   struct diags *diags)
{
    struct fold_options options = {.until = DATE_NONE, .checking = true};
    fold_init(fold, arena, pact, diags, options);
    (void)fold_run(fold);
    pact_note_unused(pact);
    review_check_gaps(pact, diags);
    review_check_terms(pact, diags);
    review_check_void(pact, diags);
    review_note_silence(pact, diags);
    return review_examples(arena, pact, diags);
}
