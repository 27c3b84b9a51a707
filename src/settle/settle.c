/* Settlement: the fold, and one closing of the day asked. */
#include "settle/settle.h"

bool settle_run(struct settlement *s, struct arena *arena, const struct pact *pact,
                struct diags *diags, struct fold_options options)
{
    fold_init(&s->fold, arena, pact, diags, options);
    s->until = s->fold.options.until;
    return fold_run(&s->fold) && fold_close(&s->fold, s->until);
}

int64_t figures_due(const struct figures *x)
{
    int64_t due = x->received - x->paid_out - x->set_off;
    CHECK(due >= 0);
    return due;
}

int64_t figures_owes(const struct figures *x)
{
    int64_t owes = x->called + x->borne + x->charges - x->paid_in - x->set_off;
    CHECK(owes >= 0);
    return owes;
}
