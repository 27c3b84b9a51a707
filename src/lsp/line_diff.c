/* What differs between two texts: Myers' greedy search, forwards, with its rows kept for the way
 * back. */
#include "lsp/line_diff.h"

#include "base/limits.h"

#define D_MAX ((int64_t)LIMIT_LINES_CHANGED_MAX)

/* The lines of both texts between their equal begin and end. */
struct diff {
    struct arena *arena;
    const struct lines *before, *after;
    int64_t skip;   /* lines that are equal at the begin */
    int64_t n, m;   /* lines of each that are looked at */
    int64_t **rows; /* by d: the furthest x on diagonal k at [k + d] */
    struct line_changes *out;
};

static struct str line_with_break(const struct lines *l, size_t line)
{
    size_t to = line + 1 < l->count ? l->starts[line + 1] : l->text.len;
    return str_slice(l->text, l->starts[line], to);
}

static bool same_line(const struct diff *d, int64_t x, int64_t y)
{
    return str_eq(line_with_break(d->before, (size_t)(x + d->skip)),
                  line_with_break(d->after, (size_t)(y + d->skip)));
}

static void trim(struct diff *d)
{
    int64_t n = (int64_t)d->before->count, m = (int64_t)d->after->count;
    while (d->skip < n && d->skip < m && same_line(d, 0, 0)) d->skip++;
    d->n = n - d->skip;
    d->m = m - d->skip;
    while (d->n > 0 && d->m > 0 && same_line(d, d->n - 1, d->m - 1)) {
        d->n--;
        d->m--;
    }
}

/* Where diagonal k of row `steps` begins: below or right of the row before it. */
static int64_t begin_of(const struct diff *d, int64_t steps, int64_t k)
{
    const int64_t *above = d->rows[steps - 1] + steps - 1;
    bool down = k == -steps || (k != steps && above[k - 1] < above[k + 1]);
    return down ? above[k + 1] : above[k - 1] + 1;
}

/* How many lines differ; -1: more than are looked for. */
static int64_t search(struct diff *d)
{
    for (int64_t steps = 0; steps <= D_MAX && steps <= d->n + d->m; steps++) {
        int64_t *row = ARENA_ARRAY(d->arena, int64_t, (size_t)(2 * steps + 1));
        d->rows[steps] = row;
        for (int64_t k = -steps; k <= steps; k += 2) {
            int64_t x = steps ? begin_of(d, steps, k) : 0;
            while (x < d->n && x - k < d->m && x - k >= 0 && x >= 0 && same_line(d, x, x - k)) x++;
            row[k + steps] = x;
            if (x >= d->n && x - k >= d->m) return steps;
        }
    }
    return -1;
}

static void add(struct diff *d, int64_t x, int64_t to_x, int64_t y, int64_t to_y)
{
    *ARENA_PUSH(d->arena, d->out->list, d->out->count, d->out->capacity) =
        (struct line_change){(size_t)(x + d->skip), (size_t)(to_x + d->skip), (size_t)(y + d->skip),
                             (size_t)(to_y + d->skip)};
}

static void reverse(struct line_changes *c)
{
    for (size_t i = 0; i < c->count / 2; i++) {
        struct line_change swapped = c->list[i];
        c->list[i] = c->list[c->count - 1 - i];
        c->list[c->count - 1 - i] = swapped;
    }
}

/* Changes side by side are one. */
static void join(struct line_changes *c)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->count; i++) {
        struct line_change *last = kept ? &c->list[kept - 1] : NULL;
        if (last && last->to == c->list[i].from && last->new_to == c->list[i].new_from) {
            last->to = c->list[i].to;
            last->new_to = c->list[i].new_to;
        } else {
            c->list[kept++] = c->list[i];
        }
    }
    c->count = kept;
}

/* From the end back to the begin, a line at each step. */
static void walk_back(struct diff *d, int64_t steps)
{
    int64_t x = d->n, y = d->m;
    for (; steps > 0; steps--) {
        int64_t k = x - y, from = begin_of(d, steps, k);
        const int64_t *above = d->rows[steps - 1] + steps - 1;
        bool down = k == -steps || (k != steps && above[k - 1] < above[k + 1]);
        int64_t before_x = down ? from : from - 1, before_y = down ? from - k - 1 : from - k;
        add(d, before_x, from, before_y, from - k);
        x = before_x;
        y = before_y;
    }
    reverse(d->out);
    join(d->out);
}

void line_diff(struct line_changes *out, struct arena *a, const struct lines *before,
               const struct lines *after)
{
    struct diff d = {.arena = a, .before = before, .after = after, .out = out};
    *out = (struct line_changes){0};
    d.rows = ARENA_ARRAY(a, int64_t *, (size_t)D_MAX + 1);
    trim(&d);
    if (d.n == 0 && d.m == 0) return;
    int64_t steps = search(&d);
    if (steps < 0)
        add(&d, 0, d.n, 0, d.m);
    else
        walk_back(&d, steps);
}
