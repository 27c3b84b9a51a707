/* Which names a place wants. What is missing here wants a member or a group. */
#include "lsp/wanted.h"

#define REALM(id) (1u << REALM_##id)
#define THINGS(bits) ((struct wanted){REALM(COMMON), (bits)})
#define A(id) (1u << THING_##id)

/* The role `name` is what the form is about. */
static struct wanted wanted_name(enum form form)
{
    switch ((int)form) {
    case F_VOTE:
    case F_DECIDE_MOTION:
    case F_VETO: return THINGS(A(MOTION));
    case F_LICENSE: return THINGS(A(RESULT) | A(LICENCE));
    case F_GOAL_STATE: return (struct wanted){REALM(GOAL), 0};
    case F_STAKES_ENTRY: return (struct wanted){REALM(STAKES), 0};
    case F_DECIDE: return (struct wanted){0};
    default: return THINGS(A(PARTY) | A(GROUP));
    }
}

struct wanted names_wanted(enum form form, enum role role)
{
    switch ((int)role) {
    case ROLE_name: return wanted_name(form);
    case ROLE_body: return THINGS(A(BODY));
    case ROLE_motion: return THINGS(A(MOTION));
    case ROLE_project:
    case ROLE_project2: return THINGS(A(PROJECT));
    case ROLE_result: return THINGS(A(RESULT));
    case ROLE_under: return THINGS(A(LICENCE));
    case ROLE_of: return THINGS(A(PROJECT) | A(RESULT));
    case ROLE_fund: return (struct wanted){REALM(FUND), 0};
    case ROLE_stakes: return (struct wanted){REALM(STAKES), 0};
    case ROLE_game: return (struct wanted){REALM(GAME), 0};
    case ROLE_score: return (struct wanted){REALM(SCORE), 0};
    case ROLE_covenant: return (struct wanted){REALM(COVENANT), 0};
    case ROLE_category: return (struct wanted){REALM(CATEGORY), 0};
    case ROLE_subject: return (struct wanted){REALM(MATTER), 0};
    case ROLE_role: return (struct wanted){REALM(OFFICE), 0};
    case ROLE_payer:
        return (struct wanted){REALM(COMMON) | REALM(OUTSIDE),
                               A(LICENCE) | A(RESULT) | A(PROJECT) | A(PARTY)};
    case ROLE_licensee:
    case ROLE_buyer: return (struct wanted){REALM(COMMON) | REALM(OUTSIDE), A(PARTY)};
    case ROLE_what: return (struct wanted){0};
    case ROLE_party: return THINGS(form == F_REPORTS ? A(PARTY) | A(LICENCE) : (unsigned)A(PARTY));
    default: return THINGS(A(PARTY) | A(GROUP));
    }
}
