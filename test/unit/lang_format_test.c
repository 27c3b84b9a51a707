/* Formatter: the one canonical spelling, to the letter, in both languages. That it says the same as
 * what was read is the matter of lang_roundtrip_test.c. */
#include "unit.h"

#include "lang_reader.h"

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

#define ASSERT_PRINTED(r, lang, text, wanted)                                                      \
    do {                                                                                           \
        ASSERT_TEXT(reader_format((r), STR(text), (lang)), (wanted));                              \
        ASSERT_TEXT(reader_codes(r), "");                                                          \
    } while (0)

static void spaces_are_set_anew(void **state)
{
    struct reader *r = *state;
    ASSERT_PRINTED(r, LANG_EN, "alliance   x\"X\"\n  goal  G1  \"g\"   by 2016-12-31   ",
                   "alliance x \"X\"\n  goal G1 \"g\" by 2016-12-31\n");
    ASSERT_PRINTED(r, LANG_EN, "article 1\"\"\n  group g of a,b ,  c,\n   d\n",
                   "article 1 \"\"\n  group g of a, b, c, d\n");
    ASSERT_PRINTED(r, LANG_ZH, "article 1\"\"\n  group g of a,b  counts as one\n",
                   "第一条 “”\n  集团 g 由 a、b 组成 合并计算\n");
}

static void numbers_have_one_spelling(void **state)
{
    struct reader *r = *state;
    ASSERT_PRINTED(r, LANG_EN,
                   "2014-01-01 pay p 0000123456.50\n2014-01-01 pay p 1,000\n2014-01-01 pay p 00\n"
                   "2014-01-01 pay p 010,000 USD  at  06.20\n2014-01-01 appraise p 0092000 on q\n"
                   "2014-01-01 p joins x with 012.50%\n2014-01-01 p joins x with 01/03\n",
                   "2014-01-01 pay p 123,456.50\n2014-01-01 pay p 1,000\n2014-01-01 pay p 0\n"
                   "2014-01-01 pay p 10,000 USD at 6.20\n2014-01-01 appraise p 92000 on q\n"
                   "2014-01-01 p joins x with 12.50%\n2014-01-01 p joins x with 1/3\n");
    ASSERT_PRINTED(
        r, LANG_EN,
        "article 1 \"\"\n  game g of a\n    a "
        "00000000000000000000000000000000000000000000000000000000000000000000000000005.5\n",
        "article 1 \"\"\n  game g of a\n    a 5.5\n");
}

static void texts_stand_in_the_quotes_of_the_language(void **state)
{
    struct reader *r = *state;
    const char text[] = "2014-01-01 sign a \"b \\\" \\\\\"\n2014-01-01 sign a “c \" d”\n"
                        "2014-01-01 sign a \"“e”\"\n";
    ASSERT_TEXT(reader_format(r, str_from(text), LANG_EN),
                "2014-01-01 sign a \"b \\\" \\\\\"\n2014-01-01 sign a \"c \\\" d\"\n"
                "2014-01-01 sign a \"“e”\"\n");
    ASSERT_TEXT(reader_format(r, str_from(text), LANG_ZH),
                "2014-01-01 签署 a “b \\\" \\\\”\n2014-01-01 签署 a “c \\\" d”\n"
                "2014-01-01 签署 a \"“e”\"\n");
}

static void times_have_one_spelling(void **state)
{
    struct reader *r = *state;
    const char text[] = "alliance x \"\"\n  term 12 month\n  term 1 years\n  term 3 day\n"
                        "article 1 \"\"\n  dues yearly lead 5 due 31 January\n"
                        "  government funded diffuse within 3 years\n";
    ASSERT_TEXT(reader_format(r, str_from(text), LANG_EN),
                "alliance x \"\"\n  term 12 months\n  term 1 year\n  term 3 days\n"
                "article 1 \"\"\n  dues yearly lead 5 due 31 January\n"
                "  government funded diffuse within 3 years\n");
    ASSERT_TEXT(reader_format(r, str_from(text), LANG_ZH),
                "联盟 x “”\n  期限 12个月\n  期限 1年\n  期限 3日\n"
                "第一条 “”\n  会费 每年 牵头 5 于 1月31日 到期\n"
                "  政府资助成果 于 3年内扩散\n");
}

static void blank_lines_and_comments_survive(void **state)
{
    struct reader *r = *state;
    ASSERT_PRINTED(r, LANG_EN,
                   "\n\n# a\n\n\n\nalliance x \"\"   # b\n\n      # c\n  term 1 year\n# d\n\n\n",
                   "# a\n\nalliance x \"\"  # b\n\n  # c\n  term 1 year\n# d\n");
    ASSERT_PRINTED(r, LANG_EN, "article 1 \"\"\n  group g of a, # 1\n# 2\n\n    b # 3\n",
                   "article 1 \"\"\n  # 1\n  # 2\n  group g of a, b  # 3\n");
    ASSERT_PRINTED(r, LANG_EN, "# only", "# only\n");
    ASSERT_PRINTED(r, LANG_EN, "\n\n", "");
}

/* A declared name is not joined to keywords, nor keywords into one. */
static void chinese_keywords_are_joined_where_they_read_back(void **state)
{
    struct reader *r = *state;
    ASSERT_PRINTED(r, LANG_ZH, "article 1 \"\"\n  share licence income\n    rest to p\n",
                   "第一条 “”\n  分配 许可收入\n    其余 归 p\n");
    ASSERT_PRINTED(r, LANG_ZH,
                   "article 1 \"\"\n  fund 许可收入 \"\"\n  share licence income\n    rest to p\n",
                   "第一条 “”\n  基金 许可收入 “”\n  分配 许可 收入\n    其余 归 p\n");
}

static void options_come_in_one_order(void **state)
{
    struct reader *r = *state;
    ASSERT_PRINTED(
        r, LANG_EN,
        "2014-01-01 call 5 due 2014-02-01 over 2013-01-01 to 2014-01-01 for x by cost by M7\n",
        "2014-01-01 call 5 by cost for x over 2013-01-01 to 2014-01-01 due 2014-02-01 by M7\n");
}

/* ---- long lines ---- */

static const char long_list[] =
    "article 1 \"\"\n  group everybody of enterprise01, enterprise02, enterprise03, enterprise04, "
    "enterprise05, enterprise06, university07, university08, university09, institute10, "
    "institute11, institute12, institute13\n";

static void long_statements_are_broken_behind_commas(void **state)
{
    struct reader *r = *state;
    ASSERT_TEXT(reader_format(r, str_from(long_list), LANG_EN),
                "article 1 \"\"\n"
                "  group everybody of enterprise01, enterprise02, enterprise03, enterprise04, "
                "enterprise05,\n"
                "      enterprise06, university07, university08, university09, institute10, "
                "institute11, institute12,\n"
                "      institute13\n");
    ASSERT_TEXT(reader_format(r, str_from(long_list), LANG_ZH),
                "第一条 “”\n"
                "  集团 everybody 由 enterprise01、enterprise02、enterprise03、enterprise04、"
                "enterprise05、\n"
                "      enterprise06、university07、university08、university09、institute10、"
                "institute11、\n"
                "      institute12、institute13 组成\n");
}

static void a_line_that_cannot_be_broken_stays(void **state)
{
    struct reader *r = *state;
    char text[400] = "2014-01-01 sign a \"";
    memset(text + strlen(text), 'x', 200);
    memcpy(text + strlen(text), "\"\n", 3);
    ASSERT_TEXT(reader_format(r, str_from(text), LANG_EN), text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_are_set_anew),
        cmocka_unit_test(numbers_have_one_spelling),
        cmocka_unit_test(texts_stand_in_the_quotes_of_the_language),
        cmocka_unit_test(times_have_one_spelling),
        cmocka_unit_test(blank_lines_and_comments_survive),
        cmocka_unit_test(chinese_keywords_are_joined_where_they_read_back),
        cmocka_unit_test(options_come_in_one_order),
        cmocka_unit_test(long_statements_are_broken_behind_commas),
        cmocka_unit_test(a_line_that_cannot_be_broken_stays),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
