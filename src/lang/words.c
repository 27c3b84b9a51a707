/* An open-addressing hash table of spellings; half of it stays empty. A slot holds a spelling of up
 * to 16 bytes whole, so that finding one touches nothing else. */
#include "lang/words.h"

#include <string.h>

#define LONG_MARK 255
#define SLOTS_FIRST ((size_t)1 << 13)
#define NO_PARTS 1u /* where in w->cuts stands the cut of a word that cannot be cut */

static uint64_t mix(uint64_t a, uint64_t b)
{
    u128 product = (u128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t load_8(const char *p)
{
    uint64_t value;
    memcpy(&value, p, sizeof value);
    return value;
}

static struct word_key key_of(const struct words *w, struct str s)
{
    char bytes[WORDS_KEY_BYTES] = {0};
    if (s.len <= WORDS_KEY_BYTES) {
        if (s.len) memcpy(bytes, s.ptr, s.len);
        return (struct word_key){load_8(bytes), load_8(bytes + 8)};
    }
    uint64_t digest = s.len;
    for (size_t at = 0; at < s.len; at += 8)
        digest = mix(digest ^ load_8(s.ptr + (at + 8 <= s.len ? at : s.len - 8)), w->seed);
    bytes[WORDS_KEY_BYTES - 1] = (char)LONG_MARK;
    return (struct word_key){digest, load_8(bytes + 8)};
}

void words_init(struct words *w, struct arena *arena)
{
    *w = (struct words){.arena = arena, .slot_mask = SLOTS_FIRST - 1};
    w->slots = ARENA_ARRAY(arena, struct word_slot, SLOTS_FIRST);
    /* The order of the slots differs from run to run, so that nobody can write a text whose words
     * all fall on one; nothing but the time depends on it. */
    w->seed = mix((uint64_t)(uintptr_t)w->slots, 0xff51afd7ed558ccdu) | 1;
    ARENA_PUSH(arena, w->list, w->count, w->capacity)->spelling = STR("");
    (void)ARENA_PUSH(arena, w->cuts, w->cut_count, w->cut_capacity);
    (void)ARENA_PUSH(arena, w->cuts, w->cut_count, w->cut_capacity); /* at NO_PARTS: 0 parts */
}

/* The slot of a spelling, or the empty one where it belongs. */
static struct word_slot *find_slot(const struct words *w, struct word_key key, struct str spelling)
{
    struct word_slot *slot = words_slot(w, key);
    for (; slot->word != WORD_NONE; slot = words_next_slot(w, slot))
        if (slot->key.a == key.a && slot->key.b == key.b &&
            (spelling.len <= WORDS_KEY_BYTES || str_eq(w->list[slot->word].spelling, spelling)))
            break;
    return slot;
}

/* In the order of the words: so the last ones can be taken out again, the newest first. */
static void grow_slots(struct words *w)
{
    w->slot_mask = w->slot_mask * 2 + 1;
    w->slots = ARENA_ARRAY(w->arena, struct word_slot, w->slot_mask + 1);
    for (uint32_t word = WORD_NONE + 1; word < w->count; word++) {
        struct str spelling = w->list[word].spelling;
        struct word_key key = key_of(w, spelling);
        *find_slot(w, key, spelling) = (struct word_slot){key, word};
    }
}

uint32_t words_intern_new(struct words *w, struct word_key key, struct str spelling)
{
    CHECK(w->count < UINT32_MAX);
    uint32_t word = (uint32_t)w->count;
    *find_slot(w, key, spelling) = (struct word_slot){key, word};
    ARENA_PUSH(w->arena, w->list, w->count, w->capacity)->spelling = spelling;
    if (w->count * 2 > w->slot_mask) grow_slots(w);
    return word;
}

uint32_t words_intern(struct words *w, struct str spelling)
{
    CHECK(spelling.len > 0);
    struct word_key key = key_of(w, spelling);
    uint32_t word = find_slot(w, key, spelling)->word;
    return word != WORD_NONE ? word : words_intern_new(w, key, spelling);
}

uint32_t words_find(const struct words *w, struct str spelling)
{
    return find_slot(w, key_of(w, spelling), spelling)->word;
}

/* ---- copies ---- */

static void *copied(struct arena *a, const void *items, size_t count, size_t size)
{
    void *copy = arena_alloc_array(a, count, size);
    memcpy(copy, items, count * size);
    return copy;
}

void words_copy(struct words *w, const struct words *from, struct arena *arena)
{
    *w = *from;
    w->arena = arena;
    w->list = copied(arena, from->list, from->capacity, sizeof *w->list);
    w->cuts = copied(arena, from->cuts, from->cut_capacity, sizeof *w->cuts);
    w->slots = copied(arena, from->slots, from->slot_mask + 1, sizeof *w->slots);
}

void words_restore(struct words *w, const struct words *from)
{
    CHECK(w->count >= from->count);
    /* The newest first: a slot that is emptied was empty when its word came, and none that came
     * before is looked for behind it. */
    for (size_t word = w->count; word-- > from->count;) {
        struct str spelling = w->list[word].spelling;
        *find_slot(w, key_of(w, spelling), spelling) = (struct word_slot){.word = WORD_NONE};
    }
    memset(w->list + from->count, 0, (w->count - from->count) * sizeof *w->list);
    memcpy(w->list, from->list, from->count * sizeof *w->list);
    w->count = from->count;
    w->cut_count = from->cut_count;
}

/* ---- cutting runs of Chinese letters ---- */

#define RUN_LETTERS_MAX 64
#define KEYWORD_LETTERS_MAX 8
#define LETTER_BYTES 3 /* of the Chinese letters that keywords are made of */

static uint32_t keyword_at(const struct words *w, struct str run, size_t from, size_t to)
{
    uint32_t word = words_find(w, str_slice(run, from * LETTER_BYTES, to * LETTER_BYTES));
    return word != WORD_NONE && words_is_keyword(w, word) ? word : WORD_NONE;
}

uint32_t words_cut_run(const struct words *w, struct str run, uint32_t *parts, uint32_t max)
{
    size_t letters = run.len / LETTER_BYTES;
    if (run.len % LETTER_BYTES || letters > RUN_LETTERS_MAX) return 0;
    /* ways[i]: how often the first i letters can be cut, counted to 2; last[i]: a last keyword. */
    uint8_t ways[RUN_LETTERS_MAX + 1] = {1};
    uint8_t last[RUN_LETTERS_MAX + 1] = {0};
    for (size_t end = 1; end <= letters; end++)
        for (size_t len = 1; len <= end && len <= KEYWORD_LETTERS_MAX; len++) {
            if (!ways[end - len] || keyword_at(w, run, end - len, end) == WORD_NONE) continue;
            ways[end] = ways[end] || ways[end - len] > 1 ? 2 : 1;
            last[end] = (uint8_t)len;
        }
    uint32_t count = 0;
    if (ways[letters] != 1) return 0;
    for (size_t end = letters; end > 0; end -= last[end]) count++;
    if (count > max) return 0;
    uint32_t at = count;
    for (size_t end = letters; end > 0; end -= last[end])
        parts[--at] = keyword_at(w, run, end - last[end], end);
    return count;
}

/* Where the parts of a word stand in w->cuts; found once. */
static uint32_t find_cut(struct words *w, uint32_t word)
{
    uint32_t parts[RUN_LETTERS_MAX];
    uint32_t count = words_cut_run(w, words_text(w, word), parts, RUN_LETTERS_MAX);
    if (count < 2) return NO_PARTS;
    uint32_t at = (uint32_t)w->cut_count;
    *ARENA_PUSH(w->arena, w->cuts, w->cut_count, w->cut_capacity) = count;
    for (uint32_t i = 0; i < count; i++)
        *ARENA_PUSH(w->arena, w->cuts, w->cut_count, w->cut_capacity) = parts[i];
    return at;
}

bool words_was_cut(const struct words *w, uint32_t word)
{
    CHECK(word < w->count);
    return w->list[word].cut > NO_PARTS;
}

const uint32_t *words_cut(struct words *w, uint32_t word, uint32_t *count_out)
{
    CHECK(word < w->count);
    *count_out = 0;
    if (words_is_keyword(w, word) || words_has(w, word, WORD_DECLARED)) return w->cuts;
    if (!w->list[word].cut) w->list[word].cut = find_cut(w, word);
    const uint32_t *cut = &w->cuts[w->list[word].cut];
    *count_out = cut[0];
    return cut + 1;
}
