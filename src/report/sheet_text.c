/* Sheets as tables. */
#include "report/sheets.h"
#include "report/table.h"

static const char *const titles[SHEET_COUNT][2] = {
    [SHEET_TRIAL] = {"Trial balance", "试算平衡表"},
    [SHEET_POSITION] = {"Statement of position", "资产负债表"},
    [SHEET_INCOME] = {"Income statement", "收支表"},
    [SHEET_CASHFLOW] = {"Cash flow", "现金流量表"},
};

static struct str period(const struct sheet *s)
{
    char from[DATE_TEXT_BYTES], at[DATE_TEXT_BYTES];
    const struct fold *f = s->fold;
    bool zh = s->lang == LANG_ZH;
    date_format(at, f->options.until);
    if (s->kind == SHEET_POSITION) return str_format(s->arena, zh ? "%s" : "on %s", at);
    date_format(from, s->from == DATE_NONE ? f->pact->founded : s->from);
    return str_format(s->arena, zh ? "%s 至 %s" : "%s to %s", from, at);
}

static struct str head(const struct sheet *s)
{
    const struct pact *p = s->fold->pact;
    struct str title = alliance_title(s->arena, p, s->lang), days = period(s);
    struct str currency = currency_name(p);
    const char *name = titles[s->kind][s->lang];
    if (s->lang == LANG_ZH)
        return str_format(s->arena, "%.*s\n%s，%.*s，币种 %.*s\n\n", STR_ARG(title), name,
                          STR_ARG(days), STR_ARG(currency));
    return str_format(s->arena, "%.*s\n%s, %.*s, in %.*s\n\n", STR_ARG(title), name, STR_ARG(days),
                      STR_ARG(currency));
}

static void put_amount(struct table *t, const struct sheet *s, int64_t minor)
{
    table_cell(t, amount_grouped(s->arena, minor, s->fold->pact->digits));
}

static void put_row(struct table *t, const struct sheet *s, const struct sheet_row *row)
{
    uint32_t amounts = sheet_amounts(s);
    bool indented = row->kind == SHEET_LINE;
    if (row->kind == SHEET_TOTAL) table_rule(t);
    table_cell(t, str_format(s->arena, "%s%.*s", indented ? "  " : "", STR_ARG(row->label)));
    for (uint32_t i = 0; i < amounts; i++) {
        bool last = i == amounts - 1;
        if (row->kind == SHEET_SECTION || (row->kind == SHEET_SUM && !last))
            table_cell(t, STR(""));
        else
            put_amount(t, s, row->amounts[row->kind == SHEET_SUM ? 0 : i]);
    }
}

static void put_heading(struct table *t, const struct sheet *s)
{
    table_cell(t, STR(""));
    if (s->kind != SHEET_CASHFLOW) {
        table_cell(t, text_in("amount", "金额", s->lang));
        return;
    }
    table_cell(t, text_in("in", "流入", s->lang));
    table_cell(t, text_in("out", "流出", s->lang));
    table_cell(t, text_in("net", "净额", s->lang));
}

static void put_space(struct table *t, uint32_t columns)
{
    for (uint32_t i = 0; i < columns; i++) table_cell(t, STR(""));
}

/* What the sums say of each other; the CHECKs of sheet_fill have made sure of it. */
static struct str verdict(const struct sheet *s)
{
    switch (s->kind) {
    case SHEET_POSITION:
        return text_in("Assets equal liabilities and equity.", "资产等于负债加权益。", s->lang);
    case SHEET_INCOME:
        return text_in("Income, less expenses and what was distributed, and losses borne, make "
                       "what is left.",
                       "收入减费用、减分配，加分担的损失，等于结余。", s->lang);
    case SHEET_CASHFLOW:
        return text_in("Cash before and what flowed make cash after, the account assets:cash.",
                       "期初现金加净流入等于期末现金，即现金科目余额。", s->lang);
    case SHEET_TRIAL:
    case SHEET_COUNT: break;
    }
    return STR("");
}

struct str sheet_text(const struct sheet *s)
{
    uint32_t columns = 1 + sheet_amounts(s);
    struct table t;
    table_init(&t, s->arena, columns);
    put_heading(&t, s);
    table_rule(&t);
    for (size_t i = 0; i < s->row_count; i++) {
        put_row(&t, s, &s->rows[i]);
        if (s->rows[i].kind == SHEET_TOTAL) put_space(&t, columns);
    }
    struct str top = head(s), table = table_text(&t), last = verdict(s);
    return str_format(s->arena, "%.*s%.*s\n%.*s\n", STR_ARG(top), STR_ARG(table), STR_ARG(last));
}
