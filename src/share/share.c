/* Receipts through the tiers of a clause. */
#include "share/share.h"

#include "share/capped.h"
#include "share/explain.h"
#include "share/guard.h"
#include "share/profit.h"
#include "share/run.h"
#include "share/tape.h"

#include <string.h>

static size_t most_parts(const struct clause *list, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        for (uint32_t t = 0; t < list[i].tier_count; t++)
            if (list[i].tiers[t].part_count > most) most = list[i].tiers[t].part_count;
    return most;
}

static size_t most_parts_of_any(const struct pact *p)
{
    size_t shares = most_parts(p->shares, p->share_count);
    size_t bears = most_parts(p->bears, p->bear_count);
    size_t most = shares > bears ? shares : bears;
    for (size_t i = 0; i < p->provisions_count; i++) {
        size_t end = most_parts(&p->provisions[i].dissolution, 1);
        if (end > most) most = end;
    }
    return most;
}

void sharer_init(struct sharer *sh, struct arena *arena, struct state *state,
                 struct sharer_options options, void *context,
                 void (*emit)(void *context, const struct portion *portion))
{
    *sh = (struct sharer){.state = state,
                          .arena = arena,
                          .exact = options.exact || options.explain,
                          .explain = options.explain,
                          .context = context,
                          .emit = emit};
    weigher_init(&sh->weigher, arena, state);
    size_t parts = most_parts_of_any(state->pact) + 1;
    sh->part_shares = ARENA_ARRAY(arena, struct ratio, parts);
    sh->part_ids = ARENA_ARRAY(arena, uint32_t, parts);
    sh->part_weights = ARENA_ARRAY(arena, uint64_t, parts);
    sh->part_units = ARENA_ARRAY(arena, int64_t, parts);
    sh->limits_minor = ARENA_ARRAY(arena, int64_t, state->party_count);
    sh->whole_weights = ARENA_ARRAY(arena, uint64_t, state->party_count);
    sh->rests = ARENA_ARRAY(arena, uint64_t, state->party_count);
    sh->limits_e12 = ARENA_ARRAY(arena, i128, state->party_count);
    sh->open_e12 = ARENA_ARRAY(arena, i128, state->party_count);
    sh->given_e12 = ARENA_ARRAY(arena, i128, state->party_count);
}

/* ---- which clause ---- */

/* The day whose text applies: for a period, that on which it begins. */
static date_t text_day(const struct occasion *m)
{
    return m->from != DATE_NONE ? m->from : m->day;
}

static bool is_of_kind(const struct pact *p, const struct occasion *m, enum project_kind kind)
{
    const struct project_terms *project = pact_project(p, m->project, text_day(m));
    return project->has_kind && project->kind == kind;
}

static bool clause_covers(const struct pact *p, const struct clause *c, const struct occasion *m)
{
    if (!text_holds(c->text, text_day(m))) return false;
    switch (c->width) {
    case WIDTH_ALL: return true;
    case WIDTH_KIND: return m->project != INDEX_NONE && is_of_kind(p, m, c->kind);
    case WIDTH_PROJECT: return m->project != INDEX_NONE && m->project == c->project;
    case WIDTH_EACH_RESULT: return m->result != INDEX_NONE;
    case WIDTH_RESULT: return m->result != INDEX_NONE && m->result == c->result;
    }
    return false;
}

static bool class_fits(enum income_class wanted, enum income_class class)
{
    return wanted == class || (wanted == CLASS_ANY && class <= CLASS_PRODUCT);
}

/* The narrowest clause, then a named class before `any`. */
const struct clause *share_clause(const struct pact *p, enum income_class class,
                                  const struct occasion *m)
{
    const struct clause *best = NULL;
    for (size_t i = 0; i < p->share_count; i++) {
        const struct clause *c = &p->shares[i];
        if (!class_fits(c->class, class) || !clause_covers(p, c, m)) continue;
        bool better = !best || c->width > best->width ||
                      (c->width == best->width && best->class == CLASS_ANY);
        if (better) best = c;
    }
    return best;
}

date_t share_text_until(const struct pact *p, enum income_class class, const struct occasion *m)
{
    if (m->from == DATE_NONE) return m->to;
    const struct clause *first = share_clause(p, class, m);
    struct occasion later = *m;
    while ((later.from = pact_next_text(p, later.from, m->to)) != m->to) {
        const struct clause *c = share_clause(p, class, &later);
        bool same = c == first || (c && first && c->tiers[0].id == first->tiers[0].id);
        if (!same) break;
    }
    return later.from;
}

const struct clause *bear_clause(const struct pact *p, enum loss_kind loss,
                                 const struct occasion *m)
{
    const struct clause *best = NULL;
    for (size_t i = 0; i < p->bear_count; i++) {
        const struct clause *c = &p->bears[i];
        if (c->loss != loss || !clause_covers(p, c, m)) continue;
        if (!best || c->width > best->width) best = c;
    }
    return best;
}

uint32_t clause_scope(const struct state *s, const struct clause *c, const struct occasion *m)
{
    if (c->together) return SCOPE_ALLIANCE;
    bool each = c->width == WIDTH_EACH_RESULT || c->width == WIDTH_RESULT;
    if (each && m->result != INDEX_NONE) return scope_of_result(s, m->result);
    return m->project != INDEX_NONE ? scope_of_project(m->project) : SCOPE_ALLIANCE;
}

/* ---- one tier ---- */

struct portion run_portion(const struct run *r, const struct tier *tier, int64_t amount,
                           const struct why *why)
{
    return (struct portion){.clause = r->clause,
                            .tier = tier,
                            .amount_minor = amount,
                            .part = r->part_of_minor ? r->part : RATIO_ONE,
                            .part_of_minor = r->part_of_minor ? r->part_of_minor : amount,
                            .why = why,
                            .occasion = r->m};
}

void run_emit(const struct run *r, const struct portion *p)
{
    profit_count(r->sh->state, p);
    r->sh->emit(r->sh->context, p);
}

bool run_goes_to_one(const struct tier *tier)
{
    const struct recipient *to = &tier->to[0];
    return tier->to_count == 1 &&
           (to->kind == TO_FUND ||
            (to->kind == TO_PARTIES && to->party_count == 1 && tier->basis.kind == BY_NOTHING));
}

/* What a fund still takes. */
static int64_t fund_room(const struct state *s, uint32_t fund)
{
    int64_t target = pact_at(s->pact, s->day)->funds[fund].target_minor;
    int64_t balance = s->funds[fund].balance_minor;
    if (target == INT64_MAX) return INT64_MAX;
    return target > balance ? target - balance : 0;
}

bool run_weigh(struct run *r, const struct tier *tier)
{
    struct weigher *w = &r->sh->weigher;
    if (weigher_fill(w, tier->to, tier->to_count, tier->basis, r->m) == WEIGHTS_FINE) return true;
    r->outcome = SHARE_NO_STAKES;
    r->stakes = w->problem_stakes;
    return false;
}

bool run_fill_weights(struct run *r, const struct tier *tier)
{
    struct sharer *sh = r->sh;
    if (!run_weigh(r, tier)) return false;
    if (sh->tape && sh->weigher.out.sum)
        tape_weights(sh->tape, tier, &sh->weigher.out,
                     state_stream(sh->state, KEY_MEMBERS, tier->id,
                                  basis_focus(sh->state, tier->basis, r->m)),
                     NULL);
    return true;
}

int64_t run_room(struct run *r, const struct tier *tier)
{
    if (r->sh->weigher.bearing) return run_loss_room(r, tier);
    if (tier->to[0].kind == TO_FUND) return fund_room(r->sh->state, tier->to[0].fund);
    if (run_goes_to_one(tier))
        return may_receive(&r->sh->weigher, tier->to[0].parties[0]) ? INT64_MAX : 0;
    if (!run_fill_weights(r, tier)) return 0;
    return r->sh->weigher.out.sum > 0 ? INT64_MAX : 0;
}

/* The same for a divided tier: nothing where none of its parts can take any. */
static int64_t parts_room(struct run *r, const struct tier *tier)
{
    for (uint32_t i = 0; i < tier->part_count; i++)
        if (run_room(r, &tier->parts[i]) > 0) return INT64_MAX;
    return 0;
}

static void give_to_one(struct run *r, const struct tier *tier, int64_t amount,
                        const struct why *why)
{
    struct portion p = run_portion(r, tier, amount, why);
    const struct recipient *to = &tier->to[0];
    p.kind = to->kind == TO_FUND ? PORTION_FUND : PORTION_PARTY;
    p.fund = to->fund;
    p.party = to->kind == TO_FUND ? 0 : to->parties[0];
    run_emit(r, &p);
}

/* Gives whole units to the recipients of a tier; the weights are in the weigher. */
static void give(struct run *r, const struct tier *tier, int64_t amount, const struct why *why)
{
    if (amount == 0) return;
    if (run_goes_to_one(tier)) {
        give_to_one(r, tier, amount, why);
        return;
    }
    struct sharer *sh = r->sh;
    struct stream *stream =
        state_stream(sh->state, KEY_MEMBERS, tier->id, basis_focus(sh->state, tier->basis, r->m));
    if (weights_split(sh, stream, amount, &sh->weigher.out) != OK) {
        r->outcome = SHARE_OVERFLOW;
        return;
    }
    struct portion p = run_portion(r, tier, amount, why);
    p.kind = PORTION_PARTIES;
    p.stream = stream;
    p.weights = &sh->weigher.out;
    run_emit(r, &p);
}

enum status run_split_two(struct sharer *sh, struct stream *stream, int64_t amount_minor,
                          struct ratio share)
{
    uint32_t ids[] = {0, 1};
    uint64_t two[] = {(uint64_t)share.num, (uint64_t)(share.den - share.num)};
    struct weights w = {.ids = ids, .weights = two, .count = 2, .sum = (uint64_t)share.den};
    if (two[0] <= LIMIT_WEIGHT_MAX && two[1] <= LIMIT_WEIGHT_MAX)
        return weights_split(sh, stream, amount_minor, &w);
    struct rat parts[2];
    rat_init(&parts[0]);
    rat_init(&parts[1]);
    rat_set_fraction(&parts[0], share.num, (u128)share.den);
    rat_set_fraction(&parts[1], share.den - share.num, (u128)share.den);
    w.parts = parts;
    enum status status = weights_split(sh, stream, amount_minor, &w);
    rat_clear(&parts[0]);
    rat_clear(&parts[1]);
    return status;
}

int64_t run_take_share(struct run *r, const struct tier *tier, int64_t whole, int64_t most)
{
    struct sharer *sh = r->sh;
    bool bound = (i128)tier->share.num * whole > (i128)most * tier->share.den;
    struct ratio share = tier->share;
    if (bound && ratio_make(&share, most, whole) != OK) share = RATIO_ZERO;
    struct stream *stream = state_stream(sh->state, KEY_TIER, tier->id, 0);
    if (run_split_two(sh, stream, whole, share) != OK) {
        r->outcome = SHARE_OVERFLOW;
        return 0;
    }
    r->part = share;
    r->part_of_minor = whole;
    int64_t units = stream->units[stream_find(stream, 0)];
    r->split_minor = bound ? NO_SPLIT : units;
    if (units > most) {
        stream_move(stream, 0, 1, units - most);
        r->part_of_minor = 0;
        units = most;
    }
    if (sh->tape) {
        struct tape_tier *kept = tape_tier(sh->tape, tier);
        kept->share = share;
        kept->whole_minor = whole;
        kept->split_minor = units;
    }
    return units;
}

int64_t run_take_amount(struct run *r, const struct tier *tier, int64_t room)
{
    struct counter *taken = state_counter(r->sh->state, tier->sums, r->m->scope);
    int year = date_to_civil(r->m->day).year;
    bool per_receipt = tier->row == TIER_AMOUNT && !tier->yearly;
    if (tier->yearly && taken->year != year) *taken = (struct counter){0, year};
    if (per_receipt && taken->year != r->m->receipt) *taken = (struct counter){0, r->m->receipt};
    int64_t open = tier->amount_minor - taken->minor;
    int64_t amount = open < r->left ? open : r->left;
    if (amount > room) amount = room;
    if (amount < 0) amount = 0;
    state_add(r->sh->state, &taken->minor, amount);
    return amount;
}

/* ---- divided tiers ---- */

/* Divides units among the parts; returns what no part took. */
static int64_t divide(struct run *r, const struct tier *tier, int64_t amount, const struct why *why)
{
    struct sharer *sh = r->sh;
    struct weights w = {.ids = sh->part_ids, .weights = sh->part_weights};
    if (!run_weigh_parts(r, tier, &w)) {
        if (r->outcome == SHARE_DONE) r->outcome = SHARE_OVERFLOW;
        return 0;
    }
    struct stream *stream = state_stream(sh->state, KEY_PARTS, tier->id, 0);
    if (sh->tape) tape_parts(sh->tape, tier, &w);
    if (weights_split(sh, stream, amount, &w) != OK) {
        r->outcome = SHARE_OVERFLOW;
        return 0;
    }
    int64_t over = 0; /* what a full fund left, or a last unit for those who left: for `rest` */
    for (uint32_t i = 0; i < tier->part_count && r->outcome == SHARE_DONE; i++) {
        const struct tier *part = &tier->parts[i];
        int64_t units = stream->units[stream_find(stream, i)], split = units;
        const struct why *part_why = NULL;
        if (sh->explain && units)
            part_why =
                explain_fraction(sh, why, explain_ratio(sh, (int64_t)w.weights[i], (int64_t)w.sum),
                                 units, r->m->entry, part);
        r->part_of_minor = amount;
        if (ratio_make(&r->part, (int64_t)w.weights[i], (int64_t)w.sum) != OK) r->part = RATIO_ONE;
        if (part->row == TIER_REST && over) {
            part_why = explain_with(sh, part_why, why, over, amount);
            units += over;
            over = r->part_of_minor = 0;
        }
        int64_t room = units ? run_room(r, part) : 0;
        if (room < units) {
            over += units - room;
            part_why = explain_without(sh, part_why, units - room);
            units = room;
            r->part_of_minor = 0;
        }
        if (sh->tape) {
            struct tape_tier *kept = tape_tier(sh->tape, part);
            kept->split_minor = split;
            kept->taken_minor = units;
        }
        give(r, part, units, part_why);
    }
    return over + stream->units[stream_find(stream, tier->part_count)];
}

/* ---- the tiers of a clause ---- */

static int64_t take_plain(struct run *r, const struct tier *tier, int64_t room)
{
    int64_t most = r->left < room ? r->left : room;
    switch (tier->row) {
    case TIER_SHARE: return run_take_share(r, tier, r->m->amount_minor, most);
    case TIER_SHARE_OF_REST: return r->left ? run_take_share(r, tier, r->left, most) : 0;
    case TIER_UP_TO:
    case TIER_AMOUNT: return run_take_amount(r, tier, room);
    case TIER_REST: return most;
    case TIER_CATCH_UP:
    case TIER_LEAST: return run_take_catch_up(r, tier, most);
    case TIER_UNTIL_REPAID:
    case TIER_RETURN: break;
    }
    UNREACHABLE("a supported tier");
}

static void run_tier(struct run *r, const struct tier *tier)
{
    struct sharer *sh = r->sh;
    const struct why *why = NULL;
    int64_t taken, passed = 0;
    r->part_of_minor = 0;
    r->split_minor = NO_SPLIT;
    if (run_is_open(tier)) {
        taken = run_take_open(r, tier, &why);
    } else {
        int64_t room = tier->part_count ? parts_room(r, tier) : run_room(r, tier);
        if (room == 0 || r->outcome != SHARE_DONE) return;
        taken = take_plain(r, tier, room);
        struct explain_take take = {taken, r->split_minor, r->left, r->whole_why, r->left_why};
        bool looks = tier->row == TIER_CATCH_UP || tier->row == TIER_LEAST;
        why = looks ? explain_catch_up(r, tier, taken) : explain_tier(sh, tier, r->m, &take);
        if (r->outcome != SHARE_DONE || taken == 0) return;
        if (tier->part_count)
            passed = divide(r, tier, taken, why);
        else
            give(r, tier, taken, why);
    }
    if (taken == 0) return;
    if (sh->tape) tape_tier(sh->tape, tier)->taken_minor = taken;
    r->left_why = explain_left(sh, r->left_why, why, passed, taken);
    r->left -= taken - passed;
}

enum share_outcome share_receipt(struct sharer *sh, const struct clause *c,
                                 const struct occasion *m, const struct why *why,
                                 uint32_t *stakes_out)
{
    struct run r = {
        .sh = sh, .clause = c, .m = m, .left = m->amount_minor, .whole_why = why, .left_why = why};
    if (sh->state->pact->uses_risk) weigher_note_risk(&sh->weigher, m->scope);
    for (uint32_t i = 0; i < c->tier_count && r.left > 0; i++) {
        if (!guards_hold(sh, c, c->tiers[i].guard, m)) continue;
        run_tier(&r, &c->tiers[i]);
        if (r.outcome != SHARE_DONE) {
            *stakes_out = r.stakes;
            return r.outcome;
        }
    }
    r.part_of_minor = 0;
    if (r.left > 0) {
        struct portion p = run_portion(&r, NULL, r.left, r.left_why);
        p.kind = PORTION_NOBODY;
        run_emit(&r, &p);
    }
    if (c->counts_income)
        state_add(sh->state, &state_counter(sh->state, c->id, m->scope)->minor, m->amount_minor);
    return SHARE_DONE;
}

enum share_outcome share_licence(struct sharer *sh, const struct licence *l, uint32_t licence,
                                 int64_t amount_minor, int64_t *units_out)
{
    struct shares shares = {l->set.parties, l->set.weights, l->set.count, l->set.sum};
    struct stream *stream = state_stream(sh->state, KEY_LICENCE, 0, licence);
    enum status status = stream_split(stream, amount_minor, &shares);
    for (uint32_t i = 0; status == OK && i < l->part_count; i++)
        units_out[i] = stream->units[stream_find(stream, i)];
    return status == OK ? SHARE_DONE : SHARE_OVERFLOW;
}

void portion_exact(struct rat *out, const struct portion *p, uint32_t id)
{
    if (p->kind != PORTION_PARTIES) {
        rat_set_fraction(out, (i128)p->part.num * p->part_of_minor, (u128)p->part.den);
        return;
    }
    rat_set_i64(out, 0);
    const struct weights *w = p->weights;
    for (uint32_t i = 0; i < w->count; i++) {
        if (w->ids[i] != id) continue;
        if (p->exact) {
            rat_set(out, &p->exact[i]);
            return;
        }
        if (p->e12) {
            rat_set_fraction(out, p->e12[i], (u128)STREAM_PARTS);
            return;
        }
        struct rat part;
        rat_init(&part);
        weights_part(&part, w, i);
        rat_set_i64(out, p->amount_minor);
        rat_mul(out, out, &part);
        rat_clear(&part);
    }
}
