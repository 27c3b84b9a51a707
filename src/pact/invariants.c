/* What an agreement promises to hold always: `always fund reserve at least 1,000,000`. */
#include "pact/build.h"

static void read_always(struct pact *p, const struct term *t)
{
    if (t->form != F_ALWAYS) return;
    const struct bind *least = term_bind(t, ROLE_least);
    bool cash = term_bind(t, ROLE_cash) != NULL;
    uint32_t fund = cash ? INDEX_NONE : pact_find_in(p, NAMES_FUND, term_word(t, ROLE_fund));
    if (!cash && fund == INDEX_NONE) return; /* reported where references are checked */
    *ARENA_PUSH(p->arena, p->invariants, p->invariant_count, p->invariant_capacity) =
        (struct invariant){.fund = fund,
                           .at_most = !least,
                           .limit_minor = (least ? least : term_bind(t, ROLE_most))->a,
                           .term = t};
}

void build_invariants(struct pact *p)
{
    for_articles(p, read_always);
}
