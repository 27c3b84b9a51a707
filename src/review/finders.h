/* Inside review only: the functions behind the rows of fact_table.h. */
#ifndef HEQI_REVIEW_FINDERS_H
#define HEQI_REVIEW_FINDERS_H

#include "review/facts.h"

struct fact_row {
    const char *name[2]; /* by enum language */
    enum fact_of of;
    enum form form;
    struct found (*find)(const struct facts *f, const struct fact_row *row, uint32_t index);
    const char *write[2];
};

/* The next statement of the agreement behind one, with its indented lines, in reading order; the
 * first behind NULL, NULL behind the last. Rules and worked examples are passed over. */
const struct term *next_term(const struct pact *p, const struct term *t);

struct found found_nothing(void);
struct found found_term(const struct term *t);
struct found found_count(uint32_t count, const struct term *first);

/* part of whole, as a fraction; unknown where whole is 0. */
struct found found_part(u128 part, u128 whole, const struct term *term);

#define FACT(of, en, zh, form, find, write, write_zh)                                              \
    struct found find(const struct facts *f, const struct fact_row *row, uint32_t index);
#include "review/fact_table.h"
#undef FACT

#endif
