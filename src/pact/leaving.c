/* Leaving: what the terms say of who leaves and who is expelled, and who does when. */
#include "pact/build.h"

static void refuse_second(struct pact *p, const struct term *t, const struct term *first)
{
    DIAG_REPORT(p->diags, E260, t->span, pact_clause(p->arena, first));
}

/* A price is a part of what is counted in money, of the party itself. */
static enum measure_name read_price(struct pact *p, const struct bind *measure)
{
    enum measure_name m = (enum measure_name)measure->rank;
    if (measure_fits(m, FOR_PRICE)) return m;
    DIAG_REPORT(p->diags, E235, bind_span(measure),
                sources_text(p->doc->sources, bind_span(measure)));
    return M_CAPITAL;
}

static enum grants_back read_back(struct pact *p, const struct bind *back)
{
    if (!back) return GRANTS_STAY;
    p->grants_go_back = true;
    return back->rank ? GRANTS_ALL : GRANTS_UNSPENT;
}

static void read_leave(struct pact *p, const struct term *t)
{
    struct leaving *l = &p->building->leaving;
    const struct bind *notice = term_bind(t, ROLE_duration);
    const struct bind *bought = term_bind(t, ROLE_share);
    l->leave = t;
    l->notice = (struct duration){(int32_t)notice->a, (enum duration_unit)notice->b};
    l->leaver_returns = read_back(p, term_bind(t, ROLE_back));
    l->bought = RATIO_ZERO;
    if (!bought) return;
    l->bought = bind_ratio(p, bought);
    l->measure = read_price(p, term_bind(t, ROLE_measure));
}

/* One term of `expelled`; secrecy and licences are recorded. */
static void read_expelled_term(struct pact *p, const struct term *t, const struct bind *b)
{
    struct leaving *l = &p->building->leaving;
    const struct bind *measure = term_bind_in(t, b, ROLE_measure);
    const struct bind *share = term_bind_in(t, b, ROLE_share);
    const struct bind *back = term_bind_in(t, b, ROLE_back);
    if ((measure && l->keeps) || (back && l->expelled_returns != GRANTS_STAY))
        refuse_second(p, t, t);
    if (back) l->expelled_returns = read_back(p, back);
    if (!measure) return;
    l->keeps = true;
    l->kept = share ? bind_ratio(p, share) : RATIO_ZERO;
    l->kept_of = read_price(p, measure);
}

static void read_expelled(struct pact *p, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_terms);
    p->building->leaving.expelled = t;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        read_expelled_term(p, t, b);
}

static void visit(struct pact *p, const struct term *t)
{
    const struct leaving *l = &p->building->leaving;
    const struct term *first = t->form == F_LEAVE      ? l->leave
                               : t->form == F_EXPELLED ? l->expelled
                                                       : NULL;
    if (first)
        refuse_second(p, t, first);
    else if (t->form == F_LEAVE)
        read_leave(p, t);
    else if (t->form == F_EXPELLED)
        read_expelled(p, t);
}

/* ---- what the law says at the end where the agreement does not ---- */

/* By contributions paid in, else equally (Civil Code 972); who nobody is among has nothing. */
static void add_lawful(struct pact *p, struct clause *c, enum basis_kind basis)
{
    static const struct recipient members = {.kind = TO_KIND_OF_PARTIES, .who = TO_MEMBERS};
    struct tier *tier = &c->tiers[c->tier_count++];
    uint32_t id = p->tier_count++;
    *tier = (struct tier){.id = id,
                          .sums = id,
                          .row = TIER_REST,
                          .share = RATIO_ONE,
                          .to = ARENA_NEW(p->arena, struct recipient),
                          .to_count = 1,
                          .basis = {.kind = basis, .measure = M_CAPITAL},
                          .path = STR("law"),
                          .term = c->term ? c->term : p->head};
    *tier->to = members;
}

/* Behind all tiers, `rest` too: it may find nobody. */
static void complete_by_law(struct pact *p, struct clause *c)
{
    struct tier *own = c->tiers;
    c->tiers = ARENA_ARRAY(p->arena, struct tier, c->tier_count + 2);
    for (uint32_t i = 0; i < c->tier_count; i++) c->tiers[i] = own[i];
    add_lawful(p, c, BY_MEASURE);
    add_lawful(p, c, BY_EQUALLY);
}

static bool is_dissolved(const struct pact *p)
{
    for (size_t k = 0; k < p->doc->ahead_count; k++)
        if (document_entry(p->doc, p->doc->ahead[k])->form == F_DISSOLVE_ENTRY) return true;
    return false;
}

/* What is left of an association goes to no member (Civil Code 95); members of a company are liable
 * up to their capital (Company Law 4). Only where it comes to that. */
static void add_law(struct pact *p)
{
    bool association = p->has_form && p->form == LEGAL_ASSOCIATION;
    bool limited = association || (p->has_form && p->form == LEGAL_COMPANY);
    struct provisions *now = p->building;
    now->dissolution.project = now->dissolution.result = INDEX_NONE;
    now->dissolution.class = CLASS_SURPLUS;
    now->deficit =
        (struct clause){.loss = LOSS_LIABILITY, .project = INDEX_NONE, .result = INDEX_NONE};
    if (!association) complete_by_law(p, &now->dissolution);
    if (!limited) complete_by_law(p, &now->deficit);
}

void build_leaving(struct pact *p)
{
    for_articles(p, visit);
    if (p->head && is_dissolved(p)) add_law(p);
}

void declare_departure(struct pact *p, const struct entry *e, uint32_t index)
{
    *ARENA_PUSH(p->arena, p->departures, p->departure_count, p->departure_capacity) =
        (struct departure){.party = pact_find(p, THING_PARTY, e->party),
                           .entry = index,
                           .on = e->effective,
                           .expelled = e->form == F_EXPEL,
                           .late = e->effective < e->date};
}
