/* What runs when somebody means to leave, a project has failed, or the alliance is dissolved. */
#include "settle/due_find.h"

/* The last day of the notice: from the next one on the member may leave. */
void find_notices(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        const struct leaving *leaving = &pact_at(p, e->effective)->leaving;
        if (e->form != F_GIVES_NOTICE || !leaving->leave || fold_is_left_out(d->fold, i)) continue;
        struct duty duty = duty_new(DUTY_NOTICE);
        date_t from;
        if (date_add(&from, e->effective, leaving->notice) != OK || from <= e->effective) continue;
        duty.who = who_party(pact_find(p, THING_PARTY, e->party));
        duty.since = e->effective;
        duty.due = from - 1;
        duty.term = leaving->leave;
        duty.entry = i;
        duty_put_ending(d, duty);
    }
}

/* The clause of a form that holds on a day; NULL: none. */
static const struct term *clause_on(const struct pact *p, enum form form, date_t day)
{
    const struct provisions *now = pact_at(p, day);
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next)
            if (t->form == form) return t;
    return NULL;
}

/* The first day on which a party gave notice that a project may fail; DATE_NONE: it did not. */
static date_t day_warned(const struct project_state *p, uint32_t party)
{
    date_t first = DATE_NONE;
    for (size_t i = 0; i < p->warning_count; i++) {
        const struct warning *w = &p->warnings[i];
        if (w->party == party && (first == DATE_NONE || w->day < first)) first = w->day;
    }
    return first;
}

/* Who leads it tells the others, before it fails or in the days behind. */
void find_failures(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        bool failed =
            e->form == F_STOP && e->flags & ENTRY_HAS_CHOICE && e->choice == STOPPED_FAILED;
        const struct term *t = failed ? clause_on(p, F_FAILURE_NOTICE, e->effective) : NULL;
        uint32_t project = t ? pact_find(p, THING_PROJECT, e->project) : INDEX_NONE;
        if (!t || !d->fold->state->projects[project].stopped) continue; /* it was taken back */
        struct duty duty = duty_new(DUTY_FAILURE);
        uint32_t lead = pact_at(p, e->effective)->projects[project].lead;
        duty.who = who_party(lead);
        duty.done = day_warned(&d->fold->state->projects[project], lead);
        duty.to = (struct duty_who){.kind = WHO_MEMBERS};
        duty.subject = pact_word(p, p->projects[project].word);
        duty.since = e->effective;
        duty.due = duty_day(e->effective, term_bind(t, ROLE_duration));
        duty.term = t;
        duty.entry = i;
        if (duty.due != DATE_OPEN) duty_put(d, duty);
    }
}

/* ---- grants that go back ---- */

/* What went back to a payer since a day; the duty is done on that of the last. */
static int64_t returned_since(const struct duties *d, uint32_t payer, date_t from,
                              struct duty *duty)
{
    const struct fold *f = d->fold;
    int64_t sum = 0;
    for (size_t i = 0; i < f->grants.returned_count; i++) {
        const struct grant_returned *r = &f->grants.returned[i];
        const struct entry *e = document_entry(f->doc, r->entry);
        if (f->grants.list[r->grant].payer != payer || e->effective < from) continue;
        sum += r->minor;
        duty->done = e->effective;
    }
    return sum;
}

/* When the alliance is dissolved and a settlement has told what of grants was not spent. */
void find_grant_returns(struct duties *d)
{
    const struct fold *f = d->fold;
    const struct state *s = f->state;
    const struct account_list *held = &s->accounts[ACCOUNT_GRANT];
    bool closed = f->settled_count && f->settled[f->settled_count - 1].date >= s->dissolved_on;
    for (uint32_t i = 0; s->dissolved && closed && i < held->count; i++) {
        struct duty duty = duty_new(DUTY_GRANT);
        int64_t open = -held->minor[i];
        duty.amount_minor = open + returned_since(d, i, s->dissolved_on, &duty);
        if (duty.amount_minor == 0) continue;
        if (open) duty.done = DATE_NONE;
        duty.to = (struct duty_who){.kind = WHO_NAMED, .text = words_text(&s->payers, i)};
        duty.since = s->dissolved_on;
        duty.money = true;
        duty.open_minor = open;
        duty.term = pact_at(f->pact, s->dissolved_on)->dissolution.term;
        duty.entry = s->dissolving;
        duty_put(d, duty);
    }
}
