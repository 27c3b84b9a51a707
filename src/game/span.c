/* The span of coalitions by what is at right angles to it. */
#include "game/span.h"

#include "num/ratio.h"

void span_init(struct span_of *s, uint32_t n)
{
    *s = (struct span_of){.n = n};
    for (uint32_t i = 0; i < n; i++) s->normals[i][i] = 1;
}

static int64_t product(const int64_t *normal, uint32_t n, uint32_t coalition)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        if (coalition >> i & 1) sum += normal[i];
    return sum;
}

static void reduce(int64_t *out, const i128 *row, uint32_t n)
{
    u128 common = 0;
    for (uint32_t i = 0; i < n; i++)
        common = gcd_u128(row[i] < 0 ? (u128)-row[i] : (u128)row[i], common);
    CHECK(common > 0);
    for (uint32_t i = 0; i < n; i++) {
        i128 entry = row[i] / (i128)common;
        CHECK(entry <= INT64_MAX);
        CHECK(entry >= INT64_MIN);
        out[i] = (int64_t)entry;
    }
}

/* Any fixed odd multipliers do: what they hide by chance is looked at again, exactly. */
static void mix(struct span_of *s)
{
    uint64_t factor = 0x9E3779B97F4A7C15u;
    for (uint32_t i = 0; i < s->n; i++) s->mixed[i] = 0;
    for (uint32_t k = 0; k < s->n - s->rank; k++) {
        for (uint32_t i = 0; i < s->n; i++) s->mixed[i] += factor * (uint64_t)s->normals[k][i];
        factor *= 0xD1342543DE82EF95u;
    }
}

bool span_add(struct span_of *s, uint32_t coalition)
{
    uint32_t left = s->n - s->rank, pivot = 0;
    int64_t products[LIMIT_PLAYERS_MAX];
    for (uint32_t k = 0; k < left; k++) products[k] = product(s->normals[k], s->n, coalition);
    while (pivot < left && products[pivot] == 0) pivot++;
    if (pivot == left) return false;
    for (uint32_t k = 0; k < left; k++) {
        i128 row[LIMIT_PLAYERS_MAX];
        if (k == pivot || products[k] == 0) continue;
        for (uint32_t i = 0; i < s->n; i++)
            row[i] =
                (i128)products[pivot] * s->normals[k][i] - (i128)products[k] * s->normals[pivot][i];
        reduce(s->normals[k], row, s->n);
    }
    for (uint32_t i = 0; i < s->n; i++) s->normals[pivot][i] = s->normals[left - 1][i];
    s->rank++;
    mix(s);
    return true;
}

bool span_has(const struct span_of *s, uint32_t coalition)
{
    if (s->rank == 0) return coalition == 0;
    uint64_t mixed = 0;
    for (uint32_t i = 0; i < s->n; i++)
        if (coalition >> i & 1) mixed += s->mixed[i];
    if (mixed) return false;
    for (uint32_t k = 0; k < s->n - s->rank; k++)
        if (product(s->normals[k], s->n, coalition)) return false;
    return true;
}
