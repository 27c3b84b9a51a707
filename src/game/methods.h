/* All methods that value a game, by name, made from method_table.h: what `heqi game` offers, and
 * what a clause may divide by. */
#ifndef HEQI_GAME_METHODS_H
#define HEQI_GAME_METHODS_H

#include "game/claims.h"
#include "game/nucleolus.h"
#include "game/unions.h"

/* Why there are no values; a row of problem_table.h each. */
enum game_problem {
    PROBLEM_NONE,
#define PROBLEM(id, name) PROBLEM_##id,
#include "game/problem_table.h"
#undef PROBLEM
    PROBLEM_COUNT
};

/* A game and what some methods need beside it. */
struct game_input {
    struct game game;
    bool cost;           /* the worths are costs; `game` is turned round already */
    struct rat *weights; /* one a player, positive; NULL: none are given */
    struct rat *disagreement;
    struct unions unions; /* count 0: none */
    struct claims claims; /* count 0: it is no problem of claims, else `game` comes of it */
};

/* What a method found; turned round already where the game is one of costs. */
struct game_answer {
    struct rat *values;
    size_t count;
    struct nucleolus *nucleolus; /* NULL: not of that kind */
    bool tells_core;             /* whether the core is empty is asked */
};

struct game_method {
    const char *name, *short_name; /* short_name may be "" */
    bool of_claims;                /* it needs claims, and no table of worths */
    const char *summary[2];        /* by language */
    /* The values, in the arena; or why there are none, with what the reason is about in *detail. */
    enum game_problem (*find)(struct arena *a, const struct game_input *in, struct game_answer *out,
                              struct str *detail);
};

extern const struct game_method game_methods[];
extern const size_t game_method_count;

/* By name; spaces, - and _ are the same. NULL: there is none. */
const struct game_method *game_method_find(struct str name);

/* find, after a table was made where claims are valued by a method that needs one. */
enum game_problem game_value_by(const struct game_method *method, struct arena *a,
                                struct game_input *in, struct game_answer *out, struct str *detail);

#endif
