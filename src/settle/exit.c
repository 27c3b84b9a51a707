/* Leaving, tried: two settlements of one day. */
#include "settle/exit.h"

#include "fold/recovery.h"

static int64_t uncalled_of(const struct fold *f, uint32_t party)
{
    int64_t sum = 0;
    if (f->state->parties[party].gone || f->state->dissolved) return 0;
    for (size_t i = f->next_tranche; i < f->pact->tranche_count; i++)
        if (f->pact->tranches[i].party == party &&
            tranche_is_planned(&f->pact->tranches[i], f->options.until))
            state_add(f->state, &sum, f->pact->tranches[i].amount_minor);
    return sum;
}

static struct standing standing_of(const struct fold *f, uint32_t party)
{
    const struct party_state *state = &f->state->parties[party];
    return (struct standing){.figures = state->figures,
                             .capital_minor = state->capital_minor,
                             .loan_minor = state_loan(f->state, party),
                             .uncalled_minor = uncalled_of(f, party)};
}

/* The notice that was given, else one that is given on the day. */
static void find_notice(struct exit_view *v, struct fold *f)
{
    struct party_state *state = &f->state->parties[v->party];
    v->noticed_on = state->noticed ? state->noticed_on : DATE_NONE;
    if (!state->noticed) {
        state->noticed = true;
        state->noticed_on = f->day;
    }
    v->may_leave = fold_may_leave_from(f, v->party);
}

/* What is to be said of the text the other settlement says. */
static bool settle_quietly(struct settlement *s, struct arena *arena, const struct pact *pact,
                           const struct diags *diags, date_t until)
{
    struct diags quiet;
    diags_init(&quiet, arena);
    quiet.lang = diags->lang;
    return settle_run(s, arena, pact, &quiet, (struct fold_options){.until = until});
}

enum exit_outcome settle_exit(struct exit_view *out, struct arena *arena, const struct pact *pact,
                              struct diags *diags, date_t until, uint32_t party)
{
    struct fold *f = &out->settlement.fold;
    struct settlement as_it_is;
    *out = (struct exit_view){.party = party};
    fold_init(f, arena, pact, diags, (struct fold_options){.until = until});
    out->at = out->settlement.until = f->options.until;
    if (!fold_run(f)) return LEAVING_REFUSED;
    if (!f->state->parties[party].member) return LEAVING_NO_MEMBER;
    find_notice(out, f);
    if (!fold_try_leaving(f, party, &out->price) || !fold_close(f, out->at)) return LEAVING_REFUSED;
    out->leaves = standing_of(f, party);
    const struct leaving *terms = &pact_at(pact, out->at)->leaving;
    if (terms->leaver_returns != GRANTS_STAY) out->returns = terms->leave;
    out->recovered_minor = fold_recovered(f, party, &out->granted_minor);
    if (!settle_quietly(&as_it_is, arena, pact, diags, out->at)) {
        struct fold_options aloud = {.until = out->at};
        bool settled = settle_run(&as_it_is, arena, pact, diags, aloud);
        CHECK(!settled);
        return LEAVING_REFUSED;
    }
    out->stays = standing_of(&as_it_is.fold, party);
    return LEAVING_TOLD;
}
