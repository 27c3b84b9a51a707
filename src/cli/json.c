/* JSON: the structure is kept here, strings that need an escape or a check are jansson's. */
#include "cli/json.h"

#include "cli/output.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

void json_out_init(struct json_out *j)
{
    *j = (struct json_out){0};
}

/* The comma, if one is due, in front of a value or key. */
static void begin_item(struct json_out *j)
{
    CHECK(!j->whole);
    if (j->depth == 0) return;
    if (j->filled[j->depth - 1]) print(STR(","));
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
    print(kind == JSON_OUT_OBJECT ? STR("{") : STR("["));
}

void json_out_close(struct json_out *j)
{
    CHECK(j->depth > 0);
    CHECK(!j->after_key);
    print(j->kinds[--j->depth] == JSON_OUT_OBJECT ? STR("}") : STR("]"));
    end_value(j);
}

/* Needs neither escape nor check: printable ASCII without quote and backslash. */
static bool is_plain(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') return false;
    }
    return true;
}

static int print_chunk(const char *bytes, size_t size, void *context)
{
    (void)context;
    print((struct str){bytes, size});
    return 0;
}

/* The text with everything replaced that is not UTF-8. */
static json_t *make_repaired(struct str s)
{
    struct arena arena;
    arena_init(&arena);
    struct str shown = diag_shown(&arena, s);
    json_t *made = json_stringn(shown.ptr, shown.len);
    arena_release(&arena);
    return made;
}

static void print_escaped(struct str s)
{
    json_t *made = json_stringn(s.ptr, s.len);
    if (!made) made = make_repaired(s);
    if (!made || json_dump_callback(made, print_chunk, NULL, JSON_ENCODE_ANY) != 0) out_of_memory();
    json_decref(made);
}

static void print_string(struct str s)
{
    if (!is_plain(s)) {
        print_escaped(s);
        return;
    }
    print(STR("\""));
    print(s);
    print(STR("\""));
}

void json_out_key_text(struct json_out *j, struct str key)
{
    CHECK(j->depth > 0 && j->kinds[j->depth - 1] == JSON_OUT_OBJECT);
    CHECK(!j->after_key);
    begin_item(j);
    print_string(key);
    print(STR(":"));
    j->after_key = true;
}

void json_out_key(struct json_out *j, const char *key)
{
    json_out_key_text(j, str_from(key));
}

void json_out_null(struct json_out *j)
{
    begin_value(j);
    print(STR("null"));
    end_value(j);
}

void json_out_string(struct json_out *j, struct str value)
{
    begin_value(j);
    print_string(value);
    end_value(j);
}

void json_out_int(struct json_out *j, int64_t value)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%" PRId64, value);
    CHECK(len > 0 && (size_t)len < sizeof digits);
    begin_value(j);
    print((struct str){digits, (size_t)len});
    end_value(j);
}

void json_out_bool(struct json_out *j, bool value)
{
    begin_value(j);
    print(value ? STR("true") : STR("false"));
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
    print(STR("\n"));
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
    json_t *document = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &error);
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
