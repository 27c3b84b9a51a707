/* `share` and `bear` clauses: tiers, recipients, bases and scopes, checked as far as the text alone
 * tells. */
#include "pact/build.h"

#include <string.h>

/* ---- recipients and bases ---- */

static bool read_recipient(struct pact *p, struct clause *c, const struct term *t,
                           const struct bind *b, struct recipient *out)
{
    if (b->rank == RECIPIENT_FUND) {
        const struct bind *fund = term_bind_in(t, b, ROLE_fund);
        out->kind = TO_FUND;
        out->fund = require_in(p, NAMES_FUND, (uint32_t)fund->a, bind_span(fund));
        return out->fund != INDEX_NONE;
    }
    if (b->rank == RECIPIENT_WORD) {
        out->kind = TO_KIND_OF_PARTIES;
        out->who = (enum recipients)term_bind_in(t, b, ROLE_who)->rank;
        if (out->who == TO_AFFECTED || out->who == TO_OTHERS) c->unsupported = t;
        return true;
    }
    uint32_t word = term_word_in(t, b, ROLE_name);
    uint32_t group = pact_find(p, THING_GROUP, word);
    out->kind = TO_PARTIES;
    if (group != INDEX_NONE) {
        p->used[NAMES_COMMON][word] = 1;
        out->parties = p->groups[group].parties;
        out->party_count = p->groups[group].count;
        return true;
    }
    out->parties = ARENA_NEW(p->arena, uint32_t);
    out->parties[0] = require(p, THING_PARTY, word, bind_span(b));
    out->party_count = 1;
    return out->parties[0] != INDEX_NONE;
}

static void read_recipients(struct pact *p, struct clause *c, struct tier *tier,
                            const struct term *t, const struct bind *list)
{
    tier->to = ARENA_ARRAY(p->arena, struct recipient, list->end);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        if (read_recipient(p, c, t, b, &tier->to[tier->to_count])) tier->to_count++;
    for (uint32_t i = 0; i < tier->to_count && tier->to_count > 1; i++)
        if (tier->to[i].kind == TO_FUND) c->unsupported = t; /* a fund beside others */
}

static bool measure_supported(enum measure_name m)
{
    return m == M_CAPITAL || m == M_PLEDGE || m == M_COST || m == M_INVENTION || m == M_WORK ||
           m == M_OWNERSHIP || m == M_PATENTS;
}

/* A MEASURE phrase that must be a plain measure; INDEX_NONE parts mark the clause unsupported. */
static enum measure_name read_measure(struct clause *c, const struct term *t,
                                      const struct bind *phrase)
{
    const struct bind *plain = term_bind_in(t, phrase, ROLE_measure);
    if (!plain) {
        c->unsupported = t;
        return M_CAPITAL;
    }
    enum measure_name m = (enum measure_name)plain->rank;
    if (!measure_supported(m)) c->unsupported = t;
    return m;
}

void read_basis(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                const struct bind *basis)
{
    if (term_bind_in(t, basis, ROLE_adjusted)) c->unsupported = t;
    if (basis->rank == BASIS_EQUALLY) {
        tier->basis.kind = BY_EQUALLY;
        return;
    }
    if (basis->rank == BASIS_GAME) {
        const struct bind *game = term_bind_in(t, basis, ROLE_game);
        (void)require_in(p, NAMES_GAME, (uint32_t)game->a, bind_span(game));
        tier->basis.kind = BY_EQUALLY;
        c->unsupported = t;
        return;
    }
    const struct bind *measure = term_bind_in(t, basis, ROLE_measure);
    if (measure->rank == MEASURE_OF_STAKES) {
        const struct bind *stakes = term_bind_in(t, measure, ROLE_stakes);
        tier->basis.kind = BY_STAKES;
        tier->basis.stakes = require_in(p, NAMES_STAKES, (uint32_t)stakes->a, bind_span(stakes));
        return;
    }
    tier->basis.kind = BY_MEASURE;
    tier->basis.measure = read_measure(c, t, measure);
}

/* Whether a tier may go to more than one, so that it needs a basis. */
static bool may_be_several(const struct tier *tier)
{
    if (tier->to_count != 1) return tier->to_count > 1;
    const struct recipient *r = &tier->to[0];
    return r->kind == TO_KIND_OF_PARTIES || (r->kind == TO_PARTIES && r->party_count > 1);
}

static void check_basis(struct pact *p, const struct tier *tier, const struct term *t)
{
    if (tier->basis.kind == BY_NOTHING && may_be_several(tier)) DIAG_PLAIN(p->diags, E214, t->span);
    if (tier->basis.kind == BY_NOTHING || tier->basis.kind == BY_EQUALLY) return;
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (tier->to[i].kind == TO_FUND && tier->to_count > 1) DIAG_PLAIN(p->diags, E226, t->span);
}

/* ---- amounts of tiers ---- */

static void read_amount(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                        const struct bind *amount)
{
    tier->row = (enum tier_row)amount->rank;
    tier->share = RATIO_ONE;
    const struct bind *b;
    switch (tier->row) {
    case TIER_UNTIL_REPAID:
        tier->repaid = read_measure(c, t, term_bind_in(t, amount, ROLE_repaid));
        if (tier->repaid != M_CAPITAL && tier->repaid != M_COST && tier->repaid != M_PLEDGE)
            c->unsupported = t;
        b = term_bind_in(t, amount, ROLE_times);
        if (b) tier->share = bind_ratio(p, b);
        break;
    case TIER_UP_TO: tier->amount_minor = term_bind_in(t, amount, ROLE_limit)->a; break;
    case TIER_SHARE_OF_REST:
        tier->share = bind_ratio(p, term_bind_in(t, amount, ROLE_share_of_rest));
        break;
    case TIER_SHARE: tier->share = bind_ratio(p, term_bind_in(t, amount, ROLE_share)); break;
    case TIER_AMOUNT:
        tier->amount_minor = term_bind_in(t, amount, ROLE_amount)->a;
        tier->yearly = term_bind_in(t, amount, ROLE_every) != NULL;
        break;
    case TIER_REST: break;
    case TIER_CATCH_UP:
    case TIER_RETURN: c->unsupported = t; break;
    }
    bool share = tier->row == TIER_SHARE || tier->row == TIER_SHARE_OF_REST;
    if (share && ratio_compare(tier->share, RATIO_ONE) > 0)
        DIAG_REPORT(p->diags, E206, bind_span(amount),
                    sources_text(p->doc->sources, bind_span(amount)));
}

static void read_parts(struct pact *p, struct clause *c, struct tier *tier, const struct term *t);

static void read_tier(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                      struct str above, uint32_t n)
{
    tier->id = p->tier_count++;
    tier->term = t;
    tier->path = str_format(p->arena, "%.*s%s%u", STR_ARG(above), above.len ? "." : "", n);
    if (t->form != F_TIER && t->form != F_W_TIER) { /* while, clawback */
        c->unsupported = t;
        tier->row = TIER_REST;
        return;
    }
    read_amount(p, c, tier, t, term_bind(t, ROLE_amount));
    const struct bind *to = term_bind(t, ROLE_to);
    const struct bind *basis = term_bind(t, ROLE_basis);
    if (to) read_recipients(p, c, tier, t, to);
    if (basis) read_basis(p, c, tier, t, basis);
    bool until = tier->row == TIER_UNTIL_REPAID;
    if (until && t->first) c->unsupported = t;
    if (until && to && tier->to_count && tier->to[0].kind == TO_FUND)
        DIAG_PLAIN(p->diags, E226, t->span);
    if (to && t->first) {
        DIAG_PLAIN(p->diags, E227, t->span);
    } else if (!to && !t->first) {
        DIAG_PLAIN(p->diags, E228, t->span);
    } else if (to) {
        check_basis(p, tier, t);
    } else {
        read_parts(p, c, tier, t);
    }
}

/* The parts of a divided tier are percentages that make 100%, or end in rest. */
static void check_parts(struct pact *p, const struct tier *tier, const struct term *t)
{
    struct ratio sum = RATIO_ZERO;
    bool rest = false;
    for (uint32_t i = 0; i < tier->part_count; i++) {
        const struct tier *part = &tier->parts[i];
        if (rest) DIAG_PLAIN(p->diags, E212, part->term->span);
        if (part->row == TIER_REST) {
            rest = true;
        } else if (part->row != TIER_SHARE) {
            DIAG_PLAIN(p->diags, E229, part->term->span);
            return;
        } else if (ratio_add(&sum, sum, part->share) != OK) {
            DIAG_REPORT(p->diags, E209, part->term->span,
                        diags_word(p->diags, "the parts", "各部分"));
            return;
        }
    }
    int order = ratio_compare(sum, RATIO_ONE);
    if (rest ? order >= 0 : order != 0) DIAG_PLAIN(p->diags, E213, t->span);
}

static void read_parts(struct pact *p, struct clause *c, struct tier *tier, const struct term *t)
{
    if (memchr(tier->path.ptr, '.', tier->path.len)) {
        DIAG_PLAIN(p->diags, E230, t->first->span);
        return;
    }
    tier->parts = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        uint32_t n = tier->part_count++;
        read_tier(p, c, &tier->parts[n], child, tier->path, n + 1);
    }
    if (!c->unsupported) check_parts(p, tier, t);
}

/* Percentages of the whole may not pass 100%; the last tier is rest, and only the last. */
static void check_tiers(struct pact *p, const struct clause *c)
{
    struct ratio sum = RATIO_ZERO;
    bool rest = false;
    for (uint32_t i = 0; i < c->tier_count; i++) {
        const struct tier *tier = &c->tiers[i];
        if (tier->term->form != F_TIER) {
            if (tier->term->form == F_WHILE) return; /* guarded tiers are judged in their band */
            continue;
        }
        if (rest) DIAG_PLAIN(p->diags, E212, tier->term->span);
        if (!rest && ratio_equal(sum, RATIO_ONE)) DIAG_PLAIN(p->diags, W101, tier->term->span);
        rest = rest || tier->row == TIER_REST;
        if (tier->row == TIER_SHARE && ratio_add(&sum, sum, tier->share) != OK) sum = RATIO_ONE;
    }
    if (ratio_compare(sum, RATIO_ONE) > 0) DIAG_PLAIN(p->diags, E215, c->term->span);
    if (!rest) DIAG_PLAIN(p->diags, E216, c->term->span);
}

/* ---- scopes and clauses ---- */

static void read_scope(struct pact *p, struct clause *c, const struct term *t)
{
    const struct bind *scope = term_bind(t, ROLE_scope);
    c->width = WIDTH_ALL;
    c->project = c->result = INDEX_NONE;
    if (!scope) return;
    const struct bind *name;
    switch ((enum scope_row)scope->rank) {
    case SCOPE_PROJECT:
        name = term_bind_in(t, scope, ROLE_project);
        c->width = WIDTH_PROJECT;
        c->project = require(p, THING_PROJECT, (uint32_t)name->a, bind_span(name));
        break;
    case SCOPE_KIND:
        c->width = WIDTH_KIND;
        c->kind = (enum project_kind)term_bind_in(t, scope, ROLE_project_kind)->rank;
        break;
    case SCOPE_RESULT:
        name = term_bind_in(t, scope, ROLE_result);
        c->width = WIDTH_RESULT;
        c->result = require(p, THING_RESULT, (uint32_t)name->a, bind_span(name));
        break;
    case SCOPE_EACH_RESULT: c->width = WIDTH_EACH_RESULT; break;
    case SCOPE_TOGETHER: c->together = true; break;
    }
}

/* A surplus is the alliance's, and a grant at most a project's. */
static void check_scope(struct pact *p, const struct clause *c, const struct term *t)
{
    bool never = (c->class == CLASS_SURPLUS && c->width != WIDTH_ALL) ||
                 (c->class == CLASS_GRANT && c->width >= WIDTH_EACH_RESULT);
    if (never)
        DIAG_REPORT(
            p->diags, E234, bind_span(term_bind(t, ROLE_scope)),
            choice_text(p->arena, p->doc->g, SET_CLASS, (uint32_t)c->class, p->diags->lang));
}

static void read_share(struct pact *p, const struct term *t)
{
    struct clause *c = ARENA_PUSH(p->arena, p->shares, p->share_count, p->share_capacity);
    *c = (struct clause){.term = t, .class = (enum income_class)term_bind(t, ROLE_class)->rank};
    read_scope(p, c, t);
    check_scope(p, c, t);
    c->tiers = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        uint32_t n = c->tier_count++;
        read_tier(p, c, &c->tiers[n], child, STR(""), n + 1);
    }
    check_tiers(p, c);
}

/* Creditors come before members (Civil Code 978), and a grant that was not spent is its payer's.
 * A tier has the number of its line; without `rest` what is left goes as the law says. */
void read_waterfall(struct pact *p, const struct term *t)
{
    struct clause *c = &p->dissolution;
    struct ratio sum = RATIO_ZERO;
    uint32_t line = 0;
    if (c->term) {
        DIAG_REPORT(p->diags, E260, t->span,
                    str_format(p->arena, "%u.%u", c->term->article, c->term->clause));
        return;
    }
    *c = (struct clause){
        .term = t, .class = CLASS_SURPLUS, .project = INDEX_NONE, .result = INDEX_NONE};
    c->tiers = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        line++;
        bool rest = c->tier_count && c->tiers[c->tier_count - 1].row == TIER_REST;
        if (rest) DIAG_PLAIN(p->diags, E212, child->span);
        if (child->form != F_W_TIER) {
            if (c->tier_count && !rest) DIAG_PLAIN(p->diags, E261, child->span);
            continue;
        }
        struct tier *tier = &c->tiers[c->tier_count++];
        read_tier(p, c, tier, child, STR(""), line);
        if (tier->row == TIER_SHARE && ratio_add(&sum, sum, tier->share) != OK) sum = RATIO_ONE;
    }
    if (ratio_compare(sum, RATIO_ONE) > 0) DIAG_PLAIN(p->diags, E215, t->span);
}

static void read_cap(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                     const struct bind *each)
{
    tier->capped = true;
    tier->cap_is_amount = each->rank == CAP_AMOUNT;
    if (tier->cap_is_amount) {
        tier->cap_minor = term_bind_in(t, each, ROLE_amount)->a;
        return;
    }
    tier->cap = bind_ratio(p, term_bind_in(t, each, ROLE_cap));
    tier->cap_measure = read_measure(c, t, term_bind_in(t, each, ROLE_measure));
    bool money = tier->cap_measure == M_CAPITAL || tier->cap_measure == M_PLEDGE ||
                 tier->cap_measure == M_COST;
    if (!money) c->unsupported = t;
}

static void read_bearer(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                        uint32_t n)
{
    tier->id = p->tier_count++;
    tier->term = t;
    tier->path = str_format(p->arena, "%u", n);
    tier->row = TIER_REST;
    const struct bind *amount = term_bind(t, ROLE_amount);
    const struct bind *to = term_bind(t, ROLE_to);
    const struct bind *basis = term_bind(t, ROLE_basis);
    const struct bind *each = term_bind(t, ROLE_each);
    const struct bind *fund = term_bind(t, ROLE_fund);
    if (amount) read_amount(p, c, tier, t, amount);
    bool plain = tier->row == TIER_REST || tier->row == TIER_SHARE || tier->row == TIER_UP_TO;
    if (!plain || t->first) c->unsupported = t; /* a loss divided once more */
    if (!fund && !to && !t->first) DIAG_PLAIN(p->diags, E228, t->span);
    if (fund) {
        tier->from_fund = true;
        tier->fund = require_in(p, NAMES_FUND, (uint32_t)fund->a, bind_span(fund));
    }
    if (to) read_recipients(p, c, tier, t, to);
    if (basis) read_basis(p, c, tier, t, basis);
    if (to) check_basis(p, tier, t);
    if (each) read_cap(p, c, tier, t, each);
    if (each && fund) c->unsupported = t;
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (tier->to[i].kind == TO_FUND) DIAG_PLAIN(p->diags, E231, t->span);
}

static void read_bear(struct pact *p, const struct term *t)
{
    struct clause *c = ARENA_PUSH(p->arena, p->bears, p->bear_count, p->bear_capacity);
    *c = (struct clause){.term = t, .loss = (enum loss_kind)term_bind(t, ROLE_loss)->rank};
    read_scope(p, c, t);
    c->tiers = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        uint32_t n = c->tier_count++;
        read_bearer(p, c, &c->tiers[n], child, n + 1);
    }
    if (!c->tier_count) DIAG_PLAIN(p->diags, E228, t->span);
}

static void visit_clause(struct pact *p, const struct term *t)
{
    if (t->form == F_SHARE) read_share(p, t);
    if (t->form == F_BEAR) read_bear(p, t);
    if (t->form == F_DISSOLVE) read_waterfall(p, t);
}

/* The same for clauses that are equally narrow for the same receipts or losses. */
static uint64_t ground_of(const struct clause *c, bool shares)
{
    uint64_t ground = 0;
    switch (c->width) {
    case WIDTH_KIND: ground = (uint64_t)c->kind; break;
    case WIDTH_PROJECT: ground = c->project; break;
    case WIDTH_RESULT: ground = c->result; break;
    case WIDTH_ALL:
    case WIDTH_EACH_RESULT: break;
    }
    uint64_t class = shares ? (uint64_t)c->class : (uint64_t)c->loss;
    return (uint64_t)c->width << 40 | class << 32 | ground;
}

static void check_equals(struct pact *p, const struct clause *list, size_t count, bool shares)
{
    uint64_t *grounds = ARENA_ARRAY(p->arena, uint64_t, count);
    for (size_t i = 0; i < count; i++) grounds[i] = ground_of(&list[i], shares);
    const uint32_t *earlier = find_equals(p->arena, grounds, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        if (earlier[i] == INDEX_NONE) continue;
        const struct term *other = list[earlier[i]].term;
        DIAG_REPORT(p->diags, E217, list[i].term->span,
                    str_format(p->arena, "%u.%u", other->article, other->clause));
    }
}

static bool goes_to_members(struct pact *p, const struct clause *c)
{
    for (uint32_t k = 0; k < c->tier_count; k++) {
        const struct tier *t = &c->tiers[k];
        if (!t->part_count && (!t->to_count || t->to[0].kind == TO_FUND)) continue;
        DIAG_PLAIN(p->diags, E221, t->term->span);
        return true;
    }
    return false;
}

/* Recipients who are members, in a form that may not distribute. */
static void check_form(struct pact *p)
{
    if (!p->has_form || p->form != LEGAL_ASSOCIATION) return;
    for (size_t i = 0; i < p->share_count; i++)
        if (goes_to_members(p, &p->shares[i])) return;
    (void)goes_to_members(p, &p->dissolution);
}

void build_clauses(struct pact *p)
{
    for_articles(p, visit_clause);
    check_equals(p, p->shares, p->share_count, true);
    check_equals(p, p->bears, p->bear_count, false);
    check_form(p);
}
