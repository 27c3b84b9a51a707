/* Losses: what an insurer paid, who was silent, whose cap is lifted. All figures are worked out by
 * hand. */
#include "unit.h"

#include "engine.h"

#define BEAR                                                                                       \
    THREE "article 2 \"Risk\"\n  a pledges 100\n  b pledges 100\n  project p \"P\"\n"              \
          "  stakes s\n    a 50%\n    b 30%\n    c 20%\n"                                          \
          "  bear project loss\n    by stake of s from members, at most 100 each\n"                \
          "  bear liability\n    by stake of s from a, b, at most 150% of pledge each\n"
#define LIFTED BEAR "  liability cap lifted by intent, gross negligence\n"
#define FEB "2012-02-01 "
#define MAR "2012-03-01 "

static void what_is_insured_is_borne_by_nobody(void **state)
{
    (void)state;
    static const struct {
        const char *text, *figures;
    } cases[] = {
        {BEAR FEB "loss 100 of p, 40 of it insured\n",
         "a.borne 30.00, b.borne 18.00, c.borne 12.00, uncovered 0.00, assets:cash 40.00, "
         "equity:losses -100.00"},
        {BEAR FEB "loss 100, 100 of it insured\n",
         "a.borne 0.00, uncovered 0.00, assets:cash 100.00"},
        {BEAR FEB "liability 160 to \"x\", 80 of it insured\n",
         "a.borne 50.00, b.borne 30.00, assets:cash 80.00"},
        {BEAR FEB "loss 100 of p, 40 of it insured\n" MAR "reverse 2012-02-01\n",
         "a.borne 0.00, assets:cash 0.00, equity:losses 0.00, a.owes 0.00"},
        /* What nobody bears of the rest alone is uncovered. */
        {THREE FEB "loss 100, 40 of it insured\n", "uncovered 60.00, assets:cash 40.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_figures(cases[i].text, cases[i].figures);
}

static void who_was_silent_bears_the_extra(void **state)
{
    (void)state;
    static const struct {
        const char *text, *figures;
    } cases[] = {
        {BEAR FEB "loss 100 of p, 20 of it by silence of c\n",
         "a.borne 40.00, b.borne 24.00, c.borne 36.00, equity:losses -100.00, c.owes 36.00"},
        /* No cap holds for it, and it counts against none. */
        {BEAR FEB "loss 120 of p, 120 of it by silence of c\n" MAR "loss 100 of p\n",
         "c.borne 140.00, a.borne 50.00"},
        {BEAR FEB "loss 100 of p, 40 of it insured, 20 of it by silence of c\n",
         "a.borne 20.00, b.borne 12.00, c.borne 28.00"},
        {BEAR FEB "loss 100 of p, 20 of it by silence of c\n" MAR "c pays 36 loss\n"
                  "2012-03-02 reverse 2012-02-01\n",
         "a.borne 0.00, c.borne 0.00, c.owes 0.00, c.paid_in 0.00, equity:losses 0.00"},
        {BEAR MAR "effective 2012-02-01 loss 100 of p, 20 of it by silence of c\n",
         "a.borne 40.00, c.borne 36.00"},
        /* The notice was given to another project, later, by another, or is taken back. */
        {BEAR "  project q \"Q\"\n" FEB "c warns of failure of q\n" FEB
              "a warns of failure of p\n" MAR
              "loss 100 of p, 20 of it by silence of c\n2012-03-02 c warns of failure of p\n",
         "c.borne 36.00"},
        {BEAR FEB "c warns of failure of p\n2012-02-02 reverse 2012-02-01\n" MAR
                  "loss 100 of p, 20 of it by silence of c\n",
         "c.borne 36.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_figures(cases[i].text, cases[i].figures);
}

static void a_cap_is_lifted_for_who_is_to_blame(void **state)
{
    (void)state;
    static const struct {
        const char *text, *figures;
    } cases[] = {
        /* 500 by 50:30:20 under 100 each leaves 200; a's cap lifted it bears them. */
        {LIFTED FEB "loss 500 of p\n",
         "a.borne 100.00, b.borne 100.00, c.borne 100.00, uncovered 200.00"},
        {LIFTED FEB "loss 500 of p\n" FEB "intent a\n",
         "a.borne 300.00, b.borne 100.00, c.borne 100.00, uncovered 0.00"},
        {LIFTED FEB "loss 500 of p\n" MAR "gross negligence c\n",
         "a.borne 100.00, b.borne 100.00, c.borne 300.00, uncovered 0.00, c.owes 300.00"},
        {LIFTED FEB "liability 400 to \"x\"\n" MAR "intent b\n",
         "a.borne 150.00, b.borne 250.00, uncovered 0.00"},
        /* That of one loss, the last before or the one that is cited, not of others. */
        {LIFTED FEB "loss 500 of p\n" FEB "loss 90 of p\n" MAR "intent a in 2012-02-01 #1\n",
         "a.borne 300.00, uncovered 90.00"},
        {LIFTED FEB "loss 500 of p\n" FEB "loss 90 of p\n" MAR "intent a\n",
         "a.borne 190.00, b.borne 100.00, uncovered 200.00"},
        {LIFTED FEB "loss 500 of p\n" FEB "intent a\n" FEB "gross negligence b\n",
         "a.borne 250.00, b.borne 150.00, c.borne 100.00, uncovered 0.00"},
        /* Taken back, all caps hold again; what was settled is adjusted. */
        {LIFTED FEB "loss 500 of p\n" FEB "intent a\n" MAR "reverse 2012-02-01 #2\n",
         "a.borne 100.00, uncovered 200.00"},
        {LIFTED FEB "loss 500 of p\n" FEB "settle\n" MAR "intent a\n",
         "a.borne 300.00, a.owes 300.00, uncovered 0.00"},
        {LIFTED FEB "loss 500 of p\n" MAR "effective 2012-02-02 intent a\n", "a.borne 300.00"},
        /* The loss taken back, blame is about nothing. */
        {LIFTED FEB "loss 500 of p\n" FEB "intent a\n" MAR "reverse 2012-02-01 #1\n",
         "a.borne 0.00, b.borne 0.00, uncovered 0.00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_figures(cases[i].text, cases[i].figures);
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {LIFTED FEB "intent a\n", "E272"},
        {LIFTED FEB "loss 5 of p\n" FEB "intent a in 2012-02-01 #2\n", "E272"},
        {LIFTED FEB "loss 5 of p\n" FEB "income 1 from x class sale\n" FEB
                    "intent a in 2012-02-01 #2\n",
         "E272"},
        {BEAR FEB "loss 5 of p\n" FEB "intent a\n", "F170"},
        {BEAR "  liability cap lifted by intent\n" FEB "loss 5 of p\n" FEB "gross negligence a\n",
         "F170"},
        {BEAR FEB "c warns of failure of p\n" MAR "loss 9 of p, 1 of it by silence of c\n", "E273"},
        {BEAR FEB "loss 9 of p, 9.01 of it insured\n", "E274"},
        {BEAR FEB "loss 9 of p, 5 of it insured, 5 of it by silence of c\n", "E274"},
        {BEAR FEB "loss 9 of p, 1 of it by silence of d\n", "E202"},
        {BEAR FEB "stop p done\n" MAR "c warns of failure of p\n", "E311"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_insured_is_borne_by_nobody),
        cmocka_unit_test(who_was_silent_bears_the_extra),
        cmocka_unit_test(a_cap_is_lifted_for_who_is_to_blame),
        cmocka_unit_test(what_cannot_be_is_refused),
    };
    return cmocka_run_group_tests_name("losses", tests, NULL, NULL);
}
