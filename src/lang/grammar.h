/* The grammar of form_table.h, compiled: keywords, sets, phrases and forms as small programs that
 * the matcher runs and the formatter prints from. Built once a run; does not change afterwards. */
#ifndef HEQI_LANG_GRAMMAR_H
#define HEQI_LANG_GRAMMAR_H

#include "base/arena.h"
#include "base/diag.h"
#include "lang/words.h"

/* Forms are called by their row: F_SHARE is FORM(SHARE, …). */
enum form {
    F_NONE,
#define CHOICES(name, words)
#define PHRASE(name, en, zh)
#define FORM(id, block, opens, en, zh) F_##id,
#include "lang/form_table.h"
#undef CHOICES
#undef PHRASE
#undef FORM
    FORM_COUNT
};

enum choice_set {
#define CHOICES(name, words) SET_##name,
#define PHRASE(name, en, zh)
#define FORM(id, block, opens, en, zh)
#include "lang/form_table.h"
#undef CHOICES
#undef PHRASE
#undef FORM
    NAMED_SET_COUNT /* sets written in place follow */
};

enum role {
    ROLE_NONE,
#define ROLE(name) ROLE_##name,
#include "lang/role_table.h"
#undef ROLE
    ROLE_COUNT
};

enum block {
    BLOCK_NONE,
    BLOCK_TOP,
    BLOCK_ALLIANCE,
    BLOCK_WORDS,
    BLOCK_ARTICLE,
    BLOCK_PARTY,
    BLOCK_GROUP,
    BLOCK_SHARES,
    BLOCK_BODY,
    BLOCK_PLEDGE,
    BLOCK_ARREARS,
    BLOCK_FUND,
    BLOCK_GRANTS,
    BLOCK_PROJECT,
    BLOCK_TIERS,
    BLOCK_BEARERS,
    BLOCK_WATERFALL,
    BLOCK_GAME,
    BLOCK_EXAMPLE,
    BLOCK_EXPECT,
    BLOCK_RULE,
    BLOCK_DATED,
    BLOCK_HEADS,
    BLOCK_LICENCE,
    BLOCK_AMEND,
    BLOCK_COUNT
};

/* Phrases; the rank of the row that was read tells the alternative (see enums in tree.h). */
enum phrase {
    PHRASE_NAMED_SHARE,
    PHRASE_NAMED_PART,
    PHRASE_FUNDED_SHARE,
    PHRASE_MAYBE_SHARE,
    PHRASE_RECIPIENT,
    PHRASE_MEASURE,
    PHRASE_WEIGHTED,
    PHRASE_ADJUSTMENT,
    PHRASE_BASIS,
    PHRASE_SCOPE,
    PHRASE_TIER_AMOUNT,
    PHRASE_EACH_CAP,
    PHRASE_MAJORITY,
    PHRASE_GROUP_MAJORITY,
    PHRASE_DUES_ITEM,
    PHRASE_DUES_AMOUNT,
    PHRASE_EXPELLED_TERM,
    PHRASE_FACT,
    PHRASE_COUNT
};

enum value_type {
    VALUE_NAME,  /* a name that is no keyword */
    VALUE_PNAME, /* a name that may be a keyword */
    VALUE_NEW,   /* the same two, declared here */
    VALUE_PNEW,
    VALUE_WORD,  /* any word */
    VALUE_NAMES, /* names one behind the other, up to what is no name */
    VALUE_PATH,
    VALUE_TEXT,
    VALUE_MONEY,
    VALUE_NUMBER,
    VALUE_INTEGER,
    VALUE_SHARE,
    VALUE_PART,
    VALUE_DATE,
    VALUE_DURATION,
    VALUE_MONTHDAY,
    VALUE_CURRENCY,
    VALUE_ARTICLE,
    VALUE_REF,
    VALUE_DIGEST,
    VALUE_CHOICE, /* one word of a set */
    VALUE_PHRASE,
    VALUE_LIST,
    VALUE_TYPE_COUNT
};

/* How a type of value is called in messages: "an amount of money". */
const char *value_type_name(enum value_type type, enum language lang);

enum op_kind {
    OP_END,       /* of a pattern or of the body of the next three */
    OP_OPTIONAL,  /* body follows; next: behind it; arg: its place among options in any order */
    OP_BRANCHES,  /* OP_BRANCH, body, OP_BRANCH, body, …, OP_END; next: behind all */
    OP_BRANCH,    /* next: the following branch or the OP_END */
    OP_ANY_ORDER, /* OP_OPTIONALs, then OP_END; next: behind it */
    OP_KEYWORD,   /* arg: keyword */
    OP_COMMA,
    OP_GLUE,   /* nothing is read; the next keyword may be written without a space */
    OP_GUARD,  /* nothing is read; role gets rank arg */
    OP_VALUE,  /* arg: enum value_type */
    OP_CHOICE, /* arg: set */
    OP_PHRASE, /* arg: enum phrase */
    OP_LIST,   /* the op that follows, once or more with commas between; next: behind that op;
                * arg: 1 where the items are clauses (， in Chinese), else 0 (、) */
};

/* The role of an OP_OPTIONAL behind which only others follow, to the end of the program. */
#define OPTIONS_ONLY 1

struct op {
    uint8_t kind;
    uint8_t role;
    uint16_t arg;
    uint32_t next;
};

#define KEYWORD_SPELLINGS_MAX 4

struct keyword {
    uint32_t words[KEYWORD_SPELLINGS_MAX]; /* all spellings, English first; unused: WORD_NONE */
    uint32_t spelled[2];                   /* what is printed, by enum language; or WORD_NONE */
    const char *tag;
    const char *meaning;
};

struct choice {
    uint16_t keywords[2]; /* one word, or two in a row; the second 0 where there is one */
};

struct choice_list {
    const struct choice *choices;
    uint32_t count;
};

#define VARIANTS_MAX 4

/* A form or a row of a phrase: the first variant is in English order. */
struct rule {
    uint32_t variants[VARIANTS_MAX]; /* index of the first op */
    uint8_t variant_count;
    uint8_t rank; /* among the rows of its phrase */
};

struct form_row {
    const char *name;
    enum block block, opens;
    bool declares; /* a new name */
    struct rule rule;
};

/* A program that may read a statement, which is then of this form. */
struct candidate {
    enum form form;
    uint32_t program;
    uint32_t next; /* index of the next one, 0: no more */
};

struct grammar {
    struct words *words;
    struct keyword *keywords; /* from 1 */
    size_t keyword_count, keyword_capacity;
    uint16_t keyword_at, keyword_days, keyword_months, keyword_years, keyword_effective,
        keyword_yuan;
    uint16_t keyword_by_doer, keyword_by_motion;
    struct op *ops;
    size_t op_count, op_capacity;
    struct choice_list *sets;
    size_t set_count, set_capacity;
    struct form_row forms[FORM_COUNT];
    struct rule *phrases[PHRASE_COUNT];
    size_t phrase_rows[PHRASE_COUNT];
    struct candidate *candidates; /* from 1 */
    size_t candidate_count, candidate_capacity;
    /* Heads of candidate lists: by first word, by the word behind a leading value, and the rest. */
    uint32_t *by_first[BLOCK_COUNT];
    uint32_t *by_second[BLOCK_COUNT];
    uint32_t others[BLOCK_COUNT];
};

/* Compiles the tables; interns every keyword into words, which must be fresh. A mistake in a table
 * is a CHECK. */
struct grammar *grammar_new(struct arena *arena, struct words *words);

/* Whether a word is a spelling of a keyword; WORD_NONE is none. */
static inline bool keyword_is(const struct grammar *g, uint32_t keyword, uint32_t word)
{
    const uint32_t *words = g->keywords[keyword].words;
    return word != WORD_NONE &&
           (words[0] == word || words[1] == word || words[2] == word || words[3] == word);
}

/* The printed spelling in a language, the other one where there is none. */
struct str keyword_text(const struct grammar *g, uint32_t keyword, enum language lang);

/* The English words of a choice, "gross negligence". */
struct str choice_text(struct arena *a, const struct grammar *g, uint32_t set, uint32_t rank,
                       enum language lang);

/* The keywords a form is known by, "gives notice": its first ones that stand in a row. */
struct str form_text(struct arena *a, const struct grammar *g, enum form form, enum language lang);

const char *role_name(enum role role);

/* What a block belongs to, in a message. */
const char *block_name(enum block block, enum language lang);

#endif
