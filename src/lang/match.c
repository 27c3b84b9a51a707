/* Matcher: runs the programs of the grammar. A statement is matched in silence; where nothing fits
 * it is matched once more to note what was expected, so that reading what is right costs nothing
 * for what is wrong. */
#include "lang/match_inside.h"

/* What did not fit further ahead is more telling than what did not fit before. */
static void go_further(struct matcher *m, uint32_t token)
{
    if (token > m->furthest + 1) m->tried[m->at_furthest].count = 0;
    m->at_furthest ^= 1u;
    m->tried[m->at_furthest].count = 0;
    m->furthest = token;
}

static void note_failure(struct matcher *m, uint32_t op)
{
    uint32_t token = (uint32_t)(m->next - m->tokens);
    if (token > m->furthest) go_further(m, token);
    if (token + 1 < m->furthest) return;
    struct tried *tried = &m->tried[m->at_furthest ^ (token != m->furthest)];
    if (tried->count < EXPECTED_MAX) tried->ops[tried->count++] = op;
}

bool match_fail(struct matcher *m, uint32_t op)
{
    if (m->explaining) note_failure(m, op);
    return false;
}

bool match_fail_with(struct matcher *m, uint32_t op, enum diag_code problem)
{
    uint32_t token = (uint32_t)(m->next - m->tokens);
    if (m->explaining && (!m->has_problem || token >= m->problem_token)) {
        m->has_problem = true;
        m->problem = problem;
        m->problem_token = token;
    }
    return match_fail(m, op);
}

/* ---- keywords ---- */

static bool is_keyword(const struct matcher *m, const struct token *t, uint32_t keyword)
{
    return t->kind == TOKEN_WORD && keyword_is(m->g, keyword, t->word);
}

/* `by` and a motion, which allows what is done and does not do it. That the answer was no is kept
 * with the word, for who reads ahead of the motions. */
static bool cites_motion(const struct matcher *m, const struct token *t)
{
    if (!keyword_is(m->g, m->g->keyword_by_motion, t->word) || t[1].kind != TOKEN_WORD)
        return false;
    if (words_has(m->g->words, t[1].word, WORD_MOTION)) return true;
    m->g->words->list[t[1].word].flags |= WORD_DOER;
    return false;
}

static bool match_keyword(struct matcher *m, uint32_t pc, uint32_t keyword)
{
    const struct token *t = m->next;
    if (!is_keyword(m, t, keyword)) return match_fail(m, pc);
    m->next++;
    if (keyword == m->g->keyword_by_doer && cites_motion(m, t)) return match_fail(m, pc + 1);
    return true;
}

static bool match_choice(struct matcher *m, uint32_t pc, const struct op *op)
{
    const struct choice_list *set = &m->g->sets[op->arg];
    const struct token *t = m->next;
    for (uint32_t rank = 0; rank < set->count && t->kind == TOKEN_WORD; rank++) {
        const struct choice *c = &set->choices[rank];
        bool two = c->keywords[1] != 0;
        if (!is_keyword(m, t, c->keywords[0]) || (two && !is_keyword(m, t + 1, c->keywords[1])))
            continue;
        struct bind *b = match_add_bind(m, op->role, VALUE_CHOICE);
        b->rank = (uint16_t)rank;
        b->what = op->arg;
        if (two) b->len = t[1].at + t[1].len - t->at;
        m->next += two ? 2 : 1;
        return true;
    }
    return match_fail(m, pc);
}

/* ---- phrases and lists ---- */

static bool match_program(struct matcher *m, uint32_t pc);

/* The program of the row that reads furthest, the first of several; 0: none fits. */
static uint32_t find_row(struct matcher *m, uint32_t phrase, uint16_t *rank_out)
{
    const struct rule *rows = m->g->phrases[phrase];
    const struct token *start = m->next, *best_next = start;
    uint32_t best_pc = 0;
    size_t count = m->count;
    for (size_t row = 0; row < m->g->phrase_rows[phrase]; row++)
        for (uint32_t v = 0; v < rows[row].variant_count; v++) {
            bool fits = match_program(m, rows[row].variants[v]);
            if (fits && m->next > best_next) {
                best_next = m->next;
                best_pc = rows[row].variants[v];
                *rank_out = (uint16_t)row;
            }
            m->next = start;
            m->count = count;
        }
    return best_pc;
}

static void close_bind(struct matcher *m, size_t index)
{
    const struct token *last = m->next - 1;
    m->binds[index].end = (uint32_t)m->count;
    m->binds[index].len = last->at + last->len - m->binds[index].at;
}

/* The row that was found is read again, to keep what it binds. */
static bool match_phrase(struct matcher *m, uint32_t pc, const struct op *op)
{
    size_t phrase = m->count;
    uint16_t rank = 0;
    (void)match_add_bind(m, op->role, VALUE_PHRASE);
    uint32_t row = find_row(m, op->arg, &rank);
    if (!row) return match_fail(m, pc);
    bool fits = match_program(m, row);
    CHECK(fits);
    m->binds[phrase].rank = rank;
    m->binds[phrase].what = op->arg;
    close_bind(m, phrase);
    return true;
}

static bool match_item(struct matcher *m, uint32_t pc)
{
    const struct op *op = &m->g->ops[pc];
    if (op->kind == OP_VALUE) return match_value(m, pc);
    if (op->kind == OP_CHOICE) return match_choice(m, pc, op);
    CHECK(op->kind == OP_PHRASE);
    return match_phrase(m, pc, op);
}

static bool match_list(struct matcher *m, uint32_t pc)
{
    size_t list = m->count;
    (void)match_add_bind(m, m->g->ops[pc].role, VALUE_LIST);
    if (!match_item(m, pc + 1)) return false;
    while (m->next->kind == TOKEN_COMMA) {
        const struct token *comma = m->next;
        size_t count = m->count;
        m->next++;
        if (match_item(m, pc + 1)) continue;
        m->next = comma;
        m->count = count;
        break;
    }
    close_bind(m, list);
    return true;
}

/* ---- options ---- */

/* An option, branches or options in any order that are being tried. */
struct frame {
    uint32_t pc;              /* of the op that opened it */
    uint32_t body;            /* of the branch or option being tried */
    uint32_t taken;           /* options in any order that were read, as bits */
    const struct token *next; /* where it began, and how many binds there were */
    size_t count;
};

#define FRAMES_MAX 16 /* a pattern of form_table.h nests less */

/* At the end of the statement no option can begin: every one reads something. When a failure is
 * explained all are tried. */
static bool is_done(const struct matcher *m)
{
    return m->next->kind == TOKEN_END && !m->explaining;
}

/* Whether the first word of a body lets it begin here. */
static bool may_begin(const struct matcher *m, uint32_t body)
{
    const struct op *first = &m->g->ops[body + 1];
    if (is_done(m)) return false;
    return first->kind != OP_KEYWORD || m->explaining || is_keyword(m, m->next, first->arg);
}

/* The first body from `body` on, of branches or of options in any order, that may begin here. */
static bool find_body(const struct matcher *m, struct frame *f, uint32_t body)
{
    const struct op *ops = m->g->ops;
    uint8_t kind = ops[f->pc].kind == OP_BRANCHES ? OP_BRANCH : OP_OPTIONAL;
    if (is_done(m)) return false;
    for (; ops[body].kind == kind; body = ops[body].next) {
        f->body = body;
        if (!(f->taken >> ops[body].arg & 1) && may_begin(m, body)) return true;
    }
    return false;
}

/* A body was read. Returns whether the frame is done. */
static bool leave_body(struct matcher *m, struct frame *f)
{
    const struct op *ops = m->g->ops;
    if (ops[f->pc].kind != OP_ANY_ORDER) return true;
    f->taken |= 1u << ops[f->body].arg;
    f->next = m->next;
    f->count = m->count;
    return !find_body(m, f, f->pc + 1);
}

/* What was being tried does not fit: goes back to the innermost frame that has another way, and
 * returns where to go on; 0: there is none. */
static uint32_t go_back(struct matcher *m, struct frame *frames, uint32_t *depth)
{
    const struct op *ops = m->g->ops;
    for (; *depth > 0; --*depth) {
        struct frame *f = &frames[*depth - 1];
        uint8_t kind = ops[f->pc].kind;
        m->next = f->next;
        m->count = f->count;
        if (kind != OP_OPTIONAL && find_body(m, f, ops[f->body].next)) return f->body + 1;
        if (kind == OP_BRANCHES) continue;
        --*depth;
        return ops[f->pc].next;
    }
    return 0;
}

/* ---- programs ---- */

static void add_guard(struct matcher *m, const struct op *op)
{
    struct bind *b = match_add_bind(m, op->role, VALUE_CHOICE);
    b->rank = op->arg;
    b->len = 0;
}

static bool match_comma(struct matcher *m, uint32_t pc)
{
    if (m->next->kind != TOKEN_COMMA) return match_fail(m, pc);
    m->next++;
    return true;
}

static bool match_program(struct matcher *m, uint32_t pc)
{
    struct frame frames[FRAMES_MAX];
    uint32_t depth = 0;
    while (pc) {
        const struct op *op = &m->g->ops[pc];
        bool fits = true;
        switch ((enum op_kind)op->kind) {
        case OP_END:
            if (depth == 0) return true;
            struct frame *done = &frames[depth - 1];
            if (!leave_body(m, done)) {
                pc = done->body + 1;
                continue;
            }
            depth--;
            pc = m->g->ops[done->pc].next;
            continue;
        case OP_OPTIONAL:
            if (op->role == OPTIONS_ONLY && is_done(m)) return true;
            if (!may_begin(m, pc)) {
                pc = op->next;
                break;
            }
            CHECK(depth < FRAMES_MAX);
            frames[depth++] =
                (struct frame){.pc = pc, .body = pc, .next = m->next, .count = m->count};
            pc++;
            break;
        case OP_BRANCHES:
        case OP_ANY_ORDER:
            CHECK(depth < FRAMES_MAX);
            struct frame *f = &frames[depth];
            *f = (struct frame){.pc = pc, .body = pc, .next = m->next, .count = m->count};
            if (find_body(m, f, pc + 1)) {
                depth++;
                pc = f->body + 1;
                break;
            }
            fits = op->kind == OP_ANY_ORDER;
            pc = op->next;
            break;
        case OP_KEYWORD: fits = match_keyword(m, pc++, op->arg); break;
        case OP_VALUE: fits = match_value(m, pc++); break;
        case OP_CHOICE: fits = match_choice(m, pc++, op); break;
        case OP_PHRASE: fits = match_phrase(m, pc++, op); break;
        case OP_COMMA: fits = match_comma(m, pc++); break;
        case OP_LIST:
            fits = match_list(m, pc);
            pc = op->next;
            break;
        case OP_GUARD: add_guard(m, op); /* fall through */
        case OP_GLUE:
        case OP_BRANCH: pc++; break;
        }
        if (!fits) pc = go_back(m, frames, &depth);
    }
    return false;
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

bool match_statement(struct matcher *m, uint32_t program, uint32_t start)
{
    m->next = m->tokens + start;
    m->count = 0;
    if (!match_program(m, program)) return false;
    if (m->next->kind == TOKEN_END) return true;
    /* Something is left that no option could read; the end itself was also expected. */
    uint32_t token = (uint32_t)(m->next - m->tokens);
    if (token > m->furthest) go_further(m, token);
    return false;
}
