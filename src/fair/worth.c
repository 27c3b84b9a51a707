/* Worths of all coalitions. */
#include "fair/worth.h"

/* A receipt for the table: whose, by block. */
struct plain_earning {
    enum earner earner;
    uint32_t owners;
    int64_t minor;
    int64_t parts[LIMIT_FAIR_PLAYERS_MAX];
};

/* A venture for the table. */
struct plain {
    uint32_t needed;
    int64_t money, rest; /* grants less cost */
    bool failed;         /* it brought all less than it cost */
    struct plain_earning *earnings;
    size_t earning_count;
};

struct worths {
    struct plain *list;
    size_t count;
    const struct fair_blocks *blocks;
};

static void make_earning(struct plain_earning *out, const struct earning *e,
                         const struct fair_blocks *b, uint32_t party_count)
{
    *out = (struct plain_earning){.earner = e->earner, .minor = e->minor};
    if (e->earner == EARNED_JOINTLY) out->owners = blocks_mask(b, e->owners, party_count);
    for (uint32_t i = 0; e->earner == EARNED_IN_PARTS && i < party_count; i++)
        if (b->of[i] != INDEX_NONE) out->parts[b->of[i]] += e->parts_minor[i];
}

static void make_plain(struct plain *out, struct arena *a, const struct venture *v,
                       const struct fair_blocks *b, uint32_t party_count)
{
    uint32_t all = (uint32_t)((UINT64_C(1) << b->count) - 1);
    *out = (struct plain){.needed = v->known ? blocks_mask(b, v->needed, party_count) : all,
                          .money = v->money_minor,
                          .rest = v->grants_minor - v->cost_minor,
                          .failed = venture_net(v) < 0,
                          .earning_count = v->earning_count};
    out->earnings = ARENA_ARRAY(a, struct plain_earning, v->earning_count);
    for (size_t i = 0; i < v->earning_count; i++)
        make_earning(&out->earnings[i], &v->earnings[i], b, party_count);
}

static struct worths prepare(struct arena *a, const struct ventures *v, const struct fair_blocks *b,
                             uint32_t party_count)
{
    struct worths w = {ARENA_ARRAY(a, struct plain, v->count), v->count, b};
    for (size_t i = 0; i < v->count; i++) make_plain(&w.list[i], a, &v->list[i], b, party_count);
    return w;
}

static int64_t earned(const struct plain_earning *e, uint32_t coalition)
{
    int64_t sum = 0;
    switch (e->earner) {
    case EARNED_BY_DOING: return e->minor;
    case EARNED_BY_ALL: return 0;
    case EARNED_JOINTLY: return (coalition & e->owners) == e->owners ? e->minor : 0;
    case EARNED_IN_PARTS: break;
    }
    for (uint32_t left = coalition; left; left &= left - 1) sum += e->parts[__builtin_ctz(left)];
    return sum;
}

/* Takes the money of a venture that is carried on from the means. */
static struct carrying carry(const struct plain *p, uint32_t coalition, int64_t *means)
{
    struct carrying c = {.missing = p->needed & ~coalition};
    if (c.missing) return c;
    if (*means < p->money) c.short_minor = p->money - *means;
    c.net_minor = p->rest;
    for (size_t i = 0; i < p->earning_count; i++) c.net_minor += earned(&p->earnings[i], coalition);
    c.carried = c.short_minor == 0 && (c.net_minor >= 0 || p->failed);
    if (c.carried) *means -= p->money;
    return c;
}

static int64_t means_of(const struct worths *w, uint32_t coalition)
{
    int64_t means = 0;
    for (uint32_t left = coalition; left; left &= left - 1)
        means += w->blocks->list[__builtin_ctz(left)].means_minor;
    return means;
}

static int64_t worth_of(const struct worths *w, uint32_t coalition)
{
    int64_t means = -1, worth = 0;
    for (size_t i = 0; i < w->count; i++) {
        if ((coalition & w->list[i].needed) != w->list[i].needed) continue;
        if (means < 0) means = means_of(w, coalition);
        struct carrying c = carry(&w->list[i], coalition, &means);
        if (c.carried) worth += c.net_minor;
    }
    return worth;
}

static int64_t worth_of_all(const struct ventures *v)
{
    int64_t sum = v->common_minor;
    for (size_t i = 0; i < v->count; i++) sum += venture_net(&v->list[i]);
    return sum;
}

enum status worth_make(struct game *out, struct arena *a, const struct ventures *v,
                       const struct fair_blocks *b, uint32_t party_count)
{
    CHECK(b->count >= 1);
    if (v->overflow) return ERR_OVERFLOW;
    size_t count = (size_t)1 << b->count;
    int64_t *table = ARENA_ARRAY(a, int64_t, count);
    struct worths w = prepare(a, v, b, party_count);
    for (uint32_t s = 1; s < count - 1; s++) table[s] = worth_of(&w, s);
    table[count - 1] = worth_of_all(v);
    return game_use(out, table, count);
}

struct carrying *worth_explain(struct arena *a, const struct ventures *v,
                               const struct fair_blocks *b, uint32_t party_count,
                               uint32_t coalition)
{
    struct worths w = prepare(a, v, b, party_count);
    bool is_all = coalition == (uint32_t)((UINT64_C(1) << b->count) - 1);
    int64_t means = means_of(&w, coalition);
    struct carrying *list = ARENA_ARRAY(a, struct carrying, w.count);
    for (size_t i = 0; i < w.count; i++)
        list[i] = is_all ? (struct carrying){.carried = true, .net_minor = venture_net(&v->list[i])}
                         : carry(&w.list[i], coalition, &means);
    return list;
}
