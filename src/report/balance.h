/* The accounts of the alliance, as a balance. */
#ifndef HEQI_REPORT_BALANCE_H
#define HEQI_REPORT_BALANCE_H

#include "report/names.h"

/* Head, the accounts that are not zero by name, with a subtotal for assets, liabilities …, and
 * their sum. In Chinese the names of accounts are translated. */
struct str report_balance(struct arena *a, const struct settlement *s, enum language lang);

/* The accounts of a state in order of name, those that are not zero. */
struct account_line {
    struct str name;
    int64_t minor;
};

struct account_line *report_accounts(struct arena *a, const struct state *s, size_t *count_out);

/* The name of an account, its fixed words translated into Chinese where that is asked for. */
struct str account_in(struct arena *a, struct str name, enum language lang);

#endif
