/* Income and grants through the share clauses, and the booking of what comes out of these and of
 * the bear clauses. */
#include "fold/grants.h"
#include "fold/handlers.h"
#include "fold/recovery.h"

#include "share/explain.h"
#include "share/tape.h"

/* ---- booking portions ---- */

static void book_call(struct fold *f, uint32_t party, int64_t units, const struct occasion *m)
{
    state_add(f->state, &f->state->parties[party].figures.called, units);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, units);
    state_post(f->state, ACCOUNT_CALLS, party, -units);
    if (units > 0)
        fold_owe_debt(f, party, NATURE_CALL,
                      (struct debt){.due = f->call_due,
                                    .project = m->project,
                                    .amount_minor = units,
                                    .covers = f->covering.cover,
                                    .for_cost = f->covering.no_cost});
    else
        fold_unowe(f, party, NATURE_CALL, m->project, -units);
}

static void book_loss(struct fold *f, uint32_t party, int64_t units, const struct occasion *m)
{
    state_add(f->state, &f->state->parties[party].figures.borne, units);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, units);
    state_post(f->state, ACCOUNT_LOSSES, 0, -units);
    if (units > 0)
        fold_owe(f, party, NATURE_LOSS, f->day, m->project, units);
    else
        fold_unowe(f, party, NATURE_LOSS, m->project, -units);
}

static void book_share(struct fold *f, uint32_t party, int64_t units, const struct occasion *m)
{
    state_add(f->state, &f->state->parties[party].figures.received, units);
    if (f->debit == ACCOUNT_GRANT) fold_note_granted(f, party, m->project, units);
    if (f->withheld && f->withheld[party]) state_add(f->state, &f->withheld_minor[party], units);
    state_post(f->state, ACCOUNT_PAYABLE, party, -units);
}

/* The other side of what was booked to parties, once a portion. */
static void book_shared(struct fold *f, int64_t amount_minor)
{
    if (f->calling || f->losing) return;
    state_post(f->state, f->debit, f->debit_index, amount_minor);
    state_add(f->state, &f->portion_shared_minor, amount_minor);
}

static void tell_portion(struct fold *f, const struct portion *p, uint32_t party, int64_t units)
{
    if (!f->options.lines) return;
    struct rat exact;
    rat_init(&exact);
    portion_exact(&exact, p, party);
    fold_line(f, (struct line){
                     .term = p->clause ? p->clause->term : p->term,
                     .tier = p->tier,
                     .scope = f->calling && p->occasion->project == INDEX_NONE ? INDEX_NONE
                                                                               : p->occasion->scope,
                     .to = LINE_TO_PARTY,
                     .index = party,
                     .kind = f->reversing ? LINE_REVERSAL
                             : f->calling ? LINE_CALL
                             : f->losing  ? LINE_LOSS
                                          : LINE_SHARE,
                     .figure = f->calling  ? FIGURE_CALLED
                               : f->losing ? FIGURE_BORNE
                                           : FIGURE_RECEIVED,
                     .amount_minor = units,
                     .exact = &exact,
                     .portion = p,
                 });
    rat_clear(&exact);
}

static void book_party(struct fold *f, const struct portion *p, uint32_t party, int64_t units)
{
    tell_portion(f, p, party, units);
    if (units == 0) return;
    if (f->calling)
        book_call(f, party, units, p->occasion);
    else if (f->losing)
        book_loss(f, party, units, p->occasion);
    else
        book_share(f, party, units, p->occasion);
}

/* The usual case, which is in the way of every receipt: shares of which no line is asked for. */
static void book_shares(struct fold *f, const struct stream *stream)
{
    struct state *s = f->state;
    for (uint32_t i = 0; i < stream->count; i++)
        state_add(s, &s->parties[stream->ids[i]].figures.received, stream->units[i]);
    state_post_off(s, ACCOUNT_PAYABLE, stream->ids, stream->units, stream->count);
}

static void book_parties(struct fold *f, const struct portion *p)
{
    const struct stream *s = p->stream;
    bool shares = !f->calling && !f->losing && !f->withheld;
    if (!f->options.lines && shares && f->debit != ACCOUNT_GRANT) {
        book_shares(f, s);
        book_shared(f, p->amount_minor);
        return;
    }
    for (uint32_t i = 0; i < s->count; i++)
        if (s->units[i] || f->options.lines) book_party(f, p, s->ids[i], s->units[i]);
    book_shared(f, p->amount_minor);
}

static struct line portion_line(const struct portion *p, enum line_to to, uint32_t index)
{
    return (struct line){.term = p->clause ? p->clause->term : NULL,
                         .tier = p->tier,
                         .scope = p->occasion->scope,
                         .to = to,
                         .index = index,
                         .amount_minor = p->amount_minor,
                         .portion = p};
}

static void book_fund(struct fold *f, const struct portion *p)
{
    struct fund_state *fund = &f->state->funds[p->fund];
    struct line l = portion_line(p, LINE_TO_FUND, p->fund);
    l.figure = FIGURE_RECEIVED;
    if (f->losing) {
        state_add(f->state, &fund->balance_minor, -p->amount_minor);
        state_post(f->state, ACCOUNT_FUND, p->fund, p->amount_minor);
        state_post(f->state, ACCOUNT_LOSSES, 0, -p->amount_minor);
        l.kind = f->reversing ? LINE_REVERSAL : LINE_DRAW;
        l.out = true;
        l.amount_minor = -p->amount_minor;
    } else {
        state_add(f->state, &fund->balance_minor, p->amount_minor);
        state_add(f->state, &fund->received_minor, p->amount_minor);
        state_post(f->state, ACCOUNT_FUND, p->fund, -p->amount_minor);
        state_post(f->state, f->debit, f->debit_index, p->amount_minor);
        state_add(f->state, &f->portion_shared_minor, p->amount_minor);
        l.kind = f->reversing ? LINE_REVERSAL : LINE_SHARE;
    }
    fold_line(f, l);
}

static void book_nobody(struct fold *f, const struct portion *p)
{
    struct line l = portion_line(p, f->losing ? LINE_TO_UNCOVERED : LINE_TO_UNSHARED, 0);
    l.kind = f->reversing ? LINE_REVERSAL : f->losing ? LINE_LOSS : LINE_SHARE;
    l.figure = f->losing ? FIGURE_UNCOVERED : FIGURE_UNSHARED;
    if (f->losing) {
        state_add(f->state, &f->state->uncovered_minor, p->amount_minor);
        state_add_common(f->state, &f->state->common_losses_minor, -1, p->amount_minor, f->index);
    } else {
        state_add(f->state, &f->state->unshared_minor, p->amount_minor);
    }
    fold_line(f, l);
}

void portion_booked(void *context, const struct portion *p)
{
    struct fold *f = context;
    switch (p->kind) {
    case PORTION_PARTIES: book_parties(f, p); break;
    case PORTION_PARTY:
        book_party(f, p, p->party, p->amount_minor);
        book_shared(f, p->amount_minor);
        break;
    case PORTION_FUND: book_fund(f, p); break;
    case PORTION_NOBODY: book_nobody(f, p); break;
    }
}

struct occasion fold_occasion(const struct fold *f, uint32_t project, int64_t amount_minor)
{
    return (struct occasion){.amount_minor = amount_minor,
                             .entry = f->index,
                             .day = f->day,
                             .from = DATE_NONE,
                             .to = DATE_NONE,
                             .scope =
                                 project == INDEX_NONE ? SCOPE_ALLIANCE : scope_of_project(project),
                             .project = project,
                             .result = INDEX_NONE,
                             .licence = INDEX_NONE};
}

/* ---- receipts ---- */

struct receipt {
    enum income_class class;
    uint32_t project, result, licence;
    date_t from, to;
    struct span span;
};

bool fold_share(struct fold *f, const struct clause *c, struct occasion m, const struct why *why,
                struct span span)
{
    int64_t whole = m.amount_minor, written = whole;
    if (f->index != INDEX_NONE) written = document_entry(f->doc, f->index)->amount;
    m.receipt = ++f->state->receipts;
    for (int64_t left = whole; left > 0; left -= m.amount_minor) {
        m.amount_minor = share_piece(f->state, c, &m, left);
        fold_keep_run(f, c, &m);
        uint32_t stakes = 0;
        fold_withhold(f, &m);
        enum share_outcome outcome =
            share_receipt(&f->sharer, c, &m, fold_piece(f, why, m.amount_minor, whole), &stakes);
        if (outcome != SHARE_DONE) return fold_share_failed(f, outcome, stakes, c->term, span);
        if (!fold_pass_on(f, &m, written))
            return fold_share_failed(f, SHARE_OVERFLOW, stakes, c->term, span);
    }
    return true;
}

static struct occasion occasion_of(const struct fold *f, const struct receipt *r, int64_t minor)
{
    return (struct occasion){.amount_minor = minor,
                             .entry = f->index,
                             .day = f->day,
                             .from = r->from,
                             .to = r->to,
                             .project = r->project,
                             .result = r->result,
                             .licence = r->licence};
}

/* What no clause applies to is common money; of a grant it stays the grant's. */
static bool share_stretch(struct fold *f, const struct receipt *r, int64_t minor,
                          const struct why *why)
{
    struct occasion m = occasion_of(f, r, minor);
    const struct clause *c = share_clause(f->pact, r->class, &m);
    if (c) m.scope = clause_scope(f->state, c, &m);
    if (!c && r->class != CLASS_GRANT)
        state_add_common(f->state, &f->state->common_income_minor, 1, minor, f->index);
    if (c && minor) return fold_share(f, c, m, why, r->span);
    fold_keep_run(f, c, &m);
    return true;
}

/* Shares one part of a receipt. One over a period is cut where another clause begins to apply: it
 * accrues evenly by day, each piece rounded down with those before it. */
static bool share_part(struct fold *f, const struct receipt *r, int64_t minor,
                       const struct why *why)
{
    struct receipt piece = *r;
    int64_t days = r->to - r->from, before = 0;
    for (bool more = true; more; piece.from = piece.to) {
        struct occasion rest = occasion_of(f, &piece, minor);
        rest.to = r->to;
        piece.to = share_text_until(f->pact, r->class, &rest);
        more = piece.to != r->to;
        int64_t so_far = more ? (int64_t)((i128)minor * (piece.to - r->from) / days) : minor;
        const struct why *part = why;
        if (why && (more || before))
            part = explain_fraction(&f->sharer, why,
                                    explain_ratio(&f->sharer, piece.to - piece.from, days),
                                    so_far - before, f->index, NULL);
        if (!share_stretch(f, &piece, so_far - before, part)) return false;
        before = so_far;
    }
    return true;
}

static bool share_one(struct fold *f, const struct receipt *r, int64_t minor)
{
    return share_part(f, r, minor, fold_leaf(f, minor));
}

bool fold_share_charged(struct fold *f, enum income_class class, int64_t amount_minor,
                        const struct why *why, struct span span)
{
    struct receipt r = {.class = class,
                        .project = INDEX_NONE,
                        .result = INDEX_NONE,
                        .licence = INDEX_NONE,
                        .from = DATE_NONE,
                        .to = DATE_NONE,
                        .span = span};
    f->debit = ACCOUNT_DISTRIBUTED;
    f->debit_index = (uint32_t) class;
    f->portion_shared_minor = 0;
    return share_part(f, &r, amount_minor, why);
}

/* A receipt of several results is parted first; each part is shared for itself. */
static bool share_licensed(struct fold *f, struct receipt r, int64_t minor)
{
    const struct licence *l = &f->pact->licences[r.licence];
    int64_t *units = f->part_units;
    if (share_licence(&f->sharer, l, r.licence, minor, units) != SHARE_DONE)
        return fold_share_failed(f, SHARE_OVERFLOW, 0, NULL, r.span);
    if (f->sharer.tape) {
        f->sharer.tape->licence = l;
        f->sharer.tape->licence_stream = state_stream(f->state, KEY_LICENCE, 0, r.licence);
    }
    for (uint32_t i = 0; i < l->part_count; i++) {
        const struct why *why = NULL;
        f->licence_part = i;
        r.result = l->parts[i].result;
        r.project = f->pact->results[r.result].project;
        if (f->sharer.explain)
            why = explain_fraction(
                &f->sharer, fold_leaf(f, minor),
                explain_ratio(&f->sharer, l->parts[i].share.num, l->parts[i].share.den), units[i],
                f->index, NULL);
        if (!share_part(f, &r, units[i], why)) return false;
    }
    f->licence_part = 0;
    return true;
}

/* To what a receipt belongs: named with `of` or `for`, else what it comes from. */
static void find_belonging(const struct fold *f, const struct entry *e, struct receipt *r)
{
    uint32_t word = e->project ? e->project : e->subject;
    r->result = word ? pact_find(f->pact, THING_RESULT, word) : INDEX_NONE;
    r->project = word ? pact_find(f->pact, THING_PROJECT, word) : INDEX_NONE;
    if (r->result != INDEX_NONE) r->project = f->pact->results[r->result].project;
    r->licence = e->subject ? pact_find(f->pact, THING_LICENCE, e->subject) : INDEX_NONE;
    bool of_licence = r->licence != INDEX_NONE && !e->project;
    if (!of_licence) return;
    const struct licence *l = &f->pact->licences[r->licence];
    if (l->part_count != 1) return;
    r->result = l->parts[0].result;
    r->project = f->pact->results[r->result].project;
}

/* What comes in otherwise, or comes of other entries. */
static bool refuse_class(struct fold *f, const struct entry *e, enum income_class class)
{
    DIAG_REPORT(f->diags, E459, entry_span(e),
                choice_text(f->arena, f->doc->g, SET_CLASS, (uint32_t) class, f->diags->lang));
    return false;
}

bool fold_income(struct fold *f, const struct entry *e)
{
    struct receipt r = {.from = e->from, .to = e->to, .span = entry_span(e)};
    r.class = e->flags & ENTRY_HAS_CHOICE ? (enum income_class)e->choice : CLASS_LICENCE;
    if (r.class > CLASS_PRODUCT && r.class != CLASS_INTEREST) return refuse_class(f, e, r.class);
    find_belonging(f, e, &r);
    if (r.licence != INDEX_NONE && !fold_note_licensed(f, r.licence, e->amount)) return false;
    state_post(f->state, ACCOUNT_CASH, 0, e->amount);
    state_post(f->state, ACCOUNT_INCOME, (uint32_t)r.class, -e->amount);
    f->debit = ACCOUNT_DISTRIBUTED;
    f->debit_index = (uint32_t)r.class;
    f->portion_shared_minor = 0;
    bool several =
        r.licence != INDEX_NONE && !e->project && f->pact->licences[r.licence].part_count > 1;
    fold_note_income(f);
    return several ? share_licensed(f, r, e->amount) : share_one(f, &r, e->amount);
}

struct str fold_payer_name(const struct fold *f, const struct entry *e)
{
    if (e->subject) return pact_word(f->pact, e->subject);
    const struct term *t = document_extra(f->doc, e);
    return bind_text(f->arena, f->doc->sources, term_bind(t, ROLE_payer_text));
}

bool fold_grant(struct fold *f, const struct entry *e)
{
    uint32_t payer = state_payer(f->state, fold_payer_name(f, e));
    struct receipt r = {.class = CLASS_GRANT,
                        .project = entry_project(f, e),
                        .result = INDEX_NONE,
                        .licence = INDEX_NONE,
                        .from = DATE_NONE,
                        .to = DATE_NONE,
                        .span = entry_span(e)};
    state_post(f->state, ACCOUNT_CASH, 0, e->amount);
    state_post(f->state, ACCOUNT_GRANT, payer, -e->amount);
    f->debit = ACCOUNT_GRANT;
    f->debit_index = payer;
    f->portion_shared_minor = 0;
    if (!share_one(f, &r, e->amount)) return false;
    fold_note_grant(f, r.project, e->amount);
    state_add(f->state, &state_unspent(f->state, r.project)->grants_minor,
              e->amount - f->portion_shared_minor);
    fold_hold_grant(f, payer, r.project, e->amount - f->portion_shared_minor);
    fold_look_at_grant_share(f, e, r.project);
    fold_recover_all_grants(f);
    return true;
}
