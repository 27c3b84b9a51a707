/* Mentions: every place in a text where something is called by its name.
 *
 * The pact knows what is declared, an entry the words that stand in it, but neither keeps where; an
 * editor asks for places. So they are noted here as statements are read, also in a text that does
 * not hold together. Two mentions are of the same thing where realm, word and scope are equal. */
#ifndef HEQI_LSP_MENTIONS_H
#define HEQI_LSP_MENTIONS_H

#include "lang/tree.h"

/* What sets of names there are for a reader. */
enum realm {
    REALM_NONE,
    REALM_COMMON, /* parties, groups, bodies, motions, projects, results, licences */
    REALM_FUND,
    REALM_STAKES,
    REALM_GAME,
    REALM_SCORE,
    REALM_GOAL,
    REALM_COVENANT,
    REALM_RULE,
    REALM_ALLIANCE,
    REALM_MATTER,    /* of the agreement's own */
    REALM_MILESTONE, /* of the project that is the scope */
    REALM_CATEGORY,  /* of spending */
    REALM_OFFICE,
    REALM_OUTSIDE, /* who is no party: payers, licensees */
    REALM_COUNT
};

struct mention {
    uint32_t at, len;
    uint32_t word;
    uint32_t scope; /* the project of a milestone; what an example declares: its number; else 0 */
    uint32_t statement; /* index of the statement that it stands in */
    uint8_t realm;
    uint8_t form, role;
    bool declares;
};

/* A statement that was read, in the order of reading. */
struct statement_place {
    struct span span;
    uint32_t entry; /* number of a dated statement from 0; UINT32_MAX: none */
    uint32_t article, clause;
    uint8_t form, depth;
};

/* An `include` that was followed. */
struct include_place {
    struct span span; /* of the name of the file, quotes and all */
    struct str path;
};

struct mentions {
    struct arena *arena;
    const struct sources *sources;
    struct mention *list; /* ascending by place, when all are read */
    size_t count, capacity;
    struct statement_place *statements;
    size_t statement_count, statement_capacity;
    struct include_place *includes;
    size_t include_count, include_capacity;
    uint32_t project;      /* word of the project whose lines are read */
    uint32_t example;      /* number of the example … */
    uint32_t example_ends; /* … whose lines, deeper than this, are read; UINT32_MAX: of none */
};

void mentions_init(struct mentions *m, struct arena *a, const struct sources *sources);

/* Notes a statement that was read, which is then the document's last. */
void mentions_add(struct mentions *m, const struct statement *s, const struct document *d);

/* Sorts them, and tells names of parties from those of outsiders. Call it once, behind the last. */
void mentions_finish(struct mentions *m);

static inline bool mentions_same(const struct mention *a, const struct mention *b)
{
    return a->realm == b->realm && a->word == b->word && a->scope == b->scope;
}

/* The mention at a place, or that ends there; NULL: none. */
const struct mention *mentions_at(const struct mentions *m, uint32_t at);

/* The first one that declares the same, else the first of all. */
const struct mention *mentions_declaration(const struct mentions *m, const struct mention *of);

/* Whether a name of a realm and scope is there. */
bool mentions_has(const struct mentions *m, enum realm realm, uint32_t word, uint32_t scope);

/* The statement whose lines hold a place; NULL: none. */
const struct statement_place *mentions_statement(const struct mentions *m, uint32_t at);

#endif
