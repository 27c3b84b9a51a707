/* Text that grows, line by line. */
#include "report/writer.h"

#include <string.h>

void writer_put(struct writer *w, struct str s)
{
    while (w->len + s.len > w->capacity)
        w->text = arena_grow_array(w->arena, w->text, 1, w->len, &w->capacity);
    if (s.len) memcpy(w->text + w->len, s.ptr, s.len);
    w->len += s.len;
}

void writer_fill(struct writer *w, char c, size_t count)
{
    for (size_t i = 0; i < count; i++) writer_put(w, (struct str){&c, 1});
}

void writer_end_line(struct writer *w)
{
    while (w->len && w->text[w->len - 1] == ' ') w->len--;
    writer_put(w, STR("\n"));
}

struct str writer_text(const struct writer *w)
{
    return (struct str){w->text, w->len};
}
