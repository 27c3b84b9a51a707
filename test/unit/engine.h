/* For the tests of the layers from pact to settle: a text in a C string, read by the real parser,
 * resolved, folded and settled, and what came out compared with what was worked out by hand.
 *
 * Figures are expected as a list: "a.received 600.00, fund.generic 10.00, unshared 0.00,
 * assets:cash 610.00". What is not named is not compared. */
#ifndef HEQI_TEST_UNIT_ENGINE_H
#define HEQI_TEST_UNIT_ENGINE_H

#include "lang/parse.h"
#include "settle/settle.h"

/* A line of a settlement, kept. */
struct kept_line {
    struct line line;
    struct str exact, amount; /* in minor units; exact may be a fraction */
    const struct why *why;
};

struct engine {
    struct arena arena;
    struct words words;
    const struct grammar *g;
    struct sources sources;
    struct diags diags;
    struct parser parser;
    struct document document;
    const struct pact *pact;
    struct settlement settlement;
    bool settled; /* without an error */
    struct kept_line *lines;
    size_t line_count, line_capacity;
};

struct engine_options {
    const char *until; /* NULL: the last entry */
    bool lines;        /* keep them */
    bool explain;      /* with their whys */
    bool balance;      /* fold only, without closing the day */
    bool checking;     /* the same as `heqi check` does */
};

/* Reads and resolves; problems are in e->diags. engine_release gives everything back. */
void engine_resolve(struct engine *e, const char *text);
void engine_release(struct engine *e);

/* The same, folded and settled where there are no errors. */
void engine_settle(struct engine *e, const char *text, struct engine_options options);

/* The codes that were reported, notes left out, "E309 F101". */
struct str engine_codes(struct engine *e);

/* What was reported, rendered: for the message of a test that fails. */
struct str engine_problems(struct engine *e);

/* A figure by its name, see above; fails the test where there is no such name. */
int64_t engine_figure(struct engine *e, struct str name);

/* Index of a party; fails the test where there is none. */
uint32_t engine_party(const struct engine *e, const char *name);

/* Settles a text and compares figures. */
void expect_figures(const char *text, const char *figures);
void expect_figures_until(const char *text, const char *until, const char *figures);

/* The books as they are, not as if settled. */
void expect_balance(const char *text, const char *figures);

/* What settling a text reports, notes left out; "" for nothing. */
void expect_codes(const char *text, const char *codes);

/* The start of every text: one alliance, in CNY, of enterprise a, university b and institute c. */
#define ALLIANCE                                                                                   \
    "alliance t \"T\"\n"                                                                           \
    "  founded 2012-01-01\n"                                                                       \
    "  currency CNY\n"
#define THREE                                                                                      \
    ALLIANCE "article 1 \"Members\"\n"                                                             \
             "  party a enterprise \"A\" lead\n"                                                   \
             "  party b university \"B\"\n"                                                        \
             "  party c institute \"C\"\n"

#endif
