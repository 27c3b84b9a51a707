/* A settlement, its lines, its accounts and its whys as text. */
#include "report/settlement.h"

#include "report/table.h"

#include <stdlib.h>
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
    [LANG_ZH] = {"应缴", "应得", "分担损失", "会费利息", "已缴", "已付", "抵销", "尚应付给",
                 "尚欠"},
};

static void fill_columns(int64_t out[COL_COUNT], const struct figures *x)
{
    out[COL_CALLED] = x->called;
    out[COL_RECEIVED] = x->received;
    out[COL_BORNE] = x->borne;
    out[COL_CHARGES] = x->charges;
    out[COL_PAID_IN] = x->paid_in;
    out[COL_PAID_OUT] = x->paid_out;
    out[COL_SET_OFF] = x->set_off;
    out[COL_DUE] = figures_due(x);
    out[COL_OWES] = figures_owes(x);
}

static struct str text_of(const char *en, const char *zh, enum language lang)
{
    return str_from(lang == LANG_ZH ? zh : en);
}

static void put_amounts(struct table *t, const struct pact *p, const int64_t values[COL_COUNT])
{
    for (size_t c = 0; c < COL_COUNT; c++)
        table_cell(t, values[c] ? amount_grouped(t->arena, values[c], p->digits) : STR("–"));
}

static struct str parties_table(struct arena *a, const struct settlement *s, enum language lang)
{
    const struct pact *p = s->fold.pact;
    struct table t;
    table_init(&t, a, COL_COUNT + 1);
    table_cell(&t, text_of("member", "成员", lang));
    for (size_t c = 0; c < COL_COUNT; c++) table_cell(&t, str_from(column_names[lang][c]));
    table_rule(&t);
    int64_t totals[COL_COUNT] = {0};
    for (size_t i = 0; i < p->party_count; i++) {
        int64_t values[COL_COUNT];
        fill_columns(values, &s->fold.state->parties[i].figures);
        table_cell(&t, pact_word(p, p->parties[i].word));
        put_amounts(&t, p, values);
        for (size_t c = 0; c < COL_COUNT; c++) totals[c] += values[c];
    }
    table_rule(&t);
    table_cell(&t, text_of("total", "合计", lang));
    put_amounts(&t, p, totals);
    return table_text(&t);
}

static struct str head(struct arena *a, const struct settlement *s, enum language lang)
{
    const struct pact *p = s->fold.pact;
    char date[DATE_TEXT_BYTES];
    date_format(date, s->until);
    struct str currency = p->currency ? pact_word(p, p->currency) : STR("CNY");
    const char *rounding = p->rounding == ROUNDING_CUMULATIVE_1 ? "cumulative 1" : "per split";
    if (lang == LANG_ZH)
        return str_format(a, "%.*s\n%s 止的结算，%.*s，舍入规则 %s\n\n", STR_ARG(p->title), date,
                          STR_ARG(currency), rounding);
    return str_format(a, "%.*s\nSettlement up to %s, in %.*s, rounding %s\n\n", STR_ARG(p->title),
                      date, STR_ARG(currency), rounding);
}

static void money_row(struct table *t, const struct pact *p, struct str name, int64_t minor)
{
    table_cell(t, name);
    table_cell(t, amount_grouped(t->arena, minor, p->digits));
}

static struct str rest_table(struct arena *a, const struct settlement *s, enum language lang)
{
    const struct pact *p = s->fold.pact;
    const struct state *state = s->fold.state;
    struct table t;
    table_init(&t, a, 2);
    for (size_t i = 0; i < p->fund_count; i++)
        money_row(&t, p,
                  str_format(a, "%s %.*s", lang == LANG_ZH ? "基金" : "fund",
                             STR_ARG(pact_word(p, p->funds[i].word))),
                  state->funds[i].balance_minor);
    money_row(&t, p, text_of("unshared", "未分配", lang), state->unshared_minor);
    money_row(&t, p, text_of("losses uncovered", "无人分担的损失", lang), state->uncovered_minor);
    return table_text(&t);
}

static struct str unsigned_note(struct arena *a, const struct pact *p, enum language lang)
{
    size_t missing = 0;
    for (size_t i = 0; i < p->party_count; i++) missing += !p->parties[i].signed_;
    if (!missing) return STR("");
    if (lang == LANG_ZH)
        return str_format(a, "\n未签署：%zu / %zu\n", missing, p->party_count);
    return str_format(a, "\nNot signed by %zu of %zu members.\n", missing, p->party_count);
}

struct str report_settlement(struct arena *a, const struct settlement *s, enum language lang)
{
    struct str parties = parties_table(a, s, lang);
    struct str rest = rest_table(a, s, lang);
    struct str note = unsigned_note(a, s->fold.pact, lang);
    struct str top = head(a, s, lang);
    return str_format(a, "%.*s%.*s\n%.*s%.*s", STR_ARG(top), STR_ARG(parties), STR_ARG(rest),
                      STR_ARG(note));
}

struct str report_line(struct arena *a, const struct fold *f, const struct line *l)
{
    const struct pact *p = f->pact;
    char date[DATE_TEXT_BYTES];
    date_format(date, l->date);
    struct str clause = clause_name(a, l->term);
    struct str tier = l->tier ? l->tier->path : STR("");
    struct str to = line_to_name(a, p, l->to, l->index);
    struct str amount = amount_grouped(a, l->amount_minor, p->digits);
    return str_format(a, "%7u  %s  %-6.*s %-5.*s %-10s %-24.*s %20.*s\n", l->number, date,
                      STR_ARG(clause), STR_ARG(tier), line_kind_name(l->kind), STR_ARG(to),
                      STR_ARG(amount));
}

/* ---- accounts ---- */

static int compare_accounts(const void *a, const void *b)
{
    return str_compare(((const struct account_line *)a)->name,
                       ((const struct account_line *)b)->name);
}

struct account_line *report_accounts(struct arena *a, const struct state *s, size_t *count_out)
{
    struct account_line *list = NULL;
    size_t count = 0, capacity = 0;
    for (int account = 0; account < ACCOUNT_COUNT; account++) {
        const struct account_list *accounts = &s->accounts[account];
        for (uint32_t i = 0; i < accounts->count; i++) {
            if (!accounts->minor[i]) continue;
            struct str name = state_account_name(a, s, (enum account)account, i);
            *ARENA_PUSH(a, list, count, capacity) = (struct account_line){name, accounts->minor[i]};
        }
    }
    if (count) qsort(list, count, sizeof *list, compare_accounts);
    *count_out = count;
    return list;
}

struct str report_balance(struct arena *a, const struct settlement *s, enum language lang)
{
    const struct pact *p = s->fold.pact;
    size_t count;
    struct account_line *list = report_accounts(a, s->fold.state, &count);
    struct table t;
    table_init(&t, a, 2);
    table_cell(&t, text_of("account", "科目", lang));
    table_cell(&t, text_of("debit +, credit -", "借 +，贷 -", lang));
    table_rule(&t);
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        money_row(&t, p, list[i].name, list[i].minor);
        sum += list[i].minor;
    }
    table_rule(&t);
    money_row(&t, p, text_of("sum", "合计", lang), sum);
    return table_text(&t);
}
