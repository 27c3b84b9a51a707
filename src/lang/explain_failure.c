/* Why a statement fits no form: told from how far the matcher came, and what it looked for there.
 */
#include "lang/explain_failure.h"

#define CANDIDATES_MAX 256
#define LISTED_MAX 6

static struct span span_at(const struct parser *p, uint32_t token)
{
    const struct token *t = &p->lexer.tokens[token];
    return (struct span){t->at, t->len};
}

static struct str spelling_at(const struct parser *p, uint32_t token)
{
    const struct token *t = &p->lexer.tokens[token];
    if (t->kind == TOKEN_END) return STR("");
    return sources_text(p->sources, (struct span){t->at, t->len});
}

struct candidates {
    struct str list[CANDIDATES_MAX];
    size_t count;
};

static void add_candidate(struct candidates *c, struct str text)
{
    for (size_t i = 0; i < c->count; i++)
        if (str_eq(c->list[i], text)) return;
    if (c->count < CANDIDATES_MAX) c->list[c->count++] = text;
}

static void add_keyword(const struct parser *p, struct candidates *c, uint32_t keyword)
{
    add_candidate(c, keyword_text(p->g, keyword, LANG_EN));
    add_candidate(c, keyword_text(p->g, keyword, LANG_ZH));
}

static void add_op(const struct parser *p, struct candidates *c, const struct op *op)
{
    if (op->kind == OP_KEYWORD) add_keyword(p, c, op->arg);
    if (op->kind != OP_CHOICE) return;
    const struct choice_list *set = &p->g->sets[op->arg];
    for (uint32_t i = 0; i < set->count; i++) add_keyword(p, c, set->choices[i].keywords[0]);
}

/* All words a statement in the block can begin with, or, behind a name, go on with. */
static void add_heads(const struct parser *p, struct candidates *c, const uint32_t *heads)
{
    for (uint32_t word = 1; word < p->words->keyword_count; word++)
        if (heads[word]) add_candidate(c, words_text(p->words, word));
}

static void suggest(struct diag *d, struct str word, const struct candidates *c)
{
    if (d && word.len) d->suggestion = diag_nearest(word, c->list, c->count);
}

/* What one op would have read: "`due`", "a date as 2012-08-29"; empty for an op that reads nothing
 * by itself. */
static struct str op_text(const struct parser *p, const struct op *op)
{
    enum language lang = p->diags->lang;
    const char *open = lang == LANG_ZH ? "“" : "`", *close = lang == LANG_ZH ? "”" : "`";
    const char *more = lang == LANG_ZH ? "等" : " or the like";
    struct str word;
    switch ((enum op_kind)op->kind) {
    case OP_KEYWORD:
        word = keyword_text(p->g, op->arg, lang);
        return str_format(p->arena, "%s%.*s%s", open, STR_ARG(word), close);
    case OP_CHOICE:
        word = choice_text(p->arena, p->g, op->arg, 0, lang);
        return str_format(p->arena, "%s%.*s%s%s", open, STR_ARG(word), close,
                          p->g->sets[op->arg].count > 1 ? more : "");
    case OP_VALUE: return str_from(value_type_name((enum value_type)op->arg, lang));
    case OP_COMMA: return lang == LANG_ZH ? STR("逗号") : STR("a comma");
    case OP_END:
    case OP_OPTIONAL:
    case OP_BRANCHES:
    case OP_BRANCH:
    case OP_ANY_ORDER:
    case OP_GLUE:
    case OP_GUARD:
    case OP_PHRASE:
    case OP_LIST: break;
    }
    return STR("");
}

/* Whether a word of the op has a spelling in the language of the messages. */
static bool is_spelled(const struct parser *p, const struct op *op)
{
    uint32_t keyword = op->arg;
    if (op->kind == OP_CHOICE) keyword = p->g->sets[op->arg].choices[0].keywords[0];
    if (op->kind != OP_KEYWORD && op->kind != OP_CHOICE) return true;
    return p->g->keywords[keyword].spelled[p->diags->lang] != WORD_NONE;
}

static struct str list_expected(const struct parser *p, const struct tried *tried, bool spelled)
{
    const char *comma = p->diags->lang == LANG_ZH ? "、" : ", ";
    struct str text = STR("");
    struct candidates seen = {.count = 0};
    for (uint32_t i = 0; i < tried->count && seen.count < LISTED_MAX; i++) {
        const struct op *op = &p->g->ops[tried->ops[i]];
        if (spelled && !is_spelled(p, op)) continue;
        struct str item = op_text(p, op);
        size_t before = seen.count;
        if (item.len) add_candidate(&seen, item);
        if (seen.count == before) continue;
        text =
            str_format(p->arena, "%.*s%s%.*s", STR_ARG(text), text.len ? comma : "", STR_ARG(item));
    }
    return text;
}

/* "`due`, a date as 2012-08-29": what the reader's language has words for, where that is anything;
 * the other order of the same words is then left out. */
static struct str expected_text(const struct parser *p, const struct tried *tried)
{
    struct str text = list_expected(p, tried, true);
    return text.len ? text : list_expected(p, tried, false);
}

static void add_tried(const struct parser *p, struct candidates *c, const struct tried *tried)
{
    for (uint32_t i = 0; i < tried->count; i++) add_op(p, c, &p->g->ops[tried->ops[i]]);
}

static void report_unexpected(struct parser *p)
{
    struct matcher *m = &p->matcher;
    const struct tried *tried = match_tried_at_furthest(m);
    struct str expected = expected_text(p, tried);
    struct str found = spelling_at(p, m->furthest);
    struct span span = span_at(p, m->furthest);
    if (!found.len) {
        DIAG_REPORT(p->diags, E127, span, expected);
    } else if (!expected.len) {
        DIAG_REPORT(p->diags, E128, span, found);
    } else {
        struct candidates c = {.count = 0};
        add_tried(p, &c, tried);
        suggest(DIAG_REPORT(p->diags, E126, span, found, expected), found, &c);
    }
}

/* A word that is neither of the language nor declared as a name. */
static bool is_unknown_word(const struct parser *p, uint32_t token)
{
    const struct token *t = &p->lexer.tokens[token];
    return t->kind == TOKEN_WORD && t->word != WORD_NONE && !t->cut &&
           !words_is_keyword(p->words, t->word) && !words_has(p->words, t->word, WORD_DECLARED);
}

/* A mistyped word was taken for a name, and what follows it does not fit: the fault is the word,
 * where one that could stand there is near. */
static bool report_mistyped(struct parser *p)
{
    const struct matcher *m = &p->matcher;
    uint32_t token = m->furthest - 1;
    if (!is_unknown_word(p, token)) return false;
    struct candidates c = {.count = 0};
    struct str word = spelling_at(p, token);
    add_tried(p, &c, match_tried_before(m));
    struct str nearest = diag_nearest(word, c.list, c.count);
    if (!nearest.len) return false;
    struct diag *d = DIAG_REPORT(p->diags, E126, span_at(p, token), word,
                                 expected_text(p, match_tried_before(m)));
    if (d) d->suggestion = nearest;
    return true;
}

/* The first block whose statements begin with this word, or go on with the next behind a name. */
static enum block find_block(const struct parser *p, const struct statement *s)
{
    const struct token *first = &p->lexer.tokens[s->body];
    const struct token *second = first + (first->cut ? first->cut : 1);
    for (int block = BLOCK_TOP; block < BLOCK_COUNT; block++)
        if (first->kind == TOKEN_WORD && words_is_keyword(p->words, first->word) &&
            p->g->by_first[block][first->word])
            return (enum block)block;
    for (int block = BLOCK_TOP; block < BLOCK_COUNT; block++)
        if (first->kind == TOKEN_WORD && second->kind == TOKEN_WORD &&
            words_is_keyword(p->words, second->word) && p->g->by_second[block][second->word])
            return (enum block)block;
    return BLOCK_NONE;
}

/* "behind a date", "under `project`" */
static struct str place_text(struct parser *p, enum block block)
{
    bool zh = p->diags->lang == LANG_ZH;
    if (block == BLOCK_DATED) return zh ? STR("日期之后") : STR("behind a date");
    if (block == BLOCK_TOP) return zh ? STR("行首，不缩进") : STR("at the left, not indented");
    return str_format(p->arena, zh ? "“%s”之下" : "under `%s`", block_name(block, p->diags->lang));
}

static void report_no_statement(struct parser *p, const struct statement *s, enum block block)
{
    struct str word = spelling_at(p, s->body);
    struct span span = span_at(p, s->body);
    struct str here = str_from(block_name(block, p->diags->lang));
    enum block other = find_block(p, s);
    if (!word.len) {
        DIAG_REPORT(p->diags, E127, span, here);
        return;
    }
    if (other != BLOCK_NONE && other != block) {
        DIAG_REPORT(p->diags, E133, span, word, place_text(p, other));
        return;
    }
    struct candidates first = {.count = 0}, second = {.count = 0};
    add_heads(p, &first, p->g->by_first[block]);
    add_heads(p, &second, p->g->by_second[block]);
    struct str next = spelling_at(p, s->body + 1);
    struct diag *d = DIAG_REPORT(p->diags, E129, span, word, here);
    suggest(d, word, &first);
    if (d && !d->suggestion.len) suggest(d, next, &second);
}

void explain_failure(struct parser *p, const struct statement *s, enum block block)
{
    const struct matcher *m = &p->matcher;
    if (diags_full(p->diags, SEVERITY_ERROR)) {
        DIAG_PLAIN(p->diags, E129, s->span); /* a million of them must not take long */
    } else if (block == BLOCK_NONE) {
        DIAG_PLAIN(p->diags, E125, s->span);
    } else if (m->has_problem && m->problem_token >= m->furthest) {
        diags_report(p->diags, m->problem, span_at(p, m->problem_token),
                     (struct str[DIAG_ARGS_MAX]){spelling_at(p, m->problem_token)});
    } else if (m->furthest <= s->body ||
               (m->furthest == s->body + 1 && is_unknown_word(p, s->body))) {
        report_no_statement(p, s, block);
    } else if (!report_mistyped(p)) {
        report_unexpected(p);
    }
}
