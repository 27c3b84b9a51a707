/* For the tests of lang: reads a text with the real parser and writes down, a line an event, what
 * the sink was told. Two texts that say the same give the same lines: the values of a statement
 * stand in the order of their roles, names and texts in letters, numbers as they are meant. */
#ifndef HEQI_TEST_UNIT_LANG_READER_H
#define HEQI_TEST_UNIT_LANG_READER_H

#include "lang/format.h"
#include "lang/parse.h"

/* One keyword table and grammar serve many readings. */
struct reader {
    struct arena *arena;
    struct words words;
    struct grammar *g;
    struct sources sources; /* of the last reading, like all that follows */
    struct diags diags;
    struct str *events;
    size_t event_count, event_capacity;
};

void reader_init(struct reader *r, struct arena *arena);

/* A reader in another arena that begins with the words of the first as they are now, and shares its
 * grammar; the first must outlive it. */
void reader_fork(struct reader *r, const struct reader *first, struct arena *arena);

/* Reads a text; events and diags are those of this text. */
void reader_read(struct reader *r, struct str text);
void reader_read_with(struct reader *r, struct str text, const struct parse_loader *loader);

/* The text as `heqi fmt` prints it. The diags tell whether it could be read. */
struct str reader_format(struct reader *r, struct str text, enum language lang);

/* All events, a line each. */
struct str reader_events(const struct reader *r);

/* The same with what formatting changes left out: a comment inside a statement stands before it,
 * blank lines at the ends and side by side are gone. */
struct str reader_canonical(const struct reader *r);

/* What must hold of every text: where it has no errors, it can be printed in both languages, what
 * is printed says the same, and printing it again changes nothing. NULL, or what does not hold; the
 * text at fault is then in *text_out. */
const char *reader_judge(struct reader *r, struct str text, struct str *text_out);

/* The rendered diagnostics, for the message of a failing test; and only their codes, "E101 E102".
 */
struct str reader_problems(struct reader *r);
struct str reader_codes(struct reader *r);

/* A statement as an event. texts[i] is what bind i holds where it is a text or a digest. */
struct str statement_in_letters(const struct reader *r, const struct statement *s,
                                const struct str *texts, struct str comment_behind);

#endif
