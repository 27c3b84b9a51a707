/* Games and votes from files. */
#include "cli/game_input.h"

#include "cli/json.h"

static const struct {
    const char *name;
    enum text text;
} problems[PROBLEM_COUNT] = {
#define PROBLEM(id, name) [PROBLEM_##id] = {name, TEXT_GAME_##id},
#include "game/problem_table.h"
#undef PROBLEM
};

enum exit_code game_refuse(struct run *run, struct str method, enum game_problem problem,
                           struct str detail)
{
    struct json_out j;
    complain(run->arena, problems[problem].text, run->lang, detail, STR(""));
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    if (method.len) json_out_member(&j, "method", method);
    json_out_member(&j, "error", str_from(problems[problem].name));
    json_out_close(&j);
    json_out_end(&j);
    return EXIT_FOUND;
}

static struct str count_text(struct arena *a, size_t count)
{
    return str_format(a, "%zu", count);
}

/* ---- numbers ---- */

/* A list of `count` numbers, in the arena. False where it is none. */
bool game_read_numbers(struct arena *a, const struct json_value *list, struct rat *out)
{
    for (size_t i = 0; i < json_count(list); i++) {
        struct str text;
        if (!json_number(a, json_item(list, i), &text)) return false;
        if (game_read_number(&out[i], text) != OK) return false;
    }
    return true;
}

static bool read_list(struct arena *a, const struct json_value *list, struct rat **out)
{
    if (!json_is_list(list)) return false;
    *out = rat_array_of_arena(a, json_count(list));
    return game_read_numbers(a, list, *out);
}

/* ---- games ---- */

static enum game_problem problem_of(enum status s)
{
    return s == ERR_RANGE ? PROBLEM_NOT_ZERO : PROBLEM_TOO_LARGE;
}

static bool n_agrees(struct arena *a, const struct json_value *n, uint32_t players)
{
    struct str text;
    if (!n) return true;
    return json_number(a, n, &text) && str_eq(text, str_format(a, "%u", players));
}

static enum game_problem read_table(struct arena *a, const struct json_value *document,
                                    struct game_input *out, struct str *detail)
{
    struct rat *worths;
    const struct json_value *v = json_member(document, "v");
    if (!v) v = json_member(document, "cost");
    uint32_t n = game_players(json_count(v));
    *detail = count_text(a, json_count(v));
    if (n == 0 || !n_agrees(a, json_member(document, "n"), n)) return PROBLEM_NO_TABLE;
    *detail = STR("v");
    if (!read_list(a, v, &worths)) return PROBLEM_NO_NUMBER;
    *detail = rat_text(a, &worths[0]);
    enum status s = game_make(&out->game, a, worths, json_count(v));
    if (s == OK) return PROBLEM_NONE;
    if (s == ERR_OVERFLOW) *detail = STR("v");
    return problem_of(s);
}

static bool all_positive(const struct rat *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rat_sign(&list[i]) <= 0) return false;
    return true;
}

/* A list of one number a player; out stays NULL where it is not there. */
static bool read_of_players(struct arena *a, const struct json_value *list, uint32_t n,
                            struct rat **out, struct str *detail)
{
    if (!list) return true;
    *detail = count_text(a, json_count(list));
    return json_count(list) == n && read_list(a, list, out);
}

bool game_read_player(struct arena *a, const struct json_value *value, uint32_t n, uint32_t *out)
{
    struct str text;
    *out = 0;
    if (!json_number(a, value, &text) || text.len == 0 || text.len > 4) return false;
    for (size_t k = 0; k < text.len; k++) {
        if (text.ptr[k] < '0' || text.ptr[k] > '9') return false;
        *out = *out * 10 + (uint32_t)(text.ptr[k] - '0');
    }
    return *out < n;
}

static bool read_union(struct arena *a, const struct json_value *list, uint32_t n, uint32_t *mask)
{
    for (size_t i = 0; i < json_count(list); i++) {
        uint32_t player;
        if (!game_read_player(a, json_item(list, i), n, &player) || *mask >> player & 1)
            return false;
        *mask |= 1u << player;
    }
    return true;
}

static bool read_unions(struct arena *a, const struct json_value *list, uint32_t n,
                        struct unions *out)
{
    if (!list) return true;
    if (json_count(list) > n || n > LIMIT_PLAYERS_MAX) return false;
    for (size_t k = 0; k < json_count(list); k++)
        if (!read_union(a, json_item(list, k), n, &out->masks[out->count++])) return false;
    return unions_part(out, n);
}

/* {"claims":[…],"estate":…} in place of a table. */
static enum game_problem read_claims(struct arena *a, const struct json_value *document,
                                     struct game_input *out, struct str *detail)
{
    struct claims *c = &out->claims;
    const struct json_value *list = json_member(document, "claims");
    struct str estate = STR("");
    size_t count = json_count(list);
    *detail = count_text(a, count);
    bool turned = json_member(document, "cost") || json_member(document, "v");
    if (!count || count > LIMIT_CLAIMANTS_MAX || !json_member(document, "estate") || turned)
        return PROBLEM_NO_CLAIMS;
    if (!n_agrees(a, json_member(document, "n"), (uint32_t)count)) return PROBLEM_NO_CLAIMS;
    c->count = (uint32_t)count;
    c->estate = rat_array_of_arena(a, 1);
    *detail = STR("claims");
    if (!read_list(a, list, &c->claims)) return PROBLEM_NO_NUMBER;
    *detail = STR("estate");
    if (!json_number(a, json_member(document, "estate"), &estate) ||
        game_read_number(c->estate, estate) != OK)
        return PROBLEM_NO_NUMBER;
    *detail = count_text(a, count);
    for (size_t i = 0; i < count; i++)
        if (rat_sign(&c->claims[i]) < 0) return PROBLEM_NO_CLAIMS;
    *detail = estate;
    return claims_hold_together(c) ? PROBLEM_NONE : PROBLEM_ESTATE;
}

static enum game_problem read_document(struct arena *a, const struct json_value *document,
                                       struct game_input *out, struct str *detail)
{
    bool claims = json_member(document, "claims") != NULL;
    enum game_problem problem =
        claims ? read_claims(a, document, out, detail) : read_table(a, document, out, detail);
    if (problem != PROBLEM_NONE) return problem;
    uint32_t n = claims ? out->claims.count : out->game.n;
    if (!read_of_players(a, json_member(document, "weights"), n, &out->weights, detail) ||
        (out->weights && !all_positive(out->weights, n)))
        return PROBLEM_NO_WEIGHTS;
    if (!read_of_players(a, json_member(document, "disagreement"), n, &out->disagreement, detail))
        return PROBLEM_NO_POINT;
    if (!read_unions(a, json_member(document, "unions"), n, &out->unions)) return PROBLEM_NO_UNIONS;
    const struct json_value *cost = json_member(document, "cost");
    out->cost = json_says_true(cost) || json_is_list(cost);
    if (out->cost) out->game = game_negated(a, &out->game);
    return PROBLEM_NONE;
}

/* Little-endian int64, which is how they lie in the memory of every machine heqi runs on. */
static enum game_problem read_binary(struct arena *a, struct str bytes, struct game_input *out,
                                     struct str *detail)
{
    const int64_t *worths = (const int64_t *)(const void *)bytes.ptr;
    size_t count = bytes.len / sizeof *worths;
    *detail = count_text(a, count);
    if (bytes.len % sizeof *worths || game_players(count) == 0) return PROBLEM_NO_TABLE;
    *detail = str_format(a, "%lld", (long long)worths[0]);
    enum status s = game_use(&out->game, worths, count);
    if (s == OK) return PROBLEM_NONE;
    if (s == ERR_OVERFLOW) *detail = STR("v");
    return problem_of(s);
}

enum game_problem game_read(struct run *run, const char *path, struct game_input *out,
                            struct str *detail_out, bool *read_out)
{
    struct str text;
    *out = (struct game_input){.weights = NULL};
    *read_out = run_load(run, path, &text) == OK;
    if (!*read_out) return PROBLEM_NONE;
    if (str_ends_with(str_from(path), STR(".i64")))
        return read_binary(run->arena, text, out, detail_out);
    const struct json_value *document = json_read(run->arena, text, detail_out);
    if (!document) return PROBLEM_NO_JSON;
    return read_document(run->arena, document, out, detail_out);
}
