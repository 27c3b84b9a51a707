/* Profit of a clause: what it paid in a scope outside `until M repaid` tiers. Inside share only. */
#ifndef HEQI_SHARE_PROFIT_H
#define HEQI_SHARE_PROFIT_H

#include "share/share.h"

/* Counts a portion, where a tier of its clause looks at profit. Funds count in all, nobody not. */
void profit_count(struct state *s, const struct portion *p);

#endif
