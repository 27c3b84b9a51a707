/* The words of fairness. */
#include "report/fair.h"

#include "base/utf8.h"
#include "report/table.h"
#include "report/writer.h"

#include <stdlib.h>

/* What of a list fits one line of a screen. */
#define NAMES_COLUMNS 60u
#define LINES_ON_SCREEN 40u
#define ROWS_MIN 3u
#define VENTURES_ON_SCREEN 2u

/* ---- names ---- */

struct str fair_player_name(struct arena *a, const struct fair *f, uint32_t player,
                            enum language lang)
{
    const struct pact *p = f->settlement.fold.pact;
    const struct fair_block *b = &f->blocks.list[player];
    if (b->group != INDEX_NONE) return pact_word(p, p->groups[b->group].word);
    struct str first = pact_word(p, p->parties[b->parties[0]].word);
    if (b->count == 1) return first;
    return str_format(a, lang == LANG_ZH ? "%.*s等 %u 方" : "%.*s and %u more", STR_ARG(first),
                      lang == LANG_ZH ? b->count : b->count - 1);
}

struct str fair_venture_name(const struct fair *f, size_t venture)
{
    const struct pact *p = f->settlement.fold.pact;
    const struct venture *v = &f->ventures.list[venture];
    if (v->project != INDEX_NONE) return pact_word(p, p->projects[v->project].word);
    return pact_word(p, p->results[v->result].word);
}

static const struct {
    const char *name, *words[2];
} methods[FAIR_METHOD_COUNT] = {
#define FAIR_METHOD(id, name, en, zh) [FAIR_##id] = {name, {en, zh}},
#include "fair/method_table.h"
#undef FAIR_METHOD
};

const char *fair_method_name(enum fair_method method)
{
    return methods[method].name;
}

/* ---- small parts ---- */

struct page {
    struct arena *arena;
    struct writer w;
    const struct fair *f;
    enum language lang;
    bool all;
};

static bool zh(const struct page *p)
{
    return p->lang == LANG_ZH;
}

static struct str money(const struct page *p, int64_t minor)
{
    return amount_grouped(p->arena, minor, p->f->settlement.fold.pact->digits);
}

/* A division need not be whole units: cut towards nothing. */
static struct str exact_money(const struct page *p, const struct rat *minor)
{
    int64_t whole = 0;
    struct rat size;
    rat_init(&size);
    rat_set(&size, minor);
    if (rat_sign(minor) < 0) rat_neg(&size, &size);
    bool fits = rat_floor_i64(&whole, &size) == OK;
    rat_clear(&size);
    return fits ? money(p, rat_sign(minor) < 0 ? -whole : whole) : rat_text(p->arena, minor);
}

/* Two decimals, cut; "–" where it is not defined. */
static struct str decimal(const struct page *p, bool defined, const struct rat *value)
{
    struct rat hundred;
    int64_t whole = 0;
    if (!defined) return STR("–");
    rat_init(&hundred);
    rat_set_i64(&hundred, 100);
    rat_mul(&hundred, &hundred, value);
    bool fits = rat_floor_i64(&whole, &hundred) == OK;
    rat_clear(&hundred);
    return fits ? amount_grouped(p->arena, whole, 2) : STR("–");
}

/* "lighthouse + univ-a + 3 more": what fits the columns, all of it with --all. */
static struct str coalition(const struct page *p, uint32_t members, size_t columns)
{
    struct str out = STR("");
    for (uint32_t left = members; left; left &= left - 1) {
        uint32_t more = game_size(left);
        struct str name = fair_player_name(p->arena, p->f, (uint32_t)__builtin_ctz(left), p->lang);
        bool room = p->all || utf8_width(out) + utf8_width(name) + 12 <= columns;
        struct str rest = str_format(p->arena, zh(p) ? "另 %u 方" : "%u more", more);
        out = str_format(p->arena, "%.*s%s%.*s", STR_ARG(out), out.len ? zh(p) ? "、" : " + " : "",
                         STR_ARG((room ? name : rest)));
        if (!room) break;
    }
    return out;
}

static void put(struct page *p, struct str text)
{
    writer_put(&p->w, text);
}

/* Counts a line of a venture; whether there is no room for it on the screen. */
static bool is_enough(const struct page *p, uint32_t *shown)
{
    return !p->all && (*shown)++ >= VENTURES_ON_SCREEN;
}

#define PUT(p, en, zh_, ...) put((p), str_format((p)->arena, zh(p) ? (zh_) : (en), __VA_ARGS__))

/* ---- the head ---- */

static void put_head(struct page *p)
{
    const struct fair *f = p->f;
    const struct pact *pact = f->settlement.fold.pact;
    const struct ventures *v = &f->ventures;
    struct str title = alliance_title(p->arena, pact, p->lang), at = date_words(p->arena, f->at);
    struct str currency = currency_name(pact), all = money(p, f->game.v[game_all(&f->game)]);
    struct str income = money(p, v->income_minor), grants = money(p, v->grants_minor),
               cost = money(p, v->cost_minor);
    put(p, title);
    PUT(p, "\nFair and stable? On %.*s, in %.*s\n\n", "\n是否公平、稳定？截至 %.*s，单位 %.*s\n\n",
        STR_ARG(at), STR_ARG(currency));
    PUT(p, "Together they made %.*s: income %.*s + grants %.*s − cost %.*s.\n",
        "共同所得 %.*s：收入 %.*s + 资助 %.*s − 成本 %.*s。\n", STR_ARG(all), STR_ARG(income),
        STR_ARG(grants), STR_ARG(cost));
}

/* Ventures of which nobody is known who does them. */
static void put_unknown(struct page *p)
{
    uint32_t shown = 0;
    if (!p->f->ventures.count)
        put(p,
            text_in("Nothing of it belongs to a project: only all together could have made it.\n",
                    "所得均不属于任何项目：视为须由全体共同取得。\n", p->lang));
    for (size_t i = 0; i < p->f->ventures.count; i++) {
        if (p->f->ventures.list[i].known || is_enough(p, &shown)) continue;
        struct str name = fair_venture_name(p->f, i);
        PUT(p,
            "Nobody is named who works for %.*s or pays for it: only all together carry it on.\n",
            "未写明由谁研发或出资 %.*s：视为须由全体共同进行。\n", STR_ARG(name));
    }
}

static void put_core(struct page *p)
{
    const struct fair *f = p->f;
    put_unknown(p);
    if (f->core.known && !f->core.empty)
        put(p, text_in("It can be divided so that nobody does better by leaving.\n",
                       "存在使任何一组都不愿退出的分法。\n", p->lang));
    if (f->core.empty)
        put(p,
            text_in("However it is divided, some would do better by leaving (the core is empty).\n",
                    "无论如何分配，总有一组退出更有利（核为空）。\n", p->lang));
    if (f->blocks.joined)
        PUT(p, "More than %u players: some act together here; --json names them.\n",
            "成员多于 %u 方：部分成员在此合并为一方；--json 列出其名。\n", LIMIT_FAIR_PLAYERS_MAX);
}

/* ---- who would leave ---- */

static struct str needed_names(const struct page *p, const struct venture *v)
{
    const struct state *s = p->f->settlement.fold.state;
    uint32_t mask = blocks_mask(&p->f->blocks, v->needed, s->party_count);
    return coalition(p, mask, NAMES_COLUMNS);
}

/* Each venture that the leavers could carry on, and what it takes. */
static void put_carried(struct page *p, const struct carrying *carried)
{
    uint32_t shown = 0;
    for (size_t i = 0; i < p->f->ventures.count; i++) {
        const struct venture *v = &p->f->ventures.list[i];
        if (!carried[i].carried || is_enough(p, &shown)) continue;
        struct str name = fair_venture_name(p->f, i), needs = needed_names(p, v);
        struct str raise = money(p, v->money_minor);
        PUT(p, "  %.*s needs %.*s, and %.*s: they have it.\n",
            "  %.*s 所需为 %.*s，以及资金 %.*s：他们都有。\n", STR_ARG(name), STR_ARG(needs),
            STR_ARG(raise));
    }
}

/* What failed, and they would not have borne. */
static void put_left_behind(struct page *p, const struct carrying *carried)
{
    uint32_t shown = 0;
    for (size_t i = 0; i < p->f->ventures.count; i++) {
        int64_t net = venture_net(&p->f->ventures.list[i]);
        if (carried[i].carried || net >= 0 || is_enough(p, &shown)) continue;
        struct str name = fair_venture_name(p->f, i), lost = money(p, -net);
        PUT(p, "  %.*s, which cost %.*s more than it brought, they would not have borne.\n",
            "  %.*s 的成本超出所得 %.*s，他们本不必承担。\n", STR_ARG(name), STR_ARG(lost));
    }
}

static struct carrying *explained(const struct page *p, uint32_t coalition)
{
    const struct fair *f = p->f;
    return worth_explain(p->arena, &f->ventures, &f->blocks, f->settlement.fold.state->party_count,
                         coalition);
}

static void put_why(struct page *p)
{
    const struct fair *f = p->f;
    const struct carrying *carried = explained(p, f->leaver);
    put_carried(p, carried);
    put_left_behind(p, carried);
}

static void put_worst(struct page *p)
{
    const struct division *d = &p->f->divisions[FAIR_AGREEMENT];
    if (!d->defined || d->worst == p->f->leaver) return;
    struct str names = coalition(p, d->worst, NAMES_COLUMNS), gain = exact_money(p, d->excess);
    PUT(p, "Most would be gained by %.*s: %.*s.\n", "获益最多的一组是 %.*s：%.*s。\n",
        STR_ARG(names), STR_ARG(gain));
}

static void put_leavers(struct page *p)
{
    const struct fair *f = p->f;
    put(p, text_in("\nWho would leave\n", "\n谁会退出\n", p->lang));
    if (!f->leaver) {
        put(p, text_in("Nobody: no group could have made more alone than the agreement gives it.\n",
                       "无：任何一组单干所得都不多于协议所给。\n", p->lang));
        return;
    }
    struct str names = coalition(p, f->leaver, NAMES_COLUMNS);
    struct str worth = money(p, f->game.v[f->leaver]), gain = money(p, f->leaver_excess_minor);
    struct str gets = money(p, f->game.v[f->leaver] - f->leaver_excess_minor);
    PUT(p, "%.*s could have made %.*s alone.\nThe agreement gives them %.*s: %.*s less. Why:\n",
        "%.*s 单干可得 %.*s。\n协议给他们 %.*s，少 %.*s。原因：\n", STR_ARG(names), STR_ARG(worth),
        STR_ARG(gets), STR_ARG(gain));
    put_why(p);
    put_worst(p);
}

/* ---- a group that was asked for ---- */

static void put_lack(struct page *p, size_t venture, const struct carrying *c)
{
    const struct venture *v = &p->f->ventures.list[venture];
    struct str name = fair_venture_name(p->f, venture), net = money(p, c->net_minor);
    struct str lack =
        c->missing ? coalition(p, c->missing, NAMES_COLUMNS) : money(p, c->short_minor);
    if (c->carried)
        PUT(p, "  %.*s would have brought them %.*s.\n", "  %.*s 可使其得 %.*s。\n", STR_ARG(name),
            STR_ARG(net));
    else if (!v->known)
        PUT(p, "  %.*s is carried on by all together alone.\n", "  %.*s 须由全体共同进行。\n",
            STR_ARG(name));
    else if (c->missing || c->short_minor)
        PUT(p, "  %.*s they could not carry on: %.*s is missing.\n",
            "  %.*s 无法进行：缺少 %.*s。\n", STR_ARG(name), STR_ARG(lack));
    else
        PUT(p, "  %.*s would have cost them more than it brought: %.*s.\n",
            "  %.*s 对其得不偿失：%.*s。\n", STR_ARG(name), STR_ARG(net));
}

static void put_asked(struct page *p)
{
    const struct fair *f = p->f;
    if (!f->asked) return;
    const struct carrying *list = explained(p, f->asked);
    struct str names = coalition(p, f->asked, NAMES_COLUMNS);
    struct str worth = money(p, f->game.v[f->asked]), gets = money(p, fair_gets(f, f->asked));
    PUT(p, "\n%.*s\ncould have made %.*s alone; the agreement gives %.*s.\n",
        "\n%.*s\n单干可得 %.*s；协议所给 %.*s。\n", STR_ARG(names), STR_ARG(worth), STR_ARG(gets));
    uint32_t shown = 0;
    for (size_t i = 0; i < f->ventures.count; i++)
        if (!is_enough(p, &shown)) put_lack(p, i, &list[i]);
}

/* ---- players ---- */

struct row {
    uint32_t player;
    struct rat *more; /* what it gets beyond its Shapley value */
};

static int by_more(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    int order = rat_compare(x->more, y->more);
    if (order) return order;
    return x->player < y->player ? -1 : x->player > y->player;
}

/* Least satisfied first. */
static struct row *find_rows(const struct page *p)
{
    const struct fair *f = p->f;
    struct row *rows = ARENA_ARRAY(p->arena, struct row, f->game.n);
    for (uint32_t i = 0; i < f->game.n; i++) {
        rows[i] = (struct row){i, rat_array_of_arena(p->arena, 1)};
        rat_sub(rows[i].more, &f->divisions[FAIR_AGREEMENT].x[i], &f->divisions[FAIR_SHAPLEY].x[i]);
    }
    qsort(rows, f->game.n, sizeof *rows, by_more);
    return rows;
}

static void head_cell(struct page *p, struct table *t, const char *en, const char *chinese)
{
    table_cell(t, text_in(en, chinese, p->lang));
}

static void put_row(struct page *p, struct table *t, const struct row *r)
{
    const struct fair *f = p->f;
    const struct player *x = &f->players[r->player];
    table_cell(t, fair_player_name(p->arena, f, r->player, p->lang));
    table_cell(t, money(p, x->put_in_minor));
    table_cell(t, money(p, x->gets_minor));
    table_cell(t, exact_money(p, &f->divisions[FAIR_SHAPLEY].x[r->player]));
    table_cell(t, exact_money(p, r->more));
    table_cell(t, decimal(p, x->has_ratio, x->ratio));
    table_cell(t, decimal(p, x->disrupts, x->disruption));
}

static void put_players(struct page *p, uint32_t room)
{
    const struct row *rows = find_rows(p);
    struct table t;
    uint32_t n = p->f->game.n, shown = p->all || n <= room ? n : room;
    uint32_t below = (shown + 1) / 2;
    table_init(&t, p->arena, 7);
    head_cell(p, &t, "least satisfied first", "按满意程度由低到高");
    head_cell(p, &t, "put in", "投入");
    head_cell(p, &t, "gets", "协议所给");
    head_cell(p, &t, "Shapley", "沙普利值");
    head_cell(p, &t, "more", "多得");
    head_cell(p, &t, "benefit", "受益比");
    head_cell(p, &t, "disrupt", "破坏力");
    table_rule(&t);
    for (uint32_t i = 0; i < below; i++) put_row(p, &t, &rows[i]);
    for (uint32_t i = n - (shown - below); i < n; i++) put_row(p, &t, &rows[i]);
    put(p, STR("\n"));
    put(p, table_text(&t));
    if (shown < n) PUT(p, "(%u between them: --all)\n", "（其间另有 %u 方：--all）\n", n - shown);
}

/* Without whom nothing could have been made, and who adds nothing to any group. */
static void put_weight(struct page *p)
{
    uint32_t needed = 0, idle = 0;
    for (uint32_t i = 0; i < p->f->game.n; i++) {
        needed |= (uint32_t)p->f->players[i].needed_by_all << i;
        idle |= (uint32_t)p->f->players[i].adds_nothing << i;
    }
    struct str of_needed = coalition(p, needed, NAMES_COLUMNS),
               of_idle = coalition(p, idle, NAMES_COLUMNS);
    if (needed)
        PUT(p, "In every group that could have made anything: %.*s.\n",
            "凡有所得的组合都有：%.*s。\n", STR_ARG(of_needed));
    if (idle && idle != game_all(&p->f->game))
        PUT(p, "Add nothing to any group but that of all: %.*s.\n",
            "除全体外，加入任何一组都不增所得：%.*s。\n", STR_ARG(of_idle));
}

/* ---- divisions ---- */

static void put_division(struct page *p, struct table *t, enum fair_method m)
{
    const struct division *d = &p->f->divisions[m];
    bool gains = d->defined && d->worst && rat_sign(d->excess) > 0;
    table_cell(t, str_from(methods[m].words[p->lang]));
    if (!d->defined) {
        table_cell(t, STR("–"));
        table_cell(t, text_in("not defined for this game", "对此博弈无定义", p->lang));
        return;
    }
    table_cell(t, exact_money(p, d->excess));
    table_cell(t, gains ? coalition(p, d->worst, NAMES_COLUMNS)
                        : text_in("nobody would leave", "无人会退出", p->lang));
}

static void put_divisions(struct page *p)
{
    struct table t;
    table_init(&t, p->arena, 3);
    table_left(&t, 2);
    head_cell(p, &t, "if divided", "若分配");
    head_cell(p, &t, "gained at most", "退出至多多得");
    head_cell(p, &t, "by", "由谁");
    table_rule(&t);
    for (int m = 0; m < FAIR_METHOD_COUNT; m++)
        if (p->all || p->f->divisions[m].defined) put_division(p, &t, (enum fair_method)m);
    put(p, STR("\n"));
    put(p, table_text(&t));
}

static uint32_t count_lines(struct str text)
{
    uint32_t lines = 0;
    for (size_t i = 0; i < text.len; i++) lines += text.ptr[i] == '\n';
    return lines;
}

/* Rows for players between what stands before and behind them: a blank line, two for the head of
 * the table and one for what is left out stand around them. */
static uint32_t rows_between(struct str before, struct str behind)
{
    uint32_t lines = count_lines(before) + count_lines(behind) + 4;
    return lines + ROWS_MIN < LINES_ON_SCREEN ? LINES_ON_SCREEN - lines : ROWS_MIN;
}

struct str report_fair(struct arena *a, const struct fair *f, struct fair_report_options options)
{
    struct page p = {
        .arena = a, .w = {.arena = a}, .f = f, .lang = options.lang, .all = options.all};
    struct page behind = p;
    bool any = f->ventures.count || f->ventures.common_minor;
    put_head(&p);
    if (any) {
        put_core(&p);
        put_leavers(&p);
        put_asked(&p);
        put_weight(&behind);
        if (p.all || !f->asked) put_divisions(&behind);
    } else {
        put(&p, text_in("Nothing was undertaken yet that could be compared.\n",
                        "尚无可比较的业务。\n", p.lang));
    }
    put(&behind, report_stated(a, f, options));
    put(&behind, report_powers(a, f, options));
    struct str rest = writer_text(&behind.w);
    if (any) put_players(&p, rows_between(writer_text(&p.w), rest));
    put(&p, rest);
    return writer_text(&p.w);
}
