/* The life of a session: language, encoding, capabilities. */
#include "lsp/lifecycle.h"

struct str rpc_error_text(enum rpc_error error)
{
    switch (error) {
    case RPC_NO_ERROR: break;
    case RPC_PARSE_ERROR: return STR("this is no message: no JSON, or no Content-Length before it");
    case RPC_INVALID_REQUEST: return STR("this is no request that can be answered now");
    case RPC_METHOD_NOT_FOUND: return STR("the server does not know this method");
    case RPC_NOT_INITIALIZED: return STR("the first request must be initialize");
    case RPC_REQUEST_FAILED: return STR("the request cannot be answered");
    case RPC_CANCELLED: return STR("the request was cancelled");
    }
    return STR("");
}

/* "zh", "zh-CN", "zh_TW" are Chinese, all else English. */
static void choose_language(struct session *s, const struct json_value *params)
{
    struct str locale;
    if (!json_read_text(json_member(params, "locale"), &locale)) return;
    bool zh = str_starts_with(locale, STR("zh")) || str_starts_with(locale, STR("ZH"));
    s->lang = zh ? LANG_ZH : LANG_EN;
}

static bool holds(const struct json_value *list, struct str wanted)
{
    struct str text;
    for (size_t i = 0; i < json_count(list); i++)
        if (json_read_text(json_item(list, i), &text) && str_eq(text, wanted)) return true;
    return false;
}

/* Bytes need no counting, so UTF-8 is taken where it is offered; else it is UTF-16. */
static void choose_encoding(struct session *s, const struct json_value *capabilities)
{
    const struct json_value *offered =
        json_member(json_member(capabilities, "general"), "positionEncodings");
    s->encoding = holds(offered, STR("utf-8")) ? ENCODING_UTF8 : ENCODING_UTF16;
}

static void choose_hover(struct session *s, const struct json_value *capabilities)
{
    const struct json_value *hover =
        json_member(json_member(capabilities, "textDocument"), "hover");
    const struct json_value *formats = json_member(hover, "contentFormat");
    s->plain_hover = formats && !holds(formats, STR("markdown"));
}

/* What a row of the table says of itself. */
enum can { CAN, CAN_PREPARE, CAN_COMPLETE };

static void write_capability(struct json_out *j, const char *capability, enum can can)
{
    if (!*capability) return;
    json_out_key(j, capability);
    switch (can) {
    case CAN: json_out_bool(j, true); break;
    case CAN_PREPARE:
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member_bool(j, "prepareProvider", true);
        json_out_close(j);
        break;
    case CAN_COMPLETE:
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_key(j, "triggerCharacters");
        json_out_open(j, JSON_OUT_ARRAY);
        json_out_string(j, STR("."));
        json_out_close(j);
        json_out_close(j);
        break;
    }
}

static void write_capabilities(struct json_out *j, const struct session *s)
{
    bool bytes = s->encoding == ENCODING_UTF8;
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "positionEncoding", bytes ? STR("utf-8") : STR("utf-16"));
    json_out_key(j, "textDocumentSync");
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member_bool(j, "openClose", true);
    json_out_member_int(j, "change", 2); /* by edits */
    json_out_close(j);
#define NOTICE(method, handler)
#define REQUEST(method, handler, capability, value) write_capability(j, capability, value);
#include "lsp/method_table.h"
#undef REQUEST
#undef NOTICE
    json_out_close(j);
}

void answer_initialize(struct session *s, struct call *c, struct json_out *out)
{
    const struct json_value *capabilities = json_member(c->params, "capabilities");
    const struct json_value *options = json_member(c->params, "initializationOptions");
    struct str errors;
    if (json_read_text(json_member(options, "errors"), &errors))
        s->errors_uri = str_copy(&s->arena, errors);
    choose_language(s, c->params);
    choose_encoding(s, capabilities);
    choose_hover(s, capabilities);
    s->initialized = true;
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_key(out, "capabilities");
    write_capabilities(out, s);
    json_out_key(out, "serverInfo");
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_member(out, "name", STR("heqi"));
    json_out_member(out, "version", STR(HEQI_VERSION));
    json_out_close(out);
    json_out_close(out);
}

void answer_shutdown(struct session *s, struct call *c, struct json_out *out)
{
    (void)c, (void)out;
    s->shut_down = true;
}
