/* The divisions of method_table.h, and the properties of players: the parts of fair.h that look at
 * the table of worths. */
#ifndef HEQI_FAIR_DIVIDE_H
#define HEQI_FAIR_DIVIDE_H

#include "fair/fair.h"

/* The worth of all by one weight a player; false where their sum is not above 0. By a method that
 * looks at the game alone; false where it is not defined. x: n rats. */
bool divide_by_weights(struct rat *x, const struct game *g, const int64_t *weights);
bool divide_by_method(struct rat *x, struct arena *a, const struct game *g,
                      enum fair_method method);

struct division division_new(struct arena *a, uint32_t players);

/* Finds who gains most by leaving under a division that is defined. */
void division_judge(struct division *d, struct arena *a, const struct game *g);

/* Whether any division keeps everyone: known where one of these does, or already; otherwise the
 * least core tells, whose excess is positive where none does. */
void core_find(struct core *out, struct arena *a, const struct game *g,
               const struct division *divisions);

/* Fills divisions; with `all` those too that take their time. */
void fair_divide(struct fair *out, struct arena *a, bool all);

/* Fills what of players comes from the table: adds_nothing, needed_by_all, disruption, ratio. */
void fair_look_at_players(struct fair *out, struct arena *a);

/* Fills what is said of the coalitions that gain under the agreement, and of parts that make more
 * than all together. */
void fair_find_leavers(struct fair *out, struct arena *a);

#endif
