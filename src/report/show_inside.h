/* Inside show: cells that several kinds have, and the kinds that stand in files of their own. */
#ifndef HEQI_REPORT_SHOW_INSIDE_H
#define HEQI_REPORT_SHOW_INSIDE_H

#include "report/show.h"

struct str show_yes_no(const struct show *s, bool yes);

/* The word of a set of choices, in the language of the table. */
struct str show_choice(const struct show *s, enum choice_set set, uint32_t rank);

/* Names; empty for INDEX_NONE. */
struct str show_party(const struct show *s, uint32_t party);
struct str show_project(const struct show *s, uint32_t project);

/* "2/5", and "1". */
struct str show_ratio(const struct show *s, uint64_t num, uint64_t den);

/* Whether an entry has taken effect by the day of the table. */
bool show_is_past(const struct show *s, uint32_t entry);

/* "a, b" from "a" and "b". */
struct str show_list(const struct show *s, struct str list, struct str item);

/* ---- show_offers.c ---- */

#define OFFER_COLUMNS 11u

extern const struct show_column offer_columns[OFFER_COLUMNS];

void show_fill_offers(struct show *s);

/* ---- show_results.c ---- */

#define RESULT_COLUMNS 13u
#define BACKGROUND_COLUMNS 6u
#define LICENCE_COLUMNS 13u
#define ADOPTION_COLUMNS 5u

extern const struct show_column result_columns[RESULT_COLUMNS];
extern const struct show_column background_columns[BACKGROUND_COLUMNS];
extern const struct show_column licence_columns[LICENCE_COLUMNS];
extern const struct show_column adoption_columns[ADOPTION_COLUMNS];

void show_fill_results(struct show *s);
void show_fill_background(struct show *s);
void show_fill_licences(struct show *s);
void show_fill_adoption(struct show *s);

#define SHOW_RESULTS result_columns, RESULT_COLUMNS, show_fill_results
#define SHOW_BACKGROUND background_columns, BACKGROUND_COLUMNS, show_fill_background
#define SHOW_LICENCES licence_columns, LICENCE_COLUMNS, show_fill_licences
#define SHOW_ADOPTION adoption_columns, ADOPTION_COLUMNS, show_fill_adoption

#endif
