/* Formatter, its output: words with one space between them, Chinese keywords joined, and values of
 * every type in their one canonical spelling. */
#include "lang/format_inside.h"

#include "lang/numeral.h"

#include <string.h>

/* ---- raw output ---- */

void format_put(struct formatter *f, struct str s)
{
    while (f->len + s.len > f->capacity)
        f->text = arena_grow_array(f->arena, f->text, 1, f->len, &f->capacity);
    if (s.len) memcpy(f->text + f->len, s.ptr, s.len);
    f->len += s.len;
}

void format_spaces(struct formatter *f, size_t count)
{
    for (size_t i = 0; i < count; i++) format_put(f, STR(" "));
}

/* A word of the statement that is no joinable Chinese keyword. */
void format_word(struct formatter *f, struct str s)
{
    if (!f->open) format_put(f, STR(" "));
    format_put(f, s);
    f->open = false;
    f->run_words = 0;
    f->glue = f->phrase_depth > 0;
}

static bool is_chinese(struct str s)
{
    return s.len && (unsigned char)s.ptr[0] >= 0x80;
}

/* Whether the run so far and one more keyword read back as just these keywords. */
static bool joins(const struct formatter *f, struct str keyword)
{
    char run[256];
    size_t run_len = f->len - f->run_start;
    if (!f->run_words || run_len + keyword.len > sizeof run) return false;
    memcpy(run, f->text + f->run_start, run_len);
    memcpy(run + run_len, keyword.ptr, keyword.len);
    struct str whole = {run, run_len + keyword.len};
    uint32_t word = words_find(f->words, whole);
    if (word != WORD_NONE &&
        (words_is_keyword(f->words, word) || words_has(f->words, word, WORD_DECLARED)))
        return false;
    uint32_t parts[64];
    return words_cut_run(f->words, whole, parts, ARRAY_LEN(parts)) == f->run_words + 1;
}

void format_keyword(struct formatter *f, uint32_t keyword)
{
    struct str s = keyword_text(f->g, keyword, f->lang);
    uint32_t words = f->run_words;
    if (is_chinese(s) && f->glue && joins(f, s)) {
        format_put(f, s);
    } else {
        format_word(f, s);
        f->run_start = f->len - s.len;
        words = 0;
    }
    f->run_words = is_chinese(s) ? words + 1 : 0;
    f->glue = f->phrase_depth > 0;
}

/* ---- values ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

#define WHOLE_DIGITS_MAX 32 /* a number has at most 19 */

/* A number as written, its groups of three set anew and idle zeros in front left out; what follows
 * the whole digits stays as it is. */
static void put_digits(struct formatter *f, struct str written, bool grouped)
{
    char whole[WHOLE_DIGITS_MAX];
    size_t count = 0, at = 0;
    for (; at < written.len && (is_digit(written.ptr[at]) || written.ptr[at] == ','); at++) {
        if (!is_digit(written.ptr[at]) || (count == 0 && written.ptr[at] == '0')) continue;
        CHECK(count < WHOLE_DIGITS_MAX);
        whole[count++] = written.ptr[at];
    }
    if (count == 0) whole[count++] = '0';
    for (size_t i = 0; i < count; i++) {
        if (grouped && i > 0 && (count - i) % 3 == 0) format_put(f, STR(","));
        format_put(f, (struct str){whole + i, 1});
    }
    format_put(f, str_slice(written, at, written.len));
}

static void put_number(struct formatter *f, struct str written, bool grouped)
{
    format_word(f, STR(""));
    put_digits(f, numeral_in_digits(f->arena, written), grouped);
}

/* 60% or 1/3 */
static void put_share(struct formatter *f, struct str written)
{
    written = numeral_in_digits(f->arena, written);
    const char *slash = memchr(written.ptr, '/', written.len);
    size_t top = slash ? (size_t)(slash - written.ptr) : written.len;
    put_number(f, str_slice(written, 0, top), false);
    if (!slash) return;
    format_put(f, STR("/"));
    put_digits(f, str_slice(written, top + 1, written.len), false);
}

/* 350,000 or 10,000 USD at 6.20 */
static void put_money(struct formatter *f, struct str written)
{
    const char *space = memchr(written.ptr, ' ', written.len);
    size_t number = space ? (size_t)(space - written.ptr) : written.len;
    put_number(f, str_slice(written, 0, number), true);
    if (!space) return;
    while (written.ptr[number] == ' ') number++;
    format_word(f, str_slice(written, number, number + 3));
    format_keyword(f, f->g->keyword_at);
    size_t rate = written.len;
    while (written.ptr[rate - 1] != ' ') rate--;
    put_number(f, str_slice(written, rate, written.len), true);
}

/* In the quotes of the language, whatever quotes it was written in; “ ” only where no ” is inside.
 */
static void put_text(struct formatter *f, struct str raw)
{
    bool plain = f->lang == LANG_EN;
    for (size_t i = 0; i < raw.len && !plain; i++)
        plain = str_starts_with(str_slice(raw, i, raw.len), STR("”"));
    format_word(f, plain ? STR("\"") : STR("“"));
    size_t from = 0;
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.ptr[i] == '\\') {
            i++;
        } else if (raw.ptr[i] == '"') {
            format_put(f, str_slice(raw, from, i));
            format_put(f, STR("\\"));
            from = i;
        }
    }
    format_put(f, str_slice(raw, from, raw.len));
    format_put(f, plain ? STR("\"") : STR("”"));
}

void format_date(struct formatter *f, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    format_word(f, str_from(text));
}

/* 30 days, 30日; a Chinese keyword may join the unit. */
static void put_duration(struct formatter *f, const struct bind *b)
{
    const uint16_t units[] = {[UNIT_DAYS] = f->g->keyword_days,
                              [UNIT_MONTHS] = f->g->keyword_months,
                              [UNIT_YEARS] = f->g->keyword_years};
    struct str unit = keyword_text(f->g, units[b->b], f->lang);
    if (f->lang == LANG_EN && b->a == 1)
        unit = words_text(f->words, f->g->keywords[units[b->b]].words[1]);
    format_word(f, str_format(f->arena, "%lld%s%.*s", (long long)b->a,
                              f->lang == LANG_EN ? " " : "", STR_ARG(unit)));
    f->run_start = f->len - unit.len;
    f->run_words = is_chinese(unit) ? 1 : 0;
}

static void put_month_day(struct formatter *f, const struct bind *b)
{
    if (f->lang == LANG_ZH)
        format_word(f, str_format(f->arena, "%lld月%lld日", (long long)b->a, (long long)b->b));
    else
        format_word(f, str_format(f->arena, "%lld %s", (long long)b->b, match_month_name(b->a)));
}

static void put_ref(struct formatter *f, const struct bind *b)
{
    format_date(f, (date_t)b->a);
    format_word(f, str_format(f->arena, "#%lld", (long long)b->b));
}

void format_value(struct formatter *f, const struct op *op, const struct bind *b)
{
    struct str written = sources_text(f->sources, (struct span){b->at, b->len});
    switch ((enum value_type)op->arg) {
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD:
    case VALUE_CURRENCY: format_word(f, words_text(f->words, (uint32_t)b->a)); break;
    case VALUE_PATH:
        format_word(f, words_text(f->words, (uint32_t)b->a));
        format_put(f, STR("."));
        format_put(f, words_text(f->words, (uint32_t)b->b));
        break;
    case VALUE_TEXT:
        put_text(f, sources_text(f->sources, (struct span){(uint32_t)b->a, (uint32_t)b->b}));
        break;
    case VALUE_MONEY: put_money(f, written); break;
    case VALUE_PART:
        if (b->type == VALUE_SHARE)
            put_share(f, written);
        else
            put_number(f, written, true);
        break;
    case VALUE_SHARE: put_share(f, written); break;
    case VALUE_NUMBER: put_number(f, written, false); break;
    case VALUE_INTEGER: format_word(f, str_format(f->arena, "%lld", (long long)b->a)); break;
    case VALUE_DATE: format_date(f, (date_t)b->a); break;
    case VALUE_DURATION: put_duration(f, b); break;
    case VALUE_MONTHDAY: put_month_day(f, b); break;
    case VALUE_ARTICLE: format_word(f, numeral_write_article(f->arena, b->a)); break;
    case VALUE_REF: put_ref(f, b); break;
    case VALUE_DIGEST: format_word(f, written); break;
    case VALUE_NAMES:
    case VALUE_CHOICE:
    case VALUE_PHRASE:
    case VALUE_LIST:
    case VALUE_TYPE_COUNT: UNREACHABLE("a single value");
    }
}
