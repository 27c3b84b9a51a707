/* What leaving would come to: the notice, the price, the figures beside each other, what goes on.
 */
#include "report/exit.h"

#include "base/utf8.h"
#include "report/table.h"
#include "report/writer.h"

void exit_rows(struct exit_row out[EXIT_ROWS], const struct exit_view *v)
{
    const struct standing *a = &v->stays, *b = &v->leaves;
    const struct figures *x = &a->figures, *y = &b->figures;
    const struct exit_row rows[EXIT_ROWS] = {
        {"capital", {"capital", "出资额"}, a->capital_minor, b->capital_minor},
        {"called", {"called", "应缴"}, x->called, y->called},
        {"received", {"received", "应得"}, x->received, y->received},
        {"charges", {"charges", "费用"}, x->charges, y->charges},
        {"paid_in", {"paid in", "已缴"}, x->paid_in, y->paid_in},
        {"set_off", {"set off", "抵销"}, x->set_off, y->set_off},
        {"due", {"due to it", "联盟尚应支付"}, figures_due(x), figures_due(y)},
        {"owes", {"owes", "尚欠"}, figures_owes(x), figures_owes(y)},
        {"loan", {"loan to the alliance", "借给联盟"}, a->loan_minor, b->loan_minor},
        {"uncalled", {"tranches to fall due", "未到期认缴"}, a->uncalled_minor, b->uncalled_minor},
    };
    for (size_t i = 0; i < EXIT_ROWS; i++) out[i] = rows[i];
}

/* ---- what goes on ---- */

static const char *const goes_on[][3] = {
    [GOES_LIABLE] = {"liable", "answers to third parties for", "对外承担责任"},
    [GOES_LEADS] = {"leads", "leads the project", "牵头项目"},
    [GOES_HOSTS] = {"hosts", "hosts the body", "依托机构"},
    [GOES_COVENANT] = {"covenant", "stays bound to", "仍受约束"},
    [GOES_MAKER] = {"maker", "stays maker or owner of", "仍为完成方或权利人"},
    [GOES_LICENCE] = {"licence", "the licence goes on", "许可继续有效"},
};

const char *goes_on_name(enum goes_on what)
{
    return goes_on[what][0];
}

static void add_duty(struct exit_duties *d, enum goes_on what, struct str name,
                     const struct term *term)
{
    *ARENA_PUSH(d->arena, d->list, d->count, d->capacity) = (struct exit_duty){what, name, term};
}

static void hear_office(void *context, enum office office, struct str name)
{
    static const enum goes_on as[] = {
        [OFFICE_LIABLE] = GOES_LIABLE, [OFFICE_LEADS] = GOES_LEADS, [OFFICE_HOSTS] = GOES_HOSTS};
    add_duty(context, as[office], name, NULL);
}

static bool is_maker(const struct result *r, uint32_t party)
{
    for (uint32_t i = 0; i < r->maker_count; i++)
        if (r->makers[i].party == party) return true;
    return false;
}

static void add_results(struct exit_duties *d, const struct exit_view *v)
{
    const struct pact *p = v->settlement.fold.pact;
    const struct document *doc = v->settlement.fold.doc;
    for (size_t i = 0; i < p->result_count; i++)
        if (document_entry(doc, p->results[i].entry)->date <= v->at &&
            is_maker(&p->results[i], v->party))
            add_duty(d, GOES_MAKER, pact_word(p, p->results[i].word), NULL);
    for (size_t i = 0; i < p->licence_count; i++) {
        const struct licence *l = &p->licences[i];
        bool own = false;
        for (uint32_t k = 0; k < l->part_count; k++)
            own = own || is_maker(&p->results[l->parts[k].result], v->party);
        if (own && document_entry(doc, l->entry)->date <= v->at)
            add_duty(d, GOES_LICENCE, pact_word(p, l->word), NULL);
    }
}

void exit_find_duties(struct exit_duties *out, struct arena *a, const struct exit_view *v)
{
    const struct fold *f = &v->settlement.fold;
    *out = (struct exit_duties){.arena = a};
    fold_each_office(f, v->party, out, hear_office);
    for (size_t i = 0; i < f->pact->text_count; i++) {
        const struct article_text *text = &f->pact->texts[i];
        bool holds = text_holds(text, v->at);
        for (const struct term *c = holds ? text->term->first : NULL; c; c = c->next)
            if (c->form == F_COVENANT)
                add_duty(out, GOES_COVENANT, pact_word(f->pact, term_word(c, ROLE_name)), c);
    }
    add_results(out, v);
}

/* ---- text ---- */

static struct str notice_text(struct arena *a, const struct exit_view *v, enum language lang)
{
    bool given = v->noticed_on != DATE_NONE;
    struct str on = date_words(a, given ? v->noticed_on : v->at),
               from = date_words(a, v->may_leave);
    if (lang == LANG_ZH)
        return str_format(a, "%s %.*s 通知，最早可于 %.*s 退出\n", given ? "已于" : "若于",
                          STR_ARG(on), STR_ARG(from));
    return str_format(a, "%s on %.*s: it may leave on %.*s at the earliest\n",
                      given ? "Notice was given" : "If notice is given", STR_ARG(on),
                      STR_ARG(from));
}

static struct str price_text(struct arena *a, const struct exit_view *v, enum language lang)
{
    const struct price *p = &v->price;
    const struct pact *pact = v->settlement.fold.pact;
    if (!p->term)
        return text_in("Nothing is paid for leaving: the agreement names no price.\n",
                       "退出不获支付：协议未约定价款。\n", lang);
    struct str clause = clause_name(a, p->term);
    struct str measure = choice_text(a, pact->doc->g, SET_MEASURE_NAME, p->measure, lang);
    struct str whole = amount_grouped(a, p->whole_minor, pact->digits);
    struct str amount = amount_grouped(a, p->amount_minor, pact->digits);
    struct str part = str_format(a, "%lld/%lld", (long long)p->part.num, (long long)p->part.den);
    if (lang == LANG_ZH)
        return str_format(a, "退出价款（第 %.*s 款）：%.*s %.*s × %.*s = %.*s\n", STR_ARG(clause),
                          STR_ARG(measure), STR_ARG(whole), STR_ARG(part), STR_ARG(amount));
    return str_format(a, "It is paid %.*s = %.*s × %.*s of %.*s (clause %.*s)\n", STR_ARG(amount),
                      STR_ARG(whole), STR_ARG(part), STR_ARG(measure), STR_ARG(clause));
}

/* What goes back of grants; nothing where the agreement does not ask for it. */
static struct str grants_text(struct arena *a, const struct exit_view *v, enum language lang)
{
    unsigned digits = v->settlement.fold.pact->digits;
    if (!v->returns) return STR("");
    struct str clause = clause_name(a, v->returns);
    struct str received = amount_grouped(a, v->granted_minor, digits);
    struct str back = amount_grouped(a, v->recovered_minor, digits);
    return str_format(a,
                      lang == LANG_ZH ? "所得财政资助 %.*s 中应退回 %.*s（第 %.*s 款）\n"
                                      : "Of %.*s of grants it returns %.*s (clause %.*s)\n",
                      STR_ARG(received), STR_ARG(back), STR_ARG(clause));
}

static void put_amount(struct table *t, const struct exit_view *v, int64_t minor)
{
    unsigned digits = v->settlement.fold.pact->digits;
    table_cell(t, minor ? amount_grouped(t->arena, minor, digits) : STR("–"));
}

static struct str figures_text(struct arena *a, const struct exit_view *v, enum language lang)
{
    struct exit_row rows[EXIT_ROWS];
    struct table t;
    exit_rows(rows, v);
    table_init(&t, a, 3);
    table_cell(&t, text_in("as if settled on the day", "视同当日结算", lang));
    table_cell(&t, text_in("if it stays", "留任", lang));
    table_cell(&t, text_in("if it leaves", "退出", lang));
    table_rule(&t);
    for (size_t i = 0; i < EXIT_ROWS; i++) {
        table_cell(&t, str_from(rows[i].name[lang]));
        put_amount(&t, v, rows[i].stays_minor);
        put_amount(&t, v, rows[i].leaves_minor);
    }
    return table_text(&t);
}

enum { PARAGRAPH_COLUMNS = 96 };

/* Those of one kind in one paragraph, from the first on; returns the first of the next. */
static size_t put_kind(struct writer *w, const struct exit_duties *d, size_t first,
                       enum language lang)
{
    enum goes_on what = d->list[first].what;
    struct str lead = str_format(w->arena, "  %s", goes_on[what][lang == LANG_ZH ? 2 : 1]);
    size_t at = first, column = utf8_width(lead);
    writer_put(w, lead);
    for (; at < d->count && d->list[at].what == what; at++) {
        const struct exit_duty *duty = &d->list[at];
        struct str clause = duty->term ? clause_name(w->arena, duty->term) : STR("");
        struct str one = str_format(w->arena, clause.len ? "%.*s (%.*s)" : "%.*s%.*s",
                                    STR_ARG(duty->name), STR_ARG(clause));
        if (at > first) writer_put(w, text_in(",", "、", lang));
        bool fits = column + utf8_width(one) + 2 <= PARAGRAPH_COLUMNS;
        struct str space = at > first && lang == LANG_ZH ? STR("") : STR(" ");
        writer_put(w, fits ? space : STR("\n    "));
        writer_put(w, one);
        column = (fits ? column + 2 : 5) + utf8_width(one);
    }
    writer_put(w, STR("\n"));
    return at;
}

static void put_duties(struct writer *w, const struct exit_view *v, enum language lang)
{
    struct exit_duties d;
    exit_find_duties(&d, w->arena, v);
    if (d.count) writer_put(w, text_in("\nWhat goes on:\n", "\n继续存在的事项：\n", lang));
    for (size_t i = 0; i < d.count;) i = put_kind(w, &d, i, lang);
}

struct str report_exit(struct arena *a, const struct exit_view *v, enum language lang)
{
    const struct pact *p = v->settlement.fold.pact;
    struct writer w = {.arena = a};
    struct str name = pact_word(p, p->parties[v->party].word), at = date_words(a, v->at);
    struct str currency = currency_name(p);
    writer_put(&w, str_format(a,
                              lang == LANG_ZH ? "%.*s 若于 %.*s 退出（%.*s）\n\n"
                                              : "%.*s, if it left on %.*s, in %.*s\n\n",
                              STR_ARG(name), STR_ARG(at), STR_ARG(currency)));
    writer_put(&w, notice_text(a, v, lang));
    writer_put(&w, price_text(a, v, lang));
    writer_put(&w, grants_text(a, v, lang));
    writer_put(&w, STR("\n"));
    writer_put(&w, figures_text(a, v, lang));
    put_duties(&w, v, lang);
    return writer_text(&w);
}
