/* Who is in a stream and where: ids join in order and never leave. */
#include "num/stream_parts.h"

#include <string.h>

#define CAPACITY_FIRST 8u

int64_t stream_find(const struct stream *s, uint32_t id)
{
    uint32_t low = 0, high = s->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->ids[middle] < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < s->count && s->ids[low] == id ? (int64_t)low : -1;
}

static void *grown(struct stream *s, const void *array, size_t item_size, uint32_t capacity)
{
    void *larger = arena_alloc_array(s->arena, capacity, item_size);
    if (s->count) memcpy(larger, array, s->count * item_size);
    return larger;
}

static void reserve(struct stream *s, uint32_t count)
{
    if (count <= s->capacity) return;
    uint32_t capacity = s->capacity ? s->capacity : CAPACITY_FIRST;
    while (capacity < count) capacity = capacity > UINT32_MAX / 2 ? UINT32_MAX : capacity * 2;
    s->ids = grown(s, s->ids, sizeof *s->ids, capacity);
    s->units = grown(s, s->units, sizeof *s->units, capacity);
    s->held = grown(s, s->held, sizeof *s->held, capacity);
    s->weights = grown(s, s->weights, sizeof *s->weights, capacity);
    s->fractions = grown(s, s->fractions, sizeof *s->fractions, capacity);
    s->wholes = grown(s, s->wholes, sizeof *s->wholes, capacity);
    s->parts = grown(s, s->parts, sizeof *s->parts, capacity);
    s->rests = grown(s, s->rests, sizeof *s->rests, capacity);
    s->rough_parts = grown(s, s->rough_parts, sizeof *s->rough_parts, capacity);
    s->floors = ARENA_ARRAY(s->arena, int64_t, capacity);
    s->keys = ARENA_ARRAY(s->arena, u128, capacity);
    s->next_weights = ARENA_ARRAY(s->arena, uint64_t, capacity);
    s->marks = ARENA_ARRAY(s->arena, uint8_t, capacity);
    s->picks = ARENA_ARRAY(s->arena, uint32_t, capacity);
    stream_big_reserve(s, capacity);
    s->capacity = capacity;
}

static uint32_t count_new(const struct stream *s, const uint32_t *ids, uint32_t count)
{
    uint32_t found = 0;
    for (uint32_t i = 0, k = 0; i < s->count && k < count;) {
        found += s->ids[i] == ids[k];
        bool next = s->ids[i] <= ids[k], next_id = s->ids[i] >= ids[k];
        i += next;
        k += next_id;
    }
    return count - found;
}

static void move_place(struct stream *s, uint32_t to, uint32_t from)
{
    s->ids[to] = s->ids[from];
    s->units[to] = s->units[from];
    s->held[to] = s->held[from];
    s->weights[to] = s->weights[from];
    s->fractions[to] = s->fractions[from];
    s->wholes[to] = s->wholes[from];
    s->parts[to] = s->parts[from];
    s->rests[to] = s->rests[from];
    s->rough_parts[to] = s->rough_parts[from];
    stream_big_shift(s, to, from);
}

static void join_at(struct stream *s, uint32_t place, uint32_t id)
{
    s->ids[place] = id;
    s->units[place] = 0;
    s->held[place] = 0;
    s->weights[place] = 0;
    s->fractions[place] = 0;
    s->wholes[place] = 0;
    s->parts[place] = 0;
    s->rests[place] = 0;
    s->rough_parts[place] = 0;
    stream_big_join(s, place);
}

/* Merges from the end, in place. */
static void join_new(struct stream *s, const uint32_t *ids, uint32_t count, uint32_t added)
{
    CHECK(added <= UINT32_MAX - s->count);
    reserve(s, s->count + added);
    uint32_t old = s->count, k = count;
    s->count += added;
    for (uint32_t to = s->count; to > old;) {
        to--;
        if (old > 0 && s->ids[old - 1] >= ids[k - 1]) {
            k -= s->ids[old - 1] == ids[k - 1];
            move_place(s, to, --old);
        } else {
            join_at(s, to, ids[--k]);
        }
    }
}

static void remember_map(struct stream *s, const uint32_t *ids, uint32_t count)
{
    if (count > s->map_capacity) {
        s->map_capacity = count > UINT32_MAX / 2 ? UINT32_MAX : count * 2;
        s->map_ids = ARENA_ARRAY(s->arena, uint32_t, s->map_capacity);
        s->map_places = ARENA_ARRAY(s->arena, uint32_t, s->map_capacity);
    }
    s->map_count = count;
    memcpy(s->map_ids, ids, count * sizeof *ids);
    for (uint32_t i = 0, k = 0; k < count; i++) {
        if (s->ids[i] == ids[k]) s->map_places[k++] = i;
    }
}

void stream_place(struct stream *s, const uint32_t *ids, uint32_t count)
{
    CHECK(count > 0);
    if (count == s->map_count && memcmp(ids, s->map_ids, count * sizeof *ids) == 0) return;
    for (uint32_t k = 1; k < count; k++) CHECK(ids[k - 1] < ids[k]);
    uint32_t added = count_new(s, ids, count);
    if (added) join_new(s, ids, count, added);
    remember_map(s, ids, count);
}

const uint64_t *stream_spread(struct stream *s, const uint64_t *values)
{
    if (s->map_count == s->count) return values;
    /* From the end, so that values that start at next_weights are read before they are lost. */
    for (uint32_t i = s->count, k = s->map_count; i > 0;) {
        i--;
        bool has = k > 0 && s->map_places[k - 1] == i;
        s->next_weights[i] = has ? values[--k] : 0;
    }
    return s->next_weights;
}
