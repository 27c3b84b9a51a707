/* Rationals over GMP. Every mpq here is canonical: lowest terms, positive denominator. */
#include "num/rat.h"

#include <limits.h>
#include <string.h>

_Static_assert(sizeof(long) == sizeof(int64_t), "mpz_set_si and mpz_get_ui carry 64 bits");

void rat_init(struct rat *r)
{
    mpq_init(r->q);
}

void rat_clear(struct rat *r)
{
    mpq_clear(r->q);
}

struct rat *rat_array(struct arena *a, size_t count)
{
    struct rat *array = ARENA_ARRAY(a, struct rat, count);
    for (size_t i = 0; i < count; i++) rat_init(&array[i]);
    return array;
}

void rat_clear_array(struct rat *r, size_t count)
{
    for (size_t i = 0; i < count; i++) rat_clear(&r[i]);
}

struct arena_rats {
    struct rat *list;
    size_t count;
};

static void clear_arena_rats(void *object)
{
    struct arena_rats *rats = object;
    rat_clear_array(rats->list, rats->count);
}

struct rat *rat_array_of_arena(struct arena *a, size_t count)
{
    struct arena_rats *rats = ARENA_NEW(a, struct arena_rats);
    *rats = (struct arena_rats){rat_array(a, count), count};
    arena_on_release(a, clear_arena_rats, rats);
    return rats->list;
}

void rat_set(struct rat *out, const struct rat *from)
{
    mpq_set(out->q, from->q);
}

void rat_set_i64(struct rat *out, int64_t whole)
{
    mpq_set_si(out->q, whole, 1);
}

static void set_u128(mpz_t out, u128 value)
{
    uint64_t words[2] = {(uint64_t)value, (uint64_t)(value >> 64)};
    mpz_import(out, 2, -1, sizeof words[0], 0, 0, words);
}

static void set_i128(mpz_t out, i128 value)
{
    set_u128(out, value < 0 ? -(u128)value : (u128)value);
    if (value < 0) mpz_neg(out, out);
}

void rat_set_i128(struct rat *out, i128 whole)
{
    set_i128(mpq_numref(out->q), whole);
    mpz_set_ui(mpq_denref(out->q), 1);
}

void rat_set_ratio(struct rat *out, struct ratio r)
{
    CHECK(r.den > 0);
    mpq_set_si(out->q, r.num, (unsigned long)r.den);
}

void rat_set_fraction(struct rat *out, i128 num, u128 den)
{
    CHECK(den > 0);
    set_i128(mpq_numref(out->q), num);
    set_u128(mpq_denref(out->q), den);
    mpq_canonicalize(out->q);
}

void rat_set_limbs(struct rat *out, const uint64_t *limbs, size_t count)
{
    mpz_import(mpq_numref(out->q), count, -1, sizeof *limbs, 0, 0, limbs);
    mpz_set_ui(mpq_denref(out->q), 1);
}

enum status rat_denominator_u64(uint64_t *out, const struct rat *r)
{
    mpz_srcptr den = mpq_denref(r->q);
    if (mpz_sizeinbase(den, 2) > 64) return ERR_OVERFLOW;
    size_t count;
    *out = 0;
    (void)mpz_export(out, &count, -1, sizeof *out, 0, 0, den);
    return OK;
}

/* Reads DIGITS, and nothing else, of a NUL-terminated piece. */
static bool read_digits(mpz_t out, const char *digits)
{
    size_t count = strspn(digits, "0123456789");
    return count > 0 && digits[count] == '\0' && mpz_set_str(out, digits, 10) == 0;
}

static bool read_fraction(struct rat *out, char *text)
{
    bool negative = text[0] == '-';
    char *den = strchr(text, '/');
    if (den) *den++ = '\0';
    if (!read_digits(mpq_numref(out->q), text + negative)) return false;
    if (!read_digits(mpq_denref(out->q), den ? den : "1")) return false;
    if (mpz_sgn(mpq_denref(out->q)) == 0) return false;
    if (negative) mpq_neg(out->q, out->q);
    mpq_canonicalize(out->q);
    return true;
}

enum status rat_set_text(struct rat *out, struct str text)
{
    char copy[RAT_TEXT_BYTES_MAX + 1];
    if (text.len > RAT_TEXT_BYTES_MAX) return ERR_RANGE;
    if (text.len == 0 || memchr(text.ptr, '\0', text.len)) return ERR_SYNTAX;
    memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';

    struct rat read;
    rat_init(&read);
    bool ok = read_fraction(&read, copy);
    if (ok) mpq_swap(out->q, read.q);
    mpz_set_ui(mpq_denref(read.q), 1); /* clear a refused denominator of 0 */
    rat_clear(&read);
    return ok ? OK : ERR_SYNTAX;
}

void rat_add(struct rat *out, const struct rat *a, const struct rat *b)
{
    mpq_add(out->q, a->q, b->q);
}

void rat_sub(struct rat *out, const struct rat *a, const struct rat *b)
{
    mpq_sub(out->q, a->q, b->q);
}

void rat_mul(struct rat *out, const struct rat *a, const struct rat *b)
{
    mpq_mul(out->q, a->q, b->q);
}

void rat_div(struct rat *out, const struct rat *a, const struct rat *b)
{
    CHECK(rat_sign(b) != 0);
    mpq_div(out->q, a->q, b->q);
}

void rat_neg(struct rat *out, const struct rat *a)
{
    mpq_neg(out->q, a->q);
}

int rat_compare(const struct rat *a, const struct rat *b)
{
    return mpq_cmp(a->q, b->q);
}

bool rat_equal(const struct rat *a, const struct rat *b)
{
    return mpq_equal(a->q, b->q) != 0;
}

int rat_sign(const struct rat *a)
{
    return mpq_sgn(a->q);
}

bool rat_is_whole(const struct rat *a)
{
    return mpz_cmp_ui(mpq_denref(a->q), 1) == 0;
}

size_t rat_bits(const struct rat *a)
{
    size_t num = mpz_sizeinbase(mpq_numref(a->q), 2);
    size_t den = mpz_sizeinbase(mpq_denref(a->q), 2);
    return num > den ? num : den;
}

enum status rat_floor_i128(i128 *out, const struct rat *r)
{
    mpz_t whole;
    mpz_init(whole);
    mpz_fdiv_q(whole, mpq_numref(r->q), mpq_denref(r->q));
    bool negative = mpz_sgn(whole) < 0;
    if (negative) mpz_com(whole, whole); /* -1 - whole: from 0 up, and one's complement undoes it */
    bool fits = mpz_sizeinbase(whole, 2) <= 127;
    uint64_t words[2] = {0, 0};
    if (fits) mpz_export(words, NULL, -1, sizeof words[0], 0, 0, whole);
    mpz_clear(whole);
    if (!fits) return ERR_OVERFLOW;
    i128 value = (i128)((u128)words[1] << 64 | words[0]);
    *out = negative ? -1 - value : value;
    return OK;
}

enum status rat_floor_i64(int64_t *out, const struct rat *r)
{
    i128 whole;
    enum status status = rat_floor_i128(&whole, r);
    if (status != OK) return status;
    if (whole < INT64_MIN || whole > INT64_MAX) return ERR_OVERFLOW;
    *out = (int64_t)whole;
    return OK;
}

void rat_root_down(struct rat *out, const struct rat *a)
{
    mpz_t unit, root;
    CHECK(rat_sign(a) >= 0);
    mpz_init(unit);
    mpz_init(root);
    mpz_ui_pow_ui(unit, 10, 18);
    mpz_mul(root, mpq_numref(a->q), unit);
    mpz_mul(root, root, unit);
    mpz_fdiv_q(root, root, mpq_denref(a->q));
    mpz_sqrt(root, root);
    mpq_set_num(out->q, root);
    mpq_set_den(out->q, unit);
    mpq_canonicalize(out->q);
    mpz_clear(root);
    mpz_clear(unit);
}

struct str rat_text(struct arena *a, const struct rat *r)
{
    /* A sign, a stroke and a NUL besides the digits, as the manual of mpq_get_str asks for. */
    size_t size = mpz_sizeinbase(mpq_numref(r->q), 10) + mpz_sizeinbase(mpq_denref(r->q), 10) + 3;
    char *text = arena_alloc(a, size);
    mpq_get_str(text, 10, r->q);
    return str_from(text);
}

/* |value| over the common denominator. */
static void scaled(mpz_t out, const struct rat *value, const mpz_t common)
{
    mpz_divexact(out, common, mpq_denref(value->q));
    mpz_mul(out, out, mpq_numref(value->q));
    mpz_abs(out, out);
}

bool rat_weights(uint64_t *weights, uint64_t *sum, const struct rat *values, size_t count)
{
    mpz_t common, part, divisor, total;
    mpz_inits(common, part, divisor, total, NULL);
    mpz_set_ui(common, 1);
    for (size_t i = 0; i < count; i++) mpz_lcm(common, common, mpq_denref(values[i].q));
    for (size_t i = 0; i < count; i++) {
        scaled(part, &values[i], common);
        mpz_gcd(divisor, divisor, part);
        mpz_add(total, total, part);
    }
    CHECK(mpz_sgn(total) > 0);
    mpz_divexact(total, total, divisor);
    bool fits = mpz_sizeinbase(total, 2) <= 63;
    if (fits) *sum = mpz_get_ui(total);
    for (size_t i = 0; i < count && fits; i++) {
        scaled(part, &values[i], common);
        mpz_divexact(part, part, divisor);
        weights[i] = mpz_get_ui(part);
    }
    mpz_clears(common, part, divisor, total, NULL);
    return fits;
}

void rat_keep(struct kept_rat *kept, struct arena *a, const struct rat *value)
{
    size_t num = mpz_size(mpq_numref(value->q)), den = mpz_size(mpq_denref(value->q));
    if (num + den > kept->capacity) {
        kept->capacity = 2 * (num + den);
        kept->limbs = ARENA_ARRAY(a, mp_limb_t, kept->capacity);
    }
    CHECK(num < INT_MAX);
    CHECK(den < INT_MAX);
    if (num) memcpy(kept->limbs, mpz_limbs_read(mpq_numref(value->q)), num * sizeof(mp_limb_t));
    memcpy(kept->limbs + num, mpz_limbs_read(mpq_denref(value->q)), den * sizeof(mp_limb_t));
    mp_size_t signed_num = rat_sign(value) < 0 ? -(mp_size_t)num : (mp_size_t)num;
    mpz_roinit_n(mpq_numref(kept->value.q), kept->limbs, signed_num);
    mpz_roinit_n(mpq_denref(kept->value.q), kept->limbs + num, (mp_size_t)den);
}
