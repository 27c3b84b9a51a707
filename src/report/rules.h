/* How an agreement stands to rules, in words. */
#ifndef HEQI_REPORT_RULES_H
#define HEQI_REPORT_RULES_H

#include "review/pack.h"

/* "met", "not met", "does not apply": for JSON, and for people. */
const char *rule_outcome_name(enum rule_outcome outcome);

/* "6.1: share licence income", or "2015-05-01 #1: staff …"; empty where nothing shows it. */
struct str rule_shown_text(struct arena *a, const struct pact *p, const struct rule_result *x);

/* A table: rule, whether it is met, what meets it or is missing, source. */
struct str report_rules(struct arena *a, const struct review *r, enum language lang);

#endif
