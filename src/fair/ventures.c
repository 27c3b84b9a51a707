/* Ventures from the journal and the registers. */
#include "fair/ventures.h"

#include "fair/standing.h"
#include "fold/handlers.h"
#include "state/register.h"

/* ---- sums ---- */

struct finder {
    struct ventures *out;
    struct fold *f;
    date_t day;
};

static void add(struct finder *n, int64_t *to, int64_t minor)
{
    if (__builtin_add_overflow(*to, minor, to)) n->out->overflow = true;
}

/* The venture of a project, or else of a result; NULL: what belongs to none. */
static struct venture *venture_of(struct finder *n, uint32_t project, uint32_t result)
{
    struct ventures *out = n->out;
    if (project == INDEX_NONE && result == INDEX_NONE) return NULL;
    if (project != INDEX_NONE) result = INDEX_NONE;
    for (size_t i = 0; i < out->count; i++)
        if (out->list[i].project == project && out->list[i].result == result) return &out->list[i];
    struct venture *v = ARENA_PUSH(n->f->arena, out->list, out->count, out->capacity);
    *v = (struct venture){.project = project, .result = result};
    v->needed = ARENA_ARRAY(n->f->arena, bool, n->f->pact->party_count);
    return v;
}

static void add_cost(struct finder *n, uint32_t project, uint32_t result, int64_t minor)
{
    struct venture *v = venture_of(n, project, result);
    add(n, &n->out->cost_minor, minor);
    if (v)
        add(n, &v->cost_minor, minor);
    else
        add(n, &n->out->common_minor, -minor);
}

static void add_grant(struct finder *n, uint32_t project, int64_t minor)
{
    struct venture *v = venture_of(n, project, INDEX_NONE);
    add(n, &n->out->grants_minor, minor);
    add(n, v ? &v->grants_minor : &n->out->common_minor, minor);
}

static void add_earning(struct finder *n, uint32_t project, uint32_t result, uint32_t licence,
                        int64_t minor)
{
    if (result != INDEX_NONE) project = n->f->pact->results[result].project;
    struct venture *v = venture_of(n, project, result);
    add(n, &n->out->income_minor, minor);
    if (!v) {
        add(n, &n->out->common_minor, minor);
        return;
    }
    struct earning *e = NULL;
    for (size_t i = 0; i < v->earning_count && !e; i++)
        if (v->earnings[i].result == result && v->earnings[i].licence == licence)
            e = &v->earnings[i];
    if (!e) {
        e = ARENA_PUSH(n->f->arena, v->earnings, v->earning_count, v->earning_capacity);
        *e = (struct earning){.result = result, .licence = licence};
    }
    add(n, &e->minor, minor);
}

/* ---- the journal ---- */

/* A receipt of several results is parted by the licence, for itself. */
static void add_licensed(struct finder *n, uint32_t licence, int64_t minor)
{
    const struct licence *l = &n->f->pact->licences[licence];
    uint32_t *ids = ARENA_ARRAY(n->f->arena, uint32_t, l->part_count);
    for (uint32_t i = 0; i < l->part_count; i++) ids[i] = i;
    struct shares w = {ids, l->set.weights, l->part_count, l->set.sum};
    struct stream parts;
    stream_init(&parts, n->f->arena, ROUNDING_PER_SPLIT);
    if (stream_split(&parts, minor, &w) != OK) {
        n->out->overflow = true;
        return;
    }
    for (uint32_t i = 0; i < l->part_count; i++)
        add_earning(n, INDEX_NONE, l->parts[i].result, licence, parts.units[i]);
}

static void add_income(struct finder *n, const struct entry *e)
{
    const struct pact *p = n->f->pact;
    uint32_t word = e->project ? e->project : e->subject;
    uint32_t licence = e->subject ? pact_find(p, THING_LICENCE, e->subject) : INDEX_NONE;
    uint32_t result = word ? pact_find(p, THING_RESULT, word) : INDEX_NONE;
    uint32_t project = word ? pact_find(p, THING_PROJECT, word) : INDEX_NONE;
    if (licence != INDEX_NONE && !e->project)
        add_licensed(n, licence, e->amount);
    else
        add_earning(n, project, result, licence, e->amount);
}

static void add_entry(struct finder *n, const struct entry *e)
{
    switch ((int)e->form) {
    case F_INCOME: add_income(n, e); break;
    case F_GRANT: add_grant(n, entry_project(n->f, e), e->amount); break;
    case F_SPEND:
    case F_SPENDS:
    case F_LOSS:
    case F_LIABILITY: add_cost(n, entry_project(n->f, e), entry_result(n->f, e), e->amount); break;
    default: break;
    }
}

/* A grant that went back was none. */
static void take_returned(struct finder *n, const bool *dead)
{
    const struct grants_held *g = &n->f->grants;
    for (size_t i = 0; i < g->returned_count; i++)
        if (!dead[g->returned[i].entry])
            add_grant(n, g->list[g->returned[i].grant].project, -g->returned[i].minor);
}

static void read_journal(struct finder *n)
{
    const struct fold *f = n->f;
    const bool *dead = entries_dead(f);
    for (uint32_t i = 0; i < f->doc->entry_count; i++) {
        const struct entry *e = document_entry(f->doc, i);
        if (e->date <= n->day && !dead[i]) add_entry(n, e);
    }
    take_returned(n, dead);
}

/* ---- who is needed ---- */

static void need(struct venture *v, uint32_t party)
{
    v->needed[party] = true;
    v->known = true;
}

static void need_set(struct venture *v, const struct share_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (set->weights[i]) need(v, set->parties[i]);
}

static void need_makers(struct venture *v, const struct result *r)
{
    for (uint32_t i = 0; i < r->maker_count; i++) need(v, r->makers[i].party);
}

/* Those of the `work` line of the terms, and whose work the book tells of. */
static void need_workers(const struct fold *f, struct venture *v)
{
    need_set(v, &pact_project(f->pact, v->project, f->options.until)->work);
    for (uint32_t i = 0; i < f->pact->party_count; i++)
        if (state_work(f->state, scope_of_project(v->project), i) > 0) need(v, i);
}

static bool is_registered(const struct fold *f, uint32_t result)
{
    return f->state->registers->results[result].registered;
}

/* The project of a result, or that background was brought in for. */
static uint32_t worked_on_in(const struct fold *f, const struct result *r)
{
    uint32_t word = document_entry(f->doc, r->entry)->project;
    if (!r->background) return r->project;
    return word ? pact_find(f->pact, THING_PROJECT, word) : INDEX_NONE;
}

/* Makers of its results, and owners of the background for it. */
static void need_results(struct finder *n, struct venture *v)
{
    const struct fold *f = n->f;
    for (uint32_t i = 0; i < f->pact->result_count; i++) {
        const struct result *r = &f->pact->results[i];
        if (!is_registered(f, i) || worked_on_in(f, r) != v->project) continue;
        if (r->background)
            need_set(v, result_owners(f->pact, f->state->registers, i, n->day));
        else
            need_makers(v, r);
    }
}

static void need_for_project(struct finder *n, struct venture *v)
{
    const struct project_terms *j = pact_project(n->f->pact, v->project, n->day);
    need_workers(n->f, v);
    need_results(n, v);
    if (!v->known) need_set(v, &j->funded);
    if (v->known && j->lead != INDEX_NONE) need(v, j->lead);
}

static void need_for_result(struct finder *n, struct venture *v)
{
    const struct fold *f = n->f;
    need_makers(v, &f->pact->results[v->result]);
    need_set(v, result_owners(f->pact, f->state->registers, v->result, n->day));
}

/* ---- what money ---- */

/* What the budget leaves to members, or what was spent beyond grants where that is more. */
static void find_money(struct finder *n, struct venture *v)
{
    int64_t granted = 0, rest = 0;
    v->money_minor = v->cost_minor - v->grants_minor;
    if (v->project != INDEX_NONE) {
        const struct project_terms *j = pact_project(n->f->pact, v->project, n->day);
        if (ratio_of(&granted, &rest, j->budget_minor, j->granted) != OK) n->out->overflow = true;
        if (j->has_budget && j->budget_minor - granted > v->money_minor)
            v->money_minor = j->budget_minor - granted;
    }
    if (v->money_minor < 0) v->money_minor = 0;
}

/* ---- whose receipts ---- */

static void part_among_owners(struct finder *n, struct earning *e, const struct share_set *owners)
{
    struct shares w = {owners->parties, owners->weights, owners->count, owners->sum};
    struct stream parts;
    e->parts_minor = ARENA_ARRAY(n->f->arena, int64_t, n->f->pact->party_count);
    stream_init(&parts, n->f->arena, ROUNDING_PER_SPLIT);
    if (stream_split(&parts, e->minor, &w) != OK) {
        n->out->overflow = true;
        return;
    }
    for (uint32_t i = 0; i < parts.count; i++) e->parts_minor[parts.ids[i]] = parts.units[i];
}

static void find_earner(struct finder *n, struct earning *e)
{
    const struct fold *f = n->f;
    e->earner = EARNED_BY_DOING;
    if (e->result == INDEX_NONE) return;
    const struct share_set *owners = result_owners(f->pact, f->state->registers, e->result, n->day);
    e->earner = owners->count ? EARNED_BY_DOING : EARNED_BY_ALL;
    if (owners->count == 0 || e->licence == INDEX_NONE) return;
    e->owners = ARENA_ARRAY(f->arena, bool, f->pact->party_count);
    for (uint32_t i = 0; i < owners->count; i++)
        e->owners[owners->parties[i]] = owners->weights[i] > 0;
    const struct licence_terms *t = f->pact->licences[e->licence].terms;
    bool open = !t->has_exclusivity || t->exclusivity == LICENCE_NONEXCLUSIVE;
    e->earner = open ? EARNED_IN_PARTS : EARNED_JOINTLY;
    if (open) part_among_owners(n, e, owners);
}

/* ---- the whole ---- */

static bool has_money(const struct venture *v)
{
    return v->cost_minor || v->grants_minor || v->earning_count;
}

static void drop_empty(struct ventures *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++)
        if (has_money(&out->list[i])) out->list[kept++] = out->list[i];
    out->count = kept;
}

void ventures_find(struct ventures *out, struct fold *f, date_t day)
{
    struct finder n = {.out = out, .f = f, .day = day};
    *out = (struct ventures){.list = NULL};
    for (uint32_t i = 0; i < f->pact->project_count; i++) (void)venture_of(&n, i, INDEX_NONE);
    for (uint32_t i = 0; i < f->pact->result_count; i++)
        if (f->pact->results[i].project == INDEX_NONE) (void)venture_of(&n, INDEX_NONE, i);
    read_journal(&n);
    drop_empty(out);
    for (size_t i = 0; i < out->count; i++) {
        struct venture *v = &out->list[i];
        if (v->project != INDEX_NONE)
            need_for_project(&n, v);
        else
            need_for_result(&n, v);
        find_money(&n, v);
        for (size_t k = 0; k < v->earning_count; k++) find_earner(&n, &v->earnings[k]);
    }
}

int64_t venture_net(const struct venture *v)
{
    int64_t net = v->grants_minor - v->cost_minor;
    for (size_t i = 0; i < v->earning_count; i++) net += v->earnings[i].minor;
    return net;
}
