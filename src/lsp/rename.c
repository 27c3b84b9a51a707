/* Renaming: the new name is tried before it is offered. The files are read again with it in place,
 * and only where every name then names what it named before is the change handed out; so a name
 * that is taken, no name, a keyword, or read as several Chinese keywords is refused whatever the
 * reason. */
#include "lsp/methods.h"

/* A file whose text changes, with the mentions in it. */
struct edited {
    const struct analysed *file;
    struct str text;
};

struct renaming {
    struct session *s;
    struct arena *arena;
    const struct analysis *a;
    const struct mention *of;
    struct str name;
    struct edited *files;
    size_t count;
};

static bool is_renamed(const struct renaming *r, size_t index)
{
    return mentions_same(&r->a->mentions.list[index], r->of);
}

/* Of several sources of one file, which is included twice, only the first is edited. */
static bool is_first(const struct renaming *r, const struct analysed *file)
{
    return analysis_file(r->a, file->path) == file;
}

static bool stands_in(const struct renaming *r, size_t index, const struct analysed *file)
{
    return analysis_file_at(r->a, r->a->mentions.list[index].at) == file && is_renamed(r, index);
}

static struct str edited_text(const struct renaming *r, const struct analysed *file)
{
    struct writer w = {.arena = r->arena};
    struct str text = file->lines.text;
    size_t from = 0;
    for (size_t i = 0; i < r->a->mentions.count; i++) {
        if (!stands_in(r, i, file)) continue;
        size_t at = analysis_offset(file, r->a->mentions.list[i].at);
        writer_put(&w, str_slice(text, from, at));
        writer_put(&w, r->name);
        from = at + r->a->mentions.list[i].len;
    }
    writer_put(&w, str_slice(text, from, text.len));
    return writer_text(&w);
}

static void edit_files(struct renaming *r)
{
    r->files = ARENA_ARRAY(r->arena, struct edited, r->a->file_count);
    for (size_t k = 0; k < r->a->file_count; k++) {
        const struct analysed *file = &r->a->files[k];
        bool any = false;
        for (size_t i = 0; i < r->a->mentions.count && !any; i++) any = stands_in(r, i, file);
        if (any && is_first(r, file))
            r->files[r->count++] = (struct edited){file, edited_text(r, file)};
    }
}

/* ---- the trial ---- */

static struct str word_of(const struct analysis *a, uint32_t word)
{
    return words_text(&a->words, word);
}

/* The scope of a milestone is a name too; that of an example a number. */
static bool same_scope(const struct renaming *r, const struct analysis *b, const struct mention *x,
                       const struct mention *y)
{
    if (x->realm != REALM_MILESTONE) return x->scope == y->scope;
    bool renamed = r->of->realm == REALM_COMMON && x->scope == r->of->word && !r->of->scope;
    return str_eq(word_of(b, y->scope), renamed ? r->name : word_of(r->a, x->scope));
}

static bool same_mention(const struct renaming *r, const struct analysis *b, size_t index)
{
    const struct mention *x = &r->a->mentions.list[index], *y = &b->mentions.list[index];
    struct str name = is_renamed(r, index) ? r->name : word_of(r->a, x->word);
    return x->realm == y->realm && x->form == y->form && x->role == y->role &&
           x->declares == y->declares && str_eq(word_of(b, y->word), name) &&
           same_scope(r, b, x, y);
}

static bool reads_the_same(const struct renaming *r, const struct analysis *b)
{
    const struct mentions *m = &r->a->mentions, *n = &b->mentions;
    if (m->count != n->count || m->statement_count != n->statement_count) return false;
    for (size_t i = 0; i < m->count; i++)
        if (!same_mention(r, b, i)) return false;
    return true;
}

static bool is_taken(const struct renaming *r)
{
    uint32_t word = r->name.len ? words_find(&r->a->words, r->name) : WORD_NONE;
    return word != WORD_NONE && word != r->of->word &&
           mentions_has(&r->a->mentions, (enum realm)r->of->realm, word, r->of->scope);
}

static void try_name(struct renaming *r, struct call *c)
{
    struct analysis trial;
    struct analysis_input input = session_input(r->s);
    input.reading_only = true;
    if (is_taken(r)) {
        c->problem = str_format(
            r->arena, r->s->lang == LANG_ZH ? "“%.*s”已另有所指" : "`%.*s` names something already",
            STR_ARG(r->name));
        return;
    }
    input.replaced = ARENA_ARRAY(r->arena, struct replaced_file, r->count);
    for (size_t i = 0; i < r->count; i++)
        input.replaced[i] = (struct replaced_file){r->files[i].file->path, r->files[i].text};
    input.replaced_count = r->count;
    bool same = analysis_init(&trial, &input, r->a->path) == OK;
    if (same) {
        same = reads_the_same(r, &trial);
        analysis_release(&trial);
    }
    if (same) return;
    c->problem = str_format(r->arena,
                            r->s->lang == LANG_ZH
                                ? "“%.*s”在此不能用作名称：以字母开头，后接字母、数字、- 或 "
                                  "_，且不得为关键词"
                                : "`%.*s` cannot be a name here: a letter, then letters, "
                                  "digits, - and _, and no keyword",
                            STR_ARG(r->name));
}

/* ---- the answers ---- */

static void write_edits(struct json_out *out, const struct renaming *r, const struct analysed *file)
{
    json_out_open(out, JSON_OUT_ARRAY);
    for (size_t i = 0; i < r->a->mentions.count; i++) {
        if (!stands_in(r, i, file)) continue;
        const struct mention *x = &r->a->mentions.list[i];
        json_out_open(out, JSON_OUT_OBJECT);
        json_out_key(out, "range");
        write_span(out, r->s, r->a, span_make(x->at, x->len));
        json_out_member(out, "newText", r->name);
        json_out_close(out);
    }
    json_out_close(out);
}

void answer_rename(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    struct renaming r = {.s = s, .arena = c->arena};
    if (!session_spot(s, c, &spot)) return;
    r.a = spot.analysis;
    r.of = mentions_at(&r.a->mentions, spot.at);
    if (!r.of || !json_read_text(json_member(c->params, "newName"), &r.name)) return;
    edit_files(&r);
    try_name(&r, c);
    if (c->problem.len) return;
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_key(out, "changes");
    json_out_open(out, JSON_OUT_OBJECT);
    for (size_t i = 0; i < r.count; i++) {
        json_out_key_text(out, r.files[i].file->uri);
        write_edits(out, &r, r.files[i].file);
    }
    json_out_close(out);
    json_out_close(out);
}

void answer_prepare_rename(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    if (!session_spot(s, c, &spot)) return;
    const struct mention *x = mentions_at(&spot.analysis->mentions, spot.at);
    if (x) write_span(out, s, spot.analysis, span_make(x->at, x->len));
}
