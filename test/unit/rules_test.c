/* Power under several rules and vetoes: known bodies, and every small game against counting all its
 * coalitions one by one. */
#include "unit.h"

#include "game/rules.h"

#include <string.h>

#define SMALL_MAX 7

/* ---- the plain count ---- */

struct plain {
    struct rat shapley[SMALL_MAX], banzhaf[SMALL_MAX], minimal[SMALL_MAX], count;
};

static void plain_init(struct plain *p)
{
    for (int i = 0; i < SMALL_MAX; i++) {
        rat_init(&p->shapley[i]);
        rat_init(&p->banzhaf[i]);
        rat_init(&p->minimal[i]);
    }
    rat_init(&p->count);
}

static void plain_clear(struct plain *p)
{
    for (int i = 0; i < SMALL_MAX; i++) {
        rat_clear(&p->shapley[i]);
        rat_clear(&p->banzhaf[i]);
        rat_clear(&p->minimal[i]);
    }
    rat_clear(&p->count);
}

static bool wins(const struct rule_voting *v, uint32_t s)
{
    bool members[SMALL_MAX];
    for (uint32_t i = 0; i < v->n; i++) members[i] = s >> i & 1;
    return rules_win(v, members);
}

static void add_fraction(struct rat *to, int64_t num, uint64_t den)
{
    struct rat part;
    rat_init(&part);
    rat_set_fraction(&part, num, den);
    rat_add(to, to, &part);
    rat_clear(&part);
}

static void count_plain(struct plain *p, const struct rule_voting *v)
{
    static const int64_t factorial[] = {1, 1, 2, 6, 24, 120, 720, 5040};
    for (uint32_t s = 0; s < 1u << v->n; s++) {
        uint32_t size = (uint32_t)__builtin_popcount(s);
        bool minimal = wins(v, s);
        for (uint32_t i = 0; i < v->n; i++) {
            if (s >> i & 1) {
                minimal = minimal && !wins(v, s & ~(1u << i));
                continue;
            }
            if (wins(v, s) || !wins(v, s | 1u << i)) continue;
            add_fraction(&p->banzhaf[i], 1, 1);
            add_fraction(&p->shapley[i], factorial[size] * factorial[v->n - 1 - size],
                         (uint64_t)factorial[v->n]);
        }
        if (!minimal) continue;
        add_fraction(&p->count, 1, 1);
        for (uint32_t i = 0; i < v->n; i++)
            if (s >> i & 1) add_fraction(&p->minimal[i], 1, size);
    }
    for (uint32_t i = 0; i < v->n; i++) rat_div(&p->minimal[i], &p->minimal[i], &p->count);
}

static void expect_plain(const struct rule_voting *v)
{
    struct plain p;
    struct arena a;
    arena_init(&a);
    plain_init(&p);
    count_plain(&p, v);
    struct rat *shapley = rat_array_of_arena(&a, v->n), *banzhaf = rat_array_of_arena(&a, v->n);
    struct rat *minimal = rat_array_of_arena(&a, v->n), *count = rat_array_of_arena(&a, 1);
    assert_int_equal(rules_power(shapley, banzhaf, &a, v), OK);
    assert_int_equal(rules_minimal(minimal, count, &a, v), OK);
    bool same = rat_equal(count, &p.count);
    for (uint32_t i = 0; i < v->n; i++)
        same = same && rat_equal(&shapley[i], &p.shapley[i]) &&
               rat_equal(&banzhaf[i], &p.banzhaf[i]) && rat_equal(&minimal[i], &p.minimal[i]);
    plain_clear(&p);
    arena_release(&a);
    assert_true(same);
}

/* ---- small games ---- */

static uint64_t next(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

static void every_small_game_is_counted_right(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int game = 0; game < 3000; game++) {
        uint64_t weights[3][SMALL_MAX];
        bool vetoes[SMALL_MAX];
        struct vote_rule rules[3];
        struct rule_voting v = {.n = 1 + (uint32_t)next(&seed, SMALL_MAX), .rules = rules};
        v.rule_count = 1 + (uint32_t)next(&seed, 3);
        for (uint32_t r = 0; r < v.rule_count; r++) {
            uint64_t total = 0, unit = 1 + next(&seed, 3), heads = next(&seed, 3);
            uint64_t fine = game % 3 == 0 ? 1000000007 : 0; /* too fine to be counted by sums */
            for (uint32_t i = 0; i < v.n; i++)
                total += weights[r][i] = heads ? unit * next(&seed, 5) + fine * next(&seed, 3) : 2;
            if (total == 0) total += weights[r][0] = 1;
            rules[r] = (struct vote_rule){weights[r], 1 + next(&seed, total)};
        }
        for (uint32_t i = 0; i < v.n; i++) vetoes[i] = next(&seed, 5) == 0;
        if (next(&seed, 2)) v.vetoes = vetoes;
        expect_plain(&v);
    }
}

/* ---- known bodies ---- */

static void expect_text(struct arena *a, const struct rat *value, const char *text)
{
    assert_string_equal(rat_text(a, value).ptr, text);
}

static void the_security_council(void **state)
{
    (void)state;
    /* Nine of fifteen and all five permanent members; 421/2145 and 4/2145, 848 and 84 swings. With
     * the five any four of ten: 210, each of nine, an elected member in 84 of them: 84/210/9. */
    uint64_t weights[15];
    bool vetoes[15] = {true, true, true, true, true};
    struct arena a;
    arena_init(&a);
    for (int i = 0; i < 15; i++) weights[i] = 1;
    struct vote_rule rule = {weights, 9};
    struct rule_voting v = {15, &rule, 1, vetoes};
    struct rat *x = rat_array_of_arena(&a, 15), *y = rat_array_of_arena(&a, 15);
    struct rat *count = rat_array_of_arena(&a, 1);
    assert_int_equal(rules_power(x, y, &a, &v), OK);
    expect_text(&a, &x[0], "421/2145");
    expect_text(&a, &x[14], "4/2145");
    expect_text(&a, &y[0], "848");
    expect_text(&a, &y[14], "84");
    struct rule_roles roles;
    rules_roles(&roles, &a, &v, y);
    assert_true(roles.vetoer[4]);
    assert_false(roles.vetoer[5]);
    assert_false(roles.dictator[0]);
    assert_false(roles.dummy[5]);
    struct rat *z = rat_array_of_arena(&a, 15);
    assert_int_equal(rules_minimal(z, count, &a, &v), OK);
    expect_text(&a, count, "210");
    expect_text(&a, &z[0], "1/9");
    expect_text(&a, &z[14], "2/45");
    arena_release(&a);
}

static void a_double_majority_by_hand(void **state)
{
    (void)state;
    /* Votes 50, 30, 20, more than half of them, and two of three heads: winning are 12, 13, 123.
     * 1 decides in all orders but those in which it is first: it is second, or third: 2/3, others
     * 1/6. Minimal: 12 and 13: 1 has 1/2 of each, the others 1/2 of one: 1/2, 1/4, 1/4. */
    uint64_t votes[] = {50, 30, 20}, heads[] = {1, 1, 1};
    struct vote_rule rules[] = {{votes, 51}, {heads, 2}};
    struct rule_voting v = {3, rules, 2, NULL};
    struct arena a;
    arena_init(&a);
    struct rat *x = rat_array_of_arena(&a, 3), *y = rat_array_of_arena(&a, 3),
               *count = rat_array_of_arena(&a, 1);
    assert_int_equal(rules_power(x, y, &a, &v), OK);
    expect_text(&a, &x[0], "2/3");
    expect_text(&a, &x[1], "1/6");
    expect_text(&a, &y[0], "3");
    expect_text(&a, &y[2], "1");
    assert_int_equal(rules_minimal(x, count, &a, &(struct rule_voting){3, rules, 2, NULL}), OK);
    expect_text(&a, count, "2");
    arena_release(&a);
}

static void hundreds_of_voters_are_counted(void **state)
{
    (void)state;
    /* 200 alike, of whom 101 must agree, and 101 of 200 votes by another count: each has 1/200. */
    uint64_t heads[200], votes[200];
    struct arena a;
    arena_init(&a);
    for (int i = 0; i < 200; i++) {
        heads[i] = 1;
        votes[i] = i < 100 ? 1 : 2;
    }
    struct vote_rule rules[] = {{heads, 101}, {votes, 151}};
    struct rule_voting v = {200, rules, 2, NULL};
    struct rat *x = rat_array_of_arena(&a, 200), *y = rat_array_of_arena(&a, 200),
               *sum = rat_array_of_arena(&a, 1);
    assert_int_equal(rules_power(x, y, &a, &v), OK);
    for (int i = 0; i < 200; i++) rat_add(sum, sum, &x[i]);
    expect_text(&a, sum, "1");
    assert_true(rat_compare(&x[199], &x[0]) > 0);
    /* What is too fine is refused. */
    for (int i = 0; i < 200; i++) votes[i] = 1000000 + (uint64_t)i;
    rules[1].quota = 100000000;
    assert_int_equal(rules_power(x, y, &a, &v), ERR_RANGE);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_small_game_is_counted_right),
        cmocka_unit_test(the_security_council),
        cmocka_unit_test(a_double_majority_by_hand),
        cmocka_unit_test(hundreds_of_voters_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
