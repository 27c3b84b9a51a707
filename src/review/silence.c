/* Where the agreement is silent: a predicate a subject, and what may apply then. */
#include "review/silence.h"

#include "review/silence_inside.h"

struct silence_row {
    bool (*applies)(const struct silent_on *s);
    struct {
        const char *on, *normal, *law, *write;
    } texts[2]; /* by enum language */
};

static const struct silence_row rows[SILENCE_COUNT] = {
#define SILENCE(id, applies, on, normal, law, write, zh_on, zh_normal, zh_law, zh_write)           \
    {applies, {{on, normal, law, write}, {zh_on, zh_normal, zh_law, zh_write}}},
#include "review/silence_table.h"
#undef SILENCE
};

/* ---- what stands in the terms ---- */

const struct term *find_line(const struct term *t, enum form form)
{
    for (const struct term *c = t->first; c; c = c->next)
        if (c->form == form) return c;
    return NULL;
}

const struct term *find_statement(const struct silent_on *s, enum form form)
{
    for (size_t i = 0; i < s->now->text_count; i++) {
        const struct term *t = find_line(s->now->texts[i]->term, form);
        if (t) return t;
    }
    return NULL;
}

static const char *const covenant_names[] = {
#define COVENANT(id, names, part, en, zh) names,
#include "review/covenant_table.h"
#undef COVENANT
};

bool has_covenant(const struct silent_on *s, enum covenant covenant)
{
    for (size_t k = 0; k < s->now->text_count; k++)
        for (const struct term *c = s->now->texts[k]->term->first; c; c = c->next)
            if (c->form == F_COVENANT &&
                str_is_among(pact_word(s->p, term_word(c, ROLE_name)), covenant_names[covenant]))
                return true;
    return false;
}

bool decides_on(const struct silent_on *s, enum matter matter)
{
    for (size_t i = 0; i < s->now->rule_count; i++)
        if (s->now->rules[i].matter == (uint32_t)matter) return true;
    return false;
}

bool shares_class(const struct silent_on *s, enum income_class class)
{
    for (size_t i = 0; i < s->p->share_count; i++)
        if (s->p->shares[i].class == class && text_holds(s->p->shares[i].text, s->at)) return true;
    return false;
}

bool bears_kind(const struct silent_on *s, enum loss_kind kind)
{
    for (size_t i = 0; i < s->p->bear_count; i++)
        if (s->p->bears[i].loss == kind && text_holds(s->p->bears[i].text, s->at)) return true;
    return false;
}

/* ---- projects ---- */

const struct term *project_on(const struct silent_on *s, uint32_t project)
{
    return s->now->projects[project].term;
}

bool has_projects(const struct silent_on *s)
{
    for (uint32_t i = 0; i < s->p->project_count; i++)
        if (project_on(s, i)) return true;
    return false;
}

bool lacks_of_projects(const struct silent_on *s, enum start_lacks what)
{
    const uint8_t *of = pact_starts_lack(s->p->arena, s->p, s->at);
    for (uint32_t i = 0; i < s->p->project_count; i++)
        if (project_on(s, i) && (of[i] & (unsigned)what)) return true;
    return false;
}

bool takes_grant(const struct term *project)
{
    const struct term *funded = find_line(project, F_J_FUNDED);
    if (!funded) return false;
    const struct bind *list = term_bind(funded, ROLE_shares);
    for (const struct bind *b = list_first(list); b; b = list_next(funded, list, b))
        if (term_bind_in(funded, b, ROLE_grant)) return true;
    return false;
}

bool any_takes_grant(const struct silent_on *s)
{
    for (uint32_t i = 0; i < s->p->project_count; i++)
        if (project_on(s, i) && takes_grant(project_on(s, i))) return true;
    return false;
}

/* ---- what kind of alliance it is ---- */

bool like_partners(const struct silent_on *s)
{
    return !s->p->has_form || s->p->form == LEGAL_CONTRACT || s->p->form == LEGAL_PARTNERSHIP;
}

bool has_research_body(const struct silent_on *s)
{
    for (size_t i = 0; i < s->p->party_count; i++)
        if (s->p->parties[i].kind == KIND_UNIVERSITY || s->p->parties[i].kind == KIND_INSTITUTE)
            return true;
    return false;
}

bool has_contributions(const struct silent_on *s)
{
    return find_statement(s, F_PLEDGES) || find_statement(s, F_DUES);
}

/* ---- the whole ---- */

bool review_is_silent(const struct pact *p, enum silence subject, date_t at)
{
    CHECK(subject < SILENCE_COUNT);
    struct silent_on s = {.p = p, .at = at, .now = pact_at(p, at)};
    bool of_china = !p->currency || str_eq(pact_word(p, p->currency), STR("CNY"));
    return of_china && p->head && p->party_count > 1 && rows[subject].applies(&s);
}

void review_note_silence(const struct pact *p, struct diags *diags)
{
    for (enum silence s = 0; s < SILENCE_COUNT; s++) {
        if (!review_is_silent(p, s, PACT_LATEST)) continue;
        DIAG_REPORT(diags, N120, p->head->span,
                    diags_word(diags, rows[s].texts[LANG_EN].on, rows[s].texts[LANG_ZH].on),
                    diags_word(diags, rows[s].texts[LANG_EN].normal, rows[s].texts[LANG_ZH].normal),
                    diags_word(diags, rows[s].texts[LANG_EN].law, rows[s].texts[LANG_ZH].law),
                    diags_word(diags, rows[s].texts[LANG_EN].write, rows[s].texts[LANG_ZH].write));
    }
}
