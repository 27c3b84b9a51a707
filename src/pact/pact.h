/* The pact: the agreement resolved. Every name leads to its thing, every clause is a small rule,
 * and what does not hold together is reported with the place in the text.
 *
 * Things have an index of their own kind, in the order of the text; members in the order in which
 * they are declared, which is the order that decides ties and the order of every table. What the
 * journal declares (joins, results, licences) is here too, with the entry that declares it: using
 * it before that entry is an error. The pact does not change when entries are folded. */
#ifndef HEQI_PACT_PACT_H
#define HEQI_PACT_PACT_H

#include "lang/tree.h"
#include "num/ratio.h"
#include "num/stream.h"

#define INDEX_NONE UINT32_MAX

struct pact;

/* ---- names ---- */

enum thing {
    THING_NONE,
    THING_PARTY,
    THING_GROUP,
    THING_BODY,
    THING_MOTION,
    THING_PROJECT,
    THING_RESULT,
    THING_LICENCE
};

/* Sets of names; one name may be in several of them. */
enum name_set { NAMES_COMMON, NAMES_FUND, NAMES_STAKES, NAMES_GAME, NAMES_GOAL, NAME_SET_COUNT };

struct named {
    uint8_t thing; /* enum thing; in the other sets: not 0 where the name is there */
    uint32_t index;
    uint32_t from; /* the first entry that may use it: the one that declares it */
};

/* ---- things ---- */

struct party {
    uint32_t word;
    enum member_kind kind;
    bool lead;
    bool signed_;
    struct str title;
    const struct term *term;
    uint32_t entry; /* of `join`; INDEX_NONE: a founder */
    date_t since;
};

/* A body, group or fund: what it is on a day stands in the provisions of that day. */
struct declared {
    uint32_t word;
    const struct term *term; /* that declares it first */
};

struct group {
    uint32_t word;
    uint32_t *parties; /* ascending */
    uint32_t count;
    bool one;                /* has one seat together in every body */
    const struct term *term; /* NULL: it is not there */
};

/* A dated set of shares as integer weights; the common denominator is their sum. */
struct share_set {
    uint32_t *parties; /* ascending */
    uint64_t *weights; /* up to LIMIT_WEIGHT_MAX */
    uint32_t count;
    uint64_t sum;
    date_t from;         /* holds from the start of this day */
    uint32_t entry;      /* what set or changed the shares; INDEX_NONE: the terms */
    uint32_t known_from; /* the entry that brings it; 0: known to all */
    uint32_t order;      /* as it was worked out */
    struct span span;
};

/* One line that a set is made of. */
struct share_line {
    uint32_t party;
    bool grant; /* the part of a grant, in `funded` */
    struct ratio share;
    struct span span;
};

/* A table of shares over time. What is redetermined or written late stands beside what was known
 * before it, behind the sets of the same day. */
struct stakes {
    uint32_t word;
    struct share_set *sets; /* ascending by date; count 0 in a set: none from then on */
    size_t set_count, set_capacity;
    struct span span;
};

struct fund {
    int64_t target_minor;    /* INT64_MAX: none */
    const struct term *term; /* NULL: it is not there */
};

struct milestone {
    uint32_t word;
    uint32_t number; /* among all that the texts of the project ever name */
    struct span span;
    struct ratio releases;
    date_t by;
};

/* What is agreed of a project at a time. */
struct project_terms {
    enum project_kind kind;
    bool has_kind, has_budget;
    uint32_t lead; /* party or INDEX_NONE */
    int64_t budget_minor;
    struct ratio at_start;   /* part of the budget that may be spent from the start */
    struct share_set funded; /* of members; the grant left out … */
    struct ratio granted;    /* … whose part of the whole this is */
    struct share_set work;   /* who is to work */
    struct milestone *milestones;
    size_t milestone_count, milestone_capacity;
    const struct term
        *decliner; /* `decliner excluded until P% of cost repaid`; NULL: no such term */
    struct ratio decliner_times;
    const struct term *late_joiner; /* `late joiner pays P%` or NULL */
    struct ratio late_joiner_times;
    const struct term *funded_line; /* `funded …` or NULL */
    const struct term *term;        /* NULL: it is not there yet */
};

struct project {
    uint32_t word;
    const struct term *term; /* that declares it first */
    struct stakes funding;   /* who funds it over time: the texts, who joins, redeterminations */
    uint32_t *milestones;    /* words, of all its texts */
    size_t milestone_count, milestone_capacity;
};

struct maker {
    uint32_t party;
    struct ratio share;
};

struct result {
    uint32_t word;
    uint32_t project;     /* or INDEX_NONE */
    struct maker *makers; /* ascending by party, shares make 1 */
    uint32_t maker_count;
    bool background;
    uint32_t entry;
};

struct part {
    uint32_t result;
    struct ratio share;
};

struct licence {
    uint32_t word;
    struct part *parts;
    uint32_t part_count;
    struct share_set set;              /* the same as integer weights, by place in parts */
    const struct licence_terms *terms; /* pact/licences.h */
    uint32_t entry;
};

/* A transfer of stakes, as its entry says. */
struct transfer {
    uint32_t entry, stakes, giver, taker;
    struct ratio share; /* of the whole */
    bool beyond;        /* more than the text left the giver: arrears must have brought the rest */
    bool outsider;      /* the taker held nothing of these stakes before */
};

struct tranche {
    uint32_t party;
    int64_t amount_minor;
    int64_t pledge_minor;
    struct ratio share;   /* of the pledge; in an amended one of all so far … */
    int64_t before_minor; /* … of which so much was called before */
    size_t pledge;        /* a number of the line it belongs to, in all its texts */
    date_t due;
    date_t planned; /* the text that plans it holds from this day … */
    date_t cut;     /* … and one that does not from this, so that it is not called; DATE_OPEN */
    const struct term *term;
};

/* Whether a tranche is called when it falls due, and whether it is planned by the text of a day. */
static inline bool tranche_is_called(const struct tranche *t)
{
    return t->cut == DATE_OPEN;
}

static inline bool tranche_is_planned(const struct tranche *t, date_t day)
{
    return t->planned <= day && day < t->cut;
}

/* ---- texts ---- */

/* An article as it reads from one day to another: in the terms, or as an amendment leaves it. */
struct article_text {
    const struct term *term;           /* the article */
    date_t from, to;                   /* holds from the start of `from`, no more on `to` */
    uint32_t entry;                    /* of the amendment; INDEX_NONE: the terms */
    const struct article_text *before; /* that it takes the place of, or NULL */
};

static inline bool text_holds(const struct article_text *text, date_t day)
{
    return text->from <= day && day < text->to;
}

/* ---- games ---- */

struct worth_line {
    uint32_t coalition; /* by mask: bit 0 is the first player */
    struct ratio worth;
    const struct term *term;
};

/* `game NAME of …`: what coalitions of its players are worth, or cost. */
struct game_terms {
    uint32_t word;
    const struct article_text *text; /* that it stands in */
    uint32_t next;                   /* the same game in a later text; INDEX_NONE: no more */
    uint32_t *players;               /* parties, in the order of the text */
    uint32_t count;
    bool cost;                /* the numbers are costs */
    struct worth_line *lines; /* each coalition once, that of all among them */
    uint32_t line_count;
    struct ratio *weights;                   /* by player, positive; NULL: none are given */
    uint32_t unions[LIMIT_PLAYERS_TERM_MAX]; /* masks: each player stands in one … */
    uint32_t union_count;                    /* … 0: none are given */
    const struct term *term, *weights_term, *unions_term;
};

/* What clauses divide by: a method of a game. */
struct solution {
    uint32_t game;
    uint32_t method;  /* rank in METHOD of form_table.h */
    struct span span; /* where it is asked for first */
};

/* ---- rules ---- */

enum basis_kind { BY_NOTHING, BY_EQUALLY, BY_MEASURE, BY_STAKES, BY_SCORE, BY_GAME, BY_CLAIMS };

/* How the factors of `adjusted by` become one: added up by weight, or as the text says. */
enum factors_kind { FACTORS_ADDED, FACTORS_PROJECTED, FACTORS_TOPSIS };

struct basis {
    enum basis_kind kind;
    enum measure_name measure;
    uint32_t stakes;
    uint32_t score;          /* BY_SCORE: its word */
    uint32_t solution;       /* BY_GAME: of the pact */
    enum claims_name claims; /* BY_CLAIMS: the rule; limits of the tier are the claims */
    enum factors_kind factors_kind;
    const struct factor *factors; /* `adjusted by`: their weights make 100%; NULL: as it is */
    uint32_t factor_count;
};

/* One of the things a basis is adjusted by. */
struct factor {
    struct basis by; /* a measure or stakes, not adjusted itself */
    struct ratio weight;
};

enum to_kind { TO_FUND, TO_KIND_OF_PARTIES, TO_PARTIES };

struct recipient {
    enum to_kind kind;
    enum recipients who;
    uint32_t fund;
    uint32_t *parties; /* one party, or those of a group as the text was read */
    uint32_t party_count;
    uint32_t group; /* the group that they are, and who is in it on a day; INDEX_NONE: none */
    const struct recipient *besides; /* TO_OTHERS: those that are named beside it */
    uint32_t besides_count;
};

/* `while M under AMOUNT`: its tiers run only as long as M, of all parties together, is below. */
struct guard {
    enum measure_name measure; /* M_INCOME: what the clause shared before, in its scope */
    int64_t under_minor;
    const struct guard *outer; /* a guard around this one, or NULL */
    const struct term *term;
};

/* A promise of return, `R% yearly [compound] on M`. Tiers of several clauses that promise the same
 * pay it together, as `until M repaid` tiers do. */
struct promise {
    enum measure_name measure; /* M_CAPITAL or M_COST */
    struct ratio rate;
    bool compound;
};

struct tier {
    uint32_t id;   /* part of the key of its streams: unique, but in an amended article the same
                      for a clause that is left as it was */
    uint32_t sums; /* and of what it has taken so far: also for a tier that is left as it was */
    enum tier_row row;
    /* TIER_SHARE, TIER_SHARE_OF_REST; times, of TIER_UNTIL_REPAID; of profit, of TIER_CATCH_UP */
    struct ratio share;
    int64_t amount_minor; /* TIER_UP_TO, TIER_AMOUNT, TIER_LEAST */
    bool yearly;
    enum measure_name repaid;  /* TIER_UNTIL_REPAID, TIER_RETURN */
    uint32_t promise;          /* TIER_RETURN */
    uint32_t catches_up;       /* TIER_CATCH_UP, TIER_LEAST: the party */
    bool returns;              /* it is a line of clause.returns */
    const struct guard *guard; /* NULL: none */
    struct recipient *to;      /* of a tier that is not divided */
    uint32_t to_count;
    struct basis basis;
    /* bear: */
    bool from_fund;
    uint32_t fund;
    bool capped, cap_is_amount;
    struct ratio cap;
    enum measure_name cap_measure;
    int64_t cap_minor;
    struct tier *parts; /* where it is divided once more */
    uint32_t part_count;
    bool by_heads;   /* the parts are funds, and last who else stands in the list: equal parts */
    struct str path; /* "5", "5.1" */
    const struct term *term;
};

/* How narrow a clause is; the narrowest applies. */
enum width { WIDTH_ALL, WIDTH_KIND, WIDTH_PROJECT, WIDTH_EACH_RESULT, WIDTH_RESULT };

struct clause {
    const struct article_text *text; /* that it stands in */
    enum width width;
    bool together; /* the scope is the alliance */
    enum income_class class;
    enum loss_kind loss;
    uint32_t project, result;
    enum project_kind kind;
    struct tier *tiers; /* those under a guard stand among the others, in the order of the text */
    uint32_t tier_count;
    uint32_t id; /* part of the key of its running sums: unique among clauses and tiers, but the
                    same for all texts of a clause */
    bool counts_income;   /* a guard looks at what it shared before */
    bool counts_profit;   /* a tier looks at what it paid besides repaying */
    struct tier *returns; /* `at dissolution PARTY returns what exceeds P% of profit`, a line each:
                             the party is catches_up */
    uint32_t return_count;
    const struct term *term;
};

/* ---- leaving ---- */

/* What of grants that clauses gave it who departs returns. */
enum grants_back { GRANTS_STAY, GRANTS_UNSPENT, GRANTS_ALL };

/* What `leave` and `expelled` say; a term that is NULL: the agreement is silent. */
struct leaving {
    const struct term *leave, *expelled;
    struct duration notice;
    struct ratio bought;       /* part of a measure at which a leaver is bought out; 0: it is not */
    enum measure_name measure; /* … of this */
    bool keeps;                /* what the expelled keeps is said */
    struct ratio kept;         /* … it is this part */
    enum measure_name kept_of; /* … of this */
    enum grants_back leaver_returns, expelled_returns;
};

/* An entry by which somebody leaves or is expelled. */
struct departure {
    uint32_t party, entry;
    date_t on;
    bool expelled;
    bool late; /* written behind that day */
};

/* ---- arrears ---- */

/* The steps of the ladder, in the order in which they are taken on one day. */
enum arrears_kind {
    ARREARS_BEAR,
    ARREARS_NOTICE,
    ARREARS_COVER,
    ARREARS_NO_VOTE,
    ARREARS_DILUTE,
    ARREARS_FORFEIT,
    ARREARS_FORCED_SALE,
    ARREARS_OUT,
    ARREARS_COUNT
};

/* A line of `arrears`. A step is reached on the day after its time has run, counted from the day
 * behind the due date. */
struct arrears_step {
    const struct term *term; /* NULL: not agreed */
    struct duration after;
    struct ratio share; /* ARREARS_BEAR: of the unpaid part, a day or a year; ARREARS_DILUTE */
    bool yearly;        /* ARREARS_BEAR: a year of 365 days */
    bool as_leaving;    /* ARREARS_OUT: else as expulsion */
    struct basis basis; /* ARREARS_COVER */
};

struct arrears {
    const struct term *term; /* NULL: the agreement has none */
    struct arrears_step steps[ARREARS_COUNT];
};

/* The day a step is reached by a debt that is late since a day; DATE_OPEN for one behind the year
 * 9999. `since` is the last day on which the debt was in time. */
date_t arrears_day(const struct arrears_step *step, date_t since);

/* The day on which a debt that is late since a day has reached the last step, interest left out:
 * what is unpaid then is in default. DATE_OPEN where being late has no consequence. */
date_t arrears_default_day(const struct arrears *ladder, date_t since);

/* ---- dues ---- */

enum dues_payer { DUES_OF_KIND, DUES_OF_LEAD, DUES_OF_OTHERS, DUES_OF_NAMED };

/* What one class of members owes a year: a part of its sales, between two bounds; a flat amount is
 * both bounds. */
struct dues_rule {
    enum dues_payer payer;
    enum member_kind kind; /* DUES_OF_KIND */
    uint32_t party, group; /* DUES_OF_NAMED: one of them, the other INDEX_NONE */
    bool of_sales;
    struct ratio share;
    int64_t least_minor, most_minor; /* 0, INT64_MAX where it is not bound */
};

struct dues {
    const struct term *term; /* NULL: there are none */
    struct dues_rule *rules; /* in the order of the text: the first that fits counts */
    size_t rule_count;
    int month, day; /* of every year; the last of a month that is shorter */
};

/* The first day from `from` on on which dues fall due; DATE_OPEN: never. */
date_t pact_dues_day(const struct pact *p, date_t from);

/* ---- decisions ---- */

/* "2/3 of present": at least the share; strict: more than it. */
struct majority {
    struct ratio share;
    bool strict;
    enum vote_base base;
    bool has_base;    /* it was written */
    struct span span; /* of the share, as it is written */
};

/* `within` of who may veto. */
struct veto_right {
    struct recipient *to;
    uint32_t to_count;
    struct duration within;
    const struct term *term;
};

enum seats_kind { SEATS_NONE, SEATS_MEMBERS, SEATS_KIND, SEATS_LIST };
enum votes_kind {
    VOTES_ONE_EACH,
    VOTES_BY_MEASURE,
    VOTES_BY_STAKES,
    VOTES_BY_SCORE,
    VOTES_BY_DUES /* so many for each full amount */
};

struct body {
    uint32_t word;
    enum seats_kind seats;
    enum member_kind seat_kind; /* SEATS_KIND */
    uint32_t *listed;           /* SEATS_LIST: parties, ascending */
    uint32_t listed_count;
    enum votes_kind votes;
    enum measure_name measure; /* VOTES_BY_MEASURE */
    uint32_t stakes;           /* VOTES_BY_STAKES */
    uint32_t score;            /* VOTES_BY_SCORE: its word */
    int64_t per_minor, each;   /* VOTES_BY_DUES: so many votes for each full amount of dues */
    bool capped;
    struct ratio cap; /* of all votes before the cut */
    bool has_quorum, has_pass;
    struct majority quorum; /* of seats */
    struct majority pass;
    uint32_t host; /* party or INDEX_NONE */
    struct veto_right *vetoes;
    size_t veto_count, veto_capacity;
    const struct term *term; /* NULL: it is not there */
};

/* `and enterprises more than 1/2`: counted by heads. */
struct class_majority {
    struct recipient who;
    struct majority majority;
    struct str name; /* as it is written */
};

/* A `decide` line. */
struct decide_rule {
    uint32_t matter; /* enum matter; INDEX_NONE: one of the agreement's own … */
    uint32_t name;   /* … of this name */
    uint32_t body;
    bool has_majority;
    struct majority majority;
    struct class_majority *classes;
    uint32_t class_count;
    const struct term *term;
};

/* A motion, as the entry that puts it says. */
struct motion {
    uint32_t word;
    uint32_t body;
    uint32_t matter;  /* enum matter; INDEX_NONE: the name that follows */
    uint32_t subject; /* word */
    uint32_t about;   /* word: whom it is about; WORD_NONE: nobody in particular */
    uint32_t party;   /* the same as a party; INDEX_NONE: nobody, or one that never joins */
    date_t deadline;  /* of a written vote; DATE_NONE: none */
    struct str title;
    uint32_t entry;
    uint32_t decided; /* the entry that decides it; INDEX_NONE */
};

/* `grants are restricted`. */
struct restriction {
    const struct term *term; /* NULL: they are not */
    bool capped;
    struct ratio most;  /* of all money in */
    uint32_t *eligible; /* words of the categories that they may pay for; none: any */
    size_t eligible_count, eligible_capacity;
};

/* `always`: what a fund, or cash, never falls below or rises above. */
struct invariant {
    uint32_t fund; /* INDEX_NONE: cash */
    bool at_most;
    int64_t limit_minor;
    uint32_t id; /* the same in every text that says the same */
    const struct term *term;
};

/* ---- provisions ---- */

/* What is agreed from one amendment to the next. All that stands here is looked up by the day;
 * `share` and `bear` clauses are not: each of them holds the text that it stands in. */
struct provisions {
    date_t from;                       /* in force from the start of this day … */
    uint32_t entry;                    /* … by this amendment; INDEX_NONE: the terms */
    const struct article_text **texts; /* the articles */
    size_t text_count;
    struct group *groups;           /* by group */
    uint32_t *bloc_of;              /* by party: the group that counts as one, or INDEX_NONE */
    struct body *bodies;            /* by body */
    struct fund *funds;             /* by fund */
    struct project_terms *projects; /* by project */
    bool *leads;                    /* by party: it leads the alliance */
    int64_t *pledges_minor;         /* by party */
    struct decide_rule *rules;
    size_t rule_count, rule_capacity;
    struct ratio in_kind_rate;
    bool in_kind_capped;
    struct ratio in_kind_cap;
    struct dues dues;
    struct arrears arrears;
    struct restriction grants;
    struct rights *rights; /* pact/rights.h */
    struct leaving leaving;
    struct clause dissolution; /* what is left at the end; term NULL: the agreement is silent */
    struct clause deficit; /* what the law says of what is missing then; without tiers: nothing */
    struct invariant *invariants;
    size_t invariant_count, invariant_capacity;
};

struct pact {
    struct arena *arena;
    const struct document *doc;
    struct diags *diags;
    const struct term *head; /* the alliance statement; NULL where it is missing */
    uint32_t name;
    struct str title;
    date_t founded;
    date_t ends;       /* the day after the term, without renewals; DATE_OPEN: none */
    uint32_t currency; /* word; WORD_NONE: CNY */
    unsigned digits;
    enum legal_form form;
    bool has_form;
    enum rounding rounding;
    struct named *names[NAME_SET_COUNT]; /* by word */
    uint8_t *used[NAME_SET_COUNT];       /* by word: something refers to it */
    size_t word_count;                   /* both have room for so many */
    struct party *parties;
    size_t party_count, party_capacity;
    struct declared *groups;
    size_t group_count, group_capacity;
    struct stakes *stakes;
    size_t stakes_count, stakes_capacity;
    struct declared *funds;
    struct game_terms *games;
    size_t game_count, game_capacity;
    struct solution *solutions; /* each once */
    size_t solution_count, solution_capacity;
    size_t fund_count, fund_capacity;
    struct project *projects;
    size_t project_count, project_capacity;
    struct result *results;
    size_t result_count, result_capacity;
    struct licence *licences;
    size_t licence_count, licence_capacity;
    struct transfer *transfers; /* ascending by entry */
    size_t transfer_count, transfer_capacity;
    struct tranche *tranches; /* ascending by due date */
    size_t tranche_count, tranche_capacity;
    struct article_text *texts; /* of the terms, then of amendments in order */
    size_t text_count, text_capacity;
    struct provisions *provisions; /* of the terms, then of each amendment in order */
    size_t provisions_count;
    struct provisions *building; /* those that the passes work on */
    struct clause *shares;
    size_t share_count, share_capacity;
    struct clause *bears;
    size_t bear_count, bear_capacity;
    struct departure *departures;
    size_t departure_count, departure_capacity;
    uint32_t tier_count; /* ids given so far */
    struct promise *promises;
    size_t promise_count, promise_capacity;
    bool uses_risk; /* a clause looks at capital not yet repaid */
    const struct term
        *uses_sales; /* the first that goes by the sales of a calendar year, or NULL */
    struct declared *bodies;
    size_t body_count, body_capacity;
    struct motion *motions;
    size_t motion_count, motion_capacity;
    uint32_t invariant_ids; /* given so far */
    bool grants_go_back;    /* who departs returns grants, by some text */
};

/* The end of a term, renewed by such an entry: both are the first day behind it. */
date_t pact_renewed(date_t ends, const struct term *renewal);

/* The first day behind the term, with all renewals of the journal. */
date_t pact_last_end(const struct pact *p);

/* Makes room for words that were read since the pact was resolved: names that nothing declares. */
void pact_fit_words(struct pact *p);

/* Resolves a document. Problems go to diags; the pact is usable only where there are no errors. */
struct pact *pact_resolve(struct arena *arena, const struct document *doc, struct diags *diags);

/* The thing a word names in a set; thing 0 where it names none. */
static inline struct named pact_named(const struct pact *p, enum name_set set, uint32_t word)
{
    return p->names[set][word];
}

/* Index of a thing, or INDEX_NONE. */
uint32_t pact_find(const struct pact *p, enum thing thing, uint32_t word);
uint32_t pact_find_in(const struct pact *p, enum name_set set, uint32_t word);

/* The same by a name that somebody typed, which need not be a word of the text. */
uint32_t pact_find_name(const struct pact *p, enum thing thing, struct str name);

struct str pact_word(const struct pact *p, uint32_t word);

/* Integer weights of count lines, ascending by party, over their common denominator, reduced. False
 * where they do not fit LIMIT_WEIGHT_MAX. */
bool pact_make_set(struct arena *a, const struct share_line *lines, size_t count,
                   struct share_set *out);

/* The share set of stakes that holds at the start of a day; NULL where none does. */
const struct share_set *pact_stakes_at(const struct stakes *s, date_t day);

/* Whether a set counts when entry `known` is the last that is known. What is written on its own day
 * holds from the start of that day, also for the entries before it. */
static inline bool pact_set_known(const struct share_set *set, uint32_t known)
{
    return set->known_from <= known;
}

/* The same as it was known when entry `known` was written: sets that later entries bring, with an
 * earlier effect, are not there yet. Of two sets of one day the later written one holds. */
const struct share_set *pact_stakes_known(const struct stakes *s, date_t day, uint32_t known);

/* The decimal of a ratio in per cent, as people write it: 40%, 33.33333333333333…%. */
struct str pact_percent(struct arena *a, struct ratio r);

/* What a party holds of a set, as a part of the whole; 0 where it is not in it, or set is NULL. */
struct ratio pact_share_of(const struct share_set *set, uint32_t party);

/* The transfer of stakes that an entry makes; NULL: none. */
const struct transfer *pact_transfer(const struct pact *p, uint32_t entry);

/* The entry that another cites as DATE #n, before it; INDEX_NONE where there is none. */
uint32_t pact_cited(const struct pact *p, uint32_t index);

/* The first day after `day` on which known stakes change, or `last`. */
date_t pact_next_stakes(const struct stakes *s, date_t day, date_t last, uint32_t known);

/* Checks the names of one entry and its order against the one before; reports and returns false
 * where something does not hold. */
bool pact_check_entry(const struct pact *p, uint32_t index);

/* Notes every name that nothing refers to, when terms and entries were checked. Members need no
 * reference: they are meant by `members`. */
void pact_note_unused(const struct pact *p);

/* ---- amendments ---- */

/* What is in force on a day. */
const struct provisions *pact_at(const struct pact *p, date_t day);

/* What is agreed of a project on a day. */
static inline const struct project_terms *pact_project(const struct pact *p, uint32_t project,
                                                       date_t day)
{
    return &pact_at(p, day)->projects[project];
}

/* What was in force when an entry was written: amendments behind it in the text do not count, also
 * where they are of the same day. */
const struct provisions *pact_when(const struct pact *p, uint32_t entry);

/* The line of a member in the text before that an amendment leaves out; NULL: there is none. */
const struct term *pact_left_out(const struct pact *p, uint32_t entry, uint32_t party);

/* Whether an amendment changes any article. */
bool pact_is_amended(const struct pact *p);

/* The first day after `day` on which an article gets a new text, or `last`. */
date_t pact_next_text(const struct pact *p, date_t day, date_t last);

/* How a clause is cited: "6.1", and in an amended article with the day of the amendment,
 * "6.1 (2014-08-01)". */
struct str pact_clause(struct arena *a, const struct term *t);

/* ---- what must be agreed before a project starts ---- */

/* The agreement as all its amendments leave it: of this day. */
#define PACT_LATEST (DATE_OPEN - 1)

enum start_lacks { LACKS_OWNERSHIP = 1, LACKS_LICENCE = 2, LACKS_INCOME = 4, LACKS_ALL = 7 };

/* What the text of a day does not say of a project's results, a set of enum start_lacks; 0:
 * nothing. Who asks of many projects asks for all of them, by project, at once. */
unsigned pact_start_lacks(const struct pact *p, uint32_t project, date_t day);
const uint8_t *pact_starts_lack(struct arena *arena, const struct pact *p, date_t day);

/* Whether grants may be spent on a category. */
bool restriction_lets(const struct restriction *r, uint32_t category);

/* The rule by which a party owes dues, as long as it is a member; NULL: none. */
const struct dues_rule *dues_of(const struct pact *p, const struct provisions *now, uint32_t party);

/* ---- who decides ---- */

/* The `decide` line for the matter of an entry, by the text of the day on which it takes effect, of
 * an amendment by that of the day before; for that of a motion, by the text in force when it was
 * put. NULL where there is none. */
const struct decide_rule *pact_decider(const struct pact *p, const struct entry *e);
const struct decide_rule *pact_rule_of(const struct pact *p, const struct motion *m);

/* The body that a motion was put to, as it was then. */
const struct body *pact_body_of(const struct pact *p, const struct motion *m);

/* "admission", "入盟": the matter of a rule or motion in a language. */
struct str pact_matter_text(const struct pact *p, uint32_t matter, uint32_t name,
                            enum language lang);

/* Whether a party is among the named ones, by its name or kind. */
bool pact_is_among(const struct pact *p, const struct recipient *who, uint32_t party);

/* Whether the terms give a party a seat; that it is a member is not looked at. */
bool pact_has_seat(const struct pact *p, const struct body *body, uint32_t party);

/* Notes the matters of entries that no `decide` line names, nor `said`, by enum matter: they need
 * no decision. */
void pact_note_undecided(const struct pact *p, const bool said[]);

#endif
