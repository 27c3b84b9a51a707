/* Silence: for every subject a text that is silent on it, and the edit that ends that. */
#include "unit.h"

#include "engine.h"

#include "review/silence.h"

#include <stdio.h>
#include <string.h>

#define BIT(subject) ((uint64_t)1 << (subject))

/* An agreement that says something of every subject. */
static const char full[] = "alliance t \"T\"\n"
                           "  founded 2012-01-01\n"
                           "  term 10 years\n"
                           "  currency CNY\n"
                           "  form contract\n"
                           "  liable a\n"
                           "  settles yearly\n"
                           "  goal G1 \"…\"\n"
                           "article 1 \"Members\"\n"
                           "  party a enterprise \"A\" lead\n"
                           "    signs \"…\"\n"
                           "  party b university \"B\"\n"
                           "    signs \"…\"\n"
                           "  party c enterprise \"C\"\n"
                           "    signs \"…\"\n"
                           "article 2 \"Decisions\"\n"
                           "  body council decision\n"
                           "    seats one each member\n"
                           "    votes one each\n"
                           "    pass 2/3 of present\n"
                           "  decide amendment by council 3/4 of all\n"
                           "  decide transfer by council\n"
                           "  decide admission by council\n"
                           "  decide expulsion by council\n"
                           "  decide renewal by council\n"
                           "  decide dissolution by council\n"
                           "article 3 \"Capital\"\n"
                           "  a pledges 100 due 2013-01-01\n"
                           "  in kind counts 80%\n"
                           "  arrears\n"
                           "    notice after 30 days\n"
                           "  grants are restricted\n"
                           "article 4 \"Projects\"\n"
                           "  project p \"P\"\n"
                           "    funded a 50%, b 30%, grant 20%\n"
                           "    work a 50%, b 50%\n"
                           "    milestone m by 2013-06-30\n"
                           "    late joiner pays 200%\n"
                           "    decliner excluded until 300% of cost repaid\n"
                           "  covenant acceptance \"…\"\n"
                           "  results of projects owned by makers by invention\n"
                           "  members use free for research\n"
                           "  members use fairly for business\n"
                           "  background use free for work\n"
                           "  publication notice 45 days\n"
                           "  first refusal 45 days\n"
                           "  unused 3 years returns to makers\n"
                           "  covenant improvements \"…\"\n"
                           "  covenant rewards \"…\"\n"
                           "  covenant pricing \"…\"\n"
                           "  government funded diffuse within 3 years\n"
                           "article 5 \"Benefit and risk\"\n"
                           "  share licence income\n"
                           "    rest to members by capital\n"
                           "  share surplus\n"
                           "    rest to members by capital\n"
                           "  bear project loss\n"
                           "    rest by capital from members\n"
                           "  bear liability\n"
                           "    by capital from members, at most 10 each\n"
                           "  liability cap lifted by intent\n"
                           "  failure notice 30 days\n"
                           "article 6 \"The end\"\n"
                           "  leave on 90 days notice\n"
                           "  expelled keep no capital\n"
                           "  dissolve\n"
                           "    debts first\n"
                           "    unspent grants to who gave them\n"
                           "    rest to members equally\n"
                           "  covenant liquidation \"…\"\n"
                           "  covenant breach \"…\"\n"
                           "  covenant secrecy \"…\"\n"
                           "  dispute court \"…\"\n"
                           "  covenant force-majeure \"…\"\n"
                           "  covenant law \"…\"\n"
                           "  covenant notices \"…\"\n"
                           "  covenant effect \"…\"\n";

/* In a text, `from` becomes `to`; it must stand there once. */
struct edit {
    const char *from, *to;
};

/* The last edit makes the agreement silent on the subject; those before it set the scene. */
struct case_of {
    enum silence subject;
    struct edit edits[2];
    uint64_t besides; /* 1 << another subject that the same edit leaves silent, or 0 */
};

static const struct case_of cases[] = {
    {SILENCE_FORM, {{"  form contract\n", ""}}, 0},
    {SILENCE_TERM, {{"  leave on 90 days notice\n", ""}, {"  term 10 years\n", ""}}, 0},
    {SILENCE_CURRENCY, {{"  currency CNY\n", ""}}, 0},
    {SILENCE_SETTLES, {{"  settles yearly\n", ""}}, 0},
    {SILENCE_GOALS, {{"  goal G1 \"…\"\n", ""}}, 0},
    {SILENCE_LIABLE, {{"  liable a\n", ""}}, 0},
    {SILENCE_SIGNATORY,
     {{"  party c enterprise \"C\"\n    signs \"…\"\n", "  party c enterprise \"C\"\n"}},
     0},
    {SILENCE_DECISIONS,
     {{"  decide amendment by council 3/4 of all\n  decide transfer by council\n  decide admission "
       "by council\n  decide expulsion by council\n  decide renewal by council\n  decide "
       "dissolution by council\n",
       ""},
      {"    pass 2/3 of present\n", ""}},
     BIT(SILENCE_TRANSFER)},
    {SILENCE_AMENDMENT, {{"  decide amendment by council 3/4 of all\n", ""}}, 0},
    {SILENCE_ARREARS, {{"  arrears\n    notice after 30 days\n", ""}}, 0},
    {SILENCE_VOTES, {{"    votes one each\n", ""}}, 0},
    {SILENCE_ADMISSION, {{"  decide admission by council\n", ""}}, 0},
    {SILENCE_EXPULSION, {{"  decide expulsion by council\n", ""}}, 0},
    {SILENCE_RENEWAL, {{"  decide renewal by council\n", ""}}, 0},
    {SILENCE_ENDING, {{"  decide dissolution by council\n", ""}}, 0},
    {SILENCE_IN_KIND, {{"  in kind counts 80%\n", ""}}, 0},
    {SILENCE_TRANSFER, {{"  decide transfer by council\n", ""}}, 0},
    {SILENCE_EXPELLED, {{"  expelled keep no capital\n", ""}}, 0},
    {SILENCE_WORK, {{"    work a 50%, b 50%\n", ""}}, 0},
    {SILENCE_LATE_JOINER, {{"    late joiner pays 200%\n", ""}}, 0},
    {SILENCE_DECLINER, {{"    decliner excluded until 300% of cost repaid\n", ""}}, 0},
    {SILENCE_ACCEPTANCE, {{"  covenant acceptance \"…\"\n", ""}}, 0},
    {SILENCE_OWNERSHIP, {{"  results of projects owned by makers by invention\n", ""}}, 0},
    {SILENCE_RESTRICTED, {{"  grants are restricted\n", ""}}, 0},
    {SILENCE_TECHNOLOGY,
     {{"form contract", "form company"},
      {"  covenant effect \"…\"\n", "  covenant effect \"…\"\n2012-02-01 a gives 1 technology\n"}},
     0},
    {SILENCE_FUNDING, {{"    funded a 50%, b 30%, grant 20%\n", ""}}, 0},
    {SILENCE_FUNDERS,
     {{"  results of projects owned by makers by invention\n", ""},
      {"work a 50%, b 50%", "work a 50%, c 50%"}},
     BIT(SILENCE_OWNERSHIP)},
    {SILENCE_USE, {{"  members use fairly for business\n", ""}}, 0},
    {SILENCE_RESEARCH, {{"  members use free for research\n", ""}}, 0},
    {SILENCE_BACKGROUND, {{"  background use free for work\n", ""}}, 0},
    {SILENCE_PUBLICATION, {{"  publication notice 45 days\n", ""}}, 0},
    {SILENCE_REFUSAL, {{"  first refusal 45 days\n", ""}}, 0},
    {SILENCE_UNUSED, {{"  unused 3 years returns to makers\n", ""}}, 0},
    {SILENCE_IMPROVEMENTS, {{"  covenant improvements \"…\"\n", ""}}, 0},
    {SILENCE_PUBLIC, {{"  government funded diffuse within 3 years\n", ""}}, 0},
    {SILENCE_INCOME, {{"  share licence income\n    rest to members by capital\n", ""}}, 0},
    {SILENCE_REWARDS, {{"  covenant rewards \"…\"\n", ""}}, 0},
    {SILENCE_PRICING, {{"  covenant pricing \"…\"\n", ""}}, 0},
    {SILENCE_SURPLUS, {{"  share surplus\n    rest to members by capital\n", ""}}, 0},
    {SILENCE_LOSS, {{"  bear project loss\n    rest by capital from members\n", ""}}, 0},
    {SILENCE_FAILURE, {{"  failure notice 30 days\n", ""}}, 0},
    {SILENCE_LIABILITY,
     {{"  bear liability\n    by capital from members, at most 10 each\n", ""}},
     0},
    {SILENCE_CAP_LIFTED, {{"  liability cap lifted by intent\n", ""}}, 0},
    {SILENCE_LEAVE, {{"  leave on 90 days notice\n", ""}}, 0},
    {SILENCE_DISSOLVE, {{"    rest to members equally\n", ""}}, 0},
    {SILENCE_DEBTS, {{"    debts first\n", ""}}, 0},
    {SILENCE_GRANTS_BACK, {{"    unspent grants to who gave them\n", ""}}, 0},
    {SILENCE_LIQUIDATOR, {{"  covenant liquidation \"…\"\n", ""}}, 0},
    {SILENCE_BREACH, {{"  covenant breach \"…\"\n", ""}}, 0},
    {SILENCE_SECRECY, {{"  covenant secrecy \"…\"\n", ""}}, 0},
    {SILENCE_DISPUTE, {{"  dispute court \"…\"\n", ""}}, 0},
    {SILENCE_FORCE, {{"  covenant force-majeure \"…\"\n", ""}}, 0},
    {SILENCE_LAW, {{"  covenant law \"…\"\n", ""}}, 0},
    {SILENCE_NOTICES, {{"  covenant notices \"…\"\n", ""}}, 0},
    {SILENCE_EFFECT, {{"  covenant effect \"…\"\n", ""}}, 0},
    {SILENCE_INVENTORS, {{"b university", "b enterprise"}, {"  covenant rewards \"…\"\n", ""}}, 0},
    {SILENCE_UNLIMITED,
     {{"form contract", "form partnership"},
      {"  bear liability\n    by capital from members, at most 10 each\n", ""}},
     0},
};

/* A text, with room for what an edit adds. */
#define TEXT_BYTES (sizeof full + 128)

static void edit_text(char text[TEXT_BYTES], struct edit e)
{
    char *at = strstr(text, e.from);
    assert_non_null(at);
    assert_null(strstr(at + 1, e.from));
    size_t from = strlen(e.from), to = strlen(e.to);
    assert_true(strlen(text) + to < TEXT_BYTES);
    memmove(at + to, at + from, strlen(at + from) + 1);
    memcpy(at, e.to, to);
}

/* The subjects that a text is silent on, as a set of 1 << subject; all of them are noted. */
static uint64_t silences(const char *text)
{
    struct engine e;
    engine_resolve(&e, text);
    if (diags_has_errors(&e.diags)) print_error("%.*s\n", STR_ARG(engine_problems(&e)));
    assert_non_null(e.pact);
    uint64_t set = 0;
    size_t count = 0, before = e.diags.count;
    for (uint32_t s = 0; s < SILENCE_COUNT; s++) {
        if (!review_is_silent(e.pact, (enum silence)s, PACT_LATEST)) continue;
        set |= BIT(s);
        count++;
    }
    review_note_silence(e.pact, &e.diags);
    assert_int_equal(e.diags.count - before, count);
    engine_release(&e);
    return set;
}

static void every_subject_is_noted_until_it_is_agreed(void **state)
{
    (void)state;
    uint64_t tried = 0;
    assert_int_equal(silences(full), 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct case_of *c = &cases[i];
        size_t last = c->edits[1].from ? 1 : 0;
        char text[TEXT_BYTES];
        memcpy(text, full, sizeof full);
        if (last == 1) edit_text(text, c->edits[0]);
        assert_int_equal(silences(text) & BIT(c->subject), 0);
        edit_text(text, c->edits[last]);
        assert_int_equal(silences(text), BIT(c->subject) | c->besides);
        tried |= BIT(c->subject);
    }
    assert_int_equal(tried, (BIT(SILENCE_COUNT)) - 1);
}

static void what_is_not_of_china_or_of_partners_is_let_alone(void **state)
{
    (void)state;
    static const char head[] = "  founded 2012-01-01\n";
    static const char parties[] = "article 1 \"M\"\n  party a enterprise \"A\" lead\n"
                                  "  party b university \"B\"\n";
    char text[512];
    (void)snprintf(text, sizeof text, "alliance t \"T\"\n%s  currency EUR\n%s", head, parties);
    assert_int_equal(silences(text), 0);
    (void)snprintf(text, sizeof text, "alliance t \"T\"\n%s  form company\n%s", head, parties);
    assert_int_equal(silences(text),
                     BIT(SILENCE_CURRENCY) | BIT(SILENCE_SETTLES) | BIT(SILENCE_GOALS) |
                         BIT(SILENCE_SIGNATORY) | BIT(SILENCE_DECISIONS) | BIT(SILENCE_BREACH) |
                         BIT(SILENCE_DISPUTE) | BIT(SILENCE_FORCE) | BIT(SILENCE_LAW) |
                         BIT(SILENCE_NOTICES) | BIT(SILENCE_EFFECT));
    (void)snprintf(text, sizeof text,
                   "alliance t \"T\"\n%sarticle 1 \"M\"\n"
                   "  party a enterprise \"A\" lead\n",
                   head);
    assert_int_equal(silences(text), 0);
}

static void a_note_names_default_article_and_term(void **state)
{
    (void)state;
    for (enum language lang = LANG_EN; lang <= LANG_ZH; lang++) {
        struct engine e;
        char text[TEXT_BYTES];
        memcpy(text, full, sizeof full);
        edit_text(text, (struct edit){"  dispute court \"…\"\n", ""});
        engine_resolve(&e, text);
        e.diags.lang = lang;
        review_note_silence(e.pact, &e.diags);
        const struct diag *d = &e.diags.list[e.diags.count - 1];
        struct str message = diag_message(&e.arena, d, lang), hint = diag_hint(&e.arena, d, lang);
        ASSERT_TEXT(message, lang == LANG_EN
                                 ? "nothing is agreed on where disputes go; what may apply: to a "
                                   "court: that of the defendant's seat, or of the place of "
                                   "performance (Civil Procedure Law art. 24)"
                                 : "未约定争议解决；可能适用：由被告住所地或合同履行地人民法院管辖"
                                   "（民事诉讼法第24条）");
        ASSERT_TEXT(hint, lang == LANG_EN
                              ? "to agree otherwise: dispute arbitration \"…\", or: dispute court "
                                "\"…\""
                              : "如另有约定，请写：争议 仲裁 “…”，或：争议 诉讼 “…”");
        engine_release(&e);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_subject_is_noted_until_it_is_agreed),
        cmocka_unit_test(what_is_not_of_china_or_of_partners_is_let_alone),
        cmocka_unit_test(a_note_names_default_article_and_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
