/* Dues to come, and the sales that dues go by. */
#include "settle/due_find.h"

/* So much of the next dues was paid ahead; *last_out is the entry that gave the last of it. */
static int64_t paid_ahead(const struct duties *d, uint32_t party, int64_t wanted,
                          uint32_t *last_out)
{
    const struct advances *a = fold_advances(d->fold, party, NATURE_DUES);
    int64_t taken = 0;
    for (size_t i = a->first; i < a->count && taken < wanted; i++) {
        int64_t left = wanted - taken;
        taken += a->list[i].minor < left ? a->list[i].minor : left;
        *last_out = a->list[i].entry;
    }
    return taken;
}

/* By sales it is what follows from those reported so far: the floor at least. */
static void put_next(struct duties *d, uint32_t party, const struct next_dues *next)
{
    struct duty duty = duty_new(DUTY_DUES);
    uint32_t entry = INDEX_NONE;
    int64_t paid = paid_ahead(d, party, next->minor, &entry);
    if (next->minor == 0) return;
    duty.who = who_party(party);
    duty.since = duty.due = next->due;
    duty.money = true;
    duty.amount_minor = next->minor;
    duty.open_minor = next->minor - paid;
    if (!duty.open_minor) duty.done = document_entry(d->fold->doc, entry)->effective;
    duty.term = next->term;
    duty_put(d, duty);
}

/* ---- sales ---- */

/* The day on which the sales of a year were reported up to its end; DATE_NONE: they were not. */
static date_t day_reported(const struct duties *d, uint32_t party, int32_t year)
{
    const struct party_state *p = &d->fold->state->parties[party];
    date_t end = date_from_civil((struct civil){year + 1, 1, 1});
    for (size_t i = 0; i < p->sales_count; i++)
        if (p->sales[i].year == year && p->sales[i].to >= end)
            return document_entry(d->fold->doc, p->sales[i].entry)->effective;
    return DATE_NONE;
}

/* The dues of a year go by the sales of the year before, known by the day they fall due. */
static void put_sales(struct duties *d, uint32_t party, date_t due, const struct term *term)
{
    struct duty duty = duty_new(DUTY_SALES);
    int32_t year = date_to_civil(due).year;
    duty.who = who_party(party);
    duty.subject = str_format(d->arena, "%d", year - 1);
    duty.since = date_from_civil((struct civil){year, 1, 1});
    duty.due = due;
    duty.done = day_reported(d, party, year - 1);
    duty.term = term;
    duty_put(d, duty);
}

void find_dues(struct duties *d)
{
    const struct state *s = d->fold->state;
    struct next_dues next;
    for (uint32_t i = 0; i < s->party_count; i++) {
        for (size_t k = 0; k < s->parties[i].dues_count; k++) {
            const struct year_dues *dues = &s->parties[i].dues[k];
            if (dues->rule->of_sales) put_sales(d, i, dues->on, dues->term);
        }
        if (!fold_next_dues(d->fold, i, &next)) continue;
        put_next(d, i, &next);
        if (next.of_sales) put_sales(d, i, next.due, next.term);
    }
}
