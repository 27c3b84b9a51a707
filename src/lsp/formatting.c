/* Formatting: the canonical text in the language of the file, as the edits that lead to it. */
#include "lang/format.h"
#include "lsp/line_diff.h"
#include "lsp/methods.h"

/* The canonical text; empty where the file cannot be read without error. Includes stay. */
static bool format(struct str *out, const struct session *s, struct arena *a,
                   const struct spot *spot)
{
    struct words words;
    struct grammar grammar = *s->tables.grammar;
    struct sources sources;
    struct diags unheard;
    struct parser parser;
    struct formatter formatter;
    words_copy(&words, &s->tables.words, a);
    grammar.words = &words;
    sources_init(&sources, a);
    diags_init(&unheard, a);
    enum language lang = analysis_language(spot->analysis, spot->file);
    formatter_init(&formatter, a, &grammar, &words, &sources, lang);
    parser_init(&parser, a, &sources, &unheard, &words, &grammar);
    parser.sink = formatter_sink(&formatter);
    parser_read(&parser, spot->file->path, spot->file->source->text);
    if (diags_has_errors(&unheard)) return false;
    *out = formatter_finish(&formatter);
    return true;
}

static size_t start_of(const struct lines *l, size_t line)
{
    return line < l->count ? l->starts[line] : l->text.len;
}

/* Whether an offset is between the bytes of one letter. */
static bool is_inside(struct str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

/* Of a change only the bytes that differ are replaced. */
static void write_edit(struct json_out *out, const struct session *s, const struct spot *spot,
                       const struct lines *after, const struct line_change *c)
{
    struct str old = spot->file->lines.text, new = after->text;
    size_t from = start_of(&spot->file->lines, c->from), to = start_of(&spot->file->lines, c->to);
    size_t at = start_of(after, c->new_from), end = start_of(after, c->new_to);
    while (from < to && at < end && old.ptr[from] == new.ptr[at]) from++, at++;
    while (from < to && at < end && old.ptr[to - 1] == new.ptr[end - 1]) to--, end--;
    while (from > 0 && is_inside(old, from)) from--, at--;
    while (is_inside(old, to)) to++, end++;
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_key(out, "range");
    write_range(out, s, spot->file, from, to);
    json_out_member(out, "newText", str_slice(new, at, end));
    json_out_close(out);
}

void answer_formatting(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    struct str text;
    struct lines after;
    struct line_changes changes;
    if (!session_document(s, c, &spot)) return;
    if (!format(&text, s, c->arena, &spot)) {
        c->problem =
            session_words(s, "nothing was formatted: first repair what is marked as an error",
                          "未作格式化：请先改正标出的错误");
        return;
    }
    lines_init(&after, c->arena, text);
    line_diff(&changes, c->arena, &spot.file->lines, &after);
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < changes.count; i++) write_edit(out, s, &spot, &after, &changes.list[i]);
    json_out_close(out);
}
