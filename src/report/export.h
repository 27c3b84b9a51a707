/* The books for other programs: each entry that posts something is one transaction, told as the
 * fold makes it, so that a journal of any length needs no memory.
 *
 * hledger (ledger reads it too): the accounts are called as in `heqi balance`. A payer may be
 * called anything; what would end a name there is written as %XX, its bytes in hexadecimal: `%`,
 * `;`, `:`, control characters, a space at either end or behind another, every space that is not
 * ASCII. An empty name is a lone %.
 *
 * beancount: parts begin with a capital and hold letters, digits and dashes. A small ASCII letter
 * in front becomes a capital; in front of anything else stands a 0 (灯塔 is 0灯塔). What may not
 * stand in a part is -xHH-, its code point in hexadecimal, and so is a dash before an x. Both
 * mappings can be undone, so two accounts never become one; `open` names the account besides.
 *
 * CSV: a row a posting, by report/csv.h; accounts as in `heqi balance`. */
#ifndef HEQI_REPORT_EXPORT_H
#define HEQI_REPORT_EXPORT_H

#include "fold/fold.h"
#include "report/writer.h"

enum export_format { EXPORT_HLEDGER, EXPORT_BEANCOUNT, EXPORT_CSV, EXPORT_COUNT };

/* "hledger", "beancount", "csv". */
const char *export_format_name(enum export_format format);

struct exporter {
    struct arena *arena; /* of the names */
    enum export_format format;
    const struct state *state;        /* whose names are kept */
    struct str *names[ACCOUNT_COUNT]; /* as the format spells them, by index */
    size_t name_capacity[ACCOUNT_COUNT];
    struct words declared; /* what was said to exist */
};

void exporter_init(struct exporter *e, struct arena *arena, enum export_format format);

/* What stands in front of all transactions. */
struct str export_head(struct arena *a, const struct exporter *e, const struct pact *p);

/* A transaction, in front of it what is said of accounts that are met for the first time. The text
 * is in `scratch`. */
struct str export_posted(struct exporter *e, struct arena *scratch, const struct fold *f,
                         const struct posted *p);

/* An account as the format spells it; good as long as the exporter. */
struct str export_account(struct exporter *e, const struct state *s, enum account account,
                          uint32_t index);

/* Whether an account was spelled so far: it is one of those that were posted to. */
bool export_has(const struct exporter *e, enum account account, uint32_t index);

/* An entry in words, on one line and shortened: what it says behind its date; and the same of what
 * was posted, which may be a tranche. */
struct str entry_line(struct arena *a, const struct document *d, uint32_t index);
struct str posted_text(struct arena *a, const struct fold *f, const struct posted *p);

/* The spellings by themselves, for tests and for whoever reads an account back. */
struct str account_for_hledger(struct arena *a, struct str name);
struct str account_for_beancount(struct arena *a, struct str name);

#endif
