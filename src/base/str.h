/* A slice of text: pointer and length, not NUL-terminated, not owned. Text is UTF-8, checked once
 * where it enters (base/utf8.h). */
#ifndef HEQI_BASE_STR_H
#define HEQI_BASE_STR_H

#include "base/arena.h"
#include "base/base.h"

struct str {
    const char *ptr;
    size_t len;
};

/* STR("literal") as a slice; for printf use "%.*s" with STR_ARG(s). */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_ARG(s) (int)(s).len, (s).ptr

struct str str_from(const char *nul_terminated);
bool str_eq(struct str a, struct str b);
bool str_starts_with(struct str s, struct str prefix);
bool str_ends_with(struct str s, struct str suffix);

/* Whether s is one of several names, which are separated by '|'. */
bool str_is_among(struct str s, const char *names);

/* Byte order, shorter first where one is a prefix: <0, 0, >0. */
int str_compare(struct str a, struct str b);

/* The slice [from, to) of s; both are clamped to its length. */
struct str str_slice(struct str s, size_t from, size_t to);

/* A copy in the arena, NUL-terminated behind its length. */
struct str str_copy(struct arena *a, struct str s);

/* printf into the arena; NUL-terminated behind its length. */
PRINTF_LIKE(2, 3) struct str str_format(struct arena *a, const char *format, ...);

#endif
