/* UTF-8: every code point in its one form, malformed forms wherever they stand, display width,
 * letters, normal form. */
#include "unit.h"

#include "base/utf8.h"

#include <string.h>

/* The encoding by its definition. */
static size_t encode(char out[4], int32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00 >> size & 0xF0) | c);
    return size;
}

static void every_code_point_goes_there_and_back(void **state)
{
    (void)state;
    for (int32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        struct str s = {bytes, encode(bytes, c)};
        bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
        if (utf8_first_bad(s) != (is_surrogate ? 0 : s.len)) fail_msg("U+%04X", (unsigned)c);
        size_t size;
        if (utf8_decode(s, 0, &size) != c || size != s.len) fail_msg("U+%04X", (unsigned)c);
        if (utf8_count(s) != 1) fail_msg("U+%04X", (unsigned)c);
    }
}

static const char *const malformed[] = {
    "\x80",             /* a continuation that continues nothing */
    "\xBF",             /* the last of them */
    "\xC0\x80",         /* overlong NUL */
    "\xC1\xBF",         /* overlong U+007F */
    "\xE0\x9F\xBF",     /* overlong U+07FF */
    "\xF0\x8F\xBF\xBF", /* overlong U+FFFF */
    "\xED\xA0\x80",     /* the first surrogate */
    "\xED\xBF\xBF",     /* the last */
    "\xF4\x90\x80\x80", /* U+110000 */
    "\xF5\x80\x80\x80", /* leads nothing */
    "\xF8\x88\x80\x80\x80",
    "\xFE",
    "\xFF",
    "\xC3", /* cut short */
    "\xE4\xB8",
    "\xE4",
    "\xF0\x9F\x98",
    "\xC3\x28", /* a letter where a continuation should be */
    "\xE4\xB8\x28",
    "\xF0\x9F\x98\x28",
    "\xB5\xCD\xCB\xFE", /* 灯塔 in GB 18030 */
};

/* Before, in and behind the stretches that are read many bytes at a time. */
static void malformed_forms_are_found_wherever_they_stand(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(malformed); i++) {
        size_t len = strlen(malformed[i]);
        for (size_t before = 0; before < 100; before++) {
            for (size_t behind = 0; behind < 40; behind += 13) {
                char text[200];
                memset(text, 'a', sizeof text);
                memcpy(text + before, malformed[i], len);
                struct str s = {text, before + len + behind};
                assert_int_equal(utf8_first_bad(s), before);
            }
        }
    }
}

static void well_formed_text_has_no_bad_byte(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct str text = str_format(&a, "%90s 灯塔联盟 é %40s 😀 %70s〇", "a", "b", "c");
    for (size_t i = 0; i < text.len; i++) {
        struct str tail = str_slice(text, i, text.len);
        bool begins_inside = ((unsigned char)text.ptr[i] & 0xC0) == 0x80;
        assert_int_equal(utf8_first_bad(tail), begins_inside ? 0 : tail.len);
    }
    assert_int_equal(utf8_first_bad((struct str){0}), 0);
    assert_int_equal(utf8_first_bad((struct str){"a\0b", 3}), 3);
    arena_release(&a);
}

static void counts_and_widths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t count, width;
    } cases[] = {
        {"", 0, 0},           {"member", 6, 6},
        {"灯塔", 2, 4},       {"甲方，乙方。", 6, 12}, /* fullwidth punctuation */
        {"ＡＢ", 2, 4},                                /* fullwidth letters */
        {"e\xCC\x81t", 3, 2},                          /* a combining acute accent */
        {"é", 1, 1},          {"\xE2\x80\x8B", 1, 0},  /* zero width space */
        {"a\tb\x7F", 4, 2},                            /* control characters */
        {"😀", 1, 2},          {"〇", 1, 2},
        {"𠮷", 1, 2}, /* an ideograph of plane 2 */
        {"한국", 2, 4},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(utf8_count(str_from(cases[i].text)), cases[i].count);
        assert_int_equal(utf8_width(str_from(cases[i].text)), cases[i].width);
    }
}

static void letters_and_ideographs(void **state)
{
    (void)state;
    const int32_t han[] = {0x4E00, 0x9FFF, 0x5408 /* 合 */, 0x5951 /* 契 */,
                           0x3007, 0x3400, 0x20BB7};
    const int32_t other_letters[] = {'a',   'z',   'A',    'Z',    0xE9,
                                     0x3B1, 0x430, 0xAC00, 0x2160, 0x3042};
    const int32_t no_letters[] = {0,      '0',     '9',    '@',   '[',    '`',    '{',
                                  '-',    '_',     ' ',    0x301, 0x3000, 0x3001, 0xFF0C,
                                  0x201C, 0x1F600, 0xD800, 0xA0,  0xB2,   0xFFFD, 0x10FFFF};
    for (size_t i = 0; i < ARRAY_LEN(han); i++)
        assert_true(utf8_is_han(han[i]) && utf8_is_letter(han[i]));
    for (size_t i = 0; i < ARRAY_LEN(other_letters); i++)
        assert_true(!utf8_is_han(other_letters[i]) && utf8_is_letter(other_letters[i]));
    for (size_t i = 0; i < ARRAY_LEN(no_letters); i++)
        assert_true(!utf8_is_han(no_letters[i]) && !utf8_is_letter(no_letters[i]));
}

static void normal_form_is_composed(void **state)
{
    (void)state;
    static const struct {
        const char *text, *nfc;
    } cases[] = {
        {"", ""},
        {"plain", "plain"},
        {"é", "é"},
        {"e\xCC\x81", "é"},
        {"灯塔", "灯塔"},
        {"\xEF\xA4\x80", "豈"},                     /* a compatibility ideograph */
        {"q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"}, /* marks in their order */
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},
    };
    struct arena a;
    arena_init(&a);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str nfc, again;
        assert_int_equal(utf8_to_nfc(&a, str_from(cases[i].text), &nfc), OK);
        ASSERT_TEXT(nfc, cases[i].nfc);
        assert_int_equal(utf8_to_nfc(&a, nfc, &again), OK);
        ASSERT_TEXT(again, cases[i].nfc);
    }
    struct str untouched = STR("before");
    assert_int_equal(utf8_to_nfc(&a, STR("a\xFF"), &untouched), ERR_SYNTAX);
    ASSERT_TEXT(untouched, "before");
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_goes_there_and_back),
        cmocka_unit_test(malformed_forms_are_found_wherever_they_stand),
        cmocka_unit_test(well_formed_text_has_no_bad_byte),
        cmocka_unit_test(counts_and_widths),
        cmocka_unit_test(letters_and_ideographs),
        cmocka_unit_test(normal_form_is_composed),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
