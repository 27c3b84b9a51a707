/* Inside silence only: the agreement of one day, and what its predicates ask of it. */
#ifndef HEQI_REVIEW_SILENCE_INSIDE_H
#define HEQI_REVIEW_SILENCE_INSIDE_H

#include "pact/pact.h"
#include "pact/rights.h"

enum covenant {
#define COVENANT(id, names, part, en, zh) COVENANT_##id,
#include "review/covenant_table.h"
#undef COVENANT
    COVENANT_COUNT
};

struct silent_on {
    const struct pact *p;
    date_t at;
    const struct provisions *now; /* of that day */
};

/* A line of a form right below a statement; NULL: there is none. */
const struct term *find_line(const struct term *t, enum form form);

/* A statement of a form in any article; NULL: there is none. */
const struct term *find_statement(const struct silent_on *s, enum form form);

/* A covenant by any of its names. */
bool has_covenant(const struct silent_on *s, enum covenant covenant);

bool decides_on(const struct silent_on *s, enum matter matter);
bool shares_class(const struct silent_on *s, enum income_class class);
bool bears_kind(const struct silent_on *s, enum loss_kind kind);

/* The terms of a project that is there on the day; NULL: it is not. */
const struct term *project_on(const struct silent_on *s, uint32_t project);
bool has_projects(const struct silent_on *s);

/* Whether any project lacks what must be agreed before it starts. */
bool lacks_of_projects(const struct silent_on *s, enum start_lacks what);

/* The `funded` line of a project leaves a part to grants. */
bool takes_grant(const struct term *project);
bool any_takes_grant(const struct silent_on *s);

/* The law of partnerships may apply to it: neither a company nor a non-profit body. */
bool like_partners(const struct silent_on *s);

/* A member is a university or institute. */
bool has_research_body(const struct silent_on *s);

bool has_contributions(const struct silent_on *s);

/* The predicates of silence_table.h. */
#define SILENCE(id, applies, on, normal, law, write, zh_on, zh_normal, zh_law, zh_write)           \
    bool applies(const struct silent_on *s);
#include "review/silence_table.h"
#undef SILENCE

#endif
