/* Gaps: bodies, projects, licences, arrears, pledges, funds. */
#include "review/gaps.h"

#include "num/money.h"
#include "pact/licences.h"
#include "review/gaps_inside.h"

/* ---- lists of names ---- */

void names_add(struct names *n, struct str name)
{
    if (n->count++ >= NAMES_SHOWN_MAX) return;
    const char *comma = !n->list.len ? "" : n->diags->lang == LANG_ZH ? "、" : ", ";
    n->list = str_format(n->arena, "%.*s%s%.*s", STR_ARG(n->list), comma, STR_ARG(name));
}

struct str names_text(const struct names *n)
{
    if (n->count <= NAMES_SHOWN_MAX) return n->list;
    return str_format(n->arena,
                      n->diags->lang == LANG_ZH ? "%.*s等 %zu 项" : "%.*s, … (%zu in all)",
                      STR_ARG(n->list), n->count);
}

/* ---- who decides ---- */

static void check_undecided(const struct silent_on *s)
{
    bool said[MATTER_COUNT] = {[MATTER_ACCEPTANCE] = has_covenant(s, COVENANT_ACCEPTANCE),
                               [MATTER_ADMISSION] = has_covenant(s, COVENANT_ADMISSION),
                               [MATTER_TRANSFER] = has_covenant(s, COVENANT_TRANSFER)};
    if (!has_covenant(s, COVENANT_DELEGATION)) pact_note_undecided(s->p, said);
}

static uint32_t seats_of(const struct pact *p, const struct body *body)
{
    uint32_t seats = 0;
    for (uint32_t i = 0; i < p->party_count; i++)
        if (p->parties[i].entry == INDEX_NONE && pact_has_seat(p, body, i)) seats++;
    return seats;
}

/* Where votes are counted of all, it does not matter who is present. */
static void check_quorums(const struct silent_on *s, struct diags *diags)
{
    for (size_t i = 0; i < s->p->body_count; i++) {
        const struct body *body = &s->now->bodies[i];
        uint32_t seats = body->has_pass ? seats_of(s->p, body) : 0;
        bool counts = seats > 1 && body->pass.base != BASE_ALL;
        if (!counts || body->has_quorum || !body->term) continue;
        DIAG_REPORT(diags, N128, body->term->span, pact_word(s->p, body->word),
                    str_format(s->p->arena, "%u", seats));
    }
}

/* ---- projects ---- */

static void check_projects(const struct silent_on *s, struct diags *diags)
{
    for (uint32_t i = 0; i < s->p->project_count; i++) {
        const struct project_terms *project = &s->now->projects[i];
        if (!project->term) continue;
        struct str name = pact_word(s->p, s->p->projects[i].word);
        if (!find_line(project->term, F_J_LEAD))
            DIAG_REPORT(diags, N129, project->term->span, name,
                        diags_word(diags, "is led by nobody", "没有牵头单位"),
                        diags_word(diags, "nobody answers for its milestones and its work",
                                   "无人对其里程碑和研发负责"),
                        diags_word(diags, "lead NAME", "牵头 名称"));
        if (!project->has_budget)
            DIAG_REPORT(diags, N129, project->term->span, name,
                        diags_word(diags, "has no budget", "没有预算"),
                        diags_word(diags, "nothing limits what is spent on it or called for it",
                                   "其支出和催缴没有上限"),
                        diags_word(diags, "budget AMOUNT", "预算 金额"));
    }
}

/* ---- licences ---- */

static void check_licences(const struct silent_on *s, struct diags *diags)
{
    for (size_t i = 0; i < s->p->licence_count; i++) {
        const struct licence *l = &s->p->licences[i];
        if (l->terms->fee_count || l->terms->step_count || l->terms->least_minor) continue;
        const struct entry *e = document_entry(s->p->doc, l->entry);
        DIAG_REPORT(diags, N151, ((struct span){e->at, e->len}), pact_word(s->p, l->word));
    }
}

/* ---- arrears ---- */

static bool steps_end(const struct arrears *a)
{
    for (enum arrears_kind k = ARREARS_DILUTE; k < ARREARS_COUNT; k++)
        if (a->steps[k].term) return true;
    return a->steps[ARREARS_COVER].term;
}

static void check_arrears(const struct silent_on *s, struct diags *diags)
{
    const struct arrears *a = &s->now->arrears;
    struct names missing = {.arena = s->p->arena, .diags = diags, .list = STR("")};
    if (!a->term) return;
    if (!a->steps[ARREARS_NOTICE].term)
        names_add(&missing,
                  diags_word(diags,
                             "a demand (30 days behind one the others may rescind: "
                             "Interpretation on Technology Contracts art. 15)",
                             "催告（催告后30日内仍未履行的，他方可解除：技术合同司法解释第15条）"));
    if (!a->steps[ARREARS_BEAR].term)
        names_add(&missing,
                  diags_word(diags, "interest (only damages that are proved: Civil Code art. 584)",
                             "利息（只能请求赔偿所证明的损失：民法典第584条）"));
    if (!a->steps[ARREARS_NO_VOTE].term)
        names_add(&missing,
                  diags_word(diags, "votes (who owes goes on voting)", "表决权（欠缴方仍可表决）"));
    if (!steps_end(a))
        names_add(&missing,
                  diags_word(diags, "the end (rescission by law alone: Civil Code art. 563)",
                             "最终后果（只能依法解除：民法典第563条）"));
    if (missing.count) DIAG_REPORT(diags, N152, a->term->span, names_text(&missing));
}

/* ---- pledges ---- */

static void check_pledges(const struct silent_on *s, struct diags *diags)
{
    struct names without = {.arena = s->p->arena, .diags = diags, .list = STR("")};
    size_t founders = 0;
    for (size_t i = 0; i < s->p->party_count; i++) {
        if (s->p->parties[i].entry != INDEX_NONE) continue;
        founders++;
        if (s->now->pledges_minor[i] == 0)
            names_add(&without, pact_word(s->p, s->p->parties[i].word));
    }
    if (!without.count || without.count * 2 >= founders) return;
    DIAG_REPORT(diags, N154, s->p->head->span, names_text(&without),
                str_format(s->p->arena, "%zu", founders - without.count),
                str_format(s->p->arena, "%zu", founders));
}

/* ---- money that stays where it is ---- */

static bool spends_from(const struct pact *p, uint32_t fund)
{
    for (uint32_t i = 0; i < p->doc->entry_count; i++) {
        const struct entry *e = document_entry(p->doc, i);
        if (e->form == F_SPEND && e->other == fund) return true;
    }
    return false;
}

static const struct tier *tier_to_fund(const struct tier *tiers, uint32_t count, uint32_t fund)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct tier *part = tier_to_fund(tiers[i].parts, tiers[i].part_count, fund);
        if (part) return part;
        for (uint32_t k = 0; k < tiers[i].to_count; k++)
            if (tiers[i].to[k].kind == TO_FUND && tiers[i].to[k].fund == fund) return &tiers[i];
    }
    return NULL;
}

static const struct tier *filled_by(const struct silent_on *s, uint32_t fund)
{
    for (size_t i = 0; i < s->p->share_count; i++) {
        const struct clause *c = &s->p->shares[i];
        if (!text_holds(c->text, s->at)) continue;
        const struct tier *tier = tier_to_fund(c->tiers, c->tier_count, fund);
        if (tier) return tier;
    }
    return NULL;
}

static bool pays_losses(const struct silent_on *s, uint32_t fund)
{
    for (size_t i = 0; i < s->p->bear_count; i++) {
        const struct clause *c = &s->p->bears[i];
        for (uint32_t k = 0; text_holds(c->text, s->at) && k < c->tier_count; k++)
            if (c->tiers[k].from_fund && c->tiers[k].fund == fund) return true;
    }
    return false;
}

static void check_funds(const struct silent_on *s, struct diags *diags)
{
    if (has_covenant(s, COVENANT_FUNDS)) return;
    for (uint32_t i = 0; i < s->p->fund_count; i++) {
        const struct term *fund = s->now->funds[i].term;
        const struct tier *by = fund && !find_line(fund, F_F_TARGET) ? filled_by(s, i) : NULL;
        if (!by || spends_from(s->p, s->p->funds[i].word)) continue;
        struct str share = by->row == TIER_SHARE ? pact_percent(s->p->arena, by->share)
                                                 : diags_word(diags, "what reaches it", "所到金额");
        DIAG_REPORT(diags, N155, fund->span, pact_word(s->p, s->p->funds[i].word),
                    pact_clause(s->p->arena, by->term), share,
                    pays_losses(s, i)
                        ? diags_word(diags, "losses alone take from it", "只有损失才从中支取")
                        : diags_word(diags, "nothing takes from it", "没有任何事项从中支取"));
    }
}

static struct str money_text(const struct pact *p, int64_t minor)
{
    char text[MONEY_TEXT_BYTES];
    struct money_format_options options = {.group_thousands = true};
    size_t len = money_format(text, minor, p->digits, options);
    return str_format(p->arena, "%.*s", (int)len, text);
}

static void check_releases(const struct silent_on *s, struct diags *diags)
{
    for (uint32_t i = 0; i < s->p->project_count; i++) {
        const struct project_terms *project = &s->now->projects[i];
        if (!project->term || !project->has_budget) continue;
        struct ratio sum = project->at_start, kept;
        for (size_t m = 0; m < project->milestone_count; m++)
            if (ratio_add(&sum, sum, project->milestones[m].releases) != OK) return;
        int64_t never, rest;
        if (ratio_sub(&kept, RATIO_ONE, sum) != OK || ratio_sign(kept) <= 0) continue;
        if (ratio_of(&never, &rest, project->budget_minor, kept) != OK) continue;
        DIAG_REPORT(diags, W107, find_line(project->term, F_J_BUDGET)->span,
                    pact_word(s->p, s->p->projects[i].word), pact_percent(s->p->arena, sum),
                    money_text(s->p, never), money_text(s->p, project->budget_minor));
    }
}

void review_check_gaps(const struct pact *p, struct diags *diags)
{
    struct silent_on s = {.p = p, .at = PACT_LATEST, .now = pact_at(p, PACT_LATEST)};
    check_undecided(&s);
    check_quorums(&s, diags);
    check_arrears(&s, diags);
    check_pledges(&s, diags);
    check_funds(&s, diags);
    check_projects(&s, diags);
    check_releases(&s, diags);
    check_licences(&s, diags);
    check_languages(&s, diags);
}
