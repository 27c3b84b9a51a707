/* How long a split takes, a recipient: with equal weights, with weights that change every time, by
 * entitlements, and whether it stays linear up to 5,000 recipients. Prints the best of several
 * rounds, with a checksum so that two builds can be compared. */
#include "num/stream.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#define RECIPIENTS_MAX 5000
#define WEIGHT_SETS 64
#define ROUNDS 5
#define RECIPIENT_SPLITS 6600000 /* of one round: 300,000 splits among 22 */

enum kind { EQUAL_FRACTIONS, CHANGING_WEIGHTS, CHANGING_IDS, IN_E12 };
static const char *const kind_names[] = {"equal", "changing", "changing ids", "e12"};

struct work {
    enum kind kind;
    uint32_t recipients;
    int64_t amount_max;
    uint64_t weight_max;
};

static uint32_t ids[RECIPIENTS_MAX];
static uint64_t weights[WEIGHT_SETS][RECIPIENTS_MAX];
static uint64_t sums[WEIGHT_SETS];
static i128 e12[RECIPIENTS_MAX];
static uint64_t random_state = 20120829;

static uint64_t random_u64(void)
{
    uint64_t z = (random_state += 0x9e3779b97f4a7c15u);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static uint64_t now_ns(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void prepare(const struct work *w)
{
    for (uint32_t i = 0; i < w->recipients; i++) ids[i] = 2 * i + 1;
    for (uint32_t set = 0; set < WEIGHT_SETS; set++) {
        sums[set] = 0;
        for (uint32_t i = 0; i < w->recipients; i++) {
            weights[set][i] = 1 + random_u64() % w->weight_max;
            sums[set] += weights[set][i];
        }
    }
}

static enum status split(struct stream *s, const struct work *w, uint64_t number, int64_t amount)
{
    uint32_t set = w->kind == EQUAL_FRACTIONS ? 0 : (uint32_t)(number % WEIGHT_SETS),
             n = w->recipients;
    struct shares shares = {ids, weights[set], n, sums[set]};
    if (w->kind == CHANGING_IDS && number % 2) {
        shares.ids++;
        shares.count--;
        shares.sum -= shares.weights[n - 1];
    }
    if (w->kind != IN_E12) return stream_split(s, amount, &shares);
    i128 left = (i128)amount * STREAM_PARTS;
    for (uint32_t i = 0; i + 1 < n; i++) {
        e12[i] = (i128)(amount / n * (int64_t)(weights[set][i] % 1000)) * (STREAM_PARTS / 1000);
        left -= e12[i];
    }
    e12[n - 1] = left;
    struct entitlements_e12 list = {ids, e12, n};
    return stream_split_e12(s, amount, &list);
}

static uint64_t run_round(const struct work *w, uint64_t *checksum)
{
    struct arena arena;
    struct stream s;
    uint64_t splits = RECIPIENT_SPLITS / w->recipients, start = now_ns();
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    for (uint64_t n = 0; n < splits; n++) {
        int64_t amount = 1 + (int64_t)(random_u64() % (uint64_t)w->amount_max);
        CHECK(split(&s, w, n, amount) == OK);
        *checksum = *checksum * 31 + (uint64_t)s.units[n % s.count];
    }
    uint64_t spent = now_ns() - start;
    arena_release(&arena);
    return spent;
}

static void measure(const struct work *w)
{
    uint64_t best = UINT64_MAX, checksum = 0;
    random_state = 20120829;
    prepare(w);
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t spent = run_round(w, &checksum);
        best = spent < best ? spent : best;
    }
    uint64_t hundredths = best * 100 / RECIPIENT_SPLITS;
    (void)printf("%-13s n %5" PRIu32 "  amount to %10" PRId64 "  weight to %16" PRIu64 "  %4" PRIu64
                 ".%02" PRIu64 " ns  %016" PRIx64 "\n",
                 kind_names[w->kind], w->recipients, w->amount_max, w->weight_max, hundredths / 100,
                 hundredths % 100, checksum);
}

int main(void)
{
    static const struct work works[] = {
        {EQUAL_FRACTIONS, 22, 100000000, 1000000000},
        {EQUAL_FRACTIONS, 22, 100000000, 1},
        {EQUAL_FRACTIONS, 22, 100, 1000000000},
        {EQUAL_FRACTIONS, 22, 5, 1000000000},
        {CHANGING_WEIGHTS, 22, 100000000, 1000000000},
        {CHANGING_WEIGHTS, 22, 100, 1000000000},
        {CHANGING_WEIGHTS, 22, 100000000, 1000000000000000},
        {CHANGING_IDS, 22, 100000000, 1000000000},
        {IN_E12, 22, 100000000, 1000000000},
        {EQUAL_FRACTIONS, 2, 100000000, 1000000000},
        {EQUAL_FRACTIONS, 5000, 100000000, 1000000000},
        {CHANGING_WEIGHTS, 2, 100000000, 1000000000},
        {CHANGING_WEIGHTS, 100, 100000000, 1000000000},
        {CHANGING_WEIGHTS, 1000, 100000000, 1000000000},
        {CHANGING_WEIGHTS, 5000, 100000000, 1000000000},
        {CHANGING_WEIGHTS, 5000, 100000000, 1000000000000000},
        {CHANGING_WEIGHTS, 5000, 3000, 1000000000},
    };
    (void)printf("best of %d rounds, per recipient and split\n", ROUNDS);
    for (size_t i = 0; i < ARRAY_LEN(works); i++) measure(&works[i]);
    return 0;
}
