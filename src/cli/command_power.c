/* heqi power: the indices of a weighted vote, as JSON. */
#include "cli/json.h"
#include "cli/vote_input.h"

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

static void json_voters(struct json_out *j, const char *key, const bool *marked, uint32_t count)
{
    json_out_key(j, key);
    json_out_open(j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < count; i++)
        if (marked[i]) json_out_int(j, i);
    json_out_close(j);
}

struct indices {
    struct rat *shapley, *banzhaf, *minimal, *minimal_count;
    bool has_minimal; /* there were not too many to count */
};

static enum status find_indices(struct indices *x, struct arena *a, const struct vote_input *in)
{
    uint32_t n = in->rules.n;
    *x = (struct indices){rat_array_of_arena(a, n), rat_array_of_arena(a, n),
                          rat_array_of_arena(a, n), rat_array_of_arena(a, 1), false};
    enum status s = OK;
    if (in->plain) {
        s = power_banzhaf_raw(x->banzhaf, a, &in->voting);
        if (s == OK) s = power_shapley(x->shapley, a, &in->voting);
    } else {
        s = rules_power(x->shapley, x->banzhaf, a, &in->rules);
    }
    x->has_minimal = s == OK && rules_minimal(x->minimal, x->minimal_count, a, &in->rules) == OK;
    return s;
}

static void write_minimal(struct run *run, struct json_out *j, const struct indices *x, uint32_t n)
{
    if (x->has_minimal) {
        json_values(run, j, "deegan_packel", x->minimal, n);
        json_out_member(j, "minimal_winning", rat_text(run->arena, x->minimal_count));
        return;
    }
    json_out_key(j, "deegan_packel");
    json_out_null(j);
    json_out_key(j, "minimal_winning");
    json_out_null(j);
}

enum exit_code command_power(struct run *run)
{
    struct vote_input in;
    struct indices x;
    struct rule_roles roles;
    struct str detail = STR("");
    bool could_read;
    enum game_problem problem =
        vote_read(run, run->request->operands[0], &in, &detail, &could_read);
    if (!could_read) return EXIT_CANNOT_RUN;
    if (problem != PROBLEM_NONE) return game_refuse(run, STR(""), problem, detail);
    if (find_indices(&x, run->arena, &in) != OK)
        return game_refuse(run, STR(""), PROBLEM_TOO_LARGE, STR("quota"));
    uint32_t n = in.rules.n;
    rules_roles(&roles, run->arena, &in.rules, x.banzhaf);
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_values(run, &j, "shapley", x.shapley, n);
    json_values(run, &j, "banzhaf", normalised(run->arena, x.banzhaf, n), n);
    json_values(run, &j, "banzhaf_raw", x.banzhaf, n);
    write_minimal(run, &j, &x, n);
    json_voters(&j, "dictators", roles.dictator, n);
    json_voters(&j, "vetoers", roles.vetoer, n);
    json_voters(&j, "dummies", roles.dummy, n);
    json_out_close(&j);
    json_out_end(&j);
    return EXIT_CLEAN;
}
