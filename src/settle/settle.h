/* Settlement: the journal folded up to a day, closed as if settled then, and every figure of every
 * party; and why a figure is what it is.
 *
 * settlement = settle(agreement, book, date): the same text and date give the same bytes. All
 * figures run from the founding to the day, inclusive. For each party
 *     received = set_off + paid_out + due      called + borne + charges = paid_in + set_off + owes
 * and due and owes are never negative. */
#ifndef HEQI_SETTLE_SETTLE_H
#define HEQI_SETTLE_SETTLE_H

#include "fold/fold.h"

struct settlement {
    struct fold fold;
    date_t until;
};

/* Folds and closes. False where an error was reported; the settlement is then not to be used. */
bool settle_run(struct settlement *s, struct arena *arena, const struct pact *pact,
                struct diags *diags, struct fold_options options);

int64_t figures_due(const struct figures *x);
int64_t figures_owes(const struct figures *x);

/* ---- explanations ---- */

enum explained { EXPLAINED_PARTY, EXPLAINED_FUND, EXPLAINED_UNSHARED, EXPLAINED_UNCOVERED };

/* Figures of a party; those of the lines are ranked as enum figure. */
enum asked_figure {
    ASKED_CALLED = FIGURE_CALLED,
    ASKED_SET_OFF = FIGURE_SET_OFF,
    ASKED_DUE,  /* received − paid_out − set_off */
    ASKED_OWES, /* called + borne + charges − paid_in − set_off */
    ASKED_ALL,  /* due − owes */
};

struct explain_request {
    enum explained what;      /* first a party */
    uint32_t index;           /* of the party or fund */
    uint32_t line;            /* number of a line of its; 0: all of it */
    enum asked_figure figure; /* of a party, where no line is asked for */
};

/* The tree behind a figure: of one line; or of a party, one figure, or received − called − borne −
 * charges + paid_in − paid_out with one child each; or of a fund or of what is unshared or
 * uncovered. Runs the settlement anew, keeping what explanations are made of. *why_out is NULL
 * where there is no such line. False where an error was reported. */
bool settle_explain(struct arena *arena, const struct pact *pact, struct diags *diags, date_t until,
                    struct explain_request request, const struct why **why_out);

#endif
