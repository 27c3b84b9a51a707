/* How long Shapley values of a table take, beside a pass that only reads the table, for 20 to 28
 * players (N_MAX as an argument): the medians of several turns, and their ratio. The table is made
 * once and lies in memory for both. */
#include "game/linear.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TURNS 7

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double times[TURNS])
{
    qsort(times, TURNS, sizeof *times, compare);
    return times[TURNS / 2];
}

/* Sums that cannot be left out; the compiler sees four of them side by side. */
static uint64_t read_only(const int64_t *v, size_t count)
{
    uint64_t sums[4] = {0};
    for (size_t i = 0; i < count; i += 4)
        for (size_t k = 0; k < 4; k++) sums[k] += (uint64_t)v[i + k];
    return sums[0] + sums[1] + sums[2] + sums[3];
}

static void fill(int64_t *v, size_t count)
{
    uint64_t z = 1;
    for (size_t i = 1; i < count; i++) {
        z = z * 6364136223846793005u + 1442695040888963407u;
        v[i] = (int64_t)(z >> 34);
    }
    v[0] = 0;
}

static bool run(uint32_t n, uint64_t *kept)
{
    size_t count = (size_t)1 << n;
    struct game g;
    struct arena arena;
    double read[TURNS], shapley[TURNS];
    int64_t *v = malloc(count * sizeof *v);
    if (!v) return false;
    arena_init(&arena);
    struct rat *values = rat_array_of_arena(&arena, n);
    fill(v, count);
    enum status status = game_use(&g, v, count);
    CHECK(status == OK);
    for (int turn = 0; turn < TURNS; turn++) {
        double begin = now();
        *kept += read_only(v, count);
        read[turn] = now() - begin;
        begin = now();
        game_shapley(values, &g);
        shapley[turn] = now() - begin;
    }
    double r = median(read), s = median(shapley);
    printf("%u players: read %.6f s, shapley %.6f s, x%.2f\n", n, r, s, s / r);
    arena_release(&arena);
    free(v);
    return true;
}

int main(int argc, char **argv)
{
    uint32_t most = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 28;
    uint64_t kept = 0;
    for (uint32_t n = 20; n <= most && n <= LIMIT_PLAYERS_MAX; n += n == 20 ? 4 : 2)
        if (!run(n, &kept)) return 1;
    return kept == 1;
}
