/* Parser: how lines become statements, what may stand under what, how reading goes on behind a
 * mistake, and files that include others. Each text is compared with the events it gives. */
#include "unit.h"

#include "lang_reader.h"

#include "base/limits.h"

#include <string.h>

static int set_up(void **state)
{
    static struct arena a;
    arena_init(&a);
    struct reader *r = ARENA_NEW(&a, struct reader);
    reader_init(r, &a);
    *state = r;
    return 0;
}

static int tear_down(void **state)
{
    struct reader *r = *state;
    arena_release(r->arena);
    return 0;
}

/* The depths and forms of the statements that were read, "0 ARTICLE, 1 FUND"; comments and blank
 * lines as they are. */
static struct str forms_read(struct reader *r)
{
    struct str all = STR("");
    for (size_t i = 0; i < r->event_count; i++) {
        struct str e = r->events[i];
        size_t len = 0, spaces = 0;
        while (len < e.len && (e.ptr[0] == '#' || e.ptr[len] != ' ' || ++spaces < 2)) len++;
        all = str_format(r->arena, "%.*s%s%.*s", STR_ARG(all), i ? ", " : "",
                         STR_ARG(str_slice(e, 0, len)));
    }
    return all;
}

#define ASSERT_READ(r, text, forms, codes)                                                         \
    do {                                                                                           \
        reader_read((r), STR(text));                                                               \
        ASSERT_TEXT(forms_read(r), (forms));                                                       \
        ASSERT_TEXT(reader_codes(r), (codes));                                                     \
    } while (0)

#define ARTICLE "article 1 \"A\"\n"

static void a_comma_goes_on_in_the_next_line(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r, ARTICLE "  group g of a,\n    b\n", "0 ARTICLE, 1 GROUP", "");
    struct str one = reader_canonical(r);
    ASSERT_READ(r, ARTICLE "  group g of a,\n\n\n   b\n", "0 ARTICLE, 1 GROUP", "");
    assert_true(str_eq(reader_canonical(r), one));
    ASSERT_READ(r, ARTICLE "  group g of a，\n       b", "0 ARTICLE, 1 GROUP", "");
    assert_true(str_eq(reader_canonical(r), one));
    ASSERT_READ(r, ARTICLE "  group g of a, # one\n# two\n\n   # three\n    b # four\n",
                "0 ARTICLE, # one, # two, # three, 1 GROUP", "");
    assert_true(str_ends_with(r->events[4], STR(" # four")));
    ASSERT_READ(r, ARTICLE "  group g of a,\n    b,\n      c,\n   d\n  fund f \"\"\n",
                "0 ARTICLE, 1 GROUP, 1 FUND", "");
}

static void a_comma_that_does_not_go_on_is_an_error(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r, ARTICLE "  group g of a,\n  fund f \"\"\n", "0 ARTICLE, 1 FUND", "E118");
    ASSERT_READ(r, ARTICLE "  group g of a,\n", "0 ARTICLE", "E118");
    ASSERT_READ(r, ARTICLE "  group g of a,", "0 ARTICLE", "E118");
    ASSERT_READ(r, ARTICLE "  group g of a,\n  # not\n\nalliance x \"\"\n",
                "0 ARTICLE, # not, , 0 ALLIANCE", "E118");
}

static void blank_lines_and_comments_have_no_level(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r, "# 0\nalliance x \"\"\n\n      # 6\n \n  founded 2012-08-29\n# end",
                "# 0, 0 ALLIANCE, , # 6, , 1 A_FOUNDED, # end", "");
    ASSERT_READ(r, "", "", "");
    ASSERT_READ(r, "\n", "", "");
    ASSERT_READ(r, "   ", "", "");
}

static void line_breaks_may_be_of_any_kind(void **state)
{
    struct reader *r = *state;
    reader_read(r, STR("alliance x \"X\"\n  term 10 years # t\n\n  founded 2012-08-29\n"));
    struct str wanted = reader_events(r);
    static const char *const texts[] = {
        "alliance x \"X\"\r\n  term 10 years # t\r\n\r\n  founded 2012-08-29\r\n",
        ("\xef\xbb\xbf"
         "alliance x \"X\"\n  term 10 years # t  \n  \n  founded 2012-08-29"),
        "alliance x \"X\"\n  term 10 years # t\r\n\n  founded 2012-08-29\r",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        reader_read(r, str_from(texts[i]));
        assert_int_equal(r->diags.count, 0);
        assert_true(str_eq(reader_events(r), wanted));
    }
}

static void indentation_makes_blocks(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r,
                ARTICLE "  share sale\n    rest\n      60% to a\n      40% to b\n  fund f \"\"\n",
                "0 ARTICLE, 1 SHARE, 2 TIER, 3 TIER, 3 TIER, 1 FUND", "");
    ASSERT_READ(r, ARTICLE "   fund f \"\"\n", "0 ARTICLE", "E119");
    ASSERT_READ(r, ARTICLE "    fund f \"\"\n", "0 ARTICLE", "E119");
    ASSERT_READ(r, "  " ARTICLE, "", "E119");
    ASSERT_READ(r, ARTICLE "  fund f \"\"\n      target 5\n  fund g \"\"\n",
                "0 ARTICLE, 1 FUND, 1 FUND", "E119");
    ASSERT_READ(r, "alliance x \"\"\n  term 1 year\n    term 2 years\n", "0 ALLIANCE, 1 A_TERM",
                "E125");
}

static void statements_nest_only_so_deep(void **state)
{
    struct reader *r = *state;
    struct str text = STR(ARTICLE "  share sale\n");
    for (unsigned depth = 2; depth <= LIMIT_NESTING_MAX; depth++)
        text = str_format(r->arena, "%.*s%*s10%%\n", STR_ARG(text), (int)depth * 2, "");
    reader_read(r, text);
    ASSERT_TEXT(reader_codes(r), "E120");
    assert_int_equal(r->event_count, LIMIT_NESTING_MAX);
}

/* What is under a refused statement cannot be judged and is passed over. */
static void reading_goes_on_behind_a_mistake(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r,
                ARTICLE "  fund f\n    target 5\n      nonsense ; \"\n  fund g \"\"\n"
                        "    targte 6\n    target 7\n  froup h of a\nrest\n" ARTICLE,
                "0 ARTICLE, 1 FUND, 2 F_TARGET, 0 ARTICLE", "E127 E129 E129 E129");
    ASSERT_READ(r, ARTICLE "  group g of a,,\n    b\n    c,\n      d\n  fund f \"\"\n",
                "0 ARTICLE, 1 FUND", "E126");
    ASSERT_READ(r, ARTICLE "  fund ; f \"\"\n  fund g \"\n  fund h \"\"\n", "0 ARTICLE, 1 FUND",
                "E104 E102");
}

static void entries_stand_where_entries_may(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r, "2014-12-31 settle\n2014-12-31 effective 2014-01-01 settle\n",
                "0 SETTLE, 0 SETTLE", "");
    ASSERT_READ(r, "settle\n", "", "E133");
    ASSERT_READ(r, "a pays 5 capital\n", "", "E133");
    ASSERT_READ(r, "2014-12-31 effective settle\n", "", "E108");
    ASSERT_READ(r, "2014-12-31\n", "", "E127");
    ASSERT_READ(r, ARTICLE "  2014-12-31 fund f \"\"\n", "0 ARTICLE", "E125");
    ASSERT_READ(r, ARTICLE "  2014-12-31 settle\n", "0 ARTICLE", "E125");
    ASSERT_READ(r, "2014-12-31 fund f \"\"\n", "", "E133");
    ASSERT_READ(
        r, ARTICLE "  example \"\"\n    given\n      2014-12-31 settle\n    2014-12-31 settle\n",
        "0 ARTICLE, 1 EXAMPLE, 2 GIVEN, 3 SETTLE, 2 SETTLE", "");
    ASSERT_READ(r, ARTICLE "  example \"\"\n    given\n      settle\n",
                "0 ARTICLE, 1 EXAMPLE, 2 GIVEN", "E125");
}

static void by_a_motion_is_no_maker(void **state)
{
    struct reader *r = *state;
    reader_read(r, STR("2013-01-01 motion M7 \"\" to council on stop\n"
                       "2013-01-02 result P1 patent \"\" by M7\n"
                       "2013-01-02 result P2 patent \"\" by cri by M7\n"
                       "2013-01-02 result P3 patent \"\" by M8\n"));
    assert_int_equal(r->diags.count, 0);
    assert_true(str_ends_with(r->events[1], STR("motion:0=M7 kind:20=0 name:2=P1 text:7=")));
    assert_true(str_ends_with(r->events[2], STR("{ name:0=cri}} name:2=P2 text:7=")));
    assert_true(str_ends_with(r->events[3], STR("{ name:0=M8}} name:2=P3 text:7=")));
}

static void the_language_is_stated_first(void **state)
{
    struct reader *r = *state;
    ASSERT_READ(r, "# c\nlanguage 1\n" ARTICLE, "# c, 0 LANGUAGE, 0 ARTICLE", "");
    ASSERT_READ(r, ARTICLE "language 1\n", "0 ARTICLE, 0 LANGUAGE", "E117");
    ASSERT_READ(r, "language 2\n", "0 LANGUAGE", "E117");
}

static void amounts_are_in_the_currency(void **state)
{
    struct reader *r = *state;
    static const struct {
        const char *currency, *amount, *minor;
    } cases[] = {{"CNY", "1.05", "=105,0"},           {"JPY", "105", "=105,0"},
                 {"KWD", "1.05", "=1050,0"},          {"CNY", "1.05 CNY", "=105,0"},
                 {"CNY", "10 USD at 6.2", "=6200,0"}, {"JPY", "1.25 USD at 100.2", "=125,0"},
                 {"CNY", "0.01 USD at 6.5", "=7,0"}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        reader_read(r,
                    str_format(r->arena,
                               "alliance x \"\"\n  currency %s\n%s  fund f \"\"\n    target %s\n",
                               cases[i].currency, ARTICLE, cases[i].amount));
        ASSERT_TEXT(reader_codes(r), "");
        assert_true(str_ends_with(r->events[4], str_from(cases[i].minor)));
    }
    ASSERT_READ(r, ARTICLE "  fund f \"\"\n    target 5\nalliance x \"\"\n  currency JPY\n",
                "0 ARTICLE, 1 FUND, 2 F_TARGET, 0 ALLIANCE, 1 A_CURRENCY", "E116");
    ASSERT_READ(r,
                ARTICLE "  fund f \"\"\n    target 1.005\n    target 10 USD\n    target 10 XYZ\n",
                "0 ARTICLE, 1 FUND", "E112 E115 E114");
    ASSERT_READ(r, "2014-01-01 spend 10 RND for x\n", "0 SPEND", "");
}

/* ---- include ---- */

struct file {
    const char *path, *text;
};

static const struct file files[] = {
    {"members.heqi", "  fund f \"\"\n" ARTICLE "  fund g \"\"\n"},
    {"good.heqi", ARTICLE "  fund g \"\"\n"},
    {"self.heqi", "include \"self.heqi\"\n" ARTICLE},
    {"ping.heqi", "include \"pong.heqi\"\n"},
    {"pong.heqi", "include \"ping.heqi\"\n" ARTICLE},
    {"unended.heqi", ARTICLE "  group g of a,"},
};

/* deep:N includes deep:N+1. */
static enum status load(void *context, struct str from, struct str path, struct str *path_out,
                        struct str *text_out)
{
    struct arena *a = context;
    *path_out = path;
    if (str_starts_with(path, STR("deep"))) {
        assert_true(from.len > 0);
        *path_out = str_format(a, "%.*s+", STR_ARG(path));
        *text_out = str_format(a, "include \"%.*s\"\n", STR_ARG(*path_out));
        return OK;
    }
    for (size_t i = 0; i < ARRAY_LEN(files); i++)
        if (str_eq(path, str_from(files[i].path))) {
            *text_out = str_from(files[i].text);
            return OK;
        }
    return str_eq(path, STR("huge.heqi")) ? ERR_RANGE : ERR_IO;
}

#define ASSERT_INCLUDED(r, text, forms, codes)                                                     \
    do {                                                                                           \
        struct parse_loader loader_ = {(r)->arena, load};                                          \
        reader_read_with((r), STR(text), &loader_);                                                \
        ASSERT_TEXT(forms_read(r), (forms));                                                       \
        ASSERT_TEXT(reader_codes(r), (codes));                                                     \
    } while (0)

static void included_files_are_read_in_their_place(void **state)
{
    struct reader *r = *state;
    ASSERT_INCLUDED(r, "alliance x \"\"\ninclude \"good.heqi\"\n2014-12-31 settle\n",
                    "0 ALLIANCE, 0 ARTICLE, 1 FUND, 0 SETTLE", "");
    ASSERT_INCLUDED(r, "include \"good.heqi\"\ninclude \"good.heqi\"\n",
                    "0 ARTICLE, 1 FUND, 0 ARTICLE, 1 FUND", "");
    ASSERT_INCLUDED(r, "include \"good.heqi\"\n  fund f \"\"\n", "0 ARTICLE, 1 FUND", "E119");
    ASSERT_INCLUDED(r, ARTICLE "include \"members.heqi\"\n", "0 ARTICLE, 0 ARTICLE, 1 FUND",
                    "E119");
    ASSERT_INCLUDED(r, "include \"unended.heqi\"\n    b\n" ARTICLE, "0 ARTICLE, 0 ARTICLE",
                    "E118 E119");
}

static void includes_that_cannot_be_followed_are_errors(void **state)
{
    struct reader *r = *state;
    ASSERT_INCLUDED(r, "include \"self.heqi\"\n", "0 ARTICLE", "E124");
    ASSERT_INCLUDED(r, "include \"ping.heqi\"\n", "0 ARTICLE", "E124");
    ASSERT_INCLUDED(r, "include \"none.heqi\"\n" ARTICLE, "0 ARTICLE", "E123");
    ASSERT_INCLUDED(r, "include \"huge.heqi\"\n" ARTICLE, "0 ARTICLE", "E121");
    ASSERT_INCLUDED(r, "include \"deep\"\n" ARTICLE, "0 ARTICLE", "E122");
    ASSERT_READ(r, "include \"none.heqi\"\n", "0 INCLUDE", "");
}

/* ---- size ---- */

static struct str many(struct reader *r, const char *head, const char *item, size_t count,
                       const char *tail)
{
    size_t head_len = strlen(head), item_len = strlen(item), tail_len = strlen(tail);
    char *text = arena_alloc(r->arena, head_len + item_len * count + tail_len + 1);
    memcpy(text, head, head_len);
    for (size_t i = 0; i < count; i++) memcpy(text + head_len + i * item_len, item, item_len);
    memcpy(text + head_len + item_len * count, tail, tail_len);
    return (struct str){text, head_len + item_len * count + tail_len};
}

static void large_statements_are_read(void **state)
{
    struct reader *r = *state;
    struct str fault;
    reader_read(r, many(r, ARTICLE "  group g of a", ", b", 32000, "\n  fund f \"\"\n"));
    ASSERT_TEXT(forms_read(r), "0 ARTICLE, 1 GROUP, 1 FUND");
    assert_null(reader_judge(
        r, many(r, ARTICLE "  expelled keep no capital", ", stay bound to s", 10000, "\n"),
        &fault));
    assert_null(
        reader_judge(r, many(r, ARTICLE "  集团 g 由 灯塔", "、海润", 30000, " 组成\n"), &fault));
    reader_read(r, many(r, ARTICLE "  集团 g 由 灯塔", "许可收入", 1, "\n"));
    assert_int_equal(r->diags.count, 1);
}

static void statements_of_too_many_words_are_refused_once(void **state)
{
    struct reader *r = *state;
    reader_read(r, many(r, ARTICLE "  group g of a", ",\n   b", 100000, "\n  fund f \"\"\n"));
    ASSERT_TEXT(forms_read(r), "0 ARTICLE, 1 FUND");
    ASSERT_TEXT(reader_codes(r), "E109");
    reader_read(r, many(r, ARTICLE, "许可", 100000, "\n  fund f \"\"\n"));
    ASSERT_TEXT(reader_codes(r), "E110");
    reader_read(r, many(r, ARTICLE, "  许可收入", 70000, "\n  fund f \"\"\n"));
    ASSERT_TEXT(reader_codes(r), "E109");
}

static void a_flood_of_errors_is_counted(void **state)
{
    struct reader *r = *state;
    size_t held = r->arena->held_bytes;
    struct str text = many(r, "", "x y z\n", 200000, "");
    reader_read(r, text);
    assert_int_equal(r->diags.counts[SEVERITY_ERROR], 200000);
    assert_int_equal(r->diags.count, LIMIT_DIAGNOSTICS_MAX);
    assert_true(r->arena->held_bytes - held < text.len + ((size_t)8 << 20));
    reader_read(r, many(r, "x\n", "  \" ; y\n", 200000, ARTICLE));
    ASSERT_TEXT(forms_read(r), "0 ARTICLE");
    assert_int_equal(r->diags.counts[SEVERITY_ERROR], 1);
    assert_true(r->arena->held_bytes - held < 3 * text.len + ((size_t)16 << 20));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comma_goes_on_in_the_next_line),
        cmocka_unit_test(a_comma_that_does_not_go_on_is_an_error),
        cmocka_unit_test(blank_lines_and_comments_have_no_level),
        cmocka_unit_test(line_breaks_may_be_of_any_kind),
        cmocka_unit_test(indentation_makes_blocks),
        cmocka_unit_test(statements_nest_only_so_deep),
        cmocka_unit_test(reading_goes_on_behind_a_mistake),
        cmocka_unit_test(entries_stand_where_entries_may),
        cmocka_unit_test(by_a_motion_is_no_maker),
        cmocka_unit_test(the_language_is_stated_first),
        cmocka_unit_test(amounts_are_in_the_currency),
        cmocka_unit_test(included_files_are_read_in_their_place),
        cmocka_unit_test(includes_that_cannot_be_followed_are_errors),
        cmocka_unit_test(large_statements_are_read),
        cmocka_unit_test(statements_of_too_many_words_are_refused_once),
        cmocka_unit_test(a_flood_of_errors_is_counted),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
