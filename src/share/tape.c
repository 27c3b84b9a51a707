/* Keeping what a run was shared by, and taking it back. */
#include "share/tape.h"

#include "share/capped.h"
#include "share/explain.h"
#include "share/profit.h"
#include "share/run.h"
#include "state/accrual.h"

#include <string.h>

/* ---- keeping ---- */

struct tape_tier *tape_tier(struct tape *t, const struct tier *tier)
{
    CHECK(t->run_count > 0);
    struct tape_run *run = &t->runs[t->run_count - 1];
    for (size_t i = 0; i < run->tier_count; i++)
        if (run->tiers[i].tier == tier) return &run->tiers[i];
    struct tape_tier *kept = ARENA_PUSH(t->arena, run->tiers, run->tier_count, run->tier_capacity);
    *kept = (struct tape_tier){.tier = tier, .share = RATIO_ZERO};
    return kept;
}

static void *keep(struct arena *a, const void *list, size_t count, size_t size)
{
    void *copy = arena_alloc_array(a, count, size);
    memcpy(copy, list, count * size);
    return copy;
}

static void keep_weights(struct arena *a, struct tape_tier *kept, const struct weights *w)
{
    kept->count = w->count;
    kept->sum = w->sum;
    kept->ids = keep(a, w->ids, w->count, sizeof *w->ids);
    kept->weights = keep(a, w->weights, w->count, sizeof *w->weights);
    kept->parts = NULL;
    if (!w->parts) return;
    kept->parts = rat_array_of_arena(a, w->count);
    for (uint32_t i = 0; i < w->count; i++) rat_set(&kept->parts[i], &w->parts[i]);
}

void tape_weights(struct tape *t, const struct tier *tier, const struct weights *w,
                  struct stream *stream, const i128 *e12)
{
    struct tape_tier *kept = tape_tier(t, tier);
    keep_weights(t->arena, kept, w);
    kept->e12 = e12 ? keep(t->arena, e12, w->count, sizeof *e12) : NULL;
    if (stream) kept->stream = stream;
}

struct passed *tape_pass(struct tape *t, struct passed p, const struct weights *w)
{
    struct tape_run *run = &t->runs[t->run_count - 1];
    keep_weights(t->arena, &p.by, w);
    struct passed *kept =
        ARENA_PUSH(t->arena, run->passed, run->passed_count, run->passed_capacity);
    *kept = p;
    return kept;
}

struct weights tape_passed_weights(const struct passed *p)
{
    return (struct weights){.ids = p->by.ids,
                            .weights = p->by.weights,
                            .count = p->by.count,
                            .sum = p->by.sum,
                            .parts = p->by.parts};
}

void tape_parts(struct tape *t, const struct tier *tier, const struct weights *w)
{
    struct tape_tier *kept = tape_tier(t, tier);
    kept->part_weights = keep(t->arena, w->weights, w->count, sizeof *w->weights);
    kept->part_sum = w->sum;
}

/* ---- taking back ---- */

struct way_back {
    struct sharer *sh;
    const struct tape_run *run;
    const struct occasion *m;
    int64_t left;      /* towards zero: from below, or from above where it is given again */
    struct ratio part; /* these three as in struct run */
    int64_t part_of_minor, split_minor;
    const struct why *whole_why, *left_why;
    enum share_outcome outcome;
};

static const struct tape_tier *find(const struct tape_run *run, const struct tier *tier)
{
    for (size_t i = 0; i < run->tier_count; i++)
        if (run->tiers[i].tier == tier) return &run->tiers[i];
    return NULL;
}

static void emit(struct way_back *b, struct portion p, const struct tier *tier, int64_t amount,
                 const struct why *why)
{
    p.clause = b->run->clause;
    p.tier = tier;
    p.amount_minor = amount;
    p.part = b->part_of_minor ? b->part : RATIO_ONE;
    p.part_of_minor = b->part_of_minor ? b->part_of_minor : amount;
    p.why = why;
    p.occasion = b->m;
    p.call_basis = b->run->call_basis;
    profit_count(b->sh->state, &p);
    b->sh->emit(b->sh->context, &p);
}

/* Entitlements under a limit are taken back too, so that what was repaid is open again. */
static void take_back_entitled(struct way_back *b, const struct tape_tier *kept, int64_t amount)
{
    const struct tier *tier = kept->tier;
    bool open = !b->run->losing && run_is_open(tier);
    if (!open && !(b->run->losing && tier->capped)) return;
    struct state *s = b->sh->state;
    for (uint32_t i = 0; open && i < kept->count; i++)
        state_reckon(s, tier->repaid, b->m->scope, kept->ids[i]);
    struct weights w = {.ids = kept->ids,
                        .weights = kept->weights,
                        .count = kept->count,
                        .sum = kept->sum,
                        .parts = kept->parts};
    struct shares by = weights_as_shares(b->sh, &w);
    struct entitled *e = open ? run_entitled(s, tier, b->m->scope)
                              : state_entitled(s, KEY_BORNE, tier->sums, b->m->scope);
    int sign = amount < 0 ? -1 : 1; /* above zero where a part that went back is given again */
    i128 missing = (i128)amount * sign * STREAM_PARTS;
    for (uint32_t i = 0; i < kept->count; i++) {
        i128 part = kept->e12
                        ? -sign * kept->e12[i]
                        : part_of_e12((i128)amount * sign * STREAM_PARTS, by.weights[i], by.sum);
        b->sh->given_e12[i] = sign * part;
        missing -= part;
    }
    for (uint32_t i = 0; i < kept->count && missing > 0; i++)
        if (by.weights[i]) {
            b->sh->given_e12[i] += sign;
            missing--;
        }
    struct entitlements_e12 added = {kept->ids, b->sh->given_e12, kept->count};
    entitled_add_e12(e, amount, &added);
}

/* Takes units back from several, by the weights or entitlements they had. */
static void take_back_members(struct way_back *b, const struct tape_tier *kept, int64_t amount,
                              const struct why *why)
{
    struct sharer *sh = b->sh;
    struct weights w = {.ids = kept->ids,
                        .weights = kept->weights,
                        .count = kept->count,
                        .sum = kept->sum,
                        .parts = kept->parts};
    struct stream *stream = kept->stream;
    if (!stream)
        stream = state_stream(sh->state, KEY_MEMBERS, kept->tier->id,
                              basis_focus(sh->state, kept->tier->basis, b->m));
    enum status status;
    i128 *e12 = NULL;
    if (kept->e12 && amount == -kept->taken_minor) {
        e12 = sh->open_e12;
        for (uint32_t i = 0; i < kept->count; i++) e12[i] = -kept->e12[i];
        struct entitlements_e12 e = {kept->ids, e12, kept->count};
        status = stream_split_e12(stream, amount, &e);
    } else {
        status = weights_split(sh, stream, amount, &w);
    }
    if (status != OK) {
        b->outcome = SHARE_OVERFLOW;
        return;
    }
    if (kept->tier) take_back_entitled(b, kept, amount);
    struct portion p = {.kind = PORTION_PARTIES, .stream = stream, .weights = &w, .e12 = e12};
    emit(b, p, kept->tier, amount, why);
}

static void take_back_from(struct way_back *b, const struct tier *tier, int64_t amount,
                           const struct why *why)
{
    const struct tape_tier *kept = find(b->run, tier);
    if (amount == 0 || (!kept && !run_goes_to_one(tier))) return;
    if (b->run->losing && tier->from_fund) {
        emit(b, (struct portion){.kind = PORTION_FUND, .fund = tier->fund}, tier, amount, why);
    } else if (kept && kept->count) {
        take_back_members(b, kept, amount, why);
    } else {
        const struct recipient *to = &tier->to[0];
        struct portion p = {.kind = to->kind == TO_FUND ? PORTION_FUND : PORTION_PARTY,
                            .fund = to->fund,
                            .party = to->kind == TO_FUND ? 0 : to->parties[0]};
        emit(b, p, tier, amount, why);
    }
}

void tape_mirror(struct stream *stream, const int64_t *wanted, uint32_t count)
{
    for (uint32_t to = 0, from = 0; to < count; to++) {
        int64_t lacks = wanted[to] - stream->units[stream_find(stream, to)];
        for (; lacks > 0; from++) {
            CHECK(from < count);
            int64_t more = stream->units[stream_find(stream, from)] - wanted[from];
            if (more <= 0) continue;
            if (more > lacks) more = lacks;
            stream_move(stream, from, to, more);
            lacks -= more;
            if (!lacks) break;
        }
    }
}

/* How much of a tier goes back: what it took. The stream of a percentage gives back what it gave.
 */
static int64_t amount_back(struct way_back *b, const struct tape_tier *kept)
{
    const struct tier *tier = kept->tier;
    if (!kept->whole_minor) return -kept->taken_minor;
    struct stream *stream = state_stream(b->sh->state, KEY_TIER, tier->id, 0);
    if (run_split_two(b->sh, stream, -kept->whole_minor, kept->share) != OK) {
        b->outcome = SHARE_OVERFLOW;
        return 0;
    }
    const int64_t wanted[] = {-kept->split_minor, kept->split_minor - kept->whole_minor};
    tape_mirror(stream, wanted, 2);
    b->part = kept->share;
    b->part_of_minor = -kept->whole_minor;
    if (ratio_equal(kept->share, tier->share)) b->split_minor = -kept->split_minor;
    return -kept->taken_minor;
}

/* What each part of a divided tier goes back by in its stream, the last what no part took. */
static int64_t *parts_back(struct way_back *b, const struct tier *tier, int64_t amount)
{
    int64_t *wanted = b->sh->part_units;
    wanted[tier->part_count] = amount;
    for (uint32_t i = 0; i < tier->part_count; i++) {
        const struct tape_tier *part = find(b->run, &tier->parts[i]);
        wanted[i] = part ? -part->split_minor : 0;
        wanted[tier->part_count] -= wanted[i];
    }
    return wanted;
}

static int64_t divide_back(struct way_back *b, const struct tape_tier *kept, int64_t amount,
                           const struct why *why)
{
    const struct tier *tier = kept->tier;
    struct sharer *sh = b->sh;
    for (uint32_t i = 0; i <= tier->part_count; i++) sh->part_ids[i] = i;
    struct shares w = {sh->part_ids, kept->part_weights, tier->part_count + 1, kept->part_sum};
    struct stream *stream = state_stream(sh->state, KEY_PARTS, tier->id, 0);
    if (stream_split(stream, amount, &w) != OK) {
        b->outcome = SHARE_OVERFLOW;
        return 0;
    }
    const int64_t *wanted = parts_back(b, tier, amount);
    tape_mirror(stream, wanted, tier->part_count + 1);
    int64_t passed = amount;
    for (uint32_t i = 0; i < tier->part_count && b->outcome == SHARE_DONE; i++) {
        const struct tape_tier *part = find(b->run, &tier->parts[i]);
        int64_t units = part ? -part->taken_minor : 0;
        const struct why *part_why = NULL;
        if (sh->explain && wanted[i])
            part_why = explain_fraction(
                sh, why, explain_ratio(sh, (int64_t)kept->part_weights[i], (int64_t)kept->part_sum),
                wanted[i], b->m->entry, &tier->parts[i]);
        b->part_of_minor = amount;
        if (ratio_make(&b->part, (int64_t)kept->part_weights[i], (int64_t)kept->part_sum) != OK)
            b->part = RATIO_ONE;
        if (units != wanted[i]) {
            part_why = explain_with(sh, part_why, why, units - wanted[i], amount);
            b->part_of_minor = 0;
        }
        passed -= units;
        take_back_from(b, &tier->parts[i], units, part_why);
    }
    return passed;
}

static void count_taken(struct way_back *b, const struct tier *tier, int64_t minor)
{
    struct state *s = b->sh->state;
    if (tier->row == TIER_UP_TO || (tier->row == TIER_AMOUNT && tier->yearly))
        state_add(s, &state_counter(s, tier->sums, b->m->scope)->minor, minor);
}

static void tier_back(struct way_back *b, const struct tape_tier *kept)
{
    struct sharer *sh = b->sh;
    const struct tier *tier = kept->tier;
    int64_t passed = 0;
    b->part_of_minor = 0;
    b->split_minor = NO_SPLIT;
    int64_t amount = amount_back(b, kept);
    if (amount == 0 || b->outcome != SHARE_DONE) return;
    count_taken(b, tier, amount);
    struct explain_take take = {amount, b->split_minor, b->left, b->whole_why, b->left_why};
    const struct why *why = explain_tier(sh, tier, b->m, &take);
    if (tier->part_count && !run_is_open(tier))
        passed = divide_back(b, kept, amount, why);
    else
        take_back_from(b, tier, amount, why);
    /* Of a loss counts what was borne, of a receipt what was divided. */
    if (b->run->losing) count_taken(b, tier, -passed);
    b->left_why = explain_left(sh, b->left_why, why, passed, amount);
    b->left -= amount - passed;
}

enum share_outcome tape_reverse(struct sharer *sh, const struct tape_run *run,
                                const struct occasion *m, const struct why *why)
{
    struct way_back b = {
        .sh = sh, .run = run, .m = m, .left = m->amount_minor, .whole_why = why, .left_why = why};
    if (run->calling) {
        take_back_members(&b, &run->tiers[0], m->amount_minor, why);
        return b.outcome;
    }
    for (uint32_t i = 0; run->clause && i < run->clause->tier_count && b.left != 0; i++) {
        const struct tape_tier *kept = find(run, &run->clause->tiers[i]);
        if (kept) tier_back(&b, kept);
        if (b.outcome != SHARE_DONE) return b.outcome;
    }
    if (run->clause && run->clause->counts_income)
        state_add(sh->state, &state_counter(sh->state, run->clause->id, m->scope)->minor,
                  m->amount_minor);
    b.part_of_minor = 0;
    if (b.left != 0) emit(&b, (struct portion){.kind = PORTION_NOBODY}, NULL, b.left, b.left_why);
    return SHARE_DONE;
}
