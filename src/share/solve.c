/* From the lines of a game to a table of worths, and from that to the values of a method. */
#include "share/solve.h"

#include "game/methods.h"

#include <stdlib.h>

/* Worths stay so small that those of all players together still fit a game. */
#define LINE_WORTH_MAX (GAME_WORTH_MAX / LIMIT_PLAYERS_TERM_MAX)

/* ---- the table ---- */

static enum status common_denominator(uint64_t *out, const struct game_terms *terms)
{
    *out = 1;
    for (uint32_t i = 0; i < terms->line_count; i++)
        if (lcm_u64(out, *out, (uint64_t)terms->lines[i].worth.den) != OK) return ERR_OVERFLOW;
    return OK;
}

/* The lines as whole units; costs turned round. */
static enum status scale_lines(int64_t *v, bool *said, const struct game_terms *terms, uint64_t den)
{
    for (uint32_t i = 0; i < terms->line_count; i++) {
        const struct worth_line *line = &terms->lines[i];
        i128 units = (i128)line->worth.num * (i128)(den / (uint64_t)line->worth.den);
        if (units > LINE_WORTH_MAX || units < -LINE_WORTH_MAX) return ERR_OVERFLOW;
        v[line->coalition] = (int64_t)(terms->cost ? -units : units);
        said[line->coalition] = true;
    }
    return OK;
}

/* A coalition that no line names does what its parts do: of all ways to part it, the best. */
static void fill_gaps(int64_t *v, const bool *said, uint32_t all)
{
    for (uint32_t s = 1; s <= all; s++) {
        uint32_t first = s & (~s + 1), rest = s ^ first;
        if (said[s] || rest == 0) continue;
        int64_t best = INT64_MIN;
        for (uint32_t t = (rest - 1) & rest;; t = (t - 1) & rest) {
            int64_t both = v[first | t] + v[rest ^ t];
            if (both > best) best = both;
            if (t == 0) break;
        }
        v[s] = best;
    }
}

static enum status make_table(struct arena *a, const struct game_terms *terms, struct game *out)
{
    uint64_t den;
    size_t count = (size_t)1 << terms->count;
    int64_t *v = ARENA_ARRAY(a, int64_t, count);
    bool *said = ARENA_ARRAY(a, bool, count);
    if (common_denominator(&den, terms) != OK) return ERR_OVERFLOW;
    if (scale_lines(v, said, terms, den) != OK) return ERR_OVERFLOW;
    fill_gaps(v, said, (uint32_t)(count - 1));
    enum status status = game_use(out, v, count);
    out->den = den;
    return status;
}

enum status solve_input(struct game_input *out, struct arena *a, const struct game_terms *terms)
{
    *out = (struct game_input){.cost = terms->cost};
    if (terms->weights) out->weights = rat_array_of_arena(a, terms->count);
    for (uint32_t i = 0; terms->weights && i < terms->count; i++)
        rat_set_ratio(&out->weights[i], terms->weights[i]);
    out->unions.count = terms->union_count;
    for (uint32_t i = 0; i < terms->union_count; i++) out->unions.masks[i] = terms->unions[i];
    return make_table(a, terms, &out->game);
}

/* ---- what came of it ---- */

static struct str method_text(const struct pact *p, const struct solution *s, enum language lang)
{
    return choice_text(p->arena, p->doc->g, SET_METHOD, s->method, lang);
}

struct str solution_text(struct arena *a, const struct pact *p, const struct solution *s)
{
    return str_format(a, "%.*s of %.*s", STR_ARG(method_text(p, s, LANG_EN)),
                      STR_ARG(pact_word(p, p->games[s->game].word)));
}

static void tell_problem(const struct pact *p, const struct solution *s, struct diags *diags,
                         enum game_problem problem, struct str detail)
{
    struct str method = method_text(p, s, diags->lang);
    struct str game = pact_word(p, p->games[s->game].word);
    switch ((int)problem) {
    case PROBLEM_NO_WEIGHTS:
        DIAG_REPORT(diags, E294, s->span, method, game, diags_word(diags, "weights", "权重"));
        break;
    case PROBLEM_NO_UNIONS:
        DIAG_REPORT(diags, E294, s->span, method, game, diags_word(diags, "unions", "同盟"));
        break;
    case PROBLEM_NO_IMPUTATION:
        DIAG_REPORT(diags, E295, s->span, method, game,
                    diags_word(diags, "alone the players have more than together",
                               "各方单独所得之和超过合在一起的所得"));
        break;
    case PROBLEM_UNDEFINED:
        DIAG_REPORT(diags, E295, s->span, method, game,
                    str_format(p->arena, "%s%.*s", diags_word(diags, "it needs ", "须满足 ").ptr,
                               STR_ARG(detail)));
        break;
    default: DIAG_REPORT(diags, E297, s->span, game);
    }
}

static bool check_values(const struct pact *p, const struct solution *s, struct diags *diags,
                         const struct game_terms *terms, const struct rat *values)
{
    struct str method = method_text(p, s, diags->lang), game = pact_word(p, terms->word);
    bool any = false;
    for (uint32_t i = 0; i < terms->count; i++) {
        any = any || rat_sign(&values[i]) > 0;
        if (rat_sign(&values[i]) >= 0) continue;
        DIAG_REPORT(diags, E296, s->span, method, game,
                    pact_word(p, p->parties[terms->players[i]].word),
                    rat_text(p->arena, &values[i]));
        return false;
    }
    if (!any)
        DIAG_REPORT(diags, E295, s->span, method, game,
                    diags_word(diags, "it gives nobody anything", "各方所得均为零"));
    return any;
}

/* ---- by party ---- */

static uint32_t place_of(const struct game_terms *terms, uint32_t player)
{
    uint32_t place = 0;
    for (uint32_t i = 0; i < terms->count; i++) place += terms->players[i] < terms->players[player];
    return place;
}

static void keep_values(struct arena *a, const struct game_terms *terms, const struct rat *values,
                        struct solved *out)
{
    uint32_t *parties = ARENA_ARRAY(a, uint32_t, terms->count);
    struct rat *sorted = rat_array_of_arena(a, terms->count);
    struct share_set *set = &out->set;
    for (uint32_t i = 0; i < terms->count; i++) {
        uint32_t place = place_of(terms, i);
        parties[place] = terms->players[i];
        rat_set(&sorted[place], &values[i]);
    }
    *out = (struct solved){
        .text = terms->text, .parties = parties, .values = sorted, .count = terms->count};
    set->parties = parties;
    set->count = terms->count;
    set->weights = ARENA_ARRAY(a, uint64_t, terms->count);
    out->fits = rat_weights(set->weights, &set->sum, sorted, terms->count);
    for (uint32_t i = 0; i < terms->count; i++)
        out->fits = out->fits && set->weights[i] <= LIMIT_WEIGHT_MAX;
}

const struct rat *solved_value(const struct solved *s, uint32_t party)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (s->parties[i] == party) return &s->values[i];
    return NULL;
}

const struct solved *solved_on(const struct solved *s, date_t day)
{
    while (s && !text_holds(s->text, day)) s = s->next;
    CHECK(s != NULL);
    return s;
}

static bool solve_text(struct arena *a, const struct pact *p, const struct solution *s,
                       struct diags *diags, const struct game_terms *terms, struct solved *out)
{
    struct game_input in;
    struct game_answer answer = {.values = NULL};
    struct str detail = STR("");
    const struct game_method *method = game_method_find(method_text(p, s, LANG_EN));
    CHECK(method != NULL);
    enum game_problem problem = solve_input(&in, a, terms) == OK
                                    ? method->find(a, &in, &answer, &detail)
                                    : PROBLEM_TOO_LARGE;
    if (problem != PROBLEM_NONE) {
        tell_problem(p, s, diags, problem, detail);
        return false;
    }
    if (!check_values(p, s, diags, terms, answer.values)) return false;
    keep_values(a, terms, answer.values, out);
    return true;
}

/* By all texts of the game; what the first one lacks is not told again of the others. */
static bool solve(struct arena *a, const struct pact *p, const struct solution *s,
                  struct diags *diags, struct solved *out)
{
    for (uint32_t i = s->game; i != INDEX_NONE; i = p->games[i].next) {
        if (!solve_text(a, p, s, diags, &p->games[i], out)) return false;
        if (p->games[i].next == INDEX_NONE) break;
        struct solved *next = ARENA_NEW(a, struct solved);
        out->next = next;
        out = next;
    }
    return true;
}

bool solve_games(struct arena *a, const struct pact *p, struct diags *diags,
                 const struct solved **out)
{
    bool ok = true;
    struct solved *list = ARENA_ARRAY(a, struct solved, p->solution_count);
    for (size_t i = 0; i < p->solution_count; i++)
        ok = solve(a, p, &p->solutions[i], diags, &list[i]) && ok;
    *out = list;
    return ok;
}
