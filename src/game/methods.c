/* From the name of a method to its values. */
#include "game/methods.h"

#include "game/bargain.h"
#include "game/linear.h"

#define FINDER(id)                                                                                 \
    static enum game_problem value_##id(struct arena *a, const struct game_input *in,              \
                                        struct game_answer *out, struct str *detail)

/* ---- room, and turning costs round ---- */

static struct rat *new_values(struct arena *a, struct game_answer *out, size_t count)
{
    out->count = count;
    out->values = rat_array_of_arena(a, count);
    return out->values;
}

static struct rat *new_of_players(struct arena *a, const struct game_input *in,
                                  struct game_answer *out)
{
    return new_values(a, out, in->game.n);
}

static void turn_round(const struct game_input *in, struct game_answer *out)
{
    for (size_t i = 0; in->cost && i < out->count; i++) rat_neg(&out->values[i], &out->values[i]);
}

/* ---- linear values ---- */

#define LINEAR(id, call)                                                                           \
    FINDER(id)                                                                                     \
    {                                                                                              \
        (void)detail;                                                                              \
        call(new_of_players(a, in, out), &in->game);                                               \
        turn_round(in, out);                                                                       \
        return PROBLEM_NONE;                                                                       \
    }

LINEAR(shapley, game_shapley)
LINEAR(banzhaf, game_banzhaf)
LINEAR(banzhaf_raw, game_banzhaf_raw)
LINEAR(utopia, game_utopia)
LINEAR(minimal_rights, game_minimal_rights)
LINEAR(cis, game_cis)
LINEAR(ensc, game_ensc)
LINEAR(raiffa, game_raiffa)

static bool dividends_fit(struct arena *a, const struct game_input *in, struct str *detail)
{
    *detail = str_format(a, "%u", LIMIT_PLAYERS_DIVIDENDS_MAX);
    return in->game.n <= LIMIT_PLAYERS_DIVIDENDS_MAX;
}

FINDER(dividends)
{
    if (!dividends_fit(a, in, detail)) return PROBLEM_TOO_MANY;
    game_dividends(new_values(a, out, (size_t)1 << in->game.n), a, &in->game);
    turn_round(in, out);
    return PROBLEM_NONE;
}

FINDER(weighted_shapley)
{
    *detail = STR("0");
    if (!in->weights) return PROBLEM_NO_WEIGHTS;
    if (!dividends_fit(a, in, detail)) return PROBLEM_TOO_MANY;
    game_weighted_shapley(new_of_players(a, in, out), a, &in->game, in->weights);
    turn_round(in, out);
    return PROBLEM_NONE;
}

/* ---- unions ---- */

#define OF_UNIONS(id, call)                                                                        \
    FINDER(id)                                                                                     \
    {                                                                                              \
        (void)detail;                                                                              \
        if (in->unions.count == 0) return PROBLEM_NO_UNIONS;                                       \
        call(new_of_players(a, in, out), &in->game, &in->unions);                                  \
        turn_round(in, out);                                                                       \
        return PROBLEM_NONE;                                                                       \
    }

OF_UNIONS(owen, game_owen)
OF_UNIONS(banzhaf_owen, game_banzhaf_owen)
OF_UNIONS(aumann_dreze, game_aumann_dreze)

/* ---- bargaining ---- */

FINDER(tau)
{
    *detail = STR("minimal rights ≤ utopia, Σ minimal rights ≤ v(N) ≤ Σ utopia");
    if (game_tau(new_of_players(a, in, out), &in->game) != OK) return PROBLEM_UNDEFINED;
    turn_round(in, out);
    return PROBLEM_NONE;
}

FINDER(gately)
{
    *detail = STR("v(i) ≤ utopia");
    if (game_gately(new_of_players(a, in, out), &in->game) != OK) return PROBLEM_UNDEFINED;
    turn_round(in, out);
    return PROBLEM_NONE;
}

FINDER(nash)
{
    struct rat *d = in->disagreement;
    *detail = STR("Σ disagreement ≤ v(N)");
    for (uint32_t i = 0; d && in->cost && i < in->game.n; i++) rat_neg(&d[i], &d[i]);
    if (game_nash(new_of_players(a, in, out), &in->game, d, in->weights) != OK)
        return PROBLEM_UNDEFINED;
    turn_round(in, out);
    return PROBLEM_NONE;
}

/* ---- the nucleolus and its kin ---- */

static enum game_problem nucleolus_of(struct arena *a, const struct game_input *in,
                                      struct game_answer *out, struct str *detail,
                                      struct nucleolus_options options)
{
    out->nucleolus = ARENA_NEW(a, struct nucleolus);
    enum status s = game_nucleolus(out->nucleolus, a, &in->game, options);
    if (s == ERR_RANGE) return PROBLEM_NO_IMPUTATION;
    *detail = STR("v");
    if (s != OK) return PROBLEM_TOO_LARGE;
    out->values = out->nucleolus->x;
    out->count = in->game.n;
    turn_round(in, out);
    return PROBLEM_NONE;
}

FINDER(nucleolus)
{
    return nucleolus_of(a, in, out, detail, (struct nucleolus_options){.imputations = true});
}

FINDER(prenucleolus)
{
    return nucleolus_of(a, in, out, detail, (struct nucleolus_options){.imputations = false});
}

FINDER(per_capita_nucleolus)
{
    struct nucleolus_options options = {.imputations = true, .per_capita = true};
    return nucleolus_of(a, in, out, detail, options);
}

FINDER(least_core)
{
    return nucleolus_of(a, in, out, detail, (struct nucleolus_options){.levels_max = 1});
}

FINDER(core)
{
    out->tells_core = true;
    return nucleolus_of(a, in, out, detail, (struct nucleolus_options){.levels_max = 1});
}

/* ---- claims ---- */

static enum game_problem divide_claims(struct arena *a, const struct game_input *in,
                                       struct game_answer *out, struct str *detail,
                                       claims_rule *rule)
{
    *detail = STR("0");
    if (in->claims.count == 0) return PROBLEM_NO_CLAIMS;
    enum status s = rule(new_values(a, out, in->claims.count), a, &in->claims);
    *detail = STR("claims");
    if (s == OK) return PROBLEM_NONE;
    if (s == ERR_OVERFLOW) return PROBLEM_TOO_LARGE;
    *detail = str_format(a, "%u", LIMIT_CLAIMANTS_ARRIVAL_MAX);
    return PROBLEM_TOO_MANY_CLAIMS;
}

#define METHOD(id, name, en, zh)
#define CLAIMS_RULE(id, name, short, en, zh)                                                       \
    FINDER(id)                                                                                     \
    {                                                                                              \
        return divide_claims(a, in, out, detail, claims_##id);                                     \
    }
#include "game/method_table.h"
#undef CLAIMS_RULE
#undef METHOD

enum game_problem game_value_by(const struct game_method *method, struct arena *a,
                                struct game_input *in, struct game_answer *out, struct str *detail)
{
    if (in->claims.count && !method->of_claims) {
        enum status s = claims_game(&in->game, a, &in->claims);
        *detail = s == ERR_RANGE ? str_format(a, "%u", LIMIT_PLAYERS_MAX) : STR("claims");
        if (s != OK) return s == ERR_RANGE ? PROBLEM_TOO_MANY : PROBLEM_TOO_LARGE;
    }
    return method->find(a, in, out, detail);
}

/* ---- by name ---- */

const struct game_method game_methods[] = {
#define METHOD(id, name, en, zh) {name, "", false, {en, zh}, value_##id},
#define CLAIMS_RULE(id, name, short, en, zh) {name, short, true, {en, zh}, value_##id},
#include "game/method_table.h"
#undef CLAIMS_RULE
#undef METHOD
};

const size_t game_method_count = ARRAY_LEN(game_methods);

static bool same_name(const char *name, struct str said)
{
    for (size_t i = 0; i < said.len; i++) {
        bool joint = said.ptr[i] == '-' || said.ptr[i] == ' ';
        char c = joint ? '_' : said.ptr[i];
        if (name[i] == '\0' || name[i] != c) return false;
    }
    return name[said.len] == '\0';
}

const struct game_method *game_method_find(struct str name)
{
    for (size_t i = 0; i < game_method_count; i++)
        if (same_name(game_methods[i].name, name) || same_name(game_methods[i].short_name, name))
            return &game_methods[i];
    return NULL;
}
