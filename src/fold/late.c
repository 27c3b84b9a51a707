/* Late entries: what took effect earlier than it was written.
 *
 * All entries known by then are folded anew in order of effect, into a new state. What settlements
 * booked stays booked, decisions stand as they were taken, and what was accepted is not refused
 * again: it has happened. What a figure is now less what it was is an adjustment, dated on the day
 * of the late entry; it flows into the next settlement. Each late entry costs one fold of the
 * journal. */
#include "fold/budgets.h"
#include "fold/grants.h"
#include "fold/handlers.h"
#include "fold/recovery.h"

#include <stdlib.h>
#include <string.h>

struct turn {
    date_t effective;
    uint32_t index;
};

static int compare_turns(const void *a, const void *b)
{
    const struct turn *x = a, *y = b;
    if (x->effective != y->effective) return x->effective < y->effective ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static struct turn *in_order_of_effect(struct fold *f, uint32_t count)
{
    struct turn *order = ARENA_ARRAY(f->arena, struct turn, count);
    for (uint32_t i = 0; i < count; i++)
        order[i] = (struct turn){document_entry(f->doc, i)->effective, i};
    qsort(order, count, sizeof *order, compare_turns);
    return order;
}

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
    return !f->replaying || f->index == f->state->known;
}

const struct entry *fold_second(const struct fold *f, const struct entry *e)
{
    const struct entry *known = document_entry(f->doc, f->state->known);
    bool same = known->form == e->form && known->choice == e->choice && known->party == e->party &&
                known->subject == e->subject && known->project == e->project;
    return fold_may_refuse(f) ? e : same ? known : NULL;
}

static void start_again(struct fold *f)
{
    size_t advances = (size_t)f->state->party_count * NATURE_COUNT;
    f->state = state_again(f->state);
    f->sharer.state = f->state;
    f->sharer.weigher.state = f->state;
    f->advances = ARENA_ARRAY(f->arena, struct advances, advances);
    f->next_tranche = 0;
    f->dues_next = pact_dues_day(f->pact, f->pact->founded);
    f->arrears_next = DATE_OPEN;
    f->day = f->pact->founded;
    f->posts.count = 0;
    fold_open_budgets(f);
    fold_forget_grants(f);
    fold_forget_recoveries(f);
    fold_forget_written_off(f);
    fold_forget_refunds(f);
    fold_forget_reversed(f);
    fold_admit(f);
}

static bool fold_again(struct fold *f, uint32_t index)
{
    struct turn *order = in_order_of_effect(f, index + 1);
    f->replaying = true;
    start_again(f);
    bool ok = true;
    for (uint32_t i = 0; ok && i <= index; i++)
        if (!stands(document_entry(f->doc, order[i].index)) && !fold_is_left_out(f, order[i].index))
            ok = fold_execute(f, order[i].index, order[i].effective);
    ok = ok && fold_calendar(f, document_entry(f->doc, index)->date);
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

static void tell_adjustments(struct fold *f, const struct state *old)
{
    const struct state *now = f->state;
    for (uint32_t i = 0; i < now->party_count; i++) adjust_party(f, i, &old->parties[i].figures);
    for (uint32_t i = 0; i < f->pact->fund_count; i++)
        adjust(f, LINE_TO_FUND, i, FIGURE_RECEIVED,
               now->funds[i].balance_minor - old->funds[i].balance_minor);
    adjust(f, LINE_TO_UNSHARED, 0, FIGURE_UNSHARED, now->unshared_minor - old->unshared_minor);
    adjust(f, LINE_TO_UNCOVERED, 0, FIGURE_UNCOVERED, now->uncovered_minor - old->uncovered_minor);
}

/* The difference of the accounts, as the postings of the late entry. */
static void post_differences(struct fold *f, const struct state *old)
{
    struct state *now = f->state;
    now->keep_postings = old->keep_postings;
    now->postings = old->postings;
    now->postings.count = 0;
    if (!now->keep_postings) return;
    for (int account = 0; account < ACCOUNT_COUNT; account++)
        for (uint32_t i = 0; i < now->accounts[account].count; i++) {
            int64_t before = i < old->accounts[account].count ? old->accounts[account].minor[i] : 0;
            int64_t change = now->accounts[account].minor[i] - before;
            if (change)
                *ARENA_PUSH(f->arena, now->postings.list, now->postings.count,
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

bool fold_late(struct fold *f, uint32_t index)
{
    const struct state *old = f->state;
    if (takes_no_effect_before(document_entry(f->doc, index))) return stands_late(f, index);
    if (!fold_again(f, index)) return false;
    post_differences(f, old);
    tell_adjustments(f, old);
    fold_look_at_budgets(f, document_entry(f->doc, index));
    if (f->options.sink.replaced) f->options.sink.replaced(f->options.sink.context);
    return true;
}
