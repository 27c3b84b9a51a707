/* The contract: which terms hold, the eleven parts, and the clauses that stand in each. */
#include "report/contract_inside.h"

#include "lang/canonical.h"
#include "lang/numeral.h"
#include "report/names.h"
#include "review/silence.h"

struct str contract_say(const struct contract *c, const char *en, const char *zh)
{
    return text_in(en, zh, c->lang);
}

/* ---- the terms of a day ---- */

static void add_term(struct contract *c, const struct term *t)
{
    *ARENA_PUSH(c->arena, c->terms, c->term_count, c->term_capacity) = t;
}

static const struct article_text *text_of_day(const struct contract *c, uint32_t article)
{
    for (size_t i = c->pact->text_count; i-- > 0;)
        if (c->pact->texts[i].term->article == article && text_holds(&c->pact->texts[i], c->at))
            return &c->pact->texts[i];
    return NULL;
}

/* The top-level statements of a day: the head, the articles as they read then, rules. */
static void list_terms(struct contract *c)
{
    for (const struct term *t = c->pact->doc->first; t; t = t->next) {
        const struct article_text *text = t->form == F_ARTICLE ? text_of_day(c, t->article) : NULL;
        if (t->form != F_INCLUDE && t->form != F_LANGUAGE) add_term(c, text ? text->term : t);
    }
    for (size_t i = 0; i < c->pact->text_count; i++) {
        const struct article_text *text = &c->pact->texts[i], *first = text;
        while (first->before) first = first->before;
        if (first->entry != INDEX_NONE && text_holds(text, c->at)) add_term(c, text->term);
    }
}

void contract_digest(char out[SHA256_HEX_BYTES], struct arena *arena, const struct pact *pact,
                     date_t at)
{
    struct contract c = {.arena = arena, .pact = pact, .at = at};
    list_terms(&c);
    struct str terms = canonical_text(pact->doc, c.terms, c.term_count);
    sha256_hex(out, str_format(arena, "language 1\n%.*s", STR_ARG(terms)));
}

/* ---- where a clause stands ---- */

static const struct {
    uint8_t form, part, layout;
} places[] = {
#define PART(id, en, zh)
#define PLACE(form, part, layout) {F_##form, PART_##part, LAYOUT_##layout},
#define SILENT(subject, part)
#include "report/part_table.h"
#undef PART
#undef PLACE
#undef SILENT
};

static const struct {
    const char *names;
    enum contract_part part;
} covenants[] = {
#define COVENANT(id, names, part, en, zh) {names, PART_##part},
#include "review/covenant_table.h"
#undef COVENANT
};

static enum layout layout_of(enum form form)
{
    for (size_t i = 0; i < ARRAY_LEN(places); i++)
        if (places[i].form == form) return (enum layout)places[i].layout;
    return LAYOUT_ITEMS;
}

static enum contract_part part_of_form(enum form form)
{
    for (size_t i = 0; i < ARRAY_LEN(places); i++)
        if (places[i].form == form) return (enum contract_part)places[i].part;
    return PART_OTHER;
}

/* PART_COUNT where no table knows the covenant. */
static enum contract_part part_of_covenant(const struct contract *c, const struct term *t)
{
    struct str name = pact_word(c->pact, term_word(t, ROLE_name));
    for (size_t i = 0; i < ARRAY_LEN(covenants); i++)
        if (str_is_among(name, covenants[i].names)) return covenants[i].part;
    return PART_COUNT;
}

/* Where a clause stands; *before is the part of the clause before it, and of an unknown covenant.
 */
static enum contract_part part_of(const struct contract *c, const struct term *t,
                                  enum contract_part *before)
{
    if (t->form != F_COVENANT) {
        *before = part_of_form(t->form);
        return *before;
    }
    enum contract_part part = part_of_covenant(c, t);
    return part == PART_COUNT ? *before : part;
}

/* ---- parties ---- */

/* Who joined by the day, and whom the text in force names, as it names it. */
static void list_parties(struct contract *c)
{
    c->parties = ARENA_ARRAY(c->arena, const struct term *, c->pact->party_count);
    for (size_t i = 0; i < c->pact->party_count; i++) {
        const struct party *party = &c->pact->parties[i];
        if (party->entry != INDEX_NONE && party->since <= c->at) c->parties[i] = party->term;
    }
    for (size_t i = 0; i < c->term_count; i++)
        for (const struct term *t = c->terms[i]->first; t; t = t->next) {
            if (t->form != F_PARTY) continue;
            uint32_t party = pact_find(c->pact, THING_PARTY, term_word(t, ROLE_name));
            if (party != INDEX_NONE) c->parties[party] = t;
        }
}

/* ---- annexes ---- */

static void list_annexes(struct contract *c)
{
    for (size_t i = 0; i < c->term_count; i++)
        for (const struct term *t = c->terms[i]->first; t; t = t->next)
            if (layout_of(t->form) == LAYOUT_ANNEX)
                *ARENA_PUSH(c->arena, c->annexes, c->annex_count, c->annex_capacity) = t;
}

struct str contract_annex_name(const struct contract *c, size_t index)
{
    if (c->lang == LANG_EN) return str_format(c->arena, "Annex %zu", index + 1);
    struct str number = numeral_write(c->arena, (int64_t)index + 1);
    return str_format(c->arena, "附件%.*s", STR_ARG(number));
}

static struct str annex_of(const struct contract *c, const struct term *t)
{
    for (size_t i = 0; i < c->annex_count; i++)
        if (c->annexes[i] == t) return contract_annex_name(c, i);
    return STR("");
}

/* ---- clauses ---- */

struct str contract_stop(const struct contract *c, struct str sentence, struct str stop)
{
    static const char *const stops[] = {".", ";", ":", "!", "?", "。", "；", "：", "！", "？"};
    bool full = str_eq(stop, STR(".")) || str_eq(stop, STR("。")); /* "Co., Ltd.;" is right */
    for (size_t i = full ? 0 : 1; i < ARRAY_LEN(stops); i++)
        if (str_ends_with(sentence, str_from(stops[i]))) return sentence;
    return str_format(c->arena, "%.*s%.*s", STR_ARG(sentence), STR_ARG(stop));
}

static const struct term *first_line(const struct term *t)
{
    while (t && prose_is_name(t->form)) t = t->next;
    return t;
}

/* The lines below in one sentence with the statement: `open` before the first, `between` them. */
static struct str run_on(const struct contract *c, const struct term *t, struct str open,
                         struct str between)
{
    struct str text = prose_sentence(&c->prose, t), joint = open;
    for (const struct term *l = first_line(t->first); l; l = first_line(l->next), joint = between) {
        struct str line = prose_sentence(&c->prose, l);
        text = str_format(c->arena, "%.*s%.*s%.*s", STR_ARG(text), STR_ARG(joint), STR_ARG(line));
    }
    return text;
}

/* Whether nothing of the clause comes behind a line. */
static bool is_last(const struct term *t, const struct term *clause)
{
    for (; t != clause; t = t->parent)
        if (first_line(t->next)) return false;
    return true;
}

static const struct term *clause_of(const struct term *t)
{
    while (t->parent && t->parent->form != F_ARTICLE && t->parent->form != F_AMEND_ARTICLE)
        t = t->parent;
    return t;
}

void contract_put_items(struct contract *c, const struct term *t, struct str above, uint32_t level)
{
    uint32_t n = 0;
    for (const struct term *l = first_line(t->first); l; l = first_line(l->next)) {
        struct str path =
            str_format(c->arena, "%.*s%s%u", STR_ARG(above), above.len ? "." : "", ++n);
        struct str stop = contract_say(c, ";", "；");
        if (first_line(l->first))
            stop = contract_say(c, ":", "：");
        else if (is_last(l, clause_of(l)))
            stop = contract_say(c, ".", "。");
        struct str text =
            contract_stop(c, contract_counted(c, l, prose_sentence(&c->prose, l)), stop);
        paper_item(c->paper,
                   str_format(c->arena, c->lang == LANG_ZH ? "（%.*s）" : "(%.*s)", STR_ARG(path)),
                   text, level);
        contract_put_items(c, l, path, level + 1);
    }
}

/* A statement with the lines below it, set as part_table.h says. */
static void put_clause(struct contract *c, const struct term *t, struct str label)
{
    struct str text, stop = contract_say(c, ".", "。");
    enum layout layout = layout_of(t->form);
    if (layout == LAYOUT_ANNEX) c->prose.annex = annex_of(c, t);
    if (layout == LAYOUT_RUN)
        text = run_on(c, t, contract_say(c, ": ", "："), contract_say(c, "; ", "；"));
    else if (layout == LAYOUT_JOIN)
        text = run_on(c, t, contract_say(c, ", ", "，"), contract_say(c, ", ", "，"));
    else
        text = contract_counted(c, t, prose_sentence(&c->prose, t));
    bool items = layout == LAYOUT_ITEMS && first_line(t->first) && t->form != F_ALLIANCE;
    if (items) stop = contract_say(c, ":", "：");
    paper_item(c->paper, label, contract_stop(c, text, stop), 0);
    if (items) contract_put_items(c, t, STR(""), 1);
}

/* ---- parts ---- */

static const struct {
    const char *texts[2];
} part_titles[PART_COUNT] = {
#define PART(id, en, zh) {{en, zh}},
#define PLACE(form, part, layout)
#define SILENT(subject, part)
#include "report/part_table.h"
#undef PART
#undef PLACE
#undef SILENT
};

static void put_part_title(struct contract *c, enum contract_part part)
{
    const char *title = part_titles[part].texts[c->lang];
    struct str number = numeral_write(c->arena, part), text = str_from(title);
    if (part != PART_RECITALS && c->lang == LANG_ZH)
        text = str_format(c->arena, "第%.*s部分　%s", STR_ARG(number), title);
    else if (part != PART_RECITALS)
        text = str_format(c->arena, "Part %d. %s", (int)part, title);
    paper_put(c->paper, PAPER_PART, text);
}

static void put_head_lines(struct contract *c, const struct term *t, enum contract_part part)
{
    if (part_of_form(t->form) == part) put_clause(c, t, STR(""));
    for (const struct term *l = first_line(t->first); l; l = first_line(l->next))
        if (part_of_form(l->form) == part) put_clause(c, l, STR(""));
}

/* The last of the members that stand one below the other from this one on. */
static const struct term *last_party(const struct term *t)
{
    while (t->next && t->next->form == F_PARTY) t = t->next;
    return t;
}

/* Members that stand in the table of the parties already are not named again. */
static void put_members(struct contract *c, const struct term *first, const struct term *last)
{
    struct str label = str_format(c->arena, "%u.%u–%u.%u", first->article, first->clause,
                                  last->article, last->clause);
    paper_item(c->paper, label,
               contract_say(c,
                            "The members of the Alliance are the parties named at the head of this "
                            "Agreement under these numbers.",
                            "联盟成员为本协议首部“协议各方”中列于上述编号的各方。"),
               0);
}

static void put_article(struct contract *c, const struct term *article, enum contract_part part)
{
    bool headed = false;
    if (!article->first && part == PART_OTHER) {
        paper_put(c->paper, PAPER_HEADING, prose_sentence(&c->prose, article));
        paper_put(c->paper, PAPER_TEXT, contract_say(c, "(No clauses.)", "（本条无条款。）"));
    }
    enum contract_part before = PART_OTHER;
    for (const struct term *t = article->first; t; t = t->next) {
        if (part_of(c, t, &before) != part) continue;
        if (!headed && part != PART_RECITALS)
            paper_put(c->paper, PAPER_HEADING, prose_sentence(&c->prose, article));
        headed = true;
        const struct term *last = t->form == F_PARTY ? last_party(t) : t;
        if (last != t)
            put_members(c, t, last);
        else
            put_clause(c, t, str_format(c->arena, "%u.%u", t->article, t->clause));
        t = last;
    }
}

static void put_terms(struct contract *c, enum contract_part part)
{
    for (size_t i = 0; i < c->term_count; i++) {
        const struct term *t = c->terms[i];
        if (t->form == F_ALLIANCE)
            put_head_lines(c, t, part);
        else if (t->form == F_ARTICLE || t->form == F_AMEND_ARTICLE)
            put_article(c, t, part);
        else if (part_of_form(t->form) == part)
            put_clause(c, t, STR(""));
    }
}

static bool divides_work(const struct term *t)
{
    if (t->form != F_PROJECT) return false;
    for (const struct term *l = t->first; l; l = l->next)
        if (l->form == F_J_LEAD || l->form == F_J_WORK) return true;
    return false;
}

/* The clauses that say who does what in the projects: the drafting reference looks for them among
 * the tasks. */
static void put_division_of_work(struct contract *c)
{
    struct writer w = {.arena = c->arena};
    for (size_t i = 0; i < c->term_count; i++)
        for (const struct term *t = c->terms[i]->first; t; t = t->next) {
            if (!divides_work(t)) continue;
            if (w.len) writer_put(&w, contract_say(c, ", ", "、"));
            writer_put(&w, str_format(c->arena, "%u.%u", t->article, t->clause));
        }
    if (!w.len) return;
    struct str clauses = writer_text(&w);
    paper_item(c->paper, STR(""),
               str_format(c->arena,
                          c->lang == LANG_ZH ? "各成员在各项目中的任务分工，按第%.*s款的约定执行。"
                                             : "Who does what in each project stands in %.*s.",
                          STR_ARG(clauses)),
               0);
}

/* ---- silence ---- */

static const struct {
    enum silence subject;
    enum contract_part part;
} silent[] = {
#define PART(id, en, zh)
#define PLACE(form, part, layout)
#define SILENT(subject, part) {SILENCE_##subject, PART_##part},
#include "report/part_table.h"
#undef PART
#undef PLACE
#undef SILENT
};

_Static_assert(ARRAY_LEN(silent) == SILENCE_COUNT, "each subject is told of in one part");

static const struct {
    const char *on[2], *normal[2], *law[2];
} defaults[SILENCE_COUNT] = {
#define SILENCE(id, applies, on, normal, law, write, zh_on, zh_normal, zh_law, zh_write)           \
    {{on, zh_on}, {normal, zh_normal}, {law, zh_law}},
#include "review/silence_table.h"
#undef SILENCE
};

static void put_silence(struct contract *c, enum contract_part part)
{
    for (size_t i = 0; i < ARRAY_LEN(silent); i++) {
        enum silence s = silent[i].subject;
        if (silent[i].part != part || !review_is_silent(c->pact, s, c->at)) continue;
        paper_put(c->paper, PAPER_NOTE,
                  c->lang == LANG_ZH
                      ? str_format(c->arena, "本协议未约定%s。可能适用的法定规则：%s（%s）。",
                                   defaults[s].on[LANG_ZH], defaults[s].normal[LANG_ZH],
                                   defaults[s].law[LANG_ZH])
                      : str_format(c->arena,
                                   "Nothing is agreed on %s. What may then apply by law: %s (%s).",
                                   defaults[s].on[LANG_EN], defaults[s].normal[LANG_EN],
                                   defaults[s].law[LANG_EN]));
    }
}

static void put_part(struct contract *c, enum contract_part part)
{
    put_part_title(c, part);
    size_t before = c->paper->count;
    put_terms(c, part);
    if (part == PART_GOALS) put_division_of_work(c);
    if (c->paper->count == before)
        paper_put(c->paper, PAPER_TEXT,
                  contract_say(c, "This Agreement provides nothing on this part.",
                               "本协议就本部分未作约定。"));
    put_silence(c, part);
}

/* The recitals, and that all agree. */
static void put_recitals(struct contract *c)
{
    put_part_title(c, PART_RECITALS);
    put_terms(c, PART_RECITALS);
    paper_put(c->paper, PAPER_TEXT,
              contract_say(c,
                           "The parties have agreed as follows, each of its own free will and with "
                           "equal standing.",
                           "上述各方本着平等自愿的原则，经协商一致，订立本协议，共同遵守。"));
}

/* ---- the whole ---- */

void contract_paper(struct paper *out, struct arena *arena, const struct pact *pact,
                    struct contract_request request)
{
    struct contract c = {
        .arena = arena, .pact = pact, .paper = out, .lang = request.lang, .at = request.at};
    char digest[SHA256_HEX_BYTES];
    contract_digest(digest, arena, pact, request.at);
    prose_init(&c.prose, arena, pact->doc, request.lang);
    struct str foot = str_format(
        arena, request.lang == LANG_ZH ? "协议摘要 SHA-256：%s" : "Digest SHA-256: %s", digest);
    paper_init(out, arena,
               (struct paper_options){.lang = request.lang,
                                      .digits = pact->digits,
                                      .date = pact->founded,
                                      .head = alliance_title(arena, pact, request.lang),
                                      .foot = foot});
    list_terms(&c);
    list_parties(&c);
    prose_know(&c.prose, pact, c.terms, c.term_count);
    list_annexes(&c);
    contract_put_front(&c, foot);
    put_recitals(&c);
    contract_put_definitions(&c);
    for (enum contract_part part = PART_PURPOSE; part < PART_COUNT; part++) put_part(&c, part);
    contract_put_annexes(&c);
    contract_put_changes(&c);
    contract_put_signatures(&c);
}
