/* JSON: what is written is escaped here, what is read is read by jansson. */
#include "report/json.h"

#include "base/diag.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

void json_out_begin(struct json_out *j, struct json_sink sink)
{
    *j = (struct json_out){.sink = sink};
}

static void put(const struct json_out *j, struct str text)
{
    j->sink.put(j->sink.context, text);
}

/* The comma, if one is due, in front of a value or key. */
static void begin_item(struct json_out *j)
{
    CHECK(!j->whole);
    if (j->depth == 0) return;
    if (j->filled[j->depth - 1]) put(j, STR(","));
    j->filled[j->depth - 1] = true;
}

static void begin_value(struct json_out *j)
{
    bool in_object = j->depth > 0 && j->kinds[j->depth - 1] == JSON_OUT_OBJECT;
    CHECK(j->after_key == in_object);
    if (!in_object) begin_item(j);
    j->after_key = false;
}

static void end_value(struct json_out *j)
{
    j->whole = j->depth == 0;
}

void json_out_open(struct json_out *j, enum json_out_kind kind)
{
    begin_value(j);
    CHECK(j->depth < JSON_OUT_DEPTH_MAX);
    j->kinds[j->depth] = (uint8_t)kind;
    j->filled[j->depth++] = false;
    put(j, kind == JSON_OUT_OBJECT ? STR("{") : STR("["));
}

void json_out_close(struct json_out *j)
{
    CHECK(j->depth > 0);
    CHECK(!j->after_key);
    put(j, j->kinds[--j->depth] == JSON_OUT_OBJECT ? STR("}") : STR("]"));
    end_value(j);
}

/* How many bytes from `at` on stand for themselves. */
static size_t plain_len(struct str s, size_t at)
{
    size_t from = at;
    while (at < s.len) {
        unsigned char c = (unsigned char)s.ptr[at];
        if (c < 0x20 || c == '"' || c == '\\') break;
        at++;
    }
    return at - from;
}

static void put_escape(const struct json_out *j, char c)
{
    static const char short_of[] = "b\bf\fn\nr\rt\t\"\"\\\\"; /* how it is written, what it is */
    char text[8] = "\\";
    for (size_t i = 0; i + 1 < sizeof short_of; i += 2)
        if (short_of[i + 1] == c) text[1] = short_of[i];
    int len = text[1] ? 2 : snprintf(text, sizeof text, "\\u%04X", (unsigned)(unsigned char)c);
    put(j, (struct str){text, (size_t)len});
}

static void put_checked(const struct json_out *j, struct str s)
{
    put(j, STR("\""));
    for (size_t at = 0; at < s.len;) {
        size_t len = plain_len(s, at);
        if (len) put(j, str_slice(s, at, at + len));
        at += len;
        if (at < s.len) put_escape(j, s.ptr[at++]);
    }
    put(j, STR("\""));
}

static void put_string(const struct json_out *j, struct str s)
{
    struct arena arena;
    if (utf8_first_bad(s) == s.len) {
        put_checked(j, s);
        return;
    }
    arena_init(&arena);
    put_checked(j, diag_shown(&arena, s));
    arena_release(&arena);
}

void json_out_key_text(struct json_out *j, struct str key)
{
    CHECK(j->depth > 0 && j->kinds[j->depth - 1] == JSON_OUT_OBJECT);
    CHECK(!j->after_key);
    begin_item(j);
    put_string(j, key);
    put(j, STR(":"));
    j->after_key = true;
}

void json_out_key(struct json_out *j, const char *key)
{
    json_out_key_text(j, str_from(key));
}

void json_out_null(struct json_out *j)
{
    begin_value(j);
    put(j, STR("null"));
    end_value(j);
}

void json_out_string(struct json_out *j, struct str value)
{
    begin_value(j);
    put_string(j, value);
    end_value(j);
}

void json_out_int(struct json_out *j, int64_t value)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%" PRId64, value);
    CHECK(len > 0 && (size_t)len < sizeof digits);
    begin_value(j);
    put(j, (struct str){digits, (size_t)len});
    end_value(j);
}

void json_out_bool(struct json_out *j, bool value)
{
    begin_value(j);
    put(j, value ? STR("true") : STR("false"));
    end_value(j);
}

void json_out_member(struct json_out *j, const char *key, struct str value)
{
    json_out_key(j, key);
    json_out_string(j, value);
}

void json_out_member_int(struct json_out *j, const char *key, int64_t value)
{
    json_out_key(j, key);
    json_out_int(j, value);
}

void json_out_member_bool(struct json_out *j, const char *key, bool value)
{
    json_out_key(j, key);
    json_out_bool(j, value);
}

void json_out_end(struct json_out *j)
{
    CHECK(j->whole);
    put(j, STR("\n"));
}

/* ---- reading ---- */

static void forget(void *document)
{
    json_decref(document);
}

/* A value is jansson's own; nobody else sees inside. */
static const json_t *inside(const struct json_value *v)
{
    return (const json_t *)(const void *)v;
}

static const struct json_value *outside(const json_t *v)
{
    return (const struct json_value *)(const void *)v;
}

const struct json_value *json_read(struct arena *a, struct str text, struct str *problem_out)
{
    json_error_t error;
    json_t *document =
        json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!document) {
        *problem_out = str_format(a, "%d:%d: %s", error.line, error.column, error.text);
        return NULL;
    }
    arena_on_release(a, forget, document);
    return outside(document);
}

const struct json_value *json_member(const struct json_value *of, const char *key)
{
    return outside(json_object_get(inside(of), key));
}

bool json_is_map(const struct json_value *v)
{
    return v && json_is_object(inside(v));
}

bool json_is_list(const struct json_value *v)
{
    return v && json_is_array(inside(v));
}

size_t json_count(const struct json_value *v)
{
    return v ? json_array_size(inside(v)) : 0;
}

const struct json_value *json_item(const struct json_value *list, size_t at)
{
    return outside(json_array_get(inside(list), at));
}

bool json_says_true(const struct json_value *v)
{
    return v && json_is_boolean(inside(v)) && json_boolean_value(inside(v));
}

bool json_read_text(const struct json_value *v, struct str *out)
{
    if (!v || !json_is_string(inside(v))) return false;
    *out = (struct str){json_string_value(inside(v)), json_string_length(inside(v))};
    return true;
}

bool json_read_int(const struct json_value *v, int64_t *out)
{
    if (!v || !json_is_integer(inside(v))) return false;
    *out = json_integer_value(inside(v));
    return true;
}

bool json_number(struct arena *a, const struct json_value *v, struct str *out)
{
    const json_t *value = inside(v);
    if (json_is_string(value))
        *out = (struct str){json_string_value(value), json_string_length(value)};
    else if (json_is_integer(value))
        *out = str_format(a, "%lld", (long long)json_integer_value(value));
    else
        return false;
    return true;
}
