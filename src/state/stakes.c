/* Tables of stakes: the sets of the text, and those that arrears put in their place. */
#include "state/stakes.h"

struct stake_move {
    uint32_t giver, taker;
    struct ratio share; /* of the whole */
    bool beyond;        /* the text alone did not leave the giver so much */
};

/* Also where the journal has grown since, and its pact is another. */
static bool is_same_set(const struct share_set *a, const struct share_set *b)
{
    return a == b || (a->from == b->from && a->entry == b->entry && a->known_from == b->known_from);
}

static const struct share_set *moved_at(const struct state *s, uint32_t stakes,
                                        const struct share_set *base, date_t day)
{
    const struct moved_sets *moved = &s->moved[stakes];
    for (size_t i = moved->count; i-- > 0;)
        if (moved->list[i].set.from <= day && is_same_set(moved->list[i].base, base))
            return &moved->list[i].set;
    return NULL;
}

static uint32_t place_of(const struct share_set *set, uint32_t party)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (set->parties[i] == party) return i;
    return INDEX_NONE;
}

/* Weights of shares that are as many as the parties of a set. */
static enum status weights_of(struct state *s, const struct rat *shares, struct share_set *set)
{
    set->weights = ARENA_ARRAY(s->arena, uint64_t, set->count);
    if (!rat_weights(set->weights, &set->sum, shares, set->count)) return ERR_OVERFLOW;
    for (uint32_t i = 0; i < set->count; i++)
        if (set->weights[i] > LIMIT_WEIGHT_MAX) return ERR_OVERFLOW;
    return OK;
}

static void keep_moved(struct state *s, uint32_t stakes, const struct share_set *base,
                       struct share_set set)
{
    struct moved_sets *moved = &s->moved[stakes];
    *ARENA_PUSH(s->arena, moved->list, moved->count, moved->capacity) =
        (struct moved_set){set, base};
}

/* ---- transfers of what arrears had moved before ---- */

/* A set with room for one more party; the shares of all, in their order. */
static struct rat *shares_with(struct state *s, const struct share_set *set, uint32_t party,
                               struct share_set *out)
{
    uint32_t at = place_of(set, party), count = set->count + (at == INDEX_NONE);
    struct rat *shares = rat_array(s->arena, count);
    *out = *set;
    out->count = count;
    out->parties = ARENA_ARRAY(s->arena, uint32_t, count);
    for (uint32_t i = 0, k = 0; k < count; k++) {
        bool own = i < set->count && (at != INDEX_NONE || i < k || set->parties[i] < party);
        out->parties[k] = own ? set->parties[i] : party;
        if (own) rat_set_fraction(&shares[k], (i128)set->weights[i++], set->sum);
    }
    return shares;
}

static enum status move_one(struct state *s, const struct share_set *set, struct stake_move m,
                            struct share_set *out)
{
    struct rat *shares = shares_with(s, set, m.taker, out);
    struct rat share;
    uint32_t giver = place_of(out, m.giver), taker = place_of(out, m.taker);
    enum status status = ERR_RANGE;
    rat_init(&share);
    rat_set_ratio(&share, m.share);
    if (giver != INDEX_NONE && rat_compare(&shares[giver], &share) >= 0) {
        rat_sub(&shares[giver], &shares[giver], &share);
        rat_add(&shares[taker], &shares[taker], &share);
        status = weights_of(s, shares, out);
    }
    rat_clear(&share);
    rat_clear_array(shares, out->count);
    return status;
}

/* The transfer that a set of the text comes from, or the one that it takes back. */
static bool move_of(const struct pact *p, const struct share_set *set, struct stake_move *out)
{
    if (set->entry == INDEX_NONE) return false;
    bool back = document_entry(p->doc, set->entry)->form == F_REVERSE;
    uint32_t entry = back ? pact_cited(p, set->entry) : set->entry;
    const struct transfer *t = entry == INDEX_NONE ? NULL : pact_transfer(p, entry);
    if (!t) return false;
    *out = (struct stake_move){back ? t->taker : t->giver, back ? t->giver : t->taker, t->share,
                               t->beyond && !back};
    return true;
}

/* The set of the text before another. */
static const struct share_set *before(const struct state *s, uint32_t stakes,
                                      const struct share_set *set)
{
    const struct stakes *t = &s->pact->stakes[stakes];
    for (size_t i = (size_t)(set - t->sets); i-- > 0;)
        if (pact_set_known(&t->sets[i], s->known) && t->sets[i].entry != set->entry)
            return &t->sets[i];
    return NULL;
}

/* What a set of the text is where arrears moved shares before it: a transfer moves on from there;
 * what is set anew is as it is written. NULL: as it is written. */
static const struct share_set *moved_before(struct state *s, uint32_t stakes,
                                            const struct share_set *base, enum status *status)
{
    struct stake_move m;
    const struct share_set *last = before(s, stakes, base);
    if (!s->moved[stakes].count || !last || !move_of(s->pact, base, &m)) return NULL;
    const struct share_set *from = moved_at(s, stakes, last, base->from);
    if (!from) from = moved_before(s, stakes, last, status);
    if (!from && m.beyond) *status = ERR_RANGE;
    if (!from) return NULL;
    struct share_set set;
    enum status moved = move_one(s, from, m, &set);
    if (moved != OK) {
        *status = moved;
        return NULL;
    }
    set.from = base->from;
    set.entry = base->entry;
    keep_moved(s, stakes, base, set);
    return moved_at(s, stakes, base, base->from);
}

/* ---- what holds ---- */

static const struct share_set *base_at(const struct state *s, uint32_t stakes, date_t day)
{
    return pact_stakes_known(&s->pact->stakes[stakes], day, s->known);
}

static const struct share_set *stakes_at(struct state *s, uint32_t stakes, date_t day,
                                         enum status *status)
{
    const struct share_set *base = base_at(s, stakes, day);
    const struct share_set *moved = base ? moved_at(s, stakes, base, day) : NULL;
    if (base && !moved) moved = moved_before(s, stakes, base, status);
    return moved ? moved : base;
}

const struct share_set *state_stakes(struct state *s, uint32_t stakes, date_t day)
{
    enum status status = OK; /* the entry of the transfer reports what it cannot move */
    return stakes_at(s, stakes, day, &status);
}

enum status state_check_stakes(struct state *s, uint32_t stakes, date_t day)
{
    enum status status = OK;
    struct stake_move m;
    const struct share_set *base = base_at(s, stakes, day);
    bool nothing_moved = !s->moved[stakes].count;
    if (nothing_moved && base && move_of(s->pact, base, &m) && m.beyond) return ERR_RANGE;
    (void)stakes_at(s, stakes, day, &status);
    return status;
}

date_t state_next_stakes(const struct state *s, uint32_t stakes, date_t day, date_t last)
{
    const struct moved_sets *moved = &s->moved[stakes];
    date_t next = pact_next_stakes(&s->pact->stakes[stakes], day, last, s->known);
    for (size_t i = 0; i < moved->count; i++) {
        date_t from = moved->list[i].set.from;
        if (from > day && from < next) next = from;
    }
    return next;
}

/* ---- moving shares ---- */

/* share × (1 − loss) for the party, share × (1 + loss × its weight / that of the others) for them.
 */
static void move_shares(struct rat *shares, const struct share_set *set, uint32_t at,
                        const struct rat *loss)
{
    struct rat gain, weight;
    uint64_t own = set->weights[at];
    rat_init(&gain);
    rat_init(&weight);
    rat_set_fraction(&gain, (i128)own, set->sum - own);
    rat_mul(&gain, &gain, loss);
    for (uint32_t i = 0; i < set->count; i++) {
        rat_set_i128(&weight, (i128)set->weights[i]);
        rat_mul(&shares[i], &weight, i == at ? loss : &gain);
        if (i == at) rat_neg(&shares[i], &shares[i]);
        rat_add(&shares[i], &shares[i], &weight);
    }
    rat_clear(&weight);
    rat_clear(&gain);
}

enum status state_dilute(struct state *s, uint32_t stakes, uint32_t party, const struct rat *loss,
                         date_t day)
{
    const struct share_set *base = base_at(s, stakes, day);
    const struct share_set *set = base ? state_stakes(s, stakes, day) : NULL;
    uint32_t at = set ? place_of(set, party) : INDEX_NONE;
    if (at == INDEX_NONE || set->weights[at] == set->sum || set->weights[at] == 0) return OK;
    struct stake_move m;
    bool set_anew = base->entry != INDEX_NONE && base->from == day && !move_of(s->pact, base, &m);
    if (set_anew) return OK;
    struct share_set moved = *set;
    moved.from = day;
    struct rat *shares = rat_array(s->arena, set->count);
    move_shares(shares, set, at, loss);
    enum status status = weights_of(s, shares, &moved);
    rat_clear_array(shares, set->count);
    if (status == OK) keep_moved(s, stakes, base, moved);
    return status;
}
