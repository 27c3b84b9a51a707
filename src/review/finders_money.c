/* The facts of money: whose it is. What is in counts; while nothing is in, what is promised. */
#include "review/finders.h"

struct sums {
    u128 enterprises, others, grants;
};

static u128 positive(int64_t minor)
{
    return minor > 0 ? (u128)minor : 0;
}

static void add_own(const struct facts *f, struct sums *s, uint32_t party, u128 minor)
{
    if (f->pact->parties[party].kind == KIND_ENTERPRISE)
        s->enterprises += minor;
    else
        s->others += minor;
}

static u128 dues_paid(const struct party_state *p)
{
    u128 sum = 0;
    for (size_t i = 0; i < p->debts[NATURE_DUES].count; i++)
        sum += positive(p->debts[NATURE_DUES].list[i].paid_minor);
    return sum;
}

/* Capital, cost and dues of members, and grants that were not returned. */
static struct sums money_in(const struct facts *f)
{
    const struct state *state = f->fold->state;
    struct sums s = {0};
    for (uint32_t i = 0; i < f->pact->party_count; i++)
        add_own(f, &s, i,
                positive(state->parties[i].capital_minor) +
                    positive(state_cost(state, SCOPE_ALLIANCE, i)) + dues_paid(&state->parties[i]));
    for (size_t i = 0; i < f->fold->grants.count; i++)
        s.grants += positive(f->fold->grants.list[i].held_minor);
    return s;
}

/* `grant 30%` on the line `funded` of a project; NULL where it has none. */
static const struct bind *granted(const struct project_terms *project, const struct term **line_out)
{
    for (const struct term *t = project->term->first; t; t = t->next)
        for (uint32_t i = 0; t->form == F_J_FUNDED && i < t->bind_count; i++)
            if (t->binds[i].role == ROLE_grant) {
                *line_out = t;
                return &t->binds[i + 1];
            }
    return NULL;
}

/* What the budgets of projects say. */
static struct sums funding(const struct facts *f)
{
    struct sums s = {0};
    for (uint32_t i = 0; i < f->pact->project_count; i++) {
        const struct project_terms *project = pact_project(f->pact, i, PACT_LATEST);
        const struct term *line;
        const struct bind *share = granted(project, &line);
        u128 budget = positive(project->budget_minor), grant = 0;
        if (share && share->b > 0) grant = budget * positive(share->a) / positive(share->b);
        s.grants += grant;
        for (uint32_t k = 0; k < project->funded.count && project->funded.sum; k++) {
            u128 own = (budget - grant) * (u128)project->funded.weights[k];
            own /= (u128)project->funded.sum;
            add_own(f, &s, project->funded.parties[k], own);
        }
    }
    return s;
}

static struct sums sums_of(const struct facts *f)
{
    struct sums s = money_in(f), pledged = {0};
    if (s.enterprises + s.others + s.grants) return s;
    s = funding(f);
    const int64_t *pledges_minor = pact_at(f->pact, PACT_LATEST)->pledges_minor;
    for (uint32_t i = 0; i < f->pact->party_count; i++)
        add_own(f, &pledged, i, positive(pledges_minor[i]));
    if (pledged.enterprises + pledged.others == 0) return s;
    pledged.grants = s.grants;
    return pledged;
}

/* The first pledge, else the head: what is in came by entries. */
static const struct term *shown(const struct facts *f, const struct fact_row *row)
{
    const struct term *pledge = seek_term(f, row, 0).term;
    return pledge ? pledge : f->pact->head;
}

/* The part of all money that is the members' own. */
struct found seek_own_money(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    struct sums s = sums_of(f);
    (void)index;
    u128 own = s.enterprises + s.others;
    return found_part(own, own + s.grants, shown(f, row));
}

/* The part of the members' own money that is of enterprises. */
struct found seek_enterprise_money(const struct facts *f, const struct fact_row *row,
                                   uint32_t index)
{
    struct sums s = sums_of(f);
    (void)index;
    return found_part(s.enterprises, s.enterprises + s.others, shown(f, row));
}

/* Grants: received, or promised on a line `funded`. */
struct found seek_grants(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    struct found out = found_nothing();
    (void)row, (void)index;
    for (size_t i = 0; i < f->fold->grants.count; i++)
        if (f->fold->grants.list[i].held_minor > 0 && out.amount.num++ == 0)
            out.entry = f->fold->grants.list[i].entry;
    for (uint32_t i = 0; i < f->pact->project_count; i++) {
        const struct term *line;
        if (!granted(pact_project(f->pact, i, PACT_LATEST), &line)) continue;
        if (out.amount.num++ == 0) out.term = line;
    }
    return out;
}
