/* What `heqi game` and `heqi power` read: JSON, or a table of int64 as it lies in memory. */
#ifndef HEQI_CLI_GAME_INPUT_H
#define HEQI_CLI_GAME_INPUT_H

#include "cli/json.h"
#include "cli/run.h"
#include "game/methods.h"

/* Tells a problem: {"method","error"} on standard output where there is a method, the sentence with
 * `detail` for {0} on standard error. Always EXIT_FOUND. */
enum exit_code game_refuse(struct run *run, struct str method, enum game_problem problem,
                           struct str detail);

/* PROBLEM_NONE, or what is wrong, with a detail. A file that cannot be read ends in
 * *read_out = false, said. */
enum game_problem game_read(struct run *run, const char *path, struct game_input *out,
                            struct str *detail_out, bool *read_out);

/* The numbers of a list, each into a rat of out; false where one is none. A player, from 0 and
 * below n; false where it is none. */
bool game_read_numbers(struct arena *a, const struct json_value *list, struct rat *out);
bool game_read_player(struct arena *a, const struct json_value *value, uint32_t n, uint32_t *out);

#endif
