/* The register of results and licences: who owns a result, what became of its filing, who uses it,
 * what was announced of it; what a licensee sold, owes and paid.
 *
 * Kept by entry, read at a day: nothing here looks at money of the alliance, so that postings do
 * not depend on it. */
#ifndef HEQI_STATE_REGISTER_H
#define HEQI_STATE_REGISTER_H

#include "pact/licences.h"
#include "pact/rights.h"

/* Industrial use of a result. */
struct adoption {
    uint32_t party; /* INDEX_NONE: an outsider … */
    struct str by;  /* … of this name; empty: not said by whom */
    struct str line;
    date_t day;
    uint32_t entry;
};

/* A member means to publish. */
struct announcement {
    uint32_t party;
    date_t day;
    uint32_t entry;
    date_t objected;    /* DATE_NONE: nobody objected */
    uint32_t objection; /* the entry that does */
};

/* An owner means to pass its part on; co-owners may buy it first. */
struct offer {
    uint32_t from;
    uint32_t to;        /* INDEX_NONE: an outsider, or somebody who is no member yet … */
    struct str to_text; /* … of this name */
    date_t day;
    uint32_t entry;
    bool *waived; /* by party */
};

/* A part that an owner passed on, in the weights of the owners. */
struct passage {
    uint32_t entry, from, to;
    uint64_t weight;
};

struct result_state {
    bool registered;
    date_t since;
    const struct rights *rights;       /* of the text that it was registered under */
    struct share_set owners;           /* count 0: the alliance, or nobody is known */
    const struct ownership_rule *rule; /* by which they own it; NULL: the law, or background */
    uint32_t moved;                    /* the entry that last passed it on; INDEX_NONE */
    struct passage *passages;
    size_t passage_count, passage_capacity;
    struct share_set returned; /* who owns it when it stayed unused too long */
    date_t filed, granted, lapsed, opposed;
    uint32_t lapsed_entry;
    struct str number; /* of the filing */
    struct adoption *adoptions;
    size_t adoption_count, adoption_capacity;
    date_t first_use; /* adopted, or sold under a licence; DATE_OPEN: not yet */
    date_t diffused;  /* made available outside; DATE_OPEN: not yet */
    struct announcement *announced;
    size_t announced_count, announced_capacity;
    struct offer *offers;
    size_t offer_count, offer_capacity;
};

/* A report of sales under a licence. */
struct sales_report {
    uint32_t entry;
    date_t from, to; /* half-open */
    int32_t year;    /* the calendar year that it counts to */
    int64_t sales_minor;
    int64_t others_minor;   /* royalties paid to others on these sales */
    int64_t royalty_minor;  /* by the ladder */
    int64_t deducted_minor; /* for what was paid to others, or under a cap of all royalties */
    int64_t so_far_minor;   /* sales up to and with this report … */
    int64_t carried_minor;  /* … and what may still be deducted behind it */
};

struct licence_state {
    bool granted;                 /* the entry that grants it was met */
    struct sales_report *reports; /* ascending by period */
    size_t report_count, report_capacity;
    int64_t sales_minor;   /* so far */
    int64_t carried_minor; /* what may still be deducted */
    int64_t paid_minor;    /* income from it, less refunds */
    int64_t waived_minor;  /* refunded of what it owed, and so owed no more */
};

struct registers {
    struct result_state *results; /* by result and by licence, as in the pact */
    struct licence_state *licences;
    size_t result_count, licence_count;
    int64_t *grants_minor; /* received for each project */
};

struct registers *registers_new(struct arena *arena, const struct pact *pact);

/* Room for results and licences that the pact has besides. */
void registers_fit(struct registers *g, struct arena *arena, const struct pact *pact);

/* Who owns a result at the end of a day: by its rule, by what passed on, or by its return when it
 * was not used in time. count 0: the alliance, or nobody that is known. */
const struct share_set *result_owners(const struct pact *p, const struct registers *g,
                                      uint32_t result, date_t day);

/* Whether it went back because it stayed unused. */
bool result_went_back(const struct pact *p, const struct registers *g, uint32_t result, date_t day);

/* The day a filing runs out by itself; DATE_OPEN: it does not. */
date_t result_expires(const struct result_state *r, enum result_kind kind);

/* Whether it was protected by a filing and is no longer on that day, so that all may use it. */
bool result_is_free(const struct result_state *r, enum result_kind kind, date_t day);

/* The next day, from `day` on, before which a fee keeps a granted patent or design in force: the
 * anniversaries of its filing; DATE_OPEN: none. */
date_t result_annuity(const struct result_state *r, enum result_kind kind, date_t day);

/* The last day to make a result available outside, where government money made it and the
 * agreement says so; DATE_OPEN: no such duty. */
date_t result_diffusion_day(const struct pact *p, const struct registers *g, uint32_t result);

/* The same as long as it is to be done; DATE_OPEN: no such duty, or it is done. */
date_t result_diffuse_by(const struct pact *p, const struct registers *g, uint32_t result);

/* What a licensee owed by the end of a day since the licence was granted: fees that fell due, and
 * for each calendar year the royalties, at least the minimum once the year is over; less what was
 * refunded of it. */
int64_t licence_claimed(const struct pact *p, const struct registers *g, uint32_t licence,
                        date_t day);

/* Whether the licence is in force: granted, and not past its last day. */
bool licence_in_force(const struct pact *p, const struct registers *g, uint32_t licence,
                      date_t day);

#endif
