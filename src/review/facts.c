/* Looking facts up by their names, and the facts that a pack names itself: covenants, decisions. */
#include "review/facts.h"

#include "review/finders.h"
#include "state/register.h"

static const struct fact_row rows[] = {
#define FACT(of, en, zh, form, find, write, write_zh)                                              \
    {{en, zh}, FACT_OF_##of, form, find, {write, write_zh}},
#include "review/fact_table.h"
#undef FACT
};

const struct fact_row *fact_find(enum fact_of of, struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        for (enum language lang = LANG_EN; lang <= LANG_ZH; lang++)
            if (rows[i].of == of && str_eq(str_from(rows[i].name[lang]), name)) return &rows[i];
    return NULL;
}

struct str fact_nearest(struct arena *a, enum fact_of of, struct str name, enum language lang)
{
    struct str *names = ARENA_ARRAY(a, struct str, ARRAY_LEN(rows));
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        if (rows[i].of == of) names[count++] = str_from(rows[i].name[lang]);
    return diag_nearest(name, names, count);
}

struct found fact_look(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    return row->find(f, row, index);
}

struct str fact_write(const struct fact_row *row, enum language lang)
{
    return str_from(row->write[lang]);
}

/* ---- what was found ---- */

struct found found_nothing(void)
{
    return (struct found){.amount = RATIO_ZERO, .entry = INDEX_NONE};
}

struct found found_term(const struct term *t)
{
    return found_count(t ? 1 : 0, t);
}

struct found found_count(uint32_t count, const struct term *first)
{
    return (struct found){.amount = {count, 1}, .term = first, .entry = INDEX_NONE};
}

struct found found_part(u128 part, u128 whole, const struct term *term)
{
    CHECK(part <= whole);
    struct found out = {
        .unknown = whole == 0, .amount = RATIO_ZERO, .term = term, .entry = INDEX_NONE};
    while (whole > (u128)INT64_MAX) { /* only how it stands to a bound matters */
        whole >>= 1;
        part >>= 1;
    }
    if (whole && ratio_make(&out.amount, (int64_t)part, (int64_t)whole) != OK)
        UNREACHABLE("a part of a whole that fits");
    return out;
}

/* ---- terms ---- */

/* Whether what is indented under a statement belongs to the agreement itself. */
static bool is_open(const struct term *t)
{
    return t->form != F_RULE && t->form != F_RULE_TOP && t->form != F_EXAMPLE;
}

static bool is_article(const struct term *t)
{
    return t->form == F_ARTICLE || t->form == F_AMEND_ARTICLE;
}

/* What stands beside the articles, then these as all amendments leave them. */
static const struct term *next_top(const struct pact *p, const struct term *t)
{
    const struct provisions *now = pact_at(p, PACT_LATEST);
    size_t i = 0;
    bool beside = !t || !is_article(t);
    const struct term *next = t ? t->next : p->doc->first;
    while (beside && next && is_article(next)) next = next->next;
    if (beside && next) return next;
    while (!beside && now->texts[i++]->term != t) continue;
    return i < now->text_count ? now->texts[i]->term : NULL;
}

const struct term *next_term(const struct pact *p, const struct term *t)
{
    if (!t) return next_top(p, NULL);
    if (t->first && is_open(t)) return t->first;
    while (t->parent && !is_article(t) && !t->next) t = t->parent;
    return !t->parent || is_article(t) ? next_top(p, t) : t->next;
}

static const char *const covenant_names[] = {
#define COVENANT(id, names, part, en, zh) names,
#include "review/covenant_table.h"
#undef COVENANT
};

/* Whether two names are one, or known as names of one covenant. */
static bool same_covenant(const struct pact *p, uint32_t one, uint32_t other)
{
    if (one == other) return true;
    for (size_t i = 0; i < ARRAY_LEN(covenant_names); i++)
        if (str_is_among(pact_word(p, one), covenant_names[i]) &&
            str_is_among(pact_word(p, other), covenant_names[i]))
            return true;
    return false;
}

struct found fact_covenant(const struct facts *f, uint32_t word)
{
    for (const struct term *t = next_term(f->pact, NULL); t; t = next_term(f->pact, t))
        if (t->form == F_COVENANT && same_covenant(f->pact, term_word(t, ROLE_name), word))
            return found_term(t);
    return found_nothing();
}

struct found fact_decision(const struct facts *f, uint32_t matter, uint32_t name)
{
    const struct provisions *now = pact_at(f->pact, PACT_LATEST);
    for (size_t i = 0; i < now->rule_count; i++)
        if (now->rules[i].matter == matter && (matter != INDEX_NONE || now->rules[i].name == name))
            return found_term(now->rules[i].term);
    return found_nothing();
}

/* ---- things ---- */

static const struct term *goal_at(const struct facts *f, uint32_t index)
{
    const struct term *t = f->pact->head ? f->pact->head->first : NULL;
    for (; t; t = t->next)
        if (t->form == F_A_GOAL && index-- == 0) return t;
    return NULL;
}

uint32_t fact_thing_count(const struct facts *f, enum fact_of of)
{
    const struct pact *p = f->pact;
    uint32_t goals = 0;
    switch (of) {
    case FACT_OF_MEMBER: return (uint32_t)p->party_count;
    case FACT_OF_PROJECT: return (uint32_t)p->project_count;
    case FACT_OF_RESULT: return (uint32_t)p->result_count;
    case FACT_OF_GOAL:
        while (goal_at(f, goals)) goals++;
        return goals;
    case FACT_OF_ALLIANCE: return 1;
    case FACT_OF_COUNT: break;
    }
    UNREACHABLE("a kind of thing");
}

bool fact_thing_counts(const struct facts *f, enum fact_of of, uint32_t index)
{
    if (of == FACT_OF_MEMBER) return f->fold->state->parties[index].member;
    if (of == FACT_OF_RESULT) return f->fold->state->registers->results[index].registered;
    return true;
}

struct str fact_thing_name(const struct facts *f, enum fact_of of, uint32_t index)
{
    const struct pact *p = f->pact;
    switch (of) {
    case FACT_OF_MEMBER: return pact_word(p, p->parties[index].word);
    case FACT_OF_PROJECT: return pact_word(p, p->projects[index].word);
    case FACT_OF_RESULT: return pact_word(p, p->results[index].word);
    case FACT_OF_GOAL: return pact_word(p, term_word(goal_at(f, index), ROLE_name));
    case FACT_OF_ALLIANCE:
    case FACT_OF_COUNT: break;
    }
    return pact_word(p, p->name);
}

struct found seek_deadline(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    const struct term *goal = goal_at(f, index);
    (void)row;
    return term_bind(goal, ROLE_date) ? found_term(goal) : found_nothing();
}
