/* The outline of a file: its statements by what they are indented under, as symbols and as what can
 * be folded. */
#include "lsp/methods.h"
#include "report/names.h"

/* Kinds of symbols of the protocol that fit: of what is not indented, of what holds others, and of
 * the rest. */
enum symbol_kind { SYMBOL_NAMESPACE = 3, SYMBOL_CLASS = 5, SYMBOL_PROPERTY = 7, SYMBOL_EVENT = 24 };

#define NAME_BYTES_MAX ((size_t)60)

/* The statements of one file, in order. */
struct outline {
    const struct session *s;
    struct arena *arena;
    const struct analysis *a;
    const struct analysed *file;
    const struct statement_place **list;
    size_t count;
};

static void outline_init(struct outline *o, const struct session *s, const struct call *c,
                         const struct spot *spot)
{
    const struct mentions *m = &spot->analysis->mentions;
    *o = (struct outline){.s = s, .arena = c->arena, .a = spot->analysis, .file = spot->file};
    o->list = ARENA_ARRAY(c->arena, const struct statement_place *, m->statement_count);
    for (size_t i = 0; i < m->statement_count; i++)
        if (analysis_file_at(o->a, m->statements[i].span.at) == o->file)
            o->list[o->count++] = &m->statements[i];
}

/* The index behind everything that is indented under a statement. */
static size_t behind(const struct outline *o, size_t index)
{
    size_t i = index + 1;
    while (i < o->count && o->list[i]->depth > o->list[index]->depth) i++;
    return i;
}

static size_t end_of(const struct outline *o, size_t index)
{
    struct span last = o->list[behind(o, index) - 1]->span;
    return analysis_offset(o->file, last.at) + last.len;
}

/* ---- symbols ---- */

static struct str symbol_name(const struct outline *o, const struct statement_place *p)
{
    struct str words = span_words(o->arena, &o->a->document, p->span);
    size_t len = words.len < NAME_BYTES_MAX ? words.len : NAME_BYTES_MAX;
    while (len < words.len && len > 0 && ((unsigned char)words.ptr[len] & 0xC0) == 0x80) len--;
    return str_format(o->arena, "%.*s%s", (int)len, words.ptr, len < words.len ? "…" : "");
}

static enum symbol_kind symbol_kind(const struct outline *o, size_t index)
{
    const struct statement_place *p = o->list[index];
    if (p->entry != UINT32_MAX) return SYMBOL_EVENT;
    if (p->depth == 0) return SYMBOL_NAMESPACE;
    return behind(o, index) > index + 1 ? SYMBOL_CLASS : SYMBOL_PROPERTY;
}

static void open_symbol(struct json_out *out, const struct outline *o, size_t index)
{
    const struct statement_place *p = o->list[index];
    size_t from = analysis_offset(o->file, p->span.at);
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_member(out, "name", symbol_name(o, p));
    if (p->clause && p->depth == 1)
        json_out_member(out, "detail", str_format(o->arena, "%u.%u", p->article, p->clause));
    json_out_member_int(out, "kind", symbol_kind(o, index));
    json_out_key(out, "range");
    write_range(out, o->s, o->file, from, end_of(o, index));
    json_out_key(out, "selectionRange");
    write_range(out, o->s, o->file, from, from + p->span.len);
    json_out_key(out, "children");
    json_out_open(out, JSON_OUT_ARRAY);
}

static void close_symbol(struct json_out *out)
{
    json_out_close(out);
    json_out_close(out);
}

void answer_symbols(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    struct outline o;
    uint32_t open = 0;
    if (!session_document(s, c, &spot)) return;
    outline_init(&o, s, c, &spot);
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < o.count; i++) {
        for (; open > o.list[i]->depth; open--) close_symbol(out);
        open_symbol(out, &o, i);
        open++;
    }
    for (; open > 0; open--) close_symbol(out);
    json_out_close(out);
}

/* ---- folding ---- */

void answer_folding(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    struct outline o;
    if (!session_document(s, c, &spot)) return;
    outline_init(&o, s, c, &spot);
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < o.count; i++) {
        const struct lines *lines = &o.file->lines;
        size_t begin = analysis_offset(o.file, o.list[i]->span.at);
        uint32_t from = position_at(lines, begin, s->encoding).line;
        uint32_t to = position_at(lines, end_of(&o, i), s->encoding).line;
        if (from == to) continue;
        json_out_open(out, JSON_OUT_OBJECT);
        json_out_member_int(out, "startLine", from);
        json_out_member_int(out, "endLine", to);
        json_out_close(out);
    }
    json_out_close(out);
}
