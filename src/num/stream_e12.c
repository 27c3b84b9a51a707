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
        struct u192 left = multiply(has ? size_of_e12(e->e12[k++]) : 0, s->divisor.d);
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

/* d += e12 * 10^-12 where keys count in whole 10^-12. An entitlement is below 2^103; scaled with
 * 10^12 to the top bit, by 2^24, it is below 2^127. */
static void accrue(struct stream *s, const struct entitlements_e12 *e)
{
    const struct divisor by = divisor_make(STREAM_PARTS);
    const u128 unit = unit_key(s);
    for (uint32_t k = 0; k < e->count; k++) {
        uint64_t rest, whole = divide(&rest, size_of_e12(e->e12[k]) << by.shift, &by);
        u128 more = (u128)(rest >> by.shift) * s->divisor.d;
        uint32_t i = s->map_places[k];
        add_remainder(&s->floors[i], &s->keys[i], whole, more, unit);
    }
}

/* The weights need not be remembered afterwards: all d are whole 10^-12 then, so that to round
 * them, whether the next weights differ or not, changes nothing. */
static void split_apart(struct stream *s, int64_t amount, const struct entitlements_e12 *e)
{
    bool reversal = amount < 0;
    stream_close_run(s);
    if (reversal) stream_negate(s);
    accrue(s, e);
    stream_hand_out(s, size_of(amount), reversal);
    if (reversal) stream_negate(s);
}

enum status stream_split_e12(struct stream *s, int64_t amount_minor,
                             const struct entitlements_e12 *e)
{
    enum status status = stream_admit(s, amount_minor);
    if (status != OK || amount_minor == 0) return status;
    u128 all = (u128)size_of(amount_minor) * STREAM_PARTS;
    check_sum(all, amount_minor < 0, e);
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
