/* What changed between two texts of an agreement, clause by clause.
 *
 * Clauses are matched by what they are about (the party of a pledge, the class and scope of a
 * share, the matter of a decision), not by where they stand; what a line says in other words of the
 * same meaning, in the other language for instance, is no change. Of every line that differs it is
 * told who gains by it and who loses, as far as the line itself says: a share that grows is gained
 * by its recipients, a duty that grows is lost by who has it. Who shares what is left is not
 * reckoned.
 *
 * A change is minor where no right, duty, figure or day depends on it: names, texts, registrations,
 * examples, goals, a clause that stands elsewhere. All others are major, prose terms among them,
 * which only a reader can judge.
 *
 * Both documents must share grammar, words and sources. */
#ifndef HEQI_REVIEW_REVISIONS_H
#define HEQI_REVIEW_REVISIONS_H

#include "lang/tree.h"

enum revision_kind { REVISION_ADDED, REVISION_REMOVED, REVISION_ALTERED, REVISION_MOVED };

/* Somebody whom a line concerns. */
enum interest_kind {
    INTEREST_NAME, /* id: the word of a party, group or body */
    INTEREST_FUND, /* id: the word of a fund */
    INTEREST_WHO,  /* id: enum recipients */
    INTEREST_KIND, /* id: enum member_kind, of members by kind */
    INTEREST_LEAD, /* who leads */
    INTEREST_OTHERS,
    INTEREST_GRANT,   /* who grants */
    INTEREST_ALLIANCE /* all together */
};

struct interest {
    enum interest_kind kind;
    uint32_t id;
};

struct interests {
    struct interest *list; /* each once, in order of appearance */
    size_t count, capacity;
};

/* A line that differs; NULL: it is not there. The head of a clause is a line, too. */
struct line_revision {
    const struct term *before, *after;
};

struct revision {
    enum revision_kind kind;
    bool major;
    const struct term *before, *after; /* the clause; NULL: it is not there */
    struct line_revision *lines;
    size_t line_count, line_capacity;
    struct interests gains, loses;
};

struct revisions {
    struct arena *arena;
    struct revision *list; /* in the order of the new text, what is removed where it stood */
    size_t count, capacity;
};

void revisions_find(struct revisions *out, struct arena *a, const struct document *before,
                    const struct document *after);

/* ---- for revisions.c alone: review/interests.c ---- */

/* Who gains and who loses where one line becomes another; either may be NULL. */
void interests_compare(struct arena *a, struct interests *gains, struct interests *loses,
                       const struct term *before, const struct term *after);

#endif
