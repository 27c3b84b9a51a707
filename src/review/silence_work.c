/* What an agreement may be silent on of its projects and results, of benefit, risk and the end. */
#include "review/silence_inside.h"

/* ---- projects ---- */

/* Whether some project has no line of a form. */
static bool some_lacks(const struct silent_on *s, enum form form)
{
    for (uint32_t i = 0; i < s->p->project_count; i++)
        if (project_on(s, i) && !find_line(project_on(s, i), form)) return true;
    return false;
}

/* Whether some project has a line of a form. */
static bool some_has(const struct silent_on *s, enum form form)
{
    for (uint32_t i = 0; i < s->p->project_count; i++)
        if (project_on(s, i) && find_line(project_on(s, i), form)) return true;
    return false;
}

bool no_work(const struct silent_on *s)
{
    return some_lacks(s, F_J_WORK);
}

bool no_funding(const struct silent_on *s)
{
    return some_lacks(s, F_J_FUNDED);
}

bool no_late_joiner(const struct silent_on *s)
{
    return has_projects(s) && !some_has(s, F_J_LATE_JOINER);
}

bool no_decliner(const struct silent_on *s)
{
    return has_projects(s) && !some_has(s, F_J_DECLINER);
}

bool no_acceptance(const struct silent_on *s)
{
    bool said = decides_on(s, MATTER_ACCEPTANCE) || has_covenant(s, COVENANT_ACCEPTANCE);
    return some_has(s, F_J_MILESTONE) && !said;
}

/* ---- results ---- */

bool no_ownership(const struct silent_on *s)
{
    return lacks_of_projects(s, LACKS_OWNERSHIP);
}

static bool works_on(const struct term *work, uint32_t word)
{
    const struct bind *list = term_bind(work, ROLE_shares);
    for (const struct bind *b = list_first(list); b; b = list_next(work, list, b))
        if (term_word_in(work, b, ROLE_name) == word) return true;
    return false;
}

/* A project whose results are nobody's by agreement, and whose funder has no part of its work. */
bool only_pays(const struct silent_on *s)
{
    const uint8_t *of = pact_starts_lack(s->p->arena, s->p, s->at);
    for (uint32_t i = 0; i < s->p->project_count; i++) {
        const struct project_terms *project = &s->now->projects[i];
        const struct term *work = project->term ? find_line(project->term, F_J_WORK) : NULL;
        if (!work || !(of[i] & LACKS_OWNERSHIP)) continue;
        for (uint32_t k = 0; k < project->funded.count; k++)
            if (!works_on(work, s->p->parties[project->funded.parties[k]].word)) return true;
    }
    return false;
}

/* Whether results, or background, may be used for a purpose; any: for whatever purpose. */
static bool uses_for(const struct silent_on *s, bool background, bool any, enum purpose purpose)
{
    const struct rights *r = s->now->rights;
    for (size_t i = 0; i < r->use_count; i++)
        if (r->uses[i].background == background && (any || r->uses[i].purpose == purpose))
            return true;
    return false;
}

bool no_use(const struct silent_on *s)
{
    return has_projects(s) && !uses_for(s, false, false, PURPOSE_BUSINESS);
}

/* Where nothing is said of any use, one note tells so. */
bool no_research(const struct silent_on *s)
{
    return has_projects(s) && !no_use(s) && !uses_for(s, false, false, PURPOSE_RESEARCH);
}

bool no_background(const struct silent_on *s)
{
    return has_projects(s) && !uses_for(s, true, true, PURPOSE_RESEARCH);
}

bool no_publication(const struct silent_on *s)
{
    return has_projects(s) && !s->now->rights->publication.term;
}

bool no_refusal(const struct silent_on *s)
{
    return has_projects(s) && !s->now->rights->first_refusal.term;
}

bool no_unused(const struct silent_on *s)
{
    return has_projects(s) && !s->now->rights->unused.term;
}

/* Who owns improvements is asked once it is agreed who owns results. */
bool no_improvements(const struct silent_on *s)
{
    return has_projects(s) && !no_ownership(s) && !has_covenant(s, COVENANT_IMPROVEMENT);
}

bool no_diffusion(const struct silent_on *s)
{
    return any_takes_grant(s) && !s->now->rights->diffuse.term;
}

/* ---- benefit ---- */

bool no_income(const struct silent_on *s)
{
    return lacks_of_projects(s, LACKS_INCOME);
}

static bool shares_licences(const struct silent_on *s)
{
    return shares_class(s, CLASS_LICENCE) || shares_class(s, CLASS_ANY);
}

bool no_rewards(const struct silent_on *s)
{
    return has_research_body(s) && shares_licences(s) && !has_covenant(s, COVENANT_REWARDS);
}

/* What inventors get at least: where the note on rewards does not speak of them. */
bool no_inventors(const struct silent_on *s)
{
    return has_projects(s) && !no_rewards(s) && !has_covenant(s, COVENANT_REWARDS);
}

bool no_pricing(const struct silent_on *s)
{
    return has_research_body(s) && shares_licences(s) && !has_covenant(s, COVENANT_PRICING);
}

/* ---- risk ---- */

bool no_loss(const struct silent_on *s)
{
    return like_partners(s) && has_projects(s) && !bears_kind(s, LOSS_PROJECT);
}

static bool is_partnership(const struct silent_on *s)
{
    return s->p->has_form && s->p->form == LEGAL_PARTNERSHIP;
}

bool no_liability(const struct silent_on *s)
{
    return like_partners(s) && !is_partnership(s) && !bears_kind(s, LOSS_LIABILITY);
}

bool unlimited(const struct silent_on *s)
{
    return is_partnership(s) && !bears_kind(s, LOSS_LIABILITY);
}

static bool is_capped(const struct tier *tier)
{
    for (uint32_t i = 0; i < tier->part_count; i++)
        if (is_capped(&tier->parts[i])) return true;
    return tier->capped;
}

/* What is borne has a limit somewhere, and no cause lifts it. */
bool never_lifted(const struct silent_on *s)
{
    if (find_statement(s, F_CAP_LIFTED)) return false;
    for (size_t i = 0; i < s->p->bear_count; i++) {
        const struct clause *c = &s->p->bears[i];
        for (uint32_t k = 0; text_holds(c->text, s->at) && k < c->tier_count; k++)
            if (is_capped(&c->tiers[k])) return true;
    }
    return false;
}

/* Of failure the note on losses speaks too: one is enough. */
bool no_failure_notice(const struct silent_on *s)
{
    return has_projects(s) && !no_loss(s) && !find_statement(s, F_FAILURE_NOTICE);
}

/* ---- the end ---- */

static bool has_rest(const struct clause *c)
{
    return c->tier_count && c->tiers[c->tier_count - 1].row == TIER_REST;
}

/* Nothing is said of what is left, or not of all of it. */
bool no_dissolution(const struct silent_on *s)
{
    bool has_something = has_contributions(s) || has_projects(s) || s->p->fund_count;
    return like_partners(s) && has_something && !has_rest(&s->now->dissolution);
}

bool no_debts(const struct silent_on *s)
{
    const struct term *t = find_statement(s, F_DISSOLVE);
    return t && !find_line(t, F_W_DEBTS);
}

bool no_grants_back(const struct silent_on *s)
{
    const struct term *t = find_statement(s, F_DISSOLVE);
    return t && any_takes_grant(s) && !find_line(t, F_W_GRANTS);
}

bool no_liquidator(const struct silent_on *s)
{
    return like_partners(s) && find_statement(s, F_DISSOLVE) &&
           !has_covenant(s, COVENANT_LIQUIDATION);
}
