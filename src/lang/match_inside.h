/* Inside the matcher only: what its two files share. */
#ifndef HEQI_LANG_MATCH_INSIDE_H
#define HEQI_LANG_MATCH_INSIDE_H

#include "lang/match.h"

/* Notes, where a failure is being explained, what did not fit; returns false. */
bool match_fail(struct matcher *m, uint32_t op);

/* The same for a value that has the right shape but cannot be. */
bool match_fail_with(struct matcher *m, uint32_t op, enum diag_code problem);

/* A bind that begins at the next token and is as long. */
static inline struct bind *match_add_bind(struct matcher *m, uint8_t role, uint8_t type)
{
    struct bind *b = ARENA_PUSH(m->arena, m->binds, m->count, m->capacity);
    *b = (struct bind){.role = role,
                       .type = type,
                       .end = (uint32_t)m->count,
                       .at = m->next->at,
                       .len = m->next->len};
    return b;
}

/* Reads what an OP_VALUE asks for. */
bool match_value(struct matcher *m, uint32_t op_index);

#endif
