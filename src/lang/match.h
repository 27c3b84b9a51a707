/* Matcher: reads the tokens of a statement by the patterns of the grammar.
 *
 * What it reads becomes a flat array of binds in preorder: a phrase or list stands before what it
 * holds, and `end` leads behind it. The same array serves the tree, the entries and the formatter.
 *
 * Inside a pattern the first way that fits is taken (options are greedy); of the rows of a phrase
 * the one that reads furthest; of the forms of a statement the first that reads all of it. */
#ifndef HEQI_LANG_MATCH_H
#define HEQI_LANG_MATCH_H

#include "lang/grammar.h"
#include "lang/token.h"

struct bind {
    uint8_t role;     /* enum role */
    uint8_t type;     /* enum value_type */
    uint16_t rank;    /* VALUE_CHOICE: rank in its set; VALUE_PHRASE: row of the phrase */
    uint16_t what;    /* VALUE_CHOICE: set; VALUE_PHRASE: enum phrase */
    uint32_t end;     /* index behind everything this one holds */
    uint32_t at, len; /* where it stands in the text */
    /* NAME … WORD: a = word. PATH: a, b = words. TEXT: a = position, b = bytes, quotes left out.
     * MONEY: a = minor units. NUMBER, INTEGER, SHARE: a / b, not reduced (percent: of 1).
     * PART: the same, with len telling. DATE: a. DURATION: a = count, b = unit.
     * MONTHDAY: a = month, b = day. CURRENCY: a = word. ARTICLE: a. REF: a = date, b = n. */
    int64_t a, b;
};

#define EXPECTED_MAX 24

/* Ops, as indices, that did not fit at one token. */
struct tried {
    uint32_t count;
    uint32_t ops[EXPECTED_MAX];
};

struct matcher {
    struct arena *arena;
    const struct grammar *g;
    unsigned minor_digits;      /* of the alliance's currency */
    uint32_t currency;          /* its code as a word; WORD_NONE: none stated */
    const struct token *tokens; /* of the statement */
    const struct token *next;   /* to be read */
    struct bind *binds;
    size_t count, capacity;
    /* Only where a failure is being explained: the furthest token that did not fit, the ops that
     * were tried there, and those that were tried without success on the token before it, which
     * something else took. */
    bool explaining;
    uint32_t furthest;
    struct tried tried[2]; /* at the furthest token: tried[at_furthest], before it: the other */
    unsigned at_furthest;
    /* A value that has the right shape but cannot be: reported where no way through is found. */
    enum diag_code problem;
    uint32_t problem_token;
    bool has_problem;
};

/* Call before the first variant of a statement. */
void match_begin(struct matcher *m, const struct token *tokens, bool explaining);

/* Tries a program, which is a variant of a form, on the tokens from `start` to the end. On success
 * the binds are in m->binds[0 … m->count). */
bool match_statement(struct matcher *m, uint32_t program, uint32_t start);

static inline const struct tried *match_tried_at_furthest(const struct matcher *m)
{
    return &m->tried[m->at_furthest];
}

static inline const struct tried *match_tried_before(const struct matcher *m)
{
    return &m->tried[m->at_furthest ^ 1u];
}

/* The English name of a month, 1–12. */
const char *match_month_name(int64_t month);

#endif
