/* The outside world as the language server sees it: who starts it brings it, a test or a fuzzer
 * another one. The server itself reads no file, no clock and no environment. */
#ifndef HEQI_LSP_HOST_H
#define HEQI_LSP_HOST_H

#include "base/diag.h"

/* Hears the names of files. */
struct listing {
    void *context;
    void (*name)(void *context, struct str name);
};

struct lsp_host {
    void *context;
    enum language lang;    /* where the client names no locale */
    struct str errors_uri; /* of docs/errors.md, to which codes lead; empty: nowhere */
    /* Waits for input and takes up to `size` bytes of it; 0 at its end. */
    size_t (*read)(void *context, char *bytes, size_t size);
    /* Whether more can be read without waiting. */
    bool (*ready)(void *context);
    /* Passes on a whole message. */
    void (*write)(void *context, struct str message);
    /* The text of a regular file, in the arena. ERR_IO, or ERR_RANGE where it is too large. */
    enum status (*load)(void *context, struct arena *a, struct str path, struct str *text_out);
    /* Tells the names of the files in a folder, in the order of their bytes. */
    void (*list)(void *context, struct str folder, struct listing listing);
};

#endif
