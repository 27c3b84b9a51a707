/* Hints of shares: what percentages leave. They are worked out from the statements alone, also
 * where the text does not hold together yet. */
#include "lsp/hints.h"

static bool is_tier(const struct term *t)
{
    return t->form == F_TIER || t->form == F_W_TIER || t->form == F_BEARER;
}

/* A percentage or fraction of a whole; a plain number over 1 is none. */
static bool read_share(const struct bind *b, struct ratio *out)
{
    return b && ratio_make(out, b->a, b->b) == OK && ratio_sign(*out) >= 0 &&
           ratio_compare(*out, RATIO_ONE) <= 0;
}

/* What is left of an amount, in the order of its tiers. */
struct left {
    struct ratio part; /* of the whole amount; tiers of other kinds may take more of it */
    bool exact;        /* there was none of those */
    bool known;        /* the percentages fit, and leave something */
};

static void take(struct left *left, const struct term *t)
{
    const struct bind *phrase = term_bind(t, ROLE_amount);
    struct ratio share, taken;
    bool of_rest = phrase && phrase->rank == TIER_SHARE_OF_REST;
    if (!phrase || (phrase->rank != TIER_SHARE && !of_rest)) {
        left->exact = false;
        return;
    }
    const struct bind *b = term_bind_in(t, phrase, of_rest ? ROLE_share_of_rest : ROLE_share);
    left->known = left->known && read_share(b, &share);
    if (!left->known) return;
    taken = share;
    if (of_rest && ratio_mul(&taken, left->part, share) != OK) left->known = false;
    if (ratio_sub(&left->part, left->part, taken) != OK || ratio_sign(left->part) < 0)
        left->known = false;
}

static bool is_rest(const struct term *t)
{
    const struct bind *phrase = term_bind(t, ROLE_amount);
    return phrase && phrase->rank == TIER_REST;
}

static void add_rest(struct hints *h, const struct term *t, const struct left *left)
{
    const struct bind *phrase = term_bind(t, ROLE_amount);
    struct str part = pact_percent(h->arena, left->part);
    bool zh = h->lang == LANG_ZH;
    if (!left->known || ratio_equal(left->part, RATIO_ONE)) return;
    hints_add(h, phrase->at + phrase->len,
              left->exact ? "= %.*s" : (zh ? "至多 %.*s" : "at most %.*s"), STR_ARG(part));
}

/* The tiers under a statement; those under `while` go on with what is left before it. */
static void follow_tiers(struct hints *h, const struct term *parent, struct left *left)
{
    for (const struct term *t = parent->first; t; t = t->next) {
        struct left parts = {.part = RATIO_ONE, .exact = true, .known = true};
        if (t->form == F_WHILE) {
            follow_tiers(h, t, left);
            left->exact = false;
        }
        if (!is_tier(t)) continue;
        if (is_rest(t)) add_rest(h, t, left);
        take(left, t);
        follow_tiers(h, t, &parts);
    }
}

/* ---- tables that must make 100% ---- */

static void add_missing(struct hints *h, const struct term *t, enum form line, enum role role)
{
    struct ratio sum = RATIO_ZERO, share, missing;
    for (const struct term *c = t->first; c; c = c->next) {
        const struct bind *b = c->form == line ? term_bind(c, role) : NULL;
        if (!read_share(b, &share) || ratio_add(&sum, sum, share) != OK) return;
    }
    if (!t->first || ratio_compare(sum, RATIO_ONE) == 0) return;
    bool over = ratio_compare(sum, RATIO_ONE) > 0, zh = h->lang == LANG_ZH;
    enum status status =
        over ? ratio_sub(&missing, sum, RATIO_ONE) : ratio_sub(&missing, RATIO_ONE, sum);
    if (status != OK) return;
    struct str text = pact_percent(h->arena, missing);
    uint32_t at = t->span.at + t->span.len;
    if (over)
        hints_add(h, at, zh ? "多出 %.*s" : "%.*s too much", STR_ARG(text));
    else
        hints_add(h, at, zh ? "尚余 %.*s" : "%.*s left", STR_ARG(text));
}

static void visit(struct hints *h, const struct term *t)
{
    struct left left = {.part = RATIO_ONE, .exact = true, .known = true};
    switch ((int)t->form) {
    case F_SHARE:
    case F_BEAR:
    case F_DISSOLVE: follow_tiers(h, t, &left); break;
    case F_STAKES:
        if (!term_bind(t, ROLE_parts) && !term_bind(t, ROLE_normalised))
            add_missing(h, t, F_SHARE_LINE, ROLE_share);
        break;
    case F_PLEDGES: add_missing(h, t, F_TRANCHE, ROLE_share); break;
    default: break;
    }
}

void hints_add_shares(struct hints *h)
{
    for (const struct term *top = h->analysis->document.first; top; top = top->next)
        for (const struct term *t = top->form == F_ARTICLE ? top->first : NULL; t; t = t->next)
            visit(h, t);
}
