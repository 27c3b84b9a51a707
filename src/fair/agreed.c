/* Payoffs of the agreement. */
#include "fair/agreed.h"

#include "fold/handlers.h"

#include <string.h>

/* ---- what leavers were paid ---- */

void leaver_prices_init(struct leaver_prices *out, struct arena *a, const struct pact *p)
{
    *out = (struct leaver_prices){
        .arena = a, .pact = p, .paid_minor = ARENA_ARRAY(a, int64_t, p->party_count)};
}

static void hear_line(void *context, struct fold *f, const struct line *l)
{
    struct leaver_prices *prices = context;
    bool price = l->term && (l->term->form == F_LEAVE || l->term->form == F_EXPELLED);
    if (!price || l->to != LINE_TO_PARTY || l->figure != FIGURE_RECEIVED) return;
    prices->paid_minor[l->index] += l->amount_minor;
    *ARENA_PUSH(prices->arena, prices->list, prices->count, prices->capacity) =
        (struct leaver_price){f->told, l->index, l->amount_minor};
}

static void forget_lines(void *context, uint32_t told)
{
    struct leaver_prices *prices = context;
    for (; prices->count && prices->list[prices->count - 1].told > told; prices->count--) {
        const struct leaver_price *last = &prices->list[prices->count - 1];
        prices->paid_minor[last->party] -= last->minor;
    }
}

struct line_sink leaver_prices_sink(struct leaver_prices *prices)
{
    return (struct line_sink){.context = prices, .line = hear_line, .goes_back = forget_lines};
}

/* ---- the pot ---- */

/* Splits by what the weigher holds; false where that is nothing, or nothing whole. */
static bool split_pot(struct agreed *out, struct arena *a, const struct weights *w, int64_t minor,
                      bool *overflow)
{
    struct shares shares = {w->ids, w->weights, w->count, w->sum};
    struct stream parts;
    if (w->count == 0 || w->parts || w->sum == 0) return false;
    stream_init(&parts, a, ROUNDING_PER_SPLIT);
    if (stream_split(&parts, minor < 0 ? -minor : minor, &shares) != OK) {
        *overflow = true;
        return true;
    }
    for (uint32_t i = 0; i < parts.count; i++)
        out[parts.ids[i]].pot_minor = minor < 0 ? -parts.units[i] : parts.units[i];
    return true;
}

static bool split_by(struct agreed *out, struct fold *f, const struct recipient *to,
                     uint32_t to_count, struct basis basis, int64_t minor, bool *overflow)
{
    struct occasion m = fold_occasion(f, INDEX_NONE, minor);
    struct weigher *w = &f->sharer.weigher;
    return weigher_fill(w, to, to_count, basis, &m) == WEIGHTS_FINE &&
           split_pot(out, f->arena, &w->out, minor, overflow);
}

/* The `rest` of `dissolve`; NULL where there is none, or it is divided once more. */
static const struct tier *last_tier(const struct pact *p, date_t day)
{
    const struct clause *c = &pact_at(p, day)->dissolution;
    if (!c->term || c->tier_count == 0) return NULL;
    const struct tier *last = &c->tiers[c->tier_count - 1];
    bool plain = last->row == TIER_REST && !last->part_count && last->to_count;
    return plain && last->to[0].kind != TO_FUND ? last : NULL;
}

static enum status share_pot(struct agreed *out, struct fold *f, int64_t minor)
{
    const struct recipient members = {.kind = TO_KIND_OF_PARTIES, .who = TO_MEMBERS};
    const struct basis capital = {.kind = BY_MEASURE, .measure = M_CAPITAL};
    const struct basis equally = {.kind = BY_EQUALLY};
    const struct tier *last = minor > 0 ? last_tier(f->pact, f->options.until) : NULL;
    bool overflow = false;
    bool done = minor == 0;
    if (last) done = split_by(out, f, last->to, last->to_count, last->basis, minor, &overflow);
    done = done || split_by(out, f, &members, 1, capital, minor, &overflow);
    done = done || split_by(out, f, &members, 1, equally, minor, &overflow);
    return done && !overflow ? OK : ERR_OVERFLOW;
}

/* ---- the whole ---- */

static int64_t account_of(const struct state *s, enum account account, uint32_t index)
{
    const struct account_list *list = &s->accounts[account];
    return index < list->count ? list->minor[index] : 0;
}

static void find_own(struct agreed *out, const struct state *s, uint32_t party, int64_t paid_minor)
{
    const struct party_state *p = &s->parties[party];
    *out = (struct agreed){.received_minor = p->figures.received,
                           .borne_minor = p->figures.borne,
                           .charges_minor = p->figures.charges,
                           .cost_minor = state_cost(s, SCOPE_ALLIANCE, party),
                           .given_up_minor = paid_minor - account_of(s, ACCOUNT_LEAVING, party),
                           .capital_minor = p->capital_minor};
}

/* Sums what everyone gets; all in 128 bits, so that only the last step can fail. */
static i128 gets_of(const struct agreed *x)
{
    return (i128)x->received_minor - x->borne_minor - x->charges_minor - x->cost_minor -
           x->given_up_minor + x->pot_minor;
}

static bool narrow(int64_t *out, i128 wide)
{
    if (wide > INT64_MAX || wide < -INT64_MAX) return false;
    *out = (int64_t)wide;
    return true;
}

enum status agreed_find(struct agreed *out, struct settlement *s,
                        const struct leaver_prices *prices, int64_t worth_minor)
{
    struct fold *f = &s->fold;
    i128 left = worth_minor;
    int64_t pot = 0;
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        find_own(&out[i], f->state, i, prices->paid_minor[i]);
        left -= gets_of(&out[i]);
    }
    if (!narrow(&pot, left) || share_pot(out, f, pot) != OK) return ERR_OVERFLOW;
    for (uint32_t i = 0; i < f->state->party_count; i++)
        if (!narrow(&out[i].gets_minor, gets_of(&out[i]))) return ERR_OVERFLOW;
    return OK;
}
