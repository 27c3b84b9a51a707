/* Explanations: the lines of one figure, collected from a run that keeps its whys. */
#include "settle/settle.h"

#define FIGURE_COUNT (FIGURE_UNCOVERED + 1)

/* The lines of a figure, in the order in which the fold told them. */
struct heard {
    struct why_parts whys;
    uint32_t *told; /* how many lines of the fold each of them completed */
    size_t told_count, told_capacity;
};

struct collector {
    struct arena *arena;
    struct explain_request request;
    struct heard by_figure[FIGURE_COUNT];
    struct heard anew[FIGURE_COUNT]; /* of a fold anew that is under way */
    const struct why *line;          /* the one asked for */
    const struct why *shortfall;     /* the last one */
    bool all;                        /* collect every line, also where one is asked for */
    bool adjusted;                   /* that one needs the others */
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

static const struct why *figure_sum(struct collector *c, enum figure figure, const char *name,
                                    bool negative)
{
    const struct why *sum = why_sum(c->arena, c->by_figure[figure].whys, NULL, str_from(name));
    if (!negative) return sum;
    struct why_parts minus = {.arena = c->arena};
    why_add(&minus, why_minus(c->arena, sum));
    return why_sum(c->arena, minus, NULL, str_from(name));
}

/* paid_out + set_off − received, as they were: what a charge of that name rests on. */
static const struct why *shortfall_of(struct collector *c, enum figure figure)
{
    if (figure == FIGURE_CHARGES) return c->shortfall;
    struct why_parts parts = {.arena = c->arena};
    why_add(&parts, figure_sum(c, FIGURE_PAID_OUT, "paid_out", false));
    why_add(&parts, figure_sum(c, FIGURE_SET_OFF, "set_off", false));
    why_add(&parts, figure_sum(c, FIGURE_RECEIVED, "received", true));
    c->shortfall = why_sum(c->arena, parts, NULL, STR("shortfall"));
    return c->shortfall;
}

/* What a figure is now less what it was. */
static const struct why *late_of(struct collector *c, enum figure figure)
{
    struct why_parts parts = {.arena = c->arena};
    why_add(&parts, why_sum(c->arena, c->anew[figure].whys, NULL, STR("now")));
    why_add(&parts,
            why_minus(c->arena, why_sum(c->arena, c->by_figure[figure].whys, NULL, STR("before"))));
    return why_sum(c->arena, parts, NULL, STR("known late"));
}

static const struct why *why_of(struct collector *c, struct fold *f, const struct line *l)
{
    if (l->kind != LINE_ADJUSTMENT) return fold_why(f, l);
    return l->late ? late_of(c, l->figure) : shortfall_of(c, l->figure);
}

static void hear(struct collector *c, struct heard *h, const struct why *why, uint32_t told)
{
    why_add(&h->whys, why);
    *ARENA_PUSH(c->arena, h->told, h->told_count, h->told_capacity) = told;
}

static void collect(void *context, struct fold *f, const struct line *l)
{
    struct collector *c = context;
    if (!is_wanted(&c->request, l)) return;
    bool asked = c->request.line && c->request.line == l->number;
    if (c->request.line && !asked && !c->all) return;
    const struct why *why = why_of(c, f, l);
    if (asked) c->line = why;
    if (!why || l->late) return;
    hear(c, l->replayed ? &c->anew[l->figure] : &c->by_figure[l->figure], why, f->told);
}

/* What was told before the fold went back is so anew. */
static void begin_anew(void *context, uint32_t told)
{
    struct collector *c = context;
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        const struct heard *h = &c->by_figure[i];
        c->anew[i] = (struct heard){.whys.arena = c->arena};
        for (size_t k = 0; k < h->told_count && h->told[k] <= told; k++)
            hear(c, &c->anew[i], h->whys.list[k], h->told[k]);
    }
}

/* A fold anew is complete: its lines are the figures now. */
static void replace(void *context)
{
    struct collector *c = context;
    for (size_t i = 0; i < FIGURE_COUNT; i++) c->by_figure[i] = c->anew[i];
}

struct addend {
    enum figure figure;
    const char *name;
    bool negative;
};

static const struct addend parts_of_due[] = {{FIGURE_RECEIVED, "received", false},
                                             {FIGURE_PAID_OUT, "paid_out", true},
                                             {FIGURE_SET_OFF, "set_off", true}};
static const struct addend parts_of_owes[] = {{FIGURE_CALLED, "called", false},
                                              {FIGURE_BORNE, "borne", false},
                                              {FIGURE_CHARGES, "charges", false},
                                              {FIGURE_PAID_IN, "paid_in", true},
                                              {FIGURE_SET_OFF, "set_off", true}};
static const struct addend parts_of_all[] = {
    {FIGURE_RECEIVED, "received", false}, {FIGURE_CALLED, "called", true},
    {FIGURE_BORNE, "borne", true},        {FIGURE_CHARGES, "charges", true},
    {FIGURE_PAID_IN, "paid_in", false},   {FIGURE_PAID_OUT, "paid_out", true}};

static const struct why *sum_of(struct collector *c, const struct addend *list, size_t count,
                                struct str name)
{
    struct why_parts parts = {.arena = c->arena};
    for (size_t i = 0; i < count; i++)
        why_add(&parts, figure_sum(c, list[i].figure, list[i].name, list[i].negative));
    return why_sum(c->arena, parts, NULL, name);
}

static const char *name_of(enum figure figure)
{
    for (size_t i = 0; i < ARRAY_LEN(parts_of_all); i++)
        if (parts_of_all[i].figure == figure) return parts_of_all[i].name;
    CHECK(figure == FIGURE_SET_OFF);
    return "set_off";
}

static const struct why *party_sum(struct collector *c)
{
    switch (c->request.figure) {
    case ASKED_ALL: return sum_of(c, parts_of_all, ARRAY_LEN(parts_of_all), STR("due − owes"));
    case ASKED_DUE: return sum_of(c, parts_of_due, ARRAY_LEN(parts_of_due), STR("due"));
    case ASKED_OWES: return sum_of(c, parts_of_owes, ARRAY_LEN(parts_of_owes), STR("owes"));
    case ASKED_CALLED:
    case ASKED_SET_OFF: break;
    }
    enum figure figure = (enum figure)c->request.figure;
    return figure_sum(c, figure, name_of(figure), false);
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

static bool run(struct collector *c, const struct pact *pact, struct diags *diags,
                struct fold_options options)
{
    struct settlement s;
    for (size_t i = 0; i < FIGURE_COUNT; i++)
        c->by_figure[i] = (struct heard){.whys.arena = c->arena};
    options.lines = options.explain = true;
    options.sink = (struct line_sink){
        .context = c, .line = collect, .goes_back = begin_anew, .replaced = replace};
    return settle_run(&s, c->arena, pact, diags, options);
}

/* ---- one line ---- */

struct finder {
    struct explain_request request;
    bool found, adjusted;
    uint32_t entry;
};

static void find(void *context, struct fold *f, const struct line *l)
{
    struct finder *x = context;
    (void)f;
    if (l->number != x->request.line || !is_wanted(&x->request, l)) return;
    x->found = true;
    x->adjusted = l->kind == LINE_ADJUSTMENT;
    x->entry = l->entry;
}

/* Finds the line first, so that whys are made for its entry alone. An adjustment is what other
 * lines make it, so that all of them are explained. */
static bool explain_line(struct collector *c, const struct pact *pact, struct diags *diags,
                         date_t until)
{
    struct settlement s;
    struct finder x = {.request = c->request};
    struct fold_options options = {
        .until = until, .lines = true, .sink = {.context = &x, .line = find}};
    if (!settle_run(&s, c->arena, pact, diags, options)) return false;
    if (!x.found) return true;
    c->all = x.adjusted;
    options.explain_one = !x.adjusted;
    options.explain_entry = x.entry;
    return run(c, pact, diags, options);
}

bool settle_explain(struct arena *arena, const struct pact *pact, struct diags *diags, date_t until,
                    struct explain_request request, const struct why **why_out)
{
    struct collector c = {.arena = arena, .request = request};
    struct fold_options options = {.until = until};
    bool ok = request.line ? explain_line(&c, pact, diags, until) : run(&c, pact, diags, options);
    if (ok) *why_out = result_of(&c);
    return ok;
}
