/* Measures, and what a tier is divided by. */
#include "pact/build.h"

bool measure_fits(enum measure_name m, enum measure_use use)
{
    bool money = m != M_INVENTION && m != M_OWNERSHIP && m != M_WORK && m != M_PATENTS;
    switch (use) {
    case FOR_BASIS: return m != M_INCOME;
    case FOR_GUARD: return money;
    case FOR_LIMIT:
    case FOR_PRICE: return money && m != M_INCOME && m != M_RISK;
    case FOR_REPAYING: return m == M_CAPITAL || m == M_COST || m == M_PLEDGE;
    case FOR_RETURN: return m == M_CAPITAL || m == M_COST;
    }
    return false;
}

enum measure_name read_measure(struct pact *p, const struct term *t, const struct bind *phrase,
                               enum measure_use use)
{
    const struct bind *plain = term_bind_in(t, phrase, ROLE_measure);
    enum measure_name m = plain ? (enum measure_name)plain->rank : M_CAPITAL;
    if (!plain || !measure_fits(m, use)) {
        DIAG_REPORT(p->diags, E235, bind_span(phrase),
                    sources_text(p->doc->sources, bind_span(phrase)));
        return M_CAPITAL;
    }
    if (m == M_RISK) p->uses_risk = true;
    if (m == M_SALES && !p->uses_sales) p->uses_sales = t;
    return m;
}

void read_measured(struct pact *p, struct basis *out, const struct term *t,
                   const struct bind *measure)
{
    if (measure->rank == MEASURE_OF_SCORE) {
        out->kind = BY_SCORE;
        out->score = term_word_in(t, measure, ROLE_score);
        return;
    }
    if (measure->rank == MEASURE_OF_STAKES) {
        const struct bind *stakes = term_bind_in(t, measure, ROLE_stakes);
        out->kind = BY_STAKES;
        out->stakes = require_in(p, NAMES_STAKES, (uint32_t)stakes->a, bind_span(stakes));
        return;
    }
    out->kind = BY_MEASURE;
    out->measure = read_measure(p, t, measure, FOR_BASIS);
}

static void read_factors(struct pact *p, struct tier *tier, const struct term *t,
                         const struct bind *adjusted)
{
    static const enum factors_kind kinds[] = {
        [COMBINED_PROJECTION] = FACTORS_PROJECTED, [COMBINED_TOPSIS] = FACTORS_TOPSIS};
    const struct bind *list = term_bind_in(t, adjusted, ROLE_factors);
    if (adjusted->rank == ADJUSTMENT_COMBINED)
        tier->basis.factors_kind = kinds[term_bind_in(t, adjusted, ROLE_combined)->rank];
    struct factor *factors = ARENA_ARRAY(p->arena, struct factor, list->end);
    struct ratio sum = RATIO_ZERO;
    uint32_t count = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        struct factor *f = &factors[count++];
        read_measured(p, &f->by, t, term_bind_in(t, b, ROLE_measure));
        f->weight = bind_ratio(p, term_bind_in(t, b, ROLE_share));
        if (ratio_add(&sum, sum, f->weight) != OK) sum = RATIO_ZERO;
    }
    tier->basis.factors = factors;
    tier->basis.factor_count = count;
    if (!ratio_equal(sum, RATIO_ONE))
        DIAG_REPORT(p->diags, E207, bind_span(list), diags_word(p->diags, "the factors", "各因素"),
                    percent_text(p, sum));
}

void read_basis(struct pact *p, struct tier *tier, const struct term *t, const struct bind *basis)
{
    const struct bind *adjusted = term_bind_in(t, basis, ROLE_adjusted);
    if (adjusted) read_factors(p, tier, t, adjusted);
    if (basis->rank == BASIS_EQUALLY) {
        tier->basis.kind = BY_EQUALLY;
        return;
    }
    if (basis->rank == BASIS_GAME) {
        const struct bind *game = term_bind_in(t, basis, ROLE_game);
        uint32_t method = (uint32_t)term_bind_in(t, basis, ROLE_method)->rank;
        uint32_t index = require_in(p, NAMES_GAME, (uint32_t)game->a, bind_span(game));
        tier->basis.kind = BY_GAME;
        if (index != INDEX_NONE)
            tier->basis.solution = add_solution(p, index, method, bind_span(basis));
        return;
    }
    if (basis->rank == BASIS_CLAIMS) {
        tier->basis.kind = BY_CLAIMS;
        tier->basis.claims = (enum claims_name)term_bind_in(t, basis, ROLE_claims)->rank;
        return;
    }
    read_measured(p, &tier->basis, t, term_bind_in(t, basis, ROLE_measure));
}

void refuse_income(const struct pact *p, struct span span)
{
    DIAG_PLAIN(p->diags, E455, span);
}

void refuse_claims(struct pact *p, const struct basis *basis, const struct term *t)
{
    if (basis->kind == BY_CLAIMS)
        DIAG_REPORT(p->diags, E452, t->span,
                    choice_text(p->arena, p->doc->g, SET_CLAIMS_RULE, (uint32_t)basis->claims,
                                p->diags->lang));
}
