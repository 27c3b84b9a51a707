/* First refusal: who means to pass a stake or capital on to an outsider offers it first, for a
 * price; within the days of the clause the others may take it up, all of it among those who do, in
 * proportion to what they hold. What nobody took up may then pass to that outsider, on no better
 * terms.
 *
 * An outsider is who holds nothing of what is passed on: whoever holds some of it may take more at
 * any time. */
#include "fold/handlers.h"

#include "num/rat.h"
#include "pact/rights.h"
#include "state/stakes.h"

static struct str clause_of(struct fold *f, const struct term *t)
{
    return pact_clause(f->arena, t);
}

static struct str day_text(struct fold *f, date_t day)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, day);
    return str_copy(f->arena, str_from(text));
}

static int64_t price_of(const struct term *t)
{
    const struct bind *price = t ? term_bind(t, ROLE_price) : NULL;
    return price ? price->a : 0;
}

static struct str thing_text(struct fold *f, uint32_t stakes)
{
    if (stakes == INDEX_NONE) return diags_word(f->diags, "capital", "出资额");
    return pact_word(f->pact, f->pact->stakes[stakes].word);
}

/* ---- offers ---- */

/* Each other holder's part of what the others hold together. */
static void note_holders(struct fold *f, struct stake_offer *o)
{
    const struct share_set *set =
        o->stakes == INDEX_NONE ? NULL : state_stakes(f->state, o->stakes, f->day);
    int64_t *holds = ARENA_ARRAY(f->arena, int64_t, f->state->party_count);
    int64_t all = 0;
    for (uint32_t i = 0; set && i < set->count; i++)
        holds[set->parties[i]] = (int64_t)set->weights[i];
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        if (!set && o->stakes == INDEX_NONE) holds[i] = f->state->parties[i].capital_minor;
        if (i == o->party || holds[i] < 0) holds[i] = 0;
        state_add(f->state, &all, holds[i]);
    }
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        o->held[i] = RATIO_ZERO;
        if (all > 0 && holds[i] && ratio_make(&o->held[i], holds[i], all) != OK)
            f->state->overflow = true;
    }
}

/* The last day of the first refusal; without such a clause, the day itself. */
static date_t last_day(struct fold *f)
{
    const struct timed_term *rule = &pact_at(f->pact, f->day)->rights->first_refusal;
    date_t until = f->day;
    if (rule->term && date_add(&until, f->day, rule->duration) != OK) until = DATE_OPEN;
    return until;
}

bool fold_stake_offer(struct fold *f, const struct entry *e)
{
    const struct term *t = document_extra(f->doc, e);
    const struct bind *share = term_bind(t, ROLE_share), *buyer = term_bind(t, ROLE_buyer);
    struct stake_offer o = {.entry = f->index,
                            .party = entry_party(f, e),
                            .stakes = share ? pact_find_in(f->pact, NAMES_STAKES, e->subject)
                                            : INDEX_NONE,
                            .share = RATIO_ZERO,
                            .capital_minor = e->amount,
                            .price_minor = price_of(t),
                            .until = last_day(f),
                            .passed = RATIO_ZERO};
    o.buyer = buyer ? pact_word(f->pact, (uint32_t)buyer->a)
                    : bind_text(f->arena, f->doc->sources, term_bind(t, ROLE_buyer_text));
    if (share && ratio_make(&o.share, share->a, share->b) != OK) f->state->overflow = true;
    o.held = ARENA_ARRAY(f->state->arena, struct ratio, f->state->party_count);
    o.answers = ARENA_ARRAY(f->state->arena, uint8_t, f->state->party_count);
    note_holders(f, &o);
    struct stake_offers *offers = &f->state->offers;
    *ARENA_PUSH(f->state->arena, offers->list, offers->count, offers->capacity) = o;
    return true;
}

static struct stake_offer *offer_of(struct fold *f, uint32_t entry)
{
    struct stake_offers *offers = &f->state->offers;
    for (size_t i = 0; i < offers->count; i++)
        if (offers->list[i].entry == entry) return &offers->list[i];
    return NULL;
}

/* ---- answers ---- */

static bool may_answer(struct fold *f, const struct entry *e, const struct stake_offer *o,
                       uint32_t party)
{
    struct str name = pact_word(f->pact, e->party);
    struct str clause = fold_in_clause(f, pact_at(f->pact, f->day)->rights->first_refusal.term);
    bool may_refuse = fold_may_refuse(f);
    const struct entry *second = fold_second(f, e);
    if (may_refuse && ratio_sign(o->held[party]) == 0) {
        DIAG_REPORT(f->diags, E374, entry_span(e), name, thing_text(f, o->stakes), clause);
        return false;
    }
    if (may_refuse && f->day > o->until) {
        DIAG_REPORT(f->diags, E375, entry_span(e), day_text(f, o->until), clause);
        return false;
    }
    if (o->answers[party] == OFFER_OPEN || !second) return true;
    DIAG_REPORT(f->diags, E311, entry_span(second), name,
                o->answers[party] == OFFER_ACCEPTED + 1
                    ? diags_word(f->diags, "among those who accept", "行使优先购买权")
                    : diags_word(f->diags, "among those who waive", "放弃优先购买权"));
    return false;
}

bool fold_offer_answer(struct fold *f, const struct entry *e)
{
    uint32_t cited = pact_cited(f->pact, f->index), party = entry_party(f, e);
    struct stake_offer *o = cited == INDEX_NONE ? NULL : offer_of(f, cited);
    if (!o || o->withdrawn) {
        if (!fold_may_refuse(f)) return true;
        DIAG_PLAIN(f->diags, E373, entry_span(e));
        return false;
    }
    if (!may_answer(f, e, o, party)) return false;
    o->answers[party] = (uint8_t)(e->choice + 1);
    return true;
}

void fold_withdraw_offer(struct fold *f, uint32_t entry)
{
    struct stake_offer *o = offer_of(f, entry);
    if (o) o->withdrawn = true;
}

void fold_unanswer(struct fold *f, uint32_t entry, const struct entry *target)
{
    uint32_t cited = pact_cited(f->pact, entry);
    struct stake_offer *o = cited == INDEX_NONE ? NULL : offer_of(f, cited);
    if (o) o->answers[entry_party(f, target)] = OFFER_OPEN;
}

/* ---- transfers to outsiders ---- */

static bool is_about(const struct stake_offer *o, const struct passing *p)
{
    return !o->withdrawn && o->party == p->giver && o->stakes == p->stakes &&
           str_eq(o->buyer, p->taker);
}

/* Whether price / part is at least that of the offer, and what passes is not more than is left. */
static bool on_these_terms(const struct stake_offer *o, const struct passing *p)
{
    struct rat offered, passing, left, x;
    rat_init(&offered);
    rat_init(&passing);
    rat_init(&left);
    rat_init(&x);
    bool capital = o->stakes == INDEX_NONE;
    rat_set_ratio(&offered, capital ? (struct ratio){o->capital_minor, 1} : o->share);
    rat_set_ratio(&passing, capital ? (struct ratio){p->capital_minor, 1} : p->share);
    rat_set_ratio(&left, capital ? (struct ratio){o->passed_minor, 1} : o->passed);
    rat_sub(&left, &offered, &left);
    bool fits = rat_compare(&passing, &left) <= 0;
    rat_set_i64(&x, o->price_minor);
    rat_mul(&passing, &passing, &x);
    rat_set_i64(&x, p->price_minor);
    rat_mul(&offered, &offered, &x);
    fits = fits && rat_compare(&offered, &passing) >= 0;
    rat_clear(&x);
    rat_clear(&left);
    rat_clear(&passing);
    rat_clear(&offered);
    return fits;
}

/* Who took it up, else INDEX_NONE; *waived_out: all who might have, waived. */
static uint32_t who_accepts(const struct fold *f, const struct stake_offer *o, bool *waived_out)
{
    *waived_out = true;
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        if (ratio_sign(o->held[i]) == 0) continue;
        if (o->answers[i] == OFFER_ACCEPTED + 1) return i;
        *waived_out = *waived_out && o->answers[i] == OFFER_WAIVED + 1;
    }
    return INDEX_NONE;
}

/* Reports what in the offer forbids the transfer. */
static bool offer_allows(struct fold *f, const struct entry *e, const struct stake_offer *o,
                         const struct passing *p)
{
    bool waived;
    struct str clause = clause_of(f, pact_at(f->pact, f->day)->rights->first_refusal.term);
    uint32_t accepts = who_accepts(f, o, &waived);
    if (accepts != INDEX_NONE)
        DIAG_REPORT(f->diags, E378, entry_span(e),
                    pact_word(f->pact, f->pact->parties[accepts].word), clause);
    else if (!waived && f->day <= o->until)
        DIAG_REPORT(f->diags, E377, entry_span(e), day_text(f, o->until), clause);
    else if (!on_these_terms(o, p))
        DIAG_REPORT(f->diags, E379, entry_span(e), clause, fold_amount(f, o->price_minor));
    else
        return true;
    return false;
}

bool fold_pass_to_outsider(struct fold *f, const struct entry *e, const struct passing *p)
{
    const struct term *term = pact_at(f->pact, f->day)->rights->first_refusal.term;
    struct stake_offers *offers = &f->state->offers;
    struct stake_offer *last = NULL;
    if (!term) return true;
    for (size_t i = 0; i < offers->count; i++)
        if (is_about(&offers->list[i], p)) last = &offers->list[i];
    if (!last && !fold_may_refuse(f)) return true;
    if (!last) {
        DIAG_REPORT(f->diags, E376, entry_span(e), clause_of(f, term), p->taker,
                    thing_text(f, p->stakes), pact_word(f->pact, e->party));
        return false;
    }
    if (fold_may_refuse(f) && !offer_allows(f, e, last, p)) return false;
    state_add(f->state, &last->passed_minor, p->capital_minor);
    if (ratio_add(&last->passed, last->passed, p->share) != OK) f->state->overflow = true;
    return true;
}
