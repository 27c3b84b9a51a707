/* Who caused a loss by intent or gross negligence, `intent PARTY`: where the agreement says that
 * lifts the cap of what it bears, the loss is shared anew as if that had been known, and what
 * changes is an adjustment. */
#include "fold/handlers.h"
#include "fold/losses.h"

/* ---- what the entries say ---- */

struct blame {
    uint32_t entry, loss; /* INDEX_NONE: there is none that it could be about */
    uint32_t party;
    uint8_t cause;
    uint32_t reversed_by; /* INDEX_NONE: it stands */
};

static bool is_loss(const struct fold *f, uint32_t index)
{
    enum form form = (enum form)document_entry(f->doc, index)->form;
    return form == F_LOSS || form == F_LIABILITY;
}

/* The entry that is cited; where none is, the last loss before. */
static uint32_t loss_of(const struct fold *f, uint32_t index)
{
    const struct entry *e = document_entry(f->doc, index);
    if (e->extra && term_bind(document_extra(f->doc, e), ROLE_ref)) {
        uint32_t cited = pact_cited(f->pact, index);
        return cited != INDEX_NONE && is_loss(f, cited) ? cited : INDEX_NONE;
    }
    while (index-- > 0)
        if (is_loss(f, index)) return index;
    return INDEX_NONE;
}

static uint32_t reversed_by(const struct fold *f, uint32_t index)
{
    for (size_t k = 0; k < f->doc->ahead_count; k++) {
        uint32_t i = f->doc->ahead[k];
        if (document_entry(f->doc, i)->form == F_REVERSE && fold_reversed(f, i) == index) return i;
    }
    return INDEX_NONE;
}

void fold_find_blame(struct fold *f)
{
    for (size_t k = 0; k < f->doc->ahead_count; k++) {
        uint32_t i = f->doc->ahead[k];
        const struct entry *e = document_entry(f->doc, i);
        if (e->form != F_CAUSED) continue;
        *ARENA_PUSH(f->arena, f->blames.list, f->blames.count, f->blames.capacity) =
            (struct blame){.entry = i,
                           .loss = loss_of(f, i),
                           .party = entry_party(f, e),
                           .cause = e->choice,
                           .reversed_by = reversed_by(f, i)};
    }
}

/* ---- what it changes ---- */

static bool names_cause(const struct term *t, uint8_t cause)
{
    const struct bind *list = term_bind(t, ROLE_causes);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        if (b->rank == cause) return true;
    return false;
}

/* Whether the text of a day lifts caps for a cause. */
static bool lifts(const struct fold *f, uint8_t cause, date_t day)
{
    for (size_t i = 0; i < f->pact->text_count; i++) {
        const struct article_text *text = &f->pact->texts[i];
        for (const struct term *t = text->term->first; t; t = t->next)
            if (t->form == F_CAP_LIFTED && text_holds(text, day) && names_cause(t, cause))
                return true;
    }
    return false;
}

const uint8_t *fold_lifted(struct fold *f)
{
    uint8_t *lifted = NULL;
    uint32_t known = f->state->known;
    for (size_t i = 0; i < f->blames.count; i++) {
        const struct blame *b = &f->blames.list[i];
        bool undone = b->reversed_by != INDEX_NONE && b->reversed_by <= known;
        if (b->loss != f->index || b->loss == INDEX_NONE || b->entry > known || undone) continue;
        if (!lifts(f, b->cause, f->day)) continue;
        if (!lifted) lifted = ARENA_ARRAY(f->arena, uint8_t, f->state->party_count);
        lifted[b->party] = 1;
    }
    return lifted;
}

bool fold_caused(struct fold *f, const struct entry *e)
{
    uint32_t loss = loss_of(f, f->index);
    struct str cause = choice_text(f->arena, f->doc->g, SET_CAUSE, e->choice, f->diags->lang);
    if (loss == INDEX_NONE) {
        DIAG_PLAIN(f->diags, E272, entry_span(e));
        return false;
    }
    if (fold_may_refuse(f) && !lifts(f, e->choice, document_entry(f->doc, loss)->effective))
        DIAG_REPORT(f->diags, F170, entry_span(e), cause);
    return true;
}
