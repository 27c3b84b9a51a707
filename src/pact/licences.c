/* The terms of licences, read from the entries that grant them. */
#include "pact/licences.h"

#include "num/rat.h"
#include "pact/build.h"

static struct str text_of(struct pact *p, const struct term *t, enum role role)
{
    const struct bind *b = term_bind(t, role);
    return b ? bind_text(p->arena, p->doc->sources, b) : STR("");
}

static void said_already(struct pact *p, const struct term *t)
{
    DIAG_REPORT(p->diags, E251, t->span, diags_word(p->diags, "a line above", "上面一行"));
}

/* A licensee named by a word may be a member; its title is no name. */
static void read_licensee(struct pact *p, struct licence_terms *out, const struct term *t)
{
    uint32_t word = term_word(t, ROLE_licensee);
    out->licensee = word ? pact_find(p, THING_PARTY, word) : INDEX_NONE;
    out->to = word ? word_text(p, word) : text_of(p, t, ROLE_licensee_text);
}

static void read_fee(struct pact *p, struct licence_terms *out, const struct term *t)
{
    const struct bind *due = term_bind(t, ROLE_date);
    *ARENA_PUSH(p->arena, out->fees, out->fee_count, out->fee_capacity) =
        (struct licence_fee){.amount_minor = term_bind(t, ROLE_amount)->a,
                             .due = due ? (date_t)due->a : out->from,
                             .term = t};
}

/* Steps go up to ever higher sums of sales; behind one without a limit nothing can follow. */
static void read_royalty(struct pact *p, struct licence_terms *out, const struct term *t)
{
    const struct bind *limit = term_bind(t, ROLE_limit), *least = term_bind(t, ROLE_least);
    int64_t limit_minor = limit ? limit->a : INT64_MAX;
    if (out->step_count && out->steps[out->step_count - 1].limit_minor >= limit_minor)
        DIAG_PLAIN(p->diags, E252, t->span);
    *ARENA_PUSH(p->arena, out->steps, out->step_count, out->step_capacity) = (struct royalty_step){
        .rate = bind_ratio(p, term_bind(t, ROLE_share)), .limit_minor = limit_minor, .term = t};
    if (!least) return;
    if (out->least_minor) said_already(p, t);
    out->least_minor = least->a;
}

static void read_deduction(struct pact *p, struct licence_terms *out, const struct term *t)
{
    const struct bind *most = term_bind(t, ROLE_cap);
    if (out->deduction.term) said_already(p, t);
    out->deduction = (struct deduction){.term = t,
                                        .part = bind_ratio(p, term_bind(t, ROLE_share)),
                                        .most = most ? bind_ratio(p, most) : RATIO_ONE,
                                        .carried = term_bind(t, ROLE_carried) != NULL};
}

static void read_cap(struct pact *p, struct licence_terms *out, const struct term *t)
{
    const struct bind *own = term_bind(t, ROLE_share);
    if (out->cap.term) said_already(p, t);
    out->cap = (struct royalty_cap){.term = t,
                                    .all = bind_ratio(p, term_bind(t, ROLE_cap)),
                                    .own = own ? bind_ratio(p, own) : RATIO_ZERO};
}

static void read_line(struct pact *p, struct licence_terms *out, const struct term *t)
{
    switch ((int)t->form) {
    case F_L_FEE: read_fee(p, out, t); break;
    case F_L_ROYALTY: read_royalty(p, out, t); break;
    case F_L_DEDUCT: read_deduction(p, out, t); break;
    case F_L_CAP: read_cap(p, out, t); break;
    case F_L_SUBLICENCES: out->may_sublicense = true; break;
    default: break;
    }
}

static void read_licence(struct pact *p, struct licence *l)
{
    const struct entry *e = document_entry(p->doc, l->entry);
    const struct term *t = document_extra(p->doc, e);
    const struct bind *under = term_bind(t, ROLE_under);
    struct licence_terms *out = ARENA_NEW(p->arena, struct licence_terms);
    *out = (struct licence_terms){.has_exclusivity = e->flags & ENTRY_HAS_CHOICE,
                                  .exclusivity = e->flags & ENTRY_HAS_CHOICE
                                                     ? (enum exclusivity)e->choice
                                                     : LICENCE_NONEXCLUSIVE,
                                  .field = text_of(p, t, ROLE_field),
                                  .territory = text_of(p, t, ROLE_territory),
                                  .from = e->effective,
                                  .until = e->due == DATE_NONE ? DATE_OPEN : e->due,
                                  .under = INDEX_NONE};
    read_licensee(p, out, t);
    if (under) out->under = require(p, THING_LICENCE, (uint32_t)under->a, bind_span(under));
    if (out->until < out->from) DIAG_PLAIN(p->diags, E306, t->span);
    for (const struct term *c = t->first; c; c = c->next) read_line(p, out, c);
    l->terms = out;
}

void read_licences(struct pact *p)
{
    for (size_t i = 0; i < p->licence_count; i++) read_licence(p, &p->licences[i]);
}

static int64_t lesser(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

bool royalty_on(const struct licence_terms *t, int64_t sales_minor, int64_t *out)
{
    struct rat sum, band;
    int64_t from = 0;
    rat_init(&sum);
    rat_init(&band);
    for (size_t i = 0; i < t->step_count && from < sales_minor; i++) {
        int64_t to = lesser(sales_minor, t->steps[i].limit_minor);
        rat_set_fraction(&band, (i128)(to - from) * t->steps[i].rate.num,
                         (u128)t->steps[i].rate.den);
        rat_add(&sum, &sum, &band);
        from = to;
    }
    bool fits = rat_floor_i64(out, &sum) == OK;
    rat_clear(&band);
    rat_clear(&sum);
    return fits;
}

bool same_or_all(struct str a, struct str b)
{
    return a.len == 0 || b.len == 0 || str_eq(a, b);
}
