/* What was undertaken under an agreement, with what: the ventures that a group of its parties might
 * have carried on alone, what each needs, cost and brought.
 *
 * A venture is a project with its results, or a result that belongs to no project, background too.
 * It looks back: from the founding to the day of the fold, as the book tells it. An entry that was
 * reversed never was. Amounts are in minor units.
 *
 * Needed are, by name: who leads the project, who works for it by the terms or the book, who made
 * its results, and who owns the background that it rests on. Where the text names nobody who works
 * for it or made anything, those on its `funded` line are; where there are none either, nobody is
 * known, and only all together carry it on. Who merely pays is not needed by name, his money is:
 * what a project's budget leaves to its members, or what it cost beyond grants where that is more.
 */
#ifndef HEQI_FAIR_VENTURES_H
#define HEQI_FAIR_VENTURES_H

#include "fold/fold.h"

/* To whom a receipt would have come. */
enum earner {
    EARNED_BY_DOING, /* who carries the venture on: sales, services, what no licence brings */
    EARNED_BY_ALL,   /* what the alliance owns, or what belongs to nothing: all together alone */
    EARNED_JOINTLY,  /* exclusive and sole licences: only all owners together can grant them */
    EARNED_IN_PARTS  /* of others each owner can grant its own, and the fee is the owners' by their
                        parts: Patent Law 14, Civil Code 861 */
};

/* All receipts of one venture by one licence, or without any from one result or from none. */
struct earning {
    uint32_t result, licence; /* INDEX_NONE: none */
    enum earner earner;
    int64_t minor;
    bool *owners;         /* by party: of EARNED_JOINTLY and EARNED_IN_PARTS */
    int64_t *parts_minor; /* by party: of EARNED_IN_PARTS; they sum to minor */
};

struct venture {
    uint32_t project; /* INDEX_NONE: the result */
    uint32_t result;  /* INDEX_NONE: the project */
    bool known;       /* somebody is known who does it */
    bool *needed;     /* by party */
    int64_t grants_minor, cost_minor;
    int64_t money_minor; /* that who carries it on must be able to raise; not negative */
    struct earning *earnings;
    size_t earning_count, earning_capacity;
};

struct ventures {
    struct venture *list; /* projects in the order of the text, then results; with money only */
    size_t count, capacity;
    int64_t common_minor; /* what belongs to no venture: income less spending and losses */
    int64_t income_minor, grants_minor, cost_minor; /* all, the common ones too */
    bool overflow; /* the sums leave int64: nothing is to be used */
};

/* From a fold that was run up to the day. All is in its arena. */
void ventures_find(struct ventures *out, struct fold *f, date_t day);

/* What a venture brought less what it cost, all receipts counted. */
int64_t venture_net(const struct venture *v);

#endif
