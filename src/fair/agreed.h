/* What the agreement gives each party, beside the game: so that all together get what all together
 * made.
 *
 *     gets = received − borne − charges − cost − given up + part of the pot
 *
 * received, borne and charges are figures of the settlement; cost what it spent itself and paid on
 * calls; given up the capital that ended when it left or was expelled, for which what it was paid
 * is among received. Capital that stays is neither gained nor lost. The pot is what is left of the
 * worth of all when everyone has got its own: funds, income not shared, calls not spent. It is its
 * members' by the `rest` of `dissolve`; where the agreement is silent, and for a pot below nothing,
 * by capital, else equally (Civil Code 972). */
#ifndef HEQI_FAIR_AGREED_H
#define HEQI_FAIR_AGREED_H

#include "fold/fold.h"
#include "settle/settle.h"

struct agreed {
    int64_t received_minor, borne_minor, charges_minor, cost_minor, given_up_minor, pot_minor;
    int64_t gets_minor;
    int64_t capital_minor;
};

/* Hears the lines of a settlement for what leavers were paid; a part of fold_options, for the
 * settlement that agreed_find then reads. */
struct leaver_price {
    uint32_t told; /* lines of the fold, with this one */
    uint32_t party;
    int64_t minor;
};

struct leaver_prices {
    struct arena *arena;
    const struct pact *pact;
    int64_t *paid_minor; /* by party: the sum of these */
    struct leaver_price *list;
    size_t count, capacity;
};

void leaver_prices_init(struct leaver_prices *out, struct arena *a, const struct pact *p);
struct line_sink leaver_prices_sink(struct leaver_prices *prices);

/* By party. worth_minor: of all. ERR_OVERFLOW. */
NODISCARD enum status agreed_find(struct agreed *out, struct settlement *s,
                                  const struct leaver_prices *prices, int64_t worth_minor);

#endif
