/* Looking stakes up: what holds on a day, as it is known when an entry is written. */
#include "pact/pact.h"

const struct share_set *pact_stakes_known(const struct stakes *s, date_t day, uint32_t known)
{
    size_t low = 0, high = s->set_count; /* sets below low start on or before day */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->sets[middle].from <= day)
            low = middle + 1;
        else
            high = middle;
    }
    while (low > 0 && !pact_set_known(&s->sets[low - 1], known)) low--;
    if (low == 0 || s->sets[low - 1].count == 0) return NULL;
    return &s->sets[low - 1];
}

const struct share_set *pact_stakes_at(const struct stakes *s, date_t day)
{
    return pact_stakes_known(s, day, INDEX_NONE - 1);
}

date_t pact_next_stakes(const struct stakes *s, date_t day, date_t last, uint32_t known)
{
    for (size_t i = 0; i < s->set_count; i++)
        if (s->sets[i].from > day && pact_set_known(&s->sets[i], known))
            return s->sets[i].from < last ? s->sets[i].from : last;
    return last;
}

struct ratio pact_share_of(const struct share_set *set, uint32_t party)
{
    struct ratio share = RATIO_ZERO;
    for (uint32_t i = 0; set && i < set->count; i++)
        if (set->parties[i] == party && set->weights[i])
            if (ratio_make(&share, (int64_t)set->weights[i], (int64_t)set->sum) != OK)
                UNREACHABLE("weights of a set are below its sum");
    return share;
}

const struct transfer *pact_transfer(const struct pact *p, uint32_t entry)
{
    size_t low = 0, high = p->transfer_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->transfers[middle].entry < entry)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->transfer_count && p->transfers[low].entry == entry ? &p->transfers[low] : NULL;
}
