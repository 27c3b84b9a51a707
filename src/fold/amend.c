/* Amendments: the texts are in the pact, by the day. Nothing is left to do but to refuse one that
 * leaves out what is still there. */
#include "fold/handlers.h"

static bool keeps_members(struct fold *f, const struct entry *e)
{
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        if (!f->state->parties[i].member || !pact_left_out(f->pact, f->index, i)) continue;
        DIAG_REPORT(f->diags, E265, entry_span(e), pact_word(f->pact, f->pact->parties[i].word));
        return false;
    }
    return true;
}

/* Money in a fund that is no more would be nobody's to spend. */
static bool keeps_funds(struct fold *f, const struct entry *e)
{
    const struct provisions *before = pact_when(f->pact, f->index);
    const struct provisions *now = pact_when(f->pact, f->index + 1);
    for (uint32_t i = 0; i < f->pact->fund_count; i++) {
        int64_t minor = f->state->funds[i].balance_minor;
        if (now->funds[i].term || !before->funds[i].term || minor == 0) continue;
        DIAG_REPORT(f->diags, E435, entry_span(e), pact_word(f->pact, f->pact->funds[i].word),
                    fold_amount(f, minor));
        return false;
    }
    return true;
}

bool fold_amend(struct fold *f, const struct entry *e)
{
    if (e->effective < e->date) {
        DIAG_PLAIN(f->diags, E436, entry_span(e));
        return false;
    }
    return !fold_may_refuse(f) || (keeps_members(f, e) && keeps_funds(f, e));
}

void fold_tell_lost_funds(struct fold *f, const struct entry *e)
{
    const struct provisions *now = pact_at(f->pact, e->date);
    for (uint32_t i = 0; i < f->pact->fund_count; i++) {
        int64_t minor = f->state->funds[i].balance_minor;
        if (now->funds[i].term || minor <= 0) continue;
        char date[DATE_TEXT_BYTES];
        date_format(date, now->from);
        DIAG_REPORT(f->diags, F160, entry_span(e), pact_word(f->pact, f->pact->funds[i].word),
                    fold_amount(f, minor), str_from(date));
    }
}
