/* The documents that are open in the editor: what stands there now, saved or not. */
#ifndef HEQI_LSP_DOCUMENTS_H
#define HEQI_LSP_DOCUMENTS_H

#include "lsp/position.h"

struct open_document {
    bool open;          /* else closed, and its place free for another */
    struct arena arena; /* of its text alone */
    struct str uri, path;
    char *bytes;
    size_t len, capacity;
    int64_t version;
    bool changed; /* since it was read last */
    bool alone;   /* nobody was found that includes it */
};

struct documents {
    struct open_document **list; /* closed ones among them */
    size_t count, capacity;
    struct arena arena;
};

void documents_init(struct documents *d);
void documents_release(struct documents *d);

/* NULL where it is not open. */
struct open_document *documents_find(const struct documents *d, struct str uri);
struct open_document *documents_at_path(const struct documents *d, struct str path);

/* Opens a document, or gives an open one another text. */
struct open_document *documents_open(struct documents *d, struct str uri, struct str text);
void documents_close(struct open_document *document);

static inline struct str document_text(const struct open_document *document)
{
    return (struct str){document->bytes, document->len};
}

void document_set(struct open_document *document, struct str text);

/* Puts a text in the place of what stands between two positions. */
void document_edit(struct open_document *document, struct position from, struct position to,
                   enum encoding encoding, struct str text);

#endif
