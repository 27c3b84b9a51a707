/* Bodies: who sits in them, how votes weigh, what carries a motion; and who may veto. Names are
 * checked by references.c; what it reported is passed over here. */
#include "pact/build.h"

#include <stdlib.h>

static struct str bind_source(const struct pact *p, const struct bind *b)
{
    return sources_text(p->doc->sources, bind_span(b));
}

/* ---- shares that are voted by ---- */

/* A quorum, majority or cap: at most the whole, and no finer than a count of votes can bear. */
static struct ratio vote_share(struct pact *p, const struct bind *b)
{
    struct ratio r = bind_ratio(p, b);
    if (ratio_compare(r, RATIO_ONE) > 0) {
        DIAG_REPORT(p->diags, E206, bind_span(b), bind_source(p, b));
        return RATIO_ONE;
    }
    if (r.den > LIMIT_VOTE_DENOMINATOR_MAX) {
        DIAG_REPORT(p->diags, E244, bind_span(b), bind_source(p, b));
        return RATIO_ONE;
    }
    return r;
}

struct majority read_majority(struct pact *p, const struct term *t, const struct bind *phrase)
{
    const struct bind *strict = term_bind_in(t, phrase, ROLE_strict);
    const struct bind *share = strict ? strict : term_bind_in(t, phrase, ROLE_share);
    const struct bind *base = term_bind_in(t, phrase, ROLE_base);
    struct majority m = {.share = vote_share(p, share),
                         .strict = strict != NULL,
                         .base = base ? (enum vote_base)base->rank : BASE_PRESENT,
                         .has_base = base != NULL,
                         .span = bind_span(share)};
    if (m.strict && ratio_equal(m.share, RATIO_ONE))
        DIAG_REPORT(p->diags, E241, bind_span(phrase), bind_source(p, share));
    return m;
}

/* ---- people ---- */

static int compare_indexes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The party, or the parties of the group, that a word names; none where it names neither. */
static struct recipient find_people(const struct pact *p, uint32_t word)
{
    uint32_t group = pact_find(p, THING_GROUP, word);
    uint32_t party = pact_find(p, THING_PARTY, word);
    struct recipient r = {.kind = TO_PARTIES, .group = group};
    if (group != INDEX_NONE) {
        r.parties = p->building->groups[group].parties;
        r.party_count = p->building->groups[group].count;
    } else if (party != INDEX_NONE) {
        r.parties = ARENA_NEW(p->arena, uint32_t);
        r.parties[0] = party;
        r.party_count = 1;
    }
    return r;
}

bool read_people(struct pact *p, const struct term *t, const struct bind *phrase,
                 struct recipient *out)
{
    const struct bind *who = term_bind_in(t, phrase, ROLE_who);
    const struct bind *name = term_bind_in(t, phrase, ROLE_name);
    if (name) {
        *out = find_people(p, (uint32_t)name->a);
        return true;
    }
    if (!who) return false; /* a fund */
    *out = (struct recipient){.kind = TO_KIND_OF_PARTIES, .who = (enum recipients)who->rank};
    return out->who <= TO_INSTITUTES || out->who == TO_AFFECTED;
}

void refuse_people(struct pact *p, struct span span)
{
    DIAG_REPORT(p->diags, E454, span, sources_text(p->doc->sources, span));
}

bool pact_is_among(const struct pact *p, const struct recipient *who, uint32_t party)
{
    if (who->kind == TO_PARTIES) {
        for (uint32_t i = 0; i < who->party_count; i++)
            if (who->parties[i] == party) return true;
        return false;
    }
    switch ((int)who->who) {
    case TO_MEMBERS: return true;
    case TO_ENTERPRISES: return p->parties[party].kind == KIND_ENTERPRISE;
    case TO_UNIVERSITIES: return p->parties[party].kind == KIND_UNIVERSITY;
    case TO_INSTITUTES: return p->parties[party].kind == KIND_INSTITUTE;
    default: return false;
    }
}

bool pact_has_seat(const struct pact *p, const struct body *body, uint32_t party)
{
    switch (body->seats) {
    case SEATS_NONE: return false;
    case SEATS_MEMBERS: return true;
    case SEATS_KIND: return p->parties[party].kind == body->seat_kind;
    case SEATS_LIST:
        return bsearch(&party, body->listed, body->listed_count, sizeof *body->listed,
                       compare_indexes) != NULL;
    }
    return false;
}

/* ---- the lines of a body ---- */

static void read_list(struct pact *p, struct body *body, const struct term *t,
                      const struct bind *list)
{
    size_t capacity = 0, count = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        struct recipient people = find_people(p, (uint32_t)b->a);
        for (uint32_t i = 0; i < people.party_count; i++)
            *ARENA_PUSH(p->arena, body->listed, count, capacity) = people.parties[i];
    }
    body->seats = SEATS_LIST;
    body->listed_count = (uint32_t)count;
    if (!count) return;
    qsort(body->listed, count, sizeof *body->listed, compare_indexes);
    for (size_t i = 1; i < count; i++)
        if (body->listed[i] == body->listed[i - 1])
            DIAG_REPORT(p->diags, E208, t->span, word_text(p, p->parties[body->listed[i]].word));
}

static void read_seats(struct pact *p, struct body *body, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_members);
    if (list) {
        read_list(p, body, t, list);
    } else if (term_bind(t, ROLE_kind2)) {
        body->seats = SEATS_KIND;
        body->seat_kind = (enum member_kind)term_bind(t, ROLE_kind)->rank;
    } else {
        body->seats = SEATS_MEMBERS;
    }
}

static void read_vote_measure(struct pact *p, struct body *body, const struct term *t)
{
    const struct bind *phrase = term_bind(t, ROLE_measure);
    const struct bind *plain = term_bind_in(t, phrase, ROLE_measure);
    if (phrase->rank == MEASURE_OF_STAKES) {
        body->votes = VOTES_BY_STAKES;
        body->stakes = pact_find_in(p, NAMES_STAKES, term_word_in(t, phrase, ROLE_stakes));
        return;
    }
    if (phrase->rank == MEASURE_OF_SCORE) {
        body->votes = VOTES_BY_SCORE;
        body->score = term_word_in(t, phrase, ROLE_score);
        return;
    }
    body->votes = VOTES_BY_MEASURE;
    body->measure = plain ? (enum measure_name)plain->rank : M_CAPITAL;
    if (body->measure == M_SALES && !p->uses_sales) p->uses_sales = t;
    if (body->measure == M_RISK) p->uses_risk = true;
    if (body->measure == M_INCOME) refuse_income(p, bind_span(phrase));
}

static void read_votes(struct pact *p, struct body *body, const struct term *t)
{
    const struct bind *cap = term_bind(t, ROLE_cap);
    if (term_bind(t, ROLE_per)) {
        body->votes = VOTES_BY_DUES;
        body->per_minor = term_bind(t, ROLE_per)->a;
        body->each = term_bind(t, ROLE_amount)->a;
        if (body->per_minor == 0) DIAG_PLAIN(p->diags, E451, bind_span(term_bind(t, ROLE_per)));
    } else if (term_bind(t, ROLE_measure)) {
        read_vote_measure(p, body, t);
    }
    body->capped = cap != NULL;
    if (cap) body->cap = vote_share(p, cap);
}

static void read_quorum(struct pact *p, struct body *body, const struct term *t)
{
    body->has_quorum = true;
    body->quorum = read_majority(p, t, term_bind(t, ROLE_majority));
    if (body->quorum.has_base && body->quorum.base != BASE_ALL) DIAG_PLAIN(p->diags, E247, t->span);
}

static void read_line(struct pact *p, struct body *body, const struct term *t)
{
    switch ((int)t->form) {
    case F_B_SEATS: read_seats(p, body, t); break;
    case F_B_VOTES: read_votes(p, body, t); break;
    case F_B_QUORUM: read_quorum(p, body, t); break;
    case F_B_PASS:
        body->has_pass = true;
        body->pass = read_majority(p, t, term_bind(t, ROLE_majority));
        break;
    case F_B_HOSTED: body->host = pact_find(p, THING_PARTY, term_word(t, ROLE_party)); break;
    default: break;
    }
}

static void read_body(struct pact *p, const struct term *term)
{
    uint32_t index =
        term->form == F_BODY ? pact_find(p, THING_BODY, term_word(term, ROLE_name)) : INDEX_NONE;
    if (index == INDEX_NONE) return;
    struct body *body = &p->building->bodies[index];
    if (body->term) return; /* reported where it was declared */
    body->term = term;
    for (const struct term *t = term->first; t; t = t->next) {
        for (const struct term *u = term->first; u != t; u = u->next)
            if (u->form == t->form) {
                DIAG_REPORT(p->diags, E246, t->span, word_text(p, body->word));
                break;
            }
        read_line(p, body, t);
    }
}

/* ---- vetoes, blocs ---- */

static void read_veto(struct pact *p, const struct term *t)
{
    if (t->form != F_VETO_RIGHT) return;
    uint32_t index = pact_find(p, THING_BODY, term_word(t, ROLE_body));
    if (index == INDEX_NONE) return;
    struct body *body = &p->building->bodies[index];
    const struct bind *list = term_bind(t, ROLE_to);
    const struct bind *within = term_bind(t, ROLE_duration);
    struct veto_right *right =
        ARENA_PUSH(p->arena, body->vetoes, body->veto_count, body->veto_capacity);
    *right = (struct veto_right){.within = {(int32_t)within->a, (enum duration_unit)within->b},
                                 .term = t};
    right->to = ARENA_ARRAY(p->arena, struct recipient, list->end);
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        if (read_people(p, t, b, &right->to[right->to_count]))
            right->to_count++;
        else
            refuse_people(p, bind_span(b));
    }
}

static void join_blocs(struct pact *p)
{
    struct provisions *now = p->building;
    now->bloc_of = ARENA_ARRAY(p->arena, uint32_t, p->party_count);
    for (size_t i = 0; i < p->party_count; i++) now->bloc_of[i] = INDEX_NONE;
    for (uint32_t g = 0; g < p->group_count; g++) {
        const struct group *group = &now->groups[g];
        for (uint32_t i = 0; group->one && i < group->count; i++) {
            uint32_t *bloc = &now->bloc_of[group->parties[i]];
            if (*bloc != INDEX_NONE && *bloc != g)
                DIAG_REPORT(p->diags, E245, group->term->span,
                            word_text(p, p->parties[group->parties[i]].word),
                            word_text(p, p->groups[*bloc].word));
            *bloc = g;
            p->used[NAMES_COMMON][group->word] = 1;
        }
    }
}

void build_bodies(struct pact *p)
{
    join_blocs(p);
    p->building->bodies = ARENA_ARRAY(p->arena, struct body, p->body_count);
    for (size_t i = 0; i < p->body_count; i++)
        p->building->bodies[i] = (struct body){.word = p->bodies[i].word, .host = INDEX_NONE};
    for_articles(p, read_body);
    for_articles(p, read_veto);
    build_rules(p);
}
