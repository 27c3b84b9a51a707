/* The words of a statement of account. */
#include "report/export.h"
#include "report/names.h"
#include "report/statement.h"

struct view {
    struct arena *arena;
    const struct member_statement *s;
    struct paper *paper;
    enum language lang;
};

static struct str say(const struct view *v, const char *en, const char *zh)
{
    return text_in(en, zh, v->lang);
}

static const struct party *member(const struct view *v)
{
    return &v->s->pact->parties[v->s->request.party];
}

/* ---- head ---- */

static struct str member_name(const struct view *v)
{
    struct str name = pact_word(v->s->pact, member(v)->word), title = member(v)->title;
    if (!title.len) return name;
    return str_format(v->arena, v->lang == LANG_ZH ? "%.*s（%.*s）" : "%.*s (%.*s)", STR_ARG(name),
                      STR_ARG(title));
}

static struct str period(const struct view *v)
{
    struct str currency = currency_name(v->s->pact);
    date_t since = v->s->request.from;
    if (since == DATE_NONE) since = v->s->pact->founded;
    struct str from = date_words(v->arena, since),
               until = date_words(v->arena, v->s->request.until);
    return str_format(v->arena,
                      v->lang == LANG_ZH ? "%.*s 至 %.*s，币种 %.*s" : "%.*s to %.*s, in %.*s",
                      STR_ARG(from), STR_ARG(until), STR_ARG(currency));
}

static void put_head(const struct view *v)
{
    struct str name = member_name(v);
    struct str title =
        str_format(v->arena, v->lang == LANG_ZH ? "对账单：%.*s" : "Statement of account: %.*s",
                   STR_ARG(name));
    paper_put(v->paper, PAPER_TITLE, title);
    paper_put(v->paper, PAPER_TEXT, alliance_title(v->arena, v->s->pact, v->lang));
    paper_put(v->paper, PAPER_TEXT, period(v));
}

/* ---- movements ---- */

static const struct paper_column columns[] = {
    {{"date", "日期"}, false, false},
    {{"line", "行"}, true, false},
    {{"clause", "条款"}, false, false},
    {{"what", "事项"}, false, true},
    {{"due to the member", "应付给成员"}, true, false},
    {{"owed by the member", "成员应缴"}, true, false},
};

static void put_balance(const struct view *v, date_t date, struct str what, const struct figures *x)
{
    struct statement_balance b = statement_balance(x);
    paper_total(v->paper);
    paper_cell(v->paper, date_words(v->arena, date));
    paper_cell(v->paper, STR(""));
    paper_cell(v->paper, STR(""));
    paper_cell(v->paper, what);
    paper_amount(v->paper, b.due);
    paper_amount(v->paper, b.owes);
}

/* "share: income 2,000,000 from waterborne1" */
static struct str what_text(const struct view *v, const struct statement_line *l)
{
    struct str kind = line_kind_words(l->kind, v->lang);
    if (l->entry == INDEX_NONE && !l->term) return kind;
    struct str words = l->entry == INDEX_NONE ? span_words(v->arena, v->s->pact->doc, l->term->span)
                                              : entry_line(v->arena, v->s->pact->doc, l->entry);
    return str_format(v->arena, v->lang == LANG_ZH ? "%.*s：%.*s" : "%.*s: %.*s", STR_ARG(kind),
                      STR_ARG(words));
}

static void put_lines(const struct view *v)
{
    const struct member_statement *s = v->s;
    date_t opened = s->request.from == DATE_NONE ? s->pact->founded : s->request.from;
    paper_table(v->paper, columns, ARRAY_LEN(columns));
    put_balance(v, opened, say(v, "opening balance", "期初余额"), &s->opening);
    for (size_t i = 0; i < s->line_count; i++) {
        const struct statement_line *l = &s->lines[i];
        paper_cell(v->paper, date_words(v->arena, l->date));
        paper_cell(v->paper, str_format(v->arena, "%u", l->number));
        paper_cell(v->paper, clause_name(v->arena, l->term));
        paper_cell(v->paper, what_text(v, l));
        paper_amount_or_blank(v->paper, statement_to_member(l));
        paper_amount_or_blank(v->paper, statement_from_member(l));
    }
    put_balance(v, s->request.until, say(v, "closing balance", "期末余额"), &s->closing);
}

/* ---- what is open ---- */

static const struct paper_column debt_columns[] = {
    {{"payable by", "应缴日期"}, false, false},
    {{"for", "款项"}, false, true},
    {{"amount", "金额"}, true, false},
};

static void put_open(const struct view *v)
{
    const struct member_statement *s = v->s;
    struct statement_balance b = statement_balance(&s->closing);
    paper_put(v->paper, PAPER_HEADING, say(v, "What is open", "未结款项"));
    if (b.due == 0 && b.owes == 0 && s->debt_count == 0)
        paper_put(v->paper, PAPER_TEXT, say(v, "Nothing.", "无。"));
    if (b.due) {
        struct str due = amount_grouped(v->arena, b.due, s->pact->digits);
        paper_put(v->paper, PAPER_TEXT,
                  str_format(v->arena,
                             v->lang == LANG_ZH ? "联盟尚应付给成员：%.*s。"
                                                : "The alliance has to pay the member %.*s.",
                             STR_ARG(due)));
    }
    if (s->debt_count == 0) return;
    paper_table(v->paper, debt_columns, ARRAY_LEN(debt_columns));
    for (size_t i = 0; i < s->debt_count; i++) {
        paper_cell(v->paper, date_words(v->arena, s->debts[i].due));
        paper_cell(v->paper, choice_text(v->arena, s->pact->doc->g, SET_NATURE,
                                         (uint32_t)s->debts[i].nature, v->lang));
        paper_amount(v->paper, s->debts[i].open_minor);
    }
}

/* ---- rounding, disputes ---- */

static bool any_exact(const struct member_statement *s)
{
    for (size_t i = 0; i < s->line_count; i++)
        if (s->lines[i].exact.len) return true;
    return false;
}

#define FRACTION_BYTES_MAX 24u
#define MILLION 1000000 /* a longer fraction is shown to six places */

/* "13/37"; "0.326042…" where the fraction is long. */
static struct str part_text(const struct view *v, const struct rat *part)
{
    struct str exact = rat_text(v->arena, part);
    if (exact.len <= FRACTION_BYTES_MAX) return exact;
    struct rat *scaled = rat_array_of_arena(v->arena, 2);
    int64_t millionths = 0;
    rat_set_i64(&scaled[0], MILLION);
    rat_mul(&scaled[1], part, &scaled[0]);
    bool less = rat_sign(part) < 0;
    if (less) rat_neg(&scaled[1], &scaled[1]);
    if (rat_floor_i64(&millionths, &scaled[1]) != OK) return exact;
    return str_format(v->arena, "%s%lld.%06lld…", less ? "-" : "",
                      (long long)(millionths / MILLION), (long long)(millionths % MILLION));
}

static void put_rounding(const struct view *v)
{
    paper_put(v->paper, PAPER_HEADING, say(v, "What was rounded", "舍入"));
    if (!any_exact(v->s) || rat_sign(v->s->rounded) == 0) {
        paper_put(v->paper, PAPER_TEXT, say(v, "Nothing.", "无。"));
        return;
    }
    struct str difference = part_text(v, v->s->rounded);
    paper_put(v->paper, PAPER_TEXT,
              str_format(v->arena,
                         v->lang == LANG_ZH
                             ? "本期各行合计比精确份额多给 %.*s 个最小货币单位（负数为少给）。"
                             : "The lines of this period give the member %.*s of the smallest unit "
                               "of money more than its exact shares (a minus: less).",
                         STR_ARG(difference)));
}

static void put_disputes(const struct view *v)
{
    paper_put(v->paper, PAPER_HEADING, say(v, "What is disputed", "异议"));
    if (v->s->dispute_count == 0) paper_put(v->paper, PAPER_TEXT, say(v, "Nothing.", "无。"));
    for (size_t i = 0; i < v->s->dispute_count; i++)
        paper_put(v->paper, PAPER_TEXT, entry_words(v->arena, v->s->pact->doc, v->s->disputes[i]));
}

void statement_paper(struct paper *p, struct arena *arena, const struct member_statement *s,
                     enum language lang)
{
    struct view v = {.arena = arena, .s = s, .paper = p, .lang = lang};
    paper_init(
        p, arena,
        (struct paper_options){.lang = lang, .digits = s->pact->digits, .date = s->request.until});
    put_head(&v);
    put_lines(&v);
    put_open(&v);
    put_rounding(&v);
    put_disputes(&v);
}
