/* For the tests of duties: those of a kind on a day, as one line of text. */
#ifndef HEQI_TEST_UNIT_DUTIES_H
#define HEQI_TEST_UNIT_DUTIES_H

#include "engine.h"
#include "report/duties.h"

/* Compares the duties of a kind, by due day, joined by "; ". A duty is written "WHO>TO SUBJECT
 * AMOUNT/OPEN STATE DUE MET", amounts in minor units, - for what it has not. */
void expect_duties(const char *text, const char *at, enum duty_kind kind, const char *expected);

#endif
