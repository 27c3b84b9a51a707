/* Transfers: stakes and capital that go from one party to another; those of results stand in
 * results.c. */
#include "fold/handlers.h"

/* What capital gave its holder back under `until capital repaid` goes with it: who takes it over
 * stands where the other stood. */
static void move_capital(struct fold *f, uint32_t giver, uint32_t taker, int64_t amount_minor)
{
    state_move_repaid(f->state, M_CAPITAL, giver, taker, amount_minor,
                      f->state->parties[giver].capital_minor);
    state_add_capital(f->state, giver, -amount_minor, f->index);
    state_add_capital(f->state, taker, amount_minor, f->index);
    state_post(f->state, ACCOUNT_CAPITAL, giver, amount_minor);
    state_post(f->state, ACCOUNT_CAPITAL, taker, -amount_minor);
}

static bool transfer_capital(struct fold *f, const struct entry *e)
{
    uint32_t giver = entry_party(f, e), taker = pact_find(f->pact, THING_PARTY, e->other);
    int64_t has = f->state->parties[giver].capital_minor;
    if (giver == taker) {
        DIAG_REPORT(f->diags, E371, entry_span(e), pact_word(f->pact, e->party));
        return false;
    }
    if (e->amount > has && !f->replaying) {
        DIAG_REPORT(f->diags, E372, entry_span(e), pact_word(f->pact, e->party),
                    fold_amount(f, has), fold_amount(f, e->amount));
        return false;
    }
    move_capital(f, giver, taker, e->amount);
    return true;
}

/* Stakes are moved in the pact, by date. */
bool fold_transfer(struct fold *f, const struct entry *e)
{
    if (e->amount) return transfer_capital(f, e);
    if (pact_transfer(f->pact, f->index)) return true;
    return fold_transfer_result(f, e);
}

void fold_transfer_back(struct fold *f, const struct entry *target)
{
    if (target->amount)
        move_capital(f, pact_find(f->pact, THING_PARTY, target->other), entry_party(f, target),
                     target->amount);
}
