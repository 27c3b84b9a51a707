/* A settlement as a finance office reads it, and a tree of whys as a person reads it. */
#ifndef HEQI_REPORT_SETTLEMENT_H
#define HEQI_REPORT_SETTLEMENT_H

#include "report/names.h"

/* Head, a row a party with totals, funds, what is unshared and uncovered, who has not signed. */
struct str report_settlement(struct arena *a, const struct settlement *s, enum language lang);

/* A row a line, as it is made. */
struct str report_line(struct arena *a, const struct fold *f, const struct line *l);

/* The tree, a line a node, indented; depth_max cuts it (0: all). */
struct str report_why(struct arena *a, const struct pact *p, const struct why *why,
                      enum language lang);

/* The accounts that are not zero, by name, and their sum. */
struct str report_balance(struct arena *a, const struct settlement *s, enum language lang);

/* The accounts of a state in order of name, those that moved or are not zero. */
struct account_line {
    struct str name;
    int64_t minor;
};

struct account_line *report_accounts(struct arena *a, const struct state *s, size_t *count_out);

#endif
