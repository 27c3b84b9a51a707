/* Matcher: runs the programs of the grammar. A statement is matched in silence; where nothing fits
 * it is matched once more to note what was expected, so that reading what is right costs nothing
 * for what is wrong. */
#include "lang/match_inside.h"

/* What did not fit further ahead is more telling than what did not fit before. */
static void go_further(struct matcher *m)
{
    if (m->pos > m->furthest + 1) m->tried[m->at_furthest].count = 0;
    m->at_furthest ^= 1u;
    m->tried[m->at_furthest].count = 0;
    m->furthest = m->pos;
}

bool match_fail(struct matcher *m, uint32_t op)
{
    if (!m->explaining) return false;
    if (m->pos > m->furthest) go_further(m);
    if (m->pos + 1 < m->furthest) return false;
    struct tried *tried = &m->tried[m->at_furthest ^ (m->pos != m->furthest)];
    if (tried->count < EXPECTED_MAX) tried->ops[tried->count++] = op;
    return false;
}

bool match_fail_with(struct matcher *m, uint32_t op, enum diag_code problem)
{
    if (m->explaining && (!m->has_problem || m->pos >= m->problem_token)) {
        m->has_problem = true;
        m->problem = problem;
        m->problem_token = m->pos;
    }
    return match_fail(m, op);
}

struct bind *match_add_bind(struct matcher *m, enum role role, enum value_type type)
{
    struct bind *b = ARENA_PUSH(m->arena, m->binds, m->count, m->capacity);
    const struct token *t = peek(m);
    *b = (struct bind){.role = (uint8_t)role,
                       .type = (uint8_t)type,
                       .end = (uint32_t)m->count,
                       .at = t->at,
                       .len = t->len};
    return b;
}

/* ---- keywords ---- */

static bool is_keyword(const struct matcher *m, const struct token *t, uint32_t keyword)
{
    return t->kind == TOKEN_WORD && keyword_is(m->g, keyword, t->word);
}

/* `by` and a motion, which allows what is done and does not do it. */
static bool cites_motion(const struct matcher *m, const struct token *t)
{
    return keyword_is(m->g, m->g->keyword_by_motion, t->word) && t[1].kind == TOKEN_WORD &&
           words_has(m->g->words, t[1].word, WORD_MOTION);
}

static bool match_keyword(struct matcher *m, uint32_t pc, uint32_t keyword)
{
    const struct token *t = peek(m);
    if (!is_keyword(m, t, keyword)) return match_fail(m, pc);
    m->pos++;
    if (keyword == m->g->keyword_by_doer && cites_motion(m, t)) return match_fail(m, pc + 1);
    return true;
}

static bool match_choice(struct matcher *m, uint32_t pc, const struct op *op)
{
    const struct choice_list *set = &m->g->sets[op->arg];
    const struct token *t = peek(m);
    for (uint32_t rank = 0; rank < set->count && t->kind == TOKEN_WORD; rank++) {
        const struct choice *c = &set->choices[rank];
        bool two = c->keywords[1] != 0;
        if (!is_keyword(m, t, c->keywords[0]) || (two && !is_keyword(m, t + 1, c->keywords[1])))
            continue;
        struct bind *b = match_add_bind(m, (enum role)op->role, VALUE_CHOICE);
        b->rank = (uint16_t)rank;
        b->what = op->arg;
        if (two) b->len = t[1].at + t[1].len - t->at;
        m->pos += two ? 2 : 1;
        return true;
    }
    return match_fail(m, pc);
}

/* ---- phrases, lists, options ---- */

static bool match_sequence(struct matcher *m, uint32_t pc);

/* The program of the row that reads furthest, the first of several; 0: none fits. */
static uint32_t find_row(struct matcher *m, enum phrase phrase, uint16_t *rank_out)
{
    const struct rule *rows = m->g->phrases[phrase];
    uint32_t start = m->pos, best_pc = 0, best_pos = 0;
    size_t count = m->count;
    for (size_t row = 0; row < m->g->phrase_rows[phrase]; row++)
        for (uint32_t v = 0; v < rows[row].variant_count; v++) {
            bool fits = match_sequence(m, rows[row].variants[v]);
            if (fits && m->pos > best_pos) {
                best_pos = m->pos;
                best_pc = rows[row].variants[v];
                *rank_out = (uint16_t)row;
            }
            m->pos = start;
            m->count = count;
        }
    return best_pc;
}

static void close_bind(struct matcher *m, size_t index)
{
    const struct token *last = peek(m) - 1;
    m->binds[index].end = (uint32_t)m->count;
    m->binds[index].len = last->at + last->len - m->binds[index].at;
}

/* The row that was found is read again, to keep what it binds. */
static bool match_phrase(struct matcher *m, uint32_t pc, const struct op *op)
{
    size_t phrase = m->count;
    uint16_t rank = 0;
    (void)match_add_bind(m, (enum role)op->role, VALUE_PHRASE);
    uint32_t row = find_row(m, (enum phrase)op->arg, &rank);
    if (!row) return match_fail(m, pc);
    bool fits = match_sequence(m, row);
    CHECK(fits);
    m->binds[phrase].rank = rank;
    m->binds[phrase].what = op->arg;
    close_bind(m, phrase);
    return true;
}

static bool match_one(struct matcher *m, uint32_t pc)
{
    const struct op *op = &m->g->ops[pc];
    switch ((enum op_kind)op->kind) {
    case OP_VALUE: return match_value(m, pc);
    case OP_CHOICE: return match_choice(m, pc, op);
    case OP_PHRASE: return match_phrase(m, pc, op);
    case OP_KEYWORD: return match_keyword(m, pc, op->arg);
    case OP_COMMA:
        if (peek(m)->kind != TOKEN_COMMA) return match_fail(m, pc);
        m->pos++;
        return true;
    case OP_GLUE: return true;
    case OP_GUARD: {
        struct bind *b = match_add_bind(m, (enum role)op->role, VALUE_CHOICE);
        b->rank = op->arg;
        b->len = 0;
        return true;
    }
    case OP_END:
    case OP_OPTIONAL:
    case OP_BRANCHES:
    case OP_BRANCH:
    case OP_ANY_ORDER:
    case OP_LIST: break;
    }
    UNREACHABLE("an op that reads one thing");
}

static bool match_list(struct matcher *m, uint32_t pc)
{
    size_t list = m->count;
    (void)match_add_bind(m, (enum role)m->g->ops[pc].role, VALUE_LIST);
    if (!match_one(m, pc + 1)) return false;
    while (peek(m)->kind == TOKEN_COMMA) {
        uint32_t pos = m->pos;
        size_t count = m->count;
        m->pos++;
        if (match_one(m, pc + 1)) continue;
        m->pos = pos;
        m->count = count;
        break;
    }
    close_bind(m, list);
    return true;
}

/* Tries a body; where it does not fit nothing was read. Every body reads something, so at the end
 * of the statement it is tried only to note what was expected. */
static bool match_body(struct matcher *m, uint32_t pc)
{
    uint32_t pos = m->pos;
    size_t count = m->count;
    if (peek(m)->kind == TOKEN_END && !m->explaining) return false;
    if (match_sequence(m, pc)) return true;
    m->pos = pos;
    m->count = count;
    return false;
}

static bool match_branches(struct matcher *m, uint32_t pc)
{
    for (uint32_t branch = pc + 1; m->g->ops[branch].kind == OP_BRANCH;
         branch = m->g->ops[branch].next)
        if (match_body(m, branch + 1)) return true;
    return false;
}

static void match_any_order(struct matcher *m, uint32_t pc)
{
    uint64_t taken = 0;
    for (bool again = true; again;) {
        again = false;
        uint64_t bit = 1;
        for (uint32_t part = pc + 1; m->g->ops[part].kind == OP_OPTIONAL;
             part = m->g->ops[part].next, bit <<= 1) {
            if (taken & bit || !match_body(m, part + 1)) continue;
            taken |= bit;
            again = true;
        }
    }
}

static bool match_sequence(struct matcher *m, uint32_t pc)
{
    for (;;) {
        const struct op *op = &m->g->ops[pc];
        bool fits = true;
        uint32_t next = op->next;
        switch ((enum op_kind)op->kind) {
        case OP_END: return true;
        case OP_OPTIONAL: (void)match_body(m, pc + 1); break;
        case OP_BRANCHES: fits = match_branches(m, pc); break;
        case OP_ANY_ORDER: match_any_order(m, pc); break;
        case OP_LIST: fits = match_list(m, pc); break;
        case OP_BRANCH:
        case OP_KEYWORD:
        case OP_COMMA:
        case OP_GLUE:
        case OP_GUARD:
        case OP_VALUE:
        case OP_CHOICE:
        case OP_PHRASE:
            fits = match_one(m, pc);
            next = pc + 1;
            break;
        }
        if (!fits) return false;
        pc = next;
    }
}

/* ---- statements ---- */

void match_begin(struct matcher *m, const struct token *tokens, bool explaining)
{
    m->tokens = tokens;
    m->explaining = explaining;
    m->furthest = 0;
    m->tried[0].count = m->tried[1].count = 0;
    m->has_problem = false;
}

bool match_variant(struct matcher *m, enum form form, uint32_t variant, uint32_t start)
{
    uint32_t pc = m->g->forms[form].rule.variants[variant];
    m->pos = start;
    m->count = 0;
    if (!match_sequence(m, pc)) return false;
    if (peek(m)->kind == TOKEN_END) return true;
    /* Something is left that no option could read; the end itself was also expected. */
    if (m->pos > m->furthest) go_further(m);
    return false;
}
