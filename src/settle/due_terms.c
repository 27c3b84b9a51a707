/* What ends by itself on its day: offices, service, the agreement. */
#include "fold/posts.h"
#include "settle/due_find.h"

/* Somebody's place in a body until a day. */
static struct duty new_place(enum duty_kind kind, uint32_t party, uint32_t body, struct str person)
{
    struct duty duty = duty_new(kind);
    duty.who = who_party(party);
    duty.to = who_body(body);
    duty.subject = person;
    return duty;
}

void find_offices(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        if (e->form != F_APPOINT || e->due == DATE_NONE || fold_is_left_out(d->fold, i)) continue;
        uint32_t party = e->party ? pact_find(p, THING_PARTY, e->party) : INDEX_NONE;
        struct duty duty = new_place(DUTY_OFFICE, party, pact_find(p, THING_BODY, e->other),
                                     entry_text(d, e, ROLE_text));
        duty.since = e->effective;
        duty.due = e->due;
        duty.entry = i;
        duty_put_ending(d, duty);
    }
}

/* A post that another takes the place of before its end is not listed: the new one ends. */
void find_staff(struct duties *d)
{
    const struct posts *posts = &d->fold->posts;
    for (size_t i = 0; i < posts->count; i++) {
        const struct post *p = &posts->list[i];
        if (p->until == DATE_OPEN || !post_is_filled(posts, p, p->until)) continue;
        struct duty duty = new_place(DUTY_STAFF, p->employer, p->body, p->person);
        duty.since = p->since;
        duty.due = p->until;
        duty.entry = p->entry;
        duty_put_ending(d, duty);
    }
}

/* The term of the agreement, made longer by every renewal. */
void find_term(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    const struct state *s = d->fold->state;
    struct duty duty = duty_new(DUTY_TERM);
    if (s->ends == DATE_OPEN || s->dissolved) return;
    duty.since = p->founded;
    duty.due = s->ends - 1;
    duty.entry = s->renewing;
    duty.term = head_term(p, F_A_TERM);
    duty_put_ending(d, duty);
}
