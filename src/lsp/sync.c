/* Keeping the documents as they are in the editor. A notification that makes no sense is passed
 * over: there is nobody to tell. */
#include "lsp/methods.h"
#include "lsp/uri.h"

static bool read_document(const struct call *c, const struct json_value **document_out,
                          struct str *uri_out)
{
    *document_out = json_member(c->params, "textDocument");
    return json_read_text(json_member(*document_out, "uri"), uri_out);
}

void take_open(struct session *s, struct call *c)
{
    const struct json_value *document;
    struct str uri, text;
    if (!read_document(c, &document, &uri)) return;
    if (!json_read_text(json_member(document, "text"), &text)) return;
    struct open_document *open = documents_open(&s->documents, uri, text);
    (void)json_read_int(json_member(document, "version"), &open->version);
}

/* One change: a range and its new text, or a whole new text. */
static void change(struct session *s, struct open_document *open, const struct json_value *v)
{
    struct str text;
    struct position from, to;
    const struct json_value *range = json_member(v, "range");
    if (!json_read_text(json_member(v, "text"), &text)) return;
    if (!range) {
        document_set(open, text);
        return;
    }
    if (!session_position(json_member(range, "start"), &from)) return;
    if (!session_position(json_member(range, "end"), &to)) return;
    document_edit(open, from, to, s->encoding, text);
}

void take_change(struct session *s, struct call *c)
{
    const struct json_value *document;
    struct str uri;
    if (!read_document(c, &document, &uri)) return;
    struct open_document *open = documents_find(&s->documents, uri);
    if (!open) return;
    const struct json_value *changes = json_member(c->params, "contentChanges");
    for (size_t i = 0; i < json_count(changes); i++) change(s, open, json_item(changes, i));
    (void)json_read_int(json_member(document, "version"), &open->version);
}

/* From now on the file is what stands on the disk. */
void take_close(struct session *s, struct call *c)
{
    const struct json_value *document;
    struct str uri;
    if (!read_document(c, &document, &uri)) return;
    struct open_document *open = documents_find(&s->documents, uri);
    if (!open) return;
    session_touch(s, open->path);
    documents_close(open);
    s->closed = true;
}

void take_changed_files(struct session *s, struct call *c)
{
    const struct json_value *changes = json_member(c->params, "changes");
    struct str uri;
    for (size_t i = 0; i < s->documents.count; i++) s->documents.list[i]->alone = false;
    for (size_t i = 0; i < json_count(changes); i++)
        if (json_read_text(json_member(json_item(changes, i), "uri"), &uri))
            session_touch(s, path_beside(c->arena, STR(""), uri_to_path(c->arena, uri)));
}
