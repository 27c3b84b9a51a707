/* Dues, sales and scores, by party. */
#include "state/counted.h"

static int32_t year_of(date_t day)
{
    return date_to_civil(day).year;
}

/* ---- dues ---- */

void state_pay_dues(struct state *s, uint32_t party, int32_t year, uint32_t entry, int64_t minor)
{
    struct party_state *p = &s->parties[party];
    if (minor > 0)
        *ARENA_PUSH(s->arena, p->paid_dues, p->paid_dues_count, p->paid_dues_capacity) =
            (struct paid_dues){.year = year, .entry = entry, .minor = minor};
    for (size_t i = p->paid_dues_count; i-- > 0 && minor < 0;) {
        struct paid_dues *paid = &p->paid_dues[i];
        int64_t taken = paid->minor < -minor ? paid->minor : -minor;
        paid->minor -= taken;
        minor += taken;
    }
}

int64_t state_dues(const struct state *s, uint32_t party)
{
    const struct party_state *p = &s->parties[party];
    int64_t sum = 0;
    for (size_t i = p->paid_dues_count; i-- > 0;)
        if (p->paid_dues[i].year == year_of(s->day)) sum += p->paid_dues[i].minor;
    return sum;
}

/* ---- sales ---- */

int32_t state_sales_year(const struct state *s)
{
    return year_of(s->day) - 1;
}

int64_t state_sales(const struct state *s, uint32_t party)
{
    const struct party_state *p = &s->parties[party];
    int64_t sum = 0;
    for (size_t i = 0; i < p->sales_count; i++)
        if (p->sales[i].year == state_sales_year(s) &&
            __builtin_add_overflow(sum, p->sales[i].minor, &sum))
            return INT64_MAX;
    return sum;
}

/* ---- scores ---- */

void state_appraise(struct state *s, uint32_t party, struct appraisal appraisal)
{
    struct party_state *p = &s->parties[party];
    *ARENA_PUSH(s->arena, p->appraisals, p->appraisal_count, p->appraisal_capacity) = appraisal;
}

void state_unappraise(struct state *s, uint32_t party, uint32_t entry)
{
    struct party_state *p = &s->parties[party];
    size_t kept = 0;
    for (size_t i = 0; i < p->appraisal_count; i++)
        if (p->appraisals[i].entry != entry) p->appraisals[kept++] = p->appraisals[i];
    p->appraisal_count = kept;
}

const struct appraisal *state_appraisal(const struct state *s, uint32_t party, uint32_t score)
{
    const struct party_state *p = &s->parties[party];
    for (size_t i = p->appraisal_count; i-- > 0;)
        if (p->appraisals[i].score == score) return &p->appraisals[i];
    return NULL;
}

int64_t state_score(const struct state *s, uint32_t party, uint32_t score)
{
    const struct appraisal *a = state_appraisal(s, party, score);
    return a ? a->parts : 0;
}

struct str score_text(struct arena *a, int64_t parts)
{
    struct str text = str_format(a, "%lld.%06lld", (long long)(parts / SCORE_PARTS),
                                 (long long)(parts % SCORE_PARTS));
    while (text.ptr[text.len - 1] == '0') text.len--;
    if (text.ptr[text.len - 1] == '.') text.len--;
    return text;
}
