/* A reader for one text of a fuzz target. */
#ifndef HEQI_FUZZ_FRESH_READER_H
#define HEQI_FUZZ_FRESH_READER_H

#include "lang_reader.h"

/* A reader in the arena, with sources and diags of its own. The tables are compiled once; every
 * text begins with their words and nothing else. */
void fresh_reader(struct reader *r, struct arena *arena);

#endif
