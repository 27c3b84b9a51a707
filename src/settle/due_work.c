/* Dates of the work: milestones, goals, and the settlements that the agreement promises. */
#include "settle/due_find.h"

/* ---- milestones ---- */

/* What the journal says of a milestone or goal. */
struct outcome {
    date_t met, missed; /* first days; DATE_NONE: not */
    uint32_t entry;     /* the last one */
};

/* sign -1: it is taken back. */
static void note_outcome(struct outcome *o, const struct entry *e, uint32_t index, int sign)
{
    date_t *day = e->choice == 0 ? &o->met : &o->missed;
    if (sign < 0)
        *day = DATE_NONE;
    else if (*day == DATE_NONE)
        *day = e->effective;
    o->entry = index;
}

static struct outcome *new_outcomes(struct duties *d, size_t count)
{
    struct outcome *list = ARENA_ARRAY(d->arena, struct outcome, count);
    for (size_t i = 0; i < count; i++) list[i] = (struct outcome){DATE_NONE, DATE_NONE, INDEX_NONE};
    return list;
}

static void take_outcome(struct duty *duty, const struct outcome *o)
{
    duty->done = o->met;
    duty->entry = o->entry;
    if (o->missed != DATE_NONE) duty->default_on = o->missed;
}

struct project_facts {
    struct outcome *milestones;
    date_t stopped; /* DATE_OPEN: not */
};

static void note_milestone(struct project_facts *facts, const struct project *p,
                           const struct entry *e, uint32_t index, int sign)
{
    for (size_t i = 0; i < p->milestone_count; i++)
        if (p->milestones[i] == e->subject) note_outcome(&facts->milestones[i], e, index, sign);
}

static struct project_facts *read_projects(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    struct project_facts *facts = ARENA_ARRAY(d->arena, struct project_facts, p->project_count);
    for (size_t i = 0; i < p->project_count; i++)
        facts[i] =
            (struct project_facts){new_outcomes(d, p->projects[i].milestone_count), DATE_OPEN};
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        int sign;
        const struct entry *e = entry_meant(d, i, &sign);
        if (e->form != F_MILESTONE && e->form != F_STOP) continue;
        uint32_t project = pact_find(p, THING_PROJECT, e->project);
        if (e->form == F_STOP)
            facts[project].stopped = sign < 0 ? DATE_OPEN : e->effective;
        else
            note_milestone(&facts[project], &p->projects[project], e, i, sign);
    }
    return facts;
}

/* When its project stops, an unmet milestone stays as it is on that day; if its own day is still to
 * come, it falls away. */
static void put_milestone(struct duties *d, const struct project_terms *p,
                          const struct milestone *m, const struct project_facts *facts)
{
    struct str project = pact_word(d->fold->pact, term_word(p->term, ROLE_name));
    struct str name = pact_word(d->fold->pact, m->word);
    struct duty duty = duty_new(DUTY_MILESTONE);
    duty.who = who_party(p->lead);
    duty.subject = str_format(d->arena, "%.*s.%.*s", STR_ARG(project), STR_ARG(name));
    duty.since = d->fold->pact->founded;
    duty.due = m->by;
    duty.term = p->term;
    take_outcome(&duty, &facts->milestones[m->number]);
    if (duty.done == DATE_NONE && m->by > facts->stopped) return;
    duty_put_as_of(d, duty,
                   facts->stopped < d->at && duty.done == DATE_NONE ? facts->stopped : d->at);
}

void find_milestones(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    const struct project_facts *facts = read_projects(d);
    for (uint32_t i = 0; i < p->project_count; i++) {
        const struct project_terms *project = pact_project(p, i, d->at);
        for (size_t m = 0; m < project->milestone_count; m++)
            put_milestone(d, project, &project->milestones[m], &facts[i]);
    }
}

/* ---- goals ---- */

static struct outcome goal_outcome(const struct duties *d, uint32_t word)
{
    struct outcome o = {DATE_NONE, DATE_NONE, INDEX_NONE};
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        const struct entry *e = document_entry(d->fold->doc, i);
        if (e->form == F_GOAL_STATE && e->subject == word && !fold_is_left_out(d->fold, i))
            note_outcome(&o, e, i, 1);
    }
    return o;
}

void find_goals(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    for (const struct term *t = head_term(p, F_A_GOAL); t; t = t->next) {
        if (t->form != F_A_GOAL) continue;
        const struct bind *by = term_bind(t, ROLE_date);
        struct outcome outcome = goal_outcome(d, term_word(t, ROLE_name));
        struct duty duty = duty_new(DUTY_GOAL);
        duty.subject = pact_word(p, term_word(t, ROLE_name));
        duty.since = p->founded;
        if (by) duty.due = (date_t)by->a;
        duty.term = t;
        take_outcome(&duty, &outcome);
        duty_put(d, duty);
    }
}

/* ---- settlements ---- */

enum frequency { MONTHLY, QUARTERLY, YEARLY, ON_DEMAND };

/* The last day of the calendar month, quarter or year of a day. */
static date_t period_end(date_t day, enum frequency frequency)
{
    static const int months[] = {[MONTHLY] = 1, [QUARTERLY] = 3, [YEARLY] = 12};
    struct civil c = date_to_civil(day);
    c.month = (c.month - 1) / months[frequency] * months[frequency] + months[frequency];
    c.day = date_days_in_month(c.year, c.month);
    return date_from_civil(c);
}

/* A settlement closes all before it: that of a period is the first one on its last day or later. */
void find_settlements(struct duties *d)
{
    const struct fold *f = d->fold;
    const struct pact *p = f->pact;
    const struct term *t = head_term(p, F_A_SETTLES);
    enum frequency frequency = t ? (enum frequency)term_bind(t, ROLE_frequency)->rank : ON_DEMAND;
    if (frequency == ON_DEMAND) return;
    size_t settled = 0;
    date_t from = p->founded;
    while (from <= d->at && from < f->state->ends) {
        struct duty duty = duty_new(DUTY_SETTLEMENT);
        duty.since = from;
        duty.due = period_end(from, frequency);
        duty.term = t;
        from = duty.due + 1;
        while (settled < f->settled_count && f->settled[settled].date < duty.due) settled++;
        if (settled < f->settled_count) {
            duty.done = f->settled[settled].date;
            duty.entry = f->settled[settled].entry;
        }
        duty_put(d, duty);
    }
}
