/* Framing: the stream of a client cut into messages.
 *
 *     Content-Length: 52\r\n
 *     \r\n
 *     { … 52 bytes … }
 *
 * Bytes come in pieces of any size. Other header fields are passed over. A message longer than
 * LIMIT_MESSAGE_BYTES_MAX is told of and its bytes are dropped as they come; behind a header that
 * cannot be read nobody knows where the next message begins, so nothing more is read.
 *
 * Source: Language Server Protocol 3.17, base protocol. */
#ifndef HEQI_LSP_FRAME_H
#define HEQI_LSP_FRAME_H

#include "base/str.h"

enum frame { FRAME_NONE, FRAME_MESSAGE, FRAME_TOO_LONG, FRAME_BROKEN };

struct frames {
    struct arena arena;
    char *bytes;
    size_t len, capacity;
    size_t at;        /* what is before it was handed out */
    uint64_t dropped; /* so many bytes of a message that is too long are still to come */
};

void frames_init(struct frames *f);
void frames_release(struct frames *f);

/* Takes what came in. What frames_next() gave before is gone. */
void frames_add(struct frames *f, struct str bytes);

/* The next message that is here as a whole; FRAME_NONE: more bytes are needed. */
enum frame frames_next(struct frames *f, struct str *message_out);

#endif
