/* Differences between two periods in words. */
#include "report/comparison.h"

#include "report/names.h"
#include "report/table.h"
#include "report/writer.h"

struct view {
    struct arena *arena;
    const struct pact *pact;
    enum language lang;
};

const char *change_kind_name(enum change_kind kind)
{
    static const char *const names[] = {
        [CHANGE_WHOLE] = "whole", [CHANGE_PART] = "part",       [CHANGE_NEW] = "new",
        [CHANGE_GONE] = "gone",   [CHANGE_BACK] = "taken back", [CHANGE_LATE] = "late",
    };
    CHECK(kind < ARRAY_LEN(names));
    return names[kind];
}

/* ---- where it comes from ---- */

static struct str with_project(const struct view *v, struct str text, uint32_t project)
{
    if (!project) return text;
    struct str name = pact_word(v->pact, project);
    return str_format(v->arena, v->lang == LANG_ZH ? "%.*s（%.*s）" : "%.*s for %.*s",
                      STR_ARG(text), STR_ARG(name));
}

static struct str income_name(const struct view *v, const struct origin *o)
{
    if (o->subject) {
        struct str from = pact_word(v->pact, o->subject);
        return str_format(v->arena, v->lang == LANG_ZH ? "%.*s 的收入" : "income from %.*s",
                          STR_ARG(from));
    }
    struct str class = choice_text(v->arena, v->pact->doc->g, SET_CLASS, o->choice, v->lang);
    return str_format(v->arena, v->lang == LANG_ZH ? "%.*s收入" : "income of class %.*s",
                      STR_ARG(class));
}

struct str origin_name(struct arena *a, const struct pact *p, const struct origin *o,
                       enum language lang)
{
    struct view v = {.arena = a, .pact = p, .lang = lang};
    switch ((int)o->form) {
    case F_INCOME: return with_project(&v, income_name(&v, o), o->project);
    case F_SETTLE: return text_in("surplus", "盈余", lang);
    case F_LOSS: return with_project(&v, text_in("losses", "损失", lang), o->project);
    case F_CALL: return with_project(&v, text_in("calls", "催缴", lang), o->project);
    case F_REVERSE: return text_in("entries taken back", "被冲销的记录", lang);
    case FORM_COUNT:
        return o->term ? span_words(a, p->doc, o->term->span)
                       : text_in("entries that came late", "迟到的记录", lang);
    default: return entry_words(a, p->doc, o->entry);
    }
}

/* ---- causes ---- */

static struct str amount(const struct view *v, int64_t minor)
{
    return amount_grouped(v->arena, minor, v->pact->digits);
}

/* " by 6.1 tier 2", or what there is of it. */
static struct str place(const struct view *v, const struct change *x)
{
    struct str clause = clause_name(v->arena, x->origin.term);
    if (!clause.len) return clause;
    if (!x->tier || !x->tier->path.len)
        return str_format(v->arena, v->lang == LANG_ZH ? "，按 %.*s" : ", by %.*s",
                          STR_ARG(clause));
    return str_format(v->arena, v->lang == LANG_ZH ? "，按 %.*s 第 %.*s 档" : ", by %.*s tier %.*s",
                      STR_ARG(clause), STR_ARG(x->tier->path));
}

static struct str cause_text(const struct view *v, const struct change *x)
{
    struct str from = origin_name(v->arena, v->pact, &x->origin, v->lang), by = place(v, x);
    struct str whole[2] = {amount(v, x->whole[0]), amount(v, x->whole[1])};
    struct str got[2] = {amount(v, x->got[0]), amount(v, x->got[1])};
    bool zh = v->lang == LANG_ZH;
    switch (x->kind) {
    case CHANGE_WHOLE:
        return str_format(
            v->arena, zh ? "%.*s：共 %.*s，此前 %.*s%.*s" : "%.*s: %.*s in all, %.*s before%.*s",
            STR_ARG(from), STR_ARG(whole[1]), STR_ARG(whole[0]), STR_ARG(by));
    case CHANGE_PART:
        return str_format(v->arena,
                          zh ? "%.*s：%.*s 中得 %.*s，此前 %.*s 中得 %.*s%.*s"
                             : "%.*s: of %.*s it was given %.*s; before, of %.*s, %.*s%.*s",
                          STR_ARG(from), STR_ARG(whole[1]), STR_ARG(got[1]), STR_ARG(whole[0]),
                          STR_ARG(got[0]), STR_ARG(by));
    case CHANGE_NEW:
        return str_format(v->arena, zh ? "%.*s：新增，共 %.*s%.*s" : "%.*s: new, %.*s in all%.*s",
                          STR_ARG(from), STR_ARG(whole[1]), STR_ARG(by));
    case CHANGE_GONE:
        return str_format(v->arena,
                          zh ? "%.*s：不再有，此前共 %.*s%.*s" : "%.*s: none, %.*s before%.*s",
                          STR_ARG(from), STR_ARG(whole[0]), STR_ARG(by));
    case CHANGE_BACK:
    case CHANGE_LATE: break;
    }
    return from;
}

/* ---- figures ---- */

static struct str figure_words(enum figure figure, enum language lang)
{
    switch (figure) {
    case FIGURE_CALLED: return text_in("called", "应缴", lang);
    case FIGURE_RECEIVED: return text_in("received", "应得", lang);
    case FIGURE_BORNE: return text_in("borne", "分担损失", lang);
    case FIGURE_CHARGES: return text_in("charges", "会费及利息", lang);
    case FIGURE_PAID_IN:
    case FIGURE_PAID_OUT:
    case FIGURE_SET_OFF:
    case FIGURE_UNSHARED:
    case FIGURE_UNCOVERED: break;
    }
    UNREACHABLE("a figure that is compared");
}

static struct str figure_head(const struct view *v, enum figure figure, const int64_t totals[2])
{
    int64_t difference = totals[1] - totals[0];
    struct str name = figure_words(figure, v->lang), now = amount(v, totals[1]);
    struct str before = amount(v, totals[0]);
    struct str by = amount(v, difference < 0 ? -difference : difference);
    bool zh = v->lang == LANG_ZH, less = difference < 0;
    return str_format(
        v->arena, zh ? "%.*s %.*s，比此前的 %.*s %s %.*s\n" : "%.*s: %.*s; before %.*s; %s: %.*s\n",
        STR_ARG(name), STR_ARG(now), STR_ARG(before),
        zh ? (less ? "少" : "多") : (less ? "less" : "more"), STR_ARG(by));
}

static struct str figure_table(const struct view *v, const struct comparison *c, enum figure figure)
{
    struct table t;
    table_init(&t, v->arena, 2);
    t.right[0] = true;
    table_left(&t, 1);
    for (size_t i = 0; i < c->count; i++) {
        const struct change *x = &c->changes[i];
        if (x->origin.figure != figure) continue;
        struct str effect = amount(v, x->effect_minor);
        table_cell(&t,
                   str_format(v->arena, "%s%.*s", x->effect_minor > 0 ? "+" : "", STR_ARG(effect)));
        table_cell(&t, cause_text(v, x));
    }
    return table_text(&t);
}

static bool any_change(const struct comparison *c, enum figure figure)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->changes[i].origin.figure == figure) return true;
    return false;
}

static struct str head(const struct view *v, const struct compare_request *r)
{
    char days[4][DATE_TEXT_BYTES];
    struct str who = pact_word(v->pact, v->pact->parties[r->party].word);
    date_format(days[0], r->later.from);
    date_format(days[1], r->later.until);
    date_format(days[2], r->earlier.from);
    date_format(days[3], r->earlier.until);
    return str_format(v->arena,
                      v->lang == LANG_ZH ? "%.*s：%s 至 %s，与此前 %s 至 %s 相比\n"
                                         : "%.*s, %s to %s, against %s to %s before\n",
                      STR_ARG(who), days[0], days[1], days[2], days[3]);
}

struct str report_comparison(struct arena *a, const struct pact *p, const struct comparison *c,
                             enum language lang)
{
    static const enum figure order[] = {FIGURE_RECEIVED, FIGURE_BORNE, FIGURE_CALLED,
                                        FIGURE_CHARGES};
    struct view v = {.arena = a, .pact = p, .lang = lang};
    struct writer w = {.arena = a};
    writer_put(&w, head(&v, &c->request));
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        if (!any_change(c, order[i])) continue;
        int64_t totals[2] = {c->totals[0][order[i]], c->totals[1][order[i]]};
        writer_put(&w, STR("\n"));
        writer_put(&w, figure_head(&v, order[i], totals));
        writer_put(&w, figure_table(&v, c, order[i]));
    }
    if (c->count == 0) writer_put(&w, text_in("\nNo difference.\n", "\n没有差异。\n", lang));
    return writer_text(&w);
}
