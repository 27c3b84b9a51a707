/* Sources: the files stand one behind the other in one space of 32-bit positions. */
#include "base/source.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* Every position, also the one behind the last text, must fit 32 bits. */
static_assert(LIMIT_INPUT_BYTES_MAX < UINT32_MAX, "positions are 32 bits wide");

void sources_init(struct sources *s, struct arena *arena)
{
    *s = (struct sources){.arena = arena};
}

enum status sources_add(struct sources *s, struct str path, struct str text, struct source **out)
{
    if (s->count >= LIMIT_SOURCES_MAX) return ERR_RANGE;
    /* The byte behind the text gives the end of the file a position of its own. */
    if (text.len >= LIMIT_INPUT_BYTES_MAX - s->next_base) return ERR_RANGE;
    struct source *source = ARENA_NEW(s->arena, struct source);
    *source = (struct source){.path = path, .text = text, .base = s->next_base};
    *ARENA_PUSH(s->arena, s->list, s->count, s->capacity) = source;
    s->next_base += (uint32_t)text.len + 1;
    *out = source;
    return OK;
}

const struct source *sources_find(const struct sources *s, uint32_t at)
{
    CHECK(at < s->next_base);
    size_t first = 0;
    size_t past = s->count; /* list[first] begins at or before at, list[past] behind it */
    while (past - first > 1) {
        size_t middle = first + (past - first) / 2;
        if (s->list[middle]->base <= at)
            first = middle;
        else
            past = middle;
    }
    return s->list[first];
}

struct str sources_text(const struct sources *s, struct span span)
{
    const struct source *source = sources_find(s, span.at);
    size_t from = span.at - source->base;
    CHECK(span.len <= source->text.len - from);
    return (struct str){source->text.ptr + from, span.len};
}

static uint32_t count_line_breaks(struct str text)
{
    uint32_t count = 0;
    const char *end = text.ptr + text.len;
    const char *p = text.ptr;
    while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
        count++;
        p++;
    }
    return count;
}

/* The line of text that holds the byte at, without its line feed or carriage return, line feed. */
static struct str line_around(struct str text, size_t at)
{
    size_t from = at;
    while (from > 0 && text.ptr[from - 1] != '\n') from--;
    if (at == text.len) return str_slice(text, from, at);
    const char *line_feed = memchr(text.ptr + at, '\n', text.len - at);
    size_t to = line_feed ? (size_t)(line_feed - text.ptr) : text.len;
    if (line_feed && to > from && text.ptr[to - 1] == '\r') to--;
    return str_slice(text, from, to);
}

struct place sources_place(const struct sources *s, uint32_t at)
{
    const struct source *source = sources_find(s, at);
    struct str before = str_slice(source->text, 0, at - source->base);
    struct str line = line_around(source->text, before.len);
    size_t line_from = (size_t)(line.ptr - source->text.ptr);
    return (struct place){
        .source = source,
        .line = count_line_breaks(before) + 1,
        .column = (uint32_t)utf8_count(str_slice(before, line_from, before.len)) + 1,
        .line_text = line,
    };
}
