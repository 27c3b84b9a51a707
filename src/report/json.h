/* JSON out and in, and the adapter of jansson: no other file includes it.
 *
 * A document is written as it is made, piece by piece into a sink, so that a settlement with
 * millions of lines needs no memory for them. Money and dates are strings, made by who writes them.
 * Whoever leaves a key out, or closes what is not open, meets a CHECK: what comes out is always one
 * well-formed document. Bytes that are not UTF-8 become U+FFFD.
 *
 *     struct json_out json;
 *     json_out_begin(&json, sink);
 *     json_out_open(&json, JSON_OUT_OBJECT);
 *     json_out_member(&json, "code", STR("E101"));
 *     json_out_close(&json);
 *     json_out_end(&json);
 */
#ifndef HEQI_REPORT_JSON_H
#define HEQI_REPORT_JSON_H

#include "base/str.h"

#define JSON_OUT_DEPTH_MAX 256u

enum json_out_kind { JSON_OUT_OBJECT, JSON_OUT_ARRAY };

/* Takes the text of a document. */
struct json_sink {
    void *context;
    void (*put)(void *context, struct str text);
};

struct json_out {
    struct json_sink sink;
    uint32_t depth;
    uint8_t kinds[JSON_OUT_DEPTH_MAX]; /* of what is open, enum json_out_kind */
    bool filled[JSON_OUT_DEPTH_MAX];   /* it holds something already */
    bool after_key;
    bool whole; /* the document is complete */
};

void json_out_begin(struct json_out *j, struct json_sink sink);

/* What follows goes into it, up to json_out_close(). */
void json_out_open(struct json_out *j, enum json_out_kind kind);
void json_out_close(struct json_out *j);

/* The key of the next value; inside an object each value has one. Keys are plain ASCII. */
void json_out_key(struct json_out *j, const char *key);

/* The same for a key that comes from a text: a name. */
void json_out_key_text(struct json_out *j, struct str key);

void json_out_string(struct json_out *j, struct str value);
void json_out_null(struct json_out *j);
void json_out_bool(struct json_out *j, bool value);
void json_out_int(struct json_out *j, int64_t value);

/* A key with its value. */
void json_out_member(struct json_out *j, const char *key, struct str value);
void json_out_member_int(struct json_out *j, const char *key, int64_t value);
void json_out_member_bool(struct json_out *j, const char *key, bool value);

/* Ends the document with a line break. */
void json_out_end(struct json_out *j);

/* ---- reading ---- */

/* A value of a document that was read; lives as long as the arena it was read into. */
struct json_value;

/* Reads a whole document. NULL where it is none; *problem_out then says why and where. Duplicate
 * keys and bytes that are not UTF-8 are refused. A text may hold U+0000. */
const struct json_value *json_read(struct arena *a, struct str text, struct str *problem_out);

/* NULL where `of` is no object or has no such key. */
const struct json_value *json_member(const struct json_value *of, const char *key);

bool json_is_map(const struct json_value *v); /* an object */
bool json_is_list(const struct json_value *v);
size_t json_count(const struct json_value *v); /* items of a list; 0 of anything else */
const struct json_value *json_item(const struct json_value *list, size_t at);
bool json_says_true(const struct json_value *v);

/* A string, or a whole number; false, and *out as it was, for anything else, NULL too. */
bool json_read_text(const struct json_value *v, struct str *out);
bool json_read_int(const struct json_value *v, int64_t *out);

/* A number as it is written: a string, or a whole number. False for anything else: what JSON calls
 * a real has been rounded already. */
bool json_number(struct arena *a, const struct json_value *v, struct str *out);

#endif
