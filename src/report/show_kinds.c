/* The kinds of things that can be shown, a function for the rows of each, and the table of them. */
#include "report/export.h"
#include "report/names.h"
#include "report/show_inside.h"
#include "report/show_office.h"
#include "state/stakes.h"

struct str show_yes_no(const struct show *s, bool yes)
{
    return yes ? text_in("yes", "是", s->lang) : text_in("no", "否", s->lang);
}

struct str show_choice(const struct show *s, enum choice_set set, uint32_t rank)
{
    return choice_text(s->arena, s->fold->doc->g, set, rank, s->lang);
}

struct str show_party(const struct show *s, uint32_t party)
{
    const struct pact *p = s->fold->pact;
    return party == INDEX_NONE ? STR("") : pact_word(p, p->parties[party].word);
}

struct str show_project(const struct show *s, uint32_t project)
{
    const struct pact *p = s->fold->pact;
    return project == INDEX_NONE ? STR("") : pact_word(p, p->projects[project].word);
}

/* "2/5", and "1". */
struct str show_ratio(const struct show *s, uint64_t num, uint64_t den)
{
    uint64_t common = gcd_u64(num, den);
    if (common) num /= common;
    if (common) den /= common;
    if (den == 1) return str_format(s->arena, "%llu", (unsigned long long)num);
    return str_format(s->arena, "%llu/%llu", (unsigned long long)num, (unsigned long long)den);
}

static void put_ratio(struct show *s, uint64_t num, uint64_t den)
{
    show_put_text(s, show_ratio(s, num, den));
}

/* Whether an entry has taken effect by the day of the table. */
bool show_is_past(const struct show *s, uint32_t entry)
{
    if (entry == INDEX_NONE) return true;
    return document_entry(s->fold->doc, entry)->date <= s->fold->options.until;
}

struct str show_list(const struct show *s, struct str list, struct str item)
{
    return str_format(s->arena, "%.*s%s%.*s", STR_ARG(list), list.len ? ", " : "", STR_ARG(item));
}

/* ---- members ---- */

static const struct show_column member_columns[] = {
    {"member", {"member", "成员"}, false},    {"kind", {"kind", "类别"}, false},
    {"title", {"title", "名称"}, false},      {"since", {"since", "加入"}, false},
    {"signed", {"signed", "签署"}, false},    {"votes", {"votes", "有表决权"}, false},
    {"due", {"due to it", "尚应付给"}, true}, {"owes", {"owes", "尚欠"}, true},
};

/* Between a reversal and the next settlement less may have been received than was paid out: the
 * settlement will charge the shortfall, so it is owed already. */
static void put_due_and_owed(struct show *s, const struct figures *x)
{
    int64_t due = x->received - x->paid_out - x->set_off;
    int64_t owes = x->called + x->borne + x->charges - x->paid_in - x->set_off;
    if (due < 0) owes -= due;
    show_put_amount(s, due > 0 ? due : 0);
    show_put_amount(s, owes > 0 ? owes : 0);
}

static void fill_members(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t i = 0; i < p->party_count; i++) {
        const struct party *party = &p->parties[i];
        const struct party_state *state = &s->fold->state->parties[i];
        struct str name = show_party(s, i);
        if (!state->member || !show_wants(s, name, name)) continue;
        show_put_text(s, name);
        show_put_text(s, show_choice(s, SET_MEMBER_KIND, party->kind));
        show_put_text(s, party->title);
        show_put_date(s, party->entry == INDEX_NONE ? p->founded : party->since);
        show_put_text(s, show_yes_no(s, party->signed_));
        show_put_text(s, show_yes_no(s, !fold_in_arrears(s->fold, i, ARREARS_NO_VOTE,
                                                         s->fold->options.until)));
        put_due_and_owed(s, &state->figures);
    }
}

/* ---- stakes ---- */

static const struct show_column stake_columns[] = {
    {"stakes", {"stakes", "份额"}, false},
    {"member", {"member", "成员"}, false},
    {"share", {"share", "比例"}, true},
    {"since", {"since", "自"}, false},
};

/* Since when shares hold: a redetermination goes back over the days on which they changed before.
 */
static date_t holds_since(const struct stakes *t, const struct share_set *set, uint32_t known)
{
    const struct share_set *before = pact_stakes_known(t, set->from - 1, known);
    while (before && before->entry == set->entry) {
        set = before;
        before = pact_stakes_known(t, set->from - 1, known);
    }
    return set->from;
}

/* The same where arrears moved them. */
static date_t since(const struct show *s, uint32_t stakes, const struct share_set *set)
{
    const struct stakes *t = &s->fold->pact->stakes[stakes];
    uint32_t known = s->fold->state->known;
    bool moved = set != pact_stakes_known(t, s->fold->options.until, known);
    return moved ? set->from : holds_since(t, set, known);
}

static void fill_stakes(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (size_t i = 0; i < p->stakes_count; i++) {
        const struct share_set *set =
            state_stakes(s->fold->state, (uint32_t)i, s->fold->options.until);
        struct str name = pact_word(p, p->stakes[i].word);
        for (uint32_t k = 0; set && k < set->count; k++) {
            struct str party = show_party(s, set->parties[k]);
            if (!show_wants(s, name, party)) continue;
            show_put_text(s, name);
            show_put_text(s, party);
            put_ratio(s, set->weights[k], set->sum);
            show_put_date(s, since(s, (uint32_t)i, set));
        }
    }
}

/* ---- funds ---- */

static const struct show_column fund_columns[] = {
    {"fund", {"fund", "基金"}, false},      {"received", {"received", "累计转入"}, true},
    {"drawn", {"drawn", "累计支用"}, true}, {"balance", {"balance", "余额"}, true},
    {"target", {"target", "目标"}, true},
};

static void fill_funds(struct show *s)
{
    const struct pact *p = s->fold->pact;
    const struct provisions *now = pact_at(p, s->fold->options.until);
    for (uint32_t i = 0; i < p->fund_count; i++) {
        const struct fund_state *fund = &s->fold->state->funds[i];
        struct str name = pact_word(p, p->funds[i].word);
        if (!show_wants(s, name, name)) continue;
        show_put_text(s, name);
        show_put_amount(s, fund->received_minor);
        show_put_amount(s, fund->received_minor - fund->balance_minor);
        show_put_amount(s, fund->balance_minor);
        if (now->funds[i].target_minor == INT64_MAX)
            show_put_nothing(s);
        else
            show_put_amount(s, now->funds[i].target_minor);
    }
}

/* ---- projects ---- */

static const struct show_column project_columns[] = {
    {"project", {"project", "项目"}, false},
    {"kind", {"kind", "类别"}, false},
    {"lead", {"lead", "牵头"}, false},
    {"state", {"state", "状态"}, false},
    {"budget", {"budget", "预算"}, true},
    {"released", {"released", "已释放"}, true},
    {"spent", {"spent", "已支出"}, true},
    {"grant_left", {"grant left", "资助结余"}, true},
    {"calls_left", {"calls left", "催缴结余"}, true},
};

static void put_budget(struct show *s, const struct project_terms *p, uint32_t project)
{
    struct state *state = s->fold->state;
    struct ratio part = state_released(state, project);
    int64_t released, rest;
    int64_t budget = p->budget_minor + state->projects[project].supplement_minor;
    if (!p->has_budget || ratio_of(&released, &rest, budget, part) != OK) {
        show_put_nothing(s);
        show_put_nothing(s);
        return;
    }
    show_put_amount(s, budget);
    show_put_amount(s, released);
}

static void fill_projects(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t i = 0; i < p->project_count; i++) {
        const struct project_terms *project = pact_project(p, i, s->fold->options.until);
        const struct project_state *state = &s->fold->state->projects[i];
        struct str name = show_project(s, i);
        if (!project->term || !show_wants(s, name, name)) continue;
        show_put_text(s, name);
        show_put_text(s, project->has_kind ? show_choice(s, SET_PROJECT_KIND, project->kind)
                                           : STR(""));
        show_put_text(s, show_party(s, project->lead));
        show_put_text(s, state->stopped   ? text_in("stopped", "已停止", s->lang)
                         : state->started ? text_in("started", "已启动", s->lang)
                                          : text_in("planned", "未启动", s->lang));
        put_budget(s, project, i);
        show_put_amount(s, state->spent_minor);
        show_put_amount(s, state->unspent.grants_minor);
        show_put_amount(s, state->unspent.calls_minor);
    }
}

/* ---- capital ---- */

static const struct show_column capital_columns[] = {
    {"member", {"member", "成员"}, false},      {"pledged", {"pledged", "认缴"}, true},
    {"called", {"fallen due", "已到期"}, true}, {"paid", {"paid or set off", "实缴或抵销"}, true},
    {"in_kind", {"in kind", "实物计入"}, true}, {"capital", {"capital", "出资额"}, true},
    {"open", {"open", "未缴"}, true},
};

static int64_t open_debts(const struct debts *d)
{
    int64_t open = 0;
    for (size_t i = d->first; i < d->count; i++)
        open += d->list[i].amount_minor - d->list[i].paid_minor;
    return open;
}

static int64_t fallen_due(const struct show *s, uint32_t party)
{
    const struct pact *p = s->fold->pact;
    int64_t due = 0;
    for (size_t i = 0; i < p->tranche_count; i++)
        if (p->tranches[i].party == party && p->tranches[i].due <= s->fold->options.until &&
            tranche_is_called(&p->tranches[i]))
            due += p->tranches[i].amount_minor;
    return due;
}

static void fill_capital(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t i = 0; i < p->party_count; i++) {
        const struct party_state *state = &s->fold->state->parties[i];
        struct str name = show_party(s, i);
        bool any = state->member || state->capital_minor;
        if (!any || !show_wants(s, name, name)) continue;
        show_put_text(s, name);
        show_put_amount(s, state_pledge(s->fold->state, i));
        show_put_amount(s, fallen_due(s, i));
        show_put_amount(s, state->capital_minor - state->in_kind_minor);
        show_put_amount(s, state->in_kind_minor);
        show_put_amount(s, state->capital_minor);
        show_put_amount(s, open_debts(&state->debts[NATURE_CAPITAL]));
    }
}

/* ---- debts ---- */

static const struct show_column debt_columns[] = {
    {"member", {"member", "成员"}, false},   {"nature", {"nature", "性质"}, false},
    {"project", {"project", "项目"}, false}, {"due", {"due", "到期"}, false},
    {"state", {"state", "状态"}, false},     {"amount", {"amount", "金额"}, true},
    {"paid", {"paid", "已付"}, true},        {"open", {"open", "未付"}, true},
};

static void put_debt(struct show *s, uint32_t party, uint32_t nature, const struct debt *d)
{
    bool late = d->due < s->fold->options.until;
    show_put_text(s, show_party(s, party));
    show_put_text(s, show_choice(s, SET_NATURE, nature));
    show_put_text(s, show_project(s, d->project));
    show_put_date(s, d->due);
    show_put_text(s,
                  late ? text_in("overdue", "逾期", s->lang) : text_in("open", "未到期", s->lang));
    show_put_amount(s, d->amount_minor);
    show_put_amount(s, d->paid_minor);
    show_put_amount(s, d->amount_minor - d->paid_minor);
}

static void fill_debts(struct show *s)
{
    for (uint32_t i = 0; i < s->fold->state->party_count; i++)
        for (uint32_t nature = 0; nature < NATURE_COUNT; nature++) {
            const struct debts *d = &s->fold->state->parties[i].debts[nature];
            for (size_t k = d->first; k < d->count; k++) {
                if (d->list[k].paid_minor == d->list[k].amount_minor) continue;
                if (!show_wants(s, show_party(s, i), show_project(s, d->list[k].project))) continue;
                put_debt(s, i, nature, &d->list[k]);
            }
        }
}

/* ---- arrears ---- */

static const struct show_column arrears_columns[] = {
    {"member", {"member", "成员"}, false},   {"nature", {"nature", "性质"}, false},
    {"project", {"project", "项目"}, false}, {"due", {"due", "到期"}, false},
    {"unpaid", {"unpaid", "未付"}, true},    {"days", {"days late", "逾期天数"}, true},
    {"step", {"step", "后果"}, false},       {"on", {"on", "日期"}, false},
    {"state", {"state", "状态"}, false},
};

/* ---- grants ---- */

static const struct show_column grant_columns[] = {
    {"payer", {"payer", "资助方"}, false},
    {"received", {"received", "已收到"}, true},
    {"passed_on", {"passed on", "已转付"}, true},
    {"held", {"held", "留存"}, true},
};

static void fill_grants(struct show *s)
{
    for (uint32_t i = 0; i < s->grant_count; i++) {
        const struct grant_sums *g = &s->grants[i];
        if (!g->received_minor && !g->passed_minor) continue;
        struct str payer = words_text(&s->fold->state->payers, i);
        if (!show_wants(s, payer, payer)) continue;
        show_put_text(s, payer);
        show_put_amount(s, g->received_minor);
        show_put_amount(s, g->passed_minor);
        show_put_amount(s, g->received_minor - g->passed_minor);
    }
}

/* ---- entries ---- */

static const struct show_column entry_columns[] = {
    {"entry", {"entry", "记录"}, true},
    {"cited", {"cited as", "引用"}, false},
    {"amount", {"amount", "金额"}, true},
    {"text", {"text", "内容"}, false},
};

static bool entry_names(const struct show *s, const struct entry *e)
{
    const uint32_t words[] = {e->party, e->subject, e->project, e->other, e->motion};
    if (s->name.len == 0) return true;
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (words[i] != WORD_NONE && str_eq(pact_word(s->fold->pact, words[i]), s->name))
            return true;
    return false;
}

static void fill_entries(struct show *s)
{
    uint32_t ordinal = 0;
    date_t date = DATE_NONE;
    for (uint32_t i = 0; i < s->fold->doc->entry_count && show_is_past(s, i); i++) {
        const struct entry *e = document_entry(s->fold->doc, i);
        char text[DATE_TEXT_BYTES];
        ordinal = e->date == date ? ordinal + 1 : 1;
        date = e->date;
        if (!entry_names(s, e)) continue;
        date_format(text, date);
        show_put_number(s, (int64_t)i + 1);
        show_put_text(s, str_format(s->arena, "%s #%u", text, ordinal));
        if (e->amount)
            show_put_amount(s, e->amount);
        else
            show_put_nothing(s);
        show_put_text(s, entry_line(s->arena, s->fold->doc, i));
    }
}

/* ---- the table ---- */

#define COLUMNS(list) list, ARRAY_LEN(list)

const struct show_kind show_kinds[] = {
    {{"members", "成员"},
     {"who belongs to it, what is due to and owed by each", "成员及其应得、尚欠"},
     COLUMNS(member_columns),
     fill_members},
    {{"stakes", "份额"},
     {"the shares that hold on the day", "当日有效的份额"},
     COLUMNS(stake_columns),
     fill_stakes},
    {{"offers", "要约"},
     {"stakes and capital offered, who may take them up until when",
      "拟转让的份额与出资额及优先购买期"},
     COLUMNS(offer_columns),
     show_fill_offers},
    {{"funds", "基金"},
     {"what each fund received and holds", "各基金的转入与余额"},
     COLUMNS(fund_columns),
     fill_funds},
    {{"projects", "项目"},
     {"their state, budget and spending", "项目的状态、预算与支出"},
     COLUMNS(project_columns),
     fill_projects},
    {{"results", "成果"},
     {"the register of results and background, who owns them", "成果与背景技术登记及其权利人"},
     SHOW_RESULTS},
    {{"background", "背景技术"},
     {"what members brought in, and for which project", "成员带入的技术及所用项目"},
     SHOW_BACKGROUND},
    {{"licences", "许可"},
     {"what was licensed, to whom, for what, what it pays", "许可的标的、对象、范围与应付款"},
     SHOW_LICENCES},
    {{"adoption", "采用"},
     {"industrial use of results by members and outsiders", "成员与外部对成果的采用"},
     SHOW_ADOPTION},
    {{"capital", "出资"},
     {"pledged, fallen due, paid, in kind", "认缴、到期、实缴与实物"},
     COLUMNS(capital_columns),
     fill_capital},
    {{"debts", "欠款"},
     {"what members owe, a row a debt", "成员所欠，每笔一行"},
     COLUMNS(debt_columns),
     fill_debts},
    {{"arrears", "欠缴"},
     {"debts that are late, and the steps before and behind them", "逾期欠款及其各项后果"},
     COLUMNS(arrears_columns),
     show_fill_arrears},
    {{"grants", "资助"},
     {"what each payer gave and what is left", "各资助方的资助与留存"},
     COLUMNS(grant_columns),
     fill_grants},
    {{"budgets", "预算"},
     {"sums by year and category, and what was spent", "各年度各科目的预算与支出"},
     COLUMNS(show_budget_columns),
     show_fill_budgets},
    {{"bodies", "机构"},
     {"who sits in each body, was appointed to it, works there", "各机构的席位、委派与人员"},
     COLUMNS(show_body_columns),
     show_fill_bodies},
    {{"staff", "人员"},
     {"who works in which body, employed by whom", "各机构的人员及其受雇单位"},
     COLUMNS(show_staff_columns),
     show_fill_staff},
    {{"scores", "评分"},
     {"what members were appraised at, as it counts now", "各成员当前有效的评分"},
     COLUMNS(show_score_columns),
     show_fill_scores},
    {{"entries", "记录"},
     {"the journal, numbered", "编号的记录"},
     COLUMNS(entry_columns),
     fill_entries},
};

const size_t show_kind_count = ARRAY_LEN(show_kinds);
