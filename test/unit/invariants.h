/* What holds of every alliance after every entry, tranche and settlement that posts: looked at by
 * the reader of engine.h while it folds any text, so by every test of pact to settle. */
#ifndef HEQI_TEST_UNIT_INVARIANTS_H
#define HEQI_TEST_UNIT_INVARIANTS_H

#include "fold/fold.h"

/* What does not hold, "fund 0 holds -100"; empty where all does. A fund may be
 * below nothing where a correction is found to take away what was spent since (F126). */
struct str invariants_broken(struct fold *f);

/* A posting sink that fails the test where something does not hold. */
struct posting_sink invariants_watched(void);

#endif
