/* Reversals: an entry that takes an earlier one back, with a new date and never by erasing.
 *
 * What the entry gave is taken back by its own weights and text (share/tape.h); what it posted is
 * posted the other way round. Payments un-pay the youngest debts of their nature, since the oldest
 * were paid first. */
#include "fold/budgets.h"
#include "fold/grants.h"
#include "fold/handlers.h"
#include "fold/losses.h"
#include "fold/posts.h"
#include "fold/recovery.h"

#include "share/cut.h"
#include "share/explain.h"
#include "state/counted.h"

#include <stdlib.h>

/* What a reversal must know of its entry beyond the text. */
struct undo {
    uint32_t entry;
    bool done;
    struct tape tape;
    int64_t counted_minor;          /* in kind */
    int64_t from_grant, from_calls; /* spending */
};

/* ---- which entries are reversed ---- */

struct keeping {
    struct fold *f;
    size_t capacity;
};

static void keep_tape(void *context, uint32_t index)
{
    struct keeping *k = context;
    *ARENA_PUSH(k->f->state->arena, k->f->undos, k->f->undo_count, k->capacity) =
        (struct undo){.entry = index, .tape = {.arena = k->f->state->arena}};
}

static int compare_undos(const void *a, const void *b)
{
    const struct undo *x = a, *y = b;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

uint32_t fold_reversed(const struct fold *f, uint32_t index)
{
    return pact_cited(f->pact, index);
}

/* What is reversed twice, which is refused, or may be refunded too. */
static void drop_doubles(struct fold *f)
{
    size_t kept = 0;
    for (size_t i = 0; i < f->undo_count; i++)
        if (!kept || f->undos[kept - 1].entry != f->undos[i].entry) f->undos[kept++] = f->undos[i];
    f->undo_count = kept;
}

static const struct undo *find_undo(const struct undo *list, size_t count, uint32_t entry)
{
    struct undo key = {.entry = entry};
    return count ? bsearch(&key, list, count, sizeof key, compare_undos) : NULL;
}

uint32_t fold_first_unkept(struct fold *f)
{
    const struct undo *kept = f->undos;
    size_t kept_count = f->undo_count;
    fold_find_reversed(f);
    for (size_t i = 0; i < f->undo_count; i++)
        if (!find_undo(kept, kept_count, f->undos[i].entry)) return f->undos[i].entry;
    return INDEX_NONE;
}

void fold_find_reversed(struct fold *f)
{
    struct keeping keeping = {.f = f};
    const struct undo *kept = f->undos;
    size_t kept_count = f->undo_count;
    f->seen = f->doc->entry_count;
    f->undos = NULL;
    f->undo_count = 0;
    fold_each_refundable(f, &keeping, keep_tape);
    for (size_t k = 0; k < f->doc->ahead_count; k++) {
        uint32_t i = f->doc->ahead[k];
        if (document_entry(f->doc, i)->form != F_REVERSE) continue;
        uint32_t target = fold_reversed(f, i);
        if (target != INDEX_NONE) keep_tape(&keeping, target);
    }
    if (f->undo_count) qsort(f->undos, f->undo_count, sizeof *f->undos, compare_undos);
    drop_doubles(f);
    for (size_t i = 0; i < f->undo_count; i++) {
        const struct undo *old = find_undo(kept, kept_count, f->undos[i].entry);
        if (old) f->undos[i] = *old;
    }
}

bool fold_is_taken_back(const struct fold *f, uint32_t entry)
{
    for (size_t k = 0; k < f->doc->ahead_count; k++) {
        uint32_t i = f->doc->ahead[k];
        if (i > f->state->known) return false;
        if (document_entry(f->doc, i)->form == F_REVERSE && fold_reversed(f, i) == entry)
            return true;
    }
    return false;
}

/* What says how things are, and moves no money. */
bool fold_is_as_if_never(enum form form)
{
    switch ((int)form) {
    case F_APPOINT:
    case F_GIVES_NOTICE:
    case F_FILE:
    case F_DELIVER:
    case F_DELIVERED:
    case F_DIFFUSION:
    case F_ANNOUNCE:
    case F_OBJECT:
    case F_OFFER:
    case F_WAIVE:
    case F_GOAL_STATE:
    case F_RENEW: return true;
    default: return false;
    }
}

bool fold_is_left_out(const struct fold *f, uint32_t entry)
{
    enum form form = (enum form)document_entry(f->doc, entry)->form;
    return fold_is_as_if_never(form) && fold_is_taken_back(f, entry);
}

static struct undo *undo_of(struct fold *f, uint32_t index)
{
    struct undo key = {.entry = index};
    if (!f->undo_count) return NULL;
    return bsearch(&key, f->undos, f->undo_count, sizeof key, compare_undos);
}

struct tape *fold_tape(struct fold *f, uint32_t index)
{
    struct undo *undo = undo_of(f, index);
    return undo ? &undo->tape : NULL;
}

void fold_keep_counted(struct fold *f, int64_t counted_minor)
{
    struct undo *undo = undo_of(f, f->index);
    if (undo) undo->counted_minor = counted_minor;
}

void fold_keep_drawn(struct fold *f, int64_t from_grant, int64_t from_calls)
{
    struct undo *undo = undo_of(f, f->index);
    if (!undo) return;
    undo->from_grant = from_grant;
    undo->from_calls = from_calls;
}

void fold_keep_run(struct fold *f, const struct clause *c, const struct occasion *o)
{
    struct tape *t = f->sharer.tape;
    if (!t) return;
    *ARENA_PUSH(t->arena, t->runs, t->run_count, t->run_capacity) =
        (struct tape_run){.part = f->licence_part,
                          .clause = c,
                          .occasion = *o,
                          .losing = f->losing,
                          .calling = f->calling,
                          .debit = f->debit,
                          .debit_index = f->debit_index};
}

/* ---- shares taken back ---- */

static const struct why *minus_leaf(struct fold *f, uint32_t entry, int64_t amount_minor)
{
    if (!f->sharer.explain) return NULL;
    return why_minus(f->arena, why_leaf(f->arena, entry, NULL, amount_minor));
}

static bool pass_back(struct fold *f, const struct undo *undo, const struct tape_run *run,
                      const struct passed *p)
{
    const struct why *why =
        fold_part(f, undo->entry, p->amount_minor, document_entry(f->doc, undo->entry)->amount);
    return fold_pass_back(f, p, run->occasion.project, why);
}

static bool take_back_run(struct fold *f, const struct undo *undo, const struct tape_run *run,
                          int64_t amount, const struct why *why)
{
    struct occasion o = run->occasion;
    o.amount_minor = amount;
    o.entry = f->index;
    f->losing = run->losing;
    f->calling = run->calling;
    f->debit = run->debit;
    f->debit_index = run->debit_index;
    enum share_outcome outcome = SHARE_DONE;
    if (!run->clause && !run->losing && !run->calling)
        state_add_common(f->state, &f->state->common_income_minor, 1, amount, f->index);
    else
        outcome = tape_reverse(&f->sharer, run, &o, why);
    f->losing = f->calling = false;
    for (size_t i = 0; outcome == SHARE_DONE && i < run->passed_count; i++)
        if (!pass_back(f, undo, run, &run->passed[i])) return false;
    return outcome == SHARE_DONE;
}

/* The pieces of a receipt, or of what one result had of it. */
static bool take_back_runs(struct fold *f, const struct undo *undo, uint32_t part, int64_t whole,
                           const struct why *why)
{
    const struct tape *t = &undo->tape;
    for (size_t i = 0; i < t->run_count; i++) {
        int64_t minor = -t->runs[i].occasion.amount_minor;
        if (t->runs[i].part != part || minor == 0) continue;
        if (!take_back_run(f, undo, &t->runs[i], minor, fold_piece(f, why, minor, whole)))
            return false;
    }
    return true;
}

/* A receipt of several results is parted again by the licence, the other way round. */
static bool take_back_licensed(struct fold *f, const struct undo *undo, int64_t amount_minor,
                               const struct why *whole)
{
    const struct tape *t = &undo->tape;
    const struct licence *l = t->licence;
    if (stream_split(t->licence_stream, amount_minor,
                     &(struct shares){l->set.parties, l->set.weights, l->set.count, l->set.sum}) !=
        OK)
        return false;
    for (uint32_t i = 0; i < l->part_count; i++) f->part_units[i] = 0;
    for (size_t i = 0; i < t->run_count; i++)
        f->part_units[t->runs[i].part] -= t->runs[i].occasion.amount_minor;
    tape_mirror(t->licence_stream, f->part_units, l->part_count);
    for (uint32_t i = 0; i < l->part_count; i++) {
        const struct why *why = NULL;
        if (f->sharer.explain)
            why = explain_fraction(
                &f->sharer, whole,
                explain_ratio(&f->sharer, l->parts[i].share.num, l->parts[i].share.den),
                f->part_units[i], f->index, NULL);
        if (!take_back_runs(f, undo, i, f->part_units[i], why)) return false;
    }
    return true;
}

bool fold_take_back(struct fold *f, uint32_t entry, const struct tape *tape, int64_t amount_minor,
                    const struct why *why)
{
    const struct undo undo = {.entry = entry, .tape = *tape};
    f->portion_shared_minor = 0;
    if (tape->licence) return take_back_licensed(f, &undo, amount_minor, why);
    return take_back_runs(f, &undo, 0, amount_minor, why);
}

static bool take_back_shares(struct fold *f, const struct undo *undo, const struct entry *target)
{
    return fold_take_back(f, undo->entry, &undo->tape, -target->amount,
                          minus_leaf(f, undo->entry, target->amount));
}

bool fold_take_charge_back(struct fold *f, struct tape *tape, int64_t amount_minor,
                           const struct why *why)
{
    const struct undo undo = {.entry = INDEX_NONE, .tape = *tape};
    const struct why *minus = why ? why_minus(f->arena, why) : NULL;
    f->portion_shared_minor = 0;
    if (!take_back_runs(f, &undo, 0, -amount_minor, minus)) return false;
    *tape = (struct tape){.arena = f->state->arena};
    return true;
}

/* ---- the kinds that can be reversed ---- */

typedef bool reverser(struct fold *f, struct undo *undo, const struct entry *target);

static bool reverse_income(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t class = target->flags & ENTRY_HAS_CHOICE ? target->choice : CLASS_LICENCE;
    state_post(f->state, ACCOUNT_CASH, 0, -target->amount);
    state_post(f->state, ACCOUNT_INCOME, class, target->amount);
    uint32_t licence =
        target->subject ? pact_find(f->pact, THING_LICENCE, target->subject) : INDEX_NONE;
    if (licence != INDEX_NONE) (void)fold_note_licensed(f, licence, -target->amount);
    return take_back_shares(f, undo, target);
}

static bool reverse_reports(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t licence = pact_find(f->pact, THING_LICENCE, target->party);
    if (licence == INDEX_NONE) return fold_member_unreports(f, entry_party(f, target), undo->entry);
    return fold_unreport(f, licence, undo->entry);
}

static bool reverse_grant(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t project = entry_project(f, target);
    state_post(f->state, ACCOUNT_CASH, 0, -target->amount);
    state_post(f->state, ACCOUNT_GRANT, undo->tape.runs[0].debit_index, target->amount);
    fold_note_grant(f, project, -target->amount);
    if (!undo->tape.runs[0].clause)
        f->portion_shared_minor = 0;
    else if (!take_back_shares(f, undo, target))
        return false;
    state_add(f->state, &state_unspent(f->state, project)->grants_minor,
              -target->amount - f->portion_shared_minor);
    fold_drop_grant(f, undo->entry, target->amount + f->portion_shared_minor);
    fold_recover_all_grants(f);
    return true;
}

static bool reverse_call(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t project = entry_project(f, target);
    state_add(f->state, &state_unspent(f->state, project)->calls_minor, -target->amount);
    return take_back_shares(f, undo, target);
}

static bool reverse_loss(struct fold *f, struct undo *undo, const struct entry *target)
{
    fold_take_back_parts(f, target);
    return take_back_shares(f, undo, target);
}

static bool reverse_overrun(struct fold *f, struct undo *undo, const struct entry *target)
{
    fold_undo_overrun(f, target);
    return take_back_shares(f, undo, target);
}

static bool reverse_write_off(struct fold *f, struct undo *undo, const struct entry *target)
{
    return fold_undo_write_off(f, target, undo->entry, &undo->tape);
}

static bool reverse_pays(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t party = entry_party(f, target);
    state_post(f->state, ACCOUNT_CASH, 0, -target->amount);
    if (target->choice == NATURE_LOAN)
        state_post(f->state, ACCOUNT_LOAN, party, target->amount);
    else
        fold_unpay(f, party, (enum nature)target->choice, undo->entry, target->amount,
                   target->amount);
    return true;
}

static bool reverse_gives(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t party = entry_party(f, target);
    state_post(f->state, ACCOUNT_IN_KIND, target->choice, -undo->counted_minor);
    state_add(f->state, &f->state->parties[party].in_kind_minor, -undo->counted_minor);
    state_add(f->state, state_given(f->state, party, target->choice), -undo->counted_minor);
    fold_unpay(f, party, NATURE_CAPITAL, undo->entry, undo->counted_minor, target->amount);
    return true;
}

static bool reverse_spend(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t project = entry_project(f, target);
    struct state *s = f->state;
    state_post(s, ACCOUNT_EXPENSES, state_category(s, target->subject), -target->amount);
    state_post(s, ACCOUNT_CASH, 0, target->amount);
    fold_count_budget(f, target, target->effective, -target->amount);
    if (target->other) {
        fold_refill_fund(f, target, undo->entry);
    } else {
        int64_t common = target->amount - undo->from_grant - undo->from_calls;
        state_add_common(s, &s->common_spent_minor, -1, -common, f->index);
    }
    struct unspent *unspent = state_unspent(s, project);
    state_add(s, &unspent->grants_minor, undo->from_grant);
    state_add(s, &unspent->calls_minor, undo->from_calls);
    if (project == INDEX_NONE) return true;
    state_add(s, &s->projects[project].spent_minor, -target->amount);
    state_add(s, &s->projects[project].paid_minor, -target->amount);
    fold_look_at_overrun(f, project);
    return true;
}

static bool reverse_spends(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    uint32_t project = entry_project(f, target);
    state_add_cost(f->state, entry_party(f, target), project, entry_result(f, target),
                   -target->amount, f->index);
    fold_note_own_spending(f, target, -target->amount);
    if (project != INDEX_NONE)
        state_add(f->state, &f->state->projects[project].spent_minor, -target->amount);
    fold_look_at_overrun(f, project);
    return true;
}

static bool reverse_work(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    return fold_count_work(f, target, -1);
}

static bool reverse_appraise(struct fold *f, struct undo *undo, const struct entry *target)
{
    state_unappraise(f->state, entry_party(f, target), undo->entry);
    return true;
}

static bool reverse_pay(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t party = entry_party(f, target);
    state_add(f->state, &f->state->parties[party].figures.paid_out, -target->amount);
    state_post(f->state, ACCOUNT_PAYABLE, party, -target->amount);
    state_post(f->state, ACCOUNT_CASH, 0, target->amount);
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_REVERSAL,
                               .figure = FIGURE_PAID_OUT,
                               .amount_minor = -target->amount,
                               .why = minus_leaf(f, undo->entry, target->amount)});
    return true;
}

static bool reverse_repay(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    state_post(f->state, ACCOUNT_LOAN, entry_party(f, target), -target->amount);
    state_post(f->state, ACCOUNT_CASH, 0, target->amount);
    return true;
}

static bool reverse_transfer(struct fold *f, struct undo *undo, const struct entry *target)
{
    uint32_t result =
        target->subject ? pact_find(f->pact, THING_RESULT, target->subject) : INDEX_NONE;
    fold_transfer_back(f, target);
    if (result != INDEX_NONE) fold_return_result(f, result, undo->entry);
    return true;
}

/* What shares were before it, the pact knows; who caused a loss is looked up when it is shared;
 * what is as if it had never been is left out. */
static bool reverse_nothing(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)f;
    (void)undo;
    (void)target;
    return true;
}

static bool reverse_supplement(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    fold_cut_supplement(f, target);
    return true;
}

static bool reverse_warns(struct fold *f, struct undo *undo, const struct entry *target)
{
    fold_unwarn(f, target, undo->entry);
    return true;
}

static bool reverse_declines(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    fold_undecline(f, target);
    return true;
}

static bool reverse_joins(struct fold *f, struct undo *undo, const struct entry *target)
{
    CHECK(undo->tape.run_count == 1 && undo->tape.runs[0].passed_count == 1);
    return fold_unjoin(f, target, &undo->tape.runs[0].passed[0]);
}

static bool reverse_refund(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)target;
    return fold_undo_refund(f, undo->entry);
}

static bool reverse_budget(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    fold_cut_budget(f, document_entry(f->doc, f->index), target);
    return true;
}

static bool reverse_staff(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)target;
    fold_close_post(f, undo->entry);
    return true;
}

static bool reverse_offer(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)target;
    fold_withdraw_offer(f, undo->entry);
    return true;
}

static bool reverse_answer(struct fold *f, struct undo *undo, const struct entry *target)
{
    fold_unanswer(f, undo->entry, target);
    return true;
}

static bool reverse_return(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)target;
    fold_undo_return(f, undo->entry);
    return true;
}

static bool reverse_milestone(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    fold_unmeet(f, target);
    return true;
}

static bool reverse_start_stop(struct fold *f, struct undo *undo, const struct entry *target)
{
    (void)undo;
    fold_unstart(f, target);
    return true;
}

static reverser *const reversers[FORM_COUNT] = {
    [F_INCOME] = reverse_income,       [F_GRANT] = reverse_grant,
    [F_CALL] = reverse_call,           [F_LOSS] = reverse_loss,
    [F_LIABILITY] = reverse_loss,      [F_OVERRUN] = reverse_overrun,
    [F_WRITE_OFF] = reverse_write_off, [F_PAYS] = reverse_pays,
    [F_GIVES] = reverse_gives,         [F_SPEND] = reverse_spend,
    [F_SPENDS] = reverse_spends,       [F_WORK] = reverse_work,
    [F_APPRAISE] = reverse_appraise,   [F_PAY] = reverse_pay,
    [F_REPAY] = reverse_repay,         [F_TRANSFER] = reverse_transfer,
    [F_REDETERMINE] = reverse_nothing, [F_CAUSED] = reverse_nothing,
    [F_WARNS] = reverse_warns,         [F_DECLINES] = reverse_declines,
    [F_STAKE_OFFER] = reverse_offer,   [F_OFFER_ANSWER] = reverse_answer,
    [F_JOINS] = reverse_joins,         [F_REPORTS] = reverse_reports,
    [F_RETURN_GRANT] = reverse_return, [F_REFUND] = reverse_refund,
    [F_BUDGET] = reverse_budget,       [F_SUPPLEMENT] = reverse_supplement,
    [F_MILESTONE] = reverse_milestone, [F_START] = reverse_start_stop,
    [F_STOP] = reverse_start_stop,     [F_STAFF] = reverse_staff,
    [F_APPOINT] = reverse_nothing,     [F_GIVES_NOTICE] = reverse_nothing,
    [F_FILE] = reverse_nothing,        [F_DELIVER] = reverse_nothing,
    [F_DELIVERED] = reverse_nothing,   [F_DIFFUSION] = reverse_nothing,
    [F_ANNOUNCE] = reverse_nothing,    [F_OBJECT] = reverse_nothing,
    [F_OFFER] = reverse_nothing,       [F_WAIVE] = reverse_nothing,
    [F_GOAL_STATE] = reverse_nothing,  [F_RENEW] = reverse_nothing,
};

/* What to do instead about an entry that is not taken back. */
static const struct {
    uint8_t form;
    const char *instead[2];
} instead_of[] = {
    {F_REVERSE, {"enter again what it took back", "请重新记入其所冲销的记录"}},
    {F_SETTLE,
     {"a closed day stands: enter what was wrong, and it flows into the next settlement",
      "已结算的不再更改：请以新记录更正，差额计入下期结算"}},
    {F_AGREE,
     {"let the member dispute the settlement: dispute DATE NAME",
      "请由该成员提出异议：异议 日期 名称"}},
    {F_DISPUTES,
     {"let the member agree to the settlement: agree DATE NAME", "请由该成员确认：确认 日期 名称"}},
    {F_AMEND, {"amend again, with the old text", "请以原文再次修订"}},
    {F_STAKES_ENTRY,
     {"set the shares anew: stakes NAME, or redetermine stakes NAME from the start",
      "请重新设定份额：份额表 名称，或自始重新核定"}},
    {F_MOTION, {"let it be lost: decide NAME lost", "请使其不获通过：决议 名称 未通过"}},
    {F_VOTE, {"a vote stands: put a new motion", "表决不可撤回：请另提议案"}},
    {F_MEETING, {"what was decided stands: put a new motion", "已决事项不再更改：请另提议案"}},
    {F_DECIDE_MOTION,
     {"what was decided stands: put a new motion", "已决事项不再更改：请另提议案"}},
    {F_VETO, {"a veto stands: put a new motion", "否决不可撤回：请另提议案"}},
    {F_JOIN,
     {"let the member leave: NAME gives notice, NAME leaves",
      "请由该成员退出：名称 通知 退出、名称 退出"}},
    {F_LEAVES,
     {"let it join anew, under another name: join NAME", "请以另一名称重新接纳：接纳 名称"}},
    {F_EXPEL,
     {"let it join anew, under another name: join NAME", "请以另一名称重新接纳：接纳 名称"}},
    {F_RESULT,
     {"register what it is under another name, and transfer this one to whom it belongs",
      "请以另一名称重新登记，并将本成果转让给应得者"}},
    {F_BACKGROUND, {"register what it is under another name", "请以另一名称重新登记"}},
    {F_LICENSE,
     {"reverse or refund what was paid, and license anew under another name",
      "请冲销或退还已付款项，并以另一名称重新许可"}},
    {F_DISSOLVE_ENTRY, {"found the alliance anew", "请另行成立联盟"}},
    {F_SIGN, {"a signature stands: amend what it signed", "签署不可撤回：请修订所签文本"}},
};

static bool refuse_kind(struct fold *f, const struct entry *e, enum form form)
{
    struct str instead = STR("");
    for (size_t i = 0; i < ARRAY_LEN(instead_of); i++)
        if (instead_of[i].form == form)
            instead = diags_word(f->diags, instead_of[i].instead[0], instead_of[i].instead[1]);
    CHECK(instead.len);
    DIAG_REPORT(f->diags, E322, entry_span(e), form_text(f->arena, f->doc->g, form, f->diags->lang),
                instead);
    return false;
}

bool fold_reverse(struct fold *f, const struct entry *e)
{
    uint32_t index = fold_reversed(f, f->index);
    if (index == INDEX_NONE) {
        DIAG_PLAIN(f->diags, E320, entry_span(e));
        return false;
    }
    const struct entry *target = document_entry(f->doc, index);
    const struct entry *known = document_entry(f->doc, f->state->known);
    struct undo *undo = undo_of(f, index);
    CHECK(undo);
    if (undo->done) { /* by a late one, where this one was accepted before */
        DIAG_PLAIN(f->diags, E321, entry_span(fold_may_refuse(f) ? e : known));
        return false;
    }
    if (target->effective > f->day) {
        char day[DATE_TEXT_BYTES];
        date_format(day, target->effective);
        DIAG_REPORT(f->diags, E441, entry_span(e), str_from(day));
        return false;
    }
    if (!reversers[target->form]) return refuse_kind(f, e, (enum form)target->form);
    if (target->form == F_INCOME && fold_is_refunded(f, e, index)) return false;
    undo->done = true;
    if (!fold_book_all_interest(f)) return false;
    f->reversing = true;
    f->reversed_minor = target->amount;
    bool ok = reversers[target->form](f, undo, target);
    f->reversing = false;
    undo->tape.run_count = 0; /* nothing is left to be refunded */
    if (!ok) DIAG_PLAIN(f->diags, E401, entry_span(e));
    return ok;
}
