/* From an agreement and its book to the game, the divisions and who would leave. */
#include "fair/fair.h"

#include "fair/divide.h"
#include "fair/stated.h"

static void make_players(struct fair *out, struct arena *a)
{
    const struct state *s = out->settlement.fold.state;
    out->players = ARENA_ARRAY(a, struct player, out->blocks.count);
    for (uint32_t i = 0; i < s->party_count; i++) {
        const struct agreed *own = &out->agreed[i];
        if (out->blocks.of[i] == INDEX_NONE) continue;
        struct player *p = &out->players[out->blocks.of[i]];
        p->gets_minor += own->gets_minor;
        p->received_minor += own->received_minor;
        p->put_in_minor += own->capital_minor + own->cost_minor;
    }
}

int64_t fair_gets(const struct fair *f, uint32_t coalition)
{
    int64_t sum = 0;
    for (uint32_t left = coalition; left; left &= left - 1)
        sum += f->players[__builtin_ctz(left)].gets_minor;
    return sum;
}

static enum fair_outcome play(struct fair *out, struct arena *a, struct fair_options options,
                              const struct leaver_prices *prices)
{
    struct fold *f = &out->settlement.fold;
    uint32_t parties = f->state->party_count;
    ventures_find(&out->ventures, f, out->at);
    if (!blocks_find(&out->blocks, f, &out->ventures)) return FAIR_TOO_MANY;
    if (out->blocks.count == 0) return FAIR_NOBODY;
    if (worth_make(&out->game, a, &out->ventures, &out->blocks, parties) != OK)
        return FAIR_TOO_LARGE;
    out->agreed = ARENA_ARRAY(a, struct agreed, parties);
    int64_t worth = out->game.v[game_all(&out->game)];
    if (agreed_find(out->agreed, &out->settlement, prices, worth) != OK) return FAIR_TOO_LARGE;
    make_players(out, a);
    fair_divide(out, a, options.all);
    fair_look_at_players(out, a);
    fair_find_leavers(out, a);
    out->core.known = out->core.empty = out->split != 0;
    core_find(&out->core, a, &out->game, out->divisions);
    stated_find(&out->stated, f, out->agreed, out->at);
    body_powers_find(&out->powers, f, out->at);
    return FAIR_TOLD;
}

enum fair_outcome fair_find(struct fair *out, struct arena *arena, const struct pact *pact,
                            struct diags *diags, struct fair_options options)
{
    struct leaver_prices prices;
    *out = (struct fair){.at = DATE_NONE};
    leaver_prices_init(&prices, arena, pact);
    struct fold_options fold = {.until = options.at};
    for (size_t i = 0; i < pact->provisions_count; i++) {
        const struct leaving *terms = &pact->provisions[i].leaving;
        fold.lines = fold.lines || terms->leave || terms->expelled;
    }
    fold.sink = leaver_prices_sink(&prices);
    if (!settle_run(&out->settlement, arena, pact, diags, fold)) return FAIR_REFUSED;
    out->at = out->settlement.until;
    return play(out, arena, options, &prices);
}
