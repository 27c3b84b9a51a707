/* Recovery of grants: what clauses gave a member of grants and it must give back when it leaves or
 * is expelled, by the terms of that day: all of it, or what it did not spend itself on the project
 * of the grant, in categories that grants may pay for.
 *
 * It is a charge of the member, and money of its payer again: it can be spent on the project, or
 * returned. What becomes known later, as a reversal of the grant, changes it. */
#ifndef HEQI_FOLD_RECOVERY_H
#define HEQI_FOLD_RECOVERY_H

#include "fold/fold.h"

/* A party got of the grant that is being shared, or, below zero, had to give back of it. */
void fold_note_granted(struct fold *f, uint32_t party, uint32_t project, int64_t amount_minor);

/* A party spent itself, or, below zero, an entry that did is reversed. */
void fold_note_own_spending(struct fold *f, const struct entry *e, int64_t amount_minor);

/* Charges a member that departed what it must give back and was not charged yet. */
void fold_recover_grants(struct fold *f, uint32_t party);

/* The same of all that departed: what of a grant was taken back is not theirs to return. */
void fold_recover_all_grants(struct fold *f);

/* What a member that departed was charged of grants; *received_out: of what it received. */
int64_t fold_recovered(const struct fold *f, uint32_t party, int64_t *received_out);

#endif
