/* Where the agreement is silent: a predicate a subject, and what may apply then. */
#include "review/silence.h"

struct silence_row {
    bool (*applies)(const struct pact *p);
    struct {
        const char *on, *normal, *law, *write;
    } texts[2]; /* by enum language */
};

/* ---- what stands in the terms ---- */

static const struct term *find_child(const struct term *t, enum form form)
{
    for (const struct term *c = t->first; c; c = c->next)
        if (c->form == form) return c;
    return NULL;
}

/* A statement of a form in any article. */
static bool has(const struct pact *p, enum form form)
{
    const struct provisions *now = pact_at(p, PACT_LATEST);
    for (size_t i = 0; i < now->text_count; i++)
        if (find_child(now->texts[i]->term, form)) return true;
    return false;
}

static bool has_covenant(const struct pact *p, const char *const names[], size_t count)
{
    const struct provisions *now = pact_at(p, PACT_LATEST);
    for (size_t k = 0; k < now->text_count; k++)
        for (const struct term *c = now->texts[k]->term->first; c; c = c->next)
            for (size_t i = 0; c->form == F_COVENANT && i < count; i++)
                if (str_eq(pact_word(p, term_word(c, ROLE_name)), str_from(names[i]))) return true;
    return false;
}

static bool decides(const struct pact *p, enum matter matter)
{
    const struct provisions *now = pact_at(p, PACT_LATEST);
    for (size_t i = 0; i < now->rule_count; i++)
        if (now->rules[i].matter == (uint32_t)matter) return true;
    return false;
}

/* Whether any project lacks what must be agreed before it starts. */
static bool lacks(const struct pact *p, enum start_lacks what)
{
    const uint8_t *of = pact_starts_lack(p->arena, p, PACT_LATEST);
    for (uint32_t i = 0; i < p->project_count; i++)
        if (of[i] & (unsigned)what) return true;
    return false;
}

static bool shares(const struct pact *p, enum income_class class)
{
    for (size_t i = 0; i < p->share_count; i++)
        if (p->shares[i].class == class && text_holds(p->shares[i].text, PACT_LATEST)) return true;
    return false;
}

/* The law of partnerships may apply to it: neither a company nor a non-profit body. */
static bool like_partners(const struct pact *p)
{
    return !p->has_form || p->form == LEGAL_CONTRACT || p->form == LEGAL_PARTNERSHIP;
}

static bool has_contributions(const struct pact *p)
{
    return has(p, F_PLEDGES) || has(p, F_DUES);
}

/* ---- the head, decisions ---- */

static bool no_form(const struct pact *p)
{
    return !p->has_form;
}

static bool no_term(const struct pact *p)
{
    return like_partners(p) && !find_child(p->head, F_A_TERM);
}

static bool nobody_liable(const struct pact *p)
{
    return like_partners(p) && !find_child(p->head, F_A_LIABLE);
}

static bool nobody_decides(const struct pact *p)
{
    const struct provisions *now = pact_at(p, PACT_LATEST);
    for (size_t i = 0; i < p->body_count; i++)
        if (now->bodies[i].has_pass) return false;
    return now->rule_count == 0;
}

static bool nobody_amends(const struct pact *p)
{
    return !nobody_decides(p) && !decides(p, MATTER_AMENDMENT);
}

/* ---- capital ---- */

static bool no_arrears(const struct pact *p)
{
    return has_contributions(p) && !has(p, F_ARREARS);
}

static bool free_transfer(const struct pact *p)
{
    bool held = p->stakes_count || has(p, F_PLEDGES);
    return held && like_partners(p) && !decides(p, MATTER_TRANSFER) && !has(p, F_FIRST_REFUSAL);
}

/* ---- projects, results ---- */

static bool no_work(const struct pact *p)
{
    for (uint32_t i = 0; i < p->project_count; i++)
        if (!find_child(pact_project(p, i, PACT_LATEST)->term, F_J_WORK)) return true;
    return false;
}

static bool no_ownership(const struct pact *p)
{
    return lacks(p, LACKS_OWNERSHIP);
}

static bool works_on(const struct term *work, uint32_t word)
{
    const struct bind *list = term_bind(work, ROLE_shares);
    for (const struct bind *b = list_first(list); b; b = list_next(work, list, b))
        if (term_word_in(work, b, ROLE_name) == word) return true;
    return false;
}

/* A project whose results are nobody's by agreement, and whose funder has no part of its work. */
static bool only_pays(const struct pact *p)
{
    const uint8_t *of = pact_starts_lack(p->arena, p, PACT_LATEST);
    for (uint32_t i = 0; i < p->project_count; i++) {
        const struct project_terms *project = pact_project(p, i, PACT_LATEST);
        const struct term *work = find_child(project->term, F_J_WORK);
        if (!work || !(of[i] & LACKS_OWNERSHIP)) continue;
        for (uint32_t k = 0; k < project->funded.count; k++)
            if (!works_on(work, p->parties[project->funded.parties[k]].word)) return true;
    }
    return false;
}

static bool no_use(const struct pact *p)
{
    return lacks(p, LACKS_LICENCE);
}

/* Who owns improvements is asked once it is agreed who owns results. */
static bool no_improvements(const struct pact *p)
{
    static const char *const names[] = {"improvements", "improvement", "后续改进", "改进"};
    return p->project_count && !no_ownership(p) && !has_covenant(p, names, ARRAY_LEN(names));
}

static bool is_research_body(enum member_kind kind)
{
    return kind == KIND_UNIVERSITY || kind == KIND_INSTITUTE;
}

/* Asked once licence income is shared, of an alliance with a university or institute. */
static bool no_rewards(const struct pact *p)
{
    static const char *const names[] = {"rewards", "reward", "奖酬", "奖励"};
    bool licence = shares(p, CLASS_LICENCE) || shares(p, CLASS_ANY);
    for (size_t i = 0; licence && i < p->party_count; i++)
        if (is_research_body(p->parties[i].kind)) return !has_covenant(p, names, ARRAY_LEN(names));
    return false;
}

static bool takes_grant(const struct project_terms *project)
{
    const struct term *funded = find_child(project->term, F_J_FUNDED);
    if (!funded) return false;
    const struct bind *list = term_bind(funded, ROLE_shares);
    for (const struct bind *b = list_first(list); b; b = list_next(funded, list, b))
        if (term_bind_in(funded, b, ROLE_grant)) return true;
    return false;
}

static bool no_diffusion(const struct pact *p)
{
    if (has(p, F_GOVERNMENT_DIFFUSE)) return false;
    for (uint32_t i = 0; i < p->project_count; i++)
        if (takes_grant(pact_project(p, i, PACT_LATEST))) return true;
    return false;
}

/* ---- benefit, risk ---- */

static bool no_income(const struct pact *p)
{
    return lacks(p, LACKS_INCOME);
}

static bool no_surplus(const struct pact *p)
{
    return like_partners(p) && has_contributions(p) && !shares(p, CLASS_SURPLUS);
}

static bool no_loss(const struct pact *p)
{
    for (size_t i = 0; i < p->bear_count; i++)
        if (p->bears[i].loss == LOSS_PROJECT && text_holds(p->bears[i].text, PACT_LATEST))
            return false;
    return like_partners(p) && p->project_count;
}

/* Of failure the note on losses speaks too: one is enough. */
static bool no_failure_notice(const struct pact *p)
{
    return p->project_count && !no_loss(p) && !has(p, F_FAILURE_NOTICE);
}

/* ---- the end, disputes ---- */

/* Without a term anyone may leave: that is said of the term. */
static bool no_leave(const struct pact *p)
{
    return like_partners(p) && find_child(p->head, F_A_TERM) && !has(p, F_LEAVE);
}

static bool no_dissolution(const struct pact *p)
{
    bool has_something = has_contributions(p) || p->project_count || p->fund_count;
    return like_partners(p) && has_something && !has(p, F_DISSOLVE);
}

static bool no_secrecy(const struct pact *p)
{
    static const char *const names[] = {"secrecy", "confidentiality", "保密"};
    return p->project_count && !has_covenant(p, names, ARRAY_LEN(names));
}

static bool no_dispute(const struct pact *p)
{
    return !has(p, F_DISPUTE);
}

/* ---- the table ---- */

static const struct silence_row rows[SILENCE_COUNT] = {
#define SILENCE(id, applies, on, normal, law, write, zh_on, zh_normal, zh_law, zh_write)           \
    {applies, {{on, normal, law, write}, {zh_on, zh_normal, zh_law, zh_write}}},
#include "review/silence_table.h"
#undef SILENCE
};

bool review_is_silent(const struct pact *p, enum silence subject)
{
    CHECK(subject < SILENCE_COUNT);
    bool of_china = !p->currency || str_eq(pact_word(p, p->currency), STR("CNY"));
    return of_china && p->head && p->party_count > 1 && rows[subject].applies(p);
}

void review_note_silence(const struct pact *p, struct diags *diags)
{
    for (enum silence s = 0; s < SILENCE_COUNT; s++) {
        if (!review_is_silent(p, s)) continue;
        DIAG_REPORT(diags, N120, p->head->span,
                    diags_word(diags, rows[s].texts[LANG_EN].on, rows[s].texts[LANG_ZH].on),
                    diags_word(diags, rows[s].texts[LANG_EN].normal, rows[s].texts[LANG_ZH].normal),
                    diags_word(diags, rows[s].texts[LANG_EN].law, rows[s].texts[LANG_ZH].law),
                    diags_word(diags, rows[s].texts[LANG_EN].write, rows[s].texts[LANG_ZH].write));
    }
}
