/* The words of figures, kinds of lines and recipients: fixed ones for JSON, and prose. */
#ifndef HEQI_REPORT_NAMES_H
#define HEQI_REPORT_NAMES_H

#include "settle/settle.h"

/* One of two texts, by language. */
struct str text_in(const char *en, const char *zh, enum language lang);

/* "2013-02-01" */
struct str date_words(struct arena *a, date_t date);

/* The title of the alliance; the Chinese one where it is asked for and there. */
struct str alliance_title(struct arena *a, const struct pact *p, enum language lang);

/* "CNY" */
struct str currency_name(const struct pact *p);

/* "share", "paid_in", "received" …, as in JSON; "paid in", for people. */
const char *line_kind_name(enum line_kind kind);
struct str line_kind_words(enum line_kind kind, enum language lang);
const char *figure_name(enum figure figure);

/* "lighthouse", "fund generic", "unshared", "uncovered". */
struct str line_to_name(struct arena *a, const struct pact *p, enum line_to to, uint32_t index);

/* "6.1"; empty where there is no clause. */
struct str clause_name(struct arena *a, const struct term *t);

/* "waterborne", "P1", "alliance"; empty where there is none. */
struct str scope_name(const struct pact *p, uint32_t scope);

/* "2013-02-01 #2" of an entry. */
struct str entry_name(struct arena *a, const struct document *d, uint32_t index);

/* The words of a statement as they are written, its first line, runs of spaces as one, cut where
 * they are long; of an entry with its date and number in front. */
struct str span_words(struct arena *a, const struct document *d, struct span span);
struct str entry_words(struct arena *a, const struct document *d, uint32_t index);

/* All minor digits, without and with groups of thousands. */
struct str amount_plain(struct arena *a, int64_t minor, unsigned digits);
struct str amount_grouped(struct arena *a, int64_t minor, unsigned digits);

/* An exact amount in minor units as a decimal with all minor digits, towards zero where it is no
 * whole number of them. */
struct str amount_of_exact(struct arena *a, struct str exact, unsigned digits);

#endif
