/* Measures that are counted by the year or told by others: dues paid, sales reported, scores. */
#ifndef HEQI_STATE_COUNTED_H
#define HEQI_STATE_COUNTED_H

#include "state/state.h"

#define SCORE_PARTS 1000000 /* a score is counted in millionths */

/* Notes what was paid on dues, or taken back of it, in a year. What is taken back is taken from
 * what was paid last. */
void state_pay_dues(struct state *s, uint32_t party, int32_t year, uint32_t entry, int64_t minor);

/* What a party paid on dues in the calendar year of the state's day; what it reported to have sold
 * in the one before. */
int64_t state_dues(const struct state *s, uint32_t party);
int64_t state_sales(const struct state *s, uint32_t party);

/* The year whose sales count on the state's day. */
int32_t state_sales_year(const struct state *s);

/* An appraisal; the last one of a party on a score counts. Taken back by the entry that made it. */
void state_appraise(struct state *s, uint32_t party, struct appraisal appraisal);
void state_unappraise(struct state *s, uint32_t party, uint32_t entry);

/* The one that counts; NULL: none. */
const struct appraisal *state_appraisal(const struct state *s, uint32_t party, uint32_t score);

/* The score of a party in millionths; 0 where it was never appraised. */
int64_t state_score(const struct state *s, uint32_t party, uint32_t score);

/* "92", "87.5": as people write it. */
struct str score_text(struct arena *a, int64_t parts);

#endif
