/* `grants are restricted`: what grants may pay for, and how much of all money they may be. */
#include "pact/build.h"

static void read_eligible(struct pact *p, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_category);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        *ARENA_PUSH(p->arena, p->grants.eligible, p->grants.eligible_count,
                    p->grants.eligible_capacity) = (uint32_t)b->a;
}

static void read_restricted(struct pact *p, const struct term *t)
{
    if (t->form != F_GRANTS_RESTRICTED) return;
    const struct bind *cap = term_bind(t, ROLE_cap);
    p->grants.term = t;
    if (cap) p->grants.most = bind_ratio(p, cap);
    p->grants.capped = p->grants.capped || cap;
    for (const struct term *c = t->first; c; c = c->next) read_eligible(p, c);
}

void build_restrictions(struct pact *p)
{
    for_articles(p, read_restricted);
}

bool pact_grants_pay_for(const struct pact *p, uint32_t category)
{
    if (!p->grants.eligible_count) return true;
    for (size_t i = 0; i < p->grants.eligible_count; i++)
        if (p->grants.eligible[i] == category) return true;
    return false;
}
