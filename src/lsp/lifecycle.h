/* The life of a session: what is agreed at its beginning, and its end. */
#ifndef HEQI_LSP_LIFECYCLE_H
#define HEQI_LSP_LIFECYCLE_H

#include "lsp/session.h"

/* Codes of JSON-RPC 2.0 and of the protocol. */
enum rpc_error {
    RPC_NO_ERROR = 0,
    RPC_PARSE_ERROR = -32700,
    RPC_INVALID_REQUEST = -32600,
    RPC_METHOD_NOT_FOUND = -32601,
    RPC_NOT_INITIALIZED = -32002,
    RPC_REQUEST_FAILED = -32803,
    RPC_CANCELLED = -32800,
};

/* A sentence in English: it is for who writes clients. */
struct str rpc_error_text(enum rpc_error error);

void answer_initialize(struct session *s, struct call *c, struct json_out *out);
void answer_shutdown(struct session *s, struct call *c, struct json_out *out);

#endif
