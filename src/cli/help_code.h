/* heqi help CODE: what a code of the catalogue means, and an example that provokes it. */
#ifndef HEQI_CLI_HELP_CODE_H
#define HEQI_CLI_HELP_CODE_H

#include "cli/run.h"

/* Prints sentence, cause, remedy, the example with the command that reports it, and what is changed
 * in it so that it is reported no more; in the language of the run, the example too. */
void help_code(const struct run *run, enum diag_code code);

#endif
