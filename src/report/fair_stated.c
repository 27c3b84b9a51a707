/* The words of games that the agreement states. */
#include "report/fair.h"

#include "report/table.h"
#include "report/writer.h"

#define GAMES_ON_SCREEN 2u

struct stated_page {
    struct arena *arena;
    struct writer w;
    const struct fair *f;
    enum language lang;
};

static bool zh(const struct stated_page *p)
{
    return p->lang == LANG_ZH;
}

struct str stated_value(struct arena *a, const struct stated_game *g, const struct rat *value)
{
    struct rat turned;
    rat_init(&turned);
    rat_set(&turned, value);
    if (g->terms->cost) rat_neg(&turned, &turned);
    struct str text = rat_text(a, &turned);
    rat_clear(&turned);
    return text;
}

static struct str player(const struct stated_page *p, const struct stated_game *g, uint32_t i)
{
    const struct pact *pact = p->f->settlement.fold.pact;
    return pact_word(pact, pact->parties[g->terms->players[i]].word);
}

static struct str members(const struct stated_page *p, const struct stated_game *g,
                          uint32_t coalition)
{
    struct str out = STR("");
    for (uint32_t left = coalition; left; left &= left - 1)
        out = str_format(p->arena, "%.*s%s%.*s", STR_ARG(out), out.len ? zh(p) ? "、" : " + " : "",
                         STR_ARG(player(p, g, (uint32_t)__builtin_ctz(left))));
    return out;
}

/* "a + b gain 1/3 by leaving", "nobody would leave". */
static struct str verdict(const struct stated_page *p, const struct stated_game *g,
                          const struct division *d)
{
    if (!d->defined) return text_in("not defined", "无定义", p->lang);
    if (!d->worst || rat_sign(d->excess) <= 0)
        return text_in("nobody would leave", "无人会退出", p->lang);
    struct str names = members(p, g, d->worst), gain = rat_text(p->arena, d->excess);
    return str_format(p->arena, zh(p) ? "%.*s 退出可多得 %.*s" : "%.*s gain %.*s by leaving",
                      STR_ARG(names), STR_ARG(gain));
}

static void put_line(struct stated_page *p, const struct stated_game *g)
{
    struct str name = pact_word(p->f->settlement.fold.pact, g->terms->word);
    struct str agreement = verdict(p, g, &g->divisions[FAIR_AGREEMENT]);
    struct str shapley = verdict(p, g, &g->divisions[FAIR_SHAPLEY]);
    const char *by = g->terms->cost ? zh(p) ? "按所担" : "as borne"
                     : zh(p)        ? "按所得"
                                    : "as received";
    writer_put(&p->w, str_format(p->arena,
                                 zh(p) ? "%.*s：%s %.*s；沙普利值 %.*s\n"
                                       : "%.*s: %s, %.*s; Shapley, %.*s\n",
                                 STR_ARG(name), by, STR_ARG(agreement), STR_ARG(shapley)));
}

static const struct {
    enum fair_method method;
    const char *words[2];
} columns[] = {{FAIR_AGREEMENT, {"agreement", "协议"}}, {FAIR_EQUAL, {"equally", "平均"}},
               {FAIR_SHAPLEY, {"Shapley", "沙普利值"}}, {FAIR_TAU, {"tau", "τ值"}},
               {FAIR_GATELY, {"Gately", "盖特利值"}},   {FAIR_NUCLEOLUS, {"nucleolus", "核仁"}}};

static void put_table(struct stated_page *p, const struct stated_game *g)
{
    struct table t;
    table_init(&t, p->arena, ARRAY_LEN(columns) + 1);
    table_cell(&t, STR(""));
    for (size_t c = 0; c < ARRAY_LEN(columns); c++)
        table_cell(&t, text_in(columns[c].words[0], columns[c].words[1], p->lang));
    table_rule(&t);
    for (uint32_t i = 0; i < g->terms->count; i++) {
        table_cell(&t, player(p, g, i));
        for (size_t c = 0; c < ARRAY_LEN(columns); c++) {
            const struct division *d = &g->divisions[columns[c].method];
            table_cell(&t, d->defined ? stated_value(p->arena, g, &d->x[i]) : STR("–"));
        }
    }
    table_cell(&t, text_in("gained at most by leaving", "退出至多多得", p->lang));
    for (size_t c = 0; c < ARRAY_LEN(columns); c++) {
        const struct division *d = &g->divisions[columns[c].method];
        table_cell(&t, d->defined ? rat_text(p->arena, d->excess) : STR("–"));
    }
    writer_put(&p->w, table_text(&t));
}

struct str report_stated(struct arena *a, const struct fair *f, struct fair_report_options options)
{
    struct stated_page p = {.arena = a, .w = {.arena = a}, .f = f, .lang = options.lang};
    for (size_t i = 0; i < f->stated.count; i++) {
        if (i == 0)
            writer_put(&p.w, text_in("\nGames that the agreement states\n", "\n协议所载博弈\n",
                                     options.lang));
        if (!options.all && i == GAMES_ON_SCREEN) {
            writer_put(&p.w, text_in("(more: --all)\n", "（其余：--all）\n", options.lang));
            break;
        }
        put_line(&p, &f->stated.list[i]);
        if (options.all) put_table(&p, &f->stated.list[i]);
    }
    return writer_text(&p.w);
}
