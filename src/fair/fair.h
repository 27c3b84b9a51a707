/* Is the agreement fair and stable? What it gives every party, beside what other methods would
 * give, in the game of what each group could have made alone (fair/worth.h), or in a game that the
 * agreement states.
 *
 * Under a division x of the worth of all a coalition S gains by leaving where its excess
 * v(S) − x(S) is positive. Figures are exact; the payoffs of the agreement are whole minor units.
 * Sources: D. B. Gillies 1959 (core); D. Gately 1974 (propensity to disrupt). */
#ifndef HEQI_FAIR_FAIR_H
#define HEQI_FAIR_FAIR_H

#include "fair/agreed.h"
#include "fair/powers.h"
#include "fair/worth.h"
#include "share/solve.h"

enum fair_method {
#define FAIR_METHOD(id, name, en, zh) FAIR_##id,
#include "fair/method_table.h"
#undef FAIR_METHOD
    FAIR_METHOD_COUNT
};

/* What a method gives, and the coalition that gains most by leaving under it. */
struct division {
    bool defined;
    struct rat *x;  /* by player */
    uint32_t worst; /* 0 where there is no coalition but that of all */
    struct rat *excess;
};

struct core {
    bool known; /* false: the numbers of the game leave 128 bits */
    bool empty; /* no division keeps everyone */
};

/* A player, as a block of parties. */
struct player {
    int64_t gets_minor, received_minor;
    int64_t put_in_minor; /* capital and cost */
    int64_t alone_minor;  /* v(i) */
    bool adds_nothing;    /* to no coalition but that of all, more than its worth alone */
    bool needed_by_all;   /* without it no coalition is worth anything */
    bool disrupts;        /* the propensity is defined: it gets more than alone … */
    struct rat
        *disruption;   /* … and this is what leaving costs the others for each unit it costs it */
    bool has_ratio;    /* it put something in and somebody received something */
    struct rat *ratio; /* its part of what was received over its part of what was put in */
};

/* A game that the agreement states. */
struct stated_game {
    const struct game_terms *terms;
    struct game_input in;                         /* its table; costs are turned round */
    struct division divisions[FAIR_METHOD_COUNT]; /* FAIR_AGREEMENT: as was received, or of costs
                                                     as cost was borne */
    struct core core;
};

struct stated_games {
    struct stated_game *list;
    size_t count, capacity;
};

struct fair {
    struct settlement settlement;
    date_t at;
    struct ventures ventures;
    struct fair_blocks blocks;
    struct game game;
    struct agreed *agreed; /* by party */
    struct player *players;
    struct division divisions[FAIR_METHOD_COUNT];
    struct core core;
    /* The coalition that makes most with all others apart from it, 0 where no two parts make more
     * than all together, and how much more. */
    uint32_t split;
    int64_t split_gain_minor;
    /* The coalitions that gain under the agreement: the worst of those that have no part that
     * gains, 0 where none gains, and how many such there are. */
    uint32_t leaver;
    int64_t leaver_excess_minor;
    uint64_t gaining_count, smallest_count;
    struct body_powers powers;
    struct stated_games stated;
    uint32_t asked; /* a coalition that was asked for; 0: none */
};

struct fair_options {
    date_t at; /* DATE_NONE: the day of the last entry */
    bool all;  /* the nucleolus and its kin too, which take their time */
};

enum fair_outcome {
    FAIR_TOLD,
    FAIR_REFUSED,  /* an error was reported */
    FAIR_NOBODY,   /* there are no members */
    FAIR_TOO_MANY, /* more players than a table holds, no two alike */
    FAIR_TOO_LARGE /* the sums leave 64 bits */
};

/* What a coalition gets by the agreement. */
int64_t fair_gets(const struct fair *f, uint32_t coalition);

NODISCARD enum fair_outcome fair_find(struct fair *out, struct arena *arena,
                                      const struct pact *pact, struct diags *diags,
                                      struct fair_options options);

#endif
