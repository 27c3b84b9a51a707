/* The tree: statements kept as terms and as entries of 64 bytes. */
#include "lang/tree.h"

#include "num/money.h"

#include <string.h>

void document_init(struct document *d, struct arena *arena, struct words *words,
                   const struct grammar *g, struct sources *sources)
{
    *d = (struct document){
        .arena = arena, .words = words, .g = g, .sources = sources, .minor_digits = 2};
    (void)ARENA_PUSH(arena, d->extras, d->extra_count, d->extra_capacity); /* extra 0: none */
}

/* ---- entries ---- */

struct entry *document_add_entry(struct document *d)
{
    uint32_t chunk = d->entry_count >> ENTRY_CHUNK_BITS;
    if (chunk == d->chunk_count)
        *ARENA_PUSH(d->arena, d->chunks, d->chunk_count, d->chunk_capacity) =
            ARENA_ARRAY(d->arena, struct entry, (size_t)1 << ENTRY_CHUNK_BITS);
    return &d->chunks[chunk][d->entry_count++ & ((1u << ENTRY_CHUNK_BITS) - 1)];
}

static bool store_word(uint32_t *field, const struct bind *b)
{
    if (*field != WORD_NONE) return false;
    *field = (uint32_t)b->a;
    return true;
}

static bool store_date(date_t *field, const struct bind *b)
{
    if (*field != DATE_NONE) return false;
    *field = (date_t)b->a;
    return true;
}

static bool store_choice(struct entry *e, const struct bind *b)
{
    if (b->role == ROLE_grant) {
        e->flags |= ENTRY_FROM_GRANT;
        return true;
    }
    if (e->flags & ENTRY_HAS_CHOICE) return false;
    e->choice = (uint8_t)b->rank;
    e->flags |= ENTRY_HAS_CHOICE;
    return true;
}

/* Whether a bind has its place in the flat record. */
static bool store_bind(struct entry *e, const struct bind *b)
{
    if (b->type == VALUE_CHOICE) return store_choice(e, b);
    switch ((int)b->role) {
    case ROLE_party: return store_word(&e->party, b);
    case ROLE_name:
    case ROLE_payer:
    case ROLE_stakes:
    case ROLE_category:
    case ROLE_result: return store_word(&e->subject, b);
    case ROLE_project:
    case ROLE_of: return store_word(&e->project, b);
    case ROLE_fund:
    case ROLE_proxy:
    case ROLE_other:
    case ROLE_body: return store_word(&e->other, b);
    case ROLE_motion: return store_word(&e->motion, b);
    case ROLE_from: return store_date(&e->from, b);
    case ROLE_to: return b->type == VALUE_DATE && store_date(&e->to, b);
    case ROLE_due:
    case ROLE_date: return store_date(&e->due, b);
    case ROLE_amount: e->amount = b->a; return b->type == VALUE_MONEY;
    case ROLE_path:
        e->project = (uint32_t)b->a;
        e->subject = (uint32_t)b->b;
        return true;
    case ROLE_remark: return true; /* read from the text where it is wanted */
    default: return false;
    }
}

static struct term *new_term(struct document *d, const struct statement *s)
{
    struct term *t = ARENA_NEW(d->arena, struct term);
    struct bind *binds = ARENA_ARRAY(d->arena, struct bind, s->bind_count);
    if (s->bind_count) memcpy(binds, s->binds, s->bind_count * sizeof *binds);
    *t = (struct term){.form = s->form,
                       .bind_count = s->bind_count,
                       .binds = binds,
                       .span = s->span,
                       .dated = s->dated,
                       .date = s->date,
                       .effective = s->effective};
    return t;
}

static bool is_ahead(enum form form)
{
    switch ((int)form) {
    case F_SIGN:
    case F_BACKGROUND:
    case F_RESULT:
    case F_LICENSE:
    case F_JOIN:
    case F_STAKES_ENTRY:
    case F_MOTION:
    case F_DECIDE_MOTION:
    case F_TRANSFER:
    case F_JOINS:
    case F_AMEND:
    case F_REDETERMINE:
    case F_BUDGET:
    case F_LEAVES:
    case F_EXPEL:
    case F_DISSOLVE_ENTRY:
    case F_RENEW:
    case F_REFUND:
    case F_CAUSED:
    case F_REVERSE: return true;
    default: return false;
    }
}

static void keep_entry(struct document *d, const struct statement *s)
{
    struct entry *e = document_add_entry(d);
    *e = (struct entry){.date = s->date,
                        .effective = s->effective,
                        .at = s->span.at,
                        .len = s->span.len,
                        .form = (uint8_t)s->form,
                        .from = DATE_NONE,
                        .to = DATE_NONE,
                        .due = DATE_NONE};
    bool flat = d->g->forms[s->form].opens == BLOCK_NONE;
    for (uint32_t i = 0; i < s->bind_count; i = s->binds[i].end)
        flat = store_bind(e, &s->binds[i]) && flat;
    d->open[0] = NULL;
    if (is_ahead(s->form))
        *ARENA_PUSH(d->arena, d->ahead, d->ahead_count, d->ahead_capacity) = d->entry_count - 1;
    if (s->effective < s->date)
        *ARENA_PUSH(d->arena, d->late, d->late_count, d->late_capacity) = d->entry_count - 1;
    if (flat) return;
    struct term *extra = new_term(d, s);
    e->extra = (uint32_t)d->extra_count;
    *ARENA_PUSH(d->arena, d->extras, d->extra_count, d->extra_capacity) = extra;
    d->open[0] = extra;
}

/* ---- terms ---- */

static void append_child(struct term *parent, struct term *t)
{
    t->parent = parent;
    if (parent->last)
        parent->last->next = t;
    else
        parent->first = t;
    parent->last = t;
    parent->child_count++;
}

static bool is_article(const struct term *t)
{
    return t->form == F_ARTICLE || t->form == F_AMEND_ARTICLE;
}

static void number_term(struct term *t)
{
    if (is_article(t)) {
        t->article = (uint32_t)t->binds[0].a;
    } else if (t->parent) {
        t->article = t->parent->article;
        t->clause = is_article(t->parent) ? t->parent->child_count : t->parent->clause;
    }
}

static void keep_term(struct document *d, const struct statement *s)
{
    struct term *t = new_term(d, s);
    if (s->depth == 0) {
        if (d->last)
            d->last->next = t;
        else
            d->first = t;
        d->last = t;
    } else {
        struct term *parent = d->open[s->depth - 1];
        CHECK(parent);
        append_child(parent, t);
    }
    number_term(t);
    d->open[s->depth] = t;
}

static void keep_statement(void *context, const struct statement *s)
{
    struct document *d = context;
    if (s->form == F_A_CURRENCY)
        d->minor_digits = (unsigned)currency_digits(words_text(d->words, (uint32_t)s->binds[0].a));
    if (s->dated && s->depth == 0)
        keep_entry(d, s);
    else
        keep_term(d, s);
}

struct parse_sink document_sink(struct document *d)
{
    return (struct parse_sink){.context = d, .statement = keep_statement};
}

/* An entry of an example becomes one of a journal, with the lines under it. */
static void keep_example_line(struct document *d, const struct term *t)
{
    struct statement s = {.form = t->form,
                          .dated = true,
                          .date = t->date,
                          .effective = t->effective,
                          .span = t->span,
                          .binds = t->binds,
                          .bind_count = t->bind_count};
    keep_entry(d, &s);
    if (!d->open[0]) return;
    d->open[0]->first = t->first;
    d->open[0]->last = t->last;
    d->open[0]->child_count = t->child_count;
}

void document_of_example(struct document *d, const struct document *from,
                         const struct term *example)
{
    document_init(d, from->arena, from->words, from->g, from->sources);
    d->first = from->first;
    d->last = from->last;
    d->minor_digits = from->minor_digits;
    for (const struct term *t = example->first; t; t = t->next) {
        if (t->dated) keep_example_line(d, t);
        if (t->form != F_GIVEN) continue;
        for (const struct term *given = t->first; given; given = given->next)
            keep_example_line(d, given);
    }
}

const struct term *document_extra(const struct document *d, const struct entry *e)
{
    CHECK(e->extra < d->extra_count);
    return d->extras[e->extra];
}

uint32_t document_ordinal(const struct document *d, uint32_t index)
{
    date_t date = document_entry(d, index)->date;
    uint32_t n = 1;
    while (index > 0 && document_entry(d, index - 1)->date == date) {
        index--;
        n++;
    }
    return n;
}

/* ---- reading binds ---- */

const struct bind *binds_find(const struct bind *binds, uint32_t from, uint32_t to, enum role role)
{
    for (uint32_t i = from; i < to; i = binds[i].end)
        if (binds[i].role == role) return &binds[i];
    return NULL;
}

const struct bind *term_bind(const struct term *t, enum role role)
{
    return binds_find(t->binds, 0, t->bind_count, role);
}

const struct bind *term_bind_in(const struct term *t, const struct bind *phrase, enum role role)
{
    uint32_t at = (uint32_t)(phrase - t->binds);
    return binds_find(t->binds, at + 1, phrase->end, role);
}

uint32_t term_word(const struct term *t, enum role role)
{
    const struct bind *b = term_bind(t, role);
    return b ? (uint32_t)b->a : WORD_NONE;
}

uint32_t term_word_in(const struct term *t, const struct bind *phrase, enum role role)
{
    const struct bind *b = term_bind_in(t, phrase, role);
    return b ? (uint32_t)b->a : WORD_NONE;
}

struct span bind_span(const struct bind *b)
{
    return (struct span){b->at, b->len};
}

struct str bind_text(struct arena *a, const struct sources *s, const struct bind *b)
{
    struct str raw = sources_text(s, (struct span){(uint32_t)b->a, (uint32_t)b->b});
    if (!memchr(raw.ptr, '\\', raw.len)) return raw;
    char *text = arena_alloc(a, raw.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.ptr[i] == '\\') i++;
        text[len++] = raw.ptr[i];
    }
    return (struct str){text, len};
}

const struct bind *list_first(const struct bind *list)
{
    return list + 1;
}

const struct bind *list_next(const struct term *t, const struct bind *list, const struct bind *b)
{
    return b->end < list->end ? &t->binds[b->end] : NULL;
}
