/* Who shares a tier, and with what weight: recipients of the day, measured just before the entry.
 */
#ifndef HEQI_SHARE_WEIGHTS_H
#define HEQI_SHARE_WEIGHTS_H

#include "state/state.h"

/* What a clause runs on: a receipt, a loss or a call. */
struct occasion {
    int64_t amount_minor;
    uint32_t entry;
    date_t day;
    date_t from, to;  /* the period it covers, or DATE_NONE */
    uint32_t scope;   /* of measures and running sums */
    uint32_t project; /* INDEX_NONE: none */
    uint32_t result;
    uint32_t licence;
    const uint8_t *left_out; /* by party: 1, it is not among members, funders and the like; NULL */
    const uint8_t *lifted;   /* by party: 1, a cap of a loss does not hold for it; NULL */
    int32_t receipt; /* a number of its own; the same for the pieces that guards cut it into */
};

/* Weights of the recipients, ascending by party. Integers; where they do not fit, or a period
 * crosses changed shares, rationals that sum to 1 instead. */
struct weights {
    uint32_t *ids;
    uint64_t *weights;
    uint32_t count;
    uint64_t sum;
    struct rat *parts; /* NULL: the integers count; else initialised, one an id */
};

enum weights_problem {
    WEIGHTS_FINE,
    WEIGHTS_NO_STAKES, /* the stakes do not cover the day or period: problem_day and problem_stakes
                          say more */
};

/* Why a party is among the recipients; FORMER: only as a member who left within the period;
 * OWNER: also where it was expelled. */
enum mark { MARK_NONE, MARK_FORMER, MARK_FULL, MARK_OWNER };

struct weigher {
    struct arena *arena; /* of the scratch and the solutions */
    struct state *state;
    const struct solved *solved; /* by solution of the pact; share/solve.h */
    struct weights out;
    struct rat *buffer;   /* for out.parts, by place; made when first needed */
    struct rat *adjusted; /* base and λ while factors are looked at; the same */
    struct rat *factors;  /* what everyone has of them */
    size_t factor_room;
    uint8_t *marks;   /* by party: enum mark */
    uint8_t *besides; /* the same of those whom `others` are not */
    int64_t *values;  /* scratch: what is measured, by place */
    i128 *risk_e12;   /* by party, in 10^-12 of a unit, rounded down; as noted last */
    bool bearing;     /* what is divided is a loss: the expelled bear it, but get no share */
    uint32_t capacity;
    date_t problem_day;
    uint32_t problem_stakes;
};

void weigher_init(struct weigher *w, struct arena *arena, struct state *state);

/* Values the games that clauses divide by, once for all that is folded from here on. False,
 * reported, where one of them has no such value. */
bool weigher_solve_games(struct weigher *w, struct diags *diags);

/* The values of a solution by the text that applies to an occasion. */
const struct solved *game_solved(const struct weigher *w, uint32_t solution,
                                 const struct occasion *m);

/* Marks a recipient; the strongest reason counts. */
static inline void weigher_mark(struct weigher *w, uint32_t party, enum mark mark)
{
    if (mark > w->marks[party]) w->marks[party] = (uint8_t)mark;
}

/* Fills w->out for the recipients of a tier. out.sum is 0 where nobody is to receive: nobody is
 * there, or all have nothing of the measure. */
enum weights_problem weigher_fill(struct weigher *w, const struct recipient *to, uint32_t to_count,
                                  struct basis basis, const struct occasion *m);

/* The weights of who is there by a basis, its factors left out; false where stakes are missing. */
bool weigher_weigh(struct weigher *w, struct basis basis, const struct occasion *m);

/* The same for `funded`: the members on the project's line who are not left out (NULL: nobody is).
 */
void weigher_fill_set(struct weigher *w, const struct share_set *set, const uint8_t *left_out);

/* The same by amounts, one a party; who has none is left out. */
void weigher_fill_amounts(struct weigher *w, const int64_t *minor);

/* Rationals of 0 as the parts of w->out, which live as long as the arena; and those divided by
 * their sum, so that they are weights. */
void weights_start_parts(struct weigher *w);
void weights_divide_parts(struct weigher *w);

/* Leaves out who is no member any more, of a set filled so. */
void weigher_drop_gone(struct weigher *w);

/* Whether a share may go to a party: the rights of the expelled have ended. */
static inline bool may_receive(const struct weigher *w, uint32_t party)
{
    return w->bearing || !w->state->parties[party].expelled;
}

/* The part of one recipient: weight / sum. */
void weights_part(struct rat *out, const struct weights *w, uint32_t i);

/* The value of a measure for each of count parties, in minor units, or work parts; not for
 * invention and risk. */
void measure_values(int64_t *out, const struct state *s, enum measure_name measure, uint32_t scope,
                    const uint32_t *ids, uint32_t count);

/* The same for one. */
int64_t measure_value(const struct state *s, enum measure_name measure, uint32_t scope,
                      uint32_t party);

/* Notes everyone's risk in a scope, before what is shared next changes it: capital not yet repaid
 * there. */
void weigher_note_risk(struct weigher *w, uint32_t scope);

/* What of the streams of a basis looks at: 0, or a scope. */
uint32_t basis_focus(const struct state *s, struct basis basis, const struct occasion *m);

#endif
