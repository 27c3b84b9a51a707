/* Settlements: surplus, set-off, and the answers of members. */
#include "fold/handlers.h"

#include "share/explain.h"

#include <string.h>

/* The state goes back where late entries become known; what was booked does not. */
static struct causes causes_copy(struct arena *a, const struct causes *causes)
{
    struct causes copy = {.list = ARENA_ARRAY(a, struct cause, causes->count),
                          .count = causes->count,
                          .capacity = causes->count};
    if (copy.count) memcpy(copy.list, causes->list, copy.count * sizeof *copy.list);
    return copy;
}

/* What the surplus is made of: everything since one was shared last. */
static const struct why *explain_surplus(struct fold *f, struct booked *booked)
{
    struct why_parts parts = {.arena = f->arena};
    struct causes *causes = &f->state->surplus_causes;
    booked->surplus_causes = causes_copy(f->state->stands, causes);
    *causes = (struct causes){0};
    if (!f->sharer.explain) return NULL;
    for (size_t i = 0; i < booked->surplus_causes.count; i++)
        why_add(&parts, explain_cause(&f->sharer, &booked->surplus_causes.list[i]));
    booked->surplus_why = why_sum(f->arena, parts, NULL, STR("surplus"));
    return booked->surplus_why;
}

static bool drop_cause(struct causes *causes, const struct cause *cause)
{
    for (size_t i = 0; i < causes->count; i++) {
        if (causes->list[i].entry != cause->entry || causes->list[i].minor != cause->minor)
            continue;
        causes->list[i] = causes->list[--causes->count];
        return true;
    }
    return false;
}

/* The surplus that was booked rests on what was known then; what became known since, or is no more
 * so, counts for the next one. */
static const struct why *surplus_as_booked(struct fold *f, struct booked *booked)
{
    struct causes *causes = &f->state->surplus_causes;
    for (size_t i = 0; i < booked->surplus_causes.count; i++) {
        struct cause cause = booked->surplus_causes.list[i];
        if (drop_cause(causes, &cause)) continue;
        cause.minor = -cause.minor;
        *ARENA_PUSH(f->state->arena, causes->list, causes->count, causes->capacity) = cause;
    }
    return booked->surplus_why;
}

/* Income no clause shared, less spending from common money and losses not borne; a minus is carried
 * forward because the sums run from the founding. */
static bool share_surplus(struct fold *f, struct span span, struct booked *booked)
{
    struct state *s = f->state;
    if (s->dissolved) return fold_liquidate(f, span, booked);
    struct occasion m = fold_occasion(f, INDEX_NONE, 0);
    const struct clause *c = share_clause(f->pact, CLASS_SURPLUS, &m);
    int64_t surplus = s->common_income_minor;
    state_add(s, &surplus, -s->common_spent_minor);
    state_add(s, &surplus, -s->common_losses_minor);
    state_add(s, &surplus, -s->surplus_shared_minor);
    if (f->replaying) surplus = booked->surplus_minor;
    booked->surplus_minor = c && surplus > 0 ? surplus : 0;
    if (!c || surplus <= 0) return true;
    m.amount_minor = surplus;
    f->debit = ACCOUNT_DISTRIBUTED;
    f->debit_index = CLASS_SURPLUS;
    state_add(s, &s->surplus_shared_minor, surplus);
    const struct why *why =
        f->replaying ? surplus_as_booked(f, booked) : explain_surplus(f, booked);
    return fold_share(f, c, m, why, span);
}

static void set_off_all(struct fold *f, date_t day, struct booked *booked)
{
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        const struct figures *x = &f->state->parties[i].figures;
        int64_t overdue = state_overdue(f->state, i, day);
        int64_t available = x->received - x->paid_out - x->set_off;
        if (f->replaying) available = booked->set_off_minor[i];
        int64_t amount = overdue < available ? overdue : available;
        if (amount <= 0) continue;
        fold_set_off(f, i, day, amount, f->replaying ? available : amount);
        booked->set_off_minor[i] = amount;
    }
}

static void tell_shortfall(struct fold *f, uint32_t party, enum figure figure, int64_t minor)
{
    fold_line(f, (struct line){.scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_ADJUSTMENT,
                               .figure = figure,
                               .amount_minor = minor});
}

/* Where a correction took what a party received below what was paid out to it and set off, it owes
 * the difference: a charge, and as if it had been received. */
static void charge_shortfalls(struct fold *f, struct booked *booked)
{
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        struct figures *x = &f->state->parties[i].figures;
        int64_t shortfall = x->paid_out + x->set_off - x->received;
        if (f->replaying) shortfall = booked->shortfall_minor[i];
        if (shortfall <= 0) continue;
        booked->shortfall_minor[i] = shortfall;
        state_add(f->state, &x->received, shortfall);
        state_add(f->state, &x->charges, shortfall);
        state_post(f->state, ACCOUNT_PAYABLE, i, -shortfall);
        state_post(f->state, ACCOUNT_RECEIVABLE, i, shortfall);
        tell_shortfall(f, i, FIGURE_RECEIVED, shortfall);
        tell_shortfall(f, i, FIGURE_CHARGES, shortfall);
        fold_owe(f, i, NATURE_INTEREST, f->day, INDEX_NONE, shortfall);
    }
}

static bool close_day(struct fold *f, date_t day, struct booked *booked)
{
    struct span span = f->pact->head ? f->pact->head->span : (struct span){0, 0};
    if (f->index != INDEX_NONE) span = entry_span(document_entry(f->doc, f->index));
    if (!fold_book_all_interest(f) || !share_surplus(f, span, booked)) return false;
    charge_shortfalls(f, booked);
    set_off_all(f, day, booked);
    CHECK(f->state->posted == 0);
    if (!f->state->overflow) return true;
    DIAG_PLAIN(f->diags, E401, span);
    return false;
}

static struct booked new_booked(struct fold *f)
{
    return (struct booked){
        .entry = f->index,
        .set_off_minor = ARENA_ARRAY(f->state->stands, int64_t, f->state->party_count),
        .shortfall_minor = ARENA_ARRAY(f->state->stands, int64_t, f->state->party_count)};
}

bool fold_close(struct fold *f, date_t day)
{
    struct booked booked = new_booked(f);
    return close_day(f, day, &booked);
}

/* A settlement that was booked before a late entry became known is booked again as it was. */
static bool settle_again(struct fold *f, date_t day)
{
    for (size_t i = 0; i < f->booked_count; i++) {
        if (f->booked[i].entry != f->index) continue;
        struct booked again = new_booked(f);
        again.surplus_minor = f->booked[i].surplus_minor;
        again.surplus_why = f->booked[i].surplus_why;
        again.surplus_causes = f->booked[i].surplus_causes;
        for (uint32_t p = 0; p < f->state->party_count; p++) {
            again.set_off_minor[p] = f->booked[i].set_off_minor[p];
            again.shortfall_minor[p] = f->booked[i].shortfall_minor[p];
        }
        return close_day(f, day, &again);
    }
    UNREACHABLE("a settlement that was folded before");
}

static void keep_claims(struct fold *f, date_t day)
{
    int64_t *claims = ARENA_ARRAY(f->state->stands, int64_t, f->state->party_count);
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        const struct figures *x = &f->state->parties[i].figures;
        claims[i] = x->received - x->set_off;
    }
    *ARENA_PUSH(f->state->stands, f->settled, f->settled_count, f->settled_capacity) =
        (struct settled){day, f->index, claims};
}

bool fold_settle(struct fold *f, const struct entry *e)
{
    if (f->replaying) return settle_again(f, e->date);
    struct booked booked = new_booked(f);
    if (!close_day(f, e->date, &booked)) return false;
    *ARENA_PUSH(f->state->stands, f->booked, f->booked_count, f->booked_capacity) = booked;
    keep_claims(f, e->date);
    return true;
}

/* agree and dispute name a settlement that is there. */
bool fold_answer(struct fold *f, const struct entry *e)
{
    for (size_t i = 0; i < f->settled_count; i++)
        if (f->settled[i].date == e->due) return true;
    char date[DATE_TEXT_BYTES];
    date_format(date, e->due);
    DIAG_REPORT(f->diags, E316, entry_span(e), str_from(date));
    return false;
}
