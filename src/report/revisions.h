/* The words of what changed between two agreements (review/revisions.h). */
#ifndef HEQI_REPORT_REVISIONS_H
#define HEQI_REPORT_REVISIONS_H

#include "base/diag.h"
#include "review/revisions.h"

/* "added", "removed", "altered", "moved", as in JSON. */
const char *revision_kind_name(enum revision_kind kind);

/* "makers", "fund generic", "lighthouse". */
struct str interest_words(struct arena *a, const struct document *doc, struct interest who,
                          enum language lang);

/* "6.1", of the new text where it is there; empty for the head of the text. */
struct str revision_clause(struct arena *a, const struct revision *c);

/* A page: each change with its lines, who gains, who loses; the counts first. doc is one of the two
 * documents. */
struct str revisions_text(struct arena *a, const struct revisions *c, const struct document *doc,
                          enum language lang);

#endif
