/* The cursor in its line: one walk from the begin of the line. */
#include "lsp/cursor.h"

#include "base/utf8.h"

static bool is_name_point(int32_t c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '_' || (c < 0x80 && c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= 0x80 && utf8_is_letter(c));
}

static bool is_digit_at(struct str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

/* It opens a comment where it begins the line or follows a space; `DATE #2` is an entry. */
static bool opens_comment(struct str line, size_t at)
{
    if (at == 0) return true;
    if (line.ptr[at - 1] != ' ') return false;
    bool cites = at > 1 && is_digit_at(line, at - 2) && is_digit_at(line, at + 1);
    return !cites;
}

/* Quotes open and close a text; in a Chinese one they are a pair. */
static bool is_quote(int32_t c)
{
    return c == '"' || c == 0x201C || c == 0x201D;
}

struct cursor cursor_in(struct str line, size_t at)
{
    struct cursor c = {.line = line, .at = at, .from = at, .to = at, .comment = line.len};
    size_t good = utf8_first_bad(line), size, run = 0;
    bool in_run = false;
    for (size_t i = 0; i < good; i += size) {
        int32_t point = utf8_decode(line, i, &size);
        bool before = i < at;
        if (before && !c.in_comment && is_quote(point)) c.in_text = !c.in_text;
        if (before && !c.in_text && !c.in_comment && point == '#' && opens_comment(line, i)) {
            c.in_comment = true;
            c.comment = i;
        }
        if (before && c.in_text && point == '\\' && i + 1 < good && line.ptr[i + 1] == '"') size++;
        if (!is_name_point(point)) {
            in_run = false;
            if (!before) break;
            continue;
        }
        if (!in_run) run = i;
        in_run = true;
        if (run <= at && i + size >= at) {
            c.from = run;
            c.to = i + size;
        }
    }
    return c;
}

struct cursor cursor_at(const struct lines *lines, size_t offset)
{
    struct position p = position_at(lines, offset, ENCODING_UTF8);
    return cursor_in(lines_text(lines, p.line), p.character);
}

size_t comment_from(struct str line)
{
    return cursor_in(line, line.len).comment;
}
