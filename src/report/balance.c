/* The accounts of a state: collected, sorted, grouped, added up. */
#include "report/balance.h"

#include "report/table.h"

#include <stdlib.h>
#include <string.h>

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

/* ---- names in Chinese ---- */

static const char *const account_words[][2] = {
    {"assets", "资产"},    {"cash", "现金"},        {"receivable", "应收"}, {"inkind", "实物出资"},
    {"equity", "权益"},    {"capital", "实缴出资"}, {"calls", "催缴款"},    {"fund", "基金"},
    {"spent", "基金支用"}, {"distributed", "分配"}, {"losses", "损失分担"}, {"liabilities", "负债"},
    {"payable", "应付"},   {"grant", "财政资助"},   {"loan", "借款"},       {"income", "收入"},
    {"expenses", "费用"},  {"licence", "许可"},     {"sale", "销售"},       {"service", "服务"},
    {"product", "产品"},   {"interest", "利息"},    {"surplus", "结余"},    {"dues", "会费"},
    {"staff", "人员"},     {"equipment", "设备"},   {"material", "材料"},   {"technology", "技术"},
    {"premises", "场地"},
};

static struct str account_word(struct str word)
{
    for (size_t i = 0; i < ARRAY_LEN(account_words); i++)
        if (str_eq(word, str_from(account_words[i][0]))) return str_from(account_words[i][1]);
    return word;
}

static size_t word_end(struct str name, size_t from)
{
    while (from < name.len && name.ptr[from] != ':') from++;
    return from;
}

/* "assets:inkind:staff" → "资产:实物出资:人员". What stands last may be the name of a member or
 * payer, or a category of the journal, and stays: only classes and kinds are words of heqi. */
static struct str chinese_name(struct arena *a, struct str name)
{
    size_t first = word_end(name, 0), second = word_end(name, first + 1);
    struct str top = str_slice(name, 0, first);
    if (first == name.len) return account_word(top);
    struct str middle = str_slice(name, first + 1, second);
    struct str text = account_word(top);
    bool free = str_eq(top, STR("expenses"));
    struct str word = free ? middle : account_word(middle);
    text = str_format(a, "%.*s:%.*s", STR_ARG(text), STR_ARG(word));
    if (second >= name.len) return text;
    struct str last = str_slice(name, second + 1, name.len);
    bool ours = str_eq(middle, STR("inkind")) || str_eq(middle, STR("distributed"));
    if (ours) last = account_word(last);
    return str_format(a, "%.*s:%.*s", STR_ARG(text), STR_ARG(last));
}

struct str account_in(struct arena *a, struct str name, enum language lang)
{
    return lang == LANG_ZH ? chinese_name(a, name) : name;
}

/* ---- the balance ---- */

struct balance {
    struct arena *arena;
    const struct pact *pact;
    enum language lang;
    struct table table;
};

static void put_money(struct balance *b, struct str name, i128 minor)
{
    bool fits = minor <= INT64_MAX && minor >= INT64_MIN;
    table_cell(&b->table, name);
    table_cell(&b->table,
               fits ? amount_grouped(b->arena, (int64_t)minor, b->pact->digits) : STR("…"));
}

/* The accounts of one kind, assets or equity or …, and their sum; returns where the next begins. */
static size_t put_group(struct balance *b, const struct account_line *list, size_t count, size_t at)
{
    struct str kind = str_slice(list[at].name, 0, word_end(list[at].name, 0));
    i128 sum = 0;
    table_rule(&b->table);
    for (; at < count; at++) {
        struct str name = list[at].name;
        if (!str_eq(str_slice(name, 0, word_end(name, 0)), kind)) break;
        put_money(b, account_in(b->arena, name, b->lang), list[at].minor);
        sum += list[at].minor;
    }
    struct str words = b->lang == LANG_ZH ? account_word(kind) : kind;
    put_money(b, str_format(b->arena, b->lang == LANG_ZH ? "%.*s合计" : "all %.*s", STR_ARG(words)),
              sum);
    return at;
}

static struct str head(struct balance *b, date_t day)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, day);
    struct str currency = currency_name(b->pact),
               title = alliance_title(b->arena, b->pact, b->lang);
    if (b->lang == LANG_ZH)
        return str_format(b->arena, "%.*s\n%s 的账户，币种 %.*s，借 +，贷 -\n\n", STR_ARG(title),
                          date, STR_ARG(currency));
    return str_format(b->arena, "%.*s\nAccounts on %s, in %.*s, debit +, credit -\n\n",
                      STR_ARG(title), date, STR_ARG(currency));
}

struct str report_balance(struct arena *a, const struct settlement *s, enum language lang)
{
    struct balance b = {.arena = a, .pact = s->fold.pact, .lang = lang};
    size_t count;
    struct account_line *list = report_accounts(a, s->fold.state, &count);
    table_init(&b.table, a, 2);
    table_cell(&b.table, text_in("account", "科目", lang));
    table_cell(&b.table, text_in("balance", "余额", lang));
    i128 sum = 0;
    for (size_t i = 0; i < count; i++) sum += list[i].minor;
    for (size_t at = 0; at < count;) at = put_group(&b, list, count, at);
    table_rule(&b.table);
    put_money(&b, text_in("sum", "合计", lang), sum);
    struct str top = head(&b, s->until), table = table_text(&b.table);
    return str_format(a, "%.*s%.*s", STR_ARG(top), STR_ARG(table));
}
