/* Names in terms that are only recorded so far: bodies, rights, games, dissolution. They are
 * checked like those that are executed, so that a text does not break on the day its terms come
 * alive. */
#include "pact/build.h"

/* Forms whose names the builders of stakes, projects, capital and clauses check themselves. */
static bool is_checked(enum form form)
{
    static const uint8_t forms[] = {F_A_LIABLE, F_GROUP,    F_SHARE_LINE,   F_PLEDGES,
                                    F_J_LEAD,   F_J_FUNDED, F_J_WORK,       F_SHARE,
                                    F_TIER,     F_BEAR,     F_BEARER,       F_W_TIER,
                                    F_GAME,     F_WORTH,    F_GAME_WEIGHTS, F_GAME_UNIONS};
    for (size_t i = 0; i < ARRAY_LEN(forms); i++)
        if (forms[i] == form) return true;
    return false;
}

/* A party, or a group of them. */
static void refer_to_people(struct pact *p, const struct bind *b)
{
    uint32_t word = (uint32_t)b->a;
    if (pact_find(p, THING_GROUP, word) != INDEX_NONE)
        p->used[NAMES_COMMON][word] = 1;
    else
        (void)require(p, THING_PARTY, word, bind_span(b));
}

static void refer(struct pact *p, const struct bind *b)
{
    if (b->type != VALUE_NAME && b->type != VALUE_PNAME) return;
    uint32_t word = (uint32_t)b->a;
    switch ((int)b->role) {
    case ROLE_party:
    case ROLE_members:
    case ROLE_name: refer_to_people(p, b); break;
    case ROLE_body: (void)require(p, THING_BODY, word, bind_span(b)); break;
    case ROLE_project: (void)require(p, THING_PROJECT, word, bind_span(b)); break;
    case ROLE_stakes: (void)require_in(p, NAMES_STAKES, word, bind_span(b)); break;
    case ROLE_fund: (void)require_in(p, NAMES_FUND, word, bind_span(b)); break;
    case ROLE_game: (void)require_in(p, NAMES_GAME, word, bind_span(b)); break;
    default: break; /* scores, covenants and matters are not declared */
    }
}

static void refer_in_term(struct pact *p, const struct term *t, bool guarded)
{
    bool matter = t->form == F_DECIDE;
    for (uint32_t i = 0; i < t->bind_count; i++) {
        bool own_matter = matter && t->binds[i].role == ROLE_name && i == 0;
        if ((!is_checked(t->form) || guarded) && !own_matter) refer(p, &t->binds[i]);
    }
    if (t->form == F_EXAMPLE || t->form == F_RULE) return;
    for (const struct term *c = t->first; c; c = c->next)
        refer_in_term(p, c, guarded || t->form == F_WHILE);
}

static void visit(struct pact *p, const struct term *t, const struct article_text *text)
{
    (void)text;
    refer_in_term(p, t, false);
}

void check_references(struct pact *p)
{
    for_texts(p, visit);
}
