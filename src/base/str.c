/* Slices of text: comparison by bytes, copies and printf into an arena. */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct str str_from(const char *nul_terminated)
{
    return (struct str){nul_terminated, strlen(nul_terminated)};
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool str_starts_with(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq((struct str){s.ptr, prefix.len}, prefix);
}

bool str_ends_with(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

bool str_is_among(struct str s, const char *names)
{
    for (const char *at = names;;) {
        size_t len = strcspn(at, "|");
        if (str_eq((struct str){at, len}, s)) return true;
        if (at[len] == '\0') return false;
        at += len + 1;
    }
}

int str_compare(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
    if (order != 0) return order;
    return (a.len > b.len) - (a.len < b.len);
}

struct str str_slice(struct str s, size_t from, size_t to)
{
    if (s.len == 0) return s; /* whose ptr may be NULL */
    if (to > s.len) to = s.len;
    if (from >= to) return (struct str){s.ptr + (from < s.len ? from : s.len), 0};
    return (struct str){s.ptr + from, to - from};
}

struct str str_copy(struct arena *a, struct str s)
{
    char *copy = arena_alloc(a, s.len + 1);
    if (s.len) memcpy(copy, s.ptr, s.len);
    return (struct str){copy, s.len};
}

struct str str_format(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    CHECK(len >= 0);
    char *text = arena_alloc(a, (size_t)len + 1);
    (void)vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return (struct str){text, (size_t)len};
}
