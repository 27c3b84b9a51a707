/* Hold: places on the way of a fold to which it can go back.
 *
 * Everything that the fold has found lies in an arena of its own; a place is a copy of its bytes,
 * and going back puts them where they were. So no structure knows of it, and a copy costs one pass
 * over the state, whatever is in it.
 *
 * What is changed by nothing that becomes known later lies in a second arena, which does not go
 * back: decisions, what settlements booked, what was told. Text and reasons, which are written
 * once, lie in the arena of the run. So a pointer from the state into either stays good.
 *
 * A place stands between two days, all known entries of the days up to its own being in it and no
 * later one: it is good as long as nothing that takes effect before its end becomes known. Places
 * are kept before the days on which entries that are still to come take effect, the journal being
 * known as a whole; not two so near to each other that folding from one to the other costs less
 * than keeping the second. */
#ifndef HEQI_FOLD_HOLD_H
#define HEQI_FOLD_HOLD_H

#include "fold/fold.h"

/* Makes f->hold; the rest of the fold is not there yet. */
void hold_init(struct fold *f);

/* Finds before which day a place is wanted next. */
void hold_want(struct fold *f);

/* The arenas of the state and of what stands. */
struct arena *hold_state(struct fold *f);
struct arena *hold_stands(struct fold *f);

/* Keeps a place, if it is worth it, before the first entry of a day is folded; next: the first
 * entry of the journal that is not late and not folded yet. */
void hold_keep(struct fold *f, date_t day, uint32_t next);

/* The same where one is wanted: before every entry. */
static inline void hold_pass(struct fold *f, date_t day, uint32_t next)
{
    if (day > f->keep_after) hold_keep(f, day, next);
}

/* Notes all of a fold as it is, what stands too; at most one at a time. hold_return goes back to
 * it, hold_forget goes on. The journal may grow in between, and what it grew by be dropped again.
 */
void hold_mark(struct fold *f);
void hold_return(struct fold *f);
void hold_forget(struct fold *f);

/* An entry written late became known: it stands in its place in the order of effect from now on. */
void hold_know(struct fold *f, uint32_t index);

/* With what to go on from a place, or from the founding. */
struct way_on {
    uint32_t next;        /* of the journal */
    const uint32_t *late; /* what is known and was written late, in order of effect */
    size_t late_count;
};

/* Goes back to the last place that does not end after a day, or to the founding; what stands is as
 * it is now. */
struct way_on hold_go_back(struct fold *f, date_t day);

#endif
