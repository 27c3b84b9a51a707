/* See posts.h. */
#include "fold/posts.h"

#include "fold/handlers.h"

static bool same_post(const struct post *a, const struct post *b)
{
    return a->body == b->body && str_eq(a->person, b->person);
}

bool post_is_filled(const struct posts *all, const struct post *p, date_t day)
{
    if (p->reversed || day < p->since || day > p->until) return false;
    for (const struct post *later = p + 1; later < all->list + all->count; later++)
        if (!later->reversed && same_post(later, p) && later->since <= day) return false;
    return true;
}

/* What a person works on a day, over all bodies. */
static bool add_shares(struct ratio *sum, const struct posts *all, struct str person, date_t day)
{
    *sum = RATIO_ZERO;
    for (size_t i = 0; i < all->count; i++) {
        const struct post *p = &all->list[i];
        if (!str_eq(p->person, person) || !post_is_filled(all, p, day)) continue;
        if (ratio_add(sum, *sum, p->share) != OK) return false;
    }
    return true;
}

/* The entry, where it is new; where it stands, a late one about the same person; else NULL. */
static const struct entry *who_works_twice(const struct fold *f, const struct entry *e,
                                           const struct post *added)
{
    const struct entry *known = document_entry(f->doc, f->state->known);
    if (fold_may_refuse(f)) return e;
    for (size_t i = 0; i < f->posts.count; i++)
        if (f->posts.list[i].entry == f->state->known &&
            str_eq(f->posts.list[i].person, added->person))
            return known;
    return NULL;
}

static bool check_time(struct fold *f, const struct entry *e, const struct post *added, date_t day)
{
    struct ratio sum;
    char date[DATE_TEXT_BYTES];
    if (!add_shares(&sum, &f->posts, added->person, day)) return true; /* too fine to be added */
    const struct entry *second = who_works_twice(f, e, added);
    if (ratio_compare(sum, RATIO_ONE) <= 0 || !second) return true;
    date_format(date, day);
    DIAG_REPORT(f->diags, E383, entry_span(second), added->person,
                str_format(f->arena, "%lld/%lld", (long long)sum.num, (long long)sum.den),
                str_copy(f->arena, str_from(date)));
    return false;
}

/* The sum grows only on days on which a post begins: that of the new one, and later ones. */
static bool check_days(struct fold *f, const struct entry *e, const struct post *added)
{
    for (size_t i = 0; i < f->posts.count; i++) {
        date_t day = f->posts.list[i].since;
        if (day < added->since || day > added->until) continue;
        if (!check_time(f, e, added, day)) return false;
    }
    return true;
}

static bool read_share(struct fold *f, const struct term *t, struct ratio *out)
{
    const struct bind *share = term_bind(t, ROLE_share);
    *out = RATIO_ONE;
    if (!share) return true;
    bool fits = ratio_make(out, share->a, share->b) == OK && ratio_sign(*out) > 0 &&
                ratio_compare(*out, RATIO_ONE) <= 0;
    if (!fits)
        DIAG_REPORT(f->diags, E206, bind_span(share),
                    sources_text(f->doc->sources, bind_span(share)));
    return fits;
}

bool fold_staff(struct fold *f, const struct entry *e)
{
    const struct term *t = document_extra(f->doc, e);
    struct post post = {.person = bind_text(f->arena, f->doc->sources, term_bind(t, ROLE_text)),
                        .body = pact_find(f->pact, THING_BODY, e->other),
                        .employer = entry_party(f, e),
                        .since = f->day,
                        .until = e->due == DATE_NONE ? DATE_OPEN : e->due,
                        .entry = f->index};
    if (!read_share(f, t, &post.share)) return false;
    *ARENA_PUSH(f->state->arena, f->posts.list, f->posts.count, f->posts.capacity) = post;
    return check_days(f, e, &post);
}

void fold_close_post(struct fold *f, uint32_t entry)
{
    for (size_t i = 0; i < f->posts.count; i++)
        if (f->posts.list[i].entry == entry) f->posts.list[i].reversed = true;
}
