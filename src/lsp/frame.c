/* Framing: a buffer that grows, headers of a few lines. */
#include "lsp/frame.h"

#include "base/limits.h"

#include <string.h>

/* A buffer that was needed for one long message is not kept for the short ones behind it. */
#define KEPT_BYTES_MAX ((size_t)1 << 20)

void frames_init(struct frames *f)
{
    *f = (struct frames){0};
    arena_init(&f->arena);
}

void frames_release(struct frames *f)
{
    arena_release(&f->arena);
}

static void drop(struct frames *f)
{
    size_t here = f->len - f->at;
    size_t dropped = f->dropped < here ? (size_t)f->dropped : here;
    f->at += dropped;
    f->dropped -= dropped;
}

static void make_room(struct frames *f)
{
    memmove(f->bytes, f->bytes + f->at, f->len - f->at);
    f->len -= f->at;
    f->at = 0;
    if (f->len || f->capacity <= KEPT_BYTES_MAX) return;
    arena_release(&f->arena);
    f->bytes = NULL;
    f->capacity = 0;
}

void frames_add(struct frames *f, struct str bytes)
{
    if (f->at) make_room(f);
    while (f->capacity - f->len < bytes.len)
        f->bytes = arena_grow_array(&f->arena, f->bytes, 1, f->len, &f->capacity);
    if (bytes.len) memcpy(f->bytes + f->len, bytes.ptr, bytes.len);
    f->len += bytes.len;
    drop(f);
}

/* ---- headers ---- */

/* The length of the line that begins a text, its line break included; 0: it has no end yet. */
static size_t line_len(struct str text)
{
    const char *end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
    return end ? (size_t)(end - text.ptr) + 1 : 0;
}

static struct str trimmed(struct str s)
{
    while (s.len && (s.ptr[0] == ' ' || s.ptr[0] == '\t')) s = str_slice(s, 1, s.len);
    while (s.len && strchr(" \t\r\n", s.ptr[s.len - 1])) s.len--;
    return s;
}

static bool is_field(struct str line, struct str name)
{
    if (line.len <= name.len || line.ptr[name.len] != ':') return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = line.ptr[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c != name.ptr[i]) return false;
    }
    return true;
}

static bool read_length(struct str digits, uint64_t *out)
{
    uint64_t length = 0;
    if (digits.len == 0 || digits.len > 18) return false;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9') return false;
        length = length * 10 + (uint64_t)(digits.ptr[i] - '0');
    }
    *out = length;
    return true;
}

struct header {
    size_t len; /* with the empty line that ends it */
    uint64_t length;
    bool stated; /* its length, once */
};

/* FRAME_MESSAGE: it is here as a whole. */
static enum frame read_header(struct str text, struct header *out)
{
    const struct str name = STR("content-length");
    *out = (struct header){0};
    for (;;) {
        struct str rest = str_slice(text, out->len, text.len);
        struct str line = str_slice(rest, 0, line_len(rest));
        if (out->len + (line.len ? line.len : rest.len) > LIMIT_HEADER_BYTES_MAX)
            return FRAME_BROKEN;
        if (line.len == 0) return FRAME_NONE;
        out->len += line.len;
        if (trimmed(line).len == 0) return out->stated ? FRAME_MESSAGE : FRAME_BROKEN;
        if (!is_field(line, name)) continue;
        if (out->stated) return FRAME_BROKEN;
        if (!read_length(trimmed(str_slice(line, name.len + 1, line.len)), &out->length))
            return FRAME_BROKEN;
        out->stated = true;
    }
}

enum frame frames_next(struct frames *f, struct str *message_out)
{
    struct str text = STR("");
    struct header header;
    if (f->at < f->len) text = (struct str){f->bytes + f->at, f->len - f->at};
    enum frame frame = text.len ? read_header(text, &header) : FRAME_NONE;
    if (frame != FRAME_MESSAGE) return frame;
    if (header.length > LIMIT_MESSAGE_BYTES_MAX) {
        f->at += header.len;
        f->dropped = header.length;
        drop(f);
        return FRAME_TOO_LONG;
    }
    size_t length = (size_t)header.length;
    if (text.len - header.len < length) return FRAME_NONE;
    *message_out = str_slice(text, header.len, header.len + length);
    f->at += header.len + length;
    return FRAME_MESSAGE;
}
