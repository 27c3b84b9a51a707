/* All that `heqi check` looks at beyond reading and resolving: for the command, and for editors. */
#ifndef HEQI_REVIEW_CHECK_H
#define HEQI_REVIEW_CHECK_H

#include "fold/fold.h"
#include "review/examples.h"

/* Folds the journal and tells what is wrong or worth knowing: unused
 * names, what needs no decision, terms that cannot be meant so, silence, examples that do not hold.
 * *fold stands behind the last entry. The pact must hold no error. */
struct example_counts review_check(struct fold *fold, struct arena *arena, const struct pact *pact,
                                   struct diags *diags);

#endif
