/* The first refusal of stakes and capital that were offered to an outsider. */
#include "pact/rights.h"
#include "settle/due_find.h"

/* The day of a party's answer that stands; DATE_NONE: it gave none. */
static date_t day_answered(const struct duties *d, const struct stake_offer *o, uint32_t party)
{
    const struct fold *f = d->fold;
    for (uint32_t i = o->entry + 1; o->answers[party] && i < duties_entries(d); i++) {
        const struct entry *e = document_entry(f->doc, i);
        if (e->form == F_OFFER_ANSWER && pact_cited(f->pact, i) == o->entry &&
            pact_find(f->pact, THING_PARTY, e->party) == party)
            return e->effective;
    }
    return DATE_NONE;
}

static void put_offer(struct duties *d, const struct stake_offer *o, const struct term *term)
{
    const struct pact *p = d->fold->pact;
    for (uint32_t i = 0; i < d->fold->state->party_count; i++) {
        if (ratio_sign(o->held[i]) == 0) continue;
        struct duty duty =
            duty_new(o->stakes == INDEX_NONE ? DUTY_CAPITAL_REFUSAL : DUTY_STAKE_REFUSAL);
        duty.who = who_party(i);
        duty.to = who_party(o->party);
        if (o->stakes != INDEX_NONE) duty.subject = pact_word(p, p->stakes[o->stakes].word);
        duty.since = document_entry(d->fold->doc, o->entry)->effective;
        duty.due = o->until;
        duty.done = day_answered(d, o, i);
        duty.term = term;
        duty.entry = o->entry;
        duty_put_ending(d, duty);
    }
}

void find_stake_offers(struct duties *d)
{
    const struct stake_offers *offers = &d->fold->state->offers;
    for (size_t i = 0; i < offers->count; i++) {
        const struct stake_offer *o = &offers->list[i];
        date_t day = document_entry(d->fold->doc, o->entry)->effective;
        const struct term *term = pact_at(d->fold->pact, day)->rights->first_refusal.term;
        if (term && !o->withdrawn && o->until != DATE_OPEN) put_offer(d, o, term);
    }
}
