/* Posts: who is employed in a body of the alliance, by whom, and for what part of the time.
 *
 * A later `staff` entry of the same person in the same body takes the place of the one before. On
 * no day does anybody work for more than the whole time, in all bodies together. */
#ifndef HEQI_FOLD_POSTS_H
#define HEQI_FOLD_POSTS_H

#include "fold/fold.h"

struct post {
    struct str person;
    uint32_t body, employer; /* of the pact */
    struct ratio share;      /* of a full time */
    date_t since, until;     /* inclusive; DATE_OPEN: without an end */
    uint32_t entry;
    bool reversed;
};

/* Whether a post is filled on a day, so far as is known. */
bool post_is_filled(const struct posts *all, const struct post *p, date_t day);

/* Takes a staff entry back. */
void fold_close_post(struct fold *f, uint32_t entry);

#endif
