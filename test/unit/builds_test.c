/* The innermost loops of passes over a table, in every build that this machine can run, against
 * their definitions. */
#include "unit.h"

#include "game/sums_block.h"
#include "game/sweep_lines.h"

#include <string.h>

static uint64_t draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static uint32_t lines_by_definition(const struct sweep_block *b)
{
    uint32_t lines = 0;
    for (uint32_t k = 0; k < SWEEP_BLOCK; k++) {
        bool gains = b->factor * b->v[k] > b->low[k] + b->least;
        bool outside = !b->mixed || b->mixed[k] + b->mixed_high != 0;
        if (gains && outside) lines |= 1u << k / SWEEP_LINE;
    }
    return lines;
}

/* Few gain, some by one, and of those some are settled. */
static void fill(int64_t *v, int64_t *low, uint64_t *mixed, uint64_t *state)
{
    for (uint32_t k = 0; k < SWEEP_BLOCK; k++) {
        v[k] = (int64_t)(draw(state) % 1000) - 500;
        low[k] = 7 * v[k] + (int64_t)(draw(state) % 60);
        mixed[k] = draw(state) % 3 ? draw(state) << 32 : UINT64_MAX - 4;
    }
}

static void all_builds_tell_the_same_lines(void **unused)
{
    (void)unused;
    static int64_t v[SWEEP_BLOCK], low[SWEEP_BLOCK];
    static uint64_t mixed[SWEEP_BLOCK];
    uint64_t state = 1;
    sweep_lines *builds[SWEEP_BUILDS_MAX];
    size_t count = sweep_lines_usable(builds);
    assert_true(builds[count - 1] == sweep_lines_plain);
    for (int turn = 0; turn < 200; turn++) {
        fill(v, low, mixed, &state);
        struct sweep_block b = {
            .v = v, .low = low, .factor = 7, .least = -turn % 4, .mixed_high = 5};
        if (turn % 2) b.mixed = mixed;
        for (size_t i = 0; i < count; i++) assert_int_equal(builds[i](&b), lines_by_definition(&b));
    }
}

static void sum_by_definition(struct sums *s, uint32_t high_size, const int64_t *v,
                              int64_t by_size[SUMS_BITS + 1])
{
    memset(by_size, 0, (SUMS_BITS + 1) * sizeof *by_size);
    for (uint32_t c = 0; c < 1u << SUMS_BITS; c++) {
        uint32_t low = c % SUMS_LOW, middle = c / SUMS_LOW;
        by_size[__builtin_popcount(c)] += v[c];
        s->low[high_size + (uint32_t)__builtin_popcount(middle)][low] += v[c];
        s->middle[high_size][middle][__builtin_popcount(low / SUMS_LANES)][low % SUMS_LANES] +=
            v[c];
    }
}

static void all_builds_add_up_the_same(void **unused)
{
    (void)unused;
    static int64_t v[2u << SUMS_BITS];
    static struct sums expected, own;
    int64_t expected_by_size[SUMS_BITS + 1], by_size[SUMS_BITS + 1];
    uint64_t state = 1;
    sums_block *builds[SUMS_BUILDS_MAX];
    size_t count = sums_block_usable(builds);
    assert_true(builds[count - 1] == sums_block_plain);
    for (size_t k = 0; k < ARRAY_LEN(v); k++) v[k] = (int64_t)draw(&state) - (1 << 30);
    for (size_t i = 0; i < count; i++) {
        expected = own = (struct sums){.reads_ahead = i % 2};
        for (uint32_t turn = 0; turn < 3; turn++) {
            const int64_t *block = v + 100 * turn;
            sum_by_definition(&expected, turn, block, expected_by_size);
            builds[i](&own, turn, block, by_size);
            assert_memory_equal(by_size, expected_by_size, sizeof by_size);
        }
        assert_memory_equal(own.low, expected.low, sizeof own.low);
        assert_memory_equal(own.middle, expected.middle, sizeof own.middle);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_builds_tell_the_same_lines),
        cmocka_unit_test(all_builds_add_up_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
