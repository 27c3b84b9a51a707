/* Who decides what: `decide` lines, the matters of entries, and motions. */
#include "pact/build.h"

/* ---- `decide` lines ---- */

/* Whether anyone of a class may sit in a body; later members may, where each member has a seat. */
static bool may_sit(const struct pact *p, const struct body *body, const struct recipient *who)
{
    for (uint32_t i = 0; i < p->party_count; i++)
        if (pact_is_among(p, who, i) && pact_has_seat(p, body, i)) return true;
    return body->seats == SEATS_MEMBERS && who->kind == TO_KIND_OF_PARTIES;
}

static void read_classes(struct pact *p, struct decide_rule *rule, const struct bind *list)
{
    const struct term *t = rule->term;
    const struct body *body = &p->building->bodies[rule->body];
    rule->classes = ARENA_ARRAY(p->arena, struct class_majority, list->end);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        struct class_majority *c = &rule->classes[rule->class_count];
        const struct bind *who = term_bind_in(t, b, ROLE_who);
        const struct bind *name = who ? who : term_bind_in(t, b, ROLE_name);
        c->name = sources_text(p->doc->sources, bind_span(name));
        if (!read_people(p, t, b, &c->who) || (who && c->who.who == TO_AFFECTED)) {
            refuse_people(p, bind_span(name));
            continue;
        }
        c->majority = read_majority(p, t, term_bind_in(t, b, ROLE_majority));
        rule->class_count++;
        if (body->seats != SEATS_NONE && !may_sit(p, body, &c->who))
            DIAG_REPORT(p->diags, E242, bind_span(b), c->name, word_text(p, body->word));
    }
}

/* What is not written of a majority is that of the body, and of a class that of the line. */
static void complete_majorities(struct decide_rule *rule, const struct body *body)
{
    enum vote_base base = body->has_pass ? body->pass.base : BASE_PRESENT;
    if (rule->has_majority && !rule->majority.has_base) rule->majority.base = base;
    if (rule->has_majority) base = rule->majority.base;
    for (uint32_t i = 0; i < rule->class_count; i++)
        if (!rule->classes[i].majority.has_base) rule->classes[i].majority.base = base;
}

static bool same_matter(const struct decide_rule *a, const struct decide_rule *b)
{
    return a->matter == b->matter && a->name == b->name;
}

static void check_rule(struct pact *p, const struct decide_rule *rule)
{
    const struct body *body = &p->building->bodies[rule->body];
    struct str name = word_text(p, body->word);
    if (!body->term) return; /* reported where presence is checked */
    if (body->seats == SEATS_NONE)
        DIAG_REPORT(p->diags, E240, rule->term->span, name, diags_word(p->diags, "seats", "席位"));
    else if (!body->has_pass && !rule->has_majority)
        DIAG_REPORT(p->diags, E240, rule->term->span, name, diags_word(p->diags, "pass", "通过"));
}

static void read_rule(struct pact *p, const struct term *t)
{
    if (t->form != F_DECIDE) return;
    const struct bind *matter = term_bind(t, ROLE_matter);
    const struct bind *majority = term_bind(t, ROLE_majority);
    const struct bind *classes = term_bind(t, ROLE_groups);
    uint32_t body = pact_find(p, THING_BODY, term_word(t, ROLE_body));
    if (body == INDEX_NONE) return;
    struct provisions *now = p->building;
    struct decide_rule *rule =
        ARENA_PUSH(p->arena, now->rules, now->rule_count, now->rule_capacity);
    *rule = (struct decide_rule){.matter = matter ? matter->rank : INDEX_NONE,
                                 .name = matter ? WORD_NONE : term_word(t, ROLE_name),
                                 .body = body,
                                 .has_majority = majority != NULL,
                                 .term = t};
    if (majority) rule->majority = read_majority(p, t, majority);
    if (classes) read_classes(p, rule, classes);
    complete_majorities(rule, &now->bodies[body]);
    check_rule(p, rule);
}

/* Two lines on one matter. */
static void check_twice(struct pact *p)
{
    const struct provisions *now = p->building;
    uint64_t *keys = ARENA_ARRAY(p->arena, uint64_t, now->rule_count);
    for (size_t i = 0; i < now->rule_count; i++)
        keys[i] = (uint64_t)now->rules[i].matter << 32 | now->rules[i].name;
    const uint32_t *earlier = find_equals(p->arena, keys, (uint32_t)now->rule_count);
    for (size_t i = 0; i < now->rule_count; i++) {
        const struct decide_rule *rule = &now->rules[i];
        if (earlier[i] == INDEX_NONE) continue;
        const struct term *other = now->rules[earlier[i]].term;
        DIAG_REPORT(p->diags, E243, rule->term->span,
                    pact_matter_text(p, rule->matter, rule->name, p->diags->lang),
                    pact_clause(p->arena, other));
    }
}

void build_rules(struct pact *p)
{
    for_articles(p, read_rule);
    check_twice(p);
}

/* ---- matters ---- */

struct matter_of {
    uint8_t form, matter;
};

static const struct matter_of matters[] = {
    {F_AMEND, MATTER_AMENDMENT},
    {F_JOIN, MATTER_ADMISSION},
    {F_EXPEL, MATTER_EXPULSION},
    {F_MILESTONE, MATTER_ACCEPTANCE},
    {F_BUDGET, MATTER_BUDGET},
    {F_SUPPLEMENT, MATTER_BUDGET},
    {F_START, MATTER_START},
    {F_STOP, MATTER_STOP},
    {F_STAKES_ENTRY, MATTER_STAKES},
    {F_LICENSE, MATTER_LICENCE},
    {F_REDETERMINE, MATTER_REDETERMINE},
    {F_TRANSFER, MATTER_TRANSFER},
    {F_APPOINT, MATTER_APPOINTMENT},
    {F_RENEW, MATTER_RENEWAL},
    {F_DISSOLVE_ENTRY, MATTER_DISSOLUTION},
    {F_WRITE_OFF, MATTER_WRITE_OFF},
};

/* The matter of an entry, or MATTER_COUNT. A milestone that is missed needs no acceptance. */
static enum matter entry_matter(const struct entry *e)
{
    if (e->form == F_MILESTONE && e->choice != 0) return MATTER_COUNT;
    for (size_t i = 0; i < ARRAY_LEN(matters); i++)
        if (matters[i].form == e->form) return (enum matter)matters[i].matter;
    return MATTER_COUNT;
}

static const struct decide_rule *find_rule(const struct provisions *now, uint32_t matter,
                                           uint32_t name)
{
    const struct decide_rule wanted = {.matter = matter, .name = name};
    for (size_t i = 0; i < now->rule_count; i++)
        if (same_matter(&now->rules[i], &wanted)) return &now->rules[i];
    return NULL;
}

/* An amendment holds from the start of its day, but it does not judge itself. */
const struct decide_rule *pact_decider(const struct pact *p, const struct entry *e)
{
    date_t day = e->form == F_AMEND ? e->effective - 1 : e->effective;
    const struct provisions *now = pact_at(p, day);
    enum matter matter = now->rule_count ? entry_matter(e) : MATTER_COUNT;
    return matter == MATTER_COUNT ? NULL : find_rule(now, matter, WORD_NONE);
}

const struct decide_rule *pact_rule_of(const struct pact *p, const struct motion *m)
{
    return find_rule(pact_when(p, m->entry), m->matter,
                     m->matter == INDEX_NONE ? m->subject : WORD_NONE);
}

const struct body *pact_body_of(const struct pact *p, const struct motion *m)
{
    return &pact_when(p, m->entry)->bodies[m->body];
}

struct str pact_matter_text(const struct pact *p, uint32_t matter, uint32_t name,
                            enum language lang)
{
    if (matter == INDEX_NONE) return word_text(p, name);
    return choice_text(p->arena, p->doc->g, SET_MATTER, matter, lang);
}

void pact_note_undecided(const struct pact *p, const bool said[])
{
    const struct provisions *now = pact_at(p, PACT_LATEST);
    bool seen[MATTER_COUNT + 1] = {false};
    struct str list = STR("");
    for (uint32_t i = 0; i < p->doc->entry_count; i++)
        seen[entry_matter(document_entry(p->doc, i))] = true;
    for (uint32_t m = 0; m < MATTER_COUNT; m++) {
        if (!seen[m] || said[m] || find_rule(now, m, WORD_NONE)) continue;
        struct str name = pact_matter_text(p, m, WORD_NONE, p->diags->lang);
        struct str comma = list.len ? diags_word(p->diags, ", ", "、") : STR("");
        list = str_format(p->arena, "%.*s%.*s%.*s", STR_ARG(list), STR_ARG(comma), STR_ARG(name));
    }
    if (list.len && p->head) DIAG_REPORT(p->diags, N110, p->head->span, list);
}

/* ---- motions ---- */

void declare_motion(struct pact *p, const struct entry *e, const struct term *t, uint32_t index)
{
    CHECK(t);
    const struct bind *matter = term_bind(t, ROLE_matter);
    declare(p, NAMES_COMMON, THING_MOTION, e->subject, (uint32_t)p->motion_count,
            term_name_span(t, ROLE_name));
    *ARENA_PUSH(p->arena, p->motions, p->motion_count, p->motion_capacity) =
        (struct motion){.word = e->subject,
                        .body = pact_find(p, THING_BODY, e->other),
                        .matter = matter ? matter->rank : INDEX_NONE,
                        .subject = matter ? WORD_NONE : term_word(t, ROLE_subject),
                        .party = INDEX_NONE,
                        .deadline = e->due,
                        .title = bind_text(p->arena, p->doc->sources, term_bind(t, ROLE_text)),
                        .entry = index,
                        .decided = INDEX_NONE};
    declared_by(p, e->subject, index);
}

void declare_decision(struct pact *p, const struct entry *e, uint32_t index)
{
    uint32_t motion = pact_find(p, THING_MOTION, e->subject);
    if (motion != INDEX_NONE && p->motions[motion].decided == INDEX_NONE)
        p->motions[motion].decided = index;
}

/* Whom motions are about: members that the journal brings are declared by now. */
void find_subjects(struct pact *p)
{
    for (size_t i = 0; i < p->motion_count; i++) {
        struct motion *m = &p->motions[i];
        const struct entry *e = document_entry(p->doc, m->entry);
        uint32_t word = e->party ? e->party : m->subject;
        if (word) m->party = pact_find(p, THING_PARTY, word);
        if (e->party || m->party != INDEX_NONE) m->about = word;
    }
}
