/* Diagnostics: those of the texts, sorted by file. */
#include "lsp/diagnostics.h"

/* Severities of the protocol. What makes `check` fail but no figure wrong is a warning there. */
static int64_t severity_of(const struct diag *d)
{
    static const int64_t severities[] = {
        [SEVERITY_NOTE] = 3, [SEVERITY_WARNING] = 2, [SEVERITY_FINDING] = 2, [SEVERITY_ERROR] = 1};
    return severities[diag_row(d->code)->severity];
}

/* docs/errors.md has a heading a code. */
static void write_link(struct json_out *j, const struct session *s, struct arena *a,
                       struct str code)
{
    if (s->errors_uri.len == 0) return;
    char anchor[16] = "";
    for (size_t i = 0; i < code.len && i + 1 < sizeof anchor; i++)
        anchor[i] = (char)(code.ptr[i] >= 'A' && code.ptr[i] <= 'Z' ? code.ptr[i] - 'A' + 'a'
                                                                    : code.ptr[i]);
    json_out_key(j, "codeDescription");
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "href", str_format(a, "%.*s#%s", STR_ARG(s->errors_uri), anchor));
    json_out_close(j);
}

static void write_diagnostic(struct json_out *j, const struct session *s, struct arena *arena,
                             const struct analysis *a, const struct diag *d)
{
    struct str code = str_from(diag_row(d->code)->code);
    struct str message = diag_message(arena, d, s->lang), hint = diag_hint(arena, d, s->lang);
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_key(j, "range");
    write_span(j, s, a, d->span);
    json_out_member_int(j, "severity", severity_of(d));
    json_out_member(j, "code", code);
    write_link(j, s, arena, code);
    json_out_member(j, "source", STR("heqi"));
    json_out_member(j, "message",
                    hint.len ? str_format(arena, "%.*s\n%.*s", STR_ARG(message), STR_ARG(hint))
                             : message);
    json_out_close(j);
}

/* A file that two texts include is told of by both, and has each fault once. */
static bool said_before(const struct session *s, size_t slot, struct str uri, const struct diag *d,
                        size_t offset)
{
    for (size_t i = 0; i < slot; i++) {
        const struct analysis *a = &s->slots[i]->analysis;
        if (!s->slots[i]->used) continue;
        for (size_t k = 0; k < a->diags.count; k++) {
            const struct diag *other = &a->diags.list[k];
            const struct analysed *file = analysis_file_at(a, other->span.at);
            if (other->code == d->code && str_eq(file->uri, uri) &&
                analysis_offset(file, other->span.at) == offset)
                return true;
        }
    }
    return false;
}

static bool write_diagnostics(struct json_out *j, const struct session *s, struct arena *arena,
                              struct str uri)
{
    bool any = false;
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < s->slot_count; i++) {
        const struct analysis *a = &s->slots[i]->analysis;
        for (size_t k = 0; s->slots[i]->used && k < a->diags.count; k++) {
            const struct diag *d = &a->diags.list[k];
            const struct analysed *file = analysis_file_at(a, d->span.at);
            if (!str_eq(file->uri, uri)) continue;
            if (said_before(s, i, uri, d, analysis_offset(file, d->span.at))) continue;
            write_diagnostic(j, s, arena, a, d);
            any = true;
        }
    }
    json_out_close(j);
    return any;
}

static struct told *told_of(struct session *s, struct str uri)
{
    for (size_t i = 0; i < s->told_count; i++)
        if (str_eq(s->told[i].uri, uri)) return &s->told[i];
    struct told *told = ARENA_PUSH(&s->arena, s->told, s->told_count, s->told_capacity);
    told->uri = str_copy(&s->arena, uri);
    return told;
}

static void publish(struct session *s, struct arena *arena, struct str uri)
{
    const struct open_document *open = documents_find(&s->documents, uri);
    struct told *told = told_of(s, uri);
    struct outgoing o;
    outgoing_begin(&o, arena);
    json_out_member(&o.json, "method", STR("textDocument/publishDiagnostics"));
    json_out_key(&o.json, "params");
    json_out_open(&o.json, JSON_OUT_OBJECT);
    json_out_member(&o.json, "uri", uri);
    if (open) json_out_member_int(&o.json, "version", open->version);
    json_out_key(&o.json, "diagnostics");
    bool any = write_diagnostics(&o.json, s, arena, uri);
    json_out_close(&o.json);
    if (any || told->any || open) outgoing_send(&o, s);
    told->any = any;
}

static bool belongs(const struct session *s, struct str uri)
{
    for (size_t i = 0; i < s->slot_count; i++) {
        const struct analysis *a = &s->slots[i]->analysis;
        for (size_t k = 0; s->slots[i]->used && k < a->file_count; k++)
            if (str_eq(a->files[k].uri, uri)) return true;
    }
    return false;
}

static bool is_repeated(const struct analysis *a, size_t file)
{
    for (size_t i = 0; i < file; i++)
        if (str_eq(a->files[i].uri, a->files[file].uri)) return true;
    return false;
}

void publish_diagnostics(struct session *s)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < s->told_count; i++)
        if (s->told[i].any && !belongs(s, s->told[i].uri)) publish(s, &arena, s->told[i].uri);
    for (size_t i = 0; i < s->slot_count; i++) {
        struct slot *slot = s->slots[i];
        for (size_t k = 0; slot->used && slot->fresh && k < slot->analysis.file_count; k++)
            if (!is_repeated(&slot->analysis, k)) publish(s, &arena, slot->analysis.files[k].uri);
        slot->fresh = false;
    }
    arena_release(&arena);
}
