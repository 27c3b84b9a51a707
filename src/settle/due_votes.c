/* Votes that are asked for by a day, and the days in which a decision can be vetoed. */
#include "settle/due_find.h"

#include "state/motions.h"

static const struct motion_state *state_of(const struct duties *d, size_t motion)
{
    const struct motions *motions = d->fold->state->motions;
    return motions ? &motions->list[motion] : NULL;
}

static bool was_put(const struct motion_state *s)
{
    return s && s->result != MOTION_UNKNOWN;
}

/* ---- ballots ---- */

/* The first vote of each party on a motion; DATE_NONE: none. */
static const date_t *read_votes(const struct duties *d, const struct motion *m)
{
    const struct pact *p = d->fold->pact;
    date_t *days = ARENA_ARRAY(d->arena, date_t, p->party_count);
    for (size_t i = 0; i < p->party_count; i++) days[i] = DATE_NONE;
    for (uint32_t i = m->entry; i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        if (e->form != F_VOTE || e->subject != m->word) continue;
        uint32_t party = pact_find(p, THING_PARTY, e->other ? e->other : e->party);
        if (days[party] == DATE_NONE) days[party] = e->effective;
    }
    return days;
}

/* Whom a motion is about has no vote on it, nor has the group it counts with. */
static bool is_asked(const struct duties *d, const struct motion *m, uint32_t party)
{
    const struct pact *p = d->fold->pact;
    const uint32_t *bloc_of = pact_when(p, m->entry)->bloc_of;
    uint32_t bloc = bloc_of[party];
    if (!d->fold->state->parties[party].member) return false;
    if (party == m->party) return false;
    if (m->party != INDEX_NONE && bloc != INDEX_NONE && bloc == bloc_of[m->party]) return false;
    return pact_has_seat(p, pact_body_of(p, m), party);
}

/* Nobody must vote: who did not is not late, its vote is no longer asked for. */
static void put_ballots(struct duties *d, const struct motion *m, const struct motion_state *s)
{
    const struct pact *p = d->fold->pact;
    const date_t *days = read_votes(d, m);
    bool over = s->result != MOTION_OPEN || d->at > m->deadline;
    for (uint32_t i = 0; i < p->party_count; i++) {
        struct duty duty = duty_new(DUTY_BALLOT);
        if (days[i] == DATE_NONE && (over || !is_asked(d, m, i))) continue;
        duty.who = who_party(i);
        duty.to = who_body(m->body);
        duty.subject = pact_word(p, m->word);
        duty.since = s->opened;
        duty.due = m->deadline;
        duty.done = days[i];
        duty.entry = m->entry;
        duty_put(d, duty);
    }
}

void find_ballots(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    for (size_t i = 0; i < p->motion_count; i++)
        if (p->motions[i].deadline != DATE_NONE && was_put(state_of(d, i)))
            put_ballots(d, &p->motions[i], state_of(d, i));
}

/* ---- vetoes ---- */

/* "affected", "polytech, cri": as the clause names them. */
static struct duty_who who_may_veto(const struct duties *d, const struct veto_right *right)
{
    struct span span = bind_span(term_bind(right->term, ROLE_to));
    return (struct duty_who){.kind = WHO_NAMED, .text = sources_text(d->fold->doc->sources, span)};
}

static void put_vetoes(struct duties *d, const struct motion *m, const struct motion_state *s)
{
    const struct pact *p = d->fold->pact;
    const struct body *body = pact_body_of(p, m);
    for (size_t i = 0; i < body->veto_count; i++) {
        const struct veto_right *right = &body->vetoes[i];
        struct duty duty = duty_new(DUTY_VETO);
        if (date_add(&duty.due, s->decided, right->within) != OK) continue;
        duty.who = who_may_veto(d, right);
        duty.to = who_body(m->body);
        duty.subject = pact_word(p, m->word);
        duty.since = s->decided;
        if (s->result == MOTION_VETOED) duty.done = s->vetoes[0].date;
        duty.term = right->term;
        duty.entry = m->decided;
        duty_put_ending(d, duty);
    }
}

void find_vetoes(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    for (size_t i = 0; i < p->motion_count; i++) {
        const struct motion_state *s = state_of(d, i);
        if (s && (s->result == MOTION_CARRIED || s->result == MOTION_VETOED))
            put_vetoes(d, &p->motions[i], s);
    }
}
