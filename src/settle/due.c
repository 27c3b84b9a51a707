/* The list of duties: the table of their kinds, how each stands, and their order. */
#include "settle/due_find.h"

#include <stdlib.h>

struct kind_row {
    uint32_t states;
    duty_finder *find;
};

static const struct kind_row rows[] = {
#define DUTY(id, key, en, zh, states, find) {states, find},
#include "settle/due_table.h"
#undef DUTY
};

_Static_assert(ARRAY_LEN(rows) == DUTY_KIND_COUNT, "a row a kind");

bool duty_can_be(enum duty_kind kind, enum duty_state state)
{
    return rows[kind].states >> state & 1;
}

enum duty_state duty_state_on(const struct duty *d, date_t day)
{
    bool done = d->done != DATE_NONE && d->done <= day;
    if (done && (d->due == DATE_NONE || d->done <= d->due)) return DUTY_MET;
    if (done) return d->done < d->default_on ? DUTY_CURED : DUTY_IN_DEFAULT;
    if (day >= d->default_on) return DUTY_IN_DEFAULT;
    return d->due == DATE_NONE || day <= d->due ? DUTY_OPEN : DUTY_LATE;
}

/* ---- for the finders ---- */

struct duty duty_new(enum duty_kind kind)
{
    return (struct duty){.kind = kind,
                         .since = DATE_NONE,
                         .due = DATE_NONE,
                         .done = DATE_NONE,
                         .default_on = DATE_OPEN,
                         .entry = INDEX_NONE,
                         .number = 1};
}

void duty_put_as_of(struct duties *d, struct duty duty, date_t day)
{
    duty.state = duty_state_on(&duty, day);
    CHECK(duty_can_be(duty.kind, duty.state));
    *ARENA_PUSH(d->arena, d->list, d->count, d->capacity) = duty;
}

void duty_put(struct duties *d, struct duty duty)
{
    duty_put_as_of(d, duty, d->at);
}

void duty_put_ending(struct duties *d, struct duty duty)
{
    if (duty.done == DATE_NONE && duty.due < d->at) duty.done = duty.due;
    duty_put(d, duty);
}

const struct term *head_term(const struct pact *p, enum form form)
{
    const struct term *t = p->head ? p->head->first : NULL;
    while (t && t->form != form) t = t->next;
    return t;
}

date_t duty_day(date_t day, const struct bind *duration)
{
    date_t out;
    struct duration length = {(int32_t)duration->a, (enum duration_unit)duration->b};
    return date_add(&out, day, length) == OK ? out : DATE_OPEN;
}

uint32_t duties_entries(const struct duties *d)
{
    const struct document *doc = d->fold->doc;
    uint32_t low = 0, high = doc->entry_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document_entry(doc, middle)->date <= d->at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct entry *entry_meant(const struct duties *d, uint32_t index, int *sign_out)
{
    const struct entry *e = document_entry(d->fold->doc, index);
    uint32_t target = e->form == F_REVERSE ? fold_reversed(d->fold, index) : INDEX_NONE;
    *sign_out = target == INDEX_NONE ? 1 : -1;
    return target == INDEX_NONE ? e : document_entry(d->fold->doc, target);
}

struct str entry_text(const struct duties *d, const struct entry *e, enum role role)
{
    const struct document *doc = d->fold->doc;
    const struct bind *b = e->extra ? term_bind(document_extra(doc, e), role) : NULL;
    return b ? bind_text(d->arena, doc->sources, b) : STR("");
}

/* ---- order ---- */

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_who(const struct duty_who *a, const struct duty_who *b)
{
    int order = compare_numbers((int64_t)a->kind, (int64_t)b->kind);
    if (!order) order = compare_numbers(a->index, b->index);
    return order ? order : str_compare(a->text, b->text);
}

static int64_t clause_number(const struct term *t)
{
    return t ? (int64_t)t->article << 32 | t->clause : -1;
}

/* Alike in all that identifies a duty for as long as it lives: of a clause, the entry that ends it
 * is none of that. */
static int compare_identity(const struct duty *x, const struct duty *y)
{
    int order = compare_numbers(x->since, y->since);
    if (!order) order = compare_numbers((int64_t)x->kind, (int64_t)y->kind);
    if (!order) order = compare_who(&x->who, &y->who);
    if (!order) order = compare_who(&x->to, &y->to);
    if (!order) order = compare_numbers(clause_number(x->term), clause_number(y->term));
    if (!order && !x->term) order = compare_numbers(x->entry, y->entry);
    return order ? order : str_compare(x->subject, y->subject);
}

static int compare_duties(const void *a, const void *b)
{
    const struct duty *x = a, *y = b;
    int64_t none = DATE_OPEN;
    int order =
        compare_numbers(x->due == DATE_NONE ? none : x->due, y->due == DATE_NONE ? none : y->due);
    if (!order) order = compare_identity(x, y);
    if (!order && x->term) order = compare_numbers(x->term->span.at, y->term->span.at);
    return order ? order : compare_numbers(x->amount_minor, y->amount_minor);
}

static void number_alike(struct duties *d)
{
    for (size_t i = 1; i < d->count; i++) {
        const struct duty *before = &d->list[i - 1];
        struct duty *duty = &d->list[i];
        if (before->due == duty->due && compare_identity(before, duty) == 0)
            duty->number = before->number + 1;
    }
}

void duties_find(struct duties *d, struct fold *f)
{
    *d = (struct duties){.arena = f->arena, .fold = f, .at = f->options.until};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        if (rows[i].find) rows[i].find(d);
    if (d->count) qsort(d->list, d->count, sizeof *d->list, compare_duties);
    number_alike(d);
}
