/* Diagnostics as an editor shows them: textDocument/publishDiagnostics. */
#ifndef HEQI_LSP_DIAGNOSTICS_H
#define HEQI_LSP_DIAGNOSTICS_H

#include "lsp/session.h"

/* Sends those of every text that was read since the last time, file by file, and none for files
 * that belong to no text any more. */
void publish_diagnostics(struct session *s);

#endif
