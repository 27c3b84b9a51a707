/* What a name stands for, in words and figures. */
#include "lsp/describe.h"

#include "fold/authority.h"
#include "report/names.h"
#include "settle/settle.h"
#include "state/stakes.h"

struct description {
    struct arena *arena;
    struct writer out;
    const struct analysis *of;
    enum language lang;
};

static const char *const thing_names[][2] = {
    [THING_NONE] = {"name", "名称"},     [THING_PARTY] = {"member", "成员"},
    [THING_GROUP] = {"group", "集团"},   [THING_BODY] = {"body", "机构"},
    [THING_MOTION] = {"motion", "议案"}, [THING_PROJECT] = {"project", "项目"},
    [THING_RESULT] = {"result", "成果"}, [THING_LICENCE] = {"licence", "许可证"},
};

static const char *const realm_names[REALM_COUNT][2] = {
    [REALM_NONE] = {"name", "名称"},
    [REALM_COMMON] = {"name", "名称"},
    [REALM_FUND] = {"fund", "基金"},
    [REALM_STAKES] = {"table of stakes", "份额表"},
    [REALM_GAME] = {"game", "博弈"},
    [REALM_SCORE] = {"score", "评分"},
    [REALM_GOAL] = {"goal", "目标"},
    [REALM_COVENANT] = {"covenant", "约定"},
    [REALM_RULE] = {"rule", "规则"},
    [REALM_ALLIANCE] = {"alliance", "联盟"},
    [REALM_MATTER] = {"matter", "事项"},
    [REALM_MILESTONE] = {"milestone", "里程碑"},
    [REALM_CATEGORY] = {"category of cost", "支出类别"},
    [REALM_OFFICE] = {"office", "职务"},
    [REALM_OUTSIDE] = {"outsider", "联盟以外的一方"},
};

static struct named named_of(const struct analysis *a, const struct mention *x)
{
    if (!a->pact || x->realm != REALM_COMMON || x->scope) return (struct named){0};
    return pact_named(a->pact, NAMES_COMMON, x->word);
}

enum thing name_thing(const struct analysis *a, const struct mention *x)
{
    const struct mention *first = x->declares ? x : mentions_declaration(&a->mentions, x);
    switch ((int)first->form) {
    case F_PARTY:
    case F_JOIN: return THING_PARTY;
    case F_GROUP: return THING_GROUP;
    case F_BODY: return THING_BODY;
    case F_MOTION: return THING_MOTION;
    case F_PROJECT: return THING_PROJECT;
    case F_RESULT:
    case F_BACKGROUND: return THING_RESULT;
    case F_LICENSE: return THING_LICENCE;
    default: return THING_NONE;
    }
}

struct str name_kind(const struct analysis *a, const struct mention *x, enum language lang)
{
    if (x->realm == REALM_COMMON) return str_from(thing_names[name_thing(a, x)][lang]);
    return str_from(realm_names[x->realm][lang]);
}

/* ---- figures ---- */

static void line(struct description *d, const char *en, const char *zh, struct str value)
{
    writer_put(&d->out, STR("- "));
    writer_put(&d->out, text_in(en, zh, d->lang));
    writer_put(&d->out, d->lang == LANG_ZH ? STR("：") : STR(": "));
    writer_put(&d->out, value);
    writer_put(&d->out, STR("\n"));
}

static void money(struct description *d, const char *en, const char *zh, int64_t minor)
{
    line(d, en, zh, amount_grouped(d->arena, minor, d->of->pact->digits));
}

static void describe_stakes(struct description *d, uint32_t party)
{
    const struct pact *p = d->of->pact;
    struct fold *f = d->of->fold;
    for (uint32_t i = 0; i < p->stakes_count; i++) {
        const struct share_set *set = state_stakes(f->state, i, f->options.until);
        struct ratio share = pact_share_of(set, party);
        if (ratio_sign(share) == 0) continue;
        struct str percent = pact_percent(d->arena, share), name = pact_word(p, p->stakes[i].word);
        line(d, "stake", "份额",
             str_format(d->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(percent)));
    }
}

static void describe_party(struct description *d, uint32_t party)
{
    const struct state *s = d->of->fold->state;
    const struct party_state *state = &s->parties[party];
    if (!state->member) line(d, "membership", "成员资格", text_in("none", "无", d->lang));
    const struct provisions *now = pact_at(d->of->pact, d->of->fold->options.until);
    if (now->pledges_minor[party]) money(d, "pledge", "认缴额", state_pledge(s, party));
    money(d, "capital", "出资额", state->capital_minor);
    describe_stakes(d, party);
    money(d, "received", "分得", state->figures.received);
    money(d, "due to it", "应付该方", figures_due(&state->figures));
    money(d, "owes", "欠缴", figures_owes(&state->figures));
}

static void describe_project(struct description *d, uint32_t project)
{
    const struct project_terms *p = pact_project(d->of->pact, project, d->of->fold->options.until);
    const struct project_state *state = &d->of->fold->state->projects[project];
    const char *zh = state->stopped ? "已结束" : state->started ? "已启动" : "未启动";
    const char *en = state->stopped ? "ended" : state->started ? "started" : "not started";
    line(d, "state", "状态", text_in(en, zh, d->lang));
    if (p->has_budget) money(d, "budget", "预算", p->budget_minor);
    money(d, "spent", "已支出", state->spent_minor);
}

static void describe_motion(struct description *d, uint32_t motion)
{
    const struct motions *motions = d->of->fold->state->motions;
    if (!motions) return;
    line(d, "outcome", "结果", motion_result_text(motions->list[motion].result, d->lang));
}

static void describe_makers(struct description *d, uint32_t result)
{
    const struct pact *p = d->of->pact;
    const struct result *r = &p->results[result];
    for (uint32_t i = 0; i < r->maker_count; i++) {
        struct str name = pact_word(p, p->parties[r->makers[i].party].word);
        struct str percent = pact_percent(d->arena, r->makers[i].share);
        line(d, r->background ? "owner" : "maker", r->background ? "权利人" : "完成方",
             str_format(d->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(percent)));
    }
}

static void describe_group(struct description *d, uint32_t index)
{
    const struct pact *p = d->of->pact;
    const struct group *group = &pact_at(p, d->of->fold->options.until)->groups[index];
    for (uint32_t i = 0; i < group->count; i++)
        line(d, "member", "成员", pact_word(p, p->parties[group->parties[i]].word));
}

static void describe_fund(struct description *d, uint32_t fund)
{
    const struct fund *f = &pact_at(d->of->pact, d->of->fold->options.until)->funds[fund];
    money(d, "balance", "余额", d->of->fold->state->funds[fund].balance_minor);
    if (f->target_minor != INT64_MAX) money(d, "target", "目标", f->target_minor);
}

static void describe_figures(struct description *d, const struct mention *x)
{
    const struct pact *p = d->of->pact;
    struct named n = named_of(d->of, x);
    uint32_t fund = x->realm == REALM_FUND ? pact_find_in(p, NAMES_FUND, x->word) : INDEX_NONE;
    if (fund != INDEX_NONE) describe_fund(d, fund);
    switch ((enum thing)n.thing) {
    case THING_PARTY: describe_party(d, n.index); break;
    case THING_PROJECT: describe_project(d, n.index); break;
    case THING_MOTION: describe_motion(d, n.index); break;
    case THING_RESULT: describe_makers(d, n.index); break;
    case THING_GROUP: describe_group(d, n.index); break;
    case THING_BODY: /* its thresholds stand behind its lines */
    case THING_LICENCE:
    case THING_NONE: break;
    }
}

static bool has_figures(const struct mention *x)
{
    return x->realm == REALM_COMMON || x->realm == REALM_FUND;
}

struct str describe_name(struct arena *a, const struct session *s, const struct analysis *of,
                         const struct mention *x)
{
    struct description d = {.arena = a, .out = {.arena = a}, .of = of, .lang = s->lang};
    const struct mention *first = mentions_declaration(&of->mentions, x);
    const struct statement_place *place = &of->mentions.statements[first->statement];
    struct str name = words_text(&of->words, x->word), kind = name_kind(of, x, s->lang);
    writer_put(&d.out, str_format(a, "**%.*s** — %.*s\n", STR_ARG(name), STR_ARG(kind)));
    if (first->declares) {
        struct str text = span_words(a, &of->document, place->span);
        writer_put(&d.out, str_format(a, "\n```heqi\n%.*s\n```\n", STR_ARG(text)));
    }
    if (!of->fold || !has_figures(x) || x->scope) return writer_text(&d.out);
    struct str day = date_words(a, of->fold->options.until);
    size_t before = d.out.len;
    writer_put(&d.out,
               str_format(a, s->lang == LANG_ZH ? "\n截至 %.*s：\n" : "\nAt the end of %.*s:\n",
                          STR_ARG(day)));
    size_t head = d.out.len;
    describe_figures(&d, x);
    if (d.out.len == head) d.out.len = before;
    return writer_text(&d.out);
}
