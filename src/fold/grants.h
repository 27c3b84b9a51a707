/* Grants: what each payer's money was for, what of it goes back, and what part of all money in it
 * is.
 */
#ifndef HEQI_FOLD_GRANTS_H
#define HEQI_FOLD_GRANTS_H

#include "fold/fold.h"

/* Keeps a grant that came in: what clauses did not share of it is held for its project. */
void fold_hold_grant(struct fold *f, uint32_t payer, uint32_t project, int64_t held_minor);

/* Takes a grant back, or what was returned of grants: the entries of `entry` are undone. */
void fold_drop_grant(struct fold *f, uint32_t entry, int64_t held_minor);
void fold_undo_return(struct fold *f, uint32_t entry);

/* Counts the cash that an entry of a kind brought in, below zero where it took it back; tells where
 * grants come to more of all money in than the agreement allows. */
void fold_count_money_in(struct fold *f, const struct entry *e, int64_t cash_minor);

/* Says where a grant takes those for a project past the part of its budget that the `funded` line
 * leaves to grants. */
void fold_look_at_grant_share(struct fold *f, const struct entry *e, uint32_t project);

/* Cash in hand. */
int64_t fold_cash(const struct fold *f);

#endif
