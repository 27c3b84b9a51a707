/* Texts by name. */
#include "base/shipped.h"

const struct shipped *shipped_find(const struct shipped *list, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(str_from(list[i].name), name)) return &list[i];
    return NULL;
}

struct str shipped_names(struct arena *a, const struct shipped *list, size_t count)
{
    struct str names = STR("");
    for (size_t i = 0; i < count; i++)
        names = str_format(a, "%.*s%s%s", STR_ARG(names), i ? ", " : "", list[i].name);
    return names;
}
