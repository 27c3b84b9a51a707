/* Who plays: the parties of an alliance as the players of its game.
 *
 * Everyone who is or was a member by the day plays, in member order; a group that counts as one is
 * one player. A table of worths can hold LIMIT_FAIR_PLAYERS_MAX of them. Where there are more, they
 * are joined to blocks that act as one, as far as needed, in this order: the other groups of the
 * agreement; those who bring nothing but money, the least money first, into one block; those who
 * are needed for the same ventures, in member order. */
#ifndef HEQI_FAIR_BLOCKS_H
#define HEQI_FAIR_BLOCKS_H

#include "fair/ventures.h"

struct fair_block {
    uint32_t *parties; /* ascending */
    uint32_t count;
    uint32_t group;      /* that it is exactly; INDEX_NONE */
    int64_t means_minor; /* what they promised or paid in, and bore beyond that */
};

struct fair_blocks {
    struct fair_block list[LIMIT_FAIR_PLAYERS_MAX];
    uint32_t count;
    uint32_t *of; /* by party: its block; INDEX_NONE: it does not play */
    bool joined;  /* some that do not count as one had to be joined */
};

/* What a party can put into ventures, as it has shown: its pledge, or its capital where that is
 * more, and its cost for projects and results. */
int64_t party_means(const struct state *s, uint32_t party);

/* False where there are too many that are no two alike. */
bool blocks_find(struct fair_blocks *out, const struct fold *f, const struct ventures *v);

/* The blocks of which one of the marked parties is part. */
uint32_t blocks_mask(const struct fair_blocks *b, const bool *marked, uint32_t party_count);

#endif
