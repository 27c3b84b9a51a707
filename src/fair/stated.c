/* Divisions of stated games. */
#include "fair/stated.h"

#include "fair/divide.h"

/* What a player has of what the game is about: of gains what it received, of costs what it bore. */
static int64_t weight_of(const struct stated_game *g, const struct agreed *own,
                         enum fair_method method)
{
    switch ((int)method) {
    case FAIR_AGREEMENT:
        return g->terms->cost ? own->cost_minor + own->borne_minor : own->received_minor;
    case FAIR_EQUAL: return 1;
    case FAIR_BY_CAPITAL: return own->capital_minor;
    default: return own->cost_minor;
    }
}

static bool divide(struct stated_game *g, struct arena *a, const struct agreed *agreed,
                   enum fair_method method, struct rat *x)
{
    int64_t weights[LIMIT_PLAYERS_TERM_MAX];
    if (method >= FAIR_SHAPLEY) /* from there on they look at the game alone */
        return divide_by_method(x, a, &g->in.game, method);
    for (uint32_t i = 0; i < g->terms->count; i++)
        weights[i] = weight_of(g, &agreed[g->terms->players[i]], method);
    return divide_by_weights(x, &g->in.game, weights);
}

static void add_game(struct stated_games *out, struct arena *a, const struct game_terms *terms,
                     const struct agreed *agreed)
{
    struct stated_game g = {.terms = terms};
    if (solve_input(&g.in, a, terms) != OK) return;
    for (int m = 0; m < FAIR_METHOD_COUNT; m++) {
        struct division *d = &g.divisions[m];
        *d = division_new(a, terms->count);
        d->defined = divide(&g, a, agreed, (enum fair_method)m, d->x);
        division_judge(d, a, &g.in.game);
    }
    core_find(&g.core, a, &g.in.game, g.divisions);
    *ARENA_PUSH(a, out->list, out->count, out->capacity) = g;
}

void stated_find(struct stated_games *out, struct fold *f, const struct agreed *agreed, date_t day)
{
    *out = (struct stated_games){.list = NULL};
    for (size_t i = 0; i < f->pact->game_count; i++) {
        const struct game_terms *terms = &f->pact->games[i];
        if (text_holds(terms->text, day)) add_game(out, f->arena, terms, agreed);
    }
}
