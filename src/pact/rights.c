/* The article on results, read from the terms. */
#include "pact/rights.h"

#include "pact/build.h"

/* ---- the law ---- */

static const char *const law_names[][2] = {
    [LAW_NONE] = {"", ""},
    [LAW_DEVELOPER] = {"Civil Code art. 859", "民法典第859条"},
    [LAW_JOINT] = {"Civil Code art. 860", "民法典第860条"},
    [LAW_KNOW_HOW] = {"Civil Code art. 861", "民法典第861条"},
    [LAW_CO_OWNERS] = {"Patent Law art. 14", "专利法第14条"},
    [LAW_SOFTWARE] = {"Software Regulations art. 10", "计算机软件保护条例第10条"},
    [LAW_VARIETY] = {"Plant Variety Regulations art. 7", "植物新品种保护条例第7条"},
    [LAW_CONVERSION] = {"Conversion of Results Law art. 40", "促进科技成果转化法第40条"},
};

struct str law_name(enum law law, enum language lang)
{
    CHECK(law < ARRAY_LEN(law_names));
    return str_from(law_names[law][lang]);
}

enum law law_of_ownership(enum result_kind kind, uint32_t makers)
{
    switch (kind) {
    case RESULT_PATENT:
    case RESULT_DESIGN: return makers > 1 ? LAW_JOINT : LAW_DEVELOPER;
    case RESULT_KNOW_HOW: return LAW_KNOW_HOW;
    case RESULT_SOFTWARE: return LAW_SOFTWARE;
    case RESULT_VARIETY: return LAW_VARIETY;
    case RESULT_STANDARD: return LAW_CONVERSION;
    }
    UNREACHABLE("a kind of results");
}

/* ---- reading ---- */

static struct duration bind_duration(const struct bind *b)
{
    return (struct duration){(int32_t)b->a, (enum duration_unit)b->b};
}

/* Who can own or use a result: no fund, and nobody who is found only case by case. */
static bool read_user(struct pact *p, const struct term *t, const struct bind *b,
                      struct recipient *out)
{
    const struct bind *who = term_bind_in(t, b, ROLE_who);
    *out = (struct recipient){.kind = TO_PARTIES};
    if (who) {
        out->kind = TO_KIND_OF_PARTIES;
        out->who = (enum recipients)who->rank;
        if (out->who != TO_AFFECTED && out->who != TO_OTHERS) return true;
    } else if (b->rank == RECIPIENT_NAME) {
        return recipients_named(p, term_word_in(t, b, ROLE_name), bind_span(b), out);
    }
    DIAG_REPORT(p->diags, E250, bind_span(b), sources_text(p->doc->sources, bind_span(b)));
    return false;
}

static struct recipient *read_users(struct pact *p, const struct term *t, uint32_t *count_out)
{
    const struct bind *list = term_bind(t, ROLE_to);
    *count_out = 0;
    if (!list) return NULL;
    struct recipient *to = ARENA_ARRAY(p->arena, struct recipient, list->end);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        if (read_user(p, t, b, &to[*count_out])) ++*count_out;
    return to;
}

static void read_listed(struct pact *p, struct ownership_rule *rule, const struct bind *list)
{
    const struct term *t = rule->term;
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, list->end);
    size_t count = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        const struct bind *name = term_bind_in(t, b, ROLE_name);
        uint32_t party = require(p, THING_PARTY, (uint32_t)name->a, bind_span(name));
        if (party == INDEX_NONE) return;
        lines[count++] = (struct share_line){.party = party,
                                             .share = bind_ratio(p, term_bind_in(t, b, ROLE_share)),
                                             .span = bind_span(b)};
    }
    const char *what = p->diags->lang == LANG_ZH ? "成果所有权" : "the ownership of results";
    (void)build_share_set(p, lines, count, SHARES_EXACT, t->span, what, &rule->owners);
}

/* Several owners need a basis, as the recipients of a tier do. */
static void read_owners(struct pact *p, struct ownership_rule *rule)
{
    const struct bind *basis = term_bind(rule->term, ROLE_basis);
    struct tier tier = {0};
    rule->to = read_users(p, rule->term, &rule->to_count);
    if (basis) read_basis(p, &tier, rule->term, basis);
    rule->basis = tier.basis;
    refuse_claims(p, &rule->basis, rule->term);
    bool one = rule->to_count == 1 && rule->to[0].kind == TO_PARTIES && rule->to[0].party_count < 2;
    if (!basis && !one) DIAG_PLAIN(p->diags, E214, rule->term->span);
    for (uint32_t i = 0; i < rule->to_count; i++)
        if (rule->to[i].kind == TO_KIND_OF_PARTIES && rule->to[i].who == TO_OWNERS)
            DIAG_REPORT(p->diags, E250, rule->term->span, STR("owners"));
}

/* A term that can stand once; reports the second. */
static bool is_first(struct pact *p, const struct term *earlier, const struct term *t)
{
    if (!earlier) return true;
    struct str clause = pact_clause(p->arena, earlier);
    DIAG_REPORT(p->diags, E251, t->span,
                str_format(p->arena, p->diags->lang == LANG_ZH ? "第 %.*s 款" : "clause %.*s",
                           STR_ARG(clause)));
    return false;
}

static void read_owned(struct pact *p, const struct term *t)
{
    struct rights *r = p->building->rights;
    const struct bind *project = term_bind(t, ROLE_project);
    const struct bind *listed = term_bind(t, ROLE_owners);
    struct ownership_rule rule = {.project = INDEX_NONE, .term = t};
    if (project) rule.project = require(p, THING_PROJECT, (uint32_t)project->a, bind_span(project));
    for (size_t i = 0; i < r->owned_count; i++)
        if (r->owned[i].project == rule.project) (void)is_first(p, r->owned[i].term, t);
    if (term_bind(t, ROLE_alliance)) {
        rule.kind = OWNED_BY_ALLIANCE;
    } else if (listed) {
        rule.kind = OWNED_BY_LIST;
        read_listed(p, &rule, listed);
    } else {
        rule.kind = OWNED_BY_RECIPIENTS;
        read_owners(p, &rule);
    }
    *ARENA_PUSH(p->arena, r->owned, r->owned_count, r->owned_capacity) = rule;
}

static void read_use(struct pact *p, const struct term *t)
{
    struct use_right use = {.background = term_bind(t, ROLE_what) != NULL,
                            .terms = (enum use_terms)term_bind(t, ROLE_terms)->rank,
                            .purpose = (enum purpose)term_bind(t, ROLE_purpose)->rank,
                            .term = t};
    use.to = read_users(p, t, &use.to_count);
    *ARENA_PUSH(p->arena, p->building->rights->uses, p->building->rights->use_count,
                p->building->rights->use_capacity) = use;
}

static void read_publication(struct pact *p, const struct term *t)
{
    const struct bind *objection = term_bind(t, ROLE_objection), *delay = term_bind(t, ROLE_delay);
    struct publication_rule *rule = &p->building->rights->publication;
    *rule = (struct publication_rule){.term = t,
                                      .notice = bind_duration(term_bind(t, ROLE_duration)),
                                      .has_objection = objection != NULL,
                                      .has_delay = delay != NULL};
    if (objection) rule->objection = bind_duration(objection);
    if (delay) rule->delay = bind_duration(delay);
}

static void read_time(struct timed_term *out, const struct term *t)
{
    *out = (struct timed_term){bind_duration(term_bind(t, ROLE_duration)), t};
}

static void visit(struct pact *p, const struct term *t)
{
    struct rights *r = p->building->rights;
    switch ((int)t->form) {
    case F_RESULTS_OWNED: read_owned(p, t); break;
    case F_USE_RIGHT: read_use(p, t); break;
    case F_PUBLICATION:
        if (is_first(p, r->publication.term, t)) read_publication(p, t);
        break;
    case F_FIRST_REFUSAL:
        if (is_first(p, r->first_refusal.term, t)) read_time(&r->first_refusal, t);
        break;
    case F_GOVERNMENT_DIFFUSE:
        if (is_first(p, r->diffuse.term, t)) read_time(&r->diffuse, t);
        break;
    case F_UNUSED_RETURNS:
        if (!is_first(p, r->unused.term, t)) break;
        read_time(&r->unused, t);
        r->returns_to = read_users(p, t, &r->returns_to_count);
        break;
    default: break;
    }
}

void build_rights(struct pact *p)
{
    p->building->rights = ARENA_NEW(p->arena, struct rights);
    for_articles(p, visit);
}

const struct ownership_rule *rights_owned(const struct rights *r, uint32_t project)
{
    const struct ownership_rule *found = NULL;
    for (size_t i = 0; i < r->owned_count; i++) {
        if (r->owned[i].project == INDEX_NONE && !found) found = &r->owned[i];
        if (r->owned[i].project == project && project != INDEX_NONE) found = &r->owned[i];
    }
    return found;
}

date_t days_after(date_t day, struct duration duration)
{
    date_t after = DATE_OPEN;
    return date_add(&after, day, duration) == OK ? after : DATE_OPEN;
}
