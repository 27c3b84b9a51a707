/* Diagnostics: the catalogue's own form, the sink and its limit, the rendered excerpt to the
 * letter, suggestions. */
#include "unit.h"

#include "base/diag.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

struct fixture {
    struct arena arena;
    struct sources sources;
    struct diags diags;
};

static int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena);
    sources_init(&f.sources, &f.arena);
    diags_init(&f.diags, &f.arena);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    return 0;
}

/* Whether {0} … {4} stand in a text, as bits; a higher number is a mistake of the row. */
static unsigned places_in(const char *text)
{
    unsigned places = 0;
    for (const char *p = text; *p; p++) {
        if (p[0] != '{' || p[1] < '0' || p[1] > '9' || p[2] != '}') continue;
        assert_true(p[1] - '0' < DIAG_ARGS_MAX);
        places |= 1u << (p[1] - '0');
    }
    return places;
}

/* Whoever reads one language must learn what the other one tells. */
static void rows_say_the_same_in_both_languages(void **state)
{
    (void)state;
    const char letters[] = {'N', 'W', 'F', 'E'};
    for (unsigned i = 0; i < DIAG_COUNT; i++) {
        const struct diag_row *row = diag_row((enum diag_code)i);
        bool complete = row->message[LANG_EN][0] && row->message[LANG_ZH][0] &&
                        !row->hint[LANG_EN][0] == !row->hint[LANG_ZH][0] &&
                        places_in(row->message[LANG_EN]) == places_in(row->message[LANG_ZH]) &&
                        places_in(row->hint[LANG_EN]) == places_in(row->hint[LANG_ZH]);
        bool well_formed = true;
        for (int lang = LANG_EN; lang <= LANG_ZH; lang++) {
            struct str both = str_format(&((struct fixture *)*state)->arena, "%s%s",
                                         row->message[lang], row->hint[lang]);
            well_formed = well_formed && utf8_first_bad(both) == both.len;
        }
        if (!complete || !well_formed) fail_msg("the row %s", row->code);
        if (row->code[0] != letters[row->severity]) fail_msg("the letter of %s", row->code);
    }
}

static void severities_have_names(void **state)
{
    (void)state;
    assert_string_equal(severity_name(SEVERITY_NOTE, LANG_EN), "note");
    assert_string_equal(severity_name(SEVERITY_WARNING, LANG_ZH), "警告");
    assert_string_equal(severity_name(SEVERITY_FINDING, LANG_EN), "finding");
    assert_string_equal(severity_name(SEVERITY_ERROR, LANG_ZH), "错误");
}

static void the_sink_counts_past_its_limit(void **state)
{
    struct fixture *f = *state;
    assert_false(diags_has_errors(&f->diags));
    for (uint32_t i = 0; i < LIMIT_DIAGNOSTICS_MAX; i++) {
        struct diag *d = DIAG_REPORT(&f->diags, E101, ((struct span){i, 1}), STR("x"));
        assert_non_null(d);
    }
    assert_null(DIAG_REPORT(&f->diags, E101, ((struct span){0, 1}), STR("x")));
    assert_int_equal(f->diags.count, LIMIT_DIAGNOSTICS_MAX);
    assert_int_equal(f->diags.counts[SEVERITY_ERROR], LIMIT_DIAGNOSTICS_MAX + 1);
    assert_int_equal(f->diags.list[41].span.at, 41);
    assert_true(diags_has_errors(&f->diags));
}

static void a_flood_of_notes_hides_no_error(void **state)
{
    struct fixture *f = *state;
    for (uint32_t i = 0; i <= LIMIT_DIAGNOSTICS_MAX; i++)
        (void)DIAG_REPORT(&f->diags, N101, ((struct span){i, 1}), STR("x"));
    assert_non_null(DIAG_REPORT(&f->diags, E101, ((struct span){0, 1}), STR("x")));
    assert_int_equal(f->diags.count, LIMIT_DIAGNOSTICS_MAX + 1);
}

static void texts_are_copied_clean_and_bounded(void **state)
{
    struct fixture *f = *state;
    char text[2000];
    memset(text, 'a', sizeof text);
    struct diag *d = DIAG_REPORT(&f->diags, E101, (struct span){0}, (struct str){text, sizeof text},
                                 STR("a\tb\x1B[2J\xFF"), STR("灯塔"),
                                 STR("\xE2\x80\xAE"
                                     "evil"));
    memset(text, 'b', sizeof text);
    assert_true(d->args[0].len < 600 && d->args[0].ptr[0] == 'a');
    assert_true(str_ends_with(d->args[0], STR("a…")));
    ASSERT_TEXT(d->args[1], "a b\uFFFD[2J\uFFFD");
    ASSERT_TEXT(d->args[2], "灯塔");
    ASSERT_TEXT(d->args[3], "\uFFFDevil"); /* a turn of the direction of writing */
    ASSERT_TEXT(d->args[4], "");
}

/* Any row with a place will do. */
static void places_are_filled(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < DIAG_COUNT; i++) {
        const char *pattern = diag_row((enum diag_code)i)->message[LANG_EN];
        const char *place = strstr(pattern, "{0}");
        if (!place || places_in(pattern) != 1) continue;
        struct str args[DIAG_ARGS_MAX] = {STR("{0}灯塔")}; /* is not filled in again */
        struct diag d = {.code = (enum diag_code)i};
        memcpy(d.args, args, sizeof args);
        struct str message = diag_message(&f->arena, &d, LANG_EN);
        size_t before = (size_t)(place - pattern);
        assert_memory_equal(message.ptr, pattern, before);
        assert_memory_equal(message.ptr + before, "{0}灯塔", 9);
        return;
    }
}

/* Renders E100 over [at, at + len) of the text of a file "a.heqi". */
static struct str render(struct fixture *f, const char *text, uint32_t at, uint32_t len)
{
    struct source *source = NULL;
    assert_int_equal(sources_add(&f->sources, STR("a.heqi"), str_from(text), &source), OK);
    struct diag d = {.code = DIAG_E100, .span = {source->base + at, len}};
    return diag_render(&f->arena, &f->sources, &d, LANG_EN);
}

static void an_excerpt_in_both_languages(void **state)
{
    struct fixture *f = *state;
    ASSERT_TEXT(render(f, "alliance sample\n  member lab\n", 18, 6),
                "a.heqi:2:3: error E100: this is not UTF-8\n"
                "    2 |   member lab\n"
                "      |   ^^^^^^\n"
                "      = hint: save the file as UTF-8\n");
    struct diag d = {.code = DIAG_E100, .span = {0, 8}};
    ASSERT_TEXT(diag_render(&f->arena, &f->sources, &d, LANG_ZH),
                "a.heqi:1:1: 错误 E100：此处不是 UTF-8 编码\n"
                "    1 | alliance sample\n"
                "      | ^^^^^^^^\n"
                "      = 提示：请将文件存为 UTF-8 编码\n");
    ASSERT_TEXT(diag_render_again(&f->arena, &f->sources, &d, LANG_EN),
                "a.heqi:1:1: error E100: this is not UTF-8\n"
                "      = hint: save the file as UTF-8\n");
}

/* The two lines of the excerpt, which begin behind the first line of a rendering. */
static struct str excerpt(struct str rendered)
{
    const char *head = memchr(rendered.ptr, '\n', rendered.len);
    const char *p = head + 1;
    for (int lines = 0; lines < 2; lines++) p = strchr(p, '\n') + 1;
    return (struct str){head + 1, (size_t)(p - head - 1)};
}

static void the_underline_fits_wide_text(void **state)
{
    struct fixture *f = *state;
    ASSERT_TEXT(excerpt(render(f, "成员 灯塔实验室 出资", 7, 15)), "    1 | 成员 灯塔实验室 出资\n"
                                                                   "      |      ^^^^^^^^^^\n");
    ASSERT_TEXT(excerpt(render(f, "e\xCC\x81t lab", 5, 3)), "    1 | e\xCC\x81t lab\n"
                                                            "      |    ^^^\n");
    ASSERT_TEXT(excerpt(render(f, "e\xCC\x81t lab", 1, 2)), "    1 | e\xCC\x81t lab\n"
                                                            "      |  ^\n");
    ASSERT_TEXT(excerpt(render(f, "\tpays\t5", 1, 4)), "    1 |  pays 5\n"
                                                       "      |  ^^^^\n");
}

static void spans_at_the_edges(void **state)
{
    struct fixture *f = *state;
    const char *at_the_end = "    1 | lab\n"
                             "      |    ^\n";
    ASSERT_TEXT(excerpt(render(f, "lab", 3, 0)), at_the_end);
    ASSERT_TEXT(excerpt(render(f, "lab\nnext", 3, 1)), at_the_end);
    ASSERT_TEXT(excerpt(render(f, "lab\r\nnext", 3, 2)), at_the_end);
    ASSERT_TEXT(excerpt(render(f, "lab\r\nnext", 4, 1)), at_the_end);
    ASSERT_TEXT(excerpt(render(f, "", 0, 0)), "    1 |\n"
                                              "      | ^\n");
    ASSERT_TEXT(excerpt(render(f, "lab\n", 4, 0)), "    2 |\n"
                                                   "      | ^\n");
    ASSERT_TEXT(excerpt(render(f, "to lab\nand firm\n", 3, 12)), "    1 | to lab\n"
                                                                 "      |    ^^^\n");
}

static void what_would_move_the_cursor_is_replaced(void **state)
{
    struct fixture *f = *state;
    ASSERT_TEXT(excerpt(render(f, "a \xB5\xCD b", 2, 1)), "    1 | a \uFFFD\uFFFD b\n"
                                                          "      |   ^\n");
    ASSERT_TEXT(excerpt(render(f, "\x1B[2J lab", 5, 3)), "    1 | \uFFFD[2J lab\n"
                                                         "      |      ^^^\n");
    ASSERT_TEXT(excerpt(render(f, "\xE2\x80\xAE x", 4, 1)), "    1 | \uFFFD x\n"
                                                            "      |   ^\n");
    ASSERT_TEXT(excerpt(render(f, "x\xE4\xB8", 1, 1)), "    1 | x\uFFFD\uFFFD\n"
                                                       "      |  ^\n");
}

/* 300 columns of a unit, with "HERE" in the middle; *at is where that stands. */
static char *long_line(struct arena *a, const char *unit, size_t times, uint32_t *at)
{
    size_t len = strlen(unit);
    char *line = arena_alloc(a, 2 * times * len + 5);
    *at = (uint32_t)(times * len);
    for (size_t i = 0; i < times; i++) {
        memcpy(line + i * len, unit, len);
        memcpy(line + *at + 4 + i * len, unit, len);
    }
    memcpy(line + *at, "HERE", 4);
    return line;
}

static void a_long_line_is_cut_around_the_span(void **state)
{
    struct fixture *f = *state;
    uint32_t at;
    char *line = long_line(&f->arena, "0123456789", 15, &at);
    ASSERT_TEXT(excerpt(render(f, line, at, 4)),
                "    1 | …89012345678901234567890123456789HERE"
                "012345678901234567890123456789012345678901234567890123456789…\n"
                "      |                                  ^^^^\n");
    ASSERT_TEXT(excerpt(render(f, line, 0, 10)),
                "    1 | 012345678901234567890123456789012345678901234567890123456789"
                "012345678901234567890123456789012345…\n"
                "      | ^^^^^^^^^^\n");
    ASSERT_TEXT(excerpt(render(f, line, 304, 0)),
                "    1 | …456789012345678901234567890123456789"
                "012345678901234567890123456789012345678901234567890123456789\n"
                "      |  "
                "                                                "
                "                                                ^\n");
    char *wide = long_line(&f->arena, "合契", 60, &at);
    ASSERT_TEXT(excerpt(render(f, wide, at, 4)),
                "    1 | …合契合契合契合契合契合契合契合契HERE"
                "合契合契合契合契合契合契合契合契合契合契合契合契合契合契合契…\n"
                "      |                                  ^^^^\n");
}

static void a_span_longer_than_the_excerpt(void **state)
{
    struct fixture *f = *state;
    uint32_t at;
    char *line = long_line(&f->arena, "0123456789", 15, &at);
    ASSERT_TEXT(excerpt(render(f, line, at, 154)),
                "    1 | …89012345678901234567890123456789HERE"
                "012345678901234567890123456789012345678901234567890123456789…\n"
                "      |                                  ^^^^"
                "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
}

/* Every cut of a line of mixed widths stays within the budget and shows where the span begins. */
static void every_cut_is_bounded(void **state)
{
    struct fixture *f = *state;
    uint32_t middle;
    char *line = long_line(&f->arena, "a合\xCC\x81\t\xFF\x80", 40, &middle);
    size_t len = strlen(line);
    for (uint32_t at = 0; at <= len; at++) {
        struct str shown = excerpt(render(f, line, at, 1));
        const char *end = memchr(shown.ptr, '\n', shown.len);
        struct str first = {shown.ptr, (size_t)(end - shown.ptr)};
        assert_int_equal(utf8_first_bad(shown), shown.len);
        assert_true(utf8_width(first) <= 8 + 96 + 2);
        assert_true(utf8_width(shown) <= 2 * (8 + 96 + 3));
        assert_true(str_ends_with(shown, STR("^\n")));
    }
}

static void a_flood_of_marks_is_bounded(void **state)
{
    struct fixture *f = *state;
    uint32_t at;
    char *line = long_line(&f->arena, "\xCC\x81", 100000, &at);
    assert_true(render(f, line, at, 4).len < 4000);
    assert_true(render(f, line, at, 100000).len < 4000);
    assert_true(render(f, line, (uint32_t)strlen(line), 0).len < 4000);
}

static void line_numbers_of_any_length(void **state)
{
    struct fixture *f = *state;
    char *text = arena_alloc(&f->arena, 123460);
    memset(text, '\n', 123455);
    memcpy(text + 123455, "lab", 3);
    ASSERT_TEXT(render(f, text, 123455, 3), "a.heqi:123456:1: error E100: this is not UTF-8\n"
                                            "123456 | lab\n"
                                            "       | ^^^\n"
                                            "       = hint: save the file as UTF-8\n");
}

static void a_suggestion_comes_before_the_hint(void **state)
{
    struct fixture *f = *state;
    struct diag d = {.code = DIAG_E100, .suggestion = STR("灯塔")};
    ASSERT_TEXT(diag_hint(&f->arena, &d, LANG_EN), "did you mean \"灯塔\"? save the file as UTF-8");
    ASSERT_TEXT(diag_hint(&f->arena, &d, LANG_ZH), "您是想写“灯塔”吗？请将文件存为 UTF-8 编码");
}

static void the_nearest_word(void **state)
{
    (void)state;
    static const struct {
        const char *word, *expected;
    } cases[] = {
        {"membr", "member"},
        {"memebr", "member"}, /* a swap counts one */
        {"Member", "member"},
        {"projcet", "project"},
        {"distribute", "distribution"},
        {"灯搭", "灯塔"},
        {"灯塔实验", "灯塔实验室"},
        {"xy", "xyz"},
        {"allocation", ""},
        {"q", ""}, /* a word replaced whole is not meant */
        {"", ""},
        {"mb", ""},
    };
    const struct str candidates[] = {
        STR("member"), STR("project"), STR("distribution"), STR("灯塔"), STR("灯塔实验室"),
        STR("xyz"),    STR("z"),       STR("members"),
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str nearest =
            diag_nearest(str_from(cases[i].word), candidates, ARRAY_LEN(candidates));
        ASSERT_TEXT(nearest, cases[i].expected);
    }
    assert_int_equal(diag_nearest(STR("member"), candidates, 0).len, 0);
}

static void words_too_long_are_left_alone(void **state)
{
    (void)state;
    char text[LIMIT_NAME_BYTES_MAX + 1];
    memset(text, 'a', sizeof text);
    struct str longest = {text, LIMIT_NAME_BYTES_MAX};
    struct str too_long = {text, LIMIT_NAME_BYTES_MAX + 1};
    struct str shorter = {text, LIMIT_NAME_BYTES_MAX - 40};
    assert_int_equal(diag_nearest(shorter, &longest, 1).len, longest.len);
    assert_int_equal(diag_nearest(too_long, &longest, 1).len, 0);
    assert_int_equal(diag_nearest(longest, &too_long, 1).len, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_say_the_same_in_both_languages),
        TEST(severities_have_names),
        TEST(the_sink_counts_past_its_limit),
        TEST(a_flood_of_notes_hides_no_error),
        TEST(texts_are_copied_clean_and_bounded),
        TEST(places_are_filled),
        TEST(an_excerpt_in_both_languages),
        TEST(the_underline_fits_wide_text),
        TEST(spans_at_the_edges),
        TEST(what_would_move_the_cursor_is_replaced),
        TEST(a_long_line_is_cut_around_the_span),
        TEST(a_span_longer_than_the_excerpt),
        TEST(every_cut_is_bounded),
        TEST(a_flood_of_marks_is_bounded),
        TEST(line_numbers_of_any_length),
        TEST(a_suggestion_comes_before_the_hint),
        TEST(the_nearest_word),
        TEST(words_too_long_are_left_alone),
    };
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
