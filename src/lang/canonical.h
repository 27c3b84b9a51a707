/* The canonical text of terms: what is agreed, apart from how it was written. The same terms give
 * the same bytes, whether they were written in English or in Chinese, in one file or in several,
 * with comments or without; so their digest names the agreement.
 *
 * It is what `heqi fmt --lang en` prints of them, without comments and blank lines. */
#ifndef HEQI_LANG_CANONICAL_H
#define HEQI_LANG_CANONICAL_H

#include "lang/tree.h"

/* Of top-level statements, each with the lines below it, in this order. An article of an amendment
 * is written as an article of the terms. */
struct str canonical_text(const struct document *d, const struct term *const *terms, size_t count);

#endif
