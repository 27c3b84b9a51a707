/* Nodes of whys; amounts are exact from the leaves up. */
#include "share/why.h"

void why_add(struct why_parts *parts, const struct why *w)
{
    *ARENA_PUSH(parts->arena, parts->list, parts->count, parts->capacity) = w;
}

static struct why *new_why(struct arena *a, enum why_op op, const struct term *term)
{
    struct why *w = ARENA_NEW(a, struct why);
    w->op = op;
    w->entry = INDEX_NONE;
    w->term = term;
    w->note = STR("");
    w->fraction = STR("");
    return w;
}

static void take(struct why *w, struct why_parts parts)
{
    w->children = parts.list;
    w->child_count = (uint32_t)parts.count;
}

const struct why *why_leaf(struct arena *a, uint32_t entry, const struct term *term,
                           int64_t amount_minor)
{
    struct why *w = new_why(a, WHY_LEAF, term);
    w->entry = entry;
    w->amount = str_format(a, "%lld", (long long)amount_minor);
    return w;
}

const struct why *why_named(struct arena *a, uint32_t entry, const struct term *term,
                            struct str note)
{
    struct why *w = new_why(a, WHY_LEAF, term);
    w->entry = entry;
    w->note = note;
    return w;
}

const struct why *why_noted(struct arena *a, int64_t amount_minor, struct str note)
{
    struct why *w = new_why(a, WHY_LEAF, NULL);
    w->amount = str_format(a, "%lld", (long long)amount_minor);
    w->note = note;
    return w;
}

static void read_amount(struct rat *out, struct str text)
{
    enum status status = rat_set_text(out, text);
    CHECK(status == OK);
}

const struct why *why_sum(struct arena *a, struct why_parts children, const struct term *term,
                          struct str note)
{
    struct why *w = new_why(a, WHY_SUM, term);
    struct rat sum, child;
    rat_init(&sum);
    rat_init(&child);
    for (size_t i = 0; i < children.count; i++) {
        read_amount(&child, children.list[i]->amount);
        rat_add(&sum, &sum, &child);
    }
    w->amount = rat_text(a, &sum);
    rat_clear(&child);
    rat_clear(&sum);
    w->note = note;
    take(w, children);
    return w;
}

const struct why *why_sum_of(struct arena *a, struct why_parts children, int64_t amount_minor,
                             struct str note)
{
    struct why *w = new_why(a, WHY_SUM, NULL);
    w->amount = str_format(a, "%lld", (long long)amount_minor);
    w->note = note;
    take(w, children);
    return w;
}

static void add_only(struct arena *a, struct why *w, const struct why *child)
{
    struct why_parts parts = {.arena = a};
    why_add(&parts, child);
    take(w, parts);
}

const struct why *why_share(struct arena *a, const struct why *of, struct str fraction,
                            struct why_parts basis, const struct term *term,
                            const struct tier *tier)
{
    struct why *w = new_why(a, WHY_SHARE, term);
    struct rat amount, part;
    rat_init(&amount);
    rat_init(&part);
    read_amount(&amount, of->amount);
    read_amount(&part, fraction);
    rat_mul(&amount, &amount, &part);
    w->amount = rat_text(a, &amount);
    rat_clear(&part);
    rat_clear(&amount);
    w->fraction = fraction;
    w->tier = tier;
    w->basis = basis.list;
    w->basis_count = (uint32_t)basis.count;
    add_only(a, w, of);
    return w;
}

const struct why *why_round(struct arena *a, const struct why *of, int64_t units_minor,
                            uint32_t entry, const struct term *term, const struct tier *tier)
{
    struct why *w = new_why(a, WHY_ROUND, term);
    w->amount = str_format(a, "%lld", (long long)units_minor);
    w->entry = entry;
    w->tier = tier;
    add_only(a, w, of);
    return w;
}

const struct why *why_minus(struct arena *a, const struct why *of)
{
    return why_share(a, of, STR("-1"), (struct why_parts){.arena = a}, NULL, NULL);
}

/* Takes the nodes of a tree off; false where they are too many. */
static bool take_off(const struct why *why, size_t *left)
{
    if (*left == 0) return false;
    (*left)--;
    for (uint32_t i = 0; i < why->child_count; i++)
        if (!take_off(why->children[i], left)) return false;
    return true;
}

bool why_is_within(const struct why *why, size_t nodes_max)
{
    return take_off(why, &nodes_max);
}
