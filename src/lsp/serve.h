/* The language server: answers an editor in JSON-RPC 2.0 until it says goodbye.
 *
 * Messages are taken in order and one at a time. All that can be read without waiting is looked at
 * first, so that a request that is taken back meanwhile is not worked at, and texts are read anew
 * only when somebody asks or nothing more comes: who types fast is not followed letter by letter.
 *
 * Source: Language Server Protocol 3.17. */
#ifndef HEQI_LSP_SERVE_H
#define HEQI_LSP_SERVE_H

#include "lsp/host.h"

/* 0 where the client said shutdown and exit, or never began; 1 where it left without, or spoke no
 * protocol. */
int lsp_serve(const struct lsp_host *host);

#endif
