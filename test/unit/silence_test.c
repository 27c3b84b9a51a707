/* Silence: for every subject a text that is silent on it, and the edit that ends that. */
#include "unit.h"

#include "engine.h"

#include "review/silence.h"

#include <stdio.h>
#include <string.h>

/* An agreement that says something of every subject. */
static const char full[] = "alliance t \"T\"\n"
                           "  founded 2012-01-01\n"
                           "  term 10 years\n"
                           "  currency CNY\n"
                           "  form contract\n"
                           "  liable a\n"
                           "article 1 \"Members\"\n"
                           "  party a enterprise \"A\" lead\n"
                           "  party b university \"B\"\n"
                           "  party c enterprise \"C\"\n"
                           "article 2 \"Decisions\"\n"
                           "  body council decision\n"
                           "    seats one each member\n"
                           "    pass 2/3 of present\n"
                           "  decide amendment by council 3/4 of all\n"
                           "  decide transfer by council\n"
                           "article 3 \"Capital\"\n"
                           "  a pledges 100 due 2013-01-01\n"
                           "  arrears\n"
                           "    notice after 30 days\n"
                           "article 4 \"Projects\"\n"
                           "  project p \"P\"\n"
                           "    funded a 50%, b 30%, grant 20%\n"
                           "    work a 50%, b 50%\n"
                           "  results of projects owned by makers by invention\n"
                           "  members use free for research\n"
                           "  covenant improvements \"…\"\n"
                           "  covenant rewards \"…\"\n"
                           "  government funded diffuse within 3 years\n"
                           "article 5 \"Benefit and risk\"\n"
                           "  share licence income\n"
                           "    rest to members by capital\n"
                           "  share surplus\n"
                           "    rest to members by capital\n"
                           "  bear project loss\n"
                           "    rest by capital from members\n"
                           "  failure notice 30 days\n"
                           "article 6 \"The end\"\n"
                           "  leave on 90 days notice\n"
                           "  dissolve\n"
                           "    debts first\n"
                           "  covenant secrecy \"…\"\n"
                           "  dispute court \"…\"\n";

/* In a text, `from` becomes `to`; it must stand there once. */
struct edit {
    const char *from, *to;
};

/* The last edit makes the agreement silent on the subject; those before it set the scene. */
struct case_of {
    enum silence subject;
    struct edit edits[2];
    uint32_t besides; /* 1 << another subject that the same edit leaves silent, or 0 */
};

static const struct case_of cases[] = {
    {SILENCE_FORM, {{"  form contract\n", ""}}, 0},
    {SILENCE_TERM, {{"  leave on 90 days notice\n", ""}, {"  term 10 years\n", ""}}, 0},
    {SILENCE_LIABLE, {{"  liable a\n", ""}}, 0},
    {SILENCE_DECISIONS,
     {{"  decide amendment by council 3/4 of all\n  decide transfer by council\n", ""},
      {"    pass 2/3 of present\n", ""}},
     1u << SILENCE_TRANSFER},
    {SILENCE_AMENDMENT, {{"  decide amendment by council 3/4 of all\n", ""}}, 0},
    {SILENCE_ARREARS, {{"  arrears\n    notice after 30 days\n", ""}}, 0},
    {SILENCE_TRANSFER, {{"  decide transfer by council\n", ""}}, 0},
    {SILENCE_WORK, {{"    work a 50%, b 50%\n", ""}}, 0},
    {SILENCE_OWNERSHIP, {{"  results of projects owned by makers by invention\n", ""}}, 0},
    {SILENCE_FUNDERS,
     {{"  results of projects owned by makers by invention\n", ""},
      {"work a 50%, b 50%", "work a 50%, c 50%"}},
     1u << SILENCE_OWNERSHIP},
    {SILENCE_USE, {{"  members use free for research\n", ""}}, 0},
    {SILENCE_IMPROVEMENTS, {{"  covenant improvements \"…\"\n", ""}}, 0},
    {SILENCE_PUBLIC, {{"  government funded diffuse within 3 years\n", ""}}, 0},
    {SILENCE_INCOME, {{"  share licence income\n    rest to members by capital\n", ""}}, 0},
    {SILENCE_REWARDS, {{"  covenant rewards \"…\"\n", ""}}, 0},
    {SILENCE_SURPLUS, {{"  share surplus\n    rest to members by capital\n", ""}}, 0},
    {SILENCE_LOSS, {{"  bear project loss\n    rest by capital from members\n", ""}}, 0},
    {SILENCE_FAILURE, {{"  failure notice 30 days\n", ""}}, 0},
    {SILENCE_LEAVE, {{"  leave on 90 days notice\n", ""}}, 0},
    {SILENCE_DISSOLVE, {{"  dissolve\n    debts first\n", ""}}, 0},
    {SILENCE_SECRECY, {{"  covenant secrecy \"…\"\n", ""}}, 0},
    {SILENCE_DISPUTE, {{"  dispute court \"…\"\n", ""}}, 0},
};

static void edit_text(char text[sizeof full], struct edit e)
{
    char *at = strstr(text, e.from);
    assert_non_null(at);
    assert_null(strstr(at + 1, e.from));
    size_t from = strlen(e.from), to = strlen(e.to);
    assert_true(to <= from);
    memcpy(at, e.to, to);
    memmove(at + to, at + from, strlen(at + from) + 1);
}

/* The subjects that a text is silent on, as a set of 1 << subject; all of them are noted. */
static uint32_t silences(const char *text)
{
    struct engine e;
    engine_resolve(&e, text);
    if (diags_has_errors(&e.diags)) print_error("%.*s\n", STR_ARG(engine_problems(&e)));
    assert_non_null(e.pact);
    uint32_t set = 0;
    size_t count = 0, before = e.diags.count;
    for (uint32_t s = 0; s < SILENCE_COUNT; s++) {
        if (!review_is_silent(e.pact, (enum silence)s)) continue;
        set |= 1u << s;
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
    uint32_t tried = 0;
    assert_int_equal(silences(full), 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct case_of *c = &cases[i];
        size_t last = c->edits[1].from ? 1 : 0;
        char text[sizeof full];
        memcpy(text, full, sizeof full);
        if (last == 1) edit_text(text, c->edits[0]);
        assert_int_equal(silences(text) & (1u << c->subject), 0);
        edit_text(text, c->edits[last]);
        assert_int_equal(silences(text), (1u << c->subject) | c->besides);
        tried |= 1u << c->subject;
    }
    assert_int_equal(tried, (1u << SILENCE_COUNT) - 1);
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
    assert_int_equal(silences(text), 1u << SILENCE_DECISIONS | 1u << SILENCE_DISPUTE);
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
        char text[sizeof full];
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
