/* What members claim of the alliance: what settlements gave them, and their loans. No day is set
 * for either, so they are open until paid. Payments go to the oldest. */
#include "settle/due_find.h"

/* One claim: a stretch of what a party may ask for in all, in minor units from the founding. */
struct claim {
    int64_t from_minor, to_minor;
    uint32_t entry;
    date_t done;
    struct claim *next;
};

/* The claims of one party. */
struct ledger {
    struct claim *first, *last;
    int64_t claimed_minor, paid_minor;
};

/* What is paid in full is done on the day of the last payment; one that is taken back opens it. */
static void note_paid(struct ledger *l, date_t day)
{
    for (struct claim *c = l->first; c; c = c->next) {
        if (l->paid_minor < c->to_minor)
            c->done = DATE_NONE;
        else if (c->done == DATE_NONE)
            c->done = day;
    }
}

/* In all so much may be asked for now: more is a new claim, less lowers the youngest. */
static void claim_in_all(struct duties *d, struct ledger *l, int64_t minor, uint32_t entry)
{
    if (minor > l->claimed_minor) {
        struct claim *c = ARENA_NEW(d->arena, struct claim);
        *c = (struct claim){.from_minor = l->claimed_minor, .to_minor = minor, .entry = entry};
        if (l->paid_minor > c->from_minor) c->from_minor = l->paid_minor;
        if (c->from_minor > c->to_minor) c->from_minor = c->to_minor;
        c->done = DATE_NONE;
        *(l->last ? &l->last->next : &l->first) = c;
        l->last = c;
    }
    for (struct claim *c = l->first; c && minor < l->claimed_minor; c = c->next) {
        if (c->to_minor > minor) c->to_minor = minor;
        if (c->from_minor > minor) c->from_minor = minor;
    }
    l->claimed_minor = minor;
    note_paid(l, document_entry(d->fold->doc, entry)->effective);
}

static void pay_more(struct ledger *l, int64_t minor, date_t day)
{
    l->paid_minor += minor;
    note_paid(l, day);
}

static void put_claims(struct duties *d, struct duty like, const struct ledger *l)
{
    for (const struct claim *c = l->first; c; c = c->next) {
        int64_t paid = l->paid_minor < c->to_minor ? l->paid_minor : c->to_minor;
        like.money = true;
        like.amount_minor = c->to_minor - c->from_minor;
        like.open_minor = paid > c->from_minor ? c->to_minor - paid : like.amount_minor;
        like.entry = c->entry;
        like.since = document_entry(d->fold->doc, c->entry)->effective;
        like.done = c->done;
        if (like.amount_minor) duty_put(d, like);
    }
}

static void put_all(struct duties *d, enum duty_kind kind, const struct ledger *ledgers)
{
    for (uint32_t i = 0; i < d->fold->state->party_count; i++) {
        struct duty duty = duty_new(kind);
        duty.to = who_party(i);
        put_claims(d, duty, &ledgers[i]);
    }
}

static struct ledger *ledger_of(const struct duties *d, struct ledger *ledgers,
                                const struct entry *e)
{
    return &ledgers[pact_find(d->fold->pact, THING_PARTY, e->party)];
}

/* A settlement tells what is to be paid out; `pay` pays it. */
void find_payouts(struct duties *d)
{
    const struct fold *f = d->fold;
    struct ledger *ledgers = ARENA_ARRAY(d->arena, struct ledger, f->state->party_count);
    size_t settled = 0;
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        int sign;
        const struct entry *e = entry_meant(d, i, &sign);
        if (e->form == F_PAY) {
            struct ledger *l = ledger_of(d, ledgers, e);
            pay_more(l, sign * e->amount, document_entry(f->doc, i)->effective);
        }
        if (e->form != F_SETTLE) continue;
        CHECK(settled < f->settled_count);
        for (uint32_t p = 0; p < f->state->party_count; p++)
            claim_in_all(d, &ledgers[p], f->settled[settled].claims_minor[p], i);
        settled++;
    }
    put_all(d, DUTY_PAYOUT, ledgers);
}

void find_loans(struct duties *d)
{
    const struct fold *f = d->fold;
    struct ledger *ledgers = ARENA_ARRAY(d->arena, struct ledger, f->state->party_count);
    for (uint32_t i = 0; i < duties_entries(d); i++) {
        int sign;
        const struct entry *e = entry_meant(d, i, &sign);
        bool lends = e->form == F_PAYS && e->choice == NATURE_LOAN;
        if (!lends && e->form != F_REPAY) continue;
        struct ledger *l = ledger_of(d, ledgers, e);
        if (lends)
            claim_in_all(d, l, l->claimed_minor + sign * e->amount, i);
        else
            pay_more(l, sign * e->amount, document_entry(f->doc, i)->effective);
    }
    put_all(d, DUTY_LOAN, ledgers);
}
