/* The texts of articles: that of the terms, and those that amendments put in its place.
 *
 * Old facts stay under the old text: every text holds for the days from its amendment to the next
 * one of the same article, and who applies it looks at the day. What is not looked up by the day
 * yet must stay in an amended article as it is, word for word. */
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

/* What is looked up by the day, and what is only recorded. */
static bool may_change(const struct term *t)
{
    switch ((int)t->form) {
    case F_PARTY: /* what of it cannot change is checked apart */
    case F_GROUP:
    case F_STAKES:
    case F_BODY:
    case F_DECIDE:
    case F_VETO_RIGHT:
    case F_PLEDGES:
    case F_IN_KIND_COUNTS:
    case F_DUES:
    case F_ARREARS:
    case F_FUND:
    case F_GRANTS_RESTRICTED:
    case F_RESULTS_OWNED:
    case F_USE_RIGHT:
    case F_PUBLICATION:
    case F_FIRST_REFUSAL:
    case F_UNUSED_RETURNS:
    case F_GOVERNMENT_DIFFUSE:
    case F_SHARE:
    case F_BEAR:
    case F_LEAVE:
    case F_EXPELLED:
    case F_DISSOLVE:
    case F_ALWAYS:
    case F_CAP_LIFTED: /* recorded, as all that follow */
    case F_FAILURE_NOTICE:
    case F_GAME:
    case F_DISPUTE:
    case F_COVENANT:
    case F_EXAMPLE:
    case F_RULE: return true;
    default: return false;
    }
}

/* The clause that says the same, from `from` on up to, not with, `end`; NULL: none. */
static const struct term *find_same(const struct pact *p, const struct term *t,
                                    const struct term *from, const struct term *end)
{
    while (from != end && !same_words(p, t, from)) from = from->next;
    return from != end ? from : NULL;
}

/* The first clause of an article that may not change and does not stand in another; NULL where all
 * do. Mostly they stand in the same order, so each search begins where the last one ended. */
static const struct term *find_missing(const struct pact *p, const struct term *article,
                                       const struct term *in)
{
    const struct term *start = in ? in->first : NULL, *at = start;
    for (const struct term *t = article->first; t; t = t->next) {
        if (may_change(t)) continue;
        const struct term *same = find_same(p, t, at, NULL);
        if (!same) same = find_same(p, t, start, at);
        if (!same) return t;
        at = same->next;
    }
    return NULL;
}

static void check_kept(struct pact *p, struct article_text *text)
{
    const struct term *before = text->before ? text->before->term : NULL;
    text->unsupported = find_missing(p, text->term, before);
    if (!text->unsupported && before) text->unsupported = find_missing(p, before, text->term);
}

void build_texts(struct pact *p)
{
    list_texts(p);
    order_texts(p);
    for (size_t i = 0; i < p->text_count; i++)
        if (p->texts[i].entry != INDEX_NONE) check_kept(p, &p->texts[i]);
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

const struct article_text *pact_unsupported_text(const struct pact *p, uint32_t entry)
{
    for (size_t i = 0; i < p->text_count; i++)
        if (p->texts[i].entry == entry && p->texts[i].unsupported) return &p->texts[i];
    return NULL;
}

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
