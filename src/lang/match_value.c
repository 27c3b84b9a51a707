/* Matcher, its values: each function reads one type of value at the next token. Where it fails, the
 * caller goes back to where it was. */
#include "lang/match_inside.h"

#include "base/date.h"
#include "base/limits.h"
#include "num/money.h"

static bool add_simple(struct matcher *m, const struct op *op, int64_t a, int64_t b)
{
    struct bind *bind = match_add_bind(m, op->role, (uint8_t)op->arg);
    bind->a = a;
    bind->b = b;
    m->next++;
    return true;
}

/* A value of several tokens, up to the one before the next. */
static void add_long(struct matcher *m, const struct op *op, uint32_t tokens, int64_t a, int64_t b)
{
    struct bind *bind = match_add_bind(m, op->role, (uint8_t)op->arg);
    const struct token *last = m->next + tokens - 1;
    bind->len = last->at + last->len - bind->at;
    bind->a = a;
    bind->b = b;
    m->next += tokens;
}

/* ---- words ---- */

/* A name is one word. A run of Chinese letters that was cut into keywords is one only where a name
 * is declared, or where any word will do. */
static bool match_name(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    bool refers = op->arg == VALUE_NAME || op->arg == VALUE_PNAME;
    bool any = op->arg == VALUE_PNAME || op->arg == VALUE_PNEW || op->arg == VALUE_WORD;
    if (t->kind != TOKEN_WORD || (refers && t->cut)) return match_fail(m, op_index);
    uint32_t word = t->cut ? (uint32_t)t->a : t->word;
    if (!any && words_is_keyword(m->g->words, word))
        return op->arg == VALUE_NEW ? match_fail_with(m, op_index, DIAG_E204)
                                    : match_fail(m, op_index);
    if (!t->cut) return add_simple(m, op, word, 0);
    add_long(m, op, t->cut, word, 0);
    return true;
}

static bool match_names(struct matcher *m, uint32_t op_index, const struct op *op)
{
    struct op name = {.kind = OP_VALUE, .role = op->role, .arg = VALUE_NAME};
    size_t list = m->count;
    (void)match_add_bind(m, op->role, VALUE_LIST);
    if (!match_name(m, op_index, &name)) return false;
    while (match_name(m, op_index, &name)) continue;
    const struct bind *last = &m->binds[m->count - 1];
    m->binds[list].end = (uint32_t)m->count;
    m->binds[list].len = last->at + last->len - m->binds[list].at;
    return true;
}

/* ---- money ---- */

static bool match_currency(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    if (t->kind != TOKEN_WORD || t->len != 3) return match_fail(m, op_index);
    if (currency_digits(words_text(m->g->words, t->word)) < 0)
        return match_fail_with(m, op_index, DIAG_E114);
    return add_simple(m, op, t->word, 0);
}

/* Whether the token is three capitals, as currency codes are. */
static bool is_code(const struct matcher *m, const struct token *t)
{
    if (t->len != 3 || t->kind != TOKEN_WORD) return false;
    struct str code = words_text(m->g->words, t->word);
    for (size_t i = 0; i < code.len; i++)
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
static bool match_foreign(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *amount = m->next, *at = amount + 2, *rate = amount + 3;
    int64_t minor;
    if (at->kind != TOKEN_WORD || !keyword_is(m->g, m->g->keyword_at, at->word) ||
        rate->kind != TOKEN_NUMBER) {
        m->next++; /* the currency is to blame */
        return match_fail_with(m, op_index, DIAG_E115);
    }
    if (convert(&minor, amount, rate, m->minor_digits) != OK)
        return match_fail_with(m, op_index, DIAG_E113);
    add_long(m, op, 4, minor, 0);
    return true;
}

static bool is_yuan(const struct matcher *m, const struct token *t)
{
    const uint32_t *spelled = m->g->keywords[m->g->keyword_yuan].spelled;
    return t->kind == TOKEN_WORD && (t->word == spelled[LANG_EN] || t->word == spelled[LANG_ZH]);
}

/* Where three capitals behind an amount are no currency they are left for what comes next, and
 * blamed if that does not fit. */
static bool match_money(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    int64_t minor;
    if (t->kind != TOKEN_NUMBER) return match_fail(m, op_index);
    bool code = is_code(m, t + 1), own = code && t[1].word == m->currency;
    bool known = own || (code && currency_digits(words_text(m->g->words, t[1].word)) >= 0);
    bool yuan = is_yuan(m, t + 1);
    if (yuan && m->currency && !str_eq(words_text(m->g->words, m->currency), STR("CNY"))) {
        m->next++;
        return match_fail_with(m, op_index, DIAG_E115);
    }
    if (known && !own) return match_foreign(m, op_index, op);
    enum status status = money_from_decimal(&minor, t->a, (unsigned)t->b, m->minor_digits);
    if (status != OK)
        return match_fail_with(m, op_index, status == ERR_RANGE ? DIAG_E112 : DIAG_E113);
    (void)add_simple(m, op, minor, 0);
    if (own || yuan) m->next++;
    if (code && !known) (void)match_fail_with(m, op_index, DIAG_E114);
    return true;
}

/* ---- numbers ---- */

static int64_t power_of_ten(int64_t exponent)
{
    int64_t p = 1;
    while (exponent-- > 0) p *= 10;
    return p;
}

static bool match_number(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    bool integer = op->arg == VALUE_INTEGER;
    if (t->kind != TOKEN_NUMBER || (integer && t->b)) return match_fail(m, op_index);
    if (integer && (t->a < 1 || t->a > LIMIT_INTEGER_MAX))
        return match_fail_with(m, op_index, DIAG_E130);
    return add_simple(m, op, t->a, power_of_ten(t->b));
}

static bool match_share(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    if (t->kind == TOKEN_PERCENT || t->kind == TOKEN_FRACTION)
        return add_simple(m, &(struct op){.role = op->role, .arg = VALUE_SHARE}, t->a, t->b);
    if (op->arg == VALUE_PART && t->kind == TOKEN_NUMBER)
        return add_simple(m, &(struct op){.role = op->role, .arg = VALUE_NUMBER}, t->a,
                          power_of_ten(t->b));
    return match_fail(m, op_index);
}

/* ---- time ---- */

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
    const struct token *t = m->next;
    if (t->kind != TOKEN_NUMBER || t->b) return match_fail(m, op_index);
    int unit = duration_unit(m, t + 1);
    if (unit < 0) return match_fail(m, op_index);
    if (t->a > LIMIT_DURATION_MAX) return match_fail_with(m, op_index, DIAG_E132);
    add_long(m, op, 2, t->a, unit);
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

/* The month a token names, or 0. */
static int64_t month_of(const struct matcher *m, const struct token *t)
{
    if (t->kind != TOKEN_WORD) return 0;
    for (int64_t month = 1; month <= 12; month++)
        if (str_eq(words_text(m->g->words, t->word), str_from(match_month_name(month))))
            return month;
    return 0;
}

/* 1月31日, 31 January */
static bool match_month_day(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    bool one = t->kind == TOKEN_MONTH_DAY;
    if (!one && (t->kind != TOKEN_NUMBER || t->b || !month_of(m, t + 1)))
        return match_fail(m, op_index);
    int64_t month = one ? t->a : month_of(m, t + 1);
    int64_t day = one ? t->b : t->a;
    if (!day_exists(month, day)) return match_fail_with(m, op_index, DIAG_E107);
    add_long(m, op, one ? 1 : 2, month, day);
    return true;
}

/* DATE or DATE #n */
static bool match_ref(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    if (t->kind != TOKEN_DATE) return match_fail(m, op_index);
    bool ordinal = t[1].kind == TOKEN_ORDINAL;
    add_long(m, op, ordinal ? 2 : 1, t->a, ordinal ? t[1].a : 1);
    return true;
}

/* ---- any ---- */

static bool match_kind(struct matcher *m, uint32_t op_index, const struct op *op,
                       enum token_kind kind)
{
    const struct token *t = m->next;
    return t->kind == kind ? add_simple(m, op, t->a, t->b) : match_fail(m, op_index);
}

static bool match_path(struct matcher *m, uint32_t op_index, const struct op *op)
{
    const struct token *t = m->next;
    return t->kind == TOKEN_PATH ? add_simple(m, op, t->word, t->a) : match_fail(m, op_index);
}

static bool match_text(struct matcher *m, uint32_t op_index, const struct op *op)
{
    return match_kind(m, op_index, op, TOKEN_TEXT);
}

static bool match_date(struct matcher *m, uint32_t op_index, const struct op *op)
{
    return match_kind(m, op_index, op, TOKEN_DATE);
}

static bool match_article(struct matcher *m, uint32_t op_index, const struct op *op)
{
    return match_kind(m, op_index, op, TOKEN_ARTICLE);
}

static bool match_digest(struct matcher *m, uint32_t op_index, const struct op *op)
{
    return match_kind(m, op_index, op, TOKEN_DIGEST);
}

bool match_value(struct matcher *m, uint32_t op_index)
{
    typedef bool match_fn(struct matcher *, uint32_t, const struct op *);
    static match_fn *const by_type[VALUE_CHOICE] = {
        [VALUE_NAME] = match_name,         [VALUE_PNAME] = match_name,
        [VALUE_NEW] = match_name,          [VALUE_PNEW] = match_name,
        [VALUE_WORD] = match_name,         [VALUE_NAMES] = match_names,
        [VALUE_PATH] = match_path,         [VALUE_TEXT] = match_text,
        [VALUE_MONEY] = match_money,       [VALUE_NUMBER] = match_number,
        [VALUE_INTEGER] = match_number,    [VALUE_SHARE] = match_share,
        [VALUE_PART] = match_share,        [VALUE_DATE] = match_date,
        [VALUE_DURATION] = match_duration, [VALUE_MONTHDAY] = match_month_day,
        [VALUE_CURRENCY] = match_currency, [VALUE_ARTICLE] = match_article,
        [VALUE_REF] = match_ref,           [VALUE_DIGEST] = match_digest,
    };
    const struct op *op = &m->g->ops[op_index];
    CHECK(op->arg < VALUE_CHOICE);
    return by_type[op->arg](m, op_index, op);
}
