/* Checks of the terms: disputes, recipients, dates, bodies, members, losses, scores. */
#include "review/terms.h"

#include "num/money.h"

/* A loss that a counterexample takes, in major units of the currency. */
#define LOSS_OF_EXAMPLE 1000000

struct check {
    const struct pact *p;
    date_t ends; /* the first day behind the term, as it was renewed */
    struct diags *diags;
};

/* ---- disputes ---- */

static void check_disputes(const struct check *c)
{
    const struct term *first = NULL;
    const struct provisions *now = pact_at(c->p, PACT_LATEST);
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next) {
            if (t->form != F_DISPUTE) continue;
            if (!first) first = t;
            if (!term_bind(t, ROLE_court) != !term_bind(first, ROLE_court))
                DIAG_REPORT(c->diags, F140, t->span, pact_clause(c->p->arena, first));
        }
}

/* ---- tiers that reach nobody ---- */

static bool somebody_is(const struct pact *p, const struct recipient *to)
{
    for (uint32_t i = 0; i < p->party_count; i++)
        if (pact_is_among(p, to, i)) return true;
    return false;
}

/* Whether any of the parties ever holds some of the stakes. */
static bool somebody_holds(const struct stakes *stakes, const struct recipient *to)
{
    for (size_t s = 0; s < stakes->set_count; s++)
        for (uint32_t i = 0; i < to->party_count; i++)
            if (pact_share_of(&stakes->sets[s], to->parties[i]).num > 0) return true;
    return stakes->set_count == 0;
}

/* Makers, funders and the like are found when money comes; of the others it is known now. */
static bool reaches(const struct pact *p, const struct tier *tier, const struct recipient *to)
{
    if (to->kind == TO_FUND) return true;
    if (to->kind == TO_KIND_OF_PARTIES) return to->who > TO_INSTITUTES || somebody_is(p, to);
    if (tier->basis.kind != BY_STAKES) return true;
    return somebody_holds(&p->stakes[tier->basis.stakes], to);
}

static void check_tier(const struct check *c, const struct tier *tier)
{
    for (uint32_t i = 0; i < tier->part_count; i++) check_tier(c, &tier->parts[i]);
    if (tier->to_count == 0) return;
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (reaches(c->p, tier, &tier->to[i])) return;
    bool by_kind = tier->to[0].kind == TO_KIND_OF_PARTIES;
    DIAG_REPORT(c->diags, W103, tier->term->span,
                by_kind ? diags_word(c->diags, "no member is of this kind", "没有此类成员")
                        : diags_word(c->diags, "none of them has a share by this basis",
                                     "按此依据各方份额均为零"));
}

static void check_clauses(const struct check *c, const struct clause *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (uint32_t n = 0; n < list[i].tier_count; n++) check_tier(c, &list[i].tiers[n]);
}

/* ---- losses that nobody bears ---- */

static struct str money_text(const struct check *c, int64_t minor)
{
    char text[MONEY_TEXT_BYTES];
    struct money_format_options options = {.group_thousands = true};
    size_t len = money_format(text, minor, c->p->digits, options);
    return str_format(c->p->arena, "%.*s", (int)len, text);
}

static int64_t loss_of_example(const struct check *c)
{
    int64_t loss;
    enum status status = money_from_decimal(&loss, LOSS_OF_EXAMPLE, 0, c->p->digits);
    CHECK(status == OK);
    return loss;
}

/* Whether a tier may bear less than what comes to it: of a divided one, where its last part does.
 */
static bool is_limited(const struct tier *tier)
{
    const struct tier *parts = tier->parts;
    if (!tier->part_count) return tier->capped || tier->from_fund;
    if (parts[tier->part_count - 1].row == TIER_REST)
        return is_limited(&parts[tier->part_count - 1]);
    for (uint32_t i = 0; i < tier->part_count; i++)
        if (is_limited(&parts[i])) return true;
    return false;
}

/* What is left of the loss of the example by lines that are percentages alone; -1 where a line has
 * another limit. */
static int64_t left_of_percentages(const struct check *c, const struct clause *clause)
{
    int64_t loss = loss_of_example(c), left = loss;
    for (uint32_t i = 0; i < clause->tier_count; i++) {
        const struct tier *tier = &clause->tiers[i];
        if (tier->row != TIER_SHARE || is_limited(tier)) return -1;
        left -= (int64_t)((i128)loss * tier->share.num / tier->share.den);
    }
    return left;
}

static struct str loss_example(const struct check *c, const struct clause *clause)
{
    bool zh = c->diags->lang == LANG_ZH;
    int64_t left = left_of_percentages(c, clause);
    if (left >= 0) {
        struct str loss = money_text(c, loss_of_example(c)), rest = money_text(c, left);
        return str_format(c->p->arena, zh ? "损失 %.*s 中的 %.*s" : "%.*s of a loss of %.*s",
                          STR_ARG(zh ? loss : rest), STR_ARG(zh ? rest : loss));
    }
    for (uint32_t i = 0; i < clause->tier_count; i++)
        if (clause->tiers[i].capped)
            return diags_word(c->diags, "what is left when each has borne its limit",
                              "各方均达上限之后的余额");
    return diags_word(c->diags, "what is left when these lines have borne their part",
                      "以上各档承担之后的余额");
}

static bool bears_all(const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->tier_count; i++)
        if (clause->tiers[i].row == TIER_REST && !is_limited(&clause->tiers[i])) return true;
    return false;
}

static bool has_liable(const struct pact *p)
{
    for (const struct term *t = p->head->first; t; t = t->next)
        if (t->form == F_A_LIABLE) return true;
    return false;
}

static void check_bears(const struct check *c)
{
    for (size_t i = 0; i < c->p->bear_count; i++) {
        const struct clause *clause = &c->p->bears[i];
        /* Of a liability beyond the caps the liable party answers: that is said. */
        bool answered = clause->loss == LOSS_LIABILITY && has_liable(c->p);
        if (answered || bears_all(clause)) continue;
        if (left_of_percentages(c, clause) == 0) continue;
        DIAG_REPORT(c->diags, N123, clause->term->span, loss_example(c, clause));
    }
}

/* ---- dates ---- */

static void check_date(const struct check *c, date_t date, struct span span)
{
    if (date >= c->p->founded && date < c->ends) return;
    char when[DATE_TEXT_BYTES], bound[DATE_TEXT_BYTES];
    bool early = date < c->p->founded;
    date_format(when, date);
    date_format(bound, early ? c->p->founded : c->ends - 1);
    DIAG_REPORT(c->diags, W104, span, str_from(when),
                early ? diags_word(c->diags, "begins", "始于")
                      : diags_word(c->diags, "ends", "止于"),
                str_from(bound));
}

static void check_dates(const struct check *c)
{
    const struct pact *p = c->p;
    for (const struct term *t = p->head->first; t; t = t->next) {
        const struct bind *by = t->form == F_A_GOAL ? term_bind(t, ROLE_date) : NULL;
        if (by) check_date(c, (date_t)by->a, t->span);
    }
    for (size_t i = 0; i < p->tranche_count; i++)
        if (p->tranches[i].due != DATE_NONE)
            check_date(c, p->tranches[i].due, p->tranches[i].term->span);
    for (size_t k = 0; k < p->provisions_count; k++)
        for (size_t i = 0; i < p->project_count; i++) {
            const struct project_terms *project = &p->provisions[k].projects[i];
            bool same = k && project->term == p->provisions[k - 1].projects[i].term;
            for (size_t m = 0; m < project->milestone_count && !same; m++)
                check_date(c, project->milestones[m].by, project->milestones[m].span);
        }
}

/* ---- bodies ---- */

static bool decides_something(const struct pact *p, uint32_t body)
{
    for (size_t k = 0; k < p->provisions_count; k++)
        for (size_t i = 0; i < p->provisions[k].rule_count; i++)
            if (p->provisions[k].rules[i].body == body) return true;
    for (size_t i = 0; i < p->motion_count; i++)
        if (p->motions[i].body == body) return true;
    return false;
}

static void check_bodies(const struct check *c)
{
    for (uint32_t i = 0; i < c->p->body_count; i++) {
        const struct declared *body = &c->p->bodies[i];
        const struct bind *kind = term_bind(body->term, ROLE_kind);
        if (kind->rank != 0 || decides_something(c->p, i)) continue;
        DIAG_REPORT(c->diags, N121, body->term->span, pact_word(c->p, body->word));
    }
}

/* ---- members without task or stake ---- */

/* Lines in which a member puts something in, or takes something on: the first of them are shares of
 * something, and without any such line a text does not speak of that. */
static bool is_share(enum form form)
{
    return form == F_PLEDGES || form == F_J_FUNDED || form == F_J_WORK;
}

static bool is_part(enum form form)
{
    return is_share(form) || form == F_A_LIABLE || form == F_B_HOSTED || form == F_J_LEAD;
}

/* Marks by word who stands in such a line, in t or below it. */
static void mark_parts(uint8_t *has_part, bool *any_share, const struct term *t)
{
    *any_share = *any_share || is_share(t->form);
    for (uint32_t i = 0; is_part(t->form) && i < t->bind_count; i++) {
        const struct bind *b = &t->binds[i];
        if (b->type == VALUE_NAME || b->type == VALUE_PNAME) has_part[b->a] = 1;
    }
    if (t->form == F_EXAMPLE) return;
    for (const struct term *c = t->first; c; c = c->next) mark_parts(has_part, any_share, c);
}

/* Whoever holds stakes at some time, by the terms or by the journal. */
static void mark_stakes(const struct pact *p, uint8_t *has_part)
{
    for (size_t i = 0; i < p->stakes_count; i++)
        for (size_t s = 0; s < p->stakes[i].set_count; s++)
            for (uint32_t k = 0; k < p->stakes[i].sets[s].count; k++)
                has_part[p->parties[p->stakes[i].sets[s].parties[k]].word] = 1;
}

static void check_members(const struct check *c)
{
    const struct pact *p = c->p;
    uint8_t *has_part = ARENA_ARRAY(p->arena, uint8_t, p->doc->words->count);
    bool any_share = p->stakes_count > 0;
    for (const struct term *t = p->doc->first; t; t = t->next) mark_parts(has_part, &any_share, t);
    mark_stakes(p, has_part);
    struct str names = STR("");
    uint32_t idle = 0, founders = 0;
    for (size_t i = 0; i < p->party_count; i++) {
        if (p->parties[i].entry != INDEX_NONE) continue;
        founders++;
        if (has_part[p->parties[i].word] || p->parties[i].lead) continue;
        const char *comma = idle++ ? c->diags->lang == LANG_ZH ? "、" : ", " : "";
        names = str_format(p->arena, "%.*s%s%.*s", STR_ARG(names), comma,
                           STR_ARG(pact_word(p, p->parties[i].word)));
    }
    if (any_share && idle && idle < founders) DIAG_REPORT(c->diags, N122, p->head->span, names);
}

/* ---- scores ---- */

/* By word: entries appraise somebody on it. Scores are declared nowhere else. */
static uint8_t *find_scores(const struct pact *p)
{
    uint8_t *known = ARENA_ARRAY(p->arena, uint8_t, p->doc->words->count);
    for (uint32_t i = 0; i < p->doc->entry_count; i++) {
        const struct entry *e = document_entry(p->doc, i);
        if (e->form == F_APPRAISE) known[term_word(document_extra(p->doc, e), ROLE_score)] = 1;
    }
    return known;
}

/* Each score once, where it is first met in t or below it. */
static void check_scores_in(const struct check *c, const struct term *t, uint8_t *known)
{
    if (t->form == F_EXAMPLE) return; /* has entries of its own */
    for (uint32_t i = 0; i < t->bind_count; i++) {
        const struct bind *b = &t->binds[i];
        if (b->role != ROLE_score || known[b->a]) continue;
        known[b->a] = 1;
        DIAG_REPORT(c->diags, N124, bind_span(b), pact_word(c->p, (uint32_t)b->a));
    }
    for (const struct term *below = t->first; below; below = below->next)
        check_scores_in(c, below, known);
}

static void check_scores(const struct check *c)
{
    uint8_t *known = find_scores(c->p);
    for (size_t i = 0; i < c->p->text_count; i++) check_scores_in(c, c->p->texts[i].term, known);
}

void review_check_terms(const struct pact *p, struct diags *diags)
{
    struct check c = {.p = p, .ends = pact_last_end(p), .diags = diags};
    check_disputes(&c);
    check_clauses(&c, p->shares, p->share_count);
    check_clauses(&c, p->bears, p->bear_count);
    check_dates(&c);
    check_bodies(&c);
    check_members(&c);
    check_bears(&c);
    check_scores(&c);
}
