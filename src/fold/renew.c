/* A further term, behind the one that runs. */
#include "fold/handlers.h"

bool fold_renew(struct fold *f, const struct entry *e)
{
    struct state *s = f->state;
    if (f->pact->ends == DATE_OPEN) {
        DIAG_PLAIN(f->diags, E443, entry_span(e));
        return false;
    }
    s->ends = pact_renewed(s->ends, document_extra(f->doc, e));
    s->renewing = f->index;
    return true;
}
