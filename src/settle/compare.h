/* Why a party got more or less in one period than in another: the causes of the difference, ranked,
 * which sum to it exactly and leave nothing over.
 *
 * Movements are grouped by what they come from: the figure, the clause, and the licence, payer,
 * project or fund that the entry names. Within a group, with W what went through the clause in a
 * period (to all recipients) and g what a tier of it gave the party, the change g' − g is
 *
 *     g (W' − W) / W               more or less went through: CHANGE_WHOLE, over all tiers, and
 *     (g' − g) − g (W' − W) / W    the tier gave the party another part of it: CHANGE_PART.
 *
 * The first is rounded to minor units, half away from zero, the second takes what is left, so the
 * causes are whole units and add up. A group that is in one period alone is one cause. */
#ifndef HEQI_SETTLE_COMPARE_H
#define HEQI_SETTLE_COMPARE_H

#include "settle/settle.h"

struct period {
    date_t from, until; /* both inclusive */
};

enum change_kind {
    CHANGE_WHOLE, /* more or less of it than before */
    CHANGE_PART,  /* another part of it */
    CHANGE_NEW,   /* nothing of it before */
    CHANGE_GONE,  /* nothing of it any more */
    CHANGE_BACK,  /* entries that were taken back */
    CHANGE_LATE,  /* what entries that came late changed of closed periods */
};

/* What a group of movements comes from. */
struct origin {
    enum figure figure;                /* received, borne, called or charges */
    const struct term *term;           /* the clause or tranche; NULL: none */
    enum form form;                    /* of the entries; FORM_COUNT: none, the calendar */
    uint32_t subject, project, choice; /* as in struct entry */
    uint32_t entry;                    /* the first of them; INDEX_NONE: none */
};

struct change {
    enum change_kind kind;
    struct origin origin;
    const struct tier *tier; /* of CHANGE_PART; NULL: a clause without tiers */
    int64_t whole[2];        /* what went through, earlier and later, minor units */
    int64_t got[2];          /* what the party had of it; of CHANGE_PART in this tier */
    int64_t effect_minor;    /* on the figure; never 0 */
};

struct compare_request {
    uint32_t party;
    struct period earlier, later; /* later.until DATE_NONE: the date of the last entry */
};

struct comparison {
    struct compare_request request;        /* with its last day */
    int64_t totals[2][FIGURE_CHARGES + 1]; /* by period and figure */
    struct change *changes;                /* by figure, then the largest effect first */
    size_t count, capacity;
};

/* Settles up to the end of the later period and compares. False where an error was reported. */
bool settle_compare(struct comparison *c, struct arena *arena, const struct pact *pact,
                    struct diags *diags, struct compare_request request);

#endif
