/* What the tiers of a clause must hold to, as far as the text alone tells. */
#include "pact/build.h"

void check_parts(struct pact *p, const struct tier *tier, const struct term *t)
{
    struct ratio sum = RATIO_ZERO;
    bool rest = false;
    for (uint32_t i = 0; i < tier->part_count; i++) {
        const struct tier *part = &tier->parts[i];
        if (rest) DIAG_PLAIN(p->diags, E212, part->term->span);
        if (part->row == TIER_REST) {
            rest = true;
        } else if (part->row != TIER_SHARE) {
            DIAG_PLAIN(p->diags, E229, part->term->span);
            return;
        } else if (ratio_add(&sum, sum, part->share) != OK) {
            DIAG_REPORT(p->diags, E209, part->term->span,
                        diags_word(p->diags, "the parts", "各部分"));
            return;
        }
    }
    int order = ratio_compare(sum, RATIO_ONE);
    if (rest ? order >= 0 : order != 0)
        DIAG_REPORT(p->diags, E213, t->span, percent_text(p, sum),
                    rest ? diags_word(p->diags, " before `rest`", "（未计“其余”）") : STR(""));
}

/* ---- funds beside others ---- */

static struct tier new_part(struct pact *p, const struct tier *tier, enum tier_row row)
{
    uint32_t id = p->tier_count++;
    return (struct tier){.id = id,
                         .sums = id,
                         .row = row,
                         .share = RATIO_ONE,
                         .path = tier->path,
                         .term = tier->term};
}

static bool names_fund_twice(const struct tier *tier, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (tier->to[k].kind == TO_FUND && tier->to[k].fund == tier->to[i].fund) return true;
    return false;
}

/* Each fund becomes a part of its own, and all others the last. */
void part_funds(struct pact *p, struct tier *tier, const struct term *t, bool may_be_divided)
{
    uint32_t funds = 0, others = 0;
    for (uint32_t i = 0; i < tier->to_count; i++) funds += tier->to[i].kind == TO_FUND;
    if (!funds || tier->to_count == 1 || tier->basis.kind == BY_NOTHING) return;
    if (tier->basis.factor_count) DIAG_PLAIN(p->diags, E226, t->span);
    if (!may_be_divided) DIAG_PLAIN(p->diags, E458, t->span);
    struct recipient *rest = ARENA_ARRAY(p->arena, struct recipient, tier->to_count);
    tier->parts = ARENA_ARRAY(p->arena, struct tier, funds + 1);
    for (uint32_t i = 0; i < tier->to_count; i++) {
        if (tier->to[i].kind != TO_FUND) {
            rest[others++] = tier->to[i];
            continue;
        }
        if (names_fund_twice(tier, i)) DIAG_REPORT(p->diags, E208, t->span, STR("fund"));
        struct tier *part = &tier->parts[tier->part_count++];
        *part = new_part(p, tier, TIER_SHARE);
        part->to = &tier->to[i];
        part->to_count = 1;
    }
    if (others) {
        struct tier *part = &tier->parts[tier->part_count++];
        *part = new_part(p, tier, TIER_REST);
        part->to = rest;
        part->to_count = others;
        part->basis = tier->basis;
    }
    tier->to_count = 0;
    tier->by_heads = true;
}

/* ---- others ---- */

/* Everyone that tiers name by its name or group. */
struct named_list {
    struct recipient *list;
    size_t count, capacity;
};

static void name_all(struct pact *p, const struct tier *tiers, uint32_t count, uint32_t but,
                     struct named_list *out)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i == but) continue;
        for (uint32_t k = 0; k < tiers[i].to_count; k++)
            if (tiers[i].to[k].kind == TO_PARTIES)
                *ARENA_PUSH(p->arena, out->list, out->count, out->capacity) = tiers[i].to[k];
        name_all(p, tiers[i].parts, tiers[i].part_count, INDEX_NONE, out);
    }
}

/* Of a division those of its own lines; where these name nobody, those of the clause. */
static void find_others_beside(struct pact *p, const struct clause *c, struct tier *tiers,
                               uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct tier *tier = &tiers[i];
        for (uint32_t k = 0; k < tier->to_count; k++) {
            struct named_list named = {0};
            if (tier->to[k].kind != TO_KIND_OF_PARTIES || tier->to[k].who != TO_OTHERS) continue;
            name_all(p, tiers, count, i, &named);
            if (!named.count) name_all(p, c->tiers, c->tier_count, INDEX_NONE, &named);
            tier->to[k].besides = named.list;
            tier->to[k].besides_count = (uint32_t)named.count;
            if (!named.count) DIAG_PLAIN(p->diags, E288, tier->term->span);
        }
        find_others_beside(p, c, tier->parts, tier->part_count);
    }
}

void find_others(struct pact *p, const struct clause *c)
{
    find_others_beside(p, c, c->tiers, c->tier_count);
}

/* ---- what holds together ---- */

void report_over(struct pact *p, struct span span, struct ratio sum)
{
    struct str percent = percent_text(p, sum);
    DIAG_REPORT(p->diags, E215, span, percent, str_slice(percent, 0, percent.len - 1));
}

/* Whether a tier runs where this guard and those around it hold, and no others; NULL: none do. */
static bool runs_under(const struct tier *tier, const struct guard *on)
{
    while (on && tier->guard != on) on = on->outer;
    return tier->guard == on;
}

/* The tiers that run under a guard: percentages of the whole may not pass 100%, and nothing stands
 * behind `rest`, but what is for the time when the guard no longer holds. Says what is wrong with
 * the guard's own tiers; returns false where the percentages are. */
static bool check_band(struct pact *p, const struct clause *c, const struct guard *on)
{
    struct ratio sum = RATIO_ZERO;
    const struct tier *rest = NULL;
    for (uint32_t i = 0; i < c->tier_count; i++) {
        const struct tier *tier = &c->tiers[i];
        if (!runs_under(tier, on)) continue;
        bool own = tier->guard == on;
        if (rest) {
            if (own && rest->guard == on) DIAG_PLAIN(p->diags, E212, tier->term->span);
            continue;
        }
        if (own && ratio_equal(sum, RATIO_ONE)) DIAG_PLAIN(p->diags, W101, tier->term->span);
        if (tier->row == TIER_REST) rest = tier;
        if (tier->row == TIER_SHARE && ratio_add(&sum, sum, tier->share) != OK) sum = RATIO_ONE;
    }
    if (!on && !rest) DIAG_PLAIN(p->diags, E216, c->term->span);
    if (ratio_compare(sum, RATIO_ONE) <= 0) return true;
    report_over(p, on ? on->term->span : c->term->span, sum);
    return false;
}

static bool is_first_of_guard(const struct clause *c, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (c->tiers[k].guard == c->tiers[i].guard) return false;
    return true;
}

void check_tiers(struct pact *p, const struct clause *c)
{
    if (!check_band(p, c, NULL)) return;
    for (uint32_t i = 0; i < c->tier_count; i++)
        if (c->tiers[i].guard && is_first_of_guard(c, i)) (void)check_band(p, c, c->tiers[i].guard);
}
