/* Prose: a statement as a sentence that a lawyer would write, in English or in Chinese.
 *
 * Both languages come from the same binds, by the rows of prose_table.h: a row a form, and of its
 * parts. What a row leaves out it does not fit, so that no piece of a statement can be lost on the
 * way; test/unit/prose_test.c says every form in every way the grammar can write it.
 *
 * Members, projects, funds and bodies are called by their titles, in Chinese by their Chinese ones
 * where they have any; two of the same title by their names too. */
#ifndef HEQI_REPORT_PROSE_H
#define HEQI_REPORT_PROSE_H

#include "pact/pact.h"

/* The place of a statement, a set: which rows of prose_table.h may be used. */
enum prose_where { W_OPEN = 1, W_IN = 2, W_LOSS = 4, W_END = 8 };

struct prose_titles;

struct prose {
    struct arena *arena;
    const struct document *doc;
    const struct pact *pact; /* NULL: names are only names */
    enum language lang;
    struct str annex; /* what {annex} is */
    const struct prose_titles *titles;
};

void prose_init(struct prose *p, struct arena *arena, const struct document *doc,
                enum language lang);

/* From now on names are those of things of an agreement, called as these top-level statements
 * declare them: the text in force on a day. */
void prose_know(struct prose *p, const struct pact *pact, const struct term *const *terms,
                size_t count);

/* A statement without a full stop. Of a dated one with its date in front. */
struct str prose_sentence(const struct prose *p, const struct term *t);

/* The name of a thing as a sentence has it: "Tianjin Lighthouse Coating Group". */
struct str prose_party(const struct prose *p, uint32_t party);

/* What a covenant or a matter of one's own is about: "Confidentiality"; else its name. */
struct str prose_matter(const struct prose *p, struct str name);

/* The word of a set that a bind holds. */
struct str prose_choice(const struct prose *p, const struct bind *b);

/* "29 August 2012", "2012年8月29日"; "CNY 3,000.00", "3,000.00元". */
struct str prose_date(const struct prose *p, date_t date);
struct str prose_money(const struct prose *p, int64_t minor);

/* The text of a statement in the language, its other name; empty where it has none. */
struct str prose_text(const struct prose *p, const struct term *t);
struct str prose_other_text(const struct prose *p, const struct term *t);

/* Whether a line only holds the other name of what it stands below. */
bool prose_is_name(enum form form);

#endif
