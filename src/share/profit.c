/* Counting profit, and the tiers that look at it: catch-up, and what a party has at least. */
#include "share/profit.h"

#include "share/explain.h"
#include "share/run.h"

/* What a party had this year, for a tier that gives it so much at least. */
static struct counter *had_this_year(struct state *s, const struct tier *tier,
                                     const struct occasion *m)
{
    struct counter *had = state_counter(s, tier->sums, m->scope);
    int year = date_to_civil(m->day).year;
    if (had->year != year) *had = (struct counter){0, year};
    return had;
}

/* What is taken back counts where it was given, as for `AMOUNT yearly`: it begins no year. */
static void count_of_party(struct state *s, struct profit *profit, const struct portion *p,
                           uint32_t party, int64_t units)
{
    const struct clause *c = p->clause;
    state_add_profit_of(s, profit, party, units, p->occasion->entry);
    for (uint32_t i = 0; i < c->tier_count; i++) {
        const struct tier *tier = &c->tiers[i];
        if (tier->row != TIER_LEAST || !tier->yearly || tier->catches_up != party) continue;
        if (units > 0) (void)had_this_year(s, tier, p->occasion);
        state_add(s, &state_counter(s, tier->sums, p->occasion->scope)->minor, units);
    }
}

void profit_count(struct state *s, const struct portion *p)
{
    bool repaid = p->tier && p->tier->row == TIER_UNTIL_REPAID;
    if (!p->clause || !p->clause->counts_profit || repaid || p->kind == PORTION_NOBODY) return;
    struct profit *profit = state_profit(s, p->clause->id, p->occasion->scope);
    state_add_profit(s, profit, p->amount_minor, p->occasion->entry);
    if (p->kind == PORTION_PARTY) count_of_party(s, profit, p, p->party, p->amount_minor);
    if (p->kind != PORTION_PARTIES) return;
    for (uint32_t i = 0; i < p->stream->count; i++)
        count_of_party(s, profit, p, p->stream->ids[i], p->stream->units[i]);
}

/* ---- catch-up ---- */

/* The part of one party in what goes to the recipients of a tier that is not divided. */
static void part_of_party(struct rat *out, struct run *r, const struct tier *tier, uint32_t party)
{
    rat_set_i64(out, 0);
    if (tier->to[0].kind == TO_FUND) return;
    if (run_goes_to_one(tier)) {
        rat_set_i64(out, tier->to[0].parties[0] == party);
        return;
    }
    if (!run_fill_weights(r, tier)) return;
    const struct weights *w = &r->sh->weigher.out;
    for (uint32_t i = 0; w->sum && i < w->count; i++)
        if (w->ids[i] == party) weights_part(out, w, i);
}

/* The same for any tier. */
static void part_in_tier(struct rat *out, struct run *r, const struct tier *tier, uint32_t party)
{
    if (!tier->part_count) {
        part_of_party(out, r, tier, party);
        return;
    }
    rat_set_i64(out, 0);
    struct weights parts = {.ids = r->sh->part_ids, .weights = r->sh->part_weights};
    if (!run_weigh_parts(r, tier, &parts)) return;
    struct rat one, share;
    rat_init(&one);
    rat_init(&share);
    for (uint32_t i = 0; i < tier->part_count; i++) {
        part_of_party(&one, r, &tier->parts[i], party);
        rat_set_fraction(&share, (i128)parts.weights[i], parts.sum);
        rat_mul(&one, &one, &share);
        rat_add(out, out, &one);
    }
    rat_clear(&share);
    rat_clear(&one);
}

/* What a party has: of the profit so far, or of that of the year. */
static int64_t has(struct run *r, const struct tier *tier, const struct profit *profit)
{
    if (tier->yearly) return had_this_year(r->sh->state, tier, r->m)->minor;
    return profit->of_minor[tier->catches_up];
}

/* z with (has + part z) / (profit + z) = share: z = (share profit - has) / (part - share); or, for
 * so much at least, with has + part z = amount. Where its part is not above the share, the party
 * never gets there, and the tier takes all. */
static int64_t wanted(const struct tier *tier, const struct profit *profit, int64_t has_minor,
                      const struct rat *part, int64_t most)
{
    struct rat lacks, step, share;
    int64_t out = most;
    rat_init(&lacks);
    rat_init(&step);
    rat_init(&share);
    if (tier->row == TIER_LEAST) {
        rat_set_i64(&lacks, tier->amount_minor);
    } else {
        rat_set_ratio(&share, tier->share);
        rat_set_i64(&lacks, profit->minor);
        rat_mul(&lacks, &lacks, &share);
    }
    rat_set_i64(&step, has_minor);
    rat_sub(&lacks, &lacks, &step);
    rat_sub(&step, part, &share);
    if (rat_sign(&lacks) <= 0) {
        out = 0;
    } else if (rat_sign(&step) > 0) {
        rat_div(&lacks, &lacks, &step);
        if (rat_floor_i64(&out, &lacks) != OK || out > most) out = most;
    }
    rat_clear(&share);
    rat_clear(&step);
    rat_clear(&lacks);
    return out;
}

int64_t run_take_catch_up(struct run *r, const struct tier *tier, int64_t most)
{
    const struct profit *profit = state_profit(r->sh->state, r->clause->id, r->m->scope);
    struct rat part;
    rat_init(&part);
    part_in_tier(&part, r, tier, tier->catches_up);
    int64_t out = 0;
    if (r->outcome == SHARE_DONE) out = wanted(tier, profit, has(r, tier, profit), &part, most);
    rat_clear(&part);
    if (!tier->part_count && !run_goes_to_one(tier)) (void)run_fill_weights(r, tier);
    return out;
}

const struct why *explain_catch_up(struct run *r, const struct tier *tier, int64_t taken)
{
    struct sharer *sh = r->sh;
    if (!sh->explain || taken == 0) return NULL;
    const struct pact *p = sh->state->pact;
    const struct profit *profit = state_profit(sh->state, r->clause->id, r->m->scope);
    struct why_parts basis = {.arena = sh->arena};
    why_add(&basis,
            why_noted(sh->arena, has(r, tier, profit),
                      str_format(sh->arena, "profit of %.*s",
                                 STR_ARG(pact_word(p, p->parties[tier->catches_up].word)))));
    if (tier->row == TIER_CATCH_UP)
        why_add(&basis, why_noted(sh->arena, profit->minor, STR("profit before")));
    else
        why_add(&basis, why_leaf(sh->arena, INDEX_NONE, tier->term, tier->amount_minor));
    return explain_limit(sh, tier, taken, r->left, r->left_why, basis);
}
