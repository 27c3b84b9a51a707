/* Facts: what rules ask of an agreement and its book (fact_table.h has them all), and what in the
 * text shows them.
 *
 * Facts are read from the terms, and from the book as folded to its last entry. Shares of votes are
 * those of the last day; shares of money are of what is in, and of what was promised while nothing
 * is in yet. */
#ifndef HEQI_REVIEW_FACTS_H
#define HEQI_REVIEW_FACTS_H

#include "fold/fold.h"

/* In the order of RULE_THING in form_table.h, the alliance last. */
enum fact_of {
    FACT_OF_MEMBER,
    FACT_OF_PROJECT,
    FACT_OF_GOAL,
    FACT_OF_RESULT,
    FACT_OF_ALLIANCE,
    FACT_OF_COUNT
};

/* Where facts are looked up. */
struct facts {
    struct arena *arena;
    struct fold *fold;
    const struct pact *pact;
};

/* What was found. */
struct found {
    bool unknown;            /* a part of nothing: nobody has votes, no money is in or promised */
    struct ratio amount;     /* how many, or which part; 0: the fact is not there */
    const struct term *term; /* what shows it, or the first of that; NULL: no term … */
    uint32_t entry;          /* … but this entry; INDEX_NONE: none either */
};

/* Of one thing that rules ask about: a member, project, goal or result; index 0 of the alliance. */
struct fact_thing {
    enum fact_of of;
    uint32_t index; /* of the pact; of a goal: its place among the goals */
};

struct fact_row;

/* The fact of a name, in either language; NULL where there is none of such things. */
const struct fact_row *fact_find(enum fact_of of, struct str name);

/* The fact of that name nearest to one that is none, of such things; empty where none is near. */
struct str fact_nearest(struct arena *a, enum fact_of of, struct str name, enum language lang);

struct found fact_look(const struct facts *f, const struct fact_row *row, uint32_t index);

/* What to write where the fact is missing. */
struct str fact_write(const struct fact_row *row, enum language lang);

/* `covenant NAME`, or another name that covenant_table.h knows for the same. */
struct found fact_covenant(const struct facts *f, uint32_t word);

/* `decide MATTER by …`; matter INDEX_NONE: one of the agreement's own, of that name. */
struct found fact_decision(const struct facts *f, uint32_t matter, uint32_t name);

/* How many members, projects, goals or results there are, and how one is called. Who is no member
 * any more, or not yet, is none of them: fact_thing_counts. */
uint32_t fact_thing_count(const struct facts *f, enum fact_of of);
bool fact_thing_counts(const struct facts *f, enum fact_of of, uint32_t index);
struct str fact_thing_name(const struct facts *f, enum fact_of of, uint32_t index);

#endif
