/* Projects, their money and work; and members who join. */
#include "fold/budgets.h"
#include "fold/handlers.h"
#include "fold/recovery.h"

int64_t fold_project_budget(const struct fold *f, uint32_t project)
{
    int64_t budget = pact_project(f->pact, project, f->day)->budget_minor;
    state_add(f->state, &budget, f->state->projects[project].supplement_minor);
    return budget;
}

static int64_t released_of(const struct fold *f, uint32_t project)
{
    const struct project_terms *terms = pact_project(f->pact, project, f->day);
    int64_t released = INT64_MAX, rest = 0;
    if (terms->has_budget && ratio_of(&released, &rest, fold_project_budget(f, project),
                                      state_released(f->state, project)) != OK)
        released = INT64_MAX;
    return released;
}

/* Says when an entry takes spending past what is released of the budget, or that back below it. */
static void tell_past(struct fold *f, uint32_t project, bool was_past)
{
    int64_t spent = f->state->projects[project].spent_minor, released = released_of(f, project);
    if (was_past || spent <= released || !fold_may_refuse(f)) return;
    DIAG_REPORT(f->diags, F101, entry_span(document_entry(f->doc, f->index)), fold_amount(f, spent),
                pact_word(f->pact, f->pact->projects[project].word), fold_amount(f, released));
}

static bool note_spending(struct fold *f, const struct entry *e, uint32_t project)
{
    if (project == INDEX_NONE) return true;
    int64_t *spent = &f->state->projects[project].spent_minor;
    bool was_past = *spent > released_of(f, project);
    state_add(f->state, spent, e->amount);
    tell_past(f, project, was_past);
    return true;
}

/* A fund's money spent, or where amount is below zero given back by a reversal. */
static void draw(struct fold *f, uint32_t fund, int64_t amount_minor, uint32_t entry)
{
    const struct entry *spent = document_entry(f->doc, entry);
    const struct why *why = NULL;
    state_add(f->state, &f->state->funds[fund].balance_minor, -amount_minor);
    state_post(f->state, ACCOUNT_FUND, fund, amount_minor);
    state_post(f->state, ACCOUNT_SPENT, fund, -amount_minor);
    if (f->sharer.explain) {
        why = why_leaf(f->arena, entry, NULL, spent->amount);
        if (amount_minor > 0) why = why_minus(f->arena, why);
    }
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_FUND,
                               .index = fund,
                               .kind = f->reversing ? LINE_REVERSAL : LINE_DRAW,
                               .figure = FIGURE_RECEIVED,
                               .amount_minor = -amount_minor,
                               .why = why});
}

void fold_refill_fund(struct fold *f, const struct entry *target, uint32_t entry)
{
    draw(f, pact_find_in(f->pact, NAMES_FUND, target->other), -target->amount, entry);
}

static bool spend_from_fund(struct fold *f, const struct entry *e)
{
    uint32_t fund = pact_find_in(f->pact, NAMES_FUND, e->other);
    struct fund_state *state = &f->state->funds[fund];
    int64_t missing = e->amount - state->balance_minor;
    const struct entry *late = fold_who_lacks(f, e);
    if (missing > 0 && late) {
        DIAG_REPORT(f->diags, E310, entry_span(late), pact_word(f->pact, e->other),
                    fold_room(f, late, missing), fold_amount(f, late->amount),
                    pact_clause(f->arena, f->pact->funds[fund].term));
        return false;
    }
    draw(f, fund, e->amount, f->index);
    return true;
}

static int64_t take_up_to(struct state *s, int64_t *from, int64_t wanted)
{
    int64_t taken = *from < wanted ? *from : wanted;
    if (taken < 0) taken = 0;
    state_add(s, from, -taken);
    return wanted - taken;
}

/* Grants first, then calls, of the project or those for none, then common money. */
static void spend_common(struct fold *f, const struct entry *e, uint32_t project)
{
    struct unspent *unspent = state_unspent(f->state, project);
    int64_t after_grant = e->amount;
    if (restriction_lets(&pact_at(f->pact, f->day)->grants, e->subject))
        after_grant = take_up_to(f->state, &unspent->grants_minor, e->amount);
    int64_t left = after_grant;
    if (!(e->flags & ENTRY_FROM_GRANT))
        left = take_up_to(f->state, &unspent->calls_minor, after_grant);
    fold_keep_drawn(f, e->amount - after_grant, after_grant - left);
    state_add_common(f->state, &f->state->common_spent_minor, -1, left, f->index);
}

static bool refuse_ineligible(struct fold *f, const struct entry *e)
{
    const struct term *t = pact_at(f->pact, f->day)->grants.term;
    DIAG_REPORT(f->diags, E384, entry_span(e), pact_word(f->pact, e->subject),
                pact_clause(f->arena, t));
    return false;
}

bool fold_spend(struct fold *f, const struct entry *e)
{
    const struct restriction *r = &pact_at(f->pact, f->day)->grants;
    if ((e->flags & ENTRY_FROM_GRANT) && !restriction_lets(r, e->subject))
        return refuse_ineligible(f, e);
    uint32_t project = entry_project(f, e);
    uint32_t category = state_category(f->state, e->subject);
    state_post(f->state, ACCOUNT_EXPENSES, category, e->amount);
    state_post(f->state, ACCOUNT_CASH, 0, -e->amount);
    if (e->other) {
        if (!spend_from_fund(f, e)) return false;
    } else {
        spend_common(f, e, project);
    }
    fold_count_budget(f, e, f->day, e->amount);
    if (project != INDEX_NONE)
        state_add(f->state, &f->state->projects[project].paid_minor, e->amount);
    return note_spending(f, e, project);
}

bool fold_spends(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    state_add_cost(f->state, entry_party(f, e), project, entry_result(f, e), e->amount, f->index);
    fold_note_own_spending(f, e, e->amount);
    return note_spending(f, e, project);
}

bool fold_count_work(struct fold *f, const struct entry *e, int sign)
{
    const struct term *t = document_extra(f->doc, e);
    const struct bind *months = term_bind(t, ROLE_months);
    int64_t parts = 0, rest = 0;
    struct ratio r;
    if (ratio_make(&r, months->a, months->b) != OK ||
        ratio_of(&parts, &rest, WORK_PARTS, r) != OK || rest != 0) {
        DIAG_REPORT(f->diags, E106, bind_span(months),
                    sources_text(f->doc->sources, bind_span(months)));
        return false;
    }
    state_add_work(f->state, entry_party(f, e), entry_project(f, e), sign * parts);
    return true;
}

bool fold_work(struct fold *f, const struct entry *e)
{
    return fold_count_work(f, e, 1);
}

/* Missed says nothing for ever: it may still be met. Met it is once, and releases once. */
static bool note_milestone(struct fold *f, const struct entry *e, uint32_t project, size_t at)
{
    struct project_state *state = &f->state->projects[project];
    const struct project *p = &f->pact->projects[project];
    if (!state->met) state->met = ARENA_ARRAY(f->state->arena, bool, p->milestone_count);
    const struct entry *second = fold_second(f, e);
    if (state->met[at] && !second) return true;
    if (state->met[at]) {
        DIAG_REPORT(f->diags, E311, entry_span(second), pact_word(f->pact, e->subject),
                    diags_word(f->diags, "met", "达成"));
        return false;
    }
    state->met[at] = e->choice == 0;
    return true;
}

/* A milestone of the text of the day; NULL: it has none of that name. */
static const struct milestone *milestone_of(const struct project_terms *p, uint32_t word)
{
    for (size_t i = 0; i < p->milestone_count; i++)
        if (p->milestones[i].word == word) return &p->milestones[i];
    return NULL;
}

bool fold_supplement(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    if (!pact_project(f->pact, project, f->day)->has_budget) {
        DIAG_REPORT(f->diags, E275, entry_span(e), pact_word(f->pact, e->project));
        return false;
    }
    state_add(f->state, &f->state->projects[project].supplement_minor, e->amount);
    fold_look_at_overrun(f, project);
    return true;
}

void fold_cut_supplement(struct fold *f, const struct entry *target)
{
    uint32_t project = entry_project(f, target);
    struct project_state *state = &f->state->projects[project];
    bool was_past = state->spent_minor > released_of(f, project);
    state_add(f->state, &state->supplement_minor, -target->amount);
    tell_past(f, project, was_past);
}

void fold_unmeet(struct fold *f, const struct entry *target)
{
    if (target->choice != 0) return; /* missed: nothing was released */
    uint32_t project = entry_project(f, target);
    struct project_state *state = &f->state->projects[project];
    const struct milestone *m =
        milestone_of(pact_project(f->pact, project, target->effective), target->subject);
    bool was_past = state->spent_minor > released_of(f, project);
    state->met[m->number] = false;
    tell_past(f, project, was_past);
}

bool fold_milestone(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    const struct project_terms *p = pact_project(f->pact, project, f->day);
    const struct milestone *m = milestone_of(p, e->subject);
    if (m) return note_milestone(f, e, project, m->number);
    DIAG_REPORT(f->diags, E314, entry_span(e), pact_word(f->pact, e->subject),
                pact_word(f->pact, f->pact->projects[project].word),
                pact_clause(f->arena, p->term));
    return false;
}

/* Who is written late is one from its entry on. */
bool fold_join(struct fold *f, const struct entry *e)
{
    f->state->parties[pact_find(f->pact, THING_PARTY, e->subject)].member = true;
    return true;
}

void fold_admit(struct fold *f)
{
    for (uint32_t i = f->state->party_count; i-- > 0;) { /* who joins stands behind the founders */
        const struct party *p = &f->pact->parties[i];
        if (p->entry == INDEX_NONE) return;
        bool known =
            document_entry(f->doc, p->entry)->date == p->since || p->entry <= f->state->known;
        if (known && p->since == f->day) f->state->parties[i].member = true;
    }
}
