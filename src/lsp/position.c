/* Positions: counting from the first byte of a letter, which alone tells how many units it has. */
#include "lsp/position.h"

static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Units of the letter, or of the part of one, that a byte begins. */
static uint32_t units(char c, enum encoding encoding)
{
    if (encoding == ENCODING_UTF8) return 1;
    if (is_inside(c)) return 0;
    return (unsigned char)c >= 0xF0 ? 2 : 1;
}

void lines_init(struct lines *l, struct arena *a, struct str text)
{
    *l = (struct lines){.text = text};
    *ARENA_PUSH(a, l->starts, l->count, l->capacity) = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool feeds = i + 1 < text.len && text.ptr[i] == '\r' && text.ptr[i + 1] == '\n';
        if (text.ptr[i] != '\n' && (text.ptr[i] != '\r' || feeds)) continue;
        *ARENA_PUSH(a, l->starts, l->count, l->capacity) = (uint32_t)(i + 1);
    }
}

/* The line that holds an offset. */
static size_t line_of(const struct lines *l, size_t offset)
{
    size_t first = 0, past = l->count;
    while (past - first > 1) {
        size_t middle = first + (past - first) / 2;
        if (l->starts[middle] <= offset)
            first = middle;
        else
            past = middle;
    }
    return first;
}

struct str lines_text(const struct lines *l, uint32_t line)
{
    if (line >= l->count) return STR("");
    size_t to = line + 1 < l->count ? l->starts[line + 1] : l->text.len;
    struct str text = str_slice(l->text, l->starts[line], to);
    while (text.len && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r'))
        text.len--;
    return text;
}

struct position position_at(const struct lines *l, size_t offset, enum encoding encoding)
{
    if (offset > l->text.len) offset = l->text.len;
    size_t line = line_of(l, offset);
    struct position at = {(uint32_t)line, 0};
    for (size_t i = l->starts[line]; i < offset; i++)
        at.character += units(l->text.ptr[i], encoding);
    return at;
}

size_t position_offset(const struct lines *l, struct position at, enum encoding encoding)
{
    if (at.line >= l->count) return l->text.len;
    struct str line = lines_text(l, at.line);
    uint32_t character = 0;
    size_t i = 0;
    while (i < line.len) {
        size_t next = i + 1;
        while (next < line.len && is_inside(line.ptr[next])) next++;
        uint32_t whole = 0;
        for (size_t k = i; k < next; k++) whole += units(line.ptr[k], encoding);
        if (character + whole > at.character) break;
        character += whole;
        i = next;
    }
    return l->starts[at.line] + i;
}
