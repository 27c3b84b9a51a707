/* Inside the formatter only: what its two files share. */
#ifndef HEQI_LANG_FORMAT_INSIDE_H
#define HEQI_LANG_FORMAT_INSIDE_H

#include "lang/format.h"

void format_put(struct formatter *f, struct str s);
void format_spaces(struct formatter *f, size_t count);

/* A word of the statement, behind a space, that Chinese keywords cannot be joined to. */
void format_word(struct formatter *f, struct str s);

/* A keyword in the language of the output, without a space where it may be joined to the last. */
void format_keyword(struct formatter *f, uint32_t keyword);

void format_date(struct formatter *f, date_t date);

/* A single value, which an OP_VALUE read. */
void format_value(struct formatter *f, const struct op *op, const struct bind *b);

#endif
