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

/* What a venture brings a coalition; false where it does not carry it on. */
static bool carries(const struct plain *p, uint32_t coalition, int64_t *means, int64_t *net_out)
{
    if ((coalition & p->needed) != p->needed || *means < p->money) return false;
    *net_out = p->rest;
    for (size_t i = 0; i < p->earning_count; i++) *net_out += earned(&p->earnings[i], coalition);
    if (*net_out < 0 && !p->failed) return false;
    *means -= p->money;
    return true;
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
    int64_t means = -1, worth = 0, net = 0;
    for (size_t i = 0; i < w->count; i++) {
        if ((coalition & w->list[i].needed) != w->list[i].needed) continue;
        if (means < 0) means = means_of(w, coalition);
        if (carries(&w->list[i], coalition, &means, &net)) worth += net;
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

bool *worth_carried(struct arena *a, const struct ventures *v, const struct fair_blocks *b,
                    uint32_t party_count, uint32_t coalition)
{
    struct worths w = prepare(a, v, b, party_count);
    int64_t means = means_of(&w, coalition), net = 0;
    bool *carried = ARENA_ARRAY(a, bool, w.count);
    for (size_t i = 0; i < w.count; i++) carried[i] = carries(&w.list[i], coalition, &means, &net);
    return carried;
}
