/* See fresh_reader.h. */
#include "fresh_reader.h"

void fresh_reader(struct reader *r, struct arena *arena)
{
    static struct arena first_arena;
    static struct reader first;
    if (!first.arena) {
        arena_init(&first_arena);
        reader_init(&first, &first_arena);
    }
    reader_fork(r, &first, arena);
    sources_init(&r->sources, arena);
    diags_init(&r->diags, arena);
}
