/* Why a figure is what it is, as a person reads it.
 *
 *     pentium 38,162.16 = 353,000.00 × 60% × 2,000,000/11,100,000   6.1 tier 5.1: 60% to members …
 *       basis: capital of pentium 2,000,000.00
 *                640,000.00 = 800,000.00 × 80%   2012-10-18 #1 pentium gives 800,000 equipment …
 *
 * One line of the settlement is shown down to its entries; all of a party is shown figure by
 * figure, a row a line. A clause is quoted in its own words. */
#ifndef HEQI_REPORT_EXPLANATION_H
#define HEQI_REPORT_EXPLANATION_H

#include "settle/settle.h"

struct explanation_view {
    struct str who;  /* the party, "fund NAME" … that was asked for */
    bool one_line;   /* `why` is that of one line, not of all */
    bool one_figure; /* … of one figure of a party */
    enum language lang;
};

struct str report_explanation(struct arena *a, const struct pact *p, const struct why *why,
                              struct explanation_view view);

/* Whether what a node's fraction rests on is to be shown. In the explanation of all of a party a
 * list of more than LIMIT_BASIS_NODES would stand again at every line: it is for that of one line.
 */
bool explanation_shows_basis(const struct why *why, bool one_line);

#endif
