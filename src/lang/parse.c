/* Parser: lines to statements. Indentation makes the blocks; the form of the line above names the
 * block, and the block the forms that may stand in it. */
#include "lang/parse.h"

#include "base/utf8.h"
#include "lang/explain_failure.h"
#include "lang/tree.h"
#include "num/money.h"

#include <string.h>

#define NO_SKIP UINT32_MAX

void parser_init(struct parser *p, struct arena *arena, struct sources *sources,
                 struct diags *diags, struct words *words, const struct grammar *g)
{
    *p = (struct parser){.arena = arena,
                         .sources = sources,
                         .diags = diags,
                         .words = words,
                         .g = g,
                         .skip_depth = NO_SKIP};
    diags_init(&p->unheard, arena);
    p->lexer = (struct lexer){.arena = arena, .words = words, .diags = diags};
    p->matcher = (struct matcher){.g = g, .arena = arena, .minor_digits = 2};
    p->blocks[0] = BLOCK_TOP;
}

/* ---- one statement ---- */

static struct span token_span(const struct token *t)
{
    return (struct span){t->at, t->len};
}

static const struct token *last_token(const struct lexer *lx)
{
    return &lx->tokens[lx->count - 1];
}

/* Reads DATE or DATE effective DATE in front of an entry. */
static bool read_dates(struct parser *p, struct statement *s)
{
    const struct token *t = p->lexer.tokens;
    s->dated = true;
    s->date = s->effective = (date_t)t[0].a;
    s->body = 1;
    if (t[1].kind != TOKEN_WORD || !keyword_is(p->g, p->g->keyword_effective, t[1].word))
        return true;
    if (t[2].kind != TOKEN_DATE) {
        DIAG_PLAIN(p->diags, E108, token_span(&t[1]));
        return false;
    }
    s->effective = (date_t)t[2].a;
    s->body = 3;
    return true;
}

static bool try_candidates(struct parser *p, struct statement *s, uint32_t candidate)
{
    for (; candidate; candidate = p->g->candidates[candidate].next) {
        const struct candidate *c = &p->g->candidates[candidate];
        if (!match_statement(&p->matcher, c->program, s->body)) continue;
        s->form = c->form;
        return true;
    }
    return false;
}

static uint32_t candidates_for(const uint32_t *heads, const struct words *words,
                               const struct token *t)
{
    bool known = t->kind == TOKEN_WORD && t->word < words->keyword_count;
    return known ? heads[t->word] : 0;
}

/* Finds the form of the statement in its block; when explaining, what was expected instead. */
static bool try_all(struct parser *p, struct statement *s, enum block block, bool explaining)
{
    const struct token *first = &p->lexer.tokens[s->body];
    const struct token *second = first + (first->cut ? first->cut : 1);
    match_begin(&p->matcher, p->lexer.tokens, explaining);
    if (try_candidates(p, s, candidates_for(p->g->by_first[block], p->words, first))) return true;
    if (first->kind != TOKEN_END &&
        try_candidates(p, s, candidates_for(p->g->by_second[block], p->words, second)))
        return true;
    return try_candidates(p, s, p->g->others[block]);
}

static enum block block_for(const struct parser *p, const struct statement *s)
{
    enum block block = p->blocks[s->depth];
    bool holds_entries = block == BLOCK_TOP || block == BLOCK_EXAMPLE || block == BLOCK_DATED;
    if (s->dated) return holds_entries ? BLOCK_DATED : BLOCK_NONE;
    return block != BLOCK_DATED ? block : BLOCK_NONE;
}

static void declare_names(struct parser *p, enum form form)
{
    uint32_t flags = WORD_DECLARED | (form == F_MOTION ? (uint32_t)WORD_MOTION : 0);
    for (size_t i = 0; i < p->matcher.count; i++) {
        const struct bind *b = &p->matcher.binds[i];
        if (b->type == VALUE_NEW || b->type == VALUE_PNEW) p->words->list[b->a].flags |= flags;
    }
}

/* A few forms change how the rest is read. */
static void apply_form(struct parser *p, const struct statement *s)
{
    const struct bind *b = p->matcher.binds;
    if (s->form == F_A_CURRENCY) {
        if (p->money_read) DIAG_PLAIN(p->diags, E116, s->span);
        p->matcher.currency = (uint32_t)b[0].a;
        p->matcher.minor_digits = (unsigned)currency_digits(words_text(p->words, (uint32_t)b[0].a));
    }
    if (s->form == F_LANGUAGE && (p->any_statement || b[0].a != b[0].b))
        DIAG_PLAIN(p->diags, E117, s->span);
    if (p->g->forms[s->form].declares) declare_names(p, s->form);
    for (size_t i = 0; i < p->matcher.count && !p->money_read; i++)
        p->money_read = b[i].type == VALUE_MONEY;
}

static void open_block(struct parser *p, enum form form, uint32_t depth)
{
    p->blocks[depth + 1] = p->g->forms[form].opens;
    p->parents[depth + 1] = form;
    p->depth_max = depth + 1;
}

static void include_file(struct parser *p, const struct statement *s);

static void accept(struct parser *p, struct statement *s)
{
    s->binds = p->matcher.binds;
    s->bind_count = (uint32_t)p->matcher.count;
    apply_form(p, s);
    open_block(p, s->form, s->depth);
    p->any_statement = true;
    if (s->form == F_INCLUDE && p->loader) {
        include_file(p, s);
    } else if (p->sink.statement) {
        p->sink.statement(p->sink.context, s);
    }
}

static void refuse(struct parser *p, uint32_t depth)
{
    p->skip_depth = depth;
    p->depth_max = depth + 1;
}

/* It fits no form: it is matched once more to learn why, unless nobody will hear of it. */
static void report_unfit(struct parser *p, struct statement *s, enum block block)
{
    if (block != BLOCK_NONE && !diags_full(p->diags, SEVERITY_ERROR))
        (void)try_all(p, s, block, true);
    explain_failure(p, s, block);
}

static void read_statement(struct parser *p, uint32_t depth, bool lexed)
{
    struct lexer *lx = &p->lexer;
    const struct token *first = &lx->tokens[0], *last = last_token(lx);
    struct statement s = {.depth = depth,
                          .span = {first->at, last->at + last->len - first->at},
                          .tokens = lx->tokens,
                          .token_count = lx->count,
                          .comments = p->comments,
                          .comment_count = (uint32_t)p->comment_count,
                          .comment_behind = lx->comment.len > 0};
    enum block block = BLOCK_NONE;
    bool dates = first->kind != TOKEN_DATE || !lexed || read_dates(p, &s);
    if (lexed && dates) {
        block = block_for(p, &s);
        if (block != BLOCK_NONE && try_all(p, &s, block, false)) {
            accept(p, &s);
            return;
        }
        report_unfit(p, &s, block);
    }
    refuse(p, depth);
}

/* ---- lines ---- */

static uint32_t line_indent(const struct lexer *lx, uint32_t at)
{
    uint32_t from = at;
    while (at < lx->text_len && lx->text[at] == ' ') at++;
    return at - from;
}

static bool is_blank(const struct lexer *lx, uint32_t at)
{
    return at >= lx->text_len || lx->text[at] == '\n' ||
           (lx->text[at] == '\r' && (at + 1 == lx->text_len || lx->text[at + 1] == '\n'));
}

/* Where the line starts that goes on behind a comma: the next that is neither blank nor comment.
 * Comments in between are kept with the statement. */
static uint32_t find_continuation(struct parser *p, uint32_t at, uint32_t indent)
{
    struct lexer *lx = &p->lexer;
    while (at < lx->text_len) {
        uint32_t text = at + line_indent(lx, at);
        if (is_blank(lx, text)) {
            at = lex_line_break(lx, at) + 1;
        } else if (lx->text[text] == '#') {
            bool ok = true;
            at = lex_line(lx, text, &ok);
            *ARENA_PUSH(p->arena, p->comments, p->comment_count, p->comment_capacity) = lx->comment;
        } else {
            return text - at > indent ? text : lx->text_len;
        }
    }
    return lx->text_len;
}

/* Of a statement that is too long only the last token is kept, so that its end is found. */
static void drop_tokens(struct parser *p, bool *ok_out)
{
    struct lexer *lx = &p->lexer;
    if (*ok_out) DIAG_PLAIN(p->diags, E109, token_span(&lx->tokens[0]));
    *ok_out = false;
    lx->tokens[0] = *last_token(lx);
    lx->count = 1;
}

/* Lexes the line at `at` and those that go on behind a comma; returns the offset behind them. */
static uint32_t lex_statement(struct parser *p, uint32_t at, uint32_t indent, bool *ok_out)
{
    struct lexer *lx = &p->lexer;
    lx->count = 0;
    p->comment_count = 0;
    for (;;) {
        at = lex_line(lx, at, ok_out);
        if (lx->comment.len)
            *ARENA_PUSH(p->arena, p->comments, p->comment_count, p->comment_capacity) = lx->comment;
        if (lx->count > LIMIT_STATEMENT_TOKENS_MAX) drop_tokens(p, ok_out);
        if (lx->count == 0 || last_token(lx)->kind != TOKEN_COMMA) return at;
        uint32_t next = find_continuation(p, at, indent);
        if (next >= lx->text_len) {
            if (*ok_out) DIAG_PLAIN(p->diags, E118, token_span(last_token(lx)));
            *ok_out = false;
            return at;
        }
        at = next;
    }
}

/* The depth of a line from its indentation; reports and returns false where it is none. */
static bool find_depth(struct parser *p, uint32_t at, uint32_t indent, uint32_t *depth_out)
{
    uint32_t depth = indent / 2;
    bool fits = indent % 2 == 0 && depth <= p->depth_max;
    *depth_out = depth;
    if (fits && depth < LIMIT_NESTING_MAX) return true;
    struct span span = {p->lexer.base + at, indent ? indent : 1};
    diags_report(p->diags, fits ? DIAG_E120 : DIAG_E119, span,
                 (struct str[DIAG_ARGS_MAX]){{NULL, 0}});
    return false;
}

/* Below a refused statement. Still lexed, so that a list over several lines is skipped whole. */
static uint32_t skip_statement(struct parser *p, uint32_t text, uint32_t indent)
{
    struct diags *diags = p->diags;
    bool ok = true;
    p->diags = p->lexer.diags = &p->unheard;
    uint32_t next = lex_statement(p, text, indent, &ok);
    p->diags = p->lexer.diags = diags;
    return next;
}

static uint32_t read_code_line(struct parser *p, uint32_t at, uint32_t indent)
{
    uint32_t depth = 0;
    bool ok = true;
    if (p->skip_depth != NO_SKIP && indent / 2 > p->skip_depth)
        return skip_statement(p, at + indent, indent);
    bool placed = find_depth(p, at, indent, &depth);
    p->skip_depth = NO_SKIP;
    at = lex_statement(p, at + indent, indent, &ok);
    if (!placed)
        p->skip_depth = depth;
    else if (p->lexer.count)
        read_statement(p, depth, ok);
    else if (!ok)
        refuse(p, depth);
    return at;
}

uint32_t parser_read_line(struct parser *p, uint32_t at)
{
    struct lexer *lx = &p->lexer;
    uint32_t indent = line_indent(lx, at);
    uint32_t text = at + indent;
    if (is_blank(lx, text)) {
        if (p->sink.blank) p->sink.blank(p->sink.context);
        return lex_line_break(lx, at) + 1;
    }
    if (lx->text[text] == '#') {
        bool ok = true;
        uint32_t next = lex_line(lx, text, &ok);
        if (p->sink.comment) p->sink.comment(p->sink.context, lx->comment, indent);
        return next;
    }
    return read_code_line(p, at, indent);
}

uint32_t parser_find_entry(const struct lexer *lx, uint32_t at)
{
    while (at < lx->text_len && (lx->text[at] < '0' || lx->text[at] > '9')) {
        at = lex_line_break(lx, at);
        if (at < lx->text_len) at++;
    }
    return at;
}

/* ---- files ---- */

/* The lines before the first byte that is not UTF-8, which is reported. */
static struct str checked_text(struct parser *p, const struct source *source)
{
    size_t bad = utf8_first_bad(source->text);
    if (bad == source->text.len) return source->text;
    DIAG_PLAIN(p->diags, E100, span_make(source->base + (uint32_t)bad, 1));
    while (bad > 0 && source->text.ptr[bad - 1] != '\n') bad--;
    return str_slice(source->text, 0, bad);
}

/* The file becomes a source, without a mark of byte order. ERR_RANGE: it is too much. */
static enum status add_source(struct parser *p, struct str path, struct str text,
                              struct source **out)
{
    if (str_starts_with(text, STR("\xef\xbb\xbf"))) text = str_slice(text, 3, text.len);
    return sources_add(p->sources, path, text, out);
}

/* The text itself, or a copy with the line break that the last line lacks. */
static struct str ended_text(struct parser *p, struct str text)
{
    if (!text.len || text.ptr[text.len - 1] == '\n') return text;
    char *copy = arena_alloc(p->arena, text.len + 1);
    memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\n';
    return (struct str){copy, text.len + 1};
}

static uint32_t read_lines(struct parser *p, uint32_t at, uint32_t end)
{
    while (at < end) at = parser_read_line(p, at);
    return at;
}

static void read_text(struct parser *p)
{
    const struct parse_ahead *ahead = p->ahead;
    uint32_t at = 0, end = p->lexer.text_len;
    if (ahead && end >= ahead->text_bytes_min) {
        at = read_lines(p, at, parser_find_entry(&p->lexer, at));
        p->ahead = NULL; /* a text that this one includes is read as a part of it */
        at = ahead->read(ahead->context, p, at);
        p->ahead = ahead;
    }
    (void)read_lines(p, at, end);
}

static void read_source(struct parser *p, const struct source *source)
{
    CHECK(p->include_depth < LIMIT_INCLUDE_DEPTH_MAX);
    p->include_chain[p->include_depth++] = source->path;
    struct lexer *lx = &p->lexer;
    struct str text = ended_text(p, checked_text(p, source));
    lx->source = source;
    lx->base = source->base;
    lx->text = text.ptr;
    lx->text_len = (uint32_t)text.len;
    p->depth_max = 0;
    p->skip_depth = NO_SKIP;
    p->any_statement = false;
    read_text(p);
    p->any_statement = true;
    p->include_depth--;
}

void parser_read(struct parser *p, struct str path, struct str text)
{
    struct source *source = NULL;
    if (p->input_full) return;
    if (add_source(p, path, text, &source) == OK) {
        read_source(p, source);
        return;
    }
    p->input_full = true;
    /* Without its text it has a place that can be shown; past all limits, the last file has one. */
    if (sources_add(p->sources, path, STR(""), &source) != OK)
        source = p->sources->list[p->sources->count - 1];
    DIAG_REPORT(p->diags, E121, span_make(source->base, 0), path);
}

static bool in_chain(const struct parser *p, struct str path)
{
    for (uint32_t i = 0; i < p->include_depth; i++)
        if (str_eq(p->include_chain[i], path)) return true;
    return false;
}

/* Loads and adds what an include names, unless something forbids it, which is reported. */
static struct source *add_included(struct parser *p, const struct statement *s,
                                   const struct source *from)
{
    struct str path = bind_text(p->arena, p->sources, &s->binds[0]);
    struct str known = path, text;
    if (p->include_depth == LIMIT_INCLUDE_DEPTH_MAX) {
        DIAG_REPORT(p->diags, E122, s->span, path);
        return NULL;
    }
    enum status loaded = p->loader->load(p->loader->context, from->path, path, &known, &text);
    struct source *source = NULL;
    if (loaded != OK && loaded != ERR_RANGE) {
        DIAG_REPORT(p->diags, E123, s->span, path);
    } else if (loaded == OK && in_chain(p, known)) {
        DIAG_REPORT(p->diags, E124, s->span, path);
    } else if (loaded == ERR_RANGE || add_source(p, known, text, &source) != OK) {
        DIAG_REPORT(p->diags, E121, s->span, path);
        p->input_full = true;
    }
    return source;
}

/* Reads the named file in this place and comes back. */
static void include_file(struct parser *p, const struct statement *s)
{
    if (p->input_full) return;
    struct lexer saved = p->lexer;
    struct source *source = add_included(p, s, saved.source);
    if (source) {
        p->lexer.tokens = NULL;
        p->lexer.capacity = p->lexer.count = 0;
        read_source(p, source);
    }
    p->lexer = saved;
    p->depth_max = 0;
    p->skip_depth = NO_SKIP;
}
