/* Why an amount is what it is: a tree that is built while shares are computed, when figures are to
 * be explained, and only then.
 *
 * Evaluating a tree from its leaves gives the amount: a leaf is the whole amount of an entry or of
 * a term; a share its one child times `fraction`; a sum its children added; a round its child plus
 * the rounding to whole units. What a fraction rests on stands beside it in `basis`. Nodes are
 * shared between trees and never change. Ids and fractions only; the words are made in report. */
#ifndef HEQI_SHARE_WHY_H
#define HEQI_SHARE_WHY_H

#include "num/rat.h"
#include "pact/pact.h"

enum why_op { WHY_LEAF, WHY_SUM, WHY_SHARE, WHY_ROUND };

struct why {
    enum why_op op;
    struct str amount;       /* in minor units, exact: "10000000", "10000000/3" */
    struct str fraction;     /* of a share: "3/10", "-1" */
    uint32_t entry;          /* of a leaf, or what caused it; INDEX_NONE: none */
    const struct term *term; /* the clause, or NULL */
    const struct tier *tier; /* or NULL */
    struct str note;         /* what a basis or a child is: a measure, a figure; may be empty */
    const struct why **children;
    uint32_t child_count;
    const struct why **basis;
    uint32_t basis_count;
};

struct why_parts {
    struct arena *arena;
    const struct why **list;
    size_t count, capacity;
};

void why_add(struct why_parts *parts, const struct why *w);

/* The constructors; amounts of sums and shares are computed from the children. Children lists are
 * taken over. A sum of one child that is positive is that child. */
const struct why *why_leaf(struct arena *a, uint32_t entry, const struct term *term,
                           int64_t amount_minor);
/* A figure that no entry alone makes, by its name: for a basis, never for a sum. */
const struct why *why_noted(struct arena *a, int64_t amount_minor, struct str note);
/* What is no amount: a table of stakes, a value of a game; for a basis. */
const struct why *why_named(struct arena *a, uint32_t entry, const struct term *term,
                            struct str note);
const struct why *why_sum(struct arena *a, struct why_parts children, const struct term *term,
                          struct str note);
/* A sum that is known, of children that others may be added to. */
const struct why *why_sum_of(struct arena *a, struct why_parts children, int64_t amount_minor,
                             struct str note);
const struct why *why_share(struct arena *a, const struct why *of, struct str fraction,
                            struct why_parts basis, const struct term *term,
                            const struct tier *tier);
const struct why *why_round(struct arena *a, const struct why *of, int64_t units_minor,
                            uint32_t entry, const struct term *term, const struct tier *tier);
/* Whether a tree, what stands beside it left out, has at most so many nodes. */
bool why_is_within(const struct why *why, size_t nodes_max);

const struct why *why_minus(struct arena *a, const struct why *of);

#endif
