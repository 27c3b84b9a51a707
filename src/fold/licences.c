/* Licences: whether one may be granted beside the others, and what a report of sales makes the
 * licensee owe. What it owes stands in the register; it is income when it is paid. */
#include "fold/handlers.h"
#include "state/register.h"

static const struct licence_terms *terms_of(const struct fold *f, uint32_t licence)
{
    return f->pact->licences[licence].terms;
}

static struct licence_state *state_of(struct fold *f, uint32_t licence)
{
    return &f->state->registers->licences[licence];
}

static struct str name_of(const struct fold *f, uint32_t licence)
{
    return pact_word(f->pact, f->pact->licences[licence].word);
}

static struct str date_text(struct fold *f, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    return str_copy(f->arena, str_from(text));
}

/* "2014-01-10 #1": the entry that grants a licence, which is the clause it rests on. */
static struct str granted_by(struct fold *f, uint32_t licence)
{
    return fold_cited(f, f->pact->licences[licence].entry);
}

/* ---- granting ---- */

static uint32_t shared_result(const struct fold *f, uint32_t a, uint32_t b)
{
    const struct licence *x = &f->pact->licences[a], *y = &f->pact->licences[b];
    for (uint32_t i = 0; i < x->part_count; i++)
        for (uint32_t k = 0; k < y->part_count; k++)
            if (x->parts[i].result == y->parts[k].result) return x->parts[i].result;
    return INDEX_NONE;
}

static bool is_alone(const struct licence_terms *t)
{
    return t->exclusivity != LICENCE_NONEXCLUSIVE;
}

/* Whether one is a sublicence of the other, at whatever depth. */
static bool descends(const struct fold *f, uint32_t licence, uint32_t from)
{
    uint32_t at = licence;
    for (size_t n = 0; n <= f->pact->licence_count && at != INDEX_NONE; n++) {
        if (at == from) return true;
        at = terms_of(f, at)->under;
    }
    return false;
}

/* Whether another one is known and runs at the same time; written late, this one may begin first.
 */
static bool runs_beside(const struct fold *f, uint32_t licence, uint32_t other)
{
    const struct licence_terms *t = terms_of(f, licence), *o = terms_of(f, other);
    return f->pact->licences[other].entry < f->state->known && o->until >= t->from &&
           o->from <= t->until;
}

/* An exclusive or sole licence leaves others no room in the same result, field and territory; to
 * its own licensee more may be given. */
static bool has_room(struct fold *f, const struct entry *e, uint32_t licence)
{
    const struct licence_terms *t = terms_of(f, licence);
    for (uint32_t i = 0; i < f->pact->licence_count; i++) {
        const struct licence_terms *o = terms_of(f, i);
        if (i == licence || !runs_beside(f, licence, i)) continue;
        if ((!is_alone(t) && !is_alone(o)) || str_eq(t->to, o->to)) continue;
        if (!same_or_all(t->field, o->field) || !same_or_all(t->territory, o->territory)) continue;
        uint32_t result = shared_result(f, licence, i);
        if (result == INDEX_NONE || descends(f, licence, i)) continue;
        DIAG_REPORT(f->diags, E360, entry_span(e), name_of(f, i),
                    pact_word(f->pact, f->pact->results[result].word), granted_by(f, i));
        return false;
    }
    return true;
}

static bool goes_beyond(struct fold *f, const struct entry *e, uint32_t parent, const char *en,
                        const char *zh)
{
    DIAG_REPORT(f->diags, E362, entry_span(e), name_of(f, parent), diags_word(f->diags, en, zh),
                granted_by(f, parent));
    return false;
}

static bool has_result(const struct licence *l, uint32_t result)
{
    for (uint32_t i = 0; i < l->part_count; i++)
        if (l->parts[i].result == result) return true;
    return false;
}

static bool within(struct str part, struct str whole)
{
    return whole.len == 0 || str_eq(part, whole);
}

/* A sublicence lies inside the licence that it comes from, which allows it. */
static bool may_sublicense(struct fold *f, const struct entry *e, uint32_t licence)
{
    const struct licence_terms *t = terms_of(f, licence);
    uint32_t parent = t->under;
    if (parent == INDEX_NONE) return true;
    const struct licence_terms *o = terms_of(f, parent);
    if (!licence_in_force(f->pact, f->state->registers, parent, f->day))
        return goes_beyond(f, e, parent, "term", "期限");
    if (!o->may_sublicense) {
        DIAG_REPORT(f->diags, E361, entry_span(e), name_of(f, parent), granted_by(f, parent));
        return false;
    }
    for (uint32_t i = 0; i < f->pact->licences[licence].part_count; i++)
        if (!has_result(&f->pact->licences[parent], f->pact->licences[licence].parts[i].result))
            return goes_beyond(f, e, parent, "results", "标的");
    if (!within(t->field, o->field)) return goes_beyond(f, e, parent, "field", "领域");
    if (!within(t->territory, o->territory)) return goes_beyond(f, e, parent, "territory", "地域");
    if (t->until > o->until) return goes_beyond(f, e, parent, "term", "期限");
    return true;
}

bool fold_license(struct fold *f, const struct entry *e)
{
    uint32_t licence = pact_find(f->pact, THING_LICENCE, e->subject);
    bool stands = !fold_may_refuse(f); /* it has happened */
    if (!stands && (!may_sublicense(f, e, licence) || !has_room(f, e, licence))) return false;
    state_of(f, licence)->granted = true;
    return true;
}

/* ---- what sales make due ---- */

static int64_t part_of(struct fold *f, int64_t whole, struct ratio part)
{
    int64_t floor = 0, rest = 0;
    if (ratio_of(&floor, &rest, whole, part) != OK) f->state->overflow = true;
    return floor;
}

static int64_t lesser(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* What is deducted for royalties paid to others: the part agreed, and what was carried forward, at
 * most the part of this royalty that may be deducted; what does not fit may be carried on. */
static int64_t deducted(struct fold *f, const struct licence_terms *t, struct licence_state *l,
                        const struct sales_report *r)
{
    const struct deduction *d = &t->deduction;
    if (!d->term) return 0;
    int64_t wanted = part_of(f, r->others_minor, d->part);
    state_add(f->state, &wanted, l->carried_minor);
    int64_t taken = lesser(wanted, part_of(f, r->royalty_minor, d->most));
    l->carried_minor = d->carried ? wanted - taken : 0;
    return taken;
}

/* Under a cap of all royalties the own one gives way, but not below its own least rate. */
static int64_t capped(struct fold *f, const struct licence_terms *t, const struct sales_report *r,
                      int64_t royalty_minor)
{
    const struct royalty_cap *c = &t->cap;
    if (!c->term) return royalty_minor;
    int64_t room = part_of(f, r->sales_minor, c->all) - r->others_minor;
    int64_t least = part_of(f, r->sales_minor, c->own);
    if (room < least) room = least;
    return lesser(royalty_minor, room);
}

/* The reports from one on anew, in the order of their periods, so that one may come or go in
 * between. */
static bool recount(struct fold *f, uint32_t licence, size_t first)
{
    const struct licence_terms *t = terms_of(f, licence);
    struct licence_state *l = state_of(f, licence);
    int64_t before = 0;
    l->sales_minor = first ? l->reports[first - 1].so_far_minor : 0;
    l->carried_minor = first ? l->reports[first - 1].carried_minor : 0;
    if (!royalty_on(t, l->sales_minor, &before)) f->state->overflow = true;
    for (size_t i = first; i < l->report_count; i++) {
        struct sales_report *r = &l->reports[i];
        int64_t so_far = 0;
        state_add(f->state, &l->sales_minor, r->sales_minor);
        if (!royalty_on(t, l->sales_minor, &so_far)) f->state->overflow = true;
        r->royalty_minor = so_far - before;
        before = so_far;
        int64_t after = r->royalty_minor - deducted(f, t, l, r);
        r->deducted_minor = r->royalty_minor - capped(f, t, r, after);
        r->so_far_minor = l->sales_minor;
        r->carried_minor = l->carried_minor;
    }
    return !f->state->overflow;
}

/* ---- reports ---- */

static bool stands_behind(const struct sales_report *x, const struct sales_report *y)
{
    return x->from != y->from ? x->from > y->from : x->entry > y->entry;
}

/* Puts it in its place, mostly the last, and returns that. */
static size_t insert(struct fold *f, struct licence_state *l, struct sales_report r)
{
    (void)ARENA_PUSH(f->state->arena, l->reports, l->report_count, l->report_capacity);
    size_t at = l->report_count - 1;
    for (; at > 0 && stands_behind(&l->reports[at - 1], &r); at--)
        l->reports[at] = l->reports[at - 1];
    l->reports[at] = r;
    return at;
}

static bool outside(struct fold *f, const struct entry *e, uint32_t licence, struct str wanted,
                    struct str agreed)
{
    DIAG_REPORT(f->diags, E364, entry_span(e), name_of(f, licence), agreed, wanted,
                granted_by(f, licence));
    return false;
}

static bool in_field(struct fold *f, const struct entry *e, uint32_t licence)
{
    const struct licence_terms *t = terms_of(f, licence);
    const struct term *extra = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *field = extra ? term_bind(extra, ROLE_field) : NULL;
    const struct bind *territory = extra ? term_bind(extra, ROLE_territory) : NULL;
    struct str text;
    if (field) {
        text = bind_text(f->arena, f->doc->sources, field);
        if (!within(text, t->field)) return outside(f, e, licence, text, t->field);
    }
    if (territory) {
        text = bind_text(f->arena, f->doc->sources, territory);
        if (!within(text, t->territory)) return outside(f, e, licence, text, t->territory);
    }
    return true;
}

static bool in_time(struct fold *f, const struct entry *e, uint32_t licence)
{
    const struct licence_terms *t = terms_of(f, licence);
    if (e->from >= t->from && (t->until == DATE_OPEN || e->to - 1 <= t->until)) return true;
    bool ends = t->until != DATE_OPEN;
    DIAG_REPORT(f->diags, E363, entry_span(e), name_of(f, licence), date_text(f, t->from),
                ends ? date_text(f, t->until) : diags_word(f->diags, "on without end", "无期限"),
                granted_by(f, licence));
    return false;
}

/* A time is reported once; where a minimum holds for the calendar year, years apart. */
static bool is_new(struct fold *f, const struct entry *e, uint32_t licence)
{
    const struct licence_state *l = state_of(f, licence);
    const struct entry *second = fold_second(f, e);
    for (size_t i = l->report_count; second && i-- > 0;) {
        const struct sales_report *r = &l->reports[i];
        if (r->to <= e->from && !f->replaying) break; /* in their order none overlap */
        if (e->from >= r->to || r->from >= e->to || fold_is_taken_back(f, r->entry) ||
            fold_is_taken_back(f, f->index))
            continue;
        DIAG_REPORT(f->diags, E365, entry_span(second), name_of(f, licence), date_text(f, r->from),
                    date_text(f, r->to), fold_cited(f, r->entry));
        return false;
    }
    bool one_year = date_to_civil(e->from).year == date_to_civil(e->to - 1).year;
    if (one_year || !terms_of(f, licence)->least_minor || !fold_may_refuse(f)) return true;
    DIAG_REPORT(f->diags, E366, entry_span(e), name_of(f, licence), granted_by(f, licence));
    return false;
}

static void note_uses(struct fold *f, uint32_t licence)
{
    const struct licence *l = &f->pact->licences[licence];
    for (uint32_t i = 0; i < l->part_count; i++) fold_note_use(f, l->parts[i].result);
}

/* A licensee's report; sales of a member are a measure of its own. */
bool fold_reports(struct fold *f, const struct entry *e)
{
    uint32_t licence = pact_find(f->pact, THING_LICENCE, e->party);
    if (licence == INDEX_NONE) return fold_member_reports(f, e, entry_party(f, e));
    const struct term *extra = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *others = extra ? term_bind(extra, ROLE_others) : NULL;
    struct licence_state *l = state_of(f, licence);
    if (fold_may_refuse(f) && (!in_time(f, e, licence) || !in_field(f, e, licence))) return false;
    if (!is_new(f, e, licence)) return false;
    size_t at = insert(f, l,
                       (struct sales_report){.entry = f->index,
                                             .from = e->from,
                                             .to = e->to,
                                             .year = date_to_civil(e->to - 1).year,
                                             .sales_minor = e->amount,
                                             .others_minor = others ? others->a : 0});
    note_uses(f, licence);
    return recount(f, licence, at) || (DIAG_PLAIN(f->diags, E401, entry_span(e)), false);
}

bool fold_unreport(struct fold *f, uint32_t licence, uint32_t entry)
{
    struct licence_state *l = state_of(f, licence);
    size_t kept = 0;
    for (size_t i = 0; i < l->report_count; i++)
        if (l->reports[i].entry != entry) l->reports[kept++] = l->reports[i];
    l->report_count = kept;
    return recount(f, licence, 0);
}

/* ---- payment ---- */

int64_t fold_note_refund(struct fold *f, uint32_t licence, int64_t amount_minor)
{
    struct licence_state *l = state_of(f, licence);
    const struct licence_terms *t = terms_of(f, licence);
    bool says = t->fee_count || t->step_count;
    int64_t ahead = l->paid_minor - licence_claimed(f->pact, f->state->registers, licence, f->day);
    if (ahead < 0) ahead = 0;
    int64_t waived = says && amount_minor > ahead ? amount_minor - ahead : 0;
    state_add(f->state, &l->paid_minor, -amount_minor);
    state_add(f->state, &l->waived_minor, waived);
    return waived;
}

void fold_undo_licence_refund(struct fold *f, uint32_t licence, int64_t amount_minor,
                              int64_t waived_minor)
{
    struct licence_state *l = state_of(f, licence);
    state_add(f->state, &l->paid_minor, amount_minor);
    state_add(f->state, &l->waived_minor, -waived_minor);
}

bool fold_note_licensed(struct fold *f, uint32_t licence, int64_t amount_minor)
{
    const struct licence_terms *t = terms_of(f, licence);
    struct licence_state *l = state_of(f, licence);
    const struct entry *e = document_entry(f->doc, f->index);
    bool says = t->fee_count || t->step_count;
    bool late = fold_may_refuse(f) && says && f->day > t->until && amount_minor > 0;
    int64_t open =
        late ? licence_claimed(f->pact, f->state->registers, licence, f->day) - l->paid_minor : 0;
    if (late && amount_minor > open) {
        DIAG_REPORT(f->diags, E367, entry_span(e), name_of(f, licence), date_text(f, t->until),
                    fold_amount(f, open > 0 ? open : 0), granted_by(f, licence));
        return false;
    }
    state_add(f->state, &l->paid_minor, amount_minor);
    if (amount_minor > 0) note_uses(f, licence);
    return true;
}
