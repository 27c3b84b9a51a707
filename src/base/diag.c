/* Diagnostics: the sink, the filling-in of the catalogue's sentences, the rendered excerpt.
 *
 * Whatever comes from a text may be malformed or hold control characters that would move the
 * reader's cursor or turn the direction of writing; everything shown passes glyph_at(), which
 * replaces them. */
#include "base/diag.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

#define ARG_BYTES_MAX 512u
#define EXCERPT_COLUMNS_MAX 96u
#define EXCERPT_COLUMNS_BEFORE (EXCERPT_COLUMNS_MAX / 3)
#define EXCERPT_BYTES_MAX 1024u /* a flood of combining marks takes no columns at all */
#define LINE_NUMBER_COLUMNS 5

static const struct diag_row rows[] = {
#define DIAG(code, severity, en, en_hint, zh, zh_hint)                                             \
    [DIAG_##code] = {#code,                                                                        \
                     severity,                                                                     \
                     {[LANG_EN] = en, [LANG_ZH] = zh},                                             \
                     {[LANG_EN] = en_hint, [LANG_ZH] = zh_hint}},
#include "base/diag_table.h"
#undef DIAG
};
static_assert(ARRAY_LEN(rows) == DIAG_COUNT, "a row for every code");

const struct diag_row *diag_row(enum diag_code code)
{
    CHECK(code < DIAG_COUNT);
    return &rows[code];
}

const char *severity_name(enum severity s, enum language lang)
{
    static const char *const names[][2] = {
        [SEVERITY_NOTE] = {[LANG_EN] = "note", [LANG_ZH] = "说明"},
        [SEVERITY_WARNING] = {[LANG_EN] = "warning", [LANG_ZH] = "警告"},
        [SEVERITY_FINDING] = {[LANG_EN] = "finding", [LANG_ZH] = "问题"},
        [SEVERITY_ERROR] = {[LANG_EN] = "error", [LANG_ZH] = "错误"},
    };
    CHECK(s < ARRAY_LEN(names));
    return names[s][lang];
}

/* A text that grows at its end. */
struct buffer {
    struct arena *arena;
    char *bytes;
    size_t len, capacity;
};

static void add(struct buffer *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        *ARENA_PUSH(b->arena, b->bytes, b->len, b->capacity) = s.ptr[i];
    }
}

static void add_times(struct buffer *b, char byte, size_t times)
{
    while (times-- > 0) *ARENA_PUSH(b->arena, b->bytes, b->len, b->capacity) = byte;
}

static struct str buffer_text(const struct buffer *b)
{
    return (struct str){b->bytes, b->len};
}

/* What is shown for the size bytes of one code point, or of one byte that is none. */
struct glyph {
    size_t size;
    struct str shown;
    size_t columns;
};

static bool is_control(int32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* The bytes of the code point that begins at at; empty where none does. */
static struct str code_point_at(struct str text, size_t at)
{
    struct str head = str_slice(text, at, at + 4);
    head.len = utf8_first_bad(head); /* what follows the code point may be cut short */
    size_t size = 0;
    if (head.len) (void)utf8_decode(head, 0, &size);
    return str_slice(head, 0, size);
}

static struct glyph glyph_at(struct str text, size_t at)
{
    const struct str replacement = STR("\xEF\xBF\xBD"); /* U+FFFD */
    struct str found = code_point_at(text, at);
    if (found.len == 0) return (struct glyph){1, replacement, 1};
    if (found.ptr[0] == '\t') return (struct glyph){1, STR(" "), 1};
    size_t size;
    if (is_control(utf8_decode(found, 0, &size))) return (struct glyph){size, replacement, 1};
    return (struct glyph){size, found, utf8_width(found)};
}

/* Where the glyph that ends before at begins. */
static size_t glyph_before(struct str text, size_t at)
{
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        if (((unsigned char)text.ptr[at - back] & 0xC0) == 0x80) continue;
        return glyph_at(text, at - back).size == back ? at - back : at - 1;
    }
    return at - 1;
}

static void add_shown(struct buffer *b, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        struct glyph g = glyph_at(text, at);
        add(b, g.shown);
        at += g.size;
    }
}

static size_t shown_columns(struct str text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.len;) {
        struct glyph g = glyph_at(text, at);
        columns += g.columns;
        at += g.size;
    }
    return columns;
}

void diags_init(struct diags *d, struct arena *arena)
{
    *d = (struct diags){.arena = arena};
}

struct str diag_shown(struct arena *a, struct str text)
{
    struct buffer b = {.arena = a};
    add_shown(&b, text);
    return buffer_text(&b);
}

/* A copy that is well-formed, harmless to show and of bounded length. */
static struct str copy_arg(struct arena *a, struct str arg)
{
    struct buffer b = {.arena = a};
    size_t at = 0;
    while (at < arg.len && b.len < ARG_BYTES_MAX) {
        struct glyph g = glyph_at(arg, at);
        add(&b, g.shown);
        at += g.size;
    }
    if (at < arg.len) add(&b, STR("…"));
    return buffer_text(&b);
}

struct diag *diags_report(struct diags *d, enum diag_code code, struct span span,
                          const struct str args[DIAG_ARGS_MAX])
{
    if (++d->counts[diag_row(code)->severity] > LIMIT_DIAGNOSTICS_MAX) return NULL;
    struct diag *diag = ARENA_PUSH(d->arena, d->list, d->count, d->capacity);
    *diag = (struct diag){.code = code, .span = span};
    for (size_t i = 0; i < DIAG_ARGS_MAX; i++) diag->args[i] = copy_arg(d->arena, args[i]);
    return diag;
}

bool diags_full(const struct diags *d, enum severity severity)
{
    return d->counts[severity] >= LIMIT_DIAGNOSTICS_MAX;
}

struct str diags_word(const struct diags *d, const char *en, const char *zh)
{
    return str_from(d->lang == LANG_ZH ? zh : en);
}

bool diags_has_errors(const struct diags *d)
{
    return d->counts[SEVERITY_ERROR] > 0;
}

static bool was_reported(const struct diags *d, const struct diag *again, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (d->list[i].code == again->code && d->list[i].span.at == again->span.at &&
            d->list[i].span.len == again->span.len)
            return true;
    return false;
}

void diags_drop_repeated(struct diags *d, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < d->count; i++) {
        if (was_reported(d, &d->list[i], from))
            d->counts[diag_row(d->list[i].code)->severity]--;
        else
            d->list[kept++] = d->list[i];
    }
    d->count = kept;
}

/* The pattern with {0} … replaced; any other brace stands for itself. */
static void add_filled(struct buffer *b, const char *pattern, const struct diag *d)
{
    for (const char *p = pattern; *p; p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] < '0' + DIAG_ARGS_MAX && p[2] == '}') {
            add(b, d->args[p[1] - '0']);
            p += 2;
        } else {
            add(b, (struct str){p, 1});
        }
    }
}

struct str diag_message(struct arena *a, const struct diag *d, enum language lang)
{
    struct buffer b = {.arena = a};
    add_filled(&b, diag_row(d->code)->message[lang], d);
    return buffer_text(&b);
}

struct str diag_hint(struct arena *a, const struct diag *d, enum language lang)
{
    struct buffer b = {.arena = a};
    const char *hint = diag_row(d->code)->hint[lang];
    if (d->suggestion.len) {
        add(&b, lang == LANG_ZH ? STR("您是想写“") : STR("did you mean \""));
        add_shown(&b, d->suggestion);
        add(&b, lang == LANG_ZH ? STR("”吗？") : STR("\"?"));
        if (*hint && lang == LANG_EN) add(&b, STR(" "));
    }
    add_filled(&b, hint, d);
    return buffer_text(&b);
}

/* The furthest end such that [from, end) takes at most so many columns. */
static size_t advance(struct str line, size_t from, size_t columns)
{
    size_t at = from;
    while (at < line.len && at - from < EXCERPT_BYTES_MAX) {
        struct glyph g = glyph_at(line, at);
        if (g.columns > columns) break;
        columns -= g.columns;
        at += g.size;
    }
    return at;
}

/* The same backwards: the furthest begin such that [begin, from) takes at most so many columns. */
static size_t retreat(struct str line, size_t from, size_t columns)
{
    size_t at = from;
    while (at > 0 && from - at < EXCERPT_BYTES_MAX) {
        size_t before = glyph_before(line, at);
        size_t width = glyph_at(line, before).columns;
        if (width > columns) break;
        columns -= width;
        at = before;
    }
    return at;
}

/* The stretch [*from, *to) of a line to show so that the byte focus can be seen. */
static void choose_window(struct str line, size_t focus, size_t *from, size_t *to)
{
    *from = 0;
    *to = advance(line, 0, EXCERPT_COLUMNS_MAX);
    if (*to == line.len) return;
    *from = retreat(line, focus, EXCERPT_COLUMNS_BEFORE);
    *to = advance(line, *from, EXCERPT_COLUMNS_MAX);
    if (*to == line.len) *from = retreat(line, line.len, EXCERPT_COLUMNS_MAX);
}

/* A line with its number in the margin, and carets under its bytes [from, to). */
static void add_excerpt(struct buffer *b, struct str number, struct str line, struct str marked)
{
    size_t from = (size_t)(marked.ptr - line.ptr);
    size_t window_from, window_to;
    choose_window(line, from, &window_from, &window_to);
    bool is_cut = window_from > 0;
    size_t to = from + marked.len < window_to ? from + marked.len : window_to;

    add(b, number);
    add(b, line.len ? STR(" | ") : STR(" |"));
    if (is_cut) add(b, STR("…"));
    add_shown(b, str_slice(line, window_from, window_to));
    if (window_to < line.len) add(b, STR("…"));
    add(b, STR("\n"));

    size_t carets = shown_columns(str_slice(line, from, to));
    add_times(b, ' ', number.len);
    add(b, STR(" | "));
    add_times(b, ' ', shown_columns(str_slice(line, window_from, from)) + is_cut);
    add_times(b, '^', carets ? carets : 1);
    add(b, STR("\n"));
}

/* The part of a span that lies in the line of its first byte; empty, at the end of the line, where
 * the span begins at the line break. */
static struct str marked_part(const struct place *place, struct span span)
{
    struct str line = place->line_text;
    const char *begin = place->source->text.ptr + (span.at - place->source->base);
    size_t from = (size_t)(begin - line.ptr);
    return str_slice(line, from, from + span.len);
}

static struct str render(struct arena *a, const struct sources *s, const struct diag *d,
                         enum language lang, bool excerpt)
{
    struct place place = sources_place(s, d->span.at);
    const struct diag_row *row = diag_row(d->code);
    struct str number = str_format(a, "%*u", LINE_NUMBER_COLUMNS, (unsigned)place.line);
    struct buffer b = {.arena = a};
    add_shown(&b, place.source->path);
    add(&b, str_format(a, ":%u:%u: %s %s", (unsigned)place.line, (unsigned)place.column,
                       severity_name(row->severity, lang), row->code));
    add(&b, lang == LANG_ZH ? STR("：") : STR(": "));
    add(&b, diag_message(a, d, lang));
    add(&b, STR("\n"));
    if (excerpt) add_excerpt(&b, number, place.line_text, marked_part(&place, d->span));
    struct str hint = diag_hint(a, d, lang);
    if (hint.len) {
        add_times(&b, ' ', number.len);
        add(&b, lang == LANG_ZH ? STR(" = 提示：") : STR(" = hint: "));
        add(&b, hint);
        add(&b, STR("\n"));
    }
    return buffer_text(&b);
}

struct str diag_render(struct arena *a, const struct sources *s, const struct diag *d,
                       enum language lang)
{
    return render(a, s, d, lang, true);
}

struct str diag_render_again(struct arena *a, const struct sources *s, const struct diag *d,
                             enum language lang)
{
    return render(a, s, d, lang, false);
}

/* Words longer than this many code points are never suggested nor corrected. */
#define WORD_POINTS_MAX LIMIT_NAME_BYTES_MAX

struct word {
    size_t len;
    int32_t points[WORD_POINTS_MAX];
};

static bool read_word(struct word *w, struct str text)
{
    w->len = 0;
    size_t size;
    for (size_t at = 0; at < text.len; at += size) {
        if (w->len == WORD_POINTS_MAX) return false;
        w->points[w->len++] = utf8_decode(text, at, &size);
    }
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Insertions, deletions, replacements and swaps of neighbours that turn a into b. */
static size_t edit_distance(const struct word *a, const struct word *b)
{
    size_t table[3][WORD_POINTS_MAX + 1]; /* the rows i, i-1 and i-2, each at its number mod 3 */
    for (size_t j = 0; j <= b->len; j++) table[0][j] = j;
    for (size_t i = 1; i <= a->len; i++) {
        size_t *row = table[i % 3];
        const size_t *above = table[(i - 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b->len; j++) {
            bool differs = a->points[i - 1] != b->points[j - 1];
            row[j] = least(above[j - 1] + differs, least(above[j], row[j - 1]) + 1);
            bool swapped = i > 1 && j > 1 && a->points[i - 1] == b->points[j - 2] &&
                           a->points[i - 2] == b->points[j - 1];
            if (swapped) row[j] = least(row[j], table[(i - 2) % 3][j - 2] + 1);
        }
    }
    return table[a->len % 3][b->len];
}

struct str diag_nearest(struct str word, const struct str *candidates, size_t count)
{
    struct str nearest = {0};
    size_t distance_best = SIZE_MAX;
    struct word wanted, candidate;
    if (!read_word(&wanted, word)) return nearest;
    for (size_t i = 0; i < count; i++) {
        if (!read_word(&candidate, candidates[i])) continue;
        size_t longer = wanted.len > candidate.len ? wanted.len : candidate.len;
        size_t allowed = longer >= 6 ? longer / 3 : 1;
        size_t distance = edit_distance(&wanted, &candidate);
        if (distance > allowed || distance >= longer || distance >= distance_best) continue;
        nearest = candidates[i];
        distance_best = distance;
    }
    return nearest;
}
