/* Streams: random histories against the plain engine, the laws of the theorem, known cases. */
#include "plain_stream.h"

#include "base/limits.h"

#define SMALL_MAX 40

/* ---- one split of both ---- */

struct part_list {
    uint32_t count;
    uint32_t ids[PLAIN_MAX];
    uint64_t weights[PLAIN_MAX];
    i128 e12[PLAIN_MAX];
    uint64_t rests[PLAIN_MAX];
    mpq_t fractions[PLAIN_MAX];
};

static struct part_list parts;

static void assert_same(const struct stream *s, const struct plain *p)
{
    struct rat d;
    int64_t total = 0;
    rat_init(&d);
    assert_case(s->count == p->count);
    for (uint32_t i = 0; i < p->count; i++) {
        assert_case(s->ids[i] == p->ids[i]);
        assert_case(s->units[i] == p->units[i]);
        assert_case(s->held[i] == p->held[i]);
        stream_remainder(&d, s, i);
        assert_case(mpq_equal(d.q, p->d[i]));
        total += s->held[i];
    }
    assert_case(total == s->total_minor);
    rat_clear(&d);
}

static void split_both(struct stream *s, struct plain *p, int64_t amount)
{
    uint64_t sum = 0;
    for (uint32_t k = 0; k < parts.count; k++) sum += parts.weights[k];
    for (uint32_t k = 0; k < parts.count; k++) {
        mpq_set_ui(parts.fractions[k], parts.weights[k], sum);
        mpq_canonicalize(parts.fractions[k]);
    }
    struct shares w = {parts.ids, parts.weights, parts.count, sum};
    assert_case(stream_split(s, amount, &w) == OK);
    plain_set(p, parts.ids, parts.fractions, parts.count);
    plain_split(p, amount);
    assert_same(s, p);
}

static void split_both_e12(struct stream *s, struct plain *p, int64_t amount)
{
    struct rat e, all;
    rat_init(&e);
    rat_init(&all);
    rat_set_i128(&all, (i128)amount * STREAM_PARTS);
    for (uint32_t k = 0; k < parts.count; k++) {
        rat_set_i128(&e, parts.e12[k]);
        mpq_div(parts.fractions[k], e.q, all.q);
    }
    struct entitlements_e12 list = {parts.ids, parts.e12, parts.count};
    assert_case(stream_split_e12(s, amount, &list) == OK);
    plain_set(p, parts.ids, parts.fractions, parts.count);
    plain_split(p, amount);
    assert_same(s, p);
    rat_clear(&e);
    rat_clear(&all);
}

/* By parts.fractions as they are. */
static void split_both_rat(struct stream *s, struct plain *p, int64_t amount)
{
    static struct rat units[PLAIN_MAX];
    struct rat all;
    rat_init(&all);
    rat_set_i64(&all, amount);
    for (uint32_t k = 0; k < parts.count; k++) {
        rat_init(&units[k]);
        mpq_mul(units[k].q, parts.fractions[k], all.q);
    }
    struct entitlements list = {parts.ids, units, parts.count};
    assert_case(stream_split_rat(s, amount, &list) == OK);
    plain_set(p, parts.ids, parts.fractions, parts.count);
    plain_split(p, amount);
    assert_same(s, p);
    rat_clear_array(units, parts.count);
    rat_clear(&all);
}

/* By parts.e12 and rests over their common sum. */
static void split_both_fine(struct stream *s, struct plain *p, int64_t amount, uint64_t sum)
{
    mpz_t all;
    mpz_init_set_si(all, amount);
    mpz_mul_ui(all, all, (uint64_t)STREAM_PARTS);
    mpz_mul_ui(all, all, sum);
    for (uint32_t k = 0; k < parts.count; k++) {
        mpz_ptr num = mpq_numref(parts.fractions[k]);
        mpz_set_ui(num, (uint64_t)(parts.e12[k] >> 64));
        mpz_mul_2exp(num, num, 64);
        mpz_add_ui(num, num, (uint64_t)parts.e12[k]);
        mpz_mul_ui(num, num, sum);
        mpz_add_ui(num, num, parts.rests[k]);
        mpz_set(mpq_denref(parts.fractions[k]), all);
        mpq_canonicalize(parts.fractions[k]);
    }
    struct entitlements_fine list = {parts.ids, parts.e12, parts.rests, parts.count, sum};
    assert_case(stream_split_fine(s, amount, &list) == OK);
    plain_set(p, parts.ids, parts.fractions, parts.count);
    plain_split(p, amount);
    assert_same(s, p);
    mpz_clear(all);
}

/* ---- bounds ---- */

/* limit = H_n - 1, or 1 - 1/n, and 10^-12 for every change of weights. */
static void set_limits(mpq_t ahead, mpq_t behind, uint32_t n, uint32_t changes)
{
    mpq_t term;
    mpq_init(term);
    mpq_set_si(behind, 0, 1);
    for (uint32_t j = 2; j <= n; j++) {
        mpq_set_ui(term, 1, j);
        mpq_add(behind, behind, term);
    }
    mpq_set_ui(ahead, n - 1, n);
    mpq_canonicalize(ahead);
    mpq_set_ui(term, changes, 1000000000000u);
    mpq_canonicalize(term);
    mpq_add(ahead, ahead, term);
    mpq_add(behind, behind, term);
    mpq_clear(term);
}

static void assert_bounds(const struct plain *p)
{
    mpq_t ahead, behind, minus;
    mpq_inits(ahead, behind, minus, NULL);
    set_limits(ahead, behind, p->count, p->changes);
    for (uint32_t i = 0; i < p->count; i++) {
        mpq_neg(minus, p->d[i]);
        assert_case(mpq_cmp(minus, ahead) <= 0);
        assert_case(mpq_cmp(p->d[i], behind) <= 0);
        if (p->condition) assert_case(mpq_cmp(p->d[i], ahead) <= 0);
        assert_case(p->units[i] >= 0);
    }
    mpq_clears(ahead, behind, minus, NULL);
}

/* ---- random histories ---- */

struct history {
    struct stream s;
    struct plain *p;
    uint32_t pool; /* ids are drawn from 1 … pool */
    unsigned weight_style, amount_style;
    bool moved;    /* by a reversal or by hand: the theorem speaks of splits only */
    bool rational; /* parts.fractions are the last weights, not parts.weights */
};

static uint64_t random_weight(unsigned style)
{
    switch (style) {
    case 0: return 1;
    case 1: return random_below(6);
    case 2: return random_below(101);
    case 3: return random_below(LIMIT_WEIGHT_MAX + (uint64_t)1);
    case 4: return LIMIT_WEIGHT_MAX - random_below(3);
    default: return random_u64() >> (14 + random_below(50));
    }
}

static int64_t random_amount(unsigned style)
{
    switch (style) {
    case 0: return 1 + (int64_t)random_below(5);
    case 1: return 1 + (int64_t)random_below(60);
    case 2: return 1 + (int64_t)random_below(1000000);
    case 3: return 9000000000000000 - (int64_t)random_below(1000);
    default: return 1 + (int64_t)(random_u64() >> (11 + random_below(53)));
    }
}

static void draw_weights(const struct history *h)
{
    bool any = false;
    parts.count = 0;
    for (uint32_t id = 1; id <= h->pool; id++) {
        if (random_below(3) == 0 && !(id == h->pool && parts.count == 0)) continue;
        uint64_t weight = random_weight(h->weight_style);
        if (id == h->pool && !any) weight |= 1;
        any |= weight > 0;
        parts.ids[parts.count] = id;
        parts.weights[parts.count++] = weight;
    }
    if (!any) parts.weights[0] = 1;
}

static void scale_weights(void)
{
    uint64_t factor = 2 + random_below(9);
    for (uint32_t k = 0; k < parts.count; k++) {
        if (parts.weights[k] > LIMIT_WEIGHT_MAX / factor) return;
    }
    for (uint32_t k = 0; k < parts.count; k++) parts.weights[k] *= factor;
}

/* amount * weight/sum rounded down to 10^-12, the rest to the last: exactly proportional where it
 * comes out even. */
static void entitle_e12(int64_t amount)
{
    i128 all = (i128)amount * STREAM_PARTS, left = all;
    uint64_t sum = 0;
    for (uint32_t k = 0; k < parts.count; k++) sum += parts.weights[k] %= 1000000;
    if (sum == 0) sum = parts.weights[0] = 1;
    for (uint32_t k = 0; k < parts.count; k++) {
        parts.e12[k] = all * (i128)parts.weights[k] / (i128)sum;
        left -= parts.e12[k];
    }
    for (uint32_t k = 0; k < parts.count; k++) {
        if (parts.weights[k] == 0) continue;
        parts.e12[k] += left;
        return;
    }
}

/* Some are filled up with whole 10^-12, the others share the rest by weight. Returns the sum of
 * their weights. */
static uint64_t entitle_fine(int64_t amount)
{
    static bool filled[PLAIN_MAX];
    i128 left = (i128)amount * STREAM_PARTS;
    uint64_t sum = 0;
    for (uint32_t k = 0; k < parts.count; k++) {
        uint64_t most =
            left > (i128)1000000 * STREAM_PARTS ? 1000000 : (uint64_t)(left / 2 / STREAM_PARTS);
        filled[k] = k + 1 < parts.count && most && random_below(2);
        parts.e12[k] = filled[k] ? (i128)random_below(most + 1) * STREAM_PARTS : 0;
        parts.rests[k] = 0;
        left -= parts.e12[k];
        if (!filled[k]) sum += parts.weights[k] = 1 + parts.weights[k] % 1000000000;
    }
    mpz_t product;
    mpz_init(product);
    for (uint32_t k = 0; k < parts.count; k++) {
        if (filled[k]) continue;
        mpz_set_ui(product, (uint64_t)(left >> 64));
        mpz_mul_2exp(product, product, 64);
        mpz_add_ui(product, product, (uint64_t)left);
        mpz_mul_ui(product, product, parts.weights[k]);
        parts.rests[k] = mpz_fdiv_q_ui(product, product, sum);
        uint64_t low = mpz_get_ui(product);
        mpz_fdiv_q_2exp(product, product, 64);
        parts.e12[k] = (i128)((u128)mpz_get_ui(product) << 64 | low);
    }
    mpz_clear(product);
    return sum;
}

/* weight/random, made to add to one. */
static void draw_fractions(void)
{
    mpq_t sum;
    mpq_init(sum);
    for (uint32_t k = 0; k < parts.count; k++) {
        uint64_t den = 1 + random_below(random_below(2) ? 7 : LIMIT_WEIGHT_MAX);
        mpq_set_ui(parts.fractions[k], parts.weights[k], den);
        mpq_canonicalize(parts.fractions[k]);
        mpq_add(sum, sum, parts.fractions[k]);
    }
    for (uint32_t k = 0; k < parts.count; k++) {
        mpq_div(parts.fractions[k], parts.fractions[k], sum);
    }
    mpq_clear(sum);
}

static int64_t draw_amount(struct history *h)
{
    if (h->s.total_minor > 0 && random_below(8) == 0) {
        int64_t most = h->s.total_minor < 80 ? h->s.total_minor : 80;
        h->moved = true;
        return -1 - (int64_t)random_below((uint64_t)most);
    }
    return random_amount(h->amount_style);
}

/* Passes units on in both. */
static void move_both(struct history *h)
{
    uint32_t from = (uint32_t)random_below(h->s.count), to = (uint32_t)random_below(h->s.count);
    if (h->s.held[from] == 0) return;
    int64_t most = h->s.held[from] < 50 ? h->s.held[from] : 50;
    int64_t units = (int64_t)random_below((uint64_t)most + 1);
    stream_move(&h->s, h->s.ids[from], h->s.ids[to], units);
    plain_move(h->p, from, -units);
    plain_move(h->p, to, units);
    assert_same(&h->s, h->p);
    h->moved = true;
}

/* The same split once more, or a multiple of it: it continues a run. */
static void split_fine_again(struct history *h, int64_t amount, uint64_t sum)
{
    for (uint64_t times = random_below(3); times > 0; times--) {
        split_both_fine(&h->s, h->p, amount, sum);
        if (random_below(4) == 0) move_both(h);
    }
    if (random_below(3) == 0)
        split_both_rat(&h->s, h->p, amount > 1000 ? amount - 999 : amount + 7);
}

static void step(struct history *h)
{
    if (h->s.count > 0 && random_below(16) == 0) move_both(h);
    int64_t amount = draw_amount(h);
    unsigned weights = (unsigned)random_below(10), form = (unsigned)random_below(8);
    if (parts.count == 0 || weights < 4) {
        draw_weights(h);
        h->rational = false;
    } else if (weights < 6) {
        scale_weights();
    }
    if (amount > 0 && random_below(6) == 0) {
        uint64_t sum = entitle_fine(amount);
        h->rational = true;
        split_both_fine(&h->s, h->p, amount, sum);
        split_fine_again(h, amount, sum);
    } else if (form == 0) {
        h->rational = false;
        entitle_e12(amount);
        split_both_e12(&h->s, h->p, amount);
    } else if (form == 1 || h->rational) {
        if (!h->rational) draw_fractions();
        h->rational = true;
        split_both_rat(&h->s, h->p, amount);
    } else {
        split_both(&h->s, h->p, amount);
    }
}

static void run_history(uint64_t seed)
{
    struct arena arena;
    struct history h = {0};
    begin_case(seed);
    arena_init(&arena);
    enum rounding rule = random_below(8) ? ROUNDING_CUMULATIVE_1 : ROUNDING_PER_SPLIT;
    h.p = plain_new(rule);
    stream_init(&h.s, &arena, rule);
    h.pool = 1 + (uint32_t)random_below(random_below(4) ? 8 : SMALL_MAX);
    h.weight_style = (unsigned)random_below(6);
    h.amount_style = (unsigned)random_below(5);
    parts.count = 0;
    for (uint64_t steps = 1 + random_below(12); steps > 0; steps--) {
        step(&h);
        if (!h.moved) assert_bounds(h.p);
    }
    plain_free(h.p);
    arena_release(&arena);
}

static void histories_equal_the_plain_rule(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 30000; seed++) run_history(seed);
}

/* ---- other laws ---- */

/* Equal weights for the ids from … to. */
static void set_equal(uint32_t from, uint32_t to)
{
    parts.count = 0;
    for (uint32_t id = from; id <= to; id++) {
        parts.ids[parts.count] = id;
        parts.weights[parts.count++] = 1;
    }
}

static enum status split_listed(struct stream *s, int64_t amount)
{
    uint64_t sum = 0;
    for (uint32_t k = 0; k < parts.count; k++) sum += parts.weights[k];
    return stream_split(s, amount, &(struct shares){parts.ids, parts.weights, parts.count, sum});
}

static void assert_units(const struct stream *s, uint32_t count, const int64_t *units)
{
    assert_int_equal(s->count, count);
    for (uint32_t i = 0; i < count; i++) assert_int_equal(s->units[i], units[i]);
}

static void assert_remainder(const struct stream *s, uint32_t id, int64_t num, uint64_t den)
{
    struct rat d, expected;
    int64_t place = stream_find(s, id);
    assert_true(place >= 0);
    rat_init(&d);
    rat_init(&expected);
    stream_remainder(&d, s, (uint32_t)place);
    rat_set_fraction(&expected, num, den);
    assert_true(rat_equal(&d, &expected));
    rat_clear(&d);
    rat_clear(&expected);
}

static void large_streams_equal_the_plain_rule(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct arena arena;
        struct stream s;
        struct plain *p = plain_new(ROUNDING_CUMULATIVE_1);
        begin_case(seed);
        arena_init(&arena);
        stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
        /* All with weights, but few enough for going one by one, or few with weights among many. */
        const uint32_t n = seed == 1 ? 700 : PLAIN_MAX;
        for (int round = 0; round < 3; round++) {
            if (round != 1) set_equal(1, n);
            for (uint32_t k = 0; k < n && round != 1; k++) {
                bool none = seed == 3 && random_below(50) > 0;
                parts.weights[k] = none ? 0 : seed == 2 ? 1 : random_weight(3) + 1;
            }
            split_both(&s, p, seed == 1 ? random_amount(2) : 200 + (int64_t)random_below(100));
        }
        plain_free(p);
        arena_release(&arena);
    }
}

/* Two streams with the same people in opposite order. Weights are so large and uneven that no tie
 * occurs, the only place where order matters. */
static void order_matters_for_ties_only(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct arena arena;
        struct stream s, mirrored;
        begin_case(seed);
        arena_init(&arena);
        stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
        stream_init(&mirrored, &arena, ROUNDING_CUMULATIVE_1);
        const uint32_t n = 2 + (uint32_t)random_below(SMALL_MAX - 1);
        for (int round = 0; round < 6; round++) {
            int64_t amount = random_amount((unsigned)random_below(5));
            set_equal(1, n);
            for (uint32_t k = 0; k < n; k++) parts.weights[k] = random_weight(3) + 1;
            assert_case(split_listed(&s, amount) == OK);
            for (uint32_t k = 0; k < n / 2; k++) {
                uint64_t weight = parts.weights[k];
                parts.weights[k] = parts.weights[n - 1 - k];
                parts.weights[n - 1 - k] = weight;
            }
            assert_case(split_listed(&mirrored, amount) == OK);
            for (uint32_t i = 0; i < n; i++) {
                assert_case(s.units[i] == mirrored.units[n - 1 - i]);
            }
        }
        arena_release(&arena);
    }
}

/* Whether all d lie within less than a unit of each other. */
static bool is_close(const struct stream *s)
{
    struct rat d, least, most;
    rat_init(&d);
    rat_init(&least);
    rat_init(&most);
    for (uint32_t i = 0; i < s->count; i++) {
        stream_remainder(&d, s, i);
        if (rat_compare(&d, &least) < 0) rat_set(&least, &d);
        if (rat_compare(&d, &most) > 0) rat_set(&most, &d);
    }
    rat_set_i64(&d, 1);
    rat_add(&least, &least, &d);
    bool close = rat_compare(&most, &least) < 0;
    rat_clear(&d);
    rat_clear(&least);
    rat_clear(&most);
    return close;
}

/* Where nobody was a unit better off than another, a reversal of the last split by its weights
 * leaves everybody with what they held before it. */
static void reversing_the_last_split_undoes_it(void **state)
{
    uint32_t undone = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct arena arena;
        struct history h = {0};
        int64_t held[SMALL_MAX + 1] = {0};
        begin_case(seed);
        arena_init(&arena);
        stream_init(&h.s, &arena, ROUNDING_CUMULATIVE_1);
        h.pool = 1 + (uint32_t)random_below(SMALL_MAX);
        h.weight_style = (unsigned)random_below(6);
        for (int round = 0; round < 4; round++) {
            draw_weights(&h);
            assert_case(split_listed(&h.s, random_amount((unsigned)random_below(5))) == OK);
        }
        for (uint32_t i = 0; i < h.s.count; i++) held[h.s.ids[i]] = h.s.held[i];
        bool close = is_close(&h.s);
        int64_t amount = random_amount((unsigned)random_below(5));
        assert_case(split_listed(&h.s, amount) == OK);
        assert_case(split_listed(&h.s, -amount) == OK);
        for (uint32_t i = 0; i < h.s.count && close; i++) {
            assert_case(h.s.held[i] == held[h.s.ids[i]]);
        }
        undone += close;
        arena_release(&arena);
    }
    assert_true(undone > 100); /* the condition does not make the test empty */
}

/* A run of rationals is continued by the same fractions, in whichever form they come. */
static void rational_runs_go_on(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    struct plain *p = plain_new(ROUNDING_CUMULATIVE_1);
    const int64_t amount = 10000019; /* times 10^12 above 2^63, and in lowest terms */
    const i128 all = (i128)amount * STREAM_PARTS;
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(3, 5);
    i128 e12[3] = {1, all / 3, all - all / 3 - 1};
    struct rat part;
    rat_init(&part);
    for (uint32_t k = 0; k < 3; k++) {
        rat_set_fraction(&part, e12[k], (u128)all);
        mpq_set(parts.fractions[k], part.q);
    }
    rat_clear(&part);
    split_both_rat(&s, p, amount);
    split_both_rat(&s, p, 7);
    for (uint32_t k = 0; k < 3; k++) parts.e12[k] = 2 * e12[k];
    split_both_e12(&s, p, 2 * amount);
    split_both_rat(&s, p, 2);
    assert_int_equal(p->changes, 1);
    split_both_rat(&s, p, -5);
    assert_int_equal(p->changes, 1);
    set_equal(1, 4); /* new people in a stream whose last run was rational */
    split_both(&s, p, 10);
    parts.e12[0] = parts.e12[1] = parts.e12[2] = parts.e12[3] = 25 * (i128)STREAM_PARTS / 10;
    split_both_e12(&s, p, 10);
    assert_int_equal(p->changes, 2);
    plain_free(p);
    arena_release(&arena);
}

/* ---- known cases ---- */

static void the_bound_is_met(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 4);
    assert_int_equal(split_listed(&s, 5), OK);
    assert_units(&s, 4, (int64_t[]){2, 1, 1, 1});
    set_equal(2, 4);
    assert_int_equal(split_listed(&s, 4), OK);
    assert_units(&s, 4, (int64_t[]){0, 2, 1, 1});
    set_equal(3, 4);
    assert_int_equal(split_listed(&s, 3), OK);
    assert_units(&s, 4, (int64_t[]){0, 0, 2, 1});
    /* 13/12 of a unit, but for the rounding to 10^-12 when the last two began. */
    assert_remainder(&s, 1, -750000000000, 1000000000000);
    assert_remainder(&s, 2, -416666666666, 1000000000000);
    assert_remainder(&s, 3, 83333333333, 1000000000000);
    assert_remainder(&s, 4, 1083333333333, 1000000000000);
    arena_release(&arena);
}

/* One unit equally among all, one among all but the first, … among the last two: docs/rounding.md,
 * "No rule promises less". Whoever is served is left out, so the last one is behind by H_n - 1, but
 * for the rounding to 10^-12 at each change of weights. */
static void one_unit_at_a_time_leaves_the_last_behind(void **state)
{
    (void)state;
    struct rat d, most, part, grain;
    rat_init(&d);
    rat_init(&most);
    rat_init(&part);
    rat_init(&grain);
    for (uint32_t n = 2; n <= SMALL_MAX; n++) {
        struct arena arena;
        struct stream s;
        arena_init(&arena);
        stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
        rat_set_i64(&most, 0);
        for (uint32_t first = 1; first < n; first++) {
            set_equal(first, n);
            assert_int_equal(split_listed(&s, 1), OK);
            assert_int_equal(s.units[stream_find(&s, first)], 1);
            rat_set_fraction(&part, 1, n - first + 1);
            rat_add(&most, &most, &part);
        }
        stream_remainder(&d, &s, (uint32_t)stream_find(&s, n));
        rat_sub(&d, &d, &most);
        rat_set_fraction(&grain, n - 2, (u128)STREAM_PARTS);
        assert_true(rat_compare(&d, &grain) <= 0);
        rat_neg(&d, &d);
        assert_true(rat_compare(&d, &grain) <= 0);
        arena_release(&arena);
    }
    rat_clear(&grain);
    rat_clear(&part);
    rat_clear(&most);
    rat_clear(&d);
}

static void single_splits(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 4);
    assert_int_equal(split_listed(&s, 30150), OK);
    assert_units(&s, 4, (int64_t[]){7538, 7538, 7537, 7537});
    assert_int_equal(split_listed(&s, 30150), OK);
    assert_units(&s, 4, (int64_t[]){7537, 7537, 7538, 7538});

    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 2);
    parts.weights[0] = 75;
    parts.weights[1] = 25;
    assert_int_equal(split_listed(&s, 9999), OK);
    assert_units(&s, 2, (int64_t[]){7499, 2500});
    assert_remainder(&s, 1, 1, 4);

    stream_init(&s, &arena, ROUNDING_PER_SPLIT);
    set_equal(1, 6);
    for (int round = 0; round < 3; round++) {
        assert_int_equal(split_listed(&s, 613), OK);
        assert_units(&s, 6, (int64_t[]){103, 102, 102, 102, 102, 102});
    }
    assert_remainder(&s, 1, -5, 6);
    arena_release(&arena);
}

/* 60 months among 22 with uneven weights, all due several units: nobody drifts by a unit. */
static void five_years_among_22(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    struct rat d, one;
    begin_case(22);
    arena_init(&arena);
    rat_init(&d);
    rat_init(&one);
    rat_set_i64(&one, 1);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 22);
    for (uint32_t k = 0; k < 22; k++) parts.weights[k] = 100 + random_below(900);
    for (int month = 0; month < 60; month++) {
        assert_int_equal(split_listed(&s, 100000 + (int64_t)random_below(100000)), OK);
        for (uint32_t i = 0; i < s.count; i++) {
            stream_remainder(&d, &s, i);
            assert_true(rat_compare(&d, &one) < 0);
            rat_neg(&d, &d);
            assert_true(rat_compare(&d, &one) < 0);
        }
    }
    rat_clear(&d);
    rat_clear(&one);
    arena_release(&arena);
}

static void proportional_weights_are_one_run(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 2);
    parts.weights[0] = 2;
    assert_int_equal(split_listed(&s, 1), OK);
    assert_remainder(&s, 1, -1, 3);
    parts.weights[0] = 4;
    parts.weights[1] = 2;
    assert_int_equal(split_listed(&s, 1), OK);
    assert_remainder(&s, 1, 1, 3); /* exact: nothing was rounded in between */
    assert_units(&s, 2, (int64_t[]){0, 1});
    parts.weights[1] = 3;
    assert_int_equal(split_listed(&s, 7), OK);
    assert_remainder(&s, 1, 333333333333, 1000000000000);
    arena_release(&arena);
}

static void who_has_no_weight_still_gets_what_is_due(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    struct rat entitled;
    arena_init(&arena);
    rat_init(&entitled);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 3);
    assert_int_equal(split_listed(&s, 1), OK); /* d = -2/3, 1/3, 1/3 */
    set_equal(10, 13);
    assert_int_equal(split_listed(&s, 1), OK); /* 1/4 is less than 1/3 */
    assert_units(&s, 7, (int64_t[]){0, 1, 0, 0, 0, 0, 0});
    stream_entitled(&entitled, &s, 1);
    ASSERT_TEXT(rat_text(&arena, &entitled), "333333333333/1000000000000");
    stream_entitled(&entitled, &s, 3);
    ASSERT_TEXT(rat_text(&arena, &entitled), "1/4");
    rat_clear(&entitled);
    arena_release(&arena);
}

static void units_can_be_passed_on(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(0, 1);
    assert_int_equal(split_listed(&s, 5), OK);
    stream_move(&s, 0, 1, 2);
    assert_units(&s, 2, (int64_t[]){1, 4});
    assert_int_equal(s.held[0], 1);
    assert_remainder(&s, 0, 3, 2);
    assert_int_equal(split_listed(&s, 2), OK); /* what was passed on comes back */
    assert_units(&s, 2, (int64_t[]){2, 0});
    stream_move(&s, 0, 1, 3);
    assert_int_equal(split_listed(&s, -1), OK); /* less than one is ahead by: level 1 and above */
    assert_units(&s, 2, (int64_t[]){0, -1});
    assert_int_equal(split_listed(&s, 1), OK);
    stream_move(&s, 1, 0, 3);

    struct rat thirds[2];
    rat_init(&thirds[0]);
    rat_init(&thirds[1]);
    rat_set_fraction(&thirds[0], 1, (u128)1 << 64); /* a run of rationals */
    rat_set_fraction(&thirds[1], ((i128)3 << 64) - 1, (u128)1 << 64);
    struct entitlements e = {parts.ids, thirds, 2};
    assert_int_equal(stream_split_rat(&s, 3, &e), OK);
    assert_units(&s, 2, (int64_t[]){0, 3});
    stream_move(&s, 1, 0, 1);
    assert_units(&s, 2, (int64_t[]){1, 2});
    stream_remainder(&thirds[0], &s, 0);
    stream_remainder(&thirds[1], &s, 1);
    rat_neg(&thirds[1], &thirds[1]);
    assert_true(rat_equal(&thirds[0], &thirds[1]));
    rat_clear_array(thirds, 2);
    arena_release(&arena);
}

static void refusals_change_nothing(void **state)
{
    (void)state;
    struct arena arena;
    struct stream s;
    arena_init(&arena);
    stream_init(&s, &arena, ROUNDING_CUMULATIVE_1);
    set_equal(1, 2);
    assert_int_equal(split_listed(&s, 0), OK);
    assert_int_equal(s.count, 0);
    assert_int_equal(split_listed(&s, 5), OK);
    assert_int_equal(split_listed(&s, -6), ERR_RANGE);
    assert_int_equal(split_listed(&s, STREAM_VOLUME_MAX - 4), ERR_OVERFLOW);
    assert_int_equal(split_listed(&s, INT64_MIN), ERR_OVERFLOW);
    assert_units(&s, 2, (int64_t[]){3, 2});
    assert_int_equal(s.total_minor, 5);
    assert_int_equal(split_listed(&s, STREAM_VOLUME_MAX - 5), OK);
    assert_int_equal(s.total_minor, STREAM_VOLUME_MAX);
    assert_int_equal(split_listed(&s, 1), ERR_OVERFLOW);
    assert_int_equal(split_listed(&s, 0), OK);
    assert_units(&s, 2, (int64_t[]){0, 0});
    assert_int_equal(stream_find(&s, 3), -1);
    arena_release(&arena);
}

int main(void)
{
    for (uint32_t k = 0; k < PLAIN_MAX; k++) mpq_init(parts.fractions[k]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(histories_equal_the_plain_rule),
        cmocka_unit_test(large_streams_equal_the_plain_rule),
        cmocka_unit_test(order_matters_for_ties_only),
        cmocka_unit_test(reversing_the_last_split_undoes_it),
        cmocka_unit_test(rational_runs_go_on),
        cmocka_unit_test(the_bound_is_met),
        cmocka_unit_test(one_unit_at_a_time_leaves_the_last_behind),
        cmocka_unit_test(single_splits),
        cmocka_unit_test(five_years_among_22),
        cmocka_unit_test(proportional_weights_are_one_run),
        cmocka_unit_test(who_has_no_weight_still_gets_what_is_due),
        cmocka_unit_test(units_can_be_passed_on),
        cmocka_unit_test(refusals_change_nothing),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    for (uint32_t k = 0; k < PLAIN_MAX; k++) mpq_clear(parts.fractions[k]);
    return failed;
}
