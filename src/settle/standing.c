/* See standing.h. */
#include "settle/standing.h"

#include "fold/hold.h"

static struct fold *fold_of(struct standing *s)
{
    return &s->settlement.fold;
}

/* ---- opening ---- */

static bool fold_all(struct standing *s, struct fold *f)
{
    fold_init(f, s->arena, s->pact, s->diags, s->options);
    return fold_go_on(f);
}

bool standing_open(struct standing *s, struct arena *arena, struct pact *pact, struct document *doc,
                   struct diags *diags, struct fold_options options)
{
    options.until = DATE_OPEN;
    options.standing = true;
    *s = (struct standing){
        .arena = arena, .doc = doc, .then = *doc, .pact = pact, .diags = diags, .options = options};
    return fold_all(s, fold_of(s));
}

/* ---- days that were settled ---- */

static void reopen(struct standing *s)
{
    if (s->closed) hold_return(fold_of(s));
    s->closed = false;
}

bool standing_settle(struct standing *s, date_t day)
{
    struct fold *f = fold_of(s);
    reopen(s);
    CHECK(day >= f->day);
    hold_mark(f);
    s->closed = true;
    s->settlement.until = f->options.until = day;
    return fold_reach(f) && fold_close(f, day);
}

/* ---- going on ---- */

/* Reported for what was read before, it was said before. */
static void report_new(struct standing *s, const struct diags *all, uint32_t from)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->list[i].span.at >= from)
            diags_report(s->diags, all->list[i].code, all->list[i].span, all->list[i].args);
}

/* Where new entries begin in the sources; those of one document follow each other. */
static uint32_t begin_of_new(const struct standing *s)
{
    return document_entry(s->doc, s->then.entry_count)->at;
}

/* NULL where an error was reported. */
static struct pact *resolve_again(struct standing *s)
{
    struct diags all;
    diags_init(&all, s->arena);
    all.lang = s->diags->lang;
    struct pact *pact = pact_resolve(s->arena, s->doc, &all);
    pact->diags = s->diags;
    report_new(s, &all, begin_of_new(s));
    return diags_has_errors(&all) ? NULL : pact;
}

/* From the beginning, beside what there is; that is left where it fails. */
static bool begin_again(struct standing *s)
{
    struct fold *fresh = ARENA_NEW(s->arena, struct fold);
    struct diags *diags = s->diags;
    struct diags all;
    diags_init(&all, s->arena);
    all.lang = diags->lang;
    s->diags = &all;
    const struct line_sink *sink = &s->options.sink;
    if (sink->goes_back) sink->goes_back(sink->context, 0);
    bool ok = fold_all(s, fresh);
    s->diags = diags;
    report_new(s, &all, begin_of_new(s));
    if (!ok) return false;
    *fold_of(s) = *fresh;
    fold_of(s)->diags = diags;
    fold_of(s)->sharer.context = fold_of(s);
    return true;
}

/* Whether the fold of what there is can go on; *failed_out where an error was reported. */
static bool go_on_growing(struct standing *s, bool *failed_out)
{
    struct fold *f = fold_of(s);
    size_t errors = s->diags->counts[SEVERITY_ERROR];
    if (s->doc->last != s->then.last) return false;
    hold_mark(f);
    if (fold_grow(f, s->pact) && fold_go_on(f)) {
        hold_forget(f);
        return true;
    }
    *failed_out = s->diags->counts[SEVERITY_ERROR] > errors;
    hold_return(f);
    return false;
}

static bool go_on_by(struct standing *s, struct pact *pact)
{
    struct pact *old = s->pact;
    bool failed = false;
    s->pact = pact;
    if (go_on_growing(s, &failed) || (!failed && begin_again(s))) return true;
    s->pact = old;
    return false;
}

bool standing_go_on(struct standing *s)
{
    reopen(s);
    if (s->doc->entry_count == s->then.entry_count) return true;
    bool declares = s->doc->ahead_count > s->then.ahead_count || s->doc->last != s->then.last;
    struct pact *pact = declares ? resolve_again(s) : s->pact;
    if (pact) pact_fit_words(pact);
    bool ok = pact && go_on_by(s, pact);
    if (ok)
        s->then = *s->doc;
    else
        *s->doc = s->then;
    return ok;
}
