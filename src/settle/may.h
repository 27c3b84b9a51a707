/* Who may use a result for what on a day, and by which clause, entry or rule of law.
 *
 * Every ground that speaks for or against is found; the best of those that speak for it is the
 * answer. Where none does, the grounds are what stands against it. Purposes are as written: a right
 * to use for research gives none for business. */
#ifndef HEQI_SETTLE_MAY_H
#define HEQI_SETTLE_MAY_H

#include "fold/fold.h"
#include "pact/rights.h"

enum may_answer { MAY_NO, MAY_CONDITIONS, MAY_YES };

enum may_reason {
    /* for it */
    REASON_OWNER,     /* owns it, or a part */
    REASON_USE_RIGHT, /* a clause lets it */
    REASON_LICENCE,   /* a licence to it */
    REASON_LAW,       /* the law lets it where the agreement is silent */
    REASON_FREE,      /* its protection ended: all may */
    /* under conditions */
    REASON_FAIR_TERMS,   /* a clause lets it on fair and reasonable terms */
    REASON_IN_FIELD,     /* its licence is for a field or territory */
    REASON_OUTSIDE_ONLY, /* an owner, outside the field or territory of an exclusive licence */
    /* against it */
    REASON_NOT_YET,         /* it was not registered then */
    REASON_NOT_OWNER,       /* it belongs to others */
    REASON_NO_MEMBER,       /* a clause is for members, and it was none then */
    REASON_NOT_AMONG,       /* a clause is for others */
    REASON_OTHER_PURPOSE,   /* a clause is for another purpose */
    REASON_NOT_ITS_PROJECT, /* background of a project that it has no part in */
    REASON_NOT_LICENSED_YET,
    REASON_EXPIRED,     /* its licence */
    REASON_OTHER_FIELD, /* its licence is for another field or territory */
    REASON_EXCLUSIVE,   /* an owner, who gave it to another alone */
};

struct may_ground {
    enum may_answer answer; /* what it speaks for */
    enum may_reason reason;
    const struct term *clause; /* NULL: none decides */
    uint32_t entry;            /* INDEX_NONE: none decides */
    enum law law;
    uint32_t licence; /* of the reasons that are about one; else INDEX_NONE */
};

struct may_question {
    struct str who; /* a member, or an outsider who is a licensee */
    uint32_t party; /* INDEX_NONE: an outsider */
    uint32_t result;
    enum purpose purpose;
    struct str field, territory; /* empty: not said */
    date_t day;
};

struct may {
    struct may_question question;
    enum may_answer answer;
    struct may_ground *grounds; /* of the answer */
    size_t count, capacity;
};

/* Answers from a fold that was run up to the day. */
void may_answer(struct may *out, struct fold *f, const struct may_question *q);

#endif
