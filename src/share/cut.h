/* A part of a run cut off, so that only that much of a receipt is taken back. Each tier, part and
 * recipient gives back its share of it; the units follow by largest remainders, and cutting off all
 * that is left takes just what is left. */
#ifndef HEQI_SHARE_CUT_H
#define HEQI_SHARE_CUT_H

#include "share/tape.h"

/* What is left of all runs of a tape together. */
int64_t tape_left(const struct tape *t);

/* Cuts amount_minor, at most what is left, off a tape: *out is a tape of that part, with a run for
 * every run of `t`, and `t` what remains. */
void tape_cut(struct tape *out, struct tape *t, int64_t amount_minor);

/* Puts a part that was cut off back, and turns its sign, so that taking it back gives it again. */
void tape_mend(struct tape *t, struct tape *cut);

#endif
