/* Arena: a chain of blocks, newest first, each twice the last up to a ceiling. */
#define _DEFAULT_SOURCE /* for MAP_ANONYMOUS and madvise */
#include "base/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define BLOCK_BYTES_FIRST ((size_t)16 << 10)
#define BLOCK_BYTES_MAX ((size_t)4 << 20)
#define ALIGNMENT alignof(max_align_t)

struct arena_block {
    struct arena_block *older;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

/* ---- blocks from the system ---- */

#define HUGE_PAGE_BYTES ((size_t)2 << 20)
#define PAGE_BYTES ((size_t)4 << 10)

/* Large blocks are mapped, at an address where the system can back them by huge pages: a million
 * entries in small pages take a quarter of the time that reading them takes. The debug arena leaves
 * everything to malloc, whose blocks the address sanitizer watches. */
static bool is_mapped(size_t bytes)
{
#ifdef HEQI_ARENA_DEBUG
    (void)bytes;
    return false;
#else
    return bytes >= HUGE_PAGE_BYTES;
#endif
}

static size_t page_end(size_t bytes)
{
    return (bytes + PAGE_BYTES - 1) & ~(PAGE_BYTES - 1);
}

/* Zeroed; NULL where there is none. */
static void *map_block(size_t bytes)
{
    if (bytes > SIZE_MAX - 2 * HUGE_PAGE_BYTES) return NULL;
    size_t wanted = page_end(bytes), all_bytes = wanted + HUGE_PAGE_BYTES;
    unsigned char *all =
        mmap(NULL, all_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) return NULL;
    size_t before = HUGE_PAGE_BYTES - (uintptr_t)all % HUGE_PAGE_BYTES;
    (void)munmap(all, before);
    if (before < HUGE_PAGE_BYTES) (void)munmap(all + before + wanted, HUGE_PAGE_BYTES - before);
#ifdef MADV_HUGEPAGE
    (void)madvise(all + before, wanted, MADV_HUGEPAGE); /* a wish; without it all is as well */
#endif
    return all + before;
}

static struct arena_block *take_block(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct arena_block)) return NULL;
    size_t bytes = sizeof(struct arena_block) + size;
    struct arena_block *block = is_mapped(bytes) ? map_block(bytes) : calloc(1, bytes);
    if (block) block->size = size;
    return block;
}

static void give_block(struct arena_block *block)
{
    size_t bytes = sizeof *block + block->size;
    if (is_mapped(bytes))
        (void)munmap(block, page_end(bytes));
    else
        free(block);
}

/* ---- the arena ---- */

struct arena_cleanup {
    struct arena_cleanup *older;
    void (*run)(void *object);
    void *object;
};

static void run_cleanups(struct arena *a)
{
    for (struct arena_cleanup *c = a->cleanups; c; c = c->older) c->run(c->object);
    a->cleanups = NULL;
}

void arena_init(struct arena *a)
{
    *a = (struct arena){0};
}

void arena_release(struct arena *a)
{
    run_cleanups(a);
    struct arena_block *block = a->blocks;
    while (block) {
        struct arena_block *older = block->older;
        give_block(block);
        block = older;
    }
    arena_init(a);
}

void arena_clear(struct arena *a)
{
    run_cleanups(a);
    struct arena_block *newest = a->blocks;
    if (!newest) return;
#ifdef HEQI_ARENA_DEBUG
    jmp_buf *boundary = a->out_of_memory;
    arena_release(a);
    a->out_of_memory = boundary;
#else
    struct arena_block *older = newest->older;
    while (older) {
        struct arena_block *next = older->older;
        a->held_bytes -= older->size;
        give_block(older);
        older = next;
    }
    newest->older = NULL;
    if (a->end == newest->bytes + newest->size) {
        memset(newest->bytes, 0, (size_t)(a->next - newest->bytes));
        a->next = newest->bytes;
    } else {
        a->next = a->end = newest->bytes + newest->size;
    }
#endif
}

void arena_on_release(struct arena *a, void (*run)(void *object), void *object)
{
    struct arena_cleanup *c = ARENA_NEW(a, struct arena_cleanup);
    *c = (struct arena_cleanup){a->cleanups, run, object};
    a->cleanups = c;
}

void arena_on_out_of_memory(struct arena *a, jmp_buf *boundary)
{
    a->out_of_memory = boundary;
}

_Noreturn static void out_of_memory(struct arena *a)
{
    if (a->out_of_memory) longjmp(*a->out_of_memory, 1);
    (void)fputs("heqi: out of memory\n", stderr);
    exit(3);
}

/* ---- going back ---- */

struct copied_block {
    struct arena_block *block;
    size_t bytes; /* in use */
};

struct arena_copy {
    struct arena then;
    size_t block_count;
    struct copied_block *blocks; /* newest first; their bytes stand behind, in this order */
    unsigned char *bytes;
};

static size_t used_of(const struct arena *a, const struct arena_block *block)
{
    bool open = block == a->blocks && a->end == block->bytes + block->size;
    return open ? (size_t)(a->next - block->bytes) : block->size;
}

size_t arena_used_bytes(const struct arena *a)
{
    size_t bytes = 0;
    for (const struct arena_block *b = a->blocks; b; b = b->older) bytes += used_of(a, b);
    return bytes;
}

static struct arena_copy *copy_alloc(struct arena *a, size_t block_count)
{
    size_t list_bytes = block_count * sizeof(struct copied_block);
    struct arena_copy *copy = malloc(sizeof *copy + list_bytes + arena_used_bytes(a));
    if (!copy) out_of_memory(a);
    *copy = (struct arena_copy){.then = *a, .block_count = block_count};
    copy->blocks = (struct copied_block *)(void *)(copy + 1);
    copy->bytes = (unsigned char *)(copy->blocks + block_count);
    return copy;
}

struct arena_copy *arena_copy(struct arena *a)
{
    size_t count = 0;
    for (const struct arena_block *b = a->blocks; b; b = b->older) count++;
    struct arena_copy *copy = copy_alloc(a, count);
    unsigned char *to = copy->bytes;
    struct arena_block *block = a->blocks;
    for (size_t i = 0; i < count; i++, block = block->older) {
        copy->blocks[i] = (struct copied_block){block, used_of(a, block)};
        memcpy(to, block->bytes, copy->blocks[i].bytes);
        to += copy->blocks[i].bytes;
    }
    return copy;
}

void arena_copy_free(struct arena_copy *copy)
{
    free(copy);
}

/* Blocks are only ever put in front of the newest one or right behind it, so that those of the copy
 * are still in their order. */
static void drop_later_blocks(struct arena *a, const struct arena_copy *copy)
{
    struct arena_block *block = a->blocks, **link = &a->blocks;
    size_t kept = 0;
    while (block) {
        struct arena_block *older = block->older;
        if (kept < copy->block_count && copy->blocks[kept].block == block) {
            *link = block;
            link = &block->older;
            kept++;
        } else {
            give_block(block);
        }
        block = older;
    }
    *link = NULL;
    CHECK(kept == copy->block_count);
}

void arena_go_back(struct arena *a, const struct arena_copy *copy)
{
    for (struct arena_cleanup *c = a->cleanups; c != copy->then.cleanups; c = c->older)
        c->run(c->object);
    const struct arena now = *a;
    drop_later_blocks(a, copy);
    const unsigned char *from = copy->bytes;
    for (size_t i = 0; i < copy->block_count; i++) {
        const struct copied_block *b = &copy->blocks[i];
        size_t used = b->block == now.blocks ? used_of(&now, b->block) : b->block->size;
        memcpy(b->block->bytes, from, b->bytes);
        if (used > b->bytes) memset(b->block->bytes + b->bytes, 0, used - b->bytes);
        from += b->bytes;
    }
    struct arena_block *blocks = a->blocks;
    *a = copy->then;
    a->blocks = blocks;
}

/* ---- items ---- */

static struct arena_block *add_block(struct arena *a, size_t size)
{
    struct arena_block *block = take_block(size);
    if (!block) out_of_memory(a);
    block->older = a->blocks;
    a->blocks = block;
    a->held_bytes += size;
    return block;
}

/* A block that holds one large item goes behind the newest one, whose free room stays in use. */
static void *alloc_alone(struct arena *a, size_t size)
{
    struct arena_block *newest = a->blocks;
    struct arena_block *block = add_block(a, size);
    if (newest) {
        a->blocks = newest;
        block->older = newest->older;
        newest->older = block;
    } else {
        a->next = a->end = block->bytes + size;
    }
    return block->bytes;
}

#ifndef HEQI_ARENA_DEBUG
static size_t next_block_size(const struct arena *a)
{
    size_t size = a->held_bytes < BLOCK_BYTES_FIRST ? BLOCK_BYTES_FIRST : a->held_bytes;
    return size > BLOCK_BYTES_MAX ? BLOCK_BYTES_MAX : size;
}
#endif

void *arena_alloc(struct arena *a, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT) out_of_memory(a);
    if (size == 0) size = 1; /* an arena without a block has no pointer to give */
#ifdef HEQI_ARENA_DEBUG
    return alloc_alone(a, size);
#else
    size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (size <= (size_t)(a->end - a->next)) {
        void *item = a->next;
        a->next += size;
        return item;
    }
    if (size > BLOCK_BYTES_MAX / 4) return alloc_alone(a, size);
    size_t block_size = next_block_size(a);
    struct arena_block *block = add_block(a, block_size < size ? size : block_size);
    a->next = block->bytes + size;
    a->end = block->bytes + block->size;
    return block->bytes;
#endif
}

void *arena_alloc_array(struct arena *a, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) out_of_memory(a);
    return arena_alloc(a, bytes);
}

void *arena_grow_array(struct arena *a, void *array, size_t item_size, size_t count,
                       size_t *capacity)
{
    size_t larger = *capacity ? *capacity * 2 : 8;
    void *grown = arena_alloc_array(a, larger, item_size);
    if (count) memcpy(grown, array, count * item_size);
    *capacity = larger;
    return grown;
}
