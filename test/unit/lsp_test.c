/* The parts of the language server that touch neither texts of the language nor messages: framing,
 * positions, addresses, the lines in which two texts differ. */
#include "base/limits.h"
#include "lsp/cursor.h"
#include "lsp/frame.h"
#include "lsp/line_diff.h"
#include "lsp/uri.h"
#include "report/writer.h"
#include "unit.h"

#include <stdlib.h>

/* ---- framing ---- */

static void frames_come_in_pieces_of_any_size(void **state)
{
    const struct str stream =
        STR("Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length:3\r\n\r\n[1]");
    (void)state;
    for (size_t piece = 1; piece <= stream.len; piece++) {
        struct frames f;
        struct str message;
        struct writer seen;
        struct arena arena;
        arena_init(&arena);
        seen = (struct writer){.arena = &arena};
        frames_init(&f);
        for (size_t at = 0; at < stream.len; at += piece) {
            frames_add(&f, str_slice(stream, at, at + piece));
            while (frames_next(&f, &message) == FRAME_MESSAGE) writer_put(&seen, message);
        }
        ASSERT_TEXT(writer_text(&seen), "{}[1]");
        assert_int_equal(frames_next(&f, &message), FRAME_NONE);
        frames_release(&f);
        arena_release(&arena);
    }
}

static enum frame first_frame(const char *stream)
{
    struct frames f;
    struct str message;
    frames_init(&f);
    frames_add(&f, str_from(stream));
    enum frame frame = frames_next(&f, &message);
    frames_release(&f);
    return frame;
}

static void headers_that_cannot_be_read_end_the_stream(void **state)
{
    (void)state;
    assert_int_equal(first_frame("\r\n"), FRAME_BROKEN);
    assert_int_equal(first_frame("Content-Length: \r\n\r\n"), FRAME_BROKEN);
    assert_int_equal(first_frame("Content-Length: 1\r\nContent-Length: 1\r\n\r\nx"), FRAME_BROKEN);
    assert_int_equal(first_frame("Content-Length: 1e3\r\n\r\n"), FRAME_BROKEN);
    assert_int_equal(first_frame("Content-Length: 9999999999999999999\r\n\r\n"), FRAME_BROKEN);
    assert_int_equal(first_frame("Content-Length: 67108865\r\n\r\n"), FRAME_TOO_LONG);
    assert_int_equal(first_frame("Content-Length: 67108864\r\n\r\n"), FRAME_NONE);
    assert_int_equal(first_frame("Content-Length: 1"), FRAME_NONE);
}

/* ---- positions ---- */

static void positions_count_units_and_lines(void **state)
{
    const struct str text = STR("a\n涂🏭x\r\n\rend");
    struct arena arena;
    struct lines lines;
    (void)state;
    arena_init(&arena);
    lines_init(&lines, &arena, text);
    assert_int_equal(lines.count, 4);
    ASSERT_TEXT(lines_text(&lines, 1), "涂🏭x");
    struct position x = position_at(&lines, 9, ENCODING_UTF16);
    assert_int_equal(x.line, 1);
    assert_int_equal(x.character, 3);
    assert_int_equal(position_at(&lines, 9, ENCODING_UTF8).character, 7);
    /* Inside the pair, and behind the end of the line, of the text. */
    assert_int_equal(position_offset(&lines, (struct position){1, 2}, ENCODING_UTF16), 5);
    assert_int_equal(position_offset(&lines, (struct position){1, 99}, ENCODING_UTF16), 10);
    assert_int_equal(position_offset(&lines, (struct position){9, 0}, ENCODING_UTF16), text.len);
    for (size_t at = 0; at <= text.len; at++) {
        if (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80) continue;
        if (at == 11) continue; /* between \r and \n */
        for (enum encoding e = ENCODING_UTF16; e <= ENCODING_UTF8; e++)
            assert_int_equal(position_offset(&lines, position_at(&lines, at, e), e), at);
    }
    arena_release(&arena);
}

static void the_cursor_knows_texts_and_comments(void **state)
{
    const struct str line = STR("  zh \"a # b\" # it's");
    (void)state;
    assert_true(cursor_in(line, 7).in_text);
    assert_false(cursor_in(line, 12).in_text);
    assert_true(cursor_in(line, 16).in_comment);
    assert_int_equal(comment_from(line), 13);
    assert_int_equal(comment_from(STR("2013-02-01 reverse 2013-02-01 #2")), 32);
    struct cursor c = cursor_in(STR("a univ-a pays"), 5);
    assert_int_equal(c.from, 2);
    assert_int_equal(c.to, 8);
}

/* ---- addresses ---- */

static void addresses_lead_to_paths_and_back(void **state)
{
    struct arena a;
    (void)state;
    arena_init(&a);
    ASSERT_TEXT(uri_to_path(&a, STR("file:///t/a%20b.heqi")), "/t/a b.heqi");
    ASSERT_TEXT(uri_to_path(&a, STR("file:///t/%zz%2")), "/t/%zz%2");
    ASSERT_TEXT(uri_to_path(&a, STR("untitled:1")), "untitled:1");
    ASSERT_TEXT(uri_from_path(&a, STR("/t/涂 b")), "file:///t/%E6%B6%82%20b");
    ASSERT_TEXT(path_beside(&a, STR("/t/x/a"), STR("../b")), "/t/b");
    ASSERT_TEXT(path_beside(&a, STR("/a"), STR("../../b")), "/b");
    ASSERT_TEXT(path_beside(&a, STR("/t/a"), STR("/u/./b")), "/u/b");
    ASSERT_TEXT(path_beside(&a, STR("a"), STR("b")), "b");
    arena_release(&a);
}

/* ---- lines ---- */

static struct str random_lines(struct arena *a, unsigned count, unsigned kinds)
{
    struct writer w = {.arena = a};
    for (unsigned i = 0; i < count; i++)
        writer_put(&w, str_format(a, "%c%s", 'a' + rand() % (int)kinds, i + 1 < count ? "\n" : ""));
    return writer_text(&w);
}

static struct str applied(struct arena *a, const struct lines *before, const struct lines *after,
                          const struct line_changes *c)
{
    struct writer w = {.arena = a};
    size_t line = 0;
    for (size_t i = 0; i <= c->count; i++) {
        size_t to = i < c->count ? c->list[i].from : before->count;
        for (; line < to; line++) {
            size_t end = line + 1 < before->count ? before->starts[line + 1] : before->text.len;
            writer_put(&w, str_slice(before->text, before->starts[line], end));
        }
        if (i == c->count) break;
        for (size_t k = c->list[i].new_from; k < c->list[i].new_to; k++) {
            size_t end = k + 1 < after->count ? after->starts[k + 1] : after->text.len;
            writer_put(&w, str_slice(after->text, after->starts[k], end));
        }
        line = c->list[i].to;
    }
    return writer_text(&w);
}

static void changes_make_the_other_text(void **state)
{
    (void)state;
    srand(1);
    for (unsigned i = 0; i < 400; i++) {
        struct arena a;
        struct lines before, after;
        struct line_changes changes;
        arena_init(&a);
        lines_init(&before, &a, random_lines(&a, (unsigned)rand() % 30 + 1, i % 3 + 2));
        lines_init(&after, &a, random_lines(&a, (unsigned)rand() % 30 + 1, i % 3 + 2));
        line_diff(&changes, &a, &before, &after);
        assert_true(str_eq(applied(&a, &before, &after, &changes), after.text));
        line_diff(&changes, &a, &after, &after);
        assert_int_equal(changes.count, 0);
        arena_release(&a);
    }
}

static void too_many_changes_are_one(void **state)
{
    struct arena a;
    struct lines before, after;
    struct line_changes changes;
    (void)state;
    arena_init(&a);
    lines_init(&before, &a, random_lines(&a, LIMIT_LINES_CHANGED_MAX + 10, 1));
    struct writer w = {.arena = &a};
    for (int i = 0; i < LIMIT_LINES_CHANGED_MAX + 10; i++) writer_put(&w, STR("b\n"));
    lines_init(&after, &a, writer_text(&w));
    line_diff(&changes, &a, &before, &after);
    assert_int_equal(changes.count, 1);
    assert_true(str_eq(applied(&a, &before, &after, &changes), after.text));
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_come_in_pieces_of_any_size),
        cmocka_unit_test(headers_that_cannot_be_read_end_the_stream),
        cmocka_unit_test(positions_count_units_and_lines),
        cmocka_unit_test(the_cursor_knows_texts_and_comments),
        cmocka_unit_test(addresses_lead_to_paths_and_back),
        cmocka_unit_test(changes_make_the_other_text),
        cmocka_unit_test(too_many_changes_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
