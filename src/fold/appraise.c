/* Appraisals: what a party scored, by which shares and votes may go. */
#include "fold/handlers.h"

#include "state/counted.h"

bool fold_appraise(struct fold *f, const struct entry *e)
{
    const struct term *t = document_extra(f->doc, e);
    const struct bind *number = term_bind(t, ROLE_number);
    int64_t parts = 0, rest = 0;
    struct ratio r;
    if (ratio_make(&r, number->a, number->b) != OK ||
        ratio_of(&parts, &rest, SCORE_PARTS, r) != OK || rest != 0) {
        DIAG_REPORT(f->diags, E106, bind_span(number),
                    sources_text(f->doc->sources, bind_span(number)));
        return false;
    }
    state_appraise(f->state, entry_party(f, e),
                   (struct appraisal){.score = term_word(t, ROLE_score),
                                      .entry = f->index,
                                      .body = e->other,
                                      .day = f->day,
                                      .parts = parts});
    return true;
}
