/* Transactions as hledger, beancount and spreadsheets read them. */
#include "report/export.h"

#include "base/utf8.h"
#include "lang/lex.h"
#include "report/csv.h"
#include "report/names.h"

#include <string.h>

#define DESCRIPTION_COLUMNS 72
#define AMOUNT_COLUMN 52

static const char *const format_names[EXPORT_COUNT] = {
    [EXPORT_HLEDGER] = "hledger", [EXPORT_BEANCOUNT] = "beancount", [EXPORT_CSV] = "csv"};

const char *export_format_name(enum export_format format)
{
    CHECK(format < EXPORT_COUNT);
    return format_names[format];
}

void exporter_init(struct exporter *e, struct arena *arena, enum export_format format)
{
    *e = (struct exporter){.arena = arena, .format = format};
    words_init(&e->declared, arena);
}

/* ---- the entry in words ---- */

/* The first line of a stretch of text, without the comment behind it. */
static struct str first_line(const struct document *d, struct span span)
{
    struct str text = sources_text(d->sources, span);
    const char *end = memchr(text.ptr, '\n', text.len);
    if (end) text.len = (size_t)(end - text.ptr);
    bool quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' && (i == 0 || text.ptr[i - 1] != '\\')) quoted = !quoted;
        if (!quoted && i > 0 && text.ptr[i] == '#' && text.ptr[i - 1] == ' ') text.len = i;
    }
    while (text.len && strchr(" \r,", text.ptr[text.len - 1])) text.len--;
    return text;
}

/* On one line, without control characters, cut to what fits a screen. */
static struct str shortened(struct arena *a, struct str text)
{
    size_t columns = 0, at = 0, size;
    for (; at < text.len; at += size) {
        (void)utf8_decode(text, at, &size);
        columns += utf8_width(str_slice(text, at, at + size));
        if (columns > DESCRIPTION_COLUMNS) break;
    }
    struct str cut = at < text.len ? str_format(a, "%.*s…", (int)at, text.ptr) : text;
    char *plain = arena_alloc(a, cut.len + 1);
    for (size_t i = 0; i < cut.len; i++) {
        unsigned char c = (unsigned char)cut.ptr[i];
        plain[i] = c < 0x20 || c == 0x7F ? ' ' : cut.ptr[i];
    }
    return (struct str){plain, cut.len};
}

struct str entry_line(struct arena *a, const struct document *d, uint32_t index)
{
    const struct entry *e = document_entry(d, index);
    struct str line = first_line(d, (struct span){e->at, e->len});
    return shortened(a, lex_behind_date(line));
}

struct str posted_text(struct arena *a, const struct fold *f, const struct posted *p)
{
    const struct document *d = f->doc;
    if (p->entry != INDEX_NONE) return entry_line(a, d, p->entry);
    struct str tranche = first_line(d, p->term->span);
    if (!p->term->parent) return shortened(a, tranche);
    struct str pledge = first_line(d, p->term->parent->span);
    return shortened(a, str_format(a, "%.*s: %.*s", STR_ARG(pledge), STR_ARG(tranche)));
}

/* The text with one set of characters replaced by others, and `\` put in front of a third. */
static struct str replaced(struct arena *a, struct str text, const char *from, const char *to,
                           const char *escaped)
{
    struct writer w = {.arena = a};
    for (size_t i = 0; i < text.len; i++) {
        const char *found = strchr(from, text.ptr[i]);
        if (strchr(escaped, text.ptr[i])) writer_put(&w, STR("\\"));
        writer_put(&w, found ? (struct str){&to[found - from], 1} : str_slice(text, i, i + 1));
    }
    return writer_text(&w);
}

/* ---- accounts ---- */

static struct str spelled(const struct exporter *e, struct str name)
{
    switch (e->format) {
    case EXPORT_HLEDGER: return account_for_hledger(e->arena, name);
    case EXPORT_BEANCOUNT: return account_for_beancount(e->arena, name);
    case EXPORT_CSV:
    case EXPORT_COUNT: break;
    }
    return name;
}

static void forget_names(struct exporter *e, const struct state *s)
{
    for (size_t i = 0; i < ACCOUNT_COUNT; i++) e->name_capacity[i] = 0;
    for (size_t i = 0; i < ACCOUNT_COUNT; i++) e->names[i] = NULL;
    e->state = s;
}

struct str export_account(struct exporter *e, const struct state *s, enum account account,
                          uint32_t index)
{
    if (e->state != s) forget_names(e, s);
    struct str **names = &e->names[account];
    size_t *capacity = &e->name_capacity[account];
    while (index >= *capacity)
        *names = arena_grow_array(e->arena, *names, sizeof **names, *capacity, capacity);
    struct str *name = &(*names)[index];
    if (!name->ptr) *name = spelled(e, state_account_name(e->arena, s, account, index));
    return *name;
}

bool export_has(const struct exporter *e, enum account account, uint32_t index)
{
    return index < e->name_capacity[account] && e->names[account][index].ptr;
}

/* beancount is told the name besides, as metadata. */
static void put_open(struct writer *w, const char *date, struct str spelled_name, struct str name)
{
    name = replaced(w->arena, name, "", "", "\"\\");
    writer_put(w, str_format(w->arena, "%s open %.*s\n  name: \"%.*s\"\n", date,
                             STR_ARG(spelled_name), STR_ARG(name)));
}

/* Says once that an account exists, in the formats that want to be told. */
static void declare(struct exporter *e, struct writer *w, const struct fold *f,
                    const struct posted *p, enum account account, uint32_t index)
{
    struct str name = export_account(e, f->state, account, index);
    char date[DATE_TEXT_BYTES];
    if (words_find(&e->declared, name) != WORD_NONE) return;
    words_intern(&e->declared, name);
    date_format(date, p->date);
    if (e->format == EXPORT_HLEDGER)
        writer_put(w, str_format(w->arena, "account %.*s\n", STR_ARG(name)));
    else
        put_open(w, date, name, state_account_name(w->arena, f->state, account, index));
}

static void declare_all(struct exporter *e, struct writer *w, const struct fold *f,
                        const struct posted *p)
{
    size_t before = w->len;
    for (size_t i = 0; i < p->count; i++) declare(e, w, f, p, p->list[i].account, p->list[i].index);
    if (w->len > before) writer_put(w, STR("\n"));
}

/* ---- hledger and beancount ---- */

static void put_heading(const struct exporter *e, struct writer *w, const struct fold *f,
                        const struct posted *p)
{
    struct arena *a = w->arena;
    char date[DATE_TEXT_BYTES];
    date_format(date, p->date);
    struct str text = posted_text(a, f, p), number = STR("");
    if (p->entry != INDEX_NONE) number = str_format(a, "%u", p->entry + 1);
    if (e->format == EXPORT_HLEDGER) {
        if (number.len) number = str_format(a, "(%.*s) ", STR_ARG(number));
        text = replaced(a, text, ";|", ",/", "");
        writer_put(w, str_format(a, "%s * %.*s%.*s\n", date, STR_ARG(number), STR_ARG(text)));
        return;
    }
    text = replaced(a, text, "", "", "\"\\");
    writer_put(w, str_format(a, "%s * \"%.*s\"\n", date, STR_ARG(text)));
    if (number.len) writer_put(w, str_format(a, "  entry: %.*s\n", STR_ARG(number)));
}

static void put_posting(struct exporter *e, struct writer *w, const struct fold *f,
                        const struct posting *posting)
{
    struct str name = export_account(e, f->state, posting->account, posting->index);
    struct str amount = amount_plain(w->arena, posting->amount_minor, f->pact->digits);
    size_t used = utf8_width(name) + amount.len;
    writer_put(w, STR("  "));
    writer_put(w, name);
    writer_fill(w, ' ', used + 2 <= AMOUNT_COLUMN ? AMOUNT_COLUMN - used : 2);
    writer_put(w, amount);
    writer_put(w, STR(" "));
    writer_put(w, currency_name(f->pact));
    writer_put(w, STR("\n"));
}

static void put_transaction(struct exporter *e, struct writer *w, const struct fold *f,
                            const struct posted *p)
{
    declare_all(e, w, f, p);
    put_heading(e, w, f, p);
    for (size_t i = 0; i < p->count; i++) put_posting(e, w, f, &p->list[i]);
    writer_put(w, STR("\n"));
}

/* ---- CSV ---- */

static void put_rows(struct exporter *e, struct writer *w, const struct fold *f,
                     const struct posted *p)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, p->date);
    struct str number = STR(""), text = posted_text(w->arena, f, p);
    struct str currency = currency_name(f->pact);
    if (p->entry != INDEX_NONE) number = str_format(w->arena, "%u", p->entry + 1);
    for (size_t i = 0; i < p->count; i++) {
        const struct posting *posting = &p->list[i];
        struct str amount = amount_plain(w->arena, posting->amount_minor, f->pact->digits);
        writer_put(w, str_format(w->arena, "%.*s,%s,", STR_ARG(number), date));
        csv_put(w, export_account(e, f->state, posting->account, posting->index));
        writer_put(w, str_format(w->arena, ",%.*s,%.*s,", STR_ARG(amount), STR_ARG(currency)));
        csv_put(w, text);
        writer_put(w, STR("\r\n"));
    }
}

/* ---- the whole ---- */

struct str export_head(struct arena *a, const struct exporter *e, const struct pact *p)
{
    struct str currency = currency_name(p), title = shortened(a, p->title);
    switch (e->format) {
    case EXPORT_HLEDGER:
        return str_format(a, "; %.*s\ncommodity %.*s\n\n", STR_ARG(title), STR_ARG(currency));
    case EXPORT_BEANCOUNT:
        title = replaced(a, title, "", "", "\"\\");
        return str_format(a,
                          "option \"title\" \"%.*s\"\noption \"operating_currency\" \"%.*s\"\n\n",
                          STR_ARG(title), STR_ARG(currency));
    case EXPORT_CSV: return STR("entry,date,account,amount,currency,text\r\n");
    case EXPORT_COUNT: break;
    }
    return STR("");
}

struct str export_posted(struct exporter *e, struct arena *scratch, const struct fold *f,
                         const struct posted *p)
{
    struct writer w = {.arena = scratch};
    if (e->format == EXPORT_CSV)
        put_rows(e, &w, f, p);
    else
        put_transaction(e, &w, f, p);
    return writer_text(&w);
}
