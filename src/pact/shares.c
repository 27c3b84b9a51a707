/* Percentages, fractions and parts, and the sets that they make. */
#include "pact/build.h"

#include <stdlib.h>
#include <string.h>

struct ratio bind_ratio(struct pact *p, const struct bind *b)
{
    struct ratio r;
    if (ratio_make(&r, b->a, b->b) == OK) return r;
    DIAG_REPORT(p->diags, E206, bind_span(b), sources_text(p->doc->sources, bind_span(b)));
    return RATIO_ZERO;
}

struct str pact_percent(struct arena *a, struct ratio r)
{
    struct ratio hundred;
    if (ratio_mul(&hundred, r, (struct ratio){100, 1}) != OK) return STR("?");
    int64_t whole = hundred.num / hundred.den;
    int64_t rest = hundred.num % hundred.den;
    char digits[16];
    size_t len = 0;
    while (rest && len + 1 < sizeof digits) {
        i128 next = (i128)rest * 10;
        digits[len++] = (char)('0' + (int)(next / hundred.den));
        rest = (int64_t)(next % hundred.den);
    }
    return str_format(a, "%lld%s%.*s%s%%", (long long)whole, len ? "." : "", (int)len, digits,
                      rest ? "…" : "");
}

struct str percent_text(struct pact *p, struct ratio r)
{
    return pact_percent(p->arena, r);
}

static int compare_lines(const void *a, const void *b)
{
    const struct share_line *x = a, *y = b;
    if (x->grant != y->grant) return x->grant ? 1 : -1;
    return (x->party > y->party) - (x->party < y->party);
}

static bool check_twice(struct pact *p, const struct share_line *lines, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (compare_lines(&lines[i - 1], &lines[i]) != 0) continue;
        struct str name = lines[i].grant ? diags_word(p->diags, "grant", "财政资助")
                                         : word_text(p, p->parties[lines[i].party].word);
        DIAG_REPORT(p->diags, E208, lines[i].span, name);
        return false;
    }
    return true;
}

static bool sum_shares(const struct share_line *lines, size_t count, struct ratio *out)
{
    *out = RATIO_ZERO;
    for (size_t i = 0; i < count; i++)
        if (ratio_add(out, *out, lines[i].share) != OK) return false;
    return true;
}

bool pact_make_set(struct arena *a, const struct share_line *lines, size_t count,
                   struct share_set *out)
{
    out->count = (uint32_t)count;
    out->parties = ARENA_ARRAY(a, uint32_t, count);
    out->weights = ARENA_ARRAY(a, uint64_t, count);
    for (size_t i = 0; i < count; i++) out->parties[i] = lines[i].party;
    uint64_t common = 1;
    for (uint32_t i = 0; i < out->count; i++)
        if (lcm_u64(&common, common, (uint64_t)lines[i].share.den) != OK) return false;
    uint64_t divisor = 0;
    for (uint32_t i = 0; i < out->count; i++) {
        uint64_t scale = common / (uint64_t)lines[i].share.den;
        if (__builtin_mul_overflow((uint64_t)lines[i].share.num, scale, &out->weights[i]))
            return false;
        divisor = gcd_u64(divisor, out->weights[i]);
    }
    out->sum = 0;
    for (uint32_t i = 0; i < out->count; i++) {
        if (divisor > 1) out->weights[i] /= divisor;
        if (out->weights[i] > LIMIT_WEIGHT_MAX) return false;
        out->sum += out->weights[i];
    }
    return true;
}

bool build_share_set(struct pact *p, const struct share_line *lines, size_t count,
                     enum share_mode mode, struct span span, const char *what,
                     struct share_set *out)
{
    struct share_line *sorted = ARENA_ARRAY(p->arena, struct share_line, count);
    if (count) memcpy(sorted, lines, count * sizeof *lines);
    qsort(sorted, count, sizeof *sorted, compare_lines);
    struct ratio sum;
    if (!check_twice(p, sorted, count)) return false;
    if (!sum_shares(sorted, count, &sum)) {
        DIAG_REPORT(p->diags, E209, span, str_from(what));
        return false;
    }
    bool exact = mode == SHARES_EXACT || mode == SHARES_WITH_GRANT;
    if (exact ? !ratio_equal(sum, RATIO_ONE) : sum.num <= 0) {
        DIAG_REPORT(p->diags, E207, span, str_from(what), percent_text(p, sum));
        return false;
    }
    while (count && sorted[count - 1].grant) count--;
    out->span = span;
    out->entry = INDEX_NONE;
    if (pact_make_set(p->arena, sorted, count, out)) return true;
    DIAG_REPORT(p->diags, E209, span, str_from(what));
    return false;
}
