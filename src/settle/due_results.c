/* Days of results: annuities that keep them in force, use and diffusion in time, publications that
 * wait, first refusals. */
#include "settle/due_find.h"

#include "state/register.h"

static struct duty new_duty(const struct duties *d, enum duty_kind kind, size_t result)
{
    const struct pact *p = d->fold->pact;
    struct duty duty = duty_new(kind);
    duty.who = who_set(result_owners(p, d->fold->state->registers, (uint32_t)result, d->at));
    duty.subject = pact_word(p, p->results[result].word);
    duty.entry = p->results[result].entry;
    return duty;
}

static date_t if_reached(date_t day)
{
    return day == DATE_OPEN ? DATE_NONE : day;
}

/* Every annuity so far and the next one; the right is in force, so those before are paid. */
static void put_annuities(struct duties *d, size_t result)
{
    const struct result_state *r = &d->fold->state->registers->results[result];
    const struct entry *e = document_entry(d->fold->doc, d->fold->pact->results[result].entry);
    enum result_kind kind = (enum result_kind)e->choice;
    if (r->granted == DATE_NONE) return;
    for (date_t day = r->granted, due; day <= d->at; day = due + 1) {
        struct duty duty = new_duty(d, DUTY_ANNUITY, result);
        due = result_annuity(r, kind, day);
        if (due == DATE_OPEN) return;
        duty.since = duty.due = due;
        duty_put_ending(d, duty);
    }
}

/* Unused for too long it goes back: there is no time between late and that. */
static void put_use(struct duties *d, size_t result)
{
    const struct result_state *r = &d->fold->state->registers->results[result];
    const struct timed_term *unused = &r->rights->unused;
    struct duty duty = new_duty(d, DUTY_USE, result);
    duty.due = unused->term ? days_after(r->since, unused->duration) : DATE_OPEN;
    if (duty.due == DATE_OPEN || d->fold->pact->results[result].background) return;
    duty.who = who_set(&r->owners);
    duty.since = r->since;
    duty.done = if_reached(r->first_use);
    duty.default_on = duty.due + 1;
    duty.term = unused->term;
    duty_put(d, duty);
}

static void put_diffusion(struct duties *d, size_t result)
{
    const struct pact *p = d->fold->pact;
    const struct registers *g = d->fold->state->registers;
    const struct result_state *r = &g->results[result];
    struct duty duty = new_duty(d, DUTY_DIFFUSION, result);
    duty.due = result_diffusion_day(p, g, (uint32_t)result);
    if (duty.due == DATE_OPEN) return;
    duty.since = r->since;
    duty.done = if_reached(r->diffused);
    duty.term = r->rights->diffuse.term;
    duty_put(d, duty);
}

/* ---- publication ---- */

/* Until when a publication waits: for the notice, and from an objection for the delay. */
static date_t waits_until(const struct publication_rule *rule, const struct announcement *a)
{
    date_t notice = days_after(a->day, rule->notice);
    if (a->objected == DATE_NONE || !rule->has_delay) return notice;
    date_t delay = days_after(a->objected, rule->delay);
    return delay > notice ? delay : notice;
}

static void put_publication(struct duties *d, size_t result, const struct announcement *a)
{
    const struct publication_rule *rule = &pact_at(d->fold->pact, a->day)->rights->publication;
    struct duty wait = new_duty(d, DUTY_PUBLICATION, result);
    struct duty objection = new_duty(d, DUTY_OBJECTION, result);
    if (!rule->term) return;
    wait.who = objection.to = who_party(a->party);
    wait.since = objection.since = a->day;
    wait.term = objection.term = rule->term;
    wait.entry = objection.entry = a->entry;
    wait.due = waits_until(rule, a);
    if (wait.due != DATE_OPEN) duty_put_ending(d, wait);
    objection.who = (struct duty_who){.kind = WHO_MEMBERS};
    objection.due = rule->has_objection ? days_after(a->day, rule->objection) : DATE_OPEN;
    objection.done = a->objected;
    if (objection.due != DATE_OPEN) duty_put_ending(d, objection);
}

/* ---- first refusal ---- */

/* The day a party gave its right up, behind the offer; DATE_NONE: it did not. */
static date_t day_waived(const struct duties *d, const struct offer *o, size_t result,
                         uint32_t party)
{
    const struct pact *p = d->fold->pact;
    if (!o->waived || !o->waived[party]) return DATE_NONE;
    for (uint32_t i = o->entry; i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        if (e->form == F_WAIVE && e->subject == p->results[result].word &&
            pact_find(p, THING_PARTY, e->party) == party && !fold_is_left_out(d->fold, i))
            return e->effective;
    }
    return DATE_NONE;
}

/* Each of the other owners of that day may take it first. */
static void put_refusals(struct duties *d, size_t result, const struct offer *o)
{
    const struct pact *p = d->fold->pact;
    const struct timed_term *refusal = &pact_at(p, o->day)->rights->first_refusal;
    const struct share_set *owners =
        result_owners(p, d->fold->state->registers, (uint32_t)result, o->day);
    for (uint32_t i = 0; refusal->term && i < owners->count; i++) {
        struct duty duty = new_duty(d, DUTY_REFUSAL, result);
        if (owners->parties[i] == o->from) continue;
        duty.who = who_party(owners->parties[i]);
        duty.to = who_party(o->from);
        duty.since = o->day;
        duty.due = days_after(o->day, refusal->duration);
        duty.done = day_waived(d, o, result, owners->parties[i]);
        duty.term = refusal->term;
        duty.entry = o->entry;
        if (duty.due != DATE_OPEN) duty_put_ending(d, duty);
    }
}

void find_results(struct duties *d)
{
    for (size_t i = 0; i < d->fold->pact->result_count; i++) {
        const struct result_state *r = &d->fold->state->registers->results[i];
        if (!r->registered) continue;
        put_annuities(d, i);
        put_use(d, i);
        put_diffusion(d, i);
        for (size_t k = 0; k < r->announced_count; k++) put_publication(d, i, &r->announced[k]);
        for (size_t k = 0; k < r->offer_count; k++) put_refusals(d, i, &r->offers[k]);
    }
}
