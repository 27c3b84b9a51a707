/* Texts that are nearly right. Right ones are made from the grammar and then damaged: bytes, words
 * and lines go, come twice, change places or become others. Reading must never crash; where it
 * finds no error, what is printed must say the same as the text. */
#include "unit.h"

#include "lang_generate.h"

#include <stdlib.h>
#include <string.h>

struct damage {
    struct generator *g;
    char *text;
    size_t len;
    size_t capacity;
};

static size_t chance(struct damage *d, size_t below)
{
    return (size_t)generator_chance(d->g, below ? below : 1);
}

/* Puts a piece in the place of [from, to). */
static void replace(struct damage *d, size_t from, size_t to, struct str piece)
{
    if (d->len - (to - from) + piece.len > d->capacity) return;
    memmove(d->text + from + piece.len, d->text + to, d->len - to);
    if (piece.len) memcpy(d->text + from, piece.ptr, piece.len);
    d->len = d->len - (to - from) + piece.len;
}

/* The stretch around a place up to the next byte of a kind on each side. */
static void stretch(const struct damage *d, const char *ends, size_t at, size_t *from, size_t *to)
{
    *from = *to = at;
    while (*from > 0 && !strchr(ends, d->text[*from - 1])) --*from;
    while (*to < d->len && (!d->text[*to] || !strchr(ends, d->text[*to]))) ++*to;
}

static struct str some_piece(struct damage *d)
{
    static const char *const pieces[] = {",",          "，",
                                         "、",         "\"",
                                         "“",          "”",
                                         " ",          "\n",
                                         "\n  ",       "\r\n",
                                         "#",          " # ",
                                         "1",          "0",
                                         "60%",        "1/3",
                                         "12,5",       "-",
                                         "_",          ".",
                                         ":",          "\\",
                                         "\t",         "a",
                                         "by",         "rest",
                                         "M7",         "第六条",
                                         "的",         "比例",
                                         "2013-02-01", " #2",
                                         "CNY",        "到期",
                                         "1月31日",    "USD at 6.20",
                                         "sha256:00",  "\xef\xbb\xbf",
                                         "\xe5",       "\x80",
                                         "é",          "灯塔"};
    if (chance(d, 3) == 0) {
        uint32_t word = 1 + (uint32_t)chance(d, d->g->r->words.keyword_count - 1);
        return words_text(&d->g->r->words, word);
    }
    return str_from(pieces[chance(d, ARRAY_LEN(pieces))]);
}

static void do_damage(struct damage *d)
{
    size_t from, to;
    size_t at = chance(d, d->len + 1);
    const char *ends = chance(d, 2) ? " \n" : "\n";
    switch (chance(d, 6)) {
    case 0: replace(d, at, at, some_piece(d)); return;
    case 1: replace(d, at, at + (at < d->len), STR("")); return;
    case 2:
        stretch(d, ends, at, &from, &to);
        replace(d, from, to, some_piece(d));
        return;
    case 3:
        stretch(d, ends, at, &from, &to);
        replace(d, from, to + (to < d->len), STR(""));
        return;
    case 4: {
        stretch(d, ends, at, &from, &to);
        struct str again = str_format(d->g->r->arena, "%.*s ", (int)(to - from), d->text + from);
        replace(d, chance(d, from + 1), from, again); /* what was between goes */
        return;
    }
    default: d->len = at; return;
    }
}

static void fail_text(const char *problem, struct str text, struct str fault)
{
    print_error("---- text\n%.*s\n---- fault in\n%.*s\n", STR_ARG(text), STR_ARG(fault));
    fail_msg("%s", problem);
}

#define TEXTS 400
#define DAMAGES 5 /* a text */
#define TEXT_BYTES_MAX ((size_t)1 << 16)

static void damaged_texts_are_read_or_refused(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct reader first, maker;
    struct generator g;
    const char *seed = getenv("HEQI_SEED");
    reader_init(&first, &a);
    reader_fork(&maker, &first, &a);
    generator_init(&g, &maker, seed ? strtoull(seed, NULL, 10) : 2014);
    char *text = arena_alloc(&a, TEXT_BYTES_MAX);
    for (int i = 0; i < TEXTS; i++) {
        enum form form = (enum form)(1 + generator_chance(&g, FORM_COUNT - 1));
        generate(&g, form, 0, generator_chance(&g, 2) ? LANG_EN : LANG_ZH);
        struct damage d = {.g = &g, .text = text, .capacity = TEXT_BYTES_MAX};
        replace(&d, 0, 0, g.text);
        for (int n = 0; n < DAMAGES; n++) {
            do_damage(&d);
            struct arena own;
            struct reader r;
            struct str fault;
            arena_init(&own);
            reader_fork(&r, &first, &own);
            const char *problem = reader_judge(&r, (struct str){d.text, d.len}, &fault);
            if (problem) fail_text(problem, (struct str){d.text, d.len}, fault);
            (void)reader_problems(&r);
            arena_release(&own);
        }
    }
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_texts_are_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
