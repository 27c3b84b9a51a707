/* Matcher: runs the programs of the grammar over the tokens of a statement. */
#include "lang/match.h"

#include "base/date.h"
#include "num/money.h"

#include <string.h>

static const struct token *peek(const struct matcher *m)
{
    return &m->lx->tokens[m->pos];
}

/* What did not fit further ahead is more telling than what did not fit before. */
static void go_further(struct matcher *m)
{
    if (m->pos > m->furthest + 1) m->tried[m->at_furthest].count = 0;
    m->at_furthest ^= 1u;
    m->tried[m->at_furthest].count = 0;
    m->furthest = m->pos;
}

static bool fail(struct matcher *m, uint32_t op)
{
    if (m->pos > m->furthest) go_further(m);
    if (m->pos + 1 < m->furthest) return false;
    struct tried *tried = &m->tried[m->at_furthest ^ (m->pos != m->furthest)];
    if (tried->count < EXPECTED_MAX) tried->ops[tried->count++] = op;
    return false;
}

static bool fail_with(struct matcher *m, uint32_t op, enum diag_code problem)
{
    if (!m->has_problem || m->pos >= m->problem_token) {
        m->has_problem = true;
        m->problem = problem;
        m->problem_token = m->pos;
    }
    return fail(m, op);
}

static struct bind *add_bind(struct matcher *m, enum role role, enum value_type type)
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

static bool add_simple(struct matcher *m, const struct op *op, int64_t a, int64_t b)
{
    struct bind *bind = add_bind(m, op->role, op->arg);
    bind->a = a;
    bind->b = b;
    m->pos++;
    return true;
}

/* ---- words ---- */

static bool word_is_keyword(const struct matcher *m, uint32_t keyword)
{
    struct token *t = &m->lx->tokens[m->pos];
    if (t->kind != TOKEN_WORD) return false;
    if (t->word != WORD_NONE && keyword_is(m->g, keyword, t->word)) return true;
    if (!t->han || t->cut || words_is_keyword(m->g->words, t->word)) return false;
    lex_cut(m->lx, m->pos);
    t = &m->lx->tokens[m->pos];
    t->han = false;
    return keyword_is(m->g, keyword, t->word);
}

static bool is_soft(const struct matcher *m, uint32_t word)
{
    struct str s = words_text(m->g->words, word);
    return s.len == 1 && s.ptr[0] == 'a';
}

/* A name is one word. A run of Chinese letters that can be cut into keywords is a name only where
 * one is declared, or where any word will do. */
static bool match_name(struct matcher *m, uint32_t op_index, const struct op *op)
{
    bool refers = op->arg == VALUE_NAME || op->arg == VALUE_PNAME;
    if (peek(m)->kind != TOKEN_WORD) return fail(m, op_index);
    if (refers && peek(m)->han && !peek(m)->cut) lex_cut(m->lx, m->pos);
    const struct token *t = peek(m);
    if (refers && t->cut) return fail(m, op_index);
    uint32_t word = t->cut ? (uint32_t)t->a : t->word;
    bool any = op->arg == VALUE_PNAME || op->arg == VALUE_PNEW || op->arg == VALUE_WORD;
    if (!any && words_is_keyword(m->g->words, word) && !is_soft(m, word))
        return op->arg == VALUE_NEW ? fail_with(m, op_index, DIAG_E204) : fail(m, op_index);
    uint32_t parts = t->cut ? t->cut : 1;
    struct bind *b = add_bind(m, op->role, op->arg);
    b->a = word;
    b->len = (uint32_t)words_text(m->g->words, word).len;
    m->pos += parts;
    return true;
}

static bool match_names(struct matcher *m, uint32_t op_index, const struct op *op)
{
    struct op name = {.kind = OP_VALUE, .role = op->role, .arg = VALUE_NAME};
    size_t list = m->count;
    (void)add_bind(m, op->role, VALUE_LIST);
    if (!match_name(m, op_index, &name)) return false;
    while (peek(m)->kind == TOKEN_WORD && match_name(m, op_index, &name)) {
    }
    m->binds[list].end = (uint32_t)m->count;
    return true;
}

/* ---- numbers ---- */

static bool match_currency(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = peek(m);
    if (t->kind != TOKEN_WORD || t->len != 3) return fail(m, op_index);
    if (currency_digits(words_text(m->g->words, t->word)) < 0)
        return fail_with(m, op_index, DIAG_E114);
    return add_simple(m, op, t->word, 0);
}

static bool currency_follows(const struct matcher *m)
{
    const struct token *t = peek(m);
    if (t->kind != TOKEN_WORD || t->len != 3 || t->word == WORD_NONE) return false;
    struct str code = words_text(m->g->words, t->word);
    for (size_t i = 0; i < 3; i++)
        if (code.ptr[i] < 'A' || code.ptr[i] > 'Z') return false;
    return true;
}

/* amount (mantissa, scale) times rate (mantissa, scale), half a minor unit up. */
static enum status convert(int64_t *out, const struct token *amount, const struct token *rate,
                           unsigned minor_digits)
{
    if (amount->b + rate->b > 18) return ERR_OVERFLOW;
    i128 product = (i128)amount->a * rate->a;
    i128 divisor = 1;
    for (int64_t i = minor_digits; i < amount->b + rate->b; i++) divisor *= 10;
    for (int64_t i = amount->b + rate->b; i < minor_digits; i++)
        if (__builtin_mul_overflow(product, (i128)10, &product)) return ERR_OVERFLOW;
    i128 rounded = (product + divisor / 2) / divisor;
    if (rounded > INT64_MAX) return ERR_OVERFLOW;
    *out = (int64_t)rounded;
    return OK;
}

/* amount CODE at rate. */
static bool match_foreign(struct matcher *m, uint32_t op_index, struct bind *b,
                          const struct token *amount)
{
    if (currency_digits(words_text(m->g->words, peek(m)->word)) < 0)
        return fail_with(m, op_index, DIAG_E114);
    const struct token *at = peek(m) + 1;
    const struct token *rate = peek(m) + 2;
    if (at->kind != TOKEN_WORD || !keyword_is(m->g, m->g->keyword_at, at->word) ||
        rate->kind != TOKEN_NUMBER)
        return fail_with(m, op_index, DIAG_E115);
    if (convert(&b->a, amount, rate, m->minor_digits) != OK)
        return fail_with(m, op_index, DIAG_E113);
    b->len = rate->at + rate->len - b->at;
    m->pos += 3;
    return true;
}

static bool match_money(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token t = *peek(m);
    if (t.kind != TOKEN_NUMBER) return fail(m, op_index);
    struct bind *b = add_bind(m, op->role, VALUE_MONEY);
    m->pos++;
    if (currency_follows(m) && peek(m)->word != m->currency)
        return match_foreign(m, op_index, b, &t);
    m->pos--;
    enum status status = money_from_decimal(&b->a, t.a, (unsigned)t.b, m->minor_digits);
    if (status != OK) return fail_with(m, op_index, status == ERR_RANGE ? DIAG_E112 : DIAG_E113);
    m->pos++;
    if (currency_follows(m)) m->pos++;
    return true;
}

static int64_t power_of_ten(int64_t exponent)
{
    int64_t p = 1;
    for (int64_t i = 0; i < exponent; i++) p *= 10;
    return p;
}

static bool match_number(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = peek(m);
    bool integer = op->arg == VALUE_INTEGER;
    if (t->kind != TOKEN_NUMBER || (integer && t->b)) return fail(m, op_index);
    return add_simple(m, op, t->a, power_of_ten(t->b));
}

static bool match_share(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = peek(m);
    if (t->kind == TOKEN_PERCENT || t->kind == TOKEN_FRACTION)
        return add_simple(m, &(struct op){.role = op->role, .arg = VALUE_SHARE}, t->a, t->b);
    if (op->arg == VALUE_PART && t->kind == TOKEN_NUMBER)
        return add_simple(m, &(struct op){.role = op->role, .arg = VALUE_NUMBER}, t->a,
                          power_of_ten(t->b));
    return fail(m, op_index);
}

/* ---- time ---- */

static bool match_date(struct matcher *m, uint32_t op_index, const struct op *op)
{
    if (peek(m)->kind != TOKEN_DATE) return fail(m, op_index);
    return add_simple(m, op, peek(m)->a, 0);
}

static int duration_unit(const struct matcher *m, const struct token *t)
{
    if (t->kind != TOKEN_WORD) return -1;
    if (keyword_is(m->g, m->g->keyword_days, t->word)) return UNIT_DAYS;
    if (keyword_is(m->g, m->g->keyword_months, t->word)) return UNIT_MONTHS;
    if (keyword_is(m->g, m->g->keyword_years, t->word)) return UNIT_YEARS;
    return -1;
}

static bool match_duration(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token t = *peek(m);
    if (t.kind != TOKEN_NUMBER || t.b || t.a > INT32_MAX / 366) return fail(m, op_index);
    m->pos++;
    int unit = duration_unit(m, peek(m));
    if (unit < 0) return fail(m, op_index);
    uint32_t end = peek(m)->at + peek(m)->len;
    struct bind *b = add_bind(m, op->role, VALUE_DURATION);
    b->at = t.at;
    b->len = end - t.at;
    b->a = t.a;
    b->b = unit;
    m->pos++;
    return true;
}

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

const char *match_month_name(int64_t month)
{
    CHECK(month >= 1 && month <= 12);
    return month_names[month - 1];
}

static bool day_exists(int64_t month, int64_t day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= date_days_in_month(2000, (int)month);
}

static bool match_month_day(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = peek(m);
    if (t->kind == TOKEN_MONTH_DAY) {
        if (!day_exists(t->a, t->b)) return fail_with(m, op_index, DIAG_E107);
        return add_simple(m, op, t->a, t->b);
    }
    const struct token *name = t + 1;
    if (t->kind != TOKEN_NUMBER || t->b || name->kind != TOKEN_WORD) return fail(m, op_index);
    struct str text = words_text(m->g->words, name->word);
    for (int64_t month = 1; month <= 12; month++) {
        if (!str_eq(text, str_from(month_names[month - 1]))) continue;
        if (!day_exists(month, t->a)) return fail_with(m, op_index, DIAG_E107);
        int64_t day = t->a;
        uint32_t len = name->at + name->len - t->at;
        struct bind *b = add_bind(m, op->role, VALUE_MONTHDAY);
        *b = (struct bind){.role = b->role,
                           .type = b->type,
                           .end = b->end,
                           .at = b->at,
                           .len = len,
                           .a = month,
                           .b = day};
        m->pos += 2;
        return true;
    }
    return fail(m, op_index);
}

static bool match_ref(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = peek(m);
    if (t->kind != TOKEN_DATE) return fail(m, op_index);
    bool ordinal = t[1].kind == TOKEN_ORDINAL;
    uint32_t end = t[ordinal].at + t[ordinal].len;
    struct bind *b = add_bind(m, op->role, VALUE_REF);
    b->a = t->a;
    b->b = ordinal ? t[1].a : 1;
    b->len = end - b->at;
    m->pos += 1 + ordinal;
    return true;
}

/* ---- values ---- */

static bool match_kind(struct matcher *m, uint32_t op_index, const struct op *op,
                       enum token_kind kind)
{
    const struct token *t = peek(m);
    if (t->kind != kind) return fail(m, op_index);
    return kind == TOKEN_PATH ? add_simple(m, op, t->word, t->a) : add_simple(m, op, t->a, t->b);
}

static bool match_value(struct matcher *m, uint32_t op_index, const struct op *op)
{
    switch ((enum value_type)op->arg) {
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD: return match_name(m, op_index, op);
    case VALUE_NAMES: return match_names(m, op_index, op);
    case VALUE_PATH: return match_kind(m, op_index, op, TOKEN_PATH);
    case VALUE_TEXT: return match_kind(m, op_index, op, TOKEN_TEXT);
    case VALUE_MONEY: return match_money(m, op_index, op);
    case VALUE_NUMBER:
    case VALUE_INTEGER: return match_number(m, op_index, op);
    case VALUE_SHARE:
    case VALUE_PART: return match_share(m, op_index, op);
    case VALUE_DATE: return match_date(m, op_index, op);
    case VALUE_DURATION: return match_duration(m, op_index, op);
    case VALUE_MONTHDAY: return match_month_day(m, op_index, op);
    case VALUE_CURRENCY: return match_currency(m, op_index, op);
    case VALUE_ARTICLE: return match_kind(m, op_index, op, TOKEN_ARTICLE);
    case VALUE_REF: return match_ref(m, op_index, op);
    case VALUE_DIGEST: return match_kind(m, op_index, op, TOKEN_DIGEST);
    case VALUE_CHOICE:
    case VALUE_PHRASE:
    case VALUE_LIST:
    case VALUE_TYPE_COUNT: break;
    }
    UNREACHABLE("a value");
    return false;
}

static bool match_choice(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct choice_list *set = &m->g->sets[op->arg];
    for (uint32_t rank = 0; rank < set->count; rank++) {
        const struct choice *c = &set->choices[rank];
        if (!word_is_keyword(m, c->keywords[0])) continue;
        uint32_t second = 0;
        if (c->keywords[1]) {
            m->pos++;
            bool fits = word_is_keyword(m, c->keywords[1]);
            second = peek(m)->at + peek(m)->len;
            m->pos--;
            if (!fits) continue;
        }
        struct bind *b = add_bind(m, op->role, VALUE_CHOICE);
        b->rank = (uint16_t)rank;
        b->what = op->arg;
        if (second) b->len = second - b->at;
        m->pos += second ? 2 : 1;
        return true;
    }
    return fail(m, op_index);
}

static bool match_sequence(struct matcher *m, uint32_t pc);

/* ---- phrases, lists, options ---- */

/* The row that reads furthest, the first of several; its binds are read again to be kept. */
static bool match_phrase(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct rule *rows = m->g->phrases[op->arg];
    uint32_t start = m->pos, best_pc = 0, best_pos = 0;
    uint16_t best_rank = 0;
    size_t phrase = m->count;
    (void)add_bind(m, op->role, VALUE_PHRASE);
    for (size_t row = 0; row < m->g->phrase_rows[op->arg]; row++)
        for (uint32_t v = 0; v < rows[row].variant_count; v++) {
            m->pos = start;
            m->count = phrase + 1;
            if (!match_sequence(m, rows[row].variants[v]) || m->pos <= best_pos) continue;
            best_pos = m->pos;
            best_pc = rows[row].variants[v];
            best_rank = (uint16_t)row;
        }
    m->pos = start;
    m->count = phrase + 1;
    if (!best_pos || !match_sequence(m, best_pc)) {
        m->count = phrase;
        return fail(m, op_index);
    }
    struct bind *b = &m->binds[phrase];
    const struct token *last = &m->lx->tokens[m->pos - 1];
    b->rank = best_rank;
    b->what = op->arg;
    b->end = (uint32_t)m->count;
    b->len = last->at + last->len - b->at;
    return true;
}

static bool match_one(struct matcher *m, uint32_t pc)
{
    const struct op *op = &m->g->ops[pc];
    switch ((enum op_kind)op->kind) {
    case OP_VALUE: return match_value(m, pc, op);
    case OP_CHOICE: return match_choice(m, pc, op);
    case OP_PHRASE: return match_phrase(m, pc, op);
    case OP_KEYWORD:
        if (!word_is_keyword(m, op->arg)) return fail(m, pc);
        m->pos++;
        return true;
    case OP_COMMA:
        if (peek(m)->kind != TOKEN_COMMA) return fail(m, pc);
        m->pos++;
        return true;
    case OP_GLUE: return true;
    case OP_GUARD:
        add_bind(m, op->role, VALUE_CHOICE)->rank = op->arg;
        m->binds[m->count - 1].len = 0;
        return true;
    case OP_END:
    case OP_OPTIONAL:
    case OP_BRANCHES:
    case OP_BRANCH:
    case OP_ANY_ORDER:
    case OP_LIST: break;
    }
    UNREACHABLE("an op that reads one thing");
    return false;
}

static bool match_list(struct matcher *m, uint32_t pc)
{
    size_t list = m->count;
    (void)add_bind(m, m->g->ops[pc].role, VALUE_LIST);
    if (!match_one(m, pc + 1)) {
        m->count = list;
        return false;
    }
    while (peek(m)->kind == TOKEN_COMMA) {
        uint32_t pos = m->pos;
        size_t count = m->count;
        m->pos++;
        if (match_one(m, pc + 1)) continue;
        m->pos = pos;
        m->count = count;
        break;
    }
    const struct token *last = &m->lx->tokens[m->pos - 1];
    m->binds[list].end = (uint32_t)m->count;
    m->binds[list].len = last->at + last->len - m->binds[list].at;
    return true;
}

/* Tries a body; where it does not fit nothing was read. */
static bool match_body(struct matcher *m, uint32_t pc)
{
    uint32_t pos = m->pos;
    size_t count = m->count;
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
        unsigned bit = 0;
        for (uint32_t part = pc + 1; m->g->ops[part].kind == OP_OPTIONAL;
             part = m->g->ops[part].next, bit++) {
            if (taken >> bit & 1 || !match_body(m, part + 1)) continue;
            taken |= (uint64_t)1 << bit;
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

void match_begin(struct matcher *m)
{
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
