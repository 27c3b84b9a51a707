/* Losses put on funds and parties, and calls among those who owe them. */
#include "share/share.h"

#include "share/claimed.h"
#include "share/explain.h"
#include "share/run.h"
#include "share/tape.h"

/* ---- losses ---- */

/* What comes to a tier, or to a part of a divided one. */
struct due {
    int64_t amount_minor;
    bool part;
    const struct why *why; /* of a part, where it is explained */
};

static void emit_loss(struct run *r, struct portion p, const struct tier *tier, int64_t amount,
                      const struct why *why)
{
    p.clause = r->clause;
    p.tier = tier;
    p.amount_minor = amount;
    p.part = r->part_of_minor ? r->part : RATIO_ONE;
    p.part_of_minor = r->part_of_minor ? r->part_of_minor : amount;
    p.why = why;
    p.occasion = r->m;
    r->sh->emit(r->sh->context, &p);
    if (!tier) return;
    if (r->sh->tape) {
        if (p.kind == PORTION_PARTIES) tape_weights(r->sh->tape, tier, p.weights, NULL, p.e12);
        tape_tier(r->sh->tape, tier)->taken_minor = amount;
    }
    r->left_why = explain_left(r->sh, r->left_why, why, 0, amount);
    r->left -= amount;
}

static const struct why *explain_loss(struct run *r, const struct tier *tier, int64_t amount)
{
    struct explain_take take = {amount, r->split_minor, r->left, r->whole_why, r->left_why};
    return explain_tier(r->sh, tier, r->m, &take);
}

/* Why a tier bears an amount: by itself, or, as a part of a divided one, out of what went to it. */
static const struct why *why_borne(struct run *r, const struct tier *tier, const struct due *due,
                                   int64_t amount)
{
    if (!due->part) return explain_loss(r, tier, amount);
    return explain_without(r->sh, due->why, due->amount_minor - amount);
}

static void bear_from_fund(struct run *r, const struct tier *tier, const struct due *due)
{
    int64_t holds = r->sh->state->funds[tier->fund].balance_minor;
    int64_t amount = due->amount_minor < holds ? due->amount_minor : holds;
    if (amount <= 0) return;
    const struct why *why = why_borne(r, tier, due, amount);
    if (amount < due->amount_minor) r->part_of_minor = 0;
    emit_loss(r, (struct portion){.kind = PORTION_FUND, .fund = tier->fund}, tier, amount, why);
}

/* What each may bear under this tier in this scope: cap times its measure. */
static struct limits cap_limits(struct run *r, const struct tier *tier, const struct weights *w)
{
    struct sharer *sh = r->sh;
    for (uint32_t i = 0; i < w->count; i++)
        sh->limits_minor[i] = tier->cap_is_amount ? tier->cap_minor
                                                  : measure_value(sh->state, tier->cap_measure,
                                                                  r->m->scope, w->ids[i]);
    return (struct limits){.minor = sh->limits_minor,
                           .times = tier->cap_is_amount ? RATIO_ONE : tier->cap,
                           .lifted = r->m->lifted};
}

static void bear_by_parties(struct run *r, const struct tier *tier, const struct due *due)
{
    struct sharer *sh = r->sh;
    const struct weights *w = &sh->weigher.out;
    struct stream *stream =
        state_stream(sh->state, KEY_MEMBERS, tier->id, basis_focus(sh->state, tier->basis, r->m));
    int64_t most = due->amount_minor;
    struct capped capped = {.amount_minor = most};
    if (tier->capped) {
        struct entitled *e = state_entitled(sh->state, KEY_BORNE, tier->sums, r->m->scope);
        struct limits limits = cap_limits(r, tier, w);
        r->outcome =
            tier->basis.kind == BY_CLAIMS
                ? claimed_split(sh, w, limits, tier->basis.claims, most, e, stream, &capped)
                : capped_split(sh, w, limits, most, e, stream, &capped);
    } else if (weights_split(sh, stream, most, w) != OK) {
        r->outcome = SHARE_OVERFLOW;
    }
    if (r->outcome != SHARE_DONE || capped.amount_minor == 0) return;
    const struct why *why = why_borne(r, tier, due, capped.amount_minor);
    struct portion p = {.kind = PORTION_PARTIES,
                        .stream = stream,
                        .weights = w,
                        .e12 = capped.e12,
                        .exact = capped.exact};
    emit_loss(r, p, tier, capped.amount_minor, why);
}

/* ---- tiers ---- */

int64_t run_loss_room(struct run *r, const struct tier *tier)
{
    for (uint32_t i = 0; i < tier->part_count; i++)
        if (run_loss_room(r, &tier->parts[i]) > 0) return INT64_MAX;
    if (tier->part_count) return 0;
    if (tier->from_fund) return r->sh->state->funds[tier->fund].balance_minor;
    return run_fill_weights(r, tier) && r->sh->weigher.out.sum ? INT64_MAX : 0;
}

/* What a tier takes: a part of the whole loss, an amount in all, or all that is left. */
static int64_t loss_amount(struct run *r, const struct tier *tier, int64_t room)
{
    int64_t most = r->left < room ? r->left : room;
    switch (tier->row) {
    case TIER_SHARE: return run_take_share(r, tier, r->m->amount_minor, most);
    case TIER_SHARE_OF_REST: return run_take_share(r, tier, r->left, most);
    case TIER_UP_TO:
    case TIER_AMOUNT: return run_take_amount(r, tier, most);
    case TIER_REST: return most;
    case TIER_UNTIL_REPAID:
    case TIER_RETURN:
    case TIER_CATCH_UP:
    case TIER_LEAST: break;
    }
    UNREACHABLE("a tier that bears");
}

/* Puts what comes to a tier, or to a part, on its fund or on the parties in the weigher. Returns
 * what they bore. */
static int64_t put_on(struct run *r, const struct tier *tier, const struct due *due)
{
    int64_t before = r->left;
    if (tier->from_fund)
        bear_from_fund(r, tier, due);
    else
        bear_by_parties(r, tier, due);
    return before - r->left;
}

/* One part of a divided tier: its units, and what the parts before it could not bear where it is
 * the rest. */
static int64_t bear_part(struct run *r, const struct tier *part, struct ratio share, int64_t whole,
                         const struct why *why, int64_t units, int64_t over)
{
    struct sharer *sh = r->sh;
    struct due due = {.amount_minor = units, .part = true};
    r->part = share;
    r->part_of_minor = whole;
    if (sh->explain && units)
        due.why = explain_fraction(sh, why, explain_ratio(sh, share.num, share.den), units,
                                   r->m->entry, part);
    if (over) {
        due.why = explain_with(sh, due.why, why, over, whole);
        due.amount_minor += over;
        r->part_of_minor = 0;
    }
    if (sh->tape) tape_tier(sh->tape, part)->split_minor = units;
    bool there = due.amount_minor > 0 && run_loss_room(r, part) > 0;
    return there ? put_on(r, part, &due) : 0;
}

/* Divides units among the parts; what one cannot bear goes to `rest`, else is left. */
static void divide_loss(struct run *r, const struct tier *tier, int64_t amount)
{
    struct sharer *sh = r->sh;
    struct weights w = {.ids = sh->part_ids, .weights = sh->part_weights};
    struct stream *stream = state_stream(sh->state, KEY_PARTS, tier->id, 0);
    const struct why *why = explain_loss(r, tier, amount);
    bool fits = run_weigh_parts(r, tier, &w);
    if (r->outcome != SHARE_DONE) return;
    if (!fits || weights_split(sh, stream, amount, &w) != OK) {
        r->outcome = SHARE_OVERFLOW;
        return;
    }
    if (sh->tape) {
        tape_parts(sh->tape, tier, &w);
        tape_tier(sh->tape, tier)->taken_minor = amount;
    }
    int64_t over = 0;
    for (uint32_t i = 0; i < tier->part_count && r->outcome == SHARE_DONE; i++) {
        const struct tier *part = &tier->parts[i];
        struct ratio share = RATIO_ONE;
        int64_t units = stream->units[stream_find(stream, i)];
        int64_t more = part->row == TIER_REST ? over : 0;
        if (ratio_make(&share, (int64_t)w.weights[i], (int64_t)w.sum) != OK) share = RATIO_ONE;
        over += units - bear_part(r, part, share, amount, why, units, more);
    }
}

static void bear_tier(struct run *r, const struct tier *tier)
{
    int64_t before = r->left;
    r->part_of_minor = 0;
    r->split_minor = NO_SPLIT;
    int64_t room = run_loss_room(r, tier);
    struct due due = {.amount_minor = room > 0 ? loss_amount(r, tier, room) : 0};
    if (due.amount_minor <= 0) return;
    if (tier->part_count)
        divide_loss(r, tier, due.amount_minor);
    else
        (void)put_on(r, tier, &due);
    int64_t borne = before - r->left;
    if (tier->row == TIER_UP_TO ||
        tier->row == TIER_AMOUNT) /* a cap may have let less through than was taken */
        state_add(r->sh->state, &state_counter(r->sh->state, tier->sums, r->m->scope)->minor,
                  borne - due.amount_minor);
}

enum share_outcome share_loss(struct sharer *sh, const struct clause *c, const struct occasion *m,
                              const struct why *why, uint32_t *stakes_out)
{
    struct run r = {
        .sh = sh, .clause = c, .m = m, .left = m->amount_minor, .whole_why = why, .left_why = why};
    if (sh->state->pact->uses_risk) weigher_note_risk(&sh->weigher, m->scope);
    sh->weigher.bearing = true;
    for (uint32_t i = 0; c && i < c->tier_count && r.left > 0 && r.outcome == SHARE_DONE; i++)
        bear_tier(&r, &c->tiers[i]);
    sh->weigher.bearing = false;
    *stakes_out = r.stakes;
    if (r.outcome != SHARE_DONE) return r.outcome;
    r.part_of_minor = 0;
    if (r.left > 0)
        emit_loss(&r, (struct portion){.kind = PORTION_NOBODY}, NULL, r.left, r.left_why);
    return SHARE_DONE;
}

/* ---- calls ---- */

/* All calls by one basis for one project are one stream. */
static uint32_t call_key(struct basis basis)
{
    switch (basis.kind) {
    case BY_STAKES: return (3u << 20) + basis.stakes;
    case BY_MEASURE: return (2u << 20) + (uint32_t)basis.measure;
    case BY_EQUALLY: return 1u << 20;
    case BY_SCORE: /* no call is by a score, a game or a rule for claims */
    case BY_GAME:
    case BY_CLAIMS:
    case BY_NOTHING: break;
    }
    return 0;
}

static enum share_outcome fill_call(struct sharer *sh, struct basis basis, const struct occasion *m)
{
    static const struct recipient members = {.kind = TO_KIND_OF_PARTIES, .who = TO_MEMBERS};
    if (basis.kind == BY_MEASURE && basis.measure == M_RISK)
        weigher_note_risk(&sh->weigher, m->scope);
    if (basis.kind == BY_NOTHING) {
        if (m->project == INDEX_NONE) return SHARE_NOBODY;
        const struct share_set *funded = pact_stakes_known(
            &sh->state->pact->projects[m->project].funding, m->day, sh->state->known);
        if (!funded) return SHARE_NOBODY;
        weigher_fill_set(&sh->weigher, funded, m->left_out);
        weigher_drop_gone(&sh->weigher); /* the others are called for who left */
    } else if (weigher_fill(&sh->weigher, &members, 1, basis, m) != WEIGHTS_FINE) {
        return SHARE_NO_STAKES;
    }
    return sh->weigher.out.sum ? SHARE_DONE : SHARE_NOBODY;
}

enum share_outcome share_call(struct sharer *sh, struct basis basis, const struct occasion *m,
                              const struct why *why, uint32_t *stakes_out)
{
    *stakes_out = basis.stakes;
    enum share_outcome outcome = fill_call(sh, basis, m);
    if (outcome != SHARE_DONE) return outcome;
    uint32_t focus = m->project == INDEX_NONE ? 0 : scope_of_project(m->project);
    struct stream *stream = state_stream(sh->state, KEY_CALL, call_key(basis), focus);
    if (weights_split(sh, stream, m->amount_minor, &sh->weigher.out) != OK) return SHARE_OVERFLOW;
    struct portion p = {.kind = PORTION_PARTIES,
                        .amount_minor = m->amount_minor,
                        .stream = stream,
                        .weights = &sh->weigher.out,
                        .call_basis = basis,
                        .why = why,
                        .occasion = m};
    if (sh->tape) tape_weights(sh->tape, NULL, &sh->weigher.out, stream, NULL);
    sh->emit(sh->context, &p);
    return SHARE_DONE;
}
