/* Counting votes: from seats, weights, ballots and presence to a result. Integers throughout. */
#include "fold/authority.h"

#include "fold/handlers.h"
#include "state/counted.h"
#include "state/stakes.h"

u128 votes_needed(u128 whole, struct ratio share, bool strict)
{
    CHECK(share.num >= 0);
    CHECK(share.den <= LIMIT_VOTE_DENOMINATOR_MAX);
    CHECK(whole >> 100 == 0);
    u128 product = whole * (uint64_t)share.num;
    u128 den = (uint64_t)share.den;
    return strict ? product / den + 1 : (product + den - 1) / den;
}

static struct threshold reach(u128 whole, const struct majority *m, u128 votes)
{
    u128 needed = votes_needed(whole, m->share, m->strict);
    return (struct threshold){.whole = whole, .needed = needed, .reached = votes >= needed};
}

/* ---- weights ---- */

static uint64_t stake_of(const struct share_set *set, uint32_t party)
{
    uint32_t low = 0, high = set->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (set->parties[middle] < party)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set->count && set->parties[low] == party ? set->weights[low] : 0;
}

/* Capital that was not given back by `until capital repaid` in the alliance's scope, in 10^-12. */
static u128 risk_e12(struct state *s, uint32_t party)
{
    const struct entitled *repaid = state_entitled(s, KEY_REPAID, M_CAPITAL, SCOPE_ALLIANCE);
    i128 open =
        (i128)s->parties[party].capital_minor * STREAM_PARTS - entitled_down_e12(repaid, party);
    return open > 0 ? (u128)open : 0;
}

/* The votes of one party before a cap. */
static u128 party_votes(const struct fold *f, const struct body *body, const struct share_set *set,
                        uint32_t party)
{
    struct state *s = f->state;
    int64_t votes = 1;
    if (set) return stake_of(set, party);
    if (body->votes == VOTES_BY_MEASURE) switch ((int)body->measure) {
        case M_CAPITAL: votes = s->parties[party].capital_minor; break;
        case M_PLEDGE: votes = state_pledge(s, party); break;
        case M_COST: votes = state_cost(s, SCOPE_ALLIANCE, party); break;
        case M_WORK: votes = state_work(s, SCOPE_ALLIANCE, party); break;
        case M_DUES: votes = state_dues(s, party); break;
        case M_SALES: votes = state_sales(s, party); break;
        case M_RISK: return risk_e12(s, party);
        default: UNREACHABLE("shares in results are a set, income is refused");
        }
    if (body->votes == VOTES_BY_SCORE) votes = state_score(s, party, body->score);
    if (body->votes == VOTES_BY_DUES) votes = state_dues(s, party) / body->per_minor * body->each;
    return votes > 0 ? (u128)votes : 0;
}

/* What one vote is counted in, so that votes are those of currency units or person-months. */
static uint64_t unit_of(const struct fold *f, const struct body *body)
{
    uint64_t unit = 1;
    if (body->votes == VOTES_BY_SCORE) return SCORE_PARTS;
    if (body->votes != VOTES_BY_MEASURE || fold_votes_by_shares(body)) return 1;
    if (body->measure == M_WORK) return WORK_PARTS;
    if (body->measure == M_RISK) unit = STREAM_PARTS;
    for (unsigned i = 0; i < f->pact->digits; i++) unit *= 10;
    return unit;
}

static void cut(struct tally *t)
{
    if (!t->body->capped) return;
    u128 before = 0;
    uint64_t num = (uint64_t)t->body->cap.num, den = (uint64_t)t->body->cap.den;
    for (uint32_t i = 0; i < t->list_count; i++) before += t->list[i].weight;
    for (uint32_t i = 0; i < t->list_count; i++) {
        u128 weight = t->list[i].weight * den;
        t->list[i].weight = weight < before * num ? weight : before * num;
    }
    t->weight_den *= den;
}

/* ---- seats ---- */

/* Who is in arrears so long that it loses its vote has no seat for that time. */
static bool holds_seat(const struct fold *f, const struct body *body, uint32_t party, date_t day)
{
    return f->state->parties[party].member && pact_has_seat(f->pact, body, party) &&
           !fold_in_arrears(f, party, ARREARS_NO_VOTE, day);
}

/* The seat of a party in the list: its own, or that of its group. */
static struct seat *seat_of(struct tally *t, uint32_t party)
{
    uint32_t bloc = t->now->bloc_of[party];
    for (uint32_t i = 0; bloc != INDEX_NONE && i < t->list_count; i++)
        if (t->list[i].group == bloc) return &t->list[i];
    struct seat *seat = &t->list[t->list_count++];
    *seat = (struct seat){.party = party, .group = bloc, .by = INDEX_NONE};
    return seat;
}

static bool votes_as_one(const struct tally *t, uint32_t a, uint32_t b)
{
    uint32_t bloc = t->now->bloc_of[a];
    return a == b || (bloc != INDEX_NONE && bloc == t->now->bloc_of[b]);
}

/* Adds what a party says to its seat. A group of which two members differ is split. */
static void speak(const struct motion_state *m, struct seat *seat, uint32_t party)
{
    if (!m->ballots || m->ballots[party].voice == VOICE_NONE) return;
    const struct cast_ballot *b = &m->ballots[party];
    bool differs = seat->voice != VOICE_NONE && seat->voice != b->voice;
    seat->voice = differs ? VOICE_SPLIT : b->voice;
    seat->by = b->by;
    seat->present = true;
}

/* The meeting that a motion is decided in, or NULL. */
static const struct meeting *meeting_of(const struct fold *f, const struct motion *m, date_t day)
{
    const struct motions *motions = f->state->motions;
    date_t opened = motions->list[m - f->pact->motions].opened;
    if (m->deadline != DATE_NONE) return NULL;
    for (size_t i = motions->meeting_count; i-- > 0;) {
        const struct meeting *meeting = &motions->meetings[i];
        if (meeting->body == m->body && meeting->date >= opened && meeting->date <= day)
            return meeting;
    }
    return NULL;
}

static bool *attendance(const struct fold *f, const struct motion *m, date_t day)
{
    bool *present = ARENA_ARRAY(f->arena, bool, f->pact->party_count);
    const struct meeting *meeting = meeting_of(f, m, day);
    if (!meeting) return present;
    const struct bind *list = term_bind(meeting->term, ROLE_members);
    for (const struct bind *b = list_first(list); b; b = list_next(meeting->term, list, b))
        present[pact_find(f->pact, THING_PARTY, (uint32_t)b->a)] = true;
    return present;
}

/* Gives a party its seat, with its votes. */
static struct seat *take_seat(const struct fold *f, struct tally *t, const struct share_set *set,
                              uint32_t party)
{
    struct seat *seat = seat_of(t, party);
    if (t->body->votes == VOTES_ONE_EACH)
        seat->weight = 1;
    else
        seat->weight += party_votes(f, t->body, set, party);
    return seat;
}

static void fill_seats(const struct fold *f, struct tally *t, const struct share_set *set,
                       date_t day)
{
    const struct motion *m = t->motion;
    const struct motion_state *state = &f->state->motions->list[m - f->pact->motions];
    const bool *present = attendance(f, m, day);
    t->list = ARENA_ARRAY(f->arena, struct seat, f->pact->party_count);
    for (uint32_t party = 0; party < f->pact->party_count; party++) {
        if (!holds_seat(f, t->body, party, day)) continue;
        struct seat *seat = take_seat(f, t, set, party);
        seat->present = seat->present || present[party];
        seat->recused =
            seat->recused || (m->party != INDEX_NONE && votes_as_one(t, party, m->party));
        speak(state, seat, party);
    }
}

/* ---- sums ---- */

static void add_votes(struct tally *t)
{
    for (uint32_t i = 0; i < t->list_count; i++) {
        const struct seat *s = &t->list[i];
        if (s->recused) continue;
        t->seats++;
        t->all += s->weight;
        if (!s->present) continue;
        t->present++;
        t->present_votes += s->weight;
        if (s->voice == VOICE_YES) t->yes += s->weight;
        if (s->voice == VOICE_NO) t->no += s->weight;
        if (s->voice == VOICE_ABSTAIN || s->voice == VOICE_SPLIT) t->abstain += s->weight;
    }
}

static u128 base_of(enum vote_base base, u128 all, u128 present, u128 cast)
{
    switch (base) {
    case BASE_ALL: return all;
    case BASE_PRESENT: return present;
    case BASE_CAST: return cast;
    }
    return all;
}

/* Whether a seat belongs to a class: a group that counts as one with any of its members. */
static bool in_class(const struct fold *f, const struct tally *t, const struct recipient *who,
                     const struct seat *s)
{
    if (s->group == INDEX_NONE) return pact_is_among(f->pact, who, s->party);
    const struct group *group = &t->now->groups[s->group];
    for (uint32_t i = 0; i < group->count; i++)
        if (pact_is_among(f->pact, who, group->parties[i])) return true;
    return false;
}

static void count_class(const struct fold *f, const struct tally *t, const struct class_majority *c,
                        struct class_count *out)
{
    uint32_t cast = 0;
    for (uint32_t i = 0; i < t->list_count; i++) {
        const struct seat *s = &t->list[i];
        if (s->recused || !in_class(f, t, &c->who, s)) continue;
        out->seats++;
        out->present += s->present;
        out->yes += s->voice == VOICE_YES;
        cast += s->voice == VOICE_YES || s->voice == VOICE_NO;
    }
    out->pass =
        reach(base_of(c->majority.base, out->seats, out->present, cast), &c->majority, out->yes);
    if (out->yes == 0) out->pass.reached = false;
    if (out->seats == 0) out->pass = (struct threshold){.reached = true};
}

static void judge(const struct fold *f, struct tally *t)
{
    add_votes(t);
    t->quorum.reached = true;
    if (t->body->has_quorum) t->quorum = reach(t->seats, &t->body->quorum, t->present);
    t->votes =
        reach(base_of(t->pass->base, t->all, t->present_votes, t->yes + t->no), t->pass, t->yes);
    if (t->yes == 0) t->votes.reached = false;
    t->carried = t->quorum.reached && t->votes.reached;
    uint32_t classes = t->rule ? t->rule->class_count : 0;
    t->classes = ARENA_ARRAY(f->arena, struct class_count, classes);
    for (uint32_t i = 0; i < classes; i++) {
        count_class(f, t, &t->rule->classes[i], &t->classes[i]);
        t->carried = t->carried && t->classes[i].pass.reached;
    }
}

struct tally *count_motion(struct fold *f, const struct motion *m, date_t day, struct span span)
{
    const struct provisions *now = pact_when(f->pact, m->entry);
    const struct body *body = &now->bodies[m->body];
    const struct decide_rule *rule = pact_rule_of(f->pact, m);
    const struct share_set *set = NULL;
    if (rule && rule->body != m->body) rule = NULL;
    if (fold_votes_by_shares(body)) {
        set = fold_vote_shares(f, body, day);
        if (!set && body->votes != VOTES_BY_STAKES) {
            DIAG_PLAIN(f->diags, E401, span);
            return NULL;
        }
        if (!set) {
            f->sharer.weigher.problem_day = day;
            (void)fold_share_failed(f, SHARE_NO_STAKES, body->stakes, body->term, span);
            return NULL;
        }
    }
    struct tally *t = ARENA_NEW(f->arena, struct tally);
    *t = (struct tally){.motion = m,
                        .now = now,
                        .body = body,
                        .rule = rule,
                        .pass = rule && rule->has_majority ? &rule->majority : &body->pass,
                        .weight_den = unit_of(f, body)};
    fill_seats(f, t, set, day);
    cut(t);
    judge(f, t);
    return t;
}

struct tally *count_seats(struct fold *f, const struct body *body, date_t day)
{
    const struct share_set *set = NULL;
    if (fold_votes_by_shares(body)) {
        set = fold_vote_shares(f, body, day);
        if (!set) return NULL;
    }
    struct tally *t = ARENA_NEW(f->arena, struct tally);
    *t = (struct tally){.now = pact_at(f->pact, day),
                        .body = body,
                        .pass = &body->pass,
                        .weight_den = unit_of(f, body)};
    t->list = ARENA_ARRAY(f->arena, struct seat, f->pact->party_count);
    for (uint32_t party = 0; party < f->pact->party_count; party++)
        if (holds_seat(f, body, party, day)) (void)take_seat(f, t, set, party);
    cut(t);
    for (uint32_t i = 0; i < t->list_count; i++) t->all += t->list[i].weight;
    t->seats = t->list_count;
    return t;
}
