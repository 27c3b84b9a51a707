/* What must be agreed before a project starts: who owns its results, who may use them, and how its
 * income is shared (国科发政〔2008〕770号). */
#include "pact/build.h"

static bool covers_project(const struct pact *p, const struct clause *c, uint32_t project)
{
    const struct project *of = &p->projects[project];
    switch (c->width) {
    case WIDTH_ALL:
    case WIDTH_EACH_RESULT: return true;
    case WIDTH_KIND: return of->has_kind && c->kind == of->kind;
    case WIDTH_PROJECT: return c->project == project;
    case WIDTH_RESULT: return p->results[c->result].project == project;
    }
    UNREACHABLE("a width");
}

static bool income_agreed(const struct pact *p, uint32_t project, date_t day)
{
    for (size_t i = 0; i < p->share_count; i++) {
        const struct clause *c = &p->shares[i];
        bool earned = c->class <= CLASS_PRODUCT || c->class == CLASS_ANY;
        if (earned && text_holds(c->text, day) && covers_project(p, c, project)) return true;
    }
    return false;
}

/* `results of projects owned …`, or those of this one. */
static bool owns(const struct pact *p, const struct term *t, uint32_t project)
{
    if (t->form != F_RESULTS_OWNED) return false;
    return term_bind(t, ROLE_every) || term_word(t, ROLE_project) == p->projects[project].word;
}

/* `… use … for …` of anyone; that of background is about what is brought in. */
static bool licenses(const struct term *t)
{
    return t->form == F_USE_RIGHT && !term_bind(t, ROLE_what);
}

unsigned pact_start_lacks(const struct pact *p, uint32_t project, date_t day)
{
    unsigned lacks = LACKS_OWNERSHIP | LACKS_LICENCE | LACKS_INCOME;
    const struct provisions *now = pact_at(p, day);
    for (size_t i = 0; i < now->text_count; i++) {
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next) {
            if (owns(p, t, project)) lacks &= ~(unsigned)LACKS_OWNERSHIP;
            if (licenses(t)) lacks &= ~(unsigned)LACKS_LICENCE;
        }
    }
    if (income_agreed(p, project, day)) lacks &= ~(unsigned)LACKS_INCOME;
    return lacks;
}
