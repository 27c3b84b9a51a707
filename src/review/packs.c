/* The packs that are shipped, by name. Their texts are made from rules/ by tools/embed.py. */
#include "review/pack_texts.h"

const struct pack_text *pack_find(struct str name)
{
    for (size_t i = 0; i < pack_text_count; i++)
        if (str_eq(str_from(pack_texts[i].name), name)) return &pack_texts[i];
    return NULL;
}

struct str pack_names(struct arena *a)
{
    struct str names = STR("");
    for (size_t i = 0; i < pack_text_count; i++)
        names = str_format(a, "%.*s%s%s", STR_ARG(names), i ? ", " : "", pack_texts[i].name);
    return names;
}
