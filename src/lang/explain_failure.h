/* Why a statement fits no form, told as one diagnostic: what was read there, what could have stood
 * there, and the nearest keyword where a word looks mistyped. */
#ifndef HEQI_LANG_EXPLAIN_FAILURE_H
#define HEQI_LANG_EXPLAIN_FAILURE_H

#include "lang/parse.h"

void explain_failure(struct parser *p, const struct statement *s, enum block block);

#endif
