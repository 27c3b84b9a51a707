/* The handlers of the methods of method_table.h. */
#ifndef HEQI_LSP_METHODS_H
#define HEQI_LSP_METHODS_H

#include "lsp/session.h"

#define REQUEST(method, handler, capability, value)                                                \
    void handler(struct session *s, struct call *c, struct json_out *out);
#define NOTICE(method, handler) void handler(struct session *s, struct call *c);
#include "lsp/method_table.h"
#undef REQUEST
#undef NOTICE

#endif
