/* Lexer. One function a kind of token; each takes the offset of its first byte and returns the
 * offset behind it. */
#include "lang/lex.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "lang/bytes.h"
#include "lang/numeral.h"
#include "lang/scan.h"

#include <string.h>

/* ---- the line ---- */

/* The end of a line can be read as a byte like any other: a line break always stands there. So
 * whoever looks ahead stops at the first byte that does not fit. */
static enum byte byte_kind(const struct lexer *lx, uint32_t at)
{
    return (enum byte)byte_kinds[(unsigned char)lx->text[at]];
}

static bool is_digit_at(const struct lexer *lx, uint32_t at)
{
    return byte_kind(lx, at) == BYTE_DIGIT;
}

static bool is_wide_at(const struct lexer *lx, uint32_t at)
{
    return byte_kind(lx, at) == BYTE_WIDE;
}

static bool starts_with(const struct lexer *lx, uint32_t at, struct str what)
{
    return lx->end - at >= what.len && memcmp(lx->text + at, what.ptr, what.len) == 0;
}

static struct span span_of(const struct lexer *lx, uint32_t from, uint32_t to)
{
    return (struct span){lx->base + from, to - from};
}

static struct str slice(const struct lexer *lx, uint32_t from, uint32_t to)
{
    return (struct str){lx->text + from, to - from};
}

/* Room for a line: it has no more tokens than bytes. */
static void reserve(struct lexer *lx, size_t more)
{
    size_t capacity = lx->capacity;
    while (lx->count + more > capacity)
        lx->tokens =
            arena_grow_array(lx->arena, lx->tokens, sizeof *lx->tokens, lx->count, &capacity);
    lx->capacity = (uint32_t)capacity;
}

static struct token *push(struct lexer *lx, enum token_kind kind, uint32_t from, uint32_t to)
{
    struct token *t = &lx->tokens[lx->count++];
    *t = (struct token){.at = lx->base + from, .len = to - from, .kind = (uint8_t)kind};
    return t;
}

static void report(struct lexer *lx, enum diag_code code, uint32_t from, uint32_t to, bool *ok_out)
{
    (void)diags_report(lx->diags, code, span_of(lx, from, to),
                       (struct str[DIAG_ARGS_MAX]){slice(lx, from, to)});
    *ok_out = false;
}

/* ---- words ---- */

/* The end of a name that starts at `at`; *han_out tells whether all of it is Chinese letters. */
static uint32_t name_end(const struct lexer *lx, uint32_t at, bool *han_out)
{
    struct str text = {lx->text, lx->text_len};
    bool han = true;
    uint32_t end = at;
    for (;;) {
        enum byte kind = byte_kind(lx, at);
        size_t size = 1;
        if (kind == BYTE_WIDE) {
            int32_t code_point = utf8_decode(text, at, &size);
            if (!utf8_is_letter(code_point)) break;
            han = han && utf8_is_han(code_point);
        } else if (kind == BYTE_LETTER || kind == BYTE_DIGIT || kind == BYTE_MARK) {
            han = false;
        } else {
            break;
        }
        at += (uint32_t)size;
        if (lx->text[at - 1] != '-') end = at;
    }
    *han_out = han;
    return end;
}

static uint32_t lex_digest(struct lexer *lx, uint32_t from, uint32_t colon)
{
    uint32_t at = colon + 1;
    while (byte_kind(lx, at) == BYTE_DIGIT || byte_kind(lx, at) == BYTE_LETTER) at++;
    (void)push(lx, TOKEN_DIGEST, from, at);
    return at;
}

/* project.milestone */
static uint32_t lex_path(struct lexer *lx, uint32_t from, uint32_t dot, bool *ok_out)
{
    bool han;
    enum byte next = byte_kind(lx, dot + 1);
    uint32_t to = next == BYTE_LETTER || next == BYTE_WIDE ? name_end(lx, dot + 1, &han) : dot + 1;
    if (to == dot + 1) {
        report(lx, DIAG_E104, dot, dot + 1, ok_out);
        return to;
    }
    if (to - dot - 1 > LIMIT_NAME_BYTES_MAX) report(lx, DIAG_E110, dot + 1, to, ok_out);
    struct token *path = push(lx, TOKEN_PATH, from, to);
    path->word = words_intern(lx->words, slice(lx, from, dot));
    path->a = words_intern(lx->words, slice(lx, dot + 1, to));
    return to;
}

/* 三分之二. Returns whether it is one. */
static bool push_fraction(struct lexer *lx, uint32_t from, uint32_t to)
{
    int64_t top, bottom;
    if (!numeral_read_fraction(&top, &bottom, slice(lx, from, to))) return false;
    struct token *t = push(lx, bottom == 100 ? TOKEN_PERCENT : TOKEN_FRACTION, from, to);
    t->a = top;
    t->b = bottom;
    return true;
}

/* A run of Chinese letters: the keywords it is made of, a fraction, or a word. */
static void push_run(struct lexer *lx, uint32_t from, uint32_t to)
{
    uint32_t word = words_intern(lx->words, slice(lx, from, to)), count;
    const uint32_t *parts = words_cut(lx->words, word, &count);
    if (count == 0 && !push_fraction(lx, from, to)) push(lx, TOKEN_WORD, from, to)->word = word;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t len = (uint32_t)words_text(lx->words, parts[i]).len;
        struct token *t = push(lx, TOKEN_WORD, from, from + len);
        t->word = parts[i];
        t->cut = i == 0 ? (uint16_t)count : 0;
        t->a = word;
        from += len;
    }
}

/* A name of any script, and what begins like one. */
static uint32_t lex_name(struct lexer *lx, uint32_t from, bool *ok_out)
{
    bool han = false;
    uint32_t to = name_end(lx, from, &han);
    char next = lx->text[to];
    if (next == ':') return lex_digest(lx, from, to);
    if (to - from > LIMIT_NAME_BYTES_MAX) {
        report(lx, DIAG_E110, from, to, ok_out);
        return to;
    }
    if (next == '.') return lex_path(lx, from, to, ok_out);
    int64_t article = is_wide_at(lx, from) ? numeral_read_article(slice(lx, from, to)) : 0;
    if (article)
        push(lx, TOKEN_ARTICLE, from, to)->a = article;
    else if (han)
        push_run(lx, from, to);
    else
        push(lx, TOKEN_WORD, from, to)->word = words_intern(lx->words, slice(lx, from, to));
    return to;
}

/* A name of fewer than sixteen ASCII letters, the usual case; others go the long way. */
static uint32_t lex_word(struct lexer *lx, uint32_t from, bool *ok_out)
{
    if (lx->text_len - from <= SCAN_BYTES) return lex_name(lx, from, ok_out);
    const char *p = lx->text + from;
    scan_bytes bytes = scan_load(p);
    uint32_t len = scan_run(scan_bits(scan_names(bytes))), at = from + len;
    if (byte_kind(lx, at) >= BYTE_JOINT || p[len - 1] == '-') return lex_name(lx, from, ok_out);
    bytes = scan_first(bytes, len);
    struct word_key key = {scan_half(bytes, 0), scan_half(bytes, 1)};
    push(lx, TOKEN_WORD, from, at)->word = words_intern_short(lx->words, key, (struct str){p, len});
    return at;
}

/* ---- numbers and dates ---- */

/* Reports a number or date that runs into a word, and what was meant as a date; returns the end of
 * the whole. */
static uint32_t report_run(struct lexer *lx, uint32_t from, uint32_t to, bool *ok_out)
{
    bool date = lx->text[to] == '-' && is_digit_at(lx, to + 1);
    while (byte_kind(lx, to) >= BYTE_MARK) to++;
    report(lx, date ? DIAG_E107 : DIAG_E105, from, to, ok_out);
    return to;
}

static uint32_t end_of_number(struct lexer *lx, uint32_t from, uint32_t to, bool *ok_out)
{
    return byte_kind(lx, to) < BYTE_MARK ? to : report_run(lx, from, to, ok_out);
}

static bool is_date_at(const struct lexer *lx, uint32_t at)
{
    return lx->end - at >= sizeof lx->date_text && lx->text[at + 4] == '-' &&
           lx->text[at + 7] == '-' && is_digit_at(lx, at + 5) && is_digit_at(lx, at + 9);
}

static uint32_t lex_ordinal(struct lexer *lx, uint32_t at, bool *ok_out)
{
    uint32_t from = at + 1;
    int64_t n = 0;
    for (at += 2; is_digit_at(lx, at); at++)
        if (n <= LIMIT_INTEGER_MAX) n = n * 10 + (lx->text[at] - '0');
    if (n < 1 || n > LIMIT_INTEGER_MAX) report(lx, DIAG_E130, from + 1, at, ok_out);
    push(lx, TOKEN_ORDINAL, from, at)->a = n;
    return end_of_number(lx, from, at, ok_out);
}

static bool same_date(const char *a, const char *b)
{
    uint64_t halves[4]; /* which overlap */
    memcpy(&halves[0], a, 8);
    memcpy(&halves[1], a + 2, 8);
    memcpy(&halves[2], b, 8);
    memcpy(&halves[3], b + 2, 8);
    return halves[0] == halves[2] && halves[1] == halves[3];
}

/* Behind the date there may stand which entry of that day is meant. In the way of every entry. */
static inline __attribute__((always_inline)) uint32_t
push_date(struct lexer *lx, uint32_t from, uint32_t to, date_t date, bool *ok_out)
{
    push(lx, TOKEN_DATE, from, to)->a = date;
    if (lx->text[to] == ' ' && lx->text[to + 1] == '#' && is_digit_at(lx, to + 2))
        return lex_ordinal(lx, to, ok_out);
    return end_of_number(lx, from, to, ok_out);
}

static uint32_t lex_date(struct lexer *lx, uint32_t from, bool *ok_out)
{
    uint32_t to = from + (uint32_t)sizeof lx->date_text;
    if (!same_date(lx->date_text, lx->text + from)) {
        memcpy(lx->date_text, lx->text + from, sizeof lx->date_text);
        if (date_parse(&lx->date, lx->date_text) != OK) {
            lx->date_text[0] = '\0';
            report(lx, DIAG_E107, from, to, ok_out);
        }
    }
    return push_date(lx, from, to, lx->date, ok_out);
}

struct digits {
    int64_t mantissa;
    uint32_t scale;
    uint32_t end;
    bool too_large;
};

static bool group_at(const struct lexer *lx, uint32_t at)
{
    return lx->text[at] == ',' && is_digit_at(lx, at + 1) && is_digit_at(lx, at + 2) &&
           is_digit_at(lx, at + 3) && !is_digit_at(lx, at + 4);
}

static void add_digit(struct digits *d, char c)
{
    int64_t digit = c - '0';
    if (d->mantissa > (INT64_MAX - digit) / 10)
        d->too_large = true;
    else
        d->mantissa = d->mantissa * 10 + digit;
}

static struct digits read_long_digits(const struct lexer *lx, uint32_t at)
{
    struct digits d = {0};
    for (;; at++) {
        if (is_digit_at(lx, at))
            add_digit(&d, lx->text[at]);
        else if (!group_at(lx, at))
            break;
    }
    if (lx->text[at] == '.' && is_digit_at(lx, at + 1))
        for (at++; is_digit_at(lx, at); at++, d.scale++) add_digit(&d, lx->text[at]);
    d.end = at;
    return d;
}

static int64_t append_digits(int64_t mantissa, const char *p, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) mantissa = mantissa * 10 + (p[i] - '0');
    return mantissa;
}

/* The same for a number that ends within sixteen bytes. All its commas and its point are found at
 * once: a comma of a group has a digit before it and exactly three behind it. */
static struct digits read_digits(const struct lexer *lx, uint32_t from)
{
    if (lx->text_len - from < SCAN_BYTES) return read_long_digits(lx, from);
    const char *p = lx->text + from;
    scan_bytes bytes = scan_load(p);
    uint32_t digits = scan_bits(scan_digits(bytes)), commas = scan_bits(scan_equal(bytes, ','));
    uint32_t groups =
        commas & digits << 1 & digits >> 1 & digits >> 2 & digits >> 3 & ~(digits >> 4);
    uint32_t whole = scan_run(digits | groups), places = 0;
    if (p[whole] == '.') places = scan_run(digits >> (whole + 1));
    uint32_t end = whole + (places ? places + 1 : 0), at = scan_run(digits);
    if (end + 4 > SCAN_BYTES) return read_long_digits(lx, from);
    struct digits d = {append_digits(0, p, at), places, from + end, false};
    for (; at < whole; at += 4) d.mantissa = d.mantissa * 1000 + append_digits(0, p + at + 1, 3);
    d.mantissa = append_digits(d.mantissa, p + whole + 1, places);
    return d;
}

static int64_t power_of_ten(uint32_t exponent)
{
    int64_t p = 1;
    while (exponent-- > 0) p *= 10;
    return p;
}

static uint32_t lex_fraction(struct lexer *lx, uint32_t from, struct digits top, bool *ok_out)
{
    struct digits bottom = read_digits(lx, top.end + 1);
    if (bottom.too_large)
        report(lx, DIAG_E106, from, bottom.end, ok_out);
    else if (top.scale || bottom.scale || bottom.mantissa == 0)
        report(lx, DIAG_E131, from, bottom.end, ok_out);
    struct token *t = push(lx, TOKEN_FRACTION, from, bottom.end);
    t->a = top.mantissa;
    t->b = bottom.mantissa;
    return end_of_number(lx, from, bottom.end, ok_out);
}

/* `sign` is the width of the % behind the number. */
static uint32_t lex_percent(struct lexer *lx, uint32_t from, struct digits d, uint32_t sign,
                            bool *ok_out)
{
    struct token *t = push(lx, TOKEN_PERCENT, from, d.end + sign);
    t->a = d.mantissa;
    t->b = power_of_ten(d.scale + 2);
    return end_of_number(lx, from, d.end + sign, ok_out);
}

/* 1月31日, where that stands at `from`; else 0. `at` stands on 月. */
static uint32_t lex_month_day(struct lexer *lx, uint32_t from, uint32_t at, int64_t month)
{
    struct digits day = read_digits(lx, at + 3);
    if (day.end == at + 3 || day.scale || !starts_with(lx, day.end, STR("日"))) return 0;
    struct token *t = push(lx, TOKEN_MONTH_DAY, from, day.end + 3);
    t->a = month;
    t->b = day.mantissa;
    return day.end + 3;
}

/* 2012年8月29日, where that stands at `from`; else 0. `at` stands on 年. */
static uint32_t lex_chinese_date(struct lexer *lx, uint32_t from, uint32_t at, int64_t year,
                                 bool *ok_out)
{
    struct digits month = read_digits(lx, at + 3);
    if (month.end == at + 3 || month.scale || !starts_with(lx, month.end, STR("月"))) return 0;
    struct digits day = read_digits(lx, month.end + 3);
    uint32_t to = day.end + 3;
    if (day.end == month.end + 3 || day.scale || !starts_with(lx, day.end, STR("日"))) return 0;
    struct civil civil = {0};
    if (year <= 9999 && month.mantissa <= 12 && day.mantissa <= 31)
        civil = (struct civil){(int)year, (int)month.mantissa, (int)day.mantissa};
    bool exists = date_is_valid(civil);
    if (!exists) report(lx, DIAG_E107, from, to, ok_out);
    return push_date(lx, from, to, exists ? date_from_civil(civil) : 0, ok_out);
}

/* 1,200万 and 1.5亿: ten thousand and a hundred million times the number. */
static void multiply(const struct lexer *lx, struct digits *d)
{
    uint32_t zeros = 0;
    if (starts_with(lx, d->end, STR("万"))) zeros = 4;
    if (starts_with(lx, d->end, STR("亿"))) zeros = 8;
    if (zeros) d->end += 3;
    for (; zeros && d->scale; zeros--) d->scale--;
    for (; zeros; zeros--) add_digit(d, '0');
}

/* What Chinese writes behind a number without a space; returns the end of it, or 0 where it is
 * nothing that belongs to a number. */
static uint32_t lex_behind_number(struct lexer *lx, uint32_t from, struct digits *d, bool *ok_out)
{
    uint32_t end = 0;
    if (d->scale == 0 && starts_with(lx, d->end, STR("年")))
        end = lex_chinese_date(lx, from, d->end, d->mantissa, ok_out);
    else if (d->scale == 0 && starts_with(lx, d->end, STR("月")))
        end = lex_month_day(lx, from, d->end, d->mantissa);
    else
        multiply(lx, d);
    return end;
}

static uint32_t lex_number(struct lexer *lx, uint32_t from, bool *ok_out)
{
    if (is_date_at(lx, from)) return lex_date(lx, from, ok_out);
    struct digits d = read_digits(lx, from);
    if (is_wide_at(lx, d.end)) {
        uint32_t end = lex_behind_number(lx, from, &d, ok_out);
        if (end) return end;
    }
    char next = lx->text[d.end];
    bool wide = is_wide_at(lx, d.end) && starts_with(lx, d.end, STR("％"));
    uint32_t sign = next == '%' ? 1 : wide ? 3 : 0;
    uint32_t places = sign ? d.scale + 2 : d.scale;
    if (d.too_large || places > LIMIT_DECIMAL_PLACES_MAX) {
        report(lx, DIAG_E106, from, d.end, ok_out);
        d.scale = 0;
    }
    if (sign) return lex_percent(lx, from, d, sign, ok_out);
    if (next == '/' && is_digit_at(lx, d.end + 1)) return lex_fraction(lx, from, d, ok_out);
    struct token *t = push(lx, TOKEN_NUMBER, from, d.end);
    t->a = d.mantissa;
    t->b = d.scale;
    return end_of_number(lx, from, d.end, ok_out);
}

struct str lex_behind_date(struct str entry)
{
    struct str day = STR("日");
    size_t at = 0;
    if (entry.len >= DATE_TEXT_BYTES - 1 && entry.ptr[4] == '-') {
        at = DATE_TEXT_BYTES - 1;
    } else {
        while (at < entry.len && !str_starts_with(str_slice(entry, at, entry.len), day)) at++;
        at += day.len;
    }
    if (at < entry.len && entry.ptr[at] == ' ') at++;
    return str_slice(entry, at, entry.len);
}

/* ---- texts and the rest ---- */

/* Behind bytes of a text that mean nothing but themselves, sixteen at a time; not behind its line.
 */
static uint32_t skip_plain(const struct lexer *lx, uint32_t at)
{
    uint32_t special = 0;
    while (!special && lx->text_len - at >= SCAN_BYTES) {
        scan_bytes b = scan_load(lx->text + at);
        special = scan_bits(scan_equal(b, '"') | scan_equal(b, '\\') | scan_equal(b, '\t') |
                            scan_equal(b, '\n') | scan_equal(b, "”"[0]));
        at += special ? (uint32_t)__builtin_ctz(special) : SCAN_BYTES;
    }
    return at < lx->end ? at : lx->end;
}

/* A byte of a text, and what belongs to a backslash. */
static uint32_t lex_letter(struct lexer *lx, uint32_t at, bool *ok_out)
{
    char c = lx->text[at], next = lx->text[at + 1];
    if (c == '\t') report(lx, DIAG_E101, at, at + 1, ok_out);
    if (c != '\\') return at + 1;
    if (next == '"' || next == '\\') return at + 2;
    report(lx, DIAG_E103, at, at + 1, ok_out);
    return at + 1;
}

/* "…" or “…”; `width` is that of the quotes. */
static uint32_t lex_text(struct lexer *lx, uint32_t from, uint32_t width, bool *ok_out)
{
    struct str close = width == 1 ? STR("\"") : STR("”");
    uint32_t at = skip_plain(lx, from + width);
    while (at < lx->end && !starts_with(lx, at, close))
        at = skip_plain(lx, lex_letter(lx, at, ok_out));
    if (at >= lx->end) {
        report(lx, DIAG_E102, from, lx->end, ok_out);
        return lx->end;
    }
    struct token *t = push(lx, TOKEN_TEXT, from, at + width);
    t->a = lx->base + from + width;
    t->b = at - from - width;
    return at + width;
}

static uint32_t lex_wide(struct lexer *lx, uint32_t at, bool *ok_out)
{
    if (starts_with(lx, at, STR("，")) || starts_with(lx, at, STR("、"))) {
        (void)push(lx, TOKEN_COMMA, at, at + 3);
        return at + 3;
    }
    if (starts_with(lx, at, STR("“"))) return lex_text(lx, at, 3, ok_out);
    size_t size;
    if (utf8_is_letter(utf8_decode((struct str){lx->text, lx->text_len}, at, &size)))
        return lex_name(lx, at, ok_out);
    report(lx, DIAG_E104, at, at + (uint32_t)size, ok_out);
    return at + (uint32_t)size;
}

/* A comment, where # opens the line or follows a space. */
static uint32_t lex_hash(struct lexer *lx, uint32_t at, bool *ok_out)
{
    if (at > lx->begin && lx->text[at - 1] != ' ') {
        report(lx, DIAG_E104, at, at + 1, ok_out);
        return at + 1;
    }
    uint32_t last = lx->end;
    while (lx->text[last - 1] == ' ' || lx->text[last - 1] == '\r') last--;
    lx->comment = span_of(lx, at, last);
    return lx->end;
}

/* In the way of every word; the call alone would be a tenth of the reading. */
static inline __attribute__((always_inline)) uint32_t lex_token(struct lexer *lx, uint32_t at,
                                                                bool *ok_out)
{
    enum byte kind = byte_kind(lx, at);
    if (kind == BYTE_LETTER) return lex_word(lx, at, ok_out);
    if (kind == BYTE_DIGIT) return lex_number(lx, at, ok_out);
    if (kind == BYTE_QUOTE) return lex_text(lx, at, 1, ok_out);
    if (kind == BYTE_WIDE) return lex_wide(lx, at, ok_out);
    if (kind == BYTE_HASH) return lex_hash(lx, at, ok_out);
    if (kind == BYTE_COMMA)
        (void)push(lx, TOKEN_COMMA, at, at + 1);
    else if (kind != BYTE_SPACE)
        report(lx, kind == BYTE_TAB ? DIAG_E101 : DIAG_E104, at, at + 1, ok_out);
    return at + 1;
}

uint32_t lex_line_break(const struct lexer *lx, uint32_t at)
{
    if (at >= lx->text_len) return lx->text_len;
    const char *end = memchr(lx->text + at, '\n', lx->text_len - at);
    return end ? (uint32_t)(end - lx->text) : lx->text_len;
}

static void end_statement(struct lexer *lx)
{
    (void)push(lx, TOKEN_END, lx->end, lx->end);
    lx->count--;
}

uint32_t lex_line(struct lexer *lx, uint32_t at, bool *ok_out)
{
    uint32_t line_break = lex_line_break(lx, at), from = at;
    lx->comment = (struct span){0, 0};
    lx->begin = at;
    lx->end = line_break > at && lx->text[line_break - 1] == '\r' ? line_break - 1 : line_break;
    if (lx->end - at > LIMIT_LINE_BYTES_MAX) {
        lx->end = at;
        while (from > 0 && lx->text[from - 1] == ' ') from--;
        report(lx, DIAG_E111, from, from, ok_out);
    }
    reserve(lx, lx->end - at + 1);
    while (at < lx->end) {
        at = lex_token(lx, at, ok_out);
        if (__builtin_expect(lx->text[at] == ' ', 1)) at++;
    }
    end_statement(lx);
    return line_break < lx->text_len ? line_break + 1 : line_break;
}
