/* The article on results: who owns them, who may use them, and what their owners must do.
 *
 * Read from the text alone; what a rule gives on a day is found by the layers above. Where the
 * agreement is silent the law has a rule (enum law): heqi names it, as a default that may apply,
 * never as a verdict. */
#ifndef HEQI_PACT_RIGHTS_H
#define HEQI_PACT_RIGHTS_H

#include "pact/pact.h"

/* The statutory rules of China that answer where the agreement is silent. */
enum law {
    LAW_NONE,
    LAW_DEVELOPER,  /* Civil Code 859: what is developed to order is the developer's; who ordered
                       may use it */
    LAW_JOINT,      /* Civil Code 860: what is developed together is owned together */
    LAW_KNOW_HOW,   /* Civil Code 861: each may use know-how and license it non-exclusively */
    LAW_CO_OWNERS,  /* Patent Law 14: each co-owner may exploit a patent alone */
    LAW_SOFTWARE,   /* Software Regulations 10: joint software is owned together */
    LAW_VARIETY,    /* Plant Variety Regulations 7: a joint variety is owned together */
    LAW_CONVERSION, /* Law on Promoting the Conversion of Results 40: all co-own and may use */
};

/* "Civil Code art. 860", "民法典第860条". */
struct str law_name(enum law law, enum language lang);

/* Who has what is owned where the agreement does not say it. kind: enum result_kind. */
enum law law_of_ownership(enum result_kind kind, uint32_t makers);

enum owning { OWNED_BY_ALLIANCE, OWNED_BY_LIST, OWNED_BY_RECIPIENTS };

/* `results of projects owned by …` */
struct ownership_rule {
    uint32_t project; /* INDEX_NONE: of all projects */
    enum owning kind;
    struct share_set owners; /* OWNED_BY_LIST */
    struct recipient *to;    /* OWNED_BY_RECIPIENTS */
    uint32_t to_count;
    struct basis basis;
    const struct term *term;
};

/* `members use free for research`, `background use fairly for business` */
struct use_right {
    bool background;
    struct recipient *to; /* of results; background is for the parties of its project */
    uint32_t to_count;
    enum use_terms terms;
    enum purpose purpose;
    const struct term *term;
};

/* A term that is a time; term NULL: not agreed. */
struct timed_term {
    struct duration duration;
    const struct term *term;
};

/* `publication notice 45 days, objection 30 days, delay at most 6 months` */
struct publication_rule {
    const struct term *term; /* NULL: not agreed */
    struct duration notice, objection, delay;
    bool has_objection, has_delay;
};

struct rights {
    struct ownership_rule *owned;
    size_t owned_count, owned_capacity;
    struct use_right *uses;
    size_t use_count, use_capacity;
    struct publication_rule publication;
    struct timed_term first_refusal;
    struct timed_term diffuse; /* of results made with government money */
    struct timed_term unused;  /* an unused result goes back … */
    struct recipient *returns_to;
    uint32_t returns_to_count;
};

/* The rule for the results of a project, its own before that of all; NULL: the text is silent. */
const struct ownership_rule *rights_owned(const struct rights *r, uint32_t project);

/* The day so long after another; DATE_OPEN where that leaves the calendar. */
date_t days_after(date_t day, struct duration duration);

#endif
