/* Clauses of two documents matched, and their lines. */
#include "review/revisions.h"

#include <stdlib.h>
#include <string.h>

/* ---- equal words ---- */

struct differ {
    struct arena *arena;
    const struct sources *sources;
    struct revisions *out;
};

static bool same_value(const struct differ *d, const struct bind *x, const struct bind *y)
{
    if (x->role != y->role || x->type != y->type || x->rank != y->rank) return false;
    if (x->type == VALUE_TEXT)
        return str_eq(bind_text(d->arena, d->sources, x), bind_text(d->arena, d->sources, y));
    if (x->type == VALUE_PART) /* 60 parts, or 60% */
        return str_eq(sources_text(d->sources, bind_span(x)),
                      sources_text(d->sources, bind_span(y)));
    if (x->type == VALUE_NUMBER || x->type == VALUE_SHARE || x->type == VALUE_INTEGER)
        return (i128)x->a * y->b == (i128)y->a * x->b;
    return x->a == y->a && x->b == y->b;
}

/* Binds of one level: a stretch of those of a statement. */
struct level {
    const struct bind *binds;
    uint32_t from, to;
    bool in_order; /* items of a list; else each language has its own order */
};

static struct level whole_line(const struct term *t)
{
    return (struct level){t->binds, 0, t->bind_count, false};
}

static struct level inside(const struct bind *binds, uint32_t at)
{
    return (struct level){binds, at + 1, binds[at].end, binds[at].type == VALUE_LIST};
}

static uint32_t find_role(struct level l, uint8_t role)
{
    uint32_t at = l.from;
    while (at < l.to && l.binds[at].role != role) at = l.binds[at].end;
    return at;
}

static bool same_level(const struct differ *d, struct level x, struct level y)
{
    uint32_t left = 0, k = y.from;
    for (uint32_t at = y.from; at < y.to; at = y.binds[at].end) left++;
    for (uint32_t i = x.from; i < x.to; i = x.binds[i].end, left--) {
        uint32_t other = x.in_order ? k : find_role(y, x.binds[i].role);
        if (!left || other >= y.to || !same_value(d, &x.binds[i], &y.binds[other])) return false;
        if (!same_level(d, inside(x.binds, i), inside(y.binds, other))) return false;
        k = y.binds[other].end;
    }
    return left == 0;
}

/* A line without what is indented below it. The number of an article is its place. */
static bool same_line(const struct differ *d, const struct term *x, const struct term *y)
{
    if (x->form != y->form) return false;
    if (x->form != F_ARTICLE) return same_level(d, whole_line(x), whole_line(y));
    return same_value(d, term_bind(x, ROLE_text), term_bind(y, ROLE_text));
}

/* ---- what a clause is about ---- */

#define ABOUT_MAX 3

/* Roles that tell two clauses of a form apart; without a row one clause of the form is as good as
 * another. */
static const struct {
    enum form form;
    enum role roles[ABOUT_MAX];
    uint32_t count;
} abouts[] = {
    {F_A_GOAL, {ROLE_name}, 1},
    {F_PARTY, {ROLE_name}, 1},
    {F_GROUP, {ROLE_name}, 1},
    {F_STAKES, {ROLE_name}, 1},
    {F_BODY, {ROLE_name}, 1},
    {F_DECIDE, {ROLE_matter, ROLE_name}, 2},
    {F_VETO_RIGHT, {ROLE_body}, 1},
    {F_PLEDGES, {ROLE_party}, 1},
    {F_FUND, {ROLE_name}, 1},
    {F_PROJECT, {ROLE_name}, 1},
    {F_RESULTS_OWNED, {ROLE_every, ROLE_project}, 2},
    {F_USE_RIGHT, {ROLE_what, ROLE_to, ROLE_purpose}, 3},
    {F_SHARE, {ROLE_class, ROLE_scope}, 2},
    {F_BEAR, {ROLE_loss, ROLE_scope}, 2},
    {F_COVENANT, {ROLE_name}, 1},
    {F_GAME, {ROLE_name}, 1},
    {F_EXAMPLE, {ROLE_text}, 1},
    {F_ALWAYS, {ROLE_fund, ROLE_cash}, 2},
    {F_RULE, {ROLE_name}, 1},
    {F_RULE_TOP, {ROLE_name}, 1},
    {F_SHARE_LINE, {ROLE_grant, ROLE_name}, 2},
    {F_J_MILESTONE, {ROLE_name}, 1},
};

static uint64_t mix(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * 0x100000001b3u; /* FNV-1a, a word at a time */
}

/* In any order, as the languages have different ones. */
static uint64_t mix_level(const struct differ *d, struct level l);

static uint64_t mix_bind(const struct differ *d, const struct bind *binds, uint32_t at)
{
    const struct bind *b = &binds[at];
    uint64_t hash = mix(mix(mix(0, b->role), b->type), b->rank);
    hash = mix(hash, mix_level(d, inside(binds, at)));
    if (b->type != VALUE_TEXT) return mix(mix(hash, (uint64_t)b->a), (uint64_t)b->b);
    struct str text = bind_text(d->arena, d->sources, b);
    for (size_t i = 0; i < text.len; i++) hash = mix(hash, (unsigned char)text.ptr[i]);
    return hash;
}

static uint64_t mix_level(const struct differ *d, struct level l)
{
    uint64_t sum = 0;
    for (uint32_t at = l.from; at < l.to; at = l.binds[at].end) sum += mix_bind(d, l.binds, at);
    return sum;
}

/* A number for what a clause is about: equal where two are about the same. */
static uint64_t about(const struct differ *d, const struct term *t)
{
    uint64_t hash = mix(0xcbf29ce484222325u, (uint64_t)t->form);
    if (t->form == F_ARTICLE) return mix(hash, t->article);
    for (size_t i = 0; i < ARRAY_LEN(abouts); i++) {
        if (abouts[i].form != t->form) continue;
        for (uint32_t k = 0; k < abouts[i].count; k++) {
            const struct bind *b = term_bind(t, abouts[i].roles[k]);
            if (b) hash = mix(hash, mix_bind(d, t->binds, (uint32_t)(b - t->binds)));
        }
    }
    return hash;
}

/* ---- lines of a clause ---- */

struct lines {
    const struct term **list;
    size_t count, capacity;
};

static void add_lines(struct arena *a, struct lines *out, const struct term *t)
{
    *ARENA_PUSH(a, out->list, out->count, out->capacity) = t;
    if (t->form == F_ARTICLE || t->form == F_ALLIANCE)
        return; /* their clauses stand for themselves */
    for (const struct term *below = t->first; below; below = below->next) add_lines(a, out, below);
}

static void add_line(const struct differ *d, struct revision *c, const struct term *before,
                     const struct term *after)
{
    *ARENA_PUSH(d->arena, c->lines, c->line_count, c->line_capacity) =
        (struct line_revision){before, after};
    interests_compare(d->arena, &c->gains, &c->loses, before, after);
}

/* What stands between two lines that are the same: lines of one form become each other in order. */
static void add_stretch(const struct differ *d, struct revision *c, const struct lines *x,
                        size_t x_from, size_t x_to, const struct lines *y, size_t y_from,
                        size_t y_to)
{
    while (x_from < x_to && y_from < y_to) {
        bool same = x->list[x_from]->form == y->list[y_from]->form;
        bool more_old = x_to - x_from > y_to - y_from;
        if (same)
            add_line(d, c, x->list[x_from++], y->list[y_from++]);
        else if (more_old)
            add_line(d, c, x->list[x_from++], NULL);
        else
            add_line(d, c, NULL, y->list[y_from++]);
    }
    while (x_from < x_to) add_line(d, c, x->list[x_from++], NULL);
    while (y_from < y_to) add_line(d, c, NULL, y->list[y_from++]);
}

/* Above this many comparisons the lines of a clause are taken one by one in order. */
#define COMPARISONS_MAX 4000000u

/* The longest common subsequence by its lengths from the end, so that it can be walked forwards. */
static const uint32_t *common_lengths(const struct differ *d, const struct lines *x,
                                      const struct lines *y)
{
    size_t width = y->count + 1;
    uint32_t *table = ARENA_ARRAY(d->arena, uint32_t, (x->count + 1) * width);
    for (size_t i = x->count; i-- > 0;)
        for (size_t k = y->count; k-- > 0;) {
            uint32_t skip_old = table[(i + 1) * width + k], skip_new = table[i * width + k + 1];
            uint32_t best = skip_old > skip_new ? skip_old : skip_new;
            bool same = same_line(d, x->list[i], y->list[k]);
            table[i * width + k] = same ? table[(i + 1) * width + k + 1] + 1 : best;
        }
    return table;
}

static void compare_lines(const struct differ *d, struct revision *c, const struct term *before,
                          const struct term *after)
{
    struct lines x = {0}, y = {0};
    add_lines(d->arena, &x, before);
    add_lines(d->arena, &y, after);
    if ((x.count + 1) * (y.count + 1) > COMPARISONS_MAX) {
        add_stretch(d, c, &x, 0, x.count, &y, 0, y.count);
        return;
    }
    const uint32_t *lengths = common_lengths(d, &x, &y);
    size_t width = y.count + 1, x_from = 0, y_from = 0, i = 0, k = 0;
    while (i < x.count && k < y.count) {
        if (same_line(d, x.list[i], y.list[k])) {
            add_stretch(d, c, &x, x_from, i, &y, y_from, k);
            x_from = ++i;
            y_from = ++k;
        } else if (lengths[(i + 1) * width + k] >= lengths[i * width + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
    add_stretch(d, c, &x, x_from, x.count, &y, y_from, y.count);
}

/* ---- how much it matters ---- */

static bool is_minor_form(enum form form)
{
    switch ((int)form) {
    case F_LANGUAGE:
    case F_INCLUDE:
    case F_ARTICLE:
    case F_A_ZH:
    case F_A_GOAL:
    case F_P_ZH:
    case F_P_REGISTERED:
    case F_P_SIGNS:
    case F_EXAMPLE:
    case F_RULE:
    case F_RULE_TOP: return true;
    default: return false;
    }
}

/* Whether two lines differ in their texts alone, and these only name what they stand at. */
static bool is_renamed(const struct differ *d, const struct line_revision *l)
{
    if (!l->before || !l->after || l->before->form != l->after->form) return false;
    if (l->after->form == F_COVENANT || l->after->form == F_DISPUTE) return false;
    if (l->before->bind_count != l->after->bind_count) return false;
    for (uint32_t i = 0; i < l->before->bind_count; i++) {
        const struct bind *x = &l->before->binds[i], *y = &l->after->binds[i];
        bool texts = x->type == VALUE_TEXT && y->type == VALUE_TEXT;
        if (!texts && !same_value(d, x, y)) return false;
    }
    return true;
}

static bool is_major(const struct differ *d, const struct revision *c)
{
    const struct term *clause = c->after ? c->after : c->before;
    if (c->kind == REVISION_MOVED || is_minor_form(clause->form)) return false;
    for (size_t i = 0; i < c->line_count; i++) {
        const struct line_revision *l = &c->lines[i];
        const struct term *line = l->after ? l->after : l->before;
        if (!is_minor_form(line->form) && !is_renamed(d, l)) return true;
    }
    return false;
}

/* ---- clauses ---- */

struct clause_at {
    const struct term *term;
    uint64_t about;
    uint32_t order;
    const struct clause_at *other; /* the clause of the other text; NULL: none */
};

struct clause_list {
    struct clause_at *list;
    size_t count, capacity;
};

static void add_clause(struct differ *d, struct clause_list *out, const struct term *t)
{
    uint32_t order = (uint32_t)out->count;
    *ARENA_PUSH(d->arena, out->list, out->count, out->capacity) =
        (struct clause_at){t, about(d, t), order, NULL};
}

static struct clause_list list_clauses(struct differ *d, const struct document *doc)
{
    struct clause_list out = {0};
    for (const struct term *top = doc->first; top; top = top->next) {
        add_clause(d, &out, top);
        bool opens = top->form == F_ARTICLE || top->form == F_ALLIANCE;
        for (const struct term *t = opens ? top->first : NULL; t; t = t->next)
            add_clause(d, &out, t);
    }
    return out;
}

static int compare_abouts(const void *x, const void *y)
{
    const struct clause_at *a = *(struct clause_at *const *)x, *b = *(struct clause_at *const *)y;
    if (a->about != b->about) return a->about < b->about ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static struct clause_at **sorted(struct differ *d, struct clause_list *l)
{
    struct clause_at **list = ARENA_ARRAY(d->arena, struct clause_at *, l->count);
    for (size_t i = 0; i < l->count; i++) list[i] = &l->list[i];
    if (l->count) qsort(list, l->count, sizeof *list, compare_abouts);
    return list;
}

/* Several about the same are matched in order. */
static void match_clauses(struct differ *d, struct clause_list *old, struct clause_list *new)
{
    struct clause_at **x = sorted(d, old), **y = sorted(d, new);
    for (size_t i = 0, k = 0; i < old->count && k < new->count;) {
        if (x[i]->about == y[k]->about) {
            x[i]->other = y[k];
            y[k]->other = x[i];
        }
        bool next_old = x[i]->about <= y[k]->about, next_new = x[i]->about >= y[k]->about;
        i += next_old;
        k += next_new;
    }
}

static void keep(const struct differ *d, struct revision change)
{
    struct revisions *out = d->out;
    change.major = is_major(d, &change);
    *ARENA_PUSH(out->arena, out->list, out->count, out->capacity) = change;
}

static void keep_one_sided(const struct differ *d, const struct term *before,
                           const struct term *after)
{
    struct revision c = {
        .kind = before ? REVISION_REMOVED : REVISION_ADDED, .before = before, .after = after};
    struct lines lines = {0};
    add_lines(d->arena, &lines, before ? before : after);
    for (size_t i = 0; i < lines.count; i++)
        add_line(d, &c, before ? lines.list[i] : NULL, before ? NULL : lines.list[i]);
    keep(d, c);
}

static void keep_pair(const struct differ *d, const struct term *before, const struct term *after)
{
    struct revision c = {.kind = REVISION_ALTERED, .before = before, .after = after};
    compare_lines(d, &c, before, after);
    if (!c.line_count && before->article == after->article) return;
    if (!c.line_count) c.kind = REVISION_MOVED;
    keep(d, c);
}

void revisions_find(struct revisions *out, struct arena *a, const struct document *before,
                    const struct document *after)
{
    *out = (struct revisions){.arena = a};
    struct differ d = {a, after->sources, out};
    struct clause_list old = list_clauses(&d, before), new = list_clauses(&d, after);
    match_clauses(&d, &old, &new);
    size_t at = 0;
    for (size_t k = 0; k < new.count; k++) {
        const struct clause_at *other = new.list[k].other;
        size_t upto = other ? other->order : at;
        for (; at < upto; at++)
            if (!old.list[at].other) keep_one_sided(&d, old.list[at].term, NULL);
        if (other)
            keep_pair(&d, other->term, new.list[k].term);
        else
            keep_one_sided(&d, NULL, new.list[k].term);
    }
    for (; at < old.count; at++)
        if (!old.list[at].other) keep_one_sided(&d, old.list[at].term, NULL);
}
