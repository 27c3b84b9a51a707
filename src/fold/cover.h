/* Covers: what the others pay in the place of a party that is late, `covered by others by M`.
 *
 * They are called for what is unpaid of its debt; what they pay is owed to them by the party. Of
 * what it pays on that debt from then on, they get back first what they paid, and then what they
 * were called for and did not pay yet is called no more. So what is unpaid of the debt is always
 * what they paid and did not get back, and what they still owe for it, unless less of it was
 * called. */
#ifndef HEQI_FOLD_COVER_H
#define HEQI_FOLD_COVER_H

#include "fold/fold.h"

/* Calls the others for what is unpaid of a debt. False where that failed, reported. */
bool fold_cover(struct fold *f, uint32_t party, enum nature nature, struct debt *d,
                const struct arrears_step *step);

/* What was paid, or is owed, of a debt has changed: of one that others cover, or that covers. */
void fold_cover_changes(struct fold *f, const struct debt *d);

/* What the others paid for a debt and did not get back; 0 where nobody covers it. */
int64_t fold_covered(const struct fold *f, const struct debt *d);

/* Gives the others their part of the late interest on a debt, which why explains. */
void fold_share_covered(struct fold *f, const struct debt *d, int64_t amount_minor,
                        const struct why *why);

/* Before a party pays: interest of those for whom it pays is booked, for it is the others' from
 * that day on. */
bool fold_book_interest_of_covered(struct fold *f, uint32_t party);

/* At the end what others paid is due to them, and no more waits for the debt. */
void fold_end_covers(struct fold *f);

#endif
