/* Whys of shares: portions, tiers and what their weights rest on. */
#include "share/explain.h"

#include "share/claimed.h"
#include "share/run.h"
#include "share/solve.h"
#include "state/accrual.h"
#include "state/counted.h"
#include "state/stakes.h"

#include <string.h>

struct str explain_ratio(struct sharer *sh, int64_t num, int64_t den)
{
    struct ratio r = RATIO_ZERO;
    if (num != 0) {
        enum status status = ratio_make(&r, num, den);
        CHECK(status == OK);
    }
    if (r.den == 1) return str_format(sh->arena, "%lld", (long long)r.num);
    return str_format(sh->arena, "%lld/%lld", (long long)r.num, (long long)r.den);
}

/* ---- measures ---- */

const struct why *explain_cause(struct sharer *sh, const struct cause *cause)
{
    if (cause->entry == INDEX_NONE) /* of the calendar */
        return why_leaf(sh->arena, INDEX_NONE, cause->term, cause->minor);
    const struct entry *e = document_entry(sh->state->pact->doc, cause->entry);
    if (e->amount == 0 || e->amount == cause->minor)
        return why_leaf(sh->arena, cause->entry, NULL, cause->minor);
    const struct why *whole = why_leaf(sh->arena, cause->entry, NULL, e->amount);
    return why_share(sh->arena, whole, explain_ratio(sh, cause->minor, e->amount),
                     (struct why_parts){.arena = sh->arena}, NULL, NULL);
}

/* A measure of a party in a scope as far as it was explained: its sum grows with what is counted,
 * so that the trees of a whole book share what they have in common. */
struct measured {
    const struct causes *causes;
    struct why_parts parts;
    int64_t minor;
    const struct why *sum;
};

static const struct causes *causes_of(const struct state *s, enum measure_name measure,
                                      uint32_t scope, uint32_t party)
{
    if (measure == M_CAPITAL && s->capital_causes) return &s->capital_causes[party];
    if (measure == M_COST && s->cost_causes)
        return &s->cost_causes[(size_t)scope * s->party_count + party];
    return NULL;
}

static struct measured *measured_of(struct sharer *sh, enum measure_name measure, uint32_t scope,
                                    uint32_t party)
{
    size_t parties = sh->state->party_count, scopes = sh->state->scope_count;
    if (!sh->measured)
        sh->measured = ARENA_ARRAY(sh->arena, struct measured, (scopes + 1) * parties);
    return &sh->measured[(measure == M_CAPITAL ? scopes : scope) * parties + party];
}

void explain_forget(struct sharer *sh)
{
    size_t parties = sh->state->party_count, scopes = sh->state->scope_count;
    if (sh->measured) memset(sh->measured, 0, (scopes + 1) * parties * sizeof *sh->measured);
}

static struct str measure_note(struct sharer *sh, enum measure_name measure, uint32_t party)
{
    const struct pact *p = sh->state->pact;
    struct str name =
        choice_text(sh->arena, p->doc->g, SET_MEASURE_NAME, (uint32_t)measure, LANG_EN);
    struct str who = pact_word(p, p->parties[party].word);
    return str_format(sh->arena, "%.*s of %.*s", STR_ARG(name), STR_ARG(who));
}

/* The sum of what was counted since, and of the sum before. */
static const struct why *explain_causes(struct sharer *sh, const struct causes *causes,
                                        struct measured *m, struct str note)
{
    bool same = m->causes == causes && m->sum && m->parts.count == causes->count;
    if (same) return m->sum;
    if (m->causes != causes) *m = (struct measured){.causes = causes, .parts.arena = sh->arena};
    while (m->parts.count < causes->count) {
        const struct cause *cause = &causes->list[m->parts.count];
        why_add(&m->parts, explain_cause(sh, cause));
        CHECK(!__builtin_add_overflow(m->minor, cause->minor, &m->minor));
    }
    m->sum = why_sum_of(sh->arena, m->parts, m->minor, note);
    return m->sum;
}

/* The payments of the year, and the reports of the one before. */
static void add_counted(struct sharer *sh, struct why_parts *parts, enum measure_name measure,
                        uint32_t party)
{
    const struct party_state *p = &sh->state->parties[party];
    int32_t sales_year = state_sales_year(sh->state);
    for (size_t i = 0; measure == M_SALES && i < p->sales_count; i++)
        if (p->sales[i].year == sales_year)
            why_add(parts, why_leaf(sh->arena, p->sales[i].entry, NULL, p->sales[i].minor));
    for (size_t i = 0; measure == M_DUES && i < p->paid_dues_count; i++)
        if (p->paid_dues[i].year == sales_year + 1 && p->paid_dues[i].minor)
            why_add(parts, explain_cause(sh, &(struct cause){.entry = p->paid_dues[i].entry,
                                                             .minor = p->paid_dues[i].minor}));
}

const struct why *explain_measure(struct sharer *sh, enum measure_name measure, uint32_t scope,
                                  uint32_t party)
{
    const struct causes *causes = causes_of(sh->state, measure, scope, party);
    struct why_parts parts = {.arena = sh->arena};
    if (causes)
        return explain_causes(sh, causes, measured_of(sh, measure, scope, party),
                              measure_note(sh, measure, party));
    add_counted(sh, &parts, measure, party);
    if (measure == M_PLEDGE)
        why_add(&parts, why_leaf(sh->arena, INDEX_NONE, NULL, state_pledge(sh->state, party)));
    return why_sum(sh->arena, parts, NULL, measure_note(sh, measure, party));
}

const struct why *explain_cost(struct sharer *sh, uint32_t scope, uint32_t party)
{
    return explain_measure(sh, M_COST, scope, party);
}

static bool has_causes(enum measure_name measure)
{
    return measure == M_CAPITAL || measure == M_COST || measure == M_PLEDGE || measure == M_DUES ||
           measure == M_SALES;
}

/* Own value first, then that of all recipients together. */
static void add_measure_basis(struct sharer *sh, struct why_parts *basis, enum measure_name measure,
                              uint32_t scope, const struct weights *w, uint32_t party)
{
    struct why_parts all = {.arena = sh->arena};
    if (!has_causes(measure)) return;
    for (uint32_t i = 0; i < w->count; i++) {
        const struct why *value = explain_measure(sh, measure, scope, w->ids[i]);
        if (w->ids[i] == party) why_add(basis, value);
        why_add(&all, value);
    }
    why_add(basis, why_sum(sh->arena, all, NULL, STR("all recipients")));
}

static void add_stakes_basis(struct sharer *sh, struct why_parts *basis, uint32_t stakes,
                             const struct occasion *m)
{
    const struct pact *p = sh->state->pact;
    const struct stakes *s = &p->stakes[stakes];
    date_t from = m->from != DATE_NONE ? m->from : m->day;
    date_t to = m->to != DATE_NONE ? m->to : m->day + 1;
    uint32_t told = INDEX_NONE - 1;
    for (date_t day = from; day < to; day = state_next_stakes(sh->state, stakes, day, to)) {
        const struct share_set *set = state_stakes(sh->state, stakes, day);
        bool moved = set && set != pact_stakes_known(s, day, sh->state->known);
        if (!set || (set->entry == told && !moved)) continue;
        told = set->entry;
        struct why *w = ARENA_NEW(sh->arena, struct why);
        *w = (struct why){.op = WHY_LEAF,
                          .entry = set->entry,
                          .fraction = STR(""),
                          .note =
                              str_format(sh->arena, "stakes %.*s%s", STR_ARG(pact_word(p, s->word)),
                                         moved ? " after arrears" : "")};
        why_add(basis, w);
    }
}

/* "shapley of synergy: cri 17/6, all 11". */
static void add_game_basis(struct sharer *sh, struct why_parts *basis, uint32_t solution,
                           const struct occasion *m, const struct weights *w, uint32_t party)
{
    const struct pact *p = sh->state->pact;
    const struct solved *solved = game_solved(&sh->weigher, solution, m);
    struct rat all;
    rat_init(&all);
    for (uint32_t i = 0; i < w->count; i++) {
        const struct rat *value = solved_value(solved, w->ids[i]);
        if (value) rat_add(&all, &all, value);
    }
    struct str game = solution_text(sh->arena, p, &p->solutions[solution]);
    const struct rat *own = solved_value(solved, party);
    struct str value = own ? rat_text(sh->arena, own) : STR("0");
    struct str sum = rat_text(sh->arena, &all);
    rat_clear(&all);
    why_add(basis, why_named(sh->arena, INDEX_NONE, p->games[p->solutions[solution].game].term,
                             str_format(sh->arena, "%.*s: %.*s %.*s, all %.*s", STR_ARG(game),
                                        STR_ARG(pact_word(p, p->parties[party].word)),
                                        STR_ARG(value), STR_ARG(sum))));
}

/* "score contribution: cri 92, all 175", from the appraisal that counts. */
static void add_score_basis(struct sharer *sh, struct why_parts *basis, uint32_t score,
                            const struct weights *w, uint32_t party)
{
    const struct pact *p = sh->state->pact;
    const struct appraisal *a = state_appraisal(sh->state, party, score);
    int64_t all = 0;
    for (uint32_t i = 0; i < w->count; i++) all += state_score(sh->state, w->ids[i], score);
    struct str own = score_text(sh->arena, a ? a->parts : 0), sum = score_text(sh->arena, all);
    struct str note =
        str_format(sh->arena, "score %.*s: %.*s %.*s, all %.*s", STR_ARG(pact_word(p, score)),
                   STR_ARG(pact_word(p, p->parties[party].word)), STR_ARG(own), STR_ARG(sum));
    why_add(basis, why_named(sh->arena, a ? a->entry : INDEX_NONE, NULL, note));
}

/* What one basis, or factor of one, rests on. */
static void add_basis(struct sharer *sh, struct why_parts *basis, const struct basis *by,
                      const struct portion *p, uint32_t party)
{
    if (by->kind == BY_MEASURE)
        add_measure_basis(sh, basis, by->measure, p->occasion->scope, p->weights, party);
    if (by->kind == BY_STAKES) add_stakes_basis(sh, basis, by->stakes, p->occasion);
    if (by->kind == BY_SCORE) add_score_basis(sh, basis, by->score, p->weights, party);
    if (by->kind == BY_GAME)
        add_game_basis(sh, basis, by->solution, p->occasion, p->weights, party);
}

/* ---- tiers ---- */

const struct why *explain_limit(struct sharer *sh, const struct tier *tier, int64_t taken,
                                int64_t left, const struct why *left_why, struct why_parts basis)
{
    return why_share(sh->arena, left_why, explain_ratio(sh, taken, left), basis, tier->term, tier);
}

const struct why *explain_tier(struct sharer *sh, const struct tier *tier, const struct occasion *m,
                               const struct explain_take *take)
{
    if (!sh->explain || take->taken_minor == 0) return NULL;
    struct why_parts basis = {.arena = sh->arena};
    if (take->split_minor != NO_SPLIT) {
        const struct why *why = explain_fraction(
            sh, tier->row == TIER_SHARE ? take->whole : take->left,
            explain_ratio(sh, tier->share.num, tier->share.den), take->split_minor, m->entry, tier);
        return explain_without(sh, why, take->split_minor - take->taken_minor);
    }
    if (tier->row == TIER_UP_TO || tier->row == TIER_AMOUNT)
        why_add(&basis, why_leaf(sh->arena, INDEX_NONE, tier->term, tier->amount_minor));
    return explain_limit(sh, tier, take->taken_minor, take->left_minor, take->left, basis);
}

const struct why *explain_until(struct sharer *sh, const struct tier *tier,
                                const struct occasion *m, int64_t taken, int64_t left,
                                const struct why *left_why, int64_t repaid_minor)
{
    if (!sh->explain || taken == 0) return NULL;
    struct why_parts basis = {.arena = sh->arena};
    add_measure_basis(sh, &basis, tier->repaid, m->scope, &sh->weigher.out, INDEX_NONE);
    if (repaid_minor) why_add(&basis, why_noted(sh->arena, repaid_minor, STR("repaid before")));
    return explain_limit(sh, tier, taken, left, left_why, basis);
}

/* "cri 2013-01-01 to 2014-01-01": base times days times the rate of a day. */
static const struct why *explain_stretch(struct sharer *sh, const struct promise *promise,
                                         const struct stretch *x)
{
    const struct pact *p = sh->state->pact;
    char from[DATE_TEXT_BYTES], to[DATE_TEXT_BYTES];
    struct rat base, part, year;
    date_format(from, x->from);
    date_format(to, x->to);
    rat_init(&base);
    rat_init(&part);
    rat_init(&year);
    rat_set_fraction(&base, x->base_e12, (u128)STREAM_PARTS);
    rat_set_ratio(&part, promise->rate);
    rat_set_fraction(&year, x->to - x->from, DAYS_OF_A_YEAR);
    rat_mul(&part, &part, &year);
    struct why *open = ARENA_NEW(sh->arena, struct why);
    *open = (struct why){.op = WHY_LEAF,
                         .amount = rat_text(sh->arena, &base),
                         .entry = INDEX_NONE,
                         .fraction = STR(""),
                         .note = str_format(sh->arena, "open for %.*s, %s to %s",
                                            STR_ARG(pact_word(p, p->parties[x->party].word)), from,
                                            to)};
    const struct why *w = why_share(sh->arena, open, rat_text(sh->arena, &part),
                                    (struct why_parts){.arena = sh->arena}, NULL, NULL);
    rat_clear(&year);
    rat_clear(&part);
    rat_clear(&base);
    return w;
}

const struct why *explain_return(struct sharer *sh, const struct tier *tier,
                                 const struct occasion *m, const struct explain_take *take,
                                 int64_t paid_minor)
{
    if (!sh->explain || take->taken_minor == 0) return NULL;
    struct why_parts basis = {.arena = sh->arena}, earned = {.arena = sh->arena};
    const struct accrual *a = state_accrual(sh->state, tier->promise, m->scope);
    for (size_t i = 0; i < a->stretch_count; i++)
        why_add(&earned, explain_stretch(sh, a->promise, &a->stretches[i]));
    why_add(&basis, why_sum(sh->arena, earned, NULL, STR("earned so far")));
    if (paid_minor) why_add(&basis, why_noted(sh->arena, paid_minor, STR("paid before")));
    return explain_limit(sh, tier, take->taken_minor, take->left_minor, take->left, basis);
}

static bool is_left_sum(const struct why *w)
{
    return w->op == WHY_SUM && str_eq(w->note, STR("left"));
}

const struct why *explain_left(struct sharer *sh, const struct why *left_why, const struct why *why,
                               int64_t passed, int64_t taken)
{
    if (!sh->explain) return NULL;
    struct why_parts parts = {.arena = sh->arena};
    if (is_left_sum(left_why)) {
        for (uint32_t i = 0; i < left_why->child_count; i++) why_add(&parts, left_why->children[i]);
    } else {
        why_add(&parts, left_why);
    }
    why_add(&parts, why_minus(sh->arena, why));
    if (passed)
        why_add(&parts, why_share(sh->arena, why, explain_ratio(sh, passed, taken),
                                  (struct why_parts){.arena = sh->arena}, NULL, NULL));
    return why_sum(sh->arena, parts, NULL, STR("left"));
}

const struct why *explain_fraction(struct sharer *sh, const struct why *why, struct str fraction,
                                   int64_t units, uint32_t entry, const struct tier *tier)
{
    if (!sh->explain) return NULL;
    const struct why *exact =
        why_share(sh->arena, why, fraction, (struct why_parts){.arena = sh->arena},
                  tier ? tier->term : NULL, tier);
    return why_round(sh->arena, exact, units, entry, tier ? tier->term : NULL, tier);
}

const struct why *explain_without(struct sharer *sh, const struct why *why, int64_t units)
{
    if (!sh->explain || units == 0) return why;
    struct rat whole, part;
    rat_init(&whole);
    rat_init(&part);
    enum status status = rat_set_text(&whole, why->amount);
    CHECK(status == OK);
    rat_set_i64(&part, -units);
    rat_div(&part, &part, &whole);
    struct why_parts parts = {.arena = sh->arena};
    why_add(&parts, why);
    why_add(&parts, why_share(sh->arena, why, rat_text(sh->arena, &part),
                              (struct why_parts){.arena = sh->arena}, NULL, NULL));
    rat_clear(&part);
    rat_clear(&whole);
    return why_sum(sh->arena, parts, NULL, STR(""));
}

const struct why *explain_with(struct sharer *sh, const struct why *why, const struct why *whole,
                               int64_t units, int64_t amount)
{
    if (!sh->explain) return why;
    struct why_parts parts = {.arena = sh->arena};
    if (why) why_add(&parts, why);
    why_add(&parts, why_share(sh->arena, whole, explain_ratio(sh, units, amount),
                              (struct why_parts){.arena = sh->arena}, NULL, NULL));
    return why_sum(sh->arena, parts, NULL, STR(""));
}

/* ---- one recipient ---- */

static struct str part_of_portion(struct sharer *sh, const struct portion *p, uint32_t id)
{
    struct rat exact, amount;
    rat_init(&exact);
    rat_init(&amount);
    portion_exact(&exact, p, id);
    rat_set_i64(&amount, p->amount_minor);
    rat_div(&exact, &exact, &amount);
    struct str text = rat_text(sh->arena, &exact);
    rat_clear(&amount);
    rat_clear(&exact);
    return text;
}

const struct why *portion_why(struct sharer *sh, const struct portion *p, uint32_t id,
                              int64_t units_minor)
{
    if (!p->why) return NULL;
    if (p->kind != PORTION_PARTIES) return p->why;
    const struct term *term = p->tier ? p->tier->term : p->term;
    struct why_parts basis = {.arena = sh->arena};
    struct basis by = p->tier ? p->tier->basis : p->call_basis;
    add_basis(sh, &basis, &by, p, id);
    if (by.kind == BY_CLAIMS) why_add(&basis, explain_claim(sh, p, id));
    for (uint32_t i = 0; i < by.factor_count; i++) add_basis(sh, &basis, &by.factors[i].by, p, id);
    const struct why *exact =
        why_share(sh->arena, p->why, part_of_portion(sh, p, id), basis, term, p->tier);
    return why_round(sh->arena, exact, units_minor, p->occasion->entry, term, p->tier);
}
