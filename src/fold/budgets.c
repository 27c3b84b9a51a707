/* See budgets.h. */
#include "fold/budgets.h"

#include "fold/handlers.h"

void fold_open_budgets(struct fold *f)
{
    if (f->budgets) {
        f->budgets->count = f->budgets->year_count = 0;
        return;
    }
    for (size_t i = 0; i < f->doc->ahead_count && !f->budgets; i++)
        if (document_entry(f->doc, f->doc->ahead[i])->form == F_BUDGET)
            f->budgets = ARENA_NEW(f->arena, struct budgets);
}

bool budgets_has_year(const struct budgets *b, int32_t year)
{
    for (size_t i = 0; i < b->year_count; i++)
        if (b->years[i] == year) return true;
    return false;
}

static struct budget_line *line_of(struct fold *f, uint32_t category, int32_t year)
{
    struct budgets *b = f->budgets;
    uint32_t index = state_category(f->state, category);
    while (b->count <= index)
        *ARENA_PUSH(f->arena, b->by_category, b->count, b->capacity) = (struct budget_years){0};
    struct budget_years *years = &b->by_category[index];
    for (size_t i = years->count; i-- > 0;)
        if (years->list[i].year == year) return &years->list[i];
    struct budget_line *line = ARENA_PUSH(f->arena, years->list, years->count, years->capacity);
    *line = (struct budget_line){.year = year, .category = category};
    return line;
}

static bool is_over(const struct fold *f, const struct budget_line *l)
{
    return budgets_has_year(f->budgets, l->year) && l->spent_minor > l->budget_minor;
}

static void tell_over(struct fold *f, const struct entry *e, const struct budget_line *l)
{
    DIAG_REPORT(f->diags, F121, entry_span(e), fold_amount(f, l->spent_minor),
                pact_word(f->pact, l->category), str_format(f->arena, "%d", (int)l->year),
                fold_amount(f, l->budget_minor));
}

static size_t find_told(const struct budgets *b, const struct budget_line *l)
{
    size_t i = 0;
    while (i < b->told_count && (b->told[i].year != l->year || b->told[i].category != l->category))
        i++;
    return i;
}

/* Tells what is over and was not, and forgets what is over no more. */
static void look_at(struct fold *f, const struct entry *e, const struct budget_line *l)
{
    struct budgets *b = f->budgets;
    if (f->replaying) return;
    size_t at = find_told(b, l);
    bool told = at < b->told_count, over = is_over(f, l);
    if (told && !over) b->told[at] = b->told[--b->told_count];
    if (told || !over) return;
    tell_over(f, e, l);
    *ARENA_PUSH(f->arena, b->told, b->told_count, b->told_capacity) = *l;
}

void fold_look_at_budgets(struct fold *f, const struct entry *e)
{
    if (!f->budgets) return;
    for (size_t i = 0; i < f->budgets->count; i++) {
        const struct budget_years *years = &f->budgets->by_category[i];
        for (size_t k = 0; k < years->count; k++) look_at(f, e, &years->list[k]);
    }
}

void fold_count_budget(struct fold *f, const struct entry *e, date_t day, int64_t amount_minor)
{
    if (!f->budgets) return;
    struct budget_line *l = line_of(f, e->subject, date_to_civil(day).year);
    state_add(f->state, &l->spent_minor, amount_minor);
    look_at(f, e, l);
}

/* ---- the entries ---- */

static int32_t year_of(const struct term *t)
{
    return (int32_t)term_bind(t, ROLE_number)->a;
}

static void add_sums(struct fold *f, const struct term *t, int sign)
{
    for (const struct term *c = t->first; c; c = c->next) {
        struct budget_line *l = line_of(f, term_word(c, ROLE_category), year_of(t));
        state_add(f->state, &l->budget_minor, sign * term_bind(c, ROLE_amount)->a);
    }
}

/* Each category once, with a sum above zero. */
static bool check_heads(struct fold *f, const struct term *t)
{
    for (const struct term *c = t->first; c; c = c->next)
        for (const struct term *d = t->first; d != c; d = d->next)
            if (term_word(c, ROLE_category) == term_word(d, ROLE_category)) {
                DIAG_REPORT(f->diags, E382, c->span,
                            pact_word(f->pact, term_word(c, ROLE_category)));
                return false;
            }
    return true;
}

/* What was spent in the year before it had a budget is measured by it, too. */
bool fold_budget(struct fold *f, const struct entry *e)
{
    const struct term *t = document_extra(f->doc, e);
    int32_t year = year_of(t);
    bool first = !budgets_has_year(f->budgets, year);
    if (!check_heads(f, t)) return false;
    if (first)
        *ARENA_PUSH(f->arena, f->budgets->years, f->budgets->year_count,
                    f->budgets->year_capacity) = year;
    add_sums(f, t, 1);
    fold_look_at_budgets(f, e);
    return true;
}

void fold_cut_budget(struct fold *f, const struct entry *e, const struct entry *cut)
{
    add_sums(f, document_extra(f->doc, cut), -1);
    fold_look_at_budgets(f, e);
}
