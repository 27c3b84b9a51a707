/* Fold: the journal, entry by entry, into the state. The only writer of state.
 *
 * One handler an entry kind, found by its form in one table (fold.c). Between the entries of two
 * days the calendar runs: tranches of pledges that fall due. What happens becomes postings, figures
 * and, where somebody listens, lines. */
#ifndef HEQI_FOLD_FOLD_H
#define HEQI_FOLD_FOLD_H

#include "share/share.h"

enum line_kind {
    LINE_SHARE,
    LINE_LOSS,
    LINE_CALL,
    LINE_PAID_IN,
    LINE_PAID_OUT,
    LINE_SET_OFF,
    LINE_DRAW,
    LINE_REVERSAL,
    LINE_CHARGE,      /* dues, late interest */
    LINE_FORFEIT,     /* of a tranche, by arrears */
    LINE_WRITTEN_OFF, /* of a debt that is given up */
    LINE_ADJUSTMENT,  /* a shortfall: paid out or set off, and then taken back */
};

enum figure {
    FIGURE_CALLED,
    FIGURE_RECEIVED,
    FIGURE_BORNE,
    FIGURE_CHARGES,
    FIGURE_PAID_IN,
    FIGURE_PAID_OUT,
    FIGURE_SET_OFF,
    FIGURE_UNSHARED,
    FIGURE_UNCOVERED,
};

enum line_to { LINE_TO_PARTY, LINE_TO_FUND, LINE_TO_UNSHARED, LINE_TO_UNCOVERED };

/* One movement of one figure of one recipient. */
struct line {
    uint32_t number; /* from 1 */
    uint32_t entry;  /* INDEX_NONE: a tranche, or the settlement asked for */
    date_t date;
    const struct term *term; /* the clause; NULL: none */
    const struct tier *tier; /* NULL: none */
    uint32_t scope;          /* INDEX_NONE: none */
    enum line_to to;
    uint32_t index; /* of the party or fund */
    enum line_kind kind;
    enum figure figure;
    int64_t amount_minor;
    const struct rat *exact;       /* NULL: amount_minor is exact */
    const struct portion *portion; /* of a split: for its why */
    bool replayed;                 /* of a fold anew: not shown, only kept by who explains */
    bool late;                     /* an adjustment: what a late entry changed of this figure */
    bool out;              /* the portion's amount left a fund: amount_minor is its opposite */
    const struct why *why; /* where figures are explained and it is no split */
};

struct fold;

/* Hears every line as it is made; `why` of a split is built only when fold_why is called. */
struct line_sink {
    void *context;
    void (*line)(void *context, struct fold *f, const struct line *l);
    /* Where set, it also hears the lines of every fold anew; they take the place of all behind the
     * first `told` that were heard (fold.told). What that changed follows, then `replaced`. */
    void (*goes_back)(void *context, uint32_t told);
    void (*replaced)(void *context); /* may be NULL */
};

/* What one entry, tranche or settlement put into the accounts; it sums to zero. */
struct posted {
    uint32_t entry; /* INDEX_NONE: a tranche */
    date_t date;
    const struct term *term; /* of a tranche; else NULL */
    const struct posting *list;
    size_t count;
};

/* Hears what was posted, when its entry is done and where there is any; nothing of an entry that
 * was refused. The postings are gone when it returns. */
struct posting_sink {
    void *context;
    void (*posted)(void *context, struct fold *f, const struct posted *p);
};

/* A settlement, and what was then to be paid to each party since the founding: received less set
 * off. */
struct settled {
    date_t date;
    uint32_t entry;
    int64_t *claims_minor; /* by party */
};

/* Money that was paid ahead of a debt. */
struct advance {
    uint32_t entry;
    uint32_t project; /* INDEX_NONE: for any */
    int64_t minor;
    int64_t whole_minor; /* of the amount in the entry's text, or in that of the one it reverses */
};

/* Of one party and nature, oldest first; used ones are passed by `first`. */
struct advances {
    struct advance *list;
    size_t count, capacity, first;
};

/* A grant: what is held of it, spent or not. */
struct grant_held {
    uint32_t entry, payer, project;
    int64_t held_minor;
};

/* What of a grant an entry returned. */
struct grant_returned {
    uint32_t entry;
    size_t grant;
    int64_t minor;
    bool unspent; /* it was not spent before */
};

/* fold/grants.h */
struct grants_held {
    struct grant_held *list;
    size_t count, capacity;
    struct grant_returned *returned;
    size_t returned_count, returned_capacity;
    int64_t in_minor, money_in_minor; /* grants, and all cash, since the founding */
};

/* What an entry should have taken off the debts of a party and could not: it was given up before.
 */
struct not_owed {
    uint32_t party;
    int64_t minor;
};

/* Debts that were given up (fold/write_off.c). */
struct written_offs {
    struct written_off *list;
    size_t count, capacity;
};

struct recoveries; /* fold/recovery.h */

/* Income of a payer to whom money goes back, and what went back of it (fold/refunds.c). */
struct refunds {
    uint32_t *incomes; /* entries, in the order in which they took effect */
    size_t income_count, income_capacity;
    struct refunded *list;
    size_t count, capacity;
};

/* What calls are for while others cover a debt. */
struct covering {
    struct cover *cover; /* NULL: calls are calls */
    bool no_cost;        /* paying it is no cost */
};

/* Who caused which loss by intent or gross negligence (fold/blame.c). */
struct blames {
    struct blame *list;
    size_t count, capacity;
};

struct budgets; /* fold/budgets.h */
struct budget_line;
struct hold; /* fold/hold.h */
struct post;

/* What was told to be over budget, as it was then. */
struct told_budgets {
    struct budget_line *list;
    size_t count, capacity;
};

/* fold/posts.h */
struct posts {
    struct post *list;
    size_t count, capacity;
};

struct fold_options {
    date_t until;           /* inclusive; DATE_NONE: the date of the last entry */
    bool checking;          /* names and order of all entries, also behind one that is refused */
    bool lines;             /* tell the sink */
    bool explain;           /* keep what whys are made of */
    bool explain_one;       /* whys only for the lines of one entry, … */
    uint32_t explain_entry; /* … this; INDEX_NONE: of tranches and the last settlement */
    date_t booked_day;     /* late interest is booked with the end of this day too, so that a period
                              behind it begins with none in it; 0: no such day */
    bool standing;         /* the journal grows, so that places are wanted before what is not there
                              yet: at the end of days */
    uint32_t places_apart; /* entries between the places to which late entries go back; 0: as many
                              as pay, UINT32_MAX: all go back to the founding */
    struct line_sink sink;
    struct posting_sink postings; /* posted NULL: nobody listens, and nothing is kept */
};

struct fold {
    struct arena *arena;
    const struct pact *pact;
    const struct document *doc;
    struct state *state;
    struct diags *diags;
    struct fold_options options;
    struct sharer sharer;
    bool solved;    /* every game that a clause divides by has its value */
    uint32_t index; /* of the entry being folded; INDEX_NONE: the calendar or the last settlement */
    date_t day;
    size_t next_tranche;
    date_t dues_next;    /* the day on which dues fall due next; DATE_OPEN: never */
    date_t arrears_next; /* no step of arrears that changes anything is reached before this day */
    uint32_t line_count;
    uint32_t told;      /* lines that the sink heard, on the way to here alone */
    enum account debit; /* what portions of the running share or loss are booked against */
    uint32_t debit_index;
    int64_t portion_shared_minor; /* shared by the running receipt */
    int64_t *part_units;          /* scratch: a receipt parted among the results of a licence */
    uint32_t licence_part;        /* of the receipt that is being shared; else 0 */
    const uint8_t *withheld; /* by party: it declined the project of the running receipt; NULL */
    int64_t *withheld_minor; /* what it got of that; NULL: nobody declined so far */
    bool losing;             /* portions are of a loss; calling: of a call */
    bool calling;
    struct covering covering;
    date_t call_due;
    const struct term *term; /* that the calendar executes; NULL: none */
    struct settled *settled; /* the settlements so far */
    size_t settled_count, settled_capacity;
    struct advances *advances; /* by party and nature: what was paid ahead, oldest first */
    struct grants_held grants;
    struct written_offs written_off;
    struct not_owed not_owed;      /* by the entry being folded; minor 0: all was there */
    struct recoveries *recoveries; /* NULL: nobody had of a grant that may go back */
    struct refunds refunds;
    struct blames blames;
    struct budgets *budgets; /* NULL: the text has none */
    struct told_budgets told_budgets;
    struct posts posts;   /* in the order in which they were given */
    int64_t *short_minor; /* by fund, then by party its loan: how far below nothing was told */
    bool *held;           /* by invariant: it held once; NULL: none was looked at */
    struct undo *undos;   /* entries that are reversed later, ascending */
    size_t undo_count;
    int64_t reversed_minor;         /* amount of the entry that is being reversed … */
    const struct why *reversed_why; /* … and why, where it is not written; else NULL */
    bool reversing;                 /* lines are of a reversal */
    struct booked *booked;          /* what settlements booked for good */
    size_t booked_count, booked_capacity;
    uint32_t next; /* entry of the journal; those before it are folded */
    uint32_t seen; /* entries the journal had when it was looked through for what it takes back */
    struct hold *hold;
    date_t keep_after; /* a place is kept before what takes effect behind this day */
    bool replaying;    /* the known entries are folded anew, in order of effect */
    bool accepted;     /* and none of them is new */
};

void fold_init(struct fold *f, struct arena *arena, const struct pact *pact, struct diags *diags,
               struct fold_options options);

/* Folds the entries up to options.until, and brings that day. False where an error was reported. */
bool fold_run(struct fold *f);

/* The same in two steps. The first can be taken again when the journal has grown; after the second
 * it must be gone back to before it (fold/hold.h). */
bool fold_go_on(struct fold *f);
bool fold_reach(struct fold *f);

/* The journal has grown; pact: that of all of it. Where the new entries change who shares or what
 * is agreed for the past too, or for the whole of a day that is folded in part, false: then all
 * must be folded from its beginning. */
bool fold_grow(struct fold *f, const struct pact *pact);

/* Closes the day as a `settle` would: surplus and set-off. Called for a settle entry, and once by
 * the settlement for the day asked. */
bool fold_close(struct fold *f, date_t day);

/* What a party paid ahead for debts of a nature. */
const struct advances *fold_advances(const struct fold *f, uint32_t party, enum nature nature);

/* The dues that fall due next, as far as the text and the sales reported tell it. */
struct next_dues {
    date_t due;
    int64_t minor;
    bool of_sales; /* what is reported until then changes it */
    const struct term *term;
};

/* False where a party will owe none: it is no member, or no rule is for it. */
bool fold_next_dues(struct fold *f, uint32_t party, struct next_dues *out);

/* What a party is paid when it leaves: a part of a measure of its, rounded down to a unit. */
struct price {
    const struct term *term; /* NULL: the agreement names no price */
    enum measure_name measure;
    struct ratio part;
    int64_t whole_minor, amount_minor;
    int64_t capital_minor, ends_minor; /* its capital, and how much of it ends */
    int64_t cost_ends_minor;           /* how much of its cost is repaid by it, or ends */
    bool overflow;
};

/* Lets a member leave at the end of what was folded, by the handler of `leaves` and whether or not
 * its notice allows it; *price_out is what it is paid. False where it cannot be, reported. */
bool fold_try_leaving(struct fold *f, uint32_t party, struct price *price_out);

/* The first day on which a party may leave by the notice it gave; DATE_NONE: it must give one. */
date_t fold_may_leave_from(const struct fold *f, uint32_t party);

/* An office that the terms give a party: who lets it go must find another. */
enum office { OFFICE_LIABLE, OFFICE_LEADS, OFFICE_HOSTS };

/* Tells every such office of a party, with the name of what it is for. */
void fold_each_office(const struct fold *f, uint32_t party, void *context,
                      void (*tell)(void *context, enum office office, struct str name));

/* The entry that a reverse entry names; INDEX_NONE where it names none before it. */
uint32_t fold_reversed(const struct fold *f, uint32_t index);

/* Whether an entry is, by what is known, as if it had never been: one that says how things are and
 * moves no money, and that was taken back. */
bool fold_is_left_out(const struct fold *f, uint32_t entry);

/* Whether a party is behind with any debt, or with the late interest of one, for so long that on a
 * day it has reached a step of the arrears. Paying both ends it. */
bool fold_in_arrears(const struct fold *f, uint32_t party, enum arrears_kind kind, date_t day);

/* The tree behind a line, in a fold with options.explain. */
const struct why *fold_why(struct fold *f, const struct line *l);

#endif
