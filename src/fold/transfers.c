/* Transfers: stakes and capital that go from one party to another; those of results stand in
 * results.c. */
#include "fold/handlers.h"

#include "state/stakes.h"

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

/* To who holds nothing of it yet: the others may have the first refusal. */
static bool may_pass(struct fold *f, const struct entry *e, struct passing p)
{
    const struct term *t = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *price = t ? term_bind(t, ROLE_price) : NULL;
    p.taker = pact_word(f->pact, e->other);
    p.price_minor = price ? price->a : 0;
    return fold_pass_to_outsider(f, e, &p);
}

static bool transfer_capital(struct fold *f, const struct entry *e)
{
    uint32_t giver = entry_party(f, e), taker = pact_find(f->pact, THING_PARTY, e->other);
    int64_t has = f->state->parties[giver].capital_minor;
    if (giver == taker) {
        DIAG_REPORT(f->diags, E371, entry_span(e), pact_word(f->pact, e->party));
        return false;
    }
    if (e->amount > has && fold_may_refuse(f)) {
        DIAG_REPORT(f->diags, E372, entry_span(e), pact_word(f->pact, e->party),
                    fold_amount(f, has), fold_amount(f, e->amount));
        return false;
    }
    if (f->state->parties[taker].capital_minor <= 0 &&
        !may_pass(f, e,
                  (struct passing){.giver = giver,
                                   .stakes = INDEX_NONE,
                                   .share = RATIO_ZERO,
                                   .capital_minor = e->amount}))
        return false;
    move_capital(f, giver, taker, e->amount);
    return true;
}

static bool transfer_stake(struct fold *f, const struct entry *e, const struct transfer *t)
{
    return !t->outsider ||
           may_pass(f, e,
                    (struct passing){.giver = t->giver, .stakes = t->stakes, .share = t->share});
}

/* Arrears may have taken from the giver what the text alone still gives it. */
static bool check_moved(struct fold *f, const struct entry *e, const struct transfer *t)
{
    struct str name = pact_word(f->pact, f->pact->stakes[t->stakes].word);
    enum status status = state_check_stakes(f->state, t->stakes, f->day);
    if (status == ERR_RANGE)
        DIAG_REPORT(f->diags, E386, entry_span(e), pact_word(f->pact, e->party), name,
                    fold_in_clause(f, pact_at(f->pact, f->day)->arrears.term));
    else if (status != OK)
        DIAG_REPORT(f->diags, E209, entry_span(e), name);
    return status == OK;
}

/* Stakes are moved in the pact, by date; what arrears moved before, in the state. */
bool fold_transfer(struct fold *f, const struct entry *e)
{
    if (e->amount) return transfer_capital(f, e);
    const struct transfer *stake = pact_transfer(f->pact, f->index);
    if (stake) return transfer_stake(f, e, stake) && check_moved(f, e, stake);
    return fold_transfer_result(f, e);
}

void fold_transfer_back(struct fold *f, const struct entry *target)
{
    if (target->amount)
        move_capital(f, pact_find(f->pact, THING_PARTY, target->other), entry_party(f, target),
                     target->amount);
}
