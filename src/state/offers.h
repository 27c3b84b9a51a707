/* Offers of stakes and capital to an outsider, which the others may take up first. */
#ifndef HEQI_STATE_OFFERS_H
#define HEQI_STATE_OFFERS_H

#include "num/ratio.h"
#include "pact/pact.h"

/* What a party says to an offer: nothing yet, or enum offer_answer + 1. */
#define OFFER_OPEN 0u

struct stake_offer {
    uint32_t entry, party;
    uint32_t stakes;       /* INDEX_NONE: capital */
    struct ratio share;    /* of the whole table … */
    int64_t capital_minor; /* … or so much capital */
    struct str buyer;      /* a name or a text */
    int64_t price_minor;   /* for all of it */
    date_t until;          /* the last day on which the others may take it up */
    struct ratio *held;    /* by party: its part of what the others hold together; 0: no right */
    uint8_t *answers;      /* by party */
    struct ratio passed;   /* transferred under the offer so far, as share or capital … */
    int64_t passed_minor;  /* … is */
    bool withdrawn;
};

struct stake_offers {
    struct stake_offer *list;
    size_t count, capacity;
};

#endif
