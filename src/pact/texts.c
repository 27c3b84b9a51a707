/* The texts of articles: that of the terms, and those that amendments put in its place.
 *
 * Old facts stay under the old text: every text holds for the days from its amendment to the next
 * one of the same article, and who applies it looks at the day. */
#include "pact/build.h"

static void add_text(struct pact *p, const struct term *article, date_t from, uint32_t entry)
{
    *ARENA_PUSH(p->arena, p->texts, p->text_count, p->text_capacity) =
        (struct article_text){.term = article, .from = from, .to = DATE_OPEN, .entry = entry};
}

static void list_texts(struct pact *p)
{
    for (const struct term *t = p->doc->first; t; t = t->next)
        if (t->form == F_ARTICLE) add_text(p, t, DATE_NONE, INDEX_NONE);
    for (size_t i = 0; i < p->doc->ahead_count; i++) {
        const struct entry *e = document_entry(p->doc, p->doc->ahead[i]);
        if (e->form != F_AMEND) continue;
        for (const struct term *t = document_extra(p->doc, e)->first; t; t = t->next)
            add_text(p, t, e->date, p->doc->ahead[i]);
    }
}

/* Each text ends where the next one of its article begins. */
static void order_texts(struct pact *p)
{
    uint64_t *numbers = ARENA_ARRAY(p->arena, uint64_t, p->text_count);
    for (size_t i = 0; i < p->text_count; i++) numbers[i] = p->texts[i].term->article;
    const uint32_t *earlier = find_equals(p->arena, numbers, (uint32_t)p->text_count);
    for (size_t i = 0; i < p->text_count; i++) {
        if (earlier[i] == INDEX_NONE) continue;
        struct article_text *text = &p->texts[i], *before = &p->texts[earlier[i]];
        if (before->entry == text->entry)
            DIAG_REPORT(p->diags, E233, text->term->span,
                        str_format(p->arena, "%u", text->term->article));
        before->to = text->from;
        text->before = before;
    }
}

/* ---- what goes on ---- */

static bool same_bind(const struct pact *p, const struct bind *a, const struct bind *b)
{
    const struct sources *s = p->doc->sources;
    if (a->role != b->role || a->type != b->type || a->rank != b->rank || a->end != b->end)
        return false;
    if (a->type == VALUE_TEXT) return str_eq(bind_text(p->arena, s, a), bind_text(p->arena, s, b));
    if (a->type == VALUE_PART) /* 60 parts, or 60% */
        return str_eq(sources_text(s, bind_span(a)), sources_text(s, bind_span(b)));
    return a->a == b->a && a->b == b->b;
}

bool same_words(const struct pact *p, const struct term *a, const struct term *b)
{
    if (a->form != b->form || a->bind_count != b->bind_count || a->child_count != b->child_count)
        return false;
    for (uint32_t i = 0; i < a->bind_count; i++)
        if (!same_bind(p, &a->binds[i], &b->binds[i])) return false;
    const struct term *x = a->first, *y = b->first;
    for (; x; x = x->next, y = y->next)
        if (!same_words(p, x, y)) return false;
    return true;
}

void build_texts(struct pact *p)
{
    list_texts(p);
    order_texts(p);
    list_provisions(p);
}

void for_texts(struct pact *p,
               void (*visit)(struct pact *p, const struct term *t, const struct article_text *text))
{
    size_t k = 0;
    for (size_t i = 0; i < p->text_count; i++) {
        while (p->provisions[k].entry != p->texts[i].entry) k++;
        p->building = &p->provisions[k];
        for (const struct term *t = p->texts[i].term->first; t; t = t->next)
            visit(p, t, &p->texts[i]);
    }
    p->building = p->provisions;
}

void for_articles(struct pact *p, void (*visit)(struct pact *p, const struct term *t))
{
    const struct provisions *now = p->building;
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next) visit(p, t);
}

/* ---- asked by the layers above ---- */

bool pact_is_amended(const struct pact *p)
{
    return p->text_count && p->texts[p->text_count - 1].entry != INDEX_NONE;
}

date_t pact_next_text(const struct pact *p, date_t day, date_t last)
{
    date_t next = last;
    for (size_t i = 0; i < p->text_count; i++)
        if (p->texts[i].from > day && p->texts[i].from < next) next = p->texts[i].from;
    return next;
}

struct str pact_clause(struct arena *a, const struct term *t)
{
    const struct term *top = t;
    while (top->parent) top = top->parent;
    if (top->form != F_AMEND) return str_format(a, "%u.%u", t->article, t->clause);
    char date[DATE_TEXT_BYTES];
    date_format(date, top->date);
    return str_format(a, "%u.%u (%s)", t->article, t->clause, date);
}
