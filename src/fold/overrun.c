/* Cost overruns: what the alliance spent on a project past its budget is put on funds and parties
 * by `bear cost overrun`, in the place of the common money that was spent. */
#include "fold/handlers.h"
#include "fold/losses.h"

/* What was spent past the budget, at most what the alliance spent: cost of members is theirs. */
static int64_t past_budget(const struct fold *f, uint32_t project)
{
    const struct project_state *s = &f->state->projects[project];
    int64_t past = s->spent_minor - fold_project_budget(f, project);
    return past < s->paid_minor ? past : s->paid_minor;
}

static bool check_overrun(struct fold *f, const struct entry *e, uint32_t project)
{
    const struct project_terms *terms = pact_project(f->pact, project, f->day);
    struct str name = pact_word(f->pact, e->project);
    if (!fold_may_refuse(f)) return true;
    if (!terms->has_budget) {
        DIAG_REPORT(f->diags, E275, entry_span(e), name);
        return false;
    }
    int64_t room = past_budget(f, project) - f->state->projects[project].overrun_minor;
    if (e->amount <= room) return true;
    DIAG_REPORT(f->diags, E394, entry_span(e), name, fold_amount(f, room > 0 ? room : 0),
                fold_amount(f, e->amount), pact_clause(f->arena, terms->term));
    return false;
}

/* What is borne replaces common money; what nobody bears lowers the surplus as it did. */
static void count(struct fold *f, uint32_t project, int64_t minor)
{
    state_add(f->state, &f->state->projects[project].overrun_minor, minor);
    state_add_common(f->state, &f->state->common_spent_minor, -1, -minor, f->index);
}

bool fold_overrun(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    if (!check_overrun(f, e, project)) return false;
    count(f, project, e->amount);
    struct occasion m = fold_occasion(f, project, e->amount);
    return fold_bear(f, LOSS_OVERRUN, m, fold_leaf(f, e->amount), entry_span(e));
}

void fold_undo_overrun(struct fold *f, const struct entry *target)
{
    count(f, entry_project(f, target), -target->amount);
}

void fold_look_at_overrun(struct fold *f, uint32_t project)
{
    if (project == INDEX_NONE || !fold_may_refuse(f)) return;
    int64_t borne = f->state->projects[project].overrun_minor, past = past_budget(f, project);
    if (borne == 0 || borne <= past) return;
    DIAG_REPORT(f->diags, F172, entry_span(document_entry(f->doc, f->index)), fold_amount(f, borne),
                pact_word(f->pact, f->pact->projects[project].word),
                fold_amount(f, past > 0 ? past : 0));
}
