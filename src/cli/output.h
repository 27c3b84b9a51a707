/* Standard output and standard error.
 *
 * What goes to standard output is collected in a buffer of this module. Where it is not taken, the
 * disk full or the reader of the pipe gone, the process says so and ends at once with exit code 3:
 * nobody is left for whom to go on. */
#ifndef HEQI_CLI_OUTPUT_H
#define HEQI_CLI_OUTPUT_H

#include "base/diag.h"

/* Before anything is printed: the language of the complaint, and a closed pipe shows as a failed
 * write from now on. */
void output_begin(enum language lang);

/* Writes what is still in the buffer. */
void output_end(void);

void print(struct str text);
void print_error(struct str text);

/* Ends the process at once with exit code 3; what is in the buffer is dropped. */
_Noreturn void out_of_memory(void);

#endif
