/* Pivots in whole numbers. */
#include "game/basis.h"

#include <string.h>

void basis_init(struct basis *b, uint32_t players)
{
    *b = (struct basis){.rows = players + 1, .det = 1};
    for (uint32_t i = 0; i < b->rows; i++) b->inverse[i][i] = 1;
}

/* A row of the inverse times a column. */
static int64_t product(const int64_t *row, struct column c)
{
    int64_t sum = row[0] * c.counts;
    for (uint32_t left = c.coalition; left; left &= left - 1) sum += row[__builtin_ctz(left) + 1];
    return sum;
}

void basis_direction(const struct basis *b, struct column c, int64_t out[BASIS_ROWS_MAX])
{
    for (uint32_t i = 0; i < b->rows; i++) out[i] = product(b->inverse[i], c);
}

/* ---- who leaves ---- */

/* The sign of p/q − r/s, of positive denominators. */
static int compare_quotients(int64_t p, int64_t q, int64_t r, int64_t s)
{
    i128 left = (i128)p * s, right = (i128)r * q;
    return (left > right) - (left < right);
}

/* Whether row i becomes negative before row k. Of rows with the same weight decides which would if
 * the sum of weights were moved a little along the first column of the start, and much less along
 * each next one. */
static bool leaves_before(const struct basis *b, uint32_t i, uint32_t k, const int64_t *direction)
{
    const int64_t *own = b->inverse[i], *other = b->inverse[k];
    int sign = compare_quotients(own[0], direction[i], other[0], direction[k]);
    for (uint32_t j = 0; sign == 0 && j < b->rows; j++)
        sign = compare_quotients(product(own, b->start[j]), direction[i],
                                 product(other, b->start[j]), direction[k]);
    return sign < 0;
}

uint32_t basis_leaving(const struct basis *b, const int64_t *direction)
{
    uint32_t best = BASIS_ROWS_MAX;
    for (uint32_t i = 0; i < b->rows; i++) {
        if (b->columns[i].kind == PROOF_SETTLED || direction[i] <= 0) continue;
        if (best == BASIS_ROWS_MAX || leaves_before(b, i, best, direction)) best = i;
    }
    return best;
}

/* ---- pivots ---- */

/* What divides without remainder is divided by a shift and a product modulo 2^64. */
struct exact_divisor {
    uint32_t twos;
    uint64_t inverse; /* of the odd part */
};

static struct exact_divisor exact_divisor(uint64_t d)
{
    CHECK(d > 0);
    struct exact_divisor out = {.twos = (uint32_t)__builtin_ctzll(d)};
    uint64_t odd = d >> out.twos;
    out.inverse = odd; /* right in 3 bits, and in twice as many after each step */
    for (int i = 0; i < 5; i++) out.inverse *= 2 - odd * out.inverse;
    return out;
}

static int64_t exact_quotient(i128 number, struct exact_divisor d)
{
    return (int64_t)((uint64_t)((u128)number >> d.twos) * d.inverse);
}

static void negate(struct basis *b)
{
    b->det = -b->det;
    for (uint32_t i = 0; i < b->rows; i++)
        for (uint32_t k = 0; k < b->rows; k++) b->inverse[i][k] = -b->inverse[i][k];
}

/* Every number stays a minor, so divisions are exact. */
void basis_pivot(struct basis *b, uint32_t r, struct column c, const int64_t *direction)
{
    struct exact_divisor before = exact_divisor((uint64_t)b->det);
    int64_t det = direction[r];
    for (uint32_t i = 0; i < b->rows; i++) {
        if (i == r) continue;
        for (uint32_t k = 0; k < b->rows; k++) {
            i128 minor = (i128)det * b->inverse[i][k] - (i128)direction[i] * b->inverse[r][k];
            b->inverse[i][k] = exact_quotient(minor, before);
        }
    }
    b->columns[r] = c;
    b->det = det;
    if (det < 0) negate(b);
}

void basis_take(struct basis *b, struct column c)
{
    int64_t direction[BASIS_ROWS_MAX];
    basis_direction(b, c, direction);
    for (uint32_t r = 0; r < b->rows; r++) {
        if (b->taken[r] || direction[r] == 0) continue;
        basis_pivot(b, r, c, direction);
        b->start[r] = c;
        b->taken[r] = true;
        return;
    }
}
