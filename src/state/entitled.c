/* Entitlements: a base in 10^-12 and one open run of equal weights. */
#include "state/entitled.h"

#include <string.h>

struct entitled *entitled_new(struct arena *a, uint32_t party_count)
{
    struct entitled *e = ARENA_NEW(a, struct entitled);
    e->party_count = party_count;
    e->base_e12 = ARENA_ARRAY(a, i128, party_count);
    e->run = ARENA_ARRAY(a, uint64_t, party_count);
    return e;
}

i128 part_and_rest_e12(uint64_t *rest_out, i128 amount_e12, uint64_t weight, uint64_t sum)
{
    uint64_t units = (uint64_t)(amount_e12 / STREAM_PARTS);
    uint64_t parts = (uint64_t)(amount_e12 % STREAM_PARTS);
    u128 product = (u128)units * weight;
    u128 whole = product / sum;
    uint64_t rest = (uint64_t)(product - whole * sum); /* below 2^63: times 10^12 is below 2^103 */
    u128 fine = (u128)rest * (uint64_t)STREAM_PARTS + (u128)parts * weight;
    u128 beyond = fine / sum;
    *rest_out = (uint64_t)(fine - beyond * sum);
    return (i128)(whole * (uint64_t)STREAM_PARTS + beyond);
}

i128 part_of_e12(i128 amount_e12, uint64_t weight, uint64_t sum)
{
    uint64_t rest = 0;
    return part_and_rest_e12(&rest, amount_e12, weight, sum);
}

void entitled_close_run(struct entitled *e)
{
    if (!e->run_sum) return;
    i128 amount = (i128)e->run_minor * STREAM_PARTS;
    i128 missing = amount;
    for (uint32_t i = 0; i < e->party_count; i++) {
        if (!e->run[i]) continue;
        i128 part = part_of_e12(amount, e->run[i], e->run_sum);
        e->base_e12[i] += part;
        missing -= part;
    }
    for (uint32_t i = 0; i < e->party_count && missing > 0; i++) {
        if (!e->run[i]) continue;
        e->base_e12[i]++;
        missing--;
    }
    e->run_sum = 0;
    e->run_minor = 0;
    memset(e->run, 0, e->party_count * sizeof *e->run);
}

i128 entitled_down_e12(const struct entitled *e, uint32_t party)
{
    i128 run = 0;
    if (e->run_sum && e->run[party])
        run = part_of_e12((i128)e->run_minor * STREAM_PARTS, e->run[party], e->run_sum);
    return e->base_e12[party] + run;
}

bool entitled_continues(const struct entitled *e, const struct shares *w)
{
    if (!e->run_sum) return true;
    if (e->run_sum != w->sum) return false;
    uint64_t seen = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        if (e->run[w->ids[i]] != w->weights[i]) return false;
        seen += w->weights[i];
    }
    return seen == e->run_sum;
}

void entitled_add_shares(struct entitled *e, int64_t amount_minor, const struct shares *w)
{
    if (!entitled_continues(e, w)) entitled_close_run(e);
    if (!e->run_sum)
        for (uint32_t i = 0; i < w->count; i++) e->run[w->ids[i]] = w->weights[i];
    e->run_sum = w->sum;
    e->run_minor += amount_minor;
    e->total_minor += amount_minor;
}

void entitled_add_e12(struct entitled *e, int64_t amount_minor,
                      const struct entitlements_e12 *added)
{
    entitled_close_run(e);
    for (uint32_t i = 0; i < added->count; i++) e->base_e12[added->ids[i]] += added->e12[i];
    e->total_minor += amount_minor;
}

void entitled_move(struct entitled *e, uint32_t from, uint32_t to, uint64_t weight, uint64_t sum)
{
    entitled_close_run(e);
    if (e->base_e12[from] <= 0) return;
    i128 part = part_of_e12(e->base_e12[from], weight, sum);
    e->base_e12[from] -= part;
    e->base_e12[to] += part;
}
