/* Lexer. One function a kind of token; each takes the offset of its first byte and returns the
 * offset behind it. */
#include "lang/lex.h"

#include "base/date.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

enum class {
    CLASS_OTHER,
    CLASS_SPACE,
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_WIDE, /* a byte of a character outside ASCII */
    CLASS_NEWLINE,
    CLASS_QUOTE,
    CLASS_COMMA,
    CLASS_HASH,
    CLASS_TAB,
};

#define TWO(c, k) [(c)] = (k), [(c) + 1] = (k)
#define FOUR(c, k) TWO(c, k), TWO((c) + 2, k)
#define EIGHT(c, k) FOUR(c, k), FOUR((c) + 4, k)
#define SIXTEEN(c, k) EIGHT(c, k), EIGHT((c) + 8, k)
#define LETTERS(c)                                                                                 \
    SIXTEEN(c, CLASS_LETTER), EIGHT((c) + 16, CLASS_LETTER), TWO((c) + 24, CLASS_LETTER)
#define WIDE(c) SIXTEEN(c, CLASS_WIDE), SIXTEEN((c) + 16, CLASS_WIDE)

static const uint8_t classes[256] = {
    [' '] = CLASS_SPACE,
    ['\n'] = CLASS_NEWLINE,
    ['\t'] = CLASS_TAB,
    ['"'] = CLASS_QUOTE,
    [','] = CLASS_COMMA,
    ['#'] = CLASS_HASH,
    EIGHT('0', CLASS_DIGIT),
    TWO('8', CLASS_DIGIT),
    LETTERS('A'),
    LETTERS('a'),
    WIDE(0x80),
    WIDE(0xa0),
    WIDE(0xc0),
    WIDE(0xe0),
};

static bool is_digit(char c)
{
    return (unsigned)(unsigned char)c - '0' <= 9;
}

/* The byte at an offset; a newline behind the end. */
static char byte_at(const struct lexer *lx, uint32_t at)
{
    return at < lx->text_len ? lx->text[at] : '\n';
}

static struct span span_of(const struct lexer *lx, uint32_t from, uint32_t to)
{
    return (struct span){lx->source->base + from, to - from};
}

static struct str slice(const struct lexer *lx, uint32_t from, uint32_t to)
{
    return (struct str){lx->text + from, to - from};
}

static bool starts_with(const struct lexer *lx, uint32_t at, struct str what)
{
    return lx->text_len - at >= what.len && memcmp(lx->text + at, what.ptr, what.len) == 0;
}

static struct token *push(struct lexer *lx, enum token_kind kind, uint32_t from, uint32_t to)
{
    if (lx->count + 1 >= lx->capacity) {
        size_t capacity = lx->capacity;
        lx->tokens =
            arena_grow_array(lx->arena, lx->tokens, sizeof *lx->tokens, lx->count, &capacity);
        lx->capacity = (uint32_t)capacity;
    }
    struct token *t = &lx->tokens[lx->count++];
    *t = (struct token){.at = lx->source->base + from, .len = to - from, .kind = (uint8_t)kind};
    lx->tokens[lx->count] = (struct token){.at = lx->source->base + to, .kind = TOKEN_END};
    return t;
}

/* ---- words ---- */

/* The end of a name that starts at `at`; *han_out tells whether all of it is Chinese letters. */
static uint32_t name_end(const struct lexer *lx, uint32_t at, bool *han_out)
{
    struct str text = {lx->text, lx->text_len};
    bool han = true;
    uint32_t end = at;
    for (;;) {
        unsigned char c = (unsigned char)byte_at(lx, at);
        size_t size = 1;
        if (c >= 0x80) {
            int32_t code_point = utf8_decode(text, at, &size);
            if (!utf8_is_letter(code_point)) break;
            if (!utf8_is_han(code_point)) han = false;
        } else if (classes[c] != CLASS_LETTER && classes[c] != CLASS_DIGIT && c != '-' &&
                   c != '_') {
            break;
        } else {
            han = false;
        }
        at += (uint32_t)size;
        if (c != '-') end = at;
    }
    *han_out = han;
    return end;
}

static int64_t chinese_digit(struct str s, size_t at)
{
    static const char digits[] = "零一二三四五六七八九";
    for (int64_t d = 0; d < 10; d++)
        if (memcmp(digits + 3 * d, s.ptr + at, 3) == 0) return d;
    return -1;
}

int64_t lex_chinese_number(struct str s)
{
    int64_t total = 0, digit = -1;
    for (size_t at = 0; at + 3 <= s.len; at += 3) {
        int64_t unit = memcmp(s.ptr + at, "十", 3) == 0   ? 10
                       : memcmp(s.ptr + at, "百", 3) == 0 ? 100
                                                          : 0;
        int64_t next = chinese_digit(s, at);
        if (unit) {
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
        } else if (next < 0 || digit > 0) {
            return 0;
        } else {
            digit = next;
        }
    }
    return s.len % 3 ? 0 : total + (digit > 0 ? digit : 0);
}

/* 第六条 or 第6条. */
static int64_t article_number(struct str word)
{
    if (!str_starts_with(word, STR("第")) || !str_ends_with(word, STR("条"))) return 0;
    struct str inner = str_slice(word, 3, word.len - 3);
    int64_t number = 0;
    if (inner.len == 0 || inner.len > 24) return 0;
    if (!is_digit(inner.ptr[0])) return lex_chinese_number(inner);
    for (size_t i = 0; i < inner.len; i++) {
        if (!is_digit(inner.ptr[i]) || number > 99999) return 0;
        number = number * 10 + (inner.ptr[i] - '0');
    }
    return number;
}

static uint32_t lex_digest(struct lexer *lx, uint32_t from, uint32_t colon)
{
    uint32_t at = colon + 1;
    while (classes[(unsigned char)byte_at(lx, at)] == CLASS_DIGIT ||
           classes[(unsigned char)byte_at(lx, at)] == CLASS_LETTER)
        at++;
    (void)push(lx, TOKEN_DIGEST, from, at);
    return at;
}

static uint32_t lex_wide_word(struct lexer *lx, uint32_t from, bool *ok_out)
{
    bool han = false;
    uint32_t to = name_end(lx, from, &han);
    if (to - from > LIMIT_NAME_BYTES_MAX) {
        DIAG_PLAIN(lx->diags, E110, span_of(lx, from, to));
        *ok_out = false;
        return to;
    }
    if (byte_at(lx, to) == ':') return lex_digest(lx, from, to);
    struct str text = slice(lx, from, to);
    int64_t article = (unsigned char)text.ptr[0] >= 0x80 ? article_number(text) : 0;
    if (article) {
        push(lx, TOKEN_ARTICLE, from, to)->a = article;
        return to;
    }
    struct token *t = push(lx, TOKEN_WORD, from, to);
    t->word = words_intern(lx->words, text);
    t->han = han;
    return to;
}

static uint32_t lex_path(struct lexer *lx, uint32_t dot, bool *ok_out)
{
    struct token *first = &lx->tokens[lx->count - 1];
    uint32_t from = first->at - lx->source->base;
    uint32_t project = first->word;
    bool han;
    uint32_t to = name_end(lx, dot + 1, &han);
    if (first->kind != TOKEN_WORD || to == dot + 1 || to - dot > LIMIT_NAME_BYTES_MAX) {
        DIAG_REPORT(lx->diags, E104, span_of(lx, dot, dot + 1), STR("."));
        *ok_out = false;
        return dot + 1;
    }
    lx->count--;
    struct token *path = push(lx, TOKEN_PATH, from, to);
    path->word = project;
    path->a = words_intern(lx->words, slice(lx, dot + 1, to));
    return to;
}

/* A word of ASCII letters, the usual case; others go the long way. */
static uint32_t lex_word(struct lexer *lx, uint32_t from, bool *ok_out)
{
    uint32_t at = from;
    while (at < lx->text_len) {
        unsigned char c = (unsigned char)lx->text[at];
        if (classes[c] != CLASS_LETTER && classes[c] != CLASS_DIGIT && c != '-' && c != '_') break;
        at++;
    }
    unsigned char next = (unsigned char)byte_at(lx, at);
    if (next >= 0x80 || next == ':' || lx->text[at - 1] == '-' || at - from > LIMIT_NAME_BYTES_MAX)
        return lex_wide_word(lx, from, ok_out);
    struct token *t = push(lx, TOKEN_WORD, from, at);
    t->word = words_intern(lx->words, slice(lx, from, at));
    return next == '.' ? lex_path(lx, at, ok_out) : at;
}

/* ---- numbers and dates ---- */

static bool is_date_at(const struct lexer *lx, uint32_t at)
{
    return lx->text_len - at >= 10 && lx->text[at + 4] == '-' && lx->text[at + 7] == '-' &&
           is_digit(lx->text[at + 5]) && is_digit(lx->text[at + 8]);
}

static uint32_t lex_ordinal(struct lexer *lx, uint32_t at)
{
    uint32_t from = at + 1;
    int64_t n = 0;
    for (at += 2; is_digit(byte_at(lx, at)); at++)
        if (n < INT32_MAX) n = n * 10 + (lx->text[at] - '0');
    push(lx, TOKEN_ORDINAL, from, at)->a = n;
    return at;
}

static uint32_t lex_date(struct lexer *lx, uint32_t from, bool *ok_out)
{
    date_t date = 0;
    uint32_t to = from + 10;
    if (date_parse(&date, lx->text + from) != OK) {
        DIAG_REPORT(lx->diags, E107, span_of(lx, from, to), slice(lx, from, to));
        *ok_out = false;
    }
    push(lx, TOKEN_DATE, from, to)->a = date;
    if (byte_at(lx, to) == ' ' && byte_at(lx, to + 1) == '#' && is_digit(byte_at(lx, to + 2)))
        return lex_ordinal(lx, to);
    return to;
}

struct digits {
    int64_t mantissa;
    uint32_t scale;
    uint32_t end;
    bool too_large;
};

static bool group_at(const struct lexer *lx, uint32_t at)
{
    return byte_at(lx, at) == ',' && is_digit(byte_at(lx, at + 1)) &&
           is_digit(byte_at(lx, at + 2)) && is_digit(byte_at(lx, at + 3)) &&
           !is_digit(byte_at(lx, at + 4));
}

static void add_digit(struct digits *d, char c)
{
    if (__builtin_mul_overflow(d->mantissa, 10, &d->mantissa) ||
        __builtin_add_overflow(d->mantissa, c - '0', &d->mantissa))
        d->too_large = true;
}

static struct digits read_digits(const struct lexer *lx, uint32_t at)
{
    struct digits d = {0};
    for (;;) {
        char c = byte_at(lx, at);
        if (is_digit(c)) {
            add_digit(&d, c);
            at++;
        } else if (c == ',' && group_at(lx, at)) {
            at++;
        } else {
            break;
        }
    }
    if (byte_at(lx, at) == '.' && is_digit(byte_at(lx, at + 1)))
        for (at++; is_digit(byte_at(lx, at)); at++, d.scale++) add_digit(&d, lx->text[at]);
    d.end = at;
    return d;
}

static bool power_of_ten(int64_t *out, uint32_t exponent)
{
    int64_t p = 1;
    for (uint32_t i = 0; i < exponent; i++)
        if (__builtin_mul_overflow(p, 10, &p)) return false;
    *out = p;
    return true;
}

static uint32_t lex_fraction(struct lexer *lx, uint32_t from, struct digits top, bool *ok_out)
{
    struct digits bottom = read_digits(lx, top.end + 1);
    if (bottom.scale || top.scale || bottom.too_large || bottom.mantissa == 0) {
        DIAG_REPORT(lx->diags, E106, span_of(lx, from, bottom.end), slice(lx, from, bottom.end));
        *ok_out = false;
    }
    struct token *t = push(lx, TOKEN_FRACTION, from, bottom.end);
    t->a = top.mantissa;
    t->b = bottom.mantissa;
    return bottom.end;
}

/* 1月31日; `at` stands on 月. */
static uint32_t lex_month_day(struct lexer *lx, uint32_t from, uint32_t at, int64_t month)
{
    struct digits day = read_digits(lx, at + 3);
    if (day.end == at + 3 || !starts_with(lx, day.end, STR("日"))) return 0;
    struct token *t = push(lx, TOKEN_MONTH_DAY, from, day.end + 3);
    t->a = month;
    t->b = day.mantissa;
    return day.end + 3;
}

static uint32_t lex_percent(struct lexer *lx, uint32_t from, struct digits d, bool *ok_out)
{
    struct token *t = push(lx, TOKEN_PERCENT, from, d.end + 1);
    t->a = d.mantissa;
    if (power_of_ten(&t->b, d.scale + 2)) return d.end + 1;
    DIAG_REPORT(lx->diags, E106, span_of(lx, from, d.end), slice(lx, from, d.end));
    *ok_out = false;
    return d.end + 1;
}

static uint32_t lex_number(struct lexer *lx, uint32_t from, bool *ok_out)
{
    if (is_date_at(lx, from)) return lex_date(lx, from, ok_out);
    struct digits d = read_digits(lx, from);
    if (d.too_large || d.scale > LIMIT_DECIMAL_PLACES_MAX) {
        DIAG_REPORT(lx->diags, E106, span_of(lx, from, d.end), slice(lx, from, d.end));
        *ok_out = false;
    }
    char next = byte_at(lx, d.end);
    if (next == '%') return lex_percent(lx, from, d, ok_out);
    if (next == '/' && is_digit(byte_at(lx, d.end + 1))) return lex_fraction(lx, from, d, ok_out);
    if (starts_with(lx, d.end, STR("月"))) {
        uint32_t end = lex_month_day(lx, from, d.end, d.mantissa);
        if (end) return end;
    }
    struct token *t = push(lx, TOKEN_NUMBER, from, d.end);
    t->a = d.mantissa;
    t->b = d.scale;
    if (classes[(unsigned char)next] == CLASS_LETTER || next == '_') {
        bool han;
        uint32_t end = name_end(lx, d.end, &han);
        DIAG_REPORT(lx->diags, E105, span_of(lx, from, end), slice(lx, from, end));
        *ok_out = false;
        return end;
    }
    return d.end;
}

/* ---- texts and the rest ---- */

static bool line_ends(const struct lexer *lx, uint32_t at)
{
    return byte_at(lx, at) == '\n';
}

/* "…" or “…”; `open` is the width of the quotes. */
static uint32_t lex_text(struct lexer *lx, uint32_t from, uint32_t open, bool *ok_out)
{
    struct str close = open == 1 ? STR("\"") : STR("”");
    uint32_t at = from + open;
    while (!line_ends(lx, at) && !starts_with(lx, at, close)) {
        if (lx->text[at] == '\\') {
            char next = byte_at(lx, at + 1);
            if (next != '"' && next != '\\') {
                DIAG_PLAIN(lx->diags, E103, span_of(lx, at, at + 1));
                *ok_out = false;
            }
            if (next != '\n') at++;
        }
        at++;
    }
    if (line_ends(lx, at)) {
        DIAG_PLAIN(lx->diags, E102, span_of(lx, from, at));
        *ok_out = false;
        return at;
    }
    struct token *t = push(lx, TOKEN_TEXT, from, at + open);
    t->a = lx->source->base + from + open;
    t->b = at - from - open;
    return at + open;
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
        return lex_wide_word(lx, at, ok_out);
    DIAG_REPORT(lx->diags, E104, span_of(lx, at, at + (uint32_t)size),
                slice(lx, at, at + (uint32_t)size));
    *ok_out = false;
    return at + (uint32_t)size;
}

static uint32_t line_break(const struct lexer *lx, uint32_t at)
{
    if (at >= lx->text_len) return lx->text_len;
    const char *end = memchr(lx->text + at, '\n', lx->text_len - at);
    return end ? (uint32_t)(end - lx->text) : lx->text_len;
}

static uint32_t lex_comment(struct lexer *lx, uint32_t at)
{
    uint32_t end = line_break(lx, at);
    uint32_t last = end;
    while (last > at && (lx->text[last - 1] == ' ' || lx->text[last - 1] == '\r')) last--;
    lx->comment = span_of(lx, at, last);
    return end;
}

static uint32_t lex_other(struct lexer *lx, uint32_t at, bool *ok_out)
{
    char c = lx->text[at];
    if (c == '\r' && line_ends(lx, at + 1)) return at + 1;
    if (c == '\t') {
        DIAG_PLAIN(lx->diags, E101, span_of(lx, at, at + 1));
    } else {
        DIAG_REPORT(lx->diags, E104, span_of(lx, at, at + 1), slice(lx, at, at + 1));
    }
    *ok_out = false;
    return at + 1;
}

static uint32_t lex_token(struct lexer *lx, uint32_t at, bool *ok_out)
{
    switch ((enum class)classes[(unsigned char)lx->text[at]]) {
    case CLASS_LETTER: return lex_word(lx, at, ok_out);
    case CLASS_DIGIT: return lex_number(lx, at, ok_out);
    case CLASS_QUOTE: return lex_text(lx, at, 1, ok_out);
    case CLASS_WIDE: return lex_wide(lx, at, ok_out);
    case CLASS_COMMA: (void)push(lx, TOKEN_COMMA, at, at + 1); return at + 1;
    case CLASS_SPACE:
    case CLASS_NEWLINE:
    case CLASS_HASH:
    case CLASS_TAB:
    case CLASS_OTHER: break;
    }
    return lex_other(lx, at, ok_out);
}

uint32_t lex_line(struct lexer *lx, uint32_t at, bool *ok_out)
{
    lx->comment = (struct span){0, 0};
    uint32_t from = at;
    while (at < lx->text_len && lx->text[at] != '\n') {
        if (lx->text[at] == ' ') {
            at++;
        } else if (lx->text[at] == '#' && (at == from || lx->text[at - 1] == ' ')) {
            at = lex_comment(lx, at);
        } else {
            at = lex_token(lx, at, ok_out);
        }
    }
    return at < lx->text_len ? at + 1 : at;
}

/* ---- cutting runs of Chinese letters ---- */

#define RUN_LETTERS_MAX 64
#define KEYWORD_LETTERS_MAX 8
#define LETTER_BYTES 3 /* of the Chinese letters that keywords are made of */

uint32_t lex_cut_words(const struct words *words, struct str run, uint32_t *out, uint32_t max)
{
    size_t letters = run.len / LETTER_BYTES;
    if (run.len % LETTER_BYTES || letters > RUN_LETTERS_MAX) return 0;
    /* ways[i]: how often the first i letters can be cut, counted to 2; last[i]: a last keyword. */
    uint8_t ways[RUN_LETTERS_MAX + 1] = {1};
    uint8_t last[RUN_LETTERS_MAX + 1] = {0};
    for (size_t end = 1; end <= letters; end++)
        for (size_t len = 1; len <= end && len <= KEYWORD_LETTERS_MAX; len++) {
            if (!ways[end - len]) continue;
            struct str part = str_slice(run, (end - len) * LETTER_BYTES, end * LETTER_BYTES);
            uint32_t word = words_find(words, part);
            if (word == WORD_NONE || !words_is_keyword(words, word)) continue;
            ways[end] =
                (uint8_t)(ways[end] + ways[end - len] > 2 ? 2 : ways[end] + ways[end - len]);
            last[end] = (uint8_t)len;
        }
    if (ways[letters] != 1) return 0;
    uint32_t count = 0;
    for (size_t end = letters; end > 0; end -= last[end]) count++;
    if (count > max) return 0;
    uint32_t at = count;
    for (size_t end = letters; end > 0; end -= last[end])
        out[--at] =
            words_find(words, str_slice(run, (end - last[end]) * LETTER_BYTES, end * LETTER_BYTES));
    return count;
}

void lex_cut(struct lexer *lx, uint32_t index)
{
    struct token whole = lx->tokens[index];
    if (words_is_keyword(lx->words, whole.word) || lx->words->declared[whole.word]) return;
    uint32_t parts[RUN_LETTERS_MAX];
    struct str run = words_text(lx->words, whole.word);
    uint32_t count = lex_cut_words(lx->words, run, parts, RUN_LETTERS_MAX);
    if (count < 2) return;
    for (uint32_t i = 1; i < count; i++)
        (void)push(lx, TOKEN_WORD, lx->tokens[lx->count - 1].at - lx->source->base,
                   lx->tokens[lx->count - 1].at - lx->source->base);
    struct token end = lx->tokens[lx->count];
    memmove(&lx->tokens[index + count], &lx->tokens[index + 1],
            (lx->count - index - count) * sizeof *lx->tokens);
    uint32_t at = whole.at;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t len = (uint32_t)words_text(lx->words, parts[i]).len;
        lx->tokens[index + i] =
            (struct token){.at = at, .len = len, .word = parts[i], .kind = TOKEN_WORD};
        at += len;
    }
    lx->tokens[index].cut = (uint16_t)count;
    lx->tokens[index].a = whole.word;
    end.at = lx->tokens[lx->count - 1].at + lx->tokens[lx->count - 1].len;
    lx->tokens[lx->count] = end;
}
