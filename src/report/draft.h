/* Drafts of agreements: the templates of templates/ with a few answers filled in, for `heqi new`.
 *
 * A template is a text of the language in which
 *
 *     {sentence|句子}     stands for one of two, by language
 *     $name …            stands for an answer: $title and $called in quotes, $founded, $currency,
 *                        $lead, the first party; $+12m, a day so many months after the founding;
 *                        $equally, every party with an equal fraction
 *     each …             at the start of a line, of several in a row: they stand once for each
 *                        party, with $party, $kind, $called, and $leads for the first */
#ifndef HEQI_REPORT_DRAFT_H
#define HEQI_REPORT_DRAFT_H

#include "base/date.h"
#include "base/diag.h"
#include "base/shipped.h"

struct draft_party {
    struct str name, kind, called;
};

struct draft {
    struct str name, title, currency;
    date_t founded;
    const struct draft_party *parties; /* at least one; the first leads */
    size_t party_count;
};

/* The templates. */
extern const struct shipped draft_texts[];
extern const size_t draft_text_count;

/* The text, in the arena: keywords as the template has them, sentences in a language. */
struct str draft_text(struct arena *a, const struct shipped *t, const struct draft *d,
                      enum language lang);

#endif
