/* Checks of the terms that stop no figure: what an agreement says and cannot mean so, each with the
 * case in which it shows. */
#ifndef HEQI_REVIEW_TERMS_H
#define HEQI_REVIEW_TERMS_H

#include "pact/pact.h"

/* Reports to diags:
 *   F140  disputes go both to arbitration and to a court
 *   W103  a tier whose recipients are nobody, or have nothing of what it divides by
 *   W104  a pledge, milestone or goal outside the term
 *   N121  a decision body that decides nothing
 *   N122  members that neither put anything in nor do anything, where others do
 *   N123  losses that a clause leaves to nobody
 *   N124  a score by which something goes, and on which no entry appraises anybody
 * The pact must hold no error. */
void review_check_terms(const struct pact *p, struct diags *diags);

#endif
