/* Worked examples: each a settlement of its own. */
#include "review/examples.h"

#include "num/money.h"
#include "settle/settle.h"

/* So many of the lines that make a figure are told. */
#define PARTS_SHOWN 4

struct trial {
    struct arena *arena;
    struct diags *diags; /* of the run that checks */
    const struct term *example;
    const struct pact *pact; /* the terms, with the journal of the example */
    struct settlement settlement;
    struct line *lines;
    size_t line_count, line_capacity;
};

/* What an expectation is about. */
struct subject {
    enum line_to to;
    uint32_t index;
    enum figure figure; /* of a party */
};

static struct str money_text(const struct trial *t, int64_t minor)
{
    char text[MONEY_TEXT_BYTES];
    struct money_format_options options = {.group_thousands = true};
    size_t len = money_format(text, minor, t->pact->digits, options);
    return str_format(t->arena, "%.*s", (int)len, text);
}

/* ---- what was got ---- */

static int64_t figure_of(const struct figures *x, enum figure figure)
{
    switch ((int)figure) {
    case FIGURE_CALLED: return x->called;
    case FIGURE_RECEIVED: return x->received;
    default: CHECK(figure == FIGURE_BORNE); return x->borne;
    }
}

static int64_t got(const struct trial *t, struct subject s)
{
    const struct state *state = t->settlement.fold.state;
    switch (s.to) {
    case LINE_TO_PARTY: return figure_of(&state->parties[s.index].figures, s.figure);
    case LINE_TO_FUND: return state->funds[s.index].balance_minor;
    case LINE_TO_UNSHARED: return state->unshared_minor;
    case LINE_TO_UNCOVERED: return state->uncovered_minor;
    }
    UNREACHABLE("a subject");
}

/* "lighthouse received", "fund generic" */
static struct str subject_text(const struct trial *t, struct subject s)
{
    static const char *const figures[][2] = {[FIGURE_CALLED] = {"is called for", "被催缴"},
                                             [FIGURE_RECEIVED] = {"receives", "取得"},
                                             [FIGURE_BORNE] = {"bears", "承担"}};
    const struct pact *p = t->pact;
    struct str name;
    switch (s.to) {
    case LINE_TO_PARTY:
        name = pact_word(p, p->parties[s.index].word);
        return str_format(t->arena, t->diags->lang == LANG_ZH ? "“%.*s”%s" : "`%.*s` %s",
                          STR_ARG(name), figures[s.figure][t->diags->lang]);
    case LINE_TO_FUND:
        name = pact_word(p, p->funds[s.index].word);
        return str_format(t->arena,
                          t->diags->lang == LANG_ZH ? "基金“%.*s”余额" : "fund `%.*s` holds",
                          STR_ARG(name));
    case LINE_TO_UNSHARED: return diags_word(t->diags, "unshared is", "未分配");
    case LINE_TO_UNCOVERED: return diags_word(t->diags, "uncovered is", "未覆盖");
    }
    UNREACHABLE("a subject");
}

/* ---- why ---- */

static void keep_line(void *context, struct fold *f, const struct line *l)
{
    struct trial *t = context;
    (void)f;
    if (!l->replayed) *ARENA_PUSH(t->arena, t->lines, t->line_count, t->line_capacity) = *l;
}

static bool is_part(const struct line *l, struct subject s)
{
    if (l->to != s.to || l->index != s.index) return false;
    return s.to != LINE_TO_PARTY || l->figure == s.figure;
}

/* "50.00 (6.1 tier 2, 2014-02-01)" */
static struct str part_text(const struct trial *t, const struct line *l)
{
    bool zh = t->diags->lang == LANG_ZH;
    char date[DATE_TEXT_BYTES];
    date_format(date, l->date);
    struct str amount = money_text(t, l->amount_minor), clause = STR(""), tier = STR("");
    if (l->term && l->term->article)
        clause =
            str_format(t->arena, zh ? "第 %u.%u 款" : "%u.%u", l->term->article, l->term->clause);
    if (l->tier && l->tier->path.len)
        tier = str_format(t->arena, zh ? "第 %.*s 档" : " tier %.*s", STR_ARG(l->tier->path));
    const char *comma = !clause.len ? "" : zh ? "，" : ", ";
    return str_format(t->arena, zh ? "%.*s（%.*s%.*s%s%s）" : "%.*s (%.*s%.*s%s%s)",
                      STR_ARG(amount), STR_ARG(clause), STR_ARG(tier), comma, date);
}

/* The lines that a figure is made of, the first few of them. */
static struct str parts_text(const struct trial *t, struct subject s)
{
    struct str text = STR("");
    size_t count = 0;
    for (size_t i = 0; i < t->line_count; i++) {
        if (!is_part(&t->lines[i], s) || t->lines[i].amount_minor == 0) continue;
        if (count++ == PARTS_SHOWN) return str_format(t->arena, "%.*s; …", STR_ARG(text));
        struct str part = part_text(t, &t->lines[i]);
        text =
            str_format(t->arena, "%.*s%s%.*s", STR_ARG(text), text.len ? "; " : "", STR_ARG(part));
    }
    return count ? text : diags_word(t->diags, "no line makes it", "没有任何一笔");
}

/* ---- expectations ---- */

/* Tells that an example cannot be run, and why. */
static void refuse(const struct trial *t, struct span span, struct str why)
{
    struct str title = bind_text(t->arena, t->pact->doc->sources, term_bind(t->example, ROLE_text));
    DIAG_REPORT(t->diags, F131, span, title, why);
}

static bool found(const struct trial *t, uint32_t index, const struct term *line, enum role role)
{
    if (index != INDEX_NONE) return true;
    bool zh = t->diags->lang == LANG_ZH;
    struct str name = pact_word(t->pact, term_word(line, role));
    refuse(t, line->span,
           str_format(t->arena, zh ? "没有“%.*s”" : "there is no `%.*s`", STR_ARG(name)));
    return false;
}

/* What an expectation names; a party without a figure: what it receives. False, reported, where
 * the terms and the example have no such thing. */
static bool find_subject(const struct trial *t, const struct term *line, struct subject *out)
{
    static const enum figure figures[] = {FIGURE_RECEIVED, FIGURE_CALLED, FIGURE_BORNE};
    const struct pact *p = t->pact;
    const struct bind *figure = term_bind(line, ROLE_figure);
    *out = (struct subject){.to = LINE_TO_PARTY, .figure = figures[figure ? figure->rank : 0]};
    switch ((int)line->form) {
    case F_EXPECT_PARTY:
        out->index = pact_find(p, THING_PARTY, term_word(line, ROLE_party));
        return found(t, out->index, line, ROLE_party);
    case F_EXPECT_FUND:
        out->to = LINE_TO_FUND;
        out->index = pact_find_in(p, NAMES_FUND, term_word(line, ROLE_fund));
        return found(t, out->index, line, ROLE_fund);
    default:
        CHECK(line->form == F_EXPECT_REST);
        out->to = term_bind(line, ROLE_rest_figure)->rank ? LINE_TO_UNCOVERED : LINE_TO_UNSHARED;
        return true;
    }
}

/* Whether the example gives what a line of it expects. */
static bool judge_line(const struct trial *t, const struct term *line)
{
    struct subject s;
    if (!find_subject(t, line, &s)) return false;
    int64_t is = got(t, s), wanted = term_bind(line, ROLE_amount)->a, difference;
    if (is == wanted) return true;
    struct str by = STR("");
    if (money_sub(&difference, is, wanted) == OK)
        by = str_format(t->arena, "%s%.*s", difference > 0 ? "+" : "",
                        STR_ARG(money_text(t, difference)));
    DIAG_REPORT(t->diags, F130, line->span, subject_text(t, s), money_text(t, wanted),
                money_text(t, is), by, parts_text(t, s));
    return false;
}

static bool judge(const struct trial *t)
{
    uint32_t count = 0, failed = 0;
    for (const struct term *c = t->example->first; c; c = c->next) {
        if (c->form != F_EXPECT) continue;
        for (const struct term *line = c->first; line; line = line->next, count++)
            failed += !judge_line(t, line);
    }
    if (count == 0) DIAG_PLAIN(t->diags, W102, t->example->span);
    return failed == 0;
}

/* ---- running ---- */

static bool is_inside(struct span inner, const struct term *t)
{
    if (inner.at >= t->span.at && inner.at < t->span.at + t->span.len) return true;
    for (const struct term *c = t->first; c; c = c->next)
        if (is_inside(inner, c)) return true;
    return false;
}

enum outcome { HELD, FAILED };

/* Says what stopped an example: at its place there, or at the example where that is in the terms.
 */
static enum outcome tell_stop(const struct trial *t, const struct diags *own)
{
    const struct diag *d = own->list;
    while (diag_row(d->code)->severity != SEVERITY_ERROR) d++;
    struct span span = is_inside(d->span, t->example) ? d->span : t->example->span;
    struct str message = diag_message(t->arena, d, t->diags->lang);
    refuse(t, span, str_format(t->arena, "%s %.*s", diag_row(d->code)->code, STR_ARG(message)));
    return FAILED;
}

static enum outcome run(struct trial *t, const struct document *doc)
{
    struct document document;
    struct diags own;
    document_of_example(&document, doc, t->example);
    diags_init(&own, t->arena);
    own.lang = t->diags->lang;
    struct pact *pact = pact_resolve(t->arena, &document, &own);
    pact->provisions->rule_count = 0;      /* nobody need decide … */
    pact->provisions->invariant_count = 0; /* … and no invariant stands, in an example */
    t->pact = pact;
    struct fold_options options = {
        .until = DATE_NONE, .lines = true, .sink = {.context = t, .line = keep_line}};
    bool ran = !diags_has_errors(&own) && settle_run(&t->settlement, t->arena, pact, &own, options);
    if (!ran) return tell_stop(t, &own);
    return judge(t) ? HELD : FAILED;
}

/* ---- the text that it is an example of ---- */

static void append(struct document *d, struct arena *arena, const struct term *t)
{
    struct term *copy = ARENA_NEW(arena, struct term);
    *copy = *t;
    copy->next = NULL;
    if (copy->form == F_AMEND_ARTICLE) copy->form = F_ARTICLE;
    if (d->last)
        d->last->next = copy;
    else
        d->first = copy;
    d->last = copy;
}

/* The terms with the articles as they read from an amendment on, as if founded so. */
static struct document terms_of(struct arena *arena, const struct pact *pact,
                                const struct provisions *now)
{
    struct document d = *pact->doc;
    if (now->entry == INDEX_NONE) return d;
    d.first = d.last = NULL;
    for (const struct term *t = pact->doc->first; t; t = t->next)
        if (t->form != F_ARTICLE) append(&d, arena, t);
    for (size_t i = 0; i < now->text_count; i++) append(&d, arena, now->texts[i]->term);
    return d;
}

static void run_article(struct example_counts *counts, struct trial trial,
                        const struct document *terms, const struct term *article)
{
    for (const struct term *t = article->first; t; t = t->next) {
        if (t->form != F_EXAMPLE) continue;
        trial.example = t;
        switch (run(&trial, terms)) {
        case HELD: counts->held++; break;
        case FAILED: counts->failed++; break;
        }
    }
}

struct example_counts review_examples(struct arena *arena, const struct pact *pact,
                                      struct diags *diags)
{
    struct example_counts counts = {0};
    const struct trial trial = {.arena = arena, .diags = diags};
    for (size_t k = 0; k < pact->provisions_count; k++) {
        const struct provisions *now = &pact->provisions[k];
        const struct document terms = terms_of(arena, pact, now);
        for (size_t i = 0; i < now->text_count; i++) /* those before were run with their text */
            if (now->texts[i]->entry == now->entry)
                run_article(&counts, trial, &terms, now->texts[i]->term);
    }
    return counts;
}
