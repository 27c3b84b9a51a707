/* Drafts: answers into the places of a template, line by line. */
#include "report/draft.h"

#include <string.h>

struct drafter {
    struct arena *arena;
    const struct draft *draft;
    enum language lang;
    char *text;
    size_t len, capacity;
};

static void add(struct drafter *f, struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        *ARENA_PUSH(f->arena, f->text, f->len, f->capacity) = s.ptr[i];
}

/* As a text of the language. */
static void add_quoted(struct drafter *f, struct str s)
{
    add(f, STR("\""));
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"' || s.ptr[i] == '\\') add(f, STR("\\"));
        add(f, str_slice(s, i, i + 1));
    }
    add(f, STR("\""));
}

static void add_day(struct drafter *f, int32_t months)
{
    date_t day;
    char shown[DATE_TEXT_BYTES];
    struct duration by = {months, UNIT_MONTHS};
    if (date_add(&day, f->draft->founded, by) != OK) day = f->draft->founded;
    date_format(shown, day);
    add(f, str_from(shown));
}

/* "a 1/3, b 1/3, c 1/3". */
static void add_equally(struct drafter *f)
{
    const struct draft *d = f->draft;
    for (size_t i = 0; i < d->party_count; i++)
        add(f, str_format(f->arena, "%s%.*s 1/%zu", i ? ", " : "", STR_ARG(d->parties[i].name),
                          d->party_count));
}

/* ---- places ---- */

enum answer {
    P_TITLE,
    P_CALLED,
    P_LEADS,
    P_EQUALLY,
    P_PARTY,
    P_LEAD,
    P_KIND,
    P_NAME,
    P_FOUNDED,
    P_CURRENCY
};

static const struct {
    const char *word;
    enum answer place;
} places[] = {{"title", P_TITLE},      {"called", P_CALLED}, {"leads", P_LEADS},
              {"equally", P_EQUALLY},  {"party", P_PARTY},   {"lead", P_LEAD},
              {"kind", P_KIND},        {"name", P_NAME},     {"founded", P_FOUNDED},
              {"currency", P_CURRENCY}};

static void add_answer(struct drafter *f, enum answer place, const struct draft_party *party)
{
    const struct draft *d = f->draft;
    switch (place) {
    case P_TITLE: add_quoted(f, d->title); return;
    case P_CALLED: add_quoted(f, party->called); return;
    case P_LEADS: add(f, party == d->parties ? STR(" lead") : STR("")); return;
    case P_EQUALLY: add_equally(f); return;
    case P_PARTY: add(f, party->name); return;
    case P_LEAD: add(f, d->parties[0].name); return;
    case P_KIND: add(f, party->kind); return;
    case P_NAME: add(f, d->name); return;
    case P_FOUNDED: add_day(f, 0); return;
    case P_CURRENCY: add(f, d->currency); return;
    }
    UNREACHABLE("a place of a template");
}

/* "+12m": so many months after the founding. Returns how many bytes it has. */
static size_t add_later_day(struct drafter *f, struct str from)
{
    int32_t months = 0;
    size_t at = 1;
    for (; at < from.len && from.ptr[at] != 'm'; at++) {
        CHECK(from.ptr[at] >= '0' && from.ptr[at] <= '9');
        months = months * 10 + (from.ptr[at] - '0');
    }
    CHECK(at < from.len);
    add_day(f, months);
    return at + 1;
}

/* What stands behind a $. Returns how many bytes it has. */
static size_t add_place(struct drafter *f, struct str from, const struct draft_party *party)
{
    if (from.len && from.ptr[0] == '+') return add_later_day(f, from);
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        struct str word = str_from(places[i].word);
        if (!str_starts_with(from, word)) continue;
        add_answer(f, places[i].place, party);
        return word.len;
    }
    UNREACHABLE("a place of a template");
}

static size_t find(struct str s, char c)
{
    const char *at = memchr(s.ptr, c, s.len);
    return at ? (size_t)(at - s.ptr) : s.len;
}

static void add_line(struct drafter *f, struct str line, const struct draft_party *party)
{
    bool skipping = false, choosing = false;
    for (size_t at = 0; at < line.len; at++) {
        char c = line.ptr[at];
        bool ends = choosing && (c == '|' || c == '}');
        if (c == '{') {
            choosing = true;
            skipping = f->lang != LANG_EN;
        } else if (ends) {
            skipping = c == '|' && f->lang == LANG_EN;
            choosing = c != '}';
        } else if (!skipping && c == '$') {
            at += add_place(f, str_slice(line, at + 1, line.len), party);
        } else if (!skipping) {
            add(f, str_slice(line, at, at + 1));
        }
    }
    add(f, STR("\n"));
}

/* The lines of one party, from the first that begins with `each`; returns where they end. */
static size_t add_each(struct drafter *f, struct str text, const struct draft_party *party)
{
    const struct str each = STR("each");
    size_t at = 0;
    while (str_starts_with(str_slice(text, at, text.len), each)) {
        struct str rest = str_slice(text, at + each.len, text.len);
        struct str line = str_slice(rest, 0, find(rest, '\n'));
        add_line(f, line, party);
        at += each.len + line.len + 1;
    }
    return at;
}

struct str draft_text(struct arena *a, const struct shipped *t, const struct draft *d,
                      enum language lang)
{
    CHECK(d->party_count > 0);
    struct drafter f = {.arena = a, .draft = d, .lang = lang};
    const struct str whole = {t->text, t->len};
    for (size_t at = 0; at < whole.len;) {
        struct str text = str_slice(whole, at, whole.len);
        if (!str_starts_with(text, STR("each"))) {
            struct str line = str_slice(text, 0, find(text, '\n'));
            add_line(&f, line, NULL);
            at += line.len + 1;
            continue;
        }
        size_t lines = 0;
        for (size_t i = 0; i < d->party_count; i++) lines = add_each(&f, text, &d->parties[i]);
        at += lines;
    }
    return (struct str){f.text, f.len};
}
