/* Inside the matcher only: what its two files share. */
#ifndef HEQI_LANG_MATCH_INSIDE_H
#define HEQI_LANG_MATCH_INSIDE_H

#include "lang/match.h"

static inline const struct token *peek(const struct matcher *m)
{
    return &m->tokens[m->pos];
}

/* Notes, where a failure is being explained, what did not fit; returns false. */
bool match_fail(struct matcher *m, uint32_t op);

/* The same for a value that has the right shape but cannot be. */
bool match_fail_with(struct matcher *m, uint32_t op, enum diag_code problem);

/* A bind that begins at the next token and is as long. */
struct bind *match_add_bind(struct matcher *m, enum role role, enum value_type type);

/* Reads what an OP_VALUE asks for. */
bool match_value(struct matcher *m, uint32_t op_index);

#endif
