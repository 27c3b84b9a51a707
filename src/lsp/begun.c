/* The statement that is being written: lines upwards, by what they are indented. */
#include "lsp/begun.h"

#include "base/limits.h"
#include "lsp/cursor.h"
#include "report/writer.h"

#define PARTS_MAX 64u

static size_t indent_of(struct str line)
{
    size_t indent = 0;
    while (indent < line.len && line.ptr[indent] == ' ') indent++;
    return indent;
}

/* A line with a statement, or a part of one, in it. */
static bool is_code(struct str line)
{
    size_t indent = indent_of(line);
    return indent < line.len && line.ptr[indent] != '#';
}

/* Without a comment and spaces at its end. */
static struct str code_of(struct str line)
{
    size_t len = comment_from(line);
    while (len && line.ptr[len - 1] == ' ') len--;
    return str_slice(line, 0, len);
}

static bool goes_on(struct str line)
{
    struct str code = code_of(line);
    return str_ends_with(code, STR(",")) || str_ends_with(code, STR("，")) ||
           str_ends_with(code, STR("、"));
}

/* The code line above, or UINT32_MAX. */
static uint32_t line_above(const struct lines *lines, uint32_t line)
{
    while (line-- > 0)
        if (is_code(lines_text(lines, line))) return line;
    return UINT32_MAX;
}

/* The first line of the statement that a line belongs to. */
static uint32_t first_line(const struct lines *lines, uint32_t line)
{
    for (;;) {
        uint32_t above = line_above(lines, line);
        if (above == UINT32_MAX || !goes_on(lines_text(lines, above))) return line;
        line = above;
    }
}

/* The statement at `first` is the nearest above that is indented less than `indent`. */
static uint32_t parent_line(const struct lines *lines, uint32_t line, size_t indent)
{
    do line = line_above(lines, line);
    while (line != UINT32_MAX && indent_of(lines_text(lines, line)) >= indent);
    return line == UINT32_MAX ? line : first_line(lines, line);
}

static void put_statement(struct writer *w, const struct lines *lines, uint32_t line)
{
    struct str text;
    do {
        text = lines_text(lines, line++);
        writer_put(w, text);
        writer_put(w, STR("\n"));
    } while (line < lines->count && goes_on(text));
}

static struct str statements_above(struct arena *a, const struct lines *lines, uint32_t line,
                                   size_t indent)
{
    struct writer w = {.arena = a};
    uint32_t parents[LIMIT_NESTING_MAX];
    uint32_t count = 0;
    while (indent > 0 && count < LIMIT_NESTING_MAX) {
        line = parent_line(lines, line, indent);
        if (line == UINT32_MAX) break;
        indent = indent_of(lines_text(lines, line));
        parents[count++] = line;
    }
    while (count-- > 0) put_statement(&w, lines, parents[count]);
    return writer_text(&w);
}

/* Of an empty line the indentation up to the cursor counts. */
struct begun begun_at(struct arena *a, const struct lines *lines, size_t offset)
{
    struct position p = position_at(lines, offset, ENCODING_UTF8);
    struct writer w = {.arena = a};
    uint32_t first = first_line(lines, p.line);
    struct str begin = lines_text(lines, first);
    if (first == p.line) begin = str_slice(begin, 0, p.character);
    size_t indent = indent_of(begin);
    for (uint32_t line = first; line <= p.line; line++) {
        struct str text = lines_text(lines, line);
        if (line == p.line) text = str_slice(text, 0, p.character);
        if (line != p.line && !is_code(text)) continue;
        text = code_of(text);
        writer_put(&w, str_slice(text, indent_of(text), text.len));
        writer_put(&w, STR(" "));
    }
    return (struct begun){.above = statements_above(a, lines, first, indent),
                          .depth = (uint32_t)indent / 2,
                          .text = writer_text(&w)};
}

/* ---- the word ---- */

static bool is_complete(const struct words *w, struct str run)
{
    uint32_t parts[PARTS_MAX];
    uint32_t word = run.len ? words_find(w, run) : WORD_NONE;
    if (word != WORD_NONE && words_is_keyword(w, word)) return true;
    return run.len && words_cut_run(w, run, parts, PARTS_MAX) > 0;
}

static bool is_chinese(struct str run)
{
    for (size_t i = 0; i < run.len; i++)
        if ((unsigned char)run.ptr[i] < 0x80) return false;
    return run.len > 0;
}

size_t begun_word(const struct words *w, const struct lines *lines, size_t offset)
{
    struct cursor c = cursor_at(lines, offset);
    size_t line = offset - c.at, from = c.from;
    struct str run = str_slice(c.line, c.from, c.at);
    if (from > 0 && c.line.ptr[from - 1] == '.') from = cursor_in(c.line, from - 1).from;
    for (size_t len = run.len; is_chinese(run) && len > 0; len--)
        if (is_complete(w, str_slice(run, 0, len))) return line + from + len;
    return line + from;
}
