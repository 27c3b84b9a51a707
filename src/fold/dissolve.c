/* The end: what may still happen after the dissolution, and who gets what is left.
 *
 * `dissolve` opens the liquidation. From then on every closing of a day gathers all of equity in
 * one account, pays creditors and payers of grants in thought, and divides what is more by the
 * clause, or puts on the members what is missing. Debts are paid and collected by entries as
 * before; when they are, nothing is left in any account. Creditors first, then members: Civil Code
 * 978; by contributions paid in, else equally, where the agreement is silent: 972. */
#include "fold/cover.h"
#include "fold/handlers.h"

#include "share/clawback.h"
#include "share/explain.h"

/* ---- what may still happen ---- */

static const uint8_t winding_up[FORM_COUNT] = {
    [F_PAYS] = 1,      [F_PAY] = 1,     [F_REPAY] = 1,    [F_RETURN_GRANT] = 1,
    [F_REFUND] = 1,    [F_INCOME] = 1,  [F_SPEND] = 1,    [F_LIABILITY] = 1,
    [F_SETTLE] = 1,    [F_AGREE] = 1,   [F_DISPUTES] = 1, [F_REVERSE] = 1,
    [F_MOTION] = 1,    [F_VOTE] = 1,    [F_MEETING] = 1,  [F_DECIDE_MOTION] = 1,
    [F_VETO] = 1,      [F_STOP] = 1,    [F_TRANSFER] = 1, [F_DELIVER] = 1,
    [F_DELIVERED] = 1, [F_REPORTS] = 1, [F_APPOINT] = 1,  [F_FILE] = 1,
    [F_WRITE_OFF] = 1,
};

/* What was paid ahead was given back, so a payment can no longer be; and nobody lends any more. */
static bool winds_up(const struct fold *f, const struct entry *e)
{
    if (e->form == F_PAYS) return e->choice != NATURE_LOAN;
    if (e->form != F_REVERSE) return winding_up[e->form];
    uint32_t target = fold_reversed(f, f->index);
    return target == INDEX_NONE || document_entry(f->doc, target)->form != F_PAYS;
}

bool fold_check_dissolved(struct fold *f, const struct entry *e)
{
    const struct state *s = f->state;
    char date[DATE_TEXT_BYTES];
    if (!s->dissolved || e->effective < s->dissolved_on || winds_up(f, e)) return true;
    date_format(date, s->dissolved_on);
    DIAG_REPORT(f->diags, E415, entry_span(e), str_from(date));
    return false;
}

/* ---- dissolving ---- */

static bool goes_back(uint32_t kind)
{
    return kind == IN_KIND_EQUIPMENT || kind == IN_KIND_TECHNOLOGY || kind == IN_KIND_PREMISES;
}

/* What somebody gave and can have again is its own again, instead of the capital that it counted
 * for; work and material are used up, and so is what was bought out with its capital. */
static void give_back(struct fold *f, uint32_t party, uint32_t kind)
{
    struct state *s = f->state;
    int64_t *given = state_given(s, party, kind);
    int64_t back = goes_back(kind) ? *given : 0;
    if (back > s->parties[party].capital_minor) back = s->parties[party].capital_minor;
    if (back < 0) back = 0;
    state_post(s, ACCOUNT_IN_KIND, kind, -*given);
    state_post(s, ACCOUNT_CAPITAL, party, back);
    state_post(s, ACCOUNT_LIQUIDATION, 0, *given - back);
    state_add_capital(s, party, -back, f->index);
    *given = 0;
}

bool fold_dissolve(struct fold *f, const struct entry *e)
{
    struct state *s = f->state;
    if (e->effective < e->date) {
        DIAG_PLAIN(f->diags, E416, entry_span(e));
        return false;
    }
    s->dissolved = true;
    s->dissolved_on = f->day;
    s->dissolving = f->index;
    fold_end_covers(f);
    for (uint32_t i = 0; s->given_minor && i < s->party_count; i++)
        for (uint32_t k = 0; k < s->accounts[ACCOUNT_IN_KIND].count; k++) give_back(f, i, k);
    return true;
}

const struct provisions *fold_end(const struct fold *f)
{
    return pact_at(f->pact, f->state->dissolved_on);
}

/* ---- gathering ---- */

static const struct why *liquidated(struct fold *f, int64_t amount_minor)
{
    if (!f->sharer.explain) return NULL;
    return why_leaf(f->arena, f->state->dissolving, fold_end(f)->dissolution.term, amount_minor);
}

static void tell_gathered(struct fold *f, enum line_to to, uint32_t index, int64_t minor)
{
    fold_line(f, (struct line){.term = fold_end(f)->dissolution.term,
                               .scope = INDEX_NONE,
                               .to = to,
                               .index = index,
                               .kind = LINE_DRAW,
                               .figure = to == LINE_TO_FUND ? FIGURE_RECEIVED : FIGURE_UNSHARED,
                               .amount_minor = -minor,
                               .why = liquidated(f, -minor)});
}

static void gather(struct fold *f, enum account account)
{
    struct state *s = f->state;
    for (uint32_t i = 0; i < s->accounts[account].count; i++) {
        int64_t minor = s->accounts[account].minor[i];
        state_post(s, account, i, -minor);
        state_post(s, ACCOUNT_LIQUIDATION, 0, minor);
    }
}

/* All of equity in one account; funds and what found nobody are no longer apart. */
static void gather_equity(struct fold *f)
{
    static const enum account equity[] = {ACCOUNT_CAPITAL, ACCOUNT_CALLS,       ACCOUNT_FUND,
                                          ACCOUNT_SPENT,   ACCOUNT_DISTRIBUTED, ACCOUNT_LOSSES,
                                          ACCOUNT_LEAVING, ACCOUNT_INCOME,      ACCOUNT_EXPENSES};
    struct state *s = f->state;
    for (size_t i = 0; i < ARRAY_LEN(equity); i++) gather(f, equity[i]);
    for (uint32_t i = 0; i < f->pact->fund_count; i++) {
        tell_gathered(f, LINE_TO_FUND, i, s->funds[i].balance_minor);
        s->funds[i].balance_minor = 0;
    }
    tell_gathered(f, LINE_TO_UNSHARED, 0, s->unshared_minor);
    s->unshared_minor = 0;
}

/* What is unspent of the grants for one project goes back to its payers by what is held of each. */
static bool part_unspent(struct fold *f, uint32_t project, int64_t *unspent_by_payer)
{
    struct grants_held *grants = &f->grants;
    int64_t unspent = state_unspent(f->state, project)->grants_minor;
    uint32_t *ids = ARENA_ARRAY(f->arena, uint32_t, grants->count);
    uint64_t *weights = ARENA_ARRAY(f->arena, uint64_t, grants->count);
    struct shares w = {.ids = ids, .weights = weights};
    for (uint32_t i = 0; i < grants->count; i++) {
        struct grant_held *g = &grants->list[i];
        if (g->project != project || g->held_minor <= 0) continue;
        ids[w.count] = i;
        weights[w.count] = (uint64_t)g->held_minor;
        w.sum += weights[w.count++];
        if (unspent <= 0) g->held_minor = 0;
    }
    if (unspent <= 0 || !w.count) return true;
    struct stream parts;
    stream_init(&parts, f->arena, ROUNDING_PER_SPLIT);
    if (stream_split(&parts, unspent, &w) != OK) return false;
    for (uint32_t i = 0; i < w.count; i++) {
        struct grant_held *g = &grants->list[ids[i]];
        g->held_minor = parts.units[stream_find(&parts, ids[i])];
        state_add(f->state, &unspent_by_payer[g->payer], g->held_minor);
    }
    return true;
}

/* What was spent of grants is theirs no more; what was not is owed to who gave it. */
static bool gather_spent_grants(struct fold *f)
{
    struct state *s = f->state;
    size_t payers = s->accounts[ACCOUNT_GRANT].count;
    int64_t *unspent = ARENA_ARRAY(f->arena, int64_t, payers);
    if (!part_unspent(f, INDEX_NONE, unspent)) return false;
    for (uint32_t i = 0; i < f->pact->project_count; i++)
        if (!part_unspent(f, i, unspent)) return false;
    for (uint32_t i = 0; i < payers; i++) {
        int64_t spent = -s->accounts[ACCOUNT_GRANT].minor[i] - unspent[i];
        state_post(s, ACCOUNT_GRANT, i, spent);
        state_post(s, ACCOUNT_LIQUIDATION, 0, -spent);
    }
    return true;
}

/* ---- what comes back ---- */

/* By the text of the day, in every scope in which a clause paid profit. */
static bool claw_back(struct fold *f, struct span span)
{
    struct occasion m = fold_occasion(f, INDEX_NONE, 0);
    f->debit = ACCOUNT_LIQUIDATION;
    f->debit_index = 0;
    for (size_t i = 0; i < f->pact->share_count; i++) {
        const struct clause *c = &f->pact->shares[i];
        if (!c->return_count || !text_holds(c->text, f->day)) continue;
        for (m.scope = 0; m.scope < f->state->scope_count; m.scope++) {
            enum share_outcome outcome = share_clawback(&f->sharer, c, &m);
            if (outcome != SHARE_DONE) return fold_share_failed(f, outcome, 0, c->term, span);
        }
    }
    return true;
}

/* ---- dividing ---- */

static bool divide(struct fold *f, struct span span, int64_t minor)
{
    const struct clause *c = &fold_end(f)->dissolution;
    struct occasion m = fold_occasion(f, INDEX_NONE, minor);
    uint32_t stakes = 0;
    f->debit = ACCOUNT_LIQUIDATION;
    f->debit_index = 0;
    m.receipt = ++f->state->receipts;
    enum share_outcome outcome = share_receipt(&f->sharer, c, &m, liquidated(f, minor), &stakes);
    return outcome == SHARE_DONE || fold_share_failed(f, outcome, stakes, c ? c->term : NULL, span);
}

/* What is missing for creditors is a liability like others: by the clause on these, else as the law
 * says, unless the form of the alliance limits what its members are liable for. */
static bool bear_missing(struct fold *f, struct span span, int64_t minor)
{
    struct occasion m = fold_occasion(f, INDEX_NONE, minor);
    const struct clause *c = bear_clause(f->pact, LOSS_LIABILITY, &m);
    uint32_t stakes = 0;
    if (!c && fold_end(f)->deficit.tier_count) c = &fold_end(f)->deficit;
    f->losing = true;
    enum share_outcome outcome = share_loss(&f->sharer, c, &m, liquidated(f, minor), &stakes);
    f->losing = false;
    gather(f, ACCOUNT_LOSSES);
    return outcome == SHARE_DONE || fold_share_failed(f, outcome, stakes, c ? c->term : NULL, span);
}

static int64_t sum_of(struct state *s, enum account account)
{
    int64_t sum = 0;
    for (size_t i = 0; i < s->accounts[account].count; i++)
        state_add(s, &sum, s->accounts[account].minor[i]);
    return sum;
}

/* What would be left in money when all debts were collected and paid. */
static int64_t left_at_the_end(struct state *s)
{
    static const enum account accounts[] = {ACCOUNT_CASH, ACCOUNT_RECEIVABLE, ACCOUNT_PAYABLE,
                                            ACCOUNT_LOAN, ACCOUNT_GRANT};
    int64_t left = 0;
    for (size_t i = 0; i < ARRAY_LEN(accounts); i++) state_add(s, &left, sum_of(s, accounts[i]));
    return left;
}

bool fold_liquidate(struct fold *f, struct span span, struct booked *booked)
{
    struct state *s = f->state;
    for (uint32_t i = 0; i < s->party_count; i++) fold_give_back_advances(f, i);
    if (!gather_spent_grants(f)) {
        s->overflow = true;
        return true;
    }
    gather_equity(f);
    if (!claw_back(f, span)) return false;
    int64_t left = f->replaying ? booked->surplus_minor : left_at_the_end(s);
    booked->surplus_minor = left;
    if (left > 0) return divide(f, span, left);
    int64_t missing = -left - s->lacking_minor, before = s->uncovered_minor;
    if (missing <= 0) return true;
    bool borne = bear_missing(f, span, missing);
    state_add(s, &s->lacking_minor, s->uncovered_minor - before);
    return borne;
}
