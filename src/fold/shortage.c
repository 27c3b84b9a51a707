/* Funds and loans below nothing: a late entry, or one that is taken back, may take away what others
 * have spent or repaid since. That has happened and stands, but is not passed over in silence. */
#include "fold/handlers.h"

const struct entry *fold_who_lacks(const struct fold *f, const struct entry *e)
{
    const struct entry *known = document_entry(f->doc, f->state->known);
    bool same = known->form == e->form && known->other == e->other && known->party == e->party;
    return fold_may_refuse(f) ? e : same ? known : NULL;
}

struct str fold_room(struct fold *f, const struct entry *e, int64_t missing_minor)
{
    return fold_amount(f, e->amount > missing_minor ? e->amount - missing_minor : 0);
}

/* Says it where it is worse than was said before; told_minor: by how much it was. */
static void tell(struct fold *f, const struct entry *e, int64_t *told_minor, int64_t short_minor,
                 struct str what)
{
    if (short_minor > *told_minor)
        DIAG_REPORT(f->diags, F126, entry_span(e), what, fold_amount(f, short_minor));
    *told_minor = short_minor > 0 ? short_minor : 0;
}

void fold_tell_shortages(struct fold *f, const struct entry *e)
{
    size_t funds = f->pact->fund_count, parties = f->state->party_count;
    if (!f->short_minor) f->short_minor = ARENA_ARRAY(f->arena, int64_t, funds + parties);
    for (uint32_t i = 0; i < funds; i++)
        tell(f, e, &f->short_minor[i], -f->state->funds[i].balance_minor,
             pact_word(f->pact, f->pact->funds[i].word));
    struct str loan = diags_word(f->diags, "the loan of ", "借款：");
    for (uint32_t i = 0; i < parties; i++)
        tell(f, e, &f->short_minor[funds + i], -state_loan(f->state, i),
             str_format(f->arena, "%.*s%.*s", STR_ARG(loan),
                        STR_ARG(pact_word(f->pact, f->pact->parties[i].word))));
}
