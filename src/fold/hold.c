/* See hold.h. */
#include "fold/hold.h"

#include "base/limits.h"
#include "fold/budgets.h"
#include "fold/handlers.h"
#include "share/explain.h"

#include <stdlib.h>
#include <string.h>

/* A day on which an entry takes effect that is written later. */
struct wanted {
    date_t day;
    uint32_t last; /* the last entry that does */
};

struct kept_place {
    uint64_t kept; /* how many were before it, in time */
    date_t day;    /* all that is known and took effect up to and with it is in it */
    uint32_t next; /* the entry of the journal with which to go on */
    struct fold fold;
    struct arena_copy *state;
};

struct held_mark {
    struct fold fold;
    struct arena_copy *state, *stands; /* NULL: there is none */
    uint64_t kept;
    uint32_t *late;
    size_t late_count, late_capacity;
};

struct hold {
    struct arena state, stands;
    struct held_mark mark;
    uint64_t kept;                              /* places so far */
    struct kept_place places[LIMIT_PLACES_MAX]; /* ascending */
    size_t place_count;
    struct wanted *wanted; /* ascending by day */
    size_t wanted_count;
    uint32_t *late; /* known late entries, in order of effect */
    size_t late_count, late_capacity;
};

/* Folding an entry costs about as much as copying so many bytes. */
#define BYTES_AN_ENTRY ((size_t)2048)
#define ENTRIES_BETWEEN_MIN 64u
#define STANDING_TIMES                                                                             \
    8u /* so much farther apart where it is not known that one will be needed                      \
        */

static void release(void *object)
{
    struct hold *h = object;
    for (size_t i = 0; i < h->place_count; i++) arena_copy_free(h->places[i].state);
    arena_copy_free(h->mark.state);
    arena_copy_free(h->mark.stands);
    arena_release(&h->state);
    arena_release(&h->stands);
}

/* ---- the days before which places are wanted ---- */

static int compare_wanted(const void *a, const void *b)
{
    const struct wanted *x = a, *y = b;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return (x->last > y->last) - (x->last < y->last);
}

static void find_wanted(struct fold *f, struct hold *h)
{
    const struct document *d = f->doc;
    if (!d->late_count) return;
    h->wanted = ARENA_ARRAY(f->arena, struct wanted, d->late_count);
    for (size_t i = 0; i < d->late_count; i++)
        h->wanted[i] = (struct wanted){document_entry(d, d->late[i])->effective, d->late[i]};
    qsort(h->wanted, d->late_count, sizeof *h->wanted, compare_wanted);
    for (size_t i = 0; i < d->late_count; i++) {
        bool same = h->wanted_count && h->wanted[h->wanted_count - 1].day == h->wanted[i].day;
        h->wanted[same ? h->wanted_count - 1 : h->wanted_count++] = h->wanted[i];
    }
}

/* Finds the first day from `day` on for which an entry is still to come. */
static void want_next(struct fold *f, date_t day)
{
    const struct hold *h = f->hold;
    size_t from = 0, to = h->wanted_count;
    if (f->options.standing) {
        f->keep_after = day - 1;
        return;
    }
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (h->wanted[middle].day < day)
            from = middle + 1;
        else
            to = middle;
    }
    while (from < h->wanted_count && h->wanted[from].last <= f->state->known) from++;
    f->keep_after = from < h->wanted_count ? h->wanted[from].day - 1 : DATE_OPEN;
}

void hold_want(struct fold *f)
{
    want_next(f, f->day + 1);
}

/* ---- keeping ---- */

/* How far the neighbours of a place are apart without it, beside its distance from now: a fraction.
 */
struct apart {
    uint64_t gap, age;
};

static struct apart apart_without(const struct hold *h, size_t i, uint32_t next)
{
    uint32_t before = i ? h->places[i - 1].next : 0;
    return (struct apart){h->places[i + 1].next - before, (uint64_t)next - h->places[i].next + 1};
}

/* Where there are too many, that one goes without which the others are least apart: what is long
 * past may be far apart. */
static void make_room(struct hold *h, uint32_t next)
{
    if (h->place_count < LIMIT_PLACES_MAX) return;
    size_t worst = 0;
    struct apart least = apart_without(h, 0, next);
    for (size_t i = 1; i + 1 < h->place_count; i++) {
        struct apart apart = apart_without(h, i, next);
        if (apart.gap * least.age >= least.gap * apart.age) continue;
        least = apart;
        worst = i;
    }
    arena_copy_free(h->places[worst].state);
    memmove(&h->places[worst], &h->places[worst + 1],
            (h->place_count - worst - 1) * sizeof *h->places);
    h->place_count--;
}

static bool is_worth_it(const struct fold *f, uint32_t next)
{
    const struct hold *h = f->hold;
    uint32_t before = h->place_count ? h->places[h->place_count - 1].next : 0;
    size_t apart = f->options.places_apart;
    if (!apart) apart = ENTRIES_BETWEEN_MIN + arena_used_bytes(&h->state) / BYTES_AN_ENTRY;
    if (!f->options.places_apart && f->options.standing) apart *= STANDING_TIMES;
    return next - before >= apart;
}

void hold_keep(struct fold *f, date_t day, uint32_t next)
{
    struct hold *h = f->hold;
    CHECK(day > f->day);
    if (is_worth_it(f, next)) {
        make_room(h, next);
        h->places[h->place_count++] =
            (struct kept_place){h->kept++, f->day, next, *f, arena_copy(&h->state)};
    }
    want_next(f, day + 1);
}

/* ---- going back ---- */

/* What does not go back, and the scratch. */
static void keep_what_stands(struct fold *f, const struct fold *now)
{
    f->options = now->options;
    f->diags = now->diags;
    f->sharer = now->sharer;
    f->sharer.state = f->sharer.weigher.state = f->state;
    f->index = now->index;
    f->line_count = now->line_count;
    f->settled = now->settled;
    f->settled_count = now->settled_count;
    f->settled_capacity = now->settled_capacity;
    f->booked = now->booked;
    f->booked_count = now->booked_count;
    f->booked_capacity = now->booked_capacity;
    f->short_minor = now->short_minor;
    f->held = now->held;
    f->told_budgets = now->told_budgets;
    f->withheld_minor = now->withheld_minor;
    f->replaying = now->replaying;
    f->accepted = now->accepted;
    f->next = now->next;
    f->part_units = now->part_units;
    f->blames = now->blames;
    bool grown = f->pact != now->pact || f->seen != now->seen;
    f->pact = now->pact;
    if (grown) fold_fit(f);
    explain_forget(&f->sharer);
}

static void drop_places_after(struct hold *h, date_t day)
{
    while (h->place_count && h->places[h->place_count - 1].day > day)
        arena_copy_free(h->places[--h->place_count].state);
}

/* What was written late and takes effect after a day. */
static struct way_on way_from(const struct fold *f, uint32_t next, date_t day)
{
    const struct hold *h = f->hold;
    size_t from = h->late_count;
    while (from > 0 && document_entry(f->doc, h->late[from - 1])->effective > day) from--;
    return (struct way_on){next, h->late + from, h->late_count - from};
}

struct way_on hold_go_back(struct fold *f, date_t day)
{
    struct hold *h = f->hold;
    const struct fold now = *f;
    const struct state state = *f->state;
    struct way_on way = way_from(f, 0, f->pact->founded - 1);
    drop_places_after(h, day);
    if (h->place_count) {
        const struct kept_place *place = &h->places[h->place_count - 1];
        arena_go_back(&h->state, place->state);
        *f = place->fold;
        way = way_from(f, place->next, place->day);
    } else {
        arena_clear(&h->state);
        fold_begin(f);
    }
    state_stands(f->state, &state);
    keep_what_stands(f, &now);
    hold_want(f);
    return way;
}

/* ---- the mark ---- */

void hold_mark(struct fold *f)
{
    struct hold *h = f->hold;
    CHECK(!h->mark.state);
    h->mark = (struct held_mark){.fold = *f,
                                 .state = arena_copy(&h->state),
                                 .stands = arena_copy(&h->stands),
                                 .kept = h->kept,
                                 .late = h->late,
                                 .late_count = h->late_count,
                                 .late_capacity = h->late_capacity};
}

void hold_forget(struct fold *f)
{
    struct held_mark *mark = &f->hold->mark;
    arena_copy_free(mark->state);
    arena_copy_free(mark->stands);
    *mark = (struct held_mark){.state = NULL};
}

/* What was kept since may know of what is no more. */
static void drop_places_since(struct hold *h, uint64_t kept)
{
    size_t left = 0;
    for (size_t i = 0; i < h->place_count; i++) {
        if (h->places[i].kept < kept)
            h->places[left++] = h->places[i];
        else
            arena_copy_free(h->places[i].state);
    }
    h->place_count = left;
}

void hold_return(struct fold *f)
{
    struct hold *h = f->hold;
    const struct held_mark *mark = &h->mark;
    CHECK(mark->state);
    drop_places_since(h, mark->kept);
    arena_go_back(&h->state, mark->state);
    arena_go_back(&h->stands, mark->stands);
    h->late = mark->late;
    h->late_count = mark->late_count;
    h->late_capacity = mark->late_capacity;
    const struct sharer sharer = f->sharer;
    *f = mark->fold;
    f->sharer = sharer;
    f->sharer.state = f->sharer.weigher.state = f->state;
    f->sharer.measured = NULL;
    hold_forget(f);
}

/* ---- late entries ---- */

static bool is_before(const struct fold *f, uint32_t a, uint32_t b)
{
    date_t x = document_entry(f->doc, a)->effective, y = document_entry(f->doc, b)->effective;
    return x != y ? x < y : a < b;
}

void hold_know(struct fold *f, uint32_t index)
{
    struct hold *h = f->hold;
    (void)ARENA_PUSH(&h->stands, h->late, h->late_count, h->late_capacity);
    size_t at = h->late_count - 1;
    for (; at > 0 && is_before(f, index, h->late[at - 1]); at--) h->late[at] = h->late[at - 1];
    h->late[at] = index;
}

/* ---- the arenas ---- */

void hold_init(struct fold *f)
{
    struct hold *h = ARENA_NEW(f->arena, struct hold);
    arena_init(&h->state);
    arena_init(&h->stands);
    arena_on_out_of_memory(&h->state, f->arena->out_of_memory);
    arena_on_out_of_memory(&h->stands, f->arena->out_of_memory);
    arena_on_release(f->arena, release, h);
    f->hold = h;
    find_wanted(f, h);
}

struct arena *hold_state(struct fold *f)
{
    return &f->hold->state;
}

struct arena *hold_stands(struct fold *f)
{
    return &f->hold->stands;
}
