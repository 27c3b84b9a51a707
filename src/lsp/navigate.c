/* Where a name is declared, where else it stands; and where an included file begins. */
#include "lsp/methods.h"

/* The `include` that a place is in, as the file it leads to. */
static const struct analysed *included_at(const struct spot *spot)
{
    const struct analysis *a = spot->analysis;
    for (size_t i = 0; i < a->mentions.include_count; i++) {
        const struct include_place *x = &a->mentions.includes[i];
        if (spot->at >= x->span.at && spot->at <= x->span.at + x->span.len)
            return analysis_file(a, x->path);
    }
    return NULL;
}

static bool is_declaration(const struct mention *x, const struct mention *first)
{
    return x == first || x->declares;
}

static void write_declarations(struct json_out *out, const struct session *s,
                               const struct analysis *a, const struct mention *of)
{
    const struct mention *first = mentions_declaration(&a->mentions, of);
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < a->mentions.count; i++) {
        const struct mention *x = &a->mentions.list[i];
        if (mentions_same(x, of) && is_declaration(x, first))
            write_location(out, s, a, span_make(x->at, x->len));
    }
    json_out_close(out);
}

void answer_definition(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    if (!session_spot(s, c, &spot)) return;
    const struct analysed *file = included_at(&spot);
    if (file) {
        write_location(out, s, spot.analysis, span_make(file->source->base, 0));
        return;
    }
    const struct mention *x = mentions_at(&spot.analysis->mentions, spot.at);
    if (x) write_declarations(out, s, spot.analysis, x);
}

void answer_references(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    if (!session_spot(s, c, &spot)) return;
    const struct mentions *m = &spot.analysis->mentions;
    const struct mention *of = mentions_at(m, spot.at);
    if (!of) return;
    const struct json_value *context = json_member(c->params, "context");
    bool all = json_says_true(json_member(context, "includeDeclaration"));
    const struct mention *first = mentions_declaration(m, of);
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < m->count; i++) {
        const struct mention *x = &m->list[i];
        if (mentions_same(x, of) && (all || !is_declaration(x, first)))
            write_location(out, s, spot.analysis, span_make(x->at, x->len));
    }
    json_out_close(out);
}

void answer_highlight(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    if (!session_spot(s, c, &spot)) return;
    const struct mentions *m = &spot.analysis->mentions;
    const struct mention *of = mentions_at(m, spot.at);
    if (!of) return;
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < m->count; i++) {
        const struct mention *x = &m->list[i];
        if (!mentions_same(x, of) || analysis_file_at(spot.analysis, x->at) != spot.file) continue;
        json_out_open(out, JSON_OUT_OBJECT);
        json_out_key(out, "range");
        write_span(out, s, spot.analysis, span_make(x->at, x->len));
        json_out_member_int(out, "kind", x->declares ? 3 : 2); /* written, read */
        json_out_close(out);
    }
    json_out_close(out);
}
