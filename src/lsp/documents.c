/* Open documents: a text that grows and shrinks in place. */
#include "lsp/documents.h"

#include "lsp/uri.h"

#include <stdlib.h>
#include <string.h>

void documents_init(struct documents *d)
{
    *d = (struct documents){0};
    arena_init(&d->arena);
}

void documents_release(struct documents *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->list[i]->open) arena_release(&d->list[i]->arena);
    arena_release(&d->arena);
}

struct open_document *documents_find(const struct documents *d, struct str uri)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->list[i]->open && str_eq(d->list[i]->uri, uri)) return d->list[i];
    return NULL;
}

struct open_document *documents_at_path(const struct documents *d, struct str path)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->list[i]->open && str_eq(d->list[i]->path, path)) return d->list[i];
    return NULL;
}

static struct open_document *add(struct documents *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (!d->list[i]->open) return d->list[i];
    struct open_document *document = ARENA_NEW(&d->arena, struct open_document);
    return *ARENA_PUSH(&d->arena, d->list, d->count, d->capacity) = document;
}

struct open_document *documents_open(struct documents *d, struct str uri, struct str text)
{
    struct open_document *document = documents_find(d, uri);
    if (!document) {
        document = add(d);
        *document = (struct open_document){.open = true};
        arena_init(&document->arena);
        document->bytes = arena_alloc(&document->arena, document->capacity = 1); /* never NULL */
        document->uri = str_copy(&document->arena, uri);
        struct str path = uri_to_path(&document->arena, uri);
        document->path = path_beside(&document->arena, STR(""), path);
    }
    document_set(document, text);
    return document;
}

void documents_close(struct open_document *document)
{
    arena_release(&document->arena);
    *document = (struct open_document){0};
}

/* ---- the text ---- */

static void splice(struct open_document *d, size_t from, size_t to, struct str text)
{
    CHECK(from <= to);
    CHECK(to <= d->len);
    size_t len = d->len - (to - from) + text.len;
    while (len > d->capacity)
        d->bytes = arena_grow_array(&d->arena, d->bytes, 1, d->len, &d->capacity);
    if (d->len > to) memmove(d->bytes + from + text.len, d->bytes + to, d->len - to);
    if (text.len) memcpy(d->bytes + from, text.ptr, text.len);
    d->len = len;
    d->changed = true;
}

void document_set(struct open_document *document, struct str text)
{
    splice(document, 0, document->len, text);
}

/* The offset of a position, found without the offsets of all lines: they change with every edit. */
static size_t offset_of(const struct open_document *d, struct position at, enum encoding encoding)
{
    size_t from = 0;
    uint32_t line = 0;
    for (size_t i = 0; i < d->len && line < at.line; i++) {
        bool feeds = d->bytes[i] == '\r' && i + 1 < d->len && d->bytes[i + 1] == '\n';
        if (d->bytes[i] != '\n' && (d->bytes[i] != '\r' || feeds)) continue;
        from = i + 1;
        line++;
    }
    if (line < at.line) return d->len;
    size_t to = from;
    while (to < d->len && d->bytes[to] != '\n' && d->bytes[to] != '\r') to++;
    uint32_t start = 0;
    struct lines one = {.text = {d->bytes + from, to - from}, .starts = &start, .count = 1};
    return from + position_offset(&one, (struct position){0, at.character}, encoding);
}

void document_edit(struct open_document *document, struct position from, struct position to,
                   enum encoding encoding, struct str text)
{
    size_t begin = offset_of(document, from, encoding);
    size_t end = offset_of(document, to, encoding);
    splice(document, begin < end ? begin : end, begin < end ? end : begin, text);
}
