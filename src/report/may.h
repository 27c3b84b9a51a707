/* The words of an answer to who may use a result for what. */
#ifndef HEQI_REPORT_MAY_H
#define HEQI_REPORT_MAY_H

#include "settle/may.h"

/* "yes", "no", "conditions"; in Chinese 可以, 不可以, 附条件. Those of JSON are the English ones.
 */
struct str may_answer_text(enum may_answer answer, enum language lang);

/* "owner", "use_right", "licence" …, as in JSON. */
const char *may_reason_name(enum may_reason reason);

/* What a ground says, a sentence without an end: "it owns 3/5 of P1". */
struct str may_ground_text(struct arena *a, const struct fold *f, const struct may *m,
                           const struct may_ground *g, enum language lang);

/* The question, its answer, and each ground with its clause, law and entry. */
struct str report_may(struct arena *a, const struct fold *f, const struct may *m,
                      enum language lang);

/* "b 3/5, c 2/5"; "the alliance" or "nobody known" where there is none. */
struct str owners_text(struct arena *a, const struct pact *p, const struct registers *g,
                       uint32_t result, date_t day, enum language lang);

#endif
