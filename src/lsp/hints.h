/* Hints: what a statement comes to, worked out and shown behind it. */
#ifndef HEQI_LSP_HINTS_H
#define HEQI_LSP_HINTS_H

#include "lsp/session.h"

struct hint {
    uint32_t at; /* the place in the text behind which it stands */
    struct str text;
};

struct hints {
    struct arena *arena;
    const struct analysis *analysis;
    enum language lang;
    struct hint *list; /* ascending */
    size_t count, capacity;
};

/* All of a text:
 *   quorum, pass, decide    how many seats or votes that is, of how many, at the end of the book
 *   rest                    what percentages above it leave
 *   stakes, pledges         what percentages leave that should make 100% */
void hints_collect(struct hints *h, struct arena *a, const struct analysis *analysis,
                   enum language lang);

/* The shares of tiers and tables (hints_shares.c), those of votes (hints_votes.c). */
void hints_add_shares(struct hints *h);
void hints_add_votes(struct hints *h);

PRINTF_LIKE(3, 4) void hints_add(struct hints *h, uint32_t at, const char *format, ...);

#endif
