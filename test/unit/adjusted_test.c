/* Bases adjusted by factors: the published matrix of design/methods.md (E01, E25), by its weights,
 * by orthogonal projection and by TOPSIS, and what is worked out here. */
#include "unit.h"

#include "engine.h"

#define MONEY THREE "article 2 \"Money\"\n"
#define TRADERS                                                                                    \
    "  game synergy of a, b, c\n"                                                                  \
    "    a 1\n    b 1\n    c 1\n    a b 7\n    a c 5\n    b c 4\n    all 11\n"
#define TABLE(name, a, b, c) "  stakes " name "\n    a " a "\n    b " b "\n    c " c "\n"
#define MATRIX                                                                                     \
    TABLE("invested", "50%", "30%", "20%")                                                         \
    TABLE("risked", "40%", "40%", "20%") TABLE("novel", "20%", "50%", "30%")
#define FACTORS "stake of invested 40%, stake of risked 35%, stake of novel 25%\n"
#define SHARED(how)                                                                                \
    "  share sale\n    rest to members by shapley of synergy adjusted by " how FACTORS
#define INCOME(amount) "2012-02-01 income " amount " from x class sale\n"

/* 13/3, 23/6, 17/6 of 11 million, plus 11 million (λ − 1/3). */
static void the_published_case_comes_out(void **state)
{
    (void)state;
    expect_figures(MONEY TRADERS MATRIX SHARED("") INCOME("11,000,000"), /* 0.39, 0.385, 0.225 */
                   "a.received 4956666.67, b.received 4401666.67, c.received 1641666.66");
    expect_figures(MONEY TRADERS MATRIX SHARED("projection of ") INCOME("11,000,000"),
                   /* λ 0.4109204, 0.3695788, 0.2195008 */
                   "a.received 5186791.47, b.received 4232033.28, c.received 1581175.25");
    expect_figures(MONEY TRADERS MATRIX SHARED("topsis of ") INCOME("11,000,000"),
                   /* λ 0.472843853428, 0.421722949995, 0.105433196577 */
                   "a.received 5867949.05, b.received 4805619.12, c.received 326431.83");
}

static void lambda_alone_is_the_share_of_an_equal_base(void **state)
{
    (void)state;
#define EQUALLY(how) "  share sale\n    rest to members equally adjusted by " how FACTORS
    /* Base 1/3 and λ − 1/3: λ of a million in fen. By TOPSIS λ is whole 10^-12: 10^12 fen show it;
     * of 427.7666, 994.7132, 577.5202 the last gives its fraction to the others. */
    expect_figures(MONEY MATRIX EQUALLY("projection of ") INCOME("1,000,000"),
                   "a.received 410920.44, b.received 369578.78, c.received 219500.78");
    expect_figures(MONEY MATRIX EQUALLY("topsis of ") INCOME("10,000,000,000"),
                   "a.received 4728438534.28, b.received 4217229499.95, c.received 1054331965.77");
}

static void nothing_to_tell_apart_is_equal(void **state)
{
    (void)state;
    /* Nobody has capital or cost: all are alike, by every way. */
#define NOBODY(how)                                                                                \
    "  share sale\n    rest to members equally adjusted by " how "capital 40%, cost 60%\n"
    expect_figures(MONEY NOBODY("") INCOME("9"), "a.received 3.00, b.received 3.00");
    expect_figures(MONEY NOBODY("projection of ") INCOME("9"), "a.received 3.00, b.received 3.00");
    expect_figures(MONEY NOBODY("topsis of ") INCOME("9"), "a.received 3.00, b.received 3.00");
}

static void who_is_worst_in_all_may_come_out_with_nothing(void **state)
{
    (void)state;
    /* c is the worst in both: C = 0. a is the best of both, C = 1; b is half way, C = 1/2. */
    expect_figures(MONEY "  stakes one in parts\n    a 3\n    b 2\n    c 1\n"
                         "  stakes two in parts\n    a 30\n    b 20\n    c 10\n"
                         "  share sale\n    rest to members equally adjusted by topsis of "
                         "stake of one 50%, stake of two 50%\n" INCOME("9"),
                   "a.received 6.00, b.received 3.00, c.received 0.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_case_comes_out),
        cmocka_unit_test(lambda_alone_is_the_share_of_an_equal_base),
        cmocka_unit_test(nothing_to_tell_apart_is_equal),
        cmocka_unit_test(who_is_worst_in_all_may_come_out_with_nothing),
    };
    return cmocka_run_group_tests_name("adjusted", tests, NULL, NULL);
}
