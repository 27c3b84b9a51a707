/* Lexer: every kind of token, where one ends and the next begins, comments, and how a run of
 * Chinese letters becomes keywords. A case is a line and its tokens in letters. */
#include "unit.h"

#include "base/limits.h"
#include "lang/grammar.h"
#include "lang/lex.h"
#include "lang/numeral.h"

#include <string.h>

struct fixture {
    struct arena arena;
    struct words words;
    struct grammar *g;
    struct sources sources;
    struct diags diags;
};

static int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena);
    words_init(&f.words, &f.arena);
    f.g = grammar_new(&f.arena, &f.words);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    return 0;
}

static struct str token_letters(struct fixture *f, const struct token *t)
{
    struct arena *a = &f->arena;
    struct str text = sources_text(&f->sources, (struct span){t->at, t->len});
    char date[DATE_TEXT_BYTES];
    switch ((enum token_kind)t->kind) {
    case TOKEN_WORD: return words_text(&f->words, t->word);
    case TOKEN_PATH:
        return str_format(a, "path:%.*s/%.*s", STR_ARG(words_text(&f->words, t->word)),
                          STR_ARG(words_text(&f->words, (uint32_t)t->a)));
    case TOKEN_NUMBER: return str_format(a, "%llde-%lld", (long long)t->a, (long long)t->b);
    case TOKEN_PERCENT:
    case TOKEN_FRACTION: return str_format(a, "%lld/%lld", (long long)t->a, (long long)t->b);
    case TOKEN_DATE: date_format(date, (date_t)t->a); return str_copy(a, str_from(date));
    case TOKEN_ORDINAL: return str_format(a, "#%lld", (long long)t->a);
    case TOKEN_TEXT: return str_format(a, "'%.*s'", STR_ARG(str_slice(text, 0, text.len)));
    case TOKEN_COMMA: return STR(",");
    case TOKEN_MONTH_DAY: return str_format(a, "m%lldd%lld", (long long)t->a, (long long)t->b);
    case TOKEN_ARTICLE: return str_format(a, "article:%lld", (long long)t->a);
    case TOKEN_DIGEST: return str_format(a, "digest:%.*s", STR_ARG(text));
    case TOKEN_END: break;
    }
    return STR("?");
}

/* The tokens of one line with a bar between them, a comment in braces, codes of problems behind. */
static struct str lex(struct fixture *f, struct str text)
{
    sources_init(&f->sources, &f->arena);
    diags_init(&f->diags, &f->arena);
    struct source *source;
    text = str_format(&f->arena, "%.*s\n", STR_ARG(text));
    assert_int_equal(sources_add(&f->sources, STR("t"), text, &source), OK);
    struct lexer lx = {.arena = &f->arena,
                       .words = &f->words,
                       .diags = &f->diags,
                       .source = source,
                       .text = text.ptr,
                       .text_len = (uint32_t)text.len};
    bool ok = true;
    (void)lex_line(&lx, 0, &ok);
    struct str all = STR("");
    for (uint32_t i = 0; i < lx.count; i++)
        all = str_format(&f->arena, "%.*s%s%.*s", STR_ARG(all), i ? "|" : "",
                         STR_ARG(token_letters(f, &lx.tokens[i])));
    assert_int_equal(lx.tokens[lx.count].kind, TOKEN_END);
    if (lx.comment.len)
        all = str_format(&f->arena, "%.*s{%.*s}", STR_ARG(all),
                         STR_ARG(sources_text(&f->sources, lx.comment)));
    for (size_t i = 0; i < f->diags.count; i++)
        all =
            str_format(&f->arena, "%.*s !%s", STR_ARG(all), diag_row(f->diags.list[i].code)->code);
    assert_int_equal(ok, f->diags.count == 0);
    return all;
}

struct lex_case {
    const char *line, *tokens;
};

static void check_cases(struct fixture *f, const struct lex_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ASSERT_TEXT(lex(f, str_from(cases[i].line)), cases[i].tokens);
}

#define CHECK_CASES(state, ...)                                                                    \
    do {                                                                                           \
        static const struct lex_case cases_[] = {__VA_ARGS__};                                     \
        check_cases(*(state), cases_, ARRAY_LEN(cases_));                                          \
    } while (0)

static void words(void **state)
{
    CHECK_CASES(
        state, {"", ""}, {"   ", ""}, {"a", "a"}, {"resin-makers x_1 R07", "resin-makers|x_1|R07"},
        {"été Über Ωmega имя", "été|Über|Ωmega|имя"}, {"灯塔 甲2 甲-乙", "灯塔|甲2|甲-乙"},
        {"a- b", "a|b !E104"}, {"a-", "a !E104"}, {"-a", "a !E104"}, {"_a", "a !E104"},
        {"x.y", "path:x/y"}, {"灯塔.配方 x.配方 灯.y", "path:灯塔/配方|path:x/配方|path:灯/y"},
        {"x.", " !E104"}, {"x.1", "1e-0 !E104"}, {"x.y.z", "path:x/y|z !E104"}, );
}

static void numbers(void **state)
{
    CHECK_CASES(state, {"0 7 12000000", "0e-0|7e-0|12000000e-0"}, {"12,000,000", "12000000e-0"},
                {"0.05 376750.00", "5e-2|37675000e-2"}, {"1,234.5", "12345e-1"},
                {"60% 0.05% 33.3%", "60/100|5/10000|333/1000"}, {"1/3 2/12,000", "1/3|2/12000"},
                /* a comma belongs to a number only between a digit and exactly three digits */
                {"1,23", "1e-0|,|23e-0"}, {"1,2345", "1e-0|,|2345e-0"},
                {"1,234,56", "1234e-0|,|56e-0"}, {"80,000, 50,000", "80000e-0|,|50000e-0"},
                {"60%,400", "60/100|,|400e-0"}, {"1, 234", "1e-0|,|234e-0"},
                {"1，234", "1e-0|,|234e-0"},
                {"9,223,372,036,854,775,807", "9223372036854775807e-0"}, );
    CHECK_CASES(state, {"100万 1,200万元", "1000000e-0|12000000e-0|元"}, {"1.5亿", "150000000e-0"},
                {"1.23456万 0.05万", "123456e-1|500e-0"}, {"3亿元出资额", "300000000e-0|元|出资额"},
                {"60％", "60/100"}, {"99999999999万", "999999999990000e-0"},
                {"三分之二 百分之六十", "2/3|60/100"}, {"千分之三 万分之五", "3/1000|5/10000"},
                {"百分之一百零五", "105/100"},
                /* other spellings are words */
                {"分之二", "分之二"}, {"三分之", "三分之"}, {"三分之零", "三分之零"},
                {"百分之百", "百分之百"}, {"万分之", "万分之"}, );
    CHECK_CASES(state, {"999999999999999万", "999999999999999000e-0 !E106"},
                {"9223372036854775808", "922337203685477580e-0 !E106"},
                {"0.0000000000000000001", "1e-0 !E106"}, {"0.00000000000000001%", "1/100 !E106"},
                {"1/0", "1/0 !E131"}, {"1.5/2", "15/2 !E131"}, {"1/2.5", "1/25 !E131"},
                {"30days", "30e-0 !E105"}, {"30_", "30e-0 !E105"}, {"60%x", "60/100 !E105"},
                {"1.", "1e-0 !E104"}, {"+1", "1e-0 !E104"}, );
}

static void dates(void **state)
{
    CHECK_CASES(
        state, {"2012-08-29", "2012-08-29"}, {"2012-02-29 2013-02-28", "2012-02-29|2013-02-28"},
        {"2013-02-01 #2", "2013-02-01|#2"}, {"2013-02-01 #2 x", "2013-02-01|#2|x"},
        {"2013-02-01  #2", "2013-02-01{#2}"}, {"2013-02-01 # 2", "2013-02-01{# 2}"},
        {"2013-02-01 #x", "2013-02-01{#x}"}, {"2013-02-01,2014-02-01", "2013-02-01|,|2014-02-01"},
        {"2012-10-01前", "2012-10-01|前"}, {"2012年8月29日", "2012-08-29"},
        {"2012年08月29日前 2013年2月1日 #2", "2012-08-29|前|2013-02-01|#2"},
        {"2012年8月", "2012e-0|年8月"}, {"10年", "10e-0|年"}, );
}

static void dates_that_are_none(void **state)
{
    struct fixture *f = *state;
    static const char *const lines[] = {
        "2013-02-29",    "2012-13-01", "2012-00-10",   "0000-01-01", "2012-1é-05",
        "2012-1-05",     "2012-1-5",   "2012-10-1",    "12-10-01",   "2013年2月29日",
        "2013年13月1日", "0年1月1日",  "10000年1月1日"};
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        struct str got = lex(f, str_from(lines[i]));
        assert_true(str_ends_with(got, STR(" !E107")));
    }
    ASSERT_TEXT(lex(f, STR("2012-10-015")), "2012-10-01 !E105");
    ASSERT_TEXT(lex(f, STR("2013-02-01 #2x")), "2013-02-01|#2 !E105");
    ASSERT_TEXT(lex(f, STR("2013-02-01 #0")), "2013-02-01|#0 !E130");
}

static void an_entry_goes_on_behind_its_date(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"2012-08-29 settle", "settle"},
                                           {"2012年8月29日 结算", "结算"},
                                           {"2012年12月31日 #2 结算", "#2 结算"},
                                           {"2012年8月9日结算", "结算"},
                                           {"2012-08-29结算", "结算"},
                                           {"2012-08-29", ""}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        ASSERT_TEXT(lex_behind_date(str_from(cases[i][0])), cases[i][1]);
}

static void texts(void **state)
{
    CHECK_CASES(state, {"\"\" \"a b\"", "'\"\"'|'\"a b\"'"}, {"\"# , 1\"", "'\"# , 1\"'"},
                {"\"a\\\"b\\\\\"", "'\"a\\\"b\\\\\"'"}, {"“a\"b” x", "'“a\"b”'|x"},
                {"中文名“涂料”", "中文名|'“涂料”'"}, {"\"“”\"", "'\"“”\"'"}, {"\"a", " !E102"},
                {"\"a\\\"", " !E102"}, {"“a\"", " !E102"}, {"\"a\\n\"", "'\"a\\n\"' !E103"},
                {"\"a\\", " !E103 !E102"}, {"\"a\tb\"", "'\"a\tb\"' !E101"}, );
}

static void comments(void **state)
{
    CHECK_CASES(state, {"# all of it", "{# all of it}"}, {"a # b  ", "a{# b}"}, {"a #", "a{#}"},
                {"a#b", "a|b !E104"}, {"a # b # c", "a{# b # c}"}, {"a # b\r\n", "a{# b}"},
                {"a\r\n", "a"}, {"a\r\r\n", "a !E104"}, {"# a\r\r\n", "{# a}"},
                {"a\rb", "a|b !E104"}, {"\ta", "a !E101"}, {"a\tb", "a|b !E101"},
                {"a;b", "a|b !E104"}, {"a；b", "a|b !E104"},
                {"sha256:00ff x", "digest:sha256:00ff|x"}, {"a，b、c", "a|,|b|,|c"}, );
}

static void articles_and_days(void **state)
{
    CHECK_CASES(state, {"第六条", "article:6"}, {"第6条", "article:6"},
                {"第十条 第十二条", "article:10|article:12"},
                {"第二十条 第九十九条", "article:20|article:99"}, {"第一百零五条", "article:105"},
                {"第一百一十条", "article:110"}, {"第九百九十九条", "article:999"},
                {"第999999999条", "article:999999999"}, {"第六条“权益”", "article:6|'“权益”'"},
                /* other spellings are words */
                {"第十十条", "第十十条"}, {"第一十二条", "第一十二条"}, {"第零条", "第零条"},
                {"第百条", "第百条"}, {"第06条", "第06条"}, {"第0条", "第0条"}, {"第条", "第条"},
                {"第1000000000条", "第1000000000条"}, {"1月31日", "m1d31"},
                {"12月1日到期", "m12d1|到期"}, {"6月", "6e-0|月"}, {"6个月", "6e-0|个月"},
                {"1月x", "1e-0|月x"}, {"30日内", "30e-0|日|内"}, );
}

static void numerals_of_articles_go_there_and_back(void **state)
{
    struct fixture *f = *state;
    for (int64_t n = 1; n < 1200; n++)
        assert_int_equal(numeral_read_article(numeral_write_article(&f->arena, n)), n);
}

static void runs_are_cut(void **state)
{
    CHECK_CASES(state, {"许可收入", "许可|收入"}, {"按出资额比例", "按|出资额|比例"},
                {"许可收入x", "许可收入x"}, {"许可涂料", "许可涂料"}, {"许可", "许可"},
                {"灯塔", "灯塔"}, {"直至成本收回", "直至|成本|收回"},
                {"30日后每日计收", "30e-0|日|后|每日|计收"}, {"许可2收入", "许可2收入"}, );
}

static void a_declared_name_is_not_cut(void **state)
{
    struct fixture *f = *state;
    uint32_t word = words_intern(&f->words, STR("产品收入"));
    ASSERT_TEXT(lex(f, STR("产品收入")), "产品|收入");
    f->words.list[word].flags |= WORD_DECLARED;
    ASSERT_TEXT(lex(f, STR("产品收入")), "产品收入");
    ASSERT_TEXT(lex(f, STR("产品收入服务")), "产品|收入|服务");
}

/* A run stands as several tokens, of which the first knows how many and the whole word. */
static void a_cut_run_remembers_itself(void **state)
{
    struct fixture *f = *state;
    struct source source = {.text = STR("许可收入\n")};
    struct lexer lx = {.arena = &f->arena,
                       .words = &f->words,
                       .source = &source,
                       .text = source.text.ptr,
                       .text_len = (uint32_t)source.text.len};
    bool ok = true;
    (void)lex_line(&lx, 0, &ok);
    assert_int_equal(lx.count, 2);
    assert_int_equal(lx.tokens[0].cut, 2);
    assert_int_equal(lx.tokens[1].cut, 0);
    ASSERT_TEXT(words_text(&f->words, (uint32_t)lx.tokens[0].a), "许可收入");
    assert_int_equal(lx.tokens[1].at, 6);
}

/* A text of so many bytes between two others. */
static struct str repeated(struct fixture *f, const char *unit, size_t count)
{
    size_t len = strlen(unit);
    char *text = arena_alloc(&f->arena, len * count + 1);
    for (size_t i = 0; i < count; i++) memcpy(text + i * len, unit, len);
    return (struct str){text, len * count};
}

static void names_and_lines_have_limits(void **state)
{
    struct fixture *f = *state;
    struct str longest = repeated(f, "n", LIMIT_NAME_BYTES_MAX);
    assert_true(str_eq(lex(f, longest), longest));
    ASSERT_TEXT(lex(f, repeated(f, "n", LIMIT_NAME_BYTES_MAX + 1)), " !E110");
    ASSERT_TEXT(lex(f, repeated(f, "灯", LIMIT_NAME_BYTES_MAX / 3 + 1)), " !E110");
    ASSERT_TEXT(lex(f, repeated(f, "x.", LIMIT_LINE_BYTES_MAX / 2 + 1)), " !E111");
    ASSERT_TEXT(lex(f, repeated(f, "#", LIMIT_LINE_BYTES_MAX + 1)), " !E111");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(numbers),
        cmocka_unit_test(dates),
        cmocka_unit_test(dates_that_are_none),
        cmocka_unit_test(an_entry_goes_on_behind_its_date),
        cmocka_unit_test(texts),
        cmocka_unit_test(comments),
        cmocka_unit_test(articles_and_days),
        cmocka_unit_test(numerals_of_articles_go_there_and_back),
        cmocka_unit_test(runs_are_cut),
        cmocka_unit_test(a_declared_name_is_not_cut),
        cmocka_unit_test(a_cut_run_remembers_itself),
        cmocka_unit_test(names_and_lines_have_limits),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
