/* Splits by entitlements in whole 10^-12 of a unit. They leave every d a whole number of 10^-12,
 * unless they continue a run, so they need no weights of their own. */
#include "num/stream_parts.h"

/* A product of 128 and 64 bits. */
struct u192 {
    u128 high;
    uint64_t low;
};

static struct u192 multiply(u128 a, uint64_t b)
{
    u128 low = (u128)(uint64_t)a * b;
    u128 high = (a >> 64) * b + (low >> 64); /* (2^64 - 1)^2 + 2^64 - 1 < 2^128 */
    return (struct u192){high, (uint64_t)low};
}

/* Whether e, adding to all, are as fractions the weights of the open run. */
static bool continues_run(const struct stream *s, u128 all, const struct entitlements_e12 *e)
{
    if (!s->run_open) return false;
    for (uint32_t i = 0, k = 0; i < s->count; i++) {
        bool has = k < e->count && s->map_places[k] == i;
        struct u192 left = multiply(has ? size_of_e12(e->e12[k++]) : 0, s->scale.one);
        struct u192 right = multiply(all, s->weights[i]);
        if (left.high != right.high || left.low != right.low) return false;
    }
    return true;
}

static void check_sum(u128 all, bool negative, const struct entitlements_e12 *e)
{
    u128 total = 0; /* at most all, below 2^103, at every step */
    for (uint32_t k = 0; k < e->count; k++) {
        CHECK(negative ? e->e12[k] <= 0 : e->e12[k] >= 0);
        CHECK(size_of_e12(e->e12[k]) <= all - total);
        total += size_of_e12(e->e12[k]);
    }
    CHECK(total == all);
}

/* An entitlement, below 2^103, as whole units and parts of 10^-12. It is cut to its highest 63 bits
 * and multiplied by 2^104/10^12, a number of 65 bits whose highest is left out of the product and
 * added. That is less than 1.1 + 0.5 + 1 too low, so that two corrections are enough. */
static uint64_t whole_of(uint64_t *part, u128 e12)
{
    const uint64_t unit = STREAM_PARTS;
    const uint64_t reciprocal = (uint64_t)(((u128)1 << 104) / unit);
    uint64_t high = (uint64_t)(e12 >> 40);
    uint64_t whole = high + (uint64_t)((u128)high * reciprocal >> 64);
    uint64_t left = (uint64_t)e12 - whole * unit; /* modulo 2^64, and below 3 * unit */
    uint64_t more = (uint64_t)(left >= unit) + (left >= 2 * unit);
    *part = left - more * unit;
    return whole + more;
}

/* d += e12 * 10^-12, or in a reversal -=, where there are no rests. */
static void accrue(struct stream *s, const struct entitlements_e12 *e, bool reversal)
{
    const uint64_t unit = STREAM_PARTS;
    for (uint32_t k = 0; k < e->count; k++) {
        const uint32_t i = s->map_places[k];
        uint64_t part, whole = whole_of(&part, size_of_e12(e->e12[k]));
        if (reversal) { /* -whole - part = -(whole + 1) + (unit - part) */
            part = unit - part;
            whole = -whole - 1;
        }
        part += s->parts[i];
        bool carry = part >= unit;
        s->parts[i] = part - (carry ? unit : 0);
        s->rough_parts[i] = rough_part(s->parts[i]);
        s->wholes[i] += (int64_t)whole + carry;
    }
}

/* The weights need not be remembered afterwards: all d are whole 10^-12 then, so that to round
 * them, whether the next weights differ or not, changes nothing. */
static void split_apart(struct stream *s, int64_t amount, const struct entitlements_e12 *e)
{
    stream_close_run(s);
    accrue(s, e, amount < 0);
    stream_hand_out_rests(s, size_of(amount), amount < 0);
}

static void meet_fine(struct stream *s, u128 all, const struct entitlements_e12 *e)
{
    int64_t k = stream_fine_witness(s, e->ids, e->count);
    struct rat part;
    if (k < 0) return;
    rat_init(&part);
    rat_set_fraction(&part, (i128)size_of_e12(e->e12[k]), all);
    stream_fine_meet(s, &part);
    rat_clear(&part);
}

enum status stream_split_e12(struct stream *s, int64_t amount_minor,
                             const struct entitlements_e12 *e)
{
    enum status status = stream_admit(s, amount_minor);
    if (status != OK || amount_minor == 0) return status;
    u128 all = (u128)size_of(amount_minor) * STREAM_PARTS;
    check_sum(all, amount_minor < 0, e);
    meet_fine(s, all, e);
    stream_begin(s, e->ids, e->count);
    if (stream_big_continues_e12(s, all, e)) {
        stream_big_turn(s, amount_minor);
    } else if (continues_run(s, all, e)) {
        stream_turn(s, amount_minor);
    } else {
        split_apart(s, amount_minor, e);
    }
    return OK;
}
