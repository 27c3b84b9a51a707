/* Accounts in the spelling of other programs. Both mappings are injective: see report/export.h. */
#include "base/utf8.h"
#include "report/export.h"

/* Where the part of an account begins that somebody chose: behind the fixed words, of which there
 * are two where there are three parts. */
static size_t chosen_part(struct str name)
{
    size_t at = 0;
    for (int colons = 0; at < name.len && colons < 2; at++) colons += name.ptr[at] == ':';
    return at;
}

/* A space of Unicode outside ASCII: category Z, and the next line of C1. */
static bool is_wide_space(int32_t c)
{
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool ends_hledger_name(struct str part, size_t at, int32_t c)
{
    bool edge = at == 0 || at + 1 == part.len || part.ptr[at - 1] == ' ';
    return c < 0x20 || c == 0x7F || c == '%' || c == ';' || c == ':' || is_wide_space(c) ||
           (c == ' ' && edge);
}

struct str account_for_hledger(struct arena *a, struct str name)
{
    size_t from = chosen_part(name), size;
    struct str part = str_slice(name, from, name.len);
    struct writer w = {.arena = a};
    writer_put(&w, str_slice(name, 0, from));
    for (size_t at = 0; at < part.len; at += size) {
        int32_t c = utf8_decode(part, at, &size);
        if (!ends_hledger_name(part, at, c)) {
            writer_put(&w, str_slice(part, at, at + size));
            continue;
        }
        for (size_t i = 0; i < size; i++)
            writer_put(&w, str_format(a, "%%%02X", (unsigned)(unsigned char)part.ptr[at + i]));
    }
    if (part.len == 0 && from > 0 && name.ptr[from - 1] == ':') writer_put(&w, STR("%"));
    return writer_text(&w);
}

static bool is_small(int32_t c)
{
    return c >= 'a' && c <= 'z';
}

/* Whether a character may stand in a part of a beancount account as it is. */
static bool fits_beancount(struct str part, size_t at, int32_t c)
{
    if (c == '-') return at + 1 == part.len || part.ptr[at + 1] != 'x';
    if (c < 0x80) return is_small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return utf8_is_letter(c) && !utf8_is_letter_number(c);
}

static void put_beancount_part(struct writer *w, struct str part)
{
    size_t at = 0, size;
    if (part.len && is_small(part.ptr[0])) {
        char capital = (char)(part.ptr[at++] - 'a' + 'A');
        writer_put(w, (struct str){&capital, 1});
    } else {
        writer_put(w, STR("0"));
    }
    for (; at < part.len; at += size) {
        int32_t c = utf8_decode(part, at, &size);
        if (fits_beancount(part, at, c))
            writer_put(w, str_slice(part, at, at + size));
        else
            writer_put(w, str_format(w->arena, "-x%x-", (unsigned)c));
    }
}

struct str account_for_beancount(struct arena *a, struct str name)
{
    struct writer w = {.arena = a};
    size_t chosen = chosen_part(name), from = 0;
    for (size_t at = 0; at < chosen; at++) {
        if (name.ptr[at] != ':') continue;
        put_beancount_part(&w, str_slice(name, from, at));
        writer_put(&w, STR(":"));
        from = at + 1;
    }
    put_beancount_part(&w, str_slice(name, from, name.len));
    return writer_text(&w);
}
