/* What stands twice, found in n log n: a text may hold millions of articles and clauses. */
#include "pact/build.h"

#include <stdlib.h>

struct keyed_item {
    uint64_t key;
    uint32_t index;
};

static int compare_items(const void *a, const void *b)
{
    const struct keyed_item *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

const uint32_t *find_equals(struct arena *a, const uint64_t *keys, uint32_t count)
{
    struct keyed_item *items = ARENA_ARRAY(a, struct keyed_item, count);
    uint32_t *earlier = ARENA_ARRAY(a, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) items[i] = (struct keyed_item){keys[i], i};
    if (count) qsort(items, count, sizeof *items, compare_items);
    for (uint32_t i = 0; i < count; i++) {
        bool again = i > 0 && items[i - 1].key == items[i].key;
        earlier[items[i].index] = again ? items[i - 1].index : INDEX_NONE;
    }
    return earlier;
}
