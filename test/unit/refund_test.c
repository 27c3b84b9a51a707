/* Refunds: what goes back to a payer is taken from those who had it, by the weights and text by
 * which its income was shared. All figures are worked out by hand. */
#include "unit.h"

#include "engine.h"
#include "state/register.h"

#define SHARED                                                                                     \
    THREE "article 2 \"Money\"\n  fund f \"F\"\n  share sale\n    10% to fund f\n"                 \
          "    rest to members by capital\n  share surplus\n    rest to c\n"                       \
          "2012-01-02 a pays 300 capital\n2012-01-02 b pays 100 capital\n"                         \
          "2012-02-01 income 1,000 from x class sale\n"
#define LICENSED                                                                                   \
    THREE "article 2 \"Money\"\n  share licence\n    rest to a\n"                                  \
          "2012-01-02 result R patent \"R\" by a\n2012-01-03 license L of R to \"X\"\n"            \
          "  fee 100 due 2012-01-04\n"

static void each_gives_back_its_part(void **state)
{
    (void)state;
    static const struct {
        const char *text, *figures;
    } cases[] = {
        /* 10% of 200, and 180 by 3:1; capital paid since changes nothing. */
        {SHARED "2012-02-02 b pays 200 capital\n2012-03-01 refund 200 to x\n",
         "fund.f 80.00, a.received 540.00, b.received 180.00, assets:cash 1400.00, "
         "income:sale -800.00, equity:distributed:sale 800.00"},
        {SHARED "2012-03-01 refund 1,000 to \"x\"\n",
         "fund.f 0.00, a.received 0.00, b.received 0.00, income:sale 0.00"},
        /* The youngest income first: 40 of interest nobody shared, and with it of the surplus. */
        {SHARED "2012-02-02 income 50 from x class interest\n2012-03-01 refund 40 to x\n",
         "fund.f 100.00, c.received 10.00, income:interest -10.00"},
        {SHARED "2012-02-02 income 50 from x class interest\n2012-03-01 refund 150 to x\n",
         "fund.f 90.00, a.received 607.50, b.received 202.50, c.received 0.00"},
        /* What was reversed is there no more: the older income gives. */
        {SHARED "2012-02-02 income 50 from x class interest\n2012-02-03 reverse 2012-02-02\n"
                "2012-03-01 refund 100 to x\n",
         "fund.f 90.00, a.received 607.50, b.received 202.50, c.received 0.00"},
        /* A third of 0.02: the fund had nothing of it, a gives one of its two. */
        {THREE "article 2 \"Money\"\n  fund f \"F\"\n  share sale\n    10% to fund f\n"
               "    rest to a\n2012-02-01 income 0.02 from x class sale\n"
               "2012-03-01 refund 0.01 to x\n",
         "fund.f 0.00, a.received 0.01"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_figures(cases[i].text, cases[i].figures);
}

/* What was paid out already is a charge, as after a reversal. */
static void who_was_paid_owes_it(void **state)
{
    (void)state;
    expect_figures(SHARED "2012-02-02 settle\n2012-02-03 pay a 675\n2012-03-01 refund 200 to x\n",
                   "a.received 675.00, a.charges 135.00, a.owes 135.00, b.due 180.00");
}

static void taken_back_it_is_shared_again(void **state)
{
    (void)state;
    expect_figures(SHARED "2012-03-01 refund 200 to x\n2012-03-02 reverse 2012-03-01\n",
                   "fund.f 100.00, a.received 675.00, b.received 225.00, assets:cash 1400.00");
    expect_figures(SHARED "2012-03-01 refund 200 to x\n2012-03-02 reverse 2012-03-01\n"
                          "2012-03-03 refund 1,000 to x\n",
                   "fund.f 0.00, a.received 0.00, b.received 0.00, assets:cash 400.00");
    expect_figures(SHARED "2012-04-01 effective 2012-02-15 refund 200 to x\n",
                   "fund.f 80.00, a.received 540.00, b.received 180.00");
}

/* Limits are open again: 60 of 100 that were repaid came back, so that 60 more may come. */
static void what_was_repaid_is_open_again(void **state)
{
    (void)state;
    expect_figures(THREE "article 2 \"Money\"\n  share sale\n    up to 50 in all to c\n"
                         "    until cost repaid to funders by cost\n    rest to c\n"
                         "2012-01-02 a spends 75 t\n2012-01-02 b spends 25 t\n"
                         "2012-02-01 income 150 from x class sale\n"
                         "2012-03-01 refund 90 to x\n"
                         "2012-03-02 income 100 from y class sale\n",
                   "a.received 75.00, b.received 25.00, c.received 60.00");
}

/* What a licensee paid ahead goes back first; what is more it owes no more. */
static void a_licensee_owes_no_more_what_it_got_back(void **state)
{
    (void)state;
    struct engine e;
    engine_settle(&e, LICENSED "2012-02-01 income 130 from L\n2012-03-01 refund 50 to L\n",
                  (struct engine_options){.until = NULL});
    const struct fold *f = &e.settlement.fold;
    assert_int_equal(f->state->registers->licences[0].paid_minor, 8000);
    assert_int_equal(licence_claimed(f->pact, f->state->registers, 0, f->day), 8000);
    engine_release(&e);
    expect_figures(LICENSED "2012-02-01 income 130 from L\n2012-03-01 refund 50 to L\n",
                   "a.received 80.00, income:licence -80.00");
}

static void no_more_goes_back_than_was_paid(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {SHARED "2012-03-01 refund 1,000.01 to x\n", "E270"},
        {SHARED "2012-03-01 refund 1 to y\n", "E270"},
        {SHARED "2012-03-01 refund 600 to x\n2012-03-01 refund 400.01 to x\n", "E270"},
        {SHARED "2012-02-02 reverse 2012-02-01\n2012-03-01 refund 1 to x\n", "E270"},
        {SHARED "2012-03-01 refund 1 to x\n2012-03-02 reverse 2012-02-01\n", "E271"},
        {SHARED "2012-03-01 refund 1 to x\n2012-03-02 reverse 2012-03-01\n"
                "2012-03-03 reverse 2012-02-01\n",
         ""},
        /* A late refund takes no more than was there on its day, and not since. */
        {SHARED "2012-03-01 refund 600 to x\n2012-04-01 effective 2012-02-02 refund 400 to x\n",
         ""},
        {SHARED "2012-03-01 refund 600 to x\n2012-04-01 effective 2012-02-02 refund 401 to x\n",
         "E270"},
        {SHARED "2012-04-01 effective 2012-01-31 refund 1 to x\n", "E270"},
        /* Nor does a late reversal take from under a refund. */
        {SHARED "2012-03-01 refund 600 to x\n2012-04-01 effective 2012-02-02 reverse 2012-02-01\n",
         "E270"},
        /* What the fund spent is gone. */
        {SHARED "2012-02-02 spend 100 rent from fund f\n2012-03-01 refund 10 to x\n", "F126"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_gives_back_its_part),
        cmocka_unit_test(who_was_paid_owes_it),
        cmocka_unit_test(taken_back_it_is_shared_again),
        cmocka_unit_test(what_was_repaid_is_open_again),
        cmocka_unit_test(a_licensee_owes_no_more_what_it_got_back),
        cmocka_unit_test(no_more_goes_back_than_was_paid),
    };
    return cmocka_run_group_tests_name("refund", tests, NULL, NULL);
}
