/* Reversals, and reversals of reversals. */
#include "fair/standing.h"

#include "fold/handlers.h"

bool *entries_dead(const struct fold *f)
{
    bool *dead = ARENA_ARRAY(f->arena, bool, f->doc->entry_count);
    for (size_t k = f->doc->ahead_count; k-- > 0;) {
        uint32_t i = f->doc->ahead[k];
        const struct entry *e = document_entry(f->doc, i);
        uint32_t target = e->form == F_REVERSE ? fold_reversed(f, i) : INDEX_NONE;
        if (target != INDEX_NONE && !dead[i] && e->date <= f->options.until) dead[target] = true;
    }
    return dead;
}
