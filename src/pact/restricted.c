/* `grants are restricted`: what grants may pay for, and how much of all money they may be. */
#include "pact/build.h"

static void read_eligible(struct pact *p, const struct term *t)
{
    struct restriction *grants = &p->building->grants;
    const struct bind *list = term_bind(t, ROLE_category);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        *ARENA_PUSH(p->arena, grants->eligible, grants->eligible_count, grants->eligible_capacity) =
            (uint32_t)b->a;
}

static void read_restricted(struct pact *p, const struct term *t)
{
    if (t->form != F_GRANTS_RESTRICTED) return;
    struct restriction *grants = &p->building->grants;
    const struct bind *cap = term_bind(t, ROLE_cap);
    grants->term = t;
    if (cap) grants->most = bind_ratio(p, cap);
    grants->capped = grants->capped || cap;
    for (const struct term *c = t->first; c; c = c->next) read_eligible(p, c);
}

void build_restrictions(struct pact *p)
{
    for_articles(p, read_restricted);
}

bool restriction_lets(const struct restriction *r, uint32_t category)
{
    if (!r->eligible_count) return true;
    for (size_t i = 0; i < r->eligible_count; i++)
        if (r->eligible[i] == category) return true;
    return false;
}
