/* Inside gaps only: what its files share. */
#ifndef HEQI_REVIEW_GAPS_INSIDE_H
#define HEQI_REVIEW_GAPS_INSIDE_H

#include "review/silence_inside.h"

/* So many names are shown of a list. */
#define NAMES_SHOWN_MAX 8

/* Names for one message; begin with list empty. */
struct names {
    struct arena *arena;
    const struct diags *diags;
    struct str list;
    size_t count;
};

void names_add(struct names *n, struct str name);

/* The first of them, and how many there are where these are not all. */
struct str names_text(const struct names *n);

/* Texts in one language only, where others have both. */
void check_languages(const struct silent_on *s, struct diags *diags);

#endif
