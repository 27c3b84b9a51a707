/* A settlement as tables. */
#include "report/settlement.h"

#include "base/utf8.h"
#include "report/table.h"

#include <string.h>

/* ---- the settlement ---- */

enum column {
    COL_CALLED,
    COL_RECEIVED,
    COL_BORNE,
    COL_CHARGES,
    COL_PAID_IN,
    COL_PAID_OUT,
    COL_SET_OFF,
    COL_DUE,
    COL_OWES,
    COL_COUNT
};

static const char *const column_names[2][COL_COUNT] = {
    [LANG_EN] = {"called", "received", "borne", "charges", "paid in", "paid out", "set off", "due",
                 "owes"},
    [LANG_ZH] = {"应缴", "应得", "分担损失", "会费及利息", "已缴", "已付", "抵销", "未付", "未缴"},
};

/* One table where it fits this, else one for what members receive and one for what they owe. */
#define TABLE_COLUMNS_MAX 100

struct view {
    struct arena *arena;
    const struct settlement *s;
    const struct pact *pact;
    enum language lang;
    i128 totals[COL_COUNT];
};

/* The columns of a table, in order. */
struct columns {
    enum column list[COL_COUNT];
    size_t count;
};

static const struct columns all_columns = {{COL_CALLED, COL_RECEIVED, COL_BORNE, COL_CHARGES,
                                            COL_PAID_IN, COL_PAID_OUT, COL_SET_OFF, COL_DUE,
                                            COL_OWES},
                                           COL_COUNT};
static const struct columns received_columns = {{COL_RECEIVED, COL_PAID_OUT, COL_SET_OFF, COL_DUE},
                                                4};
static const struct columns owed_columns = {
    {COL_CALLED, COL_BORNE, COL_CHARGES, COL_PAID_IN, COL_SET_OFF, COL_OWES}, 6};

static int64_t column_value(const struct figures *x, enum column column)
{
    switch (column) {
    case COL_CALLED: return x->called;
    case COL_RECEIVED: return x->received;
    case COL_BORNE: return x->borne;
    case COL_CHARGES: return x->charges;
    case COL_PAID_IN: return x->paid_in;
    case COL_PAID_OUT: return x->paid_out;
    case COL_SET_OFF: return x->set_off;
    case COL_DUE: return figures_due(x);
    case COL_OWES: return figures_owes(x);
    case COL_COUNT: break;
    }
    UNREACHABLE("a column");
}

static void put_amount(struct table *t, const struct pact *p, int64_t minor)
{
    table_cell(t, minor ? amount_grouped(t->arena, minor, p->digits) : STR("–"));
}

/* A sum over members may leave the range of amounts, though none of them does. */
static void put_total(struct table *t, const struct pact *p, i128 minor)
{
    if (minor > INT64_MAX || minor < INT64_MIN)
        table_cell(t, STR("…"));
    else
        put_amount(t, p, (int64_t)minor);
}

static struct str columns_table(const struct view *v, const struct columns *columns)
{
    struct table t;
    table_init(&t, v->arena, (uint32_t)columns->count + 1);
    table_cell(&t, text_in("member", "成员", v->lang));
    for (size_t c = 0; c < columns->count; c++)
        table_cell(&t, str_from(column_names[v->lang][columns->list[c]]));
    table_rule(&t);
    for (size_t i = 0; i < v->pact->party_count; i++) {
        const struct figures *x = &v->s->fold.state->parties[i].figures;
        table_cell(&t, pact_word(v->pact, v->pact->parties[i].word));
        for (size_t c = 0; c < columns->count; c++)
            put_amount(&t, v->pact, column_value(x, columns->list[c]));
    }
    table_rule(&t);
    table_cell(&t, text_in("total", "合计", v->lang));
    for (size_t c = 0; c < columns->count; c++) put_total(&t, v->pact, v->totals[columns->list[c]]);
    return table_text(&t);
}

static void add_totals(struct view *v)
{
    for (size_t i = 0; i < v->pact->party_count; i++)
        for (int c = 0; c < COL_COUNT; c++)
            v->totals[c] += column_value(&v->s->fold.state->parties[i].figures, (enum column)c);
}

/* The columns in which somebody has something. */
static struct columns used_columns(const struct view *v, const struct columns *of)
{
    struct columns out = {.count = 0};
    for (size_t i = 0; i < of->count; i++)
        if (v->totals[of->list[i]]) out.list[out.count++] = of->list[i];
    return out;
}

/* "Nothing charged, borne": the columns that were left out. */
static struct str unused_note(const struct view *v)
{
    struct str list = STR("");
    for (size_t c = 0; c < COL_COUNT; c++) {
        if (v->totals[c]) continue;
        list = str_format(v->arena, "%.*s%s%s", STR_ARG(list),
                          !list.len            ? ""
                          : v->lang == LANG_ZH ? "、"
                                               : ", ",
                          column_names[v->lang][c]);
    }
    if (!list.len) return list;
    return str_format(v->arena, v->lang == LANG_ZH ? "各方均为零：%.*s\n" : "Zero for all: %.*s\n",
                      STR_ARG(list));
}

static size_t first_line_width(struct str text)
{
    const char *end = memchr(text.ptr, '\n', text.len);
    return utf8_width((struct str){text.ptr, end ? (size_t)(end - text.ptr) : text.len});
}

static struct str parties_tables(struct view *v)
{
    add_totals(v);
    struct columns used = used_columns(v, &all_columns);
    struct str one = columns_table(v, &used), note = unused_note(v);
    if (first_line_width(one) <= TABLE_COLUMNS_MAX)
        return str_format(v->arena, "%.*s%.*s", STR_ARG(one), STR_ARG(note));
    struct columns received = used_columns(v, &received_columns);
    struct columns owed = used_columns(v, &owed_columns);
    struct str first = columns_table(v, &received), second = columns_table(v, &owed);
    return str_format(
        v->arena, "%.*s\n%.*s\n%.*s\n%.*s%.*s",
        STR_ARG(text_in("To members: received = paid out + set off + due",
                        "给各方：应得 = 已付 + 抵销 + 未付", v->lang)),
        STR_ARG(first),
        STR_ARG(text_in("From members: called + borne + charges = paid in + set off + owes",
                        "由各方：应缴 + 分担损失 + 会费及利息 = 已缴 + 抵销 + 未缴", v->lang)),
        STR_ARG(second), STR_ARG(note));
}

static struct str head(const struct view *v)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, v->s->until);
    struct str currency = currency_name(v->pact),
               title = alliance_title(v->arena, v->pact, v->lang);
    bool cumulative = v->pact->rounding == ROUNDING_CUMULATIVE_1;
    if (v->lang == LANG_ZH)
        return str_format(v->arena, "%.*s\n截至 %s 的结算，币种 %.*s，舍入 %s\n\n", STR_ARG(title),
                          date, STR_ARG(currency), cumulative ? "累积 1" : "逐次");
    return str_format(v->arena, "%.*s\nSettlement up to %s, in %.*s, rounding %s\n\n",
                      STR_ARG(title), date, STR_ARG(currency),
                      cumulative ? "cumulative 1" : "per split");
}

static void money_row(struct table *t, const struct pact *p, struct str name, int64_t minor)
{
    table_cell(t, name);
    table_cell(t, amount_grouped(t->arena, minor, p->digits));
}

static struct str rest_table(const struct view *v)
{
    const struct pact *p = v->pact;
    const struct state *state = v->s->fold.state;
    struct table t;
    table_init(&t, v->arena, 2);
    for (size_t i = 0; i < p->fund_count; i++)
        money_row(&t, p,
                  str_format(v->arena, "%s %.*s", v->lang == LANG_ZH ? "基金" : "fund",
                             STR_ARG(pact_word(p, p->funds[i].word))),
                  state->funds[i].balance_minor);
    money_row(&t, p, text_in("unshared", "未分配", v->lang), state->unshared_minor);
    money_row(&t, p, text_in("losses uncovered", "无人分担的损失", v->lang),
              state->uncovered_minor);
    return table_text(&t);
}

static struct str unsigned_note(const struct view *v)
{
    const struct pact *p = v->pact;
    size_t missing = 0;
    for (size_t i = 0; i < p->party_count; i++) missing += !p->parties[i].signed_;
    if (!missing) return STR("");
    if (v->lang == LANG_ZH)
        return str_format(v->arena, "\n未签署：%zu / %zu\n", missing, p->party_count);
    return str_format(v->arena, "\nNot signed by %zu of %zu members.\n", missing, p->party_count);
}

struct str report_settlement(struct arena *a, const struct settlement *s, enum language lang)
{
    struct view v = {.arena = a, .s = s, .pact = s->fold.pact, .lang = lang};
    struct str top = head(&v), parties = parties_tables(&v), rest = rest_table(&v);
    struct str note = unsigned_note(&v);
    return str_format(a, "%.*s%.*s\n%.*s%.*s", STR_ARG(top), STR_ARG(parties), STR_ARG(rest),
                      STR_ARG(note));
}
