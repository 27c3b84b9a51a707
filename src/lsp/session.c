/* A session: which texts are read, and when anew. */
#include "lsp/session.h"

#include "lsp/diagnostics.h"
#include "lsp/neighbours.h"
#include "lsp/uri.h"

void session_init(struct session *s, const struct lsp_host *host)
{
    *s = (struct session){.host = host, .lang = host->lang, .errors_uri = host->errors_uri};
    arena_init(&s->arena);
    language_tables_init(&s->tables);
    documents_init(&s->documents);
}

static void drop(struct slot *slot)
{
    if (slot->used) analysis_release(&slot->analysis);
    slot->used = false;
}

void session_release(struct session *s)
{
    for (size_t i = 0; i < s->slot_count; i++) drop(s->slots[i]);
    documents_release(&s->documents);
    language_tables_release(&s->tables);
    arena_release(&s->arena);
}

struct analysis_input session_input(const struct session *s)
{
    return (struct analysis_input){
        .tables = &s->tables, .documents = &s->documents, .host = s->host, .lang = s->lang};
}

/* ---- which texts there are ---- */

static struct slot *slot_of(const struct session *s, struct str path)
{
    for (size_t i = 0; i < s->slot_count; i++)
        if (s->slots[i]->used && str_eq(s->slots[i]->analysis.path, path)) return s->slots[i];
    return NULL;
}

/* The slot, other than that of the file itself, whose text includes it. */
static struct slot *includer_of(const struct session *s, struct str path)
{
    for (size_t i = 0; i < s->slot_count; i++) {
        struct slot *slot = s->slots[i];
        if (slot->used && !str_eq(slot->analysis.path, path) &&
            analysis_file(&slot->analysis, path))
            return slot;
    }
    return NULL;
}

static struct slot *free_slot(struct session *s)
{
    for (size_t i = 0; i < s->slot_count; i++)
        if (!s->slots[i]->used) return s->slots[i];
    struct slot *slot = ARENA_NEW(&s->arena, struct slot);
    return *ARENA_PUSH(&s->arena, s->slots, s->slot_count, s->slot_capacity) = slot;
}

/* NULL where it cannot be read. */
static struct slot *read_slot(struct session *s, struct str path)
{
    struct slot *slot = free_slot(s);
    struct analysis_input input = session_input(s);
    slot->stale = false;
    slot->fresh = true;
    slot->used = analysis_init(&slot->analysis, &input, path) == OK;
    return slot->used ? slot : NULL;
}

/* Texts that begin at what another text includes are read there. */
static void drop_included(struct session *s, const struct slot *by)
{
    for (size_t i = 0; i < s->slot_count; i++) {
        struct slot *slot = s->slots[i];
        if (slot != by && slot->used && analysis_file(&by->analysis, slot->analysis.path))
            drop(slot);
    }
}

static bool has_head(const struct analysis *a)
{
    for (const struct term *t = a->document.first; t; t = t->next)
        if (t->form == F_ALLIANCE || t->form == F_RULE_TOP) return true;
    return false;
}

/* Reads a document that lacks its alliance in the text beside it that includes it. */
static struct slot *read_in_neighbour(struct session *s, struct open_document *d)
{
    struct arena arena;
    arena_init(&arena);
    struct str path = neighbour_including(s, &arena, d->path);
    struct slot *slot = path.len ? read_slot(s, path) : NULL;
    d->alone = !slot || !analysis_file(&slot->analysis, d->path);
    if (slot && d->alone) drop(slot);
    arena_release(&arena);
    return d->alone ? NULL : slot;
}

/* Reads a text anew, where the document is still part of it. */
static struct slot *read_again(struct session *s, struct slot *slot, const struct open_document *d)
{
    struct arena arena;
    arena_init(&arena);
    struct str path = str_copy(&arena, slot->analysis.path);
    drop(slot);
    slot = read_slot(s, path);
    bool holds = slot && analysis_file(&slot->analysis, d->path);
    if (slot && !holds && !documents_at_path(&s->documents, path)) drop(slot);
    arena_release(&arena);
    return holds ? slot : NULL;
}

static void refresh_document(struct session *s, struct open_document *d)
{
    struct slot *slot = slot_of(s, d->path);
    if (!slot) slot = includer_of(s, d->path);
    if (slot && !slot->stale) return;
    if (slot) slot = read_again(s, slot, d);
    if (!slot) slot = read_slot(s, d->path);
    if (!slot) return;
    if (!d->alone && str_eq(slot->analysis.path, d->path) && !has_head(&slot->analysis)) {
        struct slot *whole = read_in_neighbour(s, d);
        if (whole) slot = whole;
    }
    drop_included(s, slot);
}

static bool misses(const struct analysis *a, struct str path)
{
    for (size_t i = 0; i < a->missed_count; i++)
        if (str_eq(a->missed[i], path)) return true;
    return false;
}

void session_touch(struct session *s, struct str path)
{
    for (size_t i = 0; i < s->slot_count; i++) {
        struct slot *slot = s->slots[i];
        if (slot->used && (analysis_file(&slot->analysis, path) || misses(&slot->analysis, path)))
            slot->stale = true;
    }
}

/* A text of which nothing is open any more is dropped. */
static void drop_closed(struct session *s)
{
    for (size_t i = 0; i < s->slot_count; i++) {
        struct slot *slot = s->slots[i];
        bool open = false;
        for (size_t k = 0; slot->used && k < slot->analysis.file_count; k++)
            open = open || documents_at_path(&s->documents, slot->analysis.files[k].path);
        if (!open) drop(slot);
    }
}

void session_refresh(struct session *s)
{
    bool any = false;
    for (size_t i = 0; i < s->documents.count; i++) {
        struct open_document *d = s->documents.list[i];
        if (d->changed) session_touch(s, d->path);
        any = any || d->changed;
        d->changed = false;
    }
    for (size_t i = 0; i < s->slot_count; i++) any = any || s->slots[i]->stale;
    if (!any && !s->closed) return;
    s->closed = false;
    drop_closed(s);
    /* Twice: what a text no longer includes becomes one of its own. */
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < s->documents.count; i++)
            if (s->documents.list[i]->open) refresh_document(s, s->documents.list[i]);
    publish_diagnostics(s);
}

/* ---- what a call is about ---- */

struct analysis *session_analysis(struct session *s, struct str uri, const struct analysed **file)
{
    const struct open_document *d = documents_find(&s->documents, uri);
    struct slot *slot = d ? slot_of(s, d->path) : NULL;
    if (d && !slot) slot = includer_of(s, d->path);
    if (!slot) return NULL;
    *file = analysis_file(&slot->analysis, d->path);
    return *file ? &slot->analysis : NULL;
}

bool session_document(struct session *s, const struct call *c, struct spot *out)
{
    struct str uri;
    const struct json_value *document = json_member(c->params, "textDocument");
    if (!json_read_text(json_member(document, "uri"), &uri)) return false;
    *out = (struct spot){0};
    out->analysis = session_analysis(s, uri, &out->file);
    return out->analysis != NULL;
}

bool session_position(const struct json_value *v, struct position *out)
{
    int64_t line, character;
    if (!json_read_int(json_member(v, "line"), &line) || line < 0 || line > UINT32_MAX)
        return false;
    if (!json_read_int(json_member(v, "character"), &character)) return false;
    if (character < 0 || character > UINT32_MAX) return false;
    *out = (struct position){(uint32_t)line, (uint32_t)character};
    return true;
}

bool session_spot(struct session *s, const struct call *c, struct spot *out)
{
    struct position position;
    if (!session_document(s, c, out)) return false;
    if (!session_position(json_member(c->params, "position"), &position)) return false;
    out->offset = position_offset(&out->file->lines, position, s->encoding);
    out->at = analysis_at(out->file, out->offset);
    return true;
}

/* ---- writing ---- */

struct str session_words(const struct session *s, const char *en, const char *zh)
{
    return str_from(s->lang == LANG_ZH ? zh : en);
}

void write_position(struct json_out *j, struct position at)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member_int(j, "line", at.line);
    json_out_member_int(j, "character", at.character);
    json_out_close(j);
}

void write_range(struct json_out *j, const struct session *s, const struct analysed *file,
                 size_t from, size_t to)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_key(j, "start");
    write_position(j, position_at(&file->lines, from, s->encoding));
    json_out_key(j, "end");
    write_position(j, position_at(&file->lines, to, s->encoding));
    json_out_close(j);
}

void write_span(struct json_out *j, const struct session *s, const struct analysis *a,
                struct span span)
{
    const struct analysed *file = analysis_file_at(a, span.at);
    size_t from = analysis_offset(file, span.at);
    write_range(j, s, file, from, from + span.len);
}

void write_location(struct json_out *j, const struct session *s, const struct analysis *a,
                    struct span span)
{
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "uri", analysis_file_at(a, span.at)->uri);
    json_out_key(j, "range");
    write_span(j, s, a, span);
    json_out_close(j);
}

static void put_text(void *context, struct str text)
{
    writer_put(context, text);
}

struct json_sink text_sink(struct writer *w)
{
    return (struct json_sink){.context = w, .put = put_text};
}

void outgoing_begin(struct outgoing *o, struct arena *a)
{
    *o = (struct outgoing){.text = {.arena = a}};
    json_out_begin(&o->json, text_sink(&o->text));
    json_out_open(&o->json, JSON_OUT_OBJECT);
    json_out_member(&o->json, "jsonrpc", STR("2.0"));
}

void outgoing_send(struct outgoing *o, const struct session *s)
{
    struct arena *a = o->text.arena;
    json_out_close(&o->json);
    json_out_end(&o->json);
    struct str body = writer_text(&o->text);
    struct writer whole = {.arena = a};
    writer_put(&whole, str_format(a, "Content-Length: %zu\r\n\r\n", body.len));
    writer_put(&whole, body);
    s->host->write(s->host->context, writer_text(&whole));
}
