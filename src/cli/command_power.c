/* heqi power: the indices of a weighted vote, as JSON. */
#include "cli/game_input.h"
#include "cli/json.h"

static void json_values(struct run *run, struct json_out *j, const char *key,
                        const struct rat *values, uint32_t count)
{
    json_out_key(j, key);
    json_out_open(j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < count; i++) json_out_string(j, rat_text(run->arena, &values[i]));
    json_out_close(j);
}

/* Made to sum to 1. Somebody always decides: the quota is within reach. */
static struct rat *normalised(struct arena *a, const struct rat *raw, uint32_t count)
{
    struct rat *out = rat_array_of_arena(a, count + 1), *sum = &out[count];
    for (uint32_t i = 0; i < count; i++) rat_add(sum, sum, &raw[i]);
    for (uint32_t i = 0; i < count; i++) rat_div(&out[i], &raw[i], sum);
    return out;
}

enum exit_code command_power(struct run *run)
{
    struct voting voting;
    struct str detail = STR("");
    bool could_read;
    enum game_problem problem =
        voting_read(run, run->request->operands[0], &voting, &detail, &could_read);
    if (!could_read) return EXIT_CANNOT_RUN;
    if (problem != PROBLEM_NONE) return game_refuse(run, STR(""), problem, detail);
    struct rat *shapley = rat_array_of_arena(run->arena, voting.n);
    struct rat *banzhaf = rat_array_of_arena(run->arena, voting.n);
    enum status s = power_banzhaf_raw(banzhaf, run->arena, &voting);
    if (s == OK) s = power_shapley(shapley, run->arena, &voting);
    if (s != OK) return game_refuse(run, STR(""), PROBLEM_TOO_LARGE, STR("quota"));
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_values(run, &j, "shapley", shapley, voting.n);
    json_values(run, &j, "banzhaf", normalised(run->arena, banzhaf, voting.n), voting.n);
    json_values(run, &j, "banzhaf_raw", banzhaf, voting.n);
    json_out_close(&j);
    json_out_end(&j);
    return EXIT_CLEAN;
}
