/* Duties in words, and their table. */
#include "report/duties.h"

#include "report/names.h"
#include "report/table.h"

static const struct {
    const char *key;
    const char *words[2];
} kinds[] = {
#define DUTY(id, key, en, zh, states, find) {key, {en, zh}},
#include "settle/due_table.h"
#undef DUTY
};

static const struct {
    const char *key;
    const char *words[2];
} states[] = {
    [DUTY_OPEN] = {"open", {"open", "未到期"}},
    [DUTY_MET] = {"met", {"met", "已履行"}},
    [DUTY_LATE] = {"late", {"late", "逾期"}},
    [DUTY_CURED] = {"cured", {"cured", "已补正"}},
    [DUTY_IN_DEFAULT] = {"in_default", {"in default", "违约"}},
};

_Static_assert(ARRAY_LEN(states) == DUTY_STATE_COUNT, "words for every state");

const char *duty_kind_key(enum duty_kind kind)
{
    return kinds[kind].key;
}

const char *duty_state_key(enum duty_state state)
{
    return states[state].key;
}

struct str duty_state_words(enum duty_state state, enum language lang)
{
    return str_from(states[state].words[lang]);
}

/* "polytech, cri" */
static struct str set_names(const struct duties *d, const struct share_set *set)
{
    const struct pact *p = d->fold->pact;
    struct str names = STR("");
    for (uint32_t i = 0; i < set->count; i++)
        names = str_format(d->arena, "%.*s%s%.*s", STR_ARG(names), i ? ", " : "",
                           STR_ARG(pact_word(p, p->parties[set->parties[i]].word)));
    return names;
}

struct str duty_who_name(const struct duties *d, const struct duty_who *who, enum language lang)
{
    const struct pact *p = d->fold->pact;
    switch (who->kind) {
    case WHO_ALLIANCE: return text_in("alliance", "联盟", lang);
    case WHO_MEMBERS: return text_in("members", "全体成员", lang);
    case WHO_SET: return set_names(d, who->set);
    case WHO_PARTY: return pact_word(p, p->parties[who->index].word);
    case WHO_BODY: return pact_word(p, p->bodies[who->index].word);
    case WHO_NAMED: return who->text;
    }
    return STR("");
}

struct str duty_words(struct arena *a, const struct duty *duty, enum language lang)
{
    struct str words = str_from(kinds[duty->kind].words[lang]);
    if (!duty->subject.len) return words;
    return str_format(a, "%.*s %.*s", STR_ARG(words), STR_ARG(duty->subject));
}

struct str duty_clause(struct arena *a, const struct duty *duty, enum language lang)
{
    if (duty->term && !duty->term->article) return text_in("head", "首部", lang);
    return clause_name(a, duty->term);
}

/* ---- filter ---- */

/* Whether somebody is meant by a duty: alone, among others, or as a member. */
static bool is_meant(const struct duties *d, const struct duty_who *by, const struct duty_who *who)
{
    if (who->kind == WHO_PARTY && by->kind == WHO_MEMBERS)
        return d->fold->state->parties[who->index].member;
    for (uint32_t i = 0; who->kind == WHO_PARTY && by->kind == WHO_SET && i < by->set->count; i++)
        if (by->set->parties[i] == who->index) return true;
    return by->kind == who->kind && by->index == who->index;
}

static bool is_wanted(const struct duties *d, const struct duty *duty,
                      const struct duty_filter *filter)
{
    if (filter->by_state && duty->state != filter->state) return false;
    if (!filter->by_who || is_meant(d, &duty->who, &filter->who)) return true;
    return filter->who.kind == WHO_PARTY && is_meant(d, &duty->to, &filter->who);
}

void duties_filter(struct duties *d, const struct duty_filter *filter)
{
    size_t count = 0;
    for (size_t i = 0; i < d->count; i++)
        if (is_wanted(d, &d->list[i], filter)) d->list[count++] = d->list[i];
    d->count = count;
}

/* ---- the table ---- */

static struct str date_name(struct arena *a, date_t date)
{
    return date == DATE_NONE ? STR("–") : date_words(a, date);
}

static struct str amount_cell(const struct duties *d, const struct duty *duty, int64_t minor)
{
    return duty->money ? amount_grouped(d->arena, minor, d->fold->pact->digits) : STR("–");
}

/* "3.1", "2016-01-15 #2", "2.11, 2015-06-01 #1" */
static struct str origin(const struct duties *d, const struct duty *duty, enum language lang)
{
    struct str clause = duty_clause(d->arena, duty, lang);
    if (duty->entry == INDEX_NONE) return clause;
    struct str entry = entry_name(d->arena, d->fold->doc, duty->entry);
    if (!clause.len) return entry;
    return str_format(d->arena, "%.*s, %.*s", STR_ARG(clause), STR_ARG(entry));
}

static void put_row(struct table *t, const struct duties *d, const struct duty *duty,
                    enum language lang)
{
    table_cell(t, date_name(d->arena, duty->due));
    table_cell(t, duty_state_words(duty->state, lang));
    table_cell(t, duty_who_name(d, &duty->who, lang));
    table_cell(t, duty_words(d->arena, duty, lang));
    table_cell(t, duty_who_name(d, &duty->to, lang));
    table_cell(t, amount_cell(d, duty, duty->amount_minor));
    table_cell(t, amount_cell(d, duty, duty->open_minor));
    table_cell(t, date_name(d->arena, duty->done));
    table_cell(t, origin(d, duty, lang));
}

static struct str head(const struct duties *d, enum language lang)
{
    const struct pact *p = d->fold->pact;
    struct str title = alliance_title(d->arena, p, lang), currency = currency_name(p);
    struct str date = date_name(d->arena, d->at);
    return lang == LANG_ZH ? str_format(d->arena, "%.*s\n义务，截至 %.*s，币种 %.*s\n\n",
                                        STR_ARG(title), STR_ARG(date), STR_ARG(currency))
                           : str_format(d->arena, "%.*s\nDuties on %.*s, in %.*s\n\n",
                                        STR_ARG(title), STR_ARG(date), STR_ARG(currency));
}

/* "open 3, met 12, late 1, cured 0, in default 0" */
static struct str counts(const struct duties *d, enum language lang)
{
    size_t sums[DUTY_STATE_COUNT] = {0};
    struct str line = STR("");
    for (size_t i = 0; i < d->count; i++) sums[d->list[i].state]++;
    for (enum duty_state s = 0; s < DUTY_STATE_COUNT; s++)
        line = str_format(d->arena, "%.*s%s%s %zu", STR_ARG(line),
                          !s                ? ""
                          : lang == LANG_ZH ? "，"
                                            : ", ",
                          states[s].words[lang], sums[s]);
    return line;
}

struct str duties_text(const struct duties *d, enum language lang)
{
    static const struct {
        const char *title[2];
        bool right;
    } columns[] = {
        {{"due", "到期"}, false},  {{"state", "状态"}, false}, {{"who", "义务人"}, false},
        {{"what", "事项"}, false}, {{"to", "对方"}, false},    {{"amount", "金额"}, true},
        {{"open", "未付"}, true},  {{"met", "履行"}, false},   {{"by", "依据"}, false},
    };
    struct table t;
    table_init(&t, d->arena, ARRAY_LEN(columns));
    for (uint32_t i = 0; i < ARRAY_LEN(columns); i++) {
        if (!columns[i].right) table_left(&t, i);
        table_cell(&t, str_from(columns[i].title[lang]));
    }
    table_rule(&t);
    for (size_t i = 0; i < d->count; i++) put_row(&t, d, &d->list[i], lang);
    struct str top = head(d, lang), table = table_text(&t), sums = counts(d, lang);
    return str_format(d->arena, "%.*s%.*s\n%.*s\n", STR_ARG(top), STR_ARG(table), STR_ARG(sums));
}
