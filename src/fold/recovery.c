/* See recovery.h. */
#include "fold/recovery.h"

#include "fold/grants.h"
#include "fold/handlers.h"
#include "share/explain.h"

/* What a party had of the grants of one payer for a project, and what of it was charged. */
struct granted {
    uint32_t party, project, payer;
    int64_t received_minor, back_minor;
};

/* A party and a project: what of its grants it accounts for. */
struct account_for {
    uint32_t party, project;
    int64_t spent_minor;
    struct causes causes; /* of what is to be charged next, where figures are explained */
    int64_t causes_minor;
};

struct recoveries {
    struct granted *list; /* in the order of the grants */
    size_t count, capacity;
    struct account_for *accounts;
    size_t account_count, account_capacity;
};

static struct recoveries *recoveries_of(struct fold *f)
{
    if (!f->recoveries) f->recoveries = ARENA_NEW(f->state->arena, struct recoveries);
    return f->recoveries;
}

static struct account_for *account_of(struct fold *f, uint32_t party, uint32_t project)
{
    struct recoveries *r = recoveries_of(f);
    for (size_t i = 0; i < r->account_count; i++)
        if (r->accounts[i].party == party && r->accounts[i].project == project)
            return &r->accounts[i];
    struct account_for *a =
        ARENA_PUSH(f->state->arena, r->accounts, r->account_count, r->account_capacity);
    *a = (struct account_for){.party = party, .project = project};
    return a;
}

static struct granted *granted_of(struct fold *f, uint32_t party, uint32_t project, uint32_t payer)
{
    struct recoveries *r = recoveries_of(f);
    for (size_t i = 0; i < r->count; i++)
        if (r->list[i].party == party && r->list[i].project == project && r->list[i].payer == payer)
            return &r->list[i];
    struct granted *g = ARENA_PUSH(f->state->arena, r->list, r->count, r->capacity);
    *g = (struct granted){.party = party, .project = project, .payer = payer};
    return g;
}

static void add_cause(struct fold *f, struct account_for *a, uint32_t entry, int64_t minor)
{
    if (!f->options.explain) return;
    state_add(f->state, &a->causes_minor, minor);
    *ARENA_PUSH(f->state->arena, a->causes.list, a->causes.count, a->causes.capacity) =
        (struct cause){.entry = entry, .minor = minor};
}

/* What is taken back is explained by the entry that gave it. */
static uint32_t cause_of(const struct fold *f)
{
    return f->reversing ? fold_reversed(f, f->index) : f->index;
}

void fold_note_granted(struct fold *f, uint32_t party, uint32_t project, int64_t amount_minor)
{
    if (!f->pact->grants_go_back) return;
    struct granted *g = granted_of(f, party, project, f->debit_index);
    state_add(f->state, &g->received_minor, amount_minor);
    add_cause(f, account_of(f, party, project), cause_of(f), amount_minor);
}

/* Where grants are not restricted, they may pay for anything. */
void fold_note_own_spending(struct fold *f, const struct entry *e, int64_t amount_minor)
{
    uint32_t party = entry_party(f, e);
    const struct restriction *r = &pact_at(f->pact, e->effective)->grants;
    if (!f->pact->grants_go_back || !restriction_lets(r, e->subject)) return;
    struct account_for *a = account_of(f, party, entry_project(f, e));
    state_add(f->state, &a->spent_minor, amount_minor);
    add_cause(f, a, cause_of(f), -amount_minor);
    fold_recover_grants(f, party);
}

/* ---- what goes back ---- */

/* The entries behind what is charged now; of what was more than could be charged, the part. */
static const struct why *explain(struct fold *f, struct account_for *a, const struct term *term,
                                 int64_t minor)
{
    if (!f->sharer.explain || a->causes_minor == 0) return NULL;
    struct why_parts parts = {.arena = f->arena};
    for (size_t i = 0; i < a->causes.count; i++)
        why_add(&parts, explain_cause(&f->sharer, &a->causes.list[i]));
    const struct why *why = why_sum(f->arena, parts, NULL, STR(""));
    why = fold_piece(f, why, minor, a->causes_minor);
    return why_round(f->arena, why, minor, f->index, term, NULL);
}

static void keep_rest(struct fold *f, struct account_for *a, int64_t charged)
{
    int64_t rest = a->causes_minor - charged;
    uint32_t last = a->causes.count ? a->causes.list[a->causes.count - 1].entry : INDEX_NONE;
    a->causes.count = 0;
    a->causes_minor = 0;
    if (rest) add_cause(f, a, last, rest);
}

/* What is owed less; what was paid or set off on it is free again. */
static void owe_less(struct fold *f, const struct account_for *a, int64_t minor,
                     const struct why *why)
{
    int64_t whole_minor = f->reversed_minor;
    f->reversed_minor = minor;
    f->reversed_why = why ? why_minus(f->arena, why) : NULL;
    fold_unowe(f, a->party, NATURE_INTEREST, a->project, minor);
    f->reversed_why = NULL;
    f->reversed_minor = whole_minor;
}

static void charge(struct fold *f, struct account_for *a, const struct term *term, int64_t minor)
{
    const struct why *why = explain(f, a, term, minor);
    keep_rest(f, a, minor);
    state_add(f->state, &f->state->parties[a->party].figures.charges, minor);
    state_post(f->state, ACCOUNT_RECEIVABLE, a->party, minor);
    fold_line(f, (struct line){.term = term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = a->party,
                               .kind = minor < 0 || f->reversing ? LINE_REVERSAL : LINE_CHARGE,
                               .figure = FIGURE_CHARGES,
                               .amount_minor = minor,
                               .why = why});
    f->term = term;
    if (minor > 0)
        fold_owe(f, a->party, NATURE_INTEREST, f->day, a->project, minor);
    else
        owe_less(f, a, -minor, why);
    f->term = NULL;
}

/* Its payer's money again, for the project. */
static void give_to_payer(struct fold *f, struct granted *g, int64_t minor)
{
    g->back_minor += minor;
    state_post(f->state, ACCOUNT_GRANT, g->payer, -minor);
    state_add(f->state, &state_unspent(f->state, g->project)->grants_minor, minor);
    fold_hold_grant(f, g->payer, g->project, minor);
}

/* Own spending accounts for what came first. */
static void recover(struct fold *f, struct account_for *a, const struct term *term, bool all)
{
    struct recoveries *r = f->recoveries;
    int64_t spent = all ? 0 : a->spent_minor, sum = 0;
    for (size_t i = 0; i < r->count; i++) {
        struct granted *g = &r->list[i];
        if (g->party != a->party || g->project != a->project) continue;
        int64_t kept = spent < g->received_minor ? spent : g->received_minor;
        int64_t minor = g->received_minor - kept - g->back_minor;
        spent -= kept;
        sum += minor;
        if (minor) give_to_payer(f, g, minor);
    }
    if (sum) charge(f, a, term, sum);
}

void fold_recover_grants(struct fold *f, uint32_t party)
{
    const struct party_state *state = &f->state->parties[party];
    if (!f->recoveries || !state->departed) return;
    const struct leaving *l = &pact_at(f->pact, state->left)->leaving;
    const struct term *term = state->expelled ? l->expelled : l->leave;
    enum grants_back back = state->expelled ? l->expelled_returns : l->leaver_returns;
    if (back == GRANTS_STAY) return;
    for (size_t i = 0; i < f->recoveries->account_count; i++)
        if (f->recoveries->accounts[i].party == party)
            recover(f, &f->recoveries->accounts[i], term, back == GRANTS_ALL);
}

void fold_recover_all_grants(struct fold *f)
{
    for (uint32_t i = 0; i < f->state->party_count; i++) fold_recover_grants(f, i);
}

int64_t fold_recovered(const struct fold *f, uint32_t party, int64_t *received_out)
{
    int64_t back = *received_out = 0;
    for (size_t i = 0; f->recoveries && i < f->recoveries->count; i++) {
        if (f->recoveries->list[i].party != party) continue;
        back += f->recoveries->list[i].back_minor;
        *received_out += f->recoveries->list[i].received_minor;
    }
    return back;
}
