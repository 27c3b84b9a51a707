/* Who owns the results that a receipt belongs to, and by what shares, on the day of the receipt. */
#ifndef HEQI_SHARE_OWNERS_H
#define HEQI_SHARE_OWNERS_H

#include "share/weights.h"
#include "state/register.h"

/* Marks the owners of the result, else of the results of the project; of the alliance, nobody. */
void mark_owners(struct weigher *w, const struct occasion *m);

/* Weighs the recipients by their shares as owners of these; patents: by the patents in force of
 * them, of the alliance all that are registered, background too. */
void weigh_ownership(struct weigher *w, const struct occasion *m, bool patents);

/* Whether a registered result is a patent that is granted and in force. */
bool patent_in_force(const struct state *s, uint32_t result, date_t day);

#endif
