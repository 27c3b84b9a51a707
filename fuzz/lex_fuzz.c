/* Fuzz target of the lexer: arbitrary bytes as the lines of a text. Tokens stand in their line, in
 * order and apart; a line is read to its end whatever it holds; what is not ok is reported, inside
 * the text. Run by ./dev fuzz. */
#include "fresh_reader.h"

#include "base/utf8.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What the lexer is promised: UTF-8 that ends in a line break. */
static struct str text_of(struct arena *a, const uint8_t *data, size_t size)
{
    struct str all = {(const char *)data, size};
    return str_format(a, "%.*s\n", STR_ARG(str_slice(all, 0, utf8_first_bad(all))));
}

static void judge_line(const struct lexer *lx, uint32_t begin, uint32_t end)
{
    uint32_t behind = lx->base + begin;
    for (uint32_t i = 0; i < lx->count; i++) {
        const struct token *t = &lx->tokens[i];
        CHECK(t->at >= behind);
        CHECK(t->len > 0);
        behind = t->at + t->len;
        CHECK(behind <= lx->base + end);
        if (t->kind == TOKEN_WORD || t->kind == TOKEN_PATH) CHECK(t->word < lx->words->count);
        if (t->kind == TOKEN_TEXT) CHECK(t->a + t->b < (int64_t)behind);
    }
    CHECK(lx->tokens[lx->count].kind == TOKEN_END);
    if (lx->comment.len) CHECK(lx->comment.at + lx->comment.len <= lx->base + end);
}

static void lex_text(struct reader *r, struct str text)
{
    struct source *source;
    if (sources_add(&r->sources, STR("test.heqi"), text, &source) != OK) return;
    struct lexer lx = {.arena = r->arena,
                       .words = &r->words,
                       .diags = &r->diags,
                       .source = source,
                       .text = source->text.ptr,
                       .text_len = (uint32_t)source->text.len,
                       .base = source->base};
    for (uint32_t at = 0, next; at < lx.text_len; at = next) {
        bool ok = true;
        size_t reported = r->diags.counts[SEVERITY_ERROR];
        lx.count = 0;
        next = lex_line(&lx, at, &ok);
        CHECK(next > at);
        CHECK(lx.text[next - 1] == '\n');
        CHECK(ok == (r->diags.counts[SEVERITY_ERROR] == reported));
        judge_line(&lx, at, next);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct reader reader;
    arena_init(&arena);
    fresh_reader(&reader, &arena);
    struct str text = text_of(&arena, data, size);
    lex_text(&reader, text);
    for (size_t i = 0; i < reader.diags.count; i++) {
        struct span at = reader.diags.list[i].span;
        CHECK(at.at + at.len <= reader.sources.list[0]->base + text.len);
    }
    arena_release(&arena);
    return 0;
}
