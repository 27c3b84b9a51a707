/* Duties: who has to do what by when, to whom, by which clause or entry, and how it stands.
 *
 * A review over the pact, the journal and the folded state: it changes nothing and decides nothing.
 * A duty on a day is
 *
 *   open        not done, and its day is not over, or none is set;
 *   met         done by its day; of what ends by itself, such as an office: it has ended;
 *   late        not done, its day is over;
 *   cured       done after its day, before it was in default;
 *   in default  not done in the last time the text gives: the day after the last threshold of the
 *               `arrears` clause (interest is no threshold), or the day an entry says it is missed.
 *               What is done only then stays in default, with the day it was done.
 *
 * What can no longer be done and is nobody's fault is no duty any more and not listed: a vote on a
 * motion that is decided, a milestone due after its project was stopped. */
#ifndef HEQI_SETTLE_DUE_H
#define HEQI_SETTLE_DUE_H

#include "fold/fold.h"

enum duty_kind {
#define DUTY(id, key, en, zh, states, find) DUTY_##id,
#include "settle/due_table.h"
#undef DUTY
    DUTY_KIND_COUNT
};

enum duty_state { DUTY_OPEN, DUTY_MET, DUTY_LATE, DUTY_CURED, DUTY_IN_DEFAULT, DUTY_STATE_COUNT };

/* Who owes it, or to whom. */
enum duty_who_kind { WHO_ALLIANCE, WHO_MEMBERS, WHO_PARTY, WHO_SET, WHO_BODY, WHO_NAMED };

struct duty_who {
    enum duty_who_kind kind;
    uint32_t index;              /* of the party or body; the first party of a set */
    const struct share_set *set; /* WHO_SET: several parties together */
    struct str text;             /* WHO_NAMED: as the text writes it */
};

struct duty {
    enum duty_kind kind;
    enum duty_state state;
    struct duty_who who, to;
    struct str subject; /* the name of what it is about; empty: nothing in particular */
    date_t since;       /* it arose */
    date_t due;         /* its last day; DATE_NONE: none is set */
    date_t done;        /* DATE_NONE: not done */
    date_t default_on;  /* first day in default, if it is not done before; DATE_OPEN: none */
    bool money;
    int64_t amount_minor, open_minor; /* of money */
    const struct term *term;          /* the clause; NULL: none */
    uint32_t entry;                   /* INDEX_NONE: none */
    uint32_t number; /* from 1, among duties of one day that are alike but for their amounts */
};

struct duties {
    struct arena *arena;
    struct fold *fold; /* run up to the day asked, not closed */
    date_t at;
    struct duty *list; /* by due day, those without one last; then by kind, party, entry */
    size_t count, capacity;
};

/* All duties known on the day of a fold that was run. */
void duties_find(struct duties *d, struct fold *f);

/* How a duty stands at the end of a day. */
enum duty_state duty_state_on(const struct duty *d, date_t day);

/* Whether a kind can be in a state at all. */
bool duty_can_be(enum duty_kind kind, enum duty_state state);

#endif
