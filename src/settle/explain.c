/* Explanations: the lines of one figure, collected from a run that keeps its whys. */
#include "settle/settle.h"

#define FIGURE_COUNT (FIGURE_UNCOVERED + 1)

struct collector {
    struct arena *arena;
    struct explain_request request;
    struct why_parts by_figure[FIGURE_COUNT];
    const struct why *line; /* the one asked for */
};

static bool is_wanted(const struct explain_request *r, const struct line *l)
{
    switch (r->what) {
    case EXPLAINED_PARTY: return l->to == LINE_TO_PARTY && l->index == r->index;
    case EXPLAINED_FUND: return l->to == LINE_TO_FUND && l->index == r->index;
    case EXPLAINED_UNSHARED: return l->to == LINE_TO_UNSHARED;
    case EXPLAINED_UNCOVERED: return l->to == LINE_TO_UNCOVERED;
    }
    return false;
}

static void collect(void *context, struct fold *f, const struct line *l)
{
    struct collector *c = context;
    if (!is_wanted(&c->request, l)) return;
    if (c->request.line && l->number != c->request.line) return;
    const struct why *why = fold_why(f, l);
    CHECK(why);
    if (c->request.line) c->line = why;
    why_add(&c->by_figure[l->figure], why);
}

static const struct why *figure_sum(struct collector *c, enum figure figure, const char *name,
                                    bool negative)
{
    const struct why *sum = why_sum(c->arena, c->by_figure[figure], NULL, str_from(name));
    if (!negative) return sum;
    struct why_parts minus = {.arena = c->arena};
    why_add(&minus, why_minus(c->arena, sum));
    return why_sum(c->arena, minus, NULL, str_from(name));
}

/* received − called − borne − charges + paid_in − paid_out. */
static const struct why *party_sum(struct collector *c)
{
    struct why_parts parts = {.arena = c->arena};
    struct why_parts none = {.arena = c->arena};
    why_add(&parts, figure_sum(c, FIGURE_RECEIVED, "received", false));
    why_add(&parts, figure_sum(c, FIGURE_CALLED, "called", true));
    why_add(&parts, figure_sum(c, FIGURE_BORNE, "borne", true));
    why_add(&parts, why_sum(c->arena, none, NULL, STR("charges")));
    why_add(&parts, figure_sum(c, FIGURE_PAID_IN, "paid_in", false));
    why_add(&parts, figure_sum(c, FIGURE_PAID_OUT, "paid_out", true));
    return why_sum(c->arena, parts, NULL, STR("due − owes"));
}

static const struct why *result_of(struct collector *c)
{
    if (c->request.line) return c->line;
    switch (c->request.what) {
    case EXPLAINED_PARTY: return party_sum(c);
    case EXPLAINED_FUND: return figure_sum(c, FIGURE_RECEIVED, "fund", false);
    case EXPLAINED_UNSHARED: return figure_sum(c, FIGURE_UNSHARED, "unshared", false);
    case EXPLAINED_UNCOVERED: return figure_sum(c, FIGURE_UNCOVERED, "uncovered", false);
    }
    return NULL;
}

bool settle_explain(struct arena *arena, const struct pact *pact, struct diags *diags, date_t until,
                    struct explain_request request, const struct why **why_out)
{
    struct collector c = {.arena = arena, .request = request};
    for (size_t i = 0; i < FIGURE_COUNT; i++) c.by_figure[i].arena = arena;
    struct settlement s;
    struct fold_options options = {
        .until = until, .lines = true, .explain = true, .sink = {.context = &c, .line = collect}};
    if (!settle_run(&s, arena, pact, diags, options)) return false;
    *why_out = result_of(&c);
    return true;
}
