/* Late entries: what took effect earlier than it was written.
 *
 * The fold goes back to before the effective day (fold/hold.h), and all that is known by then and
 * took effect later is folded anew in order of effect. What settlements booked stays booked,
 * decisions stand as they were taken, and what was accepted is not refused again: it has happened.
 * What a figure is now less what it was is an adjustment, dated on the day of the late entry; it
 * flows into the next settlement. */
#include "fold/budgets.h"
#include "fold/handlers.h"
#include "fold/hold.h"

#include <string.h>

/* Decisions and answers to settlements stand as they are. */
static bool stands(const struct entry *e)
{
    switch ((int)e->form) {
    case F_MOTION:
    case F_VOTE:
    case F_MEETING:
    case F_DECIDE_MOTION:
    case F_VETO:
    case F_AGREE:
    case F_DISPUTES: return true;
    default: return false;
    }
}

bool fold_may_refuse(const struct fold *f)
{
    return !f->replaying || (f->index == f->state->known && !f->accepted);
}

const struct entry *fold_second(const struct fold *f, const struct entry *e)
{
    const struct entry *known = document_entry(f->doc, f->state->known);
    bool same = known->form == e->form && known->choice == e->choice && known->party == e->party &&
                known->subject == e->subject && known->project == e->project;
    return fold_may_refuse(f) ? e : same ? known : NULL;
}

/* ---- the order of effect ---- */

static bool is_late(const struct entry *e)
{
    return e->effective < e->date;
}

static bool late_is_first(const struct fold *f, const struct way_on *w, uint32_t end)
{
    if (w->late_count == 0) return false;
    date_t effective = document_entry(f->doc, w->late[0])->effective;
    if (w->next == end) return true;
    date_t other = document_entry(f->doc, w->next)->effective;
    return effective != other ? effective < other : w->late[0] < w->next;
}

/* Entries written in time in the order of the journal, and between them those written late.
 * INDEX_NONE: no more. */
static uint32_t next_turn(const struct fold *f, struct way_on *w, uint32_t end)
{
    while (w->next < end && is_late(document_entry(f->doc, w->next))) w->next++;
    if (!late_is_first(f, w, end)) return w->next < end ? w->next++ : INDEX_NONE;
    w->late_count--;
    return *w->late++;
}

static bool fold_turn(struct fold *f, uint32_t index, uint32_t next)
{
    const struct entry *e = document_entry(f->doc, index);
    if (stands(e) || fold_is_left_out(f, index)) return true;
    hold_pass(f, e->effective, next);
    return fold_leave_booked_day(f, e->effective) && fold_execute(f, index, e->effective);
}

/* What is known with the entry at `index`, up to and with a day. */
static bool fold_again(struct fold *f, uint32_t index, date_t day, date_t written)
{
    bool ok = true;
    f->replaying = true;
    struct way_on way = hold_go_back(f, day);
    f->state->keep_postings = false;
    if (f->options.sink.goes_back) f->options.sink.goes_back(f->options.sink.context, f->told);
    for (uint32_t next = way.next, turn; ok && (turn = next_turn(f, &way, index + 1)) != INDEX_NONE;
         next = way.next)
        ok = fold_turn(f, turn, next);
    hold_pass(f, written, index + 1);
    ok = ok && fold_calendar(f, written);
    f->replaying = false;
    f->index = index;
    return ok;
}

/* ---- what it changed ---- */

static void adjust(struct fold *f, enum line_to to, uint32_t index, enum figure figure,
                   int64_t change_minor)
{
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = to,
                               .index = index,
                               .kind = LINE_ADJUSTMENT,
                               .figure = figure,
                               .amount_minor = change_minor,
                               .late = true});
}

/* What the figures and accounts were. */
struct before {
    struct figures *parties;
    int64_t *funds_minor;
    int64_t unshared_minor, uncovered_minor;
    struct account_list accounts[ACCOUNT_COUNT];
};

static struct account_list copy_account(struct arena *a, const struct account_list *list)
{
    struct account_list copy = {.minor = ARENA_ARRAY(a, int64_t, list->count),
                                .count = list->count};
    if (list->count) memcpy(copy.minor, list->minor, list->count * sizeof *copy.minor);
    return copy;
}

static struct before before_of(struct arena *a, const struct fold *f)
{
    const struct state *s = f->state;
    struct before b = {.parties = ARENA_ARRAY(a, struct figures, s->party_count),
                       .funds_minor = ARENA_ARRAY(a, int64_t, f->pact->fund_count),
                       .unshared_minor = s->unshared_minor,
                       .uncovered_minor = s->uncovered_minor};
    for (uint32_t i = 0; i < s->party_count; i++) b.parties[i] = s->parties[i].figures;
    for (uint32_t i = 0; i < f->pact->fund_count; i++) b.funds_minor[i] = s->funds[i].balance_minor;
    for (int i = 0; s->keep_postings && i < ACCOUNT_COUNT; i++)
        b.accounts[i] = copy_account(a, &s->accounts[i]);
    return b;
}

static void adjust_party(struct fold *f, uint32_t i, const struct figures *old)
{
    const struct figures *now = &f->state->parties[i].figures;
    adjust(f, LINE_TO_PARTY, i, FIGURE_CALLED, now->called - old->called);
    adjust(f, LINE_TO_PARTY, i, FIGURE_RECEIVED, now->received - old->received);
    adjust(f, LINE_TO_PARTY, i, FIGURE_BORNE, now->borne - old->borne);
    adjust(f, LINE_TO_PARTY, i, FIGURE_CHARGES, now->charges - old->charges);
    adjust(f, LINE_TO_PARTY, i, FIGURE_PAID_IN, now->paid_in - old->paid_in);
    adjust(f, LINE_TO_PARTY, i, FIGURE_PAID_OUT, now->paid_out - old->paid_out);
    adjust(f, LINE_TO_PARTY, i, FIGURE_SET_OFF, now->set_off - old->set_off);
}

static void tell_adjustments(struct fold *f, const struct before *old)
{
    const struct state *now = f->state;
    for (uint32_t i = 0; i < now->party_count; i++) adjust_party(f, i, &old->parties[i]);
    for (uint32_t i = 0; i < f->pact->fund_count; i++)
        adjust(f, LINE_TO_FUND, i, FIGURE_RECEIVED,
               now->funds[i].balance_minor - old->funds_minor[i]);
    adjust(f, LINE_TO_UNSHARED, 0, FIGURE_UNSHARED, now->unshared_minor - old->unshared_minor);
    adjust(f, LINE_TO_UNCOVERED, 0, FIGURE_UNCOVERED, now->uncovered_minor - old->uncovered_minor);
}

/* The difference of the accounts, as the postings of the late entry. */
static void post_differences(struct fold *f, const struct before *old)
{
    struct state *now = f->state;
    if (!now->keep_postings) return;
    for (int account = 0; account < ACCOUNT_COUNT; account++)
        for (uint32_t i = 0; i < now->accounts[account].count; i++) {
            int64_t before = i < old->accounts[account].count ? old->accounts[account].minor[i] : 0;
            int64_t change = now->accounts[account].minor[i] - before;
            if (change)
                *ARENA_PUSH(now->arena, now->postings.list, now->postings.count,
                            now->postings.capacity) =
                    (struct posting){(enum account)account, i, change};
        }
    fold_tell_postings(f, NULL);
}

/* An answer to a settlement changes nothing that was; a decision is taken, and a day closed, when
 * it is. */
static bool takes_no_effect_before(const struct entry *e)
{
    return e->form == F_SETTLE || stands(e);
}

static bool stands_late(struct fold *f, uint32_t index)
{
    const struct entry *e = document_entry(f->doc, index);
    if (e->form == F_AGREE || e->form == F_DISPUTES) return fold_execute(f, index, e->date);
    DIAG_PLAIN(f->diags, E440, entry_span(e));
    return false;
}

bool fold_anew_from(struct fold *f, uint32_t entry)
{
    CHECK(f->next > 0);
    bool keep_postings = f->state->keep_postings;
    date_t day = document_entry(f->doc, entry)->effective - 1;
    f->accepted = true;
    bool ok = fold_again(f, f->next - 1, day, f->day);
    f->accepted = false;
    f->state->keep_postings = keep_postings;
    if (ok && f->options.sink.replaced) f->options.sink.replaced(f->options.sink.context);
    fold_turn_to(f, INDEX_NONE);
    return ok;
}

bool fold_late(struct fold *f, uint32_t index, date_t day)
{
    const struct entry *e = document_entry(f->doc, index);
    if (takes_no_effect_before(e)) return stands_late(f, index);
    bool keep_postings = f->state->keep_postings;
    struct arena scratch;
    arena_init(&scratch);
    arena_on_out_of_memory(&scratch, f->arena->out_of_memory);
    struct before old = before_of(&scratch, f);
    if (is_late(e)) hold_know(f, index);
    bool ok = fold_again(f, index, day, e->date);
    f->state->keep_postings = keep_postings;
    if (ok) {
        post_differences(f, &old);
        tell_adjustments(f, &old);
        fold_look_at_budgets(f, e);
    }
    arena_release(&scratch);
    if (ok && f->options.sink.replaced) f->options.sink.replaced(f->options.sink.context);
    return ok;
}
