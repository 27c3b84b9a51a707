/* Inside report: the rows of `heqi show budgets`, `bodies`, `staff` and `scores`. */
#ifndef HEQI_REPORT_SHOW_OFFICE_H
#define HEQI_REPORT_SHOW_OFFICE_H

#include "report/show.h"

extern const struct show_column show_budget_columns[5];
extern const struct show_column show_body_columns[7];
extern const struct show_column show_staff_columns[7];
extern const struct show_column show_score_columns[5];

/* A row a year and category of which something is budgeted or, in a year with a budget, spent. */
void show_fill_budgets(struct show *s);

/* A row a place in a body that is there on the day: its host, seats, offices, posts
 * (show_bodies.c).
 */
void show_fill_bodies(struct show *s);

/* A row a post that is filled on the day. */
void show_fill_staff(struct show *s);

/* A row an appraisal that counts on the day, by party. */
void show_fill_scores(struct show *s);

#endif
