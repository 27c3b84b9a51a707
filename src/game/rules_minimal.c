/* Minimal winning coalitions, and the index of Deegan and Packel. */
#include "game/rules.h"

#include "game/rules_inside.h"

#include <string.h>

/* What is found, not yet divided by how many there are. */
struct found {
    struct rat *index;  /* by voter: Σ 1/size of those that he is in */
    struct rat *vetoed; /* the same of each vetoer */
    struct rat *count;
};

/* ---- one rule: by the lightest member ---- */

/* Coalitions of others, the heaviest first, by size and votes below the quota. */
struct table {
    const struct reduced *of;
    uint32_t *order; /* the others, the heaviest first */
    size_t quota;
    uint64_t *words;
};

static uint64_t *cell_of(const struct table *t, uint32_t size, size_t votes)
{
    return t->words + ((size_t)size * t->quota + votes) * t->of->limbs;
}

static size_t words_of(const struct table *t)
{
    return (size_t)(t->of->count + 1) * t->quota * t->of->limbs;
}

static uint64_t weight_at(const struct table *t, uint32_t place)
{
    return reduced_weight(t->of, 0, t->order[place]);
}

static void put_in(const struct table *t, uint64_t weight, uint32_t sizes)
{
    for (uint32_t size = sizes; size > 0; size--)
        for (size_t votes = (size_t)weight; votes < t->quota; votes++)
            limbs_add(cell_of(t, size, votes), cell_of(t, size - 1, votes - (size_t)weight),
                      t->of->limbs);
}

/* Only coalitions with this one. */
static void force_in(const struct table *t, uint64_t weight, uint32_t sizes)
{
    size_t bytes = t->of->limbs * sizeof(uint64_t);
    for (uint32_t size = sizes + 1; size-- > 0;)
        for (size_t votes = t->quota; votes-- > 0;) {
            bool from = size > 0 && votes >= weight;
            if (from)
                memcpy(cell_of(t, size, votes), cell_of(t, size - 1, votes - (size_t)weight),
                       bytes);
            else
                memset(cell_of(t, size, votes), 0, bytes);
        }
}

/* Those to which the lightest is added last: they lose, and win with him. By size with him; every
 * other member weighs as much or more, so each is needed. */
static void add_closed(const struct table *t, uint64_t *by_size, uint64_t weight, uint32_t sizes)
{
    uint32_t limbs = t->of->limbs;
    size_t from = weight < t->quota ? t->quota - (size_t)weight : 0;
    for (uint32_t size = 0; size < sizes; size++)
        for (size_t votes = from; votes < t->quota && weight > 0; votes++)
            limbs_add(by_size + (size_t)(size + 1) * limbs, cell_of(t, size, votes), limbs);
}

/* Σ count / (vetoers and size); all: Σ count alone. */
static void sum_parts(struct rat *parts, struct rat *all, const struct table *t,
                      const uint64_t *by_size)
{
    struct rat count, part;
    rat_init(&count);
    rat_init(&part);
    for (uint32_t size = 0; size <= t->of->count; size++) {
        uint32_t heads = size + t->of->vetoer_count;
        rat_set_limbs(&count, by_size + (size_t)size * t->of->limbs, t->of->limbs);
        if (all) rat_add(all, all, &count);
        if (!heads) continue;
        rat_set_fraction(&part, 1, heads);
        rat_mul(&part, &part, &count);
        rat_add(parts, parts, &part);
    }
    rat_clear(&count);
    rat_clear(&part);
}

static void order_voters(struct table *t, struct arena *a)
{
    uint32_t n = t->of->count;
    t->order = ARENA_ARRAY(a, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = i;
        for (; k > 0 && reduced_weight(t->of, 0, t->order[k - 1]) < reduced_weight(t->of, 0, i);
             k--)
            t->order[k] = t->order[k - 1];
        t->order[k] = i;
    }
}

/* The coalitions with the one at a place, from the table of those before it. */
static void count_with(struct table *own, uint64_t *by_size, uint32_t place)
{
    uint32_t n = own->of->count;
    memset(by_size, 0, (size_t)(n + 1) * own->of->limbs * sizeof *by_size);
    add_closed(own, by_size, weight_at(own, place), place + 1);
    force_in(own, weight_at(own, place), place + 1);
    for (uint32_t k = place + 1; k < n; k++) {
        add_closed(own, by_size, weight_at(own, k), k + 1);
        put_in(own, weight_at(own, k), k + 1);
    }
}

static void count_all(const struct found *x, struct arena *a, struct table *t, struct table *own)
{
    const struct reduced *r = t->of;
    size_t row = (size_t)(r->count + 1) * r->limbs;
    uint64_t *by_size = ARENA_ARRAY(a, uint64_t, row), *whole = ARENA_ARRAY(a, uint64_t, row);
    t->words[0] = 1;
    for (uint32_t k = 0; k < r->count; k++) {
        struct rat *index = &x->index[r->voters[t->order[k]]];
        add_closed(t, whole, weight_at(t, k), k + 1);
        if (k > 0 && weight_at(t, k) == weight_at(t, k - 1)) {
            rat_set(index, &x->index[r->voters[t->order[k - 1]]]);
        } else {
            memcpy(own->words, t->words, words_of(t) * sizeof *t->words);
            count_with(own, by_size, k);
            sum_parts(index, NULL, t, by_size);
        }
        put_in(t, weight_at(t, k), k + 1);
    }
    sum_parts(x->vetoed, x->count, t, whole);
}

/* More words, or more steps, than may be taken. */
static bool too_much(const struct table *t)
{
    uint64_t words = (uint64_t)(t->of->count + 1) * t->of->limbs, n = t->of->count;
    if (t->quota > LIMIT_RULE_WORDS_MAX / words) return true;
    return words * t->quota > LIMIT_MINIMAL_STEPS_MAX / (n * n);
}

static enum status by_lightest(const struct found *x, struct arena *a, const struct reduced *r)
{
    struct table t = {.of = r, .quota = (size_t)r->quotas[0]}, own;
    if (r->quotas[0] > LIMIT_RULE_WORDS_MAX || too_much(&t)) return ERR_RANGE;
    order_voters(&t, a);
    own = t;
    t.words = ARENA_ARRAY(a, uint64_t, words_of(&t));
    own.words = ARENA_ARRAY(a, uint64_t, words_of(&t));
    count_all(x, a, &t, &own);
    return OK;
}

/* ---- several rules: each coalition of the others ---- */

static bool wins(const struct reduced *r, const uint64_t *votes, uint32_t without)
{
    for (uint32_t k = 0; k < r->rule_count; k++) {
        uint64_t less = without == UINT32_MAX ? 0 : reduced_weight(r, k, without);
        if (votes[k] - less < r->quotas[k]) return false;
    }
    return true;
}

static bool is_minimal(const struct reduced *r, uint32_t coalition)
{
    uint64_t votes[LIMIT_RULES_MAX] = {0};
    for (uint32_t left = coalition; left; left &= left - 1)
        for (uint32_t k = 0; k < r->rule_count; k++)
            votes[k] += reduced_weight(r, k, (uint32_t)__builtin_ctz(left));
    if (!wins(r, votes, UINT32_MAX)) return false;
    for (uint32_t left = coalition; left; left &= left - 1)
        if (wins(r, votes, (uint32_t)__builtin_ctz(left))) return false;
    return true;
}

static enum status by_looking(const struct found *x, const struct reduced *r)
{
    struct rat one, part;
    uint32_t tried = r->rule_count ? r->count : 0; /* else the vetoers win alone */
    if (tried > LIMIT_MINIMAL_VOTERS_MAX) return ERR_RANGE;
    rat_init(&one);
    rat_init(&part);
    rat_set_i64(&one, 1);
    for (uint32_t s = 0; s < 1u << tried; s++) {
        if (!is_minimal(r, s)) continue;
        rat_add(x->count, x->count, &one);
        uint32_t heads = r->vetoer_count + (uint32_t)__builtin_popcount(s);
        rat_set_fraction(&part, 1, heads ? heads : 1);
        rat_add(x->vetoed, x->vetoed, &part);
        for (uint32_t left = s; left; left &= left - 1) {
            struct rat *index = &x->index[r->voters[__builtin_ctz(left)]];
            rat_add(index, index, &part);
        }
    }
    rat_clear(&one);
    rat_clear(&part);
    return OK;
}

enum status rules_minimal(struct rat *deegan_packel, struct rat *count, struct arena *a,
                          const struct rule_voting *v)
{
    struct reduced r;
    struct found x = {deegan_packel, rat_array_of_arena(a, 1), count};
    CHECK(v->rule_count <= LIMIT_RULES_MAX);
    rules_reduce(&r, a, v);
    rat_set_i64(count, 0);
    for (uint32_t i = 0; i < v->n; i++) rat_set_i64(&deegan_packel[i], 0);
    enum status s = r.rule_count == 1 ? by_lightest(&x, a, &r) : ERR_RANGE;
    if (s != OK) s = by_looking(&x, &r);
    if (s != OK) return s;
    for (uint32_t i = 0; i < v->n; i++) {
        if (v->vetoes && v->vetoes[i]) rat_set(&deegan_packel[i], x.vetoed);
        rat_div(&deegan_packel[i], &deegan_packel[i], count);
    }
    return OK;
}
