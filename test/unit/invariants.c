/* See invariants.h. */
#include "unit.h"

#include "invariants.h"

#include "state/stakes.h"

static int64_t account_of(const struct state *s, enum account account, uint32_t index)
{
    const struct account_list *list = &s->accounts[account];
    return index < list->count ? list->minor[index] : 0;
}

static struct str told(struct fold *f, const char *what, uint32_t index, int64_t minor)
{
    return str_format(f->arena, "%s %u: %lld", what, index, (long long)minor);
}

/* The postings sum to zero, and so do all accounts. */
static struct str accounts(struct fold *f)
{
    const struct state *s = f->state;
    i128 sum = s->posted;
    if (sum != 0) return STR("the postings do not sum to zero");
    for (int account = 0; account < ACCOUNT_COUNT; account++)
        for (uint32_t i = 0; i < s->accounts[account].count; i++)
            sum += s->accounts[account].minor[i];
    return sum == 0 ? STR("") : STR("the accounts do not sum to zero");
}

static struct str stakes(struct fold *f)
{
    for (uint32_t i = 0; i < f->pact->stakes_count; i++) {
        const struct share_set *set = state_stakes(f->state, i, f->day);
        uint64_t sum = 0;
        for (uint32_t k = 0; set && k < set->count; k++) sum += set->weights[k];
        if (set && sum != set->sum) return told(f, "the weights of stakes", i, (int64_t)sum);
    }
    return STR("");
}

static bool corrects(const struct fold *f)
{
    const struct entry *e = f->index == INDEX_NONE ? NULL : document_entry(f->doc, f->index);
    return e && (e->form == F_REVERSE || e->form == F_REFUND || e->effective < e->date);
}

/* Whether a fund, or behind the funds a loan, may be so far below nothing: a correction took away
 * what was spent since, and that was told (F126), or is about to be. */
static bool is_told(const struct fold *f, size_t at, int64_t balance)
{
    return corrects(f) || (f->short_minor && -balance <= f->short_minor[at]);
}

/* Figures against accounts: what is due to a party and what it owes, less what it paid ahead of
 * debts, is what the books say; so no money lies where nobody has a claim on it. */
static struct str claims(struct fold *f, uint32_t i)
{
    const struct state *s = f->state;
    const struct figures *x = &s->parties[i].figures;
    int64_t due = x->received - x->paid_out - x->set_off, ahead = 0;
    int64_t owes = x->called + x->borne + x->charges - x->paid_in - x->set_off;
    for (int nature = 0; nature < NATURE_COUNT; nature++) {
        const struct advances *a = fold_advances(f, i, (enum nature)nature);
        for (size_t k = a->first; nature != NATURE_CAPITAL && k < a->count; k++)
            ahead += a->list[k].minor;
    }
    if (account_of(s, ACCOUNT_PAYABLE, i) != -due) return told(f, "due, not payable, of", i, due);
    int64_t loan = state_loan(s, i);
    if (loan < 0 && !is_told(f, f->pact->fund_count + i, loan)) return told(f, "loan of", i, loan);
    if (owes < 0) return told(f, "owed by", i, owes);
    if (account_of(s, ACCOUNT_RECEIVABLE, i) > owes - ahead)
        return told(f, "receivable, not owed, of", i, owes - ahead);
    return STR("");
}

/* Every debt is between nothing and all paid, and together they are what is owed. */
static struct str debts(struct fold *f, uint32_t i)
{
    const struct party_state *p = &f->state->parties[i];
    const struct figures *x = &p->figures;
    int64_t open = x->called + x->borne + x->charges - x->paid_in - x->set_off;
    for (int nature = 0; nature < NATURE_COUNT; nature++)
        for (size_t k = 0; k < p->debts[nature].count; k++) {
            const struct debt *d = &p->debts[nature].list[k];
            if (d->paid_minor < 0 || d->paid_minor > d->amount_minor)
                return told(f, "paid on a debt of", i, d->paid_minor);
            open -= d->amount_minor - d->paid_minor;
        }
    return open == 0 ? STR("") : told(f, "not in the debts of", i, open);
}

static struct str funds(struct fold *f)
{
    const struct state *s = f->state;
    for (uint32_t i = 0; i < f->pact->fund_count; i++) {
        int64_t balance = s->funds[i].balance_minor;
        if (balance < 0 && !is_told(f, i, balance)) return told(f, "held by fund", i, balance);
        if (!s->dissolved && account_of(s, ACCOUNT_FUND, i) != -balance)
            return told(f, "held by fund, and not in its account,", i, balance);
    }
    return STR("");
}

/* Below nothing only where a correction took back what was spent. */
static struct str unspent(struct fold *f, const struct unspent *u, uint32_t project)
{
    if (corrects(f) || f->short_minor) return STR("");
    if (u->grants_minor < 0) return told(f, "left of grants for project", project, u->grants_minor);
    if (u->calls_minor < 0) return told(f, "left of calls for project", project, u->calls_minor);
    return STR("");
}

struct str invariants_broken(struct fold *f)
{
    struct str broken = accounts(f);
    if (!broken.len) broken = stakes(f);
    if (!broken.len) broken = funds(f);
    for (uint32_t i = 0; !broken.len && i < f->state->party_count; i++) {
        broken = claims(f, i);
        if (!broken.len) broken = debts(f, i);
    }
    for (size_t i = 0; !broken.len && i < f->pact->project_count; i++)
        broken = unspent(f, &f->state->projects[i].unspent, (uint32_t)i);
    return broken.len ? broken : unspent(f, &f->state->unspent, INDEX_NONE);
}

static void watch(void *context, struct fold *f, const struct posted *p)
{
    (void)context;
    struct str broken = invariants_broken(f);
    char day[DATE_TEXT_BYTES];
    date_format(day, p->date);
    if (broken.len) fail_msg("on %s, entry %u: %.*s", day, p->entry, STR_ARG(broken));
}

struct posting_sink invariants_watched(void)
{
    return (struct posting_sink){.posted = watch};
}
