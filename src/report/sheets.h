/* The sheets of the books: statement of position, income statement, cash flow.
 *
 * All three are made from the postings alone. The position takes every account to the day, income
 * less expenses as the result so far; income and cash flow take what was posted in a period. Each
 * sheet ends in sums that must meet: assets are liabilities and equity, what was there and what
 * flowed is what is there. */
#ifndef HEQI_REPORT_SHEETS_H
#define HEQI_REPORT_SHEETS_H

#include "fold/fold.h"
#include "report/names.h"

enum sheet_kind { SHEET_TRIAL, SHEET_POSITION, SHEET_INCOME, SHEET_CASHFLOW, SHEET_COUNT };

/* What money flows for. */
enum activity {
    ACTIVITY_CAPITAL,
    ACTIVITY_CALLS,
    ACTIVITY_DUES,
    ACTIVITY_LOSSES, /* what members pay on losses put on them */
    ACTIVITY_INTEREST,
    ACTIVITY_GRANTS,
    ACTIVITY_INCOME,
    ACTIVITY_SPENDING,
    ACTIVITY_PAYMENTS, /* to members */
    ACTIVITY_LOANS,
    ACTIVITY_OTHER,
    ACTIVITY_COUNT
};

struct flow {
    int64_t in_minor, out_minor;
};

enum sheet_row_kind { SHEET_SECTION, SHEET_LINE, SHEET_TOTAL, SHEET_SUM };

/* A section with its lines ends in its total; sums stand behind all sections. Amounts: one, or for
 * flows in, out and net. */
struct sheet_row {
    enum sheet_row_kind kind;
    struct str key;   /* as in JSON: a section, an account, a sum */
    struct str label; /* in words */
    int64_t amounts[3];
};

struct sheet {
    struct arena *arena;
    enum sheet_kind kind;
    date_t from; /* of the period; DATE_NONE: the founding */
    const struct fold *fold;
    enum language lang;
    int64_t *moved[ACCOUNT_COUNT]; /* in the period, by index */
    size_t moved_count[ACCOUNT_COUNT], moved_capacity[ACCOUNT_COUNT];
    struct flow flows[ACTIVITY_COUNT];
    int64_t cash_before_minor;
    bool overflow; /* a sum left int64: the sheet is not to be used */
    struct sheet_row *rows;
    size_t row_count, row_capacity;
};

/* "trial", "position", "income", "cashflow". */
const char *sheet_kind_name(enum sheet_kind kind);

/* "capital", "calls" … as in JSON. */
const char *activity_name(enum activity activity);

void sheet_init(struct sheet *s, struct arena *arena, enum sheet_kind kind, date_t from);

/* The day before its period, with which the fold must book what accrues; 0: it has no beginning. */
date_t sheet_eve(const struct sheet *s);

/* What the fold must be run with. The sheet must outlive the run. */
struct posting_sink sheet_sink(struct sheet *s);

/* Makes the rows from a fold that was run. False where a sum left int64. */
NODISCARD bool sheet_fill(struct sheet *s, const struct fold *f, enum language lang);

/* How many amounts a line has: 3 for flows, else 1; a sum has one. */
uint32_t sheet_amounts(const struct sheet *s);

/* Head and table. */
struct str sheet_text(const struct sheet *s);

#endif
