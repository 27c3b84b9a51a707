/* Counting profit, and the catch-up that looks at it. */
#include "share/profit.h"

#include "share/explain.h"
#include "share/run.h"

void profit_count(struct state *s, const struct portion *p)
{
    bool repaid = p->tier && p->tier->row == TIER_UNTIL_REPAID;
    if (!p->clause || !p->clause->counts_profit || repaid || p->kind == PORTION_NOBODY) return;
    struct profit *profit = state_profit(s, p->clause->id, p->occasion->scope);
    uint32_t entry = p->occasion->entry;
    state_add_profit(s, profit, p->amount_minor, entry);
    if (p->kind == PORTION_PARTY) state_add_profit_of(s, profit, p->party, p->amount_minor, entry);
    if (p->kind != PORTION_PARTIES) return;
    for (uint32_t i = 0; i < p->stream->count; i++)
        state_add_profit_of(s, profit, p->stream->ids[i], p->stream->units[i], entry);
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

/* z with (has + part z) / (profit + z) = share: z = (share profit - has) / (part - share). Where
 * its part is not above the share, the party never gets there, and the tier takes all. */
static int64_t wanted(const struct tier *tier, const struct profit *profit, const struct rat *part,
                      int64_t most)
{
    struct rat lacks, step, share;
    int64_t out = most;
    rat_init(&lacks);
    rat_init(&step);
    rat_init(&share);
    rat_set_ratio(&share, tier->share);
    rat_set_i64(&lacks, profit->minor);
    rat_mul(&lacks, &lacks, &share);
    rat_set_i64(&step, profit->of_minor[tier->catches_up]);
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
    int64_t out = r->outcome == SHARE_DONE ? wanted(tier, profit, &part, most) : 0;
    rat_clear(&part);
    if (!tier->part_count && !run_goes_to_one(tier)) (void)run_fill_weights(r, tier);
    return out;
}

const struct why *explain_catch_up(const struct run *r, const struct tier *tier, int64_t taken)
{
    struct sharer *sh = r->sh;
    if (!sh->explain || taken == 0) return NULL;
    const struct pact *p = sh->state->pact;
    const struct profit *profit = state_profit(sh->state, r->clause->id, r->m->scope);
    struct why_parts basis = {.arena = sh->arena};
    why_add(&basis,
            why_noted(sh->arena, profit->of_minor[tier->catches_up],
                      str_format(sh->arena, "profit of %.*s",
                                 STR_ARG(pact_word(p, p->parties[tier->catches_up].word)))));
    why_add(&basis, why_noted(sh->arena, profit->minor, STR("profit before")));
    return explain_limit(sh, tier, taken, r->left, r->left_why, basis);
}
