/* Arrears: what becomes of debts that are not paid in time.
 *
 * Standing (notice, no vote, forced sale) follows from what is unpaid on a day, and ends with it;
 * nothing is kept of it. Interest is counted by day on what is unpaid, and becomes a debt itself
 * when something is paid and when figures are looked at; how often that happens changes no figure.
 * What is taken for good (shares, pledges, membership) is done by the calendar, once a debt. A debt
 * goes by the ladder that was agreed on the day it fell due. */
#include "fold/cover.h"
#include "fold/handlers.h"
#include "num/apportion.h"
#include "share/explain.h"
#include "share/tape.h"
#include "state/stakes.h"

static int64_t unpaid(const struct debt *d)
{
    return d->amount_minor - d->paid_minor;
}

/* ---- standing ---- */

/* The first day on which an unpaid debt of a party reaches a step; DATE_OPEN: none does. */
static date_t reached_by(const struct fold *f, uint32_t party, enum arrears_kind kind)
{
    date_t first = DATE_OPEN;
    for (int nature = 0; nature < NATURE_COUNT; nature++) {
        const struct debts *debts = &f->state->parties[party].debts[nature];
        for (size_t i = debts->first; i < debts->count; i++) {
            const struct debt *d = &debts->list[i];
            const struct arrears_step *step = d->late ? &d->late->ladder->steps[kind] : NULL;
            if (unpaid(d) <= 0 || !step || !step->term) continue;
            date_t day = arrears_day(step, d->late->since);
            if (day < first) first = day;
        }
    }
    return first;
}

bool fold_in_arrears(const struct fold *f, uint32_t party, enum arrears_kind kind, date_t day)
{
    return reached_by(f, party, kind) <= day;
}

/* ---- the lateness of a debt ---- */

static void start_late(struct lateness *l, date_t since)
{
    const struct arrears_step *bear = &l->ladder->steps[ARREARS_BEAR];
    date_t first = bear->term ? arrears_day(bear, since) : DATE_OPEN;
    l->since = since;
    l->counted_to = first == DATE_OPEN ? DATE_OPEN : (date_t)(first - 1);
}

struct lateness *fold_lateness(struct fold *f, date_t due)
{
    date_t since = due > f->day ? due : f->day;
    const struct arrears *ladder = &pact_at(f->pact, since)->arrears;
    if (!ladder->term) return NULL;
    struct lateness *l = ARENA_NEW(f->state->arena, struct lateness);
    l->ladder = ladder;
    start_late(l, since);
    return l;
}

/* The steps that take something for good, in the order in which one day takes them. */
static const enum arrears_kind for_good[] = {ARREARS_COVER, ARREARS_DILUTE, ARREARS_FORFEIT,
                                             ARREARS_OUT};

/* The day on which an unpaid debt next loses its party something for good. */
static date_t next_step(const struct debt *d)
{
    date_t next = DATE_OPEN;
    if (!d->late || d->late->interest || unpaid(d) <= 0) return next;
    for (size_t i = 0; i < ARRAY_LEN(for_good); i++) {
        const struct arrears_step *step = &d->late->ladder->steps[for_good[i]];
        if (!step->term || d->late->done & 1u << for_good[i]) continue;
        date_t day = arrears_day(step, d->late->since);
        if (day < next) next = day;
    }
    return next;
}

void fold_watch_debt(struct fold *f, const struct debt *d)
{
    date_t next = next_step(d);
    if (next < f->arrears_next) f->arrears_next = next;
}

/* ---- interest ---- */

static void count_interest(struct fold *f, struct debt *d)
{
    struct lateness *l = d->late;
    if (!l || l->interest || f->day <= l->counted_to) return;
    l->unpaid_days += (u128)unpaid(d) * (u128)(f->day - l->counted_to);
    l->counted_to = f->day;
}

void fold_paid_changes(struct fold *f, struct debt *d, int64_t minor)
{
    struct lateness *l = d->late;
    if (!l) return;
    count_interest(f, d);
    if (minor >= 0) return;
    /* What was paid and is taken back is late from now on. */
    if (unpaid(d) == 0 && !l->interest && f->day > l->since) start_late(l, f->day);
    struct debt open = *d;
    open.paid_minor += minor;
    fold_watch_debt(f, &open);
}

/* Interest on so many units times days. */
static void interest_of(struct rat *out, const struct arrears_step *bear, u128 unpaid_days)
{
    struct rat rate;
    rat_init(&rate);
    rat_set_ratio(&rate, bear->share);
    rat_set_fraction(out, (i128)unpaid_days, bear->yearly ? 365 : 1);
    rat_mul(out, out, &rate);
    rat_clear(&rate);
}

/* All interest of a debt so far in whole units, half of one up. */
static int64_t whole_interest(struct fold *f, const struct lateness *l)
{
    struct rat interest, half;
    int64_t units = 0;
    rat_init(&interest);
    rat_init(&half);
    interest_of(&interest, &l->ladder->steps[ARREARS_BEAR], l->unpaid_days);
    rat_set_fraction(&half, 1, 2);
    rat_add(&interest, &interest, &half);
    if (rat_floor_i64(&units, &interest) != OK) f->state->overflow = true;
    rat_clear(&half);
    rat_clear(&interest);
    return units;
}

/* unpaid × rate × days, rounded. */
static const struct why *explain_interest(struct fold *f, const struct debt *d,
                                          const struct rat *exact, int64_t units)
{
    const struct term *term = d->late->ladder->steps[ARREARS_BEAR].term;
    struct rat part;
    if (!f->sharer.explain) return NULL;
    rat_init(&part);
    rat_set_i64(&part, unpaid(d));
    rat_div(&part, exact, &part);
    struct why_parts none = {.arena = f->arena};
    const struct why *why = why_leaf(f->arena, INDEX_NONE, term, unpaid(d));
    why = why_share(f->arena, why, rat_text(f->arena, &part), none, term, NULL);
    rat_clear(&part);
    return why_round(f->arena, why, units, INDEX_NONE, term, NULL);
}

/* Makes what was counted on a debt and is not owed yet a debt. */
static bool book_one(struct fold *f, uint32_t party, const struct debt *d)
{
    struct lateness *l = d->late;
    const struct arrears_step *bear = &l->ladder->steps[ARREARS_BEAR];
    int64_t units = whole_interest(f, l) - l->booked_minor;
    if (units == 0) return true;
    struct rat exact;
    rat_init(&exact);
    interest_of(&exact, bear, l->unpaid_days - l->booked_days);
    struct lateness *late = ARENA_NEW(f->state->arena, struct lateness);
    *late = (struct lateness){.ladder = l->ladder, .since = l->since, .interest = true};
    l->booked_minor += units;
    l->booked_days = l->unpaid_days;
    bool ok = fold_charge(
        f, party,
        (struct charge){
            .nature = NATURE_INTEREST,
            .class = CLASS_INTEREST,
            .debt = {.due = f->day, .project = d->project, .amount_minor = units, .late = late},
            .term = bear->term,
            .exact = &exact,
            .covered = d,
            .covered_minor = apportion_part(units, fold_covered(f, d), unpaid(d)),
            .why = explain_interest(f, d, &exact, units)});
    rat_clear(&exact);
    return ok;
}

static bool book_debts(struct fold *f, uint32_t party, enum nature nature)
{
    struct debts *debts = &f->state->parties[party].debts[nature];
    for (size_t i = debts->first; i < debts->count && debts->list[i].due < f->day; i++) {
        struct debt d = debts->list[i];
        if (!d.late || d.late->interest || unpaid(&d) == 0) continue;
        if (!d.late->ladder->steps[ARREARS_BEAR].term) continue;
        count_interest(f, &d);
        if (!book_one(f, party, &d)) return false;
    }
    return true;
}

bool fold_book_interest(struct fold *f, uint32_t party)
{
    uint32_t index = f->index;
    struct tape *tape = f->sharer.tape;
    bool ok = true;
    f->sharer.tape = NULL;
    fold_turn_to(f, INDEX_NONE);
    for (int nature = 0; ok && nature < NATURE_COUNT; nature++)
        ok = book_debts(f, party, (enum nature)nature);
    fold_turn_to(f, index);
    f->sharer.tape = tape;
    return ok;
}

bool fold_book_all_interest(struct fold *f)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < f->state->party_count; i++) ok = fold_book_interest(f, i);
    return ok;
}

/* ---- what is taken for good ---- */

/* A part of every stake goes to the others: `share` of it on the unpaid fraction of the debt. */
static bool lose_stakes(struct fold *f, uint32_t party, const struct debt *d, struct ratio share,
                        const struct term *term)
{
    struct rat loss, factor;
    enum status status = OK;
    rat_init(&loss);
    rat_init(&factor);
    rat_set_fraction(&loss, unpaid(d), (u128)d->amount_minor);
    rat_set_ratio(&factor, share);
    rat_mul(&loss, &loss, &factor);
    for (uint32_t i = 0; status == OK && i < f->pact->stakes_count; i++) {
        status = state_dilute(f->state, i, party, &loss, f->day);
        if (status != OK)
            DIAG_REPORT(f->diags, E209, term->span, pact_word(f->pact, f->pact->stakes[i].word));
    }
    rat_clear(&factor);
    rat_clear(&loss);
    return status == OK;
}

/* What is unpaid of a tranche is neither owed nor promised any more. */
static void forfeit_capital(struct fold *f, uint32_t party, struct debt *d, const struct term *term)
{
    int64_t lost = unpaid(d);
    const struct why *why = f->sharer.explain ? why_leaf(f->arena, INDEX_NONE, term, lost) : NULL;
    d->amount_minor -= lost;
    if (d->cover) d->cover->ended = true; /* the stake is what they have for it */
    state_add(f->state, &f->state->parties[party].forfeited_minor, lost);
    state_add(f->state, &f->state->parties[party].figures.called, -lost);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, -lost);
    state_post(f->state, ACCOUNT_CAPITAL, party, lost);
    fold_line(f, (struct line){.term = term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_FORFEIT,
                               .figure = FIGURE_CALLED,
                               .amount_minor = -lost,
                               .why = why ? why_minus(f->arena, why) : NULL});
}

static bool take_step(struct fold *f, uint32_t party, enum nature nature, struct debt *d,
                      enum arrears_kind kind)
{
    const struct arrears_step *step = &d->late->ladder->steps[kind];
    switch ((int)kind) {
    case ARREARS_COVER: return fold_cover(f, party, nature, d, step);
    case ARREARS_DILUTE: return lose_stakes(f, party, d, step->share, step->term);
    case ARREARS_FORFEIT:
        if (!lose_stakes(f, party, d, RATIO_ONE, step->term)) return false;
        if (nature == NATURE_CAPITAL) forfeit_capital(f, party, d, step->term);
        return true;
    case ARREARS_OUT: return fold_put_out(f, party, !step->as_leaving);
    default: return true; /* standing: nothing is taken */
    }
}

/* Takes the steps that one debt has reached; its interest up to that day is booked before. */
static bool steps_of_debt(struct fold *f, uint32_t party, enum nature nature, size_t at)
{
    struct debts *debts = &f->state->parties[party].debts[nature];
    if (!fold_book_interest(f, party)) return false;
    for (size_t i = 0; i < ARRAY_LEN(for_good); i++) {
        struct debt *d = &debts->list[at];
        const struct arrears_step *step = &d->late->ladder->steps[for_good[i]];
        bool done = d->late->done & 1u << for_good[i];
        if (!step->term || done || unpaid(d) == 0) continue;
        if (arrears_day(step, d->late->since) > f->day) continue;
        d->late->done |= 1u << for_good[i];
        if (!take_step(f, party, nature, d, for_good[i])) return false;
        if (!fold_finish(f, step->term->span, step->term)) return false;
    }
    return true;
}

static bool steps_of_party(struct fold *f, uint32_t party)
{
    for (int nature = 0; nature < NATURE_COUNT; nature++) {
        const struct debts *debts = &f->state->parties[party].debts[nature];
        for (size_t i = debts->first; i < debts->count; i++)
            if (next_step(&debts->list[i]) <= f->day &&
                !steps_of_debt(f, party, (enum nature)nature, i))
                return false;
    }
    return true;
}

static date_t next_of_all(const struct fold *f)
{
    date_t next = DATE_OPEN;
    for (uint32_t party = 0; party < f->state->party_count; party++)
        for (int nature = 0; nature < NATURE_COUNT; nature++) {
            const struct debts *debts = &f->state->parties[party].debts[nature];
            for (size_t i = debts->first; i < debts->count; i++) {
                date_t day = next_step(&debts->list[i]);
                if (day < next) next = day;
            }
        }
    return next;
}

bool fold_arrears_reached(struct fold *f)
{
    if (f->arrears_next > f->day) f->day = f->state->day = f->arrears_next;
    for (uint32_t party = 0; party < f->state->party_count; party++)
        if (!steps_of_party(f, party)) return false;
    f->arrears_next = next_of_all(f);
    return true;
}
