/* Patterns: how a form is written, for people, from the compiled grammar. */
#ifndef HEQI_LSP_PATTERNS_H
#define HEQI_LSP_PATTERNS_H

#include "lang/grammar.h"

/* "PARTY pays AMOUNT capital|call|… [for PROJECT]": keywords as they are written, values in
 * capitals, what may be missing in brackets. What every entry may end in is left out. */
struct str form_pattern(struct arena *a, const struct grammar *g, enum form form,
                        enum language lang);

/* Whether a form, or a phrase in it, has a keyword, which may stand in one of its sets. */
bool form_uses(const struct grammar *g, enum form form, uint32_t keyword);

#endif
