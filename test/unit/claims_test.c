/* Tiers that divide by a rule for claims: `until M repaid`, returns, losses with limits. The
 * figures are those of Aumann and Maschler for claims of 100, 200 and 300 (design/methods.md
 * E16-18, 3.3), and what is worked out here. */
#include "unit.h"

#include "engine.h"

#define MONEY THREE "article 2 \"Money\"\n"
#define COSTS "2012-01-02 a spends 100 x\n2012-01-02 b spends 200 x\n2012-01-02 c spends 300 x\n"
#define REPAID(rule) "  share sale\n    until cost repaid to members by " rule "\n    rest to a\n"
#define INCOME(day, amount) "2012-02-" day " income " amount " from x class sale\n"

static void every_rule_divides_what_is_not_enough(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *figures;
    } cases[] = {
        {"proportional", "a.received 33.33, b.received 66.67, c.received 100.00"},
        {"equal awards", "a.received 66.67, b.received 66.67, c.received 66.66"},
        {"equal losses", "a.received 0.00, b.received 50.00, c.received 150.00"},
        {"talmud", "a.received 50.00, b.received 75.00, c.received 75.00"},
        {"adjusted proportional", "a.received 40.00, b.received 80.00, c.received 80.00"},
        {"random arrival", "a.received 33.34, b.received 83.33, c.received 83.33"},
        /* 200/3 is less than 100. */
        {"alpha-min", "a.received 66.67, b.received 66.67, c.received 66.66"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct arena a;
        arena_init(&a);
        struct str text = str_format(
            &a,
            MONEY
            "  share sale\n    until cost repaid to members by %s\n    rest to a\n" COSTS INCOME(
                "01", "200"),
            cases[i].rule);
        expect_figures(text.ptr, cases[i].figures);
        arena_release(&a);
    }
}

static void what_comes_in_parts_divides_as_at_once(void **state)
{
    (void)state;
    const char *text = MONEY REPAID("talmud") COSTS INCOME("01", "100") INCOME("02", "100")
        INCOME("03", "100") INCOME("04", "310");
    expect_figures_until(text, "2012-02-01",
                         "a.received 33.34, b.received 33.33, c.received 33.33");
    expect_figures_until(text, "2012-02-02",
                         "a.received 50.00, b.received 75.00, c.received 75.00");
    expect_figures_until(text, "2012-02-03",
                         "a.received 50.00, b.received 100.00, c.received 150.00");
    expect_figures(text, "a.received 110.00, b.received 200.00, c.received 300.00");
}

/* At 200 by equal awards each has 66.67. Then c's claim is 900: of 300 more, 500 in all, a gets
 * 100, b and c 200: they lack 33.33, 133.33 and 133.33, just the 300. */
static void claims_may_grow(void **state)
{
    (void)state;
    expect_figures(MONEY REPAID("equal awards")
                       COSTS INCOME("01", "200") "2012-02-02 c spends 600 x\n" INCOME("03", "300"),
                   "a.received 100.00, b.received 200.00, c.received 200.00");
    /* By equal losses of 300 the losses are 100 each: 0, 100, 200. When a claims 500, of 400 all
     * claim 1,000 and lose 200 each: 300, 0, 100. b and c have more than that, so a gets it all. */
    const char *text = MONEY REPAID("equal losses")
        COSTS INCOME("01", "300") "2012-02-02 a spends 400 x\n" INCOME("03", "100");
    expect_figures_until(text, "2012-02-01",
                         "a.received 0.00, b.received 100.00, c.received 200.00");
    expect_figures(text, "a.received 100.00, b.received 100.00, c.received 200.00");
}

static void a_reversal_takes_back_what_the_rule_gave(void **state)
{
    (void)state;
    const char *text = MONEY REPAID("talmud") COSTS INCOME("01", "100")
        INCOME("02", "100") "2012-02-03 reverse 2012-02-02 \"wrong\"\n" INCOME("04", "100");
    expect_figures_until(text, "2012-02-03",
                         "a.received 33.34, b.received 33.33, c.received 33.33");
    expect_figures(text, "a.received 50.00, b.received 75.00, c.received 75.00");
}

static void capital_and_returns_are_claims_too(void **state)
{
    (void)state;
    /* 10% of 1,000 and 3,000 for a year: 100 and 300, of which 200 go half and half by the Talmud
     * up to half of each: 50, 150. Capital is claimed by 1,000 and 3,000: of 1,000 each gets 500.
     */
    const char *text = MONEY "  share sale of all projects together\n"
                             "    10% yearly on capital to members by talmud\n"
                             "    until capital repaid to members by talmud\n"
                             "    rest to c\n"
                             "2012-01-01 a pays 1,000 capital\n2012-01-01 b pays 3,000 capital\n"
                             "2012-12-31 income 200 from x class sale\n"
                             "2012-12-31 income 200 from x class sale\n"
                             "2012-12-31 income 1,000 from x class sale\n";
    expect_figures_until(text, "2012-12-30", "a.received 0.00");
    expect_figures(text, "a.received 600.00, b.received 800.00, c.received 0.00");
}

/* Who may bear 100, 200 and 300 bears 200 by what each can: all of 600 are beyond nobody. */
static void losses_go_by_what_each_may_bear(void **state)
{
    (void)state;
#define BORNE(by, each)                                                                            \
    MONEY "  bear project loss\n    by " by " from members, at most " each "\n" COSTS
    expect_figures(BORNE("equal losses", "100% of cost each") "2012-03-01 loss 200\n",
                   "a.borne 0.00, b.borne 50.00, c.borne 150.00, uncovered 0.00");
    expect_figures(BORNE("equal awards", "100% of cost each") "2012-03-01 loss 300\n",
                   "a.borne 100.00, b.borne 100.00, c.borne 100.00");
    expect_figures(BORNE("talmud", "50% of cost each") "2012-03-01 loss 60\n2012-03-02 loss 300\n",
                   "a.borne 50.00, b.borne 100.00, c.borne 150.00, uncovered 60.00");
    expect_figures(BORNE("talmud", "60 each") "2012-03-01 loss 60\n",
                   "a.borne 20.00, b.borne 20.00, c.borne 20.00");
    /* Intent lifts a's cap: it may bear all 360, the others 60 each. Equal losses: of 480 claimed
     * 120 are not borne, 40 each: 320, 20, 20. */
    expect_figures(MONEY "  liability cap lifted by intent\n  bear project loss\n"
                         "    by equal losses from members, at most 60 each\n"
                         "2012-03-01 loss 360\n2012-03-02 intent a in 2012-03-01\n",
                   "a.borne 320.00, b.borne 20.00, c.borne 20.00, uncovered 0.00");
}

static void what_is_left_at_the_end_goes_by_a_rule(void **state)
{
    (void)state;
    /* 600 were paid in and 400 spent; by equal awards of 200 each has 66.67. */
    expect_figures(MONEY "  dissolve\n    debts first\n"
                         "    until capital repaid to members by equal awards\n"
                         "    rest to members equally\n"
                         "2012-01-02 a pays 100 capital\n2012-01-02 b pays 200 capital\n"
                         "2012-01-02 c pays 300 capital\n2012-02-01 spend 400 rent\n"
                         "2012-03-01 dissolve\n2012-03-02 settle\n",
                   "a.received 66.67, b.received 66.67, c.received 66.66");
}

static void a_rule_needs_claims(void **state)
{
    (void)state;
    expect_codes(MONEY "  share sale\n    rest to members by talmud\n", "E452");
    expect_codes(MONEY "  share sale\n    50% to members by talmud\n    rest to a\n", "E452");
    expect_codes(MONEY "  share sale\n    until cost repaid\n      50% to members by talmud\n"
                       "      50% to a\n    rest to a\n",
                 "E452");
    expect_codes(MONEY "  bear project loss\n    by talmud from members\n", "E452");
    expect_codes(MONEY "  results of projects owned by makers by talmud\n", "E452");
    expect_codes(MONEY REPAID("talmud"), "");
}

static void random_arrival_has_a_limit(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct str members = STR("");
    for (int i = 0; i < 33; i++)
        members = str_format(&a, "%.*s  party p%d other \"P\"\n", STR_ARG(members), i);
    struct str text =
        str_format(&a,
                   "alliance x \"X\"\n  founded 2012-01-01\narticle 1 \"All\"\n%.*s"
                   "  share sale\n    until cost repaid to members by random arrival\n"
                   "    rest to p1\n2012-01-02 p2 spends 5 x\n"
                   "2012-02-01 income 3 from x class sale\n",
                   STR_ARG(members));
    expect_codes(text.ptr, "E453");
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_divides_what_is_not_enough),
        cmocka_unit_test(what_comes_in_parts_divides_as_at_once),
        cmocka_unit_test(claims_may_grow),
        cmocka_unit_test(a_reversal_takes_back_what_the_rule_gave),
        cmocka_unit_test(capital_and_returns_are_claims_too),
        cmocka_unit_test(losses_go_by_what_each_may_bear),
        cmocka_unit_test(what_is_left_at_the_end_goes_by_a_rule),
        cmocka_unit_test(a_rule_needs_claims),
        cmocka_unit_test(random_arrival_has_a_limit),
    };
    return cmocka_run_group_tests_name("claims", tests, NULL, NULL);
}
