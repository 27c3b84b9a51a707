/* Passes over the table, and the few that gain most. */
#include "game/sweep.h"

#include "game/sweep_lines.h"

/* Prices in 64 bits: x and ε times factor / scale, rounded down. */
struct scaled {
    int64_t x[LIMIT_PLAYERS_MAX];
    int64_t excess;
    int64_t factor;
    bool exact;
};

struct sweep {
    const struct game *g;
    int64_t worth_max;
    sweep_lines *lines;
    int64_t low[SWEEP_BLOCK];
    uint64_t mixed[SWEEP_BLOCK];
    struct gainer found[SWEEP_FOUND_MAX]; /* a heap: the first gains least */
    uint32_t count, most;
    /* of the pass that is on */
    const struct prices *prices;
    const struct span_of *span;
    struct scaled scaled;
    int64_t least; /* what is not above it is not looked at */
};

static int64_t largest_worth(const struct game *g)
{
    int64_t least = 0, most = 0;
    if (g->largest) return g->largest;
    for (size_t i = 0; i <= game_all(g); i++) {
        if (g->v[i] < least) least = g->v[i];
        if (g->v[i] > most) most = g->v[i];
    }
    return most > -least ? most : -least;
}

struct sweep *sweep_new(struct arena *a, const struct game *g)
{
    struct sweep *s = ARENA_NEW(a, struct sweep);
    s->g = g;
    s->worth_max = largest_worth(g);
    sweep_lines *usable[SWEEP_BUILDS_MAX];
    CHECK(sweep_lines_usable(usable) > 0);
    s->lines = usable[0];
    return s;
}

/* ---- exact gains ---- */

static i128 price_of(const struct prices *p, uint32_t players)
{
    i128 sum = p->by_head ? p->excess * (i128)game_size(players) : 0;
    for (uint32_t left = players; left; left &= left - 1) sum += p->x[__builtin_ctz(left)];
    return sum;
}

i128 sweep_gain(const struct game *g, const struct prices *p, uint32_t coalition)
{
    return p->scale * g->v[coalition] - price_of(p, coalition) - (p->by_head ? 0 : p->excess);
}

static i128 size_of(i128 a)
{
    return a < 0 ? -a : a;
}

enum status sweep_bound(i128 *out, const struct sweep *s, const struct prices *p)
{
    i128 bound, heads;
    bool over = __builtin_mul_overflow(p->scale, 2 * (i128)s->worth_max, &bound);
    over |= __builtin_mul_overflow(size_of(p->excess), (i128)s->g->n, &heads);
    over |= __builtin_add_overflow(bound, heads, &bound);
    for (uint32_t i = 0; i < s->g->n; i++)
        over |= __builtin_add_overflow(bound, size_of(p->x[i]), &bound);
    *out = bound;
    return over ? ERR_OVERFLOW : OK;
}

/* ---- prices in 64 bits ---- */

#define SCALED_BITS 61u
#define FACTOR_MIN 1024 /* below, too many seem to gain who do not */

static int64_t scaled_down(i128 price, i128 scale, int64_t factor)
{
    struct rat r, f;
    int64_t out;
    rat_init(&r);
    rat_init(&f);
    rat_set_fraction(&r, price, (u128)scale);
    rat_set_fraction(&f, factor, 1);
    rat_mul(&r, &r, &f);
    enum status s = rat_floor_i64(&out, &r);
    CHECK(s == OK);
    rat_clear(&r);
    rat_clear(&f);
    return out;
}

/* False where even a small factor is too much for 64 bits. */
static bool scale_prices(struct scaled *out, const struct prices *p, i128 bound, uint32_t n)
{
    i128 excess = p->by_head ? 0 : p->excess, each = p->by_head ? p->excess : 0;
    i128 factor = p->scale;
    out->exact = bound < (i128)1 << SCALED_BITS;
    if (!out->exact) factor = p->scale / ((bound >> SCALED_BITS) + 1);
    if (!out->exact && factor < FACTOR_MIN) return false;
    out->factor = (int64_t)factor;
    for (uint32_t i = 0; i < n; i++)
        out->x[i] = out->exact ? (int64_t)(p->x[i] + each)
                               : scaled_down(p->x[i] + each, p->scale, out->factor);
    out->excess = out->exact ? (int64_t)excess : scaled_down(excess, p->scale, out->factor);
    return true;
}

/* ---- the few that gain most ---- */

static void swap(struct gainer *a, struct gainer *b)
{
    struct gainer kept = *a;
    *a = *b;
    *b = kept;
}

static void sink(struct gainer *heap, uint32_t count)
{
    for (uint32_t at = 0, child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && heap[child + 1].gain < heap[child].gain) child++;
        if (heap[at].gain <= heap[child].gain) return;
        swap(&heap[at], &heap[child]);
    }
}

static void rise(struct gainer *heap, uint32_t at)
{
    for (; at > 0 && heap[at].gain < heap[(at - 1) / 2].gain; at = (at - 1) / 2)
        swap(&heap[at], &heap[(at - 1) / 2]);
}

/* Whether it gains more than another that it takes the place of, or there is room. */
static bool keep(struct sweep *s, uint32_t coalition, i128 gain)
{
    struct gainer own = {coalition, gain};
    if (s->count < s->most) {
        s->found[s->count++] = own;
        rise(s->found, s->count - 1);
        return true;
    }
    if (gain <= s->found[0].gain) return false;
    s->found[0] = own;
    sink(s->found, s->count);
    return true;
}

/* ---- passes ---- */

static void fill_sums(int64_t *out, const int64_t *x, uint32_t count)
{
    out[0] = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < 1u << i; j++) out[(1u << i) + j] = out[j] + x[i];
}

static void fill_mixed(uint64_t *out, const uint64_t *mixed, uint32_t count)
{
    out[0] = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < 1u << i; j++) out[(1u << i) + j] = out[j] + mixed[i];
}

/* What a coalition gains in 64 bits: with rounded prices up to n + 1 more than it does. */
static int64_t scaled_gain(const struct sweep *s, uint32_t coalition)
{
    int64_t gain = s->scaled.factor * s->g->v[coalition] - s->scaled.excess;
    for (uint32_t left = coalition; left; left &= left - 1)
        gain -= s->scaled.x[__builtin_ctz(left)];
    return gain;
}

/* Who gains more than the weakest of a full heap is above this. */
static void raise_least(struct sweep *s)
{
    int64_t weakest = scaled_gain(s, s->found[0].coalition);
    int64_t rounded = s->scaled.exact ? 0 : (int64_t)s->g->n + 1;
    if (s->count == s->most && weakest - rounded > s->least) s->least = weakest - rounded;
}

/* The entries of a line one by one, or of a whole small table. */
static void look_at(struct sweep *s, uint32_t from, uint32_t count, const struct sweep_block *b)
{
    const int64_t *v = s->g->v + from;
    uint32_t low = from & (SWEEP_BLOCK - 1);
    int64_t fixed = b->least - s->least;
    for (uint32_t j = 0; j < count; j++) {
        i128 gain = b->factor * v[j] - s->low[low + j] - fixed;
        if (gain <= s->least) continue;
        if (s->mixed[low + j] + b->mixed_high == 0 && span_has(s->span, from + j)) continue;
        if (!s->scaled.exact) gain = sweep_gain(s->g, s->prices, from + j);
        if (gain <= 0 || !keep(s, from + j, gain)) continue;
        raise_least(s);
    }
}

/* All coalitions whose high players are the same. */
static void pass_block(struct sweep *s, uint32_t from)
{
    uint32_t bits = s->g->n < SWEEP_BLOCK_BITS ? s->g->n : SWEEP_BLOCK_BITS;
    struct sweep_block b = {.v = s->g->v + from, .low = s->low, .factor = s->scaled.factor};
    b.least = s->least + s->scaled.excess;
    for (uint32_t left = from >> bits; left; left &= left - 1) {
        uint32_t i = bits + (uint32_t)__builtin_ctz(left);
        b.least += s->scaled.x[i];
        b.mixed_high += s->span->mixed[i];
    }
    if (bits < SWEEP_BLOCK_BITS) {
        look_at(s, from, 1u << bits, &b);
        return;
    }
    if (s->span->rank > 1) b.mixed = s->mixed;
    for (uint32_t lines = s->lines(&b); lines; lines &= lines - 1) {
        uint32_t line = (uint32_t)__builtin_ctz(lines);
        int64_t before = s->least;
        look_at(s, from + line * SWEEP_LINE, SWEEP_LINE, &b);
        b.least += s->least - before;
    }
}

/* ---- the same in 128 bits, for figures that 64 cannot hold ---- */

static void pass_wide_block(struct sweep *s, uint32_t from, uint32_t count, const i128 *low)
{
    const struct prices *p = s->prices;
    i128 fixed = price_of(p, from) + (p->by_head ? 0 : p->excess);
    for (uint32_t j = 0; j < count; j++) {
        i128 gain = p->scale * s->g->v[from + j] - low[j] - fixed;
        bool enough = gain > 0 && (s->count < s->most || gain > s->found[0].gain);
        if (enough && !span_has(s->span, from + j)) (void)keep(s, from + j, gain);
    }
}

static void pass_wide(struct sweep *s)
{
    i128 low[SWEEP_BLOCK];
    uint32_t count = s->g->n < SWEEP_BLOCK_BITS ? 1u << s->g->n : SWEEP_BLOCK;
    for (uint32_t j = 0; j < count; j++) low[j] = price_of(s->prices, j);
    for (size_t from = 0; from <= game_all(s->g); from += count)
        pass_wide_block(s, (uint32_t)from, count, low);
}

const struct gainer *sweep_gainers(struct sweep *s, const struct prices *p, i128 bound,
                                   const struct span_of *span, uint32_t most, uint32_t *count)
{
    uint32_t n = s->g->n, bits = n < SWEEP_BLOCK_BITS ? n : SWEEP_BLOCK_BITS;
    CHECK(most <= SWEEP_FOUND_MAX);
    s->prices = p;
    s->span = span;
    s->most = most;
    s->count = 0;
    s->least = 0;
    if (scale_prices(&s->scaled, p, bound, n)) {
        fill_sums(s->low, s->scaled.x, bits);
        fill_mixed(s->mixed, span->mixed, bits);
        for (size_t from = 0; from <= game_all(s->g); from += (size_t)1 << bits)
            pass_block(s, (uint32_t)from);
    } else {
        pass_wide(s);
    }
    *count = s->count;
    return s->found;
}
