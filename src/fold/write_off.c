/* Debts that are written off: a member does not pay, the time that the agreement gives it is over,
 * and what it owes is given up. It owes that no more; what is lost by it is a loss of the others,
 * by `bear default`. */
#include "fold/handlers.h"
#include "fold/losses.h"

#include "share/explain.h"
#include "share/tape.h"

/* What an entry gave up of the debts for a project, or for none. */
struct written_off {
    uint32_t entry, project;
    int64_t minor;
};

static int64_t unpaid(const struct debt *d)
{
    return d->amount_minor - d->paid_minor;
}

/* The day from which what is unpaid of a debt may be given up: it is in default, or, where no
 * consequence of being late is agreed, late. */
static date_t may_from(const struct fold *f, const struct debt *d)
{
    date_t since = d->late ? d->late->since : d->due;
    const struct arrears *ladder = d->late ? d->late->ladder : &pact_at(f->pact, since)->arrears;
    date_t day = arrears_default_day(ladder, since);
    return day == DATE_OPEN ? since + 1 : day;
}

/* What others cover is owed to them. */
static bool is_meant(const struct debt *d, const struct entry *e, uint32_t project)
{
    bool covered = d->cover && !d->cover->ended;
    return unpaid(d) > 0 && !covered && (!e->project || d->project == project);
}

/* From when more may be given up. */
static struct str what_would(struct fold *f, date_t next)
{
    char day[DATE_TEXT_BYTES];
    if (next == DATE_OPEN)
        return diags_word(f->diags,
                          "write off at most that; what others cover is theirs to give up",
                          "核销不得超过该额；由他人垫付的由垫付方决定");
    date_format(day, next);
    return str_format(f->arena, "%.*s%s",
                      STR_ARG(diags_word(f->diags,
                                         "write off at most that; of what is unpaid besides, the "
                                         "next is in default from ",
                                         "核销不得超过该额；其余欠款最早的违约日为 ")),
                      day);
}

static bool refuse(struct fold *f, const struct entry *e, int64_t room, date_t next)
{
    const struct term *t = pact_at(f->pact, f->day)->arrears.term;
    DIAG_REPORT(f->diags, E393, entry_span(e), pact_word(f->pact, e->party), fold_amount(f, room),
                fold_amount(f, e->amount), fold_in_clause(f, t), what_would(f, next));
    return false;
}

static bool check_room(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    const struct debts *debts = &f->state->parties[entry_party(f, e)].debts[e->choice];
    date_t next = DATE_OPEN;
    int64_t room = 0;
    for (size_t i = debts->first; i < debts->count; i++) {
        const struct debt *d = &debts->list[i];
        if (!is_meant(d, e, project)) continue;
        date_t from = may_from(f, d);
        if (from <= f->day) state_add(f->state, &room, unpaid(d));
        if (from > f->day && from < next) next = from;
    }
    return e->amount <= room || !fold_may_refuse(f) || refuse(f, e, room, next);
}

/* ---- what the member owes ---- */

static enum figure figure_of(enum nature nature)
{
    bool called = nature == NATURE_CAPITAL || nature == NATURE_CALL;
    return called ? FIGURE_CALLED : nature == NATURE_LOSS ? FIGURE_BORNE : FIGURE_CHARGES;
}

/* What the debt was booked against: capital and calls are not there, the rest is lost. */
static enum account account_of(enum nature nature)
{
    if (nature == NATURE_CAPITAL) return ACCOUNT_CAPITAL;
    return nature == NATURE_CALL ? ACCOUNT_CALLS : ACCOUNT_LOSSES;
}

static uint32_t nature_index(enum nature nature, uint32_t party)
{
    return account_of(nature) == ACCOUNT_LOSSES ? 0 : party;
}

/* Changes what a party owes of a nature; a tranche that is given up is pledged no more. */
static void change(struct fold *f, uint32_t party, enum nature nature, int64_t minor,
                   const struct why *why)
{
    struct figures *x = &f->state->parties[party].figures;
    enum figure figure = figure_of(nature);
    int64_t *of = figure == FIGURE_CALLED  ? &x->called
                  : figure == FIGURE_BORNE ? &x->borne
                                           : &x->charges;
    state_add(f->state, of, minor);
    if (nature == NATURE_CAPITAL)
        state_add(f->state, &f->state->parties[party].forfeited_minor, -minor);
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = f->reversing ? LINE_REVERSAL : LINE_WRITTEN_OFF,
                               .figure = figure,
                               .amount_minor = minor,
                               .why = why});
}

static struct written_off *part_of(struct fold *f, uint32_t project)
{
    struct written_offs *w = &f->written_off;
    for (size_t i = w->count; i-- > 0 && w->list[i].entry == f->index;)
        if (w->list[i].project == project) return &w->list[i];
    struct written_off *part = ARENA_PUSH(f->state->arena, w->list, w->count, w->capacity);
    *part = (struct written_off){.entry = f->index, .project = project};
    return part;
}

/* The oldest first. */
static int64_t give_up(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e);
    struct debts *debts = &f->state->parties[entry_party(f, e)].debts[e->choice];
    int64_t left = e->amount;
    for (size_t i = debts->first; i < debts->count && left > 0; i++) {
        struct debt *d = &debts->list[i];
        bool in_time = fold_may_refuse(f) && may_from(f, d) > f->day;
        if (in_time || !is_meant(d, e, project)) continue;
        int64_t minor = unpaid(d) < left ? unpaid(d) : left;
        fold_paid_changes(f, d, 0);
        d->amount_minor -= minor;
        if (!unpaid(d)) d->done = f->day;
        part_of(f, d->project)->minor += minor;
        left -= minor;
    }
    return e->amount - left;
}

/* ---- what the others lose ---- */

/* Who declined the project, and the member itself. */
static const uint8_t *left_out(struct fold *f, uint32_t party, uint32_t project)
{
    uint32_t count = f->state->party_count;
    const uint8_t *declined = project == INDEX_NONE ? NULL : f->state->projects[project].out;
    uint8_t *out = ARENA_ARRAY(f->arena, uint8_t, count);
    for (uint32_t i = 0; i < count; i++) out[i] = i == party || (declined && declined[i]);
    return out;
}

/* Capital that does not come was never spent: where nobody makes it good, no surplus is less. */
static void spare_surplus(struct fold *f, enum nature nature, int64_t uncovered_before)
{
    int64_t uncovered = f->state->uncovered_minor - uncovered_before;
    if (nature == NATURE_CAPITAL)
        state_add_common(f->state, &f->state->common_losses_minor, -1, -uncovered, f->index);
}

/* After the dissolution what is missing is borne when the day is closed. */
static bool lose(struct fold *f, const struct entry *e, const struct written_off *part)
{
    struct occasion m = fold_occasion(f, part->project, part->minor);
    int64_t uncovered = f->state->uncovered_minor;
    if (f->state->dissolved && !bear_clause(f->pact, LOSS_DEFAULT, &m)) return true;
    m.left_out = left_out(f, entry_party(f, e), part->project);
    const struct why *why = fold_part(f, f->index, part->minor, e->amount);
    if (!fold_bear(f, LOSS_DEFAULT, m, why, entry_span(e))) return false;
    spare_surplus(f, (enum nature)e->choice, uncovered);
    return true;
}

bool fold_write_off(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    enum nature nature = (enum nature)e->choice;
    if (nature == NATURE_LOAN) {
        DIAG_REPORT(f->diags, E392, entry_span(e), pact_word(f->pact, e->party));
        return false;
    }
    if (!fold_book_interest(f, party) || !check_room(f, e)) return false;
    size_t first = f->written_off.count;
    int64_t sum = give_up(f, e);
    const struct why *why = fold_part(f, f->index, sum, e->amount);
    change(f, party, nature, -sum, why ? why_minus(f->arena, why) : NULL);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, -sum);
    state_post(f->state, account_of(nature), nature_index(nature, party), sum);
    for (size_t i = first; i < f->written_off.count; i++)
        if (!lose(f, e, &f->written_off.list[i])) return false;
    return true;
}

/* ---- taken back ---- */

/* It is owed again, and late from this day on. */
static void owe_again(struct fold *f, const struct entry *target, const struct written_off *part)
{
    uint32_t party = entry_party(f, target);
    enum nature nature = (enum nature)target->choice;
    change(f, party, nature, part->minor, fold_part(f, part->entry, part->minor, target->amount));
    if (nature != NATURE_CAPITAL) { /* fold_owe posts what is owed of a tranche */
        state_post(f->state, ACCOUNT_RECEIVABLE, party, part->minor);
        state_post(f->state, account_of(nature), nature_index(nature, party), -part->minor);
    }
    fold_owe(f, party, nature, f->day, part->project, part->minor);
}

bool fold_undo_write_off(struct fold *f, const struct entry *target, uint32_t entry,
                         const struct tape *tape)
{
    int64_t uncovered = f->state->uncovered_minor, sum = 0;
    size_t count = f->written_off.count;
    for (size_t i = 0; i < count; i++) {
        const struct written_off part = f->written_off.list[i];
        if (part.entry != entry) continue;
        owe_again(f, target, &part);
        sum += part.minor;
    }
    const struct why *why = fold_part(f, entry, sum, target->amount);
    if (!fold_take_back(f, entry, tape, -sum, why ? why_minus(f->arena, why) : NULL)) return false;
    spare_surplus(f, (enum nature)target->choice, uncovered);
    return true;
}
