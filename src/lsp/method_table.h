/* The methods of the protocol that are answered: what the server says it can do, and how a message
 * finds its handler, come from here.
 *
 *   REQUEST(method, handler, capability, value)   is answered; "": another row tells the client of
 * it NOTICE(method, handler)                       is not
 *
 * Those of the session's own life are in serve.c. No include guard: read repeatedly. */
NOTICE("textDocument/didOpen", take_open)
NOTICE("textDocument/didChange", take_change)
NOTICE("textDocument/didClose", take_close)
NOTICE("workspace/didChangeWatchedFiles", take_changed_files)
REQUEST("textDocument/hover", answer_hover, "hoverProvider", CAN)
REQUEST("textDocument/definition", answer_definition, "definitionProvider", CAN)
REQUEST("textDocument/references", answer_references, "referencesProvider", CAN)
REQUEST("textDocument/documentHighlight", answer_highlight, "documentHighlightProvider", CAN)
REQUEST("textDocument/prepareRename", answer_prepare_rename, "renameProvider", CAN_PREPARE)
REQUEST("textDocument/rename", answer_rename, "", CAN)
REQUEST("textDocument/completion", answer_completion, "completionProvider", CAN_COMPLETE)
REQUEST("textDocument/formatting", answer_formatting, "documentFormattingProvider", CAN)
REQUEST("textDocument/inlayHint", answer_hints, "inlayHintProvider", CAN)
REQUEST("textDocument/documentSymbol", answer_symbols, "documentSymbolProvider", CAN)
REQUEST("textDocument/foldingRange", answer_folding, "foldingRangeProvider", CAN)
