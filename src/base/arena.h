/* Arena: memory that is freed all at once.
 *
 * A command, a document or a request owns one arena; everything it builds lives until the arena is
 * released, and nothing is freed singly. Memory comes zeroed and aligned for any object.
 *
 * Out of memory never returns to the caller: the arena jumps to the boundary its owner set with
 * arena_on_out_of_memory(), or, where none is set, ends the process with exit status 3. Do not let
 * such a jump cross a frame of a third-party library.
 *
 * Built with HEQI_ARENA_DEBUG every item is a malloc of its own, so that the address sanitizer sees
 * an access one byte too far. */
#ifndef HEQI_BASE_ARENA_H
#define HEQI_BASE_ARENA_H

#include "base/base.h"

#include <setjmp.h>

struct arena_block;
struct arena_cleanup;
struct arena_copy;

struct arena {
    struct arena_block *blocks; /* newest first */
    unsigned char *next;        /* first free byte of the newest block */
    unsigned char *end;
    size_t held_bytes;              /* taken from the system so far */
    jmp_buf *out_of_memory;         /* not owned; may be NULL */
    struct arena_cleanup *cleanups; /* newest first */
};

void arena_init(struct arena *a);

/* Frees everything and leaves the arena as after arena_init. */
void arena_release(struct arena *a);

/* Forgets everything but keeps the newest block for what comes next: for small work done again and
 * again. */
void arena_clear(struct arena *a);

/* Has `run` called with `object` when the arena is released or cleared, newest first: for what an
 * object in the arena holds outside it. */
void arena_on_release(struct arena *a, void (*run)(void *object), void *object);

/* Sets (or with NULL clears) the place to longjmp to, with value 1, when memory runs out. */
void arena_on_out_of_memory(struct arena *a, jmp_buf *boundary);

/* What an arena holds now, to go back to it later: a copy of its bytes, outside of it. Costs one
 * pass over them. Out of memory is that of the arena. */
struct arena_copy *arena_copy(struct arena *a);
void arena_copy_free(struct arena_copy *copy); /* NULL: nothing */

/* Makes every item what it was when the copy was taken, at its address; items that came since are
 * gone, and what they had to run is run. Any number of times. What an item owns outside the arena
 * must not have changed since. */
void arena_go_back(struct arena *a, const struct arena_copy *copy);

/* The bytes that a copy takes now. */
size_t arena_used_bytes(const struct arena *a);

/* size bytes, zeroed. size 0 gives a valid pointer to nothing. */
void *arena_alloc(struct arena *a, size_t size);

/* count items of size bytes, zeroed; out of memory where the product overflows. */
void *arena_alloc_array(struct arena *a, size_t count, size_t size);

/* Typed forms: ARENA_NEW(arena, struct thing), ARENA_ARRAY(arena, struct thing, n). */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc_array((arena), (n), sizeof(type)))

/* ARENA_PUSH(arena, array, count, capacity) gives a pointer to a new zeroed last item of a growing
 * array kept in three variables; the array pointer may move. */
#define ARENA_PUSH(arena, array, count, capacity)                                                  \
    ((count) == (capacity)                                                                         \
         ? ((array) = arena_grow_array((arena), (array), sizeof *(array), (count), &(capacity)))   \
         : (array),                                                                                \
     &(array)[(count)++])

void *arena_grow_array(struct arena *a, void *array, size_t item_size, size_t count,
                       size_t *capacity);

#endif
