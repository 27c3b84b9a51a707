/* heqi game: the values of a table of worths, as JSON. */
#include "cli/game_input.h"
#include "cli/json.h"

static void json_values(struct run *run, struct json_out *j, const char *key,
                        const struct rat *values, size_t count)
{
    json_out_key(j, key);
    json_out_open(j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < count; i++) json_out_string(j, rat_text(run->arena, &values[i]));
    json_out_close(j);
}

/* ---- certificates ---- */

static void json_proof(struct run *run, struct json_out *j, const struct proof *p)
{
    static const char *const names[] = {
        [PROOF_EXCESS] = "excess", [PROOF_ALONE] = "alone", [PROOF_SETTLED] = "settled"};
    json_out_open(j, JSON_OUT_OBJECT);
    json_out_member(j, "kind", str_from(names[p->kind]));
    json_out_member_int(j, "coalition", p->coalition);
    json_out_member(j, "weight", rat_text(run->arena, &p->weight));
    json_out_close(j);
}

static void json_levels(struct run *run, struct json_out *j, const struct nucleolus *x)
{
    json_out_key(j, "levels");
    json_out_open(j, JSON_OUT_ARRAY);
    for (uint32_t k = 0; k < x->level_count; k++) {
        const struct nucleolus_level *level = &x->levels[k];
        json_out_open(j, JSON_OUT_OBJECT);
        json_out_member(j, "excess", rat_text(run->arena, &level->excess));
        json_out_key(j, "proof");
        json_out_open(j, JSON_OUT_ARRAY);
        for (uint32_t i = 0; i < level->proof_count; i++) json_proof(run, j, &level->proofs[i]);
        json_out_close(j);
        json_out_close(j);
    }
    json_out_close(j);
}

/* ---- the answer ---- */

static void write_answer(struct run *run, const struct game_method *method,
                         const struct game_answer *answer)
{
    struct json_out j;
    const struct nucleolus *x = answer->nucleolus;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "method", str_from(method->name));
    if (answer->tells_core) json_out_member_bool(&j, "empty", rat_sign(&x->levels[0].excess) > 0);
    if (x && x->level_count)
        json_out_member(&j, "excess", rat_text(run->arena, &x->levels[0].excess));
    json_values(run, &j, "values", answer->values, answer->count);
    if (x && request_has(run->request, OPTION_PROOF)) json_levels(run, &j, x);
    json_out_close(&j);
    json_out_end(&j);
}

/* "{1, 2}, {3}", players from 1, as people count. */
static struct str coalition_text(struct arena *a, uint32_t coalition)
{
    struct str out = STR("{");
    for (uint32_t i = 0; i < LIMIT_PLAYERS_MAX; i++)
        if (coalition >> i & 1)
            out = str_format(a, "%.*s%s%u", STR_ARG(out), out.len > 1 ? ", " : "", i + 1);
    return str_format(a, "%.*s}", STR_ARG(out));
}

static void note_superadditivity(struct run *run, const struct game_input *in)
{
    uint32_t s, t;
    if (game_is_superadditive(&in->game, &s, &t)) return;
    struct str first = coalition_text(run->arena, s), second = coalition_text(run->arena, t);
    complain(run->arena, TEXT_NOT_SUPERADDITIVE, run->lang,
             str_format(run->arena, "%.*s, %.*s", STR_ARG(first), STR_ARG(second)), STR(""));
}

static enum exit_code refuse_method(struct run *run, struct str name)
{
    complain(run->arena, TEXT_NO_METHOD, run->lang, name, STR(""));
    print_error(str_from(text_get(TEXT_METHODS, run->lang)));
    print_error(STR("\n"));
    for (size_t i = 0; i < game_method_count; i++)
        print_error(str_format(run->arena, "  %-26s%s\n", game_methods[i].name,
                               game_methods[i].summary[run->lang]));
    return EXIT_USAGE;
}

enum exit_code command_game(struct run *run)
{
    struct game_input in;
    struct game_answer answer = {.values = NULL};
    struct str detail = STR(""), name = str_from(run->request->operands[0]);
    bool could_read;
    const struct game_method *method = game_method_find(name);
    if (!method) return refuse_method(run, name);
    enum game_problem problem =
        game_read(run, run->request->operands[1], &in, &detail, &could_read);
    if (!could_read) return EXIT_CANNOT_RUN;
    if (problem == PROBLEM_NONE) {
        if (in.claims.count == 0) note_superadditivity(run, &in);
        problem = game_value_by(method, run->arena, &in, &answer, &detail);
    }
    if (problem != PROBLEM_NONE) return game_refuse(run, str_from(method->name), problem, detail);
    write_answer(run, method, &answer);
    return EXIT_CLEAN;
}
