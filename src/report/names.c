/* The words of figures, kinds of lines and recipients. */
#include "report/names.h"

#include "base/utf8.h"
#include "lang/lex.h"
#include "num/money.h"

/* As in JSON, and for people. */
static const char *const kinds[][3] = {
    [LINE_SHARE] = {"share", "share", "分配"},
    [LINE_LOSS] = {"loss", "loss", "损失"},
    [LINE_CALL] = {"call", "call", "应缴"},
    [LINE_PAID_IN] = {"paid_in", "paid in", "缴付"},
    [LINE_PAID_OUT] = {"paid_out", "paid out", "支付"},
    [LINE_SET_OFF] = {"set_off", "set off", "抵销"},
    [LINE_DRAW] = {"draw", "draw", "支用"},
    [LINE_REVERSAL] = {"reversal", "reversal", "冲销"},
    [LINE_CHARGE] = {"charge", "charge", "费用"},
    [LINE_FORFEIT] = {"forfeit", "forfeited", "失权"},
    [LINE_WRITTEN_OFF] = {"written_off", "written off", "核销"},
    [LINE_ADJUSTMENT] = {"adjustment", "adjusted", "调整"},
};

static const char *const figures[] = {
    [FIGURE_CALLED] = "called",   [FIGURE_RECEIVED] = "received", [FIGURE_BORNE] = "borne",
    [FIGURE_CHARGES] = "charges", [FIGURE_PAID_IN] = "paid_in",   [FIGURE_PAID_OUT] = "paid_out",
    [FIGURE_SET_OFF] = "set_off", [FIGURE_UNSHARED] = "unshared", [FIGURE_UNCOVERED] = "uncovered",
};

struct str text_in(const char *en, const char *zh, enum language lang)
{
    return str_from(lang == LANG_ZH ? zh : en);
}

struct str date_words(struct arena *a, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    return str_copy(a, str_from(text));
}

struct str alliance_title(struct arena *a, const struct pact *p, enum language lang)
{
    const struct term *head = lang == LANG_ZH ? p->head : NULL;
    for (const struct term *t = head ? head->first : NULL; t; t = t->next)
        if (t->form == F_A_ZH) return bind_text(a, p->doc->sources, term_bind(t, ROLE_text));
    return p->title;
}

struct str currency_name(const struct pact *p)
{
    return p->currency ? pact_word(p, p->currency) : STR("CNY");
}

const char *line_kind_name(enum line_kind kind)
{
    CHECK(kind < ARRAY_LEN(kinds));
    return kinds[kind][0];
}

struct str line_kind_words(enum line_kind kind, enum language lang)
{
    CHECK(kind < ARRAY_LEN(kinds));
    return text_in(kinds[kind][1], kinds[kind][2], lang);
}

const char *figure_name(enum figure figure)
{
    CHECK(figure < ARRAY_LEN(figures));
    return figures[figure];
}

struct str line_to_name(struct arena *a, const struct pact *p, enum line_to to, uint32_t index)
{
    switch (to) {
    case LINE_TO_PARTY: return pact_word(p, p->parties[index].word);
    case LINE_TO_FUND:
        return str_format(a, "fund %.*s", STR_ARG(pact_word(p, p->funds[index].word)));
    case LINE_TO_UNSHARED: return STR("unshared");
    case LINE_TO_UNCOVERED: return STR("uncovered");
    }
    return STR("");
}

struct str clause_name(struct arena *a, const struct term *t)
{
    if (!t || !t->article) return STR("");
    return pact_clause(a, t);
}

struct str scope_name(const struct pact *p, uint32_t scope)
{
    if (scope == INDEX_NONE) return STR("");
    if (scope == SCOPE_ALLIANCE) return STR("alliance");
    if (scope <= p->project_count) return pact_word(p, p->projects[scope - 1].word);
    return pact_word(p, p->results[scope - 1 - p->project_count].word);
}

struct str entry_name(struct arena *a, const struct document *d, uint32_t index)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, document_entry(d, index)->date);
    return str_format(a, "%s #%u", date, document_ordinal(d, index));
}

#define WORDS_COLUMNS 72

/* Cuts at WORDS_COLUMNS, between code points. */
static struct str shorten(struct arena *a, struct str s)
{
    size_t size = 0;
    if (utf8_width(s) <= WORDS_COLUMNS) return s;
    for (size_t at = 0; at < s.len; at += size) {
        (void)utf8_decode(s, at, &size);
        if (utf8_width(str_slice(s, 0, at + size)) >= WORDS_COLUMNS)
            return str_format(a, "%.*s…", (int)at, s.ptr);
    }
    return s;
}

struct str span_words(struct arena *a, const struct document *d, struct span span)
{
    struct str words = sources_text(d->sources, span);
    char *text = arena_alloc(a, words.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < words.len && words.ptr[i] != '\n'; i++)
        if (words.ptr[i] != ' ' || (len && text[len - 1] != ' ')) text[len++] = words.ptr[i];
    return shorten(a, (struct str){text, len});
}

struct str entry_words(struct arena *a, const struct document *d, uint32_t index)
{
    const struct entry *e = document_entry(d, index);
    struct str name = entry_name(a, d, index);
    struct str words = span_words(a, d, (struct span){e->at, e->len});
    struct str rest = lex_behind_date(words);
    if (str_starts_with(rest, STR("#"))) { /* the number of the entry on that day */
        size_t from = 0;
        while (from < rest.len && rest.ptr[from++] != ' ') continue;
        rest = str_slice(rest, from, rest.len);
    }
    return str_format(a, "%.*s %.*s", STR_ARG(name), STR_ARG(rest));
}

static struct str amount_text(struct arena *a, int64_t minor, unsigned digits, bool grouped)
{
    char text[MONEY_TEXT_BYTES];
    struct money_format_options options = {.group_thousands = grouped};
    size_t len = money_format(text, minor, digits, options);
    return str_copy(a, (struct str){text, len});
}

struct str amount_plain(struct arena *a, int64_t minor, unsigned digits)
{
    return amount_text(a, minor, digits, false);
}

struct str amount_grouped(struct arena *a, int64_t minor, unsigned digits)
{
    return amount_text(a, minor, digits, true);
}

struct str amount_of_exact(struct arena *a, struct str exact, unsigned digits)
{
    struct rat r;
    int64_t minor = 0;
    rat_init(&r);
    enum status status = rat_set_text(&r, exact);
    CHECK(status == OK);
    bool negative = rat_sign(&r) < 0;
    if (negative) rat_neg(&r, &r);
    status = rat_floor_i64(&minor, &r);
    rat_clear(&r);
    if (status != OK) return exact;
    return amount_plain(a, negative ? -minor : minor, digits);
}
