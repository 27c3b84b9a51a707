/* Power from bodies. */
#include "fair/powers.h"

#include "fold/handlers.h"

struct finder {
    struct body_powers *out;
    struct fold *f;
    date_t day;
    const struct provisions *now;
};

/* ---- who may veto ---- */

static bool may_veto(const struct finder *n, const struct body *body, uint32_t party)
{
    for (size_t i = 0; i < body->veto_count; i++)
        for (uint32_t k = 0; k < body->vetoes[i].to_count; k++) {
            const struct recipient *who = &body->vetoes[i].to[k];
            bool affected = who->kind == TO_KIND_OF_PARTIES && who->who == TO_AFFECTED;
            if (!affected && pact_is_among(n->f->pact, who, party)) return true;
        }
    return false;
}

static bool affected_may_veto(const struct body *body)
{
    for (size_t i = 0; i < body->veto_count; i++)
        for (uint32_t k = 0; k < body->vetoes[i].to_count; k++) {
            const struct recipient *who = &body->vetoes[i].to[k];
            if (who->kind == TO_KIND_OF_PARTIES && who->who == TO_AFFECTED) return true;
        }
    return false;
}

/* ---- seats ---- */

/* Whether a party is one of those behind a seat. */
static bool behind(const struct finder *n, const struct seat *seat, uint32_t party)
{
    if (seat->group == INDEX_NONE) return seat->party == party;
    return n->now->bloc_of[party] == seat->group;
}

static bool *find_vetoes(const struct finder *n, const struct body *body, const struct tally *t)
{
    bool *vetoes = ARENA_ARRAY(n->f->arena, bool, t->list_count);
    bool some = false;
    for (uint32_t i = 0; i < t->list_count; i++)
        for (uint32_t party = 0; party < n->f->pact->party_count; party++)
            if (behind(n, &t->list[i], party) && may_veto(n, body, party)) some = vetoes[i] = true;
    return some ? vetoes : NULL;
}

static int64_t *find_capital(const struct finder *n, const struct tally *t)
{
    int64_t *capital = ARENA_ARRAY(n->f->arena, int64_t, t->list_count);
    for (uint32_t i = 0; i < t->list_count; i++)
        for (uint32_t party = 0; party < n->f->pact->party_count; party++)
            if (behind(n, &t->list[i], party))
                capital[i] += n->f->state->parties[party].capital_minor;
    return capital;
}

/* ---- rules ---- */

/* Votes over their common divisor; false where they still are too large. */
static bool rule_of_votes(struct vote_rule *out, struct arena *a, const struct tally *t,
                          u128 needed)
{
    u128 divisor = 0;
    uint64_t *weights = ARENA_ARRAY(a, uint64_t, t->list_count);
    for (uint32_t i = 0; i < t->list_count; i++) divisor = gcd_u128(divisor, t->list[i].weight);
    if (divisor == 0 || t->all / divisor > INT64_MAX) return false;
    for (uint32_t i = 0; i < t->list_count; i++)
        weights[i] = (uint64_t)(t->list[i].weight / divisor);
    *out = (struct vote_rule){weights, (uint64_t)((needed + divisor - 1) / divisor)};
    return true;
}

/* Heads of a class; false where it has no seat, so that it is not asked. */
static bool rule_of_class(struct vote_rule *out, const struct finder *n, const struct tally *t,
                          const struct class_majority *c)
{
    uint32_t heads = 0;
    uint64_t *weights = ARENA_ARRAY(n->f->arena, uint64_t, t->list_count);
    for (uint32_t i = 0; i < t->list_count; i++) {
        bool in = false;
        for (uint32_t party = 0; party < n->f->pact->party_count; party++)
            in = in || (behind(n, &t->list[i], party) && pact_is_among(n->f->pact, &c->who, party));
        weights[i] = in;
        heads += in;
    }
    u128 needed = votes_needed(heads, c->majority.share, c->majority.strict);
    *out = (struct vote_rule){weights, needed ? (uint64_t)needed : 1};
    return heads > 0;
}

/* Nothing passes without a yes, and nothing that all together cannot reach is a vote. */
static bool find_rules(struct rule_voting *out, struct vote_rule *rules, const struct finder *n,
                       struct body_power *b)
{
    const struct tally *t = b->seats;
    uint32_t classes = b->rule ? b->rule->class_count : 0;
    if (t->list_count > LIMIT_VOTERS_MAX || classes + 1 > LIMIT_RULES_MAX) return false;
    if (!rule_of_votes(&rules[0], n->f->arena, t, b->needed)) return false;
    out->n = t->list_count;
    out->rules = rules;
    out->rule_count = 1;
    for (uint32_t i = 0; i < classes; i++)
        out->rule_count += rule_of_class(&rules[out->rule_count], n, t, &b->rule->classes[i]);
    out->vetoes = find_vetoes(n, &n->now->bodies[b->body], t);
    return true;
}

static void normalise(struct arena *a, struct rat *values, uint32_t count)
{
    struct rat *sum = rat_array_of_arena(a, 1);
    for (uint32_t i = 0; i < count; i++) rat_add(sum, sum, &values[i]);
    for (uint32_t i = 0; i < count && rat_sign(sum) > 0; i++) rat_div(&values[i], &values[i], sum);
}

static void count_power(const struct finder *n, struct body_power *b)
{
    struct vote_rule rules[LIMIT_RULES_MAX];
    struct rule_voting v = {.n = 0};
    struct arena *a = n->f->arena;
    b->shapley = rat_array_of_arena(a, b->n);
    b->banzhaf = rat_array_of_arena(a, b->n);
    if (!find_rules(&v, rules, n, b)) return;
    b->counted = rules_power(b->shapley, b->banzhaf, a, &v) == OK;
    if (!b->counted) return;
    rules_roles(&b->roles, a, &v, b->banzhaf);
    normalise(a, b->banzhaf, b->n);
}

/* ---- the list ---- */

/* The place of what is decided by the same votes of the same body; its own where there is none. */
static uint32_t find_same(const struct finder *n, const struct body_power *b)
{
    uint32_t own = (uint32_t)n->out->count;
    if (b->rule && b->rule->class_count) return own;
    for (uint32_t i = 0; i < own; i++) {
        const struct body_power *other = &n->out->list[i];
        bool classes = other->rule && other->rule->class_count;
        if (other->body == b->body && !classes && other->needed == b->needed) return i;
    }
    return own;
}

static void add_power(struct finder *n, uint32_t body, const struct decide_rule *rule,
                      const struct majority *majority)
{
    struct body_power b = {.body = body, .rule = rule};
    const struct body *found = &n->now->bodies[body];
    b.seats = count_seats(n->f, found, n->day);
    if (!b.seats || b.seats->list_count == 0 || b.seats->all == 0) return;
    b.n = b.seats->list_count;
    b.needed = votes_needed(b.seats->all, majority->share, majority->strict);
    if (b.needed == 0) b.needed = 1;
    if (b.needed > b.seats->all) return; /* more than all: nothing passes */
    b.affected_may_veto = affected_may_veto(found);
    b.capital_minor = find_capital(n, b.seats);
    b.same = find_same(n, &b);
    if (b.same < n->out->count) {
        const struct body_power *like = &n->out->list[b.same];
        b.counted = like->counted;
        b.shapley = like->shapley;
        b.banzhaf = like->banzhaf;
        b.roles = like->roles;
    } else {
        count_power(n, &b);
    }
    *ARENA_PUSH(n->f->arena, n->out->list, n->out->count, n->out->capacity) = b;
}

static void add_body(struct finder *n, uint32_t body)
{
    const struct body *found = &n->now->bodies[body];
    if (!found->term || found->seats == SEATS_NONE) return;
    if (found->has_pass) add_power(n, body, NULL, &found->pass);
    for (size_t i = 0; i < n->now->rule_count; i++) {
        const struct decide_rule *rule = &n->now->rules[i];
        if (rule->body != body) continue;
        if (rule->has_majority)
            add_power(n, body, rule, &rule->majority);
        else if (rule->class_count && found->has_pass)
            add_power(n, body, rule, &found->pass);
    }
}

void body_powers_find(struct body_powers *out, struct fold *f, date_t day)
{
    struct finder n = {.out = out, .f = f, .day = day, .now = pact_at(f->pact, day)};
    *out = (struct body_powers){.list = NULL};
    for (uint32_t i = 0; i < f->pact->body_count; i++) add_body(&n, i);
}
