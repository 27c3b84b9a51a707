/* The register of results and licences, read at a day. */
#include "state/register.h"

#include "state/state.h"

#include <string.h>

static void fit_results(struct registers *g, struct arena *arena, size_t count)
{
    if (count <= g->result_count) return;
    struct result_state *results = ARENA_ARRAY(arena, struct result_state, count);
    if (g->result_count) memcpy(results, g->results, g->result_count * sizeof *results);
    for (size_t i = g->result_count; i < count; i++)
        results[i] = (struct result_state){.since = DATE_NONE,
                                           .moved = INDEX_NONE,
                                           .filed = DATE_NONE,
                                           .granted = DATE_NONE,
                                           .lapsed = DATE_NONE,
                                           .opposed = DATE_NONE,
                                           .lapsed_entry = INDEX_NONE,
                                           .first_use = DATE_OPEN,
                                           .diffused = DATE_OPEN};
    g->results = results;
    g->result_count = count;
}

void registers_fit(struct registers *g, struct arena *arena, const struct pact *pact)
{
    fit_results(g, arena, pact->result_count);
    if (pact->licence_count <= g->licence_count) return;
    struct licence_state *licences = ARENA_ARRAY(arena, struct licence_state, pact->licence_count);
    if (g->licence_count) memcpy(licences, g->licences, g->licence_count * sizeof *licences);
    g->licences = licences;
    g->licence_count = pact->licence_count;
}

struct registers *registers_new(struct arena *arena, const struct pact *pact)
{
    struct registers *g = ARENA_NEW(arena, struct registers);
    g->grants_minor = ARENA_ARRAY(arena, int64_t, pact->project_count);
    registers_fit(g, arena, pact);
    return g;
}

/* ---- owners ---- */

bool result_went_back(const struct pact *p, const struct registers *g, uint32_t result, date_t day)
{
    const struct result_state *r = &g->results[result];
    if (!r->rights || !r->rights->unused.term || p->results[result].background) return false;
    const struct timed_term *unused = &r->rights->unused;
    date_t last = days_after(r->since, unused->duration);
    return day > last && r->first_use > last;
}

const struct share_set *result_owners(const struct pact *p, const struct registers *g,
                                      uint32_t result, date_t day)
{
    const struct result_state *r = &g->results[result];
    return result_went_back(p, g, result, day) ? &r->returned : &r->owners;
}

/* ---- filings ---- */

/* Years that a filing of the kind protects; 0: it has no end of its own here. */
static int32_t years_protected(enum result_kind kind)
{
    if (kind == RESULT_PATENT) return 20;
    return kind == RESULT_DESIGN ? 15 : 0;
}

date_t result_expires(const struct result_state *r, enum result_kind kind)
{
    int32_t years = years_protected(kind);
    if (r->filed == DATE_NONE || !years) return DATE_OPEN;
    return days_after(r->filed, (struct duration){years, UNIT_YEARS});
}

bool result_is_free(const struct result_state *r, enum result_kind kind, date_t day)
{
    if (r->lapsed != DATE_NONE && r->lapsed <= day) return true;
    return day >= result_expires(r, kind);
}

date_t result_annuity(const struct result_state *r, enum result_kind kind, date_t day)
{
    if (r->granted == DATE_NONE || r->filed == DATE_NONE || !years_protected(kind))
        return DATE_OPEN;
    if (r->lapsed != DATE_NONE) return DATE_OPEN;
    int year = date_to_civil(day).year - date_to_civil(r->filed).year;
    for (int32_t n = year > 0 ? year : 1; n <= year + 1; n++) {
        date_t due = days_after(r->filed, (struct duration){n, UNIT_YEARS});
        if (due < day || due < r->granted) continue;
        return due < result_expires(r, kind) ? due : DATE_OPEN;
    }
    return DATE_OPEN;
}

static bool names_grant(const struct term *project)
{
    for (const struct term *t = project->first; t; t = t->next)
        for (uint32_t i = 0; t->form == F_J_FUNDED && i < t->bind_count; i++)
            if (t->binds[i].role == ROLE_grant) return true;
    return false;
}

/* Whether government money made it: its project was given a grant, or names one as `funded`. */
static bool is_government_funded(const struct pact *p, const struct registers *g, uint32_t result)
{
    uint32_t project = p->results[result].project;
    if (project == INDEX_NONE) return false;
    return g->grants_minor[project] > 0 ||
           names_grant(pact_project(p, project, g->results[result].since)->term);
}

date_t result_diffusion_day(const struct pact *p, const struct registers *g, uint32_t result)
{
    const struct result_state *r = &g->results[result];
    if (!r->registered || !is_government_funded(p, g, result)) return DATE_OPEN;
    const struct timed_term *diffuse = &r->rights->diffuse;
    if (!diffuse->term) return DATE_OPEN;
    return days_after(r->since, diffuse->duration);
}

date_t result_diffuse_by(const struct pact *p, const struct registers *g, uint32_t result)
{
    bool done = g->results[result].diffused != DATE_OPEN;
    return done ? DATE_OPEN : result_diffusion_day(p, g, result);
}

/* ---- what a licensee owes ---- */

static date_t last_of_year(int32_t year)
{
    return date_from_civil((struct civil){year, 12, 31});
}

static int64_t royalties_of(const struct licence_state *l, int32_t year)
{
    int64_t sum = 0;
    for (size_t i = 0; i < l->report_count; i++)
        if (l->reports[i].year == year)
            sum += l->reports[i].royalty_minor - l->reports[i].deducted_minor;
    return sum;
}

/* The royalties of a year; once it is over, or the licence is, at least the minimum. */
static int64_t claimed_of(const struct licence_terms *t, const struct licence_state *l,
                          int32_t year, date_t day)
{
    int64_t royalties = royalties_of(l, year);
    date_t over = last_of_year(year) < t->until ? last_of_year(year) : t->until;
    bool minimum = day >= over && royalties < t->least_minor;
    return minimum ? t->least_minor : royalties;
}

int64_t licence_claimed(const struct pact *p, const struct registers *g, uint32_t licence,
                        date_t day)
{
    const struct licence_terms *t = p->licences[licence].terms;
    const struct licence_state *l = &g->licences[licence];
    date_t last = day < t->until ? day : t->until;
    int64_t sum = 0;
    if (!l->granted) return 0;
    for (size_t i = 0; i < t->fee_count; i++)
        if (t->fees[i].due <= day) sum += t->fees[i].amount_minor;
    for (int32_t y = date_to_civil(t->from).year; y <= date_to_civil(last).year; y++)
        sum += claimed_of(t, l, y, day);
    return sum - l->waived_minor;
}

bool licence_in_force(const struct pact *p, const struct registers *g, uint32_t licence, date_t day)
{
    return g->licences[licence].granted && day <= p->licences[licence].terms->until;
}
