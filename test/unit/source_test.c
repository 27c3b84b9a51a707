/* Sources: positions over several files, and the way back to file, line and column. */
#include "unit.h"

#include "base/limits.h"
#include "base/source.h"

struct fixture {
    struct arena arena;
    struct sources sources;
};

static int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena);
    sources_init(&f.sources, &f.arena);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    return 0;
}

static struct source *add(struct fixture *f, const char *path, const char *text)
{
    struct source *out = NULL;
    assert_int_equal(sources_add(&f->sources, str_from(path), str_from(text), &out), OK);
    return out;
}

static void assert_place(struct fixture *f, uint32_t at, uint32_t line, uint32_t column,
                         const char *line_text)
{
    struct place place = sources_place(&f->sources, at);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    ASSERT_TEXT(place.line_text, line_text);
}

static void lines_and_columns(void **state)
{
    struct fixture *f = *state;
    add(f, "a.heqi", "one\ntwo\n\nfour");
    assert_place(f, 0, 1, 1, "one");
    assert_place(f, 2, 1, 3, "one");
    assert_place(f, 3, 1, 4, "one"); /* the line break ends its own line */
    assert_place(f, 4, 2, 1, "two");
    assert_place(f, 8, 3, 1, "");
    assert_place(f, 9, 4, 1, "four");
    assert_place(f, 13, 4, 5, "four"); /* the end of the file */
}

static void columns_are_code_points(void **state)
{
    struct fixture *f = *state;
    add(f, "a.heqi", "联盟\n\t成员 e\xCC\x81 lab\n");
    assert_place(f, 3, 1, 2, "联盟");
    assert_place(f, 6, 1, 3, "联盟");
    assert_place(f, 7, 2, 1, "\t成员 e\xCC\x81 lab");
    assert_place(f, 8, 2, 2, "\t成员 e\xCC\x81 lab");
    assert_place(f, 19, 2, 8, "\t成员 e\xCC\x81 lab");
    assert_place(f, 23, 3, 1, ""); /* behind the last line break */
}

static void carriage_returns_belong_to_the_break(void **state)
{
    struct fixture *f = *state;
    add(f, "a.heqi", "one\r\ntwo\rthree\r\n\r\nend\r");
    assert_place(f, 0, 1, 1, "one");
    assert_place(f, 3, 1, 4, "one");
    assert_place(f, 4, 1, 5, "one");
    assert_place(f, 5, 2, 1, "two\rthree");
    assert_place(f, 16, 3, 1, "");
    assert_place(f, 18, 4, 1, "end\r");
}

static void texts_of_files_stand_apart(void **state)
{
    struct fixture *f = *state;
    struct source *first = add(f, "first", "ab");
    struct source *empty = add(f, "empty", "");
    struct source *last = add(f, "last", "x\nyz");
    assert_int_equal(first->base, 0);
    assert_int_equal(empty->base, 3);
    assert_int_equal(last->base, 4);
    assert_ptr_equal(sources_find(&f->sources, 2), first); /* its end */
    assert_ptr_equal(sources_find(&f->sources, 3), empty);
    assert_ptr_equal(sources_find(&f->sources, 8), last);
    assert_place(f, 3, 1, 1, "");
    assert_place(f, 6, 2, 1, "yz");
    ASSERT_TEXT(sources_text(&f->sources, (struct span){6, 2}), "yz");
    ASSERT_TEXT(sources_text(&f->sources, (struct span){2, 0}), "");
    ASSERT_TEXT(sources_text(&f->sources, (struct span){3, 0}), "");
}

static void as_many_sources_as_allowed(void **state)
{
    struct fixture *f = *state;
    struct source *list[LIMIT_SOURCES_MAX];
    for (uint32_t i = 0; i < LIMIT_SOURCES_MAX; i++) {
        char text[] = "0123456789";
        text[i % 11] = '\0';
        list[i] = add(f, "part", str_copy(&f->arena, str_from(text)).ptr);
    }
    struct source *one_more = NULL;
    assert_int_equal(sources_add(&f->sources, STR("x"), STR(""), &one_more), ERR_RANGE);
    assert_null(one_more);
    for (uint32_t i = 0; i < LIMIT_SOURCES_MAX; i++) {
        for (uint32_t k = 0; k <= list[i]->text.len; k++)
            assert_ptr_equal(sources_find(&f->sources, list[i]->base + k), list[i]);
    }
}

/* The lengths are claimed only: nothing reads the bytes of what is refused. */
static void as_many_bytes_as_allowed(void **state)
{
    struct fixture *f = *state;
    struct source *out = NULL;
    struct str huge = {"", LIMIT_INPUT_BYTES_MAX};
    assert_int_equal(sources_add(&f->sources, STR("huge"), huge, &out), ERR_RANGE);
    huge.len = LIMIT_INPUT_BYTES_MAX - 1;
    assert_int_equal(sources_add(&f->sources, STR("huge"), huge, &out), OK);
    assert_int_equal(f->sources.next_base, LIMIT_INPUT_BYTES_MAX);
    struct source *after = NULL;
    assert_int_equal(sources_add(&f->sources, STR("after"), STR(""), &after), ERR_RANGE);
    assert_ptr_equal(sources_find(&f->sources, LIMIT_INPUT_BYTES_MAX - 1), out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_and_columns),
        TEST(columns_are_code_points),
        TEST(carriage_returns_belong_to_the_break),
        TEST(texts_of_files_stand_apart),
        TEST(as_many_sources_as_allowed),
        TEST(as_many_bytes_as_allowed),
    };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
