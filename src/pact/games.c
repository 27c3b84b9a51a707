/* Games as the terms state them: who plays, what coalitions are worth, and what clauses ask of
 * them. What a game is worth to each is worked out in share. */
#include "pact/build.h"

/* The place of a party among the players, or INDEX_NONE. */
static uint32_t player_of(const struct game_terms *game, uint32_t party)
{
    for (uint32_t i = 0; i < game->count; i++)
        if (game->players[i] == party) return i;
    return INDEX_NONE;
}

static void add_player(struct pact *p, struct game_terms *game, uint32_t party, struct span span)
{
    if (player_of(game, party) != INDEX_NONE)
        DIAG_REPORT(p->diags, E208, span, word_text(p, p->parties[party].word));
    else if (game->count == LIMIT_PLAYERS_TERM_MAX)
        DIAG_REPORT(p->diags, E293, span, word_text(p, game->word),
                    str_format(p->arena, "%u", LIMIT_PLAYERS_TERM_MAX));
    else
        game->players[game->count++] = party;
}

/* A group plays by each of its members. */
static void read_players(struct pact *p, struct game_terms *game)
{
    const struct bind *list = term_bind(game->term, ROLE_members);
    struct recipient who;
    game->players = ARENA_ARRAY(p->arena, uint32_t, LIMIT_PLAYERS_TERM_MAX);
    for (const struct bind *b = list_first(list); b; b = list_next(game->term, list, b)) {
        if (!recipients_named(p, (uint32_t)b->a, bind_span(b), &who)) continue;
        for (uint32_t i = 0; i < who.party_count; i++)
            add_player(p, game, who.parties[i], bind_span(b));
    }
}

/* The players that a name stands for, as a mask; 0, reported, where one of them does not play. */
static uint32_t read_mask(struct pact *p, const struct game_terms *game, const struct bind *name)
{
    struct recipient who;
    uint32_t mask = 0;
    if (!recipients_named(p, (uint32_t)name->a, bind_span(name), &who)) return 0;
    for (uint32_t i = 0; i < who.party_count; i++) {
        uint32_t player = player_of(game, who.parties[i]);
        if (player == INDEX_NONE) {
            DIAG_REPORT(p->diags, E291, bind_span(name),
                        word_text(p, p->parties[who.parties[i]].word), word_text(p, game->word));
            return 0;
        }
        mask |= 1u << player;
    }
    return mask;
}

static void read_worth(struct pact *p, struct game_terms *game, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_members);
    struct worth_line *line = &game->lines[game->line_count++];
    *line = (struct worth_line){.worth = bind_ratio(p, term_bind(t, ROLE_worth)), .term = t};
    if (term_bind(t, ROLE_all)) {
        line->coalition = (1u << game->count) - 1;
        return;
    }
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        uint32_t mask = read_mask(p, game, b);
        if (line->coalition & mask)
            DIAG_REPORT(p->diags, E208, bind_span(b), word_text(p, (uint32_t)b->a));
        line->coalition |= mask;
    }
}

static bool is_again(struct pact *p, const struct game_terms *game, const struct term *before,
                     const struct term *t)
{
    if (before) DIAG_REPORT(p->diags, E292, t->span, word_text(p, game->word));
    return before != NULL;
}

static void read_weights(struct pact *p, struct game_terms *game, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_shares);
    if (is_again(p, game, game->weights_term, t)) return;
    game->weights_term = t;
    game->weights = ARENA_ARRAY(p->arena, struct ratio, LIMIT_PLAYERS_TERM_MAX);
    for (uint32_t i = 0; i < game->count; i++) game->weights[i] = RATIO_ZERO;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        uint32_t mask = read_mask(p, game, term_bind_in(t, b, ROLE_name));
        struct ratio weight = bind_ratio(p, term_bind_in(t, b, ROLE_share));
        for (uint32_t i = 0; i < game->count; i++)
            if (mask >> i & 1) game->weights[i] = weight;
    }
    for (uint32_t i = 0; i < game->count; i++)
        if (ratio_sign(game->weights[i]) <= 0)
            DIAG_REPORT(p->diags, E299, t->span, word_text(p, p->parties[game->players[i]].word));
}

/* Who stands in no union acts alone. */
static void read_unions(struct pact *p, struct game_terms *game, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_groups);
    uint32_t seen = 0;
    if (is_again(p, game, game->unions_term, t)) return;
    game->unions_term = t;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        uint32_t mask = read_mask(p, game, b);
        if (mask & seen) {
            DIAG_REPORT(p->diags, E298, bind_span(b), word_text(p, (uint32_t)b->a));
        } else if (mask) {
            game->unions[game->union_count++] = mask;
            seen |= mask;
        }
    }
    for (uint32_t i = 0; i < game->count; i++)
        if (!(seen >> i & 1)) game->unions[game->union_count++] = 1u << i;
}

/* Every coalition once, and that of all among them. */
static void check_lines(struct pact *p, const struct game_terms *game)
{
    uint64_t *keys = ARENA_ARRAY(p->arena, uint64_t, game->line_count);
    bool all = false;
    for (uint32_t i = 0; i < game->line_count; i++) {
        keys[i] = game->lines[i].coalition;
        all = all || keys[i] == (1u << game->count) - 1;
    }
    const uint32_t *earlier = find_equals(p->arena, keys, game->line_count);
    for (uint32_t i = 0; i < game->line_count; i++)
        if (earlier[i] != INDEX_NONE && keys[i])
            DIAG_REPORT(p->diags, E292, game->lines[i].term->span, word_text(p, game->word));
    if (!all) DIAG_REPORT(p->diags, E290, game->term->span, word_text(p, game->word));
}

static void read_game(struct pact *p, struct game_terms *game)
{
    game->cost = term_bind(game->term, ROLE_cost) != NULL;
    read_players(p, game);
    game->lines = ARENA_ARRAY(p->arena, struct worth_line, game->term->child_count);
    for (const struct term *t = game->term->first; t; t = t->next) {
        if (t->form == F_WORTH) read_worth(p, game, t);
        if (t->form == F_GAME_WEIGHTS) read_weights(p, game, t);
        if (t->form == F_GAME_UNIONS) read_unions(p, game, t);
    }
    check_lines(p, game);
}

/* What is reported of a text that was only restated was reported before. */
void build_games(struct pact *p)
{
    const struct provisions *terms = p->building;
    for (size_t i = 0; i < p->game_count; i++) {
        size_t told = p->diags->count;
        uint32_t entry = p->games[i].text->entry;
        while (p->building->entry != entry) p->building++;
        read_game(p, &p->games[i]);
        if (entry != INDEX_NONE) diags_drop_repeated(p->diags, told);
        p->building = &p->provisions[terms - p->provisions];
    }
}

/* ---- what clauses ask of them ---- */

uint32_t add_solution(struct pact *p, uint32_t game, uint32_t method, struct span span)
{
    for (uint32_t i = 0; i < p->solution_count; i++)
        if (p->solutions[i].game == game && p->solutions[i].method == method) return i;
    *ARENA_PUSH(p->arena, p->solutions, p->solution_count, p->solution_capacity) =
        (struct solution){.game = game, .method = method, .span = span};
    return (uint32_t)p->solution_count - 1;
}
