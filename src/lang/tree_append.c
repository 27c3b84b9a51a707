/* The tree, put together: entries of a part of a text behind those of what stands before it. */
#include "lang/tree.h"

#include <string.h>

static uint32_t renumbered(struct word_map map, uint32_t word)
{
    return word < map.known ? word : map.words[word - map.known];
}

static void renumber_entry(struct entry *e, struct word_map map)
{
    e->party = renumbered(map, e->party);
    e->subject = renumbered(map, e->subject);
    e->project = renumbered(map, e->project);
    e->other = renumbered(map, e->other);
    e->motion = renumbered(map, e->motion);
}

static void renumber_bind(struct bind *b, struct word_map map)
{
    switch ((int)b->type) {
    case VALUE_PATH: b->b = renumbered(map, (uint32_t)b->b); /* fall through */
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD:
    case VALUE_CURRENCY: b->a = renumbered(map, (uint32_t)b->a); break;
    default: break; /* holds no word */
    }
}

/* A term with its binds and all that is indented under it. */
static struct term *copy_term(struct arena *a, const struct term *t, struct word_map map)
{
    struct term *copy = ARENA_NEW(a, struct term);
    struct bind *binds = ARENA_ARRAY(a, struct bind, t->bind_count);
    if (t->bind_count) memcpy(binds, t->binds, t->bind_count * sizeof *binds);
    for (uint32_t i = 0; i < t->bind_count && map.words; i++) renumber_bind(&binds[i], map);
    *copy = *t;
    copy->binds = binds;
    copy->first = copy->last = copy->next = NULL;
    for (const struct term *child = t->first; child; child = child->next) {
        struct term *own = copy_term(a, child, map);
        own->parent = copy;
        if (copy->last)
            copy->last->next = own;
        else
            copy->first = own;
        copy->last = own;
    }
    return copy;
}

static void append_entry(struct document *d, const struct document *part, uint32_t index,
                         struct word_map map)
{
    struct entry *e = document_add_entry(d);
    *e = *document_entry(part, index);
    if (map.words) renumber_entry(e, map);
    if (!e->extra) return;
    struct term *extra = copy_term(d->arena, document_extra(part, e), map);
    e->extra = (uint32_t)d->extra_count;
    *ARENA_PUSH(d->arena, d->extras, d->extra_count, d->extra_capacity) = extra;
}

void document_append(struct document *d, const struct document *part, struct word_map map)
{
    CHECK(!part->first);
    uint32_t before = d->entry_count;
    for (size_t i = 0; i < part->ahead_count; i++)
        *ARENA_PUSH(d->arena, d->ahead, d->ahead_count, d->ahead_capacity) =
            before + part->ahead[i];
    for (size_t i = 0; i < part->late_count; i++)
        *ARENA_PUSH(d->arena, d->late, d->late_count, d->late_capacity) = before + part->late[i];
    for (uint32_t i = 0; i < part->entry_count; i++) append_entry(d, part, i, map);
    d->open[0] = NULL; /* nothing that follows is indented under these */
}
