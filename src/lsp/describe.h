/* What a name stands for: its kind, the statement that declares it, and how it stands at the end of
 * the book. */
#ifndef HEQI_LSP_DESCRIBE_H
#define HEQI_LSP_DESCRIBE_H

#include "lsp/session.h"

/* In Markdown. Figures are left out where the text does not hold together. */
struct str describe_name(struct arena *a, const struct session *s, const struct analysis *of,
                         const struct mention *x);

/* What a name of the common realm stands for, as the statement that declares it tells. */
enum thing name_thing(const struct analysis *a, const struct mention *x);

/* "party", "基金": what kind of thing it is, for lists. */
struct str name_kind(const struct analysis *a, const struct mention *x, enum language lang);

#endif
