/* The catalogue of diagnostics: code, severity, English sentence and hint, Chinese sentence and
 * hint. {0} … are filled in by the caller. Codes are for ever: a retired one is not given again.
 *   E1xx reading and form   E2xx names and terms   E3xx entries   E4xx figures
 *   W, N: warnings and notes.   E9xx not supported yet.
 * Every row has a runnable file in test/errors named after it. No include guard: it is read
 * repeatedly. */
DIAG(E101, SEVERITY_ERROR, "this is not UTF-8", "save the file as UTF-8", "此处不是 UTF-8 编码",
     "请将文件存为 UTF-8 编码")
