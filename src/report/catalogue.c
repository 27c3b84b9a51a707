/* The catalogue: the files of codes, taken apart. */
#include "report/catalogue.h"

#include <string.h>

/* ---- which file ---- */

/* Whether a path is FOLDER/CODE.heqi or FOLDER/CODE-what.heqi. */
static bool is_of(const char *path, const char *folder, const char *code)
{
    struct str rest = str_from(path), begin = str_from(folder), name = str_from(code);
    if (!str_starts_with(rest, begin)) return false;
    rest = str_slice(rest, begin.len, rest.len);
    if (!str_starts_with(rest, name)) return false;
    return rest.ptr[name.len] == '.' || rest.ptr[name.len] == '-';
}

static const struct shipped *find_file(const char *folder, enum diag_code code)
{
    for (size_t i = 0; i < error_text_count; i++)
        if (is_of(error_texts[i].path, folder, diag_row(code)->code)) return &error_texts[i];
    return NULL;
}

/* ---- lines ---- */

struct walk {
    struct str text, line; /* without its line break */
    size_t at, number;     /* of the line, from 1 */
};

static bool next_line(struct walk *w)
{
    if (w->at >= w->text.len) return false;
    const char *end = memchr(w->text.ptr + w->at, '\n', w->text.len - w->at);
    size_t to = end ? (size_t)(end - w->text.ptr) : w->text.len;
    w->line = str_slice(w->text, w->at, to);
    w->at = to + 1;
    w->number++;
    return true;
}

/* What stands behind a beginning of a line; false where it begins otherwise. */
static bool behind(struct str line, struct str begin, struct str *out)
{
    if (!str_starts_with(line, begin)) return false;
    *out = str_slice(line, begin.len, line.len);
    return true;
}

/* ---- corrections ---- */

struct mend {
    size_t from, to;  /* lines of the file */
    bool is_addition; /* behind them, not in their place */
    struct str line;
};

static size_t read_number(struct str s, size_t *at)
{
    size_t n = 0;
    while (*at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9')
        n = n * 10 + (size_t)(s.ptr[(*at)++] - '0');
    return n;
}

/* "19: LINE", "19-21:", "19+: LINE". */
static struct mend read_mend(struct str s)
{
    struct mend m = {0};
    size_t at = 0;
    m.from = m.to = read_number(s, &at);
    if (at < s.len && s.ptr[at] == '-') {
        at++;
        m.to = read_number(s, &at);
    }
    m.is_addition = at < s.len && s.ptr[at] == '+';
    if (m.is_addition) at++;
    CHECK(at < s.len);
    CHECK(s.ptr[at] == ':');
    m.line = str_slice(s, at + 2, s.len);
    return m;
}

struct mends {
    struct mend *list;
    size_t count, capacity;
};

/* ---- a text put together ---- */

struct page_text {
    struct arena *arena;
    char *ptr;
    size_t len, capacity;
    bool blank; /* a blank line waits: none at the begin and the end, nor two in a row */
};

static void add(struct page_text *t, struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        *ARENA_PUSH(t->arena, t->ptr, t->len, t->capacity) = s.ptr[i];
}

static void add_line(struct page_text *t, struct str line)
{
    if (!line.len) {
        t->blank = t->len > 0;
        return;
    }
    if (t->blank) add(t, STR("\n"));
    t->blank = false;
    add(t, line);
    add(t, STR("\n"));
}

/* A line of the file as the corrections leave it; `is_text` where it is one of the example. */
static void add_mended(struct page_text *t, const struct walk *w, const struct mends *mends,
                       bool is_text)
{
    bool stays = is_text;
    for (size_t i = 0; i < mends->count; i++) {
        const struct mend *m = &mends->list[i];
        if (m->is_addition || w->number < m->from || w->number > m->to) continue;
        stays = false;
        if (m->line.len && w->number == m->from) add_line(t, m->line);
    }
    if (stays) add_line(t, w->line);
    for (size_t i = 0; i < mends->count; i++)
        if (mends->list[i].is_addition && mends->list[i].from == w->number)
            add_line(t, mends->list[i].line);
}

/* ---- pages ---- */

/* A cause or remedy goes on in the next line: English words with a space between. */
static void go_on(struct arena *a, struct str *text, struct str more, enum language lang)
{
    *text = str_format(a, "%.*s%s%.*s", STR_ARG(*text), lang == LANG_EN ? " " : "", STR_ARG(more));
}

/* What the lines about the text say. */
static void read_about(struct catalogue_page *out, struct mends *mends, struct arena *a,
                       struct str file)
{
    struct str *open = NULL, rest;
    enum language lang = LANG_EN;
    for (struct walk w = {.text = file}; next_line(&w);) {
        if (behind(w.line, STR("#   "), &rest) && open) {
            go_on(a, open, rest, lang);
            continue;
        }
        open = NULL;
        if (behind(w.line, STR("# cause: "), &rest))
            open = &out->cause[lang = LANG_EN];
        else if (behind(w.line, STR("# 原因："), &rest))
            open = &out->cause[lang = LANG_ZH];
        else if (behind(w.line, STR("# remedy: "), &rest))
            open = &out->remedy[lang = LANG_EN];
        else if (behind(w.line, STR("# 办法："), &rest))
            open = &out->remedy[lang = LANG_ZH];
        else if (behind(w.line, STR("# run: "), &rest))
            out->run = rest;
        else if (behind(w.line, STR("# mend "), &rest))
            *ARENA_PUSH(a, mends->list, mends->count, mends->capacity) = read_mend(rest);
        if (open) *open = rest;
    }
}

/* The text of a file without what is about it. */
static struct catalogue_text text_of(struct arena *a, const struct shipped *file,
                                     const struct mends *mends)
{
    struct page_text text = {.arena = a}, corrected = {.arena = a};
    for (struct walk w = {.text = {file->text, file->len}}; next_line(&w);) {
        bool is_text = !str_starts_with(w.line, STR("#"));
        if (is_text) add_line(&text, w.line);
        add_mended(&corrected, &w, mends, is_text);
    }
    return (struct catalogue_text){
        .text = {text.ptr, text.len},
        .corrected = {corrected.ptr, corrected.len},
    };
}

static struct catalogue_text read_file(struct catalogue_page *out, struct arena *a,
                                       const struct shipped *file)
{
    struct mends mends = {0};
    read_about(out, &mends, a, (struct str){file->text, file->len});
    return text_of(a, file, &mends);
}

/* The files in the folder of a code. */
static void read_beside(struct catalogue_page *out, struct arena *a, struct str code)
{
    for (size_t i = 0; i < error_text_count; i++) {
        struct str path = str_from(error_texts[i].path);
        if (!str_starts_with(path, code) || path.ptr[code.len] != '/') continue;
        struct catalogue_text *beside =
            ARENA_PUSH(a, out->beside, out->beside_count, out->beside_capacity);
        *beside = read_file(out, a, &error_texts[i]);
        beside->name = path;
    }
}

void catalogue_page(struct catalogue_page *out, struct arena *a, enum diag_code code,
                    enum language lang)
{
    const char *name = diag_row(code)->code;
    const struct shipped *own = find_file("errors/", code);
    const struct shipped *twin = lang == LANG_ZH ? find_file("zh/", code) : NULL;
    *out = (struct catalogue_page){.run = STR("check"), .is_translated = lang == LANG_EN || twin};
    for (int l = LANG_EN; l <= LANG_ZH; l++) out->cause[l] = out->remedy[l] = STR("");
    CHECK(own);
    out->example = read_file(out, a, own);
    if (twin) out->example = read_file(out, a, twin);
    out->example.name = str_format(a, "%s.heqi", name);
    read_beside(out, a, str_from(name));
}
