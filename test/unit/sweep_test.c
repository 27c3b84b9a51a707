/* The innermost loop of passes over a table, in every build that this machine can run, against its
 * definition. */
#include "unit.h"

#include "game/sweep_lines.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_builds_tell_the_same_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
