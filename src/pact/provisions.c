/* What is in force from one amendment to the next.
 *
 * The passes that read what is looked up by the day run once for the terms and once for every
 * amendment, over the articles as they then are. What they report of an article that was not
 * restated was reported before. */
#include "pact/build.h"

/* The articles of the terms, or those before an amendment with what it restates in their place. */
static void add_provisions(struct pact *p, uint32_t entry, date_t from)
{
    const struct provisions *before =
        p->provisions_count ? &p->provisions[p->provisions_count - 1] : NULL;
    struct provisions *now = &p->provisions[p->provisions_count++];
    *now = (struct provisions){.from = from, .entry = entry, .in_kind_rate = RATIO_ONE};
    now->texts = ARENA_ARRAY(p->arena, const struct article_text *, p->text_count);
    if (before) now->text_count = before->text_count;
    for (size_t i = 0; i < now->text_count; i++) now->texts[i] = before->texts[i];
    for (size_t i = 0; i < p->text_count; i++) {
        const struct article_text *text = &p->texts[i];
        size_t at = 0;
        if (text->entry != entry) continue;
        while (at < now->text_count && now->texts[at] != text->before) at++;
        now->texts[at] = text;
        if (at == now->text_count) now->text_count++;
    }
}

void list_provisions(struct pact *p)
{
    p->provisions = ARENA_ARRAY(p->arena, struct provisions, p->text_count + 1);
    add_provisions(p, INDEX_NONE, DATE_NONE);
    for (size_t i = 0; i < p->text_count; i++) {
        uint32_t entry = p->texts[i].entry;
        if (entry != p->provisions[p->provisions_count - 1].entry)
            add_provisions(p, entry, p->texts[i].from);
    }
    p->building = p->provisions;
}

void build_groups(struct pact *p)
{
    for (size_t i = 0; i < p->provisions_count; i++) {
        size_t told = p->diags->count;
        p->building = &p->provisions[i];
        read_groups(p);
        if (i) diags_drop_repeated(p->diags, told);
    }
    p->building = p->provisions;
}

void build_provisions(struct pact *p)
{
    for (size_t i = 0; i < p->provisions_count; i++) {
        size_t told = p->diags->count;
        p->building = &p->provisions[i];
        build_leads(p);
        build_funds(p);
        build_dissolution(p);
        build_rights(p);
        build_leaving(p);
        build_bodies(p);
        build_restrictions(p);
        build_invariants(p);
        build_arrears(p);
        build_dues(p);
        build_in_kind(p);
        if (i) diags_drop_repeated(p->diags, told);
    }
    p->building = p->provisions;
}

const struct term *find_declared(const struct provisions *now, enum form form, uint32_t word)
{
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next)
            if (t->form == form && term_word(t, ROLE_name) == word) return t;
    return NULL;
}

const struct term *find_before(const struct pact *p, const struct provisions *now, enum form form,
                               uint32_t word)
{
    return now == p->provisions ? NULL : find_declared(now - 1, form, word);
}

const struct provisions *provisions_of(const struct pact *p, uint32_t entry)
{
    size_t i = p->provisions_count - 1;
    while (i > 0 && p->provisions[i].entry != entry) i--;
    return &p->provisions[i];
}

/* ---- asked by the layers above ---- */

const struct provisions *pact_at(const struct pact *p, date_t day)
{
    size_t low = 0, high = p->provisions_count; /* those below low are in force by then */
    CHECK(high > 0);
    if (p->provisions[high - 1].from <= day) return &p->provisions[high - 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->provisions[middle].from <= day)
            low = middle + 1;
        else
            high = middle;
    }
    CHECK(low > 0);
    return &p->provisions[low - 1];
}

const struct provisions *pact_when(const struct pact *p, uint32_t entry)
{
    size_t i = p->provisions_count - 1;
    while (i > 0 && p->provisions[i].entry >= entry) i--;
    return &p->provisions[i];
}
