/* Standing invariants: from the first entry at which they hold, no entry breaks them. */
#include "unit.h"

#include "engine.h"

#define RESERVE                                                                                    \
    THREE                                                                                          \
    "article 2 \"Money\"\n  fund f \"F\"\n  fund g \"G\"\n  share sale\n    rest to fund f\n"      \
    "  share service\n    rest to a\n"                                                             \
    "  bear project loss\n    from fund f\n"

static void an_entry_that_breaks_one_is_refused(void **state)
{
    (void)state;
#define LEAST RESERVE "  always fund f at least 100\n"
#define SALE "2012-02-01 income 150 from x class sale\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        /* Below it from the beginning: it holds from 150 on. */
        {LEAST "2012-02-01 income 50 from x class sale\n2012-02-02 spend 10 t from fund f\n", ""},
        {LEAST SALE "2012-03-01 spend 50 t from fund f\n", ""},
        {LEAST SALE "2012-03-01 spend 50.01 t from fund f\n", "E381"},
        {LEAST SALE "2012-03-01 loss 50\n", ""},
        {LEAST SALE "2012-03-01 loss 51\n", "E381"},
        {LEAST SALE "2012-03-01 reverse 2012-02-01\n", "E381"},
        {LEAST SALE "2012-03-01 effective 2012-02-02 spend 60 t from fund f\n", "E381"},
        {LEAST SALE "2012-03-01 effective 2012-02-02 spend 50 t from fund f\n", ""},
        /* Of another fund, and of cash in either direction. */
        {RESERVE "  always fund g at least 1\n" SALE "2012-03-01 spend 150 t from fund f\n", ""},
        {RESERVE "  always cash at least 0\n2012-02-01 spend 1 t\n", ""},
        {RESERVE "  always cash at least 0\n" SALE "2012-03-01 spend 151 t\n", "E381"},
        {RESERVE "  always cash at most 150\n" SALE "2012-03-01 a pays 1 capital\n", "E381"},
        {RESERVE "  always fund f at most 150\n" SALE "2012-03-01 income 1 from x class sale\n",
         "E381"},
        {RESERVE "  always fund f at most 150\n" SALE "2012-03-01 income 1 from x class service\n",
         ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

/* What comes behind the day asked is not folded, so it breaks nothing yet. */
static void a_later_entry_breaks_nothing_before(void **state)
{
    (void)state;
    expect_figures_until(LEAST SALE "2012-03-01 spend 60 t from fund f\n", "2012-02-29",
                         "fund.f 150.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_that_breaks_one_is_refused),
        cmocka_unit_test(a_later_entry_breaks_nothing_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
