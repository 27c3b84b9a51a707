/* Who takes part in a project and who does not: `declines`, `joins`, and what becomes meanwhile of
 * the share of who declined.
 *
 * Who declined bears none of the project's cost: calls and losses leave it out. Its share of the
 * project's receipts goes to those who bore the cost, by cost, until they have had in this way the
 * agreed multiple of what it did not bear: its share of the `funded` line, the grant left out, of
 * the cost so far, less what it bore itself. Then it is back in with its share. Where nothing is
 * agreed, or it has no share on that line, it stays out until it joins.
 *
 * Who joins takes over its share of the cost so far, and pays the agreed multiple of it to those
 * who bore it; beyond the cost that is a premium, and no cost of anybody. */
#include "fold/handlers.h"

#include "share/capped.h"
#include "share/explain.h"
#include "share/tape.h"

#include <stdio.h>
#include <string.h>

static const struct recipient funders = {.kind = TO_KIND_OF_PARTIES, .who = TO_FUNDERS};
static const struct basis by_cost = {.kind = BY_MEASURE, .measure = M_COST};

/* The two streams of a party's place in a project. */
enum stream_of { STREAM_MONEY, STREAM_COST };

/* ---- what was not borne ---- */

static struct ratio funded_share(const struct fold *f, uint32_t project, uint32_t party, date_t day)
{
    return pact_share_of(
        pact_stakes_known(&f->pact->projects[project].funding, day, f->state->known), party);
}

static int64_t cost_of_all(const struct fold *f, uint32_t project)
{
    int64_t all = 0;
    for (uint32_t i = 0; i < f->state->party_count; i++)
        state_add(f->state, &all, state_cost(f->state, scope_of_project(project), i));
    return all;
}

/* times × (share of all cost − own cost), exactly. */
static void missed_exactly(struct rat *out, struct fold *f, uint32_t project, uint32_t party,
                           struct ratio share, struct ratio times)
{
    struct rat x;
    rat_init(&x);
    rat_set_i64(out, cost_of_all(f, project));
    rat_set_ratio(&x, share);
    rat_mul(out, out, &x);
    rat_set_i64(&x, state_cost(f->state, scope_of_project(project), party));
    rat_sub(out, out, &x);
    rat_set_ratio(&x, times);
    rat_mul(out, out, &x);
    rat_clear(&x);
}

/* The same rounded down; 0 where it is less. */
static int64_t multiple_of_missed(struct fold *f, uint32_t project, uint32_t party,
                                  struct ratio share, struct ratio times)
{
    struct rat missed;
    int64_t minor = 0;
    rat_init(&missed);
    missed_exactly(&missed, f, project, party, share, times);
    if (rat_floor_i64(&minor, &missed) != OK) f->state->overflow = true;
    rat_clear(&missed);
    return minor > 0 ? minor : 0;
}

/* ---- passing on ---- */

static struct occasion occasion_of(const struct fold *f, uint32_t project, int64_t amount_minor)
{
    return (struct occasion){.amount_minor = amount_minor,
                             .entry = f->index,
                             .day = f->day,
                             .from = DATE_NONE,
                             .to = DATE_NONE,
                             .scope = scope_of_project(project),
                             .project = project,
                             .result = INDEX_NONE,
                             .licence = INDEX_NONE,
                             .left_out = f->state->projects[project].out};
}

static struct stream *stream_of(struct fold *f, enum stream_of which, uint32_t project,
                                uint32_t party)
{
    return state_stream(f->state, KEY_PLACE, (uint32_t)which * f->state->party_count + party,
                        scope_of_project(project));
}

/* Gives an amount that is taken from an account to others by the weights in the weigher; below zero
 * it is taken back. why explains the whole of it. */
static bool give(struct fold *f, const struct passed *p, const struct weights *w,
                 const struct occasion *m, const struct term *term, const struct why *why)
{
    struct stream *stream = stream_of(f, STREAM_MONEY, m->project, p->party);
    if (weights_split(&f->sharer, stream, m->amount_minor, w) != OK) return false;
    struct portion portion = {.kind = PORTION_PARTIES,
                              .term = term,
                              .amount_minor = m->amount_minor,
                              .part = RATIO_ONE,
                              .part_of_minor = m->amount_minor,
                              .stream = stream,
                              .weights = w,
                              .call_basis = by_cost,
                              .why = why,
                              .occasion = m};
    enum account debit = f->debit;
    uint32_t debit_index = f->debit_index;
    int64_t shared = f->portion_shared_minor;
    f->debit = p->called ? ACCOUNT_RECEIVABLE : ACCOUNT_PAYABLE;
    f->debit_index = p->party;
    portion_booked(f, &portion);
    f->debit = debit;
    f->debit_index = debit_index;
    f->portion_shared_minor = shared;
    return true;
}

static struct passed *keep_passed(struct fold *f, struct passed p)
{
    struct tape *t = f->sharer.tape;
    if (!t) return NULL;
    CHECK(t->run_count > 0);
    return tape_pass(t, p, &f->sharer.weigher.out);
}

/* ---- the share of who declined ---- */

static void tell_withheld(struct fold *f, uint32_t party, int64_t amount_minor,
                          const struct term *term, const struct why *why)
{
    state_add(f->state, &f->state->parties[party].figures.received, amount_minor);
    fold_line(f, (struct line){.term = term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = f->reversing ? LINE_REVERSAL : LINE_SHARE,
                               .figure = FIGURE_RECEIVED,
                               .amount_minor = amount_minor,
                               .why = why});
}

/* What others must still have in the place of one that declined; INT64_MAX: no end is agreed. */
static int64_t open_in_place(struct fold *f, uint32_t project, uint32_t party, int64_t *limit_out)
{
    const struct project_terms *p = f->state->projects[project].declined[party];
    struct ratio share = funded_share(f, project, party, f->day);
    *limit_out = 0;
    if (!p->decliner || ratio_sign(share) == 0) return INT64_MAX;
    *limit_out = multiple_of_missed(f, project, party, share, p->decliner_times);
    int64_t open = *limit_out - f->state->projects[project].passed_minor[party];
    return open > 0 ? open : 0;
}

static bool pass_on_one(struct fold *f, uint32_t project, uint32_t party, int64_t whole_minor)
{
    struct project_state *state = &f->state->projects[project];
    const struct term *term = state->declined[party]->decliner;
    int64_t limit = 0, amount = open_in_place(f, project, party, &limit);
    if (amount > f->withheld_minor[party]) amount = f->withheld_minor[party];
    struct occasion m = occasion_of(f, project, amount);
    (void)weigher_fill(&f->sharer.weigher, &funders, 1, by_cost, &m);
    if (amount <= 0 || !f->sharer.weigher.out.sum) return true;
    const struct why *why = fold_part(f, f->index, amount, whole_minor);
    struct passed p = {.party = party, .amount_minor = amount};
    struct passed *kept = keep_passed(f, p);
    tell_withheld(f, party, -amount, term, why ? why_minus(f->arena, why) : NULL);
    if (!give(f, &p, &f->sharer.weigher.out, &m, term, why)) return false;
    state_add(f->state, &state->passed_minor[party], amount);
    if (limit <= 0 || state->passed_minor[party] < limit) return true;
    state->out[party] = 0;
    if (kept) kept->was_out = true;
    return true;
}

bool fold_pass_on(struct fold *f, const struct occasion *m, int64_t whole_minor)
{
    bool ok = true;
    if (!f->withheld) return true;
    f->withheld = NULL;
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        if (ok && f->withheld_minor[i] > 0) ok = pass_on_one(f, m->project, i, whole_minor);
        f->withheld_minor[i] = 0;
    }
    return ok;
}

void fold_withhold(struct fold *f, const struct occasion *m)
{
    f->withheld = m->project == INDEX_NONE ? NULL : f->state->projects[m->project].out;
    if (f->withheld && !f->withheld_minor)
        f->withheld_minor = ARENA_ARRAY(f->arena, int64_t, f->state->party_count);
}

bool fold_pass_back(struct fold *f, const struct passed *p, uint32_t project, const struct why *why)
{
    struct project_state *state = &f->state->projects[project];
    struct occasion m = occasion_of(f, project, -p->amount_minor);
    struct weights w = tape_passed_weights(p);
    const struct term *term = state->declined[p->party]->decliner;
    state_add(f->state, &state->passed_minor[p->party], -p->amount_minor);
    tell_withheld(f, p->party, p->amount_minor, term, why);
    if (p->was_out) state->out[p->party] = p->amount_minor >= 0;
    return give(f, p, &w, &m, term, why ? why_minus(f->arena, why) : NULL);
}

/* ---- declining ---- */

static bool already(struct fold *f, const struct entry *e, uint32_t word, const char *en,
                    const char *zh)
{
    DIAG_REPORT(f->diags, E311, entry_span(e), pact_word(f->pact, word),
                diags_word(f->diags, en, zh));
    return false;
}

bool fold_declines(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    struct project_state *p = &f->state->projects[entry_project(f, e)];
    const struct entry *second = fold_second(f, e);
    if (fold_may_refuse(f) && p->stopped) return already(f, e, e->project, "stopped", "停止");
    if (second && p->out && p->out[party])
        return already(f, second, e->party, "out of this project", "不参加该项目");
    if (!p->out) {
        p->out = ARENA_ARRAY(f->state->arena, uint8_t, f->state->party_count);
        p->passed_minor = ARENA_ARRAY(f->state->arena, int64_t, f->state->party_count);
        p->declined =
            ARENA_ARRAY(f->state->arena, const struct project_terms *, f->state->party_count);
    }
    p->out[party] = 1;
    p->declined[party] = pact_project(f->pact, entry_project(f, e), f->day);
    return true;
}

void fold_undecline(struct fold *f, const struct entry *target)
{
    f->state->projects[entry_project(f, target)].out[entry_party(f, target)] = 0;
}

/* ---- joining ---- */

/* The cost that is taken over: it counts for who joins, and no more for those who are paid. */
static bool move_cost(struct fold *f, uint32_t project, uint32_t party, int64_t cost_minor,
                      const struct weights *w)
{
    struct stream *stream = stream_of(f, STREAM_COST, project, party);
    if (weights_split(&f->sharer, stream, cost_minor, w) != OK) return false;
    for (uint32_t i = 0; i < stream->count; i++)
        if (stream->units[i])
            state_add_cost(f->state, stream->ids[i], project, INDEX_NONE, -stream->units[i],
                           f->index);
    state_add_cost(f->state, party, project, INDEX_NONE, cost_minor, f->index);
    return true;
}

/* times × share of the cost of all, less times × its own. */
static const struct why *explain_joining(struct fold *f, uint32_t project, uint32_t party,
                                         struct ratio share, struct ratio times, int64_t units)
{
    struct sharer *sh = &f->sharer;
    struct why_parts all = {.arena = f->arena}, parts = {.arena = f->arena};
    struct why_parts none = {.arena = f->arena};
    const struct term *term = pact_project(f->pact, project, f->day)->late_joiner;
    uint32_t scope = scope_of_project(project);
    struct rat fraction, x;
    bool reversed_later = f->options.explain && sh->tape;
    if (!sh->explain && !reversed_later) return NULL;
    rat_init(&fraction);
    rat_init(&x);
    rat_set_ratio(&fraction, share);
    rat_set_ratio(&x, times);
    rat_mul(&fraction, &fraction, &x);
    for (uint32_t i = 0; i < f->state->party_count; i++)
        if (state_cost(f->state, scope, i)) why_add(&all, explain_cost(sh, scope, i));
    why_add(&parts, why_share(f->arena, why_sum(f->arena, all, NULL, STR("")),
                              rat_text(f->arena, &fraction), none, term, NULL));
    rat_neg(&x, &x);
    if (state_cost(f->state, scope, party))
        why_add(&parts, why_share(f->arena, explain_cost(sh, scope, party), rat_text(f->arena, &x),
                                  none, term, NULL));
    rat_clear(&x);
    rat_clear(&fraction);
    return why_round(f->arena, why_sum(f->arena, parts, term, STR("")), units, f->index, term,
                     NULL);
}

static void call_joiner(struct fold *f, uint32_t project, uint32_t party, int64_t amount_minor,
                        const struct term *term, const struct rat *exact, const struct why *why)
{
    state_add(f->state, &f->state->parties[party].figures.called, amount_minor);
    fold_line(f, (struct line){.term = term,
                               .scope = scope_of_project(project),
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = f->reversing ? LINE_REVERSAL : LINE_CALL,
                               .figure = FIGURE_CALLED,
                               .amount_minor = amount_minor,
                               .exact = exact,
                               .why = why});
}

/* Pays those who bore the cost so far, those who are out too; who joins is left out among them. */
static bool buy_in(struct fold *f, uint32_t project, uint32_t party, struct ratio share,
                   bool was_out)
{
    const struct project_terms *p = pact_project(f->pact, project, f->day);
    struct ratio times = p->late_joiner ? p->late_joiner_times : RATIO_ZERO;
    int64_t amount = multiple_of_missed(f, project, party, share, times);
    int64_t cost = p->late_joiner ? multiple_of_missed(f, project, party, share, RATIO_ONE) : 0;
    struct occasion m = occasion_of(f, project, amount);
    uint8_t *left_out = ARENA_ARRAY(f->arena, uint8_t, f->state->party_count);
    memset(left_out, 0, f->state->party_count);
    left_out[party] = 1;
    m.left_out = left_out;
    struct passed passed = {.party = party, .called = true, .was_out = was_out};
    (void)weigher_fill(&f->sharer.weigher, &funders, 1, by_cost, &m);
    fold_keep_run(f, NULL, &m);
    if (!f->sharer.weigher.out.sum) amount = cost = 0;
    passed.amount_minor = amount;
    passed.cost_minor = cost;
    passed.why = amount ? explain_joining(f, project, party, share, times, amount) : NULL;
    (void)keep_passed(f, passed);
    if (!amount) return true;
    const struct why *why = passed.why;
    struct rat exact;
    rat_init(&exact);
    missed_exactly(&exact, f, project, party, share, times);
    call_joiner(f, project, party, amount, p->late_joiner, &exact, why);
    rat_clear(&exact);
    if (!give(f, &passed, &f->sharer.weigher.out, &m, p->late_joiner, why)) return false;
    if (!move_cost(f, project, party, cost, &f->sharer.weigher.out)) return false;
    fold_owe_for_cost(f, party, f->day, project, amount);
    return true;
}

/* The share with which a party joins; 0: it says none and had none. */
static struct ratio joining_share(const struct fold *f, const struct entry *e, uint32_t project,
                                  uint32_t party)
{
    const struct term *t = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *share = t ? term_bind(t, ROLE_share) : NULL;
    struct ratio r = RATIO_ZERO;
    if (!share) return funded_share(f, project, party, f->day);
    return ratio_make(&r, share->a, share->b) == OK ? r : RATIO_ZERO;
}

static bool may_join(struct fold *f, const struct entry *e, uint32_t project, uint32_t party,
                     struct ratio share, bool was_out)
{
    const struct project_terms *p = pact_project(f->pact, project, f->day);
    const struct project_terms *then =
        f->state->projects[project].declined ? f->state->projects[project].declined[party] : NULL;
    const struct entry *second = fold_second(f, e);
    if (second && !was_out && ratio_sign(funded_share(f, project, party, f->day - 1)) > 0)
        return already(f, second, e->party, "taking part in this project", "参加该项目");
    if (!fold_may_refuse(f)) return true;
    if (f->state->projects[project].stopped) return already(f, e, e->project, "stopped", "停止");
    if (ratio_sign(share) == 0) {
        DIAG_REPORT(f->diags, E390, entry_span(e), pact_word(f->pact, e->party),
                    pact_word(f->pact, e->project), pact_clause(f->arena, p->term));
        return false;
    }
    if (!was_out || p->late_joiner || !then->decliner) return true;
    DIAG_REPORT(f->diags, E391, entry_span(e), pact_clause(f->arena, then->decliner),
                pact_word(f->pact, e->party), pact_word(f->pact, e->project));
    return false;
}

bool fold_joins(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e), party = entry_party(f, e);
    struct project_state *p = &f->state->projects[project];
    bool was_out = p->out && p->out[party];
    struct ratio share = joining_share(f, e, project, party);
    if (!may_join(f, e, project, party, share, was_out)) return false;
    if (was_out) p->out[party] = 0;
    if (buy_in(f, project, party, share, was_out)) return true;
    f->state->overflow = true;
    return true;
}

bool fold_unjoin(struct fold *f, const struct entry *target, const struct passed *p)
{
    uint32_t project = entry_project(f, target);
    struct occasion m = occasion_of(f, project, -p->amount_minor);
    struct weights w = tape_passed_weights(p);
    const struct term *term = pact_project(f->pact, project, target->effective)->late_joiner;
    if (p->was_out) f->state->projects[project].out[p->party] = 1;
    if (!p->amount_minor) return true;
    const struct why *why = p->why ? why_minus(f->arena, p->why) : NULL;
    call_joiner(f, project, p->party, -p->amount_minor, term, NULL, why);
    if (!give(f, p, &w, &m, term, why) || !move_cost(f, project, p->party, -p->cost_minor, &w))
        return false;
    f->reversed_minor = p->amount_minor;
    f->reversed_why = p->why;
    fold_unowe(f, p->party, NATURE_CALL, project, p->amount_minor);
    f->reversed_why = NULL;
    return true;
}
