/* Splits by rules for claims. */
#include "share/claimed.h"

#include "game/claims.h"
#include "num/money.h"
#include "share/explain.h"

static claims_rule *const rules[] = {
    [CLAIMS_PROPORTIONAL] = claims_proportional,
    [CLAIMS_EQUAL_AWARDS] = claims_equal_awards,
    [CLAIMS_EQUAL_LOSSES] = claims_equal_losses,
    [CLAIMS_TALMUD] = claims_talmud,
    [CLAIMS_ADJUSTED_PROPORTIONAL] = claims_adjusted_proportional,
    [CLAIMS_RANDOM_ARRIVAL] = claims_random_arrival,
    [CLAIMS_ALPHA_MIN] = claims_alpha_min,
};

/* ---- scratch ---- */

static void release_scratch(void *object)
{
    arena_release(object);
}

static struct claimed *claimed_of(struct sharer *sh)
{
    uint32_t count = sh->state->party_count;
    if (sh->claimed) {
        arena_clear(&sh->claimed->scratch);
        return sh->claimed;
    }
    struct claimed *c = ARENA_NEW(sh->arena, struct claimed);
    arena_init(&c->scratch);
    arena_on_out_of_memory(&c->scratch, sh->arena->out_of_memory);
    arena_on_release(sh->arena, release_scratch, &c->scratch);
    c->claims = rat_array_of_arena(sh->arena, count);
    c->had = rat_array_of_arena(sh->arena, count);
    c->due = rat_array_of_arena(sh->arena, count);
    c->pot = rat_array_of_arena(sh->arena, 1);
    sh->claimed = c;
    return c;
}

/* ---- the problem ---- */

/* Who has no limit, since it acted with intent, claims all that there is. */
static void put_claims(struct claimed *c, const struct sharer *sh, const struct weights *w,
                       struct limits limits, const struct entitled *e, int64_t amount)
{
    struct rat open;
    rat_init(&open);
    rat_set_i64(c->pot, amount);
    for (uint32_t i = 0; i < w->count; i++) {
        bool lifted = limits.lifted && limits.lifted[w->ids[i]];
        i128 open_e12 = lifted ? (i128)amount * STREAM_PARTS : sh->open_e12[i];
        rat_set_fraction(&c->had[i], entitled_e12(e, w->ids[i]), (u128)STREAM_PARTS);
        rat_set_fraction(&open, open_e12, (u128)STREAM_PARTS);
        rat_add(&c->claims[i], &c->had[i], &open);
        rat_add(c->pot, c->pot, &c->had[i]);
    }
    rat_clear(&open);
}

/* What each lacks of what is due to it of all so far, and, where somebody has more than that, in
 * proportion: in due; they sum to the amount. */
static void keep_lacks(struct claimed *c, uint32_t count, int64_t amount)
{
    struct rat factor, sum;
    rat_init(&factor);
    rat_init(&sum);
    for (uint32_t i = 0; i < count; i++) {
        rat_sub(&c->due[i], &c->due[i], &c->had[i]);
        if (rat_sign(&c->due[i]) < 0) rat_set_i64(&c->due[i], 0);
        rat_add(&sum, &sum, &c->due[i]);
    }
    rat_set_i64(&factor, amount);
    rat_div(&factor, &factor, &sum);
    for (uint32_t i = 0; i < count; i++) rat_mul(&c->due[i], &c->due[i], &factor);
    rat_clear(&sum);
    rat_clear(&factor);
}

/* ---- the split ---- */

/* In 10^-12, rounded down; what is missing goes to the first who lost by that, one part each.
 * Returns whether nothing was missing. */
static bool count_due(i128 *out, const struct claimed *c, uint32_t count, int64_t amount)
{
    i128 missing = (i128)amount * STREAM_PARTS;
    bool exact = true;
    struct rat parts, scale;
    rat_init(&parts);
    rat_init(&scale);
    rat_set_i64(&scale, STREAM_PARTS);
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < count; i++) {
            rat_mul(&parts, &c->due[i], &scale);
            bool whole = rat_is_whole(&parts);
            if (round == 0) {
                enum status status = rat_floor_i128(&out[i], &parts);
                CHECK(status == OK);
                missing -= out[i];
                exact = exact && whole;
            } else if (!whole && missing > 0) {
                out[i]++;
                missing--;
            }
        }
    }
    CHECK(missing == 0);
    rat_clear(&scale);
    rat_clear(&parts);
    return exact;
}

static enum share_outcome outcome_of(enum status status)
{
    if (status == OK) return SHARE_DONE;
    return status == ERR_RANGE ? SHARE_TOO_MANY : SHARE_OVERFLOW;
}

enum share_outcome claimed_split(struct sharer *sh, const struct weights *w, struct limits limits,
                                 enum claims_name rule, int64_t left, struct entitled *e,
                                 struct stream *stream, struct capped *out)
{
    *out = (struct capped){0};
    if (left <= 0 || w->count == 0) return SHARE_DONE;
    CHECK(!w->parts);
    struct claimed *c = claimed_of(sh);
    struct shares shares = {w->ids, w->weights, w->count, w->sum};
    entitled_close_run(e);
    i128 open = capped_open(&shares, limits, e, sh->open_e12) / STREAM_PARTS;
    int64_t amount = open < left ? (int64_t)open : left;
    if (amount <= 0) return SHARE_DONE;
    put_claims(c, sh, w, limits, e, amount);
    struct claims claims = {c->claims, w->count, c->pot};
    enum status status = rules[rule](c->due, &c->scratch, &claims);
    if (status != OK) return outcome_of(status);
    keep_lacks(c, w->count, amount);
    struct entitlements due = {w->ids, c->due, w->count};
    if (stream_split_rat(stream, amount, &due) != OK) return SHARE_OVERFLOW;
    bool exact = count_due(sh->given_e12, c, w->count, amount);
    *out = (struct capped){amount, sh->given_e12, sh->exact && !exact ? c->due : NULL};
    struct entitlements_e12 added = {w->ids, sh->given_e12, w->count};
    entitled_add_e12(e, amount, &added);
    return SHARE_DONE;
}

/* ---- why ---- */

/* As an amount, cut to whole units where it is finer. */
static struct str units_text(struct sharer *sh, const struct rat *units)
{
    char text[MONEY_TEXT_BYTES];
    int64_t whole;
    if (rat_floor_i64(&whole, units) != OK) return rat_text(sh->arena, units);
    (void)money_format(text, whole, sh->state->pact->digits,
                       (struct money_format_options){.group_thousands = true});
    return str_format(sh->arena, "%s%s", text, rat_is_whole(units) ? "" : "…");
}

const struct why *explain_claim(struct sharer *sh, const struct portion *p, uint32_t party)
{
    const struct pact *pact = sh->state->pact;
    const struct claimed *c = sh->claimed;
    const struct basis *by = &p->tier->basis;
    struct str had = STR("0"), claim = STR("0");
    struct rat all;
    rat_init(&all);
    for (uint32_t i = 0; i < p->weights->count; i++) {
        rat_add(&all, &all, &c->claims[i]);
        if (p->weights->ids[i] != party) continue;
        claim = units_text(sh, &c->claims[i]);
        had = units_text(sh, &c->had[i]);
    }
    struct str rule =
        choice_text(sh->arena, pact->doc->g, SET_CLAIMS_RULE, (uint32_t)by->claims, LANG_EN);
    struct str note = str_format(
        sh->arena, "%.*s: %.*s claims %.*s of %.*s, had %.*s; pot so far %.*s", STR_ARG(rule),
        STR_ARG(pact_word(pact, pact->parties[party].word)), STR_ARG(claim),
        STR_ARG(units_text(sh, &all)), STR_ARG(had), STR_ARG(units_text(sh, c->pot)));
    rat_clear(&all);
    return why_named(sh->arena, INDEX_NONE, p->tier->term, note);
}
