/* Words: every name and keyword of a run as a small number.
 *
 * The spellings of the keywords come first: grammar_new interns and flags them. Word 0 is no word.
 * Spellings point into the texts that are read; those must outlive the table. */
#ifndef HEQI_LANG_WORDS_H
#define HEQI_LANG_WORDS_H

#include "base/arena.h"
#include "base/str.h"

#define WORD_NONE 0u

enum word_flag {
    WORD_KEYWORD = 1,
    WORD_DECLARED = 2, /* a statement read so far declares it as a name */
    WORD_MOTION = 4,   /* and that statement was a motion */
    WORD_DOER = 8,     /* it stood behind `by`, and was no motion so far */
};

struct word {
    struct str spelling;
    uint32_t cut; /* where in words.cuts its parts stand; 0: not looked for yet */
    uint32_t flags;
};

/* What a spelling is found by: its sixteen bytes as they lie in memory, zeros behind a shorter one.
 * Of a longer one it is a digest, the last byte 255, which no UTF-8 has. */
#define WORDS_KEY_BYTES 16
struct word_key {
    uint64_t a, b;
};

struct word_slot {
    struct word_key key;
    uint32_t word; /* WORD_NONE: empty */
};

struct words {
    struct arena *arena;
    struct word *list; /* by word */
    size_t count, capacity;
    uint32_t keyword_count; /* all spellings of keywords are below this */
    uint32_t *cuts;         /* for each run of Chinese letters: how many parts, the parts */
    size_t cut_count, cut_capacity;
    struct word_slot *slots;
    size_t slot_mask;
    uint64_t seed;
};

void words_init(struct words *w, struct arena *arena);

/* A table of its own with the same words by the same numbers. */
void words_copy(struct words *w, const struct words *from, struct arena *arena);

/* Makes a copy what it was: the words that came to it are forgotten. `from` must not have changed
 * since it was copied. */
void words_restore(struct words *w, const struct words *from);

uint32_t words_intern(struct words *w, struct str spelling);

/* Where looking for a key begins. */
static inline struct word_slot *words_slot(const struct words *w, struct word_key key)
{
    u128 product = (u128)(key.a ^ w->seed) * (key.b ^ 0x9e3779b97f4a7c15u);
    return &w->slots[((uint64_t)product ^ (uint64_t)(product >> 64)) & w->slot_mask];
}

static inline struct word_slot *words_next_slot(const struct words *w, struct word_slot *slot)
{
    return slot == &w->slots[w->slot_mask] ? w->slots : slot + 1;
}

uint32_t words_intern_new(struct words *w, struct word_key key, struct str spelling);

/* The same for a spelling of at most WORDS_KEY_BYTES bytes, which its key tells whole. */
static inline uint32_t words_intern_short(struct words *w, struct word_key key, struct str spelling)
{
    struct word_slot *slot = words_slot(w, key);
    while (slot->key.a != key.a || slot->key.b != key.b) {
        if (slot->word == WORD_NONE) return words_intern_new(w, key, spelling);
        slot = words_next_slot(w, slot);
    }
    return slot->word;
}

/* The word, or WORD_NONE where the spelling was never met. */
uint32_t words_find(const struct words *w, struct str spelling);

/* The keywords that a run of Chinese letters is made of, where it can be cut into keywords in
 * exactly one way and neither is one itself nor a declared name. *count_out is 0 where it cannot;
 * the parts stay good until the next call. */
const uint32_t *words_cut(struct words *w, uint32_t word, uint32_t *count_out);

/* Whether words_cut() gave parts of a word, which it would not of a declared name. */
bool words_was_cut(const struct words *w, uint32_t word);

/* The same for letters that are no word yet; fills up to max parts and returns how many, or 0. */
uint32_t words_cut_run(const struct words *w, struct str run, uint32_t *parts, uint32_t max);

static inline struct str words_text(const struct words *w, uint32_t word)
{
    CHECK(word < w->count);
    return w->list[word].spelling;
}

static inline bool words_has(const struct words *w, uint32_t word, enum word_flag flag)
{
    return (w->list[word].flags & (uint32_t)flag) != 0;
}

static inline bool words_is_keyword(const struct words *w, uint32_t word)
{
    return words_has(w, word, WORD_KEYWORD);
}

#endif
