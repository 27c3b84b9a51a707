/* Amendments: the texts are in the pact, by the day, so that nothing is left to do but to stop
 * where one of them changes what is not executed yet. */
#include "fold/handlers.h"

bool fold_amend(struct fold *f, const struct entry *e)
{
    if (e->effective < e->date) {
        DIAG_PLAIN(f->diags, E436, entry_span(e));
        return false;
    }
    const struct article_text *text = pact_unsupported_text(f->pact, f->index);
    if (!text) return true;
    const struct term *t = text->unsupported;
    struct span span = t->parent == text->term ? t->span : text->term->span;
    struct str form = form_text(f->arena, f->doc->g, t->form, f->diags->lang);
    return fold_unsupported(f, span,
                            str_format(f->arena,
                                       f->diags->lang == LANG_ZH ? "修订 %.*s" : "amend %.*s",
                                       STR_ARG(form)));
}
