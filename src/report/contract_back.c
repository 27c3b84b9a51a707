/* The contract, what stands behind its parts: annexes, changes, signatures. */
#include "report/contract_inside.h"

#include "report/names.h"

#include <string.h>

/* ---- annexes ---- */

static const struct paper_column share_columns[] = {
    {{"Party", "成员"}, false, true},
    {{"Share", "份额"}, true, false},
};
static const struct paper_column worth_columns[] = {
    {{"Coalition", "合作组合"}, false, true},
    {{"Worth", "价值"}, true, false},
};

/* Lines of which each is a row: what stands before its tab, and behind it. */
static void put_rows(struct contract *c, const struct term *t, const struct paper_column *columns)
{
    paper_table(c->paper, columns, 2);
    for (const struct term *l = t->first; l; l = l->next) {
        struct str row = prose_sentence(&c->prose, l);
        const char *tab = memchr(row.ptr, '\t', row.len);
        CHECK(tab);
        size_t at = (size_t)(tab - row.ptr);
        paper_cell(c->paper, str_slice(row, 0, at));
        paper_cell(c->paper, str_slice(row, at + 1, row.len));
    }
}

static struct str annex_title(const struct contract *c, const struct term *t)
{
    struct str name = pact_word(c->pact, term_word(t, ROLE_name));
    const struct bind *zh = c->lang == LANG_ZH ? term_bind(t, ROLE_zh) : NULL;
    if (zh) name = bind_text(c->arena, c->pact->doc->sources, zh);
    if (t->form == F_STAKES)
        return str_format(c->arena, c->lang == LANG_ZH ? "份额表“%.*s”" : "Table of shares “%.*s”",
                          STR_ARG(name));
    if (t->form == F_GAME)
        return str_format(c->arena, c->lang == LANG_ZH ? "博弈“%.*s”" : "Game “%.*s”",
                          STR_ARG(name));
    struct str text = prose_text(&c->prose, t);
    return str_format(c->arena, c->lang == LANG_ZH ? "算例“%.*s”" : "Worked example “%.*s”",
                      STR_ARG(text));
}

/* What is given, what happens, what must come out: each block a line, dated lines between them. */
static void put_example(struct contract *c, const struct term *t)
{
    contract_put_items(c, t, STR(""), 0);
}

static void put_annex_title(struct contract *c, size_t index, struct str title)
{
    struct str name = contract_annex_name(c, index);
    paper_put(c->paper, PAPER_PART,
              str_format(c->arena, c->lang == LANG_ZH ? "%.*s　%.*s" : "%.*s. %.*s", STR_ARG(name),
                         STR_ARG(title)));
}

void contract_put_annexes(struct contract *c)
{
    for (size_t i = 0; i < c->annex_count; i++) {
        const struct term *t = c->annexes[i];
        put_annex_title(c, i, annex_title(c, t));
        paper_put(c->paper, PAPER_TEXT,
                  str_format(c->arena, c->lang == LANG_ZH ? "（第%u.%u款）" : "(Clause %u.%u)",
                             t->article, t->clause));
        if (t->form == F_EXAMPLE)
            put_example(c, t);
        else
            put_rows(c, t, t->form == F_GAME ? worth_columns : share_columns);
    }
}

/* ---- changes ---- */

static const struct paper_column change_columns[] = {
    {{"Date", "日期"}, false, false},
    {{"Change", "变更事项"}, false, true},
    {{"Motion", "议案"}, false, false},
};

static struct str amended_articles(const struct contract *c, const struct term *amend)
{
    struct writer w = {.arena = c->arena};
    for (const struct term *t = amend->first; t; t = t->next) {
        if (w.len) writer_put(&w, contract_say(c, "; ", "；"));
        writer_put(&w, prose_sentence(&c->prose, t));
    }
    return writer_text(&w);
}

static struct str called(const struct contract *c, uint32_t word)
{
    uint32_t party = pact_find(c->pact, THING_PARTY, word);
    return party == INDEX_NONE ? pact_word(c->pact, word) : prose_party(&c->prose, party);
}

/* What an entry changes of the agreement or its members; empty where it changes nothing. */
static struct str change_of(const struct contract *c, const struct entry *e)
{
    bool zh = c->lang == LANG_ZH;
    struct str who;
    switch ((int)e->form) {
    case F_AMEND:
        who = amended_articles(c, document_extra(c->pact->doc, e));
        return str_format(c->arena, zh ? "修订：%.*s" : "Amended: %.*s", STR_ARG(who));
    case F_JOIN:
        who = called(c, term_word(document_extra(c->pact->doc, e), ROLE_name));
        return str_format(c->arena, zh ? "%.*s加入联盟" : "%.*s joins the Alliance", STR_ARG(who));
    case F_LEAVES:
        who = called(c, e->party);
        return str_format(c->arena, zh ? "%.*s退出联盟" : "%.*s leaves the Alliance", STR_ARG(who));
    case F_EXPEL:
        who = called(c, e->party);
        return str_format(c->arena, zh ? "%.*s被除名" : "%.*s is expelled", STR_ARG(who));
    case F_DISSOLVE_ENTRY: return contract_say(c, "The Alliance is dissolved", "联盟解散");
    default: return STR("");
    }
}

void contract_put_changes(struct contract *c)
{
    bool headed = false;
    for (size_t i = 0; i < c->pact->doc->ahead_count; i++) {
        const struct entry *e = document_entry(c->pact->doc, c->pact->doc->ahead[i]);
        struct str change = e->date <= c->at ? change_of(c, e) : STR("");
        if (change.len == 0) continue;
        if (!headed) {
            put_annex_title(
                c, c->annex_count,
                contract_say(c, "Amendments and changes of membership", "协议修订与成员变更"));
            paper_table(c->paper, change_columns, ARRAY_LEN(change_columns));
        }
        headed = true;
        paper_cell(c->paper, prose_date(&c->prose, e->date));
        paper_cell(c->paper, change);
        paper_cell(c->paper, e->motion ? pact_word(c->pact, e->motion) : STR(""));
    }
}

/* ---- signatures ---- */

static const struct paper_column signature_columns[] = {
    {{"Party", "协议方"}, false, true},
    {{"Signature and seal", "签字、盖章"}, false, true},
    {{"Date", "日期"}, false, true},
};

/* By party: the first entry by which it signed, by the day of the text; NULL: it did not. */
static const struct term **signatures(const struct contract *c)
{
    const struct document *d = c->pact->doc;
    const struct term **signed_by =
        ARENA_ARRAY(c->arena, const struct term *, c->pact->party_count);
    for (size_t i = 0; i < d->ahead_count; i++) {
        const struct entry *e = document_entry(d, d->ahead[i]);
        if (e->form != F_SIGN || e->date > c->at) continue;
        uint32_t party = pact_find(c->pact, THING_PARTY, e->party);
        if (party != INDEX_NONE && !signed_by[party]) signed_by[party] = document_extra(d, e);
    }
    return signed_by;
}

/* The name as on licence and seal, the registration number, where letters go. */
static struct str party_cell(const struct contract *c, const struct term *party)
{
    struct str name = prose_text(&c->prose, party),
               number = contract_party_line(c, party, F_P_REGISTERED);
    if (!number.len) number = contract_say(c, "_______________", "_______________");
    return str_format(c->arena,
                      c->lang == LANG_ZH ? "%.*s（盖章）\n登记号：%.*s\n通讯地址：_______________"
                                         : "%.*s (seal)\nRegistration number: %.*s\nAddress for "
                                           "service: _______________",
                      STR_ARG(name), STR_ARG(number));
}

/* What the entry says of who signed; where it only repeats the capacity that the terms name, that
 * one, in the language of the contract. */
static struct str signatory(const struct contract *c, const struct term *party,
                            const struct term *signed_by)
{
    struct str who = prose_text(&c->prose, signed_by);
    for (const struct term *t = party->first; t; t = t->next) {
        if (t->form != F_P_SIGNS) continue;
        struct str capacity = bind_text(c->arena, c->pact->doc->sources, term_bind(t, ROLE_text));
        if (str_eq(who, capacity)) return prose_text(&c->prose, t);
    }
    return who;
}

static struct str signature_cell(const struct contract *c, const struct term *party,
                                 const struct term *signed_by)
{
    struct str capacity = contract_party_line(c, party, F_P_SIGNS);
    if (!capacity.len)
        capacity = contract_say(c, "Legal or authorised representative", "法定代表人或授权代表");
    if (!signed_by)
        return str_format(c->arena,
                          c->lang == LANG_ZH ? "%.*s（签字）：_______________"
                                             : "%.*s: _______________",
                          STR_ARG(capacity));
    struct str who = signatory(c, party, signed_by);
    return str_format(c->arena, c->lang == LANG_ZH ? "已签署：%.*s" : "Signed: %.*s", STR_ARG(who));
}

static struct str date_cell(const struct contract *c, const struct term *signed_by)
{
    if (signed_by) return prose_date(&c->prose, signed_by->date);
    return contract_say(c, "_______________", "____年__月__日");
}

void contract_put_signatures(struct contract *c)
{
    const struct term **signed_by = signatures(c);
    paper_put(c->paper, PAPER_PAGE, STR(""));
    paper_put(c->paper, PAPER_PART, contract_say(c, "Signatures", "签署页"));
    paper_put(
        c->paper, PAPER_TEXT,
        contract_say(c,
                     "Each party signs by its legal representative or by who holds its written "
                     "authority. Its name is that of its licence and of its seal.",
                     "各方由其法定代表人或持有书面授权的代表签署；名称与营业执照或法人证书及"
                     "印章一致。"));
    paper_table(c->paper, signature_columns, ARRAY_LEN(signature_columns));
    for (uint32_t i = 0; i < c->pact->party_count; i++) {
        const struct term *party = c->parties[i];
        if (!party) continue;
        paper_cell(c->paper, party_cell(c, party));
        paper_cell(c->paper, signature_cell(c, party, signed_by[i]));
        paper_cell(c->paper, date_cell(c, signed_by[i]));
    }
    if (c->pact->party_count) paper_roomy(c->paper);
}
