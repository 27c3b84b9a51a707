/* Authority: motions are put, voted on and decided, and what needs a decision shows it.
 *
 * How a motion is counted:
 *  - Seats are those of the body's line that are held by members on the day; a group that counts as
 *    one has one seat. Whom the motion is about (`on expulsion of X`, `on X`) is recused, with the
 *    group it counts with: it has no seat, no vote and no proxy in this motion.
 *  - Present is who stands in the meeting of the body, the latest one dated from the day the motion
 *    was put to the day of the decision, and whoever voted, for himself or through another. Without
 *    a meeting, and in a written vote (a motion with a deadline), it is who voted.
 *  - The latest ballot before the decision counts. Members of a group that counts as one vote as
 *    one: where they contradict each other, the group abstains.
 *  - Votes are one each, or by capital, pledge, cost, work or stakes of the day of the decision; a
 *    cap cuts each seat at its share of all votes before the cut, those of the recused included.
 *  - A quorum counts seats. A majority counts votes: of those present, of all, or of yes and no.
 *    Extra majorities of a class count heads; a class without a seat is not asked.
 *  - "2/3" is reached at 2/3, "more than 1/2" only above. Without a yes nothing passes. */
#ifndef HEQI_FOLD_AUTHORITY_H
#define HEQI_FOLD_AUTHORITY_H

#include "fold/fold.h"
#include "state/motions.h"

/* So many of `whole` votes are needed: (a*whole + b - 1)/b for a/b, a*whole/b + 1 for more than
 * a/b. whole stays under 2^100 and b under LIMIT_VOTE_DENOMINATOR_MAX: no product overflows. */
u128 votes_needed(u128 whole, struct ratio share, bool strict);

/* Counts a motion as of a day, with what the fold holds then. NULL, reported, where the stakes it
 * votes by do not cover the day. */
struct tally *count_motion(struct fold *f, const struct motion *m, date_t day, struct span span);

/* The seats of a body and their votes on a day, without a motion: list, seats and all are filled.
 * NULL where its votes cannot be counted: no stakes cover the day. */
struct tally *count_seats(struct fold *f, const struct body *body, date_t day);

/* "22 seats, 2/3 = 15; present 16; needs 11 of 16 present; yes 12: carried", in a language. */
struct str tally_sentence(struct arena *a, const struct pact *p, const struct tally *t,
                          enum language lang);

/* Votes in lowest terms: "12", "2/3". */
struct str votes_text(struct arena *a, const struct tally *t, u128 votes);

/* "open", "carried", "lost", "vetoed"; in Chinese as a sentence says it. */
struct str motion_result_text(enum motion_result result, enum language lang);

/* "present", "all", "cast". */
struct str vote_base_text(enum vote_base base, enum language lang);

/* "enterprises", "resin-makers": the class of an extra majority. */
struct str class_name(struct arena *a, const struct pact *p, const struct class_majority *c,
                      enum language lang);

#endif
