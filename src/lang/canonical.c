/* The canonical text: terms handed to the formatter once more. */
#include "lang/canonical.h"

#include "lang/format.h"

static void write_term(const struct parse_sink *sink, const struct term *t, uint32_t depth)
{
    struct statement s = {.form = t->form == F_AMEND_ARTICLE ? F_ARTICLE : t->form,
                          .depth = depth,
                          .dated = t->dated,
                          .date = t->date,
                          .effective = t->effective,
                          .body = t->date == t->effective ? 1 : 3,
                          .span = t->span,
                          .binds = t->binds,
                          .bind_count = t->bind_count};
    sink->statement(sink->context, &s);
    for (const struct term *c = t->first; c; c = c->next) write_term(sink, c, depth + 1);
}

struct str canonical_text(const struct document *d, const struct term *const *terms, size_t count)
{
    struct formatter f;
    formatter_init(&f, d->arena, d->g, d->words, d->sources, LANG_EN);
    struct parse_sink sink = formatter_sink(&f);
    for (size_t i = 0; i < count; i++) write_term(&sink, terms[i], 0);
    return formatter_finish(&f);
}
