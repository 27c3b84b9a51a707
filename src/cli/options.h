/* The command line: words to a request, by the tables of cli/commands.h. */
#ifndef HEQI_CLI_OPTIONS_H
#define HEQI_CLI_OPTIONS_H

#include "cli/commands.h"
#include "cli/text.h"

/* Reads the words behind the program's name. Options stand anywhere, `--name VALUE` or
 * `--name=VALUE`; `--` ends them; `-` is an operand; the first operand names the command. On a
 * wrong call the first fault is said on standard error and ERR_SYNTAX returned. A call for help or
 * the version may be incomplete. The request points into words. */
NODISCARD enum status options_parse(struct request *out, struct arena *arena, int word_count,
                                    char *const *words);

/* Says that `word` is unknown, and the nearest of the candidates. */
void complain_unknown(struct arena *arena, enum text text, enum language lang, struct str word,
                      const struct str *candidates, size_t count);

#endif
