/* The games that an agreement states, and how what was received stands to them: negotiators can
 * compare before anything is undertaken. */
#ifndef HEQI_FAIR_STATED_H
#define HEQI_FAIR_STATED_H

#include "fair/fair.h"

/* Those of the text of the day. agreed: by party. A game whose numbers are too large is left out.
 */
void stated_find(struct stated_games *out, struct fold *f, const struct agreed *agreed, date_t day);

#endif
