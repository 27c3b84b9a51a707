/* The tree: what was read, ready for the layers above.
 *
 * Terms are nodes with their binds; an entry is a flat record of 64 bytes, and only what does not
 * fit there (lists, phrases, indented lines) hangs beside it as a node. Everything lives in the
 * arena of the run. */
#ifndef HEQI_LANG_TREE_H
#define HEQI_LANG_TREE_H

#include "lang/parse.h"

struct term {
    enum form form;
    uint32_t article; /* number of its article; 0 outside one */
    uint32_t clause;  /* 6.1 is clause 1 of article 6; that of the statement it belongs to */
    uint32_t bind_count;
    const struct bind *binds;
    struct span span;
    bool dated; /* an entry of an example */
    date_t date, effective;
    struct term *parent, *first, *last, *next; /* its indented lines; the next on its level */
    uint32_t child_count;
};

enum entry_flag {
    ENTRY_FROM_GRANT = 1, /* spend … from grant */
    ENTRY_HAS_CHOICE = 2, /* choice was written */
};

/* One dated statement. A field that its form does not have is 0, DATE_NONE for dates. */
struct entry {
    date_t date, effective;
    uint32_t at;    /* position of its text */
    uint8_t form;   /* enum form */
    uint8_t choice; /* rank of nature, kind, class, state, event, ballot, measure, cause */
    uint8_t flags;  /* enum entry_flag */
    uint8_t spare;
    uint32_t party;   /* words */
    uint32_t subject; /* name, payer, stakes, fund, category, milestone, result, motion */
    uint32_t project; /* for X, of X, path */
    uint32_t other;   /* fund beside a category; proxy; who a transfer goes to */
    uint32_t motion;
    uint32_t extra; /* node beside it: document_extra(); 0: none */
    date_t from, to, due;
    uint32_t len; /* of its text */
    int64_t amount;
};

_Static_assert(sizeof(struct entry) == 64, "an entry is one cache line");
_Static_assert(FORM_COUNT <= UINT8_MAX, "a form fits a byte");

#define ENTRY_CHUNK_BITS 15u

struct document {
    struct arena *arena;
    struct words *words;
    const struct grammar *g;
    struct sources *sources;
    struct term *first, *last; /* undated top-level statements: alliance, articles, rules */
    struct entry **chunks;
    size_t chunk_count, chunk_capacity;
    uint32_t entry_count;
    uint32_t *ahead; /* entries that must be known before the journal is read in order: they declare
                        names, sign, change stakes, the text or the term, put or decide
                        motions, or reverse others */
    size_t ahead_count, ahead_capacity;
    uint32_t *late; /* entries written later than they took effect */
    size_t late_count, late_capacity;
    struct term **extras;
    size_t extra_count, extra_capacity;
    unsigned minor_digits;                    /* of the currency, as it was read */
    struct term *open[LIMIT_NESTING_MAX + 1]; /* by depth: the statement read last */
};

void document_init(struct document *d, struct arena *arena, struct words *words,
                   const struct grammar *g, struct sources *sources);

/* The sink that fills the document. */
struct parse_sink document_sink(struct document *d);

/* How the words of one table are called in another: those below `known` by the same numbers, word n
 * from there on by words[n - known]. */
struct word_map {
    uint32_t known;
    const uint32_t *words; /* NULL: there are none from there on */
};

/* Appends entries that were read from a later part of the same source into a document of their own,
 * which holds nothing else. They are copied with all that hangs beside them. */
void document_append(struct document *d, const struct document *part, struct word_map map);

/* Makes a document of the same terms whose journal is that of a worked example: what is given, and
 * the dated lines behind it, in the order of the text. Nothing of the journal of `from` is in it;
 * terms, words and sources are shared, and must not change while it is used. */
void document_of_example(struct document *d, const struct document *from,
                         const struct term *example);

/* Room for one more entry, all zero. */
struct entry *document_add_entry(struct document *d);

/* Entries are numbered from 0 here, from 1 in everything a user sees. */
static inline struct entry *document_entry(const struct document *d, uint32_t index)
{
    CHECK(index < d->entry_count);
    return &d->chunks[index >> ENTRY_CHUNK_BITS][index & ((1u << ENTRY_CHUNK_BITS) - 1)];
}

/* The node beside an entry, or NULL. */
const struct term *document_extra(const struct document *d, const struct entry *e);

/* #n of a date: how many entries of that date stand up to and with this one. */
uint32_t document_ordinal(const struct document *d, uint32_t index);

/* ---- reading binds ---- */

/* The bind of a role among those from `from` to `to` on one level; NULL where there is none. */
const struct bind *binds_find(const struct bind *binds, uint32_t from, uint32_t to, enum role role);

/* The same for a statement, and inside a phrase of it. */
const struct bind *term_bind(const struct term *t, enum role role);
const struct bind *term_bind_in(const struct term *t, const struct bind *phrase, enum role role);

/* The word a name bind holds; WORD_NONE where the role is not there. */
uint32_t term_word(const struct term *t, enum role role);
uint32_t term_word_in(const struct term *t, const struct bind *phrase, enum role role);

struct span bind_span(const struct bind *b);

/* The bytes of a text bind between the quotes, escapes resolved. */
struct str bind_text(struct arena *a, const struct sources *s, const struct bind *b);

/* Walks a list: for (b = list_first(t, list); b; b = list_next(t, list, b)). */
const struct bind *list_first(const struct bind *list);
const struct bind *list_next(const struct term *t, const struct bind *list, const struct bind *b);

/* ---- the rows of phrases and the words of sets, in the order of form_table.h ---- */

enum recipient_row { RECIPIENT_FUND, RECIPIENT_WORD, RECIPIENT_NAME };
enum measure_row { MEASURE_OF_STAKES, MEASURE_OF_SCORE, MEASURE_PLAIN };
enum basis_row { BASIS_EQUALLY, BASIS_GAME, BASIS_CLAIMS, BASIS_MEASURE };
enum adjustment_row { ADJUSTMENT_COMBINED, ADJUSTMENT_SUM };
enum combined { COMBINED_PROJECTION, COMBINED_TOPSIS };
enum claims_name {
    CLAIMS_PROPORTIONAL,
    CLAIMS_EQUAL_AWARDS,
    CLAIMS_EQUAL_LOSSES,
    CLAIMS_TALMUD,
    CLAIMS_ADJUSTED_PROPORTIONAL,
    CLAIMS_RANDOM_ARRIVAL,
    CLAIMS_ALPHA_MIN
};
enum scope_row { SCOPE_PROJECT, SCOPE_KIND, SCOPE_RESULT, SCOPE_EACH_RESULT, SCOPE_TOGETHER };
enum tier_row {
    TIER_UNTIL_REPAID,
    TIER_CATCH_UP,
    TIER_LEAST,
    TIER_UP_TO,
    TIER_RETURN,
    TIER_SHARE_OF_REST,
    TIER_SHARE,
    TIER_AMOUNT,
    TIER_REST
};
enum dues_item_row { DUES_ITEM_KIND, DUES_ITEM_LEAD, DUES_ITEM_OTHERS, DUES_ITEM_NAME };
enum each_cap_row { CAP_OF_MEASURE, CAP_AMOUNT };
enum fact_row_kind { FACT_COVENANT, FACT_DECISION, FACT_WORD };

enum member_kind {
    KIND_ENTERPRISE,
    KIND_UNIVERSITY,
    KIND_INSTITUTE,
    KIND_SOCIETY,
    KIND_PUBLIC,
    KIND_PERSON,
    KIND_OTHER
};
enum body_kind { BODY_DECISION, BODY_ADVISORY, BODY_EXECUTIVE, BODY_SUPERVISORY };
enum legal_form { LEGAL_CONTRACT, LEGAL_COMPANY, LEGAL_PARTNERSHIP, LEGAL_ASSOCIATION };
enum recipients {
    TO_MEMBERS,
    TO_ENTERPRISES,
    TO_UNIVERSITIES,
    TO_INSTITUTES,
    TO_MAKERS,
    TO_OWNERS,
    TO_FUNDERS,
    TO_WORKERS,
    TO_AFFECTED,
    TO_OTHERS
};
enum measure_name {
    M_CAPITAL,
    M_PLEDGE,
    M_COST,
    M_RISK,
    M_INVENTION,
    M_OWNERSHIP,
    M_WORK,
    M_PATENTS,
    M_DUES,
    M_SALES,
    M_INCOME
};
enum income_class {
    CLASS_LICENCE,
    CLASS_SALE,
    CLASS_SERVICE,
    CLASS_PRODUCT,
    CLASS_GRANT,
    CLASS_DUES,
    CLASS_INTEREST,
    CLASS_SURPLUS,
    CLASS_ANY
};
enum loss_kind { LOSS_PROJECT, LOSS_LIABILITY, LOSS_DEFAULT, LOSS_OVERRUN };
enum project_kind { PROJECT_GENERIC, PROJECT_KEY, PROJECT_PROPRIETARY };
enum vote_base { BASE_PRESENT, BASE_ALL, BASE_CAST };
enum ballot { BALLOT_YES, BALLOT_NO, BALLOT_ABSTAIN };
enum offer_answer { OFFER_ACCEPTED, OFFER_WAIVED };
enum stop_state { STOPPED_FAILED, STOPPED_DONE };
enum motion_claim { CLAIM_CARRIED, CLAIM_LOST };
enum matter {
    MATTER_AMENDMENT,
    MATTER_ADMISSION,
    MATTER_EXPULSION,
    MATTER_ACCEPTANCE,
    MATTER_BUDGET,
    MATTER_START,
    MATTER_STOP,
    MATTER_STAKES,
    MATTER_LICENCE,
    MATTER_REDETERMINE,
    MATTER_TRANSFER,
    MATTER_APPOINTMENT,
    MATTER_RENEWAL,
    MATTER_DISSOLUTION,
    MATTER_WRITE_OFF,
    MATTER_COUNT
};
enum use_terms { USE_FREE, USE_FAIRLY };
enum purpose { PURPOSE_RESEARCH, PURPOSE_WORK, PURPOSE_BUSINESS };
enum result_kind {
    RESULT_PATENT,
    RESULT_KNOW_HOW,
    RESULT_SOFTWARE,
    RESULT_STANDARD,
    RESULT_VARIETY,
    RESULT_DESIGN
};
enum filing { FILING_FILED, FILING_GRANTED, FILING_LAPSED, FILING_OPPOSED };
enum exclusivity { LICENCE_EXCLUSIVE, LICENCE_NONEXCLUSIVE, LICENCE_SOLE };
enum diffusion {
    DIFFUSION_ADOPT,
    DIFFUSION_PUBLISH,
    DIFFUSION_STANDARD,
    DIFFUSION_TRAIN,
    DIFFUSION_DIFFUSE
};
enum nature { NATURE_CAPITAL, NATURE_CALL, NATURE_DUES, NATURE_LOAN, NATURE_LOSS, NATURE_INTEREST };
enum in_kind {
    IN_KIND_STAFF,
    IN_KIND_EQUIPMENT,
    IN_KIND_MATERIAL,
    IN_KIND_TECHNOLOGY,
    IN_KIND_PREMISES
};

#endif
