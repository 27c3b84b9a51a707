/* Words: every name and keyword of a run as a small number.
 *
 * The spellings of the keywords come first (grammar_init interns them), so `word < keyword_count`
 * tells a keyword. Word 0 is no word. Spellings point into the texts that are read; those must
 * outlive the table. */
#ifndef HEQI_LANG_WORDS_H
#define HEQI_LANG_WORDS_H

#include "base/arena.h"
#include "base/str.h"

#define WORD_NONE 0u

struct word_slot;

struct words {
    struct arena *arena;
    struct str *spelling; /* by word */
    uint8_t *declared;    /* by word: a statement read so far declares it as a name */
    size_t count, capacity, declared_capacity;
    uint32_t keyword_count; /* words below this are spellings of keywords */
    struct word_slot *slots;
    size_t slot_mask;
};

void words_init(struct words *w, struct arena *arena);

uint32_t words_intern(struct words *w, struct str spelling);

/* The word, or WORD_NONE where the spelling was never met. */
uint32_t words_find(const struct words *w, struct str spelling);

static inline struct str words_text(const struct words *w, uint32_t word)
{
    CHECK(word < w->count);
    return w->spelling[word];
}

static inline bool words_is_keyword(const struct words *w, uint32_t word)
{
    return word < w->keyword_count;
}

#endif
