/* State: what is true of the alliance after the entries folded so far.
 *
 * Balances, debts, registers and measures, and nothing that decides: the fold is the only writer.
 * Money is in minor units. An addition that would leave int64 sets `overflow` and changes nothing
 * more; the fold looks at it after every entry. */
#ifndef HEQI_STATE_STATE_H
#define HEQI_STATE_STATE_H

#include "pact/pact.h"
#include "state/entitled.h"
#include "state/offers.h"

/* ---- accounts ---- */

/* Debit is positive. What the index of an account counts stands behind it. */
enum account {
    ACCOUNT_CASH,        /* assets:cash */
    ACCOUNT_RECEIVABLE,  /* assets:receivable:PARTY */
    ACCOUNT_IN_KIND,     /* assets:inkind:KIND */
    ACCOUNT_CAPITAL,     /* equity:capital:PARTY */
    ACCOUNT_CALLS,       /* equity:calls:PARTY */
    ACCOUNT_FUND,        /* equity:fund:FUND */
    ACCOUNT_SPENT,       /* equity:spent:FUND: what spending took from a fund */
    ACCOUNT_DISTRIBUTED, /* equity:distributed:CLASS */
    ACCOUNT_LOSSES,      /* equity:losses */
    ACCOUNT_LEAVING,     /* equity:leaving:PARTY: its capital that others keep, or paid beyond it */
    ACCOUNT_LIQUIDATION, /* equity:liquidation: all of equity, once the alliance is dissolved */
    ACCOUNT_PAYABLE,     /* liabilities:payable:PARTY */
    ACCOUNT_GRANT,       /* liabilities:grant:PAYER */
    ACCOUNT_LOAN,        /* liabilities:loan:PARTY */
    ACCOUNT_INCOME,      /* income:CLASS */
    ACCOUNT_EXPENSES,    /* expenses:CATEGORY */
    ACCOUNT_COUNT
};

struct account_list {
    int64_t *minor; /* by index */
    size_t count, capacity;
};

/* One line of an entry's booking. */
struct posting {
    enum account account;
    uint32_t index;
    int64_t amount_minor; /* not 0 */
};

struct postings {
    struct posting *list;
    size_t count, capacity;
};

/* ---- parties ---- */

/* How late a debt is, and what became of that, where the agreement has arrears. */
struct lateness {
    const struct arrears *ladder; /* of the day behind which it is late */
    date_t since;         /* the last day in time: when it was due, or arose where that is later */
    bool interest;        /* it is late interest: bears none, and is late since its debt is */
    uint32_t done;        /* a bit for every step (enum arrears_kind) that was taken for good */
    date_t counted_to;    /* the last day that interest was counted for */
    u128 unpaid_days;     /* sum over those days of what was unpaid, in minor units */
    u128 booked_days;     /* the part of that sum whose interest became a debt itself … */
    int64_t booked_minor; /* … of this amount */
};

/* What others are called for in the place of a party that is late with a debt (fold/cover.h). */
struct cover {
    uint32_t party; /* that is late … */
    enum nature nature;
    const struct term *term;
    int64_t paid_minor;      /* on the debt, before others were called for it */
    int64_t *returned_minor; /* by party: what the others had back of what they paid */
    bool ended;              /* nothing comes back any more */
};

struct debt {
    date_t due;
    uint32_t project; /* INDEX_NONE: for the alliance */
    int64_t amount_minor, paid_minor;
    int64_t set_off_minor;   /* the part of paid_minor that was set off */
    bool for_cost;           /* it pays for cost that was taken over: paying it is no cost */
    date_t done;             /* when the last of it was paid; DATE_NONE: not all is */
    uint32_t entry;          /* it arose by; INDEX_NONE: by the calendar … */
    const struct term *term; /* … and this term; else NULL */
    struct lateness *late;   /* NULL: the agreement has no arrears */
    struct cover *cover;     /* by others; NULL: they are not called for it */
    struct cover *covers;    /* the debt of another that this one covers; NULL: none */
};

/* Debts of one nature, by due date; paid ones are passed by `first`. */
struct debts {
    struct debt *list;
    size_t count, capacity, first;
    int64_t advance_minor; /* paid and not yet owed */
};

/* Natures of debts: capital, call, dues, loss, interest, as NATURE_…; NATURE_LOAN stays empty. */
#define NATURE_COUNT (NATURE_INTEREST + 1)

/* The figures of a settlement, from the founding on. */
struct figures {
    int64_t called, received, borne, charges, paid_in, paid_out, set_off;
};

struct tape;

/* Sales that a member reported as its own. */
struct own_sales {
    uint32_t entry;
    date_t from, to; /* half-open */
    int32_t year;    /* the calendar year that they count to */
    int64_t minor;
};

/* The dues of a year, as far as they fell due. */
struct year_dues {
    int32_t year; /* in which they fall due */
    date_t on;    /* the day of it */
    int64_t minor;
    const struct dues_rule *rule; /* … by this rule */
    const struct term *term;
    struct tape *tape; /* share/tape.h: what they were shared by; NULL: no entry is reversed */
};

/* What was paid on dues, and when it counts. */
struct paid_dues {
    int32_t year;
    uint32_t entry; /* INDEX_NONE: the calendar */
    int64_t minor;
};

/* What a party scored; state/counted.h. */
struct appraisal {
    uint32_t score; /* word */
    uint32_t entry;
    uint32_t body; /* word of the body that said so; WORD_NONE: not said */
    date_t day;
    int64_t parts; /* in 1/SCORE_PARTS */
};

struct party_state {
    struct figures figures;
    int64_t capital_minor; /* the measure: money and counted value in kind */
    bool member;
    bool gone; /* left or expelled: no member … */
    bool expelled;
    bool departed; /* and what that costs and pays is booked */
    bool noticed;  /* has given notice … */
    date_t noticed_on;
    date_t left; /* gone from the start of this day */
    struct debts debts[NATURE_COUNT];
    struct own_sales *sales; /* as they were reported */
    size_t sales_count, sales_capacity;
    struct year_dues *dues; /* ascending */
    size_t dues_count, dues_capacity;
    struct paid_dues *paid_dues; /* ascending */
    size_t paid_dues_count, paid_dues_capacity;
    struct appraisal *appraisals; /* in the order in which they take effect */
    size_t appraisal_count, appraisal_capacity;
    int64_t in_kind_minor;   /* counted so far, for the cap */
    int64_t forfeited_minor; /* of its pledge: what it lost by not paying it */
};

/* ---- projects, scopes ---- */

/* A scope is what a clause runs for: 0 the alliance, then the projects, then the results. */
#define SCOPE_ALLIANCE 0u

struct scope_state {
    int64_t *cost_minor;        /* by party; NULL: no cost yet */
    int64_t *work;              /* by party, in WORK_PARTS of a person-month; NULL */
    struct share_set invention; /* shares as makers over the results registered so far */
    size_t invention_results;   /* so many of them are in it; fewer than there are: stale */
    bool invention_exact;       /* false: too fine for integers */
};

#define WORK_PARTS 1000000

/* What was granted and called and not spent: it pays for spending before common money does. */
struct unspent {
    int64_t grants_minor, calls_minor;
};

/* A party saw that a project may fail, and said so. */
struct warning {
    uint32_t party, entry;
    date_t day;
};

struct project_state {
    bool started, stopped;
    bool failed; /* it was stopped as failed … */
    date_t failed_on;
    bool *met;                /* by milestone, of all texts of the project; NULL: none yet */
    int64_t supplement_minor; /* of the budget: what entries added */
    int64_t spent_minor;      /* of the alliance and of members */
    int64_t paid_minor;       /* of the alliance */
    int64_t overrun_minor;    /* put on funds and parties as cost overrun */
    struct unspent unspent;
    uint8_t *out; /* by party: 1, it declined and is not back in; NULL: nobody ever did */
    const struct project_terms **declined; /* by party: what was agreed when it did; as out */
    int64_t *passed_minor; /* by party: what others had of receipts in its place; as out */
    uint32_t *results;     /* registered so far */
    size_t result_count, result_capacity;
    struct warning *warnings;
    size_t warning_count, warning_capacity;
};

struct fund_state {
    int64_t balance_minor;
    int64_t received_minor;
};

/* ---- streams and running sums ---- */

/* What a stream or counter is for; with the tier (or basis) and the focus it is the key. */
enum key_kind {
    KEY_TIER,    /* a percentage tier in two */
    KEY_PARTS,   /* a divided tier among its parts */
    KEY_MEMBERS, /* a tier among its recipients */
    KEY_REPAID,  /* entitlements under `until M repaid`, by measure and scope */
    KEY_BORNE,   /* entitlements under a capped tier of a loss, by scope */
    KEY_CALL,    /* calls, by basis and project */
    KEY_LICENCE, /* a receipt of several results, by licence */
    KEY_TAKEN,   /* what a tier took, or a clause shared, in a scope */
    KEY_PLACE,   /* what others get in the place of a party that declined or joined, by project */
    KEY_RETURN,  /* entitlements and accruals of a promised return, by promise and scope */
    KEY_PROFIT,  /* what a clause paid besides repaying, by clause and scope */
};

struct counter {
    int64_t minor;
    int32_t year; /* or, of an amount of every receipt, the receipt */
};

/* Where a measure comes from, kept only while figures are explained. */
struct cause {
    uint32_t entry;
    int64_t minor;
    const struct term *term; /* a tranche; NULL: the entry itself */
};

struct causes {
    struct cause *list;
    size_t count, capacity;
};

/* What a clause paid in a scope outside `until M repaid` tiers, in booked units. */
struct profit {
    int64_t minor;
    int64_t *of_minor; /* by party */
    struct causes causes;
    struct causes *causes_of; /* by party; NULL: nothing is explained */
};

/* A change of a party's capital. */
struct dated {
    uint32_t party;
    date_t day;
    int64_t minor;
};

struct keyed {
    uint64_t key; /* 0: empty */
    struct stream *stream;
    struct entitled *entitled;
    struct accrual *accrual;
    struct profit *profit;
    struct counter counter;
};

struct keyed_map {
    struct keyed *slots;
    size_t count, mask;
};

/* Shares that arrears changed, in place of those that the text set. */
struct moved_set {
    struct share_set set;
    const struct share_set
        *base; /* that of the text that it takes the place of, while that holds */
};

struct moved_sets {
    struct moved_set *list; /* ascending by date */
    size_t count, capacity;
};

struct state {
    struct arena *arena;
    struct arena *stands; /* of what a fold anew leaves as it is: names, motions */
    const struct pact *pact;
    uint32_t known; /* the last entry that is known: later ones, also of earlier effect, are not */
    date_t day;     /* of what is being folded */
    bool overflow;
    bool keep_causes;
    bool keep_postings;
    i128 posted;              /* sum of the postings of the entry; 0 when it is done */
    struct postings postings; /* those of the entry, where they are kept; the fold clears them */
    struct account_list accounts[ACCOUNT_COUNT];
    struct words payers;      /* names of ACCOUNT_GRANT, by index */
    uint32_t *category_index; /* by word: index in ACCOUNT_EXPENSES + 1 … */
    size_t word_count;        /* … for so many words */
    uint32_t *categories;     /* word of each index */
    size_t category_count, category_capacity;
    struct party_state *parties;
    uint32_t party_count; /* declared; those who have not joined are no members */
    struct project_state *projects;
    struct scope_state *scopes;
    uint32_t scope_count;
    struct fund_state *funds;
    struct moved_sets *moved; /* by table of stakes (state/stakes.h) */
    struct keyed_map map;
    struct registers *registers; /* state/register.h */
    struct stake_offers offers;  /* of stakes and capital, in order */
    uint32_t expelled_count;
    date_t ends;       /* the first day behind the term, renewals counted; DATE_OPEN: it has none */
    uint32_t renewing; /* the entry that renewed it last; INDEX_NONE: none */
    bool dissolved;
    date_t dissolved_on;
    uint32_t dissolving;           /* the entry that dissolved it */
    int64_t *given_minor;          /* what counted in kind, by party and kind; NULL: nothing yet */
    struct motions *motions;       /* state/motions.h; NULL: none was put yet */
    struct causes *capital_causes; /* by party */
    struct causes *cost_causes;    /* by scope * party_count + party */
    struct unspent unspent;        /* for no project */
    int64_t unshared_minor, uncovered_minor;
    int64_t lacking_minor; /* of what creditors lacked at the end, what nobody bore */
    int64_t common_income_minor; /* for the surplus: income no clause shared … */
    int64_t common_spent_minor;  /* … less spending from common money … */
    int64_t common_losses_minor; /* … and losses not borne; since the founding */
    int64_t surplus_shared_minor;
    struct accrual **accruals; /* state/accrual.h */
    size_t accrual_count, accrual_capacity;
    struct dated *capital; /* where a return runs on it */
    size_t capital_count, capital_capacity;
    int32_t receipts;             /* shared so far, by the parts of their results */
    struct causes surplus_causes; /* of these sums, since a surplus was shared last */
};

/* The arena may go back to what it held before, with the state in it; `stands` does not, and holds
 * the names of payers and categories, so that accounts keep their indexes, and the motions. */
struct state *state_new(struct arena *arena, struct arena *stands, const struct pact *pact);

/* Another pact of a journal that has grown: the same terms, and parties, projects and funds, with
 * results, licences and motions behind those of the pact so far. */
void state_fit(struct state *s, const struct pact *pact);

/* After the arena went back: all that lies in `stands`, and what is known, is as in `now`. */
void state_stands(struct state *s, const struct state *now);

/* ---- postings ---- */

/* Adds to an account; the entry's postings must sum to zero when it is done. */
void state_post(struct state *s, enum account account, uint32_t index, int64_t amount_minor);

/* The same for many indexes, with the amounts taken off. */
void state_post_off(struct state *s, enum account account, const uint32_t *indexes,
                    const int64_t *amounts_minor, uint32_t count);

uint32_t state_payer(struct state *s, struct str name);
uint32_t state_category(struct state *s, uint32_t word);

/* "assets:receivable:lighthouse", in the arena. */
struct str state_account_name(struct arena *a, const struct state *s, enum account account,
                              uint32_t index);

/* ---- checked sums ---- */

static inline void state_add(struct state *s, int64_t *to, int64_t amount_minor)
{
    if (__builtin_add_overflow(*to, amount_minor, to)) s->overflow = true;
}

/* Money that counts for the surplus: adds to one of the sums above. sign is 1 for income, -1 for
 * spending and losses: what it does to the surplus. */
void state_add_common(struct state *s, int64_t *sum, int sign, int64_t amount_minor,
                      uint32_t entry);

/* ---- measures ---- */

uint32_t scope_of_project(uint32_t project);
uint32_t scope_of_result(const struct state *s, uint32_t result);

/* Cost of a party for a project and, where given, a result; INDEX_NONE for neither. */
void state_add_cost(struct state *s, uint32_t party, uint32_t project, uint32_t result,
                    int64_t amount_minor, uint32_t entry);
void state_add_capital(struct state *s, uint32_t party, int64_t amount_minor, uint32_t entry);
void state_add_work(struct state *s, uint32_t party, uint32_t project, int64_t parts);

int64_t state_cost(const struct state *s, uint32_t scope, uint32_t party);

/* What a party promised, less what it forfeited by not paying it. */
int64_t state_pledge(const struct state *s, uint32_t party);
int64_t state_work(const struct state *s, uint32_t scope, uint32_t party);

/* The part of its budget that is released: at the start and by the milestones that are met, as the
 * text of the day has them. */
struct ratio state_released(struct state *s, uint32_t project);

/* What is unspent for a project; INDEX_NONE: for none. */
struct unspent *state_unspent(struct state *s, uint32_t project);

/* What counted in kind of a party, by kind. */
int64_t *state_given(struct state *s, uint32_t party, uint32_t kind);

/* Registers a result in its project. */
void state_add_result(struct state *s, uint32_t result);

/* ---- debts ---- */

void state_add_debt(struct state *s, uint32_t party, enum nature nature, struct debt debt);

/* Unpaid debts of a party that are due on or before a day, all natures. */
int64_t state_overdue(const struct state *s, uint32_t party, date_t day);

/* What is still open on a loan, an advance to the alliance. */
int64_t state_loan(const struct state *s, uint32_t party);

/* ---- streams ---- */

/* The stream of a key, made at its first use. tier: tier id, measure or basis; focus: scope,
 * result, licence or project, or 0. */
struct stream *state_stream(struct state *s, enum key_kind kind, uint32_t tier, uint32_t focus);
struct entitled *state_entitled(struct state *s, enum key_kind kind, uint32_t tier, uint32_t focus);

/* A part of what one party had under `until M repaid`, in every scope, counts for another: amount
 * of whole. */
void state_move_repaid(struct state *s, enum measure_name measure, uint32_t from, uint32_t to,
                       int64_t amount_minor, int64_t whole_minor);
struct counter *state_counter(struct state *s, uint32_t tier, uint32_t focus);

/* What a tier took, or a clause shared, in a scope so far. */
int64_t state_taken(const struct state *s, uint32_t tier, uint32_t focus);

struct accrual **state_accrual_at(struct state *s, uint32_t promise, uint32_t scope);
struct profit *state_profit(struct state *s, uint32_t clause, uint32_t scope);

/* The same where anything was counted; else NULL. */
const struct profit *state_find_profit(const struct state *s, uint32_t clause, uint32_t scope);

/* Counts what an entry added to the profit, or to that of one party. */
void state_add_profit(struct state *s, struct profit *profit, int64_t amount_minor, uint32_t entry);
void state_add_profit_of(struct state *s, struct profit *profit, uint32_t party,
                         int64_t amount_minor, uint32_t entry);

#endif
