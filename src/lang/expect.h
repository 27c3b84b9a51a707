/* What may stand next: for who writes a statement and has written a part of it.
 *
 * The part is matched by every form that may stand in its place, and what the forms looked for
 * behind its last token is what may follow. */
#ifndef HEQI_LANG_EXPECT_H
#define HEQI_LANG_EXPECT_H

#include "lang/grammar.h"

/* An op that could go on, of a form: OP_KEYWORD, OP_CHOICE or OP_VALUE. */
struct expected {
    enum form form;
    uint32_t op;
};

struct expectations {
    struct arena *arena;
    const struct grammar *g;
    struct expected *list; /* sets and values each once; a keyword may begin several ways on */
    size_t count, capacity;
};

/* A statement that was begun. */
struct begun {
    struct str
        above;      /* the statements that it stands under, a line each at least, outermost first */
    uint32_t depth; /* of itself */
    struct str text; /* as far as it goes, in one line; empty: nothing of it is there */
};

/* Nothing is added where no statement may stand there, or none goes on from what was begun. Of
 * forms that Chinese orders in its own way, the order of the language counts, the other one only
 * where that does not fit. New words go into g->words. */
void expect_next(struct expectations *e, const struct begun *begun, enum language lang);

#endif
