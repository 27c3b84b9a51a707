/* The facts of members, bodies, projects and results. */
#include "review/finders.h"

#include "fold/authority.h"
#include "fold/posts.h"
#include "pact/rights.h"
#include "state/register.h"

static const struct document *doc(const struct facts *f)
{
    return f->pact->doc;
}

/* How often the form of the row stands in the text. */
struct found seek_term(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    const struct term *first = NULL;
    uint32_t count = 0;
    (void)index;
    for (const struct term *t = next_term(f->pact, NULL); t; t = next_term(f->pact, t)) {
        if (t->form != row->form) continue;
        if (count++ == 0) first = t;
    }
    return found_count(count, first);
}

/* The form of the row among the lines under a member or project. */
struct found seek_part(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    bool of_party = row->of == FACT_OF_MEMBER;
    const struct term *t =
        of_party ? f->pact->parties[index].term : pact_project(f->pact, index, PACT_LATEST)->term;
    for (const struct term *c = t ? t->first : NULL; c; c = c->next)
        if (c->form == row->form) return found_term(c);
    return found_nothing();
}

struct found seek_years(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    struct found out = seek_term(f, row, index);
    if (!out.term) return out;
    struct civil from = date_to_civil(f->pact->founded);
    struct civil to = date_to_civil(f->fold->options.until);
    int64_t years = (int64_t)to.year - from.year;
    bool before = to.month < from.month || (to.month == from.month && to.day < from.day);
    out.amount = (struct ratio){years - before > 0 ? years - before : 0, 1};
    return out;
}

/* ---- members ---- */

static struct found count_members(const struct facts *f, bool all, enum member_kind kind)
{
    const struct term *first = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < f->pact->party_count; i++) {
        const struct party *p = &f->pact->parties[i];
        if (!f->fold->state->parties[i].member || (!all && p->kind != kind)) continue;
        if (count++ == 0) first = p->term;
    }
    return found_count(count, first);
}

struct found seek_members(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return count_members(f, true, KIND_OTHER);
}

struct found seek_enterprises(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return count_members(f, false, KIND_ENTERPRISE);
}

struct found seek_universities(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return count_members(f, false, KIND_UNIVERSITY);
}

struct found seek_institutes(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return count_members(f, false, KIND_INSTITUTE);
}

struct found seek_persons(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return count_members(f, false, KIND_PERSON);
}

struct found seek_lead(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    for (size_t i = 0; i < f->pact->party_count; i++)
        if (pact_at(f->pact, PACT_LATEST)->leads[i]) return found_term(f->pact->parties[i].term);
    return found_nothing();
}

struct found seek_signature(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row;
    for (size_t i = 0; i < doc(f)->ahead_count; i++) {
        uint32_t entry = doc(f)->ahead[i];
        const struct entry *e = document_entry(doc(f), entry);
        if (e->form != F_SIGN || pact_find(f->pact, THING_PARTY, e->party) != index) continue;
        return (struct found){.amount = RATIO_ONE, .entry = entry};
    }
    return found_nothing();
}

/* The first statement of one of two forms that names a party. */
static const struct term *term_about(const struct facts *f, uint32_t party, enum form a,
                                     enum form b)
{
    uint32_t word = f->pact->parties[party].word;
    for (const struct term *t = next_term(f->pact, NULL); t; t = next_term(f->pact, t)) {
        if (t->form != a && t->form != b) continue;
        for (uint32_t i = 0; i < t->bind_count; i++)
            if (t->binds[i].type == VALUE_NAME && (uint32_t)t->binds[i].a == word) return t;
    }
    return NULL;
}

struct found seek_task(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    const struct term *t = term_about(f, index, F_J_WORK, F_J_LEAD);
    (void)row;
    return found_term(t ? t : term_about(f, index, F_B_HOSTED, F_B_HOSTED));
}

/* What it is to bring: money, or work. */
struct found seek_contribution(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    const struct term *t = term_about(f, index, F_PLEDGES, F_J_FUNDED);
    return t ? found_term(t) : seek_task(f, row, index);
}

/* Whether a loss can be put on a party by the names or kinds in a clause. */
static bool tier_reaches(const struct pact *p, const struct tier *tier, uint32_t party)
{
    for (uint32_t i = 0; i < tier->to_count; i++)
        if (pact_is_among(p, &tier->to[i], party)) return true;
    for (uint32_t i = 0; i < tier->part_count; i++)
        if (tier_reaches(p, &tier->parts[i], party)) return true;
    return false;
}

struct found seek_risk(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    const struct pact *p = f->pact;
    (void)row;
    for (size_t i = 0; i < p->bear_count; i++)
        for (uint32_t k = 0;
             text_holds(p->bears[i].text, PACT_LATEST) && k < p->bears[i].tier_count; k++)
            if (tier_reaches(p, &p->bears[i].tiers[k], index))
                return found_term(p->bears[i].tiers[k].term);
    return found_term(term_about(f, index, F_PLEDGES, F_J_FUNDED));
}

/* ---- bodies ---- */

static const struct body *body_of_kind(const struct facts *f, enum body_kind kind)
{
    const struct body *bodies = pact_at(f->pact, f->fold->options.until)->bodies;
    for (size_t i = 0; i < f->pact->body_count; i++) {
        const struct bind *b = bodies[i].term ? term_bind(bodies[i].term, ROLE_kind) : NULL;
        if (b && b->rank == kind) return &bodies[i];
    }
    return NULL;
}

static struct found seek_body(const struct facts *f, enum body_kind kind)
{
    const struct body *body = body_of_kind(f, kind);
    return found_term(body ? body->term : NULL);
}

struct found seek_decision_body(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return seek_body(f, BODY_DECISION);
}

struct found seek_advisory_body(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return seek_body(f, BODY_ADVISORY);
}

struct found seek_executive_body(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return seek_body(f, BODY_EXECUTIVE);
}

struct found seek_supervisory_body(const struct facts *f, const struct fact_row *row,
                                   uint32_t index)
{
    (void)row, (void)index;
    return seek_body(f, BODY_SUPERVISORY);
}

/* Persons who work full time for an executive body on the last day. */
struct found seek_staff(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    const struct posts *posts = &f->fold->posts;
    struct found out = found_nothing();
    (void)row, (void)index;
    for (size_t i = 0; i < posts->count; i++) {
        const struct post *post = &posts->list[i];
        const struct bind *kind = term_bind(f->pact->bodies[post->body].term, ROLE_kind);
        bool whole = ratio_equal(post->share, RATIO_ONE);
        if (!whole || !kind || kind->rank != BODY_EXECUTIVE) continue;
        if (!post_is_filled(posts, post, f->fold->options.until)) continue;
        if (out.amount.num++ == 0) out.entry = post->entry;
    }
    return out;
}

/* The part of all votes of the decision body that enterprises hold; a group that votes as one is
 * an enterprise where its first member is. */
struct found seek_enterprise_votes(const struct facts *f, const struct fact_row *row,
                                   uint32_t index)
{
    const struct body *body = body_of_kind(f, BODY_DECISION);
    const struct tally *t = body ? count_seats(f->fold, body, f->fold->options.until) : NULL;
    u128 part = 0;
    (void)row, (void)index;
    for (uint32_t i = 0; t && i < t->list_count; i++)
        if (f->pact->parties[t->list[i].party].kind == KIND_ENTERPRISE) part += t->list[i].weight;
    return found_part(part, t ? t->all : 0, body ? body->term : NULL);
}

/* ---- projects and results ---- */

/* The statement behind what a project must have before it starts. */
static struct found agreed(const struct facts *f, const struct fact_row *row, uint32_t project,
                           enum start_lacks lack)
{
    if (pact_start_lacks(f->pact, project, PACT_LATEST) & (unsigned)lack) return found_nothing();
    return seek_term(f, row, 0);
}

struct found seek_project_ownership(const struct facts *f, const struct fact_row *row,
                                    uint32_t index)
{
    const struct ownership_rule *rule = rights_owned(pact_at(f->pact, PACT_LATEST)->rights, index);
    (void)row;
    return found_term(rule ? rule->term : NULL);
}

struct found seek_project_licence(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    struct found out = agreed(f, row, index, LACKS_LICENCE);
    return out.term ? seek_use_right(f, row, index) : out;
}

struct found seek_project_income(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    return agreed(f, row, index, LACKS_INCOME);
}

static struct found seek_use(const struct facts *f, bool background)
{
    const struct rights *r = pact_at(f->pact, PACT_LATEST)->rights;
    for (size_t i = 0; i < r->use_count; i++)
        if (r->uses[i].background == background) return found_term(r->uses[i].term);
    return found_nothing();
}

struct found seek_use_right(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return seek_use(f, false);
}

struct found seek_background_right(const struct facts *f, const struct fact_row *row,
                                   uint32_t index)
{
    (void)row, (void)index;
    return seek_use(f, true);
}

/* A result is diffused, needs not be, or has time left. */
struct found seek_diffused(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    date_t by = result_diffuse_by(f->pact, f->fold->state->registers, index);
    (void)row;
    if (by < f->fold->options.until) return found_nothing();
    return (struct found){.amount = RATIO_ONE, .entry = f->pact->results[index].entry};
}

struct found seek_liability_cap(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    for (size_t i = 0; i < f->pact->bear_count; i++) {
        const struct clause *c = &f->pact->bears[i];
        if (!text_holds(c->text, PACT_LATEST)) continue;
        for (uint32_t k = 0; c->loss == LOSS_LIABILITY && k < c->tier_count; k++)
            if (c->tiers[k].capped) return found_term(c->tiers[k].term);
    }
    return found_nothing();
}
