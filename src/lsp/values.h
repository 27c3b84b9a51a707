/* Values that can be proposed where no word and no name stands: currencies, units of time, the
 * number of the next article, facts of rules. */
#ifndef HEQI_LSP_VALUES_H
#define HEQI_LSP_VALUES_H

#include "lang/expect.h"
#include "lsp/analysis.h"

struct labels {
    struct arena *arena;
    struct str *list;
    size_t count, capacity;
};

/* For a place where a value may stand; `text` is the begun statement as far as it goes. */
void values_for(struct labels *out, const struct analysis *a, const struct expected *e,
                struct str text, enum language lang);

/* The begun statement without a number at its end; false where it ends otherwise. */
bool values_before_number(struct begun *out, const struct begun *begun);

/* What may follow that number, where a value may stand: units of time, and, once `has_prefix`,
 * currencies, which are too many to be shown unasked. */
void values_behind_number(struct labels *out, const struct analysis *a, const struct expected *e,
                          enum language lang, bool has_prefix);

#endif
