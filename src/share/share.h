/* Sharing: a receipt through the tiers of a clause, a loss through those that bear it, a call among
 * those who owe it.
 *
 * Nothing is decided elsewhere: what comes out are portions, each a whole number of units for one
 * recipient or split among several by a stream; the fold books them. The streams, counters and
 * entitlements that belong to the rules (in state) are carried on here and nowhere else. */
#ifndef HEQI_SHARE_SHARE_H
#define HEQI_SHARE_SHARE_H

#include "share/weights.h"
#include "share/why.h"

enum portion_kind {
    PORTION_PARTIES, /* among the ids of the stream, by its units */
    PORTION_PARTY,   /* all of it to one party */
    PORTION_FUND,    /* to, or for a loss from, a fund */
    PORTION_NOBODY,  /* unshared, or a loss uncovered */
};

struct portion {
    enum portion_kind kind;
    const struct clause *clause; /* NULL: of a call, or where no clause applies */
    const struct tier *tier;     /* NULL: what no tier took */
    const struct term *term;     /* where there is no clause: what it rests on, or NULL */
    int64_t amount_minor;
    /* Before it was rounded to units amount_minor was this part of so much. */
    struct ratio part;
    int64_t part_of_minor;
    uint32_t party, fund;
    const struct stream *stream;   /* PORTION_PARTIES */
    const struct weights *weights; /* what each is entitled to: its part of the amount … */
    const i128 *e12;         /* … or, where a limit bound, this in 10^-12, like weights->ids */
    const struct rat *exact; /* … or, where that is not exact, this in units */
    struct basis call_basis; /* of a call */
    const struct why *why;   /* of amount_minor; NULL where nothing is explained */
    const struct occasion *occasion;
};

struct tape;

struct measured;

struct claimed;

struct sharer {
    struct state *state;
    struct arena *arena;
    struct weigher weigher;
    bool exact;                /* portions tell exact entitlements */
    bool explain;              /* and the whys */
    struct measured *measured; /* measures that were explained: explain.c; made when first needed */
    struct claimed *claimed;   /* what was claimed last: claimed.c; made when first needed */
    struct tape *tape;         /* what is shared is kept here; NULL: nowhere */
    void *context;
    void (*emit)(void *context, const struct portion *portion);
    /* Scratch, one a party. */
    int64_t *limits_minor;
    uint64_t *whole_weights, *rests;
    i128 *limits_e12, *open_e12, *given_e12;
    struct rat *capped;   /* exact entitlements of a split under limits */
    struct rat *units;    /* entitlements of a split by rationals; made when first needed */
    struct rat *together; /* by party: shares over all parts of a tier; made when first needed */
    /* Scratch for the parts of a divided tier, one more than any tier has. */
    struct ratio *part_shares;
    uint32_t *part_ids;
    uint64_t *part_weights;
    int64_t *part_units;
};

struct sharer_options {
    bool exact, explain;
};

/* The scratch, and all that is explained, lives in the arena. */
void sharer_init(struct sharer *sh, struct arena *arena, struct state *state,
                 struct sharer_options options, void *context,
                 void (*emit)(void *context, const struct portion *portion));

enum share_outcome {
    SHARE_DONE,
    SHARE_NO_STAKES, /* weigher.problem_day and *stakes_out say what is missing */
    SHARE_OVERFLOW,
    SHARE_NOBODY,   /* a call: nobody can be called */
    SHARE_TOO_MANY, /* claimants, for the rule of a tier */
};

/* The clause that applies to a receipt of a class, by the text of its day, or of the first day of
 * its period; NULL: none. */
const struct clause *share_clause(const struct pact *p, enum income_class class,
                                  const struct occasion *m);
/* The first day within the period of an occasion on which another clause begins to apply to it,
 * since the text is amended; the end of the period where none does, or there is no period. */
date_t share_text_until(const struct pact *p, enum income_class class, const struct occasion *m);

const struct clause *bear_clause(const struct pact *p, enum loss_kind loss,
                                 const struct occasion *m);

/* The scope in which a clause runs for a matter. */
uint32_t clause_scope(const struct state *s, const struct clause *c, const struct occasion *m);

/* How much of a receipt of which `left` is not shared yet runs under the guards that hold now: a
 * receipt that crosses the limit of one on income is cut there, and each piece shared by itself. */
int64_t share_piece(const struct state *s, const struct clause *c, const struct occasion *m,
                    int64_t left);

/* Shares a receipt, or a piece of one. why explains its amount (NULL where nothing is explained).
 */
NODISCARD enum share_outcome share_receipt(struct sharer *sh, const struct clause *c,
                                           const struct occasion *m, const struct why *why,
                                           uint32_t *stakes_out);

/* Puts a loss on funds and parties. c may be NULL: all of it is uncovered. */
NODISCARD enum share_outcome share_loss(struct sharer *sh, const struct clause *c,
                                        const struct occasion *m, const struct why *why,
                                        uint32_t *stakes_out);

/* Calls an amount by a basis, or, where basis.kind is BY_NOTHING, by the project's `funded`. */
NODISCARD enum share_outcome share_call(struct sharer *sh, struct basis basis,
                                        const struct occasion *m, const struct why *why,
                                        uint32_t *stakes_out);

/* Parts a receipt among several results by the licence; units_out: one a part. */
NODISCARD enum share_outcome share_licence(struct sharer *sh, const struct licence *l,
                                           uint32_t licence, int64_t amount_minor,
                                           int64_t *units_out);

/* What one recipient is entitled to of a portion, exact, in minor units. */
void portion_exact(struct rat *out, const struct portion *p, uint32_t id);

/* The tree behind one recipient's units of a portion. */
const struct why *portion_why(struct sharer *sh, const struct portion *p, uint32_t id,
                              int64_t units_minor);

#endif
