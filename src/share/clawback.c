/* What comes back at the end, and whose it then is. */
#include "share/clawback.h"

#include "share/capped.h"
#include "share/explain.h"
#include "share/run.h"

/* Whole units, rounded down: a party never keeps more than its part. */
static int64_t may_keep(const struct tier *line, const struct profit *profit)
{
    if (profit->minor <= 0) return 0;
    return (int64_t)((i128)profit->minor * line->share.num / line->share.den);
}

static int64_t exceeding(const struct tier *line, const struct profit *profit)
{
    int64_t had = profit->of_minor[line->catches_up], keeps = may_keep(line, profit);
    return had > keeps ? had - keeps : 0;
}

/* ---- why ---- */

static const struct why *sum_of_causes(struct sharer *sh, const struct causes *causes,
                                       struct str note)
{
    struct why_parts parts = {.arena = sh->arena};
    for (size_t i = 0; i < causes->count; i++) why_add(&parts, explain_cause(sh, &causes->list[i]));
    return why_sum(sh->arena, parts, NULL, note);
}

/* What the party had, less its part of all; of that what did not come back before. */
static const struct why *explain_excess(struct sharer *sh, const struct tier *line,
                                        const struct profit *profit, const struct occasion *m,
                                        int64_t amount_minor)
{
    const struct pact *p = sh->state->pact;
    struct why_parts parts = {.arena = sh->arena}, none = {.arena = sh->arena};
    int64_t excess = exceeding(line, profit);
    if (!sh->explain || !profit->causes_of) return NULL;
    if (excess == 0) return why_leaf(sh->arena, m->entry, line->term, amount_minor);
    struct str who = pact_word(p, p->parties[line->catches_up].word);
    why_add(&parts, sum_of_causes(sh, &profit->causes_of[line->catches_up],
                                  str_format(sh->arena, "profit of %.*s", STR_ARG(who))));
    const struct why *why = sum_of_causes(sh, &profit->causes, STR("profit"));
    why = why_share(sh->arena, why, explain_ratio(sh, line->share.num, line->share.den), none,
                    line->term, line);
    why_add(&parts, why_minus(sh->arena, why));
    why = why_sum(sh->arena, parts, NULL, STR("exceeds"));
    why = why_round(sh->arena, why, excess, m->entry, line->term, line);
    if (amount_minor == excess) return why;
    return why_share(sh->arena, why, explain_ratio(sh, amount_minor, excess), none, line->term,
                     line);
}

/* ---- who ---- */

/* The others, by what they had; who returns something by a line of its own is none of them. */
static void weigh_others(struct sharer *sh, const struct clause *c, const struct profit *profit)
{
    for (uint32_t i = 0; i < sh->state->party_count; i++) sh->limits_minor[i] = profit->of_minor[i];
    for (uint32_t i = 0; i < c->return_count; i++) sh->limits_minor[c->returns[i].catches_up] = 0;
    weigher_fill_amounts(&sh->weigher, sh->limits_minor);
}

static enum share_outcome give_on(struct run *r, const struct tier *line, int64_t amount,
                                  const struct why *why)
{
    struct sharer *sh = r->sh;
    struct stream *stream = state_stream(sh->state, KEY_MEMBERS, line->id, r->m->scope);
    if (!sh->weigher.out.sum) return SHARE_DONE;
    if (weights_split(sh, stream, amount, &sh->weigher.out) != OK) return SHARE_OVERFLOW;
    struct portion p = run_portion(r, line, amount, why);
    p.kind = PORTION_PARTIES;
    p.stream = stream;
    p.weights = &sh->weigher.out;
    sh->emit(sh->context, &p);
    return SHARE_DONE;
}

enum share_outcome share_clawback(struct sharer *sh, const struct clause *c,
                                  const struct occasion *m)
{
    struct run r = {.sh = sh, .clause = c, .m = m};
    const struct profit *profit = state_find_profit(sh->state, c->id, m->scope);
    if (!profit) return SHARE_DONE;
    weigh_others(sh, c, profit);
    for (uint32_t i = 0; i < c->return_count; i++) {
        const struct tier *line = &c->returns[i];
        int64_t *returned = &state_counter(sh->state, line->sums, m->scope)->minor;
        int64_t amount = exceeding(line, profit) - *returned;
        if (amount == 0) continue;
        *returned += amount;
        const struct why *why = explain_excess(sh, line, profit, m, amount);
        struct portion p = run_portion(&r, line, -amount, why ? why_minus(sh->arena, why) : NULL);
        p.kind = PORTION_PARTY;
        p.party = line->catches_up;
        sh->emit(sh->context, &p);
        enum share_outcome outcome = give_on(&r, line, amount, why);
        if (outcome != SHARE_DONE) return outcome;
    }
    return SHARE_DONE;
}
