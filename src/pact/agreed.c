/* What must be agreed before a project starts: who owns its results, who may use them, and how its
 * income is shared (国科发政〔2008〕770号). */
#include "pact/build.h"

/* What is agreed so far, as sets of enum start_lacks: for every project, for those of a kind, and
 * for one. */
struct agreed {
    const struct pact *p;
    unsigned of_all, of_kind[PROJECT_PROPRIETARY + 1];
    uint8_t *of; /* by project */
};

/* `results of projects owned …`, or those of one; `… use … for …` of anyone: that of background is
 * about what is brought in. */
static void agree_on_rights(struct agreed *a, const struct term *t)
{
    if (t->form == F_USE_RIGHT && !term_bind(t, ROLE_what)) a->of_all |= LACKS_LICENCE;
    if (t->form != F_RESULTS_OWNED) return;
    uint32_t project = pact_find(a->p, THING_PROJECT, term_word(t, ROLE_project));
    if (term_bind(t, ROLE_every))
        a->of_all |= LACKS_OWNERSHIP;
    else if (project != INDEX_NONE)
        a->of[project] |= LACKS_OWNERSHIP;
}

static void agree_on_income(struct agreed *a, const struct clause *c)
{
    uint32_t project;
    switch (c->width) {
    case WIDTH_ALL:
    case WIDTH_EACH_RESULT: a->of_all |= LACKS_INCOME; return;
    case WIDTH_KIND: a->of_kind[c->kind] |= LACKS_INCOME; return;
    case WIDTH_PROJECT: project = c->project; break;
    case WIDTH_RESULT: project = a->p->results[c->result].project; break;
    default: UNREACHABLE("a width");
    }
    if (project != INDEX_NONE) a->of[project] |= LACKS_INCOME;
}

const uint8_t *pact_starts_lack(struct arena *arena, const struct pact *p, date_t day)
{
    struct agreed a = {.p = p, .of = ARENA_ARRAY(arena, uint8_t, p->project_count)};
    const struct provisions *now = pact_at(p, day);
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next)
            agree_on_rights(&a, t);
    for (size_t i = 0; i < p->share_count; i++) {
        const struct clause *c = &p->shares[i];
        bool earned = c->class <= CLASS_PRODUCT || c->class == CLASS_ANY;
        if (earned && text_holds(c->text, day)) agree_on_income(&a, c);
    }
    for (size_t i = 0; i < p->project_count; i++) {
        const struct project_terms *of = &now->projects[i];
        unsigned agreed = a.of[i] | a.of_all | (of->has_kind ? a.of_kind[of->kind] : 0);
        a.of[i] = (uint8_t)(LACKS_ALL & ~agreed);
    }
    return a.of;
}

unsigned pact_start_lacks(const struct pact *p, uint32_t project, date_t day)
{
    struct arena scratch;
    arena_init(&scratch);
    unsigned lacks = pact_starts_lack(&scratch, p, day)[project];
    arena_release(&scratch);
    return lacks;
}
