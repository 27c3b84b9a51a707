/* Arena: alignment, zeroed memory, items that outgrow a block, growing arrays, the jump when memory
 * runs out. */
#include "unit.h"

#include <string.h>

static bool is_zero(const unsigned char *p, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (p[i]) return false;
    }
    return true;
}

static void items_are_aligned_zeroed_and_apart(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    unsigned char *items[400];
    for (size_t i = 0; i < ARRAY_LEN(items); i++) {
        items[i] = arena_alloc(&a, i);
        assert_int_equal((uintptr_t)items[i] % _Alignof(max_align_t), 0);
        assert_true(is_zero(items[i], i));
        memset(items[i], (int)(i % 251) + 1, i);
    }
    for (size_t i = 0; i < ARRAY_LEN(items); i++) {
        for (size_t k = 0; k < i; k++) assert_int_equal(items[i][k], i % 251 + 1);
    }
    arena_release(&a);
}

static void nothing_has_an_address_too(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    assert_non_null(arena_alloc(&a, 0));
    assert_non_null(arena_alloc_array(&a, 0, 8));
    arena_release(&a);
}

static void large_items_leave_the_open_block_in_use(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    const size_t large = (size_t)9 << 20;
    unsigned char *first = arena_alloc(&a, large); /* before there is any block */
    assert_true(is_zero(first, large));
    unsigned char *small = arena_alloc(&a, 16);
    const unsigned char *next = a.next;
    unsigned char *second = arena_alloc(&a, large);
    assert_true(is_zero(second, large));
    memset(first, 1, large);
    memset(second, 2, large);
    assert_true(is_zero(small, 16));
#ifndef HEQI_ARENA_DEBUG
    assert_ptr_equal(a.next, next);
#else
    (void)next;
#endif
    assert_true(a.held_bytes >= 2 * large);
    arena_release(&a);
    assert_null(a.blocks);
    assert_int_equal(a.held_bytes, 0);
}

static void a_pushed_array_keeps_its_items(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    uint32_t *list = NULL;
    size_t count = 0, capacity = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        uint32_t *item = ARENA_PUSH(&a, list, count, capacity);
        assert_int_equal(*item, 0);
        *item = i;
    }
    assert_int_equal(count, 10000);
    assert_true(capacity >= count && capacity < 2 * count);
    for (uint32_t i = 0; i < 10000; i++) assert_int_equal(list[i], i);
    arena_release(&a);
}

static void a_released_arena_starts_afresh(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    memset(arena_alloc(&a, 100), 7, 100);
    arena_release(&a);
    assert_true(is_zero(arena_alloc(&a, 100), 100));
    arena_release(&a);
    arena_release(&a);
}

/* The sizes are impossible by arithmetic, so that no allocator is asked for them. */
static void out_of_memory_jumps_to_the_boundary(void **state)
{
    (void)state;
    static jmp_buf boundary;
    static struct arena a;
    static volatile int jumps;
    arena_init(&a);
    arena_on_out_of_memory(&a, &boundary);
    jumps = 0;
    if (setjmp(boundary) != 0) jumps++;
    if (jumps == 0) (void)arena_alloc(&a, SIZE_MAX - 3);
    if (jumps == 1) (void)arena_alloc_array(&a, SIZE_MAX / 2, 3);
    assert_int_equal(jumps, 2);
    assert_non_null(arena_alloc(&a, 100)); /* the arena is still good */
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_aligned_zeroed_and_apart),
        cmocka_unit_test(nothing_has_an_address_too),
        cmocka_unit_test(large_items_leave_the_open_block_in_use),
        cmocka_unit_test(a_pushed_array_keeps_its_items),
        cmocka_unit_test(a_released_arena_starts_afresh),
        cmocka_unit_test(out_of_memory_jumps_to_the_boundary),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
