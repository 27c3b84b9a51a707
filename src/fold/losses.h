/* Losses: what funds and parties bear by the `bear` clauses. */
#ifndef HEQI_FOLD_LOSSES_H
#define HEQI_FOLD_LOSSES_H

#include "fold/fold.h"

/* Puts a loss of a kind on funds and parties; what nobody must bear is uncovered. m: its amount,
 * its project and result, and who is left out, NULL: who declined; why explains the amount. False
 * where it failed, reported. */
bool fold_bear(struct fold *f, enum loss_kind kind, struct occasion m, const struct why *why,
               struct span span);

/* Takes back what an insurer paid of a loss, and what the party bears that was silent. */
void fold_take_back_parts(struct fold *f, const struct entry *target);

/* Takes a notice of failure back. */
void fold_unwarn(struct fold *f, const struct entry *target, uint32_t entry);

/* ---- blame.c: who caused a loss by intent or gross negligence ---- */

/* Finds the entries that say so, and what they are about. */
void fold_find_blame(struct fold *f);

/* By party: its caps do not hold for the loss of the entry being folded, by what is known now;
 * NULL: all hold. */
const uint8_t *fold_lifted(struct fold *f);

#endif
