/* Which entries stand: what was reversed never was. */
#ifndef HEQI_FAIR_STANDING_H
#define HEQI_FAIR_STANDING_H

#include "fold/fold.h"

/* By entry: taken back, up to the day of the fold, by one that was not itself taken back. */
bool *entries_dead(const struct fold *f);

#endif
