/* State: accounts, debts, measures, and the map of streams by key. */
#include "state/state.h"

#include "state/accrual.h"
#include "state/motions.h"
#include "state/register.h"

#include <string.h>

#define MAP_SLOTS_FIRST ((size_t)256)

static void alloc_list(struct state *s, enum account account, size_t count)
{
    s->accounts[account] = (struct account_list){
        .minor = ARENA_ARRAY(s->arena, int64_t, count), .count = count, .capacity = count};
}

static void alloc_accounts(struct state *s)
{
    const struct pact *p = s->pact;
    static const enum account by_party[] = {ACCOUNT_RECEIVABLE, ACCOUNT_CAPITAL, ACCOUNT_CALLS,
                                            ACCOUNT_PAYABLE,    ACCOUNT_LOAN,    ACCOUNT_LEAVING};
    for (size_t i = 0; i < ARRAY_LEN(by_party); i++) alloc_list(s, by_party[i], p->party_count);
    alloc_list(s, ACCOUNT_CASH, 1);
    alloc_list(s, ACCOUNT_LOSSES, 1);
    alloc_list(s, ACCOUNT_LIQUIDATION, 1);
    alloc_list(s, ACCOUNT_IN_KIND, s->pact->doc->g->sets[SET_IN_KIND].count);
    alloc_list(s, ACCOUNT_FUND, p->fund_count);
    alloc_list(s, ACCOUNT_SPENT, p->fund_count);
    alloc_list(s, ACCOUNT_DISTRIBUTED, CLASS_ANY + 1);
    alloc_list(s, ACCOUNT_INCOME, CLASS_ANY + 1);
}

struct state *state_new(struct arena *arena, struct arena *stands, const struct pact *pact)
{
    struct state *s = ARENA_NEW(arena, struct state);
    s->arena = arena;
    s->stands = stands;
    s->pact = pact;
    s->day = pact->founded;
    s->ends = pact->ends;
    s->renewing = INDEX_NONE;
    s->party_count = (uint32_t)pact->party_count;
    s->parties = ARENA_ARRAY(arena, struct party_state, pact->party_count);
    s->projects = ARENA_ARRAY(arena, struct project_state, pact->project_count);
    s->scope_count = (uint32_t)(1 + pact->project_count + pact->result_count);
    s->scopes = ARENA_ARRAY(arena, struct scope_state, s->scope_count);
    s->funds = ARENA_ARRAY(arena, struct fund_state, pact->fund_count);
    s->moved = ARENA_ARRAY(arena, struct moved_sets, pact->stakes_count);
    s->word_count = pact->word_count;
    s->category_index = ARENA_ARRAY(stands, uint32_t, s->word_count);
    s->map.slots = ARENA_ARRAY(arena, struct keyed, MAP_SLOTS_FIRST);
    s->map.mask = MAP_SLOTS_FIRST - 1;
    s->registers = registers_new(arena, pact);
    words_init(&s->payers, stands);
    alloc_accounts(s);
    for (size_t i = 0; i < pact->party_count; i++)
        s->parties[i].member = pact->parties[i].entry == INDEX_NONE;
    return s;
}

static void grow_account(struct state *s, enum account account, size_t count);

/* A longer array with the items of another. */
static void *longer(struct arena *a, const void *items, size_t count, size_t wanted, size_t size)
{
    void *array = arena_alloc_array(a, wanted, size);
    if (count) memcpy(array, items, count * size);
    return array;
}

static void fit_scopes(struct state *s)
{
    uint32_t count = (uint32_t)(1 + s->pact->project_count + s->pact->result_count);
    if (count <= s->scope_count) return;
    size_t parties = s->party_count;
    s->scopes = longer(s->arena, s->scopes, s->scope_count, count, sizeof *s->scopes);
    if (s->cost_causes)
        s->cost_causes = longer(s->arena, s->cost_causes, s->scope_count * parties, count * parties,
                                sizeof *s->cost_causes);
    s->scope_count = count;
}

static void fit_motions(struct state *s)
{
    struct motions *m = s->motions;
    if (!m || m->count >= s->pact->motion_count) return;
    m->list = longer(s->stands, m->list, m->count, s->pact->motion_count, sizeof *m->list);
    for (; m->count < s->pact->motion_count; m->count++) m->list[m->count].used_by = INDEX_NONE;
}

void state_fit(struct state *s, const struct pact *pact)
{
    CHECK(s->party_count == pact->party_count);
    s->pact = pact;
    if (s->word_count < pact->word_count)
        s->category_index = longer(s->stands, s->category_index, s->word_count, pact->word_count,
                                   sizeof *s->category_index);
    s->word_count = pact->word_count;
    fit_scopes(s);
    fit_motions(s);
    registers_fit(s->registers, s->arena, pact);
}

void state_stands(struct state *s, const struct state *now)
{
    s->known = now->known;
    s->keep_causes = now->keep_causes;
    s->keep_postings = now->keep_postings;
    s->motions = now->motions;
    s->payers = now->payers;
    s->category_index = now->category_index;
    s->word_count = now->word_count;
    s->categories = now->categories;
    s->category_count = now->category_count;
    s->category_capacity = now->category_capacity;
    grow_account(s, ACCOUNT_GRANT, s->payers.count);
    grow_account(s, ACCOUNT_EXPENSES, s->category_count);
}

/* ---- accounts ---- */

/* Apart from state_post, which is in the way of every entry. */
static __attribute__((noinline)) void keep_posting(struct state *s, struct posting posting)
{
    if (posting.amount_minor == 0) return;
    struct postings *kept = &s->postings;
    *ARENA_PUSH(s->arena, kept->list, kept->count, kept->capacity) = posting;
}

void state_post(struct state *s, enum account account, uint32_t index, int64_t amount_minor)
{
    struct account_list *list = &s->accounts[account];
    CHECK(index < list->count);
    state_add(s, &list->minor[index], amount_minor);
    s->posted += amount_minor;
    if (s->keep_postings) keep_posting(s, (struct posting){account, index, amount_minor});
}

void state_post_off(struct state *s, enum account account, const uint32_t *indexes,
                    const int64_t *amounts_minor, uint32_t count)
{
    struct account_list *list = &s->accounts[account];
    int64_t *restrict minor = list->minor;
    bool overflow = false;
    int64_t posted = 0;
    for (uint32_t i = 0; i < count; i++) {
        CHECK(indexes[i] < list->count);
        int64_t *to = &minor[indexes[i]];
        overflow |= __builtin_sub_overflow(*to, amounts_minor[i], to);
        overflow |= __builtin_add_overflow(posted, amounts_minor[i], &posted);
    }
    s->posted -= posted;
    s->overflow |= overflow;
    for (uint32_t i = 0; s->keep_postings && i < count; i++)
        keep_posting(s, (struct posting){account, indexes[i], -amounts_minor[i]});
}

static void grow_account(struct state *s, enum account account, size_t count)
{
    struct account_list *list = &s->accounts[account];
    while (list->count < count) *ARENA_PUSH(s->arena, list->minor, list->count, list->capacity) = 0;
}

uint32_t state_payer(struct state *s, struct str name)
{
    uint32_t index = words_intern(&s->payers, name);
    grow_account(s, ACCOUNT_GRANT, (size_t)index + 1);
    return index;
}

uint32_t state_category(struct state *s, uint32_t word)
{
    if (!s->category_index[word]) {
        *ARENA_PUSH(s->stands, s->categories, s->category_count, s->category_capacity) = word;
        s->category_index[word] = (uint32_t)s->category_count;
        grow_account(s, ACCOUNT_EXPENSES, s->category_count);
    }
    return s->category_index[word] - 1;
}

struct account_form {
    const char *prefix;
    enum { BY_NONE, BY_PARTY, BY_FUND, BY_CLASS, BY_KIND, BY_PAYER, BY_CATEGORY } by;
};

static const struct account_form account_forms[ACCOUNT_COUNT] = {
    [ACCOUNT_CASH] = {"assets:cash", BY_NONE},
    [ACCOUNT_RECEIVABLE] = {"assets:receivable:", BY_PARTY},
    [ACCOUNT_IN_KIND] = {"assets:inkind:", BY_KIND},
    [ACCOUNT_CAPITAL] = {"equity:capital:", BY_PARTY},
    [ACCOUNT_CALLS] = {"equity:calls:", BY_PARTY},
    [ACCOUNT_FUND] = {"equity:fund:", BY_FUND},
    [ACCOUNT_SPENT] = {"equity:spent:", BY_FUND},
    [ACCOUNT_DISTRIBUTED] = {"equity:distributed:", BY_CLASS},
    [ACCOUNT_LOSSES] = {"equity:losses", BY_NONE},
    [ACCOUNT_LEAVING] = {"equity:leaving:", BY_PARTY},
    [ACCOUNT_LIQUIDATION] = {"equity:liquidation", BY_NONE},
    [ACCOUNT_PAYABLE] = {"liabilities:payable:", BY_PARTY},
    [ACCOUNT_GRANT] = {"liabilities:grant:", BY_PAYER},
    [ACCOUNT_LOAN] = {"liabilities:loan:", BY_PARTY},
    [ACCOUNT_INCOME] = {"income:", BY_CLASS},
    [ACCOUNT_EXPENSES] = {"expenses:", BY_CATEGORY},
};

struct str state_account_name(struct arena *a, const struct state *s, enum account account,
                              uint32_t index)
{
    const struct pact *p = s->pact;
    const struct grammar *g = p->doc->g;
    const struct account_form *form = &account_forms[account];
    struct str last = STR("");
    switch (form->by) {
    case BY_NONE: break;
    case BY_PARTY: last = pact_word(p, p->parties[index].word); break;
    case BY_FUND: last = pact_word(p, p->funds[index].word); break;
    case BY_CLASS: last = choice_text(a, g, SET_CLASS, index, LANG_EN); break;
    case BY_KIND: last = choice_text(a, g, SET_IN_KIND, index, LANG_EN); break;
    case BY_PAYER: last = words_text(&s->payers, index); break;
    case BY_CATEGORY: last = pact_word(p, s->categories[index]); break;
    }
    return str_format(a, "%s%.*s", form->prefix, STR_ARG(last));
}

/* ---- measures ---- */

uint32_t scope_of_project(uint32_t project)
{
    return 1 + project;
}

uint32_t scope_of_result(const struct state *s, uint32_t result)
{
    return (uint32_t)(1 + s->pact->project_count + result);
}

static struct causes *causes_at(struct state *s, struct causes **list, size_t count, size_t at)
{
    if (!*list) *list = ARENA_ARRAY(s->arena, struct causes, count);
    return &(*list)[at];
}

static void add_cause(struct state *s, struct causes *causes, uint32_t entry, int64_t minor)
{
    *ARENA_PUSH(s->arena, causes->list, causes->count, causes->capacity) =
        (struct cause){.entry = entry, .minor = minor};
}

void state_add_common(struct state *s, int64_t *sum, int sign, int64_t amount_minor, uint32_t entry)
{
    state_add(s, sum, amount_minor);
    if (s->keep_causes && amount_minor)
        add_cause(s, &s->surplus_causes, entry, sign * amount_minor);
}

static void add_scope_cost(struct state *s, uint32_t scope, uint32_t party, int64_t minor,
                           uint32_t entry)
{
    struct scope_state *scope_state = &s->scopes[scope];
    state_reckon(s, M_COST, scope, party);
    if (!scope_state->cost_minor)
        scope_state->cost_minor = ARENA_ARRAY(s->arena, int64_t, s->party_count);
    state_add(s, &scope_state->cost_minor[party], minor);
    if (!s->keep_causes) return;
    add_cause(s,
              causes_at(s, &s->cost_causes, (size_t)s->scope_count * s->party_count,
                        (size_t)scope * s->party_count + party),
              entry, minor);
}

void state_add_cost(struct state *s, uint32_t party, uint32_t project, uint32_t result,
                    int64_t amount_minor, uint32_t entry)
{
    add_scope_cost(s, SCOPE_ALLIANCE, party, amount_minor, entry);
    if (project != INDEX_NONE)
        add_scope_cost(s, scope_of_project(project), party, amount_minor, entry);
    if (result != INDEX_NONE)
        add_scope_cost(s, scope_of_result(s, result), party, amount_minor, entry);
}

void state_add_capital(struct state *s, uint32_t party, int64_t amount_minor, uint32_t entry)
{
    state_reckon_capital(s, party, amount_minor);
    state_add(s, &s->parties[party].capital_minor, amount_minor);
    if (s->keep_causes)
        add_cause(s, causes_at(s, &s->capital_causes, s->party_count, party), entry, amount_minor);
}

static void add_scope_work(struct state *s, uint32_t scope, uint32_t party, int64_t parts)
{
    struct scope_state *scope_state = &s->scopes[scope];
    if (!scope_state->work) scope_state->work = ARENA_ARRAY(s->arena, int64_t, s->party_count);
    state_add(s, &scope_state->work[party], parts);
}

void state_add_work(struct state *s, uint32_t party, uint32_t project, int64_t parts)
{
    add_scope_work(s, SCOPE_ALLIANCE, party, parts);
    add_scope_work(s, scope_of_project(project), party, parts);
}

int64_t state_cost(const struct state *s, uint32_t scope, uint32_t party)
{
    const int64_t *cost = s->scopes[scope].cost_minor;
    return cost ? cost[party] : 0;
}

int64_t state_pledge(const struct state *s, uint32_t party)
{
    const int64_t *pledges_minor = pact_at(s->pact, s->day)->pledges_minor;
    int64_t left = pledges_minor[party] - s->parties[party].forfeited_minor;
    return left > 0 ? left : 0; /* an amendment may have lowered it since */
}

int64_t state_work(const struct state *s, uint32_t scope, uint32_t party)
{
    const int64_t *work = s->scopes[scope].work;
    return work ? work[party] : 0;
}

struct ratio state_released(struct state *s, uint32_t project)
{
    const struct project_terms *terms = pact_project(s->pact, project, s->day);
    const bool *met = s->projects[project].met;
    struct ratio released = terms->at_start;
    for (size_t i = 0; met && i < terms->milestone_count; i++)
        if (met[terms->milestones[i].number] &&
            ratio_add(&released, released, terms->milestones[i].releases) != OK)
            s->overflow = true;
    return released;
}

struct unspent *state_unspent(struct state *s, uint32_t project)
{
    return project == INDEX_NONE ? &s->unspent : &s->projects[project].unspent;
}

int64_t *state_given(struct state *s, uint32_t party, uint32_t kind)
{
    size_t kinds = s->accounts[ACCOUNT_IN_KIND].count;
    CHECK(kind < kinds);
    if (!s->given_minor) s->given_minor = ARENA_ARRAY(s->arena, int64_t, s->party_count * kinds);
    return &s->given_minor[party * kinds + kind];
}

void state_add_result(struct state *s, uint32_t result)
{
    uint32_t project = s->pact->results[result].project;
    if (project == INDEX_NONE) return;
    struct project_state *p = &s->projects[project];
    *ARENA_PUSH(s->arena, p->results, p->result_count, p->result_capacity) = result;
}

/* ---- debts ---- */

void state_add_debt(struct state *s, uint32_t party, enum nature nature, struct debt debt)
{
    struct debts *d = &s->parties[party].debts[nature];
    (void)ARENA_PUSH(s->arena, d->list, d->count, d->capacity);
    size_t at = d->count - 1;
    while (at > d->first && d->list[at - 1].due > debt.due) {
        d->list[at] = d->list[at - 1];
        at--;
    }
    d->list[at] = debt;
}

int64_t state_overdue(const struct state *s, uint32_t party, date_t day)
{
    int64_t total = 0;
    for (size_t n = 0; n < NATURE_COUNT; n++) {
        const struct debts *d = &s->parties[party].debts[n];
        for (size_t i = d->first; i < d->count && d->list[i].due <= day; i++)
            total += d->list[i].amount_minor - d->list[i].paid_minor;
    }
    return total;
}

int64_t state_loan(const struct state *s, uint32_t party)
{
    return -s->accounts[ACCOUNT_LOAN].minor[party];
}

/* ---- streams ---- */

static uint64_t hash_key(uint64_t key)
{
    key ^= key >> 31;
    key *= 0x9e3779b97f4a7c15u;
    return key ^ key >> 29;
}

static struct keyed *find_keyed(const struct keyed_map *map, uint64_t key)
{
    size_t at = hash_key(key) & map->mask;
    while (map->slots[at].key && map->slots[at].key != key) at = (at + 1) & map->mask;
    return &map->slots[at];
}

static void grow_map(struct state *s)
{
    struct keyed_map old = s->map;
    s->map.mask = old.mask * 2 + 1;
    s->map.slots = ARENA_ARRAY(s->arena, struct keyed, s->map.mask + 1);
    for (size_t i = 0; i <= old.mask; i++)
        if (old.slots[i].key) *find_keyed(&s->map, old.slots[i].key) = old.slots[i];
}

static uint64_t key_of(enum key_kind kind, uint32_t tier, uint32_t focus)
{
    CHECK(tier < (1u << 27));
    return ((uint64_t)kind + 1) << 60 | (uint64_t)tier << 32 | focus;
}

static struct keyed *keyed(struct state *s, enum key_kind kind, uint32_t tier, uint32_t focus)
{
    uint64_t key = key_of(kind, tier, focus);
    struct keyed *k = find_keyed(&s->map, key);
    if (k->key) return k;
    if (s->map.count * 2 > s->map.mask) {
        grow_map(s);
        k = find_keyed(&s->map, key);
    }
    s->map.count++;
    k->key = key;
    return k;
}

struct stream *state_stream(struct state *s, enum key_kind kind, uint32_t tier, uint32_t focus)
{
    struct keyed *k = keyed(s, kind, tier, focus);
    if (!k->stream) {
        k->stream = ARENA_NEW(s->arena, struct stream);
        stream_init(k->stream, s->arena, s->pact->rounding);
    }
    return k->stream;
}

struct entitled *state_entitled(struct state *s, enum key_kind kind, uint32_t tier, uint32_t focus)
{
    struct keyed *k = keyed(s, kind, tier, focus);
    if (!k->entitled) k->entitled = entitled_new(s->arena, s->party_count);
    return k->entitled;
}

void state_move_repaid(struct state *s, enum measure_name measure, uint32_t from, uint32_t to,
                       int64_t amount_minor, int64_t whole_minor)
{
    if (amount_minor <= 0 || amount_minor > whole_minor) return;
    state_reckon_everywhere(s, measure, from);
    state_reckon_everywhere(s, measure, to);
    for (size_t i = 0; i <= s->map.mask; i++) {
        const struct keyed *k = &s->map.slots[i];
        if (k->entitled && k->key >> 32 == key_of(KEY_REPAID, measure, 0) >> 32)
            entitled_move(k->entitled, from, to, (uint64_t)amount_minor, (uint64_t)whole_minor);
    }
}

struct counter *state_counter(struct state *s, uint32_t tier, uint32_t focus)
{
    return &keyed(s, KEY_TAKEN, tier, focus)->counter;
}

int64_t state_taken(const struct state *s, uint32_t tier, uint32_t focus)
{
    return find_keyed(&s->map, key_of(KEY_TAKEN, tier, focus))->counter.minor;
}

struct accrual **state_accrual_at(struct state *s, uint32_t promise, uint32_t scope)
{
    return &keyed(s, KEY_RETURN, promise, scope)->accrual;
}

struct profit *state_profit(struct state *s, uint32_t clause, uint32_t scope)
{
    struct keyed *k = keyed(s, KEY_PROFIT, clause, scope);
    if (!k->profit) {
        k->profit = ARENA_NEW(s->arena, struct profit);
        k->profit->of_minor = ARENA_ARRAY(s->arena, int64_t, s->party_count);
    }
    return k->profit;
}

const struct profit *state_find_profit(const struct state *s, uint32_t clause, uint32_t scope)
{
    return find_keyed(&s->map, key_of(KEY_PROFIT, clause, scope))->profit;
}

void state_add_profit(struct state *s, struct profit *profit, int64_t amount_minor, uint32_t entry)
{
    state_add(s, &profit->minor, amount_minor);
    if (s->keep_causes) add_cause(s, &profit->causes, entry, amount_minor);
}

void state_add_profit_of(struct state *s, struct profit *profit, uint32_t party,
                         int64_t amount_minor, uint32_t entry)
{
    state_add(s, &profit->of_minor[party], amount_minor);
    if (s->keep_causes && amount_minor)
        add_cause(s, causes_at(s, &profit->causes_of, s->party_count, party), entry, amount_minor);
}
