/* The divisions of method_table.h, and the properties of players: the parts of fair.h that look at
 * the table of worths. */
#ifndef HEQI_FAIR_DIVIDE_H
#define HEQI_FAIR_DIVIDE_H

#include "fair/fair.h"

/* Fills divisions; with `all` those too that take their time. */
void fair_divide(struct fair *out, struct arena *a, bool all);

/* Fills what of players comes from the table: adds_nothing, needed_by_all, disruption, ratio. */
void fair_look_at_players(struct fair *out, struct arena *a);

/* Fills what is said of the coalitions that gain under the agreement, and of parts that make more
 * than all together. */
void fair_find_leavers(struct fair *out, struct arena *a);

#endif
