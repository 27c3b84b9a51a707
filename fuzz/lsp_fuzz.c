/* Fuzz target of the language server. What begins with "Content-Length" is the stream of a client
 * as it stands; what begins with { are messages, one a line; all else is a document, which is
 * opened, asked about in every way at a few places, edited, and asked about again. The server must
 * end, and whatever it says must be JSON. Run by ./dev fuzz. */
#include "lsp/methods.h"
#include "lsp/serve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLACES 6u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct client {
    struct arena arena;
    struct writer in;
    size_t at;
    struct str document;
};

static size_t read_stream(void *context, char *bytes, size_t size)
{
    struct client *s = context;
    struct str rest = str_slice(writer_text(&s->in), s->at, s->at + size);
    if (rest.len) memcpy(bytes, rest.ptr, rest.len);
    s->at += rest.len;
    return rest.len;
}

static bool stream_ready(void *context)
{
    const struct client *s = context;
    return s->at % 3 != 0; /* now and then nothing waits, and the server works */
}

static void judge_message(void *context, struct str message)
{
    struct arena arena;
    struct str problem;
    (void)context;
    const char *body = strstr(message.ptr, "\r\n\r\n");
    if (!body) abort();
    arena_init(&arena);
    struct str text = {body + 4, message.len - (size_t)(body + 4 - message.ptr)};
    if (!json_read(&arena, text, &problem)) {
        (void)fprintf(stderr, "%.*s\n%.*s\n", STR_ARG(problem), STR_ARG(text));
        abort();
    }
    arena_release(&arena);
}

/* Every second file is the document itself, so that a text may include itself. */
static enum status load_document(void *context, struct arena *a, struct str path,
                                 struct str *text_out)
{
    const struct client *s = context;
    if (path.len % 2) return ERR_IO;
    *text_out = str_copy(a, s->document);
    return OK;
}

/* One neighbour, which is the document too. */
static void list_document(void *context, struct str folder, struct listing listing)
{
    (void)context, (void)folder;
    listing.name(listing.context, STR("b.heqi"));
}

static void send(struct client *s, struct str body)
{
    writer_put(&s->in, str_format(&s->arena, "Content-Length: %zu\r\n\r\n", body.len));
    writer_put(&s->in, body);
}

/* A message with a document, and what `more` adds to its params. */
struct made {
    struct writer text;
    struct json_out json;
};

static void make(struct made *m, struct client *s, const char *method, bool request)
{
    *m = (struct made){.text = {.arena = &s->arena}};
    json_out_begin(&m->json, text_sink(&m->text));
    json_out_open(&m->json, JSON_OUT_OBJECT);
    json_out_member(&m->json, "method", str_from(method));
    if (request) json_out_member_int(&m->json, "id", 7);
    json_out_key(&m->json, "params");
    json_out_open(&m->json, JSON_OUT_OBJECT);
    json_out_key(&m->json, "textDocument");
    json_out_open(&m->json, JSON_OUT_OBJECT);
    json_out_member(&m->json, "uri", STR("file:///a.heqi"));
}

static void send_made(struct made *m, struct client *s)
{
    json_out_close(&m->json);
    json_out_close(&m->json);
    json_out_end(&m->json);
    send(s, writer_text(&m->text));
}

static void open_document(struct client *s)
{
    struct made m;
    make(&m, s, "textDocument/didOpen", false);
    json_out_member(&m.json, "text", s->document);
    json_out_close(&m.json);
    send_made(&m, s);
}

static void write_place(struct json_out *j, const struct client *s, size_t part)
{
    struct lines lines;
    struct arena arena;
    arena_init(&arena);
    lines_init(&lines, &arena, s->document);
    write_position(j, position_at(&lines, s->document.len * part / PLACES, ENCODING_UTF16));
    arena_release(&arena);
}

static void edit_document(struct client *s)
{
    struct made m;
    make(&m, s, "textDocument/didChange", false);
    json_out_close(&m.json);
    json_out_key(&m.json, "contentChanges");
    json_out_open(&m.json, JSON_OUT_ARRAY);
    json_out_open(&m.json, JSON_OUT_OBJECT);
    json_out_key(&m.json, "range");
    json_out_open(&m.json, JSON_OUT_OBJECT);
    json_out_key(&m.json, "start");
    write_place(&m.json, s, 2);
    json_out_key(&m.json, "end");
    write_place(&m.json, s, 3);
    json_out_close(&m.json);
    json_out_member(&m.json, "text", STR("x"));
    json_out_close(&m.json);
    json_out_close(&m.json);
    send_made(&m, s);
}

static void ask(struct client *s, const char *method, size_t part)
{
    struct made m;
    make(&m, s, method, true);
    json_out_close(&m.json);
    json_out_key(&m.json, "position");
    write_place(&m.json, s, part);
    json_out_member(&m.json, "newName", STR("neu"));
    send_made(&m, s);
}

static void ask_all(struct client *s)
{
    static const char *const methods[] = {
#define NOTICE(method, handler)
#define REQUEST(method, handler, capability, value) method,
#include "lsp/method_table.h"
#undef NOTICE
#undef REQUEST
    };
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < ARRAY_LEN(methods); i++)
            ask(s, methods[i], (s->document.len + 2 * k) % (PLACES + 1));
}

static void send_lines(struct client *s, struct str text)
{
    for (size_t from = 0, to; from < text.len; from = to + 1) {
        const char *end = memchr(text.ptr + from, '\n', text.len - from);
        to = end ? (size_t)(end - text.ptr) : text.len;
        send(s, str_slice(text, from, to));
    }
}

static void fill(struct client *s, struct str data)
{
    if (str_starts_with(data, STR("Content-Length"))) {
        writer_put(&s->in, data);
        return;
    }
    send(s, STR("{\"id\":1,\"method\":\"initialize\",\"params\":{\"locale\":\"zh\"}}"));
    if (str_starts_with(data, STR("{"))) {
        send_lines(s, data);
    } else {
        open_document(s);
        ask_all(s);
        edit_document(s);
        ask_all(s);
    }
    send(s, STR("{\"id\":2,\"method\":\"shutdown\"}"));
    send(s, STR("{\"method\":\"exit\"}"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct client client = {.document = {(const char *)data, size}};
    struct lsp_host host = {.context = &client,
                            .read = read_stream,
                            .ready = stream_ready,
                            .write = judge_message,
                            .load = load_document,
                            .list = list_document};
    arena_init(&client.arena);
    client.in.arena = &client.arena;
    fill(&client, client.document);
    (void)lsp_serve(&host);
    arena_release(&client.arena);
    return 0;
}
