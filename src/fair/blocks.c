/* Players from parties. While they are joined, each party names the first of its block. */
#include "fair/blocks.h"

#include "fold/handlers.h"

#include <stdlib.h>

struct joiner {
    struct fair_blocks *out;
    const struct fold *f;
    const struct ventures *v;
    const struct provisions *now;
    uint32_t *first; /* by party: the first of its block; INDEX_NONE: it does not play */
    uint32_t party_count, count;
};

int64_t party_means(const struct state *s, uint32_t party)
{
    int64_t capital = s->parties[party].capital_minor, pledge = state_pledge(s, party);
    return (pledge > capital ? pledge : capital) + state_cost(s, SCOPE_ALLIANCE, party);
}

static void join(struct joiner *j, uint32_t a, uint32_t b)
{
    uint32_t x = j->first[a], y = j->first[b];
    if (x == INDEX_NONE || y == INDEX_NONE || x == y) return;
    uint32_t low = x < y ? x : y;
    for (uint32_t i = 0; i < j->party_count; i++)
        if (j->first[i] == x || j->first[i] == y) j->first[i] = low;
    j->count--;
}

static bool fits(const struct joiner *j)
{
    return j->count <= LIMIT_FAIR_PLAYERS_MAX;
}

static void join_groups(struct joiner *j, bool as_one)
{
    for (size_t i = 0; i < j->f->pact->group_count; i++) {
        const struct group *g = &j->now->groups[i];
        if (!g->term || g->one != as_one || (!as_one && fits(j))) continue;
        for (uint32_t k = 1; k < g->count; k++) join(j, g->parties[0], g->parties[k]);
    }
}

/* ---- who brings what ---- */

static bool owns_some(const struct venture *v, uint32_t party)
{
    for (size_t i = 0; i < v->earning_count; i++)
        if (v->earnings[i].owners && v->earnings[i].owners[party]) return true;
    return false;
}

static bool brings_more(const struct joiner *j, uint32_t party)
{
    for (size_t i = 0; i < j->v->count; i++)
        if (j->v->list[i].needed[party] || owns_some(&j->v->list[i], party)) return true;
    return false;
}

/* A block that brings nothing but money. */
struct payer {
    uint32_t first;
    int64_t means_minor;
};

static int by_means(const void *a, const void *b)
{
    const struct payer *x = a, *y = b;
    if (x->means_minor != y->means_minor) return x->means_minor < y->means_minor ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* The least money first. */
static struct payer *find_payers(const struct joiner *j, size_t *count_out)
{
    struct arena *a = j->f->arena;
    bool *more = ARENA_ARRAY(a, bool, j->party_count);
    int64_t *means = ARENA_ARRAY(a, int64_t, j->party_count);
    struct payer *payers = ARENA_ARRAY(a, struct payer, j->party_count);
    *count_out = 0;
    for (uint32_t i = 0; i < j->party_count; i++) {
        if (j->first[i] == INDEX_NONE) continue;
        more[j->first[i]] = more[j->first[i]] || brings_more(j, i);
        means[j->first[i]] += party_means(j->f->state, i);
    }
    for (uint32_t i = 0; i < j->party_count; i++)
        if (j->first[i] == i && !more[i]) payers[(*count_out)++] = (struct payer){i, means[i]};
    if (*count_out) qsort(payers, *count_out, sizeof *payers, by_means);
    return payers;
}

static void join_money(struct joiner *j)
{
    size_t count;
    if (fits(j)) return;
    const struct payer *payers = find_payers(j, &count);
    for (size_t i = 1; i < count && !fits(j); i++) join(j, payers[0].first, payers[i].first);
}

static bool same_role(const struct joiner *j, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < j->v->count; i++) {
        const struct venture *v = &j->v->list[i];
        if (v->needed[a] != v->needed[b] || owns_some(v, a) != owns_some(v, b)) return false;
    }
    return true;
}

static void join_alike(struct joiner *j)
{
    for (uint32_t a = 0; a < j->party_count; a++)
        for (uint32_t b = a + 1; b < j->party_count && !fits(j); b++)
            if (j->first[a] == a && j->first[b] == b && same_role(j, a, b)) join(j, a, b);
}

/* ---- the list ---- */

static uint32_t group_of(const struct joiner *j, const struct fair_block *b)
{
    for (size_t i = 0; i < j->f->pact->group_count; i++) {
        const struct group *g = &j->now->groups[i];
        bool same = g->term && g->count == b->count;
        for (uint32_t k = 0; same && k < g->count; k++) same = g->parties[k] == b->parties[k];
        if (same) return (uint32_t)i;
    }
    return INDEX_NONE;
}

static int64_t means_of(const struct joiner *j, uint32_t block)
{
    int64_t means = 0;
    for (uint32_t i = 0; i < j->party_count; i++)
        if (j->first[i] == block) means += party_means(j->f->state, i);
    return means;
}

static void fill(struct joiner *j, uint32_t first)
{
    struct fair_blocks *out = j->out;
    struct fair_block *b = &out->list[out->count];
    *b = (struct fair_block){.means_minor = means_of(j, first)};
    b->parties = ARENA_ARRAY(j->f->arena, uint32_t, j->party_count);
    for (uint32_t i = 0; i < j->party_count; i++) {
        if (j->first[i] != first) continue;
        b->parties[b->count++] = i;
        out->of[i] = out->count;
    }
    b->group = group_of(j, b);
    out->count++;
}

bool blocks_find(struct fair_blocks *out, const struct fold *f, const struct ventures *v)
{
    struct joiner j = {.out = out,
                       .f = f,
                       .v = v,
                       .now = pact_at(f->pact, f->options.until),
                       .party_count = f->state->party_count};
    *out = (struct fair_blocks){.count = 0};
    j.first = ARENA_ARRAY(f->arena, uint32_t, j.party_count);
    out->of = ARENA_ARRAY(f->arena, uint32_t, j.party_count);
    for (uint32_t i = 0; i < j.party_count; i++) {
        const struct party_state *party = &f->state->parties[i];
        bool plays = party->member || party->gone;
        j.first[i] = plays ? i : INDEX_NONE;
        out->of[i] = INDEX_NONE;
        j.count += plays;
    }
    join_groups(&j, true);
    out->joined = !fits(&j);
    join_groups(&j, false);
    join_money(&j);
    join_alike(&j);
    if (!fits(&j)) return false;
    for (uint32_t i = 0; i < j.party_count; i++)
        if (j.first[i] == i) fill(&j, i);
    return true;
}

uint32_t blocks_mask(const struct fair_blocks *b, const bool *marked, uint32_t party_count)
{
    uint32_t mask = 0;
    for (uint32_t i = 0; i < party_count; i++)
        if (marked[i] && b->of[i] != INDEX_NONE) mask |= 1u << b->of[i];
    return mask;
}
