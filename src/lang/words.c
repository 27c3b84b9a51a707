/* An open-addressing hash table of spellings; half of it stays empty. */
#include "lang/words.h"

#include <string.h>

#define SLOTS_FIRST ((size_t)1 << 12)

struct word_slot {
    uint32_t hash;
    uint32_t word; /* WORD_NONE: empty */
};

static uint64_t load_tail(const char *p, size_t len)
{
    uint64_t value = 0;
    memcpy(&value, p, len);
    return value;
}

static uint32_t hash_of(struct str s)
{
    uint64_t h = s.len * 0x9e3779b97f4a7c15u;
    size_t at = 0;
    for (; s.len - at > 8; at += 8) {
        h = (h ^ load_tail(s.ptr + at, 8)) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    h = (h ^ load_tail(s.ptr + at, s.len - at)) * 0xc4ceb9fe1a85ec53u;
    return (uint32_t)(h >> 32) ^ (uint32_t)h;
}

void words_init(struct words *w, struct arena *arena)
{
    *w = (struct words){.arena = arena, .slot_mask = SLOTS_FIRST - 1};
    w->slots = ARENA_ARRAY(arena, struct word_slot, SLOTS_FIRST);
    *ARENA_PUSH(arena, w->spelling, w->count, w->capacity) = STR("");
    w->declared = ARENA_ARRAY(arena, uint8_t, w->capacity);
    w->declared_capacity = w->capacity;
}

static struct word_slot *find_slot(const struct words *w, struct str spelling, uint32_t hash)
{
    size_t at = hash & w->slot_mask;
    for (;;) {
        struct word_slot *slot = &w->slots[at];
        if (slot->word == WORD_NONE) return slot;
        if (slot->hash == hash && str_eq(w->spelling[slot->word], spelling)) return slot;
        at = (at + 1) & w->slot_mask;
    }
}

static void grow_slots(struct words *w)
{
    struct word_slot *old = w->slots;
    size_t old_count = w->slot_mask + 1;
    w->slot_mask = old_count * 2 - 1;
    w->slots = ARENA_ARRAY(w->arena, struct word_slot, old_count * 2);
    for (size_t i = 0; i < old_count; i++) {
        if (old[i].word == WORD_NONE) continue;
        size_t at = old[i].hash & w->slot_mask;
        while (w->slots[at].word != WORD_NONE) at = (at + 1) & w->slot_mask;
        w->slots[at] = old[i];
    }
}

static void add_spelling(struct words *w, struct str spelling)
{
    *ARENA_PUSH(w->arena, w->spelling, w->count, w->capacity) = spelling;
    if (w->declared_capacity == w->capacity) return;
    uint8_t *declared = ARENA_ARRAY(w->arena, uint8_t, w->capacity);
    memcpy(declared, w->declared, w->declared_capacity);
    w->declared = declared;
    w->declared_capacity = w->capacity;
}

uint32_t words_intern(struct words *w, struct str spelling)
{
    uint32_t hash = hash_of(spelling);
    struct word_slot *slot = find_slot(w, spelling, hash);
    if (slot->word != WORD_NONE) return slot->word;
    CHECK(w->count < UINT32_MAX);
    *slot = (struct word_slot){hash, (uint32_t)w->count};
    uint32_t word = slot->word;
    add_spelling(w, spelling);
    if (w->count * 2 > w->slot_mask) grow_slots(w);
    return word;
}

uint32_t words_find(const struct words *w, struct str spelling)
{
    return find_slot(w, spelling, hash_of(spelling))->word;
}
