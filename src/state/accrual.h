/* What `R% yearly on M` has earned for everyone in one scope.
 *
 * A return runs on what is open of M: what was paid or borne, less all that was ever entitled to
 * under `until M repaid` tiers of the scope. It earns R/365 of that a day, from the day of the
 * payment; days are counted, leap years are not. What a party earned is kept as a sum of
 * 10^-12 units times days, a whole number, so that it is exact; the open amount is counted to
 * 10^-12, as entitlements are (entitled.h).
 *
 * Compound: when twelve months are over since the party's return began to run, what it earned and
 * was not entitled to yet is added to the base, rounded to a unit, half of it up. A return that is
 * paid takes first what was not added. Simple: what is unpaid earns nothing. */
#ifndef HEQI_STATE_ACCRUAL_H
#define HEQI_STATE_ACCRUAL_H

#include "state/state.h"

#define DAYS_OF_A_YEAR 365

/* A time in which a party's base did not change; kept while figures are explained. */
struct stretch {
    uint32_t party;
    date_t from, to;
    i128 base_e12;
};

struct accrual {
    const struct promise *promise;
    uint32_t scope;
    struct entitled *paid; /* what everyone was entitled to of the return */
    date_t *since;         /* by party: reckoned up to this day; DATE_NONE: not yet */
    date_t *began;         /* compound: its return runs from here, … */
    int32_t *years;        /* … and so many years are over */
    int64_t *added_minor;  /* compound: added to the base */
    i128 *earned_days_e12; /* the sum of base times days */
    struct stretch *stretches;
    size_t stretch_count, stretch_capacity;
};

/* The accrual of promise number `promise` in a scope, made at its first use. */
struct accrual *state_accrual(struct state *s, uint32_t promise, uint32_t scope);

/* Brings the returns on a measure in a scope up to the state's day for a party. Called before its
 * measure, or what was repaid of it, changes there. */
void state_reckon(struct state *s, enum measure_name measure, uint32_t scope, uint32_t party);

/* The same in every scope that looks at the measure so far. */
void state_reckon_everywhere(struct state *s, enum measure_name measure, uint32_t party);

/* The same where capital changes, which counts in every scope; kept by day, for scopes that begin
 * to look at it later. */
void state_reckon_capital(struct state *s, uint32_t party, int64_t amount_minor);

/* What a party earned up to the state's day, in 10^-12 of a unit, rounded down. */
i128 accrual_earned_e12(struct state *s, struct accrual *a, uint32_t party);

/* What was paid of it is to be counted by the caller in a->paid, after this. */
void accrual_reckon(struct state *s, struct accrual *a, uint32_t party);

#endif
