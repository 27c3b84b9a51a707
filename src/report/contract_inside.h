/* Inside the contract only: what its files share. */
#ifndef HEQI_REPORT_CONTRACT_INSIDE_H
#define HEQI_REPORT_CONTRACT_INSIDE_H

#include "report/contract.h"
#include "report/prose.h"
#include "report/writer.h"

enum contract_part {
#define PART(id, en, zh) PART_##id,
#define PLACE(form, part, layout)
#define SILENT(subject, part)
#include "report/part_table.h"
#undef PART
#undef PLACE
#undef SILENT
    PART_COUNT
};

enum layout { LAYOUT_ITEMS, LAYOUT_RUN, LAYOUT_JOIN, LAYOUT_ANNEX };

struct contract {
    struct arena *arena;
    const struct pact *pact;
    struct paper *paper;
    struct prose prose;
    enum language lang;
    date_t at;
    const struct term **terms; /* top-level statements that hold on the day */
    size_t term_count, term_capacity;
    const struct term **parties; /* by party: what names it on the day; NULL: it is none */
    const struct term **annexes; /* clauses that have one, in their order */
    size_t annex_count, annex_capacity;
};

/* One of two texts. */
struct str contract_say(const struct contract *c, const char *en, const char *zh);

/* "Annex 2", "附件二". */
struct str contract_annex_name(const struct contract *c, size_t index);

/* A sentence closed by `stop`, unless its own text already is. */
struct str contract_stop(const struct contract *c, struct str sentence, struct str stop);

/* The lines below a statement as numbered items. */
void contract_put_items(struct contract *c, const struct term *t, struct str above, uint32_t level);

/* A sentence about a quorum or a majority, with how many seats or votes that is on the day. */
struct str contract_counted(const struct contract *c, const struct term *t, struct str sentence);

/* A line of what names a party; empty where it has none. */
struct str contract_party_line(const struct contract *c, const struct term *party, enum form form);

/* The pages before and behind the parts. */
void contract_put_front(struct contract *c, struct str digest);
void contract_put_definitions(struct contract *c);
void contract_put_annexes(struct contract *c);
void contract_put_changes(struct contract *c);
void contract_put_signatures(struct contract *c);

#endif
