/* Who may use a result: by owning it, by a clause, by a licence, by the law, or not. */
#include "settle/may.h"

#include "state/register.h"

struct asking {
    struct fold *f;
    const struct pact *pact;
    const struct registers *registers;
    const struct may_question *q;
    struct may *out;
};

static void ground(struct asking *x, struct may_ground g)
{
    struct may *m = x->out;
    if (g.answer > m->answer) {
        m->answer = g.answer;
        m->count = 0;
    }
    if (g.answer == m->answer) *ARENA_PUSH(x->f->arena, m->grounds, m->count, m->capacity) = g;
}

static const struct result *result_of(const struct asking *x)
{
    return &x->pact->results[x->q->result];
}

static const struct result_state *register_of(const struct asking *x)
{
    return &x->registers->results[x->q->result];
}

static enum result_kind kind_of(const struct asking *x)
{
    return (enum result_kind)document_entry(x->pact->doc, result_of(x)->entry)->choice;
}

/* ---- licences ---- */

static bool is_of(const struct licence *l, uint32_t result)
{
    for (uint32_t i = 0; i < l->part_count; i++)
        if (l->parts[i].result == result) return true;
    return false;
}

static bool is_to(const struct asking *x, const struct licence_terms *t)
{
    if (x->q->party != INDEX_NONE && t->licensee == x->q->party) return true;
    return x->q->party == INDEX_NONE && str_eq(t->to, x->q->who);
}

/* Whether what is asked for lies inside the licence: yes; no; or only in part, where the question
 * names no field or territory and the licence does. */
static enum may_answer lies_inside(const struct asking *x, const struct licence_terms *t)
{
    bool other = !same_or_all(t->field, x->q->field) || !same_or_all(t->territory, x->q->territory);
    bool open = (t->field.len && !x->q->field.len) || (t->territory.len && !x->q->territory.len);
    return other ? MAY_NO : open ? MAY_CONDITIONS : MAY_YES;
}

static void ask_licence(struct asking *x, uint32_t licence)
{
    const struct licence *l = &x->pact->licences[licence];
    const struct licence_terms *t = l->terms;
    struct may_ground g = {.entry = l->entry, .licence = licence};
    if (!is_of(l, x->q->result) || !is_to(x, t)) return;
    enum may_answer inside = lies_inside(x, t);
    if (x->q->day < t->from || !x->registers->licences[licence].granted) {
        g.reason = REASON_NOT_LICENSED_YET;
    } else if (x->q->day > t->until) {
        g.reason = REASON_EXPIRED;
    } else {
        g.answer = inside;
        g.reason = inside == MAY_YES          ? REASON_LICENCE
                   : inside == MAY_CONDITIONS ? REASON_IN_FIELD
                                              : REASON_OTHER_FIELD;
    }
    ground(x, g);
}

static void ask_licences(struct asking *x)
{
    for (uint32_t i = 0; i < x->pact->licence_count; i++) ask_licence(x, i);
}

/* ---- owners ---- */

static bool is_owner(const struct asking *x, uint32_t party)
{
    const struct share_set *o = result_owners(x->pact, x->registers, x->q->result, x->q->day);
    for (uint32_t i = 0; i < o->count; i++)
        if (o->parties[i] == party) return true;
    return false;
}

/* By what a result is owned: the clause or the law, and the entry that made or passed it on. */
static struct may_ground ownership(const struct asking *x)
{
    const struct result_state *r = register_of(x);
    const struct result *result = result_of(x);
    struct may_ground g = {.entry = r->moved != INDEX_NONE ? r->moved : result->entry,
                           .licence = INDEX_NONE};
    if (result_went_back(x->pact, x->registers, x->q->result, x->q->day))
        g.clause = r->rights->unused.term;
    else if (r->rule)
        g.clause = r->rule->term;
    else if (!result->background)
        g.law = law_of_ownership(kind_of(x), result->maker_count);
    return g;
}

/* What an owner gave to another alone it may not use itself in business: all of it, or only in the
 * field and territory of that licence. A sole licence leaves the owners their use. */
static struct may_ground under_exclusive(const struct asking *x, struct may_ground own)
{
    for (uint32_t i = 0; i < x->pact->licence_count; i++) {
        const struct licence *l = &x->pact->licences[i];
        bool exclusive = l->terms->exclusivity == LICENCE_EXCLUSIVE;
        if (!exclusive || !is_of(l, x->q->result) || x->q->day < l->terms->from) continue;
        if (!licence_in_force(x->pact, x->registers, i, x->q->day)) continue;
        enum may_answer inside = lies_inside(x, l->terms);
        struct may_ground g = {.entry = l->entry, .licence = i, .reason = REASON_EXCLUSIVE};
        if (inside == MAY_YES) return g;
        if (inside != MAY_CONDITIONS) continue;
        g.answer = MAY_CONDITIONS;
        g.reason = REASON_OUTSIDE_ONLY;
        own = g;
    }
    return own;
}

static void ask_ownership(struct asking *x)
{
    struct may_ground g = ownership(x);
    if (x->q->party == INDEX_NONE || !is_owner(x, x->q->party)) {
        g.reason = REASON_NOT_OWNER;
        ground(x, g);
        return;
    }
    g.answer = MAY_YES;
    g.reason = REASON_OWNER;
    ground(x, x->q->purpose == PURPOSE_BUSINESS ? under_exclusive(x, g) : g);
}

/* ---- clauses ---- */

static bool has_part(const struct asking *x, uint32_t project, uint32_t party)
{
    const struct project_terms *p = pact_project(x->pact, project, x->q->day);
    uint32_t scope = scope_of_project(project);
    for (uint32_t i = 0; i < p->funded.count; i++)
        if (p->funded.parties[i] == party) return true;
    for (const struct term *t = p->term->first; t; t = t->next)
        for (uint32_t i = 0; t->form == F_J_WORK && i < t->bind_count; i++)
            if (t->binds[i].role == ROLE_name &&
                pact_find(x->pact, THING_PARTY, (uint32_t)t->binds[i].a) == party)
                return true;
    return p->lead == party || state_cost(x->f->state, scope, party) > 0 ||
           state_work(x->f->state, scope, party) > 0;
}

/* The project that background was brought in for. */
static uint32_t brought_for(const struct asking *x)
{
    const struct entry *e = document_entry(x->pact->doc, result_of(x)->entry);
    return e->project ? pact_find(x->pact, THING_PROJECT, e->project) : INDEX_NONE;
}

static bool is_named(struct asking *x, const struct use_right *use)
{
    struct weigher *w = &x->f->sharer.weigher;
    uint32_t project = result_of(x)->project;
    const struct occasion m = {.day = x->q->day,
                               .from = DATE_NONE,
                               .to = DATE_NONE,
                               .scope = project == INDEX_NONE ? SCOPE_ALLIANCE
                                                              : scope_of_project(project),
                               .project = project,
                               .result = x->q->result,
                               .licence = INDEX_NONE};
    struct basis equally = {.kind = BY_EQUALLY};
    if (weigher_fill(w, use->to, use->to_count, equally, &m) != WEIGHTS_FINE) return false;
    for (uint32_t i = 0; i < w->out.count; i++)
        if (w->out.ids[i] == x->q->party) return true;
    return false;
}

static bool is_member(const struct asking *x)
{
    return x->q->party != INDEX_NONE && x->f->state->parties[x->q->party].member;
}

/* Why a clause does not let the party; REASON_USE_RIGHT: it does. */
static enum may_reason tried(struct asking *x, const struct use_right *use)
{
    if (use->purpose != x->q->purpose) return REASON_OTHER_PURPOSE;
    if (!is_member(x)) return REASON_NO_MEMBER;
    if (!use->background) return is_named(x, use) ? REASON_USE_RIGHT : REASON_NOT_AMONG;
    uint32_t project = brought_for(x);
    if (project == INDEX_NONE || has_part(x, project, x->q->party)) return REASON_USE_RIGHT;
    return REASON_NOT_ITS_PROJECT;
}

static void ask_clauses(struct asking *x)
{
    const struct rights *r = pact_at(x->pact, x->q->day)->rights;
    for (size_t i = 0; i < r->use_count; i++) {
        const struct use_right *use = &r->uses[i];
        if (use->background != result_of(x)->background) continue;
        struct may_ground g = {.clause = use->term,
                               .entry = result_of(x)->entry,
                               .licence = INDEX_NONE,
                               .reason = tried(x, use)};
        bool fairly = use->terms == USE_FAIRLY;
        if (g.reason == REASON_USE_RIGHT) {
            g.answer = fairly ? MAY_CONDITIONS : MAY_YES;
            if (fairly) g.reason = REASON_FAIR_TERMS;
        }
        ground(x, g);
    }
}

/* ---- the law, where the agreement is silent ---- */

static void ask_law(struct asking *x)
{
    const struct result *r = result_of(x);
    if (r->background || register_of(x)->rule || r->project == INDEX_NONE) return;
    if (x->q->party == INDEX_NONE || is_owner(x, x->q->party)) return;
    if (!has_part(x, r->project, x->q->party)) return;
    enum law law = kind_of(x) == RESULT_KNOW_HOW ? LAW_KNOW_HOW : LAW_DEVELOPER;
    ground(x, (struct may_ground){.answer = MAY_YES,
                                  .reason = REASON_LAW,
                                  .entry = r->entry,
                                  .licence = INDEX_NONE,
                                  .law = law});
}

void may_answer(struct may *out, struct fold *f, const struct may_question *q)
{
    struct asking x = {f, f->pact, f->state->registers, q, out};
    *out = (struct may){.question = *q};
    const struct result_state *r = register_of(&x);
    struct may_ground g = {.entry = result_of(&x)->entry, .licence = INDEX_NONE};
    if (!r->registered) {
        g.reason = REASON_NOT_YET;
        ground(&x, g);
        return;
    }
    if (result_is_free(r, kind_of(&x), q->day)) {
        g.answer = MAY_YES;
        g.reason = REASON_FREE;
        if (r->lapsed_entry != INDEX_NONE) g.entry = r->lapsed_entry;
        ground(&x, g);
    }
    ask_ownership(&x);
    ask_clauses(&x);
    ask_licences(&x);
    ask_law(&x);
}
