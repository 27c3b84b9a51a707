/* How long power indices take: of the council of the European Union by the votes of Nice (27
 * voters), of 190 voters of some 10,000 votes, as many as the International Monetary Fund has in
 * hundredths of a per cent, and (Banzhaf) of three million votes. Processor time, medians. Beside
 * each index of the first stands what looking at each coalition takes, the plain reference. */
#include "timing.h"

#include "game/power.h"

#include <stdio.h>
#include <stdlib.h>

#define TURNS 5

typedef enum status index_of(struct rat *out, struct arena *a, const struct voting *v);

static double time_index(const struct voting *v, index_of *index)
{
    double times[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
        struct arena a;
        arena_init(&a);
        struct rat *values = rat_array_of_arena(&a, v->n);
        double begin = now();
        enum status s = index(values, &a, v);
        times[turn] = now() - begin;
        CHECK(s == OK);
        arena_release(&a);
    }
    return median(times, TURNS);
}

/* The swings of each voter, coalition by coalition. */
static enum status look_at_all(struct rat *out, struct arena *a, const struct voting *v)
{
    uint64_t *swings = ARENA_ARRAY(a, uint64_t, v->n);
    for (uint32_t s = 0; s < 1u << v->n; s++) {
        uint64_t votes = 0;
        for (uint32_t left = s; left; left &= left - 1) votes += v->weights[__builtin_ctz(left)];
        if (votes < v->quota) continue;
        for (uint32_t left = s; left; left &= left - 1) {
            uint32_t i = (uint32_t)__builtin_ctz(left);
            swings[i] += votes - v->weights[i] < v->quota;
        }
    }
    for (uint32_t i = 0; i < v->n; i++) rat_set_i64(&out[i], (int64_t)swings[i]);
    return OK;
}

/* Few large voters and many small ones; votes sum to about the total. */
static uint64_t spread(uint64_t *weights, uint32_t n, uint64_t total)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        weights[i] = total / (5 * (uint64_t)(i + 1)) + i % 3 + 1;
        sum += weights[i];
    }
    return sum;
}

int main(void)
{
    static const uint64_t nice[] = {29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10,
                                    10, 10, 7,  7,  7,  7,  7,  4,  4,  4,  4,  4,  3};
    static uint64_t fund[190], fine[190];
    struct voting council = {27, nice, 255};
    struct voting imf = {190, fund, spread(fund, 190, 8300) / 2 + 1};
    struct voting millions = {190, fine, spread(fine, 190, 2600000) / 2 + 1};
    double both = time_index(&council, power_banzhaf_raw) + time_index(&council, power_shapley);
    double plain = time_index(&council, look_at_all);
    printf("27 voters, both indices: %.6f s, each coalition %.3f s, x%.0f\n", both, plain,
           plain / both);
    both = time_index(&imf, power_banzhaf_raw) + time_index(&imf, power_shapley);
    printf("190 voters, %llu votes decide, both indices: %.4f s\n", (unsigned long long)imf.quota,
           both);
    printf("190 voters, %llu votes decide, banzhaf: %.3f s\n", (unsigned long long)millions.quota,
           time_index(&millions, power_banzhaf_raw));
    return 0;
}
