/* The start and the end of a project. */
#include "fold/handlers.h"

/* Accepted before, it stands, but for a late one of its kind, which is refused. */
static bool project_state_error(struct fold *f, const struct entry *e, struct str state)
{
    e = fold_second(f, e);
    if (!e) return true;
    DIAG_REPORT(f->diags, E311, entry_span(e), pact_word(f->pact, e->project), state);
    return false;
}

static struct str listed(struct fold *f, struct str list, struct str item)
{
    struct str comma = list.len ? diags_word(f->diags, ", ", "、") : STR("");
    return str_format(f->arena, "%.*s%.*s%.*s", STR_ARG(list), STR_ARG(comma), STR_ARG(item));
}

/* Ownership, licence and income are agreed beforehand, or the project does not start. */
static bool check_agreed(struct fold *f, const struct entry *e, uint32_t project)
{
    unsigned lacks = pact_start_lacks(f->pact, project, f->day);
    struct str list = STR("");
    if (!lacks || !fold_may_refuse(f)) return true;
    if (lacks & LACKS_OWNERSHIP)
        list = listed(f, list, diags_word(f->diags, "who owns its results", "成果归谁所有"));
    if (lacks & LACKS_LICENCE)
        list = listed(f, list, diags_word(f->diags, "who may use them", "谁可使用成果"));
    if (lacks & LACKS_INCOME)
        list = listed(f, list, diags_word(f->diags, "how their income is shared", "收入如何分配"));
    DIAG_REPORT(f->diags, E380, entry_span(e), pact_word(f->pact, e->project), list);
    return false;
}

bool fold_start(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    struct project_state *p = &f->state->projects[project];
    if (p->stopped && !project_state_error(f, e, diags_word(f->diags, "stopped", "停止")))
        return false;
    if (p->started && !project_state_error(f, e, diags_word(f->diags, "started", "启动")))
        return false;
    if (!check_agreed(f, e, project)) return false;
    p->started = true;
    return true;
}

void fold_unstart(struct fold *f, const struct entry *target)
{
    struct project_state *p = &f->state->projects[entry_project(f, target)];
    if (target->form == F_START)
        p->started = false;
    else
        p->stopped = p->failed = false;
}

bool fold_stop(struct fold *f, const struct entry *e)
{
    struct project_state *p = &f->state->projects[entry_project(f, e)];
    if (p->stopped && !project_state_error(f, e, diags_word(f->diags, "stopped", "停止")))
        return false;
    p->stopped = true;
    p->failed = e->flags & ENTRY_HAS_CHOICE && e->choice == STOPPED_FAILED;
    p->failed_on = f->day;
    return true;
}
