/* A session with one editor: its documents, what they mean, and how it wants to be answered.
 *
 * A handler of a method gets the session, the call and a place to write its answer:
 *
 *     void answer_hover(struct session *s, struct call *c, struct json_out *out)
 *
 * It writes one JSON value, or none: null; or it sets c->problem to a sentence for the user. */
#ifndef HEQI_LSP_SESSION_H
#define HEQI_LSP_SESSION_H

#include "lsp/analysis.h"
#include "report/json.h"
#include "report/writer.h"

/* A text that is kept read, for a document that no other open one includes. */
struct slot {
    bool used;
    bool stale; /* a document of it has changed */
    bool fresh; /* it was read, and its diagnostics not sent yet */
    struct analysis analysis;
};

/* A file that diagnostics were sent for: when it belongs to no text any more, there are none. */
struct told {
    struct str uri;
    bool any;
};

struct session {
    const struct lsp_host *host;
    struct arena arena; /* of the session: what lasts */
    struct language_tables tables;
    struct documents documents;
    struct slot **slots;
    size_t slot_count, slot_capacity;
    struct told *told;
    size_t told_count, told_capacity;
    enum encoding encoding;
    enum language lang;
    struct str errors_uri;
    bool closed; /* a document was, since texts were read last */
    bool initialized, shut_down, ended;
    bool plain_hover; /* the client shows no Markdown */
};

/* One message of the client at work. */
struct call {
    struct arena *arena;
    const struct json_value *params; /* NULL: none */
    struct str problem;              /* why it is refused; empty: it is not */
};

void session_init(struct session *s, const struct lsp_host *host);
void session_release(struct session *s);

/* Reads again what has changed, and tells the client what is wrong now. */
void session_refresh(struct session *s);

/* A file was opened, closed or changed on the disk: every text that has or misses it is stale. */
void session_touch(struct session *s, struct str path);

/* The text that a document is part of, the first of several; NULL where it is not open. */
struct analysis *session_analysis(struct session *s, struct str uri, const struct analysed **file);

/* What a call is about: params.textDocument, and params.position where there is one. */
struct spot {
    struct analysis *analysis;
    const struct analysed *file;
    size_t offset; /* in the file */
    uint32_t at;   /* in the text */
};

/* False where the document is not open. */
bool session_document(struct session *s, const struct call *c, struct spot *out);
bool session_spot(struct session *s, const struct call *c, struct spot *out);

/* A position in a value of the protocol; false where it is none. */
bool session_position(const struct json_value *v, struct position *out);

/* How to read a text once more beside those that are kept. */
struct analysis_input session_input(const struct session *s);

/* ---- writing ---- */

struct str session_words(const struct session *s, const char *en, const char *zh);

/* {"start":…,"end":…} of bytes of a file, and of a span of the text. */
void write_range(struct json_out *j, const struct session *s, const struct analysed *file,
                 size_t from, size_t to);
void write_span(struct json_out *j, const struct session *s, const struct analysis *a,
                struct span span);
void write_position(struct json_out *j, struct position at);

/* {"uri":…,"range":…} */
void write_location(struct json_out *j, const struct session *s, const struct analysis *a,
                    struct span span);

/* ---- messages to the client ---- */

/* An object of JSON-RPC that is being written: outgoing_begin(), members, outgoing_send(). */
struct outgoing {
    struct writer text;
    struct json_out json;
};

void outgoing_begin(struct outgoing *o, struct arena *a);
void outgoing_send(struct outgoing *o, const struct session *s);

/* A sink of JSON that makes a text of it. */
struct json_sink text_sink(struct writer *w);

#endif
