/* What leaving would come to: the settlement of a day as it is, and as it were if a member had left
 * on it. Both are folded by the same handlers; nothing is worked out a second time. */
#ifndef HEQI_SETTLE_EXIT_H
#define HEQI_SETTLE_EXIT_H

#include "settle/settle.h"

/* A member's figures on a day, as if settled. */
struct standing {
    struct figures figures;
    int64_t capital_minor;
    int64_t loan_minor;     /* what it lent the alliance */
    int64_t uncalled_minor; /* tranches that will fall due */
};

struct exit_view {
    struct settlement settlement; /* the day, if it left */
    uint32_t party;
    date_t at;
    date_t noticed_on;          /* DATE_NONE: it has given no notice */
    date_t may_leave;           /* by the notice it gave, or gives on the day */
    struct price price;         /* term NULL: nothing is paid */
    const struct term *returns; /* by this clause it returns grants; NULL: it does not */
    int64_t granted_minor, recovered_minor; /* what it received of grants, and what goes back */
    struct standing stays, leaves;
};

enum exit_outcome { LEAVING_TOLD, LEAVING_NO_MEMBER, LEAVING_REFUSED /* an error was reported */ };

/* until: the day; DATE_NONE: that of the last entry. */
NODISCARD enum exit_outcome settle_exit(struct exit_view *out, struct arena *arena,
                                        const struct pact *pact, struct diags *diags, date_t until,
                                        uint32_t party);

#endif
