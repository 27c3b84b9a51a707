/* What `heqi power` reads: one weighted vote, or several that must be met at once, and vetoes. */
#ifndef HEQI_CLI_VOTE_INPUT_H
#define HEQI_CLI_VOTE_INPUT_H

#include "cli/game_input.h"
#include "game/power.h"
#include "game/rules.h"

struct vote_input {
    struct rule_voting rules;
    struct vote_rule list[LIMIT_RULES_MAX];
    bool plain; /* one rule and no vetoes: the same as `voting` */
    struct voting voting;
};

/* PROBLEM_NONE, or what is wrong, with a detail. A file that cannot be read ends in
 * *read_out = false, said. */
enum game_problem vote_read(struct run *run, const char *path, struct vote_input *out,
                            struct str *detail_out, bool *read_out);

#endif
