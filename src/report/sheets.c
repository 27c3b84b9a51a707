/* Sheets: hearing the postings of the period, and the rows of each sheet. */
#include "report/sheets.h"

#include "report/balance.h"

static const char *const kind_names[SHEET_COUNT] = {[SHEET_TRIAL] = "trial",
                                                    [SHEET_POSITION] = "position",
                                                    [SHEET_INCOME] = "income",
                                                    [SHEET_CASHFLOW] = "cashflow"};

static const char *const activity_names[ACTIVITY_COUNT][3] = {
    [ACTIVITY_CAPITAL] = {"capital", "capital paid in", "收到出资"},
    [ACTIVITY_CALLS] = {"calls", "calls paid", "收到催缴款"},
    [ACTIVITY_DUES] = {"dues", "dues paid", "收到会费"},
    [ACTIVITY_LOSSES] = {"losses", "losses made good by members", "收到损失分担款"},
    [ACTIVITY_INTEREST] = {"interest", "interest on arrears", "收到欠缴利息"},
    [ACTIVITY_GRANTS] = {"grants", "grants", "财政资助"},
    [ACTIVITY_INCOME] = {"income", "income", "收入"},
    [ACTIVITY_SPENDING] = {"spending", "spending", "支出"},
    [ACTIVITY_PAYMENTS] = {"payments", "payments to members", "向成员付款"},
    [ACTIVITY_LOANS] = {"loans", "loans of members", "成员借款"},
    [ACTIVITY_OTHER] = {"other", "other", "其他"},
};

const char *sheet_kind_name(enum sheet_kind kind)
{
    CHECK(kind < SHEET_COUNT);
    return kind_names[kind];
}

const char *activity_name(enum activity activity)
{
    CHECK(activity < ACTIVITY_COUNT);
    return activity_names[activity][0];
}

uint32_t sheet_amounts(const struct sheet *s)
{
    return s->kind == SHEET_CASHFLOW ? 3 : 1;
}

void sheet_init(struct sheet *s, struct arena *arena, enum sheet_kind kind, date_t from)
{
    *s = (struct sheet){.arena = arena, .kind = kind, .from = from};
}

/* ---- hearing ---- */

static void add(struct sheet *s, int64_t *to, int64_t minor)
{
    if (__builtin_add_overflow(*to, minor, to)) s->overflow = true;
}

static void take(struct sheet *s, int64_t *from, int64_t minor)
{
    if (__builtin_sub_overflow(*from, minor, from)) s->overflow = true;
}

static enum activity activity_of_payment(enum nature nature)
{
    switch (nature) {
    case NATURE_CAPITAL: return ACTIVITY_CAPITAL;
    case NATURE_CALL: return ACTIVITY_CALLS;
    case NATURE_DUES: return ACTIVITY_DUES;
    case NATURE_LOAN: return ACTIVITY_LOANS;
    case NATURE_LOSS: return ACTIVITY_LOSSES;
    case NATURE_INTEREST: return ACTIVITY_INTEREST;
    }
    return ACTIVITY_OTHER;
}

/* What the money of an entry flows for; of a reversal, that of what it takes back. */
static enum activity activity_of(const struct fold *f, uint32_t index)
{
    const struct entry *e = document_entry(f->doc, index);
    while (e->form == F_REVERSE && index != INDEX_NONE) {
        index = fold_reversed(f, index);
        if (index != INDEX_NONE) e = document_entry(f->doc, index);
    }
    switch ((int)e->form) {
    case F_PAYS: return activity_of_payment((enum nature)e->choice);
    case F_GRANT:
    case F_RETURN_GRANT: return ACTIVITY_GRANTS;
    case F_INCOME:
    case F_REFUND: return ACTIVITY_INCOME;
    case F_SPEND: return ACTIVITY_SPENDING;
    case F_PAY: return ACTIVITY_PAYMENTS;
    case F_REPAY: return ACTIVITY_LOANS;
    case F_LOSS:
    case F_LIABILITY: return ACTIVITY_LOSSES;
    default: return ACTIVITY_OTHER;
    }
}

static void hear_cash(struct sheet *s, const struct fold *f, const struct posted *p, int64_t minor)
{
    enum activity a = p->entry == INDEX_NONE ? ACTIVITY_OTHER : activity_of(f, p->entry);
    if (minor > 0)
        add(s, &s->flows[a].in_minor, minor);
    else
        add(s, &s->flows[a].out_minor, minor);
}

static int64_t *moved(struct sheet *s, enum account account, uint32_t index)
{
    while (s->moved_count[account] <= index)
        *ARENA_PUSH(s->arena, s->moved[account], s->moved_count[account],
                    s->moved_capacity[account]) = 0;
    return &s->moved[account][index];
}

/* The closing of a liquidation empties the accounts of income and spending; of a period they are
 * what they were before. */
static bool is_gathered(const struct sheet *s, const struct posted *p, enum account account)
{
    bool of_period = account == ACCOUNT_INCOME || account == ACCOUNT_EXPENSES ||
                     account == ACCOUNT_DISTRIBUTED || account == ACCOUNT_LOSSES;
    if (s->kind != SHEET_INCOME || !of_period) return false;
    for (size_t i = 0; i < p->count; i++)
        if (p->list[i].account == ACCOUNT_LIQUIDATION) return true;
    return false;
}

static void hear(void *context, struct fold *f, const struct posted *p)
{
    struct sheet *s = context;
    bool before = s->from != DATE_NONE && p->date < s->from;
    for (size_t i = 0; i < p->count; i++) {
        const struct posting *o = &p->list[i];
        if (before && o->account == ACCOUNT_CASH) add(s, &s->cash_before_minor, o->amount_minor);
        if (before || is_gathered(s, p, o->account)) continue;
        add(s, moved(s, o->account, o->index), o->amount_minor);
        if (o->account == ACCOUNT_CASH) hear_cash(s, f, p, o->amount_minor);
    }
}

date_t sheet_eve(const struct sheet *s)
{
    return s->from == DATE_NONE ? 0 : s->from - 1;
}

struct posting_sink sheet_sink(struct sheet *s)
{
    return (struct posting_sink){.context = s, .posted = hear};
}

/* ---- rows ---- */

static struct sheet_row *push(struct sheet *s, enum sheet_row_kind kind, const char *key,
                              struct str label)
{
    struct sheet_row *row = ARENA_PUSH(s->arena, s->rows, s->row_count, s->row_capacity);
    *row = (struct sheet_row){.kind = kind, .key = str_from(key), .label = label};
    return row;
}

static void section(struct sheet *s, const char *key, const char *en, const char *zh)
{
    push(s, SHEET_SECTION, key, text_in(en, zh, s->lang));
}

/* Lines of one account, those that are not zero; sign -1 where credit counts. Adds to *total. */
static void account_lines(struct sheet *s, enum account account, int sign, int64_t *total)
{
    const struct state *state = s->fold->state;
    for (uint32_t i = 0; i < s->moved_count[account]; i++) {
        int64_t minor = s->moved[account][i];
        if (minor == 0) continue;
        struct str name = state_account_name(s->arena, state, account, i);
        struct sheet_row *row = push(s, SHEET_LINE, "", account_in(s->arena, name, s->lang));
        row->key = name;
        if (sign < 0)
            take(s, &row->amounts[0], minor);
        else
            row->amounts[0] = minor;
        add(s, total, row->amounts[0]);
    }
}

static void total(struct sheet *s, const char *en, const char *zh, int64_t minor)
{
    push(s, SHEET_TOTAL, "total", text_in(en, zh, s->lang))->amounts[0] = minor;
}

static void sum(struct sheet *s, const char *key, const char *en, const char *zh, int64_t minor)
{
    push(s, SHEET_SUM, key, text_in(en, zh, s->lang))->amounts[0] = minor;
}

static int64_t total_of(struct sheet *s, enum account account)
{
    int64_t result = 0;
    for (size_t i = 0; i < s->moved_count[account]; i++) add(s, &result, s->moved[account][i]);
    return result;
}

/* Income less expenses, credit positive in the accounts. */
static int64_t result_of(struct sheet *s)
{
    int64_t result = 0;
    take(s, &result, total_of(s, ACCOUNT_INCOME));
    take(s, &result, total_of(s, ACCOUNT_EXPENSES));
    return result;
}

static void fill_position(struct sheet *s)
{
    int64_t assets = 0, liabilities = 0, equity = 0, result = result_of(s);
    section(s, "assets", "Assets", "资产");
    account_lines(s, ACCOUNT_CASH, 1, &assets);
    account_lines(s, ACCOUNT_RECEIVABLE, 1, &assets);
    account_lines(s, ACCOUNT_IN_KIND, 1, &assets);
    total(s, "all assets", "资产合计", assets);
    section(s, "liabilities", "Liabilities", "负债");
    account_lines(s, ACCOUNT_PAYABLE, -1, &liabilities);
    account_lines(s, ACCOUNT_GRANT, -1, &liabilities);
    account_lines(s, ACCOUNT_LOAN, -1, &liabilities);
    total(s, "all liabilities", "负债合计", liabilities);
    section(s, "equity", "Equity", "权益");
    account_lines(s, ACCOUNT_CAPITAL, -1, &equity);
    account_lines(s, ACCOUNT_CALLS, -1, &equity);
    account_lines(s, ACCOUNT_FUND, -1, &equity);
    account_lines(s, ACCOUNT_SPENT, -1, &equity);
    account_lines(s, ACCOUNT_LOSSES, -1, &equity);
    account_lines(s, ACCOUNT_DISTRIBUTED, -1, &equity);
    account_lines(s, ACCOUNT_LEAVING, -1, &equity);
    account_lines(s, ACCOUNT_LIQUIDATION, -1, &equity);
    push(s, SHEET_LINE, "result", text_in("income less expenses", "收入减费用", s->lang))
        ->amounts[0] = result;
    add(s, &equity, result);
    total(s, "all equity", "权益合计", equity);
    add(s, &liabilities, equity);
    sum(s, "assets", "assets", "资产", assets);
    sum(s, "liabilities_and_equity", "liabilities and equity", "负债和权益", liabilities);
    CHECK(s->overflow || assets == liabilities);
}

static void fill_income(struct sheet *s)
{
    int64_t income = 0, expenses = 0, distributed = 0, covered = 0, left = 0;
    section(s, "income", "Income", "收入");
    account_lines(s, ACCOUNT_INCOME, -1, &income);
    total(s, "all income", "收入合计", income);
    section(s, "expenses", "Expenses", "费用");
    account_lines(s, ACCOUNT_EXPENSES, 1, &expenses);
    total(s, "all expenses", "费用合计", expenses);
    section(s, "distributed", "Distributed to members and funds", "向成员和基金的分配");
    account_lines(s, ACCOUNT_DISTRIBUTED, 1, &distributed);
    total(s, "all distributed", "分配合计", distributed);
    section(s, "covered", "Losses borne by members and funds", "成员和基金分担的损失");
    account_lines(s, ACCOUNT_LOSSES, -1, &covered);
    total(s, "all borne", "分担合计", covered);
    add(s, &left, income);
    take(s, &left, expenses);
    sum(s, "result", "income less expenses", "收入减费用", left);
    CHECK(s->overflow || left == result_of(s));
    take(s, &left, distributed);
    add(s, &left, covered);
    sum(s, "left", "left, after what was distributed and borne", "分配和分担后的结余", left);
}

static void fill_cashflow(struct sheet *s)
{
    int64_t net = 0, in = 0, out = 0, after = s->cash_before_minor;
    section(s, "activities", "Flows of money", "资金流动");
    for (enum activity a = 0; a < ACTIVITY_COUNT; a++) {
        const struct flow *flow = &s->flows[a];
        if (!flow->in_minor && !flow->out_minor) continue;
        struct str label = text_in(activity_names[a][1], activity_names[a][2], s->lang);
        struct sheet_row *row = push(s, SHEET_LINE, activity_names[a][0], label);
        row->amounts[0] = flow->in_minor;
        row->amounts[1] = flow->out_minor;
        add(s, &row->amounts[2], flow->in_minor);
        add(s, &row->amounts[2], flow->out_minor);
        add(s, &in, flow->in_minor);
        add(s, &out, flow->out_minor);
    }
    add(s, &net, in);
    add(s, &net, out);
    struct sheet_row *row = push(s, SHEET_TOTAL, "total", text_in("all", "合计", s->lang));
    row->amounts[0] = in;
    row->amounts[1] = out;
    row->amounts[2] = net;
    add(s, &after, net);
    sum(s, "before", "cash before", "期初现金", s->cash_before_minor);
    sum(s, "net", "in less out", "净流入", net);
    sum(s, "after", "cash after", "期末现金", after);
    CHECK(s->overflow || after == s->fold->state->accounts[ACCOUNT_CASH].minor[0]);
}

bool sheet_fill(struct sheet *s, const struct fold *f, enum language lang)
{
    s->fold = f;
    s->lang = lang;
    switch (s->kind) {
    case SHEET_POSITION: fill_position(s); break;
    case SHEET_INCOME: fill_income(s); break;
    case SHEET_CASHFLOW: fill_cashflow(s); break;
    case SHEET_TRIAL:
    case SHEET_COUNT: break;
    }
    return !s->overflow;
}
