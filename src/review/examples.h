/* Worked examples: the sums that an agreement works out for its readers, worked out again.
 *
 * An `example` runs on the terms alone: a fresh book that holds what is given and the dated lines
 * behind it, settled on the day of the last of them. So that it shows figures and not procedure, it
 * needs no motion where a `decide` line asks for one, and standing invariants do not hold it up.
 * What its lines expect and do not get is reported at the line (F130), an example that the terms
 * refuse at what is refused (F131). */
#ifndef HEQI_REVIEW_EXAMPLES_H
#define HEQI_REVIEW_EXAMPLES_H

#include "pact/pact.h"

struct example_counts {
    uint32_t held, failed;
};

/* Runs every example of the agreement. The pact must hold no error. */
struct example_counts review_examples(struct arena *arena, const struct pact *pact,
                                      struct diags *diags);

#endif
