/* What is executed, what is recorded, and what is not supported yet.
 *
 * A term that would change a figure, or allow or refuse an entry, and is not executed yet is kept
 * in `unsupported`; who wants figures stops there. Terms whose effect depends on entries that are
 * themselves not executed yet (leave, dissolve, liability …) are recorded: the entry stops. */
#include "pact/build.h"

static void note_unsupported(struct pact *p, const struct term *t)
{
    *ARENA_PUSH(p->arena, p->unsupported, p->unsupported_count, p->unsupported_capacity) = t;
}

static void note_term(struct pact *p, const struct term *t)
{
    switch ((int)t->form) {
    case F_DUES: note_unsupported(p, t); break;
    default: break;
    }
}

void note_support(struct pact *p)
{
    for_articles(p, note_term);
}
