/* Health as a paper. */
#include "report/health.h"

#include "num/money.h"
#include "report/names.h"

#define EVIDENCE_SHOWN 4

static const struct {
    const char *name, *words[2];
} groups[GROUP_COUNT] = {
    [GROUP_ACTIVITY] = {"activity", {"Innovation activity", "创新活动"}},
    [GROUP_PERFORMANCE] = {"performance", {"Innovation performance", "创新绩效"}},
    [GROUP_SERVICE] = {"service", {"Service to the industry", "服务产业"}},
    [GROUP_MANAGEMENT] = {"management", {"Operation and management", "运行管理"}},
    [GROUP_PROTECTION] = {"protection", {"Protection of interests", "利益保障"}},
};

const char *health_group_name(enum health_group group)
{
    return groups[group].name;
}

struct str health_group_words(enum health_group group, enum language lang)
{
    return str_from(groups[group].words[lang]);
}

/* num/den with so many decimals, rounded down. */
static struct str decimal(struct arena *a, i128 num, i128 den, unsigned decimals)
{
    i128 scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1, whole = num * scale / den;
    const char *sign = whole < 0 ? "-" : "";
    if (whole < 0) whole = -whole;
    if (!decimals) return str_format(a, "%s%lld", sign, (long long)whole);
    return str_format(a, "%s%lld.%0*d", sign, (long long)(whole / scale), (int)decimals,
                      (int)(whole % scale));
}

static struct str figure_in(struct arena *a, const struct health *h, enum health_unit unit,
                            i128 num, i128 den)
{
    switch (unit) {
    case UNIT_COUNT: return decimal(a, num, den, 0);
    case UNIT_RATIO: return decimal(a, num, den, 2);
    case UNIT_MONEY: return amount_grouped(a, (int64_t)num, h->pact->digits);
    case UNIT_PART: {
        bool whole = num * 100 % den == 0;
        struct str percent = decimal(a, num * 100, den, whole ? 0 : 1);
        return str_format(a, "%.*s%%", STR_ARG(percent));
    }
    }
    UNREACHABLE("a unit of an indicator");
}

struct str health_figure_words(struct arena *a, const struct health *h, enum indicator_id id,
                               const struct health_figure *x)
{
    return x->known ? figure_in(a, h, indicator_rows[id].unit, x->num, x->den) : STR("–");
}

struct str health_figure_exact(struct arena *a, const struct health *h, enum indicator_id id,
                               const struct health_figure *x)
{
    struct rat exact;
    if (indicator_rows[id].unit == UNIT_MONEY)
        return amount_plain(a, (int64_t)x->num, h->pact->digits);
    rat_init(&exact);
    rat_set_fraction(&exact, x->num, (u128)x->den);
    struct str text = rat_text(a, &exact);
    rat_clear(&exact);
    return text;
}

struct str health_threshold_words(struct arena *a, const struct health *h, enum indicator_id id,
                                  enum language lang)
{
    const struct indicator_row *row = &indicator_rows[id];
    struct str limit = figure_in(a, h, row->unit, row->num, row->den);
    bool least = row->sense == SENSE_AT_LEAST;
    if (lang == LANG_ZH)
        return str_format(a, "%s %.*s", least ? "不低于" : "不高于", STR_ARG(limit));
    return str_format(a, "%s %.*s", least ? "at least" : "at most", STR_ARG(limit));
}

/* ---- the paper ---- */

struct view {
    struct arena *arena;
    struct paper *paper;
    const struct health *h;
    enum language lang;
};

static struct str say(const struct view *v, const char *en, const char *zh)
{
    return text_in(en, zh, v->lang);
}

static struct str score_words(const struct view *v, int score)
{
    return score < 0 ? STR("–") : str_format(v->arena, "%d", score);
}

static void put_scores(const struct view *v)
{
    static const struct paper_column columns[] = {
        {{"group", "组"}, false, false},
        {{"score of 100", "得分（满分 100）"}, true, false},
        {{"weight of what is good", "达标权重"}, true, false},
        {{"of what is known", "已知权重"}, true, false},
    };
    paper_table(v->paper, columns, ARRAY_LEN(columns));
    for (int g = 0; g < GROUP_COUNT; g++) {
        enum health_group group = (enum health_group)g;
        paper_cell(v->paper, health_group_words(group, v->lang));
        paper_cell(v->paper, score_words(v, health_group_score(v->h, group)));
        paper_cell(v->paper, str_format(v->arena, "%u", v->h->reached[g]));
        paper_cell(v->paper, str_format(v->arena, "%u", v->h->of[g]));
    }
}

static void put_group(const struct view *v, enum health_group group)
{
    static const struct paper_column columns[] = {
        {{"", ""}, false, false},
        {{"indicator", "指标"}, false, true},
        {{"figure", "数值"}, true, false},
        {{"good", "标准"}, false, false},
        {{"a year before", "一年前"}, true, false},
    };
    paper_put(v->paper, PAPER_HEADING, health_group_words(group, v->lang));
    paper_table(v->paper, columns, ARRAY_LEN(columns));
    for (int i = 0; i < INDICATOR_ID_COUNT; i++) {
        const struct indicator *x = &v->h->list[i];
        enum indicator_id id = (enum indicator_id)i;
        if (indicator_rows[i].group != group) continue;
        paper_cell(v->paper, !x->now.known ? STR("–")
                             : x->good     ? say(v, "good", "达标")
                                           : say(v, "bad", "不足"));
        paper_cell(v->paper, str_from(indicator_rows[i].name[v->lang]));
        paper_cell(v->paper, health_figure_words(v->arena, v->h, id, &x->now));
        paper_cell(v->paper, health_threshold_words(v->arena, v->h, id, v->lang));
        paper_cell(v->paper, health_figure_words(v->arena, v->h, id, &x->before));
    }
}

static struct str joined(const struct view *v, struct str text, struct str more)
{
    if (!text.len) return more;
    return str_format(v->arena, v->lang == LANG_ZH ? "%.*s；%.*s" : "%.*s; %.*s", STR_ARG(text),
                      STR_ARG(more));
}

/* Members, then entries, the first few of each. */
static struct str evidence_words(const struct view *v, const struct evidence *e)
{
    struct str text = STR("");
    const struct pact *p = v->h->pact;
    for (size_t i = 0; i < e->party_count && i < EVIDENCE_SHOWN; i++)
        text = joined(v, text, pact_word(p, p->parties[e->parties[i]].word));
    for (size_t i = 0; i < e->entry_count && i < EVIDENCE_SHOWN; i++)
        text = joined(v, text, entry_words(v->arena, p->doc, e->entries[i]));
    size_t shown = (e->party_count < EVIDENCE_SHOWN ? e->party_count : EVIDENCE_SHOWN) +
                   (e->entry_count < EVIDENCE_SHOWN ? e->entry_count : EVIDENCE_SHOWN);
    size_t more = e->party_count + e->entry_count - shown;
    if (!more) return text;
    return joined(v, text,
                  str_format(v->arena, v->lang == LANG_ZH ? "另有 %zu 项" : "%zu more", more));
}

static void put_remedies(const struct view *v)
{
    bool any = false;
    paper_put(v->paper, PAPER_HEADING, say(v, "What to do", "改进建议"));
    for (int i = 0; i < INDICATOR_ID_COUNT; i++) {
        const struct indicator *x = &v->h->list[i];
        const struct indicator_row *row = &indicator_rows[i];
        if (!x->now.known || x->good) continue;
        any = true;
        struct str why = evidence_words(v, &x->evidence);
        struct str said = str_format(v->arena, v->lang == LANG_ZH ? "%s：%s。" : "%s: %s.",
                                     row->name[v->lang], row->remedy[v->lang]);
        if (why.len)
            said =
                str_format(v->arena, v->lang == LANG_ZH ? "%.*s依据：%.*s" : "%.*s Seen in: %.*s",
                           STR_ARG(said), STR_ARG(why));
        paper_put(v->paper, PAPER_TEXT, said);
    }
    if (!any) paper_put(v->paper, PAPER_TEXT, say(v, "Nothing.", "无。"));
}

void health_paper(struct paper *p, struct arena *arena, const struct health *h, enum language lang)
{
    struct view v = {.arena = arena, .paper = p, .h = h, .lang = lang};
    struct str title = alliance_title(arena, h->pact, lang), day = date_words(arena, h->at);
    int score = health_score(h);
    paper_init(p, arena,
               (struct paper_options){.lang = lang, .digits = h->pact->digits, .date = h->at});
    paper_put(p, PAPER_TITLE, title);
    paper_put(p, PAPER_TEXT,
              str_format(arena,
                         lang == LANG_ZH ? "健康状况，截至 %.*s；总分 %.*s（各组权重相同）"
                                         : "Health on %.*s; score %.*s of 100, each group "
                                           "weighing the same",
                         STR_ARG(day), STR_ARG(score_words(&v, score))));
    put_scores(&v);
    for (int g = 0; g < GROUP_COUNT; g++) put_group(&v, (enum health_group)g);
    put_remedies(&v);
}
