/* Guards: `while M under AMOUNT` over tiers. Inside share only. */
#ifndef HEQI_SHARE_GUARD_H
#define HEQI_SHARE_GUARD_H

#include "share/share.h"

/* Whether a guard and those around it hold for the next receipt or piece; NULL holds. */
bool guards_hold(const struct sharer *sh, const struct clause *c, const struct guard *g,
                 const struct occasion *m);

#endif
