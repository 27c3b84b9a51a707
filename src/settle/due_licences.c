/* What licensees owe: fees, royalties, minimums, reports of their sales; and the end of licences.
 *
 * It adds up to licence_claimed (state/register.h): a fee on its day, a royalty on the day of its
 * report, and, when a year is over, what its reports stayed below its minimum. */
#include "settle/due_find.h"

#include "state/register.h"

#include <stdlib.h>

/* The duties to pay of one licence, by due day; a payment goes to the oldest. */
struct owed {
    struct duty *list;
    size_t count, capacity;
    int64_t paid_minor;
};

static struct duty new_duty(const struct duties *d, enum duty_kind kind, size_t licence)
{
    const struct licence *l = &d->fold->pact->licences[licence];
    struct duty duty = duty_new(kind);
    duty.who = l->terms->licensee == INDEX_NONE
                   ? (struct duty_who){.kind = WHO_NAMED, .text = l->terms->to}
                   : who_party(l->terms->licensee);
    duty.subject = pact_word(d->fold->pact, l->word);
    duty.entry = l->entry;
    return duty;
}

static void owe(struct duties *d, struct owed *o, struct duty duty, int64_t amount_minor)
{
    if (amount_minor <= 0) return;
    duty.money = true;
    duty.amount_minor = amount_minor;
    *ARENA_PUSH(d->arena, o->list, o->count, o->capacity) = duty;
}

/* ---- years ---- */

static date_t day_of(const struct duties *d, uint32_t entry)
{
    return document_entry(d->fold->doc, entry)->effective;
}

/* The last day of a year, or of the licence in it. */
static date_t year_over(const struct licence_terms *t, int32_t year)
{
    date_t last = date_from_civil((struct civil){year, 12, 31});
    return last < t->until ? last : t->until;
}

static int64_t royalty_of(const struct sales_report *r)
{
    return r->royalty_minor - r->deducted_minor;
}

/* The minimum of a year, less what was reported by its end; of a year that runs, so far. */
static void owe_minimum(struct duties *d, struct owed *o, size_t licence, int32_t year)
{
    const struct licence_terms *t = d->fold->pact->licences[licence].terms;
    const struct licence_state *l = &d->fold->state->registers->licences[licence];
    struct duty duty = new_duty(d, DUTY_MINIMUM, licence);
    int64_t left = t->least_minor;
    duty.since = date_from_civil((struct civil){year, 1, 1});
    duty.due = year_over(t, year);
    for (size_t i = 0; i < l->report_count; i++)
        if (l->reports[i].year == year && day_of(d, l->reports[i].entry) <= duty.due)
            left -= royalty_of(&l->reports[i]);
    owe(d, o, duty, left);
}

/* What a report adds to what its year owes: behind the year, the minimum is owed already. */
static void owe_royalty(struct duties *d, struct owed *o, size_t licence, size_t report)
{
    const struct licence_terms *t = d->fold->pact->licences[licence].terms;
    const struct licence_state *l = &d->fold->state->registers->licences[licence];
    const struct sales_report *r = &l->reports[report];
    struct duty duty = new_duty(d, DUTY_ROYALTY, licence);
    duty.entry = r->entry;
    duty.since = duty.due = day_of(d, r->entry);
    int64_t floor = duty.due > year_over(t, r->year) ? t->least_minor : 0, before = 0;
    for (size_t i = 0; i < l->report_count; i++)
        if (l->reports[i].year == r->year && l->reports[i].entry < r->entry)
            before += royalty_of(&l->reports[i]);
    int64_t after = before + royalty_of(r);
    owe(d, o, duty, (after > floor ? after : floor) - (before > floor ? before : floor));
}

/* Sales of a year are reported when a report reaches its end; no day is set for that. */
static void put_report(struct duties *d, size_t licence, int32_t year)
{
    const struct licence_terms *t = d->fold->pact->licences[licence].terms;
    const struct licence_state *l = &d->fold->state->registers->licences[licence];
    struct duty duty = new_duty(d, DUTY_REPORT, licence);
    duty.since = year_over(t, year);
    if (!t->step_count || duty.since > d->at) return;
    for (size_t i = 0; i < l->report_count; i++) {
        date_t day = day_of(d, l->reports[i].entry);
        bool whole = l->reports[i].year == year && l->reports[i].to > duty.since;
        if (whole && (duty.done == DATE_NONE || day < duty.done)) duty.done = day;
    }
    duty_put(d, duty);
}

/* ---- payments ---- */

static int compare_due(const void *a, const void *b)
{
    const struct duty *x = a, *y = b;
    if (x->due != y->due) return x->due < y->due ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* What is paid in full is done on that day; what is taken back opens it again. */
static void pay(struct owed *o, int64_t minor, date_t day)
{
    int64_t needed = 0;
    o->paid_minor += minor;
    for (size_t i = 0; i < o->count; i++) {
        needed += o->list[i].amount_minor;
        if (o->paid_minor < needed)
            o->list[i].done = DATE_NONE;
        else if (o->list[i].done == DATE_NONE)
            o->list[i].done = day;
    }
}

static void read_payments(const struct duties *d, struct owed *owed)
{
    const struct fold *f = d->fold;
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        int sign;
        const struct entry *e = entry_meant(d, i, &sign);
        uint32_t licence = e->form == F_INCOME && e->subject
                               ? pact_find(f->pact, THING_LICENCE, e->subject)
                               : INDEX_NONE;
        if (licence != INDEX_NONE) pay(&owed[licence], sign * e->amount, day_of(d, i));
    }
    /* What was refunded of money paid ahead pays nothing; of what was owed, it is owed no more. */
    for (size_t i = 0; i < f->pact->licence_count; i++) {
        const struct licence_state *l = &f->state->registers->licences[i];
        pay(&owed[i], l->paid_minor + l->waived_minor - owed[i].paid_minor, d->at);
    }
}

static void put_owed(struct duties *d, const struct owed *o)
{
    int64_t left = o->paid_minor;
    for (size_t i = 0; i < o->count; i++) {
        struct duty duty = o->list[i];
        int64_t paid = left < duty.amount_minor ? left : duty.amount_minor;
        duty.open_minor = duty.amount_minor - paid;
        left -= paid;
        duty_put(d, duty);
    }
}

/* ---- licences ---- */

static void read_licence(struct duties *d, struct owed *o, size_t licence)
{
    const struct licence_terms *t = d->fold->pact->licences[licence].terms;
    const struct licence_state *l = &d->fold->state->registers->licences[licence];
    date_t last = d->at < t->until ? d->at : t->until;
    for (size_t i = 0; i < t->fee_count; i++) {
        struct duty duty = new_duty(d, DUTY_FEE, licence);
        duty.since = duty.due = t->fees[i].due;
        owe(d, o, duty, t->fees[i].amount_minor);
    }
    for (int32_t y = date_to_civil(t->from).year; y <= date_to_civil(last).year; y++) {
        owe_minimum(d, o, licence, y);
        put_report(d, licence, y);
    }
    for (size_t i = 0; i < l->report_count; i++) owe_royalty(d, o, licence, i);
    if (o->count) qsort(o->list, o->count, sizeof *o->list, compare_due);
}

static void put_end(struct duties *d, size_t licence)
{
    const struct licence_terms *t = d->fold->pact->licences[licence].terms;
    struct duty duty = new_duty(d, DUTY_LICENCE, licence);
    if (t->until == DATE_OPEN) return;
    duty.since = t->from;
    duty.due = t->until;
    duty_put_ending(d, duty);
}

void find_licences(struct duties *d)
{
    const struct fold *f = d->fold;
    size_t count = f->pact->licence_count;
    struct owed *owed = ARENA_ARRAY(d->arena, struct owed, count);
    for (size_t i = 0; i < count; i++)
        if (f->state->registers->licences[i].granted) read_licence(d, &owed[i], i);
    read_payments(d, owed);
    for (size_t i = 0; i < count; i++) {
        if (!f->state->registers->licences[i].granted) continue;
        put_owed(d, &owed[i]);
        put_end(d, i);
    }
}
