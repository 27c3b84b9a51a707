/* Help: every text of it is made from the tables of cli/commands.h. */
#ifndef HEQI_CLI_HELP_H
#define HEQI_CLI_HELP_H

#include "cli/commands.h"

/* What heqi is and its commands. */
struct str help_overview(struct arena *arena, enum language lang);

/* Usage, options and example of a command. */
struct str help_command(struct arena *arena, const struct command *command, enum language lang);

/* The same for machines, on standard output: {"commands":[…]}, all of them or one (NULL: all). */
void help_json(const struct command *command, enum language lang);

/* The name and version of the program. */
struct str help_version(void);

#endif
