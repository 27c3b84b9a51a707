/* Inside due: what the finders of the kinds share. */
#ifndef HEQI_SETTLE_DUE_FIND_H
#define HEQI_SETTLE_DUE_FIND_H

#include "settle/due.h"

/* The states of a kind. */
#define MAY_BE_DONE (1u << DUTY_OPEN | 1u << DUTY_MET)
#define MAY_BE_LATE (MAY_BE_DONE | 1u << DUTY_LATE | 1u << DUTY_CURED)
#define MAY_DEFAULT (MAY_BE_LATE | 1u << DUTY_IN_DEFAULT)
#define MAY_LAPSE (MAY_BE_DONE | 1u << DUTY_IN_DEFAULT)

typedef void duty_finder(struct duties *d);

duty_finder find_debts;                                      /* due_money.c */
duty_finder find_dues;                                       /* due_dues.c */
duty_finder find_payouts, find_loans;                        /* due_claims.c */
duty_finder find_milestones, find_goals, find_settlements;   /* due_work.c */
duty_finder find_licences;                                   /* due_licences.c */
duty_finder find_results;                                    /* due_results.c */
duty_finder find_stake_offers;                               /* due_offers.c */
duty_finder find_notices, find_failures, find_grant_returns; /* due_leaving.c */
duty_finder find_ballots, find_vetoes;                       /* due_votes.c */
duty_finder find_offices, find_staff, find_term;             /* due_terms.c */

/* A duty of the alliance to itself, without day, money, clause and entry: the start of every one.
 */
struct duty duty_new(enum duty_kind kind);

/* Puts it in the list as it stands on the day asked, or on an earlier one. */
void duty_put(struct duties *d, struct duty duty);
void duty_put_as_of(struct duties *d, struct duty duty, date_t day);

/* The same for what ends by itself: from the day after, it is met. */
void duty_put_ending(struct duties *d, struct duty duty);

static inline struct duty_who who_party(uint32_t party)
{
    return party == INDEX_NONE ? (struct duty_who){.kind = WHO_ALLIANCE}
                               : (struct duty_who){.kind = WHO_PARTY, .index = party};
}

/* Who has shares together; the alliance where nobody has. */
static inline struct duty_who who_set(const struct share_set *set)
{
    if (!set->count) return (struct duty_who){.kind = WHO_ALLIANCE};
    if (set->count == 1) return who_party(set->parties[0]);
    return (struct duty_who){.kind = WHO_SET, .index = set->parties[0], .set = set};
}

static inline struct duty_who who_body(uint32_t body)
{
    return (struct duty_who){.kind = WHO_BODY, .index = body};
}

/* The statement of a form that stands in the head; NULL: none. */
const struct term *head_term(const struct pact *p, enum form form);

/* So long after a day; DATE_OPEN where that leaves the calendar. */
date_t duty_day(date_t day, const struct bind *duration);

/* Walks the entries that are known on the day asked, in the order written:
 *     for (uint32_t i = 0; i < duties_entries(d); i++) … document_entry(d->fold->doc, i) … */
uint32_t duties_entries(const struct duties *d);

/* The entry that an entry takes back, or the entry itself; *sign_out is -1 or 1. */
const struct entry *entry_meant(const struct duties *d, uint32_t index, int *sign_out);

/* The text of an entry's role, "" where it has none. */
struct str entry_text(const struct duties *d, const struct entry *e, enum role role);

#endif
