/* What a law may hold void. It is no verdict: a court decides. */
#ifndef HEQI_REVIEW_VOID_H
#define HEQI_REVIEW_VOID_H

#include "pact/pact.h"

/* Reports to diags:
 *   N130  a covenant that is called like what the law forbids (void_table.h)
 *   W105  a partnership that gives all profit to some partners, or all loss to some
 * Of an agreement in CNY alone, since it is the law of China. The pact must hold no error. */
void review_check_void(const struct pact *p, struct diags *diags);

#endif
