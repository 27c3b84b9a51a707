/* What each group could have made alone, what the agreement gives it, and who would leave. All
 * figures are worked out by hand. */
#include "unit.h"

#include "engine.h"
#include "fair/fair.h"

#include <stdio.h>
#include <string.h>

struct bench {
    struct engine e;
    struct fair f;
    enum fair_outcome outcome;
};

static void set_up_with(struct bench *b, const char *text, struct fair_options options)
{
    engine_resolve(&b->e, text);
    if (diags_has_errors(&b->e.diags)) fail_msg("%s", engine_problems(&b->e).ptr);
    b->outcome = fair_find(&b->f, &b->e.arena, b->e.pact, &b->e.diags, options);
    if (diags_has_errors(&b->e.diags)) fail_msg("%s", engine_problems(&b->e).ptr);
}

static void set_up(struct bench *b, const char *text)
{
    set_up_with(b, text, (struct fair_options){.at = DATE_NONE});
}

static void tear_down(struct bench *b)
{
    engine_release(&b->e);
}

/* Worths of all coalitions of three, "a b ab c ac bc abc", in minor units. */
static void expect_worths(const char *text, const char *worths)
{
    struct bench b;
    char got[256] = "";
    set_up(&b, text);
    assert_int_equal(b.outcome, FAIR_TOLD);
    for (uint32_t s = 1; s <= game_all(&b.f.game); s++) {
        size_t len = strlen(got);
        (void)snprintf(got + len, sizeof got - len, "%s%lld", len ? " " : "",
                       (long long)b.f.game.v[s]);
    }
    tear_down(&b);
    assert_string_equal(got, worths);
}

/* What each gets, who would leave as a mask, and what they gain. */
static void expect_gets(const char *text, const char *gets)
{
    struct bench b;
    char got[256] = "";
    set_up(&b, text);
    assert_int_equal(b.outcome, FAIR_TOLD);
    for (uint32_t i = 0; i < b.f.game.n; i++) {
        size_t len = strlen(got);
        (void)snprintf(got + len, sizeof got - len, "%lld ", (long long)b.f.players[i].gets_minor);
    }
    size_t len = strlen(got);
    (void)snprintf(got + len, sizeof got - len, "| %u gains %lld", b.f.leaver,
                   (long long)b.f.leaver_excess_minor);
    tear_down(&b);
    assert_string_equal(got, gets);
}

/* a leads and works, b works, c only pays. 500 are spent, R is a's and b's, 2,000 come in. */
#define MONEY                                                                                      \
    "article 3 \"Capital\"\n"                                                                      \
    "  a pledges 600.00\n"                                                                         \
    "  c pledges 400.00\n"
#define PROJECT(budget)                                                                            \
    "article 4 \"Projects\"\n"                                                                     \
    "  project p \"P\" key\n"                                                                      \
    "    lead a\n"                                                                                 \
    "    budget " budget "\n"                                                                      \
    "    funded a 60%, c 40%\n"                                                                    \
    "    work a 50%, b 50%\n"
#define OWNED(terms) "article 5 \"Results\"\n  results of projects owned by " terms "\n"
#define BENEFIT(makers, capital)                                                                   \
    "article 6 \"Benefit\"\n"                                                                      \
    "  share licence income\n"                                                                     \
    "    rest\n"                                                                                   \
    "      " makers " to makers by invention\n"                                                    \
    "      " capital " to members by capital\n"
#define PAID                                                                                       \
    "2012-01-02 a pays 600.00 capital\n"                                                           \
    "2012-01-02 c pays 400.00 capital\n"                                                           \
    "2012-01-03 spend 500.00 tests for p\n"
#define RESULT "2012-02-01 result R patent \"R\" from p by a 40%, b 60%\n"
#define LICENCE(name, kind, amount)                                                                \
    "2012-03-02 license " name " of R to \"X\" " kind "\n2012-03-02 income " amount " from " name  \
    "\n"
#define BY_MAKERS OWNED("makers by invention")
#define HALVES BENEFIT("50%", "50%")
#define SOLD LICENCE("L", "exclusive", "2000.00")

static void a_group_needs_who_does_it_and_the_money(void **state)
{
    (void)state;
    /* Together 2,000 − 500. a and b do all of it: they need 600 and a has pledged them. */
    expect_worths(THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD,
                  "0 0 150000 0 0 0 150000");
    /* The budget is 601, so that the money of c is needed too. */
    expect_worths(THREE MONEY PROJECT("601.00") BY_MAKERS HALVES PAID RESULT SOLD,
                  "0 0 0 0 0 0 150000");
    /* No budget: what was spent, 500. */
    expect_worths(THREE MONEY
                  "article 4 \"P\"\n  project p \"P\" key\n    work b 100%\n" BY_MAKERS HALVES
                  "2012-01-02 c pays 500.00 capital\n"
                  "2012-01-03 spend 500.00 tests for p\n"
                  "2012-02-01 result R patent \"R\" from p by b\n" SOLD,
                  "0 0 150000 0 0 150000 150000");
}

static void nobody_known_means_all(void **state)
{
    (void)state;
    /* Neither work nor funding nor a lead that works: income of a project by nobody. */
#define SALE "2012-03-02 income 100.00 from \"X\" class sale for p\n"
    expect_worths(THREE MONEY "article 4 \"P\"\n  project p \"P\" key\n    lead a\n" SALE,
                  "0 0 0 0 0 0 10000");
    /* Who is on the line of funding is taken to do it, with the lead. */
    expect_worths(THREE MONEY "article 4 \"P\"\n  project p \"P\" key\n    lead a\n"
                              "    funded c 100%\n" SALE,
                  "0 0 0 0 10000 0 10000");
    /* Work that the book tells of. */
    expect_worths(THREE MONEY "article 4 \"P\"\n  project p \"P\" key\n"
                              "2012-03-01 work b 2 months on p\n" SALE,
                  "0 10000 10000 0 0 10000 10000");
}

static void a_licence_counts_for_who_can_grant_it(void **state)
{
    (void)state;
    /* a and b carry p on; R is owned by a 40%, c 60%. */
#define BY_OTHERS OWNED("a 40%, c 60%")
    /* Exclusive: only with c. Without the income a and b would not have begun. */
    expect_worths(THREE MONEY PROJECT("600.00") BY_OTHERS HALVES PAID RESULT SOLD,
                  "0 0 0 0 0 0 150000");
    /* Not exclusive: a alone grants its 40%, 800 − 500. */
    expect_worths(THREE MONEY PROJECT("600.00")
                      BY_OTHERS HALVES PAID RESULT LICENCE("L", "nonexclusive", "2000.00"),
                  "0 0 30000 0 0 0 150000");
    /* What the alliance owns nobody can take along. */
    expect_worths(THREE MONEY PROJECT("600.00") OWNED("alliance") HALVES PAID RESULT SOLD,
                  "0 0 0 0 0 0 150000");
}

static void deleting_a_licence_changes_named_coalitions(void **state)
{
    (void)state;
    /* L 2,000 and M 700; the game is not additive, and M is worth 700 to a with b. */
    expect_worths(THREE MONEY PROJECT("600.00")
                      BY_MAKERS HALVES PAID RESULT SOLD LICENCE("M", "nonexclusive", "700.00"),
                  "0 0 220000 0 0 0 220000");
    expect_worths(THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD,
                  "0 0 150000 0 0 0 150000");
    /* Reversed: as if it had never been. */
    expect_worths(THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD LICENCE(
                      "M", "nonexclusive", "700.00") "2012-04-01 reverse 2012-03-02 #4\n",
                  "0 0 150000 0 0 0 150000");
}

static void background_and_what_belongs_to_nothing(void **state)
{
    (void)state;
    /* c owns what p rests on: a and b cannot go on without it. 90 belong to no project. */
    expect_worths(THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID
                  "2012-01-04 background B know-how \"B\" of c for p\n" RESULT SOLD
                  "2012-04-01 income 90.00 from \"Y\" class service\n",
                  "0 0 0 0 0 0 159000");
    /* Spending for nothing in particular is borne by all together alone: 1,500 − 40. */
    expect_worths(THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD
                  "2012-04-01 spend 40.00 office\n",
                  "0 0 150000 0 0 0 146000");
}

static void what_fails_is_borne_by_who_does_it(void **state)
{
    (void)state;
    /* b alone does q, which costs 200 and brings 50. Nobody knows that beforehand: with the money
     * it would have begun. a and b have 600, p takes all of it, and q comes behind. */
    expect_worths(
        THREE MONEY PROJECT(
            "600.00") "  project q \"Q\" key\n    work b 100%\n" BY_MAKERS HALVES PAID RESULT SOLD
                      "2012-04-01 spend 200.00 tests for q\n"
                      "2012-04-02 income 50.00 from \"Y\" class sale for q\n",
        "0 0 150000 0 0 -15000 135000");
}

static void what_the_agreement_gives(void **state)
{
    (void)state;
    /* Received: a 400 + 600, b 600, c 400. The pot is 1,500 − 2,000, by capital: a −300, c −200. */
    expect_gets(THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD,
                "70000 60000 20000 | 3 gains 20000");
}

static void one_percentage_decides_who_would_leave(void **state)
{
    (void)state;
    /* Makers 70%: a 560 + 360 − 300, b 840, c 240 − 200; a and b have 1,460 of 1,500. */
    expect_gets(THREE MONEY PROJECT("600.00") BY_MAKERS BENEFIT("70%", "30%") PAID RESULT SOLD,
                "62000 84000 4000 | 3 gains 4000");
    /* Makers 75%: a 600 + 300 − 300, b 900, c 200 − 200: nobody gains by leaving. */
    expect_gets(THREE MONEY PROJECT("600.00") BY_MAKERS BENEFIT("75%", "25%") PAID RESULT SOLD,
                "60000 90000 0 | 0 gains 0");
}

static void the_pot_goes_by_the_end(void **state)
{
    (void)state;
    /* 10 of the licence go to a fund. It is the members', by the rest of `dissolve`: equally,
     * 30 of −490: the pot is below nothing, so by capital. */
    expect_gets(THREE MONEY PROJECT("600.00") BY_MAKERS
                "article 6 \"Benefit\"\n  fund f \"F\"\n  share licence income\n"
                "    90% to fund f\n    rest to makers by invention\n"
                "article 8 \"End\"\n  dissolve\n    rest to members equally\n" PAID RESULT SOLD,
                /* received a 80, b 120; pot 1,500 − 200 = 1,300, equally: 433.34, .33, .33 */
                "51334 55333 43333 | 3 gains 43333");
}

static void who_left_gave_up_its_capital(void **state)
{
    (void)state;
    /* c leaves with 50% of its capital: it got 200 for 200 of capital, so that nothing is gained;
     * its 200 that stay are still its. Shares came before. */
    expect_gets(
        THREE MONEY PROJECT("600.00") BY_MAKERS HALVES
        "article 8 \"Leaving\"\n  leave on 10 days notice, buy out 50% of capital\n" PAID RESULT
            SOLD "2012-05-01 c gives notice\n2012-06-01 c leaves\n",
        /* pot −500, by the capital of members: a alone */
        "50000 60000 40000 | 3 gains 40000");
}

static void methods_beside_each_other(void **state)
{
    (void)state;
    struct bench b;
    set_up_with(&b, THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD,
                (struct fair_options){.at = DATE_NONE, .all = true});
    /* v = 1,500 for a and b together: Shapley, tau, Gately and the nucleolus halve it. */
    static const enum fair_method halving[] = {FAIR_SHAPLEY, FAIR_TAU, FAIR_GATELY, FAIR_NUCLEOLUS};
    static const char *const half[] = {"75000", "75000", "0"};
    for (size_t m = 0; m < ARRAY_LEN(halving); m++) {
        const struct division *d = &b.f.divisions[halving[m]];
        assert_true(d->defined);
        for (uint32_t i = 0; i < 3; i++)
            assert_string_equal(rat_text(&b.e.arena, &d->x[i]).ptr, half[i]);
        assert_string_equal(rat_text(&b.e.arena, d->excess).ptr, "0");
    }
    /* Equally 500 each: a and b gain 500. By capital 900, 0, 600: they gain 600. */
    assert_string_equal(rat_text(&b.e.arena, b.f.divisions[FAIR_EQUAL].excess).ptr, "50000");
    assert_string_equal(rat_text(&b.e.arena, b.f.divisions[FAIR_BY_CAPITAL].excess).ptr, "60000");
    assert_int_equal(b.f.divisions[FAIR_BY_CAPITAL].worst, 3);
    assert_false(b.f.divisions[FAIR_BY_COST].defined); /* nobody bore any */
    assert_true(b.f.core.known);
    assert_false(b.f.core.empty);
    assert_int_equal(b.f.split, 0);
    tear_down(&b);
}

static void players_are_told_apart(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD);
    const struct player *p = b.f.players;
    assert_true(p[0].needed_by_all);
    assert_true(p[1].needed_by_all);
    assert_false(p[2].needed_by_all);
    assert_false(p[0].adds_nothing);
    assert_true(p[2].adds_nothing);
    /* a gets 700 and loses that by leaving; the others then lose 800 − 0: 8/7. c: 1,300 − 1,500. */
    assert_string_equal(rat_text(&b.e.arena, p[0].disruption).ptr, "8/7");
    assert_string_equal(rat_text(&b.e.arena, p[2].disruption).ptr, "-1");
    /* a received 1,000 of 2,000 and put in 600 of 1,000; b put in nothing. */
    assert_string_equal(rat_text(&b.e.arena, p[0].ratio).ptr, "5/6");
    assert_false(p[1].has_ratio);
    tear_down(&b);
}

static void parts_that_make_more_are_told(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, THREE MONEY PROJECT("600.00") BY_MAKERS HALVES PAID RESULT SOLD
           "2012-04-01 spend 40.00 office\n");
    assert_int_equal(b.f.split, 3);
    assert_int_equal(b.f.split_gain_minor, 4000);
    assert_true(b.f.core.empty);
    tear_down(&b);
}

static void what_a_group_lacks_is_told(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, THREE MONEY PROJECT("601.00") BY_MAKERS HALVES PAID RESULT SOLD);
    /* a and b have 600 of 601; a and c have no b; all together did it, and made 1,500. */
    const struct carrying *ab = worth_explain(&b.e.arena, &b.f.ventures, &b.f.blocks, 3, 3);
    const struct carrying *ac = worth_explain(&b.e.arena, &b.f.ventures, &b.f.blocks, 3, 5);
    const struct carrying *all = worth_explain(&b.e.arena, &b.f.ventures, &b.f.blocks, 3, 7);
    assert_false(ab[0].carried);
    assert_int_equal(ab[0].short_minor, 100);
    assert_int_equal(ac[0].missing, 2);
    assert_true(all[0].carried);
    assert_int_equal(all[0].net_minor, 150000);
    assert_int_equal(fair_gets(&b.f, 3), 130000);
    tear_down(&b);
}

/* ---- games that the agreement states ---- */

#define SHARED_EQUALLY "article 6 \"Benefit\"\n  share sale\n    rest to members equally\n"
#define RECEIVED "2012-01-02 income 30.00 from \"X\" class sale\n"

/* Of one division: the values, and who gains what by leaving. */
static void expect_stated(struct bench *b, enum fair_method method, const char *expected)
{
    struct arena *a = &b->e.arena;
    const struct stated_game *g = &b->f.stated.list[0];
    const struct division *d = &g->divisions[method];
    char got[256] = "";
    size_t len = 0;
    assert_true(d->defined);
    for (uint32_t i = 0; i < g->terms->count; i++)
        len += (size_t)snprintf(got + len, sizeof got - len, "%s ", rat_text(a, &d->x[i]).ptr);
    (void)snprintf(got + len, sizeof got - len, "| %u %s", d->worst, rat_text(a, d->excess).ptr);
    assert_string_equal(got, expected);
}

static void a_stated_game_is_compared_too(void **state)
{
    (void)state;
    struct bench b;
    /* Three traders, 10 in all; each received the same, so that a and b, worth 7, gain 1/3. */
    set_up(&b, THREE SHARED_EQUALLY
           "article 9 \"Annexes\"\n  game g of a, b, c\n    a 1\n    b 1\n    c 1\n"
           "    a b 7\n    a c 5\n    b c 4\n    all 10\n" RECEIVED);
    assert_int_equal(b.f.stated.count, 1);
    expect_stated(&b, FAIR_AGREEMENT, "10/3 10/3 10/3 | 3 1/3");
    expect_stated(&b, FAIR_SHAPLEY, "4 7/2 5/2 | 3 -1/2");
    expect_stated(&b, FAIR_NUCLEOLUS, "9/2 7/2 2 | 3 -1");
    assert_false(b.f.stated.list[0].divisions[FAIR_BY_CAPITAL].defined);
    assert_false(b.f.stated.list[0].core.empty);
    tear_down(&b);
    /* Nothing was received yet: there is nothing to compare with, but the methods stand. */
    set_up(&b, THREE SHARED_EQUALLY "  game g of a, b\n    a 1\n    b 2\n    all 5\n"
                                    "2012-01-02 settle\n");
    assert_false(b.f.stated.list[0].divisions[FAIR_AGREEMENT].defined);
    expect_stated(&b, FAIR_SHAPLEY, "2 3 | 1 -1");
    tear_down(&b);
}

/* ---- many members ---- */

#define MANY 26

/* Member 1 leads and works, member i brings i units; where `grouped`, 2 to 6 are a group. */
static void write_many(char *text, size_t size, const char *grouping)
{
    size_t len = 0;
#define ADD(...) len += (size_t)snprintf(text + len, size - len, __VA_ARGS__)
    ADD(ALLIANCE "article 1 \"Members\"\n");
    for (int i = 1; i <= MANY; i++) ADD("  party m%d enterprise \"M\"\n", i);
    ADD("%s", grouping);
    for (int i = 1; i <= MANY; i++) ADD("  m%d pledges %d.00\n", i, i);
    ADD("  project p \"P\" key\n    work m1 100%%\n");
    ADD("2012-02-01 income 100.00 from \"X\" class sale for p\n");
}

static void those_with_money_alone_are_joined(void **state)
{
    (void)state;
    struct bench b;
    char text[8192];
    write_many(text, sizeof text, "");
    set_up(&b, text);
    assert_int_equal(b.outcome, FAIR_TOLD);
    /* 26 are four too many: the five with the least money, m2 to m6, act as one: 2 + … + 6. */
    assert_int_equal(b.f.game.n, LIMIT_FAIR_PLAYERS_MAX);
    assert_true(b.f.blocks.joined);
    assert_int_equal(b.f.blocks.list[1].count, 5);
    assert_int_equal(b.f.blocks.list[1].means_minor, 2000);
    assert_int_equal(b.f.blocks.of[5], 1);
    assert_int_equal(b.f.blocks.of[6], 2);
    tear_down(&b);
}

static void groups_are_joined_first(void **state)
{
    (void)state;
    struct bench b;
    char text[8192];
    write_many(text, sizeof text, "  group g of m10, m11, m12, m13, m14\n");
    set_up(&b, text);
    assert_int_equal(b.f.game.n, LIMIT_FAIR_PLAYERS_MAX);
    assert_int_equal(b.f.blocks.list[9].count, 5);
    assert_int_equal(b.f.blocks.list[9].group, 0);
    tear_down(&b);
    /* One that counts as one is one, whether or not there is room. */
    set_up(&b, THREE "  group g of a, c counts as one\n" MONEY PROJECT("600.00")
                   BY_MAKERS HALVES PAID RESULT SOLD);
    assert_int_equal(b.f.game.n, 2);
    assert_false(b.f.blocks.joined);
    tear_down(&b);
}

static void too_many_of_a_kind_of_their_own_are_refused(void **state)
{
    (void)state;
    struct bench b;
    char text[8192];
    size_t len = 0, size = sizeof text;
    ADD(ALLIANCE "article 1 \"Members\"\n");
    for (int i = 1; i <= MANY; i++) ADD("  party m%d enterprise \"M\"\n", i);
    for (int i = 1; i <= MANY; i++) ADD("  project p%d \"P\" key\n    work m%d 100%%\n", i, i);
    for (int i = 1; i <= MANY; i++)
        ADD("2012-02-01 income 100.00 from \"X\" class sale for p%d\n", i);
    set_up(&b, text);
    assert_int_equal(b.outcome, FAIR_TOO_MANY);
    tear_down(&b);
}

static void an_alliance_of_nobody_has_no_game(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, ALLIANCE "2012-02-01 settle\n");
    assert_int_equal(b.outcome, FAIR_NOBODY);
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_group_needs_who_does_it_and_the_money),
        cmocka_unit_test(nobody_known_means_all),
        cmocka_unit_test(a_licence_counts_for_who_can_grant_it),
        cmocka_unit_test(deleting_a_licence_changes_named_coalitions),
        cmocka_unit_test(background_and_what_belongs_to_nothing),
        cmocka_unit_test(what_fails_is_borne_by_who_does_it),
        cmocka_unit_test(what_the_agreement_gives),
        cmocka_unit_test(one_percentage_decides_who_would_leave),
        cmocka_unit_test(the_pot_goes_by_the_end),
        cmocka_unit_test(who_left_gave_up_its_capital),
        cmocka_unit_test(methods_beside_each_other),
        cmocka_unit_test(players_are_told_apart),
        cmocka_unit_test(parts_that_make_more_are_told),
        cmocka_unit_test(what_a_group_lacks_is_told),
        cmocka_unit_test(a_stated_game_is_compared_too),
        cmocka_unit_test(those_with_money_alone_are_joined),
        cmocka_unit_test(groups_are_joined_first),
        cmocka_unit_test(too_many_of_a_kind_of_their_own_are_refused),
        cmocka_unit_test(an_alliance_of_nobody_has_no_game),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
