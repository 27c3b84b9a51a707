/* Refunds: money that goes back to who paid it.
 *
 * It comes out of the payer's income, the youngest first, and takes back of what each gave the part
 * that went back: by the weights and the text by which it was shared (share/cut.h). */
#include "fold/handlers.h"

#include "share/cut.h"
#include "share/explain.h"

/* What of an income a refund gave back. */
struct refunded {
    uint32_t refund, income;
    int64_t minor;
    int64_t waived_minor; /* of what a licensee owed; with the first of a refund */
    struct tape cut;
};

/* ---- who is refunded ---- */

struct payers {
    struct str *names;
    size_t count, capacity;
};

static bool has_payer(const struct payers *p, struct str name)
{
    for (size_t i = 0; i < p->count; i++)
        if (str_eq(p->names[i], name)) return true;
    return false;
}

void fold_each_refundable(struct fold *f, void *context,
                          void (*keep)(void *context, uint32_t index))
{
    struct payers payers = {0};
    for (size_t k = 0; k < f->doc->ahead_count; k++) {
        const struct entry *e = document_entry(f->doc, f->doc->ahead[k]);
        if (e->form != F_REFUND || has_payer(&payers, fold_payer_name(f, e))) continue;
        *ARENA_PUSH(f->arena, payers.names, payers.count, payers.capacity) = fold_payer_name(f, e);
    }
    for (uint32_t i = 0; payers.count && i < f->doc->entry_count; i++) {
        const struct entry *e = document_entry(f->doc, i);
        if (e->form == F_INCOME && has_payer(&payers, fold_payer_name(f, e))) keep(context, i);
    }
}

void fold_note_income(struct fold *f)
{
    struct refunds *r = &f->refunds;
    if (!f->sharer.tape) return;
    *ARENA_PUSH(f->state->arena, r->incomes, r->income_count, r->income_capacity) = f->index;
}

/* What of an income entry may still go back to a payer. */
static int64_t room_of(struct fold *f, uint32_t income, struct str payer)
{
    const struct entry *e = document_entry(f->doc, income);
    if (!str_eq(fold_payer_name(f, e), payer)) return 0;
    return tape_left(fold_tape(f, income));
}

/* ---- giving back ---- */

static enum income_class class_of(const struct entry *income)
{
    return income->flags & ENTRY_HAS_CHOICE ? (enum income_class)income->choice : CLASS_LICENCE;
}

static void post(struct fold *f, uint32_t income, int64_t minor)
{
    enum income_class class = class_of(document_entry(f->doc, income));
    state_post(f->state, ACCOUNT_CASH, 0, minor);
    state_post(f->state, ACCOUNT_INCOME, (uint32_t) class, -minor);
}

static bool give_back(struct fold *f, const struct entry *e, uint32_t income, int64_t minor)
{
    struct refunds *r = &f->refunds;
    struct refunded *back = ARENA_PUSH(f->state->arena, r->list, r->count, r->capacity);
    *back = (struct refunded){.refund = f->index, .income = income, .minor = minor};
    tape_cut(&back->cut, fold_tape(f, income), minor);
    post(f, income, -minor);
    const struct why *why = fold_part(f, f->index, minor, e->amount);
    return fold_take_back(f, f->index, &back->cut, -minor, why ? why_minus(f->arena, why) : NULL);
}

static bool refuse(struct fold *f, const struct entry *e, struct str payer, int64_t room)
{
    const struct entry *known = document_entry(f->doc, f->state->known);
    const struct entry *refused = fold_may_refuse(f) ? e : known; /* by which there is less */
    DIAG_REPORT(f->diags, E270, entry_span(refused), payer, fold_amount(f, room),
                fold_amount(f, e->amount));
    return false;
}

bool fold_refund(struct fold *f, const struct entry *e)
{
    struct refunds *r = &f->refunds;
    struct str payer = fold_payer_name(f, e);
    uint32_t licence = e->subject ? pact_find(f->pact, THING_LICENCE, e->subject) : INDEX_NONE;
    int64_t room = 0, left = e->amount;
    size_t first = r->count;
    for (size_t i = 0; i < r->income_count; i++)
        state_add(f->state, &room, room_of(f, r->incomes[i], payer));
    if (e->amount > room) return refuse(f, e, payer, room);
    bool ok = true;
    f->reversing = true;
    for (size_t i = r->income_count; i-- > 0 && ok && left > 0;) {
        int64_t part = room_of(f, r->incomes[i], payer);
        if (part > left) part = left;
        if (part) ok = give_back(f, e, r->incomes[i], part);
        left -= part;
    }
    f->reversing = false;
    if (!ok) return DIAG_PLAIN(f->diags, E401, entry_span(e)), false;
    if (licence != INDEX_NONE && r->count > first)
        r->list[first].waived_minor = fold_note_refund(f, licence, e->amount);
    return true;
}

/* ---- taken back ---- */

bool fold_undo_refund(struct fold *f, uint32_t entry)
{
    const struct entry *e = document_entry(f->doc, entry);
    uint32_t licence = e->subject ? pact_find(f->pact, THING_LICENCE, e->subject) : INDEX_NONE;
    int64_t waived = 0;
    for (size_t i = 0; i < f->refunds.count; i++) {
        struct refunded *r = &f->refunds.list[i];
        if (r->refund != entry) continue;
        tape_mend(fold_tape(f, r->income), &r->cut);
        post(f, r->income, r->minor);
        waived += r->waived_minor;
        if (!fold_take_back(f, entry, &r->cut, r->minor, fold_part(f, entry, r->minor, e->amount)))
            return false;
        r->refund = INDEX_NONE;
    }
    if (licence != INDEX_NONE) fold_undo_licence_refund(f, licence, e->amount, waived);
    return true;
}

bool fold_is_refunded(struct fold *f, const struct entry *e, uint32_t income)
{
    for (size_t i = 0; i < f->refunds.count; i++) {
        const struct refunded *r = &f->refunds.list[i];
        if (r->income != income || r->refund == INDEX_NONE) continue;
        char date[DATE_TEXT_BYTES];
        date_format(date, document_entry(f->doc, r->refund)->date);
        const struct entry *known = document_entry(f->doc, f->state->known);
        DIAG_REPORT(f->diags, E271, entry_span(fold_may_refuse(f) ? e : known),
                    str_format(f->arena, "%s #%u", date, document_ordinal(f->doc, r->refund)));
        return true;
    }
    return false;
}
