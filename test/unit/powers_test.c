/* Who decides in the bodies of an agreement. All figures are worked out by hand. */
#include "unit.h"

#include "engine.h"
#include "fair/powers.h"

#include <stdio.h>
#include <string.h>

/* a 50, b 30, c 20 of capital. */
#define PAID                                                                                       \
    "2012-01-02 a pays 50.00 capital\n2012-01-02 b pays 30.00 capital\n"                           \
    "2012-01-02 c pays 20.00 capital\n"
#define BODY(votes, pass)                                                                          \
    "article 2 \"Votes\"\n  body k decision\n    seats one each member\n    votes " votes          \
    "\n    pass " pass "\n"

/* Of each body and matter a line: votes needed, then Shapley–Shubik and Banzhaf of each seat, then
 * who can block, decides alone or has no say, by letters v, d and n. */
static void describe(char *out, size_t size, struct arena *a, const struct body_powers *found)
{
    size_t len = 0;
    out[0] = 0;
    for (size_t i = 0; i < found->count; i++) {
        const struct body_power *b = &found->list[i];
        len += (size_t)snprintf(out + len, size - len, "%s%s", i ? "; " : "",
                                votes_text(a, b->seats, b->needed).ptr);
        for (uint32_t k = 0; k < b->n && b->counted; k++)
            len += (size_t)snprintf(out + len, size - len, " %s=%s%s%s%s",
                                    rat_text(a, &b->shapley[k]).ptr,
                                    rat_text(a, &b->banzhaf[k]).ptr, b->roles.vetoer[k] ? "v" : "",
                                    b->roles.dictator[k] ? "d" : "", b->roles.dummy[k] ? "n" : "");
        if (!b->counted) len += (size_t)snprintf(out + len, size - len, " not counted");
    }
}

static void expect_powers(const char *text, const char *powers)
{
    struct engine e;
    struct body_powers found;
    char got[1024];
    engine_settle(&e, text, (struct engine_options){.until = NULL});
    if (diags_has_errors(&e.diags)) fail_msg("%s", engine_problems(&e).ptr);
    body_powers_find(&found, &e.settlement.fold, e.settlement.until);
    describe(got, sizeof got, &e.arena, &found);
    engine_release(&e);
    assert_string_equal(got, powers);
}

static void votes_by_capital(void **state)
{
    (void)state;
    /* 51 of 100: a with b or c, or b and c with a only: 50 + 30, 50 + 20; b and c have 50. a
     * decides in 4 of 6 orders and makes 3 coalitions win, b and c one each. */
    expect_powers(THREE BODY("by capital", "more than 1/2 of all") PAID,
                  "5001/100 2/3=3/5v 1/6=1/5 1/6=1/5");
    /* At 75 only a with b: c has a fifth of the votes and no say. */
    expect_powers(THREE BODY("by capital", "3/4 of all") PAID, "75 1/2=1/2v 1/2=1/2v 0=0n");
    /* Half is enough: a decides alone. */
    expect_powers(THREE BODY("by capital", "1/2 of all") "2012-01-02 a pays 60.00 capital\n"
                                                         "2012-01-02 b pays 40.00 capital\n",
                  "50 1=1vd 0=0n 0=0n");
    /* 10 million and 10^10 fen have no common divisor: too fine for sums, so they are looked at. No
     * one has half, so that any two decide. */
    expect_powers(
        THREE BODY("by capital",
                   "more than 1/2 of all") "2012-01-02 a pays 49,000,000.01 capital\n"
                                           "2012-01-02 b pays 30,000,000.02 capital\n2012-01-02 c "
                                           "pays 20,000,000 capital\n",
        "2475000001/50 1/3=1/3 1/3=1/3 1/3=1/3");
}

static void a_matter_has_a_majority_of_its_own(void **state)
{
    (void)state;
    /* Two thirds of the votes, and more than half of the enterprises, which are a alone: a with b
     * or c. Then 3/4; then what is decided as all else. */
    expect_powers(
        THREE BODY(
            "by capital",
            "more than 1/2 of all") "  decide budget by k 2/3 of all and enterprises more than "
                                    "1/2\n"
                                    "  decide start by k 3/4 of all\n  decide stop by k\n" PAID,
        "5001/100 2/3=3/5v 1/6=1/5 1/6=1/5; "
        "6667/100 2/3=3/5v 1/6=1/5 1/6=1/5; 75 1/2=1/2v 1/2=1/2v 0=0n");
    /* The class counts heads: one each, 2 of 3, and of universities all: b with a or c. */
    expect_powers(
        THREE BODY("one each", "2/3 of present") "  decide budget by k and universities 1/1\n" PAID,
        "2 1/3=1/3 1/3=1/3 1/3=1/3; 2 1/6=1/5 2/3=3/5v 1/6=1/5");
}

static void a_veto_is_power(void **state)
{
    (void)state;
    /* 2 of 3, b always: b with a, with c, with both. */
    expect_powers(THREE BODY("one each", "2/3 of all") "  veto in k by b within 10 days\n" PAID,
                  "2 1/6=1/5 2/3=3/5v 1/6=1/5");
    /* Everybody may: all must agree. Who is affected is nobody yet. */
    expect_powers(THREE BODY("one each", "2/3 of all") "  veto in k by members within 10 days\n",
                  "2 1/3=1/3v 1/3=1/3v 1/3=1/3v");
    expect_powers(THREE BODY("one each", "2/3 of all") "  veto in k by affected within 10 days\n",
                  "2 1/3=1/3 1/3=1/3 1/3=1/3");
}

static void caps_and_groups(void **state)
{
    (void)state;
    /* At most 30% each: 30, 30, 20, and more than 40 of 80 are needed, the next thousandth: any
     * two. */
    expect_powers(THREE BODY("by capital, at most 30% each", "more than 1/2 of all") PAID,
                  "40001/1000 1/3=1/3 1/3=1/3 1/3=1/3");
    /* b and c are one seat: two seats, both needed. */
    expect_powers(THREE "  group g of b, c counts as one\n" BODY("one each", "2/3 of all") PAID,
                  "2 1/2=1/2v 1/2=1/2v");
    /* Nobody has capital, so nobody has a vote. */
    expect_powers(THREE BODY("by capital", "1/2 of all"), "");
}

static void the_same_votes_are_counted_once(void **state)
{
    (void)state;
    struct engine e;
    struct body_powers found;
    engine_settle(&e,
                  THREE BODY("one each", "2/3 of all") "  decide budget by k 2/3 of present\n  "
                                                       "decide start by k 3/3 of all\n" PAID,
                  (struct engine_options){.until = NULL});
    assert_true(e.settled);
    body_powers_find(&found, &e.settlement.fold, e.settlement.until);
    assert_int_equal(found.count, 3);
    assert_int_equal(found.list[1].same, 0);
    assert_int_equal(found.list[2].same, 2);
    engine_release(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(votes_by_capital),
        cmocka_unit_test(a_matter_has_a_majority_of_its_own),
        cmocka_unit_test(a_veto_is_power),
        cmocka_unit_test(caps_and_groups),
        cmocka_unit_test(the_same_votes_are_counted_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
