/* The language server: messages into a queue, from there to their handlers. */
#include "lsp/serve.h"

#include "base/limits.h"
#include "lsp/frame.h"
#include "lsp/lifecycle.h"
#include "lsp/methods.h"

#include <string.h>

#define READ_BYTES ((size_t)64 << 10)

struct waiting {
    struct arena arena;
    const struct json_value *message; /* NULL: what came was no message … */
    enum rpc_error fault;             /* … and that is said */
    bool cancelled;
};

struct server {
    struct session session;
    struct frames frames;
    struct waiting queue[LIMIT_MESSAGES_WAITING_MAX]; /* a ring */
    size_t first, count;
    bool input_ended, lost; /* lost: nobody knows any more where a message begins */
};

/* ---- the queue ---- */

static struct waiting *waiting_at(struct server *v, size_t index)
{
    return &v->queue[(v->first + index) % LIMIT_MESSAGES_WAITING_MAX];
}

static struct waiting *enqueue(struct server *v)
{
    CHECK(v->count < LIMIT_MESSAGES_WAITING_MAX);
    struct waiting *w = waiting_at(v, v->count++);
    *w = (struct waiting){0};
    arena_init(&w->arena);
    return w;
}

static void dequeue(struct server *v)
{
    arena_release(&v->queue[v->first].arena);
    v->first = (v->first + 1) % LIMIT_MESSAGES_WAITING_MAX;
    v->count--;
}

static bool same_id(const struct json_value *a, const struct json_value *b)
{
    struct str x, y;
    int64_t n, k;
    if (json_read_text(a, &x)) return json_read_text(b, &y) && str_eq(x, y);
    return json_read_int(a, &n) && json_read_int(b, &k) && n == k;
}

static struct str method_of(const struct json_value *message)
{
    struct str method = STR("");
    (void)json_read_text(json_member(message, "method"), &method);
    return method;
}

/* The client does not want an answer any more. */
static void cancel(struct server *v, const struct json_value *message)
{
    const struct json_value *id = json_member(json_member(message, "params"), "id");
    for (size_t i = 0; i < v->count; i++) {
        struct waiting *w = waiting_at(v, i);
        const struct json_value *other = json_member(w->message, "id");
        if (other && method_of(w->message).len && same_id(other, id)) w->cancelled = true;
    }
}

static void take(struct server *v, struct str text)
{
    struct waiting *w = enqueue(v);
    struct str problem;
    w->message = json_read(&w->arena, text, &problem);
    if (!w->message) w->fault = RPC_PARSE_ERROR;
    if (str_eq(method_of(w->message), STR("$/cancelRequest"))) cancel(v, w->message);
}

/* Moves what has come as a whole into the queue. */
static void take_all(struct server *v)
{
    struct str text;
    while (v->count < LIMIT_MESSAGES_WAITING_MAX && !v->lost) {
        switch (frames_next(&v->frames, &text)) {
        case FRAME_NONE: return;
        case FRAME_MESSAGE: take(v, text); break;
        case FRAME_TOO_LONG: enqueue(v)->fault = RPC_INVALID_REQUEST; break;
        case FRAME_BROKEN: enqueue(v)->fault = RPC_PARSE_ERROR; v->lost = true;
        }
    }
}

static void read_more(struct server *v)
{
    char bytes[READ_BYTES];
    const struct lsp_host *host = v->session.host;
    size_t len = host->read(host->context, bytes, sizeof bytes);
    if (len == 0) v->input_ended = true;
    frames_add(&v->frames, (struct str){bytes, len});
    take_all(v);
}

/* ---- one message ---- */

static void write_id(struct json_out *j, const struct json_value *id)
{
    struct str text;
    int64_t number;
    json_out_key(j, "id");
    if (json_read_text(id, &text))
        json_out_string(j, text);
    else if (json_read_int(id, &number))
        json_out_int(j, number);
    else
        json_out_null(j);
}

static void answer_error(struct server *v, struct arena *a, const struct json_value *id,
                         enum rpc_error error, struct str message)
{
    struct outgoing o;
    outgoing_begin(&o, a);
    write_id(&o.json, id);
    json_out_key(&o.json, "error");
    json_out_open(&o.json, JSON_OUT_OBJECT);
    json_out_member_int(&o.json, "code", error);
    json_out_member(&o.json, "message", message.len ? message : rpc_error_text(error));
    json_out_close(&o.json);
    outgoing_send(&o, &v->session);
}

typedef void answerer(struct session *s, struct call *c, struct json_out *out);
typedef void taker(struct session *s, struct call *c);

static answerer *find_answerer(struct str method)
{
    static const struct {
        const char *method;
        answerer *handler;
    } requests[] = {
        {"initialize", answer_initialize},
        {"shutdown", answer_shutdown},
#define REQUEST(method, handler, capability, value) {method, handler},
#define NOTICE(method, handler)
#include "lsp/method_table.h"
#undef REQUEST
#undef NOTICE
    };
    for (size_t i = 0; i < ARRAY_LEN(requests); i++)
        if (str_eq(method, str_from(requests[i].method))) return requests[i].handler;
    return NULL;
}

static taker *find_taker(struct str method)
{
    static const struct {
        const char *method;
        taker *handler;
    } notices[] = {
#define REQUEST(method, handler, capability, value)
#define NOTICE(method, handler) {method, handler},
#include "lsp/method_table.h"
#undef REQUEST
#undef NOTICE
    };
    for (size_t i = 0; i < ARRAY_LEN(notices); i++)
        if (str_eq(method, str_from(notices[i].method))) return notices[i].handler;
    return NULL;
}

static void answer(struct server *v, struct call *c, const struct json_value *id, answerer *handler)
{
    struct outgoing o;
    session_refresh(&v->session);
    outgoing_begin(&o, c->arena);
    write_id(&o.json, id);
    json_out_key(&o.json, "result");
    handler(&v->session, c, &o.json);
    if (c->problem.len) {
        answer_error(v, c->arena, id, RPC_REQUEST_FAILED, c->problem);
        return;
    }
    if (o.json.after_key) json_out_null(&o.json);
    outgoing_send(&o, &v->session);
}

/* Why a request is not even looked at. */
static enum rpc_error request_fault(const struct session *s, const struct waiting *w,
                                    struct str method)
{
    bool begins = str_eq(method, STR("initialize"));
    if (!s->initialized && !begins) return RPC_NOT_INITIALIZED;
    if (s->shut_down || (s->initialized && begins)) return RPC_INVALID_REQUEST;
    if (w->cancelled) return RPC_CANCELLED;
    return find_answerer(method) ? RPC_NO_ERROR : RPC_METHOD_NOT_FOUND;
}

static void work_on_notice(struct server *v, struct call *c, struct str method)
{
    struct session *s = &v->session;
    taker *handler = find_taker(method);
    if (str_eq(method, STR("exit"))) s->ended = true;
    if (handler && s->initialized && !s->shut_down) handler(s, c);
}

static void work_on(struct server *v, struct waiting *w)
{
    const struct json_value *id = json_member(w->message, "id");
    struct str method = method_of(w->message);
    struct call call = {.arena = &w->arena, .params = json_member(w->message, "params")};
    struct str text;
    int64_t number;
    if (w->fault || !json_is_map(w->message)) {
        answer_error(v, &w->arena, NULL, w->fault ? w->fault : RPC_INVALID_REQUEST, STR(""));
    } else if (!method.len) {
        /* An answer to what was never asked is passed over. */
        bool answers = json_member(w->message, "result") || json_member(w->message, "error");
        if (!answers) answer_error(v, &w->arena, id, RPC_INVALID_REQUEST, STR(""));
    } else if (!id) {
        work_on_notice(v, &call, method);
    } else if (!json_read_text(id, &text) && !json_read_int(id, &number)) {
        answer_error(v, &w->arena, NULL, RPC_INVALID_REQUEST, STR(""));
    } else {
        enum rpc_error fault = request_fault(&v->session, w, method);
        if (fault == RPC_NO_ERROR)
            answer(v, &call, id, find_answerer(method));
        else
            answer_error(v, &w->arena, id, fault, STR(""));
    }
}

/* ---- the loop ---- */

static bool may_read(struct server *v)
{
    const struct lsp_host *host = v->session.host;
    if (v->input_ended || v->lost || v->count == LIMIT_MESSAGES_WAITING_MAX) return false;
    if (host->ready(host->context)) return true;
    if (v->count) return false;
    session_refresh(&v->session); /* nothing more comes for now */
    return true;
}

static void run(struct server *v)
{
    while (!v->session.ended) {
        take_all(v);
        if (may_read(v)) {
            read_more(v);
        } else if (v->count) {
            work_on(v, waiting_at(v, 0));
            dequeue(v);
        } else {
            session_refresh(&v->session);
            return;
        }
    }
}

int lsp_serve(const struct lsp_host *host)
{
    struct arena arena;
    arena_init(&arena);
    struct server *v = ARENA_NEW(&arena, struct server);
    session_init(&v->session, host);
    frames_init(&v->frames);
    run(v);
    bool met = v->session.initialized || v->lost;
    int code = !met || (v->session.ended && v->session.shut_down) ? 0 : 1;
    while (v->count) dequeue(v);
    frames_release(&v->frames);
    session_release(&v->session);
    arena_release(&arena);
    return code;
}
