/* Texts that are part of the program, in sources that the build writes (tools/embed.py): no file
 * has to be found when it runs. */
#ifndef HEQI_BASE_SHIPPED_H
#define HEQI_BASE_SHIPPED_H

#include "base/str.h"

struct shipped {
    const char *name, *path; /* "cn-2008", "rules/cn-2008.heqi" */
    const char *text;
    size_t len;
};

/* NULL where there is none of that name. */
const struct shipped *shipped_find(const struct shipped *list, size_t count, struct str name);

/* "cn-2008, desca, …", in the arena. */
struct str shipped_names(struct arena *a, const struct shipped *list, size_t count);

#endif
