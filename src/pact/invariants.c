/* What an agreement promises to hold always: `always fund reserve at least 1,000,000`. */
#include "pact/build.h"

/* One that the text before had goes on; others are new. */
static uint32_t id_of(struct pact *p, const struct invariant *v)
{
    const struct provisions *before = p->building > p->provisions ? p->building - 1 : NULL;
    for (size_t i = 0; before && i < before->invariant_count; i++) {
        const struct invariant *old = &before->invariants[i];
        if (old->fund == v->fund && old->at_most == v->at_most &&
            old->limit_minor == v->limit_minor)
            return old->id;
    }
    return p->invariant_ids++;
}

static void read_always(struct pact *p, const struct term *t)
{
    if (t->form != F_ALWAYS) return;
    const struct bind *least = term_bind(t, ROLE_least);
    bool cash = term_bind(t, ROLE_cash) != NULL;
    uint32_t fund = cash ? INDEX_NONE : pact_find_in(p, NAMES_FUND, term_word(t, ROLE_fund));
    if (!cash && fund == INDEX_NONE) return; /* reported where references are checked */
    struct provisions *now = p->building;
    struct invariant *v =
        ARENA_PUSH(p->arena, now->invariants, now->invariant_count, now->invariant_capacity);
    *v = (struct invariant){.fund = fund,
                            .at_most = !least,
                            .limit_minor = (least ? least : term_bind(t, ROLE_most))->a,
                            .term = t};
    v->id = id_of(p, v);
}

void build_invariants(struct pact *p)
{
    for_articles(p, read_always);
}
