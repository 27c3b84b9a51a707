/* Power in the bodies of an agreement: who decides what, as the text says it on a day.
 *
 * For a body, and for each matter that has its own majority: the seats and votes of the day as a
 * motion would count them (fold/authority.h), all present and none abstaining, so that a quorum is
 * reached and votes present, cast and of all are the same. Extra majorities of a class count too,
 * and members who may veto whatever is decided; a veto of whoever is affected is nobody's before
 * there is a motion. Whom a motion is about is recused only then. */
#ifndef HEQI_FAIR_POWERS_H
#define HEQI_FAIR_POWERS_H

#include "fold/authority.h"
#include "game/rules.h"

struct body_power {
    uint32_t body;
    const struct decide_rule *rule; /* NULL: what no `decide` line with a majority names */
    const struct tally *seats;
    u128 needed; /* votes, in 1/seats->weight_den */
    bool affected_may_veto;
    bool counted;                  /* false: the votes are too many or too fine */
    uint32_t n;                    /* seats */
    struct rat *shapley, *banzhaf; /* by seat; banzhaf sums to 1 */
    struct rule_roles roles;
    int64_t *capital_minor; /* by seat, of the members behind it */
    uint32_t same; /* place in the list of a matter of this body decided alike, or its own */
};

struct body_powers {
    struct body_power *list; /* by body, its general rule first, then matters as in the text */
    size_t count, capacity;
};

/* From a fold run up to the day. Bodies without seats, or votes, are left out. */
void body_powers_find(struct body_powers *out, struct fold *f, date_t day);

#endif
