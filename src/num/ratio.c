/* Small ratios. Sums and products of two are formed in 128 bits, where they always fit, and only
 * what is left after reduction has to fit 64. */
#include "num/ratio.h"

u128 gcd_u128(u128 a, u128 b)
{
    while (b) {
        u128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

uint64_t gcd_u64(uint64_t a, uint64_t b)
{
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

enum status lcm_u64(uint64_t *out, uint64_t a, uint64_t b)
{
    uint64_t lcm = 0;
    if (a && b && __builtin_mul_overflow(a / gcd_u64(a, b), b, &lcm)) return ERR_OVERFLOW;
    *out = lcm;
    return OK;
}

/* num/den reduced, for den > 0. */
static enum status reduce(struct ratio *out, i128 num, i128 den)
{
    CHECK(den > 0);
    u128 size = num < 0 ? -(u128)num : (u128)num;
    i128 divisor = (i128)gcd_u128(size, (u128)den); /* at most den */
    num /= divisor;
    den /= divisor;
    if (num < INT64_MIN || num > INT64_MAX || den > INT64_MAX) return ERR_OVERFLOW;
    *out = (struct ratio){(int64_t)num, (int64_t)den};
    return OK;
}

enum status ratio_make(struct ratio *out, int64_t num, int64_t den)
{
    if (den == 0) return ERR_RANGE;
    i128 sign = den < 0 ? -1 : 1;
    return reduce(out, sign * num, sign * den);
}

enum status ratio_from_decimal(struct ratio *out, int64_t mantissa, unsigned scale)
{
    /* 0.500…0 has many digits and small terms: zeros at the end go first, the rest must fit. */
    if (mantissa == 0) scale = 0;
    for (; scale > 0 && mantissa % 10 == 0; scale--) mantissa /= 10;
    i128 den = 1;
    for (; scale > 0; scale--) {
        if (den > INT64_MAX) return ERR_OVERFLOW;
        den *= 10;
    }
    return reduce(out, mantissa, den);
}

enum status ratio_from_percent(struct ratio *out, int64_t mantissa, unsigned scale)
{
    if (scale > UINT32_MAX - 2) return ERR_OVERFLOW;
    return ratio_from_decimal(out, mantissa, scale + 2);
}

/* Numerators and denominators are below 2^63 in size, so that each product is at most 2^126 and a
 * sum or difference of two at most 2^127 - 2^63: it fits i128. */
enum status ratio_add(struct ratio *out, struct ratio a, struct ratio b)
{
    return reduce(out, (i128)a.num * b.den + (i128)b.num * a.den, (i128)a.den * b.den);
}

enum status ratio_sub(struct ratio *out, struct ratio a, struct ratio b)
{
    return reduce(out, (i128)a.num * b.den - (i128)b.num * a.den, (i128)a.den * b.den);
}

enum status ratio_mul(struct ratio *out, struct ratio a, struct ratio b)
{
    return reduce(out, (i128)a.num * b.num, (i128)a.den * b.den);
}

enum status ratio_div(struct ratio *out, struct ratio a, struct ratio b)
{
    if (b.num == 0) return ERR_RANGE;
    i128 sign = b.num < 0 ? -1 : 1;
    return reduce(out, sign * a.num * b.den, sign * b.num * a.den);
}

int ratio_compare(struct ratio a, struct ratio b)
{
    i128 left = (i128)a.num * b.den, right = (i128)b.num * a.den;
    return (left > right) - (left < right);
}

bool ratio_equal(struct ratio a, struct ratio b)
{
    return a.num == b.num && a.den == b.den;
}

int ratio_sign(struct ratio a)
{
    return (a.num > 0) - (a.num < 0);
}

enum status ratio_of(int64_t *floor, int64_t *rest, int64_t whole, struct ratio r)
{
    i128 product = (i128)whole * r.num;
    i128 quotient = product / r.den, left = product % r.den;
    if (left < 0) {
        quotient--;
        left += r.den;
    }
    if (quotient < INT64_MIN || quotient > INT64_MAX) return ERR_OVERFLOW;
    *floor = (int64_t)quotient;
    *rest = (int64_t)left;
    return OK;
}
