/* See budgets.h. */
#include "fold/budgets.h"

#include "fold/handlers.h"

bool fold_needs_budgets(const struct fold *f)
{
    for (size_t i = 0; i < f->doc->ahead_count; i++)
        if (document_entry(f->doc, f->doc->ahead[i])->form == F_BUDGET) return true;
    return false;
}

void fold_open_budgets(struct fold *f)
{
    f->budgets = fold_needs_budgets(f) ? ARENA_NEW(f->state->arena, struct budgets) : NULL;
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
        *ARENA_PUSH(f->state->arena, b->by_category, b->count, b->capacity) =
            (struct budget_years){0};
    struct budget_years *years = &b->by_category[index];
    for (size_t i = years->count; i-- > 0;)
        if (years->list[i].year == year) return &years->list[i];
    struct budget_line *line =
        ARENA_PUSH(f->state->arena, years->list, years->count, years->capacity);
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

static size_t find_told(const struct told_budgets *t, const struct budget_line *l)
{
    size_t i = 0;
    while (i < t->count && (t->list[i].year != l->year || t->list[i].category != l->category)) i++;
    return i;
}

/* Tells what is over and was not, and forgets what is over no more. */
static void look_at(struct fold *f, const struct entry *e, const struct budget_line *l)
{
    struct told_budgets *t = &f->told_budgets;
    if (f->replaying) return;
    size_t at = find_told(t, l);
    bool told = at < t->count, over = is_over(f, l);
    if (told && !over) t->list[at] = t->list[--t->count];
    if (told || !over) return;
    tell_over(f, e, l);
    *ARENA_PUSH(f->state->stands, t->list, t->count, t->capacity) = *l;
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
        *ARENA_PUSH(f->state->arena, f->budgets->years, f->budgets->year_count,
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
