/* Inside review only: the texts of rules/, in a source that the build writes. */
#ifndef HEQI_REVIEW_PACK_TEXTS_H
#define HEQI_REVIEW_PACK_TEXTS_H

#include "review/pack.h"

extern const struct pack_text pack_texts[];
extern const size_t pack_text_count;

#endif
