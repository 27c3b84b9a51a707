/* Results and licences: who owns a result, what a report of sales makes its licensee owe, what must
 * come before a publication; and who may use a result for what. All figures by hand. */
#include "unit.h"

#include "engine.h"
#include "settle/may.h"
#include "state/register.h"

#define PROJECT THREE "  project p \"P\" key\n    funded a 100%\n    work b 50%, c 50%\n"
#define ARTICLE "article 5 \"Results\"\n"
#define MADE "2013-01-01 result R patent \"R\" from p by b 60%, c 40%\n"
#define LICENSED(more) MADE "2014-01-10 license L of R to \"X\" nonexclusive" more

/* ---- what a licensee owes ---- */

static void expect_claimed(const char *text, const char *until, int64_t claimed_minor)
{
    struct engine e;
    engine_settle(&e, text, (struct engine_options){.until = until});
    ASSERT_TEXT(engine_codes(&e), "");
    const struct fold *f = &e.settlement.fold;
    assert_int_equal(licence_claimed(f->pact, f->state->registers, 0, f->options.until),
                     claimed_minor);
    engine_release(&e);
}

static void a_ladder_counts_all_sales_so_far(void **state)
{
    (void)state;
    /* 800,000 × 5%; then 200,000 × 5% + 4,000,000 × 3% + 500,000 × 2%. */
    const char *text =
        PROJECT LICENSED("\n  royalty 5% of sales up to 1,000,000 in all\n"
                         "  royalty 3% of sales up to 5,000,000 in all\n"
                         "  royalty 2% of sales\n") "2015-01-31 L reports 800,000 sales over "
                                                    "2014-01-10 to 2015-01-01\n"
                                                    "2016-01-31 L reports 4,700,000 sales over "
                                                    "2015-01-01 to 2016-01-01\n";
    expect_claimed(text, "2015-01-31", 40000 * 100);
    expect_claimed(text, NULL, (40000 + 10000 + 120000 + 10000) * 100);
}

static void a_ladder_is_exact_and_rounds_its_sum_down(void **state)
{
    (void)state;
    /* 3% of 0.50 is 1.5 fen, of 1.00 it is 3: 1, then 2 more. */
    const char *text =
        PROJECT LICENSED("\n  royalty 3% of sales\n") "2015-01-31 L reports 0.50 sales over "
                                                      "2014-01-10 to 2014-07-01\n"
                                                      "2015-02-28 L reports 0.50 sales over "
                                                      "2014-07-01 to 2015-01-01\n";
    expect_claimed(text, "2015-01-31", 1);
    expect_claimed(text, NULL, 3);
}

static void the_minimum_of_a_year_is_credited(void **state)
{
    (void)state;
    /* 2014: 3% of 1,000,000 is 30,000, so 50,000; 2015: 90,000. Before a year is over only what its
     * reports make is owed. */
    const char *text = PROJECT LICENSED(
        "\n  royalty 3% of sales, at least 50,000 yearly\n") "2014-07-31 L reports 400,000 sales "
                                                             "over 2014-01-10 to 2014-07-01\n"
                                                             "2015-01-31 L reports 600,000 sales "
                                                             "over 2014-07-01 to 2015-01-01\n"
                                                             "2016-01-31 L reports 3,000,000 sales "
                                                             "over 2015-01-01 to 2016-01-01\n";
    expect_claimed(text, "2014-12-30", 12000 * 100);
    expect_claimed(text, "2014-12-31", 50000 * 100);
    expect_claimed(text, "2015-01-31", 50000 * 100);
    expect_claimed(text, "2016-01-31", (50000 + 90000) * 100);
}

static void a_minimum_ends_with_its_licence(void **state)
{
    (void)state;
    const char *text =
        PROJECT LICENSED(" until 2015-06-30\n  fee 7 due 2014-02-01\n"
                         "  royalty 3% of sales, at least 50 yearly\n") "2018-01-01 settle\n";
    expect_claimed(text, "2014-01-31", 0);
    expect_claimed(text, "2014-02-01", 700);
    expect_claimed(text, "2015-06-29", 5700);
    expect_claimed(text, "2015-06-30", 10700);
    expect_claimed(text, NULL, 10700);
}

static void what_others_get_is_deducted_up_to_the_cap_and_carried(void **state)
{
    (void)state;
    /* 2014: 5% of 1,000 is 50; half of 80 is 40, at most half of 50: 25 off, 15 carried. 2015: 5%
     * of 2,000 is 100; half of 20 and the 15 are 25, below the cap of 50: 75. */
#define DEDUCT(more)                                                                               \
    PROJECT LICENSED("\n  royalty 5% of sales\n"                                                   \
                     "  deduct 50% of other royalties, at most 50% of royalty" more                \
                     "\n") "2015-01-31 L reports 1,000 sales over 2014-01-10 to 2015-01-01, "      \
                           "other royalties 80\n"                                                  \
                           "2016-01-31 L reports 2,000 sales over 2015-01-01 to 2016-01-01, "      \
                           "other royalties 20\n"
    expect_claimed(DEDUCT(", carried forward"), "2015-01-31", 2500);
    expect_claimed(DEDUCT(", carried forward"), NULL, 2500 + 7500);
    expect_claimed(DEDUCT(""), NULL, 2500 + 9000);
}

static void all_royalties_stay_under_a_cap_but_the_own_has_a_floor(void **state)
{
    (void)state;
    /* 12% of 1,000 less 90 are 30, of 50; 12% less 110 are 10, but 2.5% are 25; less 60: all 50. */
#define CAPPED(others)                                                                             \
    PROJECT LICENSED(                                                                              \
        "\n  royalty 5% of sales\n"                                                                \
        "  all royalties at most 12% of sales, own at least 2.5%\n") "2015-01-31 L reports 1,000 " \
                                                                     "sales over 2014-01-10 to "   \
                                                                     "2015-01-01, other "          \
                                                                     "royalties " others "\n"
    expect_claimed(CAPPED("90"), NULL, 3000);
    expect_claimed(CAPPED("110"), NULL, 2500);
    expect_claimed(CAPPED("60"), NULL, 5000);
}

static void a_report_can_be_reversed_and_written_late(void **state)
{
    (void)state;
    /* The second report moves down the ladder when the first is taken back, and up again when it
     * comes anew. */
#define STEPS "\n  royalty 5% of sales up to 1,000 in all\n  royalty 1% of sales\n"
#define FIRST "2015-01-31 L reports 1,000 sales over 2014-01-10 to 2015-01-01\n"
#define SECOND "2016-01-31 L reports 500 sales over 2015-01-01 to 2016-01-01\n"
#define REVERSED                                                                                   \
    PROJECT LICENSED(STEPS)                                                                        \
    FIRST SECOND "2016-02-01 reverse 2015-01-31 \"wrong\"\n"
    expect_claimed(REVERSED, "2016-01-31", 5500);
    expect_claimed(REVERSED, NULL, 2500);
    expect_claimed(REVERSED "2016-03-01 effective 2015-01-31 "
                            "L reports 800 sales over 2014-01-10 to 2015-01-01\n",
                   NULL, 4000 + 1000 + 300);
    /* Between the two, as a report of an earlier time that comes later. */
    expect_claimed(PROJECT LICENSED(STEPS) SECOND
                   "2016-02-01 L reports 800 sales over 2014-01-10 to 2015-01-01\n",
                   NULL, 4000 + 1000 + 300);
}

static void payment_is_income_and_pays_what_is_owed(void **state)
{
    (void)state;
#define PAID                                                                                       \
    PROJECT ARTICLE "  share licence\n    rest to makers by invention\n" LICENSED(                 \
        "\n  fee 100\n") "2014-02-01 income 40 from L\n2014-03-01 income 70 from L\n"
    expect_figures(PAID, "b.received 66.00, c.received 44.00, income:licence -110.00");
    struct engine e;
    engine_settle(&e, PAID "2014-04-01 reverse 2014-03-01\n",
                  (struct engine_options){.until = NULL});
    assert_int_equal(e.settlement.fold.state->registers->licences[0].paid_minor, 4000);
    engine_release(&e);
}

/* ---- what refuses an entry ---- */

static void a_licence_keeps_to_its_terms(void **state)
{
    (void)state;
#define ALONE(how)                                                                                 \
    MADE "2014-01-10 license L of R to \"X\" " how "\n2014-06-01 license M of R to \"Y\" "
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {PROJECT ALONE("nonexclusive") "nonexclusive\n", ""},
        {PROJECT ALONE("exclusive") "nonexclusive\n", "E360"},
        {PROJECT ALONE("sole") "nonexclusive\n", "E360"},
        {PROJECT LICENSED(" until 2014-12-31\n") "2014-06-01 license M of R to \"X\" exclusive\n",
         ""},
        {PROJECT ALONE("nonexclusive") "exclusive\n", "E360"},
        {PROJECT ALONE("exclusive in \"paint\"") "nonexclusive in \"ink\"\n", ""},
        {PROJECT ALONE("exclusive in \"paint\"") "nonexclusive\n", "E360"},
        {PROJECT ALONE("exclusive territory \"China\"") "nonexclusive territory \"Japan\"\n", ""},
        {PROJECT ALONE("exclusive until 2014-05-31") "nonexclusive\n", ""},
        {PROJECT ALONE("exclusive until 2014-06-01") "nonexclusive\n", "E360"},
        {PROJECT ALONE("exclusive\n  sublicences allowed") "nonexclusive under L\n", ""},
        {PROJECT ALONE("nonexclusive") "nonexclusive under L\n", "E361"},
        {PROJECT ALONE("nonexclusive in \"paint\"\n  sublicences allowed") "nonexclusive under L\n",
         "E362"},
        {PROJECT ALONE(
             "nonexclusive until 2014-05-31\n  sublicences allowed") "nonexclusive under L\n",
         "E362"},
        {PROJECT LICENSED(
             " until 2015-12-31\n  royalty 3% of sales\n") "2016-01-31 L reports 5 sales over "
                                                           "2015-01-01 to 2016-01-01\n",
         ""},
        {PROJECT LICENSED(
             " until 2015-12-31\n  royalty 3% of sales\n") "2016-01-31 L reports 5 sales over "
                                                           "2015-01-01 to 2016-01-02\n",
         "E363"},
        {PROJECT LICENSED("\n  royalty 3% of sales\n") "2016-01-31 L reports 5 sales over "
                                                       "2014-01-09 to 2015-01-01\n",
         "E363"},
        {PROJECT LICENSED(
             " territory \"China\"\n  royalty 3% of sales\n") "2016-01-31 L reports 5 sales "
                                                              "territory \"Japan\" over 2014-01-10 "
                                                              "to 2015-01-01\n",
         "E364"},
        {PROJECT LICENSED(" until 2014-06-30\n  fee 10\n") "2014-07-01 income 10 from L\n", ""},
        {PROJECT LICENSED(" until 2014-06-30\n  fee 10\n") "2014-07-01 income 11 from L\n", "E367"},
        {PROJECT LICENSED(" until 2014-06-30\n") "2014-07-01 income 11 from L\n", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void a_publication_is_announced_and_may_be_objected_to(void **state)
{
    (void)state;
#define PUBLISH                                                                                    \
    PROJECT ARTICLE                                                                                \
        "  publication notice 45 days, objection 30 days, delay at most 6 months\n" MADE           \
        "2014-02-01 b announces R\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {PROJECT MADE "2014-03-17 publish R by \"J\"\n", ""},
        {PUBLISH "2014-03-17 publish R by \"J\"\n", "E352"},
        {PUBLISH "2014-03-18 publish R by \"J\"\n", ""},
        {PUBLISH "2014-03-03 c objects to R\n2014-09-02 publish R by \"J\"\n", "E353"},
        {PUBLISH "2014-03-03 c objects to R\n2014-09-03 publish R by \"J\"\n", ""},
        {PUBLISH "2014-03-04 c objects to R\n", "E356"},
        {PUBLISH "2014-03-18 train R\n", ""},
        {PROJECT ARTICLE "  government funded diffuse within 3 years\n" MADE
                         "2014-01-01 grant 5 from MOST for p\n2016-01-01 settle\n",
         ""},
        {PROJECT ARTICLE "  government funded diffuse within 3 years\n" MADE
                         "2014-01-01 grant 5 from MOST for p\n2016-01-02 settle\n",
         "F102"},
        {PROJECT ARTICLE "  government funded diffuse within 3 years\n" MADE
                         "2014-01-01 grant 5 from MOST for p\n2015-01-01 adopt R by \"Y\"\n"
                         "2016-01-02 settle\n",
         ""},
        {PROJECT ARTICLE "  government funded diffuse within 3 years\n" MADE
                         "2014-01-01 grant 5 from MOST for p\n2015-01-01 adopt R by a\n"
                         "2016-01-02 settle\n",
         "F102"},
        {PROJECT MADE "2014-01-01 file R \"1\"\n2014-01-02 file R \"2\"\n", "E311"},
        {PROJECT MADE "2014-01-01 granted R\n", "E350"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

/* ---- who may ---- */

/* The answer, and a reason that must be among its grounds. */
static void expect_may(const char *text, const char *day, struct may_question q,
                       enum may_answer answer, enum may_reason reason)
{
    struct engine e;
    struct may m;
    engine_settle(&e, text, (struct engine_options){.until = day, .balance = true});
    ASSERT_TEXT(engine_codes(&e), "");
    q.party = pact_find(e.pact, THING_PARTY, words_find(&e.words, q.who));
    q.day = e.settlement.fold.options.until;
    may_answer(&m, &e.settlement.fold, &q);
    assert_int_equal(m.answer, answer);
    bool found = false;
    for (size_t i = 0; i < m.count; i++) found = found || m.grounds[i].reason == reason;
    assert_true(found);
    engine_release(&e);
}

#define ASK(name, why) ((struct may_question){.who = STR(name), .purpose = PURPOSE_##why})

static void owners_clauses_and_licences_let_use(void **state)
{
    (void)state;
#define RIGHTS                                                                                     \
    PROJECT ARTICLE "  results of projects owned by makers by invention\n"                         \
                    "  members use free for research\n  enterprises use fairly for business\n"     \
                    "  background use free for work\n" MADE
    expect_may(RIGHTS, NULL, ASK("b", BUSINESS), MAY_YES, REASON_OWNER);
    expect_may(RIGHTS, NULL, ASK("a", RESEARCH), MAY_YES, REASON_USE_RIGHT);
    expect_may(RIGHTS, NULL, ASK("a", BUSINESS), MAY_CONDITIONS, REASON_FAIR_TERMS);
    expect_may(RIGHTS, NULL, ASK("a", WORK), MAY_NO, REASON_OTHER_PURPOSE);
    expect_may(RIGHTS "2013-02-01 settle\n", "2012-12-31", ASK("b", BUSINESS), MAY_NO,
               REASON_NOT_YET);
    const char *background = RIGHTS "2013-02-01 background B patent \"B\" of b for p\n";
    struct may_question q = ASK("a", WORK);
    q.result = 1;
    expect_may(background, NULL, q, MAY_YES, REASON_USE_RIGHT);
    q = ASK("a", BUSINESS);
    q.result = 1;
    expect_may(background, NULL, q, MAY_NO, REASON_NOT_OWNER);
}

static void a_licence_lets_use_within_its_field_and_time(void **state)
{
    (void)state;
    const char *text = PROJECT LICENSED(" in \"paint\" until 2015-01-10\n") "2016-01-01 settle\n";
    struct may_question q = ASK("X", BUSINESS);
    expect_may(text, "2014-01-10", q, MAY_CONDITIONS, REASON_IN_FIELD);
    q.field = STR("paint");
    expect_may(text, "2015-01-10", q, MAY_YES, REASON_LICENCE);
    expect_may(text, "2015-01-11", q, MAY_NO, REASON_EXPIRED);
    expect_may(text, "2014-01-09", q, MAY_NO, REASON_NOT_LICENSED_YET);
    q.field = STR("ink");
    expect_may(text, "2014-01-10", q, MAY_NO, REASON_OTHER_FIELD);
}

static void an_exclusive_licence_binds_the_owners(void **state)
{
    (void)state;
#define GIVEN(how) PROJECT MADE "2014-01-10 license L of R to \"X\" " how "\n2014-01-11 settle\n"
    struct may_question q = ASK("b", BUSINESS);
    expect_may(GIVEN("exclusive"), NULL, q, MAY_NO, REASON_EXCLUSIVE);
    expect_may(GIVEN("exclusive"), "2014-01-09", q, MAY_YES, REASON_OWNER);
    expect_may(GIVEN("exclusive"), NULL, ASK("b", RESEARCH), MAY_YES, REASON_OWNER);
    expect_may(GIVEN("sole"), NULL, q, MAY_YES, REASON_OWNER);
    expect_may(GIVEN("exclusive in \"paint\""), NULL, q, MAY_CONDITIONS, REASON_OUTSIDE_ONLY);
    q.field = STR("ink");
    expect_may(GIVEN("exclusive in \"paint\""), NULL, q, MAY_YES, REASON_OWNER);
}

static void the_law_answers_where_the_agreement_is_silent(void **state)
{
    (void)state;
    /* a funds the project: 859 lets it use; c of another text has no part. */
    expect_may(PROJECT MADE, NULL, ASK("a", BUSINESS), MAY_YES, REASON_LAW);
    expect_may(THREE "  project p \"P\"\n    funded a 100%\n"
                     "2013-01-01 result R patent \"R\" from p by b\n",
               NULL, ASK("c", BUSINESS), MAY_NO, REASON_NOT_OWNER);
    expect_may(THREE "  project p \"P\"\n    funded a 100%\n"
                     "2013-01-01 result R patent \"R\" from p by b\n"
                     "2013-02-01 file R \"1\"\n2013-03-01 lapsed R\n",
               NULL, ASK("c", BUSINESS), MAY_YES, REASON_FREE);
}

static void an_unused_result_goes_back_to_its_makers(void **state)
{
    (void)state;
#define UNUSED                                                                                     \
    PROJECT ARTICLE "  results of projects owned by a\n  unused 3 years returns to makers\n" MADE
    expect_may(UNUSED "2016-01-01 settle\n", NULL, ASK("b", BUSINESS), MAY_NO, REASON_NOT_OWNER);
    expect_may(UNUSED "2016-01-02 settle\n", NULL, ASK("b", BUSINESS), MAY_YES, REASON_OWNER);
    expect_may(UNUSED "2016-01-02 settle\n", NULL, ASK("a", BUSINESS), MAY_NO, REASON_NOT_OWNER);
    expect_may(UNUSED "2016-01-01 adopt R by a \"line 1\"\n2016-01-02 settle\n", NULL,
               ASK("a", BUSINESS), MAY_YES, REASON_OWNER);
}

static void owners_follow_the_clause_of_the_project(void **state)
{
    (void)state;
#define OWNED(by) PROJECT ARTICLE "  results of project p owned by " by "\n" MADE
    expect_may(OWNED("a 70%, c 30%"), NULL, ASK("c", BUSINESS), MAY_YES, REASON_OWNER);
    expect_may(OWNED("a 70%, c 30%"), NULL, ASK("b", BUSINESS), MAY_NO, REASON_NOT_OWNER);
    expect_may(OWNED("alliance"), NULL, ASK("b", BUSINESS), MAY_NO, REASON_NOT_OWNER);
    expect_may(PROJECT ARTICLE "  results of projects owned by alliance\n"
                               "  results of project p owned by funders by cost\n"
                               "2012-12-01 a spends 5 rent for p\n" MADE,
               NULL, ASK("a", BUSINESS), MAY_YES, REASON_OWNER);
}

static void a_part_passes_on_when_the_others_did_not_buy_it(void **state)
{
    (void)state;
#define REFUSAL PROJECT ARTICLE "  first refusal 45 days\n" MADE
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {PROJECT MADE "2014-01-01 transfer R from b to a\n", ""},
        {PROJECT MADE "2014-01-01 transfer R from a to b\n", "E357"},
        {PROJECT MADE "2014-01-01 transfer R from b to b\n", "E371"},
        {REFUSAL "2014-01-01 transfer R from b to c\n", ""},
        {REFUSAL "2014-01-01 transfer R from b to a\n", "E359"},
        {REFUSAL "2014-01-01 b offers R to a\n2014-02-15 transfer R from b to a\n", "E359"},
        {REFUSAL "2014-01-01 b offers R to a\n2014-02-16 transfer R from b to a\n", ""},
        {REFUSAL "2014-01-01 b offers R to \"Y\"\n2014-02-16 transfer R from b to a\n", "E359"},
        {REFUSAL "2014-01-01 b offers R to a\n2014-01-02 c waives R\n"
                 "2014-01-02 transfer R from b to a\n",
         ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
    const char *passed = PROJECT MADE "2014-01-01 transfer R from b to a\n"
                                      "2014-02-01 reverse 2014-01-01\n";
    expect_may(passed, "2014-01-01", ASK("a", RESEARCH), MAY_YES, REASON_OWNER);
    expect_may(passed, "2014-01-01", ASK("b", RESEARCH), MAY_YES, REASON_LAW);
    expect_may(passed, NULL, ASK("b", RESEARCH), MAY_YES, REASON_OWNER);
}

static void owners_receive_by_ownership_and_by_patents_in_force(void **state)
{
    (void)state;
    /* R is a's 70% and c's 30% by the project; S is b's, by the transfers. Ownership of the
     * project: a 0.7, c 0.3, b 1. Patents in force: R alone, from its grant on, and b's background.
     */
#define OWNING                                                                                     \
    PROJECT ARTICLE "  results of projects owned by a 70%, c 30%\n"                                \
                    "  share sale\n    rest to owners by ownership\n"                              \
                    "  share service\n    rest to members by patents\n" MADE                       \
                    "2013-01-02 result S software \"S\" from p by b\n"                             \
                    "2013-01-03 transfer S from a to b\n2013-01-03 transfer S from c to b\n"
    expect_figures(OWNING "2013-02-01 income 100 from x class sale of R\n",
                   "a.received 70.00, b.received 0.00, c.received 30.00");
    expect_figures(OWNING "2013-02-01 income 100 from x class sale of p\n",
                   "a.received 35.00, b.received 50.00, c.received 15.00");
    expect_figures(OWNING "2013-02-01 income 100 from x class sale\n", "unshared 100.00");
    expect_figures(OWNING "2013-02-01 income 100 from x class service of p\n", "unshared 100.00");
#define PATENTED                                                                                   \
    OWNING "2013-02-01 file R \"1\"\n2013-03-01 granted R\n"                                       \
           "2013-03-02 background B patent \"B\" of b for p\n2013-03-02 granted B\n"
    expect_figures(PATENTED "2013-04-01 income 100 from x class service of p\n",
                   "a.received 70.00, c.received 30.00, b.received 0.00");
    expect_figures(PATENTED "2013-04-01 income 100 from x class service\n",
                   "a.received 35.00, c.received 15.00, b.received 50.00");
    expect_figures(PATENTED "2013-03-31 lapsed R\n2013-04-01 income 100 from x class service\n",
                   "a.received 0.00, b.received 100.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ladder_counts_all_sales_so_far),
        cmocka_unit_test(a_ladder_is_exact_and_rounds_its_sum_down),
        cmocka_unit_test(the_minimum_of_a_year_is_credited),
        cmocka_unit_test(a_minimum_ends_with_its_licence),
        cmocka_unit_test(what_others_get_is_deducted_up_to_the_cap_and_carried),
        cmocka_unit_test(all_royalties_stay_under_a_cap_but_the_own_has_a_floor),
        cmocka_unit_test(a_report_can_be_reversed_and_written_late),
        cmocka_unit_test(payment_is_income_and_pays_what_is_owed),
        cmocka_unit_test(a_licence_keeps_to_its_terms),
        cmocka_unit_test(a_publication_is_announced_and_may_be_objected_to),
        cmocka_unit_test(owners_clauses_and_licences_let_use),
        cmocka_unit_test(a_licence_lets_use_within_its_field_and_time),
        cmocka_unit_test(an_exclusive_licence_binds_the_owners),
        cmocka_unit_test(the_law_answers_where_the_agreement_is_silent),
        cmocka_unit_test(an_unused_result_goes_back_to_its_makers),
        cmocka_unit_test(owners_follow_the_clause_of_the_project),
        cmocka_unit_test(a_part_passes_on_when_the_others_did_not_buy_it),
        cmocka_unit_test(owners_receive_by_ownership_and_by_patents_in_force),
    };
    return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
