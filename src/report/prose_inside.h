/* Inside prose only: what its files share. */
#ifndef HEQI_REPORT_PROSE_INSIDE_H
#define HEQI_REPORT_PROSE_INSIDE_H

#include "report/prose.h"
#include "report/writer.h"

/* How a value is said: {role:how}. */
enum prose_how {
    HOW_PLAIN,
    HOW_WORDS,
    HOW_DIGITS,
    HOW_A,
    HOW_OR,
    HOW_MATTER,
    HOW_FACT,
    HOW_ARTICLE
};

/* Titles by index of each kind; empty where a thing has none of its own. */
struct prose_titles {
    struct str *parties, *projects, *funds, *bodies;
    struct str *stakes; /* empty: it is called by its name */
};

/* What a name means in its place. */
struct str prose_name(const struct prose *p, enum role role, uint32_t word);

/* A word of a set as the language spells it in English, whichever way it was written. */
struct str prose_word(const struct prose *p, const struct bind *b);

/* A single value: anything but a phrase or a list. `role` is that of the list it stands in. */
struct str prose_value(const struct prose *p, const struct bind *b, enum role role,
                       enum prose_how how);

/* 叁佰万元整: an amount of yuan as contracts write it in letters. Empty from 10^16 yuan on. */
struct str prose_capitals(struct arena *a, int64_t fen);

#endif
