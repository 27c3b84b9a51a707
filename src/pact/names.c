/* Names: declared once, looked up everywhere. */
#include "pact/build.h"

#include <stdlib.h>

static const char *const thing_names[][2] = {
    [THING_NONE] = {"thing", "事项"},    [THING_PARTY] = {"member", "成员"},
    [THING_GROUP] = {"group", "集团"},   [THING_BODY] = {"body", "机构"},
    [THING_MOTION] = {"motion", "议案"}, [THING_PROJECT] = {"project", "项目"},
    [THING_RESULT] = {"result", "成果"}, [THING_LICENCE] = {"licence", "许可证"},
};

static const char *const set_names[NAME_SET_COUNT][2] = {
    [NAMES_COMMON] = {"name", "名称"},
    [NAMES_FUND] = {"fund", "基金"},
    [NAMES_STAKES] = {"table of stakes", "份额表"},
    [NAMES_GAME] = {"game", "博弈"},
    [NAMES_GOAL] = {"goal", "目标"},
};

/* What a name of the set names, in the language of the diagnostics. */
static struct str kind_text(const struct pact *p, enum name_set set, enum thing thing)
{
    const char *const *name = set == NAMES_COMMON ? thing_names[thing] : set_names[set];
    return str_from(name[p->diags->lang]);
}

struct str word_text(const struct pact *p, uint32_t word)
{
    return words_text(p->doc->words, word);
}

struct str pact_word(const struct pact *p, uint32_t word)
{
    return word_text(p, word);
}

struct span term_name_span(const struct term *t, enum role role)
{
    const struct bind *b = term_bind(t, role);
    return b ? bind_span(b) : t->span;
}

void report_taken(const struct pact *p, enum name_set set, enum thing thing, uint32_t word,
                  struct span span)
{
    DIAG_REPORT(p->diags, E201, span, word_text(p, word), kind_text(p, set, thing));
}

void declare(struct pact *p, enum name_set set, enum thing thing, uint32_t word, uint32_t index,
             struct span span)
{
    struct named *n = &p->names[set][word];
    if (n->thing) {
        report_taken(p, set, (enum thing)n->thing, word, span);
        return;
    }
    *n = (struct named){.thing = (uint8_t)thing, .index = index};
}

void declared_by(struct pact *p, uint32_t word, uint32_t entry)
{
    p->names[NAMES_COMMON][word].from = entry;
}

uint32_t pact_find(const struct pact *p, enum thing thing, uint32_t word)
{
    struct named n = p->names[NAMES_COMMON][word];
    return n.thing == thing ? n.index : INDEX_NONE;
}

uint32_t pact_find_in(const struct pact *p, enum name_set set, uint32_t word)
{
    struct named n = p->names[set][word];
    return n.thing ? n.index : INDEX_NONE;
}

uint32_t pact_find_name(const struct pact *p, enum thing thing, struct str name)
{
    uint32_t word = words_find(p->doc->words, name);
    return word == WORD_NONE ? INDEX_NONE : pact_find(p, thing, word);
}

#define NEAREST_MAX 512

/* The declared name of the wanted kind that is nearest to a word. */
static struct str nearest_name(const struct pact *p, enum name_set set, enum thing thing,
                               uint32_t word)
{
    struct str list[NEAREST_MAX];
    size_t count = 0;
    for (uint32_t w = 1; w < p->doc->words->count && count < NEAREST_MAX; w++) {
        struct named n = p->names[set][w];
        if (n.thing && (set != NAMES_COMMON || n.thing == thing)) list[count++] = word_text(p, w);
    }
    return diag_nearest(word_text(p, word), list, count);
}

static void report_unknown(const struct pact *p, enum name_set set, enum thing thing, uint32_t word,
                           struct span span)
{
    struct named n = p->names[NAMES_COMMON][word];
    struct str wanted = kind_text(p, set, thing);
    if (set == NAMES_COMMON && n.thing) {
        DIAG_REPORT(p->diags, E203, span, word_text(p, word),
                    kind_text(p, set, (enum thing)n.thing), wanted);
        return;
    }
    struct diag *d = DIAG_REPORT(p->diags, E202, span, word_text(p, word), wanted);
    if (d) d->suggestion = nearest_name(p, set, thing, word);
}

uint32_t require(const struct pact *p, enum thing thing, uint32_t word, struct span span)
{
    uint32_t index = pact_find(p, thing, word);
    if (index == INDEX_NONE) report_unknown(p, NAMES_COMMON, thing, word, span);
    p->used[NAMES_COMMON][word] = 1;
    return index;
}

uint32_t require_in(const struct pact *p, enum name_set set, uint32_t word, struct span span)
{
    uint32_t index = pact_find_in(p, set, word);
    if (index == INDEX_NONE) report_unknown(p, set, THING_NONE, word, span);
    p->used[set][word] = 1;
    return index;
}

/* ---- declarations in the terms ---- */

static void declare_party(struct pact *p, const struct term *t)
{
    uint32_t word = term_word(t, ROLE_name);
    if (p->party_count == LIMIT_MEMBERS_MAX) {
        DIAG_PLAIN(p->diags, E224, t->span);
        return;
    }
    declare(p, NAMES_COMMON, THING_PARTY, word, (uint32_t)p->party_count,
            term_name_span(t, ROLE_name));
    struct party *party = ARENA_PUSH(p->arena, p->parties, p->party_count, p->party_capacity);
    *party = (struct party){
        .word = word,
        .kind = (enum member_kind)term_bind(t, ROLE_kind)->rank,
        .lead = term_bind(t, ROLE_lead) != NULL,
        .title = bind_text(p->arena, p->doc->sources, term_bind(t, ROLE_text)),
        .term = t,
        .entry = INDEX_NONE,
        .since = p->founded,
    };
}

/* What the text before had is the same thing, whatever is said of it now. */
static bool is_restated(const struct pact *p, enum thing thing, uint32_t word,
                        const struct article_text *text)
{
    return text->entry != INDEX_NONE && p->names[NAMES_COMMON][word].thing == thing;
}

static void declare_fund(struct pact *p, const struct term *t, const struct article_text *text)
{
    uint32_t word = term_word(t, ROLE_name);
    if (text->entry != INDEX_NONE && p->names[NAMES_FUND][word].thing) return;
    declare(p, NAMES_FUND, THING_PARTY, word, (uint32_t)p->fund_count,
            term_name_span(t, ROLE_name));
    *ARENA_PUSH(p->arena, p->funds, p->fund_count, p->fund_capacity) =
        (struct declared){.word = word, .term = t};
    if (text->entry != INDEX_NONE) p->names[NAMES_FUND][word].from = text->entry;
}

static void read_fund(struct pact *p, const struct term *t)
{
    uint32_t index =
        t->form == F_FUND ? pact_find_in(p, NAMES_FUND, term_word(t, ROLE_name)) : INDEX_NONE;
    if (index == INDEX_NONE) return;
    struct fund *fund = &p->building->funds[index];
    *fund = (struct fund){.target_minor = INT64_MAX, .term = t};
    for (const struct term *c = t->first; c; c = c->next)
        if (c->form == F_F_TARGET) fund->target_minor = term_bind(c, ROLE_amount)->a;
}

void build_funds(struct pact *p)
{
    struct fund *funds = ARENA_ARRAY(p->arena, struct fund, p->fund_count);
    for (size_t i = 0; i < p->fund_count; i++) funds[i].target_minor = INT64_MAX;
    p->building->funds = funds;
    for_articles(p, read_fund);
}

static void declare_project(struct pact *p, const struct term *t, const struct article_text *text)
{
    uint32_t word = term_word(t, ROLE_name);
    if (is_restated(p, THING_PROJECT, word, text)) return;
    declare(p, NAMES_COMMON, THING_PROJECT, word, (uint32_t)p->project_count,
            term_name_span(t, ROLE_name));
    *ARENA_PUSH(p->arena, p->projects, p->project_count, p->project_capacity) =
        (struct project){.word = word, .term = t};
    if (text->entry != INDEX_NONE) declared_by(p, word, text->entry);
}

static void declare_stakes(struct pact *p, uint32_t word, struct span span)
{
    declare(p, NAMES_STAKES, THING_PARTY, word, (uint32_t)p->stakes_count, span);
    struct stakes *s = ARENA_PUSH(p->arena, p->stakes, p->stakes_count, p->stakes_capacity);
    *s = (struct stakes){.word = word, .span = span};
}

static void declare_group(struct pact *p, const struct term *t, const struct article_text *text)
{
    uint32_t word = term_word(t, ROLE_name);
    if (is_restated(p, THING_GROUP, word, text)) return;
    declare(p, NAMES_COMMON, THING_GROUP, word, (uint32_t)p->group_count,
            term_name_span(t, ROLE_name));
    *ARENA_PUSH(p->arena, p->groups, p->group_count, p->group_capacity) =
        (struct declared){.word = word, .term = t};
    if (text->entry != INDEX_NONE) declared_by(p, word, text->entry);
}

static void declare_body(struct pact *p, const struct term *t, const struct article_text *text)
{
    uint32_t word = term_word(t, ROLE_name);
    if (is_restated(p, THING_BODY, word, text)) return;
    declare(p, NAMES_COMMON, THING_BODY, word, (uint32_t)p->body_count,
            term_name_span(t, ROLE_name));
    *ARENA_PUSH(p->arena, p->bodies, p->body_count, p->body_capacity) =
        (struct declared){.word = word, .term = t};
    if (text->entry != INDEX_NONE) declared_by(p, word, text->entry);
}

/* Every text of a game is kept; the name leads to the first. */
static void declare_game(struct pact *p, const struct term *t, const struct article_text *text)
{
    uint32_t word = term_word(t, ROLE_name), index = (uint32_t)p->game_count;
    bool restated = text->entry != INDEX_NONE && p->names[NAMES_GAME][word].thing;
    if (!restated) declare(p, NAMES_GAME, THING_PARTY, word, index, term_name_span(t, ROLE_name));
    *ARENA_PUSH(p->arena, p->games, p->game_count, p->game_capacity) =
        (struct game_terms){.word = word, .term = t, .text = text, .next = INDEX_NONE};
    uint32_t last = pact_find_in(p, NAMES_GAME, word);
    while (p->games[last].next != INDEX_NONE) last = p->games[last].next;
    if (last != index) p->games[last].next = index;
}

static void declare_term(struct pact *p, const struct term *t, const struct article_text *text)
{
    uint32_t word = term_word(t, ROLE_name);
    struct span span = term_name_span(t, ROLE_name);
    if (t->form == F_GROUP) declare_group(p, t, text);
    if (t->form == F_BODY) declare_body(p, t, text);
    if (t->form == F_FUND) declare_fund(p, t, text);
    if (t->form == F_PROJECT) declare_project(p, t, text);
    if (t->form == F_STAKES && pact_find_in(p, NAMES_STAKES, word) == INDEX_NONE)
        declare_stakes(p, word, span);
    else if (t->form == F_STAKES && text->entry == INDEX_NONE)
        report_taken(p, NAMES_STAKES, THING_NONE, word, span);
    if (t->form == F_GAME) declare_game(p, t, text);
    if (text->entry != INDEX_NONE) return;
    switch ((int)t->form) {
    case F_PARTY: declare_party(p, t); break;
    default: break;
    }
}

static int compare_indexes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Groups name parties that may stand anywhere in the text, so they are filled last. */
static void fill_group(struct pact *p, const struct term *t)
{
    uint32_t index =
        t->form == F_GROUP ? pact_find(p, THING_GROUP, term_word(t, ROLE_name)) : INDEX_NONE;
    if (index == INDEX_NONE) return;
    struct group *group = &p->building->groups[index];
    if (group->term) return; /* reported where it was declared */
    *group = (struct group){.word = p->groups[index].word, .term = t};
    const struct bind *list = term_bind(group->term, ROLE_members);
    group->parties = ARENA_ARRAY(p->arena, uint32_t, list->end);
    for (const struct bind *b = list_first(list); b; b = list_next(group->term, list, b)) {
        uint32_t party = require(p, THING_PARTY, (uint32_t)b->a, bind_span(b));
        if (party != INDEX_NONE) group->parties[group->count++] = party;
    }
    group->one = term_bind(group->term, ROLE_one) != NULL;
    for (const struct term *c = group->term->first; c; c = c->next)
        group->one = group->one || c->form == F_G_ONE;
    qsort(group->parties, group->count, sizeof *group->parties, compare_indexes);
    for (uint32_t i = 1; i < group->count; i++)
        if (group->parties[i] == group->parties[i - 1])
            DIAG_REPORT(p->diags, E208, group->term->span,
                        word_text(p, p->parties[group->parties[i]].word));
}

void read_groups(struct pact *p)
{
    p->building->groups = ARENA_ARRAY(p->arena, struct group, p->group_count);
    for_articles(p, fill_group);
}

static void declare_goals(struct pact *p)
{
    uint32_t count = 0;
    for (const struct term *t = p->head ? p->head->first : NULL; t; t = t->next)
        if (t->form == F_A_GOAL)
            declare(p, NAMES_GOAL, THING_PARTY, term_word(t, ROLE_name), count++,
                    term_name_span(t, ROLE_name));
}

void declare_terms(struct pact *p)
{
    declare_goals(p);
    for_texts(p, declare_term);
}

/* ---- names nothing refers to ---- */

static void note_unused(const struct pact *p, enum name_set set, enum thing thing, uint32_t word,
                        struct span span)
{
    if (p->used[set][word]) return;
    DIAG_REPORT(p->diags, N102, span, kind_text(p, set, thing), word_text(p, word));
}

void pact_note_unused(const struct pact *p)
{
    for (size_t i = 0; i < p->group_count; i++)
        note_unused(p, NAMES_COMMON, THING_GROUP, p->groups[i].word, p->groups[i].term->span);
    for (size_t i = 0; i < p->project_count; i++)
        note_unused(p, NAMES_COMMON, THING_PROJECT, p->projects[i].word, p->projects[i].term->span);
    for (size_t i = 0; i < p->fund_count; i++)
        note_unused(p, NAMES_FUND, THING_NONE, p->funds[i].word, p->funds[i].term->span);
    for (size_t i = 0; i < p->stakes_count; i++)
        note_unused(p, NAMES_STAKES, THING_NONE, p->stakes[i].word, p->stakes[i].span);
}

/* ---- declarations in the journal ---- */

static void declare_join(struct pact *p, const struct entry *e, const struct term *t,
                         uint32_t index)
{
    CHECK(t);
    declare_party(p, t);
    struct party *party = &p->parties[p->party_count - 1];
    party->entry = index;
    declared_by(p, party->word, index);
    party->since = e->effective;
}

/* Makers or owners with their shares: all written and making 1, or none written and equal. */
static void read_makers(struct pact *p, struct result *r, const struct term *t,
                        const struct bind *list)
{
    r->makers = ARENA_ARRAY(p->arena, struct maker, list->end);
    uint32_t written = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        const struct bind *name = term_bind_in(t, b, ROLE_name);
        const struct bind *share = term_bind_in(t, b, ROLE_share);
        uint32_t party = require(p, THING_PARTY, (uint32_t)name->a, bind_span(name));
        if (party == INDEX_NONE) continue;
        struct maker *m = &r->makers[r->maker_count++];
        *m = (struct maker){party, share ? bind_ratio(p, share) : RATIO_ONE};
        written += share != NULL;
    }
    if (written == 0)
        for (uint32_t i = 0; i < r->maker_count; i++)
            r->makers[i].share = (struct ratio){1, r->maker_count};
    struct ratio sum = RATIO_ZERO;
    for (uint32_t i = 0; i < r->maker_count; i++)
        if (ratio_add(&sum, sum, r->makers[i].share) != OK) sum = RATIO_ZERO;
    if (!ratio_equal(sum, RATIO_ONE))
        DIAG_REPORT(p->diags, E218, bind_span(list), word_text(p, r->word), percent_text(p, sum));
}

static int compare_makers(const void *a, const void *b)
{
    return compare_indexes(&((const struct maker *)a)->party, &((const struct maker *)b)->party);
}

static void declare_result(struct pact *p, const struct entry *e, const struct term *t,
                           uint32_t index, enum role people)
{
    CHECK(t);
    uint32_t word = term_word(t, ROLE_name);
    declare(p, NAMES_COMMON, THING_RESULT, word, (uint32_t)p->result_count,
            term_name_span(t, ROLE_name));
    struct result *r = ARENA_PUSH(p->arena, p->results, p->result_count, p->result_capacity);
    *r = (struct result){
        .word = word, .project = INDEX_NONE, .background = people == ROLE_owners, .entry = index};
    declared_by(p, word, index);
    if (e->project && people == ROLE_makers)
        r->project = require(p, THING_PROJECT, e->project, term_name_span(t, ROLE_project));
    const struct bind *list = term_bind(t, people);
    if (!list) return;
    read_makers(p, r, t, list);
    qsort(r->makers, r->maker_count, sizeof *r->makers, compare_makers);
    for (uint32_t i = 1; i < r->maker_count; i++)
        if (r->makers[i].party == r->makers[i - 1].party)
            DIAG_REPORT(p->diags, E208, bind_span(list),
                        word_text(p, p->parties[r->makers[i].party].word));
}

static void declare_licence(struct pact *p, const struct term *t, uint32_t index)
{
    CHECK(t);
    uint32_t word = term_word(t, ROLE_name);
    declare(p, NAMES_COMMON, THING_LICENCE, word, (uint32_t)p->licence_count,
            term_name_span(t, ROLE_name));
    struct licence *l = ARENA_PUSH(p->arena, p->licences, p->licence_count, p->licence_capacity);
    *l = (struct licence){.word = word, .entry = index};
    declared_by(p, word, index);
    const struct bind *list = term_bind(t, ROLE_results);
    l->parts = ARENA_ARRAY(p->arena, struct part, list->end);
    uint32_t written = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        const struct bind *name = term_bind_in(t, b, ROLE_name);
        const struct bind *share = term_bind_in(t, b, ROLE_share);
        uint32_t result = require(p, THING_RESULT, (uint32_t)name->a, bind_span(name));
        if (result == INDEX_NONE) continue;
        l->parts[l->part_count++] = (struct part){result, share ? bind_ratio(p, share) : RATIO_ONE};
        written += share != NULL;
    }
    struct ratio sum = RATIO_ZERO;
    for (uint32_t i = 0; i < l->part_count; i++) {
        if (written == 0) l->parts[i].share = (struct ratio){1, l->part_count};
        if (ratio_add(&sum, sum, l->parts[i].share) != OK) sum = RATIO_ZERO;
    }
    if (l->part_count && !ratio_equal(sum, RATIO_ONE))
        DIAG_REPORT(p->diags, E218, bind_span(list), word_text(p, word), percent_text(p, sum));
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, l->part_count);
    for (uint32_t i = 0; i < l->part_count; i++)
        lines[i] = (struct share_line){.party = i, .share = l->parts[i].share};
    if (!pact_make_set(p->arena, lines, l->part_count, &l->set))
        DIAG_REPORT(p->diags, E209, bind_span(list), word_text(p, word));
}

void declare_entries(struct pact *p)
{
    const struct document *d = p->doc;
    for (size_t k = 0; k < d->ahead_count; k++) {
        uint32_t i = d->ahead[k];
        const struct entry *e = document_entry(d, i);
        const struct term *t = e->extra ? document_extra(d, e) : NULL;
        switch ((int)e->form) {
        case F_JOIN: declare_join(p, e, t, i); break;
        case F_RESULT: declare_result(p, e, t, i, ROLE_makers); break;
        case F_BACKGROUND: declare_result(p, e, t, i, ROLE_owners); break;
        case F_LICENSE: declare_licence(p, t, i); break;
        case F_STAKES_ENTRY: /* the journal may bring a table that the terms do not have */
            if (pact_find_in(p, NAMES_STAKES, e->subject) == INDEX_NONE)
                declare_stakes(p, e->subject, span_make(e->at, e->len));
            break;
        case F_LEAVES:
        case F_EXPEL: declare_departure(p, e, i); break;
        case F_MOTION: declare_motion(p, e, t, i); break;
        case F_DECIDE_MOTION: declare_decision(p, e, i); break;
        default: break;
        }
    }
}
