/* Hints: textDocument/inlayHint. */
#include "lsp/hints.h"

#include "lsp/methods.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define HINT_BYTES_MAX 256

void hints_add(struct hints *h, uint32_t at, const char *format, ...)
{
    char text[HINT_BYTES_MAX];
    va_list list;
    va_start(list, format);
    int len = vsnprintf(text, sizeof text, format, list);
    va_end(list);
    if (len < 0 || (size_t)len >= sizeof text) return; /* nobody reads so long a hint */
    *ARENA_PUSH(h->arena, h->list, h->count, h->capacity) =
        (struct hint){at, str_copy(h->arena, str_from(text))};
}

static int compare_places(const void *a, const void *b)
{
    const struct hint *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

void hints_collect(struct hints *h, struct arena *a, const struct analysis *analysis,
                   enum language lang)
{
    *h = (struct hints){.arena = a, .analysis = analysis, .lang = lang};
    hints_add_shares(h);
    hints_add_votes(h);
    if (h->count) qsort(h->list, h->count, sizeof *h->list, compare_places);
}

static void write_hint(struct json_out *out, const struct session *s, const struct spot *spot,
                       const struct hint *hint)
{
    struct lines const *lines = &spot->file->lines;
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_key(out, "position");
    write_position(out, position_at(lines, analysis_offset(spot->file, hint->at), s->encoding));
    json_out_member(out, "label", hint->text);
    json_out_member_bool(out, "paddingLeft", true);
    json_out_close(out);
}

void answer_hints(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    struct hints hints;
    struct position from = {0, 0}, to = {UINT32_MAX, 0};
    const struct json_value *range = json_member(c->params, "range");
    if (!session_document(s, c, &spot)) return;
    (void)session_position(json_member(range, "start"), &from);
    (void)session_position(json_member(range, "end"), &to);
    size_t first = position_offset(&spot.file->lines, from, s->encoding);
    size_t last = position_offset(&spot.file->lines, to, s->encoding);
    hints_collect(&hints, c->arena, spot.analysis, s->lang);
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < hints.count; i++) {
        const struct hint *hint = &hints.list[i];
        if (analysis_file_at(spot.analysis, hint->at) != spot.file) continue;
        size_t offset = analysis_offset(spot.file, hint->at);
        if (offset >= first && offset <= last) write_hint(out, s, &spot, hint);
    }
    json_out_close(out);
}
