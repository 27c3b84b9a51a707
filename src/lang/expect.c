/* What may stand next: the matcher, explaining why what was begun is not all. */
#include "lang/expect.h"

#include "lang/parse.h"

/* The lexer of a parser set to one line; false where it is none of the language. */
static bool lex_begun(struct parser *p, struct str text)
{
    struct lexer *lx = &p->lexer;
    struct source *source;
    bool ok = true;
    text = str_format(p->arena, "%.*s\n", STR_ARG(text));
    if (sources_add(p->sources, STR("-"), text, &source) != OK) return false;
    lx->source = source;
    lx->text = text.ptr;
    lx->text_len = (uint32_t)text.len;
    lx->base = source->base;
    lx->count = 0;
    (void)lex_line(lx, 0, &ok);
    return ok;
}

/* Behind its date, or at its begin. */
static uint32_t find_body(const struct parser *p)
{
    const struct token *t = p->lexer.tokens;
    if (p->lexer.count == 0 || t[0].kind != TOKEN_DATE) return 0;
    bool late = p->lexer.count > 2 && t[1].kind == TOKEN_WORD &&
                keyword_is(p->g, p->g->keyword_effective, t[1].word) && t[2].kind == TOKEN_DATE;
    return late ? 3 : 1;
}

static enum block find_block(const struct parser *p, uint32_t depth, bool dated)
{
    if (depth > p->depth_max || depth >= LIMIT_NESTING_MAX) return BLOCK_NONE;
    enum block block = p->blocks[depth];
    bool holds_entries = block == BLOCK_TOP || block == BLOCK_EXAMPLE || block == BLOCK_DATED;
    if (dated) return holds_entries ? BLOCK_DATED : BLOCK_NONE;
    return block == BLOCK_DATED ? BLOCK_NONE : block;
}

/* A try: the variants of the order of a language, or all of them. */
struct attempt {
    struct parser *p;
    enum block block;
    uint32_t body;
    enum language lang;
    bool any_order;
};

/* Whether a variant of a rule is in the order of a language. */
static bool has_order(const struct rule *rule, uint32_t variant, const struct attempt *t)
{
    return t->any_order || rule->variant_count == 1 || (variant > 0) == (t->lang == LANG_ZH);
}

/* The end of a program: the OP_END outside of all bodies. */
static uint32_t program_end(const struct grammar *g, uint32_t pc)
{
    for (int open = 0;; pc++) {
        uint8_t kind = g->ops[pc].kind;
        if (kind == OP_END && open-- == 0) return pc;
        open +=
            kind == OP_OPTIONAL || kind == OP_BRANCHES || kind == OP_BRANCH || kind == OP_ANY_ORDER;
    }
}

/* A phrase is tried in all its orders; what only the other one would have looked for is left out.
 */
static bool is_of_other_order(const struct grammar *g, uint32_t op, const struct attempt *t)
{
    for (uint32_t phrase = 0; phrase < PHRASE_COUNT; phrase++)
        for (size_t row = 0; row < g->phrase_rows[phrase]; row++) {
            const struct rule *rule = &g->phrases[phrase][row];
            for (uint32_t v = 0; v < rule->variant_count; v++)
                if (op >= rule->variants[v] && op <= program_end(g, rule->variants[v]))
                    return !has_order(rule, v, t);
        }
    return false;
}

static void add(struct expectations *e, enum form form, uint32_t op)
{
    const struct op *new = &e->g->ops[op];
    if (new->kind != OP_KEYWORD &&new->kind != OP_CHOICE &&new->kind != OP_VALUE) return;
    for (size_t i = 0; i < e->count; i++) {
        const struct op *old = &e->g->ops[e->list[i].op];
        bool same = old->kind == new->kind && old->arg == new->arg && old->role == new->role;
        if (e->list[i].op == op || (same && new->kind != OP_KEYWORD)) return;
    }
    *ARENA_PUSH(e->arena, e->list, e->count, e->capacity) = (struct expected){form, op};
}

static void try_variant(struct expectations *e, const struct attempt *t, enum form form,
                        uint32_t program)
{
    struct matcher *m = &t->p->matcher;
    match_begin(m, t->p->lexer.tokens, true);
    (void)match_statement(m, program, t->body);
    if (m->furthest != t->p->lexer.count) return;
    const struct tried *tried = match_tried_at_furthest(m);
    for (uint32_t i = 0; i < tried->count; i++)
        if (!is_of_other_order(e->g, tried->ops[i], t)) add(e, form, tried->ops[i]);
}

static void try_forms(struct expectations *e, const struct attempt *t)
{
    for (enum form form = F_NONE + 1; form < FORM_COUNT; form++) {
        const struct rule *rule = &e->g->forms[form].rule;
        if (e->g->forms[form].block != t->block) continue;
        for (uint32_t v = 0; v < rule->variant_count; v++)
            if (has_order(rule, v, t)) try_variant(e, t, form, rule->variants[v]);
    }
}

void expect_next(struct expectations *e, const struct begun *begun, enum language lang)
{
    struct sources sources;
    struct diags unheard;
    struct parser p;
    struct attempt t = {.p = &p, .lang = lang};
    sources_init(&sources, e->arena);
    diags_init(&unheard, e->arena);
    parser_init(&p, e->arena, &sources, &unheard, e->g->words, e->g);
    parser_read(&p, STR("-"), begun->above);
    if (diags_has_errors(&unheard) || !lex_begun(&p, begun->text)) return;
    t.body = find_body(&p);
    t.block = find_block(&p, begun->depth, t.body > 0);
    if (t.block == BLOCK_NONE) return;
    try_forms(e, &t);
    t.any_order = true;
    if (e->count == 0) try_forms(e, &t);
}
