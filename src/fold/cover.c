/* See cover.h. */
#include "fold/cover.h"

#include "fold/handlers.h"
#include "num/apportion.h"
#include "share/capped.h"
#include "share/explain.h"

/* ---- what is there of a cover ---- */

static const struct debt *debt_of(const struct fold *f, const struct cover *c)
{
    const struct debts *debts = &f->state->parties[c->party].debts[c->nature];
    size_t i = 0;
    while (i < debts->count && debts->list[i].cover != c) i++;
    return i < debts->count ? &debts->list[i] : NULL;
}

/* What one of the others owes for it: one debt. */
static struct debt *their_debt(const struct fold *f, const struct cover *c, uint32_t party)
{
    struct debts *debts = &f->state->parties[party].debts[NATURE_CALL];
    for (size_t i = 0; i < debts->count; i++)
        if (debts->list[i].covers == c) return &debts->list[i];
    return NULL;
}

/* By party: what it paid for the debt and did not get back, and what it still owes for it. */
struct standing {
    int64_t *lent, *open;
    int64_t lent_minor, open_minor;
};

static struct standing standing_of(struct fold *f, const struct cover *c)
{
    uint32_t count = f->state->party_count;
    struct standing x = {.lent = ARENA_ARRAY(f->arena, int64_t, count),
                         .open = ARENA_ARRAY(f->arena, int64_t, count)};
    for (uint32_t i = 0; i < count; i++) {
        const struct debt *d = their_debt(f, c, i);
        if (!d) continue;
        x.lent[i] = d->paid_minor - c->returned_minor[i];
        x.open[i] = d->amount_minor - d->paid_minor;
        x.lent_minor += x.lent[i];
        x.open_minor += x.open[i];
    }
    return x;
}

int64_t fold_covered(const struct fold *f, const struct debt *d)
{
    int64_t lent = 0;
    if (!d->cover || d->cover->ended) return 0;
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        const struct debt *share = their_debt(f, d->cover, i);
        if (share) lent += share->paid_minor - d->cover->returned_minor[i];
    }
    return lent > 0 ? lent : 0;
}

/* ---- calling the others ---- */

/* Whether a party is itself so late with a debt that others cover it; late interest left out. */
static bool is_late(const struct fold *f, uint32_t party, const struct arrears_step *step)
{
    for (int nature = 0; nature < NATURE_COUNT; nature++) {
        const struct debts *debts = &f->state->parties[party].debts[nature];
        for (size_t i = debts->first; i < debts->count; i++) {
            const struct debt *d = &debts->list[i];
            bool late = d->late && !d->late->interest && d->paid_minor < d->amount_minor;
            if (late && arrears_day(step, d->late->since) <= f->day) return true;
        }
    }
    return false;
}

/* Who takes no part in its project, or is late itself: who fails to cover is not called again, so
 * that what a debt leads to ends. */
static uint8_t *left_out(struct fold *f, const struct debt *d, const struct arrears_step *step)
{
    uint32_t count = f->state->party_count;
    uint8_t *out = ARENA_ARRAY(f->arena, uint8_t, count);
    const uint8_t *declined = d->project == INDEX_NONE ? NULL : f->state->projects[d->project].out;
    for (uint32_t i = 0; i < count; i++) out[i] = (declined && declined[i]) || is_late(f, i, step);
    return out;
}

static const struct why *why_of(struct fold *f, const struct cover *c, int64_t minor)
{
    return f->sharer.explain ? why_leaf(f->arena, INDEX_NONE, c->term, minor) : NULL;
}

/* The members by the basis agreed; false, reported, where stakes are missing. */
static bool fill_others(struct fold *f, const struct occasion *m, const struct arrears_step *step)
{
    static const struct recipient members = {.kind = TO_KIND_OF_PARTIES, .who = TO_MEMBERS};
    if (f->pact->uses_risk) weigher_note_risk(&f->sharer.weigher, m->scope);
    if (weigher_fill(&f->sharer.weigher, &members, 1, step->basis, m) == WEIGHTS_FINE) return true;
    return fold_share_failed(f, SHARE_NO_STAKES, step->basis.stakes, step->term, step->term->span);
}

static void call_others(struct fold *f, const struct portion *p)
{
    f->calling = true;
    f->call_due = f->day;
    f->term = p->term;
    portion_booked(f, p);
    f->term = NULL;
    f->calling = false;
    f->covering = (struct covering){NULL, false};
}

bool fold_cover(struct fold *f, uint32_t party, enum nature nature, struct debt *d,
                const struct arrears_step *step)
{
    struct weights *w = &f->sharer.weigher.out;
    struct span span = step->term->span;
    struct occasion m = fold_occasion(f, d->project, d->amount_minor - d->paid_minor);
    m.left_out = left_out(f, d, step);
    if (!fill_others(f, &m, step)) return false;
    if (!w->sum) return true; /* nobody is there to cover it */
    struct stream *stream = ARENA_NEW(f->state->arena, struct stream);
    stream_init(stream, f->state->arena, ROUNDING_PER_SPLIT);
    if (weights_split(&f->sharer, stream, m.amount_minor, w) != OK)
        return fold_share_failed(f, SHARE_OVERFLOW, 0, step->term, span);
    struct cover *c = ARENA_NEW(f->state->arena, struct cover);
    *c = (struct cover){.party = party,
                        .nature = nature,
                        .term = step->term,
                        .paid_minor = d->paid_minor,
                        .returned_minor =
                            ARENA_ARRAY(f->state->arena, int64_t, f->state->party_count)};
    d->cover = c;
    f->covering = (struct covering){c, nature != NATURE_CALL || d->for_cost};
    call_others(f, &(struct portion){.kind = PORTION_PARTIES,
                                     .term = step->term,
                                     .amount_minor = m.amount_minor,
                                     .part = RATIO_ONE,
                                     .part_of_minor = m.amount_minor,
                                     .stream = stream,
                                     .weights = w,
                                     .call_basis = step->basis,
                                     .why = why_of(f, c, m.amount_minor),
                                     .occasion = &m});
    return true;
}

/* ---- what they get back ---- */

static void tell(struct fold *f, const struct cover *c, uint32_t party, enum figure figure,
                 int64_t minor, const struct why *why)
{
    fold_line(f, (struct line){.term = c->term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = minor < 0 || f->reversing ? LINE_REVERSAL : LINE_SHARE,
                               .figure = figure,
                               .amount_minor = minor,
                               .why = why});
}

/* What one of the others paid is due to it; below zero no more. */
static void give_back(struct fold *f, struct cover *c, uint32_t party, int64_t minor)
{
    const struct debt *share = their_debt(f, c, party);
    if (minor == 0) return;
    state_add(f->state, &c->returned_minor[party], minor);
    state_add(f->state, &f->state->parties[party].figures.received, minor);
    state_post(f->state, ACCOUNT_CALLS, party, minor);
    state_post(f->state, ACCOUNT_PAYABLE, party, -minor);
    if (!share->for_cost)
        state_add_cost(f->state, party, share->project, INDEX_NONE, -minor, f->index);
    tell(f, c, party, FIGURE_RECEIVED, minor, why_of(f, c, minor));
}

static void balance(struct fold *f, struct cover *c);

/* What it was called for and need not pay any more. */
static void call_less(struct fold *f, struct cover *c, uint32_t party, int64_t minor)
{
    struct debt *share = their_debt(f, c, party);
    if (minor == 0) return;
    fold_paid_changes(f, share, 0);
    share->amount_minor -= minor;
    if (share->paid_minor == share->amount_minor) share->done = f->day;
    state_add(f->state, &f->state->parties[party].figures.called, -minor);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, -minor);
    state_post(f->state, ACCOUNT_CALLS, party, minor);
    tell(f, c, party, FIGURE_CALLED, -minor, why_of(f, c, -minor));
    if (share->cover) balance(f, share->cover);
}

static void for_each_part(struct fold *f, struct cover *c, const int64_t *of, int64_t whole,
                          int64_t minor,
                          void (*each)(struct fold *, struct cover *, uint32_t, int64_t))
{
    uint32_t count = f->state->party_count;
    int64_t *parts = ARENA_ARRAY(f->arena, int64_t, count);
    int sign = minor < 0 ? -1 : 1;
    apportion(of, parts, count, sign * minor, whole);
    for (uint32_t i = 0; i < count; i++) each(f, c, i, sign * parts[i]);
}

/* A payment of theirs that was taken back gives nothing back. */
static void take_from_unpaid(struct fold *f, struct cover *c)
{
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        const struct debt *share = their_debt(f, c, i);
        int64_t over = share ? c->returned_minor[i] - share->paid_minor : 0;
        if (over > 0) give_back(f, c, i, -over);
    }
}

static int64_t greater(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* Of what the party paid since, and of what of the debt is no more, the others have back what they
 * paid; and no more is open of theirs than is still unpaid beyond that. */
static void balance(struct fold *f, struct cover *c)
{
    const struct debt *d = debt_of(f, c);
    if (!d || c->ended) return;
    take_from_unpaid(f, c);
    struct standing x = standing_of(f, c);
    int64_t unpaid = d->amount_minor - d->paid_minor, returned = 0;
    for (uint32_t i = 0; i < f->state->party_count; i++) returned += c->returned_minor[i];
    int64_t paid = x.lent_minor + returned;
    int64_t wanted = greater(greater(d->paid_minor - c->paid_minor, paid - unpaid), 0);
    if (wanted > paid) wanted = paid;
    if (wanted > returned)
        for_each_part(f, c, x.lent, x.lent_minor, wanted - returned, give_back);
    else if (wanted < returned)
        for_each_part(f, c, c->returned_minor, returned, wanted - returned, give_back);
    int64_t over = x.open_minor - greater(unpaid - (paid - wanted), 0);
    if (over > 0) for_each_part(f, c, x.open, x.open_minor, over, call_less);
}

void fold_cover_changes(struct fold *f, const struct debt *d)
{
    if (d->cover) balance(f, d->cover);
    if (d->covers) balance(f, d->covers);
}

/* ---- late interest ---- */

static const struct why *part_of_interest(struct fold *f, const struct cover *c,
                                          const struct why *why, int64_t part, int64_t whole)
{
    if (!why) return NULL;
    return why_share(f->arena, why, explain_ratio(&f->sharer, part, whole),
                     (struct why_parts){.arena = f->arena}, c->term, NULL);
}

void fold_share_covered(struct fold *f, const struct debt *d, int64_t amount_minor,
                        const struct why *why)
{
    struct standing x = standing_of(f, d->cover);
    uint32_t count = f->state->party_count;
    int64_t *parts = ARENA_ARRAY(f->arena, int64_t, count);
    apportion(x.lent, parts, count, amount_minor, x.lent_minor);
    for (uint32_t i = 0; i < count; i++) {
        if (!parts[i]) continue;
        state_add(f->state, &f->state->parties[i].figures.received, parts[i]);
        state_post(f->state, ACCOUNT_DISTRIBUTED, CLASS_INTEREST, parts[i]);
        state_post(f->state, ACCOUNT_PAYABLE, i, -parts[i]);
        tell(f, d->cover, i, FIGURE_RECEIVED, parts[i],
             part_of_interest(f, d->cover, why, parts[i], amount_minor));
    }
}

bool fold_book_interest_of_covered(struct fold *f, uint32_t party)
{
    const struct debts *debts = &f->state->parties[party].debts[NATURE_CALL];
    for (size_t i = debts->first; i < debts->count; i++) /* those before are paid */
        if (debts->list[i].covers && !fold_book_interest(f, debts->list[i].covers->party))
            return false;
    return true;
}

/* ---- the end ---- */

void fold_end_covers(struct fold *f)
{
    for (uint32_t party = 0; party < f->state->party_count; party++)
        for (int nature = 0; nature < NATURE_COUNT; nature++) {
            const struct debts *debts = &f->state->parties[party].debts[nature];
            for (size_t k = 0; k < debts->count; k++) {
                struct cover *c = debts->list[k].cover;
                if (!c || c->ended) continue;
                struct standing x = standing_of(f, c);
                for (uint32_t i = 0; i < f->state->party_count; i++) give_back(f, c, i, x.lent[i]);
                c->ended = true;
            }
        }
}
