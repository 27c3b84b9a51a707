/* Reading ahead: whatever the number of readers and the size of the pieces, the document, the
 * numbers of the words and the diagnostics are those of reading line by line. */
#include "unit.h"

#include "lang/ahead.h"
#include "lang_generate.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct arena arena;
    struct words words;
    struct grammar *g;
    struct sources sources;
    struct diags diags;
    struct parser parser;
    struct document doc;
    struct ahead ahead;
};

/* A text that others include by any name. */
static enum status load_included(void *context, struct str from, struct str path,
                                 struct str *path_out, struct str *text_out)
{
    (void)from;
    *path_out = path;
    *text_out = *(const struct str *)context;
    return OK;
}

static struct str included = {NULL, 0};
static const struct parse_loader loader = {&included, load_included};

/* piece_bytes 0: line by line. */
static void read_text(struct reading *r, struct str text, uint32_t readers, uint32_t piece_bytes)
{
    struct ahead_options options = {.readers = readers, .piece_bytes = piece_bytes};
    arena_init(&r->arena);
    words_init(&r->words, &r->arena);
    r->g = grammar_new(&r->arena, &r->words);
    sources_init(&r->sources, &r->arena);
    diags_init(&r->diags, &r->arena);
    parser_init(&r->parser, &r->arena, &r->sources, &r->diags, &r->words, r->g);
    document_init(&r->doc, &r->arena, &r->words, r->g, &r->sources);
    r->parser.sink = document_sink(&r->doc);
    r->parser.loader = &loader;
    r->ahead = (struct ahead){0};
    if (piece_bytes) {
        ahead_init(&r->ahead, &r->doc, options);
        r->parser.ahead = &r->ahead.hook;
    }
    parser_read(&r->parser, STR("t"), text);
}

/* ---- what must be the same ---- */

static bool same_bind(const struct bind *a, const struct bind *b)
{
    return a->role == b->role && a->type == b->type && a->rank == b->rank && a->what == b->what &&
           a->end == b->end && a->at == b->at && a->len == b->len && a->a == b->a && a->b == b->b;
}

static bool same_term(const struct term *a, const struct term *b)
{
    bool same = a->form == b->form && a->article == b->article && a->clause == b->clause &&
                a->bind_count == b->bind_count && a->span.at == b->span.at &&
                a->span.len == b->span.len && a->dated == b->dated && a->date == b->date &&
                a->child_count == b->child_count && !a->parent == !b->parent;
    for (uint32_t i = 0; same && i < a->bind_count; i++)
        same = same_bind(&a->binds[i], &b->binds[i]);
    const struct term *x = a->first, *y = b->first;
    for (; same && x && y; x = x->next, y = y->next)
        same = same_term(x, y) && x->parent == a && y->parent == b;
    return same && (x != NULL) == (y != NULL);
}

static const char *difference_of_words(const struct words *a, const struct words *b)
{
    const uint32_t shown = (uint32_t)WORD_KEYWORD | (uint32_t)WORD_DECLARED | (uint32_t)WORD_MOTION;
    if (a->count != b->count) return "number of words";
    for (size_t i = 0; i < a->count; i++) {
        if (!str_eq(a->list[i].spelling, b->list[i].spelling)) return "word";
        if ((a->list[i].flags ^ b->list[i].flags) & shown) return "flags of a word";
    }
    return NULL;
}

static const char *difference_of_diags(const struct diags *a, const struct diags *b)
{
    if (a->count != b->count || memcmp(a->counts, b->counts, sizeof a->counts) != 0)
        return "number of diagnostics";
    for (size_t i = 0; i < a->count; i++) {
        const struct diag *x = &a->list[i], *y = &b->list[i];
        if (x->code != y->code || x->span.at != y->span.at || x->span.len != y->span.len ||
            !str_eq(x->suggestion, y->suggestion))
            return "diagnostic";
        for (size_t k = 0; k < DIAG_ARGS_MAX; k++)
            if (!str_eq(x->args[k], y->args[k])) return "text of a diagnostic";
    }
    return NULL;
}

static const char *difference_of_documents(const struct document *a, const struct document *b)
{
    if (a->entry_count != b->entry_count) return "number of entries";
    if (a->extra_count != b->extra_count) return "number of nodes";
    if (a->ahead_count != b->ahead_count) return "number of entries known ahead";
    if (a->minor_digits != b->minor_digits) return "digits of the currency";
    for (uint32_t i = 0; i < a->entry_count; i++)
        if (memcmp(document_entry(a, i), document_entry(b, i), sizeof(struct entry)) != 0)
            return "entry";
    for (size_t i = 1; i < a->extra_count; i++)
        if (!same_term(a->extras[i], b->extras[i])) return "node beside an entry";
    if (a->ahead_count && memcmp(a->ahead, b->ahead, a->ahead_count * sizeof *a->ahead) != 0)
        return "entry known ahead";
    const struct term *x = a->first, *y = b->first;
    for (; x && y; x = x->next, y = y->next)
        if (!same_term(x, y)) return "term";
    return !x == !y ? NULL : "number of terms";
}

static const char *difference(const struct reading *a, const struct reading *b)
{
    const char *found = difference_of_diags(&a->diags, &b->diags);
    if (!found) found = difference_of_words(&a->words, &b->words);
    if (!found) found = difference_of_documents(&a->doc, &b->doc);
    if (!found && a->parser.money_read != b->parser.money_read) found = "that money was read";
    if (!found && a->parser.any_statement != b->parser.any_statement)
        found = "that a statement was read";
    return found;
}

struct tally {
    uint32_t taken, again;
};

static struct tally compare(const char *name, struct str text)
{
    static const uint32_t sizes[] = {1, 60, 300, 2000};
    struct tally tally = {0, 0};
    struct reading line_by_line, ahead;
    read_text(&line_by_line, text, 1, 0);
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        read_text(&ahead, text, 1 + (uint32_t)i % LIMIT_READERS_MAX, sizes[i]);
        const char *found = difference(&line_by_line, &ahead);
        if (found)
            fail_msg("%s, pieces of %u bytes: another %s in\n%.*s", name, sizes[i], found,
                     STR_ARG(text));
        tally.taken += ahead.ahead.pieces_taken;
        tally.again += ahead.ahead.pieces_read_again;
        arena_release(&ahead.arena);
    }
    arena_release(&line_by_line.arena);
    return tally;
}

/* ---- texts that hold what a piece cannot know ---- */

#define HEAD                                                                                       \
    "alliance a \"A\"\n  founded 2012-01-01\n  currency CNY\n\narticle 1 \"M\"\n"                  \
    "  party p enterprise \"P\"\n  party q enterprise \"Q\"\n"                                     \
    "2012-01-02 p pays 10 capital\n2012-01-02 q pays 10 capital\n2012-01-02 p pays 11 capital\n"

/* Texts of which some piece must be read again, and of which all can be taken over. */
static const struct {
    const char *text;
    bool again;
} cases[] = {
    {HEAD "2012-01-03 p pays 1 capital\n2012-01-03 p pays 2 capital\n2012-01-03 p pays 3 capital\n",
     false},
    /* names that are new in the pieces, and the same in several */
    {HEAD
     "2012-01-03 income 5 from x1 class sale\n2012-01-03 income 5 from x2 class sale\n"
     "2012-01-03 income 5 from x1 class sale\n2012-01-04 result r patent \"R\" by p 1/2, q 1/2\n"
     "2012-01-04 file r\n2012-01-05 license l of r to x2\n",
     false},
    /* r is a doer unless it is a motion */
    {HEAD "2012-01-03 motion r \"R\" to p on budget\n2012-01-04 result s patent \"S\" by r\n",
     true},
    {HEAD "2012-01-03 result s patent \"S\" by r\n2012-01-04 motion r \"R\" to p on budget\n",
     false},
    {HEAD "2012-01-03 motion r \"R\" to p on budget\n2012-01-03 p pays 1 capital by r\n", false},
    /* 类别销售 is two keywords unless it is a name */
    {HEAD "2012-01-03 result 类别销售 patent \"S\"\n2012-01-04 收入 5 来自 x1 类别销售\n", true},
    /* terms, an include and an error between entries, at every place of a piece */
    {HEAD "2012-01-03 p pays 1 capital\narticle 2 \"N\"\n  party r enterprise \"R\"\n"
          "2012-01-04 r pays 1 capital\n2012-01-04 r pays 2 capital\n",
     true},
    {HEAD "2012-01-03 p pays 1 capital\ninclude \"b\"\n2012-01-04 p pays 1 capital\n", true},
    {HEAD "2012-01-03 p pays 1 capital\n2012-01-03 p pays 1 capitol\n    x\n"
          "2012-01-04 p pays 1 capital\n",
     true},
    {HEAD "2012-01-03 p pays 1 capital,\n\n2012-01-03 p pays 1 capital\n", true},
    {HEAD "2012-01-03 p pays 1 capital\n  2012-01-03 p pays 1 capital\n2012-01-04 p pays 1 capital",
     true},
    {HEAD "2012-01-03 result r patent \"R\" by p 1/2,\n  # why\n\n     q 1/2 # so\n"
          "2012-01-03 p pays 1 capital\r\n2012-01-03 p pays 1 capital\r\n",
     false},
    {HEAD "2012-01-03 p pays 1 capital\n1 2\n2012-01-04 p pays 1 capital\n\xff\n", true},
};

static void what_stands_before_a_piece_counts(void **state)
{
    (void)state;
    included = STR(HEAD "2012-01-03 motion r \"R\" to p on budget\n");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct tally tally = compare("case", str_from(cases[i].text));
        assert_true(tally.taken > 0);
        if (cases[i].again != (tally.again > 0))
            fail_msg("case %zu: %u taken over, %u read again", i, tally.taken, tally.again);
    }
}

/* ---- many entries ---- */

/* Entries of all kinds of names, `seed` different ones; every `fault`th is refused. */
static struct str make_journal(struct arena *a, unsigned entries, unsigned fault, unsigned seed)
{
    size_t capacity = (size_t)entries * 80 + sizeof HEAD, len = sizeof HEAD - 1;
    char *text = arena_alloc(a, capacity);
    memcpy(text, HEAD, len);
    for (unsigned i = 0; i < entries; i++) {
        const char *broken = fault && i % fault == fault - 1 ? "?" : "";
        int added = i % 3 == 0 ? snprintf(text + len, capacity - len,
                                          "2012-02-01 motion m%u \"M\" to p on budget\n", i)
                               : snprintf(text + len, capacity - len,
                                          "2012-02-01 income %u from payer%u class sale by m%u%s\n",
                                          i, i * 7919 % seed, i / 3 * 3, broken);
        assert_true(added > 0 && len + (size_t)added < capacity);
        len += (size_t)added;
    }
    return (struct str){text, len};
}

static void long_journals(void **state)
{
    (void)state;
    static const unsigned faults[] = {0, 1999, 97, 2};
    struct arena a;
    arena_init(&a);
    for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
        struct tally tally = compare("journal", make_journal(&a, 4000, faults[i], 3000));
        if (!faults[i]) assert_int_equal(tally.again, 0);
        assert_true(faults[i] ? tally.again > 0 : tally.taken > 1000);
    }
    arena_release(&a);
}

/* ---- generated texts, some of them damaged ---- */

#define ROUNDS 60
#define STATEMENTS 30

/* Statements of any form, each with what it needs above it, and entries between. */
static struct str make_text(struct arena *a, struct generator *g, bool damaged)
{
    struct str text = STR("");
    for (int i = 0; i < STATEMENTS; i++) {
        enum form form = (enum form)(1 + generator_chance(g, FORM_COUNT - 1));
        bool dated = g->r->g->forms[form].block == BLOCK_DATED;
        if (!dated && generator_chance(g, 8) != 0) continue;
        generate(g, form, 0, generator_chance(g, 2) ? LANG_EN : LANG_ZH);
        struct str made = g->text;
        if (damaged && generator_chance(g, 6) == 0)
            made = str_slice(made, 0, generator_chance(g, made.len + 1));
        text =
            str_format(a, "%.*s%.*s\n2013-01-01 p pays 1 capital\n", STR_ARG(text), STR_ARG(made));
    }
    return text;
}

static void generated_texts(void **state)
{
    (void)state;
    struct arena a;
    struct reader first, maker;
    struct generator g;
    struct tally sum = {0, 0};
    const char *seed = getenv("HEQI_SEED");
    arena_init(&a);
    reader_init(&first, &a);
    reader_fork(&maker, &first, &a);
    generator_init(&g, &maker, seed ? strtoull(seed, NULL, 10) : 2014);
    for (int i = 0; i < ROUNDS; i++) {
        included = make_text(&a, &g, false);
        struct tally tally = compare("generated", make_text(&a, &g, i % 2 != 0));
        sum.taken += tally.taken;
        sum.again += tally.again;
    }
    assert_true(sum.taken > ROUNDS && sum.again > ROUNDS);
    arena_release(&a);
}

/* ---- texts of the project ---- */

static struct str read_file(struct arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char *text = arena_alloc(a, (size_t)1 << 20);
    size_t len = fread(text, 1, (size_t)1 << 20, f);
    (void)fclose(f);
    return (struct str){text, len};
}

static uint32_t compare_folder(const char *folder)
{
    uint32_t count = 0;
    DIR *dir = opendir(folder);
    if (!dir) fail_msg("run me in the folder of the project: no %s", folder);
    for (const struct dirent *file = readdir(dir); file; file = readdir(dir)) {
        if (!strstr(file->d_name, ".heqi") && !strstr(file->d_name, ".zh")) continue;
        struct arena a;
        arena_init(&a);
        struct str path = str_format(&a, "%s/%s", folder, file->d_name);
        (void)compare(path.ptr, read_file(&a, path.ptr));
        arena_release(&a);
        count++;
    }
    (void)closedir(dir);
    return count;
}

static void texts_of_the_project(void **state)
{
    (void)state;
    static const char *const folders[] = {"examples",    "examples/consortia", "examples/ventures",
                                          "test/errors", "test/lang",          "test/texts",
                                          "test/books"};
    included = STR(HEAD "2012-01-03 motion r \"R\" to p on budget\n");
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) assert_true(compare_folder(folders[i]) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_before_a_piece_counts),
        cmocka_unit_test(long_journals),
        cmocka_unit_test(generated_texts),
        cmocka_unit_test(texts_of_the_project),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
