/* How long values of a table take, beside a pass that only reads the table, for 20 to 28 players
 * (N_MAX as an argument): the medians of several turns, and their ratio. The table lies in memory
 * for both, one table a kind of game: worths that are random and grow with the coalition, the same
 * range for all (flat), the same few for all (tied), 0 or 1 by who is missing (simple), 0 or 1 by
 * votes (majority). The kinds are those of M. Benedek, J. Fliege and T.-D. Nguyen (2021), the draws
 * our own. Nucleoli are exact and certified. */
#include "timing.h"

#include "game/linear.h"
#include "game/nucleolus.h"

#include <stdio.h>
#include <stdlib.h>

#define TURNS 7
#define NUCLEOLUS_TURNS 3 /* of a table that is larger than every cache */

/* Sums that cannot be left out; the compiler sees four of them side by side. */
static uint64_t read_only(const int64_t *v, size_t count)
{
    uint64_t sums[4] = {0};
    for (size_t i = 0; i < count; i += 4)
        for (size_t k = 0; k < 4; k++) sums[k] += (uint64_t)v[i + k];
    return sums[0] + sums[1] + sums[2] + sums[3];
}

/* ---- games ---- */

static uint64_t draw_state;

static int64_t draw(int64_t below)
{
    draw_state = draw_state * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)((draw_state >> 33) % (uint64_t)below);
}

static int64_t any_worth(uint32_t n, uint32_t s)
{
    (void)n;
    return s ? draw((int64_t)1 << 30) : 0;
}

static int64_t random_worth(uint32_t n, uint32_t s)
{
    if (s == (1u << n) - 1) return 100 * (int64_t)n;
    return s & (s - 1) ? draw(100 * (int64_t)game_size(s)) + 1 : 0;
}

static int64_t flat_worth(uint32_t n, uint32_t s)
{
    return s & (s - 1) ? draw(50 * (int64_t)n) + 1 : 0;
}

static int64_t tied_worth(uint32_t n, uint32_t s)
{
    return s & (s - 1) ? draw(n) + 1 : 0;
}

static int64_t simple_worth(uint32_t n, uint32_t s)
{
    uint32_t missing = n - game_size(s);
    return missing == 0 || (missing <= 2 && draw(10) < 9);
}

/* The votes of voter i are a fixed mixture, from 1 to 47. */
static int64_t majority_worth(uint32_t n, uint32_t s)
{
    uint32_t votes = 0, total = 0;
    for (uint32_t i = 0; i < n; i++) {
        total += i * i * 7 % 47 + 1;
        if (s >> i & 1) votes += i * i * 7 % 47 + 1;
    }
    return 2 * votes > total;
}

static const struct kind {
    const char *name;
    int64_t (*worth)(uint32_t n, uint32_t s);
} kinds[] = {{"random", random_worth},
             {"flat", flat_worth},
             {"tied", tied_worth},
             {"simple", simple_worth},
             {"majority", majority_worth}};

static void fill(int64_t *v, uint32_t n, int64_t (*worth)(uint32_t n, uint32_t s))
{
    draw_state = 1;
    for (size_t s = 0; s < (size_t)1 << n; s++) v[s] = worth(n, (uint32_t)s);
}

/* ---- turns ---- */

static double time_read(const int64_t *v, size_t count, uint64_t *kept)
{
    double begin = now();
    *kept += read_only(v, count);
    return now() - begin;
}

static double time_shapley(struct arena *a, const struct game *g)
{
    struct rat *values = rat_array_of_arena(a, g->n);
    double begin = now();
    game_shapley(values, g);
    return now() - begin;
}

static double time_nucleolus(struct arena *a, const struct game *g)
{
    struct nucleolus *found = ARENA_NEW(a, struct nucleolus);
    double begin = now();
    enum status s = game_nucleolus(found, a, g, (struct nucleolus_options){.imputations = true});
    CHECK(s == OK);
    return now() - begin;
}

static void run(const char *name, int64_t *v, uint32_t n, int turns, uint64_t *kept,
                double (*measured)(struct arena *a, const struct game *g))
{
    struct game g;
    double read[TURNS], own[TURNS];
    size_t count = (size_t)1 << n;
    enum status status = game_use(&g, v, count);
    CHECK(status == OK);
    for (int turn = 0; turn < turns; turn++) {
        struct arena a;
        arena_init(&a);
        read[turn] = time_read(v, count, kept);
        own[turn] = measured(&a, &g);
        arena_release(&a);
    }
    double r = median(read, turns), s = median(own, turns);
    printf("%u players: read %.6f s, %s %.6f s, x%.2f\n", n, r, name, s, s / r);
    fflush(stdout);
}

static bool run_all(uint32_t n, uint64_t *kept)
{
    char name[64];
    int64_t *v = malloc(sizeof *v << n);
    if (!v) return false;
    fill(v, n, any_worth);
    run("shapley", v, n, TURNS, kept, time_shapley);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        fill(v, n, kinds[k].worth);
        (void)snprintf(name, sizeof name, "nucleolus %s", kinds[k].name);
        run(name, v, n, n > 20 ? NUCLEOLUS_TURNS : TURNS, kept, time_nucleolus);
    }
    free(v);
    return true;
}

int main(int argc, char **argv)
{
    uint32_t most = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 28;
    uint64_t kept = 0;
    for (uint32_t n = 20; n <= most && n <= LIMIT_PLAYERS_MAX; n += n == 20 ? 4 : 2)
        if (!run_all(n, &kept)) return 1;
    return kept == 1;
}
