/* The ladder of arrears: what an unpaid debt leads to, and after how long. */
#include "pact/build.h"

static const enum form forms[ARREARS_COUNT] = {
    [ARREARS_BEAR] = F_R_BEAR,     [ARREARS_NOTICE] = F_R_NOTICE,
    [ARREARS_COVER] = F_R_COVERED, [ARREARS_NO_VOTE] = F_R_NO_VOTE,
    [ARREARS_DILUTE] = F_R_DILUTE, [ARREARS_FORFEIT] = F_R_FORFEIT,
    [ARREARS_OUT] = F_R_OUT,       [ARREARS_FORCED_SALE] = F_R_FORCED_SALE,
};

static enum arrears_kind kind_of(const struct term *t)
{
    for (int kind = 0; kind < ARREARS_COUNT; kind++)
        if (forms[kind] == t->form) return (enum arrears_kind)kind;
    UNREACHABLE("every line of arrears is a step");
}

static void said_twice(struct pact *p, const struct term *again, const struct term *first)
{
    DIAG_REPORT(p->diags, E260, again->span, pact_clause(p->arena, first));
}

static void read_step(struct pact *p, const struct term *t)
{
    struct arrears_step *step = &p->building->arrears.steps[kind_of(t)];
    const struct bind *share = term_bind(t, ROLE_share), *after = term_bind(t, ROLE_duration);
    if (step->term) {
        said_twice(p, t, step->term);
        return;
    }
    *step = (struct arrears_step){.term = t,
                                  .yearly = term_bind(t, ROLE_every) != NULL,
                                  .as_leaving = term_bind(t, ROLE_leaving) != NULL};
    if (share) step->share = bind_ratio(p, share);
    if (after) step->after = (struct duration){(int32_t)after->a, (enum duration_unit)after->b};
    if (t->form == F_R_COVERED) read_measured(p, &step->basis, t, term_bind(t, ROLE_measure));
}

static void visit(struct pact *p, const struct term *t)
{
    struct arrears *arrears = &p->building->arrears;
    if (t->form != F_ARREARS) return;
    if (arrears->term) {
        said_twice(p, t, arrears->term);
        return;
    }
    arrears->term = t;
    for (const struct term *line = t->first; line; line = line->next) read_step(p, line);
}

void build_arrears(struct pact *p)
{
    for_articles(p, visit);
}

date_t arrears_day(const struct arrears_step *step, date_t since)
{
    date_t last;
    if (date_add(&last, since, step->after) != OK) return DATE_OPEN;
    return (date_t)(last + 1);
}

date_t arrears_default_day(const struct arrears *ladder, date_t since)
{
    date_t last = DATE_NONE;
    for (int kind = 0; kind < ARREARS_COUNT; kind++) {
        const struct arrears_step *step = &ladder->steps[kind];
        if (kind == ARREARS_BEAR || !step->term) continue;
        date_t day = arrears_day(step, since);
        if (day > last) last = day;
    }
    return last == DATE_NONE ? DATE_OPEN : last;
}
