/* See lang_reader.h. */
#include "lang_reader.h"

#include "lang/tree.h"

#include <stdio.h>
#include <string.h>

/* ---- a growing text ---- */

struct letters {
    struct arena *arena;
    char *ptr;
    size_t len, capacity;
};

static void add(struct letters *l, struct str s)
{
    while (l->len + s.len > l->capacity)
        l->ptr = arena_grow_array(l->arena, l->ptr, 1, l->len, &l->capacity);
    if (s.len) memcpy(l->ptr + l->len, s.ptr, s.len);
    l->len += s.len;
}

static struct str taken(const struct letters *l)
{
    return (struct str){l->ptr, l->len};
}

/* ---- binds ---- */

static void add_value(struct letters *l, const struct reader *r, const struct bind *b,
                      struct str text)
{
    char number[64];
    switch ((enum value_type)b->type) {
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD:
    case VALUE_CURRENCY: add(l, words_text(&r->words, (uint32_t)b->a)); return;
    case VALUE_PATH:
        add(l, words_text(&r->words, (uint32_t)b->a));
        add(l, STR("."));
        add(l, words_text(&r->words, (uint32_t)b->b));
        return;
    case VALUE_TEXT:
    case VALUE_DIGEST: add(l, text); return;
    case VALUE_CHOICE: (void)snprintf(number, sizeof number, "%u", b->rank); break;
    case VALUE_PHRASE: (void)snprintf(number, sizeof number, "%u/%u", b->what, b->rank); break;
    case VALUE_INTEGER:
    case VALUE_ARTICLE: (void)snprintf(number, sizeof number, "%lld", (long long)b->a); break;
    case VALUE_LIST: number[0] = '\0'; break;
    case VALUE_NAMES:
    case VALUE_MONEY:
    case VALUE_NUMBER:
    case VALUE_SHARE:
    case VALUE_PART:
    case VALUE_DATE:
    case VALUE_DURATION:
    case VALUE_MONTHDAY:
    case VALUE_REF:
    case VALUE_TYPE_COUNT:
        (void)snprintf(number, sizeof number, "%lld,%lld", (long long)b->a, (long long)b->b);
        break;
    }
    add(l, str_from(number));
}

static void add_binds(struct letters *l, const struct reader *r, const struct bind *binds,
                      uint32_t from, uint32_t to, const struct str *texts);

static void add_bind(struct letters *l, const struct reader *r, const struct bind *binds,
                     uint32_t i, const struct str *texts)
{
    bool article = binds[i].type == VALUE_ARTICLE;
    add(l, str_from(role_name((enum role)binds[i].role)));
    add(l, str_format(l->arena, ":%d=", article ? VALUE_INTEGER : binds[i].type));
    add_value(l, r, &binds[i], texts[i]);
    if (binds[i].end == i + 1) return;
    add(l, STR("{"));
    add_binds(l, r, binds, i + 1, binds[i].end, texts);
    add(l, STR("}"));
}

/* Siblings in the order of their roles; those of one role as they stand. */
static void add_binds(struct letters *l, const struct reader *r, const struct bind *binds,
                      uint32_t from, uint32_t to, const struct str *texts)
{
    for (unsigned role = 0; role < ROLE_COUNT; role++)
        for (uint32_t i = from; i < to; i = binds[i].end) {
            if (binds[i].role != role) continue;
            add(l, STR(" "));
            add_bind(l, r, binds, i, texts);
        }
}

struct str statement_in_letters(const struct reader *r, const struct statement *s,
                                const struct str *texts, struct str comment_behind)
{
    struct letters l = {.arena = r->arena};
    add_binds(&l, r, s->binds, 0, s->bind_count, texts);
    return str_format(r->arena, "%u %s %d %d%.*s%s%.*s", s->depth, r->g->forms[s->form].name,
                      s->dated ? s->date : 0, s->dated ? s->effective : 0, STR_ARG(taken(&l)),
                      comment_behind.len ? " " : "", STR_ARG(comment_behind));
}

/* ---- events ---- */

static void add_event(struct reader *r, struct str event)
{
    *ARENA_PUSH(r->arena, r->events, r->event_count, r->event_capacity) = event;
}

static struct str comment_event(const struct reader *r, struct span comment)
{
    struct str text = sources_text(&r->sources, comment);
    return str_format(r->arena, "%.*s", STR_ARG(text));
}

static struct str bind_letters(const struct reader *r, const struct bind *b)
{
    if (b->type == VALUE_TEXT) return bind_text(r->arena, &r->sources, b);
    if (b->type == VALUE_DIGEST) return sources_text(&r->sources, bind_span(b));
    return STR("");
}

static void keep_statement(void *context, const struct statement *s)
{
    struct reader *r = context;
    uint32_t inner = s->comment_count - (s->comment_behind ? 1 : 0);
    for (uint32_t i = 0; i < inner; i++) add_event(r, comment_event(r, s->comments[i]));
    struct str *texts = ARENA_ARRAY(r->arena, struct str, s->bind_count);
    for (uint32_t i = 0; i < s->bind_count; i++) texts[i] = bind_letters(r, &s->binds[i]);
    struct str behind = s->comment_behind ? comment_event(r, s->comments[inner]) : STR("");
    add_event(r, statement_in_letters(r, s, texts, behind));
}

static void keep_comment(void *context, struct span text, uint32_t indent)
{
    (void)indent;
    add_event(context, comment_event(context, text));
}

static void keep_blank(void *context)
{
    add_event(context, STR(""));
}

/* ---- reading ---- */

void reader_init(struct reader *r, struct arena *arena)
{
    *r = (struct reader){.arena = arena};
    words_init(&r->words, arena);
    r->g = grammar_new(arena, &r->words);
}

static void *copied(struct arena *a, const void *items, size_t count, size_t size)
{
    void *copy = arena_alloc_array(a, count, size);
    memcpy(copy, items, count * size);
    return copy;
}

void reader_fork(struct reader *r, const struct reader *first, struct arena *arena)
{
    *r = (struct reader){.arena = arena, .words = first->words};
    struct words *w = &r->words;
    w->arena = arena;
    w->list = copied(arena, w->list, w->capacity, sizeof *w->list);
    w->cuts = copied(arena, w->cuts, w->cut_capacity, sizeof *w->cuts);
    w->slots = copied(arena, w->slots, w->slot_mask + 1, sizeof *w->slots);
    r->g = ARENA_NEW(arena, struct grammar);
    *r->g = *first->g;
    r->g->words = w;
}

static void start(struct reader *r, struct parser *p)
{
    sources_init(&r->sources, r->arena);
    diags_init(&r->diags, r->arena);
    r->event_count = 0;
    for (size_t i = 0; i < r->words.count; i++) r->words.list[i].flags &= WORD_KEYWORD;
    parser_init(p, r->arena, &r->sources, &r->diags, &r->words, r->g);
}

void reader_read_with(struct reader *r, struct str text, const struct parse_loader *loader)
{
    struct parser p;
    start(r, &p);
    p.loader = loader;
    p.sink = (struct parse_sink){r, keep_statement, keep_comment, keep_blank};
    parser_read(&p, STR("test.heqi"), text);
}

void reader_read(struct reader *r, struct str text)
{
    reader_read_with(r, text, NULL);
}

struct str reader_format(struct reader *r, struct str text, enum language lang)
{
    struct parser p;
    struct formatter f;
    start(r, &p);
    formatter_init(&f, r->arena, r->g, &r->words, &r->sources, lang);
    p.sink = formatter_sink(&f);
    parser_read(&p, STR("test.heqi"), text);
    return formatter_finish(&f);
}

const char *reader_judge(struct reader *r, struct str text, struct str *text_out)
{
    *text_out = text;
    reader_read(r, text);
    if (diags_has_errors(&r->diags)) return NULL;
    struct str said = reader_canonical(r);
    struct str printed[2];
    for (int lang = LANG_EN; lang <= LANG_ZH; lang++) {
        printed[lang] = reader_format(r, text, (enum language)lang);
        *text_out = printed[lang];
        reader_read(r, printed[lang]);
        if (r->diags.count) return "what is printed cannot be read";
        if (!str_eq(reader_canonical(r), said)) return "what is printed says something else";
    }
    for (int from = LANG_EN; from <= LANG_ZH; from++)
        for (int to = LANG_EN; to <= LANG_ZH; to++) {
            *text_out = printed[from];
            struct str again = reader_format(r, printed[from], (enum language)to);
            if (!str_eq(again, printed[to])) return "printed again it is not the same";
        }
    return NULL;
}

struct str reader_events(const struct reader *r)
{
    struct letters l = {.arena = r->arena};
    for (size_t i = 0; i < r->event_count; i++) {
        add(&l, r->events[i]);
        add(&l, STR("\n"));
    }
    return taken(&l);
}

struct str reader_canonical(const struct reader *r)
{
    struct letters l = {.arena = r->arena};
    bool blank = false;
    for (size_t i = 0; i < r->event_count; i++) {
        if (r->events[i].len == 0) {
            blank = l.len > 0;
            continue;
        }
        if (blank) add(&l, STR("\n"));
        add(&l, r->events[i]);
        add(&l, STR("\n"));
        blank = false;
    }
    return taken(&l);
}

struct str reader_problems(struct reader *r)
{
    struct letters l = {.arena = r->arena};
    for (size_t i = 0; i < r->diags.count; i++)
        add(&l, diag_render(r->arena, &r->sources, &r->diags.list[i], LANG_EN));
    return taken(&l);
}

struct str reader_codes(struct reader *r)
{
    struct letters l = {.arena = r->arena};
    for (size_t i = 0; i < r->diags.count; i++) {
        if (i) add(&l, STR(" "));
        add(&l, str_from(diag_row(r->diags.list[i].code)->code));
    }
    return taken(&l);
}
