/* The statement of account of a member over a period: what it opened with, every movement, what it
 * closes with, what it owes by when, what was rounded and what it disputes.
 *
 *     opening.due  + (received − paid out − set off)                        = closing.due
 *     opening.owes + (called + borne + charges − paid in − set off)         = closing.owes
 *
 * The opening is what the lines before the period add up to in the same settlement, so a closed
 * period is never restated: what a late entry changed stands among the movements, as an
 * adjustment. */
#ifndef HEQI_REPORT_STATEMENT_H
#define HEQI_REPORT_STATEMENT_H

#include "report/paper.h"
#include "settle/settle.h"

/* A line of the settlement, kept: nothing of it points into the running fold. */
struct statement_line {
    uint32_t number, entry; /* entry INDEX_NONE: a tranche, or the settlement asked for */
    date_t date;
    const struct term *term;
    enum line_kind kind;
    enum figure figure;
    int64_t amount_minor;
    struct str exact; /* in minor units */
};

struct statement_debt {
    date_t due;
    enum nature nature;
    int64_t open_minor;
};

struct statement_request {
    uint32_t party;
    date_t from, until; /* both inclusive; from DATE_NONE: since the founding */
};

struct member_statement {
    const struct pact *pact;
    struct statement_request request;
    struct settlement settlement;
    struct figures opening, closing;
    struct statement_line *lines; /* of the period */
    size_t line_count, line_capacity;
    struct statement_debt *debts; /* not paid yet, by nature and due date */
    size_t debt_count, debt_capacity;
    uint32_t *disputes; /* entries: answers of the member that it has not taken back by agreeing */
    size_t dispute_count, dispute_capacity;
    struct rat *rounded; /* what the lines of the period gave less what was exact, minor units */
};

/* Settles up to request.until and takes from it what concerns the party. False where an error was
 * reported. */
bool statement_make(struct member_statement *s, struct arena *arena, const struct pact *pact,
                    struct diags *diags, struct statement_request request);

/* What a line adds to what is due to the member, and to what it owes. */
int64_t statement_to_member(const struct statement_line *l);
int64_t statement_from_member(const struct statement_line *l);

/* "due", "owes" before and behind the movements. */
struct statement_balance {
    int64_t due, owes;
};
struct statement_balance statement_balance(const struct figures *x);

/* The statement as a paper, to be written as text, CSV, workbook or PDF. */
void statement_paper(struct paper *p, struct arena *arena, const struct member_statement *s,
                     enum language lang);

#endif
