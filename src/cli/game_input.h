/* What `heqi game` and `heqi power` read: JSON, or a table of int64 as it lies in memory. */
#ifndef HEQI_CLI_GAME_INPUT_H
#define HEQI_CLI_GAME_INPUT_H

#include "cli/json.h"
#include "cli/run.h"
#include "game/game.h"
#include "game/unions.h"

/* Why there are no values; a row of game_problem_table.h each. */
enum game_problem {
    PROBLEM_NONE,
#define PROBLEM(id, name) PROBLEM_##id,
#include "cli/game_problem_table.h"
#undef PROBLEM
    PROBLEM_COUNT
};

/* Tells a problem: {"method","error"} on standard output where there is a method, the sentence with
 * `detail` for {0} on standard error. Always EXIT_FOUND. */
enum exit_code game_refuse(struct run *run, struct str method, enum game_problem problem,
                           struct str detail);

struct game_input {
    struct game game;
    bool cost;           /* the worths are costs; `game` is turned round already */
    struct rat *weights; /* one a player; NULL: none are given */
    struct rat *disagreement;
    struct unions unions; /* count 0: none */
};

/* PROBLEM_NONE, or what is wrong, with a detail. A file that cannot be read ends in
 * *read_out = false, said. */
enum game_problem game_read(struct run *run, const char *path, struct game_input *out,
                            struct str *detail_out, bool *read_out);

/* The numbers of a list, each into a rat of out; false where one is none. A player, from 0 and
 * below n; false where it is none. */
bool game_read_numbers(struct arena *a, const struct json_value *list, struct rat *out);
bool game_read_player(struct arena *a, const struct json_value *value, uint32_t n, uint32_t *out);

#endif
