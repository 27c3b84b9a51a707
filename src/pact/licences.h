/* The terms of a licence: to whom, where, for what, and what it pays.
 *
 * Fields and territories are texts: equal texts are the same field, others are different ones, and
 * a licence that names none is for all. */
#ifndef HEQI_PACT_LICENCES_H
#define HEQI_PACT_LICENCES_H

#include "pact/pact.h"

/* A rate on cumulative sales up to a limit; of the last step there is none. */
struct royalty_step {
    struct ratio rate;
    int64_t limit_minor; /* INT64_MAX: all above */
    const struct term *term;
};

struct licence_fee {
    int64_t amount_minor;
    date_t due;
    const struct term *term;
};

/* `deduct 50% of other royalties, at most 50% of royalty, carried forward` */
struct deduction {
    const struct term *term; /* NULL: not agreed */
    struct ratio part, most; /* most: 1 where nothing is said */
    bool carried;
};

/* `all royalties at most 12% of sales, own at least 2.5%` */
struct royalty_cap {
    const struct term *term; /* NULL: not agreed */
    struct ratio all, own;   /* own: 0 where nothing is said */
};

struct licence_terms {
    uint32_t licensee;    /* a party; INDEX_NONE: an outsider … */
    struct str to;        /* … of this name; also the name of the party */
    bool has_exclusivity; /* non-exclusive where nothing is said */
    enum exclusivity exclusivity;
    struct str field, territory; /* empty: all */
    date_t from;                 /* of its entry */
    date_t until;                /* inclusive; DATE_OPEN: none */
    uint32_t under;              /* the licence it is a sublicence of; INDEX_NONE */
    bool may_sublicense;
    struct licence_fee *fees;
    size_t fee_count, fee_capacity;
    struct royalty_step *steps; /* ascending by limit */
    size_t step_count, step_capacity;
    int64_t least_minor; /* a calendar year; 0: none */
    struct deduction deduction;
    struct royalty_cap cap;
};

/* Reads the entry of each declared licence; declared members are known by then. */
void read_licences(struct pact *p);

/* Royalty on cumulative sales by the ladder, exact in minor units, rounded down. False where it
 * leaves int64. */
bool royalty_on(const struct licence_terms *t, int64_t sales_minor, int64_t *out);

/* Whether two licences, or a licence and what is asked for, meet in a field or territory: one of
 * the texts is empty, or both are equal. */
bool same_or_all(struct str a, struct str b);

#endif
