/* UTF-8, with the tables of utf8proc for width, category and normal form. */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define BLOCK_BYTES 32u

static bool is_ascii_block(const char *p)
{
    uint64_t words[BLOCK_BYTES / sizeof(uint64_t)];
    memcpy(words, p, sizeof words);
    return ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) == 0;
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Bytes that the lead byte of a well-formed sequence announces; 0 where it cannot lead one. */
static size_t size_by_lead(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0; /* a continuation, or the overlong C0 and C1 */
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

/* The second byte alone tells overlong forms, surrogates and what lies over U+10FFFF. */
static bool second_fits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return is_continuation(second);
    }
}

/* Bytes of the well-formed sequence at p, of which room bytes may be read; 0 if there is none. */
static size_t sequence_size(const unsigned char *p, size_t room)
{
    size_t size = size_by_lead(p[0]);
    if (size <= 1) return size;
    if (size > room || !second_fits(p[0], p[1])) return 0;
    for (size_t i = 2; i < size; i++) {
        if (!is_continuation(p[i])) return 0;
    }
    return size;
}

size_t utf8_first_bad(struct str s)
{
    const unsigned char *bytes = (const unsigned char *)s.ptr;
    size_t at = 0;
    while (at < s.len) {
        while (s.len - at >= BLOCK_BYTES && is_ascii_block(s.ptr + at)) at += BLOCK_BYTES;
        size_t stop = s.len - at > BLOCK_BYTES ? at + BLOCK_BYTES : s.len;
        while (at < stop) {
            size_t size = sequence_size(bytes + at, s.len - at);
            if (size == 0) return at;
            at += size;
        }
    }
    return s.len;
}

int32_t utf8_decode(struct str s, size_t at, size_t *size)
{
    CHECK(at < s.len);
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    *size = size_by_lead(p[0]);
    CHECK(*size >= 1 && *size <= s.len - at);
    switch (*size) {
    case 1: return p[0];
    case 2: return (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    case 3: return (p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    default: return (p[0] & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    }
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++) count += !is_continuation((unsigned char)s.ptr[i]);
    return count;
}

size_t utf8_width(struct str s)
{
    size_t columns = 0;
    size_t size;
    for (size_t at = 0; at < s.len; at += size) {
        int32_t code_point = utf8_decode(s, at, &size);
        if (code_point < 0x7F)
            columns += code_point >= ' ';
        else
            columns += (size_t)utf8proc_charwidth(code_point);
    }
    return columns;
}

/* Whole blocks, so that an ideograph newer than our tables reads like the others; planes 2 and 3
 * are set aside for ideographs. */
bool utf8_is_han(int32_t c)
{
    if (c < 0x3007) return false;
    if (c >= 0x4E00 && c <= 0x9FFF) return true; /* by far the most text */
    return c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

bool utf8_is_letter_number(int32_t c)
{
    return c >= 0x80 && utf8proc_category(c) == UTF8PROC_CATEGORY_NL;
}

bool utf8_is_letter(int32_t c)
{
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (utf8_is_han(c)) return true;
    utf8proc_category_t category = utf8proc_category(c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           category == UTF8PROC_CATEGORY_NL;
}

/* No character below U+0300 composes with one before it: Latin text needs no tables. */
static bool is_surely_nfc(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.ptr[i] >= 0xCC) return false; /* leads U+0300 and up */
    }
    return true;
}

enum status utf8_to_nfc(struct arena *a, struct str s, struct str *out)
{
    if (utf8_first_bad(s) != s.len) return ERR_SYNTAX;
    if (is_surely_nfc(s)) {
        *out = str_copy(a, s);
        return OK;
    }
    const unsigned options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.ptr;
    const utf8proc_ssize_t len = (utf8proc_ssize_t)s.len;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, len, NULL, 0, options);
    CHECK(count >= 0);
    /* Re-encoding works in place, and writes a NUL behind the text. */
    utf8proc_int32_t *text = ARENA_ARRAY(a, utf8proc_int32_t, (size_t)count + 1);
    CHECK(utf8proc_decompose(bytes, len, text, count, options) == count);
    utf8proc_ssize_t size = utf8proc_reencode(text, count, options);
    CHECK(size >= 0);
    *out = (struct str){(const char *)text, (size_t)size};
    return OK;
}
