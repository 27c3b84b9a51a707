/* What the calendar charges members, dues and late interest: owed, income of the alliance from that
 * day on, and shared at once, as calls count from their day on, not from when they are paid. */
#include "fold/cover.h"
#include "fold/handlers.h"

bool fold_charge_in_entry(struct fold *f, uint32_t party, struct charge c)
{
    int64_t amount = c.debt.amount_minor;
    state_add(f->state, &f->state->parties[party].figures.charges, amount);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, amount);
    state_post(f->state, ACCOUNT_INCOME, (uint32_t)c.class, -amount);
    fold_line(f, (struct line){.term = c.term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_CHARGE,
                               .figure = FIGURE_CHARGES,
                               .amount_minor = amount,
                               .exact = c.exact,
                               .why = c.why});
    f->term = c.term;
    fold_owe_debt(f, party, c.nature, c.debt);
    f->term = NULL;
    int64_t common = amount - c.covered_minor;
    if (c.covered_minor)
        fold_share_covered(f, c.covered, c.covered_minor,
                           fold_piece(f, c.why, c.covered_minor, amount));
    return fold_share_charged(f, c.class, common, fold_piece(f, c.why, common, amount),
                              c.term->span);
}

bool fold_charge(struct fold *f, uint32_t party, struct charge c)
{
    return fold_charge_in_entry(f, party, c) && fold_finish(f, c.term->span, c.term);
}
