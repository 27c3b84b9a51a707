/* See grants.h. */
#include "fold/grants.h"

#include "fold/handlers.h"
#include "state/register.h"

void fold_hold_grant(struct fold *f, uint32_t payer, uint32_t project, int64_t held_minor)
{
    struct grants_held *g = &f->grants;
    *ARENA_PUSH(f->state->arena, g->list, g->count, g->capacity) = (struct grant_held){
        .entry = f->index, .payer = payer, .project = project, .held_minor = held_minor};
}

void fold_drop_grant(struct fold *f, uint32_t entry, int64_t held_minor)
{
    for (size_t i = 0; i < f->grants.count; i++)
        if (f->grants.list[i].entry == entry)
            state_add(f->state, &f->grants.list[i].held_minor, -held_minor);
}

/* ---- what goes back ---- */

static int64_t held_of(const struct fold *f, uint32_t payer)
{
    int64_t held = 0;
    for (size_t i = 0; i < f->grants.count; i++)
        if (f->grants.list[i].payer == payer) held += f->grants.list[i].held_minor;
    return held;
}

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Takes from one grant, of what its project has not spent alone where unspent is set. */
static int64_t take(struct fold *f, size_t at, int64_t wanted, bool unspent)
{
    struct grant_held *g = &f->grants.list[at];
    int64_t *left = &state_unspent(f->state, g->project)->grants_minor;
    int64_t taken = least(wanted, g->held_minor);
    if (unspent) taken = least(taken, *left);
    if (taken <= 0) return 0;
    g->held_minor -= taken;
    if (unspent) *left -= taken;
    *ARENA_PUSH(f->state->arena, f->grants.returned, f->grants.returned_count,
                f->grants.returned_capacity) =
        (struct grant_returned){f->index, at, taken, unspent};
    return taken;
}

bool fold_return_grant(struct fold *f, const struct entry *e)
{
    struct str name = fold_payer_name(f, e);
    uint32_t payer = state_payer(f->state, name);
    int64_t held = held_of(f, payer), left = e->amount;
    if (e->amount > held && fold_may_refuse(f)) {
        DIAG_REPORT(f->diags, E385, entry_span(e), name, fold_amount(f, held > 0 ? held : 0),
                    fold_amount(f, e->amount));
        return false;
    }
    for (int unspent = 1; unspent >= 0; unspent--) {
        if (!unspent) /* it was spent, and comes from common money now */
            state_add_common(f->state, &f->state->common_spent_minor, -1, left, f->index);
        for (size_t i = 0; i < f->grants.count && left > 0; i++)
            if (f->grants.list[i].payer == payer) left -= take(f, i, left, unspent == 1);
    }
    state_post(f->state, ACCOUNT_GRANT, payer, e->amount);
    state_post(f->state, ACCOUNT_CASH, 0, -e->amount);
    return true;
}

void fold_undo_return(struct fold *f, uint32_t entry)
{
    const struct entry *e = document_entry(f->doc, entry);
    uint32_t payer = state_payer(f->state, fold_payer_name(f, e));
    int64_t common = e->amount;
    for (size_t i = 0; i < f->grants.returned_count; i++) {
        const struct grant_returned *r = &f->grants.returned[i];
        if (r->entry != entry) continue;
        struct grant_held *g = &f->grants.list[r->grant];
        g->held_minor += r->minor;
        if (!r->unspent) continue;
        state_add(f->state, &state_unspent(f->state, g->project)->grants_minor, r->minor);
        common -= r->minor;
    }
    state_add_common(f->state, &f->state->common_spent_minor, -1, -common, f->index);
    state_post(f->state, ACCOUNT_GRANT, payer, -e->amount);
    state_post(f->state, ACCOUNT_CASH, 0, e->amount);
}

/* ---- what part of all money in they are ---- */

int64_t fold_cash(const struct fold *f)
{
    const struct account_list *cash = &f->state->accounts[ACCOUNT_CASH];
    return cash->count ? cash->minor[0] : 0;
}

static bool is_money_in(enum form form)
{
    return form == F_PAYS || form == F_INCOME || form == F_GRANT || form == F_RETURN_GRANT ||
           form == F_REFUND;
}

static bool is_too_much(const struct fold *f, const struct restriction *r)
{
    int64_t most = 0, rest = 0;
    if (!r->capped || ratio_of(&most, &rest, f->grants.money_in_minor, r->most) != OK) return false;
    return f->grants.in_minor > most;
}

void fold_count_money_in(struct fold *f, const struct entry *e, int64_t cash_minor)
{
    const struct restriction *r = &pact_at(f->pact, f->day)->grants;
    enum form form = (enum form)e->form;
    if (form == F_REVERSE)
        form = (enum form)document_entry(f->doc, fold_reversed(f, f->index))->form;
    if (!is_money_in(form)) return;
    state_add(f->state, &f->grants.money_in_minor, cash_minor);
    if (form == F_GRANT || form == F_RETURN_GRANT)
        state_add(f->state, &f->grants.in_minor, cash_minor);
    if (e->form != F_GRANT || !fold_may_refuse(f) || !is_too_much(f, r)) return;
    const struct bind *cap = term_bind(r->term, ROLE_cap);
    DIAG_REPORT(f->diags, F122, entry_span(e), fold_amount(f, f->grants.in_minor),
                sources_text(f->doc->sources, bind_span(cap)),
                fold_amount(f, f->grants.money_in_minor), pact_clause(f->arena, r->term));
}

/* ---- what part of a project they are ---- */

static int64_t granted_so_far(const struct fold *f, uint32_t project)
{
    int64_t minor = f->state->registers->grants_minor[project];
    for (size_t i = 0; i < f->grants.returned_count; i++) {
        const struct grant_returned *r = &f->grants.returned[i];
        if (f->grants.list[r->grant].project == project && !fold_is_taken_back(f, r->entry))
            minor -= r->minor;
    }
    return minor;
}

void fold_look_at_grant_share(struct fold *f, const struct entry *e, uint32_t project)
{
    int64_t most = 0, rest = 0;
    if (project == INDEX_NONE || !fold_may_refuse(f)) return;
    const struct project_terms *p = pact_project(f->pact, project, f->day);
    bool agreed = p->has_budget && ratio_sign(p->granted) > 0;
    int64_t budget = fold_project_budget(f, project), granted = granted_so_far(f, project);
    if (!agreed || ratio_of(&most, &rest, budget, p->granted) != OK || granted <= most) return;
    DIAG_REPORT(f->diags, F171, entry_span(e), fold_amount(f, granted),
                pact_word(f->pact, f->pact->projects[project].word), fold_amount(f, most),
                fold_amount(f, budget));
}
