/* Votes by shares that no account holds: of a table of stakes, and in results as makers or owners.
 */
#include "fold/handlers.h"

#include "share/owners.h"
#include "state/stakes.h"

/* ---- shares in results ---- */

static void add_makers(struct rat *shares, const struct result *r, struct rat *part)
{
    for (uint32_t i = 0; i < r->maker_count; i++) {
        rat_set_ratio(part, r->makers[i].share);
        rat_add(&shares[r->makers[i].party], &shares[r->makers[i].party], part);
    }
}

static void add_owners(struct rat *shares, const struct share_set *owners, struct rat *part)
{
    for (uint32_t i = 0; i < owners->count; i++) {
        uint32_t party = owners->parties[i];
        rat_set_fraction(part, (i128)owners->weights[i], owners->sum);
        rat_add(&shares[party], &shares[party], part);
    }
}

/* Everyone's shares, summed over all results that are registered, every one alike: as makers, as
 * owners, or as owners of patents in force, background too. */
static void sum_shares(const struct fold *f, enum measure_name measure, date_t day,
                       struct rat *shares)
{
    struct rat part;
    rat_init(&part);
    for (uint32_t i = 0; i < f->pact->result_count; i++) {
        const struct result *r = &f->pact->results[i];
        if (!f->state->registers->results[i].registered) continue;
        if (measure == M_PATENTS ? !patent_in_force(f->state, i, day) : r->background) continue;
        if (measure == M_INVENTION)
            add_makers(shares, r, &part);
        else
            add_owners(shares, result_owners(f->pact, f->state->registers, i, day), &part);
    }
    rat_clear(&part);
}

static const struct share_set *shares_in_results(const struct fold *f, enum measure_name measure,
                                                 date_t day)
{
    uint32_t count = (uint32_t)f->pact->party_count;
    struct share_set *set = ARENA_NEW(f->arena, struct share_set);
    struct rat *shares = rat_array(f->arena, count);
    bool any = false;
    set->parties = ARENA_ARRAY(f->arena, uint32_t, count);
    set->weights = ARENA_ARRAY(f->arena, uint64_t, count);
    sum_shares(f, measure, day, shares);
    for (uint32_t i = 0; i < count; i++) {
        set->parties[i] = i;
        any = any || rat_sign(&shares[i]) > 0;
    }
    set->count = count;
    bool fits = !any || rat_weights(set->weights, &set->sum, shares, count);
    rat_clear_array(shares, count);
    return fits ? set : NULL;
}

/* ---- the set of a body ---- */

bool fold_votes_by_shares(const struct body *body)
{
    if (body->votes == VOTES_BY_STAKES) return true;
    return body->votes == VOTES_BY_MEASURE &&
           (body->measure == M_INVENTION || body->measure == M_OWNERSHIP ||
            body->measure == M_PATENTS);
}

const struct share_set *fold_vote_shares(const struct fold *f, const struct body *body, date_t day)
{
    if (body->votes == VOTES_BY_STAKES) return state_stakes(f->state, body->stakes, day);
    return shares_in_results(f, body->measure, day);
}
