/* What ends by itself on its day: offices, service, the agreement. */
#include "settle/due_find.h"

/* An entry that gives somebody a place in a body until a day. */
static void put_place(struct duties *d, enum duty_kind kind, uint32_t index)
{
    const struct pact *p = d->fold->pact;
    const struct entry *e = document_entry(d->fold->doc, index);
    struct duty duty = duty_new(kind);
    if (e->due == DATE_NONE) return;
    duty.who = who_party(e->party ? pact_find(p, THING_PARTY, e->party) : INDEX_NONE);
    duty.to = who_body(pact_find(p, THING_BODY, e->other));
    duty.subject = entry_text(d, e, ROLE_text);
    duty.since = e->effective;
    duty.due = e->due;
    duty.entry = index;
    duty_put_ending(d, duty);
}

static void find_places(struct duties *d, enum form form, enum duty_kind kind)
{
    for (uint32_t i = 0; i < duties_entries(d); i++)
        if (document_entry(d->fold->doc, i)->form == form) put_place(d, kind, i);
}

void find_offices(struct duties *d)
{
    find_places(d, F_APPOINT, DUTY_OFFICE);
}

void find_staff(struct duties *d)
{
    find_places(d, F_STAFF, DUTY_STAFF);
}

/* The term of the agreement, made longer by every renewal. */
void find_term(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    date_t ends = p->ends; /* the first day behind it */
    struct duty duty = duty_new(DUTY_TERM);
    for (uint32_t i = 0; ends != DATE_OPEN && i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        if (e->form != F_RENEW) continue;
        ends = duty_day(ends, term_bind(document_extra(d->fold->doc, e), ROLE_duration));
        duty.entry = i;
    }
    if (ends == DATE_OPEN) return;
    duty.since = p->founded;
    duty.due = ends - 1;
    duty.term = head_term(p, F_A_TERM);
    duty_put_ending(d, duty);
}
