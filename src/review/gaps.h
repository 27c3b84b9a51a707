/* Gaps: what an agreement begins to say and leaves open, each with what follows from it. */
#ifndef HEQI_REVIEW_GAPS_H
#define HEQI_REVIEW_GAPS_H

#include "pact/pact.h"

/* Reports to diags:
 *   N110  matters of entries that no `decide` line and no covenant names
 *   N128  a body that decides without a quorum
 *   N129  a project that nobody leads, or without a budget
 *   N151  a licence that says nothing of what is paid for it
 *   N152  arrears that leave out a step
 *   N153  texts in one language only, where others have both
 *   N154  members that pledge nothing, where most others do
 *   N155  a fund that clauses fill, without a target, and that losses alone can empty
 *   W107  a part of a budget that is never released
 * The pact must hold no error. */
void review_check_gaps(const struct pact *p, struct diags *diags);

#endif
