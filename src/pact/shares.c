/* Percentages, fractions and parts, and the dated sets that stakes are made of. */
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

/* The decimal of a ratio in per cent, as people write it: 99.99999. */
static struct str percent_text(struct pact *p, struct ratio r)
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
    return str_format(p->arena, "%lld%s%.*s%s%%", (long long)whole, len ? "." : "", (int)len,
                      digits, rest ? "…" : "");
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

/* ---- stakes ---- */

/* The lines under a stakes statement. */
static struct share_line *read_lines(struct pact *p, const struct term *t, size_t *count_out)
{
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, t->child_count);
    size_t count = 0;
    for (const struct term *c = t->first; c; c = c->next) {
        struct span span = term_name_span(c, ROLE_name);
        if (term_bind(c, ROLE_grant)) {
            DIAG_REPORT(p->diags, E202, c->span, diags_word(p->diags, "grant", "财政资助"),
                        diags_word(p->diags, "member", "成员"));
            continue;
        }
        uint32_t party = require(p, THING_PARTY, term_word(c, ROLE_name), span);
        if (party == INDEX_NONE) continue;
        lines[count++] =
            (struct share_line){party, false, bind_ratio(p, term_bind(c, ROLE_share)), c->span};
    }
    *count_out = count;
    return lines;
}

static enum share_mode mode_of(const struct term *t)
{
    if (term_bind(t, ROLE_parts)) return SHARES_PARTS;
    if (term_bind(t, ROLE_normalised)) return SHARES_NORMALISED;
    return SHARES_EXACT;
}

/* A number where a percentage is meant, or the other way round. */
static bool check_units(struct pact *p, const struct term *t, enum share_mode mode)
{
    for (const struct term *c = t->first; c; c = c->next) {
        const struct bind *b = term_bind(c, ROLE_share);
        if (mode != SHARES_PARTS && b->type == VALUE_NUMBER) {
            DIAG_REPORT(p->diags, E210, bind_span(b), sources_text(p->doc->sources, bind_span(b)));
            return false;
        }
    }
    return true;
}

/* "stakes statfjord, 1999-01-01 to 2001-01-01,": names the period in messages. The end is the next
 * change of the same stakes, where the journal has one. */
static const char *set_name(struct pact *p, const struct stakes *s, date_t from, date_t to)
{
    char a[DATE_TEXT_BYTES], b[DATE_TEXT_BYTES];
    date_format(a, from);
    if (to != DATE_OPEN) date_format(b, to);
    struct str name = word_text(p, s->word);
    if (p->diags->lang == LANG_ZH)
        return str_format(p->arena, "份额表“%.*s”（%s 至 %s）", STR_ARG(name), a,
                          to == DATE_OPEN ? "另行变更" : b)
            .ptr;
    return str_format(p->arena, "%.*s, %s to %s,", STR_ARG(name), a,
                      to == DATE_OPEN ? "further notice" : b)
        .ptr;
}

struct stakes_change {
    uint32_t stakes;
    date_t from;
    uint32_t entry;
    const struct term *term; /* NULL: `stakes NAME none` */
    struct span span;
};

static void add_set(struct pact *p, const struct stakes_change *c, date_t to)
{
    struct stakes *s = &p->stakes[c->stakes];
    bool late = c->entry != INDEX_NONE && document_entry(p->doc, c->entry)->date > c->from;
    struct share_set set = {.from = c->from, .entry = c->entry, .late = late, .span = c->span};
    if (s->set_count && s->sets[s->set_count - 1].from == c->from && !late) {
        char date[DATE_TEXT_BYTES];
        date_format(date, c->from);
        DIAG_REPORT(p->diags, E222, c->span, word_text(p, s->word), str_from(date));
        return;
    }
    bool none = !c->term || term_bind(c->term, ROLE_none);
    if (!none) {
        enum share_mode mode = mode_of(c->term);
        size_t count;
        struct share_line *lines = read_lines(p, c->term, &count);
        if (count < c->term->child_count || !check_units(p, c->term, mode)) return;
        if (count == 0) {
            if (c->entry == INDEX_NONE) return; /* a table whose shares the journal brings */
            DIAG_REPORT(p->diags, E223, c->span, word_text(p, s->word));
            return;
        }
        if (!build_share_set(p, lines, count, mode, c->span, set_name(p, s, c->from, to), &set))
            return;
        set.from = c->from;
        set.entry = c->entry;
        set.late = late;
    }
    *ARENA_PUSH(p->arena, s->sets, s->set_count, s->set_capacity) = set;
}

static int compare_changes(const void *a, const void *b)
{
    const struct stakes_change *x = a, *y = b;
    if (x->stakes != y->stakes) return x->stakes < y->stakes ? -1 : 1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->entry + 1 < y->entry + 1 ? -1 : 1; /* terms first */
}

struct changes {
    struct stakes_change *list;
    size_t count, capacity;
};

static void collect_terms(struct pact *p, struct changes *changes)
{
    for (const struct term *top = p->doc->first; top; top = top->next)
        for (const struct term *t = top->first; top->form == F_ARTICLE && t; t = t->next) {
            if (t->form != F_STAKES) continue;
            uint32_t stakes = pact_find_in(p, NAMES_STAKES, term_word(t, ROLE_name));
            if (stakes == INDEX_NONE) continue;
            *ARENA_PUSH(p->arena, changes->list, changes->count, changes->capacity) =
                (struct stakes_change){stakes, p->founded, INDEX_NONE, t, t->span};
        }
}

static void collect_entries(struct pact *p, struct changes *changes)
{
    for (size_t k = 0; k < p->doc->ahead_count; k++) {
        uint32_t i = p->doc->ahead[k];
        const struct entry *e = document_entry(p->doc, i);
        if (e->form != F_STAKES_ENTRY) continue;
        uint32_t stakes = require_in(p, NAMES_STAKES, e->subject, span_make(e->at, e->len));
        if (stakes == INDEX_NONE) continue;
        *ARENA_PUSH(p->arena, changes->list, changes->count, changes->capacity) =
            (struct stakes_change){stakes, e->effective, i, document_extra(p->doc, e),
                                   span_make(e->at, e->len)};
    }
}

void build_stakes(struct pact *p)
{
    struct changes changes = {0};
    collect_terms(p, &changes);
    collect_entries(p, &changes);
    if (changes.count) qsort(changes.list, changes.count, sizeof *changes.list, compare_changes);
    for (size_t i = 0; i < changes.count; i++) {
        const struct stakes_change *c = &changes.list[i];
        bool last = i + 1 == changes.count || changes.list[i + 1].stakes != c->stakes;
        add_set(p, c, last ? DATE_OPEN : changes.list[i + 1].from);
    }
}

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
