/* Authority: how motions are counted, who may vote and veto, and what may rest on a decision.
 * Counts are expected as the sentence that `heqi tally` shows. */
#include "unit.h"

#include "engine.h"

#include "fold/authority.h"

/* Five members, one of each letter: three enterprises, a university, an institute. */
#define FIVE                                                                                       \
    ALLIANCE "article 1 \"Members\"\n"                                                             \
             "  party a enterprise \"A\" lead\n"                                                   \
             "  party b enterprise \"B\"\n"                                                        \
             "  party c enterprise \"C\"\n"                                                        \
             "  party d university \"D\"\n"                                                        \
             "  party e institute \"E\"\n"
#define DECISIONS "article 2 \"Decisions\"\n"
#define COUNCIL                                                                                    \
    DECISIONS "  body council decision\n"                                                          \
              "    seats one each member\n"                                                        \
              "    quorum 1/2\n"                                                                   \
              "    pass 2/3 of present\n"
#define PUT "2012-02-01 motion M \"M\" to council on admission\n"
#define VOTE(words) "2012-02-02 vote M " words "\n"
#define DECIDE "2012-02-10 decide M\n"

static const struct motion *motion_of(const struct engine *e, const char *name)
{
    uint32_t word = words_find(&e->words, str_from(name));
    assert_int_not_equal(word, WORD_NONE);
    uint32_t index = pact_find(e->pact, THING_MOTION, word);
    assert_int_not_equal(index, INDEX_NONE);
    return &e->pact->motions[index];
}

static struct motion_state *state_of(const struct engine *e, const char *name)
{
    const struct motion *m = motion_of(e, name);
    return &e->settlement.fold.state->motions->list[m - e->pact->motions];
}

static void settle(struct engine *e, const char *text)
{
    engine_settle(e, text, (struct engine_options){.until = NULL});
    if (!e->settled) {
        struct str problems = engine_problems(e);
        fail_msg("refused:\n%.*s\n%s", STR_ARG(problems), text);
    }
}

/* What the decision on M came to. */
static void expect_count(const char *text, const char *sentence)
{
    struct engine e;
    settle(&e, text);
    const struct tally *t = state_of(&e, "M")->tally;
    assert_non_null(t);
    struct str got = tally_sentence(&e.arena, e.pact, t, LANG_EN);
    if (!str_eq(got, str_from(sentence)))
        fail_msg("%.*s\ninstead of\n%s\nin\n%s", STR_ARG(got), sentence, text);
    engine_release(&e);
}

/* ---- who is present ---- */

static void present_is_who_is_listed_or_votes(void **state)
{
    (void)state;
    expect_count(FIVE COUNCIL PUT VOTE("a yes") VOTE("b yes") VOTE("c no") DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 2: carried");
    expect_count(FIVE COUNCIL PUT VOTE("a yes")
                     VOTE("b yes") "2012-02-10 meeting council a, b, c, d\n" DECIDE,
                 "5 seats, 1/2 = 3; present 4; needs 3 of 4 present; yes 2: lost");
    expect_count(FIVE COUNCIL PUT VOTE("e yes")
                     VOTE("b yes") "2012-02-10 meeting council a, b\n" DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 2: carried");
    expect_count(FIVE COUNCIL PUT VOTE("a yes") VOTE("b yes") DECIDE,
                 "5 seats, 1/2 = 3; present 2, no quorum; needs 2 of 2 present; yes 2: lost");
}

static void the_meeting_is_the_latest_of_the_body_since_the_motion(void **state)
{
    (void)state;
#define MEET(date, who) date " meeting council " who "\n"
    const char *end = "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 3: carried";
#define THREE_YES VOTE("a yes") VOTE("b yes") VOTE("c yes")
    expect_count(FIVE COUNCIL MEET("2012-01-31", "a, b, c, d, e") PUT THREE_YES DECIDE, end);
    expect_count(FIVE COUNCIL PUT THREE_YES DECIDE MEET("2012-02-10", "a, b, c, d, e"), end);
    expect_count(FIVE COUNCIL PUT MEET("2012-02-01", "a, b, c, d, e")
                     THREE_YES MEET("2012-02-03", "a, b, c") DECIDE,
                 end);
    expect_count(FIVE COUNCIL MEET("2012-02-01", "a, b, c, d") PUT THREE_YES DECIDE,
                 "5 seats, 1/2 = 3; present 4; needs 3 of 4 present; yes 3: carried");
    expect_count(FIVE COUNCIL "  body board executive\n    seats a, b\n" PUT THREE_YES
                              "2012-02-03 meeting board a, b\n" DECIDE,
                 end);
    expect_count(FIVE COUNCIL
                 "2012-02-01 motion M \"M\" to council on admission by 2012-02-10\n" THREE_YES MEET(
                     "2012-02-03", "a, b, c, d, e") DECIDE,
                 end);
    expect_codes(FIVE COUNCIL
                 "  body board executive\n    seats a, b\n2012-02-03 meeting board a, c\n",
                 "E330");
}

static void the_base_is_present_all_or_cast(void **state)
{
    (void)state;
#define BASE(pass)                                                                                 \
    FIVE DECISIONS "  body council decision\n    seats one each member\n    pass " pass            \
                   "\n" PUT VOTE("a yes") VOTE("b yes") VOTE("c no") VOTE("d abstain") DECIDE
    expect_count(BASE("1/2 of present"),
                 "5 seats; present 4; needs 2 of 4 present; yes 2: carried");
    expect_count(BASE("1/2"), "5 seats; present 4; needs 2 of 4 present; yes 2: carried");
    expect_count(BASE("1/2 of all"), "5 seats; present 4; needs 3 of 5 in all; yes 2: lost");
    expect_count(BASE("1/2 of cast"), "5 seats; present 4; needs 2 of 3 cast; yes 2: carried");
    expect_count(BASE("more than 2/3 of cast"),
                 "5 seats; present 4; needs 3 of 3 cast; yes 2: lost");
}

static void without_a_yes_nothing_passes(void **state)
{
    (void)state;
    static const char *const passes[] = {"2/3 of cast", "0% of all", "0% of present"};
    struct arena a;
    arena_init(&a);
    for (size_t i = 0; i < ARRAY_LEN(passes); i++) {
        struct engine e;
        settle(&e, str_format(&a,
                              FIVE DECISIONS "  body council decision\n    seats one each member\n"
                                             "    pass %s\n" PUT VOTE("a abstain") DECIDE,
                              passes[i])
                       .ptr);
        assert_int_equal(state_of(&e, "M")->result, MOTION_LOST);
        engine_release(&e);
    }
    arena_release(&a);
}

/* ---- ballots ---- */

static void the_latest_ballot_counts(void **state)
{
    (void)state;
    expect_count(FIVE COUNCIL PUT VOTE("a no") VOTE("b yes") VOTE("c yes") VOTE("a yes")
                     VOTE("c no") DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 2: carried");
}

static void a_proxy_votes_for_another(void **state)
{
    (void)state;
    expect_count(FIVE COUNCIL PUT VOTE("a yes") VOTE("a yes for b") VOTE("a no for c") DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 2: carried");
    expect_count(FIVE COUNCIL PUT VOTE("a yes for b") VOTE("b no") VOTE("c yes") VOTE("a yes for d")
                     DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 2: carried");
#define BOARD DECISIONS "  body council decision\n    seats a, b\n    pass 1/2 of all\n"
    expect_codes(FIVE BOARD PUT VOTE("c yes"), "E330");
    expect_codes(FIVE BOARD PUT VOTE("a yes for c"), "E330");
    expect_codes(FIVE BOARD PUT VOTE("c yes for a"), "E330");
}

static void the_one_it_is_about_is_recused(void **state)
{
    (void)state;
#define EXPEL "2012-02-01 motion M \"M\" to council on expulsion of e\n"
    expect_count(FIVE COUNCIL EXPEL VOTE("a yes") VOTE("b yes")
                     VOTE("c no") "2012-02-10 meeting council a, b, c, e\n" DECIDE,
                 "4 seats, 1/2 = 2; present 3; needs 2 of 3 present; yes 2: carried");
    expect_codes(FIVE COUNCIL EXPEL VOTE("e no"), "E331");
    expect_codes(FIVE COUNCIL EXPEL VOTE("a no for e"), "E331");
    expect_codes(FIVE COUNCIL EXPEL VOTE("e no for a"), "E331");
    expect_codes(FIVE COUNCIL "2012-02-01 motion M \"M\" to council on e\n" VOTE("e no"), "E331");
    expect_codes(FIVE "  group g of d, e counts as one\n" COUNCIL EXPEL VOTE("d no"), "E331");
    expect_codes(FIVE "  group g of d, e\n" COUNCIL EXPEL VOTE("d no"), "");
}

static void a_bloc_has_one_seat(void **state)
{
    (void)state;
#define BLOC FIVE "  group g of a, b, c\n    counts as one\n" COUNCIL PUT
    expect_count(BLOC VOTE("a yes") VOTE("b yes") VOTE("d yes") DECIDE,
                 "3 seats, 1/2 = 2; present 2; needs 2 of 2 present; yes 2: carried");
    expect_count(BLOC VOTE("a yes") VOTE("b no") VOTE("d yes") VOTE("e yes") DECIDE,
                 "3 seats, 1/2 = 2; present 3; needs 2 of 3 present; yes 2: carried");
    expect_count(BLOC VOTE("a yes") VOTE("b no") VOTE("d yes") DECIDE,
                 "3 seats, 1/2 = 2; present 2; needs 2 of 2 present; yes 1: lost");
    expect_count(BLOC VOTE("c yes") "2012-02-10 meeting council a, d\n" DECIDE,
                 "3 seats, 1/2 = 2; present 2; needs 2 of 2 present; yes 1: lost");
}

/* ---- weights ---- */

#define PAID                                                                                       \
    "2012-01-10 a pays 60 capital\n2012-01-10 b pays 30 capital\n"                                 \
    "2012-01-10 c pays 9.50 capital\n2012-01-10 d pays 0.50 capital\n"
#define BY(votes)                                                                                  \
    FIVE DECISIONS "  body council decision\n    seats one each member\n    votes " votes "\n"     \
                   "    quorum 2/3\n    pass more than 1/2 of all\n"

static void votes_weigh_by_capital(void **state)
{
    (void)state;
    expect_count(BY("by capital") PAID PUT VOTE("a yes") VOTE("b no") VOTE("c no") VOTE("d no")
                     DECIDE,
                 "5 seats, 2/3 = 4; present 4; needs 5001/100 of 100 in all; yes 60: carried");
    expect_count(BY("by capital") PAID PUT VOTE("a no") VOTE("b yes") VOTE("c yes") VOTE("d yes")
                     VOTE("e yes") DECIDE,
                 "5 seats, 2/3 = 4; present 5; needs 5001/100 of 100 in all; yes 40: lost");
}

static void votes_weigh_by_stakes_and_pledges(void **state)
{
    (void)state;
    expect_count(FIVE
                 "  stakes s\n    a 40%\n    b 25%\n    c 20%\n    d 15%\n" DECISIONS
                 "  body council decision\n    seats one each member\n    votes by stake of s\n"
                 "    pass 60% of present\n" PUT VOTE("a yes") VOTE("c yes") VOTE("d no") DECIDE,
                 "5 seats; present 3; needs 9 of 15 present; yes 12: carried");
    expect_codes(FIVE "2012-03-01 stakes s\n  a 100%\n", "");
    expect_codes(FIVE DECISIONS
                 "  body council decision\n    seats one each member\n    votes by stake of s\n"
                 "    pass 60% of present\n" PUT VOTE("a yes") DECIDE
                 "2012-03-01 stakes s\n  a 100%\n",
                 "E308");
    expect_count(FIVE "  a pledges 6 due 2015-01-01\n  b pledges 2 due 2015-01-01\n" DECISIONS
                      "  body council decision\n    seats a, b\n    votes by pledge\n"
                      "    pass 3/4 of all\n" PUT VOTE("a yes") DECIDE,
                 "2 seats; present 1; needs 6 of 8 in all; yes 6: carried");
}

/* R by a and b, S by b alone, of which c owns R, and background Q of d: patents in force are R and
 * Q. */
#define RESULTS                                                                                    \
    "2012-01-02 result R patent \"R\" from p by a 1/3, b 2/3\n"                                    \
    "2012-01-02 result S software \"S\" from p by b\n"                                             \
    "2012-01-02 background Q patent \"Q\" of d\n"                                                  \
    "2012-01-03 file R \"1\"\n2012-01-03 granted R\n2012-01-03 file Q \"2\"\n"                     \
    "2012-01-03 granted Q\n2012-01-04 transfer R from a to c\n"
#define IN_RESULTS(by)                                                                             \
    FIVE DECISIONS "  project p \"P\"\n  body council decision\n    seats one each member\n"       \
                   "    votes by " by "\n    pass 1/2 of all\n" RESULTS PUT VOTE("b yes") DECIDE

static void votes_weigh_by_shares_in_results(void **state)
{
    (void)state;
    /* Makers: a 1/3, b 5/3. Owners: c 1/3, b 5/3. Patents in force: c 1/3, b 2/3, d 1. */
    expect_count(IN_RESULTS("invention"),
                 "5 seats; present 1; needs 3 of 6 in all; yes 5: carried");
    expect_count(IN_RESULTS("ownership"),
                 "5 seats; present 1; needs 3 of 6 in all; yes 5: carried");
    expect_count(IN_RESULTS("patents"), "5 seats; present 1; needs 3 of 6 in all; yes 2: lost");
    /* Nobody has any: nothing of nothing is no yes. */
    expect_count(FIVE DECISIONS "  body council decision\n    seats one each member\n"
                                "    votes by patents\n    pass 1/2 of all\n" PUT VOTE("b yes")
                                    DECIDE,
                 "5 seats; present 1; needs 0 of 0 in all; yes 0: lost");
}

/* Of 100 and 50 the sale gives back 30 in all: 20 and 10, so that 80 and 40 are at risk. */
static void votes_weigh_by_what_is_at_risk(void **state)
{
    (void)state;
    expect_count(
        FIVE
        "  share sale\n    until capital repaid to members by capital\n    rest to a\n" DECISIONS
        "  body council decision\n    seats one each member\n    votes by risk\n"
        "    pass 2/3 of all\n"
        "2012-01-02 a pays 100 capital\n2012-01-02 b pays 50 capital\n"
        "2012-01-03 income 30 from x class sale\n" PUT VOTE("a yes") DECIDE,
        "5 seats; present 1; needs 80 of 120 in all; yes 80: carried");
}

static void a_cap_cuts_at_its_share_of_all_before_the_cut(void **state)
{
    (void)state;
    /* 60, 30, 9.50, 0.50 of 100, cut at 20: 20, 20, 9.50, 0.50 */
    expect_count(BY("by capital, at most 20% each") PAID PUT VOTE("a yes") VOTE("b no")
                     VOTE("c yes") VOTE("d no") DECIDE,
                 "5 seats, 2/3 = 4; present 4; needs 12501/500 of 50 in all; yes 59/2: carried");
    /* a bloc is cut as one */
    expect_count(FIVE "  group g of b, c counts as one\n" DECISIONS
                      "  body council decision\n    seats one each member\n"
                      "    votes by capital, at most 25% each\n    pass 1/2 of all\n" PAID PUT VOTE(
                          "b yes") DECIDE,
                 "4 seats; present 1; needs 101/4 of 101/2 in all; yes 25: lost");
}

static void a_count_is_frozen(void **state)
{
    (void)state;
    expect_count(BY("by capital") PAID PUT VOTE("a yes") VOTE("b no") VOTE("c no") VOTE("d no")
                     DECIDE "2012-03-01 b pays 900 capital\n2012-03-02 join f enterprise \"F\"\n",
                 "5 seats, 2/3 = 4; present 4; needs 5001/100 of 100 in all; yes 60: carried");
    expect_count(BY("by capital") PAID PUT VOTE("a yes") VOTE("b no") VOTE("c no")
                     VOTE("d no") "2012-02-09 b pays 900 capital\n" DECIDE,
                 "5 seats, 2/3 = 4; present 4; needs 50001/100 of 1000 in all; yes 60: lost");
}

static void who_is_in_default_has_no_seat(void **state)
{
    (void)state;
    struct engine e;
    settle(&e, FIVE COUNCIL
           "  b pledges 5 due 2012-01-02\n  arrears\n    no vote after 9 days\n" PUT VOTE("a yes")
               VOTE("b yes"));
    struct fold *f = &e.settlement.fold;
    const struct tally *t = count_motion(f, motion_of(&e, "M"), f->day, (struct span){0, 0});
    ASSERT_TEXT(tally_sentence(&e.arena, e.pact, t, LANG_EN),
                "4 seats, 1/2 = 2; present 1, no quorum; needs 1 of 1 present; yes 1: lost");
    engine_release(&e);
}

/* ---- rules ---- */

static void a_decide_line_has_its_own_majority(void **state)
{
    (void)state;
    expect_count(FIVE COUNCIL "  decide admission by council 3/4 of all\n" PUT VOTE("a yes")
                     VOTE("b yes") VOTE("c yes") DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 4 of 5 in all; yes 3: lost");
    expect_count(FIVE COUNCIL "  decide papers by council more than 1/2\n"
                              "2012-02-01 motion M \"M\" to council on papers\n" VOTE("a yes")
                                  VOTE("b yes") VOTE("c no") DECIDE,
                 "5 seats, 1/2 = 3; present 3; needs 2 of 3 present; yes 2: carried");
}

static void classes_are_counted_by_heads(void **state)
{
    (void)state;
#define AND(groups) BY("by capital") "  decide admission by council and " groups "\n" PAID PUT
    expect_count(AND("enterprises more than 1/2") VOTE("a yes") VOTE("b no") VOTE("c no")
                     VOTE("d no") DECIDE,
                 "5 seats, 2/3 = 4; present 4; needs 5001/100 of 100 in all; yes 60; "
                 "enterprises: needs 2 of 3 in all, yes 1: lost");
    expect_count(AND("members 2/3 of present, a 1/1") VOTE("a yes") VOTE("b yes") VOTE("c yes")
                     VOTE("d no") DECIDE,
                 "5 seats, 2/3 = 4; present 4; needs 5001/100 of 100 in all; yes 199/2; "
                 "members: needs 3 of 4 present, yes 3; a: needs 1 of 1 in all, yes 1: carried");
    /* nobody of the class is there: not reached; the class has no seat: not asked */
    expect_count(AND("institutes 1/2 of present") VOTE("a yes") VOTE("b yes") VOTE("c yes")
                     VOTE("d no") DECIDE,
                 "5 seats, 2/3 = 4; present 4; needs 5001/100 of 100 in all; yes 199/2; "
                 "institutes: needs 0 of 0 present, yes 0: lost");
    expect_count(THREE COUNCIL
                 "  decide expulsion by council and institutes 1/2\n"
                 "2012-02-01 motion M \"M\" to council on expulsion of c\n" VOTE("a yes")
                     VOTE("b yes") DECIDE,
                 "2 seats, 1/2 = 1; present 2; needs 2 of 2 present; yes 2; "
                 "institutes: needs 0 of 0 present, yes 0: carried");
}

static void a_body_must_be_able_to_decide(void **state)
{
    (void)state;
    expect_codes(FIVE DECISIONS "  body council decision\n" PUT, "E240");
    expect_codes(FIVE DECISIONS "  body council decision\n    seats a\n" PUT, "E240");
    expect_codes(FIVE DECISIONS "  body council decision\n    seats a\n"
                                "  decide admission by council 1/2 of all\n" PUT,
                 "");
    expect_codes(FIVE DECISIONS "  body council decision\n    seats a\n"
                                "  decide admission by council\n",
                 "E240");
    expect_codes(FIVE DECISIONS "  body council decision\n    seats a, a\n", "E208");
    expect_codes(FIVE DECISIONS "  body council decision\n    seats a, f\n", "E202");
    expect_codes(FIVE DECISIONS "  body council decision\n    pass 101% of all\n", "E206");
    expect_codes(FIVE DECISIONS "  body council decision\n    seats one each member\n"
                                "    votes by income\n    pass 1/2 of all\n",
                 "E455");
    expect_codes(FIVE COUNCIL "  decide admission by council and makers 1/2\n", "E454");
    expect_codes(FIVE COUNCIL "  veto in council by a, funders within 5 days\n", "E454");
}

/* ---- what may rest on a decision ---- */

#define ADMIT FIVE COUNCIL "  decide admission by council\n"
#define YES VOTE("a yes") VOTE("b yes") VOTE("c yes")
#define JOIN(name) "2012-03-01 join " name " enterprise \"F\""

static void what_needs_a_decision_cites_one(void **state)
{
    (void)state;
    expect_codes(ADMIT JOIN("f") "\n", "E307");
    expect_codes(ADMIT PUT YES DECIDE JOIN("f") " by M\n" JOIN("g") " by M\n", "");
    expect_codes(ADMIT PUT YES JOIN("f") " by M\n", "E340");
    expect_codes(ADMIT PUT YES JOIN("f") " by M\n2012-03-02 decide M\n", "E341");
    expect_codes(ADMIT PUT VOTE("a yes") DECIDE JOIN("f") " by M\n", "E342");
    expect_codes(ADMIT JOIN("f") " by M\n2012-03-02 motion M \"M\" to council on admission\n",
                 "E303");
    expect_codes(ADMIT JOIN("f") " by X\n", "E202");
    expect_codes(ADMIT
                 "2012-02-01 motion M \"M\" to council on budget\n" YES DECIDE JOIN("f") " by M\n",
                 "E344");
}

static void what_needs_none_may_cite_one_that_was_carried(void **state)
{
    (void)state;
    expect_codes(FIVE COUNCIL PUT YES DECIDE "2012-03-01 a pays 5 capital by M\n", "");
    expect_codes(FIVE COUNCIL PUT VOTE("a no") DECIDE "2012-03-01 a pays 5 capital by M\n", "E342");
    expect_codes(FIVE COUNCIL JOIN("f") "\n", "");
}

static void a_missed_milestone_needs_no_acceptance(void **state)
{
    (void)state;
#define STAGE                                                                                      \
    FIVE COUNCIL "  decide acceptance by council\n  project p \"P\" key\n"                         \
                 "    milestone m by 2012-06-01\n"
    expect_codes(STAGE "2012-06-01 milestone p.m missed\n", "");
    expect_codes(STAGE "2012-06-01 milestone p.m met\n", "E307");
}

static void a_motion_about_one_admits_no_other(void **state)
{
    (void)state;
#define OF_F "2012-02-01 motion M \"M\" to council on admission of f\n"
    expect_codes(ADMIT OF_F YES DECIDE JOIN("f") " by M\n", "");
    expect_codes(ADMIT OF_F YES DECIDE JOIN("g") " by M\n" JOIN("f") " by M\n", "E346");
    /* a candidate may never join, but nobody joins in its place */
    expect_codes(ADMIT OF_F VOTE("a no") DECIDE, "");
    expect_codes(ADMIT OF_F YES DECIDE JOIN("g") " by M\n", "E346");
    expect_codes(FIVE COUNCIL "2012-02-01 motion M \"M\" to council on expulsion of f\n", "E202");
}

/* ---- claims, deadlines, vetoes ---- */

static void a_wrong_claim_is_refused(void **state)
{
    (void)state;
    expect_codes(FIVE COUNCIL PUT YES "2012-02-10 decide M carried\n", "");
    expect_codes(FIVE COUNCIL PUT YES "2012-02-10 decide M lost\n", "E335");
    expect_codes(FIVE COUNCIL PUT VOTE("a no") "2012-02-10 decide M lost\n", "");
    expect_codes(FIVE COUNCIL PUT "2012-02-10 decide M carried\n", "E335");
    expect_codes(FIVE COUNCIL PUT YES DECIDE DECIDE, "E332");
    expect_codes(FIVE COUNCIL PUT YES DECIDE "2012-02-11 vote M d no\n", "E332");
}

static void a_written_vote_ends_on_its_day_or_with_its_last_ballot(void **state)
{
    (void)state;
#define WRITTEN THREE COUNCIL "2012-02-01 motion M \"M\" to council on office by 2012-02-10\n"
    expect_codes(WRITTEN VOTE("a yes") "2012-02-10 vote M b yes\n2012-02-10 decide M\n", "");
    expect_codes(WRITTEN VOTE("a yes") "2012-02-09 decide M\n", "E334");
    expect_codes(WRITTEN VOTE("a yes") VOTE("b no") VOTE("c yes") "2012-02-02 decide M carried\n",
                 "");
    expect_codes(WRITTEN VOTE("a yes") "2012-02-11 vote M b yes\n", "E333");
}

static void a_veto_has_its_people_its_time_and_its_reason(void **state)
{
    (void)state;
#define VETO_BY(who) FIVE COUNCIL "  veto in council by " who " within 15 days\n" PUT YES DECIDE
    expect_codes(VETO_BY("affected") "2012-02-25 veto M e \"own costs\"\n", "");
    expect_codes(VETO_BY("affected") "2012-02-26 veto M e \"own costs\"\n", "E338");
    expect_codes(VETO_BY("affected") "2012-02-25 veto M e\n", "E337");
    expect_codes(VETO_BY("affected") "2012-02-25 veto M e \"\"\n", "E337");
    expect_codes(VETO_BY("universities, a") "2012-02-11 veto M d \"r\"\n", "");
    expect_codes(VETO_BY("universities, a") "2012-02-11 veto M a \"r\"\n", "");
    expect_codes(VETO_BY("universities, a") "2012-02-11 veto M e \"r\"\n", "E336");
    expect_codes(FIVE COUNCIL PUT YES DECIDE "2012-02-11 veto M e \"r\"\n", "E336");
    expect_codes(FIVE COUNCIL "  veto in council by affected within 15 days\n" PUT YES
                              "2012-02-05 veto M e \"r\"\n",
                 "E339");
    expect_codes(FIVE COUNCIL "  veto in council by affected within 15 days\n" EXPEL YES DECIDE
                              "2012-02-11 veto M e \"r\"\n",
                 "E336");
    expect_codes(VETO_BY("affected") "2012-02-11 veto M e \"r\"\n" JOIN("f") " by M\n", "E343");
    expect_codes(
        VETO_BY("affected") "2012-02-11 a pays 5 capital by M\n2012-02-12 veto M e \"r\"\n",
        "F110");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(present_is_who_is_listed_or_votes),
        cmocka_unit_test(the_meeting_is_the_latest_of_the_body_since_the_motion),
        cmocka_unit_test(the_base_is_present_all_or_cast),
        cmocka_unit_test(without_a_yes_nothing_passes),
        cmocka_unit_test(the_latest_ballot_counts),
        cmocka_unit_test(a_proxy_votes_for_another),
        cmocka_unit_test(the_one_it_is_about_is_recused),
        cmocka_unit_test(a_bloc_has_one_seat),
        cmocka_unit_test(votes_weigh_by_capital),
        cmocka_unit_test(votes_weigh_by_stakes_and_pledges),
        cmocka_unit_test(votes_weigh_by_shares_in_results),
        cmocka_unit_test(votes_weigh_by_what_is_at_risk),
        cmocka_unit_test(a_cap_cuts_at_its_share_of_all_before_the_cut),
        cmocka_unit_test(a_count_is_frozen),
        cmocka_unit_test(who_is_in_default_has_no_seat),
        cmocka_unit_test(a_decide_line_has_its_own_majority),
        cmocka_unit_test(classes_are_counted_by_heads),
        cmocka_unit_test(a_body_must_be_able_to_decide),
        cmocka_unit_test(what_needs_a_decision_cites_one),
        cmocka_unit_test(what_needs_none_may_cite_one_that_was_carried),
        cmocka_unit_test(a_missed_milestone_needs_no_acceptance),
        cmocka_unit_test(a_motion_about_one_admits_no_other),
        cmocka_unit_test(a_wrong_claim_is_refused),
        cmocka_unit_test(a_written_vote_ends_on_its_day_or_with_its_last_ballot),
        cmocka_unit_test(a_veto_has_its_people_its_time_and_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
