/* Why a party got more or less than in another period, as it reads it. */
#ifndef HEQI_REPORT_COMPARISON_H
#define HEQI_REPORT_COMPARISON_H

#include "settle/compare.h"

/* A table a figure that differs: the effects, which sum to the difference, and the cause of each.
 */
struct str report_comparison(struct arena *a, const struct pact *p, const struct comparison *c,
                             enum language lang);

/* "whole", "part", "new", "gone", "taken back", "late"; fixed, for JSON. */
const char *change_kind_name(enum change_kind kind);

/* What a change comes from: "income from L1", "surplus", "loss of uv". */
struct str origin_name(struct arena *a, const struct pact *p, const struct origin *o,
                       enum language lang);

#endif
