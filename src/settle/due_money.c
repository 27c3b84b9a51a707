/* Debts of members: what fell due so far, and the tranches still to come. A debt is in default once
 * the last consequence of being in arrears is reached: interest is the price of being late, no
 * consequence after which there is nothing more to wait for. */
#include "settle/due_find.h"

static enum duty_kind kind_of(enum nature nature)
{
    static const enum duty_kind kinds[NATURE_COUNT] = {
        [NATURE_CAPITAL] = DUTY_TRANCHE, [NATURE_CALL] = DUTY_CALL,       [NATURE_DUES] = DUTY_DUES,
        [NATURE_LOSS] = DUTY_LOSS,       [NATURE_INTEREST] = DUTY_CHARGE,
    };
    return kinds[nature];
}

static struct str project_of(const struct pact *p, uint32_t project)
{
    return project == INDEX_NONE ? STR("") : pact_word(p, p->projects[project].word);
}

/* The day a debt arose: that of its entry, or its own. */
static date_t since(const struct duties *d, const struct debt *debt)
{
    if (debt->entry == INDEX_NONE) return debt->due;
    return document_entry(d->fold->doc, debt->entry)->effective;
}

static void put_debt(struct duties *d, uint32_t party, enum nature nature, const struct debt *debt)
{
    if (debt->covers && debt->amount_minor == 0) return; /* the party that was late paid it */
    struct duty duty = duty_new(kind_of(nature));
    const struct lateness *late = debt->late;
    duty.who = who_party(party);
    duty.subject = project_of(d->fold->pact, debt->project);
    duty.since = since(d, debt);
    duty.due = debt->due;
    duty.done = debt->done;
    duty.default_on =
        late ? arrears_default_day(late->ladder, late->since)
             : arrears_default_day(&pact_at(d->fold->pact, debt->due)->arrears, debt->due);
    duty.money = true;
    duty.amount_minor = debt->amount_minor;
    duty.open_minor = debt->amount_minor - debt->paid_minor;
    duty.term = debt->term;
    duty.entry = debt->entry;
    duty_put(d, duty);
}

/* ---- tranches to come ---- */

/* What was paid ahead of capital that is not called yet, as its next tranches will take it. */
struct ahead {
    const struct advances *advances;
    size_t at;
    int64_t used_minor; /* of the advance at `at` */
};

/* Takes up to an amount; *last_out is the entry that gave the last of it. */
static int64_t take_ahead(struct ahead *a, int64_t wanted, uint32_t *last_out)
{
    int64_t taken = 0;
    while (taken < wanted && a->at < a->advances->count) {
        const struct advance *next = &a->advances->list[a->at];
        int64_t left = next->minor - a->used_minor;
        int64_t part = left < wanted - taken ? left : wanted - taken;
        if (part > 0) *last_out = next->entry;
        taken += part;
        a->used_minor += part;
        if (a->used_minor < next->minor) break;
        a->at++;
        a->used_minor = 0;
    }
    return taken;
}

static void put_tranche(struct duties *d, const struct tranche *t, struct ahead *ahead)
{
    uint32_t entry = INDEX_NONE;
    int64_t paid = take_ahead(ahead, t->amount_minor, &entry);
    struct debt debt = {.due = t->due,
                        .project = INDEX_NONE,
                        .amount_minor = t->amount_minor,
                        .paid_minor = paid,
                        .done = DATE_NONE,
                        .entry = INDEX_NONE,
                        .term = t->term};
    if (t->amount_minor == 0) return;
    if (paid == t->amount_minor) debt.done = document_entry(d->fold->doc, entry)->effective;
    put_debt(d, t->party, NATURE_CAPITAL, &debt);
}

static void find_tranches(struct duties *d)
{
    const struct pact *p = d->fold->pact;
    struct ahead *ahead = ARENA_ARRAY(d->arena, struct ahead, p->party_count);
    for (uint32_t i = 0; i < p->party_count; i++) {
        ahead[i].advances = fold_advances(d->fold, i, NATURE_CAPITAL);
        ahead[i].at = ahead[i].advances->first;
    }
    for (size_t i = d->fold->next_tranche; i < p->tranche_count; i++)
        if (tranche_is_planned(&p->tranches[i], d->at))
            put_tranche(d, &p->tranches[i], &ahead[p->tranches[i].party]);
}

/* Debts that a reversal lowered to nothing are none. */
void find_debts(struct duties *d)
{
    for (uint32_t party = 0; party < d->fold->state->party_count; party++)
        for (uint32_t nature = 0; nature < NATURE_COUNT; nature++) {
            const struct debts *debts = &d->fold->state->parties[party].debts[nature];
            for (size_t i = 0; i < debts->count; i++)
                if (debts->list[i].amount_minor)
                    put_debt(d, party, (enum nature)nature, &debts->list[i]);
        }
    find_tranches(d);
}
