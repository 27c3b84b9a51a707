/* See cut.h. */
#include "share/cut.h"

#include "num/apportion.h"
#include "share/run.h"

int64_t tape_left(const struct tape *t)
{
    int64_t left = 0;
    for (size_t i = 0; i < t->run_count; i++) left += t->runs[i].occasion.amount_minor;
    return left;
}

/* ---- tiers ---- */

/* Entitlements under a limit, in proportion to the units; all of them where all units go. */
static i128 *cut_e12(struct arena *a, struct tape_tier *kept, int64_t amount, int64_t whole)
{
    if (!kept->e12) return NULL;
    i128 *cut = arena_alloc_array(a, kept->count, sizeof *cut), so_far = 0, before = 0;
    for (uint32_t i = 0; i < kept->count; i++) {
        so_far += kept->e12[i];
        i128 upto = part_of_e12(so_far, (uint64_t)amount, (uint64_t)whole);
        cut[i] = upto - before;
        before = upto;
    }
    for (uint32_t i = 0; i < kept->count; i++) kept->e12[i] -= cut[i];
    return cut;
}

/* taken: what the tier took of the part that is cut off; whole: of how much its percentage was. */
static void cut_tier(struct arena *a, struct tape_tier *cut, struct tape_tier *kept, int64_t taken,
                     int64_t whole)
{
    int64_t before = kept->taken_minor;
    *cut = *kept;
    cut->taken_minor = taken;
    cut->whole_minor = kept->whole_minor ? whole : 0;
    cut->split_minor =
        kept->split_minor == before ? taken : apportion_part(kept->split_minor, taken, before);
    cut->e12 = before ? cut_e12(a, kept, taken, before) : NULL;
    kept->taken_minor -= cut->taken_minor;
    kept->whole_minor -= cut->whole_minor;
    kept->split_minor -= cut->split_minor;
}

/* Room for what the tiers of a clause, or the parts of a tier, and nobody have of a run. */
struct taken {
    int64_t *of, *cut;
    size_t count;
};

static struct taken taken_of(struct arena *a, size_t tiers)
{
    return (struct taken){.of = ARENA_ARRAY(a, int64_t, tiers + 1),
                          .cut = ARENA_ARRAY(a, int64_t, tiers + 1),
                          .count = tiers + 1};
}

static size_t place_of(const struct tape_run *run, const struct tier *tier)
{
    size_t i = 0;
    while (i < run->tier_count && run->tiers[i].tier != tier) i++;
    return i;
}

static int64_t taken_by(const struct tape_run *run, const struct tier *tier)
{
    size_t at = place_of(run, tier);
    return at < run->tier_count ? run->tiers[at].taken_minor : 0;
}

/* Whether a tier gave to its parts, which gave on; one that repays divides among all recipients. */
static bool is_divided(const struct tier *tier)
{
    return tier->part_count && !run_is_open(tier);
}

/* What a tier kept: of one that is divided, what its parts took. */
static int64_t kept_by(const struct tape_run *run, const struct tier *tier)
{
    int64_t sum = 0;
    if (!is_divided(tier)) return taken_by(run, tier);
    for (uint32_t i = 0; i < tier->part_count; i++) sum += taken_by(run, &tier->parts[i]);
    return sum;
}

static void cut_parts(struct arena *a, struct tape_run *cut, struct tape_run *run,
                      const struct tier *tier, int64_t amount)
{
    struct taken t = taken_of(a, tier->part_count);
    int64_t whole = kept_by(run, tier);
    for (uint32_t i = 0; i < tier->part_count; i++) t.of[i] = taken_by(run, &tier->parts[i]);
    apportion(t.of, t.cut, tier->part_count, amount, whole);
    for (uint32_t i = 0; i < tier->part_count; i++) {
        size_t at = place_of(run, &tier->parts[i]);
        if (at < run->tier_count) cut_tier(a, &cut->tiers[at], &run->tiers[at], t.cut[i], 0);
    }
}

/* The tiers of a clause in their order, each with what was left before it. */
static void cut_tiers(struct arena *a, struct tape_run *cut, struct tape_run *run, int64_t amount,
                      int64_t whole)
{
    const struct clause *c = run->clause;
    struct taken t = taken_of(a, c->tier_count);
    int64_t left = amount;
    t.of[c->tier_count] = whole;
    for (uint32_t i = 0; i < c->tier_count; i++) {
        t.of[i] = kept_by(run, &c->tiers[i]);
        t.of[c->tier_count] -= t.of[i];
    }
    apportion(t.of, t.cut, t.count, amount, whole);
    for (uint32_t i = 0; i < c->tier_count; i++) {
        size_t at = place_of(run, &c->tiers[i]);
        if (at == run->tier_count) continue;
        struct tape_tier *kept = &run->tiers[at];
        int64_t passed = apportion_part(kept->taken_minor - t.of[i], amount, whole);
        int64_t of = kept->whole_minor == whole ? amount : left;
        if (is_divided(&c->tiers[i])) cut_parts(a, cut, run, &c->tiers[i], t.cut[i]);
        cut_tier(a, &cut->tiers[at], kept, t.cut[i] + passed, of);
        left -= t.cut[i];
    }
}

/* ---- runs ---- */

/* What went to others in somebody's place. */
static void cut_passed(struct arena *a, struct tape_run *cut, struct tape_run *run, int64_t amount,
                       int64_t whole)
{
    cut->passed = ARENA_ARRAY(a, struct passed, run->passed_count);
    for (size_t i = 0; i < run->passed_count; i++) {
        struct passed *p = &run->passed[i];
        cut->passed[i] = *p;
        cut->passed[i].amount_minor = apportion_part(p->amount_minor, amount, whole);
        p->amount_minor -= cut->passed[i].amount_minor;
    }
}

static void cut_run(struct arena *a, struct tape_run *cut, struct tape_run *run, int64_t amount)
{
    int64_t whole = run->occasion.amount_minor;
    *cut = *run;
    cut->occasion.amount_minor = amount;
    cut->tiers = ARENA_ARRAY(a, struct tape_tier, run->tier_count);
    if (run->clause && whole) cut_tiers(a, cut, run, amount, whole);
    cut_passed(a, cut, run, amount, whole);
    run->occasion.amount_minor -= amount;
}

void tape_cut(struct tape *out, struct tape *t, int64_t amount_minor)
{
    struct taken runs = taken_of(t->arena, t->run_count);
    *out = *t;
    out->runs = ARENA_ARRAY(t->arena, struct tape_run, t->run_count);
    out->run_capacity = t->run_count;
    for (size_t i = 0; i < t->run_count; i++) runs.of[i] = t->runs[i].occasion.amount_minor;
    apportion(runs.of, runs.cut, t->run_count, amount_minor, tape_left(t));
    for (size_t i = 0; i < t->run_count; i++)
        cut_run(t->arena, &out->runs[i], &t->runs[i], runs.cut[i]);
}

/* ---- putting back ---- */

/* Moves an amount back to where it was cut off, and turns its sign. */
static void turn(int64_t *to, int64_t *cut)
{
    *to += *cut;
    *cut = -*cut;
}

static void mend_tier(struct tape_tier *to, struct tape_tier *cut)
{
    turn(&to->taken_minor, &cut->taken_minor);
    turn(&to->whole_minor, &cut->whole_minor);
    turn(&to->split_minor, &cut->split_minor);
    for (uint32_t i = 0; cut->e12 && i < cut->count; i++) {
        to->e12[i] += cut->e12[i];
        cut->e12[i] = -cut->e12[i];
    }
}

void tape_mend(struct tape *t, struct tape *cut)
{
    CHECK(t->run_count == cut->run_count);
    for (size_t i = 0; i < t->run_count; i++) {
        struct tape_run *to = &t->runs[i], *from = &cut->runs[i];
        turn(&to->occasion.amount_minor, &from->occasion.amount_minor);
        for (size_t k = 0; k < to->tier_count; k++) mend_tier(&to->tiers[k], &from->tiers[k]);
        for (size_t k = 0; k < to->passed_count; k++)
            turn(&to->passed[k].amount_minor, &from->passed[k].amount_minor);
    }
}
