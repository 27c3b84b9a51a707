/* Membership dues: who owes what by the year, and on which day. */
#include "pact/build.h"

static void read_payer(struct pact *p, struct dues_rule *rule, const struct term *t,
                       const struct bind *item)
{
    const struct bind *kind = term_bind_in(t, item, ROLE_who);
    const struct bind *word = term_bind_in(t, item, ROLE_who2);
    if (kind) {
        rule->payer = DUES_OF_KIND;
        rule->kind = (enum member_kind)kind->rank;
    } else if (word) {
        rule->payer = item->rank == DUES_ITEM_LEAD ? DUES_OF_LEAD : DUES_OF_OTHERS;
    } else {
        uint32_t name = term_word_in(t, item, ROLE_name);
        rule->payer = DUES_OF_NAMED;
        rule->party = pact_find(p, THING_PARTY, name);
        rule->group = pact_find(p, THING_GROUP, name);
    }
}

static void read_amount(struct pact *p, struct dues_rule *rule, const struct term *t,
                        const struct bind *item)
{
    const struct bind *amount = term_bind_in(t, item, ROLE_amount);
    const struct bind *share = term_bind_in(t, amount, ROLE_share);
    const struct bind *least = term_bind_in(t, amount, ROLE_least);
    const struct bind *most = term_bind_in(t, amount, ROLE_most);
    rule->least_minor = rule->most_minor = 0;
    if (!share) {
        rule->least_minor = rule->most_minor = term_bind_in(t, amount, ROLE_amount)->a;
        return;
    }
    rule->of_sales = true;
    rule->share = bind_ratio(p, share);
    rule->least_minor = least ? least->a : 0;
    rule->most_minor = most ? most->a : INT64_MAX;
    if (rule->least_minor > rule->most_minor) DIAG_PLAIN(p->diags, E262, bind_span(amount));
}

static void visit(struct pact *p, const struct term *t)
{
    struct dues *dues = &p->building->dues;
    size_t capacity = 0;
    if (t->form != F_DUES) return;
    if (dues->term) {
        DIAG_REPORT(p->diags, E260, t->span, pact_clause(p->arena, dues->term));
        return;
    }
    const struct bind *day = term_bind(t, ROLE_day), *list = term_bind(t, ROLE_items);
    dues->term = t;
    dues->month = (int)day->a;
    dues->day = (int)day->b;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        struct dues_rule *rule = ARENA_PUSH(p->arena, dues->rules, dues->rule_count, capacity);
        *rule = (struct dues_rule){.party = INDEX_NONE, .group = INDEX_NONE};
        read_payer(p, rule, t, b);
        read_amount(p, rule, t, b);
    }
}

void build_dues(struct pact *p)
{
    for_articles(p, visit);
}

static bool is_in_group(const struct provisions *now, uint32_t group, uint32_t party)
{
    for (uint32_t i = 0; group != INDEX_NONE && i < now->groups[group].count; i++)
        if (now->groups[group].parties[i] == party) return true;
    return false;
}

static bool pays_by(const struct pact *p, const struct provisions *now,
                    const struct dues_rule *rule, uint32_t party)
{
    switch (rule->payer) {
    case DUES_OF_KIND: return p->parties[party].kind == rule->kind;
    case DUES_OF_LEAD: return now->leads[party];
    case DUES_OF_NAMED: return rule->party == party || is_in_group(now, rule->group, party);
    case DUES_OF_OTHERS: return true;
    }
    UNREACHABLE("every item of dues says who pays");
}

const struct dues_rule *dues_of(const struct pact *p, const struct provisions *now, uint32_t party)
{
    for (size_t i = 0; i < now->dues.rule_count; i++)
        if (pays_by(p, now, &now->dues.rules[i], party)) return &now->dues.rules[i];
    return NULL;
}

/* The first day from `from` on that a text names. */
static date_t first_day(const struct dues *dues, date_t from)
{
    if (!dues->term) return DATE_OPEN;
    struct civil c = {date_to_civil(from).year, dues->month, 0};
    for (;; c.year++) {
        int last;
        if (c.year > 9999) return DATE_OPEN;
        last = date_days_in_month(c.year, c.month);
        c.day = dues->day < last ? dues->day : last;
        if (date_from_civil(c) >= from) return date_from_civil(c);
    }
}

date_t pact_dues_day(const struct pact *p, date_t from)
{
    const struct provisions *last = &p->provisions[p->provisions_count - 1];
    for (const struct provisions *now = pact_at(p, from);; now++) {
        date_t day = first_day(&now->dues, from > now->from ? from : now->from);
        if (now == last || day < now[1].from) return day;
    }
}
