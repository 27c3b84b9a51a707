/* A motion as minutes show it: what was put, who said what, the arithmetic, the vetoes. */
#ifndef HEQI_REPORT_TALLY_H
#define HEQI_REPORT_TALLY_H

#include "fold/authority.h"
#include "report/names.h"

/* A motion and its count: the frozen one of its decision, or, while it is open, as of the day
 * asked. */
struct tally_view {
    const struct fold *fold;
    const struct motion *motion;
    const struct motion_state *state;
    const struct tally *tally;
};

struct str report_tally(struct arena *a, const struct tally_view *v, enum language lang);

/* "yes", "no", "abstain"; empty where nothing was said. A group whose members contradict each other
 * is "split". */
struct str voice_text(enum voice voice, enum language lang);

/* A seat's name: of the party, or of the group that counts as one. */
struct str seat_name(const struct pact *p, const struct seat *s);

#endif
