/* Money between the alliance and its members: capital, calls, payments, loans, grants. */
#include "fold/cover.h"
#include "fold/handlers.h"

#include "num/money.h"
#include "share/explain.h"
#include "state/counted.h"

static struct advances *advances_of(struct fold *f, uint32_t party, enum nature nature)
{
    return &f->advances[(size_t)party * NATURE_COUNT + (size_t)nature];
}

const struct advances *fold_advances(const struct fold *f, uint32_t party, enum nature nature)
{
    return &f->advances[(size_t)party * NATURE_COUNT + (size_t)nature];
}

static void keep_advance(struct fold *f, uint32_t party, enum nature nature, uint32_t project,
                         int64_t minor, int64_t whole_minor)
{
    struct advances *ahead = advances_of(f, party, nature);
    bool never_used = nature == NATURE_CAPITAL && !f->pact->tranche_count && !f->undo_count;
    if (minor == 0 || never_used) return;
    *ARENA_PUSH(f->state->arena, ahead->list, ahead->count, ahead->capacity) =
        (struct advance){f->index, project, minor, whole_minor};
}

/* ---- paying debts ---- */

static void told_paid(struct fold *f, uint32_t party, enum line_kind kind, int64_t minor,
                      const struct why *why)
{
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = kind,
                               .figure = kind == LINE_SET_OFF ? FIGURE_SET_OFF : FIGURE_PAID_IN,
                               .amount_minor = minor,
                               .why = why});
}

static void told_reversal(struct fold *f, uint32_t party, int64_t minor, const struct why *why)
{
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_REVERSAL,
                               .figure = FIGURE_PAID_IN,
                               .amount_minor = minor,
                               .why = why});
}

/* The day the last of a debt was paid; what is paid in full stays so until it is not. */
static void note_done(struct debt *d, date_t day)
{
    if (d->paid_minor < d->amount_minor)
        d->done = DATE_NONE;
    else if (d->done == DATE_NONE)
        d->done = day;
}

/* Of a payment by an entry, or by the settlement asked for. */
static date_t day_paid(const struct fold *f, uint32_t entry)
{
    return entry == INDEX_NONE ? f->day : document_entry(f->doc, entry)->effective;
}

/* What paying a debt means beyond the money: a call for a project is cost. */
static void note_paid(struct fold *f, uint32_t party, enum nature nature, struct debt *d,
                      int64_t minor, uint32_t entry)
{
    fold_paid_changes(f, d, minor);
    d->paid_minor += minor;
    note_done(d, day_paid(f, entry));
    if (nature == NATURE_CALL && !d->for_cost)
        state_add_cost(f->state, party, d->project, INDEX_NONE, minor, entry);
    if (nature == NATURE_DUES)
        state_pay_dues(f->state, party, date_to_civil(f->day).year, entry, minor);
    fold_cover_changes(f, d);
}

/* Pays from `entry` what one debt still needs; returns what was used of `minor`. */
static int64_t pay_one(struct fold *f, uint32_t party, enum nature nature, struct debt *d,
                       int64_t minor, uint32_t entry)
{
    int64_t open = d->amount_minor - d->paid_minor;
    int64_t used = open < minor ? open : minor;
    if (used > 0) note_paid(f, party, nature, d, used, entry);
    return used;
}

static void pass_paid(struct debts *debts)
{
    while (debts->first < debts->count &&
           debts->list[debts->first].paid_minor == debts->list[debts->first].amount_minor)
        debts->first++;
}

int64_t fold_pay_debts(struct fold *f, uint32_t party, enum nature nature, uint32_t project,
                       int64_t amount_minor)
{
    struct debts *debts = &f->state->parties[party].debts[nature];
    int64_t left = amount_minor;
    for (size_t i = debts->first; i < debts->count && left > 0; i++) {
        struct debt *d = &debts->list[i];
        if (project != INDEX_NONE && d->project != project) continue;
        left -= pay_one(f, party, nature, d, left, f->index);
    }
    pass_paid(debts);
    return amount_minor - left;
}

/* A debt that just arose takes what was paid ahead for it, oldest first. */
static int64_t take_advances(struct fold *f, uint32_t party, enum nature nature, struct debt *debt)
{
    struct advances *ahead = advances_of(f, party, nature);
    int64_t taken = 0;
    for (size_t i = ahead->first; i < ahead->count && debt->paid_minor < debt->amount_minor; i++) {
        struct advance *a = &ahead->list[i];
        if (!a->minor || (a->project != INDEX_NONE && a->project != debt->project)) continue;
        int64_t used = pay_one(f, party, nature, debt, a->minor, a->entry);
        a->minor -= used;
        taken += used;
        state_add(f->state, &f->state->parties[party].figures.paid_in, used);
        told_paid(f, party, LINE_PAID_IN, used, fold_part(f, a->entry, used, a->whole_minor));
    }
    while (ahead->first < ahead->count && !ahead->list[ahead->first].minor) ahead->first++;
    return taken;
}

void fold_owe_debt(struct fold *f, uint32_t party, enum nature nature, struct debt debt)
{
    if (debt.amount_minor == 0) return;
    debt.done = DATE_NONE;
    debt.entry = f->index;
    debt.term = f->term;
    if (!debt.late) debt.late = fold_lateness(f, debt.due);
    int64_t taken = take_advances(f, party, nature, &debt);
    state_add_debt(f->state, party, nature, debt);
    pass_paid(&f->state->parties[party].debts[nature]);
    fold_watch_debt(f, &debt);
    if (nature != NATURE_CAPITAL) return;
    /* Capital paid ahead stands in equity already; the rest of the tranche is now owed to it. */
    state_post(f->state, ACCOUNT_RECEIVABLE, party, debt.amount_minor - taken);
    state_post(f->state, ACCOUNT_CAPITAL, party, -(debt.amount_minor - taken));
}

void fold_owe(struct fold *f, uint32_t party, enum nature nature, date_t due, uint32_t project,
              int64_t amount_minor)
{
    fold_owe_debt(f, party, nature,
                  (struct debt){.due = due, .project = project, .amount_minor = amount_minor});
}

void fold_owe_for_cost(struct fold *f, uint32_t party, date_t due, uint32_t project,
                       int64_t amount_minor)
{
    fold_owe_debt(
        f, party, NATURE_CALL,
        (struct debt){
            .due = due, .project = project, .amount_minor = amount_minor, .for_cost = true});
}

/* ---- taking back ---- */

/* Un-pays up to an amount from the youngest debts that were paid; returns how much. */
static int64_t unpay_debts(struct fold *f, uint32_t party, enum nature nature, int64_t minor,
                           uint32_t entry)
{
    struct debts *debts = &f->state->parties[party].debts[nature];
    int64_t left = minor;
    for (size_t i = debts->count; i-- > 0 && left > 0;) {
        struct debt *d = &debts->list[i];
        int64_t paid = d->paid_minor - d->set_off_minor;
        int64_t taken = paid < left ? paid : left;
        if (taken <= 0) continue;
        note_paid(f, party, nature, d, -taken, entry);
        left -= taken;
        if (i < debts->first) debts->first = i;
    }
    return minor - left;
}

/* Takes from what a payment, or any of the same nature, still has ahead of debts. */
static int64_t take_ahead(struct fold *f, uint32_t party, enum nature nature, uint32_t entry,
                          int64_t minor)
{
    struct advances *ahead = advances_of(f, party, nature);
    int64_t left = minor;
    for (int own = 1; own >= 0; own--)
        for (size_t i = ahead->count; i-- > ahead->first && left > 0;) {
            struct advance *a = &ahead->list[i];
            if ((a->entry == entry) != (own == 1)) continue;
            int64_t taken = a->minor < left ? a->minor : left;
            a->minor -= taken;
            left -= taken;
        }
    return minor - left;
}

void fold_unpay(struct fold *f, uint32_t party, enum nature nature, uint32_t entry,
                int64_t amount_minor, int64_t whole_minor)
{
    bool capital = nature == NATURE_CAPITAL;
    int64_t ahead = take_ahead(f, party, nature, entry, amount_minor);
    int64_t unpaid = unpay_debts(f, party, nature, amount_minor - ahead, f->index);
    CHECK(ahead + unpaid == amount_minor);
    state_add(f->state, &f->state->parties[party].figures.paid_in, -unpaid);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, capital ? unpaid : amount_minor);
    if (capital) {
        state_post(f->state, ACCOUNT_CAPITAL, party, ahead);
        state_add_capital(f->state, party, -amount_minor, f->index);
    }
    const struct why *why = unpaid ? fold_part(f, entry, unpaid, whole_minor) : NULL;
    told_reversal(f, party, -unpaid, why ? why_minus(f->arena, why) : NULL);
}

/* What a lowered debt has too much paid on it: from payments first, then from set-off. */
struct freed {
    int64_t paid, set_off;
};

static struct freed free_debt(struct fold *f, uint32_t party, enum nature nature, struct debt *d)
{
    struct freed freed = {0, 0};
    int64_t over = d->paid_minor - d->amount_minor;
    note_done(d, f->day);
    if (over <= 0) return freed;
    int64_t paid = d->paid_minor - d->set_off_minor;
    freed.paid = over < paid ? over : paid;
    freed.set_off = over - freed.paid;
    note_paid(f, party, nature, d, -over, f->index);
    d->set_off_minor -= freed.set_off;
    return freed;
}

/* A part of what is being reversed. */
static const struct why *reversed_part(struct fold *f, int64_t minor)
{
    if (!f->reversed_why) return fold_part(f, f->index, minor, f->reversed_minor);
    if (!f->sharer.explain) return NULL;
    return why_share(f->arena, f->reversed_why, explain_ratio(&f->sharer, minor, f->reversed_minor),
                     (struct why_parts){.arena = f->arena}, NULL, NULL);
}

/* Set-off against a debt that is no more is undone: it is due to the party again. */
static void undo_set_off(struct fold *f, uint32_t party, int64_t minor)
{
    if (minor == 0) return;
    const struct why *why = reversed_part(f, minor);
    state_add(f->state, &f->state->parties[party].figures.set_off, -minor);
    state_post(f->state, ACCOUNT_PAYABLE, party, -minor);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, minor);
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_REVERSAL,
                               .figure = FIGURE_SET_OFF,
                               .amount_minor = -minor,
                               .why = why ? why_minus(f->arena, why) : NULL});
}

/* What was paid on debts that are no more pays what is still owed, and else stays ahead. */
static void pass_on_paid(struct fold *f, uint32_t party, enum nature nature, int64_t minor)
{
    if (minor == 0) return;
    int64_t ahead = minor - fold_pay_debts(f, party, nature, INDEX_NONE, minor);
    state_add(f->state, &f->state->parties[party].figures.paid_in, -ahead);
    keep_advance(f, party, nature, INDEX_NONE, ahead, f->reversed_minor);
    const struct why *why = ahead ? reversed_part(f, ahead) : NULL;
    told_reversal(f, party, -ahead, why ? why_minus(f->arena, why) : NULL);
}

void fold_unowe(struct fold *f, uint32_t party, enum nature nature, uint32_t project,
                int64_t amount_minor)
{
    struct debts *debts = &f->state->parties[party].debts[nature];
    int64_t left = amount_minor;
    struct freed all = {0, 0};
    for (size_t i = debts->count; i-- > 0 && left > 0;) {
        struct debt *d = &debts->list[i];
        if (d->project != project || d->covers) continue;
        int64_t taken = d->amount_minor < left ? d->amount_minor : left;
        d->amount_minor -= taken;
        left -= taken;
        struct freed freed = free_debt(f, party, nature, d);
        all.paid += freed.paid;
        all.set_off += freed.set_off;
        fold_cover_changes(f, d);
    }
    if (left > 0) f->not_owed = (struct not_owed){party, left};
    pass_paid(debts);
    undo_set_off(f, party, all.set_off);
    pass_on_paid(f, party, nature, all.paid);
}

static struct debt *oldest_due(struct party_state *p, date_t day, enum nature *nature_out)
{
    struct debt *oldest = NULL;
    for (int n = 0; n < NATURE_COUNT; n++) {
        struct debts *debts = &p->debts[n];
        pass_paid(debts);
        if (debts->first == debts->count) continue;
        struct debt *d = &debts->list[debts->first];
        if (d->due > day || (oldest && oldest->due <= d->due)) continue;
        oldest = d;
        *nature_out = (enum nature)n;
    }
    return oldest;
}

void fold_set_off(struct fold *f, uint32_t party, date_t day, int64_t amount_minor,
                  int64_t whole_minor)
{
    struct party_state *p = &f->state->parties[party];
    int64_t left = amount_minor;
    enum nature nature = NATURE_CALL;
    for (struct debt *d; left > 0 && (d = oldest_due(p, day, &nature));) {
        int64_t used = pay_one(f, party, nature, d, left, f->index);
        d->set_off_minor += used;
        left -= used;
        if (nature == NATURE_CAPITAL) state_add_capital(f->state, party, used, f->index);
    }
    int64_t set_off = amount_minor - left;
    state_add(f->state, &p->figures.set_off, set_off);
    state_post(f->state, ACCOUNT_PAYABLE, party, set_off);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, -set_off);
    told_paid(f, party, LINE_SET_OFF, set_off, fold_part(f, f->index, set_off, whole_minor));
}

static void give_back_ahead(struct fold *f, uint32_t party, struct advance *a)
{
    state_add(f->state, &f->state->parties[party].figures.received, a->minor);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, a->minor);
    state_post(f->state, ACCOUNT_PAYABLE, party, -a->minor);
    fold_line(f, (struct line){.term = fold_end(f)->dissolution.term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_SHARE,
                               .figure = FIGURE_RECEIVED,
                               .amount_minor = a->minor,
                               .why = fold_part(f, a->entry, a->minor, a->whole_minor)});
    a->minor = 0;
}

void fold_give_back_advances(struct fold *f, uint32_t party)
{
    for (int n = 0; n < NATURE_COUNT; n++) {
        struct advances *ahead = advances_of(f, party, (enum nature)n);
        if (n == NATURE_CAPITAL) continue;
        for (size_t i = ahead->first; i < ahead->count; i++)
            if (ahead->list[i].minor) give_back_ahead(f, party, &ahead->list[i]);
    }
}

/* ---- payments ---- */

/* Money or counted value that pays debts first; what is more is capital or an advance. */
static void pay_in(struct fold *f, uint32_t party, enum nature nature, uint32_t project,
                   int64_t minor, int64_t entry_minor)
{
    int64_t used = fold_pay_debts(f, party, nature, project, minor);
    int64_t ahead = minor - used;
    bool capital = nature == NATURE_CAPITAL;
    state_add(f->state, &f->state->parties[party].figures.paid_in, used);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, -(capital ? used : minor));
    if (capital) {
        state_post(f->state, ACCOUNT_CAPITAL, party, -ahead);
        state_add_capital(f->state, party, minor, f->index);
    }
    told_paid(f, party, LINE_PAID_IN, used, fold_part(f, f->index, used, entry_minor));
    keep_advance(f, party, nature, project, ahead, entry_minor);
}

bool fold_pays(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    enum nature nature = (enum nature)e->choice;
    if (!fold_book_interest(f, party) || !fold_book_interest_of_covered(f, party)) return false;
    state_post(f->state, ACCOUNT_CASH, 0, e->amount);
    if (nature == NATURE_LOAN) {
        state_post(f->state, ACCOUNT_LOAN, party, -e->amount);
        return true;
    }
    /* Capital and dues know no project: `for X` says what it is meant for, not which debt it pays.
     */
    bool of_none = nature == NATURE_CAPITAL || nature == NATURE_DUES;
    uint32_t project = of_none ? INDEX_NONE : entry_project(f, e);
    pay_in(f, party, nature, project, e->amount, e->amount);
    return true;
}

/* In kind counts at the agreed rate, rounded down, up to the agreed part of what is pledged. */
static bool count_in_kind(struct fold *f, uint32_t party, int64_t stated, int64_t *counted_out)
{
    int64_t counted = 0, rest = 0, cap = INT64_MAX;
    const struct pact *p = f->pact;
    const struct provisions *now = pact_at(p, f->day);
    struct party_state *state = &f->state->parties[party];
    if (ratio_of(&counted, &rest, stated, now->in_kind_rate) != OK) return false;
    if (now->in_kind_capped &&
        ratio_of(&cap, &rest, state_pledge(f->state, party), now->in_kind_cap) != OK)
        return false;
    int64_t room = cap - state->in_kind_minor;
    if (counted > room) counted = room > 0 ? room : 0;
    state_add(f->state, &state->in_kind_minor, counted);
    *counted_out = counted;
    return true;
}

bool fold_gives(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    int64_t counted = 0;
    if (!fold_book_interest(f, party)) return false;
    if (!count_in_kind(f, party, e->amount, &counted)) {
        DIAG_PLAIN(f->diags, E401, entry_span(e));
        return false;
    }
    fold_keep_counted(f, counted);
    state_post(f->state, ACCOUNT_IN_KIND, e->choice, counted);
    state_add(f->state, state_given(f->state, party, e->choice), counted);
    if (counted) pay_in(f, party, NATURE_CAPITAL, INDEX_NONE, counted, e->amount);
    return true;
}

bool fold_repay(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    int64_t missing = e->amount - state_loan(f->state, party);
    const struct entry *late = fold_who_lacks(f, e);
    if (missing > 0 && late) {
        DIAG_REPORT(f->diags, E313, entry_span(late), pact_word(f->pact, e->party),
                    fold_room(f, late, missing));
        return false;
    }
    state_post(f->state, ACCOUNT_LOAN, party, e->amount);
    state_post(f->state, ACCOUNT_CASH, 0, -e->amount);
    return true;
}

bool fold_pay(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    struct figures *x = &f->state->parties[party].figures;
    int64_t due = x->received - x->paid_out - x->set_off;
    if (e->amount > due && fold_may_refuse(f)) {
        DIAG_REPORT(f->diags, E309, entry_span(e), pact_word(f->pact, e->party),
                    fold_amount(f, due), fold_amount(f, e->amount));
        return false;
    }
    state_add(f->state, &x->paid_out, e->amount);
    state_post(f->state, ACCOUNT_PAYABLE, party, e->amount);
    state_post(f->state, ACCOUNT_CASH, 0, -e->amount);
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_PAID_OUT,
                               .figure = FIGURE_PAID_OUT,
                               .amount_minor = e->amount,
                               .why = fold_leaf(f, e->amount)});
    return true;
}

/* ---- calls ---- */

static struct basis call_basis(const struct fold *f, const struct entry *e)
{
    if (e->subject)
        return (struct basis){.kind = BY_STAKES,
                              .stakes = pact_find_in(f->pact, NAMES_STAKES, e->subject)};
    if (e->flags & ENTRY_HAS_CHOICE)
        return (struct basis){.kind = BY_MEASURE, .measure = (enum measure_name)e->choice};
    return (struct basis){.kind = BY_NOTHING};
}

bool fold_call(struct fold *f, const struct entry *e)
{
    struct basis basis = call_basis(f, e);
    if (basis.kind == BY_MEASURE && basis.measure == M_INCOME)
        return DIAG_PLAIN(f->diags, E455, entry_span(e)), false;
    uint32_t project = entry_project(f, e);
    struct occasion m = fold_occasion(f, project, e->amount);
    m.from = e->from;
    m.to = e->to;
    if (project != INDEX_NONE) m.left_out = f->state->projects[project].out;
    uint32_t stakes = 0;
    f->calling = true;
    f->call_due = e->due == DATE_NONE ? e->date : e->due;
    fold_keep_run(f, NULL, &m);
    enum share_outcome outcome =
        share_call(&f->sharer, basis, &m, fold_leaf(f, e->amount), &stakes);
    f->calling = false;
    if (outcome != SHARE_DONE) return fold_share_failed(f, outcome, stakes, NULL, entry_span(e));
    state_add(f->state, &state_unspent(f->state, project)->calls_minor, e->amount);
    return true;
}
