/* What guards look at, and where they cut a receipt. */
#include "share/guard.h"

/* What a guard looks at: income, or the measure of all parties together, rounded down. */
static i128 guarded_minor(const struct sharer *sh, const struct clause *c, const struct guard *g,
                          const struct occasion *m)
{
    const struct state *s = sh->state;
    i128 sum = 0;
    if (g->measure == M_INCOME) return state_taken(s, c->id, m->scope);
    for (uint32_t i = 0; i < s->party_count; i++)
        sum += g->measure == M_RISK ? sh->weigher.risk_e12[i]
                                    : measure_value(s, g->measure, m->scope, i);
    return g->measure == M_RISK ? sum / STREAM_PARTS : sum;
}

bool guards_hold(const struct sharer *sh, const struct clause *c, const struct guard *g,
                 const struct occasion *m)
{
    for (; g; g = g->outer)
        if (guarded_minor(sh, c, g, m) >= g->under_minor) return false;
    return true;
}

int64_t share_piece(const struct state *s, const struct clause *c, const struct occasion *m,
                    int64_t left)
{
    if (!c->counts_income) return left;
    int64_t before = state_taken(s, c->id, m->scope);
    for (uint32_t i = 0; i < c->tier_count; i++)
        for (const struct guard *g = c->tiers[i].guard; g; g = g->outer) {
            if (g->measure != M_INCOME || before >= g->under_minor) continue;
            if (g->under_minor - before < left) left = g->under_minor - before;
        }
    return left;
}
