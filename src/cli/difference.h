/* `heqi explain --against DATE`: why a party got more or less than in the period before. */
#ifndef HEQI_CLI_DIFFERENCE_H
#define HEQI_CLI_DIFFERENCE_H

#include "cli/run.h"

/* Whether the call asks for a difference. */
bool difference_is_wanted(const struct request *r);

/* Compares, for a party, what --from and --until name with what begins at --against and ends the
 * day before --from. */
enum exit_code difference_tell(struct run *run, const struct pact *pact, uint32_t party);

#endif
