/* Text that grows, line by line. */
#ifndef HEQI_REPORT_WRITER_H
#define HEQI_REPORT_WRITER_H

#include "base/arena.h"
#include "base/str.h"

struct writer {
    struct arena *arena;
    char *text;
    size_t len, capacity;
};

void writer_put(struct writer *w, struct str s);
void writer_fill(struct writer *w, char c, size_t count);
void writer_end_line(struct writer *w); /* drops spaces before the line break */
struct str writer_text(const struct writer *w);

#endif
