/* Causes of a difference: movements grouped as the lines of one settlement pass by. */
#include "settle/compare.h"

struct tier_part {
    const struct tier *tier;
    int64_t got[2];
};

struct origin_group {
    struct origin origin;
    bool late;
    int64_t whole[2];
    struct tier_part *parts;
    size_t count, capacity;
};

struct comparer {
    struct arena *arena;
    const struct document *doc;
    struct compare_request request;
    struct origin_group *groups;
    size_t count, capacity;
    size_t last; /* the group met last */
};

/* ---- grouping ---- */

/* The figure that a line counts for; what no party got or bore belongs to the whole all the same.
 */
static bool figure_of_line(const struct line *l, enum figure *out)
{
    if (l->out) { /* what a fund bears of a loss */
        *out = FIGURE_BORNE;
        return true;
    }
    switch (l->figure) {
    case FIGURE_CALLED:
    case FIGURE_RECEIVED:
    case FIGURE_BORNE:
    case FIGURE_CHARGES: *out = l->figure; return true;
    case FIGURE_UNSHARED: *out = FIGURE_RECEIVED; return true;
    case FIGURE_UNCOVERED: *out = FIGURE_BORNE; return true;
    case FIGURE_PAID_IN:
    case FIGURE_PAID_OUT:
    case FIGURE_SET_OFF: break;
    }
    return false;
}

static struct origin origin_of(const struct comparer *c, const struct line *l, enum figure figure)
{
    struct origin o = {.figure = figure, .term = l->term, .form = FORM_COUNT, .entry = l->entry};
    if (l->entry == INDEX_NONE) return o;
    const struct entry *e = document_entry(c->doc, l->entry);
    o.form = (enum form)e->form;
    o.subject = e->subject;
    o.project = e->project;
    o.choice = e->choice;
    return o;
}

static bool same_origin(const struct origin *a, const struct origin *b)
{
    return a->figure == b->figure && a->term == b->term && a->form == b->form &&
           a->subject == b->subject && a->project == b->project && a->choice == b->choice;
}

static struct origin_group *find_group(struct comparer *c, const struct origin *origin, bool late)
{
    for (size_t i = 0; i < c->count; i++) {
        size_t at = (c->last + i) % c->count;
        if (c->groups[at].late != late || !same_origin(&c->groups[at].origin, origin)) continue;
        c->last = at;
        return &c->groups[at];
    }
    struct origin_group *added = ARENA_PUSH(c->arena, c->groups, c->count, c->capacity);
    added->origin = *origin;
    added->late = late;
    c->last = c->count - 1;
    return added;
}

static struct tier_part *find_part(struct comparer *c, struct origin_group *g,
                                   const struct tier *tier)
{
    for (size_t i = 0; i < g->count; i++)
        if (g->parts[i].tier == tier) return &g->parts[i];
    struct tier_part *added = ARENA_PUSH(c->arena, g->parts, g->count, g->capacity);
    added->tier = tier;
    return added;
}

static bool is_in(const struct period *p, date_t date)
{
    return p->from <= date && date <= p->until;
}

static void hear_line(void *context, struct fold *f, const struct line *l)
{
    struct comparer *c = context;
    enum figure figure;
    (void)f;
    bool later = is_in(&c->request.later, l->date);
    if (!later && !is_in(&c->request.earlier, l->date)) return;
    if (!figure_of_line(l, &figure)) return;
    struct origin origin = {.figure = figure, .form = FORM_COUNT, .entry = INDEX_NONE};
    if (!l->late) origin = origin_of(c, l, figure);
    struct origin_group *g = find_group(c, &origin, l->late);
    g->whole[later] += l->out ? -l->amount_minor : l->amount_minor;
    if (l->to != LINE_TO_PARTY || l->index != c->request.party) return;
    find_part(c, g, l->late ? NULL : l->tier)->got[later] += l->amount_minor;
}

/* ---- causes ---- */

/* a * b / c, half away from zero; c > 0. */
static int64_t scale(int64_t a, int64_t b, int64_t c)
{
    i128 product = (i128)a * b;
    i128 half = c / 2;
    return (int64_t)((product >= 0 ? product + half : product - half) / c);
}

static void add_change(struct comparison *out, struct arena *a, struct change cause)
{
    if (cause.effect_minor) *ARENA_PUSH(a, out->changes, out->count, out->capacity) = cause;
}

/* Whether a part of the whole can be spoken of in both periods. */
static bool is_divided(const struct origin_group *g)
{
    return !g->late && g->whole[0] > 0 && g->whole[1] > 0;
}

static void add_parts(struct comparison *out, struct arena *a, const struct origin_group *g)
{
    struct change whole = {
        .kind = CHANGE_WHOLE, .origin = g->origin, .whole = {g->whole[0], g->whole[1]}};
    for (size_t i = 0; i < g->count; i++) {
        const struct tier_part *p = &g->parts[i];
        int64_t by_whole = scale(p->got[0], g->whole[1] - g->whole[0], g->whole[0]);
        whole.got[0] += p->got[0];
        whole.got[1] += p->got[1];
        whole.effect_minor += by_whole;
        add_change(out, a,
                   (struct change){.kind = CHANGE_PART,
                                   .origin = g->origin,
                                   .tier = p->tier,
                                   .whole = {g->whole[0], g->whole[1]},
                                   .got = {p->got[0], p->got[1]},
                                   .effect_minor = p->got[1] - p->got[0] - by_whole});
    }
    add_change(out, a, whole);
}

static void add_group(struct comparison *out, struct arena *a, const struct origin_group *g)
{
    struct change one = {.origin = g->origin, .whole = {g->whole[0], g->whole[1]}};
    for (size_t i = 0; i < g->count; i++) {
        one.got[0] += g->parts[i].got[0];
        one.got[1] += g->parts[i].got[1];
    }
    out->totals[0][g->origin.figure] += one.got[0];
    out->totals[1][g->origin.figure] += one.got[1];
    one.effect_minor = one.got[1] - one.got[0];
    if (is_divided(g)) {
        add_parts(out, a, g);
        return;
    }
    one.kind = g->late                       ? CHANGE_LATE
               : g->origin.form == F_REVERSE ? CHANGE_BACK
               : g->whole[1] == 0            ? CHANGE_GONE
                                             : CHANGE_NEW;
    add_change(out, a, one);
}

static uint64_t size_of(int64_t minor)
{
    return minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;
}

/* Figures in their order, then the largest effect; what is equal stays as it came. */
static bool goes_before(const struct change *a, const struct change *b)
{
    if (a->origin.figure != b->origin.figure) return a->origin.figure < b->origin.figure;
    return size_of(a->effect_minor) > size_of(b->effect_minor);
}

static void rank(struct comparison *c)
{
    for (size_t i = 1; i < c->count; i++) {
        struct change moved = c->changes[i];
        size_t at = i;
        for (; at > 0 && goes_before(&moved, &c->changes[at - 1]); at--)
            c->changes[at] = c->changes[at - 1];
        c->changes[at] = moved;
    }
}

bool settle_compare(struct comparison *out, struct arena *arena, const struct pact *pact,
                    struct diags *diags, struct compare_request request)
{
    struct settlement s;
    struct comparer c = {.arena = arena, .doc = pact->doc, .request = request};
    struct fold_options options = {
        .until = request.later.until, .lines = true, .sink = {.context = &c, .line = hear_line}};
    *out = (struct comparison){.request = request};
    if (request.later.until == DATE_NONE) c.request.later.until = DATE_OPEN;
    if (!settle_run(&s, arena, pact, diags, options)) return false;
    out->request.later.until = s.until;
    for (size_t i = 0; i < c.count; i++) add_group(out, arena, &c.groups[i]);
    rank(out);
    return true;
}
