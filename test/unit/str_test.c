/* Slices of text: comparison, slicing at and over the ends, copies, formatting. */
#include "unit.h"

static void equality_is_by_bytes(void **state)
{
    (void)state;
    assert_true(str_eq(STR("灯塔"), str_from("灯塔")));
    assert_false(str_eq(STR("a"), STR("ab")));
    assert_false(str_eq(STR("ab"), STR("ac")));
    assert_true(str_eq((struct str){0}, STR("")));
}

static void order_is_by_bytes_then_length(void **state)
{
    (void)state;
    assert_true(str_compare(STR("ab"), STR("b")) < 0);
    assert_true(str_compare(STR("ab"), STR("a")) > 0);
    assert_true(str_compare(STR("a"), STR("ab")) < 0);
    assert_int_equal(str_compare(STR("ab"), STR("ab")), 0);
    assert_int_equal(str_compare((struct str){0}, STR("")), 0);
    assert_true(str_compare(STR("z"), STR("é")) < 0); /* bytes are unsigned */
}

static void prefixes_and_suffixes(void **state)
{
    (void)state;
    assert_true(str_starts_with(STR("project"), STR("pro")));
    assert_true(str_starts_with(STR("project"), STR("")));
    assert_false(str_starts_with(STR("pro"), STR("project")));
    assert_false(str_starts_with(STR("project"), STR("pra")));
    assert_true(str_ends_with(STR("book.heqi"), STR(".heqi")));
    assert_true(str_ends_with(STR("book"), STR("book")));
    assert_false(str_ends_with(STR("heqi"), STR("book.heqi")));
    assert_false(str_ends_with(STR("book.txt"), STR(".heqi")));
    assert_true(str_is_among(STR("b"), "a|b"));
    assert_false(str_is_among(STR("a|b"), "a|b"));
    assert_false(str_is_among(STR(""), "a|b"));
}

static void slices_are_clamped(void **state)
{
    (void)state;
    struct str s = STR("tally");
    ASSERT_TEXT(str_slice(s, 1, 3), "al");
    ASSERT_TEXT(str_slice(s, 0, 99), "tally");
    ASSERT_TEXT(str_slice(s, 3, 2), "");
    ASSERT_TEXT(str_slice(s, 9, 12), "");
    assert_ptr_equal(str_slice(s, 9, 12).ptr, s.ptr + s.len);
}

static void copies_end_in_nul(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct str copy = str_copy(&a, str_slice(STR("fund generic"), 0, 4));
    assert_string_equal(copy.ptr, "fund");
    assert_int_equal(copy.len, 4);
    assert_string_equal(str_copy(&a, (struct str){0}).ptr, "");
    arena_release(&a);
}

static void formats_of_any_length(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    ASSERT_TEXT(str_format(&a, "%.*s: %d", STR_ARG(STR("due")), 42), "due: 42");
    assert_int_equal(str_format(&a, "%5000d|", 7).len, 5001);
    assert_int_equal(str_format(&a, "%s", "").len, 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equality_is_by_bytes),  cmocka_unit_test(order_is_by_bytes_then_length),
        cmocka_unit_test(prefixes_and_suffixes), cmocka_unit_test(slices_are_clamped),
        cmocka_unit_test(copies_end_in_nul),     cmocka_unit_test(formats_of_any_length),
    };
    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
