/* The contract, what stands before its parts: title, parties, definitions. */
#include "report/contract_inside.h"

#include "report/names.h"

/* ---- parties ---- */

static const struct paper_column party_columns[] = {
    {{"No.", "编号"}, false, false},           {{"Name", "名称"}, false, true},
    {{"Kind", "类别"}, false, true},           {{"Registration number", "登记号"}, false, true},
    {{"Signs by", "签署人身份"}, false, true}, {{"Short name", "简称"}, false, false},
};

struct str contract_party_line(const struct contract *c, const struct term *party, enum form form)
{
    for (const struct term *t = party->first; t; t = t->next)
        if (t->form == form) return prose_text(&c->prose, t);
    return STR("");
}

static struct str kind_of(const struct contract *c, const struct term *party)
{
    struct str word = prose_choice(&c->prose, term_bind(party, ROLE_kind));
    if (!term_bind(party, ROLE_lead)) return word;
    return str_format(c->arena, c->lang == LANG_ZH ? "%.*s（牵头单位）" : "%.*s (leading)",
                      STR_ARG(word));
}

/* The clause that names it; who joined later has the day instead. */
static struct str number_of(const struct contract *c, const struct term *party)
{
    if (party->form == F_JOIN) return prose_date(&c->prose, party->date);
    return str_format(c->arena, "%u.%u", party->article, party->clause);
}

/* The name, and below it that in the other language. */
static struct str name_of(const struct contract *c, const struct term *party)
{
    struct str name = prose_text(&c->prose, party), other = prose_other_text(&c->prose, party);
    if (other.len == 0) return name;
    return str_format(c->arena, "%.*s\n%.*s", STR_ARG(name), STR_ARG(other));
}

static void put_parties(struct contract *c)
{
    paper_put(c->paper, PAPER_PART, contract_say(c, "The Parties", "协议各方"));
    paper_table(c->paper, party_columns, ARRAY_LEN(party_columns));
    for (uint32_t i = 0; i < c->pact->party_count; i++) {
        const struct term *party = c->parties[i];
        if (!party) continue;
        paper_cell(c->paper, number_of(c, party));
        paper_cell(c->paper, name_of(c, party));
        paper_cell(c->paper, kind_of(c, party));
        paper_cell(c->paper, contract_party_line(c, party, F_P_REGISTERED));
        paper_cell(c->paper, contract_party_line(c, party, F_P_SIGNS));
        paper_cell(c->paper, pact_word(c->pact, c->pact->parties[i].word));
    }
}

/* ---- definitions ---- */

static const struct definition {
    uint8_t set;
    const char *word, *texts[2];
} definitions[] = {
#define DEFINE(set, word, en, zh) {SET_##set, word, {en, zh}},
#include "report/definition_table.h"
#undef DEFINE
};

static uint32_t rank_of(const struct contract *c, const struct definition *d)
{
    const struct grammar *g = c->pact->doc->g;
    uint32_t rank = 0;
    while (!str_eq(choice_text(c->arena, g, d->set, rank, LANG_EN), str_from(d->word))) rank++;
    return rank;
}

static bool says(const struct term *t, uint8_t set, uint32_t rank)
{
    for (uint32_t i = 0; i < t->bind_count; i++)
        if (t->binds[i].type == VALUE_CHOICE && t->binds[i].what == set && t->binds[i].rank == rank)
            return true;
    for (const struct term *line = t->first; line; line = line->next)
        if (says(line, set, rank)) return true;
    return false;
}

static bool is_used(const struct contract *c, const struct definition *d)
{
    uint32_t rank = rank_of(c, d);
    for (size_t i = 0; i < c->term_count; i++)
        if (says(c->terms[i], d->set, rank)) return true;
    return false;
}

static void put_definition(struct contract *c, uint32_t n, struct str text)
{
    struct str label = str_format(c->arena, c->lang == LANG_ZH ? "（%u）" : "(%u)", n);
    paper_item(c->paper, label, contract_stop(c, text, contract_say(c, ".", "。")), 0);
}

void contract_put_definitions(struct contract *c)
{
    uint32_t n = 0;
    paper_put(c->paper, PAPER_PART, contract_say(c, "Definitions and Reading", "定义与解释"));
    for (size_t i = 0; i < ARRAY_LEN(definitions); i++)
        if (is_used(c, &definitions[i]))
            put_definition(c, ++n, str_from(definitions[i].texts[c->lang]));
    put_definition(
        c, ++n,
        contract_say(c,
                     "“By” and “until” a day include that day; a period of days begins "
                     "on the day after the event; “at least” and “at most” include the "
                     "figure named, “more than” and “under” do not",
                     "本协议所称某日“前”“截至”某日，均含该日；期间以日计算的，自事件发生之"
                     "次日起算；“以上”“以内”“不低于”“不超过”含本数，“超过”“低于”"
                     "不含本数，另有注明的除外"));
    put_definition(
        c, ++n,
        contract_say(c,
                     "Clauses are cited by the number before them, 6.1 being the first "
                     "clause of Article 6, wherever in this document they stand",
                     "条款以其前列编号援引，例如6.1指第六条第一款，不受其在本文件中所处位置"
                     "影响"));
}

/* ---- title ---- */

static void put_title(struct contract *c)
{
    struct str title = alliance_title(c->arena, c->pact, c->lang);
    paper_put(c->paper, PAPER_TITLE,
              c->lang == LANG_ZH ? str_format(c->arena, "%.*s协议书", STR_ARG(title))
                                 : str_format(c->arena, "Agreement of the %.*s", STR_ARG(title)));
}

/* The day of the last amendment in the text; DATE_NONE: it is as it was signed. */
static date_t last_amended(const struct contract *c)
{
    date_t last = DATE_NONE;
    for (size_t i = 0; i < c->pact->text_count; i++)
        if (c->pact->texts[i].from <= c->at && c->pact->texts[i].from > last)
            last = c->pact->texts[i].from;
    return last;
}

static void put_state(struct contract *c, struct str digest)
{
    date_t amended = last_amended(c);
    if (amended != DATE_NONE) {
        struct str day = prose_date(&c->prose, amended);
        paper_put(c->paper, PAPER_TEXT,
                  str_format(c->arena,
                             c->lang == LANG_ZH ? "经%.*s修订的文本。" : "As amended on %.*s.",
                             STR_ARG(day)));
    }
    paper_put(c->paper, PAPER_TEXT, digest);
}

void contract_put_front(struct contract *c, struct str digest)
{
    put_title(c);
    put_state(c, digest);
    put_parties(c);
}
