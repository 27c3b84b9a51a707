/* Budgets of the alliance: what may be spent in a calendar year, by category.
 *
 * A `budget` entry sets sums for its year; a further one of the same year is a supplement and adds
 * to them. What the alliance spends (`spend`, for a project or not, from whatever source) counts in
 * the year in which it takes effect. Spending above its sum, or in a category that the budget of
 * the year does not have, is a finding, told once, and changes no figure. Nothing is counted where
 * the text has no `budget` entry. */
#ifndef HEQI_FOLD_BUDGETS_H
#define HEQI_FOLD_BUDGETS_H

#include "fold/fold.h"

struct budget_line {
    int32_t year;
    uint32_t category; /* word */
    int64_t budget_minor, spent_minor;
};

struct budget_years {
    struct budget_line *list; /* in the order in which they were met */
    size_t count, capacity;
};

struct budgets {
    struct budget_years *by_category; /* by index of ACCOUNT_EXPENSES */
    size_t count, capacity;
    int32_t *years; /* that have a budget */
    size_t year_count, year_capacity;
};

/* Whether the text has budgets, so that spending is counted. */
bool fold_needs_budgets(const struct fold *f);

/* Begins with nothing spent, where the text has budgets; what was told stays told. */
void fold_open_budgets(struct fold *f);

bool budgets_has_year(const struct budgets *b, int32_t year);

/* Counts what was spent in a category (a word) on the day of the fold, or, below zero, taken back
 * on the day of an entry; tells what passes its sum. */
void fold_count_budget(struct fold *f, const struct entry *e, date_t day, int64_t amount_minor);

/* Tells what is over and was not told: after an entry that changes the past. */
void fold_look_at_budgets(struct fold *f, const struct entry *e);

/* Takes the sums of a budget entry back by another, e. */
void fold_cut_budget(struct fold *f, const struct entry *e, const struct entry *cut);

#endif
