/* A settlement that stands open, for programs that stay: the journal grows at its end, only what is
 * new is folded, and any day from the last entry on can be settled. Everything is the same as if
 * all of the journal had been folded at once.
 *
 *     standing_open(&s, arena, pact, diags, options);   folds what there is
 *     parser_read(…);                                    more entries into the same document
 *     standing_go_on(&s)                                 folds them
 *     standing_settle(&s, day)                           s.settlement is as after settle_run, until
 *                                                        the next call; and so on
 *
 * What an entry costs does not depend on how many are before it, but where it takes effect late or
 * takes an earlier one back: then what took effect since is folded anew from a place that was kept
 * at the end of a day before (fold/hold.h). Settling costs two copies of the state. Entries that
 * change who shares or what is agreed for the past too, `join` and `amend`, and all terms, make
 * everything be folded again.
 *
 * Every time names were declared, stakes set, motions put or entries taken back, a new pact is
 * resolved in the arena; a program that stands for years opens its books again from time to time.
 */
#ifndef HEQI_SETTLE_STANDING_H
#define HEQI_SETTLE_STANDING_H

#include "settle/settle.h"

struct standing {
    struct arena *arena;
    struct document *doc;
    struct document then; /* as it was when all of it was folded last */
    struct pact *pact;
    struct diags *diags;
    struct fold_options options;
    struct settlement settlement;
    bool closed; /* a day is settled, to be gone back from */
};

/* Folds the document of the pact, which the caller lets grow; options.until is not looked at. False
 * where an error was reported: then there is nothing to go on with. */
bool standing_open(struct standing *s, struct arena *arena, struct pact *pact, struct document *doc,
                   struct diags *diags, struct fold_options options);

/* Folds what was read into the document since. False where an error was reported: then nothing of
 * it stands, and the document is as it was. */
bool standing_go_on(struct standing *s);

/* Settles a day, not before that of the last entry. False where an error was reported. */
bool standing_settle(struct standing *s, date_t day);

#endif
