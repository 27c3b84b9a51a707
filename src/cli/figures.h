/* What settle, explain and balance share: reading the text, resolving it, and the dates, parties
 * and lines that options name. */
#ifndef HEQI_CLI_FIGURES_H
#define HEQI_CLI_FIGURES_H

#include "cli/run.h"
#include "settle/settle.h"

/* Reads and resolves all operands; *pact_out is usable. EXIT_CLEAN, or how to end. */
enum exit_code figures_open(struct run *run, const struct pact **pact_out);

/* The same for a command that takes operands beside its files. */
enum exit_code figures_open_beside(struct run *run, struct beside beside,
                                   const struct pact **pact_out);

/* The date of an option, DATE_NONE where it is not given. False, said, where it is no date. */
bool figures_date(struct run *run, enum option option, date_t *out);

/* A positive number of an option; 0 where it is not given. False, said, where it is none. */
bool figures_number(struct run *run, enum option option, uint32_t *out);

#endif
