/* Chinese numerals, as far as articles and fractions need them. */
#include "lang/numeral.h"

#include "base/limits.h"

#include <string.h>

#define LETTER_BYTES 3
#define SPELLED_MAX 999
#define SPELLED_LETTERS_MAX 5 /* 九百九十九 */

struct spelled {
    char text[SPELLED_LETTERS_MAX * LETTER_BYTES];
    size_t len;
};

static void add(struct spelled *s, const char *letter)
{
    memcpy(s->text + s->len, letter, LETTER_BYTES);
    s->len += LETTER_BYTES;
}

static void add_digit(struct spelled *s, int64_t digit)
{
    static const char digits[] = "零一二三四五六七八九";
    add(s, digits + digit * LETTER_BYTES);
}

static struct spelled spell(int64_t n)
{
    struct spelled s = {.len = 0};
    int64_t hundreds = n / 100, tens = n / 10 % 10, ones = n % 10;
    if (hundreds) {
        add_digit(&s, hundreds);
        add(&s, "百");
    }
    if (tens > 1 || (tens && hundreds)) add_digit(&s, tens);
    if (tens) add(&s, "十");
    if (!tens && hundreds && ones) add_digit(&s, 0);
    if (ones) add_digit(&s, ones);
    return s;
}

/* The value of one letter: 0–9, 10, 100; -1 for any other. */
static int64_t letter_value(const char *letter)
{
    static const char letters[] = "零一二三四五六七八九十百";
    for (int64_t i = 0; i < 12; i++)
        if (memcmp(letters + i * LETTER_BYTES, letter, LETTER_BYTES) == 0)
            return i < 10 ? i : i == 10 ? 10 : 100;
    return -1;
}

/* Adds the letters up, and lets only the right spelling of the sum pass. */
static int64_t read_spelled(struct str letters)
{
    int64_t sum = 0, digit = 0;
    if (letters.len % LETTER_BYTES || letters.len > SPELLED_LETTERS_MAX * LETTER_BYTES) return 0;
    for (size_t at = 0; at < letters.len; at += LETTER_BYTES) {
        int64_t value = letter_value(letters.ptr + at);
        if (value < 0) return 0;
        sum += value < 10 ? 0 : value * (digit ? digit : 1);
        digit = value < 10 ? value : 0;
    }
    sum += digit;
    if (sum > SPELLED_MAX) return 0;
    struct spelled s = spell(sum);
    return str_eq((struct str){s.text, s.len}, letters) ? sum : 0;
}

static int64_t read_digits(struct str digits)
{
    int64_t n = 0;
    if (digits.ptr[0] == '0') return 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9') return 0;
        n = n * 10 + (digits.ptr[i] - '0');
        if (n > LIMIT_INTEGER_MAX) return 0;
    }
    return n;
}

int64_t numeral_read_article(struct str word)
{
    if (!str_starts_with(word, STR("第")) || !str_ends_with(word, STR("条"))) return 0;
    struct str inner = str_slice(word, LETTER_BYTES, word.len - LETTER_BYTES);
    if (inner.len == 0) return 0;
    return (unsigned char)inner.ptr[0] < 0x80 ? read_digits(inner) : read_spelled(inner);
}

static int64_t read_bottom(struct str letters)
{
    if (str_eq(letters, STR("百"))) return 100;
    if (str_eq(letters, STR("千"))) return 1000;
    if (str_eq(letters, STR("万"))) return 10000;
    return read_spelled(letters);
}

bool numeral_read_fraction(int64_t *top_out, int64_t *bottom_out, struct str word)
{
    struct str between = STR("分之");
    for (size_t at = LETTER_BYTES; at + between.len < word.len; at += LETTER_BYTES) {
        size_t behind = at + between.len;
        if (!str_eq(str_slice(word, at, behind), between)) continue;
        *bottom_out = read_bottom(str_slice(word, 0, at));
        *top_out = read_spelled(str_slice(word, behind, word.len));
        return *bottom_out > 0 && *top_out > 0;
    }
    return false;
}

/* Percentages as contracts say them keep that form. */
static struct str write_fraction(struct arena *a, int64_t top, int64_t bottom)
{
    long long whole = (long long)(top * 100 / bottom), rest = (long long)(top * 100 % bottom);
    if (bottom == 100) return str_format(a, "%lld%%", whole);
    if (bottom == 1000) return str_format(a, "%lld.%lld%%", whole, rest / 100);
    if (bottom == 10000) return str_format(a, "%lld.%02lld%%", whole, rest / 100);
    return str_format(a, "%lld/%lld", (long long)top, (long long)bottom);
}

/* Without its commas, its point moved `zeros` places to the right. */
static struct str move_point(struct arena *a, struct str number, size_t zeros)
{
    char *out = ARENA_ARRAY(a, char, number.len + zeros + 1);
    size_t len = 0;
    bool fraction = false;
    for (size_t i = 0; i < number.len; i++) {
        char c = number.ptr[i];
        if (c == '.') fraction = true;
        if (c < '0' || c > '9') continue;
        if (fraction && zeros == 0) {
            out[len++] = '.';
            fraction = false;
        }
        zeros -= fraction;
        out[len++] = c;
    }
    for (; zeros > 0; zeros--) out[len++] = '0';
    return (struct str){out, len};
}

struct str numeral_in_digits(struct arena *a, struct str written)
{
    static const struct {
        const char *sign;
        size_t zeros;
    } units[] = {{"万", 4}, {"亿", 8}};
    int64_t top, bottom;
    if (numeral_read_fraction(&top, &bottom, written)) return write_fraction(a, top, bottom);
    if (str_ends_with(written, STR("％")))
        return str_format(a, "%.*s%%", (int)written.len - LETTER_BYTES, written.ptr);
    for (size_t i = 0; i < ARRAY_LEN(units); i++)
        if (str_ends_with(written, str_from(units[i].sign)))
            return move_point(a, str_slice(written, 0, written.len - LETTER_BYTES), units[i].zeros);
    return written;
}

struct str numeral_write(struct arena *a, int64_t number)
{
    if (number < 0 || number > SPELLED_MAX) return str_format(a, "%lld", (long long)number);
    if (number == 0) return STR("零");
    struct spelled s = spell(number);
    return str_copy(a, (struct str){s.text, s.len});
}

struct str numeral_write_article(struct arena *a, int64_t number)
{
    struct str written = numeral_write(a, number);
    return str_format(a, "第%.*s条", STR_ARG(written));
}
