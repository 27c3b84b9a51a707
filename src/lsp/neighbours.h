/* Who includes a file: where only a part of a text is open, the text is found beside it. */
#ifndef HEQI_LSP_NEIGHBOURS_H
#define HEQI_LSP_NEIGHBOURS_H

#include "lsp/session.h"

/* The first file of the same folder, by name, that includes a file; empty where there is none. What
 * is read is looked at line by line, no more than LIMIT_NEIGHBOURS_MAX files. */
struct str neighbour_including(const struct session *s, struct arena *a, struct str path);

#endif
