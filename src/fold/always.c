/* Standing invariants of the agreement: looked at after every entry, from the first at which they
 * hold. The entry that would break one is refused. */
#include "fold/grants.h"
#include "fold/handlers.h"

static int64_t value_of(const struct fold *f, const struct invariant *v)
{
    return v->fund == INDEX_NONE ? fold_cash(f) : f->state->funds[v->fund].balance_minor;
}

static bool holds(const struct fold *f, const struct invariant *v)
{
    int64_t value = value_of(f, v);
    return v->at_most ? value <= v->limit_minor : value >= v->limit_minor;
}

static bool refuse(struct fold *f, const struct entry *e, const struct invariant *v)
{
    struct str what = diags_word(f->diags, "cash", "现金");
    if (v->fund != INDEX_NONE) {
        struct str name = pact_word(f->pact, f->pact->funds[v->fund].word);
        struct str word = diags_word(f->diags, "the fund", "基金");
        what = str_format(f->arena, "%.*s `%.*s`", STR_ARG(word), STR_ARG(name));
    }
    DIAG_REPORT(f->diags, E381, entry_span(e), what, fold_amount(f, value_of(f, v)),
                pact_clause(f->arena, v->term),
                v->at_most ? diags_word(f->diags, "at most", "不超过")
                           : diags_word(f->diags, "at least", "不低于"),
                fold_amount(f, v->limit_minor));
    return false;
}

bool fold_keeps_always(struct fold *f, const struct entry *e)
{
    const struct provisions *in_force = pact_at(f->pact, e->date);
    if (!in_force->invariant_count) return true;
    if (!f->held) f->held = ARENA_ARRAY(f->state->stands, bool, f->pact->invariant_ids);
    for (size_t i = 0; i < in_force->invariant_count; i++) {
        const struct invariant *v = &in_force->invariants[i];
        bool now = holds(f, v);
        if (f->held[v->id] && !now) return refuse(f, e, v);
        f->held[v->id] = now || f->held[v->id];
    }
    return true;
}
