/* `share` and `bear` clauses: tiers, recipients, bases and scopes, checked as far as the text alone
 * tells. */
#include "pact/build.h"

/* ---- recipients ---- */

bool recipients_named(struct pact *p, uint32_t word, struct span span, struct recipient *out)
{
    uint32_t group = pact_find(p, THING_GROUP, word);
    out->kind = TO_PARTIES;
    out->group = group;
    if (group != INDEX_NONE) {
        p->used[NAMES_COMMON][word] = 1;
        out->parties = p->building->groups[group].parties;
        out->party_count = p->building->groups[group].count;
        return true;
    }
    out->parties = ARENA_NEW(p->arena, uint32_t);
    out->parties[0] = require(p, THING_PARTY, word, span);
    out->party_count = 1;
    return out->parties[0] != INDEX_NONE;
}

static bool read_recipient(struct pact *p, const struct term *t, const struct bind *b,
                           struct recipient *out)
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
        if (out->who == TO_AFFECTED) DIAG_PLAIN(p->diags, E287, bind_span(b));
        return out->who != TO_AFFECTED;
    }
    return recipients_named(p, term_word_in(t, b, ROLE_name), bind_span(b), out);
}

static void read_recipients(struct pact *p, struct tier *tier, const struct term *t,
                            const struct bind *list)
{
    tier->to = ARENA_ARRAY(p->arena, struct recipient, list->end);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        if (read_recipient(p, t, b, &tier->to[tier->to_count])) tier->to_count++;
}

/* Whether a group has several members at some time while a clause stands. */
static bool group_is_several(const struct pact *p, const struct clause *c, uint32_t group)
{
    const struct provisions *end = &p->provisions[p->provisions_count];
    for (const struct provisions *now = p->building; now < end; now++) {
        if (now != p->building && (!c->text || now->from >= c->text->to)) break;
        if (now->groups[group].count > 1) return true;
    }
    return false;
}

/* Whether a tier may go to more than one, so that it needs a basis. */
static bool may_be_several(const struct pact *p, const struct clause *c, const struct tier *tier)
{
    if (tier->to_count != 1) return tier->to_count > 1;
    const struct recipient *r = &tier->to[0];
    if (r->kind == TO_PARTIES && r->group != INDEX_NONE) return group_is_several(p, c, r->group);
    return r->kind == TO_KIND_OF_PARTIES || (r->kind == TO_PARTIES && r->party_count > 1);
}

/* Who is in a group may change, so one that has a single member is divided among, too. */
static void check_basis(struct pact *p, const struct clause *c, struct tier *tier,
                        const struct term *t)
{
    if (tier->basis.kind == BY_NOTHING && may_be_several(p, c, tier))
        DIAG_PLAIN(p->diags, E214, t->span);
    bool group =
        tier->to_count == 1 && tier->to[0].kind == TO_PARTIES && tier->to[0].group != INDEX_NONE;
    if (tier->basis.kind == BY_NOTHING && group) tier->basis.kind = BY_EQUALLY;
    if (tier->basis.kind == BY_NOTHING || tier->basis.kind == BY_EQUALLY) return;
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (tier->to[i].kind == TO_FUND && tier->to_count > 1) DIAG_PLAIN(p->diags, E226, t->span);
}

/* ---- amounts of tiers ---- */

/* The same promise in several tiers is one. */
static void read_return(struct pact *p, struct tier *tier, const struct term *t,
                        const struct bind *amount)
{
    const struct bind *on = term_bind_in(t, amount, ROLE_on);
    struct promise promise = {.measure = read_measure(p, t, on, FOR_RETURN),
                              .rate = bind_ratio(p, term_bind_in(t, amount, ROLE_return)),
                              .compound = term_bind_in(t, amount, ROLE_compound) != NULL};
    tier->repaid = promise.measure;
    for (tier->promise = 0; tier->promise < p->promise_count; tier->promise++) {
        const struct promise *made = &p->promises[tier->promise];
        if (made->measure == promise.measure && made->compound == promise.compound &&
            ratio_equal(made->rate, promise.rate))
            return;
    }
    *ARENA_PUSH(p->arena, p->promises, p->promise_count, p->promise_capacity) = promise;
}

static void read_amount(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                        const struct bind *amount)
{
    tier->row = (enum tier_row)amount->rank;
    tier->share = RATIO_ONE;
    const struct bind *b;
    switch (tier->row) {
    case TIER_UNTIL_REPAID:
        tier->repaid = read_measure(p, t, term_bind_in(t, amount, ROLE_repaid), FOR_REPAYING);
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
        b = term_bind_in(t, amount, ROLE_party);
        tier->catches_up = require(p, THING_PARTY, (uint32_t)b->a, bind_span(b));
        tier->share = bind_ratio(p, term_bind_in(t, amount, ROLE_catch_up));
        c->counts_profit = true;
        break;
    case TIER_LEAST:
        b = term_bind_in(t, amount, ROLE_party);
        tier->catches_up = require(p, THING_PARTY, (uint32_t)b->a, bind_span(b));
        tier->amount_minor = term_bind_in(t, amount, ROLE_least)->a;
        tier->yearly = term_bind_in(t, amount, ROLE_every) != NULL;
        c->counts_profit = true;
        break;
    case TIER_RETURN: read_return(p, tier, t, amount); break;
    }
    bool share =
        tier->row == TIER_SHARE || tier->row == TIER_SHARE_OF_REST || tier->row == TIER_CATCH_UP;
    if (share && ratio_compare(tier->share, RATIO_ONE) > 0)
        DIAG_REPORT(p->diags, E206, bind_span(amount),
                    sources_text(p->doc->sources, bind_span(amount)));
}

static bool is_open(const struct tier *tier)
{
    return tier->row == TIER_UNTIL_REPAID || tier->row == TIER_RETURN;
}

/* Nothing is open for a fund. */
static void check_no_fund(struct pact *p, const struct tier *tier)
{
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (tier->to[i].kind == TO_FUND) DIAG_PLAIN(p->diags, E226, tier->term->span);
}

static void read_tier(struct pact *p, struct clause *c, struct tier *tier, const struct term *t,
                      struct str above, uint32_t n)
{
    tier->id = tier->sums = p->tier_count++;
    tier->term = t;
    tier->path = str_format(p->arena, "%.*s%s%u", STR_ARG(above), above.len ? "." : "", n);
    read_amount(p, c, tier, t, term_bind(t, ROLE_amount));
    const struct bind *to = term_bind(t, ROLE_to);
    const struct bind *basis = term_bind(t, ROLE_basis);
    if (to) read_recipients(p, tier, t, to);
    if (basis) read_basis(p, tier, t, basis);
    if (to && is_open(tier)) check_no_fund(p, tier);
    if (!is_open(tier)) refuse_claims(p, &tier->basis, t);
    if (to && t->first) {
        DIAG_PLAIN(p->diags, E227, t->span);
    } else if (!to && !t->first) {
        DIAG_PLAIN(p->diags, E228, t->span);
    } else if (to) {
        check_basis(p, c, tier, t);
        part_funds(p, tier, t, above.len == 0);
    }
}

static void read_parts(struct pact *p, struct clause *c, struct tier *tier, const struct term *t)
{
    tier->parts = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        if (child->form != F_TIER) {
            DIAG_PLAIN(p->diags, E229, child->span);
            continue;
        }
        uint32_t n = tier->part_count++;
        read_tier(p, c, &tier->parts[n], child, tier->path, n + 1);
        if (is_open(tier)) check_no_fund(p, &tier->parts[n]);
        if (child->first && !tier->parts[n].to) DIAG_PLAIN(p->diags, E230, child->first->span);
    }
    check_parts(p, tier, t);
}

static uint32_t count_lines(const struct term *t, enum form form)
{
    uint32_t count = 0;
    for (const struct term *child = t->first; child; child = child->next)
        count += child->form == F_WHILE ? count_lines(child, form) : child->form == form;
    return count;
}

static const struct guard *read_guard(struct pact *p, struct clause *c, const struct term *t,
                                      const struct guard *outer)
{
    struct guard *g = ARENA_NEW(p->arena, struct guard);
    *g = (struct guard){.under_minor = term_bind(t, ROLE_limit)->a, .outer = outer, .term = t};
    g->measure = read_measure(p, t, term_bind(t, ROLE_measure), FOR_GUARD);
    if (g->measure == M_INCOME) c->counts_income = true;
    if (!t->first) DIAG_PLAIN(p->diags, E228, t->span);
    return g;
}

/* `at dissolution PARTY returns …`, behind all tiers, once a party. */
static void read_clawback(struct pact *p, struct clause *c, const struct term *t,
                          const struct guard *guard, uint32_t n)
{
    const struct bind *party = term_bind(t, ROLE_party), *share = term_bind(t, ROLE_share);
    struct tier line = {.row = TIER_REST,
                        .returns = true,
                        .share = bind_ratio(p, share),
                        .catches_up = require(p, THING_PARTY, (uint32_t)party->a, bind_span(party)),
                        .path = str_format(p->arena, "%u", n),
                        .term = t};
    bool last = c->tier_count && c->tiers[c->tier_count - 1].row == TIER_REST;
    if (guard || !last) DIAG_PLAIN(p->diags, E285, t->span);
    if (ratio_compare(line.share, RATIO_ONE) > 0)
        DIAG_REPORT(p->diags, E206, bind_span(share),
                    sources_text(p->doc->sources, bind_span(share)));
    for (uint32_t i = 0; i < c->return_count; i++)
        if (c->returns[i].catches_up == line.catches_up)
            DIAG_REPORT(p->diags, E286, t->span, pact_word(p, (uint32_t)party->a));
    line.id = line.sums = p->tier_count++;
    c->counts_profit = true;
    c->returns[c->return_count++] = line;
}

/* The lines of a clause, or those under a guard, in the order of the text. */
static void read_tiers(struct pact *p, struct clause *c, const struct term *t,
                       const struct guard *guard, struct str above)
{
    uint32_t n = 0;
    for (const struct term *child = t->first; child; child = child->next) {
        n++;
        if (child->form == F_WHILE) {
            const struct guard *inner = read_guard(p, c, child, guard);
            read_tiers(p, c, child, inner,
                       str_format(p->arena, "%.*s%s%u", STR_ARG(above), above.len ? "." : "", n));
        } else if (child->form == F_TIER) {
            struct tier *tier = &c->tiers[c->tier_count++];
            read_tier(p, c, tier, child, above, n);
            tier->guard = guard;
            if (!tier->to && child->first) read_parts(p, c, tier, child);
        } else {
            read_clawback(p, c, child, guard, n);
        }
    }
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

static void read_share(struct pact *p, const struct term *t, const struct article_text *text)
{
    struct clause *c = ARENA_PUSH(p->arena, p->shares, p->share_count, p->share_capacity);
    *c = (struct clause){
        .text = text, .term = t, .class = (enum income_class)term_bind(t, ROLE_class)->rank};
    read_scope(p, c, t);
    check_scope(p, c, t);
    c->id = p->tier_count++;
    c->tiers = ARENA_ARRAY(p->arena, struct tier, count_lines(t, F_TIER));
    c->returns = ARENA_ARRAY(p->arena, struct tier, count_lines(t, F_CLAWBACK));
    read_tiers(p, c, t, NULL, STR(""));
    find_others(p, c);
    check_tiers(p, c);
}

/* Creditors come before members (Civil Code 978), and a grant that was not spent is its payer's.
 * A tier has the number of its line; without `rest` what is left goes as the law says. */
static void read_waterfall(struct pact *p, const struct term *t)
{
    struct clause *c = &p->building->dissolution;
    struct ratio sum = RATIO_ZERO;
    uint32_t line = 0;
    if (t->form != F_DISSOLVE) return;
    if (c->term) {
        DIAG_REPORT(p->diags, E260, t->span, pact_clause(p->arena, c->term));
        return;
    }
    *c = (struct clause){
        .term = t, .class = CLASS_SURPLUS, .project = INDEX_NONE, .result = INDEX_NONE};
    c->id = p->tier_count++;
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
        if (!tier->to && child->first) read_parts(p, c, tier, child);
        if (tier->row == TIER_SHARE && ratio_add(&sum, sum, tier->share) != OK) sum = RATIO_ONE;
    }
    if (ratio_compare(sum, RATIO_ONE) > 0) report_over(p, t->span, sum);
    find_others(p, c);
}

static void read_cap(struct pact *p, struct tier *tier, const struct term *t,
                     const struct bind *each)
{
    tier->capped = true;
    tier->cap_is_amount = each->rank == CAP_AMOUNT;
    if (tier->cap_is_amount) {
        tier->cap_minor = term_bind_in(t, each, ROLE_amount)->a;
        return;
    }
    tier->cap = bind_ratio(p, term_bind_in(t, each, ROLE_cap));
    tier->cap_measure = read_measure(p, t, term_bind_in(t, each, ROLE_measure), FOR_LIMIT);
}

/* A fund bears no more than an amount in all; of a measure it has none. */
static void limit_fund(struct pact *p, struct tier *tier, const struct bind *each)
{
    if (!tier->cap_is_amount || tier->row != TIER_REST) DIAG_PLAIN(p->diags, E457, bind_span(each));
    tier->row = TIER_UP_TO;
    tier->amount_minor = tier->cap_minor;
    tier->capped = false;
}

static void read_bearer(struct pact *p, struct clause *c, struct tier *tier, const struct term *t)
{
    tier->id = tier->sums = p->tier_count++;
    tier->term = t;
    tier->row = TIER_REST;
    const struct bind *amount = term_bind(t, ROLE_amount);
    const struct bind *to = term_bind(t, ROLE_to);
    const struct bind *basis = term_bind(t, ROLE_basis);
    const struct bind *each = term_bind(t, ROLE_each);
    const struct bind *fund = term_bind(t, ROLE_fund);
    if (amount) read_amount(p, c, tier, t, amount);
    if (is_open(tier) || tier->row == TIER_CATCH_UP || tier->row == TIER_LEAST)
        DIAG_PLAIN(p->diags, E456, bind_span(amount));
    if ((fund || to) && t->first) DIAG_PLAIN(p->diags, E227, t->span);
    if (!fund && !to && !t->first) DIAG_PLAIN(p->diags, E228, t->span);
    if (fund) {
        tier->from_fund = true;
        tier->fund = require_in(p, NAMES_FUND, (uint32_t)fund->a, bind_span(fund));
    }
    if (to) read_recipients(p, tier, t, to);
    if (basis) read_basis(p, tier, t, basis);
    if (to) check_basis(p, c, tier, t);
    if (each) read_cap(p, tier, t, each);
    if (!each) refuse_claims(p, &tier->basis, t);
    if (each && fund) limit_fund(p, tier, each);
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (tier->to[i].kind == TO_FUND) DIAG_PLAIN(p->diags, E231, t->span);
}

/* The lines under a tier that is divided once more. */
static void read_bearer_parts(struct pact *p, struct clause *c, struct tier *tier)
{
    const struct term *t = tier->term;
    tier->parts = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        struct tier *part = &tier->parts[tier->part_count++];
        read_bearer(p, c, part, child);
        part->path = str_format(p->arena, "%.*s.%u", STR_ARG(tier->path), tier->part_count);
        if (child->first) DIAG_PLAIN(p->diags, E230, child->first->span);
    }
    if (tier->part_count) check_parts(p, tier, t);
}

static void read_bear(struct pact *p, const struct term *t, const struct article_text *text)
{
    struct clause *c = ARENA_PUSH(p->arena, p->bears, p->bear_count, p->bear_capacity);
    *c = (struct clause){.text = text,
                         .term = t,
                         .loss = (enum loss_kind)term_bind(t, ROLE_loss)->rank,
                         .id = p->tier_count++};
    read_scope(p, c, t);
    c->tiers = ARENA_ARRAY(p->arena, struct tier, t->child_count);
    for (const struct term *child = t->first; child; child = child->next) {
        struct tier *tier = &c->tiers[c->tier_count++];
        read_bearer(p, c, tier, child);
        tier->path = str_format(p->arena, "%u", c->tier_count);
        if (!tier->to && !tier->from_fund) read_bearer_parts(p, c, tier);
    }
    if (!c->tier_count) DIAG_PLAIN(p->diags, E228, t->span);
    find_others(p, c);
}

static void visit_clause(struct pact *p, const struct term *t, const struct article_text *text)
{
    if (t->form == F_SHARE) read_share(p, t, text);
    if (t->form == F_BEAR) read_bear(p, t, text);
}

static bool goes_to_members(struct pact *p, const struct clause *c)
{
    for (uint32_t k = 0; k < c->tier_count; k++) {
        const struct tier *t = &c->tiers[k];
        if (!t->part_count && (!t->to_count || t->to[0].kind == TO_FUND)) continue;
        const struct bind *to = term_bind(t->term, ROLE_to);
        struct span span = to ? bind_span(to) : t->term->span;
        DIAG_REPORT(p->diags, E221, t->term->span, sources_text(p->doc->sources, span));
        return true;
    }
    return false;
}

/* Recipients who are members, in a form that may not distribute. */
static bool may_not_distribute(const struct pact *p)
{
    return p->has_form && p->form == LEGAL_ASSOCIATION;
}

static void check_form(struct pact *p)
{
    for (size_t i = 0; i < p->share_count && may_not_distribute(p); i++)
        if (goes_to_members(p, &p->shares[i])) return;
}

void build_dissolution(struct pact *p)
{
    for_articles(p, read_waterfall);
    if (may_not_distribute(p)) (void)goes_to_members(p, &p->building->dissolution);
}

void build_clauses(struct pact *p)
{
    for_texts(p, visit_clause);
    compare_clauses(p);
    check_form(p);
}
