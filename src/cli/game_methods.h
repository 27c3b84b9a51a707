/* The methods of `heqi game` by name, made from game_method_table.h. */
#ifndef HEQI_CLI_GAME_METHODS_H
#define HEQI_CLI_GAME_METHODS_H

#include "cli/game_input.h"
#include "game/nucleolus.h"

/* What a method found; turned round already where the game is one of costs. */
struct game_answer {
    struct rat *values;
    size_t count;
    struct nucleolus *nucleolus; /* NULL: not of that kind */
    bool tells_core;             /* whether the core is empty is asked */
};

struct game_method {
    const char *name;
    const char *summary[2];
    enum game_problem (*find)(struct arena *a, const struct game_input *in, struct game_answer *out,
                              struct str *detail);
};

extern const struct game_method game_methods[];
extern const size_t game_method_count;

/* By name; - and _ are the same. NULL: there is none. */
const struct game_method *game_method_find(struct str name);

#endif
