/* Products and fractions of explanations. */
#include "report/formula.h"

#include "report/names.h"

#include <string.h>

#define FACTORS_MAX 16

/* Longer fractions tell a reader nothing: "of" stands in their place. Shorter yet where the part of
 * an entry that counted is not agreed but happened so. */
#define PLAIN_BYTES_MAX 9
#define PART_BYTES_MAX 5

void known_add(struct known *known, const struct why *why)
{
    *ARENA_PUSH(known->arena, known->list, known->count, known->capacity) = why;
}

bool known_has(const struct known *known, const struct why *why)
{
    for (size_t i = known->count; i-- > 0;)
        if (known->list[i] == why) return true;
    return false;
}

static void read_exact(struct rat *out, struct str text)
{
    enum status status = rat_set_text(out, text);
    CHECK(status == OK);
}

struct str formula_amount(struct arena *a, struct str exact, unsigned digits)
{
    struct rat r;
    int64_t minor = 0;
    rat_init(&r);
    read_exact(&r, exact);
    bool negative = rat_sign(&r) < 0, whole = rat_is_whole(&r);
    if (negative) rat_neg(&r, &r);
    enum status status = rat_floor_i64(&minor, &r);
    rat_clear(&r);
    if (status != OK) return exact;
    struct str text = amount_grouped(a, minor, digits);
    return str_format(a, "%s%.*s%s", negative ? "-" : "", STR_ARG(text), whole ? "" : "…");
}

/* ---- fractions ---- */

/* "60%", "12.5%"; empty where four decimals are not enough. */
static struct str percent_text(struct arena *a, struct str fraction)
{
    struct rat r, scale;
    int64_t parts = 0;
    rat_init(&r);
    rat_init(&scale);
    read_exact(&r, fraction);
    rat_set_i64(&scale, 1000000);
    rat_mul(&r, &r, &scale);
    bool exact = rat_is_whole(&r) && rat_floor_i64(&parts, &r) == OK && parts >= 0;
    rat_clear(&scale);
    rat_clear(&r);
    if (!exact) return STR("");
    struct str text = amount_plain(a, parts, 4);
    while (text.ptr[text.len - 1] == '0') text.len--;
    if (text.ptr[text.len - 1] == '.') text.len--;
    return str_format(a, "%.*s%%", STR_ARG(text));
}

/* Without the decimals, where they are zeros. */
static struct str without_zeros(struct str amount, unsigned digits)
{
    if (digits == 0 || amount.len <= digits + 1) return amount;
    for (size_t i = amount.len - digits; i < amount.len; i++)
        if (amount.ptr[i] != '0') return amount;
    return str_slice(amount, 0, amount.len - digits - 1);
}

/* Whether a share is the part of an amount that `own` is of `all`: exactly, or, where a limit was
 * looked at, to the grain in which entitlements under limits are kept. */
static bool is_measured(const struct why *share, const struct why *own, const struct why *all)
{
    struct rat part, off, grain;
    rat_init(&part);
    rat_init(&off);
    rat_init(&grain);
    read_exact(&part, own->amount);
    read_exact(&off, all->amount);
    bool fits = rat_sign(&off) > 0;
    if (fits) {
        rat_div(&part, &part, &off);
        read_exact(&off, share->children[0]->amount);
        rat_mul(&part, &part, &off);
        read_exact(&off, share->amount);
        rat_sub(&off, &off, &part);
        if (rat_sign(&off) < 0) rat_neg(&off, &off);
        rat_set_fraction(&grain, 1, (u128)STREAM_PARTS);
        fits = rat_compare(&off, &grain) <= 0;
    }
    rat_clear(&grain);
    rat_clear(&off);
    rat_clear(&part);
    return fits;
}

/* "2,000,000/11,100,000": the first two amounts of the basis, where the share is their ratio. */
static struct str measured_text(struct arena *a, const struct why *share, unsigned digits)
{
    if (share->basis_count < 2 || !share->basis[0]->amount.len) return STR("");
    if (!is_measured(share, share->basis[0], share->basis[1])) return STR("");
    struct str above = formula_amount(a, share->basis[0]->amount, digits);
    struct str below = formula_amount(a, share->basis[1]->amount, digits);
    struct str short_above = without_zeros(above, digits);
    struct str short_below = without_zeros(below, digits);
    bool both = short_above.len < above.len && short_below.len < below.len;
    if (both) return str_format(a, "%.*s/%.*s", STR_ARG(short_above), STR_ARG(short_below));
    return str_format(a, "%.*s/%.*s", STR_ARG(above), STR_ARG(below));
}

/* Whether the tier takes what it needs or may take, and no fixed part of what it finds. */
static bool is_limited(const struct tier *tier)
{
    if (!tier) return false;
    return tier->row == TIER_UNTIL_REPAID || tier->row == TIER_UP_TO || tier->row == TIER_AMOUNT ||
           tier->from_fund || tier->capped;
}

/* What of an entry counted or was used up: no clause says what part. */
static bool is_part_of_entry(const struct why *share)
{
    return !share->term && !share->tier && share->children[0]->op == WHY_LEAF;
}

/* A factor as it is read; empty where "of" says more. */
static struct str factor_text(struct arena *a, const struct why *share, unsigned digits)
{
    struct str text = measured_text(a, share, digits);
    if (text.len) return text;
    if (is_limited(share->tier)) return STR("");
    bool part = is_part_of_entry(share);
    text = percent_text(a, share->fraction);
    if (text.len && !(part && memchr(text.ptr, '.', text.len))) return text;
    size_t most = part ? PART_BYTES_MAX : PLAIN_BYTES_MAX;
    return share->fraction.len <= most ? share->fraction : STR("");
}

/* ---- products ---- */

/* A rounding that changed nothing, between two shares. */
static bool is_idle_round(const struct why *why)
{
    return why->op == WHY_ROUND && why->children[0]->op == WHY_SHARE &&
           str_eq(why->amount, why->children[0]->amount);
}

/* " + 0.01 rounding": what a rounding gave beyond the nearest whole unit; empty where it gave that.
 */
static struct str rounding_text(struct arena *a, const struct why *round, unsigned digits,
                                enum language lang)
{
    struct rat off, half;
    int64_t units = 0;
    rat_init(&off);
    rat_init(&half);
    read_exact(&off, round->amount);
    read_exact(&half, round->children[0]->amount);
    rat_sub(&off, &off, &half);
    bool above = rat_sign(&off) > 0;
    if (!above) rat_neg(&off, &off);
    rat_set_fraction(&half, 1, 2);
    bool odd = rat_compare(&off, &half) > 0;
    rat_add(&off, &off, &half);
    bool fits = rat_floor_i64(&units, &off) == OK;
    rat_clear(&half);
    rat_clear(&off);
    if (!odd || !fits) return STR("");
    struct str amount = amount_grouped(a, units, digits);
    return str_format(a, " %s %.*s %s", above ? "+" : "−", STR_ARG(amount),
                      lang == LANG_ZH ? "尾差" : "rounding");
}

static bool is_minus(const struct why *why)
{
    return why->op == WHY_SHARE && str_eq(why->fraction, STR("-1"));
}

static bool is_whole(const struct why *why)
{
    return why->op == WHY_SHARE && str_eq(why->fraction, STR("1"));
}

/* A product in the making: from `base` up, the innermost factor last. */
struct product {
    const struct why *base;
    struct str factors[FACTORS_MAX];
    size_t count;
    bool negative;
};

/* Follows shares down from the base; a minus on the way turns the product around. */
static void follow(struct product *p, const struct known *known, unsigned digits)
{
    while (p->base->op == WHY_SHARE && p->count < FACTORS_MAX) {
        bool whole = is_whole(p->base);
        struct str factor = factor_text(known->arena, p->base, digits);
        if (!factor.len && !whole) return;
        if (is_minus(p->base))
            p->negative = !p->negative;
        else if (!whole)
            p->factors[p->count++] = factor;
        p->base = p->base->children[0];
        if (known_has(known, p->base)) return;
        if (is_idle_round(p->base) && factor_text(known->arena, p->base->children[0], digits).len)
            p->base = p->base->children[0];
    }
}

static struct str product_text(struct arena *a, const struct product *p, unsigned digits)
{
    struct str amount = formula_amount(a, p->base->amount, digits);
    struct str text = str_format(a, "= %s%.*s", p->negative ? "-" : "", STR_ARG(amount));
    for (size_t i = p->count; i-- > 0;)
        text = str_format(a, "%.*s × %.*s", STR_ARG(text), STR_ARG(p->factors[i]));
    return text;
}

struct formula formula_of(const struct known *known, const struct why *why, unsigned digits,
                          enum language lang)
{
    struct arena *a = known->arena;
    struct formula out = {.amount = formula_amount(a, why->amount, digits)};
    while (is_minus(why)) why = why->children[0];
    out.from = out.base = why;
    struct str rounding = STR("");
    if (why->op == WHY_ROUND) {
        rounding = rounding_text(a, why, digits, lang);
        why = why->children[0];
    }
    if (why->op == WHY_SHARE) out.share = why;
    struct product product = {.base = why};
    if (!known_has(known, why)) follow(&product, known, digits);
    out.base = product.base;
    if (product.count > 0 || (rounding.len && out.base->op != WHY_SHARE)) {
        struct str text = product_text(a, &product, digits);
        out.text = str_format(a, "%.*s%.*s", STR_ARG(text), STR_ARG(rounding));
    } else if (out.base->op == WHY_SHARE) {
        out.base = out.base->children[0];
        struct str whole = formula_amount(a, out.base->amount, digits);
        out.text = str_format(a, "%s %.*s%.*s", lang == LANG_ZH ? "取自" : "of", STR_ARG(whole),
                              STR_ARG(rounding));
    }
    return out;
}
