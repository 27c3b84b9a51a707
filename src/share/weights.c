/* Recipients of a tier and their weights, from the state before the entry. */
#include "share/weights.h"

#include "share/adjusted.h"
#include "share/owners.h"
#include "share/solve.h"
#include "state/counted.h"
#include "state/stakes.h"

#include <string.h>

void weigher_init(struct weigher *w, struct arena *arena, struct state *state)
{
    *w = (struct weigher){.arena = arena, .state = state, .capacity = state->party_count};
    w->out.ids = ARENA_ARRAY(arena, uint32_t, w->capacity);
    w->out.weights = ARENA_ARRAY(arena, uint64_t, w->capacity);
    w->values = ARENA_ARRAY(arena, int64_t, w->capacity);
    w->risk_e12 = ARENA_ARRAY(arena, i128, w->capacity);
    w->marks = ARENA_ARRAY(arena, uint8_t, w->capacity);
    w->besides = ARENA_ARRAY(arena, uint8_t, w->capacity);
}

/* Rationals of 0 as the parts of the weights; the buffer lives as long as the arena. */
void weights_start_parts(struct weigher *w)
{
    if (!w->buffer) w->buffer = rat_array_of_arena(w->arena, w->capacity);
    for (uint32_t i = 0; i < w->out.count; i++) rat_set_i64(&w->buffer[i], 0);
    w->out.parts = w->buffer;
}

void weigher_note_risk(struct weigher *w, uint32_t scope)
{
    struct state *s = w->state;
    const struct entitled *repaid = state_entitled(s, KEY_REPAID, M_CAPITAL, scope);
    for (uint32_t i = 0; i < s->party_count; i++) {
        i128 open = (i128)s->parties[i].capital_minor * STREAM_PARTS - entitled_down_e12(repaid, i);
        w->risk_e12[i] = open > 0 ? open : 0;
    }
}

/* Of an array by party, which is NULL where nobody has any. */
static void pick_values(int64_t *out, const int64_t *values, const uint32_t *ids, uint32_t count)
{
    if (!values)
        memset(out, 0, count * sizeof *out);
    else
        for (uint32_t i = 0; i < count; i++) out[i] = values[ids[i]];
}

void measure_values(int64_t *out, const struct state *s, enum measure_name measure, uint32_t scope,
                    const uint32_t *ids, uint32_t count)
{
    switch (measure) {
    case M_CAPITAL:
        for (uint32_t i = 0; i < count; i++) out[i] = s->parties[ids[i]].capital_minor;
        return;
    case M_PLEDGE:
        for (uint32_t i = 0; i < count; i++) out[i] = state_pledge(s, ids[i]);
        return;
    case M_COST: pick_values(out, s->scopes[scope].cost_minor, ids, count); return;
    case M_WORK: pick_values(out, s->scopes[scope].work, ids, count); return;
    case M_DUES:
        for (uint32_t i = 0; i < count; i++) out[i] = state_dues(s, ids[i]);
        return;
    case M_SALES:
        for (uint32_t i = 0; i < count; i++) out[i] = state_sales(s, ids[i]);
        return;
    case M_RISK:
    case M_INVENTION:
    case M_OWNERSHIP:
    case M_PATENTS:
    case M_INCOME: break;
    }
    UNREACHABLE("a measure of one party");
}

int64_t measure_value(const struct state *s, enum measure_name measure, uint32_t scope,
                      uint32_t party)
{
    int64_t value = 0;
    measure_values(&value, s, measure, scope, &party, 1);
    return value;
}

uint32_t basis_focus(const struct state *s, struct basis basis, const struct occasion *m)
{
    for (uint32_t i = 0; i < basis.factor_count; i++) {
        uint32_t focus = basis_focus(s, basis.factors[i].by, m);
        if (focus) return focus;
    }
    if (basis.kind == BY_CLAIMS) return m->scope;
    if (basis.kind != BY_MEASURE) return 0;
    if (basis.measure == M_COST || basis.measure == M_WORK || basis.measure == M_RISK)
        return m->scope;
    bool of_results =
        basis.measure == M_INVENTION || basis.measure == M_OWNERSHIP || basis.measure == M_PATENTS;
    if (!of_results) return 0;
    if (m->result != INDEX_NONE) return scope_of_result(s, m->result);
    return m->project != INDEX_NONE ? scope_of_project(m->project) : SCOPE_ALLIANCE;
}

/* ---- who ---- */

static const struct result *result_at(const struct state *s, uint32_t index)
{
    return &s->pact->results[index];
}

static void mark_makers_of(struct weigher *w, uint32_t result)
{
    const struct result *r = result_at(w->state, result);
    for (uint32_t i = 0; i < r->maker_count; i++) weigher_mark(w, r->makers[i].party, MARK_FULL);
}

/* Makers of the result, else of the results of the project. */
static void mark_makers(struct weigher *w, const struct occasion *m)
{
    if (m->result != INDEX_NONE) {
        mark_makers_of(w, m->result);
    } else if (m->project != INDEX_NONE) {
        const struct project_state *p = &w->state->projects[m->project];
        for (size_t i = 0; i < p->result_count; i++) mark_makers_of(w, p->results[i]);
    }
}

static void mark_measured(struct weigher *w, const int64_t *values)
{
    for (uint32_t i = 0; values && i < w->state->party_count; i++)
        if (values[i] > 0) weigher_mark(w, i, MARK_FULL);
}

static void mark_funders(struct weigher *w, const struct occasion *m)
{
    mark_measured(w, w->state->scopes[m->scope].cost_minor);
    if (m->project == INDEX_NONE) return;
    const struct share_set *funded =
        pact_stakes_known(&w->state->pact->projects[m->project].funding, m->day, w->state->known);
    for (uint32_t i = 0; funded && i < funded->count; i++)
        weigher_mark(w, funded->parties[i], MARK_FULL);
}

/* A member of the day, or one that was a member for the first days of the period. */
static enum mark mark_of_member(const struct party_state *party, const struct occasion *m)
{
    if (party->member) return MARK_FULL;
    bool began = m->from != DATE_NONE && party->gone && party->left > m->from;
    return began ? MARK_FORMER : MARK_NONE;
}

static void mark_kind(struct weigher *w, bool any, enum member_kind kind, const struct occasion *m)
{
    const struct pact *p = w->state->pact;
    for (uint32_t i = 0; i < w->state->party_count; i++) {
        if (!any && p->parties[i].kind != kind) continue;
        enum mark mark = mark_of_member(&w->state->parties[i], m);
        weigher_mark(w, i, mark);
    }
}

/* Who is in a group on the day whose text applies. */
static void mark_group(struct weigher *w, uint32_t group, const struct occasion *m)
{
    date_t day = m->from != DATE_NONE ? m->from : m->day;
    const struct group *g = &pact_at(w->state->pact, day)->groups[group];
    for (uint32_t i = 0; i < g->count; i++) weigher_mark(w, g->parties[i], MARK_FULL);
}

static void mark_named(struct weigher *w, const struct recipient *r, const struct occasion *m)
{
    if (r->group != INDEX_NONE) mark_group(w, r->group, m);
    for (uint32_t i = 0; r->group == INDEX_NONE && i < r->party_count; i++)
        weigher_mark(w, r->parties[i], MARK_FULL);
}

/* The members of the day who are not named beside them. */
static void mark_others(struct weigher *w, const struct recipient *r, const struct occasion *m)
{
    uint8_t *marks = w->marks;
    memset(w->besides, 0, w->state->party_count);
    w->marks = w->besides;
    for (uint32_t i = 0; i < r->besides_count; i++) mark_named(w, &r->besides[i], m);
    w->marks = marks;
    for (uint32_t i = 0; i < w->state->party_count; i++)
        if (!w->besides[i]) weigher_mark(w, i, mark_of_member(&w->state->parties[i], m));
}

static void mark_recipient(struct weigher *w, const struct recipient *r, const struct occasion *m)
{
    if (r->kind == TO_PARTIES) {
        mark_named(w, r, m);
        return;
    }
    CHECK(r->kind == TO_KIND_OF_PARTIES);
    switch (r->who) {
    case TO_MEMBERS: mark_kind(w, true, KIND_OTHER, m); break;
    case TO_ENTERPRISES: mark_kind(w, false, KIND_ENTERPRISE, m); break;
    case TO_UNIVERSITIES: mark_kind(w, false, KIND_UNIVERSITY, m); break;
    case TO_INSTITUTES: mark_kind(w, false, KIND_INSTITUTE, m); break;
    case TO_MAKERS: mark_makers(w, m); break;
    case TO_FUNDERS: mark_funders(w, m); break;
    case TO_WORKERS: mark_measured(w, w->state->scopes[m->scope].work); break;
    case TO_OWNERS: mark_owners(w, m); break;
    case TO_OTHERS: mark_others(w, r, m); break;
    case TO_AFFECTED: UNREACHABLE("a recipient");
    }
}

/* Who is left out is still among those that are named. */
static void mark_recipients(struct weigher *w, const struct recipient *to, uint32_t to_count,
                            const struct occasion *m)
{
    for (uint32_t i = 0; i < to_count; i++)
        if (to[i].kind != TO_PARTIES) mark_recipient(w, &to[i], m);
    for (uint32_t i = 0; m->left_out && i < w->state->party_count; i++)
        if (m->left_out[i]) w->marks[i] = MARK_NONE;
    for (uint32_t i = 0; i < to_count; i++)
        if (to[i].kind == TO_PARTIES) mark_recipient(w, &to[i], m);
}

/* The usual case, at one glance: all members, or all funders, of a day. Returns whether it is. */
static bool collect_plainly(struct weigher *w, const struct recipient *to, uint32_t to_count,
                            const struct occasion *m)
{
    const struct state *s = w->state;
    if (to_count != 1 || to->kind != TO_KIND_OF_PARTIES || m->left_out || m->from != DATE_NONE)
        return false;
    if (to->who != TO_MEMBERS && to->who != TO_FUNDERS) return false;
    const struct share_set *funded = NULL;
    if (to->who == TO_FUNDERS && m->project != INDEX_NONE)
        funded = pact_stakes_known(&s->pact->projects[m->project].funding, m->day, s->known);
    const int64_t *cost = s->scopes[m->scope].cost_minor;
    uint32_t count = 0, next = 0;
    for (uint32_t i = 0; i < s->party_count; i++) {
        bool among = s->parties[i].member;
        if (to->who == TO_FUNDERS) {
            bool named = funded && next < funded->count && funded->parties[next] == i;
            next += named;
            among = named || (cost && cost[i] > 0);
        }
        w->out.ids[count] = i;
        count += among && may_receive(w, i);
    }
    w->out.count = count;
    return true;
}

/* Only stakes and equal parts accrue by day: by all else, who is gone has no part as a member. */
static void collect_marked(struct weigher *w, enum basis_kind basis)
{
    bool daily = basis == BY_NOTHING || basis == BY_EQUALLY || basis == BY_STAKES;
    enum mark least = daily ? MARK_FORMER : MARK_FULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < w->state->party_count; i++) {
        bool kept = w->marks[i] == MARK_OWNER || w->marks[i] == MARK_FORMER; /* by the expelled */
        w->out.ids[count] = i;
        count += w->marks[i] >= least && (kept || may_receive(w, i));
    }
    w->out.count = count;
}

/* ---- how much ---- */

/* Sums up integer weights. Where one is above the limit they become rationals. */
static void fit_weights(struct weigher *w)
{
    struct weights *out = &w->out;
    uint64_t bits = 0, total = 0;
    for (uint32_t i = 0; i < out->count; i++) {
        bits |= out->weights[i];
        total += out->weights[i];
    }
    out->sum = total;
    if (bits <= LIMIT_WEIGHT_MAX) return; /* then no weight is above it, nor their sum 2^63 */
    uint64_t largest = 0;
    u128 sum = 0;
    for (uint32_t i = 0; i < out->count; i++) {
        if (out->weights[i] > largest) largest = out->weights[i];
        sum += out->weights[i];
    }
    if (largest <= LIMIT_WEIGHT_MAX) return;
    out->sum = 1;
    weights_start_parts(w);
    for (uint32_t i = 0; i < out->count; i++)
        rat_set_fraction(&out->parts[i], (i128)out->weights[i], sum);
}

static uint64_t set_weight(const struct share_set *set, uint32_t party)
{
    uint32_t low = 0, high = set->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (set->parties[middle] < party)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set->count && set->parties[low] == party ? set->weights[low] : 0;
}

static uint64_t sum_of_recipients(const struct weights *out, const struct share_set *set)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < out->count; i++) sum += set_weight(set, out->ids[i]);
    return sum;
}

void weights_divide_parts(struct weigher *w)
{
    struct rat total;
    rat_init(&total);
    for (uint32_t i = 0; i < w->out.count; i++) rat_add(&total, &total, &w->out.parts[i]);
    w->out.sum = rat_sign(&total) > 0;
    for (uint32_t i = 0; w->out.sum && i < w->out.count; i++)
        rat_div(&w->out.parts[i], &w->out.parts[i], &total);
    rat_clear(&total);
}

static void weigh_by_measure(struct weigher *w, enum measure_name measure, uint32_t scope)
{
    struct weights *out = &w->out;
    measure_values(w->values, w->state, measure, scope, out->ids, out->count);
    for (uint32_t i = 0; i < out->count; i++)
        out->weights[i] = w->values[i] > 0 ? (uint64_t)w->values[i] : 0;
    fit_weights(w);
}

static void weigh_by_score(struct weigher *w, uint32_t score)
{
    struct weights *out = &w->out;
    for (uint32_t i = 0; i < out->count; i++)
        out->weights[i] = (uint64_t)state_score(w->state, out->ids[i], score);
    fit_weights(w);
}

/* What was repaid may be no whole units; then the parts are rationals. */
static void weigh_by_risk(struct weigher *w)
{
    struct weights *out = &w->out;
    bool whole = true;
    for (uint32_t i = 0; i < out->count; i++) {
        i128 risk = w->risk_e12[out->ids[i]];
        out->weights[i] = (uint64_t)(risk / STREAM_PARTS);
        whole = whole && risk % STREAM_PARTS == 0;
    }
    if (whole) {
        fit_weights(w);
        return;
    }
    weights_start_parts(w);
    for (uint32_t i = 0; i < out->count; i++)
        rat_set_i128(&out->parts[i], w->risk_e12[out->ids[i]]);
    weights_divide_parts(w);
}

/* Shares as makers, summed over the results of a scope; every result weighs the same. */
static void sum_inventions(struct weigher *w, struct scope_state *scope, const uint32_t *results,
                           size_t count)
{
    struct state *s = w->state;
    struct share_line *lines = ARENA_ARRAY(s->arena, struct share_line, s->party_count);
    for (uint32_t i = 0; i < s->party_count; i++)
        lines[i] = (struct share_line){.party = i, .share = RATIO_ZERO};
    scope->invention_exact = true;
    scope->invention_results = count;
    for (size_t k = 0; k < count; k++) {
        const struct result *r = result_at(s, results[k]);
        for (uint32_t i = 0; i < r->maker_count; i++) {
            struct ratio *share = &lines[r->makers[i].party].share;
            if (ratio_add(share, *share, r->makers[i].share) != OK) scope->invention_exact = false;
        }
    }
    size_t made = 0;
    for (uint32_t i = 0; i < s->party_count; i++)
        if (ratio_sign(lines[i].share) > 0) lines[made++] = lines[i];
    if (!pact_make_set(s->arena, lines, made, &scope->invention)) scope->invention_exact = false;
}

/* Where the shares are too fine for integers: the same in rationals. */
static void weigh_fine_invention(struct weigher *w, const uint32_t *results, size_t count)
{
    struct weights *out = &w->out;
    weights_start_parts(w);
    struct rat share;
    rat_init(&share);
    for (size_t k = 0; k < count; k++) {
        const struct result *r = result_at(w->state, results[k]);
        for (uint32_t i = 0, j = 0; i < r->maker_count; i++) {
            while (j < out->count && out->ids[j] < r->makers[i].party) j++;
            if (j == out->count || out->ids[j] != r->makers[i].party) continue;
            rat_set_ratio(&share, r->makers[i].share);
            rat_add(&out->parts[j], &out->parts[j], &share);
        }
    }
    rat_clear(&share);
    weights_divide_parts(w);
}

static void weigh_by_invention(struct weigher *w, uint32_t scope_index, const uint32_t *results,
                               size_t count)
{
    struct scope_state *scope = &w->state->scopes[scope_index];
    w->out.sum = 0;
    if (count == 0) return;
    if (scope->invention_results != count) sum_inventions(w, scope, results, count);
    if (!scope->invention_exact) {
        weigh_fine_invention(w, results, count);
        return;
    }
    for (uint32_t i = 0; i < w->out.count; i++)
        w->out.weights[i] = set_weight(&scope->invention, w->out.ids[i]);
    w->out.sum = sum_of_recipients(&w->out, &scope->invention);
}

static void weigh_invention(struct weigher *w, const struct occasion *m)
{
    if (m->result != INDEX_NONE) {
        const uint32_t only = m->result;
        weigh_by_invention(w, scope_of_result(w->state, only), &only, 1);
    } else if (m->project != INDEX_NONE) {
        const struct project_state *p = &w->state->projects[m->project];
        weigh_by_invention(w, scope_of_project(m->project), p->results, p->result_count);
    } else {
        w->out.sum = 0;
    }
}

/* ---- stakes, also over a period ---- */

static bool weigh_by_day(struct weigher *w, uint32_t stakes, date_t day)
{
    const struct share_set *set = state_stakes(w->state, stakes, day);
    w->problem_day = day;
    if (!set) return false;
    for (uint32_t i = 0; i < w->out.count; i++) w->out.weights[i] = set_weight(set, w->out.ids[i]);
    w->out.sum = sum_of_recipients(&w->out, set);
    return true;
}

/* The last day, left out, on which a recipient counts in a period up to `to`. */
static date_t counts_until(const struct weigher *w, uint32_t party, date_t to)
{
    if (w->marks[party] != MARK_FORMER) return to;
    date_t left = w->state->parties[party].left;
    return left < to ? left : to;
}

static uint64_t weight_in_stretch(const struct weigher *w, const struct share_set *set, uint32_t i,
                                  date_t day)
{
    uint32_t party = w->out.ids[i];
    return counts_until(w, party, DATE_OPEN) > day ? set_weight(set, party) : 0;
}

/* Adds days * share of one stretch without change to the parts. */
static void add_stretch(struct weigher *w, const struct share_set *set, date_t day, date_t next)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < w->out.count; i++) sum += weight_in_stretch(w, set, i, day);
    struct rat part;
    rat_init(&part);
    for (uint32_t i = 0; sum && i < w->out.count; i++) {
        uint64_t weight = weight_in_stretch(w, set, i, day);
        rat_set_fraction(&part, (i128)weight * (next - day), sum);
        rat_add(&w->out.parts[i], &w->out.parts[i], &part);
    }
    rat_clear(&part);
}

/* The first day behind `day` on which the stakes change or a member has left. */
static date_t next_change(const struct weigher *w, uint32_t stakes, date_t day, date_t to)
{
    date_t next = state_next_stakes(w->state, stakes, day, to);
    for (uint32_t i = 0; i < w->out.count; i++) {
        date_t until = counts_until(w, w->out.ids[i], to);
        if (until > day && until < next) next = until;
    }
    return next;
}

/* A period is cut where the stakes change or a member leaves; each stretch weighs by its days. */
static bool weigh_by_period(struct weigher *w, uint32_t stakes, date_t from, date_t to)
{
    if (next_change(w, stakes, from, to) == to) return weigh_by_day(w, stakes, from);
    weights_start_parts(w);
    for (date_t day = from; day < to;) {
        const struct share_set *set = state_stakes(w->state, stakes, day);
        date_t next = next_change(w, stakes, day, to);
        w->problem_day = day;
        if (!set) {
            w->out.parts = NULL;
            return false;
        }
        add_stretch(w, set, day, next);
        day = next;
    }
    weights_divide_parts(w);
    return true;
}

/* Members who join or leave inside a period share equally for their days. */
static bool members_change(const struct weigher *w, const struct occasion *m)
{
    for (uint32_t i = 0; m->from != DATE_NONE && i < w->out.count; i++) {
        uint32_t party = w->out.ids[i];
        if (w->state->pact->parties[party].since > m->from) return true;
        if (counts_until(w, party, m->to) < m->to) return true;
    }
    return false;
}

static int64_t days_there(const struct weigher *w, uint32_t party, date_t from, date_t to)
{
    date_t since = w->state->pact->parties[party].since;
    if (counts_until(w, party, to) < to) to = counts_until(w, party, to);
    if (since > from) from = since;
    return from >= to ? 0 : to - from;
}

static void weigh_equally_over(struct weigher *w, const struct occasion *m)
{
    struct rat part;
    rat_init(&part);
    weights_start_parts(w);
    for (date_t day = m->from; day < m->to; day++) {
        uint32_t there = 0;
        for (uint32_t i = 0; i < w->out.count; i++)
            there += days_there(w, w->out.ids[i], day, day + 1) > 0;
        for (uint32_t i = 0; there && i < w->out.count; i++) {
            if (!days_there(w, w->out.ids[i], day, day + 1)) continue;
            rat_set_fraction(&part, 1, there);
            rat_add(&w->out.parts[i], &w->out.parts[i], &part);
        }
    }
    rat_clear(&part);
    weights_divide_parts(w);
}

static void weigh_all_alike(struct weigher *w)
{
    for (uint32_t i = 0; i < w->out.count; i++) w->out.weights[i] = 1;
    w->out.sum = w->out.count;
}

static void weigh_equally(struct weigher *w, const struct occasion *m)
{
    if (members_change(w, m)) {
        weigh_equally_over(w, m);
        return;
    }
    weigh_all_alike(w);
}

bool weigher_solve_games(struct weigher *w, struct diags *diags)
{
    return solve_games(w->arena, w->state->pact, diags, &w->solved);
}

const struct solved *game_solved(const struct weigher *w, uint32_t solution,
                                 const struct occasion *m)
{
    return solved_on(&w->solved[solution], m->from != DATE_NONE ? m->from : m->day);
}

/* Who does not play has nothing; what those have who play and are no recipients goes to the
 * others, by their values. */
static void weigh_by_game(struct weigher *w, const struct solved *solved)
{
    struct weights *out = &w->out;
    if (solved->fits) {
        for (uint32_t i = 0; i < out->count; i++)
            out->weights[i] = set_weight(&solved->set, out->ids[i]);
        fit_weights(w);
        return;
    }
    weights_start_parts(w);
    for (uint32_t i = 0; i < out->count; i++) {
        const struct rat *value = solved_value(solved, out->ids[i]);
        if (value) rat_set(&out->parts[i], value);
    }
    weights_divide_parts(w);
}

bool weigher_weigh(struct weigher *w, struct basis basis, const struct occasion *m)
{
    switch (basis.kind) {
    case BY_NOTHING:
    case BY_EQUALLY: weigh_equally(w, m); return true;
    case BY_STAKES:
        w->problem_stakes = basis.stakes;
        if (m->from != DATE_NONE) return weigh_by_period(w, basis.stakes, m->from, m->to);
        return weigh_by_day(w, basis.stakes, m->day);
    case BY_SCORE: weigh_by_score(w, basis.score); return true;
    case BY_CLAIMS: weigh_all_alike(w); return true;
    case BY_GAME: weigh_by_game(w, game_solved(w, basis.solution, m)); return true;
    case BY_MEASURE: break;
    }
    if (basis.measure == M_INVENTION)
        weigh_invention(w, m);
    else if (basis.measure == M_OWNERSHIP || basis.measure == M_PATENTS)
        weigh_ownership(w, m, basis.measure == M_PATENTS);
    else if (basis.measure == M_RISK)
        weigh_by_risk(w);
    else
        weigh_by_measure(w, basis.measure, m->scope);
    return true;
}

/* ---- all together ---- */

/* Makers by invention, the usual case: just those in the set, where it is exact. */
static bool fill_makers(struct weigher *w, const struct occasion *m)
{
    struct state *s = w->state;
    if (s->expelled_count && !w->bearing) return false;
    const uint32_t only = m->result;
    bool of_result = m->result != INDEX_NONE;
    if (!of_result && m->project == INDEX_NONE) return false;
    struct project_state *p = of_result ? NULL : &s->projects[m->project];
    size_t count = p ? p->result_count : 1;
    struct scope_state *scope =
        &s->scopes[p ? scope_of_project(m->project) : scope_of_result(s, only)];
    if (count == 0) return false;
    if (scope->invention_results != count) sum_inventions(w, scope, p ? p->results : &only, count);
    if (!scope->invention_exact) return false;
    weigher_fill_set(w, &scope->invention, m->left_out);
    return true;
}

enum weights_problem weigher_fill(struct weigher *w, const struct recipient *to, uint32_t to_count,
                                  struct basis basis, const struct occasion *m)
{
    bool makers = to_count == 1 && to[0].kind == TO_KIND_OF_PARTIES && to[0].who == TO_MAKERS;
    if (makers && !basis.factor_count && basis.kind == BY_MEASURE && basis.measure == M_INVENTION &&
        fill_makers(w, m))
        return WEIGHTS_FINE;
    w->out.parts = NULL;
    if (!collect_plainly(w, to, to_count, m)) {
        memset(w->marks, 0, w->state->party_count);
        mark_recipients(w, to, to_count, m);
        collect_marked(w, basis.kind);
    }
    w->out.sum = 0;
    if (w->out.count == 0) return WEIGHTS_FINE;
    bool known = weigher_weigh(w, basis, m);
    if (known && basis.factor_count && w->out.sum) known = weigh_adjusted(w, basis, m);
    return known ? WEIGHTS_FINE : WEIGHTS_NO_STAKES;
}

void weigher_fill_set(struct weigher *w, const struct share_set *set, const uint8_t *left_out)
{
    w->out = (struct weights){.ids = w->out.ids, .weights = w->out.weights};
    if (!left_out && set->count) {
        memcpy(w->out.ids, set->parties, set->count * sizeof *set->parties);
        memcpy(w->out.weights, set->weights, set->count * sizeof *set->weights);
        w->out.count = set->count;
        w->out.sum = set->sum;
        return;
    }
    for (uint32_t i = 0; i < set->count; i++) {
        if (left_out[set->parties[i]]) continue;
        w->out.ids[w->out.count] = set->parties[i];
        w->out.weights[w->out.count++] = set->weights[i];
        w->out.sum += set->weights[i];
    }
}

void weigher_fill_amounts(struct weigher *w, const int64_t *minor)
{
    w->out = (struct weights){.ids = w->out.ids, .weights = w->out.weights};
    for (uint32_t i = 0; i < w->state->party_count; i++) {
        if (minor[i] <= 0) continue;
        w->out.ids[w->out.count] = i;
        w->out.weights[w->out.count++] = (uint64_t)minor[i];
    }
    if (w->out.count) fit_weights(w);
}

void weigher_drop_gone(struct weigher *w)
{
    uint32_t count = 0;
    w->out.sum = 0;
    for (uint32_t i = 0; i < w->out.count; i++) {
        if (w->state->parties[w->out.ids[i]].gone) continue;
        w->out.ids[count] = w->out.ids[i];
        w->out.weights[count] = w->out.weights[i];
        w->out.sum += w->out.weights[count++];
    }
    w->out.count = count;
}

void weights_part(struct rat *out, const struct weights *w, uint32_t i)
{
    CHECK(i < w->count && w->sum > 0);
    if (w->parts)
        rat_set(out, &w->parts[i]);
    else
        rat_set_fraction(out, (i128)w->weights[i], w->sum);
}
