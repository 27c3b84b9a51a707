/* One step of an explanation as a formula: "353,000.00 × 60% × 2,000,000/11,100,000". Chains of
 * shares are read as one product, fractions as percentages where these are exact, as the amounts of
 * the measure that they come from where there are such. Inside report only. */
#ifndef HEQI_REPORT_FORMULA_H
#define HEQI_REPORT_FORMULA_H

#include "settle/settle.h"

/* Nodes that have been shown already: a product starts from them instead of going further back. */
struct known {
    struct arena *arena;
    const struct why **list;
    size_t count, capacity;
};

void known_add(struct known *known, const struct why *why);
bool known_has(const struct known *known, const struct why *why);

struct formula {
    struct str amount;       /* with its sign, grouped */
    struct str text;         /* "= … × …", "of …"; empty for a leaf and a sum */
    const struct why *base;  /* what the product starts from; the node itself where there is none */
    const struct why *share; /* the outermost share: of it the basis is shown; NULL: none */
    const struct why
        *from; /* the node without a minus in front: its clause, tier and entry count */
};

/* digits: the decimals of the currency. */
struct formula formula_of(const struct known *known, const struct why *why, unsigned digits,
                          enum language lang);

/* A grouped amount; with "…" behind it where it is no whole number of minor units. */
struct str formula_amount(struct arena *a, struct str exact, unsigned digits);

#endif
