/* The statement that is being written at a place: as far as it goes, and what it stands under. */
#ifndef HEQI_LSP_BEGUN_H
#define HEQI_LSP_BEGUN_H

#include "lang/expect.h"
#include "lsp/position.h"

/* `offset` is where the word being written begins. Only lines above are looked at. */
struct begun begun_at(struct arena *a, const struct lines *lines, size_t offset);

/* Where the word being written begins: behind the keywords of a run of Chinese letters that are
 * complete, before the name of the project of a milestone. */
size_t begun_word(const struct words *w, const struct lines *lines, size_t offset);

#endif
