/* Addresses of documents: percent signs, and folders of paths. Source: RFC 3986. */
#include "lsp/uri.h"

#include <string.h>

#define FILE_SCHEME STR("file://")

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

struct str uri_to_path(struct arena *a, struct str uri)
{
    if (!str_starts_with(uri, FILE_SCHEME)) return str_copy(a, uri);
    char *path = arena_alloc(a, uri.len + 1);
    size_t len = 0;
    for (size_t i = FILE_SCHEME.len; i < uri.len; i++) {
        int high = i + 2 < uri.len ? hex_digit(uri.ptr[i + 1]) : -1;
        int low = i + 2 < uri.len ? hex_digit(uri.ptr[i + 2]) : -1;
        bool coded = uri.ptr[i] == '%' && high >= 0 && low >= 0 && (high || low);
        path[len++] = coded ? (char)(high * 16 + low) : uri.ptr[i];
        if (coded) i += 2;
    }
    return (struct str){path, len};
}

struct str uri_from_path(struct arena *a, struct str path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-._~/";
    static const char digits[] = "0123456789ABCDEF";
    if (path.len == 0 || path.ptr[0] != '/') return str_copy(a, path);
    char *uri = arena_alloc(a, FILE_SCHEME.len + 3 * path.len + 1);
    size_t len = FILE_SCHEME.len;
    memcpy(uri, FILE_SCHEME.ptr, len);
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (c && strchr(plain, c)) {
            uri[len++] = (char)c;
            continue;
        }
        uri[len++] = '%';
        uri[len++] = digits[c >> 4];
        uri[len++] = digits[c & 15];
    }
    return (struct str){uri, len};
}

static size_t folder_len(struct str path)
{
    size_t len = path.len;
    while (len > 0 && path.ptr[len - 1] != '/') len--;
    return len;
}

static size_t without_last(const char *path, size_t len)
{
    while (len > 0 && path[len - 1] != '/') len--;
    return len ? len - 1 : 0;
}

struct str path_beside(struct arena *a, struct str from, struct str path)
{
    struct str folder = {from.ptr, str_starts_with(path, STR("/")) ? 0 : folder_len(from)};
    struct str whole = str_format(a, "%.*s%.*s", STR_ARG(folder), STR_ARG(path));
    char *out = arena_alloc(a, whole.len + 1);
    size_t len = 0;
    for (size_t at = 0, end; at < whole.len; at = end + 1) {
        const char *slash = memchr(whole.ptr + at, '/', whole.len - at);
        end = slash ? (size_t)(slash - whole.ptr) : whole.len;
        struct str part = str_slice(whole, at, end);
        if (part.len == 0 || str_eq(part, STR("."))) continue;
        if (str_eq(part, STR(".."))) {
            len = without_last(out, len);
            continue;
        }
        if (len || whole.ptr[0] == '/') out[len++] = '/';
        memcpy(out + len, part.ptr, part.len);
        len += part.len;
    }
    return (struct str){out, len};
}
