/* The arithmetic of majorities, tried out: for every count, and for every council up to thirty. */
#include "unit.h"

#include "engine.h"

#include "fold/authority.h"

static const struct ratio fractions[] = {{1, 4},     {1, 3},  {1, 2}, {51, 100}, {3, 5},
                                         {2, 3},     {3, 4},  {4, 5}, {9, 10},   {4, 9},
                                         {499, 500}, {1, 22}, {1, 1}, {0, 1}};

/* The least count that reaches the share, found by trying. */
static uint32_t least(uint32_t n, struct ratio r, bool strict)
{
    uint32_t k = 0;
    while (strict ? (int64_t)k * r.den <= (int64_t)n * r.num
                  : (int64_t)k * r.den < (int64_t)n * r.num)
        k++;
    return k;
}

static void a_need_is_the_least_that_reaches_it(void **state)
{
    (void)state;
    for (uint32_t n = 0; n <= 300; n++)
        for (size_t i = 0; i < ARRAY_LEN(fractions); i++)
            for (int strict = 0; strict < 2; strict++)
                assert_int_equal(votes_needed(n, fractions[i], strict),
                                 least(n, fractions[i], strict));
}

static void the_numbers_of_practice(void **state)
{
    (void)state;
    static const struct {
        uint32_t n;
        struct ratio r;
        bool strict;
        uint32_t need;
    } rows[] = {
        {22, {2, 3}, false, 15}, {22, {1, 2}, true, 12},  {22, {3, 4}, false, 17},
        {22, {1, 4}, false, 6},  {15, {2, 3}, false, 10}, {15, {1, 2}, true, 8},
        {12, {2, 3}, false, 8},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_int_equal(votes_needed(rows[i].n, rows[i].r, rows[i].strict), rows[i].need);
}

/* A text with n members of whom the first `yes` say yes and all others no. */
static struct str vote_of(struct arena *a, uint32_t n, uint32_t yes, const char *majority)
{
    struct str text = str_format(a, "%s", ALLIANCE "article 1 \"Members\"\n");
    for (uint32_t i = 0; i < n; i++)
        text = str_format(a, "%.*s  party m%u enterprise \"M\"\n", STR_ARG(text), i);
    text = str_format(a,
                      "%.*sarticle 2 \"D\"\n  body council decision\n    seats one each member\n"
                      "    pass %s of all\n"
                      "2012-02-01 motion M \"M\" to council on admission\n",
                      STR_ARG(text), majority);
    for (uint32_t i = 0; i < n; i++)
        text = str_format(a, "%.*s2012-02-02 vote M m%u %s\n", STR_ARG(text), i,
                          i < yes ? "yes" : "no");
    return str_format(a, "%.*s2012-02-10 decide M\n", STR_ARG(text));
}

static bool carries(struct arena *a, uint32_t n, uint32_t yes, const char *majority)
{
    struct engine e;
    engine_settle(&e, vote_of(a, n, yes, majority).ptr, (struct engine_options){.until = NULL});
    assert_true(e.settled);
    bool carried = e.settlement.fold.state->motions->list[0].result == MOTION_CARRIED;
    engine_release(&e);
    return carried;
}

static void every_council_up_to_thirty_turns_at_its_need(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct ratio r;
        bool strict;
    } rows[] = {{"2/3", {2, 3}, false},    {"more than 1/2", {1, 2}, true},
                {"3/4", {3, 4}, false},    {"1/4", {1, 4}, false},
                {"51%", {51, 100}, false}, {"more than 2/3", {2, 3}, true}};
    struct arena a;
    arena_init(&a);
    for (uint32_t n = 1; n <= 30; n++)
        for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
            uint32_t need = least(n, rows[i].r, rows[i].strict);
            assert_true(carries(&a, n, need, rows[i].text));
            assert_false(carries(&a, n, need - 1, rows[i].text));
            arena_clear(&a);
        }
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_need_is_the_least_that_reaches_it),
        cmocka_unit_test(the_numbers_of_practice),
        cmocka_unit_test(every_council_up_to_thirty_turns_at_its_need),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
