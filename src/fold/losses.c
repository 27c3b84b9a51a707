/* See losses.h. */
#include "fold/losses.h"

#include "fold/handlers.h"

bool fold_bear(struct fold *f, enum loss_kind kind, struct occasion m, const struct why *why,
               struct span span)
{
    m.receipt = ++f->state->receipts;
    const struct clause *c = bear_clause(f->pact, kind, &m);
    if (c) m.scope = clause_scope(f->state, c, &m);
    if (m.project != INDEX_NONE && !m.left_out) m.left_out = f->state->projects[m.project].out;
    m.lifted = fold_lifted(f);
    uint32_t stakes = 0;
    f->losing = true;
    fold_keep_run(f, c, &m);
    enum share_outcome outcome = share_loss(&f->sharer, c, &m, why, &stakes);
    f->losing = false;
    if (outcome == SHARE_DONE) return true;
    return fold_share_failed(f, outcome, stakes, c ? c->term : NULL, span);
}

/* ---- what an entry says of its amount ---- */

/* What an insurer paid of it; what a party bears because it saw the failure coming and was silent;
 * and what is left for the clauses. */
struct parts {
    int64_t insured_minor, extra_minor, rest_minor;
    uint32_t silent;
};

static struct parts parts_of(const struct fold *f, const struct entry *e)
{
    const struct term *t = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *insured = t ? term_bind(t, ROLE_insured) : NULL;
    const struct bind *extra = t ? term_bind(t, ROLE_extra) : NULL;
    struct parts p = {.silent = INDEX_NONE};
    if (insured) p.insured_minor = insured->a;
    if (extra) p.extra_minor = extra->a;
    if (extra) p.silent = pact_find(f->pact, THING_PARTY, term_word(t, ROLE_silent));
    p.rest_minor = e->amount - p.insured_minor - p.extra_minor;
    return p;
}

static bool parts_fit(struct fold *f, const struct entry *e, const struct parts *p)
{
    if (p->insured_minor <= e->amount && p->rest_minor >= 0) return true;
    DIAG_REPORT(f->diags, E274, entry_span(e), fold_amount(f, e->amount));
    return false;
}

static const struct term *notice_clause(const struct fold *f, date_t day)
{
    for (size_t i = 0; i < f->pact->text_count; i++) {
        const struct article_text *text = &f->pact->texts[i];
        for (const struct term *t = text->term->first; t; t = t->next)
            if (t->form == F_FAILURE_NOTICE && text_holds(text, day)) return t;
    }
    return NULL;
}

/* The last day on which notice of a failure is in time: so long behind it as agreed. */
static date_t last_day_of_notice(const struct fold *f, const struct project_state *p)
{
    const struct term *t = p->failed ? notice_clause(f, p->failed_on) : NULL;
    const struct bind *b = t ? term_bind(t, ROLE_duration) : NULL;
    date_t last = DATE_OPEN;
    if (!b) return DATE_OPEN;
    struct duration length = {(int32_t)b->a, (enum duration_unit)b->b};
    return date_add(&last, p->failed_on, length) == OK ? last : DATE_OPEN;
}

/* Who gave notice of the failure before, and in time, was not silent. */
static bool was_silent(struct fold *f, const struct entry *e)
{
    uint32_t project = entry_project(f, e), silent = parts_of(f, e).silent;
    if (silent == INDEX_NONE || project == INDEX_NONE || !fold_may_refuse(f)) return true;
    const struct project_state *state = &f->state->projects[project];
    date_t last = last_day_of_notice(f, state);
    for (size_t i = 0; i < state->warning_count; i++) {
        if (state->warnings[i].party != silent || state->warnings[i].day > last) continue;
        char date[DATE_TEXT_BYTES];
        date_format(date, state->warnings[i].day);
        DIAG_REPORT(f->diags, E273, entry_span(e),
                    pact_word(f->pact, f->pact->parties[silent].word),
                    pact_word(f->pact, f->pact->projects[project].word), str_from(date));
        return false;
    }
    return true;
}

/* What parts of it the clauses do not put on anybody; sign -1 takes them back. */
static void book_parts(struct fold *f, const struct entry *e, const struct parts *p, int sign)
{
    struct occasion m = fold_occasion(f, entry_project(f, e), sign * p->extra_minor);
    const struct why *why = fold_part(f, m.entry, p->extra_minor, p->extra_minor);
    state_post(f->state, ACCOUNT_CASH, 0, sign * p->insured_minor);
    state_post(f->state, ACCOUNT_LOSSES, 0, -sign * p->insured_minor);
    if (p->silent == INDEX_NONE) return;
    f->losing = true;
    portion_booked(f, &(struct portion){.kind = PORTION_PARTY,
                                        .party = p->silent,
                                        .term = notice_clause(f, f->day),
                                        .amount_minor = m.amount_minor,
                                        .part = RATIO_ONE,
                                        .part_of_minor = m.amount_minor,
                                        .why = why && sign < 0 ? why_minus(f->arena, why) : why,
                                        .occasion = &m});
    f->losing = false;
}

void fold_take_back_parts(struct fold *f, const struct entry *target)
{
    struct parts p = parts_of(f, target);
    book_parts(f, target, &p, -1);
}

static bool bear(struct fold *f, const struct entry *e, enum loss_kind kind)
{
    struct parts p = parts_of(f, e);
    if (!parts_fit(f, e, &p)) return false;
    book_parts(f, e, &p, 1);
    struct occasion m = fold_occasion(f, entry_project(f, e), p.rest_minor);
    m.result = entry_result(f, e);
    return fold_bear(f, kind, m, fold_part(f, f->index, p.rest_minor, e->amount), entry_span(e));
}

bool fold_loss(struct fold *f, const struct entry *e)
{
    return was_silent(f, e) && bear(f, e, LOSS_PROJECT);
}

bool fold_liability(struct fold *f, const struct entry *e)
{
    return bear(f, e, LOSS_LIABILITY);
}

/* ---- notice of failure ---- */

bool fold_warns(struct fold *f, const struct entry *e)
{
    struct project_state *p = &f->state->projects[entry_project(f, e)];
    if (p->stopped && !p->failed && fold_may_refuse(f)) {
        DIAG_REPORT(f->diags, E311, entry_span(e), pact_word(f->pact, e->project),
                    diags_word(f->diags, "stopped", "停止"));
        return false;
    }
    *ARENA_PUSH(f->state->arena, p->warnings, p->warning_count, p->warning_capacity) =
        (struct warning){entry_party(f, e), f->index, f->day};
    return true;
}

void fold_unwarn(struct fold *f, const struct entry *target, uint32_t entry)
{
    struct project_state *p = &f->state->projects[entry_project(f, target)];
    size_t kept = 0;
    for (size_t i = 0; i < p->warning_count; i++)
        if (p->warnings[i].entry != entry) p->warnings[kept++] = p->warnings[i];
    p->warning_count = kept;
}
