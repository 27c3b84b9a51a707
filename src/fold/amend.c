/* Amendments: the texts are in the pact, by the day. Nothing is left to do but to stop where one of
 * them changes what is not executed yet, or leaves out what is still there. */
#include "fold/handlers.h"

static bool stop_unsupported(struct fold *f, const struct article_text *text)
{
    const struct term *t = text->unsupported;
    struct span span = t->parent == text->term ? t->span : text->term->span;
    struct str form = form_text(f->arena, f->doc->g, t->form, f->diags->lang);
    return fold_unsupported(f, span,
                            str_format(f->arena,
                                       f->diags->lang == LANG_ZH ? "修订 %.*s" : "amend %.*s",
                                       STR_ARG(form)));
}

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
    const struct article_text *text = pact_unsupported_text(f->pact, f->index);
    if (text) return stop_unsupported(f, text);
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
