/* The words of health (fair/health.h). */
#ifndef HEQI_REPORT_HEALTH_H
#define HEQI_REPORT_HEALTH_H

#include "fair/health.h"
#include "report/paper.h"

/* "activity" …, as in JSON; and for people. */
const char *health_group_name(enum health_group group);
struct str health_group_words(enum health_group group, enum language lang);

/* A figure as it is read: "42.5%", "3", "0.76", an amount; "–" where it is not known. */
struct str health_figure_words(struct arena *a, const struct health *h, enum indicator_id id,
                               const struct health_figure *x);

/* The same exact, for JSON: a fraction in lowest terms, an amount. */
struct str health_figure_exact(struct arena *a, const struct health *h, enum indicator_id id,
                               const struct health_figure *x);

/* "at least 80%", "at most 0". */
struct str health_threshold_words(struct arena *a, const struct health *h, enum indicator_id id,
                                  enum language lang);

/* The report: scores by group, each indicator with figure, threshold, a year before, evidence, and
 * what to do about those that are bad. */
void health_paper(struct paper *p, struct arena *arena, const struct health *h, enum language lang);

#endif
