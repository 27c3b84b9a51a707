/* Fuzz target of the parser: arbitrary bytes as a text, read into the tree as every command reads
 * it. Nodes lie in the text and in their parents, entries in the order of the text; whatever is
 * reported can be shown in both languages. The text may include itself. Run by ./dev fuzz. */
#include "fresh_reader.h"

#include "lang/tree.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every second name of a file is this text again, each time another one. */
struct copies {
    struct arena *arena;
    struct str text;
    unsigned count;
};

static enum status load_copy(void *context, struct str from, struct str path, struct str *path_out,
                             struct str *text_out)
{
    struct copies *c = context;
    (void)from;
    if (path.len % 2 || c->count > 100) return ERR_IO;
    *path_out = str_format(c->arena, "%u", c->count++);
    *text_out = c->text;
    return OK;
}

static void judge_span(const struct sources *s, struct span span)
{
    const struct source *source = sources_find(s, span.at);
    CHECK(span.at + span.len <= source->base + source->text.len + 1);
}

static void judge_term(const struct sources *s, const struct term *t)
{
    judge_span(s, t->span);
    for (uint32_t i = 0; i < t->bind_count; i++) {
        judge_span(s, bind_span(&t->binds[i]));
        CHECK(t->binds[i].end > i);
        CHECK(t->binds[i].end <= t->bind_count);
    }
    uint32_t children = 0;
    for (const struct term *c = t->first; c; c = c->next, children++) {
        CHECK(c->parent == t);
        CHECK(c->span.at >= t->span.at);
        judge_term(s, c);
    }
    CHECK(children == t->child_count);
}

static void judge_document(const struct document *d)
{
    for (const struct term *t = d->first; t; t = t->next) judge_term(d->sources, t);
    for (uint32_t i = 0; i < d->entry_count; i++) {
        const struct entry *e = document_entry(d, i);
        judge_span(d->sources, span_make(e->at, e->len));
        const struct term *extra = document_extra(d, e);
        if (extra) judge_term(d->sources, extra);
        CHECK(document_ordinal(d, i) >= 1);
    }
}

/* Renders what was reported; every sentence is filled in and ends its line. */
static void judge_reports(struct reader *r)
{
    for (size_t i = 0; i < r->diags.count; i++) {
        judge_span(&r->sources, r->diags.list[i].span);
        for (int lang = LANG_EN; lang <= LANG_ZH; lang++) {
            struct str shown =
                diag_render(r->arena, &r->sources, &r->diags.list[i], (enum language)lang);
            CHECK(shown.len > 0);
            CHECK(shown.ptr[shown.len - 1] == '\n');
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct reader reader;
    struct parser parser;
    struct document document;
    arena_init(&arena);
    fresh_reader(&reader, &arena);
    struct str text = {(const char *)data, size};
    struct copies copies = {.arena = &arena, .text = text};
    struct parse_loader loader = {&copies, load_copy};
    parser_init(&parser, &arena, &reader.sources, &reader.diags, &reader.words, reader.g);
    document_init(&document, &arena, &reader.words, reader.g, &reader.sources);
    parser.loader = &loader;
    parser.sink = document_sink(&document);
    parser_read(&parser, STR("test.heqi"), text);
    judge_document(&document);
    judge_reports(&reader);
    arena_release(&arena);
    return 0;
}
