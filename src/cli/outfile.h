/* Files that a command writes: whole or not at all. What is written goes into a file beside the one
 * that is wanted, and takes its place when it is complete; what stood there before is lost only
 * then. */
#ifndef HEQI_CLI_OUTFILE_H
#define HEQI_CLI_OUTFILE_H

#include "base/str.h"

/* The name of the file beside `path`, NUL-terminated. */
struct str outfile_part(struct arena *a, const char *path);

/* It takes the place of `path`. 0 or an errno; the part is gone in any case. */
int outfile_keep(struct str part, const char *path);
void outfile_drop(struct str part);

/* Writes bytes to `path`; - is the standard output. 0 or an errno. */
int outfile_write(struct arena *a, const char *path, struct str bytes);

#endif
