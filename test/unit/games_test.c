/* Clauses that divide by a game: what it is worth to each, who shares, and which games have no such
 * value. Values of the three traders (design/methods.md E01, E03) and of what is worked out here.
 */
#include "unit.h"

#include "engine.h"

#define TRADERS                                                                                    \
    "  game synergy of a, b, c\n"                                                                  \
    "    a 1\n    b 1\n    c 1\n    a b 7\n    a c 5\n    b c 4\n    all 11\n"
#define MONEY THREE "article 2 \"Money\"\n"
#define SHARED(by) "  share sale\n    rest to members by " by "\n"
#define INCOME(amount) "2012-02-01 income " amount " from x class sale\n"

static void every_method_divides_by_its_values(void **state)
{
    (void)state;
    /* 11 is split into the values themselves, to a fen. */
    static const struct {
        const char *by, *figures;
    } cases[] = {
        /* 13/3, 23/6, 17/6: one fen of 11.00 is left of 4.33 + 3.83 + 2.83; a and b are behind by
         * a third of a fen, a stands first. */
        {"shapley of synergy", "a.received 4.34, b.received 3.83, c.received 2.83"},
        {"nucleolus of synergy", "a.received 4.75, b.received 3.75, c.received 2.50"},
        {"prenucleolus of synergy", "a.received 4.75, b.received 3.75, c.received 2.50"},
        {"per-capita nucleolus of synergy", "a.received 5.00, b.received 4.00, c.received 2.00"},
        {"ensc of synergy", "a.received 5.00, b.received 4.00, c.received 2.00"},
        {"cis of synergy", "a.received 3.67, b.received 3.67, c.received 3.66"},
        {"tau of synergy", "a.received 4.43, b.received 3.86, c.received 2.71"},
        {"gately of synergy", "a.received 4.43, b.received 3.86, c.received 2.71"},
        {"raiffa of synergy", "a.received 4.67, b.received 3.92, c.received 2.41"},
        {"nash of synergy", "a.received 3.67, b.received 3.67, c.received 3.66"},
        /* Banzhaf: 4 x (v = 1, 7-1, 5-1, 11-4 → 18; 1, 6, 3, 6 → 16; 1, 4, 3, 4 → 12) of 46. */
        {"banzhaf of synergy", "a.received 4.30, b.received 3.83, c.received 2.87"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct arena a;
        arena_init(&a);
        struct str text =
            str_format(&a, MONEY TRADERS "  share sale\n    rest to members by %s\n" INCOME("11"),
                       cases[i].by);
        expect_figures(text.ptr, cases[i].figures);
        arena_release(&a);
    }
}

static void weights_and_unions_stand_under_the_game(void **state)
{
    (void)state;
    /* Weighted by 3:2:1: 21/4, 11/3, 25/12. Nash by .5, .3, .2: 5, 17/5, 13/5. */
    expect_figures(MONEY TRADERS "    weights a 3, b 2, c 1\n" SHARED("weighted shapley of synergy")
                       INCOME("11"),
                   "a.received 5.25, b.received 3.67, c.received 2.08");
    expect_figures(MONEY TRADERS "    weights a 50%, b 30%, c 0.2\n" SHARED("nash of synergy")
                       INCOME("11"),
                   "a.received 5.00, b.received 3.40, c.received 2.60");
    /* Owen of the cost game 1, 1, 2, 1, 2, 2, 2 with {a, b}, {c}: 1/4, 1/4, 3/2. */
    expect_figures(MONEY "  group two of a, b\n  game works of a, b, c in cost\n"
                         "    a 1\n    b 1\n    c 2\n    a b 1\n    a c 2\n    b c 2\n    all 2\n"
                         "    unions two\n" SHARED("owen of works") INCOME("2"),
                   "a.received 0.25, b.received 0.25, c.received 1.50");
}

static void costs_are_borne_by_what_they_save(void **state)
{
    (void)state;
    /* Three towns and a sewage plant: alone 230, 160, 230; a and c together save nothing. Shapley
     * 631/3, 767/6, 1307/6; the nucleolus of the savings leaves 381/2, 255/2, 218 … of 556:
     * 230 - 39/2, 160 - 65/2, 230 - 12. */
#define PLANT                                                                                      \
    MONEY "  game plant of a, b, c in cost\n"                                                      \
          "    a 230\n    b 160\n    c 230\n    a b 350\n    b c 365\n    all 556\n"
    expect_figures(PLANT "  bear project loss\n    by shapley of plant from members\n"
                         "2012-02-01 loss 5.56\n",
                   "a.borne 2.10, b.borne 1.28, c.borne 2.18");
    expect_figures(PLANT "  bear project loss\n    by nucleolus of plant from members\n"
                         "2012-02-01 loss 556\n",
                   "a.borne 210.50, b.borne 127.50, c.borne 218.00");
}

static void a_coalition_without_a_line_does_what_its_parts_do(void **state)
{
    (void)state;
    /* a alone 0, b and c together 6; a b and a c are no more than their parts, 0: Shapley of
     * 0 0 0 0 0 6 12: a 2, b and c 5 each. */
    expect_figures(MONEY "  game g of a, b, c\n    b c 6\n    all 12\n" SHARED("shapley of g")
                       INCOME("12"),
                   "a.received 2.00, b.received 5.00, c.received 5.00");
    /* Alone 3, 2 and nothing: pairs 5, 3, 2; all 9 leaves 4 to be shared equally. */
    expect_figures(MONEY "  game g of a, b, c\n    a 3\n    b 2\n    all 9\n" SHARED("shapley of g")
                       INCOME("9"),
                   "a.received 4.34, b.received 3.33, c.received 1.33");
}

static void who_is_no_player_or_no_recipient_has_no_part(void **state)
{
    (void)state;
    /* Between b and c by 23:17 of 40 for the one, a alone plays; d joins and does not play. */
    expect_figures(MONEY TRADERS
                   "  share sale\n    rest to b, c by shapley of synergy\n" INCOME("40"),
                   "a.received 0.00, b.received 23.00, c.received 17.00");
    expect_figures(MONEY TRADERS SHARED(
                       "shapley of synergy") "2012-01-15 join d enterprise \"D\"\n" INCOME("66"),
                   "a.received 26.00, b.received 23.00, c.received 17.00, d.received 0.00");
    /* a leaves: the others by their values as agreed, 23:17. */
    expect_figures(
        MONEY TRADERS SHARED(
            "shapley of synergy") "2012-01-10 a gives notice\n2012-01-15 a leaves\n" INCOME("40"),
        "a.received 0.00, b.received 23.00, c.received 17.00");
    /* Nobody of the recipients plays: the next tier has it. */
    expect_figures(MONEY "  game two of a, b\n    all 1\n  share sale\n"
                         "    50% to c by shapley of two\n    rest to a\n" INCOME("40"),
                   "a.received 40.00, c.received 0.00");
}

static void factors_adjust_a_value(void **state)
{
    (void)state;
    /* E24: lambda .2, .3, .5 on 13/3, 23/6, 17/6: 43/15, 52/15, 14/3. */
    expect_figures(MONEY TRADERS "  stakes lambda\n    a 20%\n    b 30%\n    c 50%\n" SHARED(
                       "shapley of synergy adjusted by stake of lambda 100%") INCOME("165"),
                   "a.received 43.00, b.received 52.00, c.received 70.00");
}

static void values_too_fine_for_whole_weights_stay_exact(void **state)
{
    (void)state;
    /* (7000000.3 + 1.0000000001) / 2 and what is left of it: weights past 10^15. */
    expect_figures(MONEY "  game g of a, b\n    a 1.0000000001\n    all 7,000,000.3\n"
                         "  share sale\n    rest to a, b by shapley of g\n" INCOME("7,000,000.30"),
                   "a.received 3500000.65, b.received 3499999.65");
}

static void it_is_reversed_and_told_late_as_any_share(void **state)
{
    (void)state;
    expect_figures(MONEY TRADERS SHARED("shapley of synergy") INCOME("66")
                       INCOME("66") "2012-03-01 reverse 2012-02-01 #1\n",
                   "a.received 26.00, b.received 23.00, c.received 17.00");
    expect_figures(
        MONEY TRADERS SHARED(
            "shapley of synergy") "2012-06-30 settle\n"
                                  "2012-07-01 effective 2012-02-01 income 66 from x class sale\n",
        "a.received 26.00, b.received 23.00, c.received 17.00");
}

/* Refused whether or not anything is shared, and by `heqi check` too. */
static void expect_refused(const char *text, const char *codes)
{
    struct engine e;
    expect_codes(text, codes);
    engine_settle(&e, text, (struct engine_options){.checking = true});
    ASSERT_TEXT(engine_codes(&e), codes);
    engine_release(&e);
}

static void games_without_a_value_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {MONEY "  game g of a, b\n    a 3\n    b 2\n    all 4\n" SHARED("nucleolus of g"), "E295"},
        {MONEY "  game g of a, b\n    a 3\n    b 2\n    all 4\n" SHARED("shapley of g"), ""},
        {MONEY "  game g of a, b, c\n    a b 0.8\n    a c 0.8\n    b c 0.8\n    all 1\n" SHARED(
             "tau of g"),
         "E295"},
        {MONEY "  game g of a, b\n    all 0\n" SHARED("shapley of g"), "E295"},
        /* b takes 5 - 10 = -5 beside nothing alone: -5/2. */
        {MONEY "  game g of a, b\n    a 10\n    all 5\n" SHARED("shapley of g"), "E296"},
        {MONEY TRADERS SHARED("weighted shapley of synergy"), "E294"},
        {MONEY TRADERS SHARED("owen of synergy"), "E294"},
        {MONEY "  game g of a, b\n    all 900,000,000,000,000,000\n" SHARED("shapley of g"),
         "E297"},
        {MONEY "  game g of a, b\n    a 1\n" SHARED("shapley of g"), "E290"},
        {MONEY "  game g of a, b\n    c 1\n    all 1\n", "E291"},
        {MONEY "  game g of a, b\n    a 1\n    a 1\n    all 1\n", "E292"},
        {MONEY "  game g of a, b\n    all 1\n    weights a 1, b 1\n    weights a 1, b 2\n", "E292"},
        {MONEY "  game g of a, b, a\n    all 1\n", "E208"},
        {MONEY "  group two of a, b\n  game g of a, b, c\n    all 1\n    unions two, a\n", "E298"},
        {MONEY "  game g of a, b\n    all 1\n    weights a 1\n", "E299"},
        {MONEY SHARED("shapley of nothing"), "E202"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_refused(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_method_divides_by_its_values),
        cmocka_unit_test(weights_and_unions_stand_under_the_game),
        cmocka_unit_test(costs_are_borne_by_what_they_save),
        cmocka_unit_test(a_coalition_without_a_line_does_what_its_parts_do),
        cmocka_unit_test(who_is_no_player_or_no_recipient_has_no_part),
        cmocka_unit_test(factors_adjust_a_value),
        cmocka_unit_test(values_too_fine_for_whole_weights_stay_exact),
        cmocka_unit_test(it_is_reversed_and_told_late_as_any_share),
        cmocka_unit_test(games_without_a_value_are_refused),
    };
    return cmocka_run_group_tests_name("games", tests, NULL, NULL);
}
