/* Tiers that end when enough was given: `until M repaid` and `R% yearly on M`. Each recipient has a
 * limit of its own: what is open of its measure, or what its return has earned. */
#include "share/claimed.h"
#include "share/explain.h"
#include "share/run.h"
#include "share/tape.h"
#include "state/accrual.h"

static struct limits repaid_limits(struct run *r, const struct tier *tier, const struct weights *w)
{
    struct sharer *sh = r->sh;
    for (uint32_t i = 0; i < w->count && sh->state->pact->promise_count; i++)
        state_reckon(sh->state, tier->repaid, r->m->scope, w->ids[i]);
    measure_values(sh->limits_minor, sh->state, tier->repaid, r->m->scope, w->ids, w->count);
    return (struct limits){.minor = sh->limits_minor, .times = tier->share};
}

static struct limits return_limits(struct run *r, const struct tier *tier, const struct weights *w)
{
    struct sharer *sh = r->sh;
    struct accrual *a = state_accrual(sh->state, tier->promise, r->m->scope);
    for (uint32_t i = 0; i < w->count; i++)
        sh->limits_e12[i] = accrual_earned_e12(sh->state, a, w->ids[i]);
    return (struct limits){.e12 = sh->limits_e12, .times = RATIO_ONE};
}

int64_t run_take_open(struct run *r, const struct tier *tier, const struct why **why_out)
{
    struct sharer *sh = r->sh;
    struct state *s = sh->state;
    if (!run_weigh_together(r, tier)) return 0;
    const struct weights *w = &sh->weigher.out;
    bool returned = tier->row == TIER_RETURN;
    struct limits limits = returned ? return_limits(r, tier, w) : repaid_limits(r, tier, w);
    struct entitled *entitled = run_entitled(s, tier, r->m->scope);
    struct stream *stream = state_stream(s, KEY_MEMBERS, tier->id, run_focus(r, tier));
    struct capped capped;
    r->outcome =
        tier->basis.kind == BY_CLAIMS
            ? claimed_split(sh, w, limits, tier->basis.claims, r->left, entitled, stream, &capped)
            : capped_split(sh, w, limits, r->left, entitled, stream, &capped);
    if (r->outcome != SHARE_DONE || capped.amount_minor == 0) return 0;
    int64_t before = entitled->total_minor - capped.amount_minor;
    struct explain_take take = {capped.amount_minor, NO_SPLIT, r->left, NULL, r->left_why};
    *why_out =
        returned ? explain_return(sh, tier, r->m, &take, before)
                 : explain_until(sh, tier, r->m, capped.amount_minor, r->left, r->left_why, before);
    struct portion p = run_portion(r, tier, capped.amount_minor, *why_out);
    p.kind = PORTION_PARTIES;
    p.stream = stream;
    p.weights = w;
    p.e12 = capped.e12;
    p.exact = capped.exact;
    if (sh->tape) tape_weights(sh->tape, tier, w, stream, capped.e12);
    run_emit(r, &p);
    return capped.amount_minor;
}

struct entitled *run_entitled(struct state *s, const struct tier *tier, uint32_t scope)
{
    if (tier->row == TIER_RETURN) return state_accrual(s, tier->promise, scope)->paid;
    return state_entitled(s, KEY_REPAID, (uint32_t)tier->repaid, scope);
}
