/* See show_office.h. */
#include "report/show_office.h"

#include "fold/budgets.h"
#include "fold/posts.h"
#include "report/names.h"
#include "state/counted.h"

const struct show_column show_budget_columns[5] = {
    {"year", {"year", "年度"}, false},         {"category", {"category", "科目"}, false},
    {"budget", {"budget", "预算"}, true},      {"spent", {"spent", "已支出"}, true},
    {"left", {"left to spend", "余额"}, true},
};

static void put_line(struct show *s, const struct budget_line *l)
{
    struct str year = str_format(s->arena, "%d", (int)l->year);
    struct str category = pact_word(s->fold->pact, l->category);
    if (!show_wants(s, year, category)) return;
    show_put_text(s, year);
    show_put_text(s, category);
    show_put_amount(s, l->budget_minor);
    show_put_amount(s, l->spent_minor);
    show_put_amount(s, l->budget_minor - l->spent_minor);
}

static void put_year(struct show *s, const struct budgets *b, int32_t year)
{
    for (size_t i = 0; i < b->count; i++) {
        const struct budget_years *years = &b->by_category[i];
        for (size_t k = 0; k < years->count; k++)
            if (years->list[k].year == year &&
                (years->list[k].budget_minor || years->list[k].spent_minor))
                put_line(s, &years->list[k]);
    }
}

void show_fill_budgets(struct show *s)
{
    const struct budgets *b = s->fold->budgets;
    if (!b) return;
    for (size_t i = 0; i < b->year_count; i++) put_year(s, b, b->years[i]);
}

const struct show_column show_staff_columns[7] = {
    {"person", {"person", "姓名"}, false},       {"body", {"body", "机构"}, false},
    {"fulltime", {"full time", "专职"}, false},  {"share", {"share of time", "工作比例"}, true},
    {"employer", {"employer", "受雇于"}, false}, {"since", {"since", "自"}, false},
    {"until", {"until", "至"}, false},
};

static void put_post(struct show *s, const struct post *p)
{
    const struct pact *pact = s->fold->pact;
    struct str body = pact_word(pact, pact->bodies[p->body].word);
    struct str employer = pact_word(pact, pact->parties[p->employer].word);
    bool whole = ratio_equal(p->share, RATIO_ONE);
    bool wanted = show_wants(s, p->person, body) || show_wants(s, employer, employer);
    if (!wanted) return;
    show_put_text(s, p->person);
    show_put_text(s, body);
    show_put_text(s, whole ? text_in("yes", "是", s->lang) : text_in("no", "否", s->lang));
    show_put_text(s, whole ? STR("1")
                           : str_format(s->arena, "%lld/%lld", (long long)p->share.num,
                                        (long long)p->share.den));
    show_put_text(s, employer);
    show_put_date(s, p->since);
    show_put_date(s, p->until == DATE_OPEN ? DATE_NONE : p->until);
}

void show_fill_staff(struct show *s)
{
    const struct posts *posts = &s->fold->posts;
    for (size_t i = 0; i < posts->count; i++)
        if (post_is_filled(posts, &posts->list[i], s->fold->options.until))
            put_post(s, &posts->list[i]);
}

const struct show_column show_score_columns[5] = {
    {"party", {"party", "成员"}, false}, {"score", {"score", "评分项"}, false},
    {"value", {"value", "分值"}, true},  {"since", {"since", "自"}, false},
    {"by", {"by", "评价方"}, false},
};

static void put_score(struct show *s, uint32_t party, const struct appraisal *a)
{
    const struct pact *p = s->fold->pact;
    struct str name = pact_word(p, p->parties[party].word), score = pact_word(p, a->score);
    if (!show_wants(s, name, score)) return;
    show_put_text(s, name);
    show_put_text(s, score);
    show_put_text(s, score_text(s->arena, a->parts));
    show_put_date(s, a->day);
    show_put_text(s, a->body == WORD_NONE ? STR("") : pact_word(p, a->body));
}

void show_fill_scores(struct show *s)
{
    const struct state *state = s->fold->state;
    for (uint32_t party = 0; party < state->party_count; party++) {
        const struct party_state *x = &state->parties[party];
        for (size_t i = 0; i < x->appraisal_count; i++)
            if (state_appraisal(state, party, x->appraisals[i].score) == &x->appraisals[i])
                put_score(s, party, &x->appraisals[i]);
    }
}
