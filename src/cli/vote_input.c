/* Votes from files. */
#include "cli/vote_input.h"

#include "cli/json.h"

/* Votes and quota over one denominator, as whole numbers. */
static bool scale_votes(struct arena *a, const struct rat *votes, size_t count, uint64_t *out)
{
    uint64_t common = 1;
    struct rat *scaled = rat_array_of_arena(a, 2);
    for (size_t i = 0; i < count; i++) {
        uint64_t own;
        if (rat_denominator_u64(&own, &votes[i]) != OK || lcm_u64(&common, common, own) != OK)
            return false;
    }
    rat_set_fraction(&scaled[0], (i128)common, 1);
    for (size_t i = 0; i < count; i++) {
        int64_t whole;
        rat_mul(&scaled[1], &votes[i], &scaled[0]);
        if (rat_floor_i64(&whole, &scaled[1]) != OK || whole < 0 || whole > INT64_MAX / 2048)
            return false;
        out[i] = (uint64_t)whole;
    }
    return true;
}

/* One rule; all rules have the same voters. */
static enum game_problem read_rule(struct arena *a, const struct json_value *rule,
                                   struct vote_input *out, struct str *detail)
{
    const struct json_value *list = json_member(rule, "weights");
    const struct json_value *quota = json_member(rule, "quota");
    size_t n = json_count(list);
    struct str text;
    if (n == 0 || n > LIMIT_VOTERS_MAX || !quota) return PROBLEM_NO_VOTE;
    if (out->rules.rule_count > 0 && n != out->rules.n) return PROBLEM_NO_VOTE;
    struct rat *votes = rat_array_of_arena(a, n + 1);
    *detail = STR("weights");
    if (!game_read_numbers(a, list, votes)) return PROBLEM_NO_NUMBER;
    *detail = STR("quota");
    if (!json_number(a, quota, &text) || game_read_number(&votes[n], text) != OK)
        return PROBLEM_NO_NUMBER;
    for (size_t i = 0; i <= n; i++)
        if (rat_sign(&votes[i]) < (i == n ? 1 : 0)) return PROBLEM_NO_VOTE;
    uint64_t *whole = ARENA_ARRAY(a, uint64_t, n + 1), total = 0;
    *detail = STR("weights");
    if (!scale_votes(a, votes, n + 1, whole)) return PROBLEM_TOO_LARGE;
    for (size_t i = 0; i < n; i++) total += whole[i];
    out->rules.n = (uint32_t)n;
    out->list[out->rules.rule_count++] = (struct vote_rule){whole, whole[n]};
    for (size_t i = 1; i < n; i++) rat_add(&votes[0], &votes[0], &votes[i]);
    *detail = rat_text(a, &votes[0]);
    return whole[n] > total ? PROBLEM_NO_QUOTA : PROBLEM_NONE;
}

static enum game_problem read_vetoes(struct arena *a, const struct json_value *list,
                                     struct vote_input *out, struct str *detail)
{
    if (!list) return PROBLEM_NONE;
    *detail = STR("vetoes");
    if (!json_is_list(list)) return PROBLEM_NO_RULES;
    bool *vetoes = ARENA_ARRAY(a, bool, out->rules.n);
    for (size_t i = 0; i < json_count(list); i++) {
        uint32_t voter;
        if (!game_read_player(a, json_item(list, i), out->rules.n, &voter) || vetoes[voter])
            return PROBLEM_NO_RULES;
        vetoes[voter] = true;
        out->rules.vetoes = vetoes;
    }
    return PROBLEM_NONE;
}

static enum game_problem read_votes(struct arena *a, const struct json_value *document,
                                    struct vote_input *out, struct str *detail)
{
    enum game_problem problem = PROBLEM_NONE;
    const struct json_value *rules = json_member(document, "rules");
    bool alone = json_member(document, "weights") || json_member(document, "quota");
    size_t count = json_count(rules);
    *detail = STR("rules");
    if (rules && (alone || count == 0 || count > LIMIT_RULES_MAX)) return PROBLEM_NO_RULES;
    if (!rules) problem = read_rule(a, document, out, detail);
    for (size_t i = 0; i < count && problem == PROBLEM_NONE; i++)
        problem = read_rule(a, json_item(rules, i), out, detail);
    if (problem == PROBLEM_NONE)
        problem = read_vetoes(a, json_member(document, "vetoes"), out, detail);
    return problem;
}

enum game_problem vote_read(struct run *run, const char *path, struct vote_input *out,
                            struct str *detail_out, bool *read_out)
{
    struct str text;
    *out = (struct vote_input){.plain = false};
    out->rules.rules = out->list;
    *read_out = run_load(run, path, &text) == OK;
    if (!*read_out) return PROBLEM_NONE;
    const struct json_value *document = json_read(run->arena, text, detail_out);
    if (!document) return PROBLEM_NO_JSON;
    enum game_problem problem = read_votes(run->arena, document, out, detail_out);
    out->plain = out->rules.rule_count == 1 && !out->rules.vetoes;
    out->voting = (struct voting){out->rules.n, out->list[0].weights, out->list[0].quota};
    return problem;
}
