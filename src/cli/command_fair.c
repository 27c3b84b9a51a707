/* heqi fair: whether what the agreement gives is fair and stable. */
#include "cli/figures.h"
#include "cli/json.h"
#include "report/fair.h"
#include "report/tally.h"

#include <string.h>

struct sheet_out {
    struct run *run;
    const struct fair *fair;
    struct json_out j;
};

static unsigned digits_of(const struct sheet_out *o)
{
    return o->fair->settlement.fold.pact->digits;
}

static void write_amount(struct sheet_out *o, const char *key, int64_t minor)
{
    json_out_member(&o->j, key, amount_plain(o->run->arena, minor, digits_of(o)));
}

/* A division need not be whole: the decimal is cut towards zero, the fraction is exact. */
static struct str exact_amount(struct sheet_out *o, const struct rat *minor)
{
    return amount_of_exact(o->run->arena, rat_text(o->run->arena, minor), digits_of(o));
}

static void write_fraction(struct sheet_out *o, const char *key, bool defined,
                           const struct rat *value)
{
    json_out_key(&o->j, key);
    if (defined)
        json_out_string(&o->j, rat_text(o->run->arena, value));
    else
        json_out_null(&o->j);
}

static void write_names(struct sheet_out *o, const char *key, uint32_t coalition)
{
    json_out_key(&o->j, key);
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (uint32_t left = coalition; left; left &= left - 1)
        json_out_string(&o->j, fair_player_name(o->run->arena, o->fair,
                                                (uint32_t)__builtin_ctz(left), LANG_EN));
    json_out_close(&o->j);
}

static void write_core(struct sheet_out *o, const struct core *core)
{
    json_out_key(&o->j, "core_empty");
    if (core->known)
        json_out_bool(&o->j, core->empty);
    else
        json_out_null(&o->j);
}

static void write_worth(struct sheet_out *o)
{
    const struct ventures *v = &o->fair->ventures;
    const struct game *g = &o->fair->game;
    json_out_key(&o->j, "worth");
    json_out_open(&o->j, JSON_OUT_OBJECT);
    write_amount(o, "all", g->v[game_all(g)]);
    write_amount(o, "income", v->income_minor);
    write_amount(o, "grants", v->grants_minor);
    write_amount(o, "cost", v->cost_minor);
    write_amount(o, "common", v->common_minor);
    write_core(o, &o->fair->core);
    write_names(o, "split", o->fair->split);
    write_amount(o, "split_gain", o->fair->split_gain_minor);
    json_out_close(&o->j);
}

static void write_ventures(struct sheet_out *o)
{
    const struct pact *p = o->fair->settlement.fold.pact;
    json_out_key(&o->j, "ventures");
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < o->fair->ventures.count; i++) {
        const struct venture *v = &o->fair->ventures.list[i];
        json_out_open(&o->j, JSON_OUT_OBJECT);
        json_out_member(&o->j, "name", fair_venture_name(o->fair, i));
        json_out_member_bool(&o->j, "known", v->known);
        write_names(o, "needs",
                    v->known ? blocks_mask(&o->fair->blocks, v->needed, (uint32_t)p->party_count)
                             : game_all(&o->fair->game));
        write_amount(o, "money", v->money_minor);
        write_amount(o, "grants", v->grants_minor);
        write_amount(o, "cost", v->cost_minor);
        write_amount(o, "net", venture_net(v));
        json_out_close(&o->j);
    }
    json_out_close(&o->j);
}

static void write_player(struct sheet_out *o, uint32_t i)
{
    const struct fair *f = o->fair;
    const struct player *p = &f->players[i];
    const struct fair_block *b = &f->blocks.list[i];
    const struct pact *pact = f->settlement.fold.pact;
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member(&o->j, "name", fair_player_name(o->run->arena, f, i, LANG_EN));
    json_out_key(&o->j, "parties");
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (uint32_t k = 0; k < b->count; k++)
        json_out_string(&o->j, pact_word(pact, pact->parties[b->parties[k]].word));
    json_out_close(&o->j);
    write_amount(o, "means", b->means_minor);
    write_amount(o, "put_in", p->put_in_minor);
    write_amount(o, "received", p->received_minor);
    write_amount(o, "gets", p->gets_minor);
    write_amount(o, "alone", p->alone_minor);
    write_fraction(o, "benefit_to_contribution", p->has_ratio, p->ratio);
    write_fraction(o, "propensity_to_disrupt", p->disrupts, p->disruption);
    json_out_member_bool(&o->j, "adds_nothing", p->adds_nothing);
    json_out_member_bool(&o->j, "needed_by_all", p->needed_by_all);
    json_out_close(&o->j);
}

static void write_values(struct sheet_out *o, const char *key, const struct division *d, bool exact)
{
    json_out_key(&o->j, key);
    json_out_open(&o->j, JSON_OUT_OBJECT);
    for (uint32_t i = 0; i < o->fair->game.n; i++) {
        json_out_key_text(&o->j, fair_player_name(o->run->arena, o->fair, i, LANG_EN));
        json_out_string(&o->j,
                        exact ? rat_text(o->run->arena, &d->x[i]) : exact_amount(o, &d->x[i]));
    }
    json_out_close(&o->j);
}

static void write_division(struct sheet_out *o, enum fair_method method)
{
    const struct division *d = &o->fair->divisions[method];
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member(&o->j, "method", str_from(fair_method_name(method)));
    if (d->defined) {
        bool gains = d->worst && rat_sign(d->excess) > 0;
        write_values(o, "values", d, false);
        write_values(o, "exact", d, true);
        json_out_member_bool(&o->j, "in_core", !gains);
        write_names(o, "worst", d->worst);
        json_out_member(&o->j, "excess", exact_amount(o, d->excess));
    } else {
        json_out_member(&o->j, "error", STR("undefined"));
    }
    json_out_close(&o->j);
}

static void write_coalition(struct sheet_out *o, const char *key, uint32_t coalition)
{
    int64_t worth = o->fair->game.v[coalition], gets = fair_gets(o->fair, coalition);
    json_out_key(&o->j, key);
    json_out_open(&o->j, JSON_OUT_OBJECT);
    write_names(o, "members", coalition);
    write_amount(o, "worth", worth);
    write_amount(o, "gets", gets);
    write_amount(o, "gain", worth - gets);
    json_out_close(&o->j);
}

static void write_leavers(struct sheet_out *o)
{
    const struct fair *f = o->fair;
    json_out_key(&o->j, "coalitions");
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member_int(&o->j, "tested", (int64_t)game_all(&f->game) - 1);
    json_out_member_int(&o->j, "gaining", (int64_t)f->gaining_count);
    json_out_member_int(&o->j, "gaining_without_a_gaining_part", (int64_t)f->smallest_count);
    write_names(o, "leaver", f->leaver);
    write_amount(o, "worth", f->game.v[f->leaver]);
    write_amount(o, "gets", f->game.v[f->leaver] - f->leaver_excess_minor);
    write_amount(o, "gain", f->leaver_excess_minor);
    json_out_close(&o->j);
}

/* ---- games that the agreement states ---- */

static void write_players(struct sheet_out *o, const char *key, const struct stated_game *g,
                          uint32_t coalition)
{
    const struct pact *pact = o->fair->settlement.fold.pact;
    json_out_key(&o->j, key);
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < g->terms->count; i++)
        if (coalition >> i & 1)
            json_out_string(&o->j, pact_word(pact, pact->parties[g->terms->players[i]].word));
    json_out_close(&o->j);
}

static void write_stated_division(struct sheet_out *o, const struct stated_game *g,
                                  enum fair_method method)
{
    const struct pact *pact = o->fair->settlement.fold.pact;
    const struct division *d = &g->divisions[method];
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member(&o->j, "method", str_from(fair_method_name(method)));
    if (!d->defined) {
        json_out_member(&o->j, "error", STR("undefined"));
        json_out_close(&o->j);
        return;
    }
    json_out_key(&o->j, "values");
    json_out_open(&o->j, JSON_OUT_OBJECT);
    for (uint32_t i = 0; i < g->terms->count; i++) {
        json_out_key_text(&o->j, pact_word(pact, pact->parties[g->terms->players[i]].word));
        json_out_string(&o->j, stated_value(o->run->arena, g, &d->x[i]));
    }
    json_out_close(&o->j);
    json_out_member_bool(&o->j, "in_core", !d->worst || rat_sign(d->excess) <= 0);
    write_players(o, "worst", g, d->worst);
    json_out_member(&o->j, "excess", rat_text(o->run->arena, d->excess));
    json_out_close(&o->j);
}

static void write_stated(struct sheet_out *o, const struct stated_game *g)
{
    const struct pact *pact = o->fair->settlement.fold.pact;
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member(&o->j, "name", pact_word(pact, g->terms->word));
    json_out_member_bool(&o->j, "cost", g->terms->cost);
    write_players(o, "players", g, game_all(&g->in.game));
    write_core(o, &g->core);
    json_out_key(&o->j, "methods");
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (int m = 0; m < FAIR_METHOD_COUNT; m++) write_stated_division(o, g, (enum fair_method)m);
    json_out_close(&o->j);
    json_out_close(&o->j);
}

static void write_games(struct sheet_out *o)
{
    json_out_key(&o->j, "games");
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < o->fair->stated.count; i++) write_stated(o, &o->fair->stated.list[i]);
    json_out_close(&o->j);
}

/* ---- power ---- */

static void write_seat(struct sheet_out *o, const struct body_power *b, uint32_t i)
{
    const struct pact *pact = o->fair->settlement.fold.pact;
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member(&o->j, "name", seat_name(pact, &b->seats->list[i]));
    json_out_member(&o->j, "votes", votes_text(o->run->arena, b->seats, b->seats->list[i].weight));
    write_amount(o, "capital", b->capital_minor[i]);
    write_fraction(o, "shapley", b->counted, &b->shapley[i]);
    write_fraction(o, "banzhaf", b->counted, &b->banzhaf[i]);
    json_out_member_bool(&o->j, "decides_alone", b->counted && b->roles.dictator[i]);
    json_out_member_bool(&o->j, "can_block", b->counted && b->roles.vetoer[i]);
    json_out_member_bool(&o->j, "has_no_say", b->counted && b->roles.dummy[i]);
    json_out_close(&o->j);
}

static void write_power(struct sheet_out *o, const struct body_power *b)
{
    struct arena *a = o->run->arena;
    struct str matter = power_matter_name(o->fair, b, LANG_EN);
    json_out_open(&o->j, JSON_OUT_OBJECT);
    json_out_member(&o->j, "body", power_body_name(o->fair, b));
    json_out_key(&o->j, "matter");
    if (matter.len)
        json_out_string(&o->j, matter);
    else
        json_out_null(&o->j);
    json_out_member(&o->j, "votes", votes_text(a, b->seats, b->seats->all));
    json_out_member(&o->j, "needed", votes_text(a, b->seats, b->needed));
    json_out_member_bool(&o->j, "affected_may_veto", b->affected_may_veto);
    json_out_member_bool(&o->j, "counted", b->counted);
    json_out_key(&o->j, "seats");
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < b->n; i++) write_seat(o, b, i);
    json_out_close(&o->j);
    json_out_close(&o->j);
}

static void write_powers(struct sheet_out *o)
{
    json_out_key(&o->j, "power");
    json_out_open(&o->j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < o->fair->powers.count; i++) write_power(o, &o->fair->powers.list[i]);
    json_out_close(&o->j);
}

static void write_json(struct run *run, const struct fair *f)
{
    struct sheet_out o = {.run = run, .fair = f};
    char date[DATE_TEXT_BYTES];
    date_format(date, f->at);
    json_out_init(&o.j);
    json_out_open(&o.j, JSON_OUT_OBJECT);
    json_out_member(&o.j, "at", str_from(date));
    json_out_member(&o.j, "currency", currency_name(f->settlement.fold.pact));
    write_worth(&o);
    write_ventures(&o);
    json_out_key(&o.j, "players");
    json_out_open(&o.j, JSON_OUT_ARRAY);
    for (uint32_t i = 0; i < f->game.n; i++) write_player(&o, i);
    json_out_close(&o.j);
    json_out_key(&o.j, "methods");
    json_out_open(&o.j, JSON_OUT_ARRAY);
    for (int m = 0; m < FAIR_METHOD_COUNT; m++) write_division(&o, (enum fair_method)m);
    json_out_close(&o.j);
    write_leavers(&o);
    if (f->asked) write_coalition(&o, "coalition", f->asked);
    write_games(&o);
    write_powers(&o);
    json_out_close(&o.j);
    json_out_end(&o.j);
}

static enum exit_code refuse(struct run *run, enum fair_outcome outcome)
{
    static const enum text texts[] = {[FAIR_NOBODY] = TEXT_FAIR_NOBODY,
                                      [FAIR_TOO_MANY] = TEXT_FAIR_TOO_MANY,
                                      [FAIR_TOO_LARGE] = TEXT_FAIR_TOO_LARGE};
    if (outcome == FAIR_REFUSED) return run_refuse(run);
    complain(run->arena, texts[outcome], run->lang,
             str_format(run->arena, "%u", LIMIT_FAIR_PLAYERS_MAX), STR(""));
    return EXIT_CANNOT_RUN;
}

/* ---- a coalition that is asked for ---- */

/* Bytes of what stands between two names here; 0: a name goes on. */
static size_t between(const char *at)
{
    static const char *const signs[] = {",", "+", " ", "、", "，"};
    for (size_t i = 0; i < ARRAY_LEN(signs); i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0) return strlen(signs[i]);
    return 0;
}

/* Marks whom a list names, "a, b"; false, said, where one is no member. */
static bool read_coalition(struct run *run, struct fair *f, const char *list)
{
    const struct pact *pact = f->settlement.fold.pact;
    bool *marked = ARENA_ARRAY(run->arena, bool, pact->party_count);
    for (const char *c = list; *c;) {
        struct str name = {c, 0};
        while (name.ptr[name.len] && !between(name.ptr + name.len)) name.len++;
        c += name.len ? name.len : between(c);
        if (!name.len) continue;
        uint32_t party = pact_find_name(pact, THING_PARTY, name);
        if (party == INDEX_NONE || f->blocks.of[party] == INDEX_NONE) {
            complain(run->arena, TEXT_NO_MEMBER, run->lang, name, STR(""));
            return false;
        }
        marked[party] = true;
    }
    f->asked = blocks_mask(&f->blocks, marked, (uint32_t)pact->party_count);
    if (!f->asked) complain(run->arena, TEXT_NO_MEMBER, run->lang, str_from(list), STR(""));
    return f->asked != 0;
}

enum exit_code command_fair(struct run *run)
{
    const struct pact *pact;
    struct fair fair;
    struct fair_options options = {.all = run->json || run->request->values[OPTION_ALL] != NULL};
    if (!figures_date(run, OPTION_AT, &options.at)) return EXIT_USAGE;
    enum exit_code code = figures_open(run, &pact);
    if (code != EXIT_CLEAN) return code;
    enum fair_outcome outcome = fair_find(&fair, run->arena, pact, &run->diags, options);
    if (outcome != FAIR_TOLD) return refuse(run, outcome);
    const char *coalition = run->request->values[OPTION_COALITION];
    if (coalition && !read_coalition(run, &fair, coalition)) return EXIT_USAGE;
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, &fair);
    else
        print(report_fair(run->arena, &fair,
                          (struct fair_report_options){.lang = run->lang, .all = options.all}));
    return EXIT_CLEAN;
}
